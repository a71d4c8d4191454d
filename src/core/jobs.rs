//! What the page has the worker do, and what comes back, as plain values. Both are programs of one build, so a message is
//! always read by the version that wrote it.

use serde::{Deserialize, Serialize};

use super::{
    exchange::{sealed::keys::Secret, tables::TableId},
    official::Choice,
};

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
    /// Writes the file of a worked case's assessment, as it stands on the day it is opened. The answer is that file.
    WorkedCase {
        /// The case.
        case: String,
        /// Random numbers: the ids of the assessment and of its snapshot, and who makes the changes.
        random: [u64; 3],
        /// When it is opened, in milliseconds since 1970.
        now_ms: u64,
        /// Whether what people wrote is in English.
        english: bool,
    },
    /// Reads the official text in a file: PDF or plain text. The answer is a `Result<Reading, PdfError>`.
    ReadOfficial,
    /// Makes a pack of what was read. The answer is the pack as JSON.
    OfficialPack {
        /// The answer to `ReadOfficial`, as it came.
        reading: String,
        /// What the pack is called.
        name: String,
        /// What the person chose and corrected.
        choices: Vec<Choice>,
    },
    /// Protects the file. The answer is the container; without one, a sentence why there is none.
    Seal {
        /// The file's name, which goes into the container.
        name: String,
        /// Its media type, likewise.
        media_type: String,
        /// By what it is protected.
        by: Protection,
        /// Whether the sentence is in English.
        english: bool,
    },
    /// Opens a protected file, or looks at the file of a key for signing. The answer is an `Opened` with the file beside
    /// it, or else a sentence why there is none.
    Open {
        /// The passphrase, if one was given, and the key of this browser, if it has one.
        by: Protection,
        /// The keys that were remembered here, in Base64, one a line.
        known: String,
        /// Whether the sentences are in English.
        english: bool,
    },
    /// Reads the file of a key for signing, or makes a key where the file is empty. The answer is a sentence, with its
    /// fingerprint, and beside it the key's file, unless that cannot be used.
    SigningKey {
        /// Whether the sentence is in English.
        english: bool,
    },
    /// How hard a passphrase is to guess. The answer is a sentence.
    Strength {
        /// The passphrase.
        passphrase: Secret,
        /// Whether the sentence is in English.
        english: bool,
    },
    /// Writes the assessment whose document goes beside it as a workbook for Excel. The answer is that file's bytes.
    Xlsx(Tables),
    /// Writes one table of the assessment whose document goes beside it. The answer is CSV.
    Csv(TableId, Tables),
}

/// By what a file is protected: a passphrase, a signature, or both.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Protection {
    /// The passphrase; empty for none.
    pub passphrase: Secret,
    /// The file of the key for signing; empty for none.
    pub key: Secret,
}

/// How the tables of an assessment are written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tables {
    /// Whether they are in English.
    pub english: bool,
    /// Whether this project's own entries are in them.
    pub original: bool,
    /// The day, as `2026-12-01`: what was due before it is overdue, and the workbook was made on it.
    pub today: String,
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
