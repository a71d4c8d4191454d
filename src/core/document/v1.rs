//! Version 1.
//!
//! ```json
//! {
//!   "catalog": { "at": "1763866245678-0-00a1b2c3d4e5", "digest": "…", "edition": "mic-cloud-2018-2" },
//!   "fields": {
//!     "model/role/contract": { "at": "…", "by": "鈴木", "value": ["own"] }
//!   },
//!   "format": "tenken-assessment",
//!   "id": "3f2a9c01b7de",
//!   "sha256": "…",
//!   "version": 1
//! }
//! ```
//!
//! `catalog` may also have `entries`, a fingerprint of each entry that the assessment rests on: `"risk/contract-1": "1a2b3c4d"`.
//!
//! The file may also have `snapshots`: by its id the content of each snapshot, the file of the assessment as it was then.
//! The field `snapshots/ID/digest` has the `sha256` that stands in it, and `snapshots/ID/name` the name.
//!
//! A field has its latest value; `others` has values that were entered without knowing of it, `seen` the changes it
//! replaces where they are not obvious. A field may have `seen` alone: every value that it had was replaced somewhere.
//! A field whose path this program does not know is kept as it is.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use super::error::{Expected, FileError, Place};
use crate::core::assessment::{
    Assessment, AssessmentId, CatalogRef, Field, Head, MAX_CHARS, MAX_FIELDS, MAX_HEADS, MAX_ITEMS, Path, Stamp, Value,
};
use crate::core::gather::gather;

type Table = serde_json::Map<String, Json>;

pub(super) fn write(assessment: &Assessment) -> Table {
    let catalog = assessment.catalog();
    // A field that was never set holds nothing to write.
    let set = assessment.fields().iter().filter(|(_, f)| f.latest().is_some() || f.seen().next().is_some());
    let fields: Table = gather(set.map(|(path, field)| (path.to_string(), Json::Object(write_field(field)))));
    let mut table = Table::new();
    table.insert("id".into(), assessment.id().as_str().into());
    let mut used = Table::new();
    used.insert("at".into(), catalog.at.to_string().into());
    used.insert("digest".into(), catalog.digest.clone().into());
    used.insert("edition".into(), catalog.edition.clone().into());
    if !catalog.fingerprints.is_empty() {
        let fingerprints = catalog.fingerprints.iter();
        let fingerprints = fingerprints.map(|(entry, print)| (entry.clone(), format!("{print:08x}").into()));
        used.insert("entries".into(), Json::Object(gather(fingerprints)));
    }
    table.insert("catalog".into(), Json::Object(used));
    table.insert("fields".into(), Json::Object(fields));
    table
}

fn write_field(field: &Field) -> Table {
    let mut heads = field.heads().iter().rev().map(|(s, h)| write_head(s, h));
    let mut table = heads.next().unwrap_or_default();
    let others: Vec<Json> = heads.map(Json::Object).collect();
    if !others.is_empty() {
        table.insert("others".into(), others.into());
    }
    let seen: Vec<Json> = field.seen().map(|s| s.to_string().into()).collect();
    if !seen.is_empty() {
        table.insert("seen".into(), seen.into());
    }
    table
}

fn write_head(stamp: &Stamp, head: &Head) -> Table {
    let mut table = Table::new();
    table.insert("at".into(), stamp.to_string().into());
    if !head.by.is_empty() {
        table.insert("by".into(), head.by.clone().into());
    }
    table.insert("value".into(), write_value(head.value.as_ref()));
    table
}

pub(super) fn write_value(value: Option<&Value>) -> Json {
    match value {
        None => Json::Null,
        Some(Value::Text(t)) => t.clone().into(),
        Some(Value::List(l)) => l.clone().into(),
    }
}

pub(super) fn read(mut table: Table) -> Result<Assessment, FileError> {
    let id = take(&mut table, "", "id")?;
    let id: AssessmentId = text(&id, "id")?.parse().map_err(|_| FileError::shape("id", Expected::Id))?;
    let catalog = catalog(take(&mut table, "", "catalog")?)?;
    let fields = object(take(&mut table, "", "fields")?, "fields")?;
    nothing_left(&table, "")?;
    if fields.len() > MAX_FIELDS {
        return Err(FileError::shape("fields", Expected::Fewer));
    }
    let mut read = BTreeMap::new();
    for (name, field) in fields {
        let place = place(&name);
        let path: Path = name.parse().map_err(|_| FileError::shape(place.as_str(), Expected::Path))?;
        read.insert(path, read_field(field, &place)?);
    }
    Ok(Assessment::from_parts(id, catalog, read))
}

/// Where a field stands in the file, for a sentence.
pub(super) fn place(name: &str) -> Place {
    format!("fields / {}", shorten(name))
}

pub(super) fn catalog(json: Json) -> Result<CatalogRef, FileError> {
    let mut catalog = object(json, "catalog")?;
    let at = stamp(&take(&mut catalog, "catalog", "at")?, "catalog / at")?;
    let edition = text(&take(&mut catalog, "catalog", "edition")?, "catalog / edition")?;
    let digest = text(&take(&mut catalog, "catalog", "digest")?, "catalog / digest")?;
    let fingerprints = fingerprints(catalog.remove("entries"))?;
    nothing_left(&catalog, "catalog")?;
    Ok(CatalogRef { at, edition, digest, fingerprints: fingerprints.into() })
}

/// The fingerprints of the entries of the catalogue; none in files of a time when they were not kept.
fn fingerprints(entries: Option<Json>) -> Result<BTreeMap<String, u32>, FileError> {
    let mut fingerprints = BTreeMap::new();
    let Some(entries) = entries else { return Ok(fingerprints) };
    let entries = object(entries, "catalog / entries")?;
    if entries.is_empty() {
        return Err(FileError::shape("catalog / entries", Expected::Present));
    }
    if entries.len() > MAX_FIELDS {
        return Err(FileError::shape("catalog / entries", Expected::Fewer));
    }
    for (entry, text) in entries {
        let place = || format!("catalog / entries / {}", shorten(&entry));
        if entry.chars().count() > MAX_CHARS {
            return Err(FileError::shape(place(), Expected::Shorter));
        }
        let digits =
            text.as_str().filter(|m| m.len() == 8 && m.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')));
        let fingerprint = digits.and_then(|m| u32::from_str_radix(m, 16).ok());
        let fingerprint = fingerprint.ok_or_else(|| FileError::shape(place(), Expected::Fingerprint))?;
        fingerprints.insert(entry, fingerprint);
    }
    Ok(fingerprints)
}

pub(super) fn read_field(field: Json, place: &str) -> Result<Field, FileError> {
    let mut table = object(field, place)?;
    let others = optional_list(&mut table, place, "others")?;
    let seen = optional_list(&mut table, place, "seen")?;
    let seen: Result<Vec<Stamp>, _> = seen.iter().map(|s| stamp(s, &format!("{place} / seen"))).collect();
    let seen = seen?;
    if table.is_empty() && others.is_empty() && !seen.is_empty() {
        return Ok(Field::new(Vec::new(), seen));
    }
    let mut heads = vec![read_head(table, place)?];
    let place = format!("{place} / others");
    for other in others {
        heads.push(read_head(object(other, &place)?, &place)?);
    }
    let given = heads.len();
    let field = Field::new(heads, seen);
    if field.heads().len() < given {
        return Err(FileError::shape(format!("{place} / at"), Expected::Stamp));
    }
    Ok(field)
}

fn read_head(mut table: Table, place: &str) -> Result<(Stamp, Head), FileError> {
    let at = stamp(&take(&mut table, place, "at")?, &format!("{place} / at"))?;
    let by = match table.remove("by") {
        Some(by) => text(&by, &format!("{place} / by"))?,
        None => String::new(),
    };
    let value = value(take(&mut table, place, "value")?, &format!("{place} / value"))?;
    nothing_left(&table, place)?;
    Ok((at, Head { value, by }))
}

pub(super) fn value(json: Json, place: &str) -> Result<Option<Value>, FileError> {
    match json {
        Json::Null => Ok(None),
        Json::String(_) => Ok(Some(Value::Text(text(&json, place)?))),
        Json::Array(items) if items.len() > MAX_ITEMS => Err(FileError::shape(place, Expected::Shorter)),
        Json::Array(items) => {
            let items: Result<Vec<String>, _> = items.iter().map(|i| text(i, place)).collect();
            Ok(Some(Value::list(items?)))
        }
        _ => Err(FileError::shape(place, Expected::Value)),
    }
}

fn take(table: &mut Table, place: &str, key: &str) -> Result<Json, FileError> {
    table.remove(key).ok_or_else(|| FileError::shape(join(place, key), Expected::Present))
}

fn nothing_left(table: &Table, place: &str) -> Result<(), FileError> {
    match table.keys().next() {
        Some(key) => Err(FileError::shape(join(place, &shorten(key)), Expected::Absent)),
        None => Ok(()),
    }
}

pub(super) fn object(json: Json, place: &str) -> Result<Table, FileError> {
    match json {
        Json::Object(table) => Ok(table),
        _ => Err(FileError::shape(place, Expected::Table)),
    }
}

fn optional_list(table: &mut Table, place: &str, key: &str) -> Result<Vec<Json>, FileError> {
    match table.remove(key) {
        None => Ok(Vec::new()),
        Some(Json::Array(items)) if items.len() <= MAX_HEADS => Ok(items),
        Some(Json::Array(_)) => Err(FileError::shape(join(place, key), Expected::Shorter)),
        Some(_) => Err(FileError::shape(join(place, key), Expected::List)),
    }
}

fn text(json: &Json, place: &str) -> Result<String, FileError> {
    match json {
        Json::String(t) if t.chars().count() <= MAX_CHARS => Ok(t.clone()),
        Json::String(_) => Err(FileError::shape(place, Expected::Shorter)),
        _ => Err(FileError::shape(place, Expected::Text)),
    }
}

pub(super) fn stamp(json: &Json, place: &str) -> Result<Stamp, FileError> {
    text(json, place)?.parse().map_err(|_| FileError::shape(place, Expected::Stamp))
}

fn join(place: &str, key: &str) -> String {
    if place.is_empty() { key.to_owned() } else { format!("{place} / {key}") }
}

/// A name from the file, short enough for a sentence.
pub(super) fn shorten(name: &str) -> String {
    if name.chars().count() <= 80 { name.to_owned() } else { name.chars().take(80).chain(['…']).collect() }
}
