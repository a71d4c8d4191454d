//! What other tabs do: each of their changes to the mirror comes here and is merged.

use std::{collections::BTreeMap, sync::Arc};

use leptos::prelude::*;

use super::{
    AppState, SaveState, Unreadable,
    place::{Intent, Record, Texts},
    ports::StorageError,
    shelf::{Shelf, Touched},
};
use crate::core::{
    assessment::{Assessment, AssessmentId},
    document,
};

impl AppState {
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
        let theirs = Arc::new(theirs);
        let record = Record { assessment: Arc::clone(&theirs), text: text.into() };
        self.in_mirror.update_value(|t| {
            t.insert(id.clone(), record);
        });
        let Some(mine) = self.get(id) else {
            self.show_foreign(theirs);
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
        let ahead = merged != *theirs;
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
            let binned = kept.bin.iter().filter(|(id, _)| self.get(id).is_none()).map(|(_, r)| (*r.assessment).clone());
            let mut bin: Vec<Assessment> = binned.collect();
            let others =
                self.bin.get_untracked().into_iter().filter(|a| !kept.bin.contains_key(a.id()) && elsewhere(a));
            bin.extend(others);
            if self.bin.with_untracked(|b| *b != bin) {
                let gone = |a: &&Assessment| self.get(a.id()).is_none() && bin.iter().all(|b| b.id() != a.id());
                self.bin.with_untracked(|b| b.iter().filter(gone).for_each(|a| self.forget_records(a.id())));
                self.bin.set(bin);
            }
            let durable = self.unreadable.get_untracked().into_iter().filter(|u| u.durable);
            let unreadable: Vec<Unreadable> = kept.unreadable.into_iter().chain(durable).collect();
            if self.unreadable.with_untracked(|u| *u != unreadable) {
                self.unreadable.set(unreadable);
            }
        }
        let ids: Vec<AssessmentId> = self.assessments.with_untracked(|a| a.keys().cloned().collect());
        self.set_marks(ids.into_iter().filter_map(|id| Some((id.clone(), shelf.mark(&id)?))).collect());
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
