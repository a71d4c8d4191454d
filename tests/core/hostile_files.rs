//! Files that once did harm, or that chance found out to: kept for ever, and given to every reader.
//!
//! `./dev fuzz` begins with them, and leaves what it finds beside them.

use std::{fs, path::PathBuf};

use tenken::core::{
    assessment::{AssessmentId, paths},
    catalog::CATALOG,
    document::{self, FileError, backup, salvage},
    evaluate::Measured,
    extract::{extract, most_deciding},
    file_kind::FileKind,
    model::project,
    pack::{self, Pack},
};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/hostile")
}

#[track_caller]
fn file(name: &str) -> Vec<u8> {
    fs::read(folder().join(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
}

fn spare() -> AssessmentId {
    AssessmentId::new(1)
}

/// What can be read stays readable through everything that happens before it is written.
#[test]
fn no_reader_breaks_on_any_of_them() {
    let mut files = 0;
    for entry in fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let bytes = fs::read(&path).unwrap();
        files += 1;
        let _ = FileKind::of(&name, &bytes);
        let read = document::read(&bytes).ok();
        let salvaged = salvage(&bytes, &spare()).ok().map(|s| s.assessment);
        for assessment in read.into_iter().chain(salvaged) {
            let Ok(settled) = document::settle(assessment) else { continue };
            let written = document::write(&settled);
            assert_eq!(document::read(written.as_bytes()), Ok(settled), "{name}");
        }
        if let Ok(read) = backup::read(&bytes) {
            let again = backup::read(backup::write(&read.records, 0).as_bytes()).unwrap();
            assert_eq!(again.records, read.records, "{name}");
        }
        if let Ok(text) = std::str::from_utf8(&bytes) {
            for item in CATALOG.controls.into_iter().flat_map(|control| control.items) {
                let _ = Measured::read(text, item);
            }
        }
        if let Ok(read) = Pack::read(&name, &bytes) {
            let _ = pack::preview(&CATALOG, &read);
        }
    }
    assert!(files >= 7, "the folder has {files} files");
}

#[test]
fn a_field_that_was_seen_two_thousand_times_can_be_written_again() {
    let assessment = document::read(&file("two-thousand-seen.tenken.json")).unwrap();
    let settled = document::settle(assessment).unwrap();
    assert!(document::write(&settled).len() < 2_000, "what matters no more is forgotten");
}

#[test]
fn texts_that_name_another_format_make_no_other_file() {
    let bytes = file("named-like-a-pack.tenken.json");
    assert_eq!(FileKind::of("a.tenken.json", &bytes), FileKind::Assessment);
    assert_eq!(document::read(&bytes).unwrap().text(&paths::name()), "tenken-catalog-pack");
}

#[test]
fn a_change_of_the_year_9999_is_counted_as_of_the_future() {
    let assessment = document::read(&file("year-9999.tenken.json")).unwrap();
    assert_eq!(assessment.future_changes(1_794_000_000_000), 1);
}

#[test]
fn a_flipped_character_costs_nothing_but_the_word_that_it_is_whole() {
    let bytes = file("one-character-flipped.tenken.json");
    assert_eq!(document::read(&bytes), Err(FileError::Digest));
    let salvaged = salvage(&bytes, &spare()).unwrap();
    assert_eq!((salvaged.assessment.fields().len(), salvaged.lost), (23, vec![]));
}

#[test]
fn three_hundred_components_have_risks_and_a_next_question() {
    let assessment = document::read(&file("three-hundred-components.tenken.json")).unwrap();
    let model = project(&assessment, &CATALOG);
    let extraction = extract(&CATALOG, &model);
    assert!(extraction.rows.len() > 300, "{}", extraction.rows.len());
    assert!(most_deciding(&CATALOG, &model, &extraction).is_some());
}

#[test]
fn the_file_of_the_failure_notice_is_a_backup() {
    let bytes = file("rescue.txt");
    assert_eq!(FileKind::of("tenken-saved.txt", &bytes), FileKind::Backup);
    let backup = backup::read(&bytes).unwrap();
    let keys: Vec<&str> = backup.records.keys().map(String::as_str).collect();
    assert_eq!(keys, ["assessment/3f2a9c01b7de", "assessment/ffffffffffff", "bin/0123456789ab", "settings"]);
}
