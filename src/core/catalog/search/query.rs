//! What was typed, made ready for matching: words, and the forms of each.

use super::{
    alike::{SPELLINGS, SYNONYMS},
    fold::{DASH, DOT, Folded, LONG, Script, alike, script},
};

/// What a stem or a synonym costs against what was typed.
const OTHER_WORD: u16 = 4;
/// So much of what was typed counts, in characters; titles are shorter.
const LONGEST: usize = 256;
/// So many words count.
const MOST_WORDS: usize = 16;
/// So many forms of a word are tried.
const MOST_FORMS: usize = 8;

const S: u16 = b's' as u16;
const Z: u16 = b'z' as u16;

/// A unit of a form.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unit {
    /// What it is compared by: hiragana as katakana.
    pub(super) code: u16,
    /// What it was typed in.
    pub(super) script: Script,
    /// Whether it is one hiragana between others than hiragana, which a text may leave out: 取り扱い, 端末の管理.
    pub(super) lone: bool,
}

/// One way to write a word.
#[derive(Debug)]
pub(super) struct Form {
    /// Never empty.
    pub(super) units: Vec<Unit>,
    /// 0 for what was typed and other spellings of it.
    pub(super) cost: u16,
}

/// A word with all its forms, what was typed first.
pub(super) type Word = Vec<Form>;

/// What was typed, taken apart.
#[derive(Debug)]
pub struct Query {
    /// The words between blanks.
    pub(super) words: Vec<Word>,
    /// All in one, with single blanks: compared with titles.
    pub(super) whole: Word,
    /// All in one, without blanks: compared with ids, and found where somebody put a blank into a word.
    pub(super) joined: Form,
}

impl Query {
    /// `None` where nothing to look for was typed.
    #[must_use]
    pub fn new(typed: &str) -> Option<Self> {
        let cut = typed.char_indices().nth(LONGEST).map_or(typed.len(), |(at, _)| at);
        let units = Folded::new(typed.get(..cut).unwrap_or_default()).units;
        let (mut words, mut whole, mut joined) = (Vec::new(), Vec::new(), Vec::new());
        for word in units.split(|u| *u == u16::from(b' ')) {
            let bare = bare(word);
            if bare.is_empty() {
                continue;
            }
            if !whole.is_empty() {
                whole.push(u16::from(b' '));
            }
            whole.extend_from_slice(&bare);
            joined.extend_from_slice(&bare);
            if words.len() < MOST_WORDS {
                words.push(forms(bare));
            }
        }
        (!words.is_empty()).then(|| Self { words, whole: forms(whole), joined: form(&joined, 0) })
    }
}

/// Without dashes, middle dots and those long vowel marks that spellings leave out, as サーバー or サーバ: after the
/// third kana of a run or later. Texts may have them all the same. Signs alone are nothing.
fn bare(word: &[u16]) -> Vec<u16> {
    let mut bare = Vec::with_capacity(word.len());
    let mut kana = 0;
    for unit in word {
        if *unit == DASH || *unit == DOT {
            continue;
        }
        kana = if matches!(script(*unit), Script::Hiragana | Script::Katakana) { kana + 1 } else { 0 };
        if *unit != LONG || kana <= 3 && bare.last() != Some(&LONG) {
            bare.push(*unit);
        }
    }
    if bare.iter().all(|u| is_sign(*u)) {
        bare.clear();
    }
    bare
}

fn is_sign(unit: u16) -> bool {
    matches!(unit, 0..=0x2F | 0x3A..=0x60 | 0x7B..=0xBF | 0x2000..=0x206F | 0x3000..=0x3004 | 0x3008..=0x303F | LONG)
}

fn form(units: &[u16], cost: u16) -> Form {
    let other = |unit: Option<&u16>| unit.is_some_and(|u| !matches!(script(*u), Script::Hiragana | Script::Other));
    let unit = |(at, unit): (usize, &u16)| {
        let before = at.checked_sub(1).and_then(|before| units.get(before));
        // A long vowel mark is of whatever it lengthens.
        let script = script(*before.filter(|_| *unit == LONG).unwrap_or(unit));
        let lone = script == Script::Hiragana && other(before) && other(units.get(at + 1));
        Unit { code: alike(*unit), script, lone }
    };
    Form { units: units.iter().enumerate().map(unit).collect(), cost }
}

/// A word as typed, its other spellings, its stem, its synonyms.
fn forms(typed: Vec<u16>) -> Word {
    let swapped = swapped(&typed);
    let mut ways = vec![(typed, 0)];
    ways.extend(swapped.map(|units| (units, 0)));
    vary(&mut ways, SPELLINGS, 0);
    if let Some(stem) = stem(&ways[0].0) {
        let stem = stem.to_vec();
        ways.push((stem, OTHER_WORD));
    }
    vary(&mut ways, SYNONYMS, OTHER_WORD);
    ways.iter().map(|(units, cost)| form(units, *cost)).collect()
}

/// An English word with -ise for -ize or the other way round: the catalogue has both.
fn swapped(word: &[u16]) -> Option<Vec<u16>> {
    let at = (1..word.len()).rfind(|at| word[at - 1] == u16::from(b'i') && matches!(word[*at], S | Z))?;
    let next = *word.get(at + 1)?;
    [b'a', b'e', b'i'].map(u16::from).contains(&next).then(|| {
        let mut other = word.to_vec();
        other[at] = S + Z - word[at];
        other
    })
}

/// Adds what comes of replacing a member of a group by the others.
fn vary(ways: &mut Vec<(Vec<u16>, u16)>, groups: &[&str], cost: u16) {
    for group in groups {
        let members: Vec<Vec<u16>> = group.split(' ').map(|m| bare(&Folded::new(m).units)).collect();
        for way in 0..ways.len() {
            let Some((member, at)) =
                members.iter().enumerate().find_map(|(i, m)| position(&ways[way].0, m).map(|at| (i, at)))
            else {
                continue;
            };
            for other in members.iter().filter(|m| **m != members[member]) {
                let (units, before) = &ways[way];
                let made = [&units[..at], other, &units[at + members[member].len()..]].concat();
                if ways.len() < MOST_FORMS && ways.iter().all(|(w, _)| *w != made) {
                    let cost = cost.max(*before);
                    ways.push((made, cost));
                }
            }
        }
    }
}

/// Where a member of a group stands, as whole runs of kana or letters.
fn position(units: &[u16], member: &[u16]) -> Option<usize> {
    let same = |a: &[u16]| a.iter().zip(member).all(|(a, b)| alike(*a) == alike(*b));
    let joins = |a: Option<&u16>, b: Option<&u16>| match (a, b) {
        (Some(a), Some(b)) => script(*a) == script(*b) && script(*a) != Script::Kanji,
        _ => false,
    };
    (0..=units.len().checked_sub(member.len())?).find(|at| {
        let end = at + member.len();
        same(&units[*at..end])
            && !joins(at.checked_sub(1).and_then(|b| units.get(b)), units.get(*at))
            && !joins(units.get(end - 1), units.get(end))
    })
}

/// An English word without its ending, where that leaves enough to find it by; words are found by their beginnings.
fn stem(word: &[u16]) -> Option<&[u16]> {
    if !word.iter().all(|u| matches!(u, 0x61..=0x7A)) {
        return None;
    }
    let ends = |ending: &str| {
        word.len() > ending.len()
            && word.iter().rev().zip(ending.bytes().rev()).all(|(unit, byte)| *unit == u16::from(byte))
    };
    if ends("ss") || ends("us") || ends("is") {
        return None;
    }
    for (ending, least) in [("ies", 4), ("ing", 4), ("ion", 5), ("ed", 4), ("es", 4), ("s", 3), ("y", 5), ("e", 5)] {
        if ends(ending) {
            let left = &word[..word.len() - ending.len()];
            return match left {
                // logging, logged
                [.., a, b] if a == b && left.len() > 3 && ending != "s" => Some(&left[..left.len() - 1]),
                _ => (left.len() >= least).then_some(left),
            };
        }
    }
    None
}
