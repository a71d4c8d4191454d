//! What the worker does for the app: worked cases, the official text.

use tenken::{
    app::IncomingPack,
    core::{
        assessment::paths,
        document::FileError,
        official::{Choice, PdfError, State},
        pack::PackError,
        worked::CASES,
    },
};

use crate::fakes::{Memory, Tab, go_on};

/// The summary's own words, as pasted.
const TEXT: &str = "II. 2. 1. 1. 【基本】\n経営陣は、情報セキュリティに関する取組についての責任と関与を明示し、\n\
    人員・資産・予算の面での積極的な支援・支持を行うこと。\nII. 2. 1. 2. 【基本】\n従業員は、\n";

#[test]
fn a_worked_case_is_a_new_assessment_each_time() {
    let tab = Tab::open(&Memory::default(), 1);
    for n in 1..=2 {
        tab.app.open_worked(CASES[0], |_| ());
        go_on();
        assert_eq!(tab.app.assessments().with(|all| all.len()), n);
    }
    let worked = tab.app.assessments().with(|all| all.values().next().cloned()).expect("one");
    assert!(!worked.text(&paths::name()).is_empty() && worked.snapshots().len() == 1);
    assert!(tab.app.working().get_untracked().is_none());
}

#[test]
fn what_is_read_is_corrected_and_becomes_a_pack() {
    let tab = Tab::open(&Memory::default(), 1);
    let app = tab.app;
    app.read_official("本文.txt", Ok(TEXT.into()));
    go_on();
    let text = app.incoming_text().get_untracked().expect("it was read");
    let reading = text.found.expect("it is a text");
    let state = |id: &str| reading.entry("control", id).map(|e| e.state());
    assert_eq!(state("II.2.1.2"), Some(State::Doubtful), "it breaks off");
    assert_eq!(state("III.1.1.1"), Some(State::NotFound));
    let choose = |value: Option<&str>| Choice {
        kind: "control".into(),
        id: "II.2.1.2".into(),
        field: "statement".into(),
        value: value.map(str::to_owned),
    };
    app.choose_text(choose(Some("違う文")));
    app.choose_text(choose(Some("従業員は、守秘の義務を負うこと。")));
    assert_eq!(
        app.chosen_text("control", "II.2.1.2", "statement"),
        Some(choose(Some("従業員は、守秘の義務を負うこと。")))
    );
    assert!(app.has_unsaved(), "what was corrected would be lost");
    app.make_pack_of_text(|| ());
    go_on();
    let Some((name, IncomingPack::Ready(pack, _))) = app.incoming_pack().get_untracked() else { panic!("a pack") };
    assert_eq!((name.as_str(), pack.name.as_str()), ("本文.txt", "本文.txt"));
    let said = |id: &str| pack.facts.iter().find(|f| f.id == id && f.field == "statement").map(|f| f.ja.as_str());
    assert_eq!(said("II.2.1.2"), Some("従業員は、守秘の義務を負うこと。"));
    assert!(said("II.2.1.1").is_some_and(|text| text.starts_with("経営陣は") && !text.contains('\n')));
    app.accept_pack().expect("there is room");
    assert!(app.incoming_text().get_untracked().is_none() && !app.has_unsaved());
    assert_eq!(app.catalog().control("II.2.1.2").map(|c| c.statement.ja()), Some("従業員は、守秘の義務を負うこと。"));
}

#[test]
fn what_cannot_be_read_is_told() {
    let tab = Tab::open(&Memory::default(), 1);
    tab.app.read_official("x.pdf", Ok(b"%PDF-1.7 nothing".to_vec()));
    go_on();
    let text = tab.app.incoming_text().get_untracked().expect("an answer");
    assert_eq!(text.found.map(drop), Err(PdfError::Broken));
    tab.app.close_text();
    assert!(tab.app.incoming_text().get_untracked().is_none());
    tab.app.read_official("x.pdf", Err(FileError::Unreadable));
    let refused = tab.app.incoming_pack().get_untracked();
    assert_eq!(refused, Some(("x.pdf".into(), IncomingPack::Refused(PackError::File(FileError::Unreadable)))));
}
