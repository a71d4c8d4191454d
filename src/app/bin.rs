//! The bin: deleting, restoring, and deleting for ever.

use leptos::prelude::*;

use super::{
    AppState, NoticeKind, StoreState,
    place::{Intent, Place},
    ports::StorageError,
    shelf::key,
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
        let binned = match self.keep_in_mirror(&assessment, Intent::Bin) {
            Ok(placed) => (*placed.record.assessment).clone(),
            // Without the mirror there is the disk, and without both there is no bin but memory's.
            Err(StorageError::Forbidden) => (*assessment).clone(),
            Err(StorageError::Full) if disk => (*assessment).clone(),
            Err(e) => return Err(e),
        };
        let name = assessment.text(&paths::name()).to_owned();
        self.put_aside(binned);
        self.tell(NoticeKind::Binned { id: id.clone(), name });
        self.to_disk.update_value(|t| {
            t.insert(id.clone(), Intent::Bin);
        });
        self.flush();
        Ok(())
    }

    /// Brings an assessment back from the bin.
    pub fn restore(&self, id: &AssessmentId) {
        let Some(mut assessment) = self.in_bin(id) else { return };
        if let Some(mine) = self.get(id) {
            assessment.merge(&mine);
        }
        if !self.put(assessment) {
            return;
        }
        // It leaves the bin of a store only as it comes into its list.
        self.to_disk.update_value(|t| {
            t.insert(id.clone(), Intent::Restore);
        });
        self.bin.update(|b| b.retain(|a| a.id() != id));
        self.flush();
        self.notices.update(|n| n.retain(|n| !matches!(&n.kind, NoticeKind::Binned { id: i, .. } if i == id)));
    }

    /// Forgets an assessment in the bin for ever.
    pub fn forget(&self, id: &AssessmentId) {
        let gone = self.shelf().forget(id);
        if gone.is_err() && self.durable.get_untracked() != StoreState::Ready {
            return;
        }
        self.bin.update(|b| b.retain(|a| a.id() != id));
        self.to_disk.update_value(|t| {
            t.remove(id);
        });
        self.forget_records(id);
        self.remove_from_disk(key(Place::Bin, id));
        // There is room again, perhaps for what is waiting.
        self.flush();
    }

    /// Removes something unreadable from where it is kept, for ever.
    pub fn forget_unreadable(&self, key: &str) {
        let of = |durable| self.unreadable.with_untracked(|u| u.iter().any(|u| u.key == key && u.durable == durable));
        if of(true) {
            self.remove_from_disk(key.to_owned());
        }
        if !of(false) || self.shelf().forget_unreadable(key).is_ok() {
            self.unreadable.update(|u| u.retain(|u| u.key != key));
            self.flush();
        }
    }

    /// Takes an assessment from the list and shows it in the bin.
    pub(super) fn put_aside(&self, binned: Assessment) {
        let id = binned.id().clone();
        self.no_longer_waits(&id);
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
