//! What a person does with assessments: every change of them comes through here.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    AppState, NoticeKind, SaveState, Settings, StoreState,
    place::{Intent, Place},
    ports::StorageError,
    shelf::key,
};
use crate::core::{
    assessment::{Assessment, AssessmentId, CatalogRef, Clock, Edit, History, Stamp, Step, Turned, Value, paths},
    catalog::{Case, Text},
    document::{self, Limit},
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
        self.put(&assessment);
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
        self.put(&original.copy_as(copy.clone()));
        self.dispatch(&copy, &[Edit::text(paths::name(), name)]);
        Some(copy)
    }

    /// Moves an assessment to the bin.
    ///
    /// # Errors
    /// If it could not be moved; then it stays where it is.
    pub fn delete(&self, id: &AssessmentId) -> Result<(), StorageError> {
        let Some(assessment) = self.get(id) else { return Ok(()) };
        let disk = self.durable.get_untracked() == StoreState::Ready;
        let binned = match self.keep_in_mirror(&assessment, Intent::Bin) {
            Ok(placed) => placed.assessment,
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
        if !self.put(&assessment) {
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
        self.forget_texts(id);
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

    fn remove_from_disk(&self, key: String) {
        let (app, durable) = (*self, self.ports.with_value(|p| Arc::clone(&p.durable)));
        self.spawn(async move {
            let gone = durable.change(vec![], Box::new(move |_| Ok(vec![(key, None)]))).await;
            if gone.is_err() && app.durable.get_untracked() == StoreState::Ready {
                app.tell(NoticeKind::NotRemoved);
            }
        });
    }

    /// Changes an assessment. The one way in which anything a person enters gets in.
    pub fn dispatch(&self, id: &AssessmentId, edits: &[Edit]) {
        let Some(back) = self.apply(id, edits) else { return };
        self.remember(id, back);
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
        let answers = edits.iter().filter(|e| e.path.segments().next() == Some("presumed"));
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
        let turn = |step: &Step| {
            self.change(id, |assessment, clock, now, by| assessment.turn(step, clock, now, by)).unwrap_or(Err(()))
        };
        let turned: Result<bool, ()> = if again { history.redo(turn) } else { history.undo(turn) };
        // Nothing is undone that would not fit; then the step stays.
        if turned.is_ok() {
            self.keep_history(id, history);
        }
        if turned == Ok(true) {
            self.tell(NoticeKind::Undone { again });
        }
    }

    fn keep_history(&self, id: &AssessmentId, history: History) {
        self.histories.update_value(|h| {
            h.insert(id.clone(), history);
        });
        self.history_turn.update(|n| *n += 1);
    }

    /// Remembers what was done, so that it can be undone.
    pub(super) fn remember(&self, id: &AssessmentId, step: Step) {
        self.histories.update_value(|h| h.entry(id.clone()).or_default().push(step));
        self.history_turn.update(|n| *n += 1);
    }

    /// Decides a disagreement: this value stands.
    pub fn decide(&self, id: &AssessmentId, path: &crate::core::assessment::Path, value: Option<Value>) {
        let edit = Edit { path: path.clone(), value };
        let decide =
            |assessment: &mut Assessment, clock: &mut Clock, now, by: &str| assessment.decide(&edit, clock, now, by);
        if let Some(Ok(step)) = self.change(id, decide) {
            self.remember(id, step);
        }
    }

    /// Says that the assessment is worked on with the catalogue in force from now on.
    pub fn adopt_catalog(&self, id: &AssessmentId) {
        let Some(mine) = self.get(id) else { return };
        let mut changed = (*mine).clone();
        changed.use_catalog(CatalogRef::of(self.catalog(), &self.catalog_digest(), self.tick()));
        self.put(&changed);
    }

    /// Changes the settings.
    pub fn set_settings(&self, change: impl FnOnce(&mut Settings)) {
        self.settings.update(change);
        // A browser that keeps nothing still applies them for this visit, and says on every page that it keeps nothing.
        match self.shelf().save_settings(&self.settings.get_untracked()) {
            Ok(()) | Err(StorageError::Forbidden) => {}
            Err(_) => self.tell(NoticeKind::SettingsNotKept),
        }
    }

    fn apply(&self, id: &AssessmentId, edits: &[Edit]) -> Option<Step> {
        let step = self.change(id, |assessment, clock, now, by| assessment.apply(edits, clock, now, by))?.ok()?;
        (!step.is_empty()).then_some(step)
    }

    /// Changes an assessment as a whole or, where that is more than it can hold, not at all: then that is told.
    fn change<T: Changes>(
        &self,
        id: &AssessmentId,
        change: impl FnOnce(&mut Assessment, &mut Clock, u64, &str) -> T,
    ) -> Option<Result<T, ()>> {
        let mine = self.get(id)?;
        let mut changed = (*mine).clone();
        let mut clock = self.clock.get_value();
        let done = change(&mut changed, &mut clock, self.now_ms(), &self.person());
        if !done.has_changed() {
            return Some(Ok(done));
        }
        if !self.put(&changed) {
            return Some(Err(()));
        }
        self.clock.set_value(clock);
        Some(Ok(done))
    }

    fn person(&self) -> String {
        self.settings.with_untracked(|s| s.person.trim().to_owned())
    }

    pub(super) fn in_bin(&self, id: &AssessmentId) -> Option<Assessment> {
        self.bin.with_untracked(|b| b.iter().find(|a| a.id() == id).cloned())
    }

    pub(super) fn get(&self, id: &AssessmentId) -> Option<Arc<Assessment>> {
        self.assessments.with_untracked(|a| a.get(id).cloned())
    }

    /// Shows an assessment and lets it wait to be kept. False where there is more in it than a file can hold: then nothing
    /// is changed, and that is told.
    pub(super) fn put(&self, assessment: &Assessment) -> bool {
        let settled = match document::settle(assessment.clone()) {
            Ok(settled) => settled,
            Err(limit) => {
                self.tell_limit(assessment, limit);
                return false;
            }
        };
        self.observe(&settled);
        let id = settled.id().clone();
        if let Some(share) = document::nearly_full(&settled)
            && self.told_full.try_update_value(|t| t.insert(id.clone())).unwrap_or_default()
        {
            self.tell(NoticeKind::NearlyFull { name: settled.text(&paths::name()).to_owned(), share });
        }
        self.assessments.update(|a| {
            a.insert(id.clone(), Arc::new(settled));
        });
        self.wait_for_saving(&id);
        true
    }

    pub(super) fn tell_limit(&self, assessment: &Assessment, limit: Limit) {
        self.tell(NoticeKind::TooMuch { name: assessment.text(&paths::name()).to_owned(), limit });
    }

    pub(super) fn wait_for_saving(&self, id: &AssessmentId) {
        self.set_save(id, SaveState::Pending);
        self.pending.update(|p| {
            p.insert(id.clone());
        });
    }

    /// Shows a merged state, and says so where it brought something new.
    pub(super) fn take_in(&self, mine: &Assessment, merged: Assessment) {
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

    pub(super) fn observe(&self, assessment: &Assessment) {
        let now = self.now_ms();
        self.clock.update_value(|clock| assessment.stamps().for_each(|s| clock.observe(s, now)));
    }

    fn tick(&self) -> Stamp {
        let mut clock: Clock = self.clock.get_value();
        let stamp = clock.tick(self.now_ms());
        self.clock.set_value(clock);
        stamp
    }
}

/// What a change did.
trait Changes {
    /// Whether it did anything.
    fn has_changed(&self) -> bool;
}

impl Changes for Step {
    fn has_changed(&self) -> bool {
        !self.is_empty()
    }
}

impl Changes for Turned {
    fn has_changed(&self) -> bool {
        !self.back.is_empty()
    }
}
