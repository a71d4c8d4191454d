//! The catalogue's vocabulary, as plain static data.
//!
//! This file is compiled twice: into the library, and into the build script that checks `catalog/` and writes the
//! tables. Hence it names nothing of the crate. The `Debug` form of every type here is valid Rust for its own value;
//! that is how the build script writes the tables.

// Given in full, since the build script includes this file from elsewhere.
#[path = "types/annexes.rs"]
mod annexes;
#[path = "types/controls.rs"]
mod controls;
#[path = "types/part4.rs"]
mod part4;

use std::fmt;

use super::{kind::EntryKind, texts};
pub use annexes::*;
pub use controls::*;
pub use part4::*;

/// A static list. Its `Debug` form is a Rust expression, unlike a bare slice's.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct List<T: 'static>(pub &'static [T]);

impl<T: fmt::Debug> fmt::Debug for List<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "List(&{:?})", self.0)
    }
}

impl<T> std::ops::Deref for List<T> {
    type Target = [T];
    fn deref(&self) -> &[T] {
        self.0
    }
}

impl<T> IntoIterator for List<T> {
    type Item = &'static T;
    type IntoIter = std::slice::Iter<'static, T>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub &'static str);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.0)
            }
        }
    )*};
}

ids! {
    /// A role of Part IV, `contract` or `X-install`.
    RoleId
    /// A kind of component, `device` or `X-gateway`.
    ComponentId
    /// A form of data handling, `X-personal`.
    DataId
    /// A service type, `X-monitoring`.
    TypeId
    /// A risk, `contract-1` or `X-install-B1`.
    RiskId
    /// A countermeasure, `A-1` or `XA-1`.
    CountermeasureId
    /// An action of a countermeasure, `A-1.1` or `A-2.X1`.
    ActionId
    /// A control of Part II or III, `II.2.1.1`.
    ControlId
    /// A component that controls of Parts II and III concern, `server`.
    EquipmentId
    /// A point of an annex, `viewpoint-1`.
    PointId
    /// A chapter of ISO/IEC 27002:2013, `6`.
    IsoChapterId
    /// A number of ISO/IEC 27002:2013, or one in its manner, `6.1.1`.
    IsoId
    /// A worked case, `X-case-factory`.
    CaseId
}

/// The number of a public source, by which facts cite it. A number, since thousands of facts do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub u16);

impl SourceId {
    /// From its one canonical form: no sign, no zero before it.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        text.parse().ok().map(Self).filter(|id| id.to_string() == text)
    }
}

impl fmt::Display for SourceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Where a fact comes from, and so how far it may be relied on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Provenance {
    /// Verbatim from the ministry's summary, at this line of the copy in `catalog/source/summary.txt`.
    Quoted(u16),
    /// Seen in a public source, given in our own words.
    Cited(SourceId),
    /// Believed true at this many per cent, in our own words, not compared with the official text.
    Unverified(u8),
    /// This project's own content, in the guideline's method.
    Original,
    /// Came with a catalogue pack that the user loaded.
    Supplied,
}

/// A text in both languages: its place in the table of texts. A catalogue has thousands of texts; two pointers for each
/// would weigh as much as the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text {
    /// Its place; [`texts`](super::texts) has the words.
    pub at: u32,
    /// Where the text comes from.
    pub from: Provenance,
}

impl Text {
    /// The Japanese.
    #[must_use]
    pub fn ja(&self) -> &'static str {
        texts::ja(self.at)
    }

    /// The English. Where the Japanese is quoted this is our translation.
    #[must_use]
    pub fn en(&self) -> &'static str {
        texts::en(self.at)
    }
}

/// The edition of the guideline, and this catalogue of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edition {
    /// Stable name of the edition, for files.
    pub id: &'static str,
    /// Name for people.
    pub name: Text,
    /// Day of publication of the guideline, `2018-07`.
    pub published: &'static str,
}

/// A public source that facts cite.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// The id that `from = "cited:…"` names.
    pub id: SourceId,
    /// What it is.
    pub title: Text,
    /// Where it was seen; not always the publisher's own page.
    pub url: &'static str,
}

/// A passage of the summary: from this line on, until the next passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passage {
    /// First line, counted from 1.
    pub line: u16,
    /// Its name.
    pub title: Text,
}

/// A part, section or sub-section of the guideline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Section {
    /// `II`, `II.2`, `II.2.1` or `Annex1`.
    pub id: &'static str,
    /// Title.
    pub title: Text,
    /// What it holds, where something is known.
    pub about: Option<Text>,
}

/// An entry of which a pack said something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SuppliedEntry {
    /// Its kind.
    pub kind: EntryKind,
    /// Its id.
    pub id: &'static str,
    /// Values whose provenance is not the one that such values otherwise have, by field.
    pub values: List<(&'static str, Provenance)>,
}

/// The whole catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Catalog {
    /// The edition.
    pub edition: Edition,
    /// Public sources.
    pub sources: List<Source>,
    /// Passages of the summary, by line.
    pub passages: List<Passage>,
    /// Parts, sections and annexes, in order.
    pub sections: List<Section>,
    /// The three viewpoints.
    pub viewpoints: List<ViewpointEntry>,
    /// The players.
    pub players: List<PlayerEntry>,
    /// The kinds of role.
    pub role_kinds: List<RoleKindEntry>,
    /// Roles.
    pub roles: List<Role>,
    /// Kinds of component.
    pub components: List<Component>,
    /// Forms of data handling.
    pub data_forms: List<DataForm>,
    /// Service types.
    pub types: List<ServiceType>,
    /// Risks.
    pub risks: List<Risk>,
    /// Countermeasures.
    pub countermeasures: List<Countermeasure>,
    /// Controls of Parts II and III.
    pub controls: List<Control>,
    /// Components that the controls concern (Annex 3).
    pub equipment: List<Equipment>,
    /// The properties by which services are sorted (Annex 3).
    pub axes: List<AxisEntry>,
    /// The six patterns, in order (Annex 3).
    pub patterns: List<Pattern>,
    /// Points of the annexes, most of Annex 4.
    pub points: List<Point>,
    /// Chapters of ISO/IEC 27002:2013, in order.
    pub iso_chapters: List<IsoChapter>,
    /// Sections and controls of ISO/IEC 27002:2013, in order.
    pub iso_items: List<IsoItem>,
    /// Worked cases (Annex 8).
    pub cases: List<Case>,
    /// The entries of which a pack said something; empty in the catalogue that ships.
    pub supplied: List<SuppliedEntry>,
}
