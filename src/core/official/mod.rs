//! The official text, from whoever has it: a document's lines, read into what a catalogue pack can say.
//!
//! Controls, their statements, best practices and evaluation items, the boxes and the table of Part IV and the titles of
//! sections are found by their numbers and headings alone, whatever stands in between. Nothing is guessed across entries:
//! what does not end as it should, stands out of order, or is said twice in different words, has a [`Doubt`] and stays out
//! of the pack until a person takes it in.

mod clean;
mod controls;
mod draft;
mod found;
mod items;
mod line;
mod measures;
mod pack;
mod risks;
mod scan;
mod sections;
mod split;
mod text;
mod values;

pub use found::{Doubt, Found, FoundField, Lines, Reading, State};
pub use line::{Line, PdfError};
pub use pack::Choice;
pub use values::value as read_value;

use self::controls::Controls;
use crate::core::catalog::{Catalog, Entry, EntryData, EntryKind};

/// Reads a document. The reading has every entry that is looked for, also those of which nothing was found.
#[must_use]
pub fn read(catalog: &Catalog, lines: &[Line]) -> Reading {
    let rows = clean::rows(lines);
    let pieces = split::pieces(&rows);
    let (measures, in_boxes) = measures::read(catalog, &pieces);
    let mut controls = Controls::new(catalog);
    for (i, piece) in pieces.iter().enumerate() {
        if in_boxes.binary_search(&piece.at).is_ok() {
            controls.end();
        } else {
            controls.row(piece, pieces.get(i + 1));
        }
    }
    controls.end();
    let mut found = sections::read(catalog, &pieces);
    found.append(&mut controls.found);
    found.extend(risks::read(catalog, &pieces));
    found.extend(measures);
    complete(catalog, found)
}

/// The kinds of entry that are looked for.
const KINDS: [EntryKind; 5] =
    [EntryKind::Section, EntryKind::Control, EntryKind::Role, EntryKind::Risk, EntryKind::Countermeasure];

/// All entries that are looked for, with what was found of each and what is missing.
fn complete(catalog: &Catalog, mut found: Vec<Found>) -> Reading {
    let mut entries = Vec::new();
    for kind in KINDS {
        for entry in catalog.entries_of(kind) {
            let at = found.iter().position(|f| f.kind == kind.keyword() && f.id == entry.id);
            let expected = expected(&entry);
            if at.is_none() && expected.is_empty() {
                continue;
            }
            let mut one = at.map_or_else(
                || Found { kind: kind.keyword().to_owned(), id: entry.id.to_owned(), ..Found::default() },
                |at| found.remove(at),
            );
            one.missing = expected.into_iter().filter(|field| one.field(field).is_none()).collect();
            entries.push(one);
        }
        let (new, rest) = found.into_iter().partition(|f| f.kind == kind.keyword());
        entries.extend::<Vec<Found>>(new);
        found = rest;
    }
    Reading { entries }
}

/// What is looked for of an entry; nothing where it is ours alone.
fn expected(entry: &Entry) -> Vec<String> {
    let fields = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    match entry.data {
        EntryData::Control(control) => {
            let mut all = fields(&["class", "statement", "practice.i"]);
            for item in control.items {
                all.push(format!("item.{}.name", item.id));
                all.extend((1..=item.values.len()).map(|n| format!("item.{}.value.{n}", item.id)));
            }
            all
        }
        EntryData::Section(_) if ["II", "III", "IV"].contains(&entry.part()) && entry.id.contains('.') => {
            fields(&["title"])
        }
        EntryData::Risk(_) if !entry.id.contains('X') => fields(&["title", "countermeasures"]),
        EntryData::Countermeasure(_) if !entry.id.contains('X') => {
            let first = format!("action.{}.1", entry.id);
            fields(&["title", "statement", &first])
        }
        _ => Vec::new(),
    }
}
