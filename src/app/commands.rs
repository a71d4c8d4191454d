//! Everything that changes the state.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    AppState, FileMark, IncomingKind, NoticeKind, SaveState, Settings,
    ports::StorageError,
    shelf::{Shelf, Touched},
};
use crate::core::{
    assessment::{Assessment, AssessmentId, CatalogRef, Clock, Edit, History, Step, Value, paths},
    catalog::{Case, Text},
    document,
    model::{Model, start_from},
};

impl AppState {
    /// Starts a new assessment.
    #[must_use]
    pub fn create(&self, name: &str) -> AssessmentId {
        let id = AssessmentId::new(self.random());
        let at = self.tick();
        let catalog = CatalogRef::of(self.catalog(), &self.catalog_digest(), at);
        let assessment = Assessment::new(id.clone(), catalog);
        self.put(assessment);
        self.dispatch(&id, &[Edit::text(paths::name(), name)]);
        self.histories.update_value(|h| {
            h.remove(&id);
        });
        id
    }

    /// Makes a copy under another name.
    pub fn duplicate(&self, id: &AssessmentId, name: &str) -> Option<AssessmentId> {
        let original = self.get(id)?;
        let copy = AssessmentId::new(self.random());
        self.put(original.copy_as(copy.clone()));
        self.dispatch(&copy, &[Edit::text(paths::name(), name)]);
        Some(copy)
    }

    /// Moves an assessment to the bin.
    ///
    /// # Errors
    /// If it could not be moved; then it stays where it is.
    pub fn delete(&self, id: &AssessmentId) -> Result<(), StorageError> {
        let Some(assessment) = self.get(id) else { return Ok(()) };
        let binned = match self.shelf().bin(&assessment) {
            Ok(binned) => binned,
            // Without storage there is no bin but memory's.
            Err(StorageError::Forbidden) => (*assessment).clone(),
            Err(e) => return Err(e),
        };
        let name = assessment.text(&paths::name()).to_owned();
        self.pending.update(|p| p.retain(|i| i != id));
        self.assessments.update(|a| {
            a.remove(id);
        });
        self.bin.update(|b| {
            b.retain(|a| a.id() != id);
            b.push(binned);
        });
        self.tell(NoticeKind::Binned { id: id.clone(), name });
        self.flush();
        Ok(())
    }

    /// Brings an assessment back from the bin.
    pub fn restore(&self, id: &AssessmentId) {
        let Some(mut assessment) = self.in_bin(id) else { return };
        if let Some(mine) = self.get(id) {
            assessment.merge(&mine);
        }
        self.put(assessment);
        self.flush();
        // Only once it is safe elsewhere does it leave the bin.
        if matches!(self.save_state(id), SaveState::Saved(_)) {
            let _ = self.shelf().forget(id);
        }
        self.bin.update(|b| b.retain(|a| a.id() != id));
        self.notices.update(|n| n.retain(|n| !matches!(&n.kind, NoticeKind::Binned { id: i, .. } if i == id)));
    }

    /// Forgets an assessment in the bin for ever.
    pub fn forget(&self, id: &AssessmentId) {
        if self.shelf().forget(id).is_ok() {
            self.bin.update(|b| b.retain(|a| a.id() != id));
            // There is room again, perhaps for what is waiting.
            self.flush();
        }
    }

    /// Removes something unreadable from storage for ever.
    pub fn forget_unreadable(&self, key: &str) {
        if self.shelf().forget_unreadable(key).is_ok() {
            self.unreadable.update(|u| u.retain(|u| u.key != key));
            self.flush();
        }
    }

    /// Changes an assessment. The one way in which anything a person enters gets in.
    pub fn dispatch(&self, id: &AssessmentId, edits: &[Edit]) {
        let Some(back) = self.apply(id, edits) else { return };
        self.histories.update_value(|h| h.get_or_insert_with(id, History::default).push(back));
        self.history_turn.update(|n| *n += 1);
    }

    /// Opens a worked case as an assessment of its own.
    #[must_use]
    pub fn open_case(&self, case: &'static Case) -> AssessmentId {
        let english = self.locale().is_english();
        let pick = |text: &Text| if english { text.en() } else { text.ja() };
        let id = self.create(pick(&case.name));
        let model = Model::default();
        let mut edits = start_from(&case.arrangement, None, &model, english, || self.random());
        edits.push(Edit::text(paths::meta("service"), pick(&case.about)));
        self.dispatch(&id, &edits);
        self.histories.update_value(|h| {
            h.remove(&id);
        });
        id
    }

    /// Lays a service type under the model.
    pub fn start_from(&self, id: &AssessmentId, type_id: &str, model: &Model) {
        let Some(service_type) = self.catalog().service_type(type_id) else { return };
        let (arrangement, english) = (&service_type.arrangement, self.locale().is_english());
        let edits = start_from(arrangement, Some(service_type.id), model, english, || self.random());
        self.dispatch(id, &edits);
        let answers = edits.iter().filter(|e| !matches!(e.path.segments().next_back(), Some("type" | "name" | "kind")));
        self.tell(NoticeKind::Started { answers: answers.count() });
    }

    /// Takes the last step back.
    pub fn undo(&self, id: &AssessmentId) {
        self.turn(id, false);
    }

    /// Makes the last undone step again.
    pub fn redo(&self, id: &AssessmentId) {
        self.turn(id, true);
    }

    /// Whether there is a step to undo, and one to redo.
    #[must_use]
    pub fn can_turn(&self, id: &AssessmentId) -> (bool, bool) {
        self.history_turn.track();
        self.histories.with_value(|h| h.get(id).map_or((false, false), |h| (h.can_undo(), h.can_redo())))
    }

    fn turn(&self, id: &AssessmentId, again: bool) {
        let Some(mut history) = self.histories.with_value(|h| h.get(id).cloned()) else { return };
        let apply = |edits: &[Edit]| self.apply(id, edits).unwrap_or_default();
        let turned = if again { history.redo(apply) } else { history.undo(apply) };
        self.keep_history(id, history);
        if turned {
            self.tell(NoticeKind::Undone { again });
        }
    }

    fn keep_history(&self, id: &AssessmentId, history: History) {
        self.histories.update_value(|h| {
            h.insert(id.clone(), history);
        });
        self.history_turn.update(|n| *n += 1);
    }

    /// Keeps everything that waits. Called soon after each change, and before the page goes away.
    pub fn flush(&self) {
        let mut settled = Vec::new();
        for id in self.pending.get_untracked() {
            let Some(mine) = self.get(&id) else {
                settled.push(id);
                continue;
            };
            let state = match self.shelf().save(&mine) {
                Ok(merged) => {
                    self.storage_failure.set(None);
                    self.take_in(&mine, merged);
                    settled.push(id.clone());
                    SaveState::Saved(Some(self.now_ms()))
                }
                Err(e) => SaveState::Failed(e),
            };
            self.saves.update(|s| {
                s.insert(id.clone(), state);
            });
        }
        // What failed keeps waiting for the next occasion.
        if !settled.is_empty() {
            self.pending.update(|p| p.retain(|id| !settled.contains(id)));
        }
    }

    /// Whether something would be lost if the page went away now: it is neither kept here nor in a file.
    #[must_use]
    pub fn has_unsaved(&self) -> bool {
        let pending = self.pending.get_untracked();
        untrack(|| pending.iter().any(|id| self.file_mark(id).is_none_or(|(_, changed)| changed)))
    }

    /// Hears that storage was cleared as a whole: everything that is known here is kept again.
    pub fn storage_cleared(&self) {
        let ids: Vec<AssessmentId> = self.assessments.with_untracked(|a| a.keys().cloned().collect());
        ids.iter().for_each(|id| self.wait_for_saving(id));
        self.keep_pack_again();
    }

    /// Hears that another tab changed a key of storage.
    pub fn storage_changed(&self, key: &str) {
        match Shelf::touched(key) {
            Touched::Assessment(id) => match self.shelf().stored(&id) {
                Ok(Some(theirs)) => match self.get(&id) {
                    Some(mine) => {
                        let mut merged = (*mine).clone();
                        merged.merge(&theirs);
                        let ahead = merged != theirs;
                        self.take_in(&mine, merged);
                        if ahead {
                            self.wait_for_saving(&id);
                        }
                    }
                    None => {
                        self.observe(&theirs);
                        self.assessments.update(|a| {
                            a.insert(id.clone(), Arc::new(theirs));
                        });
                        self.bin.update(|b| b.retain(|a| *a.id() != id));
                        self.saves.update(|s| {
                            s.insert(id, SaveState::Saved(None));
                        });
                    }
                },
                Ok(None) => self.reload_after_removal(&id),
                Err(e) => self.saves.update(|s| {
                    s.insert(id, SaveState::Failed(e));
                }),
            },
            Touched::Other => self.reload_rest(),
            Touched::Foreign => {}
        }
    }

    /// Saves an assessment to a file.
    pub fn save_to_file(&self, id: &AssessmentId) {
        let Some(assessment) = self.get(id) else { return };
        let file = file_name(assessment.text(&paths::name()), id);
        let text = document::write(&assessment);
        self.ports.with_value(|p| p.files.save(&file, "application/json", &text));
        let mark = FileMark { at_ms: self.now_ms(), version: assessment.version() };
        let _ = self.shelf().set_mark(id, &mark);
        self.marks.update(|m| {
            m.insert(id.clone(), mark);
        });
        self.tell(NoticeKind::FileSaved { file });
    }

    /// Saves something unreadable to a file, as it is.
    pub fn save_unreadable(&self, key: &str) {
        let raw = self.unreadable.with_untracked(|u| u.iter().find(|u| u.key == key).map(|u| u.raw.clone()));
        let Some(raw) = raw else { return };
        let id = key.rsplit('/').next().unwrap_or_default();
        let file = format!("tenken-{id}.txt");
        self.ports.with_value(|p| p.files.save(&file, "text/plain", &raw));
        self.tell(NoticeKind::FileSaved { file });
    }

    /// Takes the waiting file in: as a new assessment, or merged into the one known here. Returns its id.
    pub fn accept_incoming(&self) -> Option<AssessmentId> {
        let incoming = self.incoming.get_untracked()?;
        self.incoming.set(None);
        let id = incoming.assessment.id().clone();
        let name = incoming.assessment.text(&paths::name()).to_owned();
        match (incoming.kind, self.get(&id)) {
            (IncomingKind::Known(_) | IncomingKind::Same, Some(mine)) => {
                let changes = mine.changes_by(&incoming.assessment);
                let mut merged = (*mine).clone();
                merged.merge(&incoming.assessment);
                self.put(merged);
                let back = changes.iter().map(|c| Edit { path: c.path.clone(), value: c.before.clone() }).collect();
                self.histories.update_value(|h| h.get_or_insert_with(&id, History::default).push(Step(back)));
                self.history_turn.update(|n| *n += 1);
                self.tell(NoticeKind::Imported { name, changed: Some(changes.len()) });
            }
            (_, mine) => {
                let mut assessment = incoming.assessment;
                mine.iter().for_each(|mine| assessment.merge(mine));
                if let Some(binned) = self.in_bin(&id) {
                    // It comes back from the bin, with what was entered before it went there.
                    assessment.merge(&binned);
                    self.put(assessment);
                    self.restore(&id);
                } else {
                    self.put(assessment);
                }
                self.tell(NoticeKind::Imported { name, changed: None });
            }
        }
        Some(id)
    }

    /// Takes the waiting file in as an assessment of its own, beside the one known here.
    pub fn accept_incoming_as_copy(&self, name: &str) -> Option<AssessmentId> {
        let incoming = self.incoming.get_untracked()?;
        self.incoming.set(None);
        let id = AssessmentId::new(self.random());
        self.put(incoming.assessment.copy_as(id.clone()));
        self.dispatch(&id, &[Edit::text(paths::name(), name)]);
        self.tell(NoticeKind::Imported { name: name.to_owned(), changed: None });
        Some(id)
    }

    /// Decides a disagreement: this value stands.
    pub fn decide(&self, id: &AssessmentId, path: &crate::core::assessment::Path, value: Option<Value>) {
        let Some(mine) = self.get(id) else { return };
        let mut changed = (*mine).clone();
        let mut clock = self.clock.get_value();
        let edit = Edit { path: path.clone(), value };
        let back = changed.decide(&edit, &mut clock, self.now_ms(), &self.person());
        self.clock.set_value(clock);
        self.put(changed);
        self.histories.update_value(|h| h.get_or_insert_with(id, History::default).push(back));
        self.history_turn.update(|n| *n += 1);
    }

    /// Says that the assessment is worked on with the catalogue in force from now on.
    pub fn adopt_catalog(&self, id: &AssessmentId) {
        let Some(mine) = self.get(id) else { return };
        let mut changed = (*mine).clone();
        changed.use_catalog(CatalogRef::of(self.catalog(), &self.catalog_digest(), self.tick()));
        self.put(changed);
    }

    /// Changes the settings.
    pub fn set_settings(&self, change: impl FnOnce(&mut Settings)) {
        self.settings.update(change);
        // A browser that keeps nothing still applies them for this visit.
        let _ = self.shelf().save_settings(&self.settings.get_untracked());
    }

    fn apply(&self, id: &AssessmentId, edits: &[Edit]) -> Option<Step> {
        let mine = self.get(id)?;
        let mut changed = (*mine).clone();
        let mut clock = self.clock.get_value();
        let back = changed.apply(edits, &mut clock, self.now_ms(), &self.person());
        if back.is_empty() {
            return None;
        }
        self.clock.set_value(clock);
        self.put(changed);
        Some(back)
    }

    fn person(&self) -> String {
        self.settings.with_untracked(|s| s.person.trim().to_owned())
    }

    fn in_bin(&self, id: &AssessmentId) -> Option<Assessment> {
        self.bin.with_untracked(|b| b.iter().find(|a| a.id() == id).cloned())
    }

    fn get(&self, id: &AssessmentId) -> Option<Arc<Assessment>> {
        self.assessments.with_untracked(|a| a.get(id).cloned())
    }

    fn put(&self, assessment: Assessment) {
        self.observe(&assessment);
        let id = assessment.id().clone();
        self.assessments.update(|a| {
            a.insert(id.clone(), Arc::new(assessment));
        });
        self.wait_for_saving(&id);
    }

    fn wait_for_saving(&self, id: &AssessmentId) {
        self.saves.update(|s| {
            s.insert(id.clone(), SaveState::Pending);
        });
        self.pending.update(|p| {
            p.insert(id.clone());
        });
    }

    /// Shows a merged state, and says so where it brought something new.
    fn take_in(&self, mine: &Assessment, merged: Assessment) {
        if merged == *mine {
            return;
        }
        let changes = mine.changes_by(&merged);
        let conflicts = changes.iter().filter(|c| c.conflict).count();
        self.observe(&merged);
        self.assessments.update(|a| {
            a.insert(merged.id().clone(), Arc::new(merged));
        });
        if !changes.is_empty() {
            self.tell(NoticeKind::MergedFromTab { changed: changes.len(), conflicts });
        }
    }

    /// Another tab removed an assessment. Unless the bin has all of it, it is kept again.
    fn reload_after_removal(&self, id: &AssessmentId) {
        let binned = self.shelf().binned().unwrap_or_default().into_iter().find(|b| b.id() == id);
        let safe = binned.is_some_and(|binned| {
            let mut both = binned.clone();
            self.get(id).iter().for_each(|mine| both.merge(mine));
            both == binned
        });
        if !safe {
            return self.wait_for_saving(id);
        }
        self.assessments.update(|a| {
            a.remove(id);
        });
        self.reload_rest();
    }

    fn reload_rest(&self) {
        let shelf = self.shelf();
        if let Ok(binned) = shelf.binned() {
            self.bin.set(binned);
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

    fn observe(&self, assessment: &Assessment) {
        self.clock.update_value(|clock| assessment.stamps().for_each(|s| clock.observe(s)));
    }

    fn tick(&self) -> crate::core::assessment::Stamp {
        let mut clock: Clock = self.clock.get_value();
        let stamp = clock.tick(self.now_ms());
        self.clock.set_value(clock);
        stamp
    }
}

/// A file name that says what is in it and that every system takes.
fn file_name(name: &str, id: &AssessmentId) -> String {
    let safe: String =
        name.chars().map(|c| if c.is_control() || "\\/:*?\"<>|.".contains(c) { '_' } else { c }).take(60).collect();
    let safe = safe.trim();
    format!("{}.tenken.json", if safe.is_empty() { id.as_str() } else { safe })
}
