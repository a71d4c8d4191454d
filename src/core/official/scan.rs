//! What the beginning of a text is: a number, a class, a heading, a mark.

use super::text::{bare, plain, trimmed};

/// Opening and closing brackets of headings.
const BRACKETS: [(char, char); 4] = [('【', '】'), ('[', ']'), ('〔', '〕'), ('(', ')')];
/// The marks of best practices, in order.
const SMALL: [&str; 10] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
/// What a sentence goes on with behind a number that it only names.
const GOES_ON: &str = "をのにはがとでへやもかよま、。，．）)」・～〜";

/// A part of the guideline by its Roman numeral in any form, and the rest. A small l or a bar is read as I only where
/// that makes such a numeral of several letters.
fn part(text: &str) -> Option<(&'static str, &str)> {
    let mut numeral = String::new();
    let mut rest = text;
    let mut confused = false;
    while let Some(c) = rest.chars().next() {
        match plain(c) {
            'I' => numeral.push('I'),
            'V' => numeral.push('V'),
            'l' | '|' => {
                confused = true;
                numeral.push('I');
            }
            c @ 'Ⅰ'..='Ⅴ' => {
                numeral.push_str(["I", "II", "III", "IV", "V"].get(c as usize - 'Ⅰ' as usize).copied().unwrap_or(""));
            }
            _ => break,
        }
        rest = rest.get(c.len_utf8()..)?;
    }
    let known = ["I", "II", "III", "IV", "V"].into_iter().find(|p| *p == numeral)?;
    (!confused || known.len() > 1).then_some((known, rest))
}

/// A dot of a number, with blanks around it, and the rest.
fn dot(text: &str) -> Option<&str> {
    let rest = trimmed(text).strip_prefix(['.', '．', '・', '･', '｡'])?;
    Some(rest.trim_start())
}

/// One or two digits, and the rest.
fn digits(text: &str) -> Option<(String, &str)> {
    let mut number = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next().filter(|c| plain(*c).is_ascii_digit()) {
        number.push(plain(c));
        rest = rest.get(c.len_utf8()..)?;
    }
    (matches!(number.len(), 1 | 2) && number != "0").then_some((number, rest))
}

/// Digits with dots between them, and the rest.
pub(super) fn places(text: &str) -> Option<(Vec<String>, &str)> {
    let (first, mut rest) = digits(text)?;
    let mut all = vec![first];
    while let Some((more, after)) = dot(rest).and_then(digits) {
        all.push(more);
        rest = after;
    }
    Some((all, dot(rest).unwrap_or(rest)))
}

/// A number of the guideline that begins the text, `II.2.1.1`, and the rest. At least one digit stands behind the part.
pub(super) fn number(text: &str) -> Option<(String, &str)> {
    let (part, rest) = part(trimmed(text))?;
    let (places, rest) = places(dot(rest)?)?;
    Some((format!("{part}.{}", places.join(".")), rest))
}

/// The part of a number of which only the part stands here, `II.`.
pub(super) fn part_alone(text: &str) -> Option<&'static str> {
    let (part, rest) = part(trimmed(text))?;
    dot(rest)?.is_empty().then_some(part)
}

/// Whether a number is that of a control.
pub(super) fn is_control(number: &str) -> bool {
    let part = number.split('.').next().unwrap_or_default();
    matches!(part, "II" | "III") && number.split('.').count() == 4
}

/// A heading in 【】 that begins the text, without its blanks, and the rest.
pub(super) fn head(text: &str) -> Option<(String, &str)> {
    let rest = trimmed(text).strip_prefix('【')?;
    let (end, _) = rest.char_indices().take(60).find(|(_, c)| *c == '】')?;
    Some((bare(rest.get(..end)?), rest.get(end + '】'.len_utf8()..)?))
}

/// The class that begins the text, in brackets of any kind, as packs name it, and the rest.
pub(super) fn class(text: &str) -> Option<(&'static str, &str)> {
    let text = trimmed(text);
    let open = plain(text.chars().next()?);
    let (_, close) = BRACKETS.into_iter().find(|(o, _)| *o == open)?;
    let inside = text.get(text.chars().next()?.len_utf8()..)?;
    let (at, end) = inside.char_indices().take(12).find(|(_, c)| plain(*c) == close)?;
    Some((class_named(inside.get(..at)?)?, inside.get(at + end.len_utf8()..)?))
}

/// A class as packs name it, from the guideline's word for it.
pub(super) fn class_named(word: &str) -> Option<&'static str> {
    match &*bare(word) {
        "基本" => Some("basic"),
        "推奨" => Some("recommended"),
        _ => None,
    }
}

/// Whether a sentence goes on behind what was read: then it was only named.
pub(super) fn goes_on(rest: &str) -> bool {
    trimmed(rest).chars().next().is_some_and(|c| GOES_ON.contains(c) || GOES_ON.contains(plain(c)))
}

/// A mark such as `ii.` that begins the text, and the rest.
pub(super) fn roman_mark(text: &str) -> Option<(String, &str)> {
    let text = unbulleted(text);
    let open = text.starts_with(['(', '（']);
    let text = text.trim_start_matches(['(', '（']);
    let first = text.chars().next()?;
    let (mark, rest) = if ('ⅰ'..='ⅹ').contains(&first) {
        ((*SMALL.get(first as usize - 'ⅰ' as usize)?).to_owned(), text.get(first.len_utf8()..)?)
    } else {
        let end = text.find(|c| !matches!(plain(c), 'i' | 'v' | 'x')).unwrap_or(text.len());
        (bare(text.get(..end)?), text.get(end..)?)
    };
    SMALL.contains(&&*mark).then_some(())?;
    Some((mark, behind_mark(rest, open, ('ⅰ'..='ⅹ').contains(&first))?))
}

/// Whether a mark such as `iii.` stands within a text, behind something Japanese.
pub(super) fn has_mark(text: &str) -> bool {
    let mut before = ' ';
    text.char_indices().any(|(at, c)| {
        let begins = before as u32 > 0x3000 && matches!(c, 'i' | 'v');
        before = c;
        begins && text.get(at..).and_then(roman_mark).is_some_and(|(mark, _)| mark.len() > 1)
    })
}

/// A letter such as `a.` that begins the text, and the rest.
pub(super) fn letter_mark(text: &str) -> Option<(char, &str)> {
    let text = unbulleted(text);
    let open = text.starts_with(['(', '（']);
    let text = text.trim_start_matches(['(', '（']);
    let first = text.chars().next()?;
    let letter = plain(first);
    letter.is_ascii_lowercase().then_some(())?;
    Some((letter, behind_mark(text.get(first.len_utf8()..)?, open, false)?))
}

/// What stands behind a mark; `None` where it is none.
fn behind_mark(rest: &str, open: bool, sure: bool) -> Option<&str> {
    let spaced = rest.trim_start();
    match spaced.strip_prefix(['.', '．', ')', '）', '、', ':', '：']) {
        Some(rest) => Some(rest.trim_start()),
        None if !open && (sure || spaced.len() < rest.len()) => Some(spaced),
        None => None,
    }
}

/// The number among the marks: `iv` is 4, `b` is 2.
pub(super) fn place_of(mark: &str) -> usize {
    SMALL.iter().position(|m| *m == mark).map_or(0, |i| i + 1)
}

/// The text behind a bullet, if one begins it.
pub(super) fn bullet(text: &str) -> Option<&str> {
    let text = trimmed(text);
    let rest = text.strip_prefix([
        '・', '･', '●', '○', '◯', '■', '□', '◆', '◇', '•', '‣', '➢', '✓', '✔', '☐', '*', '-', '－', '–', '—', '‐', '−',
        '\u{f0b7}', '\u{f0d8}', '\u{f0fc}', '\u{f06c}', '\u{f06e}',
    ])?;
    Some(rest.trim_start())
}

fn unbulleted(text: &str) -> &str {
    bullet(text).unwrap_or_else(|| trimmed(text))
}

/// The number of a countermeasure, `A-1`, that begins the text, and the rest.
pub(super) fn measure(text: &str) -> Option<(String, &str)> {
    let text = trimmed(text);
    let mut chars = text.chars();
    let letter = chars.next().map(plain).filter(|c| ('A'..='C').contains(c))?;
    let rest = chars.as_str().trim_start();
    let rest = rest.strip_prefix(['-', '－', '‐', '−', '–', '—', 'ー', '\u{2011}'])?;
    let (number, rest) = digits(rest.trim_start())?;
    Some((format!("{letter}-{number}"), rest))
}
