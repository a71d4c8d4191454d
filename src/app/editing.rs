//! What a person enters: every change of an assessment comes through here.

use leptos::prelude::*;

use super::{AppState, NoticeKind};
use crate::core::{
    assessment::{Assessment, AssessmentId, Clock, Edit, Path, Step, Value, paths},
    document,
    model::{Model, Question, project, questions, start_from},
};

/// Nothing was changed: the assessment is gone, or there would be more in it than it can hold.
pub(super) struct Unchanged;

impl AppState {
    /// Changes an assessment. The one way in which anything a person enters gets in.
    pub fn dispatch(&self, id: &AssessmentId, edits: &[Edit]) {
        let mut step = Step::default();
        let applied = self.change(id, &mut |assessment, clock, now, by| {
            step = assessment.apply(edits, clock, now, by);
            !step.is_empty()
        });
        if applied.is_ok() {
            self.push_history(id, step);
        }
    }

    /// Resolves a conflict in favour of this value.
    pub fn decide(&self, id: &AssessmentId, path: &Path, value: Option<Value>) {
        let edit = Edit { path: path.clone(), value };
        let mut step = Step::default();
        let decided = self.change(id, &mut |assessment, clock, now, by| {
            step = assessment.decide(&edit, clock, now, by);
            true
        });
        if decided.is_ok() {
            self.push_history(id, step);
        }
    }

    /// What a service type answers that is not answered yet.
    #[must_use]
    pub fn of_type(&self, type_id: &str, model: &Model) -> Vec<Edit> {
        let Some(service_type) = self.catalog().service_type(type_id) else { return Vec::new() };
        start_from(&service_type.arrangement, Some(service_type.id), model, self.locale(), || self.random())
    }

    /// Prefills the model from a service type. Answers that were given already stay.
    pub fn prefill(&self, id: &AssessmentId, type_id: &str, model: &Model) {
        let catalog = self.catalog();
        self.dispatch(id, &self.of_type(type_id, model));
        let Some(after) = self.get(id).map(|assessment| project(&assessment, catalog)) else { return };
        let is_new = |q: &&Question| q.answer(model).is_none() && q.answer(&after).is_some();
        let answers = questions(&after, catalog).iter().filter(is_new).count();
        self.notify(NoticeKind::Started { answers });
    }

    /// Makes the catalogue in force the one that the assessment refers to.
    pub fn adopt_catalog(&self, id: &AssessmentId) {
        let Some(mine) = self.get(id) else { return };
        let mut changed = (*mine).clone();
        changed.use_catalog(self.catalog_ref());
        self.insert(changed);
    }

    /// Changes an assessment atomically. If that is more than it can hold nothing is changed, and a notice says so.
    /// `change` returns whether it changed anything.
    ///
    /// # Errors
    /// If nothing was changed that should have been.
    pub(super) fn change(
        &self,
        id: &AssessmentId,
        change: &mut dyn FnMut(&mut Assessment, &mut Clock, u64, &str) -> bool,
    ) -> Result<(), Unchanged> {
        let mine = self.get(id).ok_or(Unchanged)?;
        let mut changed = (*mine).clone();
        let mut clock = self.clock.get_value();
        let person = self.settings.with_untracked(|s| s.person.trim().to_owned());
        if !change(&mut changed, &mut clock, self.now_ms(), &person) {
            return Ok(());
        }
        let settled = document::settle(changed).map_err(|limit| {
            self.notify(NoticeKind::TooMuch { name: mine.text(&paths::name()).to_owned(), limit });
            Unchanged
        })?;
        self.clock.set_value(clock);
        self.show(settled.into());
        self.save_soon(id);
        Ok(())
    }
}
