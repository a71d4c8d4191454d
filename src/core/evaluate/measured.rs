//! Measured values as people write them: `30分以内`, `１日１回`, `半年に一度`, `99.9〜99.95%`, `within 30 min`.
//!
//! What is typed is read for the item that it measures, shown back in one canonical wording, and compared with the
//! reference value. What could mean several things, or nothing, is asked back and never guessed.
//!
//! How much is enough follows three rules:
//!
//! - **Of a range the weaker end decides**, whichever of the two it is for what is measured.
//! - **Several times a period are taken as evenly spread**: twice a week is once in three and a half days.
//! - **Months and years are as long as the calendar makes them.** They are exact among themselves (a year has twelve
//!   months), and so are seconds to weeks. Between the two, n months have at least and at most the days of any n months
//!   in a row, a year 365 or 366; parts of a month are between 28 and 31 days long. A value meets a reference only if it
//!   does so in every month and every year. Where it does so in some only, as 30 days kept where a month is asked for,
//!   it falls short, and the verdict says that this hangs on the calendar.

mod choice;
mod compare;
mod grammar;
mod tokens;
mod words;
mod write;

use crate::core::catalog::{EvaluationItem, Metric, Quantity};

pub(super) use compare::reference;
pub use compare::{Comparison, Verdict, at_most};
pub use write::write_reference;

/// The longest text that is read as a value, in characters. A sentence is none.
const MAX_CHARS: usize = 120;

/// A measured value, understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Measured {
    /// From one quantity to another; mostly both are the same. For an interval, the time between two times.
    Amount(Quantity, Quantity),
    /// An interval: from so many to so many times in each such period. More than once, or it is an [`Amount`](Self::Amount).
    Times(u32, u32, Quantity),
    /// An interval: without a break.
    Always,
    /// A time, or a number of generations, without end.
    Forever,
    /// It is not done at all. That is an answer, and it meets no reference.
    NotDone,
    /// An option of a choice, by its id.
    Chosen(&'static str),
}

/// What has to be asked of the person who typed a value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum AskBack {
    /// What this part means.
    NotUnderstood(String),
    /// Which unit: `30`, `1時間30`.
    Unit,
    /// A value in a unit of what is measured: minutes where a share is asked for.
    OtherUnit,
    /// In which period: `2回`.
    Period,
    /// Which of two things that it can mean: `3月` (March, or three months), `5m`, `biweekly`, `1日おき`.
    Ambiguous,
    /// A bound on the other side: `30分以上` where the question is how long it takes at most.
    Direction,
    /// An exact value: `約30分`, `数日`.
    Approximate,
    /// A time that hangs on no calendar: `翌営業日`, `当日中`.
    Calendar,
    /// A value: `随時`, `速やかに`, `as needed`.
    Vague,
    /// A value with at most three decimals.
    TooFine,
    /// A value that can be: `101%`, `2.5世代`, every 0 minutes.
    Impossible,
    /// One of the options.
    Option,
}

impl Measured {
    /// Reads a value as people write it, for the item that it measures.
    ///
    /// # Errors
    /// Says what to ask back.
    pub fn read(text: &str, item: &EvaluationItem) -> Result<Self, AskBack> {
        if text.chars().nth(MAX_CHARS).is_some() {
            return Err(AskBack::NotUnderstood(text.chars().take(20).chain(['…']).collect()));
        }
        if item.measure == Metric::Choice {
            return choice::read(text, item.options.0);
        }
        let tokens = tokens::tokens(text)?;
        if item.measure == Metric::Interval {
            grammar::interval(&tokens)
        } else {
            grammar::amount(&tokens, item.measure)
        }
    }

    /// The end of it that is hardest to reconcile with a reference: the one that decides, with how many times it is done
    /// in it. `None` for what is no quantity.
    #[must_use]
    pub fn weaker(&self, at_most: bool) -> Option<(u32, Quantity)> {
        match *self {
            Self::Amount(a, b) => Some((1, compare::weaker(a, b, at_most))),
            Self::Times(a, b, period) => Some((if at_most { a.min(b) } else { a.max(b) }, period)),
            _ => None,
        }
    }
}
