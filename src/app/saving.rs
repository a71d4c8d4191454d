//! Saving. Every change goes to the mirror at once, and from there to the durable store, whose word counts: only what is
//! on the disk and was read back is said to be saved. Merging is idempotent, so neither store is the master.

use std::{future::Future, sync::Arc};

use leptos::prelude::*;

use super::{
    AppState, NoticeKind, SaveState, StoreState,
    place::{Intent, Place, Placed},
    ports::StorageError,
};
use crate::core::{
    assessment::{Assessment, AssessmentId, paths},
    document,
};

impl AppState {
    /// Saves everything that waits. Comes by itself soon after each change; to be called when the page goes away.
    pub fn flush(&self) {
        let mut waiting = self.pending.get_value();
        self.to_disk.with_value(|t| {
            t.keys().for_each(|id| {
                waiting.insert(id.clone());
            })
        });
        for id in waiting {
            let intent = self.to_disk.with_value(|t| t.get(&id).copied()).unwrap_or(Intent::Keep);
            self.keep(&id, intent);
        }
    }

    /// Whether something would be lost if the page went away now: it stands in no store and in no file.
    #[must_use]
    pub fn has_unsaved(&self) -> bool {
        let at_risk = |id: &AssessmentId| {
            let written = self.file_mark(id).is_some_and(|(mark, changed)| mark.written && !changed);
            !written && !self.is_mirrored(id)
        };
        untrack(|| self.pending.with_value(|p| p.iter().any(at_risk)))
    }

    /// Brings one assessment to where it is to stand.
    pub(super) fn keep(&self, id: &AssessmentId, intent: Intent) {
        let Some(mine) = self.value(id) else {
            self.no_longer_waits(id);
            return;
        };
        self.tell_if_nearly_full(&mine);
        let mirrored = self.keep_in_mirror(&mine, intent);
        if let Ok(placed) = &mirrored {
            self.take_in_placed(placed, intent);
        }
        match (mirrored, self.durable.get_untracked()) {
            // Something stands there that must not be overwritten, or this could not be read again.
            (Err(e @ (StorageError::Guarded | StorageError::TooLarge)), _) => self.set_save(id, SaveState::Failed(e)),
            (Ok(_), StoreState::Failed(why)) => {
                self.no_longer_waits(id);
                self.set_save(id, SaveState::Mirrored(Some(self.now_ms()), why));
            }
            (Err(e), StoreState::Failed(_)) => self.set_save(id, SaveState::Failed(e)),
            (_, StoreState::Opening | StoreState::Ready) => self.bring_to_disk(id, intent),
        }
    }

    /// An assessment, in the list or in the bin.
    pub(super) fn value(&self, id: &AssessmentId) -> Option<Arc<Assessment>> {
        self.get(id).or_else(|| self.in_bin(id).map(Arc::new))
    }

    /// Shows what was put into a store, with what others had put there before.
    pub(super) fn take_in_placed(&self, placed: &Placed, intent: Intent) {
        let theirs = &placed.record.assessment;
        match (placed.place, self.get(theirs.id())) {
            (Place::List, Some(now)) if now != *theirs => {
                let mut merged = (*now).clone();
                merged.merge(theirs);
                merged.prune();
                self.take_in(&now, merged);
            }
            // Another tab has put it into the bin.
            (Place::Bin, Some(_)) if intent == Intent::Keep => self.put_aside((**theirs).clone()),
            _ => {}
        }
    }

    /// Shows a merged state, and says so where it brought something new.
    pub(super) fn take_in(&self, mine: &Assessment, merged: Assessment) {
        if merged == *mine {
            return;
        }
        let changes = mine.changes_by(&merged);
        let conflicts = changes.iter().filter(|c| c.conflict).count();
        self.show_foreign(merged.into());
        if !changes.is_empty() {
            self.tell(NoticeKind::MergedFromTab { changed: changes.len(), conflicts });
        }
    }

    /// Saves an assessment soon: after the screen shows it, once for all that is entered until then.
    pub(super) fn wait_for_saving(&self, id: &AssessmentId) {
        self.set_save(id, SaveState::Pending);
        self.pending.update_value(|p| {
            p.insert(id.clone());
        });
        if self.saves_soon.get_value() {
            return;
        }
        self.saves_soon.set_value(true);
        let (app, idle) = (*self, self.ports.with_value(|p| p.tasks.idle()));
        self.spawn(async move {
            idle.await;
            app.saves_soon.set_value(false);
            app.flush();
        });
    }

    pub(super) fn no_longer_waits(&self, id: &AssessmentId) {
        self.pending.update_value(|p| {
            p.remove(id);
        });
    }

    /// Says once that an assessment comes near to what it can hold.
    fn tell_if_nearly_full(&self, assessment: &Assessment) {
        if let Some(share) = document::nearly_full(assessment)
            && self.told_full.try_update_value(|t| t.insert(assessment.id().clone())).unwrap_or_default()
        {
            self.tell(NoticeKind::NearlyFull { name: assessment.text(&paths::name()).to_owned(), share });
        }
    }

    pub(super) fn set_save(&self, id: &AssessmentId, state: SaveState) {
        if self.saves.with_untracked(|s| s.get(id) != Some(&state)) {
            self.saves.update(|s| {
                s.insert(id.clone(), state);
            });
        }
    }

    pub(super) fn spawn(&self, task: impl Future<Output = ()> + 'static) {
        self.ports.with_value(|p| p.tasks.spawn(Box::pin(task)));
    }
}
