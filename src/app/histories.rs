//! Undo and redo, separately for each assessment. A tab keeps them over a reload of its page.

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;

use super::{AppState, NoticeKind, editing::Unchanged, ports::StorageError};
use crate::core::{
    assessment::{AssessmentId, History, Step, Turned},
    document::history,
};

/// The longest text of a history that is kept over a reload, in bytes. A browser keeps five million characters for a tab.
const LONGEST: usize = 1_000_000;

/// What can be undone and redone in this tab.
#[derive(Debug, Default)]
pub(super) struct Histories {
    /// The histories that somebody asked for.
    known: BTreeMap<AssessmentId, Box<History>>,
    /// Those that differ from what the tab keeps.
    changed: BTreeSet<AssessmentId>,
}

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
        self.recall(id);
        self.histories.with(|h| h.known.get(id).is_some_and(|history| history.can_undo()))
    }

    /// Whether there is a step to redo.
    #[must_use]
    pub fn can_redo(&self, id: &AssessmentId) -> bool {
        self.recall(id);
        self.histories.with(|h| h.known.get(id).is_some_and(|history| history.can_redo()))
    }

    /// Keeps what can be undone over a reload. Call it when the page is about to close.
    pub fn keep_histories(&self) {
        let changed = self.histories.try_update_untracked(|h| std::mem::take(&mut h.changed)).unwrap_or_default();
        for id in changed {
            let mut history = self.histories.with_untracked(|h| h.known.get(&id).cloned()).unwrap_or_default();
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
    pub(super) fn push_history(&self, id: &AssessmentId, step: Step) {
        if !step.is_empty() {
            self.recall(id);
            self.histories.update(|h| {
                h.known.entry(id.clone()).or_default().push(step);
                h.changed.insert(id.clone());
            });
        }
    }

    /// Forgets the steps so far.
    pub(super) fn forget_history(&self, id: &AssessmentId) {
        self.forget_kept(id);
        self.histories.update(|h| drop(h.known.insert(id.clone(), Box::default())));
    }

    fn forget_kept(&self, id: &AssessmentId) {
        // Where it cannot be removed it was not kept either.
        let _ = self.ports.with_value(|p| p.tab.remove(&key(id)));
    }

    /// Reads what this tab kept of a history, once.
    fn recall(&self, id: &AssessmentId) {
        if self.histories.with_untracked(|h| h.known.contains_key(id)) {
            return;
        }
        let kept = self.ports.with_value(|p| p.tab.get(&key(id))).ok().flatten();
        let history = kept.and_then(|text| history::read(&text)).map(Box::new).unwrap_or_default();
        self.histories.update_untracked(|h| drop(h.known.insert(id.clone(), history)));
    }

    fn step(&self, id: &AssessmentId, direction: Direction) {
        self.recall(id);
        let Some(mut history) = self.histories.with_untracked(|h| h.known.get(id).cloned()) else { return };
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
            h.known.insert(id.clone(), history);
            h.changed.insert(id.clone());
        });
        if any {
            self.notify(notice);
        }
    }
}

/// The key of a history in what the tab keeps.
fn key(id: &AssessmentId) -> String {
    format!("tenken/1/history/{id}")
}
