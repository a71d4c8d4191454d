//! A condition over a model: what it comes to, and why.

use super::Truth;
use crate::core::{
    catalog::{Condition, List, Player, RoleId, Which},
    model::{Aspect, Instance, Model, Question},
    sorted::Set,
};

/// What a condition comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The result.
    pub truth: Truth,
    /// The answered questions that made it true or false; empty while unknown.
    pub facts: Set<Question>,
    /// The open questions on which it hangs; empty once known.
    pub open: Set<Question>,
}

impl Finding {
    fn of(truth: Truth, question: Question) -> Self {
        let (mut facts, mut open) = (Set::new(), Set::new());
        if truth.is_known() {
            facts.insert(question)
        } else {
            open.insert(question)
        };
        Self { truth, facts, open }
    }

    /// Unknown, for reasons that the caller gives.
    fn unsaid() -> Self {
        Self { truth: Truth::Unknown, facts: Set::new(), open: Set::new() }
    }

    fn not(self) -> Self {
        Self { truth: !self.truth, ..self }
    }

    /// Joins findings: the reasons of a result are the reasons of the parts that have that result.
    fn join(parts: Vec<Self>, empty: Truth, op: fn(Truth, Truth) -> Truth) -> Self {
        let truth = parts.iter().map(|p| p.truth).fold(empty, op);
        let mut joined = Self { truth, facts: Set::new(), open: Set::new() };
        for part in parts.into_iter().filter(|p| p.truth == truth) {
            joined.facts.extend(part.facts);
            joined.open.extend(part.open);
        }
        joined
    }

    /// Every part holds.
    #[must_use]
    pub fn all(parts: Vec<Self>) -> Self {
        Self::join(parts, Truth::True, Truth::and)
    }

    /// At least one part holds.
    #[must_use]
    pub fn any(parts: Vec<Self>) -> Self {
        Self::join(parts, Truth::False, Truth::or)
    }
}

/// Evaluates a condition. `this` is the component for which it is looked at, where there is one.
#[must_use]
pub fn evaluate(condition: &Condition, model: &Model, this: Option<&Instance>) -> Finding {
    let each = |cs: &List<Condition>| cs.iter().map(|c| evaluate(c, model, this)).collect();
    match condition {
        Condition::All(cs) => Finding::all(each(cs)),
        Condition::Any(cs) => Finding::any(each(cs)),
        Condition::Not(cs) => Finding::all(each(cs)).not(),
        Condition::Played { role, by, shared } => played(*role, by, *shared, model),
        Condition::Occurs(data) => {
            Finding::of(model.data.get(data).map_or(Truth::Unknown, |yes| (*yes).into()), Question::Data(*data))
        }
        Condition::Has { which, procured, operated, maintained, carries } => {
            let asked = Asked { provision: [procured, operated, maintained], carries: *carries };
            match which {
                // Without a component at hand nothing can be said; why not is added by `risks::rest`.
                Which::This => this.map_or_else(Finding::unsaid, |i| asked.met_by(i)),
                Which::Kind(kind) => {
                    let mut parts: Vec<Finding> = model.of_kind(*kind).map(|i| asked.met_by(i)).collect();
                    if parts.is_empty() {
                        let there = model.has_kind(*kind).map_or(Truth::Unknown, Truth::from);
                        // Said to be there, but not described: what is asked of it is open.
                        let truth = if there == Truth::True && asked.something() { Truth::Unknown } else { there };
                        parts.push(Finding::of(truth, Question::Kind(*kind)));
                    } else if !asked.something() {
                        parts = vec![Finding::of(Truth::True, Question::Kind(*kind))];
                    }
                    Finding::any(parts)
                }
            }
        }
    }
}

fn played(role: RoleId, by: &[Player], shared: bool, model: &Model) -> Finding {
    let truth = model.roles.get(&role).map_or(Truth::Unknown, |players| {
        let some = if by.is_empty() { !players.is_empty() } else { players.iter().any(|p| by.contains(p)) };
        Truth::from(some && (!shared || players.len() > 1))
    });
    Finding::of(truth, Question::Role(role))
}

/// What a condition asks of one component.
struct Asked<'a> {
    provision: [&'a List<Player>; 3],
    carries: Option<RoleId>,
}

impl Asked<'_> {
    fn something(&self) -> bool {
        self.carries.is_some() || self.provision.iter().any(|p| !p.is_empty())
    }

    fn met_by(&self, instance: &Instance) -> Finding {
        let mut parts = Vec::new();
        for (aspect, wanted) in Aspect::ALL.into_iter().zip(self.provision) {
            if !wanted.is_empty() {
                let truth = match instance.aspect(aspect) {
                    Some(players) => players.iter().any(|p| wanted.contains(p)).into(),
                    None => Truth::Unknown,
                };
                parts.push(Finding::of(truth, Question::Provision(instance.id.clone(), aspect)));
            }
        }
        if let Some(role) = self.carries {
            let truth = instance.roles.as_ref().map_or(Truth::Unknown, |roles| roles.contains(&role).into());
            parts.push(Finding::of(truth, Question::Carries(instance.id.clone())));
        }
        if parts.is_empty() {
            parts.push(Finding::of(Truth::True, Question::Kind(instance.kind)));
        }
        Finding::all(parts)
    }
}
