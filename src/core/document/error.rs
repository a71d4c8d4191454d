//! Why a file cannot be opened, as data.

/// Where in a file something is wrong: `fields / model/role/contract / at`.
pub type Place = String;

/// Why a file cannot be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileError {
    /// It is larger than anything this program writes.
    TooLarge {
        /// Its size in bytes.
        bytes: u64,
        /// The limit in bytes.
        limit: u64,
    },
    /// The system did not hand it over.
    Unreadable,
    /// It is not text in UTF-8.
    NotText,
    /// It is empty.
    Empty,
    /// It ends too early: it was cut off.
    Truncated,
    /// It is nested deeper than anything this program writes.
    TooDeep,
    /// It is no JSON.
    NotJson {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// It is JSON, but no assessment of this program.
    NotOurs,
    /// It was written by a newer program.
    Newer {
        /// Its version.
        version: u64,
        /// The newest version known here.
        known: u64,
    },
    /// Its content does not match its own digest: it was changed or damaged after it was written.
    Digest,
    /// Something in it is not of the form it must have.
    Shape {
        /// Where.
        place: Place,
        /// What was expected there.
        expected: Expected,
    },
}

/// What was expected at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A text.
    Text,
    /// A table.
    Table,
    /// A list.
    List,
    /// A list of texts, or a text, or nothing.
    Value,
    /// Something that is missing.
    Present,
    /// Nothing: the key is unknown in this version.
    Absent,
    /// An assessment's id.
    Id,
    /// The path of a field.
    Path,
    /// A stamp.
    Stamp,
    /// The fingerprint of a catalogue entry.
    Fingerprint,
    /// A shorter text or list.
    Shorter,
    /// Fewer fields.
    Fewer,
}

impl FileError {
    /// A wrong form at a place.
    #[must_use]
    pub fn shape(place: impl Into<String>, expected: Expected) -> Self {
        Self::Shape { place: place.into(), expected }
    }
}
