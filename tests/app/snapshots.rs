//! Snapshots: what is kept is there, or a sentence says that it is not; and it goes wherever its assessment goes.

use std::{cell::RefCell, rc::Rc};

use leptos::prelude::*;
use tenken::{
    app::{Asked, IncomingKind, NoticeKind, Start, ports::StorageError},
    core::{
        assessment::{Assessment, AssessmentId, Edit, Snapshot, paths},
        catalog::CATALOG,
        document,
        report::differences,
    },
};

use crate::fakes::{Memory, Tab};

/// A day later, as the clock of a tab has it.
const NEXT_DAY: u64 = 100_000;

fn get(tab: &Tab, id: &AssessmentId) -> Assessment {
    tab.app.assessments().with_untracked(|a| (*a[id]).clone())
}

fn write(tab: &Tab, id: &AssessmentId, text: &str) {
    tab.app.dispatch(id, &[Edit::text(paths::meta("note"), text)]);
}

fn note(assessment: &Assessment) -> &str {
    assessment.text(&paths::meta("note"))
}

/// An assessment with a snapshot of the note `まえ`, and now with the note `あと`.
fn kept(tab: &Tab) -> (AssessmentId, Snapshot) {
    let id = tab.app.create("点検");
    write(tab, &id, "まえ");
    tab.app.keep_snapshot(&id, "見直し前");
    write(tab, &id, "あと");
    tab.app.flush();
    let snapshot = get(tab, &id).snapshots().pop().expect("it is kept");
    (id, snapshot)
}

/// The content of a snapshot, if this browser has it.
fn content(tab: &Tab, id: &AssessmentId, of: &Snapshot) -> Option<Assessment> {
    let found = Rc::new(RefCell::new(None));
    let into = Rc::clone(&found);
    tab.app.read_contents(id, vec![of.clone()], Box::new(move |all| *into.borrow_mut() = Some(all)));
    let all = found.take().expect("the stores have answered");
    all.into_iter().next().flatten().map(|text| document::read_snapshot(&text, &of.digest).expect("it can be read"))
}

fn has(tab: &Tab, id: &AssessmentId, of: &Snapshot) -> bool {
    content(tab, id, of).is_some_and(|then| note(&then) == "まえ")
}

fn told(tab: &Tab) -> Option<StorageError> {
    tab.app.notices().with_untracked(|n| {
        n.iter().find_map(|n| match n.kind {
            NoticeKind::SnapshotNotKept(error) => Some(error),
            _ => None,
        })
    })
}

fn keys(texts: &std::collections::BTreeMap<String, String>) -> usize {
    texts.keys().filter(|key| key.starts_with("tenken/snapshot/")).count()
}

fn go_back(tab: &Tab, id: &AssessmentId, of: &Snapshot) {
    let then = content(tab, id, of).expect("it is here");
    tab.app.go_back(id, &differences(&then, &get(tab, id), &CATALOG).way_back());
}

#[test]
fn what_was_kept_is_there_in_the_next_visit_and_no_edit_writes_it_again() {
    let memory = Memory::default();
    let tab = Tab::open(&memory, 1);
    let (id, snapshot) = kept(&tab);
    assert_eq!((snapshot.name.as_str(), snapshot.by.as_str()), ("見直し前", ""));
    assert!(has(&tab, &id, &snapshot));
    assert_eq!((keys(&memory.disk()), keys(&memory.texts())), (1, 0), "the mirror keeps its room for what is edited");
    let own = &memory.disk()[&format!("tenken/1/assessment/{id}")];
    assert!(own.contains("見直し前") && !own.contains("まえ\"") && own.contains("あと"));
    let next = Tab::open(&memory, 2);
    assert!(has(&next, &id, &snapshot));
    assert_eq!(get(&next, &id).snapshots(), [snapshot]);
}

#[test]
fn going_back_is_one_step_and_leaves_snapshots_alone() {
    let tab = Tab::open(&Memory::default(), 1);
    let (id, snapshot) = kept(&tab);
    tab.app.dispatch(&id, &[Edit::text(paths::meta("assessor"), "佐藤")]);
    tab.app.keep_snapshot(&id, "二つ目");
    go_back(&tab, &id, &snapshot);
    let back = get(&tab, &id);
    assert_eq!((note(&back), back.text(&paths::meta("assessor")), back.snapshots().len()), ("まえ", "", 2));
    assert!(tab.app.notices().with_untracked(|n| n.iter().any(|n| n.kind == NoticeKind::WentBack { changes: 2 })));
    tab.app.undo(&id);
    let undone = get(&tab, &id);
    assert_eq!((note(&undone), undone.text(&paths::meta("assessor"))), ("あと", "佐藤"));
}

#[test]
fn where_there_is_no_room_nothing_is_half_kept() {
    for limit_mirror in [false, true] {
        let memory = Memory::default();
        if limit_mirror {
            memory.forbid_disk();
        }
        let tab = Tab::open(&memory, 1);
        let id = tab.app.create("点検");
        write(&tab, &id, &"長".repeat(5000));
        tab.app.flush();
        memory.limit(Some(20_000 + if limit_mirror { 0 } else { 10_000 }));
        let before = get(&tab, &id);
        tab.app.keep_snapshot(&id, "入らない");
        assert_eq!((get(&tab, &id), told(&tab)), (before, Some(StorageError::Full)));
        assert_eq!((keys(&memory.disk()), keys(&memory.texts())), (0, 0));
        memory.limit(None);
        tab.app.keep_snapshot(&id, "入る");
        assert_eq!(get(&tab, &id).snapshots().len(), 1);
    }
    let memory = Memory::default();
    let tab = Tab::open(&memory, 1);
    let id = tab.app.create("点検");
    tab.app.flush();
    memory.forgetful(true);
    tab.app.keep_snapshot(&id, "消える");
    assert_eq!((get(&tab, &id).snapshots().len(), told(&tab)), (0, Some(StorageError::NotKept)));
    memory.forbid();
    let nowhere = Tab::open(&memory, 2);
    let id = nowhere.app.create("点検");
    nowhere.app.keep_snapshot(&id, "どこにも");
    assert_eq!((get(&nowhere, &id).snapshots().len(), told(&nowhere)), (0, Some(StorageError::Forbidden)));
}

#[test]
fn without_the_durable_store_the_mirror_has_it() {
    let memory = Memory::default();
    memory.forbid_disk();
    let tab = Tab::open(&memory, 1);
    let (id, snapshot) = kept(&tab);
    assert_eq!(keys(&memory.texts()), 1);
    assert!(has(&tab, &id, &snapshot) && has(&Tab::open(&memory, 2), &id, &snapshot));
    assert!(has(&Tab::open(&memory.without_disk(), 3), &id, &snapshot), "also once that comes back");
    let memory = Memory::default();
    let tab = Tab::open(&memory, 4);
    let (id, snapshot) = kept(&tab);
    memory.forbid_mirror();
    assert!(has(&Tab::open(&memory, 5), &id, &snapshot), "either store alone carries on");
}

#[test]
fn another_tab_sees_it() {
    let memory = Memory::default();
    let first = Tab::open(&memory, 1);
    let id = first.app.create("共有");
    write(&first, &id, "まえ");
    first.app.flush();
    let second = Tab::open(&memory, 2);
    first.app.keep_snapshot(&id, "一つ目から");
    first.app.flush();
    second.app.storage_changed(&format!("tenken/1/assessment/{id}"));
    second.app.keep_snapshot(&id, "二つ目から");
    second.app.flush();
    first.app.storage_changed(&format!("tenken/1/assessment/{id}"));
    let all = get(&first, &id).snapshots();
    assert_eq!(all.iter().map(|s| s.name.as_str()).collect::<Vec<_>>(), ["二つ目から", "一つ目から"]);
    assert!(all.iter().all(|s| has(&first, &id, s) && has(&second, &id, s)));
}

#[test]
fn the_content_of_a_removed_one_goes_once_no_undo_can_reach_it() {
    let (memory, of_tab) = (Memory::default(), Memory::default());
    let tab = Tab::reloaded(&memory, &of_tab, 1, Start::Whole);
    let (id, snapshot) = kept(&tab);
    tab.app.remove_snapshot(&id, &snapshot.id);
    assert!(get(&tab, &id).snapshots().is_empty());
    tab.app.undo(&id);
    assert!(has(&tab, &id, &snapshot) && get(&tab, &id).snapshots()[0].name == "見直し前");
    tab.app.redo(&id);
    tab.app.flush();
    tab.app.keep_histories();
    assert_eq!(keys(&memory.disk()), 1);
    Tab::open(&memory, 2);
    assert_eq!(keys(&memory.disk()), 1, "another tab may still undo it");
    Tab::reloaded(&memory, &of_tab, NEXT_DAY, Start::Whole);
    assert_eq!(keys(&memory.disk()), 1, "and so may this one");
    let (written, _) = (memory.writes().1, Tab::open(&memory, NEXT_DAY + 1));
    assert_eq!((keys(&memory.disk()), memory.writes().1 - written), (0, 1));
    let (written, _) = (memory.writes().1, Tab::open(&memory, NEXT_DAY + 2));
    assert_eq!(memory.writes().1, written, "what is gone is not removed again at every start");
    // Undone all the same, it says what it is: without its content.
    let late = Tab::reloaded(&memory, &of_tab, NEXT_DAY + 3, Start::Whole);
    late.app.undo(&id);
    assert_eq!(get(&late, &id).snapshots().len(), 1);
    assert!(!has(&late, &id, &snapshot));
}

#[test]
fn a_file_takes_it_along_and_is_the_same_to_the_byte_again() {
    let here = Tab::open(&Memory::default(), 1);
    let (id, snapshot) = kept(&here);
    here.app.save_to_file(&id);
    let (name, file) = here.files.last();
    assert!(file.contains("まえ") && file.contains("あと"));
    let memory = Memory::default();
    let there = Tab::open(&memory, 2);
    there.app.preview_file(&name, Ok(file.clone().into_bytes()));
    assert_eq!(there.app.incoming().get_untracked().expect("it waits").contents.len(), 1);
    assert_eq!(keys(&memory.disk()), 0, "nothing is kept before the person says so");
    there.app.accept_incoming().expect("it is new");
    there.app.flush();
    assert!(has(&there, &id, &snapshot) && !there.app.has_unsaved());
    there.app.save_to_file(&id);
    assert_eq!(there.files.last().1, file);
    let next = Tab::open(&memory, 3);
    assert!(has(&next, &id, &snapshot));
    // Beside the one that is here, it has its own.
    next.app.preview_file(&name, Ok(file.into_bytes()));
    let copy = next.app.accept_incoming_as_copy("別の点検").expect("it waits");
    let twin = next.app.duplicate(&id, "複製").expect("it exists");
    for id in [&copy, &twin] {
        assert!(has(&next, id, &snapshot), "{id}");
    }
    next.app.delete(&id).expect("there is room");
    next.app.forget(&id);
    assert!(has(&next, &copy, &snapshot) && has(&next, &twin, &snapshot));
    assert_eq!(keys(&memory.disk()), 2, "what is deleted for ever is gone");
}

#[test]
fn a_content_that_is_missing_comes_back_with_a_file_that_has_it() {
    let memory = Memory::default();
    let tab = Tab::open(&memory, 1);
    let (id, snapshot) = kept(&tab);
    tab.app.save_to_file(&id);
    let whole = tab.files.last().1;
    let bare = document::write(&get(&tab, &id));
    let elsewhere = Memory::default();
    let other = Tab::open(&elsewhere, 2);
    other.app.preview_file("bare.tenken.json", Ok(bare.clone().into_bytes()));
    other.app.accept_incoming().expect("it is new");
    assert!(!has(&other, &id, &snapshot));
    other.app.save_to_file(&id);
    assert_eq!(other.files.last().1, bare, "a file has what is there");
    other.app.preview_file("whole.tenken.json", Ok(whole.into_bytes()));
    assert_eq!(other.app.incoming().get_untracked().map(|i| i.kind), Some(IncomingKind::Same));
    other.app.accept_incoming().expect("it waits");
    assert!(has(&other, &id, &snapshot));
    // What stands under its key and is something else is not taken for it.
    let key = format!("tenken/snapshot/1/{id}/{}", snapshot.id);
    for odd in ["", "{}", &memory.disk()[&key].replace("まえ", "偽り")] {
        memory.put_on_disk(&key, odd);
        assert!(content(&tab, &id, &snapshot).is_none(), "{odd}");
    }
}

#[test]
fn what_came_with_a_file_and_does_not_fit_can_be_looked_at_and_is_told() {
    let here = Tab::open(&Memory::default(), 1);
    let id = here.app.create("点検");
    write(&here, &id, "まえ");
    (0..20).for_each(|n| here.app.dispatch(&id, &[Edit::text(paths::meta(&format!("x{n}")), "長".repeat(500))]));
    here.app.keep_snapshot(&id, "大きい");
    here.app.save_to_file(&id);
    let snapshot = get(&here, &id).snapshots().pop().expect("it is kept");
    let memory = Memory::default();
    let tab = Tab::open(&memory, 2);
    tab.app.preview_file("bare.tenken.json", Ok(document::write(&get(&here, &id)).into_bytes()));
    tab.app.accept_incoming().expect("it is new");
    tab.app.flush();
    memory.limit(Some(memory.disk().values().map(String::len).sum::<usize>() + 10_000));
    tab.app.preview_file("whole.tenken.json", Ok(here.files.last().1.into_bytes()));
    tab.app.accept_incoming().expect("it waits");
    assert_eq!((told(&tab), keys(&memory.disk())), (Some(StorageError::Full), 0));
    assert!(has(&tab, &id, &snapshot) && tab.app.has_unsaved(), "leaving would lose it");
}

#[test]
fn a_backup_takes_it_along() {
    let memory = Memory::default();
    let tab = Tab::open(&memory, 1);
    let (id, snapshot) = kept(&tab);
    let (binned, of_binned) = kept(&tab);
    tab.app.delete(&binned).expect("there is room");
    tab.app.save_backup();
    let backup = tab.files.last().1;
    // The failure notice writes all that stands under the keys of this program.
    let rescue = serde_json::to_string(&memory.disk()).expect("texts");
    let forged = backup.replace("まえ", "偽り");
    for (file, fits) in [(&backup, true), (&rescue, true), (&forged, false)] {
        let elsewhere = Memory::default();
        let other = Tab::open(&elsewhere, 2);
        other.app.receive("a.json", Ok(file.clone().into_bytes()));
        assert!(matches!(other.app.asked().get_untracked(), Some(Asked::Backup(_))));
        other.app.accept_backup(false);
        assert_eq!(has(&other, &id, &snapshot), fits);
        other.app.restore(&binned);
        assert_eq!(has(&other, &binned, &of_binned), fits);
        assert_eq!(keys(&elsewhere.disk()), if fits { 2 } else { 0 });
    }
}
