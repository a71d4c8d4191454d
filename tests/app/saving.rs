//! When and how often something is written: not while somebody enters it, once for both stores, and at once where the
//! page goes away.

use leptos::prelude::*;
use serde_json::Value as Json;
use tenken::{
    app::SaveState,
    core::{
        assessment::{AssessmentId, Edit, paths},
        document,
    },
};

use crate::fakes::{Memory, Tab, go_on, idle};

fn enter(tab: &Tab, id: &AssessmentId, text: &str) {
    tab.app.dispatch(id, &[Edit::text(paths::meta("note"), text)]);
}

fn state(tab: &Tab, id: &AssessmentId) -> SaveState {
    untrack(|| tab.app.save_state(id))
}

fn is_as_in_file(tab: &Tab, id: &AssessmentId) -> bool {
    untrack(|| tab.app.file_mark(id)).is_some_and(|(_, changed)| !changed)
}

fn key(id: &AssessmentId) -> String {
    format!("tenken/1/assessment/{id}")
}

#[test]
fn entering_writes_nothing_and_all_of_it_is_written_once() {
    let memory = Memory::default();
    let tab = Tab::open(&memory, 1);
    let id = tab.app.create("点検");
    idle();
    assert!(matches!(state(&tab, &id), SaveState::Saved(Some(_))));
    let before = memory.writes();
    ["一", "二", "三"].iter().for_each(|text| enter(&tab, &id, text));
    assert_eq!(memory.writes(), before, "not in the frame in which somebody types");
    assert_eq!(state(&tab, &id), SaveState::Pending);
    idle();
    assert_eq!(memory.writes(), (before.0 + 1, before.1 + 1));
    assert!(matches!(state(&tab, &id), SaveState::Saved(Some(_))));
    assert_eq!(memory.texts()[&key(&id)], memory.disk()[&key(&id)]);
    idle();
    assert_eq!(memory.writes(), (before.0 + 1, before.1 + 1), "nor again where nothing was entered");
}

#[test]
fn a_page_that_goes_away_does_not_wait_for_time() {
    let memory = Memory::default();
    let tab = Tab::open(&memory, 1);
    let id = tab.app.create("点検");
    idle();
    memory.slow(true);
    enter(&tab, &id, "最後の一文字");
    assert!(tab.app.has_unsaved());
    tab.app.flush();
    assert!(!tab.app.has_unsaved());
    assert!(memory.texts()[&key(&id)].contains("最後の一文字"));
}

#[test]
fn a_slow_disk_never_takes_the_mirror_back_to_an_older_version() {
    let memory = Memory::default();
    let tab = Tab::open(&memory, 1);
    let id = tab.app.create("点検");
    idle();
    memory.slow(true);
    enter(&tab, &id, "先");
    tab.app.flush();
    enter(&tab, &id, "後");
    tab.app.flush();
    let (mirror, disk) = memory.writes();
    memory.slow(false);
    go_on();
    assert!(memory.disk()[&key(&id)].contains("後"));
    assert_eq!(memory.writes(), (mirror, disk + 2), "the mirror had it already");
}

/// What was read is known as it stands, so the other store gets that very text.
#[test]
fn a_text_is_not_made_anew_for_the_other_store() {
    let memory = Memory::default();
    let tab = Tab::open(&memory, 1);
    let id = tab.app.create("点検");
    tab.app.flush();
    let json: Json = serde_json::from_str(&memory.texts()[&key(&id)]).expect("JSON");
    let by_another_hand = json.to_string();
    assert!(document::read(by_another_hand.as_bytes()).is_ok());
    let other = Memory::default();
    other.put(&key(&id), &by_another_hand);
    let next = Tab::open(&other, 2);
    assert!(matches!(state(&next, &id), SaveState::Saved(_)));
    assert_eq!(other.disk()[&key(&id)], by_another_hand);
    enter(&next, &id, "変えたら");
    next.app.flush();
    assert_ne!(other.disk()[&key(&id)], by_another_hand);
}

#[test]
fn whether_a_file_has_everything_follows_edits_and_other_tabs() {
    let memory = Memory::default();
    let tab = Tab::open(&memory, 1);
    let id = tab.app.create("点検");
    tab.app.flush();
    let other = Tab::open(&memory, 2);
    tab.app.save_to_file(&id);
    assert!(is_as_in_file(&tab, &id));
    enter(&tab, &id, "あと");
    tab.app.undo(&id);
    assert!(!is_as_in_file(&tab, &id), "taking back is a change too");
    tab.app.flush();
    // The other tab takes that in and saves a file of it; this one hears of the file.
    other.app.storage_changed(&key(&id));
    other.app.save_to_file(&id);
    assert!(is_as_in_file(&other, &id));
    tab.app.storage_changed(&format!("tenken/1/file/{id}"));
    assert!(is_as_in_file(&tab, &id));
    assert!(is_as_in_file(&Tab::open(&memory, 3), &id), "the next visit knows it");
    // What the other tab enters and puts into a file again arrives here with it.
    enter(&other, &id, "別のタブから");
    other.app.flush();
    other.app.save_to_file(&id);
    tab.app.storage_changed(&format!("tenken/1/file/{id}"));
    assert!(!is_as_in_file(&tab, &id), "it is not here yet");
    tab.app.storage_changed(&key(&id));
    assert!(is_as_in_file(&tab, &id));
}
