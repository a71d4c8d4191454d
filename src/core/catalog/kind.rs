//! The kinds of entry that a catalogue has.
//!
//! Compiled into the build script as well, hence it names nothing of the crate.

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
