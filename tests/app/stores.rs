//! Two stores: what is told to be saved is on the disk, and either store alone carries on.

use leptos::prelude::*;
use tenken::{
    app::{SaveState, Start, StoreState, ports::StorageError},
    core::{
        assessment::{AssessmentId, Edit, paths},
        document,
    },
};

use crate::fakes::{Memory, Tab, go_on};

fn note(tab: &Tab, id: &AssessmentId) -> String {
    tab.app
        .assessments()
        .with_untracked(|a| a.get(id).map(|a| a.text(&paths::meta("note")).to_owned()).unwrap_or_default())
}

fn write(tab: &Tab, id: &AssessmentId, text: &str) {
    tab.app.dispatch(id, &[Edit::text(paths::meta("note"), text)]);
    tab.app.flush();
}

fn state(tab: &Tab, id: &AssessmentId) -> SaveState {
    untrack(|| tab.app.save_state(id))
}

fn is_saved(tab: &Tab, id: &AssessmentId) -> bool {
    matches!(state(tab, id), SaveState::Saved(_))
}

fn key(id: &AssessmentId) -> String {
    format!("tenken/1/assessment/{id}")
}

/// A browser that is killed has often not written the mirror for a minute.
#[test]
fn what_is_told_to_be_saved_survives_the_loss_of_the_mirror() {
    let memory = Memory::default();
    let tab = Tab::open(&memory, 1);
    let id = tab.app.create("点検");
    tab.app.flush();
    let written = memory.texts();
    write(&tab, &id, "殺される前");
    assert!(is_saved(&tab, &id));
    memory.lose_mirror(written);
    let next = Tab::open(&memory, 2);
    assert_eq!(note(&next, &id), "殺される前");
    assert!(is_saved(&next, &id));
    assert!(memory.texts()[&key(&id)].contains("殺される前"), "the mirror has it again");
    memory.lose_mirror(Default::default());
    assert_eq!(note(&Tab::open(&memory, 3), &id), "殺される前");
}

#[test]
fn nothing_is_told_to_be_saved_before_it_is_on_the_disk() {
    let memory = Memory::default();
    let tab = Tab::open(&memory, 1);
    let id = tab.app.create("点検");
    tab.app.flush();
    memory.slow(true);
    write(&tab, &id, "書き込み中");
    assert_eq!(state(&tab, &id), SaveState::Pending);
    assert!(memory.texts()[&key(&id)].contains("書き込み中"), "the mirror has it at once");
    assert!(!tab.app.has_unsaved(), "so leaving loses nothing");
    // What is entered meanwhile goes the same way.
    tab.app.dispatch(&id, &[Edit::text(paths::meta("assessor"), "後から")]);
    tab.app.flush();
    memory.slow(false);
    go_on();
    assert!(is_saved(&tab, &id));
    let disk = &memory.disk()[&key(&id)];
    assert!(disk.contains("書き込み中") && disk.contains("後から"));
}

#[test]
fn the_first_screen_shows_the_mirror_and_promises_nothing() {
    let memory = Memory::default();
    let first = Tab::open(&memory, 1);
    let id = first.app.create("点検");
    first.app.flush();
    let behind = memory.texts();
    write(&first, &id, "ディスクだけ");
    memory.lose_mirror(behind);
    memory.slow(true);
    let tab = Tab::open(&memory, 2);
    assert_eq!(state(&tab, &id), SaveState::Checking);
    assert_eq!(tab.app.durable().get_untracked(), StoreState::Opening);
    assert_eq!(note(&tab, &id), "");
    // Editing does not wait either.
    tab.app.dispatch(&id, &[Edit::text(paths::meta("assessor"), "待たずに")]);
    tab.app.flush();
    assert_eq!(state(&tab, &id), SaveState::Pending);
    memory.slow(false);
    go_on();
    assert_eq!(note(&tab, &id), "ディスクだけ");
    assert!(is_saved(&tab, &id));
    let disk = &memory.disk()[&key(&id)];
    assert!(disk.contains("ディスクだけ") && disk.contains("待たずに"));
}

#[test]
fn without_a_disk_the_mirror_carries_on_and_says_so() {
    let memory = Memory::default();
    memory.forbid_disk();
    let tab = Tab::open(&memory, 1);
    let id = tab.app.create("点検");
    write(&tab, &id, "簡易");
    assert!(matches!(state(&tab, &id), SaveState::Mirrored(Some(_), StorageError::Forbidden)));
    assert_eq!(tab.app.storage_failure().get_untracked(), None);
    let next = Tab::open(&memory, 2);
    assert_eq!(note(&next, &id), "簡易");
    assert!(matches!(state(&next, &id), SaveState::Mirrored(None, StorageError::Forbidden)));
}

#[test]
fn without_a_mirror_the_disk_carries_on() {
    let memory = Memory::default();
    memory.forbid_mirror();
    let tab = Tab::open(&memory, 1);
    let id = tab.app.create("点検");
    write(&tab, &id, "ディスク");
    assert!(is_saved(&tab, &id));
    assert!(matches!(tab.app.mirror().get_untracked(), StoreState::Failed(_)));
    let next = Tab::open(&memory, 2);
    assert_eq!(note(&next, &id), "ディスク");
    next.app.delete(&id).expect("the disk has a bin");
    let third = Tab::open(&memory, 3);
    assert_eq!(third.app.bin().with_untracked(Vec::len), 1);
    third.app.restore(&id);
    assert_eq!(note(&Tab::open(&memory, 4), &id), "ディスク");
}

#[test]
fn what_is_not_there_when_it_is_read_back_is_not_saved() {
    let memory = Memory::default();
    let tab = Tab::open(&memory, 1);
    let id = tab.app.create("点検");
    tab.app.flush();
    memory.forgetful(true);
    write(&tab, &id, "消える");
    assert!(matches!(state(&tab, &id), SaveState::Mirrored(_, StorageError::NotKept)));
    memory.forgetful(false);
    tab.app.flush();
    assert!(is_saved(&tab, &id), "it goes there on the next occasion");
}

#[test]
fn what_an_earlier_version_kept_comes_to_the_disk() {
    let memory = Memory::default();
    let tab = Tab::open(&memory, 1);
    let id = tab.app.create("以前の版");
    write(&tab, &id, "簡易な保存だけ");
    let gone = tab.app.create("以前のごみ箱");
    tab.app.flush();
    tab.app.delete(&gone).expect("there is room");
    let before = memory.without_disk();
    assert!(before.disk().is_empty());
    let next = Tab::open(&before, 2);
    assert!(is_saved(&next, &id));
    assert!(before.disk()[&key(&id)].contains("簡易な保存だけ"));
    assert!(before.disk().contains_key(&format!("tenken/1/bin/{gone}")));
}

#[test]
fn the_bin_is_where_the_disk_says() {
    let memory = Memory::default();
    let tab = Tab::open(&memory, 1);
    let id = tab.app.create("点検");
    tab.app.flush();
    let listed = memory.texts();
    tab.app.delete(&id).expect("there is room");
    let binned = memory.texts();
    memory.lose_mirror(listed);
    let next = Tab::open(&memory, 2);
    assert!(next.app.assessments().with_untracked(|a| a.is_empty()), "it stays deleted");
    assert_eq!(next.app.bin().with_untracked(Vec::len), 1);
    next.app.restore(&id);
    memory.lose_mirror(binned);
    let third = Tab::open(&memory, 3);
    assert!(third.app.assessments().with_untracked(|a| a.contains_key(&id)), "it stays restored");
    assert!(third.app.bin().with_untracked(Vec::is_empty));
}

#[test]
fn a_mirror_that_is_full_makes_room_and_nothing_is_lost() {
    let memory = Memory::default();
    memory.limit_mirror(Some(60_000));
    let tab = Tab::open(&memory, 1);
    let ids: Vec<AssessmentId> = (0..20).map(|n| tab.app.create(&format!("点検 {n}"))).collect();
    for (n, id) in ids.iter().enumerate() {
        write(&tab, id, &format!("{n}{}", "x".repeat(10_000)));
        assert!(is_saved(&tab, id), "{n}: {:?}", state(&tab, id));
    }
    assert!(memory.texts().len() < 40);
    // Another tab hears that assessments left the mirror, and leaves them there.
    let other = Tab::open(&memory, 2);
    let before = memory.texts();
    ids.iter().for_each(|id| other.app.storage_written(&key(id), None));
    other.app.flush();
    assert_eq!(memory.texts(), before, "nothing is pushed to and fro");
    for (n, id) in ids.iter().enumerate() {
        assert!(note(&other, id).starts_with(&n.to_string()), "{n}");
    }
}

/// Two tabs write at the same time, and one is closed at once: its text was written over, but the other has heard it.
#[test]
fn what_was_heard_counts_even_when_it_was_written_over() {
    let memory = Memory::default();
    let first = Tab::open(&memory, 1);
    let id = first.app.create("共有");
    first.app.flush();
    let second = Tab::open(&memory, 2);
    let alone = memory.texts();
    memory.slow(true);
    first.app.dispatch(&id, &[Edit::text(paths::meta("assessor"), "一つ目")]);
    first.app.flush();
    let heard = memory.texts()[&key(&id)].clone();
    // The second never saw what the first wrote, and writes over it.
    memory.lose_mirror(alone);
    second.app.dispatch(&id, &[Edit::text(paths::meta("note"), "二つ目")]);
    second.app.flush();
    // The first is closed now: what it still had to bring to the disk never gets there.
    second.app.storage_written(&key(&id), Some(&heard));
    second.app.flush();
    let text = &memory.texts()[&key(&id)];
    assert!(text.contains("一つ目") && text.contains("二つ目"));
}

#[test]
fn what_cannot_be_read_on_the_disk_is_left_alone_and_told() {
    let memory = Memory::default();
    let key = "tenken/1/assessment/0123456789ab";
    memory.put_on_disk(key, "{broken");
    let tab = Tab::open(&memory, 1);
    let unreadable = tab.app.unreadable().get_untracked();
    assert!(unreadable.len() == 1 && unreadable[0].durable);
    tab.app.save_unreadable(key);
    assert_eq!(tab.files.last().1, "{broken");
    assert_eq!(memory.disk()[key], "{broken");
    tab.app.forget_unreadable(key);
    assert!(memory.disk().is_empty());
    assert!(tab.app.unreadable().with_untracked(Vec::is_empty));
}

#[test]
fn something_unreadable_in_the_bin_is_told_and_makes_room() {
    let memory = Memory::default();
    let tab = Tab::open(&memory, 1);
    let id = tab.app.create("同じ番号");
    tab.app.flush();
    memory.put(&format!("tenken/1/bin/{id}"), "{broken");
    let next = Tab::open(&memory, 2);
    assert_eq!(next.app.unreadable().with_untracked(Vec::len), 1, "it is mentioned");
    next.app.delete(&id).expect("its namesake does not stand in the way");
    assert!(memory.texts().values().any(|text| text == "{broken"), "and is not lost");
    let third = Tab::open(&memory, 3);
    assert_eq!(third.app.bin().with_untracked(Vec::len), 1);
    assert_eq!(third.app.unreadable().with_untracked(Vec::len), 1);
}

#[test]
fn settings_that_are_unknown_here_survive() {
    let memory = Memory::default();
    memory.put("tenken/1/settings", r#"{"locale":"fr","person":"鈴木","theme":"dark","later":{"a":1}}"#);
    let tab = Tab::open(&memory, 1);
    assert_eq!(tab.app.settings().with_untracked(|s| s.person.clone()), "鈴木", "one unknown word spoils no other");
    tab.app.set_settings(|s| s.person = "佐藤".into());
    let text = &memory.texts()["tenken/1/settings"];
    assert!(
        text.contains(r#""locale":"fr""#) && text.contains(r#""later":{"a":1}"#) && text.contains("佐藤"),
        "{text}"
    );
    memory.put("tenken/1/settings", "{broken");
    let next = Tab::open(&memory, 2);
    next.app.set_settings(|s| s.person = "田中".into());
    assert!(memory.texts().values().any(|text| text == "{broken"), "what is broken is put aside");
}

#[test]
fn settings_that_do_not_fit_are_told() {
    let memory = Memory::default();
    let tab = Tab::open(&memory, 1);
    memory.limit(Some(0));
    tab.app.set_settings(|s| s.person = "鈴木".into());
    assert!(tab.app.notices().with_untracked(|n| n.iter().any(|n| n.kind.is_failure())));
}

#[test]
fn the_failure_of_any_assessment_is_known_everywhere() {
    let memory = Memory::default();
    let tab = Tab::open(&memory, 1);
    let id = tab.app.create("もと");
    tab.app.flush();
    memory.limit(Some(0));
    let copy = tab.app.duplicate(&id, "写し").expect("it exists");
    tab.app.flush();
    assert_eq!(untrack(|| tab.app.failures()), [(copy, StorageError::Full)]);
}

#[test]
fn the_safe_start_leaves_the_pack_aside_and_shows_everything() {
    let memory = Memory::default();
    let tab = Tab::open(&memory, 1);
    let id = tab.app.create("点検");
    tab.app.flush();
    memory.put("tenken/1/pack", "{broken");
    let safe = Tab::start(&memory, 2, Start::Safe);
    assert_eq!(safe.app.kept_pack().get_untracked(), None);
    assert!(safe.app.notices().with_untracked(Vec::is_empty), "the pack is not even looked at");
    assert!(safe.app.assessments().with_untracked(|a| a.contains_key(&id)));
    assert_eq!(memory.texts()["tenken/1/pack"], "{broken");
}

#[test]
fn nothing_is_written_that_cannot_be_read() {
    let memory = Memory::default();
    let tab = Tab::open(&memory, 1);
    let id = tab.app.create("点検");
    write(&tab, &id, "x");
    for text in memory.disk().values().chain(memory.texts().values()) {
        assert!(document::read(text.as_bytes()).is_ok(), "{text}");
    }
}

/// Deleted for ever here, it comes back as an older file; what another tab wrote meanwhile is not taken for known.
#[test]
fn what_was_forgotten_is_news_when_it_comes_back() {
    let memory = Memory::default();
    let tab = Tab::open(&memory, 1);
    let id = tab.app.create("点検");
    tab.app.flush();
    tab.app.save_to_file(&id);
    let old = tab.files.last().1.into_bytes();
    write(&tab, &id, "新しい");
    let newer = memory.texts()[&key(&id)].clone();
    tab.app.delete(&id).expect("there is room");
    tab.app.forget(&id);
    tab.app.preview_file("a.tenken.json", Ok(old));
    tab.app.accept_incoming().expect("it waits");
    memory.put(&key(&id), &newer);
    memory.put_on_disk(&key(&id), &newer);
    tab.app.flush();
    assert_eq!(note(&tab, &id), "新しい");
    assert_eq!(note(&Tab::open(&memory, 2), &id), "新しい");
}
