//! The file of an assessment: the same content always gives the same bytes, and whatever is written can be read.

use proptest::prelude::*;
use serde_json::{Value as Json, json};
use tenken::core::{
    assessment::{Assessment, AssessmentId, CatalogRef, Edit, MAX_CHARS, Value, paths},
    document::{FORMAT, MAX_BYTES, VERSION, read, write},
};

use crate::support::{
    assessments::{NOW, clock, empty, path, stamp, with},
    cases,
    documents::{assessment, signed},
};

fn json(text: &str) -> Json {
    serde_json::from_str(text).unwrap()
}

#[test]
fn a_small_file_looks_like_this() {
    let catalog = CatalogRef {
        at: stamp("1794000000000-0-000000000001"),
        edition: "e".into(),
        digest: "d".into(),
        fingerprints: Default::default(),
    };
    let mut small = Assessment::new(AssessmentId::new(0x3f2a_9c01_b7de), catalog);
    let contract = path("model/role/contract");
    let edits = [Edit::text(paths::name(), "倉庫の見守り"), Edit::set(contract, Value::list(["user", "own", "own"]))];
    small.apply(&edits, &mut clock(1), NOW + 1, "鈴木");
    let expected = r#"{
  "catalog": {
    "at": "1794000000000-0-000000000001",
    "digest": "d",
    "edition": "e"
  },
  "fields": {
    "meta/name": {
      "at": "1794000000001-0-000000000001",
      "by": "鈴木",
      "value": "倉庫の見守り"
    },
    "model/role/contract": {
      "at": "1794000000001-1-000000000001",
      "by": "鈴木",
      "value": [
        "own",
        "user"
      ]
    }
  },
  "format": "tenken-assessment",
  "id": "3f2a9c01b7de",
  "sha256": "DIGEST",
  "version": 1
}
"#;
    let text = write(&small);
    let digest = json(&text)["sha256"].as_str().unwrap().to_owned();
    assert_eq!(text.replace(&digest, "DIGEST"), expected);
    assert_eq!((FORMAT, VERSION), ("tenken-assessment", 1));
    assert_eq!(signed(json(&text)), json(&text).to_string().into_bytes(), "the digest is over the compact form");
}

#[test]
fn a_conflict_is_written_with_all_its_values_the_latest_first() {
    let (mut one, mut two) = (empty(), empty());
    let (mut clock_1, mut clock_2) = (clock(1), clock(2));
    let (name, note) = (paths::name(), paths::meta("note"));
    one.apply(&[Edit::text(name.clone(), "first")], &mut clock_1, 10, "");
    two.merge(&one);
    one.apply(&[Edit::text(name.clone(), "mine"), Edit::text(note.clone(), "x")], &mut clock_1, 20, "a");
    two.apply(&[Edit::text(name.clone(), "yours")], &mut clock_2, 30, "b");
    one.merge(&two);
    one.apply(&[Edit::clear(note)], &mut clock_1, 40, "");
    let fields = &json(&write(&one))["fields"];
    let expected = json!({
        "meta/name": {
            "at": "30-0-000000000002", "by": "b", "value": "yours",
            "others": [{ "at": "20-0-000000000001", "by": "a", "value": "mine" }],
        },
        "meta/note": { "at": "40-0-000000000001", "value": null },
    });
    assert_eq!(*fields, expected);
    one.decide(&Edit::text(name, "ours"), &mut clock_2, 50, "");
    let seen = &json(&write(&one))["fields"]["meta/name"]["seen"];
    assert_eq!(*seen, json!(["20-0-000000000001"]));
}

/// Two crafted files can each claim to know better than the other; then no value is left, and the file still opens.
#[test]
fn a_field_of_which_every_value_was_replaced_survives() {
    let file = |at: &str, seen: &str| {
        let mut file = json(&write(&empty()));
        file["fields"] = json!({ "a": { "at": at, "value": "x", "seen": [seen] } });
        read(&signed(file)).unwrap()
    };
    let (one, two) = ("1-0-000000000001", "1-0-000000000002");
    let mut merged = file(one, two);
    merged.merge(&file(two, one));
    assert_eq!(merged.get(&path("a")), None);
    let text = write(&merged);
    assert_eq!(json(&text)["fields"]["a"], json!({ "seen": [one, two] }));
    assert_eq!(read(text.as_bytes()), Ok(merged));
}

#[test]
fn a_text_of_the_greatest_length_and_every_character_passes() {
    let all: String =
        (0..0x3000_u32).chain(0xfe00..0xffff).chain(0x1f300..0x1f6ff).filter_map(char::from_u32).collect();
    let long = "🏭".repeat(MAX_CHARS);
    let texts: [&str; 5] = [&all, &long, "<script>alert(1)</script>", "\u{202e}مرحبا\u{202c}", "\0\u{1b}[2J"];
    let edits: Vec<Edit> = texts.iter().enumerate().map(|(i, t)| Edit::text(path(&format!("t/{i}")), *t)).collect();
    let assessment = with(&edits);
    let text = write(&assessment);
    assert_eq!(read(text.as_bytes()), Ok(assessment));
    assert!(!text.contains('\0') && !text.contains('\u{1b}'), "control characters are escaped");
}

#[test]
fn a_byte_order_mark_and_another_layout_are_no_matter() {
    let assessment = with(&[Edit::text(paths::name(), "名前")]);
    let text = write(&assessment);
    assert_eq!(read(format!("\u{feff}{text}").as_bytes()), Ok(assessment.clone()));
    assert_eq!(read(text.replace('\n', "\r\n").as_bytes()), Ok(assessment.clone()));
    assert_eq!(read(json(&text).to_string().as_bytes()), Ok(assessment));
}

#[test]
fn what_a_browser_can_keep_can_be_read_again() {
    // Some five million characters of three bytes each.
    let edits: Vec<Edit> = (0..250).map(|i| Edit::text(path(&format!("t/{i}")), "点".repeat(MAX_CHARS))).collect();
    let assessment = with(&edits);
    let text = write(&assessment);
    assert!(text.chars().count() > 5_000_000 && (text.len() as u64) < MAX_BYTES);
    assert_eq!(read(text.as_bytes()), Ok(assessment));
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn written_read_and_written_again_is_the_same_to_the_byte(assessment in assessment()) {
        let text = write(&assessment);
        let again = read(text.as_bytes());
        prop_assert_eq!(again.as_ref(), Ok(&assessment));
        prop_assert_eq!(again.map(|a| write(&a)), Ok(text));
    }

    #[test]
    fn what_two_files_hold_together_can_be_written(one in assessment(), two in assessment()) {
        let mut merged = one;
        merged.merge(&two);
        prop_assert_eq!(read(write(&merged).as_bytes()), Ok(merged));
    }

    #[test]
    fn whatever_is_edited_can_be_written(mut assessment in assessment(), now in any::<u64>(), text in any::<String>()) {
        let mut clock = clock(1);
        assessment.stamps().for_each(|s| clock.observe(s, now));
        let edits: Vec<Edit> = assessment.fields().keys().map(|p| Edit::text(p.clone(), &text)).collect();
        assessment.apply(&edits, &mut clock, now, &text);
        prop_assert_eq!(read(write(&assessment).as_bytes()), Ok(assessment));
    }

    #[test]
    fn keys_are_sorted_at_every_level(assessment in assessment()) {
        let text = write(&assessment);
        // serde_json's own table sorts; the text must not depend on that.
        prop_assert_eq!(format!("{:#}\n", json(&text)), text);
    }
}

#[test]
fn json_maps_keep_their_keys_sorted() {
    // The digest and the bytes of a file rest on it; a feature of the JSON crate could change it.
    let table: serde_json::Value = serde_json::from_str(r#"{"b":1,"a":{"d":1,"c":1}}"#).unwrap();
    assert_eq!(table.to_string(), r#"{"a":{"c":1,"d":1},"b":1}"#);
}
