//! Where the controls of Parts II and III stand, and their measured values beside the reference values.

use std::cmp::Reverse;

use super::{Confidential, Counts, Scope, Share, Tally, leaves_out};
use crate::core::{
    assessment::{Assessment, paths},
    catalog::{Catalog, Control, ControlClass, EvaluationItem, PatternId},
    evaluate::{Comparison, ControlStatus, Extent, OutOfScope, Verdict, control_status},
    sorted::sorted,
};

/// Where a control stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ControlStanding {
    /// 実施.
    Implemented,
    /// 一部実施.
    Partial,
    /// 未実施.
    NotImplemented,
    /// 対象外, with the reason.
    NotApplicable,
    /// 対象外 by what the assessment covers, whatever else was answered.
    OutOfScope,
    /// 対象外, but the reason is missing: it does not count as answered.
    ReasonMissing,
    /// わからない.
    Unknown,
    /// Nobody said anything.
    Unanswered,
}

impl ControlStanding {
    /// All of them, in the order of a bar.
    pub const ALL: [Self; 8] = [
        Self::Implemented,
        Self::Partial,
        Self::NotImplemented,
        Self::NotApplicable,
        Self::OutOfScope,
        Self::ReasonMissing,
        Self::Unknown,
        Self::Unanswered,
    ];

    /// Where a control stands.
    #[must_use]
    pub fn of(assessment: &Assessment, extent: &Extent, control: &Control) -> Self {
        if extent.out(control).is_some() {
            return Self::OutOfScope;
        }
        match control_status(assessment, control.id) {
            None => Self::Unanswered,
            Some(ControlStatus::Implemented) => Self::Implemented,
            Some(ControlStatus::Partial) => Self::Partial,
            Some(ControlStatus::NotImplemented) => Self::NotImplemented,
            Some(ControlStatus::Unknown) => Self::Unknown,
            Some(ControlStatus::NotApplicable) => {
                let reason = assessment.text(&paths::control(control.id, "reason"));
                if reason.trim().is_empty() { Self::ReasonMissing } else { Self::NotApplicable }
            }
        }
    }

    /// Whether the control concerns the service.
    #[must_use]
    pub const fn concerns(self) -> bool {
        !matches!(self, Self::NotApplicable | Self::OutOfScope)
    }

    /// Whether it is known where the control stands.
    #[must_use]
    pub const fn is_answered(self) -> bool {
        !matches!(self, Self::ReasonMissing | Self::Unknown | Self::Unanswered)
    }

    /// Whether it is known that something is still to be done.
    #[must_use]
    pub const fn is_not_met(self) -> bool {
        matches!(self, Self::NotImplemented | Self::Partial)
    }

    /// Whether somebody still has something to do, be it to answer.
    #[must_use]
    pub const fn is_open(self) -> bool {
        self.is_not_met() || !self.is_answered()
    }
}

/// A control and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ControlRow {
    /// The control.
    pub control: &'static Control,
    /// Where it stands.
    pub standing: ControlStanding,
    /// Why it is out of scope, where it is.
    pub out: Option<OutOfScope>,
}

/// An evaluation item of a control that concerns the service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValueRow {
    /// The control.
    pub control: &'static Control,
    /// Its item.
    pub item: &'static EvaluationItem,
    /// What was measured, and what comes of comparing it.
    pub comparison: Comparison,
}

/// Where Parts II and III stand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ControlResults {
    /// What the assessment covers.
    pub extent: Extent,
    /// The controls that are shown, in the order of the guideline, those out of scope included.
    pub rows: Vec<ControlRow>,
    /// The evaluation items of those that concern the service.
    pub values: Vec<ValueRow>,
    /// How many controls are not shown, since they are this project's own.
    pub hidden: usize,
}

/// Looks at every control that is shown, and compares what was measured with the values of the pattern.
#[must_use]
pub fn control_results(
    catalog: &Catalog,
    assessment: &Assessment,
    pattern: Option<PatternId>,
    scope: Scope,
) -> ControlResults {
    let extent = Extent::of(catalog, assessment);
    let shown = catalog.controls.into_iter().filter(|c| scope.shows_control(c));
    let row = |control: &'static Control| ControlRow {
        control,
        standing: ControlStanding::of(assessment, &extent, control),
        out: extent.out(control),
    };
    let rows: Vec<ControlRow> = shown.map(row).collect();
    let told = !leaves_out(assessment, Confidential::Values);
    let of_service = rows.iter().filter(|row| row.standing.concerns());
    let items = of_service.flat_map(|row| row.control.items.into_iter().map(|item| (row.control, item)));
    let values = items.filter_map(|(control, item)| {
        let text = assessment.text(&paths::measured(control.id, item.id));
        // What is not told is not shown as if nobody had measured it.
        let is_shown = told || !text.is_empty();
        is_shown.then(|| ValueRow { control, item, comparison: Comparison::of(item, text, pattern) })
    });
    ControlResults { values: values.collect(), hidden: catalog.controls.len() - rows.len(), rows, extent }
}

/// The part in which a control stands: `II`.
#[must_use]
pub fn part_of(control: &Control) -> &'static str {
    control.id.0.split('.').next().unwrap_or_default()
}

/// The section in which a control stands: `II.2`.
#[must_use]
pub fn section_of(control: &Control) -> &'static str {
    let end = control.id.0.match_indices('.').nth(1).map(|(at, _)| at);
    end.and_then(|end| control.id.0.get(..end)).unwrap_or(control.id.0)
}

/// The class of a control, by its keyword.
#[must_use]
pub fn class_of(control: &Control) -> &'static str {
    control.class.keyword()
}

impl ControlResults {
    /// How many of the controls in scope are answered.
    #[must_use]
    pub fn answered(&self) -> Share {
        let in_scope = self.rows.iter().filter(|row| row.standing != ControlStanding::OutOfScope);
        let (done, of) =
            in_scope.fold((0, 0), |(done, of), row| (done + usize::from(row.standing.is_answered()), of + 1));
        Share { done, of }
    }

    /// How many controls stand where.
    #[must_use]
    pub fn counts(&self) -> Counts<ControlStanding> {
        self.rows.iter().map(|row| row.standing).collect()
    }

    /// The same apart, by [`part_of`], [`section_of`] or [`class_of`].
    #[must_use]
    pub fn counts_by(&self, of: fn(&Control) -> &'static str) -> Vec<(&'static str, Counts<ControlStanding>)> {
        let mut counts: Vec<(&'static str, Counts<_>)> = Vec::new();
        for row in &self.rows {
            let key = of(row.control);
            match counts.iter_mut().find(|(of, _)| *of == key) {
                Some((_, counts)) => counts.add(row.standing),
                None => counts.push((key, [row.standing].into_iter().collect())),
            }
        }
        counts
    }

    /// The controls that are not met: basic before recommended, not done before done in part.
    #[must_use]
    pub fn not_met(&self) -> Vec<ControlRow> {
        let rows = self.rows.iter().filter(|row| row.standing.is_not_met()).copied().collect();
        let key = |row: &ControlRow| (row.control.class != ControlClass::Basic, Reverse(row.standing));
        sorted(rows, |a, b| key(a).cmp(&key(b)))
    }

    /// The values below their reference, those that are especially necessary first.
    #[must_use]
    pub fn below(&self) -> Vec<&ValueRow> {
        let below = self.values_that(|verdict| matches!(verdict, Verdict::FallsShort { .. }));
        sorted(below, |a, b| b.comparison.is_must().cmp(&a.comparison.is_must()))
    }

    /// The items that were not measured though there may be something to meet.
    #[must_use]
    pub fn unmeasured(&self) -> Vec<&ValueRow> {
        self.values_that(|verdict| *verdict == Verdict::NotMeasured)
    }

    /// The values that were typed and are not compared: no pattern, no known reference, or something to ask back.
    #[must_use]
    pub fn not_compared(&self) -> Vec<&ValueRow> {
        self.values_that(|v| matches!(v, Verdict::NoPattern | Verdict::UnknownReference | Verdict::AskedBack(_)))
    }

    /// How many verdicts rest on a value that was not compared with the official text.
    #[must_use]
    pub fn resting_on_unverified(&self) -> usize {
        self.values.iter().filter(|row| row.comparison.rests_on_unverified()).count()
    }

    /// Where the statements of the controls that concern the service come from, and the reference values that theirs are
    /// compared with.
    #[must_use]
    pub fn rests_on(&self) -> Tally {
        let mut tally = Tally::default();
        let statements = self.rows.iter().filter(|row| row.standing.concerns()).map(|row| row.control.statement.from);
        let references = self.values.iter().filter_map(|row| row.comparison.reference).map(|value| value.from);
        statements.chain(references).for_each(|from| tally.add(from));
        tally
    }

    fn values_that(&self, are: fn(&Verdict) -> bool) -> Vec<&ValueRow> {
        self.values.iter().filter(|row| are(&row.comparison.verdict)).collect()
    }
}
