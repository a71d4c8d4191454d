//! What only the catalogue's own files can have wrong, and no pack: told by the build alone, so in English.
//!
//! Compiled into the build script as well, hence it names nothing of the crate.

use std::fmt;

/// What is wrong at a place of the catalogue's files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileFault {
    /// No file says which edition the catalogue is of.
    NoEdition,
    /// No source has this number.
    UnknownSource(String),
    /// It is no address on the web.
    NoWebAddress(String),
    /// It is no number.
    NoNumber(String),
    /// No line of the summary has the text with which a passage starts.
    NotInSummary,
    /// It says what the summary says, and is not marked as quoted.
    NotMarkedAsQuoted,
    /// It is marked as quoted, and the summary does not say it.
    NotQuoted(String),
    /// It is no provenance.
    NoProvenance(String),
    /// `all` or `any` has no part.
    EmptyCondition(&'static str),
    /// A condition asks for none of the players.
    EmptyList,
    /// An extension says what only the countermeasure itself can.
    ExtensionChanges,
    /// There is no countermeasure that an extension could extend.
    NothingToExtend,
    /// An evaluation item has not as many values as there are patterns.
    ValueForEachPattern,
    /// An evaluation item has neither one provenance for all values nor one for each.
    ProvenanceForEachValue,
    /// The number is less or more than it may be.
    OutOfRange(u8, u8),
    /// The levels of a property are none, not from high to low, or twice the same.
    LevelOrder,
    /// This property has not the level that a pattern has.
    NoSuchLevel(&'static str),
    /// This pattern has the same levels.
    SameLevels(String),
    /// A pattern stands before one of a smaller number.
    PatternOrder,
    /// A point says neither a fact nor what is not known.
    SaysNothing,
    /// It is no chapter of ISO/IEC 27002:2013.
    NoIsoChapter,
    /// It is no number of ISO/IEC 27002:2013.
    NoIsoNumber,
    /// It is no number of ISO/IEC 27002:2022.
    No2022Number,
    /// The chapter of a number is not in the catalogue.
    ChapterMissing,
    /// It is not said how it is known that the guideline of 2014 added a number.
    AddedHow,
    /// A worked case leaves open who plays this role.
    RoleOpen(&'static str),
    /// A worked case does not say whether there are components of this kind.
    ComponentOpen(&'static str),
    /// A worked case leaves open who looks after a component.
    LeftOpen,
    /// A worked case does not say whether this form of data handling occurs.
    DataOpen(&'static str),
}

impl fmt::Display for FileFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::UnknownSource(source) => return write!(f, "source `{source}` is no known entry"),
            Self::NoWebAddress(url) => return write!(f, "`{url}` is no web address"),
            Self::NoNumber(text) => return write!(f, "`{text}` is no number"),
            Self::NotQuoted(text) => {
                return write!(f, "`{text}` is marked as quoted and does not stand in the summary");
            }
            Self::NoProvenance(from) => {
                return write!(
                    f,
                    "`{from}` is no provenance; expected quoted, cited:SOURCE, unverified:PER-CENT or original"
                );
            }
            Self::EmptyCondition(key) => return write!(f, "`{key}` is empty"),
            Self::OutOfRange(least, most) => return write!(f, "from {least} to {most}"),
            Self::NoSuchLevel(axis) => return write!(f, "axis {axis} has no such level"),
            Self::SameLevels(pattern) => return write!(f, "has the same levels as {pattern}"),
            Self::RoleOpen(role) => return write!(f, "`{role}` is left open"),
            Self::ComponentOpen(kind) => return write!(f, "`{kind}` is neither there nor a component"),
            Self::DataOpen(data) => return write!(f, "`{data}` is not answered"),
            Self::NoEdition => "missing; exactly one file says which edition the catalogue is of",
            Self::NotInSummary => "does not stand in the summary",
            Self::NotMarkedAsQuoted => "stands word for word in the summary, yet is not `quoted`",
            Self::EmptyList => "empty; leave it out, or negate the rest",
            Self::ExtensionChanges => "an extension only adds; it cannot change this",
            Self::NothingToExtend => "there is no countermeasure of this id to extend",
            Self::ValueForEachPattern => "a value for each of the six patterns is needed, or `-`",
            Self::ProvenanceForEachValue => "one provenance for all values, or one for each",
            Self::LevelOrder => "at least one, from high to low, none twice",
            Self::PatternOrder => "the patterns stand in the order of their numbers",
            Self::SaysNothing => "missing; a fact says something, or what is not known",
            Self::NoIsoChapter => "a chapter of ISO/IEC 27002:2013 is a number from 5 to 18",
            Self::NoIsoNumber => "no number of ISO/IEC 27002:2013",
            Self::No2022Number => "no number of ISO/IEC 27002:2022",
            Self::ChapterMissing => "its chapter is not in the catalogue",
            Self::AddedHow => "missing; it says how it is known that the guideline of 2014 added it",
            Self::LeftOpen => "is left open",
        })
    }
}
