//! Files on their way in.

use leptos::prelude::*;
use tenken::{
    app::{IncomingKind, NoticeKind},
    core::{
        assessment::{Edit, paths},
        document::FileError,
    },
};

use crate::fakes::{Memory, Tab};

/// A file that another person made of this assessment, with a note.
fn file_of(memory: &Memory, seed: u64, note: &str) -> (tenken::core::assessment::AssessmentId, Vec<u8>) {
    let tab = Tab::open(memory, seed);
    let id = tab.app.create("受け取るもの");
    tab.app.dispatch(&id, &[Edit::text(paths::meta("note"), note)]);
    tab.app.save_to_file(&id);
    (id, tab.files.last().1.into_bytes())
}

#[test]
fn nothing_changes_before_the_person_says_so() {
    let memory = Memory::default();
    let (id, file) = file_of(&Memory::default(), 1, "外から");
    let tab = Tab::open(&memory, 2);
    tab.app.preview_file("a.tenken.json", Ok(file));
    assert!(tab.app.assessments().with_untracked(|a| a.is_empty()));
    assert_eq!(tab.app.incoming().get_untracked().expect("it waits").kind, IncomingKind::New);
    tab.app.decline_incoming();
    assert!(tab.app.incoming().get_untracked().is_none());
    tab.app.flush();
    assert!(memory.texts().is_empty());
    assert!(tab.app.accept_incoming().is_none(), "what was declined is gone");
    assert!(!tab.app.assessments().with_untracked(|a| a.contains_key(&id)));
}

#[test]
fn a_file_of_a_known_assessment_is_merged_and_can_be_taken_back() {
    let memory = Memory::default();
    let tab = Tab::open(&memory, 1);
    let id = tab.app.create("点検");
    tab.app.save_to_file(&id);
    let other = Tab::open(&Memory::default(), 2);
    other.app.preview_file("a.tenken.json", Ok(tab.files.last().1.into_bytes()));
    other.app.accept_incoming().expect("it waits");
    other.app.dispatch(&id, &[Edit::text(paths::meta("note"), "同僚より")]);
    other.app.save_to_file(&id);
    tab.app.dispatch(&id, &[Edit::text(paths::meta("assessor"), "自分")]);
    tab.app.preview_file("b.tenken.json", Ok(other.files.last().1.into_bytes()));
    match tab.app.incoming().get_untracked().expect("it waits").kind {
        IncomingKind::Known(changes) => {
            assert_eq!(changes.len(), 1);
            assert!(!changes[0].conflict);
        }
        other => panic!("{other:?}"),
    }
    tab.app.accept_incoming().expect("it waits");
    let text = |what| tab.app.assessments().with_untracked(|a| a[&id].text(&paths::meta(what)).to_owned());
    assert_eq!((text("note"), text("assessor")), ("同僚より".into(), "自分".into()));
    tab.app.undo(&id);
    assert_eq!((text("note"), text("assessor")), (String::new(), "自分".into()));
}

#[test]
fn a_file_can_be_opened_beside_the_known_one() {
    let memory = Memory::default();
    let (id, file) = file_of(&memory, 1, "一つ目");
    let tab = Tab::open(&memory, 2);
    tab.app.preview_file("a.tenken.json", Ok(file.clone()));
    tab.app.accept_incoming().expect("it waits");
    tab.app.preview_file("a.tenken.json", Ok(file));
    let copy = tab.app.accept_incoming_as_copy("別の点検").expect("it waits");
    assert_ne!(copy, id);
    assert_eq!(tab.app.assessments().with_untracked(|a| a.len()), 2);
}

#[test]
fn a_bad_file_is_told_and_nothing_waits() {
    let tab = Tab::open(&Memory::default(), 1);
    tab.app.preview_file("bad.json", Ok(b"{".to_vec()));
    assert!(tab.app.incoming().get_untracked().is_none());
    let notices = tab.app.notices().get_untracked();
    let expected = NoticeKind::FileRefused { file: "bad.json".into(), error: FileError::Truncated };
    assert!(notices.iter().any(|n| n.kind == expected), "{notices:?}");
}

#[test]
fn an_older_file_is_not_called_the_same() {
    let memory = Memory::default();
    let (id, file) = file_of(&memory, 1, "はじめ");
    let tab = Tab::open(&memory, 2);
    tab.app.preview_file("a.tenken.json", Ok(file.clone()));
    tab.app.accept_incoming().expect("it waits");
    let kind = |tab: &Tab| {
        tab.app.preview_file("a.tenken.json", Ok(file.clone()));
        tab.app.incoming().get_untracked().expect("it waits").kind
    };
    assert_eq!(kind(&tab), IncomingKind::Same);
    tab.app.dispatch(&id, &[Edit::text(paths::meta("note"), "あと")]);
    assert_eq!(kind(&tab), IncomingKind::Known(vec![]), "nothing would change, yet it is another state");
}

#[test]
fn an_older_file_never_pushes_a_newer_one_out_of_the_bin() {
    let memory = Memory::default();
    let (id, old) = file_of(&memory, 1, "古い");
    let tab = Tab::open(&memory, 2);
    tab.app.preview_file("old.tenken.json", Ok(old.clone()));
    tab.app.accept_incoming().expect("it waits");
    tab.app.dispatch(&id, &[Edit::text(paths::meta("assessor"), "新しい")]);
    tab.app.delete(&id).expect("there is room");
    tab.app.preview_file("old.tenken.json", Ok(old));
    tab.app.accept_incoming().expect("it waits");
    assert!(tab.app.bin().with_untracked(Vec::is_empty), "it came back");
    tab.app.delete(&id).expect("there is room");
    let next = Tab::open(&memory, 3);
    next.app.restore(&id);
    let text = next.app.assessments().with_untracked(|a| a[&id].text(&paths::meta("assessor")).to_owned());
    assert_eq!(text, "新しい");
}
