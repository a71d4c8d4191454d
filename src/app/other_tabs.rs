//! Other tabs: each change that they make to the mirror is merged.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    AppState, SaveState, Unreadable,
    place::{Intent, Record, Texts},
    ports::StorageError,
    repository::{Repository, Touched},
};
use crate::core::{
    assessment::{Assessment, AssessmentId},
    document,
};

impl AppState {
    /// Handles another tab's change of a key of the mirror.
    pub fn storage_changed(&self, key: &str) {
        match Repository::touched(key) {
            Touched::Assessment(id) => match self.repository().texts(&id) {
                Ok(Texts { list: Some(text), .. }) => self.merge_text(&id, &text),
                Ok(Texts { list: None, bin }) => self.removed_elsewhere(&id, bin.as_deref()),
                Err(e) => self.set_save(&id, SaveState::Failed(e)),
            },
            Touched::Other => self.reload_rest(),
            Touched::Foreign => {}
        }
    }

    /// Handles what another tab wrote under a key of the mirror. A third tab may have overwritten it since, so the text
    /// of the event counts, not what is in the mirror now.
    pub fn storage_written(&self, key: &str, text: Option<&str>) {
        match (Repository::touched(key), text) {
            (Touched::Assessment(id), Some(text)) => {
                self.merge_text(&id, text);
                if self.repository().texts(&id).is_ok_and(|now| now.list.as_deref() != Some(text)) {
                    self.storage_changed(key);
                    self.save_soon(&id);
                }
            }
            _ => self.storage_changed(key),
        }
    }

    fn merge_text(&self, id: &AssessmentId, text: &str) {
        let theirs = match document::read(text.as_bytes()) {
            Ok(theirs) if theirs.id() == id => theirs,
            _ => return self.set_save(id, SaveState::Failed(StorageError::Guarded)),
        };
        let theirs = Arc::new(theirs);
        let record = Record { assessment: Arc::clone(&theirs), text: text.into() };
        self.track(id, &mut |t| t.in_mirror = Some(record.clone()));
        let Some(mine) = self.get(id) else {
            self.show_foreign(theirs);
            self.bin.update(|b| b.retain(|a| a.id() != id));
            // The tab that wrote it also writes it to the disk; so does this one, in case the other was closed.
            self.queue_for_disk(id, Intent::Restore);
            return self.save_soon(id);
        };
        let mut merged = (*mine).clone();
        merged.merge(&theirs);
        merged.prune();
        let ahead = merged != *theirs;
        let news = merged != *mine;
        self.show_merged(&mine, merged);
        if ahead || news {
            self.save_soon(id);
        }
    }

    /// Another tab removed an assessment from the list. Unless the bin has all of it, it is saved again.
    fn removed_elsewhere(&self, id: &AssessmentId, bin: Option<&str>) {
        if self.repository().is_evicted(id) {
            return self.track(id, &mut |t| t.in_mirror = None);
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
                self.move_to_bin(binned);
                self.reload_rest();
            }
            None => self.save_soon(id),
        }
    }

    /// Handles that the mirror was cleared: saves everything again.
    pub fn storage_cleared(&self) {
        self.tracked.update_untracked(|all| all.values_mut().for_each(|t| t.in_mirror = None));
        let ids: Vec<AssessmentId> = self.assessments.with_untracked(|a| a.keys().cloned().collect());
        ids.iter().for_each(|id| self.save_soon(id));
        self.restore_pack_in_mirror();
    }

    pub(super) fn reload_rest(&self) {
        let repository = self.repository();
        if let Ok(kept) = repository.load() {
            // What was evicted from the mirror is in the durable store only.
            let elsewhere = |a: &Assessment| repository.is_evicted(a.id()) || self.never_mirrored(a.id());
            let binned = kept.bin.iter().filter(|r| self.get(r.id()).is_none()).map(|r| (*r.assessment).clone());
            let mut bin: Vec<Assessment> = binned.collect();
            let is_kept = |a: &Assessment| kept.bin.iter().any(|r| r.id() == a.id());
            let others = self.bin.get_untracked().into_iter().filter(|a| !is_kept(a) && elsewhere(a));
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
        self.set_marks(|id| repository.mark(id));
        // If storage cannot be read, the pack in force stays.
        let _ = self.reload_pack();
        let settings = repository.settings();
        if self.settings.with_untracked(|s| *s != settings) {
            self.settings.set(settings);
        }
    }

    /// Whether something in the bin was never written to the mirror, so that its absence there means nothing.
    fn never_mirrored(&self, id: &AssessmentId) -> bool {
        self.tracked(id).in_mirror.is_none()
    }
}
