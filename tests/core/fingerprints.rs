//! An assessment knows the catalogue it was made with, and what differs in another one.

use std::collections::BTreeSet;

use serde_json::{Value as Json, json};
use tenken::core::{
    assessment::{CatalogRef, EntryChange, Since},
    catalog::{CATALOG, Catalog, EntryKind, facts, fingerprints::entry_name},
    document::{Expected, FileError, read, write},
};

use crate::{
    packs::applied,
    support::{assessments::empty, assessments::stamp, documents::signed},
};

fn made_with(catalog: &Catalog) -> CatalogRef {
    CatalogRef::of(catalog, "d", stamp("1794000000000-0-000000000001"))
}

fn change(kind: EntryKind, id: &str, since: Since) -> EntryChange {
    EntryChange { kind, id: id.to_owned(), since }
}

#[test]
fn the_fingerprints_that_ship_are_those_of_what_the_entries_say() {
    let fingerprints = CATALOG.fingerprints();
    let entries = CATALOG.fingerprinted();
    assert_eq!(fingerprints.len(), entries.len());
    for entry in &entries {
        assert_eq!(fingerprints[&entry_name(entry)], facts::fingerprint(&CATALOG.facts(entry)), "{entry:?}");
    }
    let different: BTreeSet<u32> = fingerprints.values().copied().collect();
    println!(
        "{} fingerprints, {} different, {} bytes",
        fingerprints.len(),
        different.len(),
        json!(fingerprints).to_string().len()
    );
    assert_eq!(different.len(), fingerprints.len());
    assert_eq!(made_with(&CATALOG).changed_since(&CATALOG), Some(Vec::new()));
}

#[test]
fn a_fingerprint_stays_the_same_for_ever() {
    assert_eq!(facts::fingerprint(&[]), 0x811c_9dc5);
    let word = |field: &str, word: &str| facts::Fact {
        field: field.into(),
        content: facts::Content::Value(word.into()),
        from: tenken::core::catalog::Provenance::Original,
    };
    assert_eq!(facts::fingerprint(&[word("class", "basic")]), 0x0acc_48ff);
    assert_ne!(facts::fingerprint(&[word("class", "basic")]), facts::fingerprint(&[word("classb", "asic")]));
}

#[test]
fn what_changes_is_added_and_goes_is_told() {
    let statement = CATALOG.control("II.1.1.2").unwrap().statement;
    let new = applied(&[
        ("control", "II.1.1.1", "statement", "公式の文言です", ""),
        // The same words from another source are no change.
        ("control", "II.1.1.2", "statement", statement.ja(), statement.en()),
        ("risk", "later-1", "title", "あとからのリスク", ""),
        ("risk", "later-1", "role", "contract", ""),
        ("risk", "later-1", "viewpoint", "A", ""),
        ("risk", "later-1", "countermeasures", "A-1", ""),
        ("section", "II", "title", "印のない種別", ""),
    ]);
    let control = |since| change(EntryKind::Control, "II.1.1.1", since);
    let risk = |since| change(EntryKind::Risk, "later-1", since);
    let since = made_with(&CATALOG).changed_since(new);
    assert_eq!(since, Some(vec![control(Since::Changed), risk(Since::Added)]));
    assert_eq!(made_with(new).changed_since(&CATALOG), Some(vec![control(Since::Changed), risk(Since::Removed)]));
    assert_eq!(made_with(new).changed_since(new), Some(Vec::new()));
}

#[test]
fn kinds_without_fingerprints_then_say_nothing_and_unknown_ones_are_kept() {
    let mut old = made_with(&CATALOG);
    let mut fingerprints = (*old.fingerprints).clone();
    fingerprints.retain(|name, _| name.starts_with("risk/"));
    fingerprints.insert("comet/1".to_owned(), 7);
    old.fingerprints = fingerprints.into();
    assert_eq!(old.changed_since(&CATALOG), Some(Vec::new()));
    old.fingerprints = Default::default();
    assert_eq!(old.changed_since(&CATALOG), None, "nobody knows");
}

#[test]
fn the_file_keeps_the_fingerprints() {
    let assessment = empty();
    let text = write(&assessment);
    let json: Json = serde_json::from_str(&text).unwrap();
    assert_eq!(json["catalog"]["entries"].as_object().unwrap().len(), CATALOG.fingerprinted().len());
    let again = read(text.as_bytes()).unwrap();
    assert_eq!((&again, write(&again)), (&assessment, text));
    let mut without = json.clone();
    without["catalog"].as_object_mut().unwrap().remove("entries");
    let old = read(&signed(without)).unwrap();
    assert!(old.catalog().fingerprints.is_empty() && !write(&old).contains("entries"));
    for (entries, place, expected) in [
        (json!([]), "catalog / entries", Expected::Table),
        (json!({}), "catalog / entries", Expected::Present),
        (json!({ "risk/x": 1 }), "catalog / entries / risk/x", Expected::Fingerprint),
        (json!({ "risk/x": "1A2B3C4D" }), "catalog / entries / risk/x", Expected::Fingerprint),
        (json!({ "risk/x": "+1234567" }), "catalog / entries / risk/x", Expected::Fingerprint),
        (json!({ "risk/x": "123" }), "catalog / entries / risk/x", Expected::Fingerprint),
    ] {
        let mut wrong = json.clone();
        wrong["catalog"]["entries"] = entries;
        assert_eq!(read(&signed(wrong)).map(|_| ()), Err(FileError::shape(place, expected)));
    }
}
