//! How far an assessment is.

use super::{ActionStanding, Counts, RiskStanding, Scope};
use crate::core::{
    assessment::Assessment,
    catalog::Catalog,
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

/// How far each step is, of what is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Progress {
    /// Questions with an answer that somebody gave or confirmed.
    pub model: Share,
    /// Questions with an answer that came with the service type and that nobody has confirmed.
    pub presumed: usize,
    /// The risks that apply or may still, by where they stand.
    pub risks: Counts<RiskStanding>,
    /// The risks that do not apply.
    pub not_applying: usize,
    /// The actions needed, by where they stand.
    pub actions: Counts<ActionStanding>,
    /// How many risks that apply or may still are not shown, since they are this project's own.
    pub hidden_risks: usize,
    /// How many needed actions are not shown for that reason.
    pub hidden_actions: usize,
}

impl Progress {
    /// Risks that apply and are decided, of those that apply or may still.
    #[must_use]
    pub fn risks_decided(&self) -> Share {
        Share { done: self.risks.of_those(RiskStanding::is_decided), of: self.risks.total() }
    }

    /// Actions with a status, of those needed.
    #[must_use]
    pub fn actions_recorded(&self) -> Share {
        Share { done: self.actions.of_those(ActionStanding::is_recorded), of: self.actions.total() }
    }

    /// How much of Part IV is not shown.
    #[must_use]
    pub const fn hidden(&self) -> usize {
        self.hidden_risks + self.hidden_actions
    }

    /// The risks that apply.
    #[must_use]
    pub fn risks_applying(&self) -> usize {
        self.risks.total() - self.risks.of(RiskStanding::Open)
    }
}

/// Counts what is in the scope.
#[must_use]
pub fn progress(
    catalog: &Catalog,
    assessment: &Assessment,
    model: &Model,
    extraction: &Extraction,
    derived: &[Derived],
    scope: Scope,
) -> Progress {
    let (questions, presumed) = (questions(model, catalog), &model.presumed);
    let answered = questions.iter().filter(|q| model.is_answered(q)).count();
    let model = Share { done: answered, of: questions.len() };
    let mut progress = Progress { model, presumed: presumed.len(), ..Progress::default() };
    for row in &extraction.rows {
        let shown = scope.shows_risk(catalog, &row.key);
        match RiskStanding::of(assessment, row) {
            Some(standing) if shown => progress.risks.add(standing),
            Some(_) => progress.hidden_risks += 1,
            None if shown => progress.not_applying += 1,
            None => {}
        }
    }
    for needed in derived.iter().filter(|d| d.needed) {
        if !scope.shows_countermeasure(catalog, needed) {
            progress.hidden_actions += needed.countermeasure.actions.len();
            continue;
        }
        for action in needed.countermeasure.actions {
            progress.actions.add(ActionStanding::of(assessment, needed.countermeasure.id, action.id));
        }
    }
    debug_assert_eq!(
        progress.risks.total() + progress.hidden_risks,
        extraction.count(Truth::True) + extraction.count(Truth::Unknown)
    );
    progress
}
