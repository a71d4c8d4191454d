//! Changes, and taking them back.

use super::{Path, Value};

/// The most steps that can be taken back.
const MAX_STEPS: usize = 200;

/// A change of one field. `None` clears it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The field.
    pub path: Path,
    /// Its new value.
    pub value: Option<Value>,
}

impl Edit {
    /// Sets a field.
    #[must_use]
    pub const fn set(path: Path, value: Value) -> Self {
        Self { path, value: Some(value) }
    }

    /// Clears a field.
    #[must_use]
    pub const fn clear(path: Path) -> Self {
        Self { path, value: None }
    }

    /// Sets a field to a text, or clears it where the text is empty.
    #[must_use]
    pub fn text(path: Path, text: impl Into<String>) -> Self {
        let text = text.into();
        Self { path, value: (!text.is_empty()).then_some(Value::Text(text)) }
    }
}

/// The edits that take a step back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Step(pub Vec<Edit>);

impl Step {
    /// Whether nothing was changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// What can be undone and redone. Undoing is a new change like any other, so it merges like any other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    undo: Vec<Step>,
    redo: Vec<Step>,
}

impl History {
    /// Remembers a step just made. What had been undone can no longer be redone.
    pub fn push(&mut self, back: Step) {
        if back.is_empty() {
            return;
        }
        if self.undo.len() == MAX_STEPS {
            self.undo.remove(0);
        }
        self.undo.push(back);
        self.redo.clear();
    }

    /// Takes the last step back: `apply` makes the edits and returns how to undo them in turn.
    pub fn undo(&mut self, apply: impl FnOnce(&[Edit]) -> Step) -> bool {
        Self::turn(&mut self.undo, &mut self.redo, apply)
    }

    /// Makes the last undone step again.
    pub fn redo(&mut self, apply: impl FnOnce(&[Edit]) -> Step) -> bool {
        Self::turn(&mut self.redo, &mut self.undo, apply)
    }

    /// Whether there is something to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether there is something to redo.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }

    fn turn(from: &mut Vec<Step>, to: &mut Vec<Step>, apply: impl FnOnce(&[Edit]) -> Step) -> bool {
        let Some(step) = from.pop() else { return false };
        let back = apply(&step.0);
        let changed = !back.is_empty();
        if changed {
            to.push(back);
        }
        changed
    }
}
