//! Storage that is full, forbidden or holds what cannot be read.

use tenken::{
    app::{SaveState, ports::StorageError},
    core::{
        assessment::{Edit, paths},
        document::{self, FileError},
    },
};

use crate::fakes::{Memory, Tab};

#[test]
fn a_full_storage_keeps_the_former_text_and_says_so() {
    let memory = Memory::default();
    let tab = Tab::open(&memory, 1);
    let id = tab.app.create("満杯");
    tab.app.flush();
    let before = memory.texts();
    memory.limit(Some(before.iter().map(|(k, t)| k.len() + t.len()).sum()));
    tab.app.dispatch(&id, &[Edit::text(paths::meta("note"), "入らない".repeat(100))]);
    tab.app.flush();
    assert_eq!(tab.app.save_state(&id), SaveState::Failed(StorageError::Full));
    assert_eq!(memory.texts(), before, "what was kept still stands");
    // The file has everything.
    tab.app.save_to_file(&id);
    let (_, text) = tab.files.last();
    let file = document::read(text.as_bytes()).expect("it opens");
    assert_eq!(file.text(&paths::meta("note")), "入らない".repeat(100));
    // With room again the next change brings everything.
    memory.limit(None);
    tab.app.dispatch(&id, &[Edit::text(paths::meta("assessor"), "鈴木")]);
    tab.app.flush();
    let next = Tab::open(&memory, 2);
    assert_eq!(next.app.assessments().with_untracked(|a| a[&id].text(&paths::meta("note")).len()), 1200);
}

#[test]
fn moving_to_the_bin_works_without_room_for_two() {
    let memory = Memory::default();
    let tab = Tab::open(&memory, 1);
    let id = tab.app.create("大きい");
    tab.app.dispatch(&id, &[Edit::text(paths::meta("note"), "x".repeat(5000))]);
    tab.app.flush();
    memory.limit(Some(memory.texts().iter().map(|(k, t)| k.len() + t.len()).sum::<usize>() + 100));
    tab.app.delete(&id).expect("one at a time fits");
    assert_eq!(Tab::open(&memory, 2).app.bin().with_untracked(Vec::len), 1);
}

#[test]
fn forbidden_storage_leaves_the_app_working() {
    let memory = Memory::default();
    memory.forbid();
    let tab = Tab::open(&memory, 1);
    assert_eq!(tab.app.storage_failure().get_untracked(), Some(StorageError::Forbidden));
    let id = tab.app.create("保存なし");
    tab.app.flush();
    assert_eq!(tab.app.save_state(&id), SaveState::Failed(StorageError::Forbidden));
    tab.app.delete(&id).expect("memory has a bin");
    tab.app.restore(&id);
    assert!(tab.app.assessments().with_untracked(|a| a.contains_key(&id)));
    assert!(tab.app.bin().with_untracked(Vec::is_empty));
}

#[test]
fn what_cannot_be_read_is_never_overwritten() {
    let memory = Memory::default();
    let key = "tenken/1/assessment/0123456789ab";
    let newer = r#"{"format":"tenken-assessment","version":2}"#;
    memory.put(key, newer);
    memory.put("somebody/else", "theirs");
    let tab = Tab::open(&memory, 1);
    let unreadable = tab.app.unreadable().get_untracked();
    assert_eq!(unreadable.len(), 1);
    assert_eq!(unreadable[0].error, FileError::Newer { version: 2, known: 1 });
    tab.app.save_unreadable(key);
    assert_eq!(tab.files.last().1, newer);
    let id = tab.app.create("別の点検");
    tab.app.flush();
    tab.app.forget_unreadable("somebody/else");
    assert_eq!(memory.texts()[key], newer);
    assert_eq!(memory.texts()["somebody/else"], "theirs");
    // A newer program in another tab wrote the very assessment that is open here.
    memory.put(&format!("tenken/1/assessment/{id}"), newer);
    tab.app.dispatch(&id, &[Edit::text(paths::name(), "変更")]);
    tab.app.flush();
    assert_eq!(tab.app.save_state(&id), SaveState::Failed(StorageError::Guarded));
    assert_eq!(tab.app.delete(&id), Err(StorageError::Guarded), "nor is it deleted");
    assert_eq!(memory.texts()[&format!("tenken/1/assessment/{id}")], newer);
}

#[test]
fn broken_settings_fall_back_to_the_defaults() {
    let memory = Memory::default();
    memory.put("tenken/1/settings", "{broken");
    let tab = Tab::open(&memory, 1);
    assert!(tab.app.settings().with_untracked(|s| s.show_original));
    tab.app.set_settings(|s| s.person = "鈴木".into());
    let next = Tab::open(&memory, 2);
    assert_eq!(next.app.settings().with_untracked(|s| s.person.clone()), "鈴木");
}

#[test]
fn the_file_mark_says_whether_there_are_changes_since() {
    let memory = Memory::default();
    let tab = Tab::open(&memory, 1);
    let id = tab.app.create("a/b: \"c\"?");
    assert_eq!(tab.app.file_mark(&id), None);
    tab.app.save_to_file(&id);
    assert_eq!(tab.files.last().0, "a_b_ _c__.tenken.json", "a name that every system takes");
    assert!(!tab.app.file_mark(&id).expect("a mark").1);
    tab.app.dispatch(&id, &[Edit::text(paths::meta("note"), "あと")]);
    assert!(tab.app.file_mark(&id).expect("a mark").1);
    tab.app.flush();
    assert!(Tab::open(&memory, 2).app.file_mark(&id).expect("it is remembered").1);
}

#[test]
fn what_failed_to_be_kept_is_kept_once_there_is_room() {
    let memory = Memory::default();
    // With a disk the old one would make room in the mirror by itself.
    memory.forbid_disk();
    let tab = Tab::open(&memory, 1);
    let old = tab.app.create("古い点検");
    tab.app.dispatch(&old, &[Edit::text(paths::meta("note"), "x".repeat(3000))]);
    let id = tab.app.create("新しい点検");
    tab.app.flush();
    memory.limit(Some(memory.texts().iter().map(|(k, t)| k.len() + t.len()).sum::<usize>() + 200));
    tab.app.dispatch(&id, &[Edit::text(paths::meta("note"), "y".repeat(2000))]);
    tab.app.flush();
    assert_eq!(tab.app.save_state(&id), SaveState::Failed(StorageError::Full));
    assert!(tab.app.has_unsaved());
    tab.app.delete(&old).expect("one at a time fits");
    assert!(tab.app.has_unsaved(), "the bin still takes the room");
    tab.app.forget(&old);
    assert!(matches!(tab.app.save_state(&id), SaveState::Mirrored(Some(_), _)), "without another edit");
    assert!(!tab.app.has_unsaved());
}
