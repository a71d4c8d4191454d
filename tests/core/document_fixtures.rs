//! Files written by earlier programs, kept for ever: every one opens, and writes back to the byte.
//!
//! `documents/v1` was written once by version 1 of the format and is never written again. A new version gets a folder of
//! its own beside it. `documents/bad` has one file for each way in which a file comes to harm, for tests in a browser too.

use std::{fs, path::PathBuf};

use tenken::core::{
    assessment::{Value, paths},
    catalog::CATALOG,
    document::{Expected, FileError, read, read_snapshot, read_whole, write_whole},
    evaluate::Classification,
    extract::{Truth, extract},
    model::project,
    report::{ActionStatus, ControlStanding, Decision, Scope, action_status, control_results, decision},
};

use crate::support::assessments::path;

fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/documents").join(name)
}

#[track_caller]
fn bytes(name: &str) -> Vec<u8> {
    fs::read(folder(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
}

fn names(of: &str) -> Vec<String> {
    let entries = fs::read_dir(folder(of)).unwrap();
    let mut names: Vec<String> = entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// File, fields, conflicts, name of the assessment.
const V1: &[(&str, usize, usize, &str)] = &[
    ("complete.tenken.json", 912, 0, "工場の予知保全"),
    ("full.tenken.json", 23, 4, "<script>alert(1)</script>"),
    ("small.tenken.json", 2, 0, "倉庫の見守り"),
    ("snapshots.tenken.json", 9, 0, "倉庫の見守り"),
    ("whole.tenken.json", 1631, 0, "勤怠クラウドと入退室端末 2026年度"),
];

const BAD: &[(&str, FileError)] = &[
    ("changed.tenken.json", FileError::Digest),
    ("deep.tenken.json", FileError::TooDeep),
    ("empty.tenken.json", FileError::Empty),
    ("key-twice.tenken.json", FileError::NotJson { line: 20, column: 10 }),
    ("newer.tenken.json", FileError::Newer { version: 2, known: 1 }),
    ("oscal.json", FileError::NotOurs),
    ("page.html", FileError::NotJson { line: 1, column: 1 }),
    ("shift-jis.tenken.json", FileError::NotText),
    ("truncated.tenken.json", FileError::Truncated),
];

#[test]
fn every_kept_file_opens_and_writes_back_to_the_byte() {
    assert_eq!(names("v1"), V1.iter().map(|(name, ..)| *name).collect::<Vec<_>>());
    for (file, fields, conflicts, name) in V1 {
        let bytes = bytes(&format!("v1/{file}"));
        let (assessment, snapshots) = read_whole(&bytes).unwrap_or_else(|e| panic!("{file}: {e:?}"));
        assert_eq!(write_whole(&assessment, &snapshots).as_bytes(), bytes, "{file}");
        let found = (assessment.fields().len(), assessment.conflicts().count(), assessment.text(&paths::name()));
        assert_eq!(found, (*fields, *conflicts, *name), "{file}");
    }
}

#[test]
fn the_full_file_says_what_it_said() {
    let full = read(&bytes("v1/full.tenken.json")).unwrap();
    let heads = |p: &str| -> Vec<(Option<Value>, String)> {
        full.fields()[&path(p)].heads().iter().map(|(_, h)| (h.value.clone(), h.by.clone())).collect()
    };
    let text = |t: &str| Some(Value::text(t));
    assert_eq!(
        heads("meta/organization"),
        [(text("株式会社点検"), "鈴木".into()), (text("点検株式会社"), "佐藤".into())]
    );
    assert_eq!(heads("model/data/X-personal"), [(None, "鈴木".into()), (text("yes"), "佐藤".into())]);
    assert_eq!(heads("meta/assessor"), [(text("鈴木"), "鈴木".into()), (text("鈴木"), "佐藤".into())]);
    assert_eq!(heads("model/role/recommend"), [(Some(Value::list([""; 0])), "鈴木".into())]);
    assert_eq!(full.get(&path("future/unknown-to-version-1")), text("kept").as_ref());
    assert_eq!(full.text(&path("meta/note")).chars().count(), 20_000);
    assert_eq!(full.get(&path("void")), None);
    assert_eq!((full.fields()[&path("void")].heads().len(), full.fields()[&path("void")].seen().count()), (0, 2));
    assert_eq!(full.fields()[&paths::name()].seen().count(), 1);
    let contract = full.fields().keys().filter(|p| p.as_str().starts_with("risk/contract-1/-/")).count();
    assert_eq!(contract, 5);
}

#[test]
fn the_file_with_snapshots_says_what_it_said() {
    let (now, contents) = read_whole(&bytes("v1/snapshots.tenken.json")).unwrap();
    let note = |of: &str, digest: &str| {
        read_snapshot(&contents[of], digest).map(|then| (then.text(&path("meta/note")).to_owned(), then.fields().len()))
    };
    let all = now.snapshots();
    let said: Vec<_> = all.iter().map(|s| (s.id.as_str(), s.by.as_str(), note(&s.id, &s.digest))).collect();
    assert_eq!(
        said,
        [("1f2e3d4c5b6a", "鈴木", Some(("見直し".to_owned(), 4))), ("0a1b2c3d4e5f", "鈴木", Some((String::new(), 2)))]
    );
}

/// Whatever becomes of the catalogue, what an old file answered is still understood.
#[test]
fn the_complete_file_is_still_a_model() {
    let complete = read(&bytes("v1/complete.tenken.json")).unwrap();
    let model = project(&complete, &CATALOG);
    println!(
        "complete file: {} roles, {} components, {} data forms",
        model.roles.len(),
        model.instances.len(),
        model.data.len()
    );
    assert_eq!((model.roles.len(), model.instances.len(), model.data.len()), (17, 9, 16));
    let extraction = extract(&CATALOG, &model);
    let decided = extraction.with(Truth::True).filter(|r| decision(&complete, &r.key).is_some()).count();
    println!("{} risks apply, {decided} decided", extraction.count(Truth::True));
    assert!(decided >= 10);
    for status in ActionStatus::ALL {
        let actions = CATALOG.countermeasures.iter().flat_map(|m| m.actions.iter().map(|a| (m.id, a.id)));
        assert!(actions.filter(|(m, a)| action_status(&complete, *m, *a) == Some(status)).count() > 0, "{status:?}");
    }
    assert!(Decision::ALL.iter().all(|d| extraction.rows.iter().any(|r| decision(&complete, &r.key) == Some(*d))));
}

/// The same for the controls, the class and the values.
#[test]
fn the_whole_file_answers_every_control() {
    let whole = read(&bytes("v1/whole.tenken.json")).unwrap();
    let pattern = Classification::of(&CATALOG, &whole).pattern();
    let results = control_results(&CATALOG, &whole, pattern, Scope::ALL);
    println!("whole file: {pattern:?}, {} of {:?} values below", results.below().len(), results.values.len());
    assert!(pattern.is_some());
    let counts = results.counts();
    assert!(ControlStanding::ALL.iter().filter(|s| **s != ControlStanding::Unanswered).all(|s| counts.of(*s) > 0));
    assert!(!results.below().is_empty() && !results.unmeasured().is_empty() && !results.not_compared().is_empty());
}

#[test]
fn every_harmed_file_is_refused_for_its_reason() {
    assert_eq!(names("bad"), BAD.iter().map(|(name, _)| *name).collect::<Vec<_>>());
    for (file, error) in BAD {
        assert_eq!(read(&bytes(&format!("bad/{file}"))).map(|_| ()), Err(error.clone()), "{file}");
    }
    assert_eq!(FileError::shape("id", Expected::Id), FileError::Shape { place: "id".into(), expected: Expected::Id });
}
