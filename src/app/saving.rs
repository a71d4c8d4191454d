//! Saving. Every change goes to the mirror first, and from there to the durable store, whose word counts: only what is
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
    /// Saves everything that is pending. Runs by itself soon after each change; call it when the page is about to
    /// close.
    pub fn flush(&self) {
        for id in self.those(|t| t.pending || t.queued.is_some()) {
            // Saving one of them can change what is wanted of the next.
            self.save(&id, self.tracked(&id).queued.unwrap_or(Intent::Keep));
        }
    }

    /// Whether closing the page now would lose something: it is in no store and in no file.
    #[must_use]
    pub fn has_unsaved(&self) -> bool {
        untrack(|| {
            self.those(|t| t.pending).iter().any(|id| {
                let written = self.file_mark(id).is_some_and(|(mark, changed)| mark.written && !changed);
                !written && !self.is_mirrored(id)
            })
        }) || self.unsaved_contents.with_value(|u| !u.is_empty())
            || self.choices.with_value(|c| !c.is_empty())
    }

    /// Saves one assessment in both stores, at the place that `intent` asks for.
    pub(super) fn save(&self, id: &AssessmentId, intent: Intent) {
        let Some(mine) = self.value(id) else {
            self.clear_pending(id);
            return;
        };
        self.notify_if_nearly_full(&mine);
        let mirrored = self.save_to_mirror(&mine, intent);
        if let Ok(placed) = &mirrored {
            self.show_placed(placed, intent);
        }
        match (mirrored, self.durable.get_untracked()) {
            // What is stored must not be overwritten, or this could not be read again.
            (Err(e @ (StorageError::Guarded | StorageError::TooLarge)), _) => self.set_save(id, SaveState::Failed(e)),
            (Ok(_), StoreState::Failed(why)) => {
                self.clear_pending(id);
                self.set_save(id, SaveState::Mirrored(Some(self.now_ms()), why));
            }
            (Err(e), StoreState::Failed(_)) => self.set_save(id, SaveState::Failed(e)),
            (_, StoreState::Opening | StoreState::Ready) => self.save_to_disk(id, intent),
        }
    }

    /// An assessment, in the list or in the bin.
    pub(super) fn value(&self, id: &AssessmentId) -> Option<Arc<Assessment>> {
        self.get(id).or_else(|| self.in_bin(id).map(Arc::new))
    }

    /// Shows what was written to a store, together with what others had written there before.
    pub(super) fn show_placed(&self, placed: &Placed, intent: Intent) {
        let theirs = &placed.record.assessment;
        match (placed.place, self.get(theirs.id())) {
            (Place::List, Some(now)) if now != *theirs => {
                let mut merged = (*now).clone();
                merged.merge(theirs);
                merged.prune();
                self.show_merged(&now, merged);
            }
            // Another tab has moved it to the bin.
            (Place::Bin, Some(_)) if intent == Intent::Keep => self.move_to_bin((**theirs).clone()),
            _ => {}
        }
    }

    /// Shows a merged state, with a notice if that brought something new.
    pub(super) fn show_merged(&self, mine: &Assessment, merged: Assessment) {
        if merged == *mine {
            return;
        }
        let changes = mine.changes_by(&merged);
        let conflicts = changes.iter().filter(|c| c.conflict).count();
        self.show_foreign(merged.into());
        if !changes.is_empty() {
            self.notify(NoticeKind::MergedFromTab { changed: changes.len(), conflicts });
        }
    }

    /// Marks an assessment as pending and schedules one save, after the next paint, for all that is pending by then.
    pub(super) fn save_soon(&self, id: &AssessmentId) {
        self.set_save(id, SaveState::Pending);
        self.track(id, &mut |t| t.pending = true);
        if self.save_is_scheduled.get_value() {
            return;
        }
        self.save_is_scheduled.set_value(true);
        let (app, idle) = (*self, self.ports.with_value(|p| p.tasks.idle()));
        self.spawn(async move {
            idle.await;
            app.save_is_scheduled.set_value(false);
            app.flush();
        });
    }

    pub(super) fn clear_pending(&self, id: &AssessmentId) {
        self.track(id, &mut |t| t.pending = false);
    }

    /// Notifies once that an assessment comes near to what it can hold.
    fn notify_if_nearly_full(&self, assessment: &Assessment) {
        let id = assessment.id();
        if let Some(share) = document::nearly_full(assessment)
            && !self.tracked(id).notified_full
        {
            self.track(id, &mut |t| t.notified_full = true);
            self.notify(NoticeKind::NearlyFull { name: assessment.text(&paths::name()).to_owned(), share });
        }
    }

    pub(super) fn set_save(&self, id: &AssessmentId, state: SaveState) {
        if self.tracked(id).save != Some(state) {
            self.tell(id, &mut |t| t.save = Some(state));
        }
    }

    pub(super) fn spawn(&self, task: impl Future<Output = ()> + 'static) {
        self.ports.with_value(|p| p.tasks.spawn(Box::pin(task)));
    }
}
