//! Undo and redo, separately for each assessment. A tab keeps them over a reload of its page.

use std::{mem, sync::Arc};

use leptos::prelude::*;

use super::{AppState, NoticeKind, editing::Unchanged, ports::StorageError};
use crate::core::{
    assessment::{AssessmentId, History, Path, Step, Turned},
    document::history,
};

/// The longest text of a history that is kept over a reload, in bytes. A browser keeps five million characters for a tab.
const LONGEST: usize = 1_000_000;

/// Undo or redo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Direction {
    Undo,
    Redo,
}

impl AppState {
    /// Undoes the last step.
    pub fn undo(&self, id: &AssessmentId) {
        self.step(id, Direction::Undo);
    }

    /// Redoes the step that was undone last.
    pub fn redo(&self, id: &AssessmentId) {
        self.step(id, Direction::Redo);
    }

    /// Whether there is a step to undo.
    #[must_use]
    pub fn can_undo(&self, id: &AssessmentId) -> bool {
        self.tracked.track();
        self.history(id).can_undo()
    }

    /// Whether there is a step to redo.
    #[must_use]
    pub fn can_redo(&self, id: &AssessmentId) -> bool {
        self.tracked.track();
        self.history(id).can_redo()
    }

    /// Keeps what can be undone over a reload. Call it when the page is about to close.
    pub fn keep_histories(&self) {
        for id in self.those(|t| t.history_changed) {
            self.track(&id, &mut |t| t.history_changed = false);
            let mut history = (*self.history(&id)).clone();
            while history.can_undo() || history.can_redo() {
                let text = history::write(&history);
                let kept = if text.len() > LONGEST {
                    Err(StorageError::Full)
                } else {
                    self.ports.with_value(|p| p.tab.set(&key(&id), &text))
                };
                match kept {
                    Err(StorageError::Full) => history.forget_half(),
                    _ => break,
                }
            }
            if !history.can_undo() && !history.can_redo() {
                self.forget_kept(&id);
            }
        }
    }

    /// Adds a step to the history.
    pub(super) fn push_history(&self, id: &AssessmentId, mut step: Step) {
        if !step.is_empty() {
            // What the tab kept is read first.
            drop(self.history(id));
            self.tell(id, &mut |t| {
                Arc::make_mut(t.history.get_or_insert_default()).push(mem::take(&mut step));
                t.history_changed = true;
            });
        }
    }

    /// Forgets the steps so far.
    pub(super) fn forget_history(&self, id: &AssessmentId) {
        self.forget_kept(id);
        self.tell(id, &mut |t| t.history = Some(Arc::default()));
    }

    fn set_history(&self, id: &AssessmentId, history: History) {
        let history = Arc::new(history);
        self.tell(id, &mut |t| (t.history, t.history_changed) = (Some(Arc::clone(&history)), true));
    }

    /// Whether undoing or redoing in this tab can change a field.
    pub(super) fn undo_reaches(&self, id: &AssessmentId, path: &Path) -> bool {
        let history = self.history(id);
        let mut steps = history.parts().into_iter().flatten();
        steps.any(|Step(all)| all.iter().any(|done| done.path == *path))
    }

    fn forget_kept(&self, id: &AssessmentId) {
        // Where it cannot be removed it was not kept either.
        let _ = self.ports.with_value(|p| p.tab.remove(&key(id)));
    }

    /// What can be undone and redone; what this tab kept of it is read once.
    fn history(&self, id: &AssessmentId) -> Arc<History> {
        self.tracked(id).history.unwrap_or_else(|| {
            let kept = self.ports.with_value(|p| p.tab.get(&key(id))).ok().flatten();
            let history = Arc::new(kept.and_then(|text| history::read(&text)).unwrap_or_default());
            self.track(id, &mut |t| t.history = Some(Arc::clone(&history)));
            history
        })
    }

    fn step(&self, id: &AssessmentId, direction: Direction) {
        let mut history = (*self.history(id)).clone();
        let turn = |step: &Step| {
            let mut turned = Turned::default();
            self.change(id, &mut |assessment, clock, now, by| {
                turned = assessment.turn(step, clock, now, by);
                !turned.back.is_empty()
            })?;
            Ok(turned)
        };
        let (turned, notice) = match direction {
            Direction::Undo => (history.undo(turn), NoticeKind::Undone),
            Direction::Redo => (history.redo(turn), NoticeKind::Redone),
        };
        // What would not fit is not undone, and the step stays.
        let Ok::<bool, Unchanged>(any) = turned else { return };
        self.set_history(id, history);
        if any {
            self.notify(notice);
        }
    }
}

/// The key of a history in what the tab keeps.
fn key(id: &AssessmentId) -> String {
    format!("tenken/1/history/{id}")
}
