//! The pattern of a service (Annex 3): three answers, or a choice of its own with a reason.

use super::measured::reference;
use crate::core::{
    assessment::{Assessment, paths},
    catalog::{Axis, Catalog, Control, EvaluationItem, Grade, Pattern, PatternId, ReferenceValue, keyword::Keyword},
};

/// How a service is classed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Classification {
    /// The grades that were answered. One that the catalogue does not have for a property counts as unanswered.
    pub answers: Vec<(Axis, Grade)>,
    /// The patterns that fit the answers, in order: all of them in the beginning, one when enough is answered.
    pub possible: Vec<PatternId>,
    /// The pattern that somebody chose in place of that.
    pub chosen: Option<PatternId>,
    /// Why.
    pub reason: String,
}

impl Classification {
    /// What an assessment says.
    #[must_use]
    pub fn of(catalog: &Catalog, assessment: &Assessment) -> Self {
        let answers = Axis::ALL.into_iter().filter_map(|axis| {
            let grade = Grade::from_keyword(assessment.text(&paths::grade(axis)))?;
            let known = catalog.axis(axis)?.levels.iter().any(|level| level.id == grade);
            known.then_some((axis, grade))
        });
        let chosen = PatternId::from_keyword(assessment.text(&paths::pattern_override()));
        let this = Self {
            answers: answers.collect(),
            possible: Vec::new(),
            chosen: chosen.filter(|id| catalog.pattern(*id).is_some()),
            reason: assessment.text(&paths::override_reason()).trim().to_owned(),
        };
        this.looked_up(catalog)
    }

    /// The same with one answer more, or another one: what would follow.
    #[must_use]
    pub fn with(&self, catalog: &Catalog, axis: Axis, grade: Grade) -> Self {
        let answer = |of: Axis| if of == axis { Some(grade) } else { self.answer(of) };
        let answers = Axis::ALL.into_iter().filter_map(|of| Some((of, answer(of)?))).collect();
        Self { answers, ..self.clone() }.looked_up(catalog)
    }

    /// The grade that was answered for a property.
    #[must_use]
    pub fn answer(&self, axis: Axis) -> Option<Grade> {
        self.answers.iter().find(|(answered, _)| *answered == axis).map(|(_, grade)| *grade)
    }

    fn looked_up(mut self, catalog: &Catalog) -> Self {
        let fits = |p: &&Pattern| self.answers.iter().all(|(axis, grade)| p.grade(*axis) == *grade);
        self.possible = catalog.patterns.iter().filter(fits).map(|p| p.id).collect();
        self
    }

    /// The pattern whose reference values count: the one chosen with a reason, or else the only one that fits.
    #[must_use]
    pub fn pattern(&self) -> Option<PatternId> {
        match (self.chosen, self.possible.as_slice()) {
            (Some(chosen), _) if !self.reason.is_empty() => Some(chosen),
            (_, [only]) => Some(*only),
            _ => None,
        }
    }

    /// Whether a pattern was chosen without saying why, so that the choice does not count.
    #[must_use]
    pub fn reason_missing(&self) -> bool {
        self.chosen.is_some() && self.reason.is_empty()
    }

    /// Whether the pattern that counts is one that somebody chose.
    #[must_use]
    pub fn is_overridden(&self) -> bool {
        self.chosen.is_some() && !self.reason.is_empty()
    }
}

/// An evaluation item whose reference value another pattern changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Move {
    /// The control.
    pub control: &'static Control,
    /// Its item.
    pub item: &'static EvaluationItem,
    /// The value of the one pattern.
    pub before: &'static ReferenceValue,
    /// The value of the other.
    pub after: &'static ReferenceValue,
}

/// What changes from one pattern to another, in the order of the guideline.
#[must_use]
pub fn moves(catalog: &Catalog, from: PatternId, to: PatternId) -> Vec<Move> {
    let items = catalog.controls.into_iter().flat_map(|c| c.items.into_iter().map(move |item| (c, item)));
    let moved = items.filter_map(|(control, item)| {
        let (before, after) = (reference(item, from)?, reference(item, to)?);
        let same = (before.level, before.must) == (after.level, after.must);
        (!same).then_some(Move { control, item, before, after })
    });
    moved.collect()
}
