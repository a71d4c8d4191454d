//! Snapshots: what names them, what is kept of them, and how they travel in a file.

use proptest::prelude::*;
use serde_json::{Value as Json, json};
use tenken::core::{
    assessment::{Assessment, Edit, paths},
    catalog::CATALOG,
    document::{
        Bodies,
        Expected::{self, Absent, Fewer, Present, Table},
        FileError, MAX_BYTES, MAX_SNAPSHOTS, read, read_snapshot, read_whole, settle, snapshot, write, write_whole,
    },
    report::{Scope, differences, figures},
};

use crate::support::{
    assessments::{NOW, clock, path, with},
    cases,
    documents::{self, keep, with_snapshots},
};

fn ids(assessment: &Assessment) -> Vec<String> {
    assessment.snapshots().into_iter().map(|s| s.id).collect()
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn a_file_with_snapshots_writes_back_to_the_byte((assessment, bodies) in with_snapshots()) {
        let text = write_whole(&assessment, &bodies);
        let (again, contents) = read_whole(text.as_bytes()).unwrap();
        prop_assert_eq!(write_whole(&again, &contents), text.as_str());
        prop_assert_eq!(read(text.as_bytes()), Ok(assessment.clone()));
        prop_assert_eq!((again, contents), (assessment, bodies));
    }

    #[test]
    fn what_was_kept_is_what_was_there((mut assessment, _) in with_snapshots(), byte in any::<prop::sample::Index>()) {
        let (content, digest) = snapshot(&assessment);
        prop_assert_eq!(read_snapshot(&content, &digest), Some(assessment.without_snapshots()));
        prop_assert_eq!(read_snapshot(&content, &digest.replace(|c: char| c.is_ascii_hexdigit(), "0")), None);
        let state = assessment.clone();
        keep(&mut assessment, "more", &state, NOW);
        prop_assert_eq!(snapshot(&assessment), (content.clone(), digest.clone()), "snapshots are no part of a state");
        let mut harmed = content.into_bytes();
        let at = byte.index(harmed.len());
        harmed[at] = if harmed[at] == b'7' { b'8' } else { b'7' };
        let harmed = String::from_utf8_lossy(&harmed).into_owned();
        prop_assert_eq!(read_snapshot(&harmed, &digest), None, "whatever is changed in it is noticed: {}", at);
    }

    #[test]
    fn going_back_leaves_no_difference_and_is_undone(then in documents::assessment(), now in documents::assessment()) {
        let (mut changed, mut clock) = (now.clone(), clock(9));
        let found = differences(&then, &now, &CATALOG);
        let step = changed.apply(&found.way_back(), &mut clock, NOW, "鈴木");
        prop_assert_eq!(differences(&then, &changed, &CATALOG).way_back(), vec![]);
        changed.turn(&step, &mut clock, NOW, "鈴木");
        // Where people disagree, a value that stands beside is not entered again.
        let left = differences(&now, &changed, &CATALOG).way_back();
        prop_assert!(left.iter().all(|edit| now.fields().get(&edit.path).is_some_and(|f| f.heads().len() > 1)));
    }
}

#[test]
fn snapshots_are_told_by_their_fields() {
    let mut assessment = with(&[]);
    assert!(assessment.snapshots().is_empty());
    let state = assessment.clone();
    keep(&mut assessment, "first", &state, NOW + 10);
    keep(&mut assessment, "second", &state, NOW + 20);
    assessment.apply(&[Edit::text(paths::snapshot("first", "name"), "改名")], &mut clock(3), NOW + 30, "佐藤");
    let all = assessment.snapshots();
    let said: Vec<_> = all.iter().map(|s| (s.id.as_str(), s.name.as_str(), s.by.as_str(), s.at.ms() - NOW)).collect();
    assert_eq!(said, [("second", "名前", "鈴木", 20), ("first", "改名", "鈴木", 10)], "a new name is no new snapshot");
    let gone = [Edit::clear(paths::snapshot("first", "digest")), Edit::clear(paths::snapshot("first", "name"))];
    let step = assessment.apply(&gone, &mut clock(4), NOW + 40, "");
    assert_eq!(ids(&assessment), ["second"]);
    let removed: Vec<_> = assessment.removed_snapshots().into_iter().map(|(id, at)| (id, at.ms() - NOW)).collect();
    assert_eq!(removed, [("first".to_owned(), 40)]);
    assessment.turn(&step, &mut clock(4), NOW + 50, "");
    assert_eq!((ids(&assessment).len(), assessment.removed_snapshots().len()), (2, 0));
}

/// People merge their files: each brings its snapshots, and what one removed is gone.
#[test]
fn merging_joins_snapshots() {
    let mut mine = with(&[Edit::text(paths::name(), "点検")]);
    let state = mine.clone();
    let first = keep(&mut mine, "first", &state, NOW + 10);
    let mut theirs = mine.clone();
    let second = keep(&mut theirs, "second", &with(&[]), NOW + 20);
    mine.apply(&[Edit::clear(paths::snapshot("first", "digest"))], &mut clock(4), NOW + 30, "");
    mine.merge(&theirs);
    assert_eq!(ids(&mine), ["second"]);
    let bodies: Bodies = [first, second.clone()].into();
    let (_, written) = read_whole(write_whole(&mine, &bodies).as_bytes()).unwrap();
    assert_eq!(written, [second].into(), "a file has what is named");
}

#[test]
fn a_content_that_is_not_the_one_that_is_named_is_not_written() {
    let mut assessment = with(&[Edit::text(paths::name(), "点検")]);
    let (_, content) = keep(&mut assessment, "one", &with(&[]), NOW);
    let (other, _) = snapshot(&with(&[Edit::text(paths::name(), "別")]));
    for wrong in [other.as_str(), "", "{}", &content[1..]] {
        let text = write_whole(&assessment, &[("one".to_owned(), wrong.to_owned())].into());
        assert_eq!(text, write(&assessment), "{wrong}");
    }
}

/// What a person has worked on for long stays in one file: the oldest snapshots go first.
#[test]
fn a_file_never_grows_beyond_what_can_be_read() {
    let long = "長".repeat(20_000);
    let edits: Vec<Edit> = (0..40).map(|n| Edit::text(path(&format!("note/{n}")), long.as_str())).collect();
    let state = with(&edits);
    let mut assessment = state.clone();
    let bodies: Bodies = (0..9).map(|n| keep(&mut assessment, &format!("s{n}"), &state, NOW + n)).collect();
    let text = write_whole(&settle(assessment).unwrap(), &bodies);
    assert!(text.len() as u64 <= MAX_BYTES && text.len() as u64 > MAX_BYTES / 2, "{}", text.len());
    let (_, written) = read_whole(text.as_bytes()).unwrap();
    let written: Vec<&str> = written.keys().map(String::as_str).collect();
    assert!(written.len() >= 4 && written.last() == Some(&"s8") && !written.contains(&"s0"), "{written:?}");
    let mut many = with(&[]);
    let tiny: Bodies = (0..210).map(|n| keep(&mut many, &format!("t{n:03}"), &with(&[]), NOW + n)).collect();
    let (_, written) = read_whole(write_whole(&many, &tiny).as_bytes()).unwrap();
    assert_eq!((written.len(), written.keys().next().map(String::as_str)), (MAX_SNAPSHOTS, Some("t010")));
}

/// A file with one snapshot.
fn file() -> Json {
    let mut assessment = with(&[Edit::text(path("a/b"), "いま")]);
    let kept = keep(&mut assessment, "one", &with(&[Edit::text(path("a/b"), "まえ")]), NOW + 5);
    serde_json::from_str(&write_whole(&assessment, &[kept].into())).unwrap()
}

/// The content, changed and with the digest that belongs to it, which the assessment names.
fn with_content(change: impl FnOnce(&mut Json)) -> Vec<u8> {
    let mut file = file();
    let mut content = file["snapshots"]["one"].take();
    change(&mut content);
    let content: Json = serde_json::from_slice(&documents::signed(content)).unwrap();
    file["fields"]["snapshots/one/digest"]["value"] = content["sha256"].clone();
    file["snapshots"]["one"] = content;
    documents::signed(file)
}

#[track_caller]
fn refused(bytes: &[u8], error: FileError) {
    assert_eq!(read_whole(bytes).map(|_| ()), Err(error.clone()));
    assert_eq!(read(bytes).map(|_| ()), Err(error), "both readers agree");
}

#[track_caller]
fn refused_at(bytes: &[u8], place: &str, expected: Expected) {
    refused(bytes, FileError::shape(place, expected));
}

#[test]
fn a_file_with_wrong_snapshots_is_refused() {
    let with = |change: &dyn Fn(&mut Json)| {
        let mut file = file();
        change(&mut file);
        documents::signed(file)
    };
    assert!(read_whole(&with(&|_| {})).is_ok() && read_whole(&with_content(|_| {})).is_ok());
    refused_at(&with(&|f| f["snapshots"] = json!([])), "snapshots", Table);
    refused_at(&with(&|f| f["snapshots"] = json!({})), "snapshots", Present);
    refused_at(&with(&|f| f["snapshots"]["one"] = json!("x")), "snapshots / one", Table);
    let many: serde_json::Map<String, Json> = (0..=MAX_SNAPSHOTS).map(|n| (n.to_string(), json!({}))).collect();
    refused_at(&with(&|f| f["snapshots"] = Json::Object(many.clone())), "snapshots", Fewer);
    // One that nobody names, or by another digest, or under a name that is none.
    for name in ["two", "one/digest", "", "日本語", "..", "__proto__"] {
        let moved = with(&|f| f["snapshots"] = json!({ name: f["snapshots"]["one"] }));
        refused_at(&moved, &format!("snapshots / {name}"), Absent);
    }
    let renamed = with(&|f| f["fields"]["snapshots/one/digest"]["value"] = json!("0".repeat(64)));
    refused_at(&renamed, "snapshots / one", Absent);
    // The content itself is read as strictly as any file.
    refused_at(&with_content(|c| c["snapshots"] = json!({ "one": {} })), "snapshots / one / snapshots", Absent);
    refused_at(&with_content(|c| c["more"] = json!(1)), "snapshots / one / more", Absent);
    refused_at(&with_content(|c| c["fields"] = json!([])), "snapshots / one / fields", Table);
    refused(&with_content(|c| c["format"] = json!("other")), FileError::NotOurs);
    refused(&with_content(|c| c["version"] = json!(2)), FileError::Newer { version: 2, known: 1 });
    let mut altered = file();
    altered["snapshots"]["one"]["fields"]["a/b"]["value"] = json!("偽");
    refused(&documents::signed(altered), FileError::Digest);
}

#[test]
fn figures_count_what_is_shown() {
    let bytes = std::fs::read("tests/fixtures/documents/v1/complete.tenken.json").unwrap();
    let complete = read(&bytes).unwrap();
    let all = figures(&CATALOG, &complete, Scope::ALL);
    println!("complete file: {all:?}");
    assert_eq!(all.controls.total(), CATALOG.controls.len());
    assert!(all.risks.of_those(|s| s.is_decided()) >= 10 && all.actions.total() > 50);
    let official = figures(&CATALOG, &complete, Scope { original: false });
    assert!(official.risks.total() < all.risks.total());
    let mut without = complete.clone();
    without.apply(&[Edit::text(paths::part_scope("part4"), "out")], &mut clock(5), NOW, "");
    let without = figures(&CATALOG, &without, Scope::ALL);
    assert_eq!((without.risks.total(), without.actions.total()), (0, 0), "what is out of scope is not counted");
    assert_eq!(without.controls, all.controls);
}
