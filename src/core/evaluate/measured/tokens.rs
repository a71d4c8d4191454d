//! A text as numbers and words with a meaning.

use super::{AskBack, words::WORDS};
use crate::core::catalog::{Unit, search::folded};

/// The greatest whole number that is read: no value is greater, and sums of greater ones would not fit.
pub(super) const GREATEST: u64 = 99_999_999;

/// Which side a bound closes, and whether its word stands before or after what it bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bound {
    MostBefore,
    MostAfter,
    LeastBefore,
    LeastAfter,
}

/// A number, or a word with a meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// In thousandths.
    Number(u64),
    Unit(Unit),
    /// A word for so much of a unit.
    Amount(u16, Unit),
    /// A word for once in so much of a unit.
    Each(u16, Unit),
    /// 月 alone: a unit after a word for every, after a number a month of the year as well.
    Month,
    Half,
    A,
    Times,
    /// A word for so many times.
    Often(u32),
    Per,
    /// おき, which for days and longer can mean two things.
    Other,
    To,
    Is(Bound),
    Always,
    Forever,
    NotDone,
    Since,
    After,
    Noise,
    Ask(AskBack),
}

/// A token as it was written, for asking back.
#[derive(Debug)]
pub(super) struct Written {
    pub token: Token,
    pub word: String,
}

/// Takes a text apart. Words that say nothing more are left out, and so are vague ones beside others: 速やかに(30分以内).
pub(super) fn tokens(text: &str) -> Result<Vec<Written>, AskBack> {
    let text = folded(text);
    let mut rest = text.trim().trim_end_matches('.');
    let mut tokens = Vec::new();
    let mut nothing = AskBack::NotUnderstood(rest.to_owned());
    while !rest.is_empty() {
        let (token, length) = match word(rest) {
            Some((token, length)) => (token.clone(), length),
            None => number(rest)?,
        };
        let (word, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        match token {
            Token::Noise => {}
            Token::Ask(AskBack::Vague) => nothing = AskBack::Vague,
            Token::Ask(why) => return Err(why),
            token => tokens.push(Written { token, word: word.to_owned() }),
        }
        rest = after.trim_start();
    }
    if tokens.is_empty() { Err(nothing) } else { Ok(tokens) }
}

/// The longest word that a text begins with. Latin words are not found inside others, nor is one before more digits.
fn word(rest: &str) -> Option<(&'static Token, usize)> {
    let ends = |word: &str| {
        let alphanumeric = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let (last, next) = (word.chars().next_back(), rest.get(word.len()..).and_then(|r| r.chars().next()));
        !alphanumeric(last) || !alphanumeric(next) || (digit(next) && !digit(last))
    };
    let all = WORDS.iter().flat_map(|(words, token)| words.split('|').map(move |word| (word, token)));
    let fitting = all.filter(|(word, _)| rest.starts_with(word) && ends(word));
    fitting.map(|(word, token)| (token, word.len())).max_by_key(|(_, length)| *length)
}

/// The number that a text begins with, in digits or kanji, and how long it is.
fn number(rest: &str) -> Result<(Token, usize), AskBack> {
    let digits = |text: &str, is: fn(char) -> bool| text.find(|c| !is(c)).unwrap_or(text.len());
    let latin = rest.starts_with(|c: char| c.is_ascii_digit());
    let is: fn(char) -> bool = if latin { |c| c.is_ascii_digit() } else { |c| value(c).is_some() };
    let mut end = digits(rest, is);
    let not_understood = || AskBack::NotUnderstood(rest.split_whitespace().next().unwrap_or_default().to_owned());
    let part = |from: usize, to: usize| rest.get(from..to).unwrap_or_default();
    if end == 0 {
        return Err(not_understood());
    }
    let mut whole = part(0, end).to_owned();
    // 1,000: commas before three digits each.
    while latin && part(end, rest.len()).starts_with(',') {
        let group = digits(part(end + 1, rest.len()), is);
        if group != 3 {
            return Err(not_understood());
        }
        whole.push_str(part(end + 1, end + 4));
        end += 4;
    }
    let whole = if latin { whole.parse().ok() } else { kanji(&whole) };
    let mut milli = whole.filter(|w| *w <= GREATEST).ok_or(AskBack::Impossible)? * 1000;
    let point = part(end, rest.len()).chars().next().filter(|c| *c == '.' || (!latin && *c == '・'));
    if let Some(point) = point {
        let start = end + point.len_utf8();
        let length = digits(part(start, rest.len()), is);
        let fraction: Option<String> =
            part(start, start + length).chars().map(|c| value(c).and_then(|v| char::from_digit(v, 10))).collect();
        let fraction = fraction.filter(|f| !f.is_empty()).ok_or_else(not_understood)?;
        let fraction = fraction.trim_end_matches('0');
        if fraction.len() > 3 {
            return Err(AskBack::TooFine);
        }
        milli += format!("{fraction:0<3}").parse::<u64>().unwrap_or_default();
        end = start + length;
    }
    Ok((Token::Number(milli), end))
}

/// What a digit is worth, or 10, 100 and 1000 for their kanji.
fn value(c: char) -> Option<u32> {
    const KANJI: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    match c {
        '零' => Some(0),
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1000),
        _ => KANJI.iter().position(|k| *k == c).map(|v| v as u32).or_else(|| c.to_digit(10)),
    }
}

/// A number in kanji, 三十 as well as 三〇.
fn kanji(text: &str) -> Option<u64> {
    let (mut sum, mut before, mut scale) = (0u64, None, u64::MAX);
    for c in text.chars() {
        let value = u64::from(value(c)?);
        if value < 10 {
            before = Some(before.unwrap_or(0u64).checked_mul(10)?.checked_add(value)?);
        } else {
            let of = before.take().unwrap_or(1);
            if value >= scale || !(1..10).contains(&of) {
                return None;
            }
            sum += of * value;
            scale = value;
        }
    }
    let rest = before.unwrap_or(0);
    (scale == u64::MAX || rest < 10).then_some(sum + rest)
}
