//! Where a word stands in a text, and how well.

use std::ops::Range;

use super::{
    fold::{DASH, DOT, LONG, Script, alike, script},
    query::{Form, Unit, Word},
};

/// A particle or okurigana more or less, or the end of a longer word of katakana.
const LOOSE: u16 = 3;
/// Inside a word of katakana, as ログ in プログラム.
const INSIDE: u16 = 35;
/// Only in pieces, as 端末管理 in 運用管理端末: below everything that stands as it was typed.
const PIECES: u16 = 40;

/// A place in a text: its units, and what is wrong with it.
#[derive(Debug, Clone, Copy)]
struct Place {
    /// How many units of the form stand here.
    matched: usize,
    start: usize,
    end: usize,
    cost: u16,
}

/// What the best place of a word in a text costs; `None` where it is not there.
pub(super) fn cost(word: &Word, text: &[u16]) -> Option<u16> {
    let mut best: Option<u16> = None;
    for form in word {
        let cost = form_cost(form, text);
        best = match (best, cost) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        if best.is_some_and(|b| b <= form.cost) {
            break;
        }
    }
    best
}

/// Adds all places of a word in a text: of its forms as wholes, or else of their pieces.
pub(super) fn places(word: &Word, text: &[u16], to: &mut Vec<Range<usize>>) {
    let before = to.len();
    for form in word {
        all(&form.units, text, to);
    }
    if to.len() > before {
        return;
    }
    for form in word {
        let mut parts = Vec::new();
        if form_cost(form, text).is_some() && pieces(form, text, &mut parts).is_some() {
            for (from, until) in parts {
                all(&form.units[from..until], text, to);
            }
            return;
        }
    }
}

/// The place of a form at the very beginning of a text, without a flaw; and whether it is all of the text.
pub(super) fn beginning(form: &Form, text: &[u16]) -> Option<bool> {
    let place = common(&form.units, text, 0)?;
    (place.matched == form.units.len() && place.cost == 0)
        .then(|| text[place.end..].iter().all(|u| skipped(*u) || *u == u16::from(b' ')))
}

/// What the best place of a form costs that is there as a whole.
pub(super) fn whole(form: &Form, text: &[u16]) -> Option<u16> {
    best(&form.units, text).filter(|p| p.matched == form.units.len()).map(|p| form.cost + p.cost)
}

/// Adds all places where a form stands as a whole.
pub(super) fn wholes(form: &Form, text: &[u16], to: &mut Vec<Range<usize>>) {
    all(&form.units, text, to);
}

fn form_cost(form: &Form, text: &[u16]) -> Option<u16> {
    let place = best(&form.units, text);
    match place {
        Some(place) if place.matched == form.units.len() => Some(form.cost + place.cost),
        // The first unit is nowhere: only what pieces may leave out can be so.
        None if !optional(&form.units[0]) => None,
        _ if !cuttable(form, text) => None,
        _ => pieces(form, text, &mut Vec::new()).map(|n| form.cost + PIECES + n.min(20)),
    }
}

/// Whether it may be worth while to look for pieces. Ids, numbers and English have blanks where they may be cut.
fn cuttable(form: &Form, text: &[u16]) -> bool {
    let japanese = form.units.iter().any(|u| matches!(u.script, Script::Kanji | Script::Katakana));
    japanese
        && form.units.iter().position(|u| !optional(u)).is_some_and(|at| next(&form.units[at..], text, 0).is_some())
}

fn all(units: &[Unit], text: &[u16], to: &mut Vec<Range<usize>>) {
    let mut from = 0;
    while let Some(at) = next(units, text, from) {
        match common(units, text, at) {
            Some(place) if place.matched == units.len() => {
                from = place.end;
                to.push(place.start..place.end);
            }
            _ => from = at + 1,
        }
    }
}

/// The longest place, among those the cheapest, among those the first.
fn best(units: &[Unit], text: &[u16]) -> Option<Place> {
    let mut best: Option<Place> = None;
    let mut from = 0;
    while let Some(at) = next(units, text, from) {
        from = at + 1;
        let Some(place) = common(units, text, at) else { continue };
        if best.is_none_or(|b| place.matched > b.matched || place.matched == b.matched && place.cost < b.cost) {
            best = Some(place);
            if place.matched == units.len() && place.cost == 0 {
                break;
            }
        }
    }
    best
}

/// The next place at which the first unit stands. All of the catalogue is read through here at every key.
fn next(units: &[Unit], text: &[u16], from: usize) -> Option<usize> {
    let code = units.first()?.code;
    let hiragana = if script(code) == Script::Katakana && code != LONG { code - 0x60 } else { code };
    text[from..].iter().position(|t| *t == code || *t == hiragana).map(|at| from + at)
}

/// How far units and text agree from here on.
fn common(units: &[Unit], text: &[u16], start: usize) -> Option<Place> {
    let first = units.first()?;
    if alike(*text.get(start)?) != first.code || first.script == Script::Word && joined(text, start) {
        return None;
    }
    let is = |unit: Option<&Unit>, at: usize| matches!((unit, text.get(at)), (Some(u), Some(t)) if u.code == alike(*t));
    let (mut k, mut at) = (1, start + 1);
    let (mut matched, mut end, mut loose, mut loosely) = (k, at, false, false);
    while k < units.len() {
        if is(units.get(k), at) {
            (k, at) = (k + 1, at + 1);
            (matched, end, loosely) = (k, at, loose);
        } else if text.get(at).is_some_and(|t| skipped(*t)) {
            at += 1;
        } else if lone(text, at) && is(units.get(k), at + 1) {
            at += 1;
            loose = true;
        } else if units[k].lone && lone(text, at) && is(units.get(k + 1), at + 1) {
            // Another particle: パッチを適用, パッチの適用.
            (k, at) = (k + 1, at + 1);
            loose = true;
        } else if units[k].lone && is(units.get(k + 1), at) {
            k += 1;
            loose = true;
        } else {
            break;
        }
    }
    while text.get(end) == Some(&LONG) {
        end += 1;
    }
    let mut cost = if loosely { LOOSE } else { 0 };
    if katakana(text, Some(start)) && katakana(text, start.checked_sub(1)) {
        cost += if katakana(text, Some(end)) && katakana(text, Some(end - 1)) { INSIDE } else { LOOSE };
    }
    Some(Place { matched, start, end, cost })
}

/// Cuts a form, from its beginning on, into the longest pieces that stand somewhere in the text. Gives how many they
/// are and how much they leave out, and which they are.
fn pieces(form: &Form, text: &[u16], parts: &mut Vec<(usize, usize)>) -> Option<u16> {
    let units = &form.units;
    let (mut at, mut solid, mut single, mut left_out) = (0, 0, false, 0);
    while at < units.len() {
        let mut longest = 0;
        let mut from = 0;
        while let Some(start) = next(&units[at..], text, from) {
            from = start + 1;
            if let Some(place) = common(&units[at..], text, start) {
                longest = longest.max(allowed(units, at, &place, text));
            }
        }
        if longest == 0 {
            if !optional(&units[at]) {
                return None;
            }
            at += 1;
            left_out += 1;
            continue;
        }
        if longest > 1 || units[at].script != Script::Kanji || whole_run(units, at, at + 1) {
            solid += u16::from(units[at].script != Script::Hiragana);
        } else if single {
            // Two characters that stand apart from their neighbours say nothing any more.
            return None;
        } else {
            single = true;
        }
        parts.push((at, at + longest));
        at += longest;
    }
    (solid > 0).then(|| solid + u16::from(single) + left_out)
}

/// How many units of a place may be a piece by themselves.
fn allowed(units: &[Unit], at: usize, place: &Place, text: &[u16]) -> usize {
    let mut end = at + place.matched;
    // Not across scripts, unless it ends with one: ログ and 保存期間, not ログ保 and 存期間.
    if end < units.len() && units[end - 1].script == units[end].script {
        let mut run = end - 1;
        while run > at && units[run - 1].script == units[run].script {
            run -= 1;
        }
        if run > at {
            end = run;
        }
    }
    let length = end - at;
    match units[at].script {
        Script::Other => 0,
        // Short ones are everywhere.
        Script::Hiragana if length < 3 => 0,
        Script::Hiragana | Script::Kanji => length,
        // A whole word as typed, or a whole word of the text: ログ of アクセスログ, but not of プログラム.
        Script::Katakana | Script::Word => {
            let run = units[at..end].iter().take_while(|u| u.script == units[at].script).count();
            let whole_in_text = || {
                let end = common(&units[at..end], text, place.start).map_or(place.end, |p| p.end);
                !same_script(text, place.start) && !same_script(text, end)
            };
            if whole_run(units, at, at + run) || length > 1 && whole_in_text() { length } else { 0 }
        }
    }
}

/// Whether the units of a range are all of a run of their script.
fn whole_run(units: &[Unit], from: usize, to: usize) -> bool {
    let joins = |a: usize, b: usize| matches!((units.get(a), units.get(b)), (Some(a), Some(b)) if a.script == b.script);
    let (before, after) = (from > 0 && joins(from - 1, from), joins(to - 1, to));
    !before && !after
}

/// What pieces may leave out: particles, endings, signs.
fn optional(unit: &Unit) -> bool {
    matches!(unit.script, Script::Hiragana | Script::Other)
}

/// Signs of a text that need not be typed.
fn skipped(unit: u16) -> bool {
    matches!(unit, LONG | DASH | DOT)
}

/// Whether there is a letter or digit on both sides of this place.
fn joined(text: &[u16], at: usize) -> bool {
    same_script(text, at) && script(text[at]) == Script::Word
}

/// Whether the units before and at this place are of the same script.
fn same_script(text: &[u16], at: usize) -> bool {
    match (at.checked_sub(1).and_then(|b| text.get(b)), text.get(at)) {
        (Some(a), Some(b)) => script(*a) == script(*b),
        _ => false,
    }
}

/// Whether there is one hiragana between others than hiragana.
fn lone(text: &[u16], at: usize) -> bool {
    let is = |at: Option<&u16>, wanted: bool| {
        at.is_some_and(|u| (script(*u) == Script::Hiragana) == wanted && script(*u) != Script::Other)
    };
    is(text.get(at), true) && at > 0 && is(text.get(at - 1), false) && is(text.get(at + 1), false)
}

fn katakana(text: &[u16], at: Option<usize>) -> bool {
    at.and_then(|at| text.get(at)).is_some_and(|u| script(*u) == Script::Katakana)
}
