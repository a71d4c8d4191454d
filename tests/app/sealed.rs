//! Files with a passphrase or a signature, written on one device and opened on another.

use std::{cell::RefCell, rc::Rc};

use leptos::prelude::*;
use tenken::{
    app::{Asked, NoticeKind, Sealed},
    core::{
        assessment::{AssessmentId, paths},
        exchange::{formats::FORMATS, sealed::keys::Secret},
        jobs::Protection,
    },
};

use crate::fakes::{Memory, Tab, go_on};

/// Of all formats, the assessment itself, and one of the tables.
const DOCUMENT: usize = 0;
const TABLE: usize = 2;

fn by(passphrase: &str, key: &str) -> Option<Protection> {
    Some(Protection { passphrase: Secret(passphrase.into()), key: Secret(key.into()) })
}

/// A file as it was saved: its name and content.
fn saved(tab: &Tab, id: &AssessmentId, format: usize, by: Option<Protection>) -> (String, Vec<u8>) {
    tab.app.save_as(id, &FORMATS[format], by);
    go_on();
    let (name, text) = tab.files.last();
    (name, text.into_bytes())
}

/// The key of a browser, and what is said of it.
fn key_of(tab: &Tab) -> (String, String) {
    let got = Rc::new(RefCell::default());
    let into = Rc::clone(&got);
    tab.app.signing_key(move |file, said| *into.borrow_mut() = (file, said));
    go_on();
    got.take()
}

fn asked(tab: &Tab) -> Sealed {
    match tab.app.asked().get_untracked() {
        Some(Asked::Sealed(sealed)) => *sealed,
        other => panic!("{other:?}"),
    }
}

/// What is said of the file that was opened.
fn said(tab: &Tab) -> String {
    asked(tab).opened.expect("it is open").said
}

#[test]
fn a_file_with_a_passphrase_is_opened_with_it_alone() {
    let tab = Tab::open(&Memory::default(), 1);
    let id = tab.app.create("秘密の点検");
    let (name, file) = saved(&tab, &id, DOCUMENT, by("正しい 合言葉", ""));
    assert_eq!(name, "秘密の点検.tenken.json.tenken-sealed");
    assert!(tab.app.file_mark(&id).is_some(), "it is saved");
    let other = Tab::open(&Memory::default(), 2);
    assert!(!other.app.receive(&name, Ok(file.clone())));
    assert!(asked(&other).asks_for_passphrase());
    other.app.open_sealed("違う 合言葉".into(), || panic!("it is the wrong one"));
    go_on();
    assert!(other.app.said().get_untracked().contains("パスフレーズが違います"));
    assert!(asked(&other).opened.is_none());
    other.app.open_sealed("正しい 合言葉".into(), || ());
    go_on();
    assert!(said(&other).contains("署名はありません") && other.app.assessments().with(|all| all.is_empty()));
    assert!(!other.app.accept_sealed(false));
    // What is inside is looked at like any file.
    other.app.accept_incoming().expect("it waits");
    assert_eq!(other.app.get(&id).expect("it is here").text(&paths::name()), "秘密の点検");
    // Declined, it is gone.
    other.app.receive(&name, Ok(file));
    other.app.decline_incoming();
    assert!(!other.app.accept_sealed(false) && other.app.asked().with_untracked(Option::is_none));
}

#[test]
fn a_changed_file_stays_closed() {
    let tab = Tab::open(&Memory::default(), 1);
    let id = tab.app.create("点検");
    let (name, mut file) = saved(&tab, &id, TABLE, by("x", ""));
    file[200] ^= 1;
    tab.app.receive(&name, Ok(file));
    tab.app.open_sealed("x".into(), || panic!("it is changed"));
    go_on();
    assert!(tab.app.said().get_untracked().contains("変わっています"));
    assert!(asked(&tab).opened.is_none() && !tab.app.accept_sealed(false));
}

#[test]
fn a_signer_is_unknown_until_remembered() {
    let memory = Memory::default();
    let tab = Tab::open(&memory, 1);
    let id = tab.app.create("点検");
    let (key, shown) = key_of(&tab);
    assert_eq!(key_of(&tab), (key.clone(), shown.clone()), "it is made once");
    assert!(!memory.texts().iter().any(|(name, text)| name.starts_with("tenken/") && text.contains("secret")));
    let (name, file) = saved(&tab, &id, TABLE, by("", &key));
    let open = |tab: &Tab| {
        tab.app.receive(&name, Ok(file.clone()));
        go_on();
        said(tab)
    };
    assert!(open(&tab).contains("あなたの署名"));
    let other = Tab::open(&Memory::default(), 2);
    let unknown = open(&other);
    let words = |text: &str| text.rsplit_once("フィンガープリント: ").expect("a fingerprint").1.to_owned();
    assert!(unknown.contains("知らない鍵") && shown.contains(&words(&unknown)), "{unknown} {shown}");
    assert!(!other.app.accept_sealed(true));
    // What is no JSON is saved, under its own name.
    let (inner, table) = other.files.last();
    assert!(name.starts_with(&inner) && inner.ends_with(".csv") && table.contains("II.1.1.1"), "{inner}");
    assert!(open(&other).contains("前に覚えた署名者"));
}

#[test]
fn a_key_goes_from_one_browser_to_another_by_its_file() {
    let (memory, tab) = (Memory::default(), Tab::open(&Memory::default(), 1));
    let (key, shown) = key_of(&tab);
    tab.app.save_signing_key(&key);
    let (name, file) = tab.files.last();
    let other = Tab::open(&memory, 2);
    other.app.receive(&name, Ok(file.into_bytes()));
    go_on();
    assert!(said(&other).contains("入れ替わります") && memory.texts().is_empty());
    other.app.accept_sealed(false);
    assert_eq!(key_of(&Tab::open(&memory, 3)), (key, shown));
}

#[test]
fn what_cannot_be_protected_is_not_saved() {
    let tab = Tab::open(&Memory::default(), 1);
    let id = tab.app.create("点検");
    tab.app.save_as(&id, &FORMATS[DOCUMENT], by("", "no key"));
    go_on();
    let last = tab.app.notices().with_untracked(|n| n.last().cloned()).expect("a notice");
    assert!(matches!(&last.kind, NoticeKind::NotProtected(why) if why.contains("鍵")) && last.kind.is_failure());
    assert!(tab.app.file_mark(&id).is_none());
}

#[test]
fn a_passphrase_is_weighed() {
    let tab = Tab::open(&Memory::default(), 1);
    let got = Rc::new(RefCell::new(String::new()));
    let into = Rc::clone(&got);
    tab.app.strength("password".into(), move |said| *into.borrow_mut() = said);
    go_on();
    assert!(got.borrow().contains("とても弱い"), "{}", got.borrow());
}
