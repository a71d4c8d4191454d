//! Catalogue packs: a file that replaces or adds entries of the catalogue by id, such as the official text.
//!
//! A pack is a flat list of facts named as `Catalog::facts` names them. It is read from JSON or from a table (CSV) that
//! a person filled in, and applied to the shipped catalogue as a whole or not at all. Whatever it gives is `Supplied`.

mod apply;
mod condition;
mod fields;
mod json;
mod mistake;
mod preview;
mod table;

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

pub use apply::apply;
pub use fields::{can_set, label};
pub use mistake::{Mistake, Mistakes, PackError, SHOWN};
pub use preview::{EntryPreview, FieldPreview, Preview, Said, preview, said};
pub use table::template;

use crate::core::{catalog::DIGEST, document::FileError, gather::gather};

/// What a pack in JSON calls itself.
pub const FORMAT: &str = "tenken-catalog-pack";
/// The version of the form that is written.
pub const VERSION: u64 = 1;
/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 8 * 1024 * 1024;
/// The most facts of a pack. The shipped catalogue has some three thousand.
pub const MAX_FACTS: usize = 20_000;
/// The most entries of which a pack speaks. The shipped catalogue has some four hundred.
pub const MAX_ENTRIES: usize = 2_000;
/// The most facts about one entry.
pub const MAX_FIELDS: usize = 400;
/// The most characters of one text.
pub const MAX_CHARS: usize = 10_000;
/// The most characters of a name, an id or a field's name.
const MAX_NAME: usize = 200;

/// A catalogue pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pack {
    /// What it is called.
    pub name: String,
    /// The edition of the guideline that it was taken from; empty where it does not say.
    pub edition: String,
    /// What it says, in the order of the file.
    pub facts: Vec<PackFact>,
}

/// One fact of a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackFact {
    /// Where it stands, from 1: the row of the table, or the number of the entry in JSON.
    pub row: usize,
    /// The kind of entry, as `EntryKind::keyword` names it; not checked before it is applied.
    pub kind: String,
    /// The entry.
    pub id: String,
    /// The field, as `Catalog::facts` names it.
    pub field: String,
    /// The Japanese text, or the value for both languages.
    pub ja: String,
    /// The English text; empty where the Japanese stands for both.
    pub en: String,
}

impl Pack {
    /// Reads a pack: JSON, or a table as `template` writes it. `file` names a table that has no name of its own.
    ///
    /// # Errors
    /// Says what is wrong with the file as a whole. What is wrong with single facts is found when it is applied.
    pub fn read(file: &str, bytes: &[u8]) -> Result<Self, PackError> {
        if bytes.len() > MAX_BYTES {
            let too_large = FileError::TooLarge { bytes: bytes.len() as u64, limit: MAX_BYTES as u64 };
            return Err(PackError::File(too_large));
        }
        let text = decode(bytes).ok_or(PackError::NotUtf8)?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let pack = if text.trim_start().starts_with(['{', '[']) { json::read(text)? } else { table::read(file, text)? };
        match pack.facts.len() {
            0 => Err(PackError::File(FileError::Empty)),
            1..=MAX_FACTS => match entries(&pack.facts) {
                0..=MAX_ENTRIES => Ok(pack),
                entries => Err(PackError::TooManyEntries { entries, limit: MAX_ENTRIES }),
            },
            facts => Err(PackError::TooMany { facts, limit: MAX_FACTS }),
        }
    }

    /// The pack as JSON, in one form: keys and entries sorted. Reading it gives the same facts.
    #[must_use]
    pub fn to_json(&self) -> String {
        json::write(self)
    }

    /// The digest of the catalogue that comes of it: SHA-256, in hexadecimal, over that of the shipped one and the pack.
    #[must_use]
    pub fn digest(&self) -> String {
        let hash = Sha256::new().chain_update(DIGEST).chain_update(self.to_json()).finalize();
        hash.iter().map(|b| format!("{b:02x}")).collect()
    }
}

/// Text in UTF-8, or in UTF-16 with its byte order mark, as Excel saves "Unicode text".
fn decode(bytes: &[u8]) -> Option<String> {
    let Some(wide) = bytes.strip_prefix(&[0xff, 0xfe]) else { return String::from_utf8(bytes.to_vec()).ok() };
    let units = wide.chunks(2).map(|pair| match pair {
        [low, high] => u16::from_le_bytes([*low, *high]),
        _ => 0xdfff, // Half a character: no text.
    });
    char::decode_utf16(units).collect::<Result<String, _>>().ok()
}

/// Of how many entries something is said.
fn entries(facts: &[PackFact]) -> usize {
    gather::<_, BTreeSet<_>>(facts.iter().map(|f| (&f.kind, &f.id))).len()
}

/// A text as it is kept: without white space around it, lines apart by `\n`.
fn tidy(text: &str) -> String {
    text.trim().replace("\r\n", "\n").replace('\r', "\n")
}
