//! Whether a condition can hold and can fail to hold: every way to answer its atoms is tried, sixty-four at a time, each
//! a bit of a word.

use super::super::{
    formula::{Formula, Node},
    types::*,
};

/// The most different atoms of a condition.
const MAX_ATOMS: usize = 16;

/// Steps for one condition, and for all of a catalogue: each is a look at one node for sixty-four ways. The program's
/// own conditions take some dozens.
const FOR_ONE: usize = 200_000;
const FOR_ALL: usize = 20_000_000;

/// What each of the first six atoms is in the sixty-four ways.
const PATTERNS: [u64; 6] = [
    0xaaaa_aaaa_aaaa_aaaa,
    0xcccc_cccc_cccc_cccc,
    0xf0f0_f0f0_f0f0_f0f0,
    0xff00_ff00_ff00_ff00,
    0xffff_0000_ffff_0000,
    0xffff_ffff_0000_0000,
];

/// What is left of the steps.
pub(super) struct Steps(usize);

impl Default for Steps {
    fn default() -> Self {
        Self(FOR_ALL)
    }
}

/// What a condition can come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    Both,
    Never,
    Always,
    TooMany,
    TooLong,
}

/// Whether a condition can be true and can be false, over all ways to answer its atoms.
pub(super) fn reachable(condition: &Condition, steps: &mut Steps) -> Reach {
    let formula = Formula::of(condition);
    let atoms = &formula.atoms;
    if atoms.len() > MAX_ATOMS {
        return Reach::TooMany;
    }
    // Where the first of two atoms holds, the second must as well.
    let pairs = (0..atoms.len()).flat_map(|a| (0..atoms.len()).map(move |b| (a, b)));
    let implied: Vec<_> = pairs.filter(|(a, b)| a != b && implies(&atoms[*a], &atoms[*b])).collect();
    let ways = if atoms.len() < PATTERNS.len() { (1 << (1 << atoms.len())) - 1 } else { u64::MAX };
    let words = 1 << atoms.len().saturating_sub(PATTERNS.len());
    let cost = formula.size + implied.len();
    let mut left = FOR_ONE.min(steps.0);
    let (mut yes, mut no) = (false, false);
    for n in 0..words {
        // From both ends: where hardly anything holds, and where nearly everything does, most conditions show both. So
        // these two are looked at in any case.
        let word: usize = if n % 2 == 0 { n / 2 } else { words - 1 - n / 2 };
        if n >= 2 {
            let Some(rest) = left.checked_sub(cost) else { return Reach::TooLong };
            left = rest;
            steps.0 -= cost;
        }
        let value = |at: usize| match PATTERNS.get(at) {
            Some(pattern) => *pattern,
            None if word & (1 << (at - PATTERNS.len())) != 0 => u64::MAX,
            None => 0,
        };
        let values: Vec<u64> = (0..atoms.len()).map(value).collect();
        let possible = implied.iter().fold(ways, |ways, (a, b)| ways & (!values[*a] | values[*b]));
        let holds = holds(&formula.root, &values);
        yes |= holds & possible != 0;
        no |= !holds & possible != 0;
        if yes && no {
            return Reach::Both;
        }
    }
    if yes { Reach::Always } else { Reach::Never }
}

/// In which of the sixty-four ways it holds.
fn holds(node: &Node, values: &[u64]) -> u64 {
    let all = |parts: &[Node]| parts.iter().fold(u64::MAX, |all, part| all & holds(part, values));
    match node {
        Node::Atom(at) => values[*at],
        Node::All(parts) => all(parts),
        Node::Any(parts) => parts.iter().fold(0, |any, part| any | holds(part, values)),
        Node::Not(parts) => !all(parts),
    }
}

/// Whether an atom cannot hold without the other.
fn implies(a: &Condition, b: &Condition) -> bool {
    match (a, b) {
        (Condition::Played { role, by, shared }, Condition::Played { role: r, by: b, shared: s }) => {
            role == r && asks_no_more(by, b) && (*shared || !s)
        }
        (
            Condition::Has { which, procured, operated, maintained, place, carries },
            Condition::Has { which: w, procured: p, operated: o, maintained: m, place: at, carries: k },
        ) => {
            which == w
                && asks_no_more(procured, p)
                && asks_no_more(operated, o)
                && asks_no_more(maintained, m)
                && asks_no_more(place, at)
                && (k.is_none() || carries == k)
        }
        _ => a == b,
    }
}

fn asks_no_more<T: PartialEq>(narrow: &[T], wide: &[T]) -> bool {
    wide.is_empty() || (!narrow.is_empty() && narrow.iter().all(|one| wide.contains(one)))
}
