//! Properties that rows of several kinds share.

use super::Facet;
use crate::{
    core::{
        catalog::{Catalog, Provenance, Viewpoint},
        report::ProvenanceKind,
    },
    ui::{
        components::provenance_word,
        i18n::{common, fill, measures, pick},
    },
};

/// A viewpoint: its letter for a filter, its whole name for a group.
#[must_use]
pub fn viewpoint(catalog: &Catalog, viewpoint: Viewpoint) -> (Facet, Facet) {
    let word = viewpoint.keyword();
    let letter = fill(common::words().viewpoint, &[&word]);
    let name = catalog.viewpoints.iter().find(|v| v.id == viewpoint).map(|v| pick(&v.name)).unwrap_or_default();
    let whole = format!("{letter} {name}");
    (Facet::new(word, letter), Facet::new(word, whole))
}

/// Where something comes from.
#[must_use]
pub fn source(from: Provenance) -> Facet {
    let kind = ProvenanceKind::of(from);
    Facet::new(kind.keyword(), provenance_word(kind))
}

/// Who sees to a row, and until when.
pub struct Planned {
    /// Whether it has a day, and whether that is over.
    pub due: Facet,
    /// Who.
    pub owner: Facet,
    /// Both as they are read at a glance.
    pub note: String,
}

/// Who sees to a row and until when. Only what `waits` can be overdue.
#[must_use]
pub fn planned(owner: &str, due: &str, today: &str, waits: bool) -> Planned {
    let t = measures::words();
    let overdue = waits && !due.is_empty() && due < today;
    let dated = match due {
        "" => Facet::new("none", t.no_due),
        _ if overdue => Facet::new("overdue", t.overdue),
        _ => Facet::new("due", t.has_due),
    };
    let whose = if owner.is_empty() { t.no_owner } else { owner };
    let notes = [owner, due, if overdue { t.overdue } else { "" }];
    let note = notes.into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join(" · ");
    Planned { due: dated, owner: Facet::new(owner.to_owned(), whose.to_owned()), note }
}

/// A text to sort by. Those without one come last.
#[must_use]
pub fn or_last(text: &str) -> String {
    if text.is_empty() { char::MAX.to_string() } else { text.to_owned() }
}
