//! Properties that rows of several kinds share.

use super::Facet;
use crate::{
    core::{
        catalog::{Catalog, Provenance, Viewpoint},
        report::ProvenanceKind,
    },
    ui::{
        components::provenance_word,
        i18n::{common, fill, pick},
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
