//! What can be wrong with a catalogue, as data.
//!
//! The build prints it in English; a pack that a person loads is told of in their language, so the wording of that is
//! elsewhere. Compiled into the build script as well, hence it names nothing of the crate.

use std::fmt;

use super::{file_fault::FileFault, keyword::Keyword};

/// What is wrong at a place of a catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Something that only the catalogue's own files can have wrong; never found in a pack.
    OfFiles(FileFault),
    /// There are two of them.
    Twice,
    /// The list names this one twice.
    NamesTwice(String),
    /// It has to be there.
    Missing,
    /// The list is empty, and must not be.
    NoneGiven,
    /// It has white space at its start or end.
    White,
    /// The word is none of those that can stand here.
    NoneOf {
        /// The word.
        word: String,
        /// What it may be.
        expected: Vec<&'static str>,
    },
    /// There is no entry of this id.
    Unknown(String),
    /// The id is not of letters, digits, `-` and `.`, or is too long.
    IdForm,
    /// Content of our own under an id that the guideline could have.
    OursWithoutX,
    /// Quoted content under an id of ours.
    QuotedWithX,
    /// An action's id does not begin with that of its countermeasure, which this is.
    ActionOfAnother(&'static str),
    /// A service type has this component and says that it has none.
    ThereAndAbsent(String),
    /// No model can make the condition true.
    NeverTrue,
    /// No model can make the condition false.
    NeverFalse,
    /// The condition has too many different parts to be tried.
    TooManyParts,
    /// The condition is too complicated for finding out whether it can be true and false.
    TooComplicated,
    /// The condition speaks of `this` component, and the risk does not stand for each of some kinds.
    ThisOfNone,
    /// Another risk, this one, has the same title.
    SameTitle(&'static str),
    /// No risk leads to the countermeasure.
    NoRiskLeadsHere,
    /// The countermeasure has no statement and is not of the guideline.
    NoStatement,
    /// It is no reference of a known list.
    NoReference(String),
    /// The control names itself.
    NamesItself,
    /// The control's section is not in the catalogue.
    NoSection,
    /// It is none of the item's options.
    NoOption {
        /// The value.
        value: String,
        /// The options, with commas between them.
        options: String,
    },
    /// The unit does not fit what is measured.
    Unit {
        /// The value.
        value: String,
        /// The units that fit.
        expected: Vec<&'static str>,
    },
    /// It is no reference value.
    NoValue(String),
    /// It is no condition of a shape that is known.
    NoCondition,
    /// A pack names a kind of entry that there is not, or that packs do not change.
    Kind,
    /// A pack names a field that entries of this kind do not have, or that packs do not change.
    Field,
    /// A pack has an entry that is not in the catalogue, of a kind to which none can be added.
    CannotAdd,
    /// A text of a pack is longer than this many characters.
    TooLong(usize),
    /// A pack says more of one entry than this many fields.
    TooManyFields(usize),
    /// A number is given where the one before it is missing.
    Gap,
    /// The id given as a field is not that of the entry.
    OtherId,
}

impl Fault {
    /// A word that is no keyword of a type.
    #[must_use]
    pub fn none_of<T: Keyword>(word: &str) -> Self {
        Self::NoneOf { word: word.to_owned(), expected: T::VALUES.iter().map(|value| value.keyword()).collect() }
    }
}

impl From<FileFault> for Fault {
    fn from(fault: FileFault) -> Self {
        Self::OfFiles(fault)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::OfFiles(fault) => return fault.fmt(f),
            Self::NamesTwice(word) => return write!(f, "names `{word}` twice"),
            Self::NoneOf { word, expected } => return write!(f, "`{word}` is none of {}", expected.join(", ")),
            Self::Unknown(id) => return write!(f, "`{id}` is no known entry"),
            Self::ActionOfAnother(parent) => return write!(f, "an action of {parent} is called {parent}.…"),
            Self::ThereAndAbsent(kind) => return write!(f, "`{kind}` is also among the components"),
            Self::SameTitle(other) => return write!(f, "is the same as that of {other}"),
            Self::NoReference(word) => return write!(f, "`{word}` is no known reference"),
            Self::NoOption { value, options } => {
                return write!(f, "`{value}` is none of the item's options ({options})");
            }
            Self::Unit { value, expected } => {
                return write!(f, "`{value}` does not fit; the unit is one of {}", expected.join(" "));
            }
            Self::NoValue(value) => {
                return write!(
                    f,
                    "`{value}` is no value; expected `-`, `?`, an option, or `<=` or `>=`, a number and a unit"
                );
            }
            Self::TooLong(limit) => return write!(f, "has more than {limit} characters"),
            Self::TooManyFields(limit) => return write!(f, "has more than {limit} fields"),
            Self::Twice => "stands twice",
            Self::Missing => "missing",
            Self::NoneGiven => "at least one is needed",
            Self::White => "has white space at its start or end",
            Self::IdForm => "letters, digits, `-` and `.` only, at most 40, a letter or digit first",
            Self::OursWithoutX => "our own content needs an id with X, which the guideline cannot have",
            Self::QuotedWithX => "a quoted entry must not have an id of ours",
            Self::NeverTrue => "no model can make it true",
            Self::NeverFalse => "no model can make it false",
            Self::TooManyParts => "more than 16 different parts; split the risk",
            Self::TooComplicated => "too complicated to be checked; split the risk",
            Self::ThisOfNone => "`this` is only known where `each` lists kinds of component",
            Self::NoRiskLeadsHere => "no risk leads to it",
            Self::NoStatement => "missing; only the guideline's own may be absent",
            Self::NamesItself => "names itself",
            Self::NoSection => "its section is not in the catalogue",
            Self::NoCondition => {
                "a condition is one of `all`, `any`, `not`, `role` (with `by`, `shared`), \
                 `component` (with `procured`, `operated`, `maintained`, `place`, `carries`) or `data`"
            }
            Self::Kind => "is no kind of entry that a pack can change",
            Self::Field => "is no field that a pack can change",
            Self::CannotAdd => "is not in the catalogue, and none of its kind can be added",
            Self::Gap => "the one before it is missing",
            Self::OtherId => "is not the entry's id",
        })
    }
}
