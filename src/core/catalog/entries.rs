//! All entries of the catalogue in one list: what has an id, a title and a page.
//!
//! Compiled into the build script as well, hence it names nothing of the crate.

use super::{
    types::*,
    words::{PATTERNS, word_of},
};

/// The kinds of catalogue entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryKind {
    /// A part, section or annex.
    Section,
    /// A control.
    Control,
    /// A viewpoint of Part IV.
    Viewpoint,
    /// A role.
    Role,
    /// A kind of component.
    Component,
    /// A form of data handling.
    Data,
    /// A service type.
    Type,
    /// A risk.
    Risk,
    /// A countermeasure.
    Measure,
    /// A component that controls concern.
    Equipment,
    /// A property of information by which services are sorted.
    Axis,
    /// A pattern of services.
    Pattern,
    /// A point of an annex.
    Point,
    /// A chapter of ISO/IEC 27002:2013.
    IsoChapter,
    /// A section or control of ISO/IEC 27002:2013.
    IsoItem,
    /// A worked case.
    Case,
}

impl EntryKind {
    /// All kinds, in the order in which they are shown.
    pub const ALL: [Self; 16] = [
        Self::Section,
        Self::Control,
        Self::Viewpoint,
        Self::Role,
        Self::Component,
        Self::Data,
        Self::Type,
        Self::Risk,
        Self::Measure,
        Self::Equipment,
        Self::Axis,
        Self::Pattern,
        Self::Point,
        Self::IsoChapter,
        Self::IsoItem,
        Self::Case,
    ];

    /// The kinds whose entries an assessment rests on: what it was made with is remembered of these.
    pub const MARKED: [Self; 6] = [Self::Control, Self::Role, Self::Component, Self::Data, Self::Risk, Self::Measure];

    /// The kind's word in addresses, packs and exports. It never changes.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Section => "section",
            Self::Control => "control",
            Self::Viewpoint => "viewpoint",
            Self::Role => "role",
            Self::Component => "component",
            Self::Data => "data",
            Self::Type => "type",
            Self::Risk => "risk",
            Self::Measure => "countermeasure",
            Self::Equipment => "equipment",
            Self::Axis => "axis",
            Self::Pattern => "pattern",
            Self::Point => "point",
            Self::IsoChapter => "iso_chapter",
            Self::IsoItem => "iso_item",
            Self::Case => "case",
        }
    }

    /// The kind of a word.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.word() == word)
    }
}

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
