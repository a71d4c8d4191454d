//! The whole catalogue as JSON: every entry with its id, both languages, and where each fact comes from.
//!
//! A text is `{ "ja": …, "en": …, "from": … }`, any other fact `{ "value": …, "from": … }`; what the catalogue does not
//! say is left out. Lists are in the catalogue's order, keys are sorted, and nothing else goes in: the same catalogue
//! always gives the same bytes. `schema/catalog.schema.json` describes it.

mod annexes;
mod controls;
mod part4;

use serde_json::{Map, Value as Json, json};

use super::legend::legend;
use crate::core::{
    catalog::{Catalog, Entry, EntryData, EntryKind, Provenance, Text},
    report::ProvenanceKind,
};

/// What the file calls itself.
pub const FORMAT: &str = "tenken-catalog";
/// The version of the form.
pub const VERSION: u64 = 1;

/// A catalogue as text. `digest` is its SHA-256, in hexadecimal.
#[must_use]
pub fn write(catalog: &Catalog, digest: &str) -> String {
    format!("{:#}\n", json(catalog, digest))
}

/// A catalogue as JSON. `digest` is its SHA-256, in hexadecimal.
#[must_use]
pub fn json(catalog: &Catalog, digest: &str) -> Json {
    let (provenance, licence) = legend();
    let mut table = Table::default();
    table.put("format", FORMAT);
    table.put("version", VERSION);
    table.put("digest", digest);
    table.put("provenance", provenance);
    table.put("licence", licence);
    beside(catalog, &mut table);
    for kind in EntryKind::ALL {
        let entries = catalog.entries_of(kind);
        table.put(key(kind), list(&entries, |e| entry(catalog, e)));
    }
    table.json()
}

/// The list in which the entries of a kind stand.
#[must_use]
pub const fn key(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Section => "sections",
        EntryKind::Control => "controls",
        EntryKind::Viewpoint => "viewpoints",
        EntryKind::Role => "roles",
        EntryKind::Component => "components",
        EntryKind::Data => "data_forms",
        EntryKind::Type => "types",
        EntryKind::Risk => "risks",
        EntryKind::Countermeasure => "countermeasures",
        EntryKind::Equipment => "equipment",
        EntryKind::Axis => "axes",
        EntryKind::Pattern => "patterns",
        EntryKind::Point => "points",
        EntryKind::IsoChapter => "iso_chapters",
        EntryKind::IsoItem => "iso_items",
        EntryKind::Case => "cases",
    }
}

/// What belongs to no entry.
fn beside(catalog: &Catalog, to: &mut Table) {
    let edition = &catalog.edition;
    to.put("edition", json!({ "id": edition.id, "name": text(edition.name), "published": edition.published }));
    to.put(
        "sources",
        list(&catalog.sources, |s| json!({ "id": s.id.to_string(), "title": text(s.title), "url": s.url })),
    );
    to.put("passages", list(&catalog.passages, |p| json!({ "line": p.line, "title": text(p.title) })));
    to.put(
        "players",
        list(&catalog.players, |p| json!({ "about": text(p.about), "id": p.id.keyword(), "name": text(p.name) })),
    );
    to.put("role_kinds", list(&catalog.role_kinds, |k| json!({ "id": k.id.keyword(), "name": text(k.name) })));
}

/// One entry. It states exactly the facts that [`Catalog::facts`] walks.
fn entry(catalog: &Catalog, entry: &Entry) -> Json {
    let mut to = Table::default();
    to.put("id", entry.id);
    match entry.data {
        EntryData::Section(e) => {
            to.text("title", e.title);
            to.some("about", e.about);
        }
        EntryData::Control(e) => controls::control(e, &mut to),
        EntryData::Viewpoint(e) => {
            to.text("name", e.name);
            to.text("about", e.about);
        }
        EntryData::Role(e) => part4::role(e, &mut to),
        EntryData::Component(e) => part4::component(e, &mut to),
        EntryData::Data(e) => {
            to.text("name", e.name);
            to.text("about", e.about);
            to.text("question", e.question);
        }
        EntryData::Type(e) => part4::service_type(e, &mut to),
        EntryData::Risk(e) => part4::risk(e, &mut to),
        EntryData::Countermeasure(e) => part4::countermeasure(e, &mut to),
        EntryData::Equipment(e) => annexes::equipment(e, &mut to),
        EntryData::Axis(e) => annexes::axis(e, &mut to),
        EntryData::Pattern(e) => annexes::pattern(e, &mut to),
        EntryData::Point(e) => annexes::point(e, &mut to),
        EntryData::IsoChapter(e) => to.text("title", e.title),
        EntryData::IsoItem(e) => annexes::iso_item(e, &mut to),
        EntryData::Case(e) => annexes::case(e, &mut to),
    }
    for (field, from) in catalog.supplied(entry.kind, entry.id).into_iter().flat_map(|e| e.values) {
        to.comes_from(field, *from);
    }
    to.json()
}

/// A JSON object that is being filled.
#[derive(Default)]
struct Table(Map<String, Json>);

impl Table {
    fn put(&mut self, key: &str, value: impl Into<Json>) {
        self.0.insert(key.to_owned(), value.into());
    }

    fn text(&mut self, key: &str, of: Text) {
        self.put(key, text(of));
    }

    fn some(&mut self, key: &str, of: Option<Text>) {
        if let Some(of) = of {
            self.text(key, of);
        }
    }

    /// A fact that is no text. An empty one says nothing.
    fn fact(&mut self, key: &str, value: impl Into<Json>, from: Provenance) {
        let value = value.into();
        if value.as_str() != Some("") && value.as_array().is_none_or(|list| !list.is_empty()) {
            self.put(key, json!({ "from": provenance(from), "value": value }));
        }
    }

    /// Says of a fact that is there where it comes from, other than the entry itself knows.
    fn comes_from(&mut self, field: &str, from: Provenance) {
        let item = field.strip_prefix("item.").and_then(|rest| rest.split_once('.'));
        let fact = match item {
            Some((id, field)) => self.0.get_mut("items").and_then(Json::as_array_mut).and_then(|items| {
                items.iter_mut().find(|i| i.get("id").and_then(Json::as_str) == Some(id))?.get_mut(field)
            }),
            None => self.0.get_mut(field),
        };
        if let Some(Json::Object(fact)) = fact {
            fact.insert("from".to_owned(), provenance(from));
        }
    }

    /// A list, left out where it is empty.
    fn list<T>(&mut self, key: &str, items: &[T], item: impl FnMut(&T) -> Json) {
        if !items.is_empty() {
            self.put(key, list(items, item));
        }
    }

    fn json(self) -> Json {
        Json::Object(self.0)
    }
}

fn list<T>(items: &[T], item: impl FnMut(&T) -> Json) -> Json {
    items.iter().map(item).collect()
}

fn text(text: Text) -> Json {
    json!({ "en": text.en(), "from": provenance(text.from), "ja": text.ja() })
}

fn provenance(from: Provenance) -> Json {
    let kind = ProvenanceKind::of(from).keyword();
    match from {
        Provenance::Quoted(line) => json!({ "kind": kind, "line": line }),
        Provenance::Cited(source) => json!({ "kind": kind, "source": source.to_string() }),
        Provenance::Unverified(percent) => json!({ "kind": kind, "percent": percent }),
        Provenance::Original | Provenance::Supplied => json!({ "kind": kind }),
    }
}
