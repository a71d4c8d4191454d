//! Numbers and words as a quantity, or as how often something is done.

use super::{
    AskBack, Measured, compare,
    tokens::{Bound, Token, Written},
};
use crate::core::catalog::{Metric, Quantity, Unit};

/// The most times in a period that are read.
const MOST_TIMES: u64 = 1_000_000;

/// Tokens that are read from the first to the last.
struct Reader<'a> {
    tokens: &'a [Written],
}

impl<'a> Reader<'a> {
    fn peek(&self, ahead: usize) -> Option<&'a Token> {
        self.tokens.get(ahead).map(|written| &written.token)
    }

    fn skip(&mut self, count: usize) {
        self.tokens = self.tokens.get(count..).unwrap_or_default();
    }

    /// The next token has no place here.
    fn misplaced(&self) -> AskBack {
        match self.tokens.first() {
            Some(Written { token: Token::Number(_), .. }) if !matches!(self.peek(1), Some(Token::Unit(_))) => {
                AskBack::Unit
            }
            _ => AskBack::NotUnderstood(words(self.tokens.get(..2).unwrap_or(self.tokens))),
        }
    }

    /// A quantity, or a range of them; of the first number of a range the unit may be left out. `None` where there is
    /// neither.
    fn range(&mut self, bare: Option<Unit>) -> Result<Option<(Quantity, Quantity)>, AskBack> {
        let first = match (self.peek(0), self.peek(1)) {
            (Some(Token::Number(milli)), Some(Token::To)) => {
                let milli = *milli;
                self.skip(1);
                Err(milli)
            }
            _ => match self.quantity(bare)? {
                Some(quantity) => Ok(quantity),
                None => return Ok(None),
            },
        };
        if self.peek(0) != Some(&Token::To) {
            return Ok(first.ok().map(|q| (q, q)));
        }
        self.skip(1);
        let last = self.quantity(bare)?.ok_or_else(|| self.misplaced())?;
        let first = first.unwrap_or_else(|milli| Quantity { milli, unit: last.unit });
        if compare::is_time(first.unit) != compare::is_time(last.unit) {
            return Err(AskBack::OtherUnit);
        }
        Ok(Some((first, last)))
    }

    /// A quantity: `30分`, `1時間30分`, `3年半`, `半年`, `an hour`.
    fn quantity(&mut self, bare: Option<Unit>) -> Result<Option<Quantity>, AskBack> {
        let (mut quantity, length) = match (self.peek(0), self.peek(1), self.peek(2)) {
            (Some(Token::Amount(n, unit)), ..) => (Quantity { milli: u64::from(*n) * 1000, unit: *unit }, 1),
            (Some(Token::A), Some(Token::Amount(n, unit)), _) => {
                (Quantity { milli: u64::from(*n) * 1000, unit: *unit }, 2)
            }
            (Some(Token::A), Some(Token::Unit(unit)), _) => (Quantity { milli: 1000, unit: *unit }, 2),
            (Some(Token::Half), Some(Token::Unit(unit)), _) => (halved(*unit), 2),
            (Some(Token::Half), Some(Token::A), Some(Token::Unit(unit))) => (halved(*unit), 3),
            (Some(Token::Number(milli)), Some(Token::Unit(unit)), _) => (Quantity { milli: *milli, unit: *unit }, 2),
            (Some(Token::Number(_)), Some(Token::Month), _) => return Err(AskBack::Ambiguous),
            (Some(Token::Number(milli)), ..) => match bare {
                Some(unit) => (Quantity { milli: *milli, unit }, 1),
                None => return Err(AskBack::Unit),
            },
            _ => return Ok(None),
        };
        self.skip(length);
        while let (Some(Token::Number(milli)), Some(Token::Unit(unit))) = (self.peek(0), self.peek(1)) {
            let more = Quantity { milli: *milli, unit: *unit };
            quantity = compare::sum(quantity, more).ok_or_else(|| self.misplaced())?;
            self.skip(2);
        }
        if self.peek(0) == Some(&Token::Half) {
            quantity.milli += 500;
            self.skip(1);
        }
        Ok(Some(quantity))
    }

    /// So many times.
    fn times(&mut self) -> Result<Option<(u32, u32)>, AskBack> {
        let whole = |milli: u64| {
            let whole = milli.is_multiple_of(1000) && milli / 1000 <= MOST_TIMES;
            u32::try_from(milli / 1000).ok().filter(|_| whole).ok_or(AskBack::Impossible)
        };
        let (times, length) = match (self.peek(0), self.peek(1), self.peek(2), self.peek(3)) {
            (Some(Token::Often(n)), ..) => ((*n, *n), 1),
            (Some(Token::Number(n)), Some(Token::Times), ..) => ((whole(*n)?, whole(*n)?), 2),
            (Some(Token::Number(a)), Some(Token::To), Some(Token::Number(b)), Some(Token::Times)) => {
                ((whole(*a)?, whole(*b)?), 4)
            }
            _ => return Ok(None),
        };
        self.skip(length);
        Ok(Some(times))
    }
}

fn halved(unit: Unit) -> Quantity {
    Quantity { milli: 500, unit }
}

/// A quantity of anything but an interval.
pub(super) fn amount(tokens: &[Written], metric: Metric) -> Result<Measured, AskBack> {
    let mut reader = Reader { tokens };
    let mut read = None;
    let bare = (metric == Metric::Count).then_some(Unit::Generations);
    let endless = !matches!(metric, Metric::Limit | Metric::Share);
    while let Some(token) = reader.peek(0) {
        let said = match token {
            Token::Is(Bound::MostBefore | Bound::MostAfter) if metric != Metric::Limit => {
                return Err(AskBack::Direction);
            }
            Token::Is(Bound::LeastBefore | Bound::LeastAfter) if metric == Metric::Limit => {
                return Err(AskBack::Direction);
            }
            Token::Is(_) => None,
            Token::Since if metric == Metric::Limit => None,
            Token::After if metric == Metric::AfterService => None,
            Token::Forever if endless => Some(Measured::Forever),
            Token::NotDone => Some(Measured::NotDone),
            _ => {
                let (from, to) = reader.range(bare)?.ok_or_else(|| reader.misplaced())?;
                possible(from, metric)?;
                possible(to, metric)?;
                put(&mut read, Measured::Amount(from, to), &reader)?;
                continue;
            }
        };
        if let Some(said) = said {
            put(&mut read, said, &reader)?;
        }
        reader.skip(1);
    }
    read.ok_or_else(|| AskBack::NotUnderstood(words(tokens)))
}

/// A value is read once: two of them are not understood.
fn put(read: &mut Option<Measured>, value: Measured, reader: &Reader) -> Result<(), AskBack> {
    if read.replace(value).is_some() { Err(reader.misplaced()) } else { Ok(()) }
}

fn words(tokens: &[Written]) -> String {
    tokens.iter().map(|written| written.word.as_str()).collect()
}

/// Whether there can be so much of what is measured.
fn possible(quantity: Quantity, metric: Metric) -> Result<(), AskBack> {
    let fits = match metric {
        Metric::Share => quantity.unit == Unit::Percent,
        Metric::Count => quantity.unit == Unit::Generations,
        _ => compare::is_time(quantity.unit),
    };
    let possible = match metric {
        Metric::Share => quantity.milli <= 100_000,
        Metric::Count => quantity.milli.is_multiple_of(1000),
        Metric::Interval => quantity.milli > 0,
        _ => true,
    };
    if !fits {
        Err(AskBack::OtherUnit)
    } else if !possible {
        Err(AskBack::Impossible)
    } else {
        Ok(())
    }
}

/// What of an interval was read last.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Times,
    Period,
}

/// How often something is done: a period, so many times, or both, in either order.
pub(super) fn interval(tokens: &[Written]) -> Result<Measured, AskBack> {
    let mut reader = Reader { tokens };
    let (mut times, mut period, mut said) = (None, None, None);
    let (mut last, mut before) = (None, None);
    while let Some(token) = reader.peek(0) {
        let part = match token {
            Token::Always => {
                put(&mut said, Measured::Always, &reader)?;
                None
            }
            Token::NotDone => {
                put(&mut said, Measured::NotDone, &reader)?;
                None
            }
            // Seldom enough is no question, and neither is far enough apart.
            Token::Is(Bound::MostAfter) if last == Some(Part::Times) => return Err(AskBack::Direction),
            Token::Is(Bound::LeastAfter) if last == Some(Part::Period) => return Err(AskBack::Direction),
            Token::Is(Bound::MostAfter | Bound::LeastAfter) if last.is_some() => None,
            Token::Is(bound) => {
                before = Some(*bound);
                None
            }
            Token::Other if last == Some(Part::Period) && period.is_some_and(|(q, _)| compare::is_short(q)) => None,
            Token::Other => return Err(AskBack::Ambiguous),
            Token::Per => None,
            Token::A if !matches!(reader.peek(1), Some(Token::Unit(_) | Token::Amount(..))) => None,
            _ if times.is_none() && {
                times = reader.times()?;
                times.is_some()
            } =>
            {
                Some(Part::Times)
            }
            Token::Each(..) | Token::Unit(_) | Token::Month if period.is_none() => {
                let (n, unit) = match token {
                    Token::Each(n, unit) => (*n, *unit),
                    Token::Unit(unit) => (1, *unit),
                    _ => (1, Unit::Months),
                };
                let each = Quantity { milli: u64::from(n) * 1000, unit };
                possible(each, Metric::Interval)?;
                period = Some((each, each));
                reader.skip(1);
                Some(Part::Period)
            }
            _ if period.is_none() => {
                let (from, to) = reader.range(None)?.ok_or_else(|| reader.misplaced())?;
                possible(from, Metric::Interval)?;
                possible(to, Metric::Interval)?;
                period = Some((from, to));
                Some(Part::Period)
            }
            _ => return Err(reader.misplaced()),
        };
        if part.is_none() {
            reader.skip(1);
        } else if part == Some(Part::Times) && matches!(before, Some(Bound::MostBefore | Bound::MostAfter)) {
            return Err(AskBack::Direction);
        } else {
            (last, before) = (part, None);
        }
    }
    // 最大1日1回: not more often, though it could be said of the period as well.
    if times.is_some() && tokens.iter().any(|written| written.token == Token::Is(Bound::MostBefore)) {
        return Err(AskBack::Direction);
    }
    together(said, times, period).ok_or_else(|| AskBack::NotUnderstood(words(tokens)))?
}

/// The parts of an interval as one value; `None` where they make none.
fn together(
    said: Option<Measured>,
    times: Option<(u32, u32)>,
    period: Option<(Quantity, Quantity)>,
) -> Option<Result<Measured, AskBack>> {
    match (said, times, period) {
        (Some(said), None, None) => Some(Ok(said)),
        (None, Some((0, 0)), _) => Some(Ok(Measured::NotDone)),
        (None, Some(_), None) => Some(Err(AskBack::Period)),
        (None, None | Some((1, 1)), Some((from, to))) => Some(Ok(Measured::Amount(from, to))),
        (None, Some((a, b)), Some((from, to))) if from == to && a.min(b) > 0 => Some(Ok(Measured::Times(a, b, from))),
        (None, Some(_), Some(_)) => Some(Err(AskBack::Ambiguous)),
        _ => None,
    }
}
