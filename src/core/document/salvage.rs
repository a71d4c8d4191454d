//! Getting back what can be read of a file that was changed or damaged: entry by entry, each by itself.
//!
//! The digest no longer vouches for what comes out, so it is only ever offered beside what is known, with a warning.

use std::collections::BTreeMap;

use serde_json::{Map as Table, Value as Json};

use super::{
    FORMAT, MAX_BYTES, VERSION,
    error::{Expected, FileError},
    json, v1,
};
use crate::core::assessment::{Assessment, AssessmentId, CatalogRef, Field, MAX_FIELDS, Path, Stamp};

/// What was got back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Salvaged {
    /// What can be read.
    pub assessment: Assessment,
    /// What cannot, and why.
    pub lost: Vec<FileError>,
}

/// Reads what can be read of a damaged file. `id` is taken where the file's own cannot be read.
///
/// # Errors
/// If it holds no field that can be read, or is a file of another kind or of a newer version.
pub fn salvage(bytes: &[u8], id: &AssessmentId) -> Result<Salvaged, FileError> {
    let size = bytes.len() as u64;
    if size > MAX_BYTES {
        return Err(FileError::TooLarge { bytes: size, limit: MAX_BYTES });
    }
    // A damaged byte within a text is one wrong character, no reason to give up the rest.
    let text = String::from_utf8_lossy(bytes);
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let parsed = json::parse(text);
    let mut lost = Vec::new();
    let mut table = match parsed {
        Ok(Json::Object(table)) => {
            if let Some(version) = table.get("version").and_then(Json::as_u64).filter(|v| *v > VERSION) {
                return Err(FileError::Newer { version, known: VERSION });
            }
            if table.get("format").and_then(Json::as_str) != Some(FORMAT) && !table.contains_key("fields") {
                return Err(FileError::NotOurs);
            }
            table
        }
        Ok(_) => return Err(FileError::NotOurs),
        Err(error) => {
            let table = pieces(text, &mut lost);
            if table.get("fields").is_none() {
                return Err(error);
            }
            if lost.is_empty() {
                lost.push(error);
            }
            table
        }
    };
    let own_id = table.get("id").and_then(Json::as_str).and_then(|id| id.parse().ok());
    let catalog = table.remove("catalog").ok_or_else(|| FileError::shape("catalog", Expected::Present));
    let catalog = catalog.and_then(v1::catalog).unwrap_or_else(|error| {
        lost.push(error);
        nothing_known()
    });
    let mut fields = BTreeMap::new();
    match table.remove("fields") {
        Some(Json::Object(found)) => {
            for (name, field) in found {
                match one(&name, field) {
                    Ok((path, field)) if fields.len() < MAX_FIELDS => drop(fields.insert(path, field)),
                    Ok(_) => lost.push(FileError::shape("fields", Expected::Fewer)),
                    Err(error) => lost.push(error),
                }
            }
        }
        _ => return Err(FileError::shape("fields", Expected::Table)),
    }
    if fields.is_empty() {
        return Err(lost.into_iter().next().unwrap_or(FileError::Empty));
    }
    let assessment = Assessment::from_parts(own_id.unwrap_or_else(|| id.clone()), catalog, fields);
    Ok(Salvaged { assessment, lost })
}

fn one(name: &str, field: Json) -> Result<(Path, Field), FileError> {
    let place = v1::place(name);
    let path = name.parse().map_err(|_| FileError::shape(place.as_str(), Expected::Path))?;
    Ok((path, v1::read_field(field, &place)?))
}

/// A catalogue of which nothing is known: every other one is later.
fn nothing_known() -> CatalogRef {
    let at = Stamp::zero();
    CatalogRef { at, edition: String::new(), digest: String::new(), fingerprints: BTreeMap::new().into() }
}

/// The parts of a file that is no JSON as a whole, by the lines that this program writes: an entry begins where its name
/// stands at its depth, and ends where its bracket does.
fn pieces(text: &str, lost: &mut Vec<FileError>) -> Table<String, Json> {
    let mut found = Table::new();
    let mut fields = Table::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let depth = line.len() - line.trim_start_matches(' ').len();
        let Some((name, open)) = named(line.trim()) else { continue };
        if depth != 2 && depth != 4 {
            continue;
        }
        // `fields` itself is not one piece: what is in it is.
        if depth == 2 && name == "fields" {
            continue;
        }
        let mut piece = open.to_owned();
        if open == "{" {
            let end = format!("{}}}", " ".repeat(depth));
            let mut closed = false;
            while let Some(next) = lines.next_if(|l| !begins(l, depth)) {
                piece.push_str(next);
                if next.trim_end_matches(',') == end {
                    closed = true;
                    break;
                }
            }
            if !closed {
                piece.clear();
            }
        }
        match json::parse(piece.trim_end_matches(',')) {
            Ok(value) if depth == 2 => drop(found.insert(name, value)),
            Ok(value @ Json::Object(_)) => drop(fields.insert(name, value)),
            Err(_) if depth == 4 => lost.push(FileError::shape(v1::place(&name), Expected::Table)),
            _ => {}
        }
    }
    if !fields.is_empty() {
        found.insert("fields".to_owned(), Json::Object(fields));
    }
    found
}

/// The name at the beginning of a line, and what stands after it.
fn named(line: &str) -> Option<(String, &str)> {
    let (name, rest) = line.strip_prefix('"')?.split_once("\": ")?;
    (!name.contains('"')).then(|| (name.to_owned(), rest))
}

/// Whether a line begins another entry, at this depth or above it.
fn begins(line: &str, depth: usize) -> bool {
    let indent = line.len() - line.trim_start_matches(' ').len();
    indent <= depth && line.trim_start().starts_with('"')
}
