//! What hostile use broke once: each with the steps that showed it.

use leptos::prelude::*;
use serde_json::{Value as Json, json};
use sha2::{Digest, Sha256};
use tenken::{
    app::{IncomingKind, NoticeKind, SaveState, ports::Delivery},
    core::{
        assessment::{AssessmentId, Edit, Path, Value, paths},
        document::FileError,
        file_kind::FileKind,
    },
};

use crate::fakes::{Memory, Tab};

/// The file of an assessment, changed by hand, with the digest that belongs to it.
fn forged(tab: &Tab, id: &AssessmentId, change: impl FnOnce(&mut Json)) -> Vec<u8> {
    tab.app.save_to_file(id);
    let mut json: Json = serde_json::from_str(&tab.files.last().1).expect("JSON");
    change(&mut json);
    json.as_object_mut().expect("a table").remove("sha256");
    let digest: String = Sha256::digest(json.to_string()).iter().map(|b| format!("{b:02x}")).collect();
    json["sha256"] = digest.into();
    json.to_string().into_bytes()
}

fn text(tab: &Tab, id: &AssessmentId, what: &str) -> String {
    tab.app.assessments().with_untracked(|a| a[id].text(&paths::meta(what)).to_owned())
}

fn edit(tab: &Tab, id: &AssessmentId, what: &str, value: &str) {
    tab.app.dispatch(id, &[Edit::text(paths::meta(what), value)]);
    tab.app.flush();
}

fn import(tab: &Tab, file: Vec<u8>) -> AssessmentId {
    tab.app.preview_file("a.tenken.json", Ok(file));
    tab.app.accept_incoming().expect("it waits")
}

fn told(tab: &Tab, is: impl Fn(&NoticeKind) -> bool) -> bool {
    tab.app.notices().with_untracked(|n| n.iter().any(|n| is(&n.kind)))
}

fn note() -> Path {
    paths::meta("note")
}

#[test]
fn a_field_that_has_seen_thousands_of_changes_stays_readable() {
    let (maker, memory) = (Tab::open(&Memory::default(), 1), Memory::default());
    let id = maker.app.create("見た跡");
    edit(&maker, &id, "note", "x");
    let seen: Vec<String> = (0..2000).map(|n| format!("1000-0-{n:012x}")).collect();
    let file = forged(&maker, &id, |json| json["fields"]["meta/note"]["seen"] = json!(seen));
    let tab = Tab::open(&memory, 2);
    import(&tab, file);
    edit(&tab, &id, "note", "編集");
    assert!(matches!(untrack(|| tab.app.save_state(&id)), SaveState::Saved(_)));
    let next = Tab::open(&memory, 3);
    assert_eq!(text(&next, &id, "note"), "編集");
    assert!(next.app.unreadable().with_untracked(Vec::is_empty));
}

#[test]
fn a_full_assessment_refuses_more_in_a_sentence() {
    let (maker, memory) = (Tab::open(&Memory::default(), 1), Memory::default());
    let id = maker.app.create("満杯");
    let file = forged(&maker, &id, |json| {
        let one = json["fields"]["meta/name"].clone();
        let fields = json["fields"].as_object_mut().expect("a table");
        (fields.len()..50_000).for_each(|n| drop(fields.insert(format!("f/{n}"), one.clone())));
    });
    let tab = Tab::open(&memory, 2);
    import(&tab, file);
    tab.app.flush();
    assert!(told(&tab, |n| matches!(n, NoticeKind::NearlyFull { .. })), "it is told before");
    edit(&tab, &id, "note", "入らない");
    assert!(told(&tab, |n| matches!(n, NoticeKind::TooMuch { .. })));
    assert_eq!(text(&tab, &id, "note"), "");
    tab.app.dispatch(&id, &[Edit::text(paths::name(), "変えられる")]);
    tab.app.flush();
    let next = Tab::open(&memory, 3);
    assert!(next.app.assessments().with_untracked(|a| a[&id].text(&paths::name()) == "変えられる"));
}

/// A visit that edits a field adds to what the field has seen; so do two tabs that type at once.
#[test]
fn years_of_visits_do_not_fill_a_field() {
    let mut file = Vec::new();
    for n in 0..300 {
        let tab = Tab::open(&Memory::default(), 10 + n);
        let id = if n == 0 { tab.app.create("長年") } else { import(&tab, file) };
        edit(&tab, &id, "note", &n.to_string());
        tab.app.save_to_file(&id);
        file = tab.files.last().1.into_bytes();
    }
    let json: Json = serde_json::from_slice(&file).expect("JSON");
    let seen = json["fields"]["meta/note"]["seen"].as_array().expect("a list").len();
    assert_eq!(seen, 200, "the latest are kept");
}

#[test]
fn two_tabs_that_type_at_once_leave_one_value_each() {
    let memory = Memory::default();
    let first = Tab::open(&memory, 1);
    let id = first.app.create("二つの画面");
    first.app.flush();
    let second = Tab::open(&memory, 2);
    for n in 0..10 {
        first.app.dispatch(&id, &[Edit::text(note(), format!("甲{n}"))]);
        second.app.dispatch(&id, &[Edit::text(note(), format!("乙{n}"))]);
        first.app.flush();
        second.app.flush();
        first.app.storage_changed(&format!("tenken/1/assessment/{id}"));
    }
    let heads = first.app.assessments().with_untracked(|a| a[&id].fields()[&note()].heads().len());
    assert!(heads <= 2, "{heads} values");
}

#[test]
fn an_assessment_that_is_named_like_a_pack_is_none() {
    let tab = Tab::open(&Memory::default(), 1);
    let id = tab.app.create("tenken-catalog-pack");
    tab.app.save_to_file(&id);
    let file = tab.files.last().1.into_bytes();
    assert_eq!(FileKind::of("a.tenken.json", &file), FileKind::Assessment);
    let other = Tab::open(&Memory::default(), 2);
    assert!(!other.app.receive("a.tenken.json", Ok(file)), "no page of packs is opened");
    assert!(other.app.incoming().get_untracked().is_some());
}

#[test]
fn a_download_that_only_began_suppresses_no_question() {
    let memory = Memory::default();
    memory.limit(Some(0));
    let tab = Tab::open(&memory, 1);
    let id = tab.app.create("満杯");
    tab.app.flush();
    tab.files.become_of(Delivery::Started);
    tab.app.save_to_file(&id);
    assert!(tab.app.has_unsaved(), "nobody knows whether it was written");
    assert!(told(&tab, |n| matches!(n, NoticeKind::FileSaved { written: false, unsure_of: Some(_), .. })));
    tab.app.confirm_file(&id);
    assert!(!tab.app.has_unsaved(), "now the person does");
    edit(&tab, &id, "note", "あと");
    assert!(tab.app.has_unsaved());
    tab.files.become_of(Delivery::Written);
    tab.app.save_to_file(&id);
    assert!(!tab.app.has_unsaved());
    tab.files.become_of(Delivery::Failed);
    edit(&tab, &id, "note", "また");
    tab.app.save_to_file(&id);
    assert!(tab.app.has_unsaved() && told(&tab, |n| matches!(n, NoticeKind::FileNotSaved { .. })));
}

#[test]
fn undo_never_takes_back_what_another_tab_entered() {
    let memory = Memory::default();
    let first = Tab::open(&memory, 1);
    let id = first.app.create("共有");
    edit(&first, &id, "note", "A1");
    let second = Tab::open(&memory, 2);
    edit(&first, &id, "note", "A2");
    second.app.storage_changed(&format!("tenken/1/assessment/{id}"));
    edit(&second, &id, "note", "B3");
    first.app.storage_changed(&format!("tenken/1/assessment/{id}"));
    assert_eq!(text(&first, &id, "note"), "B3");
    first.app.undo(&id);
    first.app.flush();
    second.app.storage_changed(&format!("tenken/1/assessment/{id}"));
    for tab in [&first, &second] {
        let values: Vec<Option<Value>> = tab
            .app
            .assessments()
            .with_untracked(|a| a[&id].fields()[&note()].heads().iter().map(|(_, h)| h.value.clone()).collect());
        assert!(values.contains(&Some(Value::text("B3"))), "{values:?}");
        assert!(values.contains(&Some(Value::text("A1"))), "the former value comes in to be decided: {values:?}");
    }
    first.app.redo(&id);
    assert_eq!(text(&first, &id, "note"), "B3");
    assert_eq!(first.app.assessments().with_untracked(|a| a[&id].conflicts().count()), 0);
}

#[test]
fn an_import_that_brought_an_older_value_can_be_undone() {
    let maker = Tab::open(&Memory::default(), 1);
    let id = maker.app.create("取り込み");
    maker.app.save_to_file(&id);
    let base = maker.files.last().1.into_bytes();
    edit(&maker, &id, "note", "古い");
    maker.app.save_to_file(&id);
    let file = maker.files.last().1.into_bytes();
    let tab = Tab::open(&Memory::default(), 900);
    import(&tab, base);
    edit(&tab, &id, "note", "新しい");
    import(&tab, file);
    let conflicts = || tab.app.assessments().with_untracked(|a| a[&id].conflicts().count());
    assert_eq!((conflicts(), text(&tab, &id, "note").as_str()), (1, "新しい"));
    tab.app.undo(&id);
    assert_eq!((conflicts(), text(&tab, &id, "note").as_str()), (0, "新しい"));
    tab.app.redo(&id);
    assert_eq!(conflicts(), 1);
    tab.app.undo(&id);
    tab.app.undo(&id);
    assert_eq!(text(&tab, &id, "note"), "", "and the step before is still there");
}

#[test]
fn a_decision_that_is_undone_brings_the_disagreement_back() {
    let memory = Memory::default();
    let (first, second) = (Tab::open(&memory, 1), Tab::open(&memory, 2));
    let id = first.app.create("共有");
    first.app.flush();
    second.app.storage_changed(&format!("tenken/1/assessment/{id}"));
    first.app.dispatch(&id, &[Edit::text(note(), "甲")]);
    second.app.dispatch(&id, &[Edit::text(note(), "乙")]);
    first.app.flush();
    second.app.flush();
    let conflicts = || second.app.assessments().with_untracked(|a| a[&id].conflicts().count());
    assert_eq!(conflicts(), 1);
    second.app.decide(&id, &note(), Some(Value::text("甲")));
    assert_eq!(conflicts(), 0);
    second.app.undo(&id);
    assert_eq!(conflicts(), 1, "both values are there again");
    second.app.flush();
    assert_eq!(Tab::open(&memory, 3).app.assessments().with_untracked(|a| a[&id].conflicts().count()), 1);
}

#[test]
fn a_date_of_the_year_9999_moves_no_clock_and_is_told() {
    let (maker, memory) = (Tab::open(&Memory::default(), 1), Memory::default());
    let id = maker.app.create("未来");
    edit(&maker, &id, "note", "x");
    let at = "253402300799998-0-00000000abcd";
    let file = forged(&maker, &id, |json| json["fields"]["meta/note"] = json!({ "at": at, "value": "未来から" }));
    let tab = Tab::open(&memory, 2);
    tab.app.preview_file("a.tenken.json", Ok(file));
    assert_eq!(tab.app.incoming().get_untracked().expect("it waits").from_future, 1);
    tab.app.accept_incoming();
    let other = tab.app.create("別の点検");
    edit(&tab, &other, "note", "いま");
    edit(&tab, &id, "assessor", "いま");
    let at = |tab: &Tab, id: &AssessmentId, what: &str| {
        tab.app.assessments().with_untracked(|a| a[id].fields()[&paths::meta(what)].latest().map(|(s, _)| s.ms()))
    };
    let year_2100 = Some(4_102_444_800_000);
    assert!(at(&tab, &other, "note") < year_2100 && at(&tab, &id, "assessor") < year_2100);
    edit(&tab, &id, "note", "書き換え");
    assert_eq!(text(&tab, &id, "note"), "書き換え", "over the future value too");
    let next = Tab::open(&memory, 3);
    assert_eq!(text(&next, &id, "note"), "書き換え");
    edit(&next, &other, "note", "次");
    assert!(at(&next, &other, "note") < year_2100, "nor after the next start");
}

#[test]
fn a_forged_trace_of_this_run_makes_no_edit_vanish() {
    let memory = Memory::default();
    let tab = Tab::open(&memory, 1);
    let id = tab.app.create("偽造");
    edit(&tab, &id, "note", "一");
    let actor = {
        tab.app.save_to_file(&id);
        let json: Json = serde_json::from_str(&tab.files.last().1).expect("JSON");
        json["fields"]["meta/note"]["at"].as_str().expect("a stamp").rsplit('-').next().expect("an actor").to_owned()
    };
    for ms in [1_863_866_000_000_u64, 253_402_300_799_000] {
        let seen = format!("{ms}-0-{actor}");
        let file = forged(&tab, &id, |json| json["fields"]["meta/note"]["seen"] = json!([seen]));
        import(&tab, file);
        edit(&tab, &id, "note", &format!("残る {ms}"));
        assert_eq!(text(&tab, &id, "note"), format!("残る {ms}"));
        tab.app.storage_changed(&format!("tenken/1/assessment/{id}"));
        assert_eq!(text(&Tab::open(&memory, ms % 97), &id, "note"), format!("残る {ms}"));
    }
}

#[test]
fn a_file_of_what_lies_in_the_bin_says_so() {
    let memory = Memory::default();
    let tab = Tab::open(&memory, 1);
    let id = tab.app.create("ごみ箱");
    tab.app.save_to_file(&id);
    let file = tab.files.last().1.into_bytes();
    edit(&tab, &id, "note", "あとから");
    tab.app.delete(&id).expect("there is room");
    tab.app.preview_file("a.tenken.json", Ok(file));
    let kind = tab.app.incoming().get_untracked().expect("it waits").kind;
    assert!(matches!(&kind, IncomingKind::Binned(later) if later.len() == 1), "{kind:?}");
}

#[test]
fn several_files_wait_for_one_another() {
    let file = |seed: u64| {
        let tab = Tab::open(&Memory::default(), seed);
        let id = tab.app.create(&format!("点検 {seed}"));
        tab.app.save_to_file(&id);
        tab.files.last().1.into_bytes()
    };
    let tab = Tab::open(&Memory::default(), 50);
    for seed in 1..4 {
        tab.app.receive(&format!("{seed}.tenken.json"), Ok(file(seed)));
    }
    tab.app.receive("bad.json", Ok(b"{".to_vec()));
    tab.app.receive("gone.json", Err(FileError::Unreadable));
    let asked = |tab: &Tab| tab.app.incoming().get_untracked().map(|i| i.file);
    assert_eq!(untrack(|| tab.app.waiting_files()), 3);
    assert_eq!(asked(&tab).as_deref(), Some("1.tenken.json"));
    tab.app.accept_incoming();
    tab.app.next_file();
    assert_eq!(asked(&tab).as_deref(), Some("2.tenken.json"));
    tab.app.decline_incoming();
    tab.app.next_file();
    assert_eq!(asked(&tab).as_deref(), Some("3.tenken.json"), "the one before was declined, not this one");
    tab.app.accept_incoming();
    tab.app.next_file();
    assert_eq!(asked(&tab), None);
    assert!(told(&tab, |n| matches!(n, NoticeKind::FileRefused { file, .. } if file == "bad.json")));
    assert!(told(&tab, |n| matches!(n, NoticeKind::FileRefused { file, .. } if file == "gone.json")));
    assert_eq!(tab.app.assessments().with_untracked(|a| a.len()), 2);
}

#[test]
fn what_a_damaged_file_still_has_comes_back_beside_what_is_known() {
    let memory = Memory::default();
    let tab = Tab::open(&memory, 1);
    let id = tab.app.create("壊れる");
    edit(&tab, &id, "note", "もとの内容");
    tab.app.save_to_file(&id);
    let flipped = tab.files.last().1.replacen("もとの内容", "もとの内密", 1).into_bytes();
    tab.app.preview_file("a.tenken.json", Ok(flipped));
    assert!(tab.app.incoming().get_untracked().is_none(), "it is refused first");
    assert!(told(&tab, |n| matches!(n, NoticeKind::FileRefused { error: FileError::Digest, .. })));
    tab.app.preview_salvaged();
    let incoming = tab.app.incoming().get_untracked().expect("it waits");
    assert_eq!(incoming.lost, Some(vec![]));
    let copy = tab.app.accept_incoming_as_copy("壊れる（復旧）").expect("it waits");
    assert_eq!((text(&tab, &id, "note").as_str(), text(&tab, &copy, "note").as_str()), ("もとの内容", "もとの内密"));
}
