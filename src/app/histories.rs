//! Undo and redo, for each assessment apart.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::{AppState, NoticeKind, editing::Unchanged};
use crate::core::assessment::{AssessmentId, History, Step, Turned};

/// What can be undone and redone in this visit, for each assessment.
#[derive(Debug, Default)]
pub(super) struct Histories(BTreeMap<AssessmentId, History>);

/// Which way a step goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Direction {
    Undo,
    Redo,
}

impl AppState {
    /// Takes the last step back.
    pub fn undo(&self, id: &AssessmentId) {
        self.turn(id, Direction::Undo);
    }

    /// Makes the last undone step again.
    pub fn redo(&self, id: &AssessmentId) {
        self.turn(id, Direction::Redo);
    }

    /// Whether there is a step to undo.
    #[must_use]
    pub fn can_undo(&self, id: &AssessmentId) -> bool {
        self.histories.with(|h| h.0.get(id).is_some_and(History::can_undo))
    }

    /// Whether there is a step to redo.
    #[must_use]
    pub fn can_redo(&self, id: &AssessmentId) -> bool {
        self.histories.with(|h| h.0.get(id).is_some_and(History::can_redo))
    }

    /// Remembers what was done, so that it can be undone.
    pub(super) fn remember(&self, id: &AssessmentId, step: Step) {
        if !step.is_empty() {
            self.histories.update(|h| h.0.entry(id.clone()).or_default().push(step));
        }
    }

    /// Forgets the steps so far: there is nothing before them to go back to.
    pub(super) fn forget_history(&self, id: &AssessmentId) {
        self.histories.update(|h| {
            h.0.remove(id);
        });
    }

    fn turn(&self, id: &AssessmentId, direction: Direction) {
        let Some(mut history) = self.histories.with_untracked(|h| h.0.get(id).cloned()) else { return };
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
        // Nothing is undone that would not fit; then the step stays.
        let Ok::<bool, Unchanged>(any) = turned else { return };
        self.histories.update(|h| {
            h.0.insert(id.clone(), history);
        });
        if any {
            self.tell(notice);
        }
    }
}
