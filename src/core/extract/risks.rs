//! Extraction (IV.3): which risks apply to the model.

use std::collections::BTreeMap;

use super::{
    Finding, Truth,
    evaluate::{self, evaluate},
};
use crate::core::{
    catalog::{Catalog, ComponentId, Condition, Risk, RiskId, Which, formula::Formula},
    model::{Instance, InstanceId, Model, Question},
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
    /// The rows. Those of one risk stand together.
    pub rows: Vec<Row>,
    /// Where those of a risk begin.
    begin: BTreeMap<RiskId, usize>,
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

    /// The risks that are open since nobody has said where a component stands.
    #[must_use]
    pub fn open_by_place(&self) -> Vec<RiskId> {
        let open = self.with(Truth::Unknown);
        let rows = open.filter(|row| row.finding.open.iter().any(|question| matches!(question, Question::Place(_))));
        let mut risks: Vec<RiskId> = rows.map(|row| row.key.risk).collect();
        risks.dedup();
        risks
    }

    /// The rows that apply here and did not in another extraction.
    #[must_use]
    pub fn new_since(&self, before: &Self) -> Vec<RowKey> {
        let applied = |key: &RowKey| before.row(key).is_some_and(|row| row.finding.truth == Truth::True);
        self.with(Truth::True).map(|row| row.key.clone()).filter(|key| !applied(key)).collect()
    }

    /// The row of this key.
    #[must_use]
    pub fn row(&self, key: &RowKey) -> Option<&Row> {
        let rows = self.rows.get(*self.begin.get(&key.risk)?..)?;
        rows.iter().take_while(|r| r.key.risk == key.risk).find(|r| r.key.instance == key.instance)
    }
}

/// Looks at every risk of the catalogue.
#[must_use]
pub fn extract(catalog: &Catalog, model: &Model) -> Extraction {
    let mut extraction = Extraction::default();
    for risk in catalog.risks {
        extraction.begin.insert(risk.id, extraction.rows.len());
        extraction.rows.extend(rows(risk, model));
    }
    extraction
}

/// The rows of one risk.
pub(super) fn rows(risk: &Risk, model: &Model) -> Vec<Row> {
    let row = |instance: Option<InstanceId>, finding| Row { key: RowKey { risk: risk.id, instance }, finding };
    if risk.each.is_empty() {
        return vec![row(None, evaluate(&risk.when, model, None))];
    }
    let mut rows = Vec::new();
    let mut sight = Sight::of(risk, model);
    for kind in risk.each {
        rows.extend(model.of_kind(*kind).map(|i| row(Some(i.id.clone()), sight.finding(i))));
    }
    let rest = rest(risk, model);
    if rows.is_empty() || rest.truth == Truth::Unknown {
        rows.push(row(None, rest));
    }
    rows
}

/// A risk's condition with what its atoms come to, for one component after the other.
pub(super) struct Sight<'a> {
    model: &'a Model,
    pub formula: Formula,
    /// What the atoms come to as long as no component is at hand.
    pub general: Vec<Truth>,
    /// What is the same for all components of which all atoms come to the same.
    alike: BTreeMap<Vec<Truth>, Shared>,
}

/// What a condition comes to for components that are alike. They differ only in the reasons that are about themselves.
#[derive(Clone)]
struct Shared {
    finding: Finding,
    /// The atoms about the component itself that are reasons.
    own: Vec<(Condition, Truth)>,
}

impl<'a> Sight<'a> {
    pub fn of(risk: &Risk, model: &'a Model) -> Self {
        let formula = Formula::of(&risk.when);
        let general = formula.atoms.iter().map(|a| evaluate::truth(a, model, None, None)).collect();
        Self { model, formula, general, alike: BTreeMap::new() }
    }

    /// What the atoms come to for a component.
    pub fn atoms(&self, this: &Instance) -> Vec<Truth> {
        let mut atoms = self.general.clone();
        for (truth, atom) in atoms.iter_mut().zip(&self.formula.atoms) {
            if is_own(atom) {
                *truth = evaluate::truth(atom, self.model, Some(this), None);
            }
        }
        atoms
    }

    fn finding(&mut self, this: &Instance) -> Finding {
        let atoms = self.atoms(this);
        let Shared { mut finding, own } = match self.alike.get(&atoms) {
            Some(known) => known.clone(),
            None => {
                let known = self.shared(&atoms);
                self.alike.insert(atoms, known.clone());
                known
            }
        };
        for (atom, truth) in own {
            evaluate::reasons(&atom, truth, self.model, Some(this), &mut |reason| finding.add(reason));
        }
        finding
    }

    fn shared(&self, atoms: &[Truth]) -> Shared {
        let (truth, because) = self.formula.reasons(atoms);
        let (mut finding, mut own) = (Finding::of(truth), Vec::new());
        for at in because {
            let (Some(atom), Some(truth)) = (self.formula.atoms.get(at), atoms.get(at)) else { continue };
            if is_own(atom) {
                own.push((*atom, *truth));
            } else {
                evaluate::reasons(atom, *truth, self.model, None, &mut |reason| finding.add(reason));
            }
        }
        Shared { finding, own }
    }
}

/// Whether an atom is about the component at hand.
pub(super) const fn is_own(atom: &Condition) -> bool {
    matches!(atom, Condition::Has { which: Which::This, .. })
}

/// The kinds of a risk of which a component may still come: none is described, and none is said not to be there.
pub(super) fn to_come(risk: &Risk, model: &Model) -> Vec<ComponentId> {
    risk.each
        .iter()
        .copied()
        .filter(|kind| model.of_kind(*kind).next().is_none())
        .filter(|kind| model.has_kind(*kind) != Some(false))
        .collect()
}

/// What can be said while no component is at hand: open as long as a kind is, otherwise it does not apply.
fn rest(risk: &Risk, model: &Model) -> Finding {
    let open = to_come(risk, model);
    let (truth, kinds) = if open.is_empty() {
        (Truth::False, risk.each.iter().copied().filter(|kind| model.has_kind(*kind) == Some(false)).collect())
    } else {
        (Truth::Unknown, open)
    };
    let mut there = Finding::of(truth);
    kinds.into_iter().for_each(|kind| there.add(Question::Kind(kind)));
    there.and(evaluate(&risk.when, model, None))
}
