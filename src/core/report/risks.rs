//! Where the risks of Part IV stand one by one, and what the whole of the results rests on.

use super::{ControlResults, Counts, RiskStanding, Scope, Tally};
use crate::core::{
    assessment::Assessment,
    catalog::{Catalog, Grade, Risk},
    evaluate::{GuidelinePart, Priority},
    extract::{Derived, Extraction, RowKey},
};

/// A risk that applies or still may.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RiskRow {
    /// The risk.
    pub risk: &'static Risk,
    /// It, or it for one component.
    pub key: RowKey,
    /// Where it stands.
    pub standing: RiskStanding,
    /// How urgent it is.
    pub priority: Priority,
}

/// The risks that are shown and apply or still may, in the order of the guideline.
#[must_use]
pub fn risk_rows(catalog: &Catalog, assessment: &Assessment, extraction: &Extraction, scope: Scope) -> Vec<RiskRow> {
    let shown = extraction.rows.iter().filter(|row| scope.shows_risk(catalog, &row.key));
    let rows = shown.filter_map(|row| {
        let (risk, standing) = (catalog.risk(row.key.risk.0)?, RiskStanding::of(assessment, row)?);
        Some(RiskRow { risk, key: row.key.clone(), standing, priority: Priority::of(assessment, risk, &row.key) })
    });
    rows.collect()
}

/// How many of some risks stand where.
pub fn count_risks(rows: &[RiskRow], are: impl Fn(&Risk) -> bool) -> Counts<RiskStanding> {
    rows.iter().filter(|row| are(row.risk)).map(|row| row.standing).collect()
}

/// The risks that apply, by impact and likelihood: rows and columns as in [`Grade::ALL`].
#[must_use]
pub fn risk_map(rows: &[RiskRow]) -> [[usize; 3]; 3] {
    let count = |impact, likelihood| {
        let here =
            |row: &&RiskRow| row.priority == Priority { impact, likelihood } && row.standing != RiskStanding::Open;
        rows.iter().filter(here).count()
    };
    Grade::ALL.map(|impact| Grade::ALL.map(|likelihood| count(impact, likelihood)))
}

/// Where what the results say comes from: the statements and reference values of the controls that concern the service,
/// the risks that apply or may, and the actions that are needed.
#[must_use]
pub fn rests_on(
    catalog: &Catalog,
    controls: &ControlResults,
    risks: &[RiskRow],
    derived: &[Derived],
    scope: Scope,
) -> Tally {
    let mut tally = controls.rests_on();
    if controls.extent.has_part(GuidelinePart::Four) {
        risks.iter().for_each(|row| tally.add(row.risk.title.from));
        let needed = derived.iter().filter(|d| d.needed && scope.shows_countermeasure(catalog, d));
        needed.flat_map(|d| d.countermeasure.actions).for_each(|action| tally.add(action.text.from));
    }
    tally
}
