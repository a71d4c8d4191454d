//! Answers that came with a service type and that nobody has confirmed. They count in the rules like any other, since
//! they are the best guess, but not as answered.

use super::{Model, Question, questions};
use crate::core::{
    assessment::{Assessment, Edit, Value, paths},
    catalog::Catalog,
};

impl Question {
    /// The edit that says that its answer is a service type's, and nobody's own yet.
    #[must_use]
    pub fn presume(&self) -> Edit {
        Edit::set(paths::presumed(&self.path()), Value::text("yes"))
    }

    /// The edit that says that its answer is right.
    #[must_use]
    pub fn confirm(&self) -> Edit {
        Edit::clear(paths::presumed(&self.path()))
    }
}

/// The questions with an answer that nobody has confirmed.
pub(super) fn presumed(assessment: &Assessment, model: &Model, catalog: &Catalog) -> Vec<Question> {
    if assessment.below("presumed/").next().is_none() {
        return Vec::new();
    }
    let is = |q: &Question| q.answer(model).is_some() && assessment.get(&paths::presumed(&q.path())).is_some();
    questions(model, catalog).into_iter().filter(is).collect()
}

/// What a person enters, and beside it that it is theirs: whoever answers a question anew has confirmed its answer.
#[must_use]
pub fn answering(assessment: &Assessment, edits: &[Edit]) -> Vec<Edit> {
    let model = edits.iter().map(|e| &e.path).filter(|p| p.segments().next() == Some("model"));
    let presumed = model.map(paths::presumed).filter(|p| assessment.get(p).is_some());
    let confirmed: Vec<Edit> = presumed.map(Edit::clear).collect();
    edits.iter().cloned().chain(confirmed).collect()
}
