//! One assessment on screen: everything derived from it, each once.

use std::{ops::Deref, sync::Arc};

use leptos::prelude::*;

use super::{AppState, Followed, memo, trial::tried};
use crate::core::{
    assessment::{Assessment, AssessmentId, Edit, Path, Value},
    catalog::Catalog,
    evaluate::Classification,
    extract::{Deciding, Derived, Extraction, RowKey, derive, extract, most_deciding},
    model::{Model, Question, answering, project, questions},
    report::{
        ControlResults, Progress, Scope, Task, control_results, is_to_treat,
        paper::{Basis, Depth, Report, report},
        progress, tasks,
    },
};

/// The risks of an assessment, and its countermeasures.
type Outcome = (Extraction, Vec<Derived>);

/// What the pages of one assessment share: its derived values.
///
/// A reference is all that a closure keeps of it, as of [`AppState`]: with all of its memos copied into each closure there
/// were two kB more to load (gzip). What it refers to, a hundred bytes, stays until the page goes; the memos go with the
/// screen that they were made for.
#[derive(Clone, Copy)]
pub struct Session(&'static Values);

impl Deref for Session {
    type Target = Values;

    fn deref(&self) -> &Values {
        self.0
    }
}

/// What [`Session`] refers to.
pub struct Values {
    /// The app.
    pub app: AppState,
    id: StoredValue<AssessmentId>,
    /// The edits on trial.
    pub(super) on_trial: RwSignal<Option<Vec<Edit>>>,
    /// The assessment as it is kept.
    pub kept: Followed<Option<Arc<Assessment>>>,
    /// What follows from it: its risks, and its countermeasures. Worked out where something is on trial alone.
    pub(super) kept_results: Followed<Option<Arc<Outcome>>>,
    /// The assessment itself, with what is on trial; `None` once it is gone.
    pub assessment: Followed<Option<Arc<Assessment>>>,
    /// The model.
    pub model: Followed<Arc<Model>>,
    /// The risks.
    pub extraction: Followed<Arc<Extraction>>,
    /// The question to ask next.
    pub next: Followed<Option<Deciding>>,
    /// The countermeasures.
    pub derived: Followed<Arc<Vec<Derived>>>,
    /// How far it is.
    pub progress: Followed<Progress>,
    /// The pattern of the service, and what it follows from.
    pub classification: Followed<Classification>,
    /// Where the controls of Parts II and III stand.
    pub controls: Followed<Arc<ControlResults>>,
}

impl Session {
    /// Derives from one of the assessments that are kept.
    #[must_use]
    pub fn new(app: AppState, id: AssessmentId) -> Self {
        let of = id.clone();
        Self::of(app, id, memo(move || app.assessments().with(|a| a.get(&of).cloned())))
    }

    /// Derives from one assessment, wherever it is.
    #[must_use]
    pub fn of(app: AppState, id: AssessmentId, kept: Followed<Option<Arc<Assessment>>>) -> Self {
        let catalog = app.catalog();
        let key = StoredValue::new(id);
        let on_trial = RwSignal::new(None::<Vec<Edit>>);
        let kept_results = memo(move || {
            let kept = kept.get()?;
            let extraction = extract(catalog, &project(&kept, catalog));
            let scope = app.scope().within(&kept);
            let derived = derive(catalog, &extraction, |key| is_to_treat(catalog, &kept, scope, key));
            Some(Arc::new((extraction, derived)))
        });
        let assessment = memo(move || {
            let kept = kept.get()?;
            Some(on_trial.with(|edits| edits.as_ref().map_or_else(|| Arc::clone(&kept), |edits| tried(&kept, edits))))
        });
        let model =
            memo(move || assessment.with(|a| Arc::new(a.as_ref().map(|a| project(a, catalog)).unwrap_or_default())));
        let extraction = memo(move || model.with(|m| Arc::new(extract(catalog, m))));
        let next = memo(move || model.with(|m| extraction.with(|e| most_deciding(catalog, m, e))));
        let derived = memo(move || {
            assessment.with(|a| {
                let scope = scope_of(app, a.as_deref());
                let to_treat = |key: &RowKey| a.as_ref().is_none_or(|a| is_to_treat(catalog, a, scope, key));
                extraction.with(|e| Arc::new(derive(catalog, e, to_treat)))
            })
        });
        let progress = memo(move || {
            let (model, extraction, derived) = (model.get(), extraction.get(), derived.get());
            let of = |a: &Arc<Assessment>| progress(catalog, a, &model, &extraction, &derived, app.scope().within(a));
            assessment.with(|a| a.as_ref().map(of).unwrap_or_default())
        });
        let classification =
            memo(move || assessment.with(|a| a.as_ref().map(|a| Classification::of(catalog, a)).unwrap_or_default()));
        let controls = memo(move || {
            let pattern = classification.with(Classification::pattern);
            let of = |a: &Arc<Assessment>| Arc::new(control_results(catalog, a, pattern, app.scope().within(a)));
            assessment.with(|a| a.as_ref().map(of).unwrap_or_default())
        });
        let id = key;
        Self(Box::leak(Box::new(Values {
            app,
            id,
            on_trial,
            kept,
            kept_results,
            assessment,
            model,
            extraction,
            next,
            derived,
            progress,
            classification,
            controls,
        })))
    }

    /// The assessment's id.
    #[must_use]
    pub fn id(&self) -> AssessmentId {
        self.id.get_value()
    }

    /// The catalogue.
    #[must_use]
    pub fn catalog(&self) -> &'static Catalog {
        self.app.catalog()
    }

    /// The first question of the model that is open or only presumed; `None` where all are answered.
    #[must_use]
    pub fn first_open(&self) -> Option<Question> {
        self.model.with(|model| questions(model, self.catalog()).into_iter().find(|q| !model.is_answered(q)))
    }

    /// Whether the model has an answer, if only a presumed one.
    #[must_use]
    pub fn begun(&self) -> bool {
        self.progress.with(|p| p.model.done + p.presumed > 0)
    }

    /// What is still to be done, of all parts.
    #[must_use]
    pub fn tasks(&self) -> Vec<Task> {
        let (assessment, today) = (self.assessment.get(), self.app.today().parse().ok());
        let Some((assessment, today)) = assessment.zip(today) else { return Vec::new() };
        let (controls, extraction, derived) = (self.controls.get(), self.extraction.get(), self.derived.get());
        tasks(self.catalog(), &assessment, &controls, &extraction, &derived, self.scope(), today)
    }

    /// What of it is shown.
    #[must_use]
    pub fn scope(&self) -> Scope {
        self.assessment.with(|a| scope_of(self.app, a.as_deref()))
    }

    /// The report, of what is there today.
    #[must_use]
    pub fn report(&self, depth: Depth) -> Option<Report> {
        let (assessment, today) = self.assessment.get().zip(self.app.today().parse().ok())?;
        let basis = Basis {
            catalog: self.catalog(),
            digest: &self.app.catalog_digest(),
            assessment: &assessment,
            model: &self.model.get(),
            extraction: &self.extraction.get(),
            derived: &self.derived.get(),
            progress: &self.progress.get(),
            classification: &self.classification.get(),
            controls: &self.controls.get(),
            tasks: &self.tasks(),
            scope: self.scope(),
            today,
        };
        Some(report(&basis, depth, self.app.locale()))
    }

    /// Changes one field.
    pub fn edit(&self, edit: Edit) {
        self.edits(&[edit]);
    }

    /// Changes several fields as one step. An answer that was a service type's is a person's own from then on.
    pub fn edits(&self, edits: &[Edit]) {
        let all = self.assessment.with_untracked(|a| a.as_ref().map(|a| answering(a, edits))).unwrap_or_default();
        // Answers alone are on trial: whatever else is entered stands.
        let (tried, stands): (Vec<Edit>, Vec<Edit>) =
            all.into_iter().partition(|edit| self.on_trial.with_untracked(Option::is_some) && edit.path.is_of_model());
        if !tried.is_empty() {
            self.try_out(&tried);
        }
        self.id.with_value(|id| self.app.dispatch(id, &stands));
    }

    /// A field's value.
    #[must_use]
    pub fn value(&self, path: &Path) -> Option<Value> {
        self.assessment.with(|a| a.as_ref().and_then(|a| a.get(path).cloned()))
    }

    /// A field's text; empty where there is none.
    #[must_use]
    pub fn text(&self, path: &Path) -> String {
        self.assessment.with(|a| a.as_ref().map(|a| a.text(path).to_owned()).unwrap_or_default())
    }

    /// A field's text as a memo.
    #[must_use]
    pub fn watch(self, path: Path) -> Followed<String> {
        memo(move || self.text(&path))
    }
}

/// What is shown of an assessment.
fn scope_of(app: AppState, assessment: Option<&Assessment>) -> Scope {
    let scope = app.scope();
    assessment.map_or(scope, |assessment| scope.within(assessment))
}
