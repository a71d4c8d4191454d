//! The bin: deleting, restoring, and deleting for ever.

use leptos::prelude::*;

use super::{
    AppState, NoticeKind, StoreState,
    place::{Intent, Place},
    ports::StorageError,
    repository::key,
};
use crate::core::assessment::{Assessment, AssessmentId, paths};

impl AppState {
    /// Moves an assessment to the bin.
    ///
    /// # Errors
    /// If it could not be moved; then it stays where it is.
    pub fn delete(&self, id: &AssessmentId) -> Result<(), StorageError> {
        let Some(assessment) = self.get(id) else { return Ok(()) };
        let disk = self.durable.get_untracked() == StoreState::Ready;
        let binned = match self.save_to_mirror(&assessment, Intent::Bin) {
            Ok(placed) => (*placed.record.assessment).clone(),
            // Without the mirror the disk has a bin, and without both it is in memory only.
            Err(StorageError::Forbidden) => (*assessment).clone(),
            Err(StorageError::Full) if disk => (*assessment).clone(),
            Err(e) => return Err(e),
        };
        let name = assessment.text(&paths::name()).to_owned();
        self.move_to_bin(binned);
        self.notify(NoticeKind::Binned { id: id.clone(), name });
        self.queue_for_disk(id, Intent::Bin);
        self.flush();
        Ok(())
    }

    /// Restores an assessment from the bin.
    pub fn restore(&self, id: &AssessmentId) {
        let Some(mut assessment) = self.in_bin(id) else { return };
        if let Some(mine) = self.get(id) {
            assessment.merge(&mine);
        }
        if !self.insert(assessment) {
            return;
        }
        // In a store it leaves the bin only when it is written to the list.
        self.queue_for_disk(id, Intent::Restore);
        self.bin.update(|b| b.retain(|a| a.id() != id));
        self.flush();
        self.notices.update(|n| n.retain(|n| !matches!(&n.kind, NoticeKind::Binned { id: i, .. } if i == id)));
    }

    /// Deletes an assessment in the bin permanently.
    pub fn forget(&self, id: &AssessmentId) {
        let gone = self.repository().forget(id);
        if gone.is_err() && self.durable.get_untracked() != StoreState::Ready {
            return;
        }
        self.bin.update(|b| b.retain(|a| a.id() != id));
        self.track(id, &mut |t| t.queued = None);
        self.forget_records(id);
        self.forget_history(id);
        self.remove_from_disk(key(Place::Bin, id));
        // There may be room now for what is pending.
        self.flush();
    }

    /// Deletes something unreadable permanently.
    pub fn forget_unreadable(&self, key: &str) {
        let of = |durable| self.unreadable.with_untracked(|u| u.iter().any(|u| u.key == key && u.durable == durable));
        if of(true) {
            self.remove_from_disk(key.to_owned());
        }
        if !of(false) || self.repository().forget_unreadable(key).is_ok() {
            self.unreadable.update(|u| u.retain(|u| u.key != key));
            self.flush();
        }
    }

    /// Shows an assessment in the bin instead of the list.
    pub(super) fn move_to_bin(&self, binned: Assessment) {
        let id = binned.id().clone();
        self.clear_pending(&id);
        self.assessments.update(|a| {
            a.remove(&id);
        });
        self.bin.update(|b| {
            b.retain(|a| *a.id() != id);
            b.push(binned);
        });
    }

    pub(super) fn in_bin(&self, id: &AssessmentId) -> Option<Assessment> {
        self.bin.with_untracked(|b| b.iter().find(|a| a.id() == id).cloned())
    }
}
