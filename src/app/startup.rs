//! The start: the first screen shows the mirror, and what the durable store has is merged in as soon as it is read.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    AppState, SaveState, StoreState,
    place::{Intent, Place, Record},
    ports::StorageError,
    repository::{Kept, PREFIX, PackOnDisk, key, place_of},
};
use crate::core::{
    assessment::{Assessment, AssessmentId},
    document,
    sorted::{distinct, put},
};

impl AppState {
    /// Merges what the durable store has. The first screen is not kept waiting by it.
    pub(super) async fn merge_durable(self) {
        self.ports.with_value(|p| p.tasks.idle()).await;
        match self.ports.with_value(|p| p.durable.below(PREFIX)).await {
            Err(e) => self.continue_without_durable(e),
            Ok(texts) => {
                self.durable.set(StoreState::Ready);
                self.merge_texts(texts);
            }
        }
        self.flush();
        self.sweep_contents();
    }

    /// Continues with the mirror only.
    fn continue_without_durable(&self, why: StorageError) {
        self.durable.set(StoreState::Failed(why));
        self.tracked.update(|all| {
            for tracked in all.values_mut().filter(|t| t.save == Some(SaveState::Checking)) {
                tracked.save = Some(SaveState::Mirrored(None, why));
            }
        });
    }

    fn merge_texts(&self, texts: Vec<(String, String)>) {
        self.merge_pack(texts.iter().find(|(key, _)| key == PackOnDisk::KEY).map(|(_, text)| text.as_str()));
        let tracked = self.tracked.get_untracked();
        let mirrored = |id: &AssessmentId| tracked.get(id)?.in_mirror.as_ref();
        let mut ids: Vec<AssessmentId> = self.assessments.with_untracked(|a| a.keys().cloned().collect());
        self.bin.with_untracked(|b| b.iter().for_each(|a| put(&mut ids, a.id().clone())));
        // Most texts are the same as in the mirror: these were read already.
        let (same, other): (Vec<_>, Vec<_>) = texts.into_iter().partition(|(key, text)| {
            place_of(key).is_some_and(|(place, id)| {
                mirrored(&id).is_some_and(|m| *m.text == **text)
                    && self.here(place, &id).is_some()
                    // With changes since the start it is not what was read any more.
                    && !self.tracked(&id).pending
            })
        });
        let same = distinct(same.into_iter().map(|(key, _)| key));
        let kept = Kept::of(other, true);
        self.unreadable.update(|u| u.extend(kept.unreadable));
        kept.list.iter().chain(&kept.bin).for_each(|record| put(&mut ids, record.id().clone()));
        for id in ids {
            let at = |place, other: &[Record]| {
                let same = same.binary_search(&key(place, &id)).is_ok().then(|| mirrored(&id)).flatten();
                same.or_else(|| other.iter().find(|record| *record.id() == id)).cloned()
            };
            let (list, bin) = (at(Place::List, &kept.list), at(Place::Bin, &kept.bin));
            if let (Some(record), None) | (None, Some(record)) = (&list, &bin) {
                self.track(&id, &mut |t| t.on_disk = Some(record.clone()));
            }
            let (list, bin) = (list.map(|r| r.assessment), bin.map(|r| r.assessment));
            self.reconcile(&id, list, bin);
        }
    }

    /// Merges what is shown of an assessment with what the durable store has of it in its list and bin.
    fn reconcile(&self, id: &AssessmentId, list: Option<Arc<Assessment>>, bin: Option<Arc<Assessment>>) {
        let (here_list, here_bin) = (self.here(Place::List, id), self.here(Place::Bin, id));
        let listed = union([&here_list, &list]);
        let binned = union([&here_bin, &bin]);
        let Some(all) = union([&listed, &binned]) else { return };
        let in_bin = match (&listed, &binned) {
            (None, _) => true,
            (_, None) => false,
            // If the bin has all of it, the durable store is right about the place. Otherwise it stays in the list.
            (Some(_), Some(binned)) => all == *binned && list.is_none() && bin.is_some(),
        };
        let Ok(settled) = document::settle((*all).clone()) else {
            return self.set_save(id, SaveState::Failed(StorageError::TooLarge));
        };
        let settled = if settled == *all { all } else { Arc::new(settled) };
        let waits = self.tracked(id).pending;
        if in_bin {
            self.move_to_bin((*settled).clone());
            let complete = bin.is_some_and(|b| b == settled) && list.is_none();
            if !complete || here_list.is_some() {
                self.save(id, Intent::Bin);
            }
            return;
        }
        if here_list.as_ref() != Some(&settled) {
            self.show_foreign(Arc::clone(&settled));
        }
        self.bin.update(|b| b.retain(|a| a.id() != id));
        if list.is_some_and(|l| l == settled) && bin.is_none() {
            if !waits {
                self.set_save(id, SaveState::Saved(None));
            }
            let mirrored = self.tracked(id).in_mirror.is_some() && here_list.is_some_and(|h| h == settled);
            if !mirrored && !self.repository().is_evicted(id) {
                let _ = self.save_to_mirror(&settled, Intent::Restore);
            }
        } else {
            self.save_soon(id);
            self.queue_for_disk(id, Intent::Restore);
        }
        if self.tracked(id).mark.is_none()
            && let Some(mark) = self.repository().mark(id)
        {
            self.tell(id, &mut |t| t.mark = Some(mark.clone()));
            self.compare_with_file(&self.get(id).unwrap_or(settled));
        }
    }

    /// The assessment that is shown at a place.
    fn here(&self, place: Place, id: &AssessmentId) -> Option<Arc<Assessment>> {
        match place {
            Place::List => self.get(id),
            Place::Bin => self.in_bin(id).map(Arc::new),
        }
    }
}

/// Merges several versions.
fn union<const N: usize>(versions: [&Option<Arc<Assessment>>; N]) -> Option<Arc<Assessment>> {
    let mut versions = versions.into_iter().flatten();
    let first = Arc::clone(versions.next()?);
    let rest: Vec<_> = versions.filter(|v| **v != first).collect();
    if rest.is_empty() {
        return Some(first);
    }
    let mut all = (*first).clone();
    rest.into_iter().for_each(|v| all.merge(v));
    Some(Arc::new(all))
}
