//! What comes in from the stores: the durable one after the start, and what other tabs do.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use leptos::prelude::*;

use super::{
    AppState, SaveState, StoreState, Unreadable,
    place::{Intent, Place, Texts},
    ports::StorageError,
    shelf::{Kept, PREFIX, PackOnDisk, Shelf, Touched, key},
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

    /// Hears that another tab changed a key of the mirror.
    pub fn storage_changed(&self, key: &str) {
        match Shelf::touched(key) {
            Touched::Assessment(id) => match self.shelf().texts(&id) {
                Ok(Texts { list: Some(text), .. }) => self.hear(&id, &text),
                Ok(Texts { list: None, bin }) => self.hear_of_removal(&id, bin.as_deref()),
                Err(e) => self.set_save(&id, SaveState::Failed(e)),
            },
            Touched::Other => self.reload_rest(),
            Touched::Foreign => {}
        }
    }

    /// Hears what another tab wrote under a key of the mirror. A tab that writes at the same time may have written over
    /// it since, so what counts is what is heard, not what is found.
    pub fn storage_written(&self, key: &str, text: Option<&str>) {
        match (Shelf::touched(key), text) {
            (Touched::Assessment(id), Some(text)) => {
                self.hear(&id, text);
                if self.shelf().texts(&id).is_ok_and(|now| now.list.as_deref() != Some(text)) {
                    self.storage_changed(key);
                    self.wait_for_saving(&id);
                }
            }
            _ => self.storage_changed(key),
        }
    }

    fn hear(&self, id: &AssessmentId, text: &str) {
        let theirs = match document::read(text.as_bytes()) {
            Ok(theirs) if theirs.id() == id => theirs,
            _ => return self.set_save(id, SaveState::Failed(StorageError::Guarded)),
        };
        self.in_mirror.update_value(|t| {
            t.insert(id.clone(), text.into());
        });
        let Some(mine) = self.get(id) else {
            self.observe(&theirs);
            self.assessments.update(|a| {
                a.insert(id.clone(), Arc::new(theirs));
            });
            self.bin.update(|b| b.retain(|a| a.id() != id));
            // The tab that wrote it brings it to the disk; so does this one, in case the other is gone.
            self.to_disk.update_value(|t| {
                t.insert(id.clone(), Intent::Restore);
            });
            return self.wait_for_saving(id);
        };
        let mut merged = (*mine).clone();
        merged.merge(&theirs);
        merged.prune();
        let ahead = merged != theirs;
        let news = merged != *mine;
        self.take_in(&mine, merged);
        if ahead || news {
            self.wait_for_saving(id);
        }
    }

    /// Another tab took an assessment out of the list. Unless the bin has all of it, it is kept again.
    fn hear_of_removal(&self, id: &AssessmentId, bin: Option<&str>) {
        if self.shelf().is_elsewhere(id) {
            return self.in_mirror.update_value(|t| {
                t.remove(id);
            });
        }
        let Some(mine) = self.get(id) else { return self.reload_rest() };
        let binned = bin.and_then(|text| document::read(text.as_bytes()).ok());
        let safe = binned.filter(|binned| {
            let mut both = binned.clone();
            both.merge(&mine);
            both == *binned
        });
        match safe {
            Some(binned) => {
                self.put_aside(binned);
                self.reload_rest();
            }
            None => self.wait_for_saving(id),
        }
    }

    /// Hears that the mirror was cleared as a whole: everything that is known here is kept again.
    pub fn storage_cleared(&self) {
        self.in_mirror.set_value(BTreeMap::new());
        let ids: Vec<AssessmentId> = self.assessments.with_untracked(|a| a.keys().cloned().collect());
        ids.iter().for_each(|id| self.wait_for_saving(id));
        self.keep_pack_again();
    }

    pub(super) fn reload_rest(&self) {
        let shelf = self.shelf();
        if let Ok(kept) = shelf.load() {
            // What had to make room here stands in the durable store alone.
            let elsewhere = |a: &Assessment| shelf.is_elsewhere(a.id()) || self.never_mirrored(a.id());
            let binned = kept.bin.iter().filter(|(id, _)| self.get(id).is_none()).map(|(_, (a, _))| (**a).clone());
            let mut bin: Vec<Assessment> = binned.collect();
            let others =
                self.bin.get_untracked().into_iter().filter(|a| !kept.bin.contains_key(a.id()) && elsewhere(a));
            bin.extend(others);
            if self.bin.with_untracked(|b| *b != bin) {
                let gone = |a: &&Assessment| self.get(a.id()).is_none() && bin.iter().all(|b| b.id() != a.id());
                self.bin.with_untracked(|b| b.iter().filter(gone).for_each(|a| self.forget_texts(a.id())));
                self.bin.set(bin);
            }
            let durable = self.unreadable.get_untracked().into_iter().filter(|u| u.durable);
            let unreadable: Vec<Unreadable> = kept.unreadable.into_iter().chain(durable).collect();
            if self.unreadable.with_untracked(|u| *u != unreadable) {
                self.unreadable.set(unreadable);
            }
        }
        let ids: Vec<AssessmentId> = self.assessments.with_untracked(|a| a.keys().cloned().collect());
        self.marks.set(ids.into_iter().filter_map(|id| Some((id.clone(), shelf.mark(&id)?))).collect());
        // Where storage cannot be read, what was in force stays.
        let _ = self.reload_pack();
        let settings = shelf.settings();
        if self.settings.with_untracked(|s| *s != settings) {
            self.settings.set(settings);
        }
    }

    /// Whether something in the bin never came to the mirror, so that it is missing there without being gone.
    fn never_mirrored(&self, id: &AssessmentId) -> bool {
        !self.in_mirror.with_value(|t| t.contains_key(id))
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
