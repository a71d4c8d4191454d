//! Which rows are drawn. Each is a handful of elements, so of a long list there are only some at a time: those where a
//! person is.

use std::ops::Range;

use super::Group;

/// How many rows are drawn at first, and how many more where somebody asks for them.
pub const STEP: usize = 60;
/// How many are drawn at most: behind that, asking for more takes some away at the other end.
const MOST: usize = 2 * STEP;

/// The window with a row in it. It moves only where the row lies outside; then the row is in its middle.
#[must_use]
pub fn around(window: Range<usize>, row: usize) -> Range<usize> {
    if window.contains(&row) {
        return window;
    }
    let start = row.saturating_sub(STEP / 2);
    start..start + STEP
}

/// The window within a list of so many rows. Where they are few, it has them all.
#[must_use]
pub fn within(window: Range<usize>, all: usize) -> Range<usize> {
    let start = window.start.min(all.saturating_sub(STEP));
    start..window.end.max(start + STEP).min(all)
}

/// The window with more rows before it.
#[must_use]
pub fn earlier(window: Range<usize>) -> Range<usize> {
    let start = window.start.saturating_sub(STEP);
    start..window.end.min(start + MOST)
}

/// The window with more rows behind it.
#[must_use]
pub fn later(window: Range<usize>) -> Range<usize> {
    let end = window.end + STEP;
    window.start.max(end.saturating_sub(MOST))..end
}

/// Whether a word is among those that are folded.
fn is_in(folded: &[String], word: &str) -> bool {
    folded.iter().any(|folded| folded == word)
}

/// The rows of all groups that are not folded.
#[must_use]
pub fn unfolded(groups: &[Group], folded: &[String]) -> Vec<String> {
    groups.iter().filter(|g| !is_in(folded, &g.facet.word)).flat_map(|g| g.keys.iter().cloned()).collect()
}

/// What the window shows: the words of groups, and their rows as far as they lie in it. Those of a folded group do not
/// count, and its head stands where they would.
#[must_use]
pub fn drawn(groups: &[Group], folded: &[String], window: &Range<usize>) -> Vec<(String, Vec<String>)> {
    let (mut at, mut drawn) = (0, Vec::new());
    for group in groups {
        let is_folded = is_in(folded, &group.facet.word);
        let count = if is_folded { 0 } else { group.keys.len() };
        let (from, to) = (window.start.clamp(at, at + count), window.end.clamp(at, at + count));
        if from < to || (is_folded && (window.start..=window.end).contains(&at)) {
            let keys = group.keys.iter().skip(from - at).take(to - from).cloned().collect();
            drawn.push((group.facet.word.to_string(), keys));
        }
        at += count;
    }
    drawn
}
