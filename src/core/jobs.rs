//! What the page has the worker do, and what comes back, as plain values. Both are programs of one build, so a message is
//! always read by the version that wrote it.

use serde::{Deserialize, Serialize};

/// A piece of work, with what it is done on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// The pack in force, as JSON: the worker has only the catalogue that ships.
    pub pack: Option<String>,
    /// What to do.
    pub job: Job,
}

/// What the worker can do. Beside it goes a file, where one is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Job {
    /// Writes an empty table for a catalogue pack: all ids, with what the catalogue in force says. The answer is CSV.
    PackTemplate {
        /// The part of the guideline; `None` for all of it.
        part: Option<String>,
    },
}

/// What comes back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answer {
    /// A text, or a value as JSON; which one, each `Job` says.
    pub text: String,
    /// A file, where one is written that is no text.
    pub bytes: Vec<u8>,
}

impl From<String> for Answer {
    fn from(text: String) -> Self {
        Self { text, bytes: Vec::new() }
    }
}
