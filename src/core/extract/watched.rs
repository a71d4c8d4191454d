//! The open rows of one risk, watched for what one more answer would decide. Rows whose atoms all come to the same are
//! looked at together, and an answer is tried without a copy of the model.

use std::collections::BTreeMap;

use super::{
    Row, RowKey, Truth,
    evaluate::{self, Asked, Given, Tally},
    risks::{Sight, is_own, to_come},
};
use crate::core::{
    catalog::{ComponentId, Condition, Risk, Which},
    model::{Answer, Instance, InstanceId, Model, Question},
};

/// Steps that are left: each is a look at one node of a condition.
pub(super) struct Steps(pub usize);

impl Steps {
    /// Takes some. `false` once there are not so many left.
    fn take(&mut self, steps: usize) -> bool {
        let enough = steps <= self.0;
        self.0 = self.0.saturating_sub(steps);
        enough
    }
}

/// A question, with the component that it is about.
#[derive(Clone)]
pub(super) struct Asking<'a> {
    pub question: Question,
    pub about: Option<&'a Instance>,
}

/// The open rows of a risk.
pub(super) struct Watched<'a> {
    risk: &'static Risk,
    model: &'a Model,
    sight: Sight<'a>,
    /// For each atom about the components of a kind, how many meet it.
    tallies: Vec<Option<Tally>>,
    /// How many open rows there are of each sort.
    alike: BTreeMap<Vec<Truth>, usize>,
    /// Whether the row for components to come is open, and of which kinds they may come.
    rest: bool,
    to_come: Vec<ComponentId>,
    /// The row that alone is of interest; else all of them are.
    only: Option<RowKey>,
}

impl<'a> Watched<'a> {
    /// Watches some rows of a risk. If the one for components to come is among them, all open ones have to be.
    pub fn of(risk: &'static Risk, model: &'a Model, rows: &[Row], only: Option<RowKey>) -> Self {
        let sight = Sight::of(risk, model);
        let tally = |atom: &Condition| {
            let kind = kind_of(atom)?;
            Asked::by(atom).map(|asked| asked.tally(model.of_kind(kind)))
        };
        let tallies = sight.formula.atoms.iter().map(tally).collect();
        let (mut alike, mut rest) = (BTreeMap::new(), false);
        for row in rows.iter().filter(|r| r.finding.truth == Truth::Unknown) {
            let atoms = match &row.key.instance {
                Some(id) => model.instances.get(id).map(|i| sight.atoms(i)),
                None if risk.each.is_empty() => Some(sight.general.clone()),
                None => {
                    rest = true;
                    None
                }
            };
            if let Some(atoms) = atoms {
                *alike.entry(atoms).or_insert(0) += 1;
            }
        }
        let to_come = if rest { to_come(risk, model) } else { Vec::new() };
        Self { risk, model, sight, tallies, alike, rest, to_come, only }
    }

    /// Whether a question of this subject can matter. Questions about components are of the subject of their kind.
    pub fn concerns(&self, subject: &Question) -> bool {
        let in_risk = matches!(subject, Question::Kind(kind) if self.risk.each.contains(kind));
        in_risk || self.sight.formula.atoms.iter().any(|atom| is_about(atom, subject))
    }

    /// Whether it matters where a component stands.
    pub fn asks_place(&self) -> bool {
        self.sight.formula.atoms.iter().any(|atom| matches!(atom, Condition::Has { place, .. } if !place.is_empty()))
    }

    /// Whether of the components of a kind only the one matters whose row is watched.
    pub fn only_one(&self, kind: ComponentId) -> bool {
        self.only_component().is_some() && self.atoms().all(|(_, atom)| kind_of(atom) != Some(kind))
    }

    /// The component whose row alone is watched.
    pub fn only_component(&self) -> Option<&InstanceId> {
        self.only.as_ref()?.instance.as_ref()
    }

    /// How many rows hang on a question. `None` if there are not enough steps.
    pub fn hanging(&self, asking: &Asking<'_>, steps: &mut Steps) -> Option<usize> {
        if !steps.take(self.sight.formula.size) {
            return None;
        }
        let hangs: Vec<(bool, bool)> = self.atoms().map(|(at, atom)| self.hangs(at, atom, asking)).collect();
        let (any, any_own) = hangs.iter().fold((false, false), |(any, own), hang| (any || hang.0, own || hang.1));
        let own = if any || any_own { self.own(asking) } else { None };
        let mut hanging = 0;
        for (atoms, rows) in &self.alike {
            let is_own = own.as_ref() == Some(atoms);
            if !(any || is_own && any_own) {
                continue;
            }
            if !steps.take(self.sight.formula.size) {
                return None;
            }
            let (_, because) = self.sight.formula.reasons(atoms);
            let mut because = because.iter().filter_map(|at| hangs.get(*at));
            if because.clone().any(|(general, _)| *general) {
                hanging += rows;
            } else if is_own && because.any(|(_, own)| *own) {
                hanging += 1;
            }
        }
        if self.rest {
            if self.only.is_some() {
                hanging = 0;
            }
            if !steps.take(self.sight.formula.size) {
                return None;
            }
            let (truth, because) = self.sight.formula.reasons(&self.sight.general);
            let comes = matches!(&asking.question, Question::Kind(kind) if self.to_come.contains(kind));
            let general = || because.iter().filter_map(|at| hangs.get(*at)).any(|(general, _)| *general);
            hanging += usize::from(comes || (truth == Truth::Unknown && general()));
        }
        Some(hanging)
    }

    /// How many rows an answer decides. `None` if there are not enough steps.
    pub fn decided(&self, asking: &Asking<'_>, answer: &Answer, steps: &mut Steps) -> Option<usize> {
        let formula = &self.sight.formula;
        if !steps.take(formula.size) {
            return None;
        }
        let given = Given { question: &asking.question, answer };
        let (mut changes, mut own_changes) = (Vec::new(), Vec::new());
        for (at, atom) in self.atoms() {
            if let Some(truth) = self.changed(at, atom, asking, given) {
                changes.push((at, truth));
            } else if let (true, Some(this)) = (is_own(atom), asking.about) {
                own_changes.push((at, evaluate::truth(atom, self.model, Some(this), Some(given))));
            }
        }
        let own = self.own(asking);
        let (mut decided, mut open) = (0, 0);
        let mut count = |atoms: &[Truth], rows: usize| {
            if formula.truth(atoms).is_known() { decided += rows } else { open += rows }
        };
        let mut atoms = Vec::new();
        for (before, rows) in &self.alike {
            if !steps.take(2 * formula.size) {
                return None;
            }
            atoms.clone_from(before);
            set(&mut atoms, &changes);
            let is_own = own.as_ref() == Some(before);
            if *rows > usize::from(is_own) {
                count(&atoms, rows - usize::from(is_own));
            }
            if is_own {
                set(&mut atoms, &own_changes);
                count(&atoms, 1);
            }
        }
        if !self.rest {
            return Some(decided);
        }
        if self.only.is_some() {
            decided = 0;
        }
        if !steps.take(2 * formula.size) {
            return None;
        }
        // The row for components to come goes once they are described; then they have to be decided, each of them.
        let coming = match (&asking.question, answer) {
            (Question::Kind(kind), Answer::Yes(yes)) if self.to_come.contains(kind) => Some((*kind, *yes)),
            _ => None,
        };
        atoms.clone_from(&self.sight.general);
        set(&mut atoms, &changes);
        let none_to_come = self.to_come.len() == usize::from(coming.is_some());
        let mut known = open == 0 && (none_to_come || formula.truth(&atoms) == Truth::False);
        if let Some((kind, true)) = coming {
            let new = unknown(kind);
            for (truth, atom) in atoms.iter_mut().zip(&formula.atoms).filter(|(_, atom)| is_own(atom)) {
                *truth = evaluate::truth(atom, self.model, Some(&new), None);
            }
            known &= formula.truth(&atoms).is_known();
        }
        Some(decided + usize::from(known))
    }

    fn atoms(&self) -> impl Iterator<Item = (usize, &Condition)> {
        self.sight.formula.atoms.iter().enumerate()
    }

    /// What the atoms come to in the open row of the component that is asked about, if there is such a row.
    fn own(&self, asking: &Asking<'_>) -> Option<Vec<Truth>> {
        let this = asking.about?;
        let watched = self.only_component().is_none_or(|id| *id == this.id);
        let atoms = (watched && self.risk.each.contains(&this.kind)).then(|| self.sight.atoms(this))?;
        self.alike.contains_key(&atoms).then_some(atoms)
    }

    /// Whether an atom hangs on a question: in every row, or in that of the component which is asked about.
    fn hangs(&self, at: usize, atom: &Condition, asking: &Asking<'_>) -> (bool, bool) {
        if self.sight.general.get(at) != Some(&Truth::Unknown) {
            return (false, false);
        }
        let hangs = |this: &Instance| Asked::by(atom).is_some_and(|asked| asked.hangs(this, &asking.question));
        match asking.about {
            None => (is_about(atom, &asking.question), false),
            Some(this) if is_own(atom) => (false, hangs(this)),
            Some(this) => (kind_of(atom) == Some(this.kind) && hangs(this), false),
        }
    }

    /// What an answer makes of an atom, in every row; `None` where it changes nothing, or in one row alone.
    fn changed(&self, at: usize, atom: &Condition, asking: &Asking<'_>, given: Given<'_>) -> Option<Truth> {
        match (kind_of(atom), asking.about) {
            (Some(kind), Some(this)) if this.kind == kind => {
                let (asked, tally) = (Asked::by(atom)?, self.tallies.get(at).copied().flatten()?);
                Some(tally.changed(asked.met_by(this, None), asked.met_by(this, Some(given))).truth())
            }
            (Some(kind), None) if asking.question == Question::Kind(kind) => match given.answer {
                Answer::Yes(true) => Asked::by(atom).map(|asked| asked.met_by(&unknown(kind), None)),
                _ => Some(Truth::False),
            },
            (None, None) if is_about(atom, &asking.question) => {
                Some(evaluate::truth(atom, self.model, None, Some(given)))
            }
            _ => None,
        }
    }
}

fn set(atoms: &mut [Truth], changes: &[(usize, Truth)]) {
    for (at, truth) in changes {
        if let Some(atom) = atoms.get_mut(*at) {
            *atom = *truth;
        }
    }
}

/// The kind of which an atom asks that there is a component.
const fn kind_of(atom: &Condition) -> Option<ComponentId> {
    match atom {
        Condition::Has { which: Which::Kind(kind), .. } => Some(*kind),
        _ => None,
    }
}

fn is_about(atom: &Condition, subject: &Question) -> bool {
    match (atom, subject) {
        (Condition::Played { role, .. }, Question::Role(asked)) => role == asked,
        (Condition::Occurs(data), Question::Data(asked)) => data == asked,
        (_, Question::Kind(asked)) => kind_of(atom) == Some(*asked),
        _ => false,
    }
}

/// A component that is there, and of which nothing is known yet.
fn unknown(kind: ComponentId) -> Instance {
    Instance::unknown(InstanceId::from_segment("new"), kind)
}
