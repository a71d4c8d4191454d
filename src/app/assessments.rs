//! The assessments: creating, copying, and what is shown of each.

use std::sync::Arc;

use leptos::prelude::*;

use super::{AppState, NoticeKind};
use crate::core::{
    assessment::{Assessment, AssessmentId, CatalogRef, Clock, Edit, Stamp, paths},
    catalog::{Case, Text},
    document,
    jobs::{Answer, Job},
    model::{Model, start_from},
};

impl AppState {
    /// Starts a new assessment.
    #[must_use]
    pub fn create(&self, name: &str) -> AssessmentId {
        let id = AssessmentId::new(self.random());
        let assessment = Assessment::new(id.clone(), self.catalog_ref());
        self.insert(assessment);
        self.dispatch(&id, &[Edit::text(paths::name(), name)]);
        self.forget_history(&id);
        id
    }

    /// Makes a copy under another name.
    pub fn duplicate(&self, id: &AssessmentId, name: &str) -> Option<AssessmentId> {
        let original = self.get(id)?;
        let copy = AssessmentId::new(self.random());
        self.insert(original.copy_as(copy.clone()));
        self.dispatch(&copy, &[Edit::text(paths::name(), name)]);
        self.copy_contents(&original, &copy);
        Some(copy)
    }

    /// Opens a worked case as an assessment of its own.
    #[must_use]
    pub fn open_case(&self, case: &'static Case) -> AssessmentId {
        let language = self.locale();
        let pick = |text: &Text| language.pick(text.ja(), text.en());
        let id = self.create(pick(&case.name));
        let model = Model::default();
        let mut edits = start_from(&case.arrangement, None, &model, language, || self.random());
        edits.push(Edit::text(paths::meta("service"), pick(&case.about)));
        self.dispatch(&id, &edits);
        self.forget_history(&id);
        id
    }

    /// Opens a case that is worked to the end as an assessment of its own. `then` gets its id.
    pub fn open_worked(&self, case: &str, then: impl FnOnce(AssessmentId) + 'static) {
        let random = [self.random(), self.random(), self.random()];
        let (case, english) = (case.to_owned(), self.locale().is_english());
        let app = *self;
        let open = move |answer: Answer| {
            let Ok((assessment, contents)) = document::read_whole(answer.text.as_bytes()) else { return };
            let id = assessment.id().clone();
            if app.insert(assessment) {
                app.take_contents(&id, &contents);
                then(id);
            }
        };
        let job = Job::WorkedCase { case, random, now_ms: self.now_ms(), english };
        self.order(job, Vec::new(), Box::new(open));
    }

    pub(super) fn get(&self, id: &AssessmentId) -> Option<Arc<Assessment>> {
        self.assessments.with_untracked(|a| a.get(id).cloned())
    }

    /// Adds or replaces an assessment that was not edited here, and saves it soon. False if there is more in it than a
    /// file can hold: then nothing is changed, and a notice says so.
    pub(super) fn insert(&self, assessment: Assessment) -> bool {
        let name = assessment.text(&paths::name()).to_owned();
        match document::settle(assessment) {
            Ok(settled) => {
                let id = settled.id().clone();
                self.show_foreign(settled.into());
                self.save_soon(&id);
                true
            }
            Err(limit) => {
                self.notify(NoticeKind::TooMuch { name, limit });
                false
            }
        }
    }

    /// Shows an assessment as it is now.
    pub(super) fn show(&self, assessment: Arc<Assessment>) {
        self.assessments.update(|a| {
            a.insert(assessment.id().clone(), assessment);
        });
    }

    /// Shows an assessment with changes that were not made here: the clock is moved past them, and it is compared with
    /// its last file.
    pub(super) fn show_foreign(&self, assessment: Arc<Assessment>) {
        self.observe(&assessment);
        self.compare_with_file(&assessment);
        self.show(assessment);
    }

    /// Moves the clock past every stamp of an assessment.
    pub(super) fn observe(&self, assessment: &Assessment) {
        let now = self.now_ms();
        self.clock.update_value(|clock| assessment.stamps().for_each(|s| clock.observe(s, now)));
    }

    /// A reference to the catalogue in force, as an assessment has it.
    pub(super) fn catalog_ref(&self) -> CatalogRef {
        CatalogRef::of(self.catalog(), &self.catalog_digest(), self.tick())
    }

    fn tick(&self) -> Stamp {
        let mut clock: Clock = self.clock.get_value();
        let stamp = clock.tick(self.now_ms());
        self.clock.set_value(clock);
        stamp
    }
}
