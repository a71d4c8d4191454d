//! The envelope around every version: format, version, digest.

use serde_json::{Map, Value as Json};
use sha2::{Digest, Sha256};

use super::{
    error::{Expected, FileError},
    json, v1,
};
use crate::core::assessment::Assessment;

/// What the envelope calls itself.
pub const FORMAT: &str = "tenken-assessment";
/// The version that is written.
pub const VERSION: u64 = 1;
/// The largest file that is read, in bytes. A full assessment is some hundred kilobytes; this is what the five million
/// characters that a browser keeps for a page can come to, so that whatever was kept can be read again.
pub const MAX_BYTES: u64 = 16 * 1024 * 1024;

/// Writes an assessment. The same assessment always gives the same bytes: keys are sorted, and nothing depends on when
/// or where it is written.
#[must_use]
pub fn write(assessment: &Assessment) -> String {
    let mut table = v1::write(assessment);
    table.insert("format".into(), FORMAT.into());
    table.insert("version".into(), VERSION.into());
    let digest = digest(&mut table);
    table.insert("sha256".into(), digest.into());
    format!("{:#}\n", Json::Object(table))
}

/// Reads an assessment of any version up to the present one.
///
/// # Errors
/// Says what is wrong; then nothing was read.
pub fn read(bytes: &[u8]) -> Result<Assessment, FileError> {
    let json = json::parse(text_of(bytes, MAX_BYTES)?)?;
    let Json::Object(mut table) = json else { return Err(FileError::NotOurs) };
    if table.get("format").and_then(Json::as_str) != Some(FORMAT) {
        return Err(FileError::NotOurs);
    }
    let version = table.get("version").and_then(Json::as_u64).ok_or(FileError::NotOurs)?;
    if version > VERSION {
        return Err(FileError::Newer { version, known: VERSION });
    }
    let stated = table.remove("sha256").ok_or_else(|| FileError::shape("sha256", Expected::Present))?;
    if stated.as_str() != Some(digest(&mut table).as_str()) {
        return Err(FileError::Digest);
    }
    table.remove("format");
    table.remove("version");
    match version {
        1 => v1::read(table),
        _ => Err(FileError::NotOurs),
    }
}

/// The text of a file, without a byte order mark.
pub(super) fn text_of(bytes: &[u8], limit: u64) -> Result<&str, FileError> {
    let size = bytes.len() as u64;
    if size > limit {
        return Err(FileError::TooLarge { bytes: size, limit });
    }
    let text = std::str::from_utf8(bytes).map_err(|e| match e.error_len() {
        // Cut off within a character.
        None => FileError::Truncated,
        Some(_) => FileError::NotText,
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() { Err(FileError::Empty) } else { Ok(text) }
}

/// SHA-256 over the compact JSON with sorted keys, without the digest itself.
pub(super) fn digest(table: &mut Map<String, Json>) -> String {
    // Lent, not copied. The map keeps its keys sorted; a test holds that it goes on doing so.
    let mut json = Json::Object(std::mem::take(table));
    let hash = Sha256::digest(json.to_string());
    json.as_object_mut().into_iter().for_each(|lent| std::mem::swap(lent, table));
    hash.iter().map(|b| format!("{b:02x}")).collect()
}
