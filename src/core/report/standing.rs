//! Where risks and actions stand, counted state by state. Applying, decided and done are three things, and what is
//! recorded is not what is done.

use super::{ActionStatus, Decision, action_status, decision};
use crate::core::{
    assessment::{Assessment, paths},
    catalog::{ActionId, CountermeasureId},
    extract::{Row, RowKey, Truth},
};

/// Where a risk stands that applies or still may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RiskStanding {
    /// Its countermeasures are to be carried out.
    Treat,
    /// Named controls of Parts II and III cover it.
    Covered,
    /// It is accepted.
    Accepted,
    /// Somebody else bears it.
    Transferred,
    /// A decision was chosen whose reason is missing: it does not count as decided.
    ReasonMissing,
    /// It applies, and nobody decided.
    Undecided,
    /// Whether it applies is not known yet.
    Open,
}

impl RiskStanding {
    /// All of them, in the order of a bar.
    pub const ALL: [Self; 7] = [
        Self::Treat,
        Self::Covered,
        Self::Accepted,
        Self::Transferred,
        Self::ReasonMissing,
        Self::Undecided,
        Self::Open,
    ];

    /// Where a risk stands; `None` for one that does not apply.
    #[must_use]
    pub fn of(assessment: &Assessment, row: &Row) -> Option<Self> {
        match row.finding.truth {
            Truth::False => None,
            Truth::Unknown => Some(Self::Open),
            Truth::True => Some(match decision(assessment, &row.key) {
                None => Self::Undecided,
                Some(Decision::Treat) => Self::Treat,
                Some(_) if reason_missing(assessment, &row.key) => Self::ReasonMissing,
                Some(Decision::Covered) => Self::Covered,
                Some(Decision::Accept) => Self::Accepted,
                Some(Decision::Transfer) => Self::Transferred,
            }),
        }
    }

    /// Whether people decided, with the reason that it demands.
    #[must_use]
    pub const fn is_decided(self) -> bool {
        matches!(self, Self::Treat | Self::Covered | Self::Accepted | Self::Transferred)
    }

    /// Whether it is decided that the risk is neither treated nor covered.
    #[must_use]
    pub const fn is_otherwise(self) -> bool {
        matches!(self, Self::Accepted | Self::Transferred)
    }
}

/// Where an action stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ActionStanding {
    /// 実施.
    Done,
    /// 一部実施.
    Partly,
    /// 未実施.
    NotDone,
    /// 対象外, with the reason.
    NotApplicable,
    /// 対象外, but the reason is missing: it does not count as recorded.
    ReasonMissing,
    /// わからない.
    DontKnow,
    /// Nobody said anything.
    Unanswered,
}

impl ActionStanding {
    /// All of them, in the order of a bar.
    pub const ALL: [Self; 7] = [
        Self::Done,
        Self::Partly,
        Self::NotDone,
        Self::NotApplicable,
        Self::ReasonMissing,
        Self::DontKnow,
        Self::Unanswered,
    ];

    /// Where an action stands.
    #[must_use]
    pub fn of(assessment: &Assessment, of: CountermeasureId, action: ActionId) -> Self {
        match action_status(assessment, of, action) {
            None => Self::Unanswered,
            Some(ActionStatus::Done) => Self::Done,
            Some(ActionStatus::Partly) => Self::Partly,
            Some(ActionStatus::NotDone) => Self::NotDone,
            Some(ActionStatus::DontKnow) => Self::DontKnow,
            Some(ActionStatus::NotApplicable) if is_blank(assessment.text(&paths::action(of, action, "remark"))) => {
                Self::ReasonMissing
            }
            Some(ActionStatus::NotApplicable) => Self::NotApplicable,
        }
    }

    /// Whether a status is recorded, with the reason that it demands.
    #[must_use]
    pub const fn is_recorded(self) -> bool {
        matches!(self, Self::Done | Self::Partly | Self::NotDone | Self::NotApplicable)
    }

    /// Whether something is still to be carried out.
    #[must_use]
    pub const fn is_to_do(self) -> bool {
        matches!(self, Self::Partly | Self::NotDone)
    }
}

/// Whether a decision stands whose reason is demanded and missing. Treating a risk needs none: its actions say why.
#[must_use]
pub fn reason_missing(assessment: &Assessment, key: &RowKey) -> bool {
    let reason = paths::risk(key.risk, key.instance.as_ref().map(|i| i.as_str()), "reason");
    decision(assessment, key).is_some_and(|d| d != Decision::Treat) && is_blank(assessment.text(&reason))
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// How many stand where. States are few: their list, in order, is less to load than a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counts<S>(Vec<(S, usize)>);

impl<S: Ord + Copy> Counts<S> {
    /// How many stand there.
    #[must_use]
    pub fn of(&self, standing: S) -> usize {
        self.of_those(|s| s == standing)
    }

    /// How many stand at one of some places.
    pub fn of_those(&self, are: impl Fn(S) -> bool) -> usize {
        self.0.iter().filter(|(standing, _)| are(*standing)).map(|(_, count)| count).sum()
    }

    /// How many there are.
    #[must_use]
    pub fn total(&self) -> usize {
        self.of_those(|_| true)
    }

    /// Counts one more.
    pub fn add(&mut self, standing: S) {
        let at = self.0.partition_point(|(s, _)| *s < standing);
        match self.0.get_mut(at) {
            Some((s, count)) if *s == standing => *count += 1,
            _ => self.0.insert(at, (standing, 1)),
        }
    }
}

impl<S> Default for Counts<S> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<S: Ord + Copy> FromIterator<S> for Counts<S> {
    fn from_iter<I: IntoIterator<Item = S>>(standings: I) -> Self {
        let mut counts = Self::default();
        standings.into_iter().for_each(|s| counts.add(s));
        counts
    }
}
