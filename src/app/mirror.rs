//! Writing to the mirror, synchronously.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    AppState, StoreState,
    place::{Intent, Placed, Record, place},
    ports::StorageError,
    tracked::Tracked,
};
use crate::core::assessment::{Assessment, AssessmentId};

impl AppState {
    /// Writes an assessment to the mirror. If it is full, evicts what is safe on the disk.
    pub(super) fn save_to_mirror(&self, mine: &Arc<Assessment>, intent: Intent) -> Result<Placed, StorageError> {
        let (repository, id) = (self.repository(), mine.id());
        let known = self.known_records(id);
        let change = || repository.change(id, |texts| place(intent, mine, texts, &known));
        let mut result = change();
        while result.as_ref().err() == Some(&StorageError::Full)
            && let Some(other) = self.evictable(id)
        {
            repository.evict(&other);
            self.track(&other, &mut |t| t.in_mirror = None);
            result = change();
        }
        match &result {
            Ok(placed) => {
                self.mirror.set(StoreState::Ready);
                self.track(id, &mut |t| t.in_mirror = Some(placed.record.clone()));
            }
            Err(e @ StorageError::Forbidden) => self.mirror.set(StoreState::Failed(*e)),
            Err(_) => {}
        }
        result
    }

    /// The largest other assessment in the mirror that is on the disk in the same version.
    fn evictable(&self, id: &AssessmentId) -> Option<AssessmentId> {
        self.tracked.with_untracked(|all| {
            let others = all.iter().filter(|(other, _)| *other != id);
            let safe = others.filter_map(|(other, t)| Some((other, t.in_mirror.as_ref()?, t.on_disk.as_ref()?)));
            let safe = safe.filter(|(_, mirror, disk)| mirror.text == disk.text);
            safe.max_by_key(|(_, mirror, _)| mirror.text.len()).map(|(other, ..)| other.clone())
        })
    }

    /// What was last read from the stores or written to them.
    pub(super) fn known_records(&self, id: &AssessmentId) -> Vec<Record> {
        let Tracked { in_mirror, on_disk, .. } = self.tracked(id);
        in_mirror.into_iter().chain(on_disk).collect()
    }

    /// Forgets what the stores had of a deleted assessment: should it be imported again, what is in a store has to be
    /// read again.
    pub(super) fn forget_records(&self, id: &AssessmentId) {
        self.track(id, &mut |t| (t.in_mirror, t.on_disk) = (None, None));
    }

    /// Whether the mirror is up to date.
    pub(super) fn is_mirrored(&self, id: &AssessmentId) -> bool {
        let Some(mine) = self.value(id) else { return true };
        self.tracked(id).in_mirror.is_some_and(|record| record.assessment == mine)
    }
}
