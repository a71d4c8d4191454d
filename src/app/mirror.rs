//! Writing to the mirror, synchronously.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    AppState, StoreState,
    place::{Intent, Placed, Record, place},
    ports::StorageError,
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
            self.in_mirror.update_value(|t| {
                t.remove(&other);
            });
            result = change();
        }
        match &result {
            Ok(placed) => {
                self.mirror.set(StoreState::Ready);
                self.in_mirror.update_value(|t| {
                    t.insert(id.clone(), placed.record.clone());
                });
            }
            Err(e @ StorageError::Forbidden) => self.mirror.set(StoreState::Failed(*e)),
            Err(_) => {}
        }
        result
    }

    /// The largest other assessment in the mirror that is on the disk in the same version.
    fn evictable(&self, id: &AssessmentId) -> Option<AssessmentId> {
        self.on_disk.with_value(|disk| {
            self.in_mirror.with_value(|mirror| {
                let safe = mirror.iter().filter(|(other, record)| {
                    *other != id && disk.get(other).is_some_and(|disk| disk.text == record.text)
                });
                safe.max_by_key(|(_, record)| record.text.len()).map(|(other, _)| other.clone())
            })
        })
    }

    /// What was last read from the stores or written to them.
    pub(super) fn known_records(&self, id: &AssessmentId) -> Vec<Record> {
        [self.in_mirror, self.on_disk]
            .into_iter()
            .filter_map(|known| known.with_value(|k| k.get(id).cloned()))
            .collect()
    }

    /// Forgets what the stores had of a deleted assessment: should it be imported again, what is in a store has to be
    /// read again.
    pub(super) fn forget_records(&self, id: &AssessmentId) {
        for known in [self.in_mirror, self.on_disk] {
            known.update_value(|k| {
                k.remove(id);
            });
        }
    }

    /// Whether the mirror is up to date.
    pub(super) fn is_mirrored(&self, id: &AssessmentId) -> bool {
        let Some(mine) = self.value(id) else { return true };
        self.in_mirror.with_value(|t| t.get(id).is_some_and(|record| record.assessment == mine))
    }
}
