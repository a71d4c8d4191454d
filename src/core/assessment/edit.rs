//! Changes, and taking them back.
//!
//! A step takes back the heads that it brought, and nothing else. What somebody else has entered over them since stays,
//! and the value before comes in beside it, for people to decide.

use super::{Path, Stamp, Value};
use crate::core::sorted::sorted;

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

/// What a step did to one field, so that it can be taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// The field.
    pub path: Path,
    /// The heads that the step brought.
    pub brought: Vec<Stamp>,
    /// What stood before and does not stand any more: each value, and the head that it was. A field in which nothing
    /// stood has one value, none, of no head.
    pub took: Vec<(Option<Stamp>, Option<Value>)>,
}

/// What was done as one step.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Step(pub Vec<Done>);

impl Step {
    /// Whether nothing was changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// What became of a step that was taken back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Turned {
    /// How to make it again.
    pub back: Step,
    /// Heads that stand again, each under a new stamp. Other steps know them by the former one.
    pub renamed: Vec<(Stamp, Stamp)>,
}

/// What can be undone and redone. Undoing is a new change like any other, so it merges like any other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    undo: Vec<Step>,
    redo: Vec<Step>,
}

impl History {
    /// Remembers a step just made. What had been undone can no longer be redone.
    pub fn push(&mut self, step: Step) {
        if step.is_empty() {
            return;
        }
        if self.undo.len() == MAX_STEPS {
            self.undo.remove(0);
        }
        self.undo.push(step);
        self.redo.clear();
    }

    /// Takes the last step back: `turn` does so, and says what it did. A step in which there is nothing left to take
    /// back is passed over. Says whether anything changed.
    ///
    /// # Errors
    /// What `turn` says. Then the step is still there.
    pub fn undo<E>(&mut self, turn: impl FnMut(&Step) -> Result<Turned, E>) -> Result<bool, E> {
        self.turn(false, turn)
    }

    /// Makes the last undone step again.
    ///
    /// # Errors
    /// What `turn` says. Then the step is still there.
    pub fn redo<E>(&mut self, turn: impl FnMut(&Step) -> Result<Turned, E>) -> Result<bool, E> {
        self.turn(true, turn)
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

    /// A history of these steps, the last ones last. `None` where there are more than it can hold.
    #[must_use]
    pub fn from_parts(undo: Vec<Step>, redo: Vec<Step>) -> Option<Self> {
        (undo.len() <= MAX_STEPS && redo.len() <= MAX_STEPS).then_some(Self { undo, redo })
    }

    /// The steps to undo and those to redo, the next one last.
    #[must_use]
    pub fn parts(&self) -> [&[Step]; 2] {
        [&self.undo, &self.redo]
    }

    /// Forgets the half of the steps that is furthest away.
    pub fn forget_half(&mut self) {
        for steps in [&mut self.undo, &mut self.redo] {
            steps.drain(..steps.len().div_ceil(2));
        }
    }

    fn turn<E>(&mut self, again: bool, mut turn: impl FnMut(&Step) -> Result<Turned, E>) -> Result<bool, E> {
        while let Some(step) = if again { self.redo.last() } else { self.undo.last() } {
            let turned = turn(step)?;
            if again {
                self.redo.pop()
            } else {
                self.undo.pop()
            };
            self.rename(&turned.renamed);
            if !turned.back.is_empty() {
                if again {
                    self.undo.push(turned.back)
                } else {
                    self.redo.push(turned.back)
                }
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The other steps go by the stamps under which the heads stand now.
    fn rename(&mut self, renamed: &[(Stamp, Stamp)]) {
        if renamed.is_empty() {
            return;
        }
        let names = sorted(renamed.to_vec(), |(a, _), (b, _)| a.cmp(b));
        for done in self.undo.iter_mut().chain(&mut self.redo).flat_map(|step| &mut step.0) {
            let heads = done.brought.iter_mut().chain(done.took.iter_mut().filter_map(|(stamp, _)| stamp.as_mut()));
            for stamp in heads {
                let place = names.binary_search_by_key(stamp, |(was, _)| *was);
                if let Some((_, now)) = place.ok().and_then(|place| names.get(place)) {
                    *stamp = *now;
                }
            }
        }
    }
}
