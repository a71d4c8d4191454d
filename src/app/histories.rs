//! Undo and redo, separately for each assessment.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::{AppState, NoticeKind, editing::Unchanged};
use crate::core::assessment::{AssessmentId, History, Step, Turned};

/// What can be undone and redone in this visit, for each assessment.
#[derive(Debug, Default)]
pub(super) struct Histories(BTreeMap<AssessmentId, Box<History>>);

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
        self.histories.with(|h| h.0.get(id).is_some_and(|history| history.can_undo()))
    }

    /// Whether there is a step to redo.
    #[must_use]
    pub fn can_redo(&self, id: &AssessmentId) -> bool {
        self.histories.with(|h| h.0.get(id).is_some_and(|history| history.can_redo()))
    }

    /// Adds a step to the history.
    pub(super) fn push_history(&self, id: &AssessmentId, step: Step) {
        if !step.is_empty() {
            self.histories.update(|h| h.0.entry(id.clone()).or_default().push(step));
        }
    }

    /// Forgets the steps so far.
    pub(super) fn forget_history(&self, id: &AssessmentId) {
        self.histories.update(|h| {
            h.0.remove(id);
        });
    }

    fn step(&self, id: &AssessmentId, direction: Direction) {
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
        // What would not fit is not undone, and the step stays.
        let Ok::<bool, Unchanged>(any) = turned else { return };
        self.histories.update(|h| {
            h.0.insert(id.clone(), history);
        });
        if any {
            self.notify(notice);
        }
    }
}
