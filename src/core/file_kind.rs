//! What a file is, told by what it calls itself, never by what stands in the texts within it.

use serde_json::Value as Json;

use crate::core::{
    document::{BACKUP_FORMAT, MAX_BYTES, parse_strict},
    exchange::{
        sealed::{self, keys},
        tables::ORIGIN,
    },
    pack,
};

/// The kinds of files that are opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// An assessment, or something that is best told to be none.
    Assessment,
    /// A catalogue pack.
    Pack,
    /// A document that may have the official text: a PDF, or a plain text that is nothing of ours.
    Official,
    /// A backup of everything, or what the failure notice wrote.
    Backup,
    /// A file with a passphrase or a signature around it.
    Sealed,
    /// A key for signing.
    Key,
    /// A table that was written here, or a workbook.
    Table,
}

/// How workbooks begin: new ones, and old ones or those with a password.
const WORKBOOKS: [&[u8]; 2] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0"];

impl FileKind {
    /// The kind of a file, by its name and its content.
    #[must_use]
    pub fn of(name: &str, content: &[u8]) -> Self {
        let ends = |wanted: &str| name.rsplit_once('.').is_some_and(|(_, end)| end.eq_ignore_ascii_case(wanted));
        if ends("xlsx") || ends("xls") || WORKBOOKS.iter().any(|begin| content.starts_with(begin)) {
            return Self::Table;
        }
        if ends("csv") {
            return if is_table(content) { Self::Table } else { Self::Pack };
        }
        if content.starts_with(b"%PDF-") {
            return Self::Official;
        }
        if sealed::is_sealed(content) {
            return Self::Sealed;
        }
        let content = content.strip_prefix("\u{feff}".as_bytes()).unwrap_or(content);
        if let Some(Json::Object(table)) = str::from_utf8(content).ok().and_then(|text| parse_strict(text).ok()) {
            return match table.get("format").and_then(Json::as_str) {
                Some(pack::FORMAT) => Self::Pack,
                Some(BACKUP_FORMAT) => Self::Backup,
                Some(keys::FORMAT) => Self::Key,
                // The failure notice writes what stands in this program's storage.
                None if !table.is_empty() && table.keys().all(|key| key.starts_with("tenken/")) => Self::Backup,
                _ => Self::Assessment,
            };
        }
        // What is broken is told as what it was meant to be. No assessment that was written here gets to this place.
        if names(content, pack::FORMAT) {
            Self::Pack
        } else if names(content, BACKUP_FORMAT) {
            Self::Backup
        } else if ends("txt") && !content.trim_ascii_start().starts_with(b"{") {
            if is_table(content) { Self::Table } else { Self::Official }
        } else {
            Self::Assessment
        }
    }
}

/// Whether the heads of a table name its column of origins. In UTF-16, where the end of a line is not told by a byte, they
/// are within the first bytes.
fn is_table(content: &[u8]) -> bool {
    if content.starts_with(b"\xff\xfe") {
        return has(content.get(..2000).unwrap_or(content), b"t\0e\0n\0k\0e\0n");
    }
    has(content.split(|byte| *byte == b'\n').next().unwrap_or_default(), ORIGIN.as_bytes())
}

/// Whether a format is named. Something far too large is told to be that.
fn names(content: &[u8], format: &str) -> bool {
    has(content.get(..MAX_BYTES as usize).unwrap_or(content), format!("\"{format}\"").as_bytes())
}

#[inline(never)]
fn has(content: &[u8], text: &[u8]) -> bool {
    content.windows(text.len()).any(|w| w == text)
}
