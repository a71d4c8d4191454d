//! A file that is not as it must be is refused, each with its own reason, and never with a panic.

use serde_json::{Map, Value as Json, json};
use tenken::core::{
    assessment::{Edit, MAX_CHARS, Value},
    document::{
        Expected::{self, Absent, Fewer, Id, List, Path, Present, Shorter, Stamp, Table, Text},
        FileError, MAX_BYTES, read, write,
    },
};

use crate::support::{
    assessments::{path, with},
    documents::signed,
};

/// A correct file with a field of each form.
fn file() -> Json {
    let edits = [Edit::text(path("a/b"), "テキスト"), Edit::set(path("list"), Value::list(["x", "y"]))];
    let mut file: Json = serde_json::from_str(&write(&with(&edits))).unwrap();
    let one = "1-0-000000000002";
    file["fields"]["a/b"]["others"] = json!([{ "at": one, "by": "鈴木", "value": null }]);
    file["fields"]["a/b"]["seen"] = json!(["1-0-000000000003"]);
    assert!(read(&signed(file.clone())).is_ok());
    file
}

#[track_caller]
fn refused(bytes: &[u8], error: FileError) {
    assert_eq!(read(bytes).map(|_| ()), Err(error), "{}", String::from_utf8_lossy(&bytes[..bytes.len().min(300)]));
}

/// The file with one place replaced, under a digest that fits.
#[track_caller]
fn with_place(pointer: &str, json: Json) -> Vec<u8> {
    let mut file = file();
    match pointer.rsplit_once('/') {
        Some((table, key)) if file.pointer(pointer).is_none() => {
            let table = file.pointer_mut(table).and_then(Json::as_object_mut).expect("a table");
            table.insert(key.replace("~1", "/"), json);
        }
        _ => *file.pointer_mut(pointer).unwrap() = json,
    }
    signed(file)
}

#[track_caller]
fn refused_place(pointer: &str, json: Json, place: &str, expected: Expected) {
    refused(&with_place(pointer, json), FileError::Shape { place: place.to_owned(), expected });
}

#[test]
fn what_is_no_file_of_ours_is_told_apart() {
    refused(b"", FileError::Empty);
    refused(b" \r\n\t ", FileError::Empty);
    refused("\u{feff}\n".as_bytes(), FileError::Empty);
    refused(b"PK\x03\x04\xff\xfe", FileError::NotText);
    refused(b"\xff\xfe{\0}\0", FileError::NotText);
    refused(b"hello", FileError::NotJson { line: 1, column: 1 });
    refused(b"{\n  'a': 1 }", FileError::NotJson { line: 2, column: 3 });
    refused(b"<!DOCTYPE html>", FileError::NotJson { line: 1, column: 1 });
    refused(b"{} {}", FileError::NotJson { line: 1, column: 4 });
    refused(br#"{ "a": "\ud800" }"#, FileError::NotJson { line: 1, column: 15 });
    for other in ["{}", "[]", "null", "1", "\"tenken-assessment\"", r#"{ "format": "oscal" }"#, r#"{ "format": 1 }"#] {
        refused(other.as_bytes(), FileError::NotOurs);
    }
}

#[test]
fn a_version_is_a_whole_number_that_is_known() {
    for none in
        [json!(null), json!(0), json!(-1), json!(1.0), json!(1.5), json!("1"), json!([1]), json!({}), json!(1e300)]
    {
        refused(&with_place("/version", none), FileError::NotOurs);
    }
    for version in [2, 3, u64::MAX] {
        refused(&with_place("/version", json!(version)), FileError::Newer { version, known: 1 });
    }
    // Of a newer version nothing else is looked at.
    refused(br#"{ "format": "tenken-assessment", "version": 2 }"#, FileError::Newer { version: 2, known: 1 });
}

#[test]
fn a_file_cut_off_anywhere_is_told_to_be_cut_off() {
    let edits = [Edit::text(path("meta/name"), "倉庫の見守り 🏭".repeat(40)), Edit::text(path("b"), "\u{1b}\"\\")];
    let text = write(&with(&edits));
    let bytes = text.trim_end().as_bytes();
    refused(&bytes[..0], FileError::Empty);
    for end in (1..bytes.len()).step_by(97).chain(700..760).chain(bytes.len() - 40..bytes.len()) {
        refused(&bytes[..end], FileError::Truncated);
    }
}

#[test]
fn a_changed_file_does_not_match_its_digest() {
    let text = write(&with(&[Edit::text(path("a"), "実施")]));
    refused(text.replace("実施", "未実施").as_bytes(), FileError::Digest);
    refused(
        text.replace("tenken-assessment\",\n", "tenken-assessment\",\n  \"more\": 1,\n").as_bytes(),
        FileError::Digest,
    );
    let digest = serde_json::from_str::<Json>(&text).unwrap()["sha256"].as_str().unwrap().to_owned();
    refused(text.replace(&digest, &digest.to_uppercase()).as_bytes(), FileError::Digest);
    refused(text.replace(&format!("\"{digest}\""), "null").as_bytes(), FileError::Digest);
    let without = text.replace(&format!("  \"sha256\": \"{digest}\",\n"), "");
    refused(without.as_bytes(), FileError::Shape { place: "sha256".into(), expected: Present });
}

#[test]
fn what_is_larger_or_deeper_than_any_file_is_not_looked_at() {
    let big = vec![b' '; MAX_BYTES as usize + 1];
    refused(&big, FileError::TooLarge { bytes: MAX_BYTES + 1, limit: MAX_BYTES });
    refused(&big[1..], FileError::Empty);
    refused(&vec![b' '; 50 << 20], FileError::TooLarge { bytes: 50 << 20, limit: MAX_BYTES });
    refused("[".repeat(10_000).as_bytes(), FileError::TooDeep);
    refused(r#"{"a":"#.repeat(10_000).as_bytes(), FileError::TooDeep);
    let deep = format!("{}1{}", r#"{"a":["#.repeat(5_000), "]}".repeat(5_000));
    refused(deep.as_bytes(), FileError::TooDeep);
}

#[test]
fn a_key_that_stands_twice_is_refused() {
    let twice = r#"{ "format": "tenken-assessment",
  "format": "tenken-assessment" }"#;
    refused(twice.as_bytes(), FileError::NotJson { line: 2, column: 10 });
    let text = String::from_utf8(signed(file())).unwrap().replace("\"list\":", "\"a/b\":");
    assert!(matches!(read(text.as_bytes()), Err(FileError::NotJson { line: 1, .. })));
}

#[test]
fn wrong_types_are_told_with_their_place() {
    let wrong = [json!(null), json!(true), json!(-1.5), json!("x"), json!([]), json!({})];
    // Pointer, place as told, and which of the wrong values end in what.
    type Places<'a> = &'a [(&'a str, &'a str, &'a [(usize, Expected)])];
    let places: Places<'_> = &[
        ("/id", "id", &[(0, Text), (1, Text), (2, Text), (3, Id), (4, Text), (5, Text)]),
        ("/catalog", "catalog", &[(0, Table), (1, Table), (2, Table), (3, Table), (4, Table)]),
        ("/catalog/at", "catalog / at", &[(0, Text), (2, Text), (3, Stamp), (4, Text), (5, Text)]),
        ("/catalog/edition", "catalog / edition", &[(0, Text), (1, Text), (2, Text), (4, Text), (5, Text)]),
        ("/catalog/digest", "catalog / digest", &[(0, Text), (1, Text), (2, Text), (4, Text), (5, Text)]),
        ("/fields", "fields", &[(0, Table), (1, Table), (2, Table), (3, Table), (4, Table)]),
        ("/fields/list", "fields / list", &[(0, Table), (1, Table), (2, Table), (3, Table), (4, Table)]),
        ("/fields/list/at", "fields / list / at", &[(0, Text), (1, Text), (2, Text), (3, Stamp), (4, Text), (5, Text)]),
        ("/fields/list/by", "fields / list / by", &[(0, Text), (1, Text), (2, Text), (4, Text), (5, Text)]),
        (
            "/fields/list/value",
            "fields / list / value",
            &[(1, Expected::Value), (2, Expected::Value), (5, Expected::Value)],
        ),
        ("/fields/list/value/0", "fields / list / value", &[(0, Text), (1, Text), (2, Text), (4, Text), (5, Text)]),
        ("/fields/a~1b/others", "fields / a/b / others", &[(0, List), (1, List), (2, List), (3, List), (5, List)]),
        (
            "/fields/a~1b/others/0",
            "fields / a/b / others",
            &[(0, Table), (1, Table), (2, Table), (3, Table), (4, Table)],
        ),
        ("/fields/a~1b/others/0/at", "fields / a/b / others / at", &[(0, Text), (3, Stamp), (5, Text)]),
        ("/fields/a~1b/others/0/value", "fields / a/b / others / value", &[(1, Expected::Value), (5, Expected::Value)]),
        ("/fields/a~1b/seen", "fields / a/b / seen", &[(0, List), (1, List), (2, List), (3, List), (5, List)]),
        ("/fields/a~1b/seen/0", "fields / a/b / seen", &[(0, Text), (1, Text), (2, Text), (3, Stamp), (4, Text)]),
    ];
    for (pointer, place, cases) in places {
        for (which, expected) in *cases {
            refused_place(pointer, wrong[*which].clone(), place, *expected);
        }
    }
    // A key for something that is no path of ours is a place like any other.
    refused_place("/fields/__proto__", json!("x"), "fields / __proto__", Table);
}

#[test]
fn what_is_missing_is_told_with_its_place() {
    for (table, key, place) in [
        ("", "id", "id"),
        ("", "catalog", "catalog"),
        ("", "fields", "fields"),
        ("/catalog", "at", "catalog / at"),
        ("/catalog", "edition", "catalog / edition"),
        ("/catalog", "digest", "catalog / digest"),
        ("/fields/list", "at", "fields / list / at"),
        ("/fields/list", "value", "fields / list / value"),
        ("/fields/a~1b/others/0", "at", "fields / a/b / others / at"),
        ("/fields/a~1b/others/0", "value", "fields / a/b / others / value"),
    ] {
        let mut file = file();
        file.pointer_mut(table).and_then(Json::as_object_mut).unwrap().remove(key);
        refused(&signed(file), FileError::Shape { place: place.to_owned(), expected: Present });
    }
    refused_place("/fields/empty", json!({}), "fields / empty / at", Present);
    refused_place("/fields/empty", json!({ "seen": [] }), "fields / empty / at", Present);
}

#[test]
fn what_is_unknown_in_this_version_is_refused() {
    for (pointer, place) in [
        ("/extra", "extra"),
        ("/__proto__", "__proto__"),
        ("/catalog/constructor", "catalog / constructor"),
        ("/fields/list/valeu", "fields / list / valeu"),
        ("/fields/a~1b/others/0/seen", "fields / a/b / others / seen"),
    ] {
        refused_place(pointer, json!(1), place, Absent);
    }
    refused_place(&format!("/{}", "k".repeat(300)), json!(1), &format!("{}…", "k".repeat(80)), Absent);
}

#[test]
fn a_name_that_is_no_path_is_refused() {
    let field = json!({ "at": "1-0-000000000001", "value": "x" });
    for name in ["", "a/../b", "..", "a//b", "/etc/passwd", "<script>", "a b", "名前"] {
        let mut file = file();
        file["fields"][name] = field.clone();
        refused(&signed(file), FileError::Shape { place: format!("fields / {name}"), expected: Path });
    }
    let mut file = file();
    file["fields"]["p".repeat(201)] = field;
    refused(&signed(file), FileError::Shape { place: format!("fields / {}…", "p".repeat(80)), expected: Path });
}

#[test]
fn a_path_that_is_not_known_is_kept() {
    let mut file = file();
    for name in ["future/feature", "__proto__", "constructor/prototype", "model/role/X-not-yet"] {
        file["fields"][name] = json!({ "at": "1-0-000000000001", "value": "kept" });
    }
    let read = read(&signed(file.clone())).unwrap();
    assert_eq!(read.text(&path("__proto__")), "kept");
    assert_eq!(serde_json::from_str::<Json>(&write(&read)).unwrap()["fields"], file["fields"]);
}

#[test]
fn stamps_out_of_range_or_given_twice_are_refused() {
    for at in ["253402300800000-0-000000000001", "1-4294967296-000000000001", "1-0-1000000000000", "01-0-000000000001"]
    {
        refused_place("/fields/list/at", json!(at), "fields / list / at", Stamp);
        refused_place("/catalog/at", json!(at), "catalog / at", Stamp);
    }
    let mut twice = file();
    twice["fields"]["a/b"]["others"][0]["at"] = twice["fields"]["a/b"]["at"].clone();
    refused(&signed(twice), FileError::Shape { place: "fields / a/b / others / at".into(), expected: Stamp });
}

#[test]
fn ids_that_are_none_are_refused() {
    for id in ["", "3f2a9c01b7d", "3F2A9C01B7DE", "../../../etc", "123456789abcd"] {
        refused_place("/id", json!(id), "id", Id);
    }
}

#[test]
fn more_than_any_form_lets_in_is_refused() {
    let long = json!("点".repeat(MAX_CHARS + 1));
    refused_place("/fields/list/value", long.clone(), "fields / list / value", Shorter);
    refused_place("/fields/list/value/0", long.clone(), "fields / list / value", Shorter);
    refused_place("/fields/list/by", long.clone(), "fields / list / by", Shorter);
    refused_place("/catalog/edition", long, "catalog / edition", Shorter);
    refused_place("/fields/list/value", json!(vec!["x"; 201]), "fields / list / value", Shorter);
    let stamps: Vec<String> = (0..2001).map(|n| format!("{n}-0-000000000001")).collect();
    refused_place("/fields/list/seen", json!(stamps), "fields / list / seen", Shorter);
    let heads: Vec<Json> = stamps.iter().map(|at| json!({ "at": at, "value": null })).collect();
    refused_place("/fields/list/others", json!(heads), "fields / list / others", Shorter);
    let fields: Map<String, Json> =
        (0..50_001).map(|n| (n.to_string(), json!({ "at": "1-0-000000000001", "value": null }))).collect();
    refused_place("/fields", json!(fields), "fields", Fewer);
}
