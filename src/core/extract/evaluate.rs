//! A condition over a model: what it comes to, and why.

use super::Truth;
use crate::core::{
    catalog::{Condition, List, Place, Player, RoleId, Which, formula::Formula},
    model::{Answer, Aspect, Instance, InstanceId, Model, Question},
    sorted::put,
};

/// What a condition comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The result.
    pub truth: Truth,
    /// The answered questions that made it true or false, in their order, none twice; empty while unknown.
    pub facts: Vec<Question>,
    /// The open questions on which it hangs, likewise; empty once known.
    pub open: Vec<Question>,
}

impl Finding {
    pub(super) fn of(truth: Truth) -> Self {
        Self { truth, facts: Vec::new(), open: Vec::new() }
    }

    /// One more reason of the result.
    pub(super) fn add(&mut self, reason: Question) {
        put(if self.truth.is_known() { &mut self.facts } else { &mut self.open }, reason);
    }

    /// Both hold. The reasons of a result are the reasons of the parts that have that result.
    pub(super) fn and(self, other: Self) -> Self {
        let mut both = match self.truth.and(other.truth) {
            truth if truth != other.truth => return self,
            truth if truth != self.truth => return other,
            _ => self,
        };
        other.facts.into_iter().chain(other.open).for_each(|reason| both.add(reason));
        both
    }
}

/// Evaluates a condition. `this` is the component for which it is looked at, where there is one.
#[must_use]
pub fn evaluate(condition: &Condition, model: &Model, this: Option<&Instance>) -> Finding {
    let formula = Formula::of(condition);
    let atoms: Vec<Truth> = formula.atoms.iter().map(|a| truth(a, model, this, None)).collect();
    let (truth, because) = formula.reasons(&atoms);
    let mut finding = Finding::of(truth);
    for at in because {
        if let (Some(atom), Some(truth)) = (formula.atoms.get(at), atoms.get(at)) {
            reasons(atom, *truth, model, this, &mut |reason| finding.add(reason));
        }
    }
    finding
}

/// One more answer than a model has. Most often it changes little, so the model is not copied for it.
#[derive(Clone, Copy)]
pub(super) struct Given<'a> {
    pub question: &'a Question,
    pub answer: &'a Answer,
}

/// What an atom comes to, `given` being said of roles, data or the component at hand.
pub(super) fn truth(atom: &Condition, model: &Model, this: Option<&Instance>, given: Option<Given<'_>>) -> Truth {
    match atom {
        Condition::Played { role, by, shared } => {
            let players = match given {
                Some(Given { question: Question::Role(r), answer: Answer::Players(players) }) if r == role => {
                    Some(players)
                }
                _ => model.roles.get(role),
            };
            players.map_or(Truth::Unknown, |players| {
                let some = if by.is_empty() { !players.is_empty() } else { players.iter().any(|p| by.contains(p)) };
                Truth::from(some && (!shared || players.len() > 1))
            })
        }
        Condition::Occurs(data) => {
            let yes = match given {
                Some(Given { question: Question::Data(d), answer: Answer::Yes(yes) }) if d == data => Some(yes),
                _ => model.data.get(data),
            };
            yes.map_or(Truth::Unknown, |yes| (*yes).into())
        }
        Condition::Has { which, .. } => {
            let Some(asked) = Asked::by(atom) else { return Truth::Unknown };
            match which {
                // Without a component at hand nothing can be said; why not is added by `risks::rest`.
                Which::This => this.map_or(Truth::Unknown, |i| asked.met_by(i, given)),
                Which::Kind(kind) => {
                    let tally = asked.tally(model.of_kind(*kind));
                    if tally.components > 0 {
                        return tally.truth();
                    }
                    let there = model.has_kind(*kind).map_or(Truth::Unknown, Truth::from);
                    // Said to be there, but not described: what is asked of it is open.
                    if there == Truth::True && asked.something() { Truth::Unknown } else { there }
                }
            }
        }
        // No atoms: a formula has none of these among them.
        Condition::All(_) | Condition::Any(_) | Condition::Not(_) => Truth::Unknown,
    }
}

/// The questions that make an atom what it is: those answered, or those open.
pub(super) fn reasons(
    atom: &Condition,
    truth: Truth,
    model: &Model,
    this: Option<&Instance>,
    add: &mut dyn FnMut(Question),
) {
    match atom {
        Condition::Played { role, .. } => add(Question::Role(*role)),
        Condition::Occurs(data) => add(Question::Data(*data)),
        Condition::Has { which, .. } => {
            let Some(asked) = Asked::by(atom) else { return };
            match which {
                Which::This => {
                    if let Some(this) = this {
                        asked.reasons(this, truth, add);
                    }
                }
                Which::Kind(kind) => {
                    let mut described = model.of_kind(*kind).peekable();
                    if described.peek().is_none() || !asked.something() {
                        return add(Question::Kind(*kind));
                    }
                    for instance in described.filter(|i| asked.met_by(i, None) == truth) {
                        asked.reasons(instance, truth, add);
                    }
                }
            }
        }
        Condition::All(_) | Condition::Any(_) | Condition::Not(_) => {}
    }
}

/// What a condition asks of one component.
pub(super) struct Asked<'a> {
    provision: [&'a List<Player>; 3],
    place: &'a List<Place>,
    carries: Option<RoleId>,
}

impl<'a> Asked<'a> {
    pub fn by(atom: &'a Condition) -> Option<Self> {
        match atom {
            Condition::Has { procured, operated, maintained, place, carries, .. } => {
                Some(Self { provision: [procured, operated, maintained], place, carries: *carries })
            }
            _ => None,
        }
    }

    /// Whether it asks more than that the component is there.
    pub fn something(&self) -> bool {
        self.carries.is_some() || !self.place.is_empty() || self.provision.iter().any(|p| !p.is_empty())
    }

    pub fn met_by(&self, instance: &Instance, given: Option<Given<'_>>) -> Truth {
        let mut all = Truth::True;
        self.each_part(instance, given, &mut |truth, _| all = all.and(truth));
        all
    }

    /// How many of some components meet it.
    pub fn tally<'m>(&self, instances: impl Iterator<Item = &'m Instance>) -> Tally {
        let mut tally = Tally::default();
        for instance in instances {
            tally.components += 1;
            tally.add(self.met_by(instance, None));
        }
        tally
    }

    /// Whether a component would meet it or not by the answer to this question.
    pub fn hangs(&self, instance: &Instance, question: &Question) -> bool {
        let (mut all, mut asked) = (Truth::True, false);
        self.each_part(instance, None, &mut |truth, part| {
            all = all.and(truth);
            asked |= truth == Truth::Unknown && part.is(question, &instance.id);
        });
        asked && all == Truth::Unknown
    }

    fn reasons(&self, instance: &Instance, result: Truth, add: &mut dyn FnMut(Question)) {
        if !self.something() {
            return add(Question::Kind(instance.kind));
        }
        self.each_part(instance, None, &mut |truth, part| {
            if truth == result {
                add(part.question(instance.id.clone()));
            }
        });
    }

    /// Shows what each thing asked comes to.
    fn each_part(&self, instance: &Instance, given: Option<Given<'_>>, see: &mut dyn FnMut(Truth, Part)) {
        let given = |part: Part| given.filter(|g| part.is(g.question, &instance.id)).map(|g| g.answer);
        for (aspect, wanted) in Aspect::ALL.into_iter().zip(self.provision) {
            if !wanted.is_empty() {
                let part = Part::Provision(aspect);
                let players = match given(part) {
                    Some(Answer::Players(given)) => Some(given),
                    _ => instance.aspect(aspect).as_ref(),
                };
                see(met(players, |players| players.iter().any(|p| wanted.contains(p))), part);
            }
        }
        if !self.place.is_empty() {
            let places = match given(Part::Place) {
                Some(Answer::Places(given)) => Some(given),
                _ => instance.places.as_ref(),
            };
            see(met(places, |places| places.iter().any(|p| self.place.contains(p))), Part::Place);
        }
        if let Some(role) = self.carries {
            let roles = match given(Part::Carries) {
                Some(Answer::Roles(given)) => Some(given),
                _ => instance.roles.as_ref(),
            };
            see(met(roles, |roles| roles.contains(&role)), Part::Carries);
        }
    }
}

/// What an answer comes to; unknown while there is none.
fn met<T>(answer: Option<&Vec<T>>, is: impl Fn(&Vec<T>) -> bool) -> Truth {
    answer.map_or(Truth::Unknown, |answer| is(answer).into())
}

/// One thing that is asked of a component.
#[derive(Clone, Copy)]
enum Part {
    Provision(Aspect),
    Place,
    Carries,
}

impl Part {
    fn question(self, id: InstanceId) -> Question {
        match self {
            Self::Provision(aspect) => Question::Provision(id, aspect),
            Self::Place => Question::Place(id),
            Self::Carries => Question::Carries(id),
        }
    }

    /// Whether a question asks this of the component.
    fn is(self, question: &Question, of: &InstanceId) -> bool {
        match (self, question) {
            (Self::Provision(aspect), Question::Provision(id, asked)) => aspect == *asked && id == of,
            (Self::Place, Question::Place(id)) | (Self::Carries, Question::Carries(id)) => id == of,
            _ => false,
        }
    }
}

/// How many components meet what is asked, and of how many that is open. One of them suffices.
#[derive(Clone, Copy, Default)]
pub(super) struct Tally {
    /// How many there are.
    pub components: usize,
    meet: usize,
    open: usize,
}

impl Tally {
    pub fn truth(self) -> Truth {
        match self {
            Self { meet: 1.., .. } => Truth::True,
            Self { open: 1.., .. } => Truth::Unknown,
            _ => Truth::False,
        }
    }

    /// With one of them another than it was.
    pub fn changed(mut self, from: Truth, to: Truth) -> Self {
        match from {
            Truth::True => self.meet = self.meet.saturating_sub(1),
            Truth::Unknown => self.open = self.open.saturating_sub(1),
            Truth::False => {}
        }
        self.add(to);
        self
    }

    fn add(&mut self, truth: Truth) {
        match truth {
            Truth::True => self.meet += 1,
            Truth::Unknown => self.open += 1,
            Truth::False => {}
        }
    }
}
