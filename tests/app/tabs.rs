//! Several tabs on one storage: whatever the order, nothing is lost.

use tenken::core::assessment::{AssessmentId, Edit, paths};

use crate::fakes::{Memory, Tab};

fn note(tab: &Tab, id: &AssessmentId, what: &str) -> String {
    tab.app.assessments().with_untracked(|a| a[id].text(&paths::meta(what)).to_owned())
}

fn key(id: &AssessmentId) -> String {
    format!("tenken/1/assessment/{id}")
}

#[test]
fn two_tabs_merge_even_without_hearing_of_each_other() {
    let memory = Memory::default();
    let first = Tab::open(&memory, 1);
    let id = first.app.create("共有");
    first.app.flush();
    let second = Tab::open(&memory, 2);
    first.app.dispatch(&id, &[Edit::text(paths::meta("note"), "一つ目から")]);
    second.app.dispatch(&id, &[Edit::text(paths::meta("assessor"), "二つ目から")]);
    first.app.flush();
    second.app.flush();
    assert_eq!(note(&second, &id, "note"), "一つ目から", "saving takes in what is there");
    first.app.storage_changed(&key(&id));
    assert_eq!(note(&first, &id, "assessor"), "二つ目から");
    let third = Tab::open(&memory, 3);
    assert_eq!((note(&third, &id, "note"), note(&third, &id, "assessor")), ("一つ目から".into(), "二つ目から".into()));
}

#[test]
fn a_disagreement_keeps_both_values() {
    let memory = Memory::default();
    let first = Tab::open(&memory, 1);
    let id = first.app.create("共有");
    first.app.flush();
    let second = Tab::open(&memory, 2);
    first.app.dispatch(&id, &[Edit::text(paths::meta("note"), "甲")]);
    second.app.dispatch(&id, &[Edit::text(paths::meta("note"), "乙")]);
    first.app.flush();
    second.app.flush();
    first.app.storage_changed(&key(&id));
    for tab in [&first, &second] {
        let both = tab.app.assessments().with_untracked(|a| {
            let (_, field) = a[&id].conflicts().next().expect("they disagree");
            field.heads().iter().filter_map(|(_, h)| h.value.as_ref()?.as_text().map(str::to_owned)).collect::<Vec<_>>()
        });
        assert_eq!(both.len(), 2, "{both:?}");
    }
    assert_eq!(note(&first, &id, "note"), note(&second, &id, "note"), "and show the same one");
    let winner = note(&first, &id, "note");
    first.app.decide(&id, &paths::meta("note"), Some(tenken::core::assessment::Value::text(winner)));
    first.app.flush();
    second.app.storage_changed(&key(&id));
    assert_eq!(second.app.assessments().with_untracked(|a| a[&id].conflicts().count()), 0);
}

#[test]
fn deleting_in_one_tab_reaches_the_other_but_not_its_unsaved_work() {
    let memory = Memory::default();
    let first = Tab::open(&memory, 1);
    let id = first.app.create("共有");
    first.app.flush();
    let second = Tab::open(&memory, 2);
    let third = Tab::open(&memory, 3);
    third.app.dispatch(&id, &[Edit::text(paths::meta("note"), "まだ保存していない")]);
    first.app.delete(&id).expect("there is room");
    second.app.storage_changed(&key(&id));
    third.app.storage_changed(&key(&id));
    assert!(!second.app.assessments().with_untracked(|a| a.contains_key(&id)));
    assert_eq!(second.app.bin().with_untracked(Vec::len), 1);
    third.app.flush();
    first.app.storage_changed(&key(&id));
    assert_eq!(note(&first, &id, "note"), "まだ保存していない", "it is back, with everything");
    assert!(first.app.bin().with_untracked(Vec::is_empty), "and no longer in the bin");
}

#[test]
fn what_vanishes_from_storage_without_a_trace_is_kept_again() {
    let memory = Memory::default();
    let tab = Tab::open(&memory, 1);
    let id = tab.app.create("消される");
    tab.app.flush();
    memory.take(&key(&id));
    tab.app.storage_changed(&key(&id));
    tab.app.flush();
    assert!(memory.texts().contains_key(&key(&id)), "one key");
    memory.take(&key(&id));
    tab.app.storage_cleared();
    tab.app.flush();
    assert!(memory.texts().contains_key(&key(&id)), "all of it");
}
