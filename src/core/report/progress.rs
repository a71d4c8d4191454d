//! How far an assessment is.

use super::{ActionStatus, action_status, decision};
use crate::core::{
    assessment::Assessment,
    catalog::{Action, Catalog, Countermeasure},
    extract::{Derived, Extraction, Truth},
    model::{Model, questions},
};

/// Some of a whole.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    /// How many are done.
    pub done: usize,
    /// Of how many.
    pub of: usize,
}

impl Share {
    /// In whole per cent, rounded down, so that 100 means all. `None` where there is nothing to do.
    #[must_use]
    pub const fn percent(self) -> Option<usize> {
        (self.done * 100).checked_div(self.of)
    }

    /// Whether there is something, and all of it is done.
    #[must_use]
    pub const fn complete(self) -> bool {
        self.of > 0 && self.done == self.of
    }
}

/// How far each step is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// Questions answered.
    pub model: Share,
    /// Risks that apply and are decided, of those that apply or may still.
    pub risks: Share,
    /// Actions with a status other than unknown, of those needed.
    pub actions: Share,
}

/// The actions of a countermeasure that have a status other than unknown.
#[must_use]
pub fn actions_settled(assessment: &Assessment, countermeasure: &Countermeasure) -> Share {
    let settled = |action: &&Action| {
        let status = action_status(assessment, countermeasure.id, action.id);
        !matches!(status, None | Some(ActionStatus::DontKnow))
    };
    Share { done: countermeasure.actions.iter().filter(settled).count(), of: countermeasure.actions.len() }
}

/// Counts.
#[must_use]
pub fn progress(
    catalog: &Catalog,
    assessment: &Assessment,
    model: &Model,
    extraction: &Extraction,
    derived: &[Derived],
) -> Progress {
    let questions = questions(model, catalog);
    let answered = questions.iter().filter(|q| q.answer(model).is_some()).count();
    let decided = extraction.with(Truth::True).filter(|r| decision(assessment, &r.key).is_some()).count();
    let mut share = Share::default();
    for d in derived.iter().filter(|d| d.needed) {
        let here = actions_settled(assessment, d.countermeasure);
        share = Share { done: share.done + here.done, of: share.of + here.of };
    }
    Progress {
        model: Share { done: answered, of: questions.len() },
        risks: Share { done: decided, of: extraction.count(Truth::True) + extraction.count(Truth::Unknown) },
        actions: share,
    }
}
