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
        // A title may go on in the next line; that is known only where it is the one that is expected.
        if bare(title) != bare(known.title.ja()) && rows.get(i + 1).is_some_and(|next| goes_on(row, next)) {
            draft.doubt(Doubt::Unfinished);
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

/// Whether the next row stands directly behind and begins nothing of its own.
fn goes_on(row: &Row, next: &Row) -> bool {
    let own =
        scan::number(&next.text).is_some() || scan::head(&next.text).is_some() || scan::bullet(&next.text).is_some();
    !next.gap && !own && next.at == row.at + 1
}
