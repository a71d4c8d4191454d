//! What differs between two versions of an assessment, cause by cause, and who changed what when.

use crate::core::{
    assessment::{Assessment, Change, EntryChange, Head, Path, Stamp},
    catalog::Catalog,
    sorted::sorted,
};

/// What differs between a version and a later one, each cause by itself, so that none is taken for another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Differences {
    /// What was answered, decided or noted.
    pub answers: Vec<Change>,
    /// What was measured.
    pub values: Vec<Change>,
    /// What the assessment covers, and the pattern by which it is measured.
    pub scope: Vec<Change>,
    /// Entries of the catalogue that say something else. `None` where that cannot be told.
    pub catalogue: Option<Vec<EntryChange>>,
}

/// What differs in `after`, which was worked on with `catalog`.
#[must_use]
pub fn differences(before: &Assessment, after: &Assessment, catalog: &Catalog) -> Differences {
    let mut found = Differences { catalogue: before.catalog().changed_since(catalog), ..Differences::default() };
    let gone = before.fields().keys().filter(|path| !after.fields().contains_key(*path));
    for path in sorted(after.fields().keys().chain(gone).collect(), Ord::cmp) {
        let (was, is) = (before.get(path), after.get(path));
        if was == is {
            continue;
        }
        let conflict = after.fields().get(path).is_some_and(|field| field.in_conflict());
        let change = Change { path: path.clone(), before: was.cloned(), after: is.cloned(), conflict };
        let segments: Vec<&str> = path.segments().collect();
        match segments.as_slice() {
            ["scope" | "classify", ..] => found.scope.push(change),
            ["controls", _, "values", ..] => found.values.push(change),
            _ => found.answers.push(change),
        }
    }
    found
}

/// A value that somebody entered, and that stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Logged<'a> {
    /// When.
    pub at: Stamp,
    /// The field.
    pub path: &'a Path,
    /// The value, and who entered it.
    pub head: &'a Head,
}

/// Which changes are asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LogFilter<'a> {
    /// Those of this person; `Some("")` for those of whoever gave no name.
    pub by: Option<&'a str>,
    /// Those of fields below this, such as `controls/II.2.1.1`.
    pub below: Option<&'a str>,
}

/// The changes, the latest first. An assessment keeps of each field the values that stand, so what was replaced is not
/// among them: that is what another version of it is compared for.
#[must_use]
pub fn log<'a>(assessment: &'a Assessment, filter: LogFilter) -> Vec<Logged<'a>> {
    let below = |path: &Path| {
        // That an answer was confirmed is told with the answer.
        let of_answer = path.as_str().strip_prefix("presumed/").unwrap_or(path.as_str());
        filter.below.is_none_or(|of| of_answer.strip_prefix(of).is_some_and(|r| r.is_empty() || r.starts_with('/')))
    };
    let fields = assessment.fields().iter().filter(|(path, _)| below(path));
    let all = fields.flat_map(|(path, f)| f.heads().iter().map(move |(at, head)| Logged { at: *at, path, head }));
    let asked = all.filter(|entry| filter.by.is_none_or(|by| entry.head.by == by));
    sorted(asked.collect(), |a, b| b.at.cmp(&a.at).then_with(|| a.path.cmp(b.path)))
}

/// Of changes, the latest first, those from one day to another; an empty day is no bound. `day` gives the day of a time,
/// such as `2026-11-24`. Only a few are asked for their day, however many there are.
#[must_use]
pub fn between<'a, 'l>(log: &'l [Logged<'a>], from: &str, to: &str, day: &dyn Fn(Stamp) -> String) -> &'l [Logged<'a>] {
    let after = if to.is_empty() { 0 } else { log.partition_point(|entry| *day(entry.at) > *to) };
    let until = if from.is_empty() { log.len() } else { log.partition_point(|entry| *day(entry.at) >= *from) };
    log.get(after..until).unwrap_or_default()
}
