//! Which question to ask next.

use std::{collections::BTreeSet, slice};

use super::{
    Extraction, Row, Truth,
    risks::rows,
    watched::{Asking, Steps, Watched},
};
use crate::core::{
    catalog::{Catalog, ComponentId},
    model::{Aspect, Instance, Model, Question},
    sorted::sorted,
};

/// How many steps may be taken to find the question. It is far more than services need that anybody has; beyond it, the
/// best question so far is taken. Steps and not time, so that the same model always leads to the same question.
pub const STEPS: usize = 300_000;

/// A question and how much it decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deciding {
    /// The question.
    pub question: Question,
    /// The open risks that hang on it.
    pub hanging: usize,
    /// How many of them one answer decides at best.
    pub decides: usize,
}

/// The open question whose answer decides the most risks on average over its possible answers.
#[must_use]
pub fn most_deciding(catalog: &Catalog, model: &Model, extraction: &Extraction) -> Option<Deciding> {
    most_deciding_within(catalog, model, extraction, STEPS).0
}

/// The same within a number of steps, and how many it took.
#[doc(hidden)]
#[must_use]
pub fn most_deciding_within(
    catalog: &Catalog,
    model: &Model,
    extraction: &Extraction,
    steps: usize,
) -> (Option<Deciding>, usize) {
    let of_risk = extraction.rows.chunk_by(|a, b| a.key.risk == b.key.risk);
    let watched = of_risk.filter(|rows| rows.iter().any(|r| r.finding.truth == Truth::Unknown)).filter_map(|rows| {
        let risk = catalog.risk(rows.first()?.key.risk.0)?;
        Some(Watched::of(risk, model, rows, None))
    });
    best(catalog, model, &watched.collect::<Vec<_>>(), steps)
}

/// The question that would decide one open risk, or bring it nearest.
#[must_use]
pub fn most_deciding_for(catalog: &Catalog, model: &Model, row: &Row) -> Option<Question> {
    let risk = catalog.risk(row.key.risk.0).filter(|_| row.finding.truth == Truth::Unknown)?;
    let to_come = row.key.instance.is_none() && !risk.each.is_empty();
    let all = if to_come { rows(risk, model) } else { Vec::new() };
    let of_risk = if to_come { all.as_slice() } else { slice::from_ref(row) };
    let watched = Watched::of(risk, model, of_risk, Some(row.key.clone()));
    best(catalog, model, &[watched], STEPS).0.map(|d| d.question)
}

/// Those on which the most hangs are tried first. So it is soon clear that no other can decide more, and when the steps
/// do not suffice, it is those that are left out on which little hangs.
fn best<'a>(catalog: &Catalog, model: &'a Model, watched: &[Watched<'a>], limit: usize) -> (Option<Deciding>, usize) {
    let subjects = subjects(catalog, model, watched);
    // Half of the steps for seeing what hangs on which, half for trying answers.
    let mut steps = Steps(limit / 2);
    let mut order = Vec::new();
    // By turns, so that no kind of which there are many components takes all steps.
    'turns: for turn in 0..subjects.iter().map(|(_, asked)| asked.len()).max().unwrap_or_default() {
        for (subject, (near, asked)) in subjects.iter().enumerate() {
            let Some(asking) = asked.get(turn) else { continue };
            let mut hanging = 0;
            for watched in near {
                let Some(here) = watched.hanging(asking, &mut steps) else { break 'turns };
                hanging += here;
            }
            if hanging > 0 {
                order.push((usize::MAX - hanging, subject, turn));
            }
        }
    }
    let order = sorted(order, Ord::cmp);
    let order = order.iter().filter_map(|(less, subject, turn)| {
        let (near, asked) = subjects.get(*subject)?;
        Some((asked.get(*turn)?, usize::MAX - less, near))
    });
    let first = order.clone().next();
    steps.0 += limit - limit / 2;
    let mut best: Option<((u64, usize), Deciding)> = None;
    'asked: for (asking, hanging, near) in order {
        // No answer decides more rows than hang on it.
        let cannot_win = |sum: usize, of: usize| {
            best.as_ref().is_some_and(|((mean, _), _)| (sum as u64 * 1000) / (of.max(1) as u64) < *mean)
        };
        if cannot_win(hanging, 1) {
            break;
        }
        // A kind said to be there is open until a component is described; that answer is not taken back.
        let given = asking.question.answer(model);
        let mut answers = asking.question.candidates(catalog);
        answers.retain(|answer| given.as_ref().is_none_or(|g| g == answer));
        let (mut sum, mut decides) = (0, 0);
        for (tried, answer) in answers.iter().enumerate() {
            if cannot_win(sum + (answers.len() - tried) * hanging, answers.len()) {
                continue 'asked;
            }
            let mut decided = 0;
            for watched in near {
                let Some(here) = watched.decided(asking, answer, &mut steps) else { break 'asked };
                decided += here;
            }
            sum += decided;
            decides = decides.max(decided);
        }
        let score = (sum as u64 * 1000 / answers.len().max(1) as u64, hanging);
        if best.as_ref().is_none_or(|(s, _)| score > *s) {
            best = Some((score, Deciding { question: asking.question.clone(), hanging, decides }));
        }
    }
    let untried =
        || first.map(|(asking, hanging, _)| Deciding { question: asking.question.clone(), hanging, decides: 0 });
    (best.map(|(_, d)| d).or_else(untried), limit - steps.0)
}

/// The open rows that a subject concerns, with what can be asked of it.
type Subject<'a, 'w> = (Vec<&'w Watched<'a>>, Vec<Asking<'a>>);

/// What can be asked, in the order of the three viewpoints, as far as it can matter.
fn subjects<'a, 'w>(catalog: &Catalog, model: &'a Model, watched: &'w [Watched<'a>]) -> Vec<Subject<'a, 'w>> {
    let roles = catalog.roles.iter().map(|r| Question::Role(r.id));
    let kinds = catalog.components.iter().map(|c| Question::Kind(c.id));
    let data = catalog.data_forms.iter().map(|d| Question::Data(d.id));
    let subject = |subject: Question| {
        let near: Vec<&Watched<'a>> = watched.iter().filter(|w| w.concerns(&subject)).collect();
        let asked = match subject {
            _ if near.is_empty() => return None,
            Question::Kind(kind) => of_kind(kind, model, &near),
            question => vec![Asking { question, about: None }],
        };
        Some((near, asked))
    };
    roles.chain(kinds).chain(data).filter_map(subject).collect()
}

/// The questions about a kind and its components. Of components with the same answers one stands for all: they decide
/// alike.
fn of_kind<'a>(kind: ComponentId, model: &'a Model, near: &[&Watched<'_>]) -> Vec<Asking<'a>> {
    let mut asked = Vec::new();
    let mut ask = |question, about| asked.push(Asking { question, about });
    if model.of_kind(kind).next().is_none() {
        ask(Question::Kind(kind), None);
    }
    let only = near.iter().find_map(|w| w.only_component());
    let one = only.filter(|_| near.iter().all(|w| w.only_one(kind))).map(|id| model.instances.get(id));
    let components: Vec<&Instance> = match one {
        Some(one) => one.into_iter().filter(|this| this.kind == kind).collect(),
        None => model.of_kind(kind).collect(),
    };
    let mut seen = BTreeSet::new();
    for this in components {
        let is_only = only == Some(&this.id);
        if !seen.insert((is_only, &this.roles, [&this.procured, &this.operated, &this.maintained], &this.places)) {
            continue;
        }
        let open = Aspect::ALL.into_iter().filter(|a| this.aspect(*a).is_none());
        open.for_each(|aspect| ask(Question::Provision(this.id.clone(), aspect), Some(this)));
        if this.places.is_none() && near.iter().any(|w| w.asks_place()) {
            ask(Question::Place(this.id.clone()), Some(this));
        }
        if this.roles.is_none() {
            ask(Question::Carries(this.id.clone()), Some(this));
        }
    }
    asked
}
