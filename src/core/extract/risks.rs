//! Extraction (IV.3): which risks apply to the model.

use super::{Finding, Truth, evaluate::evaluate};
use crate::core::{
    catalog::{Catalog, Risk, RiskId},
    model::{InstanceId, Model, Question},
    sorted::Set,
};

/// A risk, for one component where it stands for each of them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowKey {
    /// The risk.
    pub risk: RiskId,
    /// The component; `None` for the service as a whole.
    pub instance: Option<InstanceId>,
}

/// A risk with what the model says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Which.
    pub key: RowKey,
    /// Whether it applies, and why.
    pub finding: Finding,
}

/// All risks of the catalogue, looked at for one model, in the catalogue's order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extraction {
    /// The rows.
    pub rows: Vec<Row>,
}

impl Extraction {
    /// The rows with this result.
    pub fn with(&self, truth: Truth) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(move |r| r.finding.truth == truth)
    }

    /// How many rows have this result.
    #[must_use]
    pub fn count(&self, truth: Truth) -> usize {
        self.with(truth).count()
    }

    /// The row of this key.
    #[must_use]
    pub fn row(&self, key: &RowKey) -> Option<&Row> {
        self.rows.iter().find(|r| r.key == *key)
    }
}

/// Looks at every risk of the catalogue.
#[must_use]
pub fn extract(catalog: &Catalog, model: &Model) -> Extraction {
    Extraction { rows: catalog.risks.iter().flat_map(|r| rows(r, model)).collect() }
}

/// The rows of one risk.
pub(super) fn rows(risk: &Risk, model: &Model) -> Vec<Row> {
    let row = |instance: Option<InstanceId>, finding| Row { key: RowKey { risk: risk.id, instance }, finding };
    if risk.each.is_empty() {
        return vec![row(None, evaluate(&risk.when, model, None))];
    }
    let instances = risk.each.iter().flat_map(|kind| model.of_kind(*kind));
    let mut rows: Vec<Row> = instances.map(|i| row(Some(i.id.clone()), evaluate(&risk.when, model, Some(i)))).collect();
    let rest = rest(risk, model);
    if rows.is_empty() || rest.truth == Truth::Unknown {
        rows.push(row(None, rest));
    }
    rows
}

/// What can be said while no component is at hand: open as long as a kind is, otherwise it does not apply.
fn rest(risk: &Risk, model: &Model) -> Finding {
    let kinds = risk.each.iter().filter(|kind| model.of_kind(**kind).next().is_none());
    let mut there = Finding { truth: Truth::False, facts: Set::new(), open: Set::new() };
    for kind in kinds {
        match model.has_kind(*kind) {
            Some(false) => there.facts.insert(Question::Kind(*kind)),
            _ => there.open.insert(Question::Kind(*kind)),
        };
    }
    if !there.open.is_empty() {
        there.truth = Truth::Unknown;
        there.facts.clear();
    }
    Finding::all(vec![there, evaluate(&risk.when, model, None)])
}
