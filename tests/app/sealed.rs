//! Files with a passphrase or a signature, written in one browser and opened in another.

use tenken::{
    app::Asked,
    core::{
        assessment::{AssessmentId, paths},
        exchange::formats::FORMATS,
        jobs::Step,
    },
};

use crate::fakes::{Memory, Tab, go_on};

/// How the files of two formats end: the assessment itself, and its tables.
const DOCUMENT: &str = "tenken.json";
const TABLE: &str = "csv";

/// What is typed into the fields, and ticked.
fn typed(passphrase: &str, sign: bool) -> String {
    format!("0{passphrase}\n0{passphrase}\n{}on", u8::from(sign))
}

/// What is shown of a file that is protected or opened.
fn shown(tab: &Tab) -> String {
    match tab.app.asked().get_untracked() {
        Some(Asked::Sheet(sheet)) => sheet.shown,
        other => panic!("{other:?}"),
    }
}

fn press(tab: &Tab, typed: &str, pressed: u8) {
    tab.app.tell_sheet(typed.into(), pressed);
    go_on();
}

/// Has a format saved protected.
fn ask(tab: &Tab, id: &AssessmentId, ending: &str) {
    let format = FORMATS.iter().find(|format| format.ending == ending).expect("a format");
    tab.save_as(id, format, true);
    go_on();
}

/// A protected file as it was saved: its name and content.
fn saved(tab: &Tab, id: &AssessmentId, ending: &str, typed: &str) -> (String, Vec<u8>) {
    ask(tab, id, ending);
    press(tab, typed, Step::NOTHING);
    press(tab, typed, 0);
    assert!(tab.app.asked().with_untracked(Option::is_none), "it is done");
    let (name, text) = tab.files.last();
    (name, text.into_bytes())
}

fn receive(tab: &Tab, name: &str, file: &[u8]) {
    tab.app.receive(name, Ok(file.to_vec()));
    go_on();
}

#[test]
fn a_file_with_a_passphrase_is_opened_with_it_alone() {
    let tab = Tab::open(&Memory::default(), 1);
    let id = tab.app.create("秘密の点検");
    let (name, file) = saved(&tab, &id, DOCUMENT, &typed("正しい 合言葉", false));
    assert_eq!(name, "秘密の点検.tenken.json.tenken-sealed");
    let other = Tab::open(&Memory::default(), 2);
    receive(&other, &name, &file);
    assert!(shown(&other).contains(&name));
    press(&other, "0違う 合言葉", 0);
    assert!(shown(&other).contains("パスフレーズが違います"));
    press(&other, "0正しい 合言葉", 0);
    assert!(shown(&other).contains("署名はありません") && other.app.assessments().with(|all| all.is_empty()));
    press(&other, "", 0);
    // What is inside is looked at like any file.
    other.app.accept_incoming().expect("it waits");
    let opened = other.app.assessments().with(|all| all.get(&id).cloned()).expect("it is here");
    assert_eq!(opened.text(&paths::name()), "秘密の点検");
    // Declined, it is gone, and an answer that comes late changes nothing.
    receive(&other, &name, &file);
    other.app.decline_incoming();
    press(&other, "0正しい 合言葉", 0);
    assert!(other.app.asked().with_untracked(Option::is_none));
}

#[test]
fn a_changed_file_stays_closed_and_the_next_one_waits() {
    let tab = Tab::open(&Memory::default(), 1);
    let id = tab.app.create("点検");
    let (name, mut file) = saved(&tab, &id, TABLE, &typed("x", false));
    let whole = file.clone();
    file[200] ^= 1;
    receive(&tab, &name, &file);
    receive(&tab, "whole", &whole);
    press(&tab, "0x", 0);
    assert!(shown(&tab).contains("変わっています"));
    assert_eq!(tab.app.waiting_files(), 1);
    tab.app.decline_incoming();
    tab.app.next_file();
    go_on();
    assert!(shown(&tab).contains("whole"));
}

#[test]
fn a_signer_is_unknown_until_remembered() {
    let memory = Memory::default();
    let tab = Tab::open(&memory, 1);
    let id = tab.app.create("点検");
    let (name, file) = saved(&tab, &id, TABLE, &typed("", true));
    let key = memory.texts().get("tenken-signing-key").cloned().expect("it is kept");
    assert!(saved(&tab, &id, TABLE, &typed("", true)).1 == file, "the same key signs again");
    assert!(!memory.texts().iter().any(|(name, text)| name.starts_with("tenken/") && text.contains("secret")));
    receive(&tab, &name, &file);
    assert!(shown(&tab).contains("あなたの署名"));
    let other = Tab::open(&Memory::default(), 2);
    receive(&other, &name, &file);
    assert!(shown(&other).contains("知らない鍵"));
    press(&other, "", 1);
    // What is no assessment is saved, under its own name.
    let (inner, table) = other.files.last();
    assert!(name.starts_with(&inner) && inner.ends_with(".csv") && table.contains("II.1.1.1"), "{inner}");
    receive(&other, &name, &file);
    assert!(shown(&other).contains("前に覚えた署名者"));
    other.app.decline_incoming();
    // The key itself, from its file.
    receive(&other, "tenken-signing-key.json", key.as_bytes());
    assert!(shown(&other).contains("入れ替わります"));
    press(&other, "", 0);
    receive(&other, &name, &file);
    assert!(shown(&other).contains("あなたの署名"));
}

#[test]
fn the_key_is_saved_while_the_fields_stay() {
    let tab = Tab::open(&Memory::default(), 1);
    let id = tab.app.create("点検");
    ask(&tab, &id, TABLE);
    press(&tab, &typed("x", true), 1);
    let (name, key) = tab.files.last();
    assert!(name == "tenken-signing-key.json" && key.contains("secret"));
    assert!(shown(&tab).contains("フィンガープリント"));
    press(&tab, &typed("x", true), 0);
    assert!(tab.files.last().0.ends_with(".tenken-sealed"));
}
