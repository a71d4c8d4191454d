//! The file of everything, and what a file is told to be.

use std::collections::BTreeMap;

use proptest::{collection::btree_map, prelude::*};
use tenken::core::{
    assessment::Edit,
    document::{FileError, backup, write},
    file_kind::FileKind,
};

use crate::support::{
    assessments::{path, with},
    cases,
};

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn what_was_put_in_comes_out(records in btree_map("[a-z/0-9]{1,12}", any::<String>(), 0..6), at in any::<u64>()) {
        let records: BTreeMap<String, String> = records.into_iter().collect();
        let text = backup::write(&records, at);
        let read = backup::read(text.as_bytes()).expect("it can be read");
        prop_assert!(read.intact);
        prop_assert_eq!((read.at_ms, &read.records), (Some(at), &records));
        prop_assert_eq!(&backup::write(&read.records, at), &text);
        prop_assert_eq!(FileKind::of("a.json", text.as_bytes()), FileKind::Backup);
    }

    #[test]
    fn any_bytes_end_in_an_answer(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = (backup::read(&bytes), FileKind::of("a.json", &bytes));
    }
}

#[test]
fn a_backup_that_was_altered_says_so_and_is_read() {
    let records: BTreeMap<String, String> = [("assessment/x".to_owned(), "text".to_owned())].into_iter().collect();
    let text = backup::write(&records, 1).replace("\"text\"", "\"altered\"");
    let read = backup::read(text.as_bytes()).expect("it can be read");
    assert!(!read.intact);
}

#[test]
fn the_file_of_the_failure_notice_is_a_backup() {
    let rescue = r#"{"tenken/1/assessment/0123456789ab": "{}", "tenken/1/settings": "{\"theme\":\"dark\"}"}"#;
    let read = backup::read(rescue.as_bytes()).expect("it can be read");
    assert_eq!(read.records.keys().collect::<Vec<_>>(), ["assessment/0123456789ab", "settings"]);
    assert_eq!(FileKind::of("tenken-saved.txt", rescue.as_bytes()), FileKind::Backup);
}

#[test]
fn a_newer_or_foreign_one_is_refused() {
    let newer = r#"{"format":"tenken-backup","version":2,"records":{}}"#;
    assert_eq!(backup::read(newer.as_bytes()), Err(FileError::Newer { version: 2, known: 1 }));
    for text in ["{}", "[]", r#"{"a":"b"}"#, r#"{"tenken/1/x":1}"#] {
        assert_eq!(backup::read(text.as_bytes()), Err(FileError::NotOurs), "{text}");
    }
}

/// Whatever somebody writes into their assessment, it stays one.
#[test]
fn a_file_is_what_it_calls_itself() {
    for word in ["tenken-catalog-pack", "tenken-backup", "\"format\":\"tenken-catalog-pack\"", "tenken/1/"] {
        let file = write(&with(&[Edit::text(path("meta/name"), word), Edit::text(path("format"), word)]));
        assert_eq!(FileKind::of("a.json", file.as_bytes()), FileKind::Assessment, "{word}");
    }
    for (name, text, kind) in [
        ("a.csv", "", FileKind::Pack),
        ("A.CSV", "x", FileKind::Pack),
        ("a.json", r#"{"format":"tenken-catalog-pack"}"#, FileKind::Pack),
        ("a.json", "\u{feff}{\"facts\":[], \"format\": \"tenken-catalog-pack\"}", FileKind::Pack),
        ("a.json", r#"{"format":"tenken-catalog-pack","facts":["#, FileKind::Pack),
        ("a.json", r#"{"format":{"format":"tenken-catalog-pack"}}"#, FileKind::Assessment),
        ("a.json", "[]", FileKind::Assessment),
        ("a.json", "", FileKind::Assessment),
    ] {
        assert_eq!(FileKind::of(name, text.as_bytes()), kind, "{name}: {text}");
    }
}
