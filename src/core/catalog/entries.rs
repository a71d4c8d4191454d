//! All entries of the catalogue in one list: what has an id, a title and a page.
//!
//! Compiled into the build script as well, hence it names nothing of the crate.

use super::{keyword::Keyword, kind::EntryKind, types::*};

/// An entry: what every one has, and its data.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// Its kind.
    pub kind: EntryKind,
    /// Its id, unique within the kind.
    pub id: &'static str,
    /// Its title or name.
    pub title: Text,
    /// All that the catalogue says of it.
    pub data: EntryData,
}

impl Entry {
    /// The part of the guideline in which it stands: `II`, say, or `V` for all that stands in an annex.
    #[must_use]
    pub fn part(&self) -> &'static str {
        if self.kind == EntryKind::Point {
            return "V";
        }
        match self.kind.home().unwrap_or(self.id).split('.').next() {
            Some(part) if !part.starts_with("Annex") => part,
            _ => "V",
        }
    }
}

/// The data themselves are not compared: within a catalogue there is one entry of a kind and id.
impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        (self.kind, self.id, self.title) == (other.kind, other.id, other.title)
    }
}

impl Eq for Entry {}

/// Of each kind: the type of its entries, the list of the catalogue in which they stand, the id and the title of one.
macro_rules! entries {
    ($($kind:ident: $type:ident in $list:ident, |$e:ident| $id:expr, $title:expr;)*) => {
        /// The data of an entry, by its kind.
        #[derive(Debug, Clone, Copy)]
        pub enum EntryData {
            $(#[doc = concat!("One of `Catalog::", stringify!($list), "`.")] $kind(&'static $type),)*
        }

        impl Catalog {
            /// The entries of a kind, in the catalogue's order.
            #[must_use]
            pub fn entries_of(&self, kind: EntryKind) -> Vec<Entry> {
                match kind {
                    $(EntryKind::$kind => {
                        let entry = |$e: &'static $type| Entry { kind, id: $id, title: $title, data: EntryData::$kind($e) };
                        self.$list.into_iter().map(entry).collect()
                    })*
                }
            }
        }
    };
}

entries! {
    Section: Section in sections, |e| e.id, e.title;
    Control: Control in controls, |e| e.id.0, e.title;
    Viewpoint: ViewpointEntry in viewpoints, |e| e.id.keyword(), e.name;
    Role: Role in roles, |e| e.id.0, e.name;
    Component: Component in components, |e| e.id.0, e.name;
    Data: DataForm in data_forms, |e| e.id.0, e.name;
    Type: ServiceType in types, |e| e.id.0, e.name;
    Risk: Risk in risks, |e| e.id.0, e.title;
    Countermeasure: Countermeasure in countermeasures, |e| e.id.0, e.title;
    Equipment: Equipment in equipment, |e| e.id.0, e.name;
    Axis: AxisEntry in axes, |e| e.id.keyword(), e.name;
    Pattern: Pattern in patterns, |e| e.id.keyword(), e.name;
    Point: Point in points, |e| e.id.0, e.title;
    IsoChapter: IsoChapter in iso_chapters, |e| e.id.0, e.title;
    IsoItem: IsoItem in iso_items, |e| e.id.0, e.title;
    Case: Case in cases, |e| e.id.0, e.name;
}

impl Catalog {
    /// All entries, kind after kind, each kind in the catalogue's order.
    #[must_use]
    pub fn entries(&self) -> Vec<Entry> {
        EntryKind::ALL.into_iter().flat_map(|kind| self.entries_of(kind)).collect()
    }

    /// The entries of which an assessment keeps fingerprints, in order.
    #[must_use]
    pub fn fingerprinted(&self) -> Vec<Entry> {
        EntryKind::FINGERPRINTED.into_iter().flat_map(|kind| self.entries_of(kind)).collect()
    }

    /// The entry of a kind and id.
    #[must_use]
    pub fn entry(&self, kind: EntryKind, id: &str) -> Option<Entry> {
        self.entries_of(kind).into_iter().find(|e| e.id == id)
    }
}
