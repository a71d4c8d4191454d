//! The files of catalogue packs: JSON and tables, read strictly and written in one form.

use proptest::{collection::vec, prelude::*};
use serde_json::{Value as Json, json};
use tenken::core::{
    catalog::{CATALOG, DIGEST, EntryKind},
    document::{Expected, FileError},
    exchange::{read_csv, write_csv},
    pack::{MAX_BYTES, MAX_FACTS, Pack, PackError, PackFact, can_set, label, template},
};

use crate::support::cases;

fn rows(text: &str) -> Vec<Vec<String>> {
    read_csv(text).expect("a table")
}

fn facts(pack: &Pack) -> Vec<(usize, &str, &str, &str, &str, &str)> {
    let fact = |f: &'static PackFact| (f.row, &*f.kind, &*f.id, &*f.field, &*f.ja, &*f.en);
    pack.clone().facts.leak().iter().map(fact).collect()
}

const HEAD: &str = "種別 kind,番号・ID id,項目 field,項目の意味 label,現在の内容 current,日本語(ここに記入) ja,英語(任意) en,現在の内容の出どころ from";

#[test]
fn the_tables_of_the_parts_make_up_the_whole() {
    let entries = |part| -> Vec<(String, String)> {
        let rows = rows(template(&CATALOG, part).trim_start_matches('\u{feff}'));
        let mut its: Vec<_> =
            rows.into_iter().filter(|r| r[0] != "pack").map(|r| (r[0].clone(), r[1].clone())).collect();
        its.dedup();
        its
    };
    let whole = entries(None).into_iter().filter(|(_, id)| !id.is_empty());
    let mut parts: Vec<_> =
        ["I", "II", "III", "IV", "V"].into_iter().flat_map(|part| entries(Some(part)).split_off(1)).collect();
    let mut whole: Vec<_> = whole.skip(1).collect();
    parts.sort();
    whole.sort();
    assert_eq!(parts, whole);
    assert!(entries(Some("II")).len() < 60, "a part is short");
}

#[test]
fn the_template_names_every_id_and_begins_for_excel() {
    let text = template(&CATALOG, None);
    let plain = text.strip_prefix('\u{feff}').expect("the mark that Excel needs");
    assert!(plain.starts_with(&format!("{HEAD}\r\npack,,name,このパックの名前,,,,\r\n")), "{plain:.300}");
    assert!(!plain.replace("\r\n", "").contains('\r'));
    let rows = rows(plain);
    for entry in CATALOG.entries() {
        let its = |r: &&Vec<String>| r[0] == entry.kind.keyword() && r[1] == entry.id;
        let fields: Vec<&str> = rows.iter().filter(its).map(|r| r[2].as_str()).collect();
        assert!(!fields.is_empty(), "{entry:?}");
        let settable = CATALOG.facts(&entry).into_iter().filter(|f| can_set(entry.kind, &f.field));
        for fact in settable {
            assert_eq!(fields.iter().filter(|f| **f == fact.field).count(), 1, "{entry:?} {}", fact.field);
        }
        if entry.kind == EntryKind::Control {
            for mark in ["i", "ii", "iii", "iv", "v"] {
                assert!(fields.contains(&format!("practice.{mark}").as_str()), "{entry:?} {mark}");
            }
        }
    }
    assert!(rows.iter().all(|r| r.len() == 8 && r[5].is_empty() && r[6].is_empty() || r[0].contains("kind")));
    assert!(rows.iter().skip(1).all(|r| !r[3].contains("{") && !r[3].contains('.') || r[2].starts_with("action")));
    println!("template: {} rows, {} bytes", rows.len(), text.len());
    assert_eq!(Pack::read("x.csv", text.as_bytes()), Err(PackError::File(FileError::Empty)), "nothing filled in");
}

#[test]
fn fields_have_names_in_both_languages() {
    let named = |kind, field| label(kind, field);
    assert_eq!(
        named(EntryKind::Control, "item.a.value.3"),
        ("評価項目 a のパターン3の対策参照値".into(), "item a, value for pattern 3".into())
    );
    assert_eq!(named(EntryKind::Control, "item.a.option.hot").1, "option hot of item a");
    assert_eq!(named(EntryKind::Countermeasure, "action.A-1.1").0, "具体的なアクション A-1.1");
    assert_eq!(named(EntryKind::Control, "practice."), ("practice.".into(), "practice.".into()));
    assert!(!can_set(EntryKind::Type, "role.contract") && !can_set(EntryKind::Control, "statement.x"));
}

#[test]
fn a_table_is_read_however_excel_leaves_it() {
    let table = |rows: &str| format!("{HEAD}\n{rows}");
    let plain = table(
        "pack,,name,,,市の手引き,\npack,,edition,,,第3版,\n\ncontrol,II.1.1.1,statement,,x, 文 ,\ncontrol,II.1.1.2,why,,x,,\n",
    );
    let expected = vec![(5, "control", "II.1.1.1", "statement", "文", "")];
    let variants = [
        plain.clone(),
        plain.replace('\n', "\r\n"),
        plain.replace('\n', "\r"),
        format!("\u{feff}{plain}"),
        plain.replace(',', "\t"),
        plain.replace(',', ";"),
        plain.trim_end().to_owned(),
        plain.replace("x, 文 ,", "x,\"文\n\",").replace("文\n", "文\r\n"),
    ];
    for text in variants {
        let pack = Pack::read("名簿.csv", text.as_bytes()).unwrap_or_else(|e| panic!("{e:?}\n{text}"));
        assert_eq!((pack.name.as_str(), pack.edition.as_str()), ("市の手引き", "第3版"));
        assert_eq!(facts(&pack), expected, "{text}");
    }
    let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain(plain.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(facts(&Pack::read("", &wide).unwrap()), expected, "Unicode text");
    // Other columns, another order, and none of those that explain.
    let pack =
        Pack::read("名簿", "メモ,ja,field,id,kind\nx,\"一行\n二行 \"\"引用\"\"\",why,II.1.1.1,control\n".as_bytes())
            .unwrap();
    assert_eq!(facts(&pack), [(2, "control", "II.1.1.1", "why", "一行\n二行 \"引用\"", "")]);
    assert_eq!(pack.name, "名簿");
}

#[test]
fn a_file_that_is_no_pack_is_refused_in_one_sentence() {
    let json = |change: &str| {
        let good = r#"{"format":"tenken-catalog-pack","version":1,"name":"x","entries":[{"kind":"control","id":"II.1.1.1","fields":{"why":{"ja":"文"}}}]}"#;
        let (old, new) = change.split_once(" => ").unwrap_or((" ", " "));
        good.replace(old, new).into_bytes()
    };
    assert!(Pack::read("x", &json("")).is_ok());
    let shape = |place: &str, expected| PackError::File(FileError::shape(place, expected));
    // 「種別」 in Shift_JIS.
    let shift_jis = [b"kind,id,field,ja\ncontrol,II.1.1.1,why,".as_slice(), &[0x8e, 0xed, 0x95, 0xca]].concat();
    let many = format!("kind,id,field,ja\n{}", "control,II.1.1.1,why,x\n".repeat(MAX_FACTS + 1));
    for (bytes, expected) in [
        (shift_jis, PackError::NotUtf8),
        (vec![0xff, 0xfe, 0x00], PackError::NotUtf8),
        (Vec::new(), PackError::Columns(vec!["kind", "id", "field", "ja"])),
        (b"kind,id,text\n".to_vec(), PackError::Columns(vec!["field", "ja"])),
        (b"kind,id,field,ja\n".to_vec(), PackError::File(FileError::Empty)),
        (b"kind,id,field,ja\ncontrol,II.1.1.1,why,\"x\n".to_vec(), PackError::File(FileError::Truncated)),
        (many.into_bytes(), PackError::TooMany { facts: MAX_FACTS + 1, limit: MAX_FACTS }),
        (
            vec![b' '; MAX_BYTES + 1],
            PackError::File(FileError::TooLarge { bytes: MAX_BYTES as u64 + 1, limit: MAX_BYTES as u64 }),
        ),
        (json("]} => "), PackError::File(FileError::Truncated)),
        (json("\"id\": => \"id\";"), PackError::File(FileError::NotJson { line: 1, column: 0 })),
        (json("tenken-catalog-pack => other"), PackError::File(FileError::NotOurs)),
        (b"[]".to_vec(), PackError::File(FileError::NotOurs)),
        (json("\"version\":1 => \"version\":2"), PackError::File(FileError::Newer { version: 2, known: 1 })),
        (json("\"version\":1 => \"version\":0"), PackError::File(FileError::NotOurs)),
        (json("\"name\":\"x\" => \"name\":\" \""), shape("name", Expected::Text)),
        (json("\"name\":\"x\" => \"name\":\"x\",\"colour\":1"), shape("colour", Expected::Absent)),
        (json("\"name\":\"x\", => "), shape("name", Expected::Present)),
        (json("\"kind\":\"control\", => "), shape("entries / 1 / kind", Expected::Present)),
        (json("\"id\": => \"colour\":1,\"id\":"), shape("entries / 1 / colour", Expected::Absent)),
        (json("{\"why\":{\"ja\":\"文\"}} => []"), shape("entries / 1 / fields", Expected::Table)),
        (json("{\"ja\":\"文\"} => 3"), shape("entries / 1 / fields / why", Expected::Text)),
        (
            json("\"ja\":\"文\" => \"ja\":\"文\",\"fr\":\"x\""),
            shape("entries / 1 / fields / why / fr", Expected::Absent),
        ),
        (json("\"ja\":\"文\" => \"en\":\"x\""), shape("entries / 1 / fields / why", Expected::Text)),
    ] {
        let found = Pack::read("x", &bytes).expect_err("no pack");
        let same = match (&found, &expected) {
            (PackError::File(FileError::NotJson { .. }), PackError::File(FileError::NotJson { .. })) => true,
            (found, expected) => found == expected,
        };
        let start = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]).into_owned();
        assert!(same, "{start}\n{found:?}\n{expected:?}");
    }
    let twice = json("\"why\":{\"ja\":\"文\"} => \"why\":{\"ja\":\"文\"},\"why\":{\"ja\":\"文\"}");
    assert!(matches!(Pack::read("x", &twice), Err(PackError::File(FileError::NotJson { .. }))));
}

#[test]
fn the_digest_is_of_the_pack_and_of_what_it_is_put_on() {
    let read = |text: &str| Pack::read("x", format!("kind,id,field,ja\n{text}").as_bytes()).unwrap();
    let one = read("control,II.1.1.1,why,一\ncontrol,II.1.1.2,why,二\n");
    let turned = read("control,II.1.1.2,why,二\ncontrol,II.1.1.1,why,一\n");
    let other = read("control,II.1.1.1,why,三\ncontrol,II.1.1.2,why,二\n");
    assert_eq!(one.digest(), turned.digest(), "the order does not count");
    assert_ne!(one.digest(), other.digest());
    assert_ne!(one.digest(), DIGEST);
    assert_eq!(one.digest().len(), DIGEST.len());
}

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        "[=+@'\t\r,;\"\n a-c-]{0,6}",
        "\\PC{0,12}",
        proptest::sample::select(vec!["", "-", "'", "''=", "=1+1", "\"", "二行\n目", "<= 5 min *"])
            .prop_map(str::to_owned),
    ]
}

fn a_pack() -> impl Strategy<Value = Pack> {
    let fact = (
        proptest::sample::select(vec!["control", "risk", "何か"]),
        "[a-zA-Z0-9.-]{1,12}",
        "[a-z0-9.]{1,12}",
        "\\PC{0,10}[!-~]",
        cell(),
    );
    ("\\PC{0,10}[!-~]", "[a-z]{0,5}", proptest::collection::btree_map((0..9_usize, 0..9_usize), fact, 1..20)).prop_map(
        |(name, edition, facts)| {
            let mut pack = Pack { name, edition, facts: Vec::new() };
            for ((entry, field), (kind, id, family, ja, en)) in facts {
                let (id, field) = (format!("{id}{entry}"), format!("{family}{field}"));
                pack.facts.push(PackFact { row: pack.facts.len() + 1, kind: kind.to_owned(), id, field, ja, en });
            }
            pack
        },
    )
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn a_table_comes_back_as_it_was(rows in vec(vec(cell(), 2..5), 1..6)) {
        let text = write_csv(&rows);
        for cell in rows.iter().flatten() {
            let alone = write_csv(&[vec![cell.clone()]]);
            let first = alone.trim_start_matches('\u{feff}');
            let first = first.strip_prefix('"').unwrap_or(first);
            prop_assert!(!first.starts_with(['=', '+', '-', '@', '\t']), "{alone}");
        }
        prop_assert_eq!(read_csv(text.trim_start_matches('\u{feff}')), Some(rows));
    }

    #[test]
    fn a_pack_has_one_form_in_json(pack in a_pack()) {
        // What is read has no white space around it.
        let read = Pack::read("x", pack.to_json().as_bytes()).unwrap();
        let again = Pack::read("x", read.to_json().as_bytes()).unwrap();
        prop_assert_eq!(again.to_json(), read.to_json());
        prop_assert_eq!(&again, &read);
        prop_assert_eq!(again.facts.len(), pack.facts.len());
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in vec(any::<u8>(), 0..200), table in "[\",;\t\r\na-z'=]{0,80}") {
        let _ = Pack::read("x", &bytes);
        let _ = Pack::read("x", format!("kind,id,field,ja,en\n{table}").as_bytes());
    }
}

#[test]
fn the_published_schema_takes_what_is_written_and_refuses_what_is_refused() {
    let schema: Json = serde_json::from_str(include_str!("../../schema/catalog-pack.schema.json")).unwrap();
    let kinds: Vec<Json> = EntryKind::ALL.iter().map(|k| json!(k.keyword())).collect();
    assert_eq!(schema["properties"]["entries"]["items"]["properties"]["kind"]["enum"], json!(kinds));
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let text = "kind,id,field,ja,en\npack,,edition,版,\ncontrol,II.1.1.1,why,一,one\ncontrol,II.1.1.1,class,basic,\n";
    let good: Json = serde_json::from_str(&Pack::read("名", text.as_bytes()).unwrap().to_json()).unwrap();
    assert!(validator.is_valid(&good), "{good:#}");
    let changes: &[(&str, &str, Json)] = &[
        ("", "version", json!(2)),
        ("", "format", json!("tenken-catalog")),
        ("", "name", json!(" ")),
        ("", "more", json!(1)),
        ("", "entries", json!({})),
        ("/entries/0", "id", json!("")),
        ("/entries/0", "more", json!(1)),
        ("/entries/0", "fields", json!([])),
        ("/entries/0/fields", "why", json!(3)),
        ("/entries/0/fields/why", "en", json!(3)),
        ("/entries/0/fields/why", "fr", json!("x")),
    ];
    for (place, key, value) in changes {
        let mut wrong = good.clone();
        wrong.pointer_mut(place).unwrap()[*key] = value.clone();
        assert!(!validator.is_valid(&wrong), "{place} {key}");
        assert!(Pack::read("x", wrong.to_string().as_bytes()).is_err(), "{place} {key}");
    }
}
