//! Titles of parts and sections, by their numbers.

use super::{
    clean::Row,
    draft::Draft,
    found::{Doubt, Found},
    scan,
    text::{bare, ends, trimmed},
};
use crate::core::catalog::{Catalog, EntryKind};

/// The longest title, in characters.
const LONGEST: usize = 80;
/// In how many lines more than the first a title is wrapped at most.
const LINES: usize = 2;

/// The sections of the catalogue whose titles stand behind their numbers.
pub(super) fn read(catalog: &Catalog, rows: &[Row]) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for (i, row) in rows.iter().enumerate() {
        let text = scan::bullet(&row.text).unwrap_or(&row.text);
        let Some((number, title)) = scan::number(text) else { continue };
        let title = trimmed(title);
        let Some(known) = catalog.sections.iter().find(|s| s.id == number) else { continue };
        if title.is_empty()
            || title.chars().count() > LONGEST
            || scan::goes_on(title)
            || ends(title)
            || title.contains('\t')
        {
            continue;
        }
        let mut draft = Draft::new(title, row.at);
        if bare(title) != bare(known.title.ja()) {
            more(&mut draft, rows.get(i + 1..).unwrap_or_default());
        }
        let mut one = Found { kind: EntryKind::Section.keyword().to_owned(), id: number.clone(), ..Found::default() };
        one.put(draft.field("title"));
        match found.iter_mut().find(|f| f.id == number) {
            Some(first) => one.fields.into_iter().for_each(|field| first.put(field)),
            None => found.push(one),
        }
    }
    found
}

/// Goes on with a title that was wrapped: what stands between it and the next number is more of it where that is short and
/// no sentence. Whether it is, where it is longer, is not known.
fn more(title: &mut Draft, rows: &[Row]) {
    let next = rows.iter().take_while(|r| !begins(&r.text)).take(LINES + 1);
    let between: Vec<&Row> = next.collect();
    if between.len() > LINES || between.iter().any(|r| r.gap || r.text.contains(['。', '\t'])) {
        if between.first().is_some_and(|r| !r.gap) {
            title.doubt(Doubt::Unfinished);
        }
        return;
    }
    for row in between {
        title.add(&row.text, row.at);
    }
    if title.text.chars().count() > LONGEST {
        title.doubt(Doubt::Unfinished);
    }
}

/// Whether a row begins something of its own.
fn begins(text: &str) -> bool {
    scan::number(text).is_some()
        || scan::head(text).is_some()
        || scan::bullet(text).is_some()
        || scan::measure(text).is_some()
}
