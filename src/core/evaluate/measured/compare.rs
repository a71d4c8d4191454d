//! A measured value beside the reference value.

use super::{AskBack, Measured, tokens::GREATEST};
use crate::core::catalog::{EvaluationItem, PatternId, Provenance, Quantity, ReferenceLevel, ReferenceValue, Unit};

/// What comes of comparing a measured value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// It is as good as the reference value, or better.
    Meets,
    /// It is not.
    FallsShort {
        /// Whether it would be in some months or years, and not in others.
        calendar: bool,
    },
    /// The guideline asks for nothing here (`-`).
    NothingToMeet,
    /// The reference value is not known.
    UnknownReference,
    /// Nothing was typed. That is not a failure.
    NotMeasured,
    /// There is no pattern yet, so there is no reference value: not compared yet.
    NoPattern,
    /// What was typed is not understood.
    AskedBack(AskBack),
}

/// A measured value, the reference value, and what comes of comparing them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// What comes of it.
    pub verdict: Verdict,
    /// What was measured, as far as it was understood.
    pub measured: Option<Measured>,
    /// The reference value of the pattern, where there is a pattern.
    pub reference: Option<&'static ReferenceValue>,
}

impl Comparison {
    /// Compares what was typed for an item with its reference value for a pattern.
    #[must_use]
    pub fn of(item: &'static EvaluationItem, text: &str, pattern: Option<PatternId>) -> Self {
        let reference = pattern.and_then(|pattern| reference(item, pattern));
        let level = reference.map(|r| r.level);
        let read = (!text.trim().is_empty()).then(|| Measured::read(text, item));
        let (verdict, measured) = match (read, level) {
            (Some(Err(why)), _) => (Verdict::AskedBack(why), None),
            (read, Some(ReferenceLevel::NoValue)) => (Verdict::NothingToMeet, read.and_then(Result::ok)),
            (None, _) => (Verdict::NotMeasured, None),
            (Some(Ok(measured)), None) => (Verdict::NoPattern, Some(measured)),
            (Some(Ok(measured)), Some(level)) => (verdict(measured, level, item), Some(measured)),
        };
        Self { verdict, measured, reference }
    }

    /// Whether the reference value is especially necessary (`*`).
    #[must_use]
    pub fn is_must(&self) -> bool {
        self.reference.is_some_and(|r| r.must)
    }

    /// Whether the verdict rests on a value that was not compared with the official text.
    #[must_use]
    pub fn rests_on_unverified(&self) -> bool {
        matches!(self.verdict, Verdict::Meets | Verdict::FallsShort { .. } | Verdict::NothingToMeet)
            && self.reference.is_some_and(|r| matches!(r.from, Provenance::Unverified(_)))
    }
}

/// The reference value of an item for a pattern.
pub fn reference(item: &'static EvaluationItem, pattern: PatternId) -> Option<&'static ReferenceValue> {
    usize::from(pattern.0).checked_sub(1).and_then(|index| item.values.0.get(index))
}

fn verdict(measured: Measured, level: ReferenceLevel, item: &EvaluationItem) -> Verdict {
    let meets = match (level, measured) {
        (ReferenceLevel::Unknown, _) => return Verdict::UnknownReference,
        (ReferenceLevel::NoValue, _) => return Verdict::NothingToMeet,
        (ReferenceLevel::Chosen(asked), Measured::Chosen(chosen)) => {
            let place = |id: &str| item.options.iter().position(|o| o.id == id);
            Some(place(chosen).zip(place(asked)).is_some_and(|(chosen, asked)| chosen <= asked))
        }
        (ReferenceLevel::AtMost(_), Measured::Always) | (ReferenceLevel::AtLeast(_), Measured::Forever) => Some(true),
        (ReferenceLevel::AtMost(asked), _) => {
            measured.weaker(true).map_or(Some(false), |(times, q)| in_all(q, 1, asked, times))
        }
        (ReferenceLevel::AtLeast(asked), _) => {
            measured.weaker(false).map_or(Some(false), |(times, q)| in_all(asked, times, q, 1))
        }
        (ReferenceLevel::Chosen(_), _) => Some(false),
    };
    match meets {
        Some(true) => Verdict::Meets,
        other => Verdict::FallsShort { calendar: other.is_none() },
    }
}

/// Whether one quantity is at most another: yes, no, or `None` where that hangs on the calendar.
#[must_use]
pub fn at_most(one: Quantity, other: Quantity) -> Option<bool> {
    in_all(one, 1, other, 1)
}

/// Whether so many times the one is at most so many times the other.
fn in_all(one: Quantity, times: u32, other: Quantity, other_times: u32) -> Option<bool> {
    let many = |(least, most): (u128, u128), times: u32| (least * u128::from(times), most * u128::from(times));
    let same = kind(one.unit) == kind(other.unit);
    if !(same || is_time(one.unit) && is_time(other.unit)) {
        return Some(false);
    }
    let of = |q: Quantity| if same { (exact(q), exact(q)) } else { in_seconds(q) };
    // The first times the second's number: a / n is at most b just where a is at most b times n.
    let ((least, most), (other_least, other_most)) = (many(of(one), times), many(of(other), other_times));
    if most <= other_least {
        Some(true)
    } else if least > other_most {
        Some(false)
    } else {
        None
    }
}

/// The weaker of two ends of a range: the longer where it should be short, the shorter where it should be long.
pub(super) fn weaker(a: Quantity, b: Quantity, at_most: bool) -> Quantity {
    let (ends_a, ends_b) = (in_seconds(a), in_seconds(b));
    let first = if at_most { ends_a.1 >= ends_b.1 } else { ends_a.0 <= ends_b.0 };
    if first { a } else { b }
}

/// What is exact among itself.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Days,
    Months,
    Share,
    Count,
}

const fn kind(unit: Unit) -> Kind {
    match unit {
        Unit::Seconds | Unit::Minutes | Unit::Hours | Unit::Days | Unit::Weeks => Kind::Days,
        Unit::Months | Unit::Years => Kind::Months,
        Unit::Percent => Kind::Share,
        Unit::Generations => Kind::Count,
    }
}

/// Whether a unit is one of time.
pub(super) const fn is_time(unit: Unit) -> bool {
    matches!(kind(unit), Kind::Days | Kind::Months)
}

/// Whether a quantity is in seconds, minutes or hours.
pub(super) const fn is_short(quantity: Quantity) -> bool {
    matches!(quantity.unit, Unit::Seconds | Unit::Minutes | Unit::Hours)
}

/// How much a unit is of the least one of its kind.
const fn size(unit: Unit) -> u64 {
    match unit {
        Unit::Seconds | Unit::Months | Unit::Percent | Unit::Generations => 1,
        Unit::Minutes => 60,
        Unit::Hours => 3600,
        Unit::Days => 86_400,
        Unit::Weeks => 604_800,
        Unit::Years => 12,
    }
}

fn exact(quantity: Quantity) -> u128 {
    u128::from(quantity.milli) * u128::from(size(quantity.unit))
}

/// The sum of two quantities, in the unit of the second, which has to be the smaller one. None that would be too great to
/// be read again.
pub(super) fn sum(one: Quantity, more: Quantity) -> Option<Quantity> {
    let fits = kind(one.unit) == kind(more.unit) && size(one.unit) > size(more.unit);
    let milli = one.milli.checked_mul(size(one.unit) / size(more.unit))?.checked_add(more.milli)?;
    (fits && milli / 1000 <= GREATEST).then_some(Quantity { milli, unit: more.unit })
}

/// The least and the most days of so many months in a row.
const DAYS_OF_MONTHS: [(u64, u64); 13] = [
    (0, 0),
    (28, 31),
    (59, 62),
    (89, 92),
    (120, 123),
    (150, 153),
    (181, 184),
    (212, 215),
    (242, 245),
    (273, 276),
    (303, 306),
    (334, 337),
    (365, 366),
];

/// The least and the most that a quantity comes to, in thousandths of seconds.
fn in_seconds(quantity: Quantity) -> (u128, u128) {
    if kind(quantity.unit) != Kind::Months {
        return (exact(quantity), exact(quantity));
    }
    let milli = quantity.milli.saturating_mul(size(quantity.unit));
    let (years, months, part) = (milli / 12_000, milli / 1000 % 12, milli % 1000);
    let (least, most) = DAYS_OF_MONTHS.get(months as usize).copied().unwrap_or_default();
    // Every fourth year is a leap year, but for some.
    let leap = if years == 0 { 0 } else { years / 4 + 1 };
    let seconds = |days: u64, of_part: u64| (u128::from(days) * 1000 + u128::from(part * of_part)) * 86_400;
    (seconds(years * 365 + least, 28), seconds(years * 365 + leap + most, 31))
}
