//! An assessment knows the catalogue it was made with, and what differs in another one.

use std::collections::BTreeSet;

use serde_json::{Value as Json, json};
use tenken::core::{
    assessment::{CatalogRef, EntryChange, Since},
    catalog::{CATALOG, Catalog, EntryKind, facts, marks::entry_name},
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
fn the_marks_that_ship_are_those_of_what_the_entries_say() {
    let marks = CATALOG.marks();
    let marked = CATALOG.marked();
    assert_eq!(marks.len(), marked.len());
    for entry in &marked {
        assert_eq!(marks[&entry_name(entry)], facts::mark(&CATALOG.facts(entry)), "{entry:?}");
    }
    let different: BTreeSet<u32> = marks.values().copied().collect();
    println!("{} marks, {} different, {} bytes", marks.len(), different.len(), json!(marks).to_string().len());
    assert_eq!(different.len(), marks.len());
    assert_eq!(made_with(&CATALOG).changed_since(&CATALOG), Some(Vec::new()));
}

#[test]
fn a_mark_stays_the_same_for_ever() {
    assert_eq!(facts::mark(&[]), 0x811c_9dc5);
    let word = |field: &str, word: &str| facts::Fact {
        field: field.into(),
        content: facts::Content::Word(word.into()),
        from: tenken::core::catalog::Provenance::Original,
    };
    assert_eq!(facts::mark(&[word("class", "basic")]), 0x0acc_48ff);
    assert_ne!(facts::mark(&[word("class", "basic")]), facts::mark(&[word("classb", "asic")]));
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
fn kinds_that_were_not_marked_then_say_nothing_and_unknown_ones_are_kept() {
    let mut old = made_with(&CATALOG);
    let mut marks = (*old.marks).clone();
    marks.retain(|name, _| name.starts_with("risk/"));
    marks.insert("comet/1".to_owned(), 7);
    old.marks = marks.into();
    assert_eq!(old.changed_since(&CATALOG), Some(Vec::new()));
    old.marks = Default::default();
    assert_eq!(old.changed_since(&CATALOG), None, "nobody knows");
}

#[test]
fn the_file_keeps_the_marks() {
    let assessment = empty();
    let text = write(&assessment);
    let json: Json = serde_json::from_str(&text).unwrap();
    assert_eq!(json["catalog"]["entries"].as_object().unwrap().len(), CATALOG.marked().len());
    let again = read(text.as_bytes()).unwrap();
    assert_eq!((&again, write(&again)), (&assessment, text));
    let mut without = json.clone();
    without["catalog"].as_object_mut().unwrap().remove("entries");
    let old = read(&signed(without)).unwrap();
    assert!(old.catalog().marks.is_empty() && !write(&old).contains("entries"));
    for (entries, place, expected) in [
        (json!([]), "catalog / entries", Expected::Table),
        (json!({}), "catalog / entries", Expected::Present),
        (json!({ "risk/x": 1 }), "catalog / entries / risk/x", Expected::Mark),
        (json!({ "risk/x": "1A2B3C4D" }), "catalog / entries / risk/x", Expected::Mark),
        (json!({ "risk/x": "+1234567" }), "catalog / entries / risk/x", Expected::Mark),
        (json!({ "risk/x": "123" }), "catalog / entries / risk/x", Expected::Mark),
    ] {
        let mut wrong = json.clone();
        wrong["catalog"]["entries"] = entries;
        assert_eq!(read(&signed(wrong)).map(|_| ()), Err(FileError::shape(place, expected)));
    }
}
