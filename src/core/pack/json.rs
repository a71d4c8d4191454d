//! A pack as JSON.
//!
//! ```json
//! {
//!   "edition": "第2版(2018年7月)",
//!   "entries": [
//!     { "fields": { "class": "basic", "statement": { "en": "…", "ja": "…" } }, "id": "II.1.1.1", "kind": "control" }
//!   ],
//!   "format": "tenken-catalog-pack",
//!   "name": "…",
//!   "version": 1
//! }
//! ```

use serde_json::{Map, Value as Json};

use super::{FORMAT, MAX_NAME, Pack, PackFact, VERSION, tidy};
use crate::core::{
    document::{Expected, FileError, parse_strict},
    sorted::sorted,
};

type Table = Map<String, Json>;

pub(super) fn read(text: &str) -> Result<Pack, FileError> {
    let mut table = match parse_strict(text)? {
        Json::Object(table) if table.get("format").and_then(Json::as_str) == Some(FORMAT) => table,
        _ => return Err(FileError::NotOurs),
    };
    table.remove("format");
    match table.remove("version").and_then(|v| v.as_u64()) {
        Some(VERSION) => {}
        Some(version) if version > VERSION => return Err(FileError::Newer { version, known: VERSION }),
        _ => return Err(FileError::NotOurs),
    }
    let name = name(&mut table, "", "name")?;
    let edition = if table.contains_key("edition") { self::name(&mut table, "", "edition")? } else { String::new() };
    let Some(Json::Array(entries)) = table.remove("entries") else {
        return Err(FileError::shape("entries", Expected::List));
    };
    nothing_left(&table, "")?;
    let mut facts = Vec::new();
    for (i, entry) in entries.into_iter().enumerate() {
        let row = i + 1;
        let place = format!("entries / {row} / ");
        let Json::Object(mut entry) = entry else { return Err(FileError::shape(place, Expected::Table)) };
        let kind = self::name(&mut entry, &place, "kind")?;
        let id = self::name(&mut entry, &place, "id")?;
        let Some(Json::Object(fields)) = entry.remove("fields") else {
            return Err(FileError::shape(place + "fields", Expected::Table));
        };
        nothing_left(&entry, &place)?;
        for (field, said) in fields {
            let place = format!("{place}fields / {}", shorten(&field));
            if field.chars().count() > MAX_NAME {
                return Err(FileError::shape(place, Expected::Shorter));
            }
            let (ja, en) = read_said(said, &place)?;
            facts.push(PackFact { row, kind: kind.clone(), id: id.clone(), field, ja, en });
        }
    }
    Ok(Pack { name, edition, facts })
}

/// A text in both languages, or one word for both.
fn read_said(said: Json, place: &str) -> Result<(String, String), FileError> {
    let text = |json: &Json| json.as_str().map(tidy).ok_or_else(|| FileError::shape(place, Expected::Text));
    let Json::Object(mut both) = said else { return Ok((text(&said)?, String::new())) };
    let ja = text(&both.remove("ja").unwrap_or_default())?;
    let en = both.remove("en").as_ref().map_or(Ok(String::new()), text)?;
    nothing_left(&both, &format!("{place} / "))?;
    // Both the same is what leaving out the English means.
    let en = if en == ja { String::new() } else { en };
    Ok((ja, en))
}

fn name(table: &mut Table, place: &str, key: &str) -> Result<String, FileError> {
    let wrong = |expected| FileError::shape(format!("{place}{key}"), expected);
    let text = table.remove(key).ok_or_else(|| wrong(Expected::Present))?;
    let text = tidy(text.as_str().ok_or_else(|| wrong(Expected::Text))?);
    match text.chars().count() {
        0 => Err(wrong(Expected::Text)),
        1..=MAX_NAME => Ok(text),
        _ => Err(wrong(Expected::Shorter)),
    }
}

fn nothing_left(table: &Table, place: &str) -> Result<(), FileError> {
    match table.keys().next() {
        Some(key) => Err(FileError::shape(format!("{place}{}", shorten(key)), Expected::Absent)),
        None => Ok(()),
    }
}

/// A name from the file, short enough for a sentence.
fn shorten(name: &str) -> String {
    name.chars().take(80).collect()
}

pub(super) fn write(pack: &Pack) -> String {
    let facts = sorted(pack.facts.iter().collect(), |a, b| (&a.kind, &a.id, &a.field).cmp(&(&b.kind, &b.id, &b.field)));
    let mut entries: Vec<Json> = Vec::new();
    for entry in facts.chunk_by(|a, b| (&a.kind, &a.id) == (&b.kind, &b.id)) {
        let Some(first) = entry.first() else { continue };
        let mut fields = Table::new();
        for fact in entry {
            let said = if fact.en.is_empty() || fact.en == fact.ja {
                fact.ja.clone().into()
            } else {
                object(&[("ja", &fact.ja), ("en", &fact.en)])
            };
            fields.insert(fact.field.clone(), said);
        }
        let mut table = Table::new();
        table.insert("kind".into(), first.kind.clone().into());
        table.insert("id".into(), first.id.clone().into());
        table.insert("fields".into(), fields.into());
        entries.push(table.into());
    }
    let mut table = Table::new();
    table.insert("format".into(), FORMAT.into());
    table.insert("version".into(), VERSION.into());
    table.insert("name".into(), pack.name.clone().into());
    if !pack.edition.is_empty() {
        table.insert("edition".into(), pack.edition.clone().into());
    }
    table.insert("entries".into(), entries.into());
    format!("{:#}\n", Json::Object(table))
}

fn object(pairs: &[(&str, &str)]) -> Json {
    let mut table = Table::new();
    for (key, text) in pairs {
        table.insert((*key).into(), (*text).into());
    }
    table.into()
}
