//! The start: the first screen shows the mirror, and what the durable store has is merged in as soon as it is read.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use leptos::prelude::*;

use super::{
    AppState, SaveState, StoreState,
    place::{Intent, Place},
    ports::StorageError,
    shelf::{Kept, PREFIX, PackOnDisk, key},
};
use crate::core::{
    assessment::{Assessment, AssessmentId},
    document,
};

impl AppState {
    /// Takes in what the durable store has.
    pub(super) fn take_in_durable(self) -> impl Future<Output = ()> {
        let all = self.ports.with_value(|p| p.durable.below(PREFIX));
        async move {
            match all.await {
                Err(e) => self.go_on_without_durable(e),
                Ok(texts) => {
                    self.durable.set(StoreState::Ready);
                    self.take_in_texts(texts);
                }
            }
            self.flush();
        }
    }

    /// The mirror carries on alone.
    fn go_on_without_durable(&self, why: StorageError) {
        self.durable.set(StoreState::Failed(why));
        self.saves.update(|saves| {
            for state in saves.values_mut().filter(|s| **s == SaveState::Checking) {
                *state = SaveState::Mirrored(None, why);
            }
        });
    }

    fn take_in_texts(&self, texts: Vec<(String, String)>) {
        self.take_in_pack(texts.iter().find(|(key, _)| key == PackOnDisk::KEY).map(|(_, text)| text.as_str()));
        let mirrored = self.in_mirror.get_value();
        let mut ids: BTreeSet<AssessmentId> = self.assessments.with_untracked(|a| a.keys().cloned().collect());
        self.bin.with_untracked(|b| {
            b.iter().for_each(|a| {
                ids.insert(a.id().clone());
            })
        });
        // Most texts are those that the mirror has: these were read already.
        let (same, other): (Vec<_>, Vec<_>) = texts.into_iter().partition(|(key, text)| {
            let id = key.rsplit('/').next().and_then(|id| id.parse::<AssessmentId>().ok());
            id.is_some_and(|id| mirrored.get(&id).is_some_and(|m| **m == **text) && self.stands_at(key, &id))
        });
        let mut disk: BTreeMap<AssessmentId, Arc<str>> = BTreeMap::new();
        let mut known: BTreeSet<String> = BTreeSet::new();
        for (key, text) in same {
            if let Some(id) = key.rsplit('/').next().and_then(|id| id.parse().ok()) {
                disk.insert(id, text.into());
            }
            known.insert(key);
        }
        let kept = Kept::of(other, true);
        self.unreadable.update(|u| u.extend(kept.unreadable));
        kept.list.keys().chain(kept.bin.keys()).for_each(|id| {
            ids.insert(id.clone());
        });
        for id in ids {
            let at = |place| known.contains(&key(place, &id)).then(|| self.here(place, &id)).flatten();
            let list = at(Place::List).or_else(|| kept.list.get(&id).map(|(a, _)| Arc::clone(a)));
            let bin = at(Place::Bin).or_else(|| kept.bin.get(&id).map(|(a, _)| Arc::clone(a)));
            let text = disk.get(&id).or_else(|| kept.list.get(&id).or_else(|| kept.bin.get(&id)).map(|(_, text)| text));
            if let Some(text) = text.filter(|_| list.is_some() != bin.is_some()) {
                self.on_disk.update_value(|t| {
                    t.insert(id.clone(), Arc::clone(text));
                });
            }
            self.reconcile(&id, list, bin);
        }
    }

    /// Brings together what is known here of an assessment and what the durable store has of it in its list and bin.
    fn reconcile(&self, id: &AssessmentId, list: Option<Arc<Assessment>>, bin: Option<Arc<Assessment>>) {
        let (here_list, here_bin) = (self.here(Place::List, id), self.here(Place::Bin, id));
        let listed = union([&here_list, &list]);
        let binned = union([&here_bin, &bin]);
        let Some(all) = union([&listed, &binned]) else { return };
        let in_bin = match (&listed, &binned) {
            (None, _) => true,
            (_, None) => false,
            // The bin has all of it: the durable store knows where it belongs. What it does not know stays in the list.
            (Some(_), Some(binned)) => all == *binned && list.is_none() && bin.is_some(),
        };
        let Ok(settled) = document::settle((*all).clone()) else {
            return self.set_save(id, SaveState::Failed(StorageError::TooLarge));
        };
        let (settled, waits) = (Arc::new(settled), self.pending.with_untracked(|p| p.contains(id)));
        if in_bin {
            self.put_aside((*settled).clone());
            let complete = bin.is_some_and(|b| b == settled) && list.is_none();
            if !complete || here_list.is_some() {
                self.keep(id, Intent::Bin);
            }
            return;
        }
        if here_list.as_ref() != Some(&settled) {
            self.observe(&settled);
            self.assessments.update(|a| {
                a.insert(id.clone(), Arc::clone(&settled));
            });
        }
        self.bin.update(|b| b.retain(|a| a.id() != id));
        if list.is_some_and(|l| l == settled) && bin.is_none() {
            if !waits {
                self.set_save(id, SaveState::Saved(None));
            }
            let mirrored = self.in_mirror.with_value(|t| t.contains_key(id)) && here_list.is_some_and(|h| h == settled);
            if !mirrored && !self.shelf().is_elsewhere(id) {
                let _ = self.keep_in_mirror(&settled, Intent::Restore);
            }
        } else {
            self.wait_for_saving(id);
            self.to_disk.update_value(|t| {
                t.insert(id.clone(), Intent::Restore);
            });
        }
        if self.marks.with_untracked(|m| !m.contains_key(id))
            && let Some(mark) = self.shelf().mark(id)
        {
            self.marks.update(|m| {
                m.insert(id.clone(), mark);
            });
        }
    }

    /// What is known here of an assessment at a place.
    fn here(&self, place: Place, id: &AssessmentId) -> Option<Arc<Assessment>> {
        match place {
            Place::List => self.get(id),
            Place::Bin => self.in_bin(id).map(Arc::new),
        }
    }

    fn stands_at(&self, at: &str, id: &AssessmentId) -> bool {
        [Place::List, Place::Bin].into_iter().any(|place| at == key(place, id) && self.here(place, id).is_some())
            // What was entered since the start is not what was read.
            && !self.pending.with_untracked(|p| p.contains(id))
    }
}

/// All that several versions have.
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
