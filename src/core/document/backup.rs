//! Everything that a browser keeps, in one file; and the file that the page writes when the program has stopped.
//!
//! ```json
//! {
//!   "at": 1763866245678,
//!   "format": "tenken-backup",
//!   "records": { "assessment/3f2a9c01b7de": "{ … }", "settings": "{ … }" },
//!   "sha256": "…",
//!   "version": 1
//! }
//! ```
//!
//! Each record is the text that is kept under its key, as it is: a backup loses nothing, not even what cannot be read.

use std::collections::BTreeMap;

use serde_json::{Map as Table, Value as Json};

use super::{
    envelope::{digest, text_of},
    error::{Expected, FileError},
    json,
};
use crate::core::gather::gather;

/// What a backup calls itself.
pub const BACKUP_FORMAT: &str = "tenken-backup";
/// The version that is written.
const VERSION: u64 = 1;
/// The largest backup that is read, in bytes: many assessments, with all that is in the bin.
pub const MAX_BACKUP_BYTES: u64 = 256 * 1024 * 1024;
/// What the keys of storage begin with; the file of the failure notice has them whole.
const PREFIX: &str = "tenken/1/";

/// What is in a backup.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Backup {
    /// When it was made, in milliseconds since 1970; the failure notice does not say.
    pub at_ms: Option<u64>,
    /// The texts by key, such as `assessment/3f2a9c01b7de`.
    pub records: BTreeMap<String, String>,
    /// Whether it is as it was written. Each assessment in it has a digest of its own.
    pub intact: bool,
}

/// Writes a backup.
#[must_use]
pub fn write(records: &BTreeMap<String, String>, at_ms: u64) -> String {
    let mut texts = Table::new();
    for (key, text) in records.iter() {
        texts.insert(key.clone(), text.clone().into());
    }
    let mut table = Table::new();
    table.insert("at".into(), at_ms.into());
    table.insert("format".into(), BACKUP_FORMAT.into());
    table.insert("records".into(), Json::Object(texts));
    table.insert("version".into(), VERSION.into());
    let digest = digest(&mut table);
    table.insert("sha256".into(), digest.into());
    format!("{:#}\n", Json::Object(table))
}

/// Reads a backup, or the file of the failure notice.
///
/// # Errors
/// If it is neither, or was made by a newer program.
pub fn read(bytes: &[u8]) -> Result<Backup, FileError> {
    let Json::Object(mut table) = json::parse(text_of(bytes, MAX_BACKUP_BYTES)?)? else {
        return Err(FileError::NotOurs);
    };
    if !table.contains_key("format") {
        // The page that writes it makes no digest.
        return Ok(Backup { at_ms: None, records: rescued(table)?, intact: true });
    }
    if table.get("format").and_then(Json::as_str) != Some(BACKUP_FORMAT) {
        return Err(FileError::NotOurs);
    }
    let version = table.get("version").and_then(Json::as_u64).ok_or(FileError::NotOurs)?;
    if version > VERSION {
        return Err(FileError::Newer { version, known: VERSION });
    }
    let stated = table.remove("sha256");
    let intact = stated.as_ref().and_then(Json::as_str) == Some(digest(&mut table).as_str());
    let at_ms = table.get("at").and_then(Json::as_u64);
    let Some(Json::Object(texts)) = table.remove("records") else {
        return Err(FileError::shape("records", Expected::Table));
    };
    Ok(Backup { at_ms, records: records(texts)?, intact })
}

/// Whether a table is what the failure notice writes: keys of this program's storage alone.
pub(super) fn is_rescue(table: &Table<String, Json>) -> bool {
    !table.is_empty() && table.iter().all(|(key, text)| key.starts_with("tenken/") && text.is_string())
}

fn rescued(table: Table<String, Json>) -> Result<BTreeMap<String, String>, FileError> {
    if !is_rescue(&table) {
        return Err(FileError::NotOurs);
    }
    let short = table.into_iter().map(|(key, text)| match key.strip_prefix(PREFIX) {
        Some(short) => (short.to_owned(), text),
        None => (key, text),
    });
    records(gather(short))
}

fn records(texts: Table<String, Json>) -> Result<BTreeMap<String, String>, FileError> {
    let mut records = BTreeMap::new();
    for (key, text) in texts {
        match text {
            Json::String(text) => drop(records.insert(key, text)),
            _ => return Err(FileError::shape(format!("records / {key}"), Expected::Text)),
        }
    }
    Ok(records)
}
