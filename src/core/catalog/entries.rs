//! All entries of the catalogue in one list: what has an id, a title and a page.
//!
//! Compiled into the build script as well, hence it names nothing of the crate.

use super::{
    kind::EntryKind,
    types::*,
    words::{PATTERNS, word_of},
};

/// An entry: what every one has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// Its kind.
    pub kind: EntryKind,
    /// Its id, unique within the kind.
    pub id: &'static str,
    /// Its title or name.
    pub title: Text,
}

impl Catalog {
    /// All entries, kind after kind, each kind in the catalogue's order.
    #[must_use]
    pub fn entries(&self) -> Vec<Entry> {
        EntryKind::ALL.into_iter().flat_map(|kind| self.entries_of(kind)).collect()
    }

    /// The entries of the kinds that are marked, in order.
    #[must_use]
    pub fn marked(&self) -> Vec<Entry> {
        EntryKind::MARKED.into_iter().flat_map(|kind| self.entries_of(kind)).collect()
    }

    /// The entries of a kind, in the catalogue's order.
    #[must_use]
    pub fn entries_of(&self, kind: EntryKind) -> Vec<Entry> {
        let entry = |id, title| Entry { kind, id, title };
        match kind {
            EntryKind::Section => self.sections.iter().map(|e| entry(e.id, e.title)).collect(),
            EntryKind::Control => self.controls.iter().map(|e| entry(e.id.0, e.title)).collect(),
            EntryKind::Viewpoint => self.viewpoints.iter().map(|e| entry(e.id.word(), e.name)).collect(),
            EntryKind::Role => self.roles.iter().map(|e| entry(e.id.0, e.name)).collect(),
            EntryKind::Component => self.components.iter().map(|e| entry(e.id.0, e.name)).collect(),
            EntryKind::Data => self.data_forms.iter().map(|e| entry(e.id.0, e.name)).collect(),
            EntryKind::Type => self.types.iter().map(|e| entry(e.id.0, e.name)).collect(),
            EntryKind::Risk => self.risks.iter().map(|e| entry(e.id.0, e.title)).collect(),
            EntryKind::Measure => self.countermeasures.iter().map(|e| entry(e.id.0, e.title)).collect(),
            EntryKind::Equipment => self.equipment.iter().map(|e| entry(e.id.0, e.name)).collect(),
            EntryKind::Axis => self.axes.iter().map(|e| entry(e.id.word(), e.name)).collect(),
            EntryKind::Pattern => self.patterns.iter().map(|e| entry(word_of(PATTERNS, &e.id), e.name)).collect(),
            EntryKind::Point => self.points.iter().map(|e| entry(e.id.0, e.title)).collect(),
            EntryKind::IsoChapter => self.iso_chapters.iter().map(|e| entry(e.id.0, e.title)).collect(),
            EntryKind::IsoItem => self.iso_items.iter().map(|e| entry(e.id.0, e.title)).collect(),
            EntryKind::Case => self.cases.iter().map(|e| entry(e.id.0, e.name)).collect(),
        }
    }

    /// The entry of a kind and id.
    #[must_use]
    pub fn entry(&self, kind: EntryKind, id: &str) -> Option<Entry> {
        self.entries_of(kind).into_iter().find(|e| e.id == id)
    }
}
