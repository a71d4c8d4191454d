//! What can be undone outlasts a reload of the page, in its tab.

use leptos::prelude::*;
use tenken::{
    app::Start,
    core::{
        assessment::{AssessmentId, Edit, paths},
        document,
    },
};

use crate::fakes::{Memory, Tab};

fn note(tab: &Tab, id: &AssessmentId) -> String {
    tab.app.assessments().with_untracked(|a| a[id].text(&paths::meta("note")).to_owned())
}

fn write(tab: &Tab, id: &AssessmentId, text: &str) {
    tab.app.dispatch(id, &[Edit::text(paths::meta("note"), text)]);
}

/// The page goes away, as a browser tells it.
fn leave(tab: &Tab) {
    tab.app.flush();
    tab.app.keep_histories();
}

#[test]
fn what_was_done_before_a_reload_is_undone_and_redone_after_it() {
    let (memory, of_tab) = (Memory::default(), Memory::default());
    let tab = Tab::reloaded(&memory, &of_tab, 1, Start::Whole);
    let id = tab.app.create("点検");
    ["一", "二", "三"].iter().for_each(|text| write(&tab, &id, text));
    tab.app.undo(&id);
    assert_eq!(of_tab.writes().0, 0, "an edit does not write it");
    leave(&tab);
    leave(&tab);
    assert_eq!(of_tab.writes().0, 1, "and what is kept is not written twice");
    let next = Tab::reloaded(&memory, &of_tab, 2, Start::Whole);
    assert!(untrack(|| next.app.can_undo(&id) && next.app.can_redo(&id)));
    next.app.redo(&id);
    assert_eq!(note(&next, &id), "三");
    next.app.undo(&id);
    next.app.undo(&id);
    assert_eq!(note(&next, &id), "一");
    leave(&next);
    // The safe start looks at nothing, and so loses nothing.
    leave(&Tab::reloaded(&memory, &of_tab, 3, Start::Safe));
    let last = Tab::reloaded(&memory, &of_tab, 4, Start::Whole);
    last.app.undo(&id);
    assert_eq!((note(&last, &id).as_str(), untrack(|| last.app.can_undo(&id))), ("", false));
    assert!(!untrack(|| Tab::open(&memory, 5).app.can_redo(&id)), "another tab has a history of its own");
}

#[test]
fn an_import_and_a_restore_are_undone_after_a_reload() {
    let (memory, of_tab) = (Memory::default(), Memory::default());
    let tab = Tab::reloaded(&memory, &of_tab, 1, Start::Whole);
    let id = tab.app.create("点検");
    write(&tab, &id, "ここ");
    let mut theirs = tab.app.assessments().with_untracked(|a| (*a[&id]).clone());
    let mut clock = tenken::core::assessment::Clock::new(tenken::core::assessment::Actor::new(99));
    theirs.apply(&[Edit::text(paths::meta("assessor"), "佐藤")], &mut clock, 1_763_866_900_000, "佐藤");
    leave(&tab);
    let next = Tab::reloaded(&memory, &of_tab, 2, Start::Whole);
    next.app.preview_file("a.tenken.json", Ok(document::write(&theirs).into_bytes()));
    next.app.accept_incoming().expect("it is merged");
    next.app.delete(&id).expect("there is room");
    next.app.restore(&id);
    leave(&next);
    let last = Tab::reloaded(&memory, &of_tab, 3, Start::Whole);
    let assessor =
        |tab: &Tab| tab.app.assessments().with_untracked(|a| a[&id].text(&paths::meta("assessor")).to_owned());
    assert_eq!(assessor(&last), "佐藤");
    last.app.undo(&id);
    assert_eq!((assessor(&last).as_str(), note(&last, &id).as_str()), ("", "ここ"));
    last.app.undo(&id);
    assert_eq!(note(&last, &id), "", "the steps before the import are still there");
}

#[test]
fn a_history_that_does_not_fit_loses_its_oldest_steps() {
    let (memory, of_tab) = (Memory::default(), Memory::default());
    let tab = Tab::reloaded(&memory, &of_tab, 1, Start::Whole);
    let id = tab.app.create("点検");
    (0..40).for_each(|n| write(&tab, &id, &format!("{n}{}", "長".repeat(1000))));
    of_tab.limit_mirror(Some(50_000));
    leave(&tab);
    let kept = of_tab.texts().into_values().next().expect("some of it is kept");
    assert!(kept.len() < 50_000 && kept.contains("38長") && !kept.contains("10長"));
    let next = Tab::reloaded(&memory, &of_tab, 2, Start::Whole);
    next.app.undo(&id);
    assert!(note(&next, &id).starts_with("38"));
    // Where a tab may not keep anything, nothing is lost but the history.
    let nothing = Memory::default();
    nothing.forbid();
    let last = Tab::reloaded(&memory, &nothing, 3, Start::Whole);
    write(&last, &id, "続き");
    leave(&last);
    assert!(untrack(|| last.app.can_undo(&id)));
}

#[test]
fn whatever_stands_where_a_history_was_is_no_error() {
    let (memory, of_tab) = (Memory::default(), Memory::default());
    let tab = Tab::reloaded(&memory, &of_tab, 1, Start::Whole);
    let id = tab.app.create("点検");
    write(&tab, &id, "内容");
    leave(&tab);
    let (key, text) = of_tab.texts().into_iter().next().expect("it is kept");
    for odd in ["", "[]", "[[],[],[]]", &text.replace("meta/note", "meta//note"), &text.replace('[', "[ "), &text[1..]]
    {
        of_tab.put(&key, odd);
        let next = Tab::reloaded(&memory, &of_tab, 2, Start::Whole);
        assert!(!untrack(|| next.app.can_undo(&id)), "{odd}");
        next.app.undo(&id);
        assert_eq!(note(&next, &id), "内容");
        assert!(next.app.notices().with_untracked(Vec::is_empty));
    }
    // A step whose head is gone is passed over: it was taken back elsewhere.
    of_tab.put(&key, &text);
    let other = Tab::reloaded(&memory, &of_tab.clone(), 3, Start::Whole);
    other.app.undo(&id);
    other.app.flush();
    let next = Tab::reloaded(&memory, &of_tab, 4, Start::Whole);
    next.app.undo(&id);
    assert_eq!((note(&next, &id).as_str(), untrack(|| next.app.can_undo(&id))), ("", false));
    assert!(next.app.notices().with_untracked(Vec::is_empty));
}

#[test]
fn what_is_deleted_for_ever_leaves_no_history() {
    let (memory, of_tab) = (Memory::default(), Memory::default());
    let tab = Tab::reloaded(&memory, &of_tab, 1, Start::Whole);
    let id = tab.app.create("点検");
    write(&tab, &id, "秘密");
    leave(&tab);
    assert!(!of_tab.texts().is_empty());
    tab.app.delete(&id).expect("there is room");
    tab.app.forget(&id);
    assert!(of_tab.texts().is_empty());
    leave(&tab);
    assert!(of_tab.texts().is_empty());
}
