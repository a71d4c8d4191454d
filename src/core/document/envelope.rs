//! The envelope around every version: format, version, digest.

use serde_json::{Map, Value as Json};
use sha2::{Digest, Sha256};

use super::{
    error::{Expected, FileError},
    json,
    snapshots::{self, Bodies},
    v1,
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
    sealed(v1::write(assessment)).0
}

/// Writes an assessment with what is known of its snapshots. Should that be more than a file can hold, the oldest are left
/// out.
#[must_use]
pub fn write_whole(assessment: &Assessment, bodies: &Bodies) -> String {
    let alone = write(assessment);
    let bodies = snapshots::write(assessment, bodies, MAX_BYTES.saturating_sub(alone.len() as u64));
    if bodies.is_empty() {
        return alone;
    }
    let mut table = v1::write(assessment);
    table.insert("snapshots".into(), Json::Object(bodies));
    sealed(table).0
}

/// The text of a table under the envelope's own keys, and its digest.
pub(super) fn sealed(mut table: Map<String, Json>) -> (String, String) {
    table.insert("format".into(), FORMAT.into());
    table.insert("version".into(), VERSION.into());
    let digest = digest(&mut table);
    table.insert("sha256".into(), digest.clone().into());
    (text(&Json::Object(table)), digest)
}

/// The text of a file, as it is written.
pub(super) fn text(json: &Json) -> String {
    format!("{json:#}\n")
}

/// Reads an assessment of any version up to the present one.
///
/// # Errors
/// Says what is wrong; then nothing was read.
pub fn read(bytes: &[u8]) -> Result<Assessment, FileError> {
    read_whole(bytes).map(|(assessment, _)| assessment)
}

/// Reads an assessment of any version up to the present one, with the snapshots that came with it.
///
/// # Errors
/// Says what is wrong; then nothing was read.
pub fn read_whole(bytes: &[u8]) -> Result<(Assessment, Bodies), FileError> {
    let json = json::parse(text_of(bytes, MAX_BYTES)?)?;
    let Json::Object(table) = json else { return Err(FileError::NotOurs) };
    let (assessment, bodies) = read_table(table, true)?;
    let bodies = bodies.map(|bodies| snapshots::read(&assessment, bodies)).transpose()?.unwrap_or_default();
    Ok((assessment, bodies))
}

/// Reads the table of a file, and hands out what it has of snapshots. Only a whole file may have any.
pub(super) fn read_table(mut table: Map<String, Json>, whole: bool) -> Result<(Assessment, Option<Json>), FileError> {
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
    let bodies = if whole { table.remove("snapshots") } else { None };
    match version {
        1 => Ok((v1::read(table)?, bodies)),
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
