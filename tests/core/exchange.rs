//! The catalogue as JSON says all that the catalogue says, nothing else, and always in the same bytes.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use serde_json::{Value as Json, json};
use tenken::core::{
    catalog::{
        CATALOG, Catalog, Condition, Content, DIGEST, EntryKind, Provenance, ReferenceLevel, notation, schema, texts,
    },
    exchange::catalog::{json as export, key, write},
    report::{ProvenanceKind, fidelity, labels::CREDIT},
};

use crate::packs::applied;

fn catalog() -> Json {
    export(&CATALOG, DIGEST)
}

/// A provenance as the file says it.
fn from(of: Provenance) -> Json {
    match of {
        Provenance::Quoted(line) => json!({ "kind": "quoted", "line": line }),
        Provenance::Cited(source) => json!({ "kind": "cited", "source": source.to_string() }),
        Provenance::Unverified(percent) => json!({ "kind": "unverified", "percent": percent }),
        Provenance::Original => json!({ "kind": "original" }),
        Provenance::Supplied => json!({ "kind": "supplied" }),
    }
}

/// Calls `see` with every object below a value.
fn walk<'a>(json: &'a Json, see: &mut dyn FnMut(&'a serde_json::Map<String, Json>)) {
    match json {
        Json::Object(table) => {
            see(table);
            table.values().for_each(|value| walk(value, see));
        }
        Json::Array(list) => list.iter().for_each(|value| walk(value, see)),
        _ => {}
    }
}

/// How often each provenance stands below a value.
fn provenances(json: &Json) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    walk(json, &mut |table| {
        for (_, from) in table.iter().filter(|(key, _)| *key == "from" || *key == "id_from") {
            *counts.entry(from.to_string()).or_default() += 1;
        }
    });
    counts
}

/// The texts below a value, as Japanese and English with their provenance.
fn texts_of(json: &Json) -> BTreeSet<(String, String, String)> {
    let mut found = BTreeSet::new();
    walk(json, &mut |table| {
        if let (Some(ja), Some(en), Some(from)) = (table.get("ja"), table.get("en"), table.get("from")) {
            let text = |json: &Json| json.as_str().unwrap().to_owned();
            found.insert((text(ja), text(en), from.to_string()));
        }
    });
    found
}

#[test]
fn the_same_catalogue_gives_the_same_bytes() {
    let text = write(&CATALOG, DIGEST);
    assert_eq!(text, write(&CATALOG, DIGEST));
    let read: Json = serde_json::from_str(&text).unwrap();
    assert_eq!(format!("{read:#}\n"), text);
    assert_eq!(
        (&read["format"], &read["version"], &read["digest"]),
        (&json!("tenken-catalog"), &json!(1), &json!(DIGEST))
    );
    println!("catalog.json: {} kB", text.len() / 1000);
}

#[test]
fn keys_are_sorted() {
    walk(&catalog(), &mut |table| {
        let keys: Vec<_> = table.keys().collect();
        assert!(keys.is_sorted(), "{keys:?}");
    });
}

#[test]
fn every_text_of_the_catalogue_is_in_it() {
    let found: BTreeSet<_> = texts_of(&catalog()).into_iter().map(|(ja, en, _)| (ja, en)).collect();
    for at in 0..texts::shipped_count() {
        let (ja, en) = (texts::ja(at), texts::en(at));
        assert!(found.contains(&(ja.to_owned(), en.to_owned())), "{ja}");
    }
}

#[test]
fn every_entry_states_exactly_its_facts() {
    states_its_facts(&CATALOG);
    // Where a pack says some of it, too.
    states_its_facts(applied(&[
        ("risk", "contract-1", "title", "契約のリスク", ""),
        ("risk", "X-install-B1", "when", r#"{"role":"X-install","by":["user"]}"#, ""),
        ("role", "contract", "kind", "execution", ""),
        ("control", "III.1.1.1", "item.a.name", "評価項目", ""),
        ("control", "III.1.1.1", "item.b.measure", "interval", ""),
        ("control", "II.1.1.1", "annex5", "1", ""),
    ]));
}

/// Entry by entry, so that a fact which is forgotten, invented, or given another provenance is found.
#[track_caller]
fn states_its_facts(of: &Catalog) {
    let catalog = export(of, DIGEST);
    for kind in EntryKind::ALL {
        let entries = of.entries_of(kind);
        let exported = catalog[key(kind)].as_array().unwrap();
        assert_eq!(exported.len(), entries.len(), "{kind:?}");
        for (entry, json) in entries.iter().zip(exported) {
            assert_eq!(json["id"], entry.id);
            let facts = of.facts(entry);
            let mut expected: BTreeMap<String, usize> = BTreeMap::new();
            for fact in &facts {
                *expected.entry(from(fact.from).to_string()).or_default() += 1;
            }
            assert_eq!(provenances(json), expected, "{entry:?}");
            let texts = facts.iter().filter_map(|fact| match fact.content {
                Content::Text(t) => Some((t.ja().to_owned(), t.en().to_owned(), from(t.from).to_string())),
                Content::Value(_) => None,
            });
            assert_eq!(texts_of(json), texts.collect(), "{entry:?}");
        }
    }
}

#[test]
fn the_sheet_of_fidelity_counts_what_is_in_it() {
    let mut catalog = catalog();
    // The terms are no part of the catalogue.
    catalog.as_object_mut().unwrap().remove("licence");
    let counts = provenances(&catalog);
    let total = fidelity(&CATALOG).total;
    assert_eq!(total.facts(), counts.values().sum::<usize>());
    for kind in ProvenanceKind::ALL {
        let word = format!("\"kind\":\"{}\"", kind.keyword());
        let of_kind: usize = counts.iter().filter(|(from, _)| from.contains(&word)).map(|(_, n)| n).sum();
        assert_eq!(total.of(kind), of_kind, "{kind:?}");
    }
}

#[test]
fn reference_values_are_numbers_that_say_what_the_catalogue_says() {
    let catalog = catalog();
    let mut values = 0;
    for (control, json) in CATALOG.controls.iter().zip(catalog["controls"].as_array().unwrap()) {
        for (i, item) in control.items.iter().enumerate() {
            for (j, value) in item.values.iter().enumerate() {
                let json = &json["items"][i]["values"][j];
                let text = match value.level {
                    ReferenceLevel::NoValue => "-".to_owned(),
                    ReferenceLevel::Unknown => "?".to_owned(),
                    ReferenceLevel::Chosen(_) => json["option"].as_str().unwrap().to_owned(),
                    ReferenceLevel::AtMost(_) | ReferenceLevel::AtLeast(_) => {
                        let word = |key: &str| json[key].as_str().unwrap().to_owned();
                        format!("{} {} {}", word("comparator"), json["number"], word("unit"))
                    }
                };
                let star = if json["must"] == true { " *" } else { "" };
                assert_eq!(text + star, notation::write_value(value), "{}.{}", control.id, item.id);
                assert_eq!((&json["pattern"], &json["from"]), (&json!(j + 1), &from(value.from)));
                values += 1;
            }
        }
    }
    println!("{values} reference values");
}

#[test]
fn conditions_are_read_back_as_what_they_were() {
    let catalog = catalog();
    for (risk, json) in CATALOG.risks.iter().zip(catalog["risks"].as_array().unwrap()) {
        let when = &json["when"]["value"];
        let read: Result<schema::Condition, _> = serde_json::from_value(when.clone());
        assert!(read.is_ok(), "{}: {when}", risk.id);
        let compact: Json = serde_json::from_str(&notation::write_condition(&risk.when)).unwrap();
        assert_eq!(when, &compact);
        assert_eq!(matches!(risk.when, Condition::All(_)), when.get("all").is_some());
    }
}

#[test]
fn references_lead_to_what_is_in_the_file() {
    let catalog = catalog();
    let ids = |list: &str| -> BTreeSet<String> {
        catalog[list].as_array().unwrap().iter().map(|e| e["id"].as_str().unwrap().to_owned()).collect()
    };
    let sources = ids("sources");
    walk(&catalog, &mut |table| {
        if let Some(source) = table.get("source").and_then(Json::as_str) {
            assert!(sources.contains(source), "{source}");
        }
    });
    let sections = ids("sections");
    for control in catalog["controls"].as_array().unwrap() {
        assert!(sections.contains(control["section"].as_str().unwrap()), "{}", control["id"]);
    }
}

/// The terms are told in more than one place, with one wording.
#[test]
fn the_credit_is_that_of_the_notice() {
    let read = |file: &str| fs::read_to_string(format!("{}/{file}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let notice = read("NOTICE.md").replace('\n', " ");
    assert!(notice.contains(CREDIT.ja) && notice.contains(CREDIT.en));
    let catalog = catalog();
    assert_eq!(catalog["licence"]["credit"]["ja"], CREDIT.ja);
    assert_eq!(catalog["provenance"].as_array().unwrap().len(), ProvenanceKind::ALL.len());
}
