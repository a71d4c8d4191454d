//! What the page has the worker do, and what comes back, as plain values. Both are programs of one build, so a message is
//! always read by the version that wrote it. They are written in postcard's form: to read a value of JSON is 7 kB more of
//! the first load.

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::{
    exchange::{
        formats::{Content, OscalModel},
        sealed::keys::Secret,
        tables::TableId,
    },
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

impl Order {
    /// As a message.
    #[must_use]
    pub fn write(&self) -> Vec<u8> {
        written(self)
    }

    /// From a message; `None` if it is none of this build.
    #[must_use]
    pub fn read(message: &[u8]) -> Option<Self> {
        postcard::from_bytes(message).ok()
    }
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
    /// Makes a pack of what was read: beside it goes the answer to `ReadOfficial`, as it came. The answer is the pack as
    /// JSON.
    OfficialPack {
        /// What the pack is called.
        name: String,
        /// What the person chose and corrected.
        choices: Vec<Choice>,
    },
    /// Goes on with a file that is protected, or opened: what to ask the person, or the outcome. The answer is a `Reply`.
    Sealed(Step),
    /// Makes a copy for others of the assessment whose document goes beside it. The answer is the copy's document.
    Disclose {
        /// What of what is confidential is in it: keywords, with `-` between.
        kept: String,
        /// Random numbers: the copy's id, and who makes it.
        random: [u64; 2],
        /// When it is made, in milliseconds since 1970.
        now_ms: u64,
        /// How it is shown.
        how: Tables,
    },
    /// Writes the assessment whose document goes beside it as a workbook for Excel. The answer is that file's bytes.
    Xlsx(Tables),
    /// Writes one table of the assessment whose document goes beside it. The answer is CSV.
    Csv(TableId, Tables),
    /// Writes all its tables as Markdown. The answer is that text.
    Markdown(Tables),
    /// Writes it as one of OSCAL's models. The answer is JSON.
    Oscal(OscalModel, Tables),
    /// Compares a table that came back, a workbook or CSV, with the assessment. The answer is a `Preview`;
    /// without a document, or with that of another, one that says which it needs.
    Incoming {
        /// The assessment's document; empty where it is not known yet.
        document: String,
        /// How it is shown.
        how: Tables,
    },
}

impl Job {
    /// What the worker is to do to write something of an assessment; `None` for what the page writes itself.
    #[must_use]
    pub fn writing(content: Content, how: Tables) -> Option<Self> {
        Some(match content {
            Content::Document | Content::Report => return None,
            Content::Workbook => Self::Xlsx(how),
            Content::Table(table) => Self::Csv(table, how),
            Content::Markdown => Self::Markdown(how),
            Content::Oscal(model) => Self::Oscal(model, how),
        })
    }
}

/// A step of protecting a file, or of opening one. The worker keeps nothing from one to the next.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The file's name.
    pub name: String,
    /// Its media type, if it is to be protected; empty if it is opened.
    pub media_type: String,
    /// What the worker noted in its last reply.
    pub note: String,
    /// What stands in the fields, each in a line: whether it is ticked, as 0 or 1, then its text.
    pub typed: Secret,
    /// The button that was pressed, by its number; [`Step::NOTHING`] where only something was typed.
    pub pressed: u8,
    /// The file of this browser's key for signing; empty where it has none.
    pub key: Secret,
    /// The keys that were remembered here, in Base64, with spaces between.
    pub known: String,
    /// Whether the person reads English.
    pub english: bool,
}

impl Step {
    /// No button.
    pub const NOTHING: u8 = 9;
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
    /// A text.
    pub text: String,
    /// A value, or a file that is no text; which one, each `Job` says.
    pub bytes: Vec<u8>,
}

impl Answer {
    /// A value.
    #[must_use]
    pub fn of(value: &impl Serialize) -> Self {
        Self { bytes: written(value), ..Self::default() }
    }

    /// The value; `None` if it is another.
    #[must_use]
    pub fn value<T: DeserializeOwned>(&self) -> Option<T> {
        postcard::from_bytes(&self.bytes).ok()
    }
}

/// Memory is all that it could lack.
fn written(value: &impl Serialize) -> Vec<u8> {
    postcard::to_allocvec(value).unwrap_or_default()
}

impl From<String> for Answer {
    fn from(text: String) -> Self {
        Self { text, bytes: Vec::new() }
    }
}
