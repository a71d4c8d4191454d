//! Writing to the mirror, which is done at once.

use std::{collections::BTreeMap, sync::Arc};

use leptos::prelude::*;

use super::{
    AppState, StoreState,
    place::{Intent, Placed, place},
    ports::StorageError,
};
use crate::core::{
    assessment::{Assessment, AssessmentId},
    document,
};

impl AppState {
    /// Writes to the mirror what is to stand there.
    pub(super) fn keep_in_mirror(&self, mine: &Assessment, intent: Intent) -> Result<Placed, StorageError> {
        let (shelf, id) = (self.shelf(), mine.id());
        let known = self.known_texts(id);
        let change = || shelf.change(id, |texts| place(intent, mine, texts, &known));
        let mut result = change();
        while result.as_ref().err() == Some(&StorageError::Full)
            && let Some(other) = self.can_make_room(id)
        {
            shelf.make_room(&other);
            self.in_mirror.update_value(|t| {
                t.remove(&other);
            });
            result = change();
        }
        match &result {
            Ok(placed) => {
                self.mirror.set(StoreState::Ready);
                self.in_mirror.update_value(|t| {
                    t.insert(id.clone(), Arc::clone(&placed.text));
                });
            }
            Err(e @ StorageError::Forbidden) => self.mirror.set(StoreState::Failed(*e)),
            Err(_) => {}
        }
        result
    }

    /// The largest assessment in the mirror that is on the disk just so, other than this one.
    fn can_make_room(&self, id: &AssessmentId) -> Option<AssessmentId> {
        self.on_disk.with_value(|disk| {
            self.in_mirror.with_value(|mirror| {
                let safe = mirror.iter().filter(|(other, text)| *other != id && disk.get(other) == Some(text));
                safe.max_by_key(|(_, text)| text.len()).map(|(other, _)| other.clone())
            })
        })
    }

    /// The texts of an assessment in the stores that were read before, and that the assessment here has all of.
    pub(super) fn known_texts(&self, id: &AssessmentId) -> Vec<Arc<str>> {
        let of = |texts: &BTreeMap<AssessmentId, Arc<str>>| texts.get(id).cloned();
        [self.in_mirror.with_value(of), self.on_disk.with_value(of)].into_iter().flatten().collect()
    }

    /// An assessment is gone for ever: should an older version of it come back, what stands in a store is news again.
    pub(super) fn forget_texts(&self, id: &AssessmentId) {
        for texts in [self.in_mirror, self.on_disk] {
            texts.update_value(|t| {
                t.remove(id);
            });
        }
    }

    /// Whether the mirror has all that is known here.
    pub(super) fn is_mirrored(&self, id: &AssessmentId) -> bool {
        let Some(mine) = self.value(id) else { return true };
        let text = self.in_mirror.with_value(|t| t.get(id).cloned());
        text.is_some_and(|text| *text == *document::write(&mine))
    }
}
