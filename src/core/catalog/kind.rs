//! The kinds of entry that a catalogue has.
//!
//! Compiled into the build script as well, hence it names nothing of the crate.

use super::keyword::{Keyword, keywords};

keywords! {
    /// The kinds of catalogue entry.
    pub enum EntryKind {
        /// A part, section or annex.
        Section = "section",
        /// A control.
        Control = "control",
        /// A viewpoint of Part IV.
        Viewpoint = "viewpoint",
        /// A role.
        Role = "role",
        /// A kind of component.
        Component = "component",
        /// A form of data handling.
        Data = "data",
        /// A service type.
        Type = "type",
        /// A risk.
        Risk = "risk",
        /// A countermeasure.
        Countermeasure = "countermeasure",
        /// A component that controls concern.
        Equipment = "equipment",
        /// A property of information by which services are sorted.
        Axis = "axis",
        /// A pattern of services.
        Pattern = "pattern",
        /// A point of an annex.
        Point = "point",
        /// A chapter of ISO/IEC 27002:2013.
        IsoChapter = "iso_chapter",
        /// A section or control of ISO/IEC 27002:2013.
        IsoItem = "iso_item",
        /// A worked case.
        Case = "case",
    }
}

impl EntryKind {
    /// The kinds whose entries an assessment rests on: it keeps a fingerprint of each.
    pub const FINGERPRINTED: [Self; 6] =
        [Self::Control, Self::Role, Self::Component, Self::Data, Self::Risk, Self::Countermeasure];

    /// The part or annex in which all entries of the kind stand; `None` where the entry says it.
    #[must_use]
    pub const fn home(self) -> Option<&'static str> {
        match self {
            Self::Section | Self::Control | Self::Point => None,
            Self::Viewpoint
            | Self::Role
            | Self::Component
            | Self::Data
            | Self::Type
            | Self::Risk
            | Self::Countermeasure => Some("IV"),
            Self::Equipment | Self::Axis | Self::Pattern => Some("Annex3"),
            // Annex 5 and 6 both follow its numbers.
            Self::IsoChapter | Self::IsoItem => Some("Annex6"),
            Self::Case => Some("Annex8"),
        }
    }
}
