//! Tables that come back from a spreadsheet.

use tenken::{
    app::{Asked, IncomingTable, NoticeKind},
    core::{
        assessment::{AssessmentId, Edit, Path, paths},
        catalog::CATALOG,
        exchange::{
            formats::{Content, FORMATS, Format},
            tables::{NoTable, Preview, TableId},
        },
        language::Language,
    },
};

use crate::fakes::{Memory, Tab, go_on};

fn remark(at: usize) -> Path {
    paths::control(CATALOG.controls[at].id, "remark")
}

fn format(table: TableId) -> &'static Format {
    let is = |format: &&Format| matches!(format.content, Content::Table(of) if of == table);
    FORMATS.iter().find(is).expect("every table but the summary is a format")
}

/// An assessment, and its controls as a table.
fn written(tab: &Tab) -> (AssessmentId, String) {
    let id = tab.app.create("点検");
    tab.app.dispatch(&id, &[0, 1, 2].map(|at| Edit::text(remark(at), format!("前{at}"))));
    tab.save_as(&id, format(TableId::Controls), false);
    go_on();
    (id, tab.files.last().1)
}

fn asked(tab: &Tab) -> Option<IncomingTable> {
    match tab.app.asked().get_untracked() {
        Some(Asked::Table(table)) => Some((*table).clone()),
        _ => None,
    }
}

fn receive(tab: &Tab, file: &str, content: &str) {
    assert!(!tab.app.receive(file, Ok(content.as_bytes().to_vec())), "no other page has to be opened");
    go_on();
}

fn said(tab: &Tab, id: &AssessmentId) -> [String; 3] {
    tab.app.assessments().with_untracked(|all| [0, 1, 2].map(|at| all[id].text(&remark(at)).to_owned()))
}

#[test]
fn what_is_chosen_comes_in_as_one_step() {
    let tab = Tab::open(&Memory::default(), 1);
    let (id, table) = written(&tab);
    tab.app.dispatch(&id, &[Edit::text(remark(2), "ここ")]);
    let before = said(&tab, &id);
    receive(&tab, "表.csv", &table.replace("前", "後"));
    let waiting = asked(&tab).expect("it waits");
    assert_eq!((waiting.file.as_str(), said(&tab, &id)), ("表.csv", before.clone()), "nothing changed yet");
    let rows = waiting.preview.0.iter().filter(|line| line.len() == 7).count();
    assert_eq!(rows, 3);
    // The first and the last, which was changed here too; not the second.
    assert_eq!(tab.app.accept_table(&[true, false, true]), Some(id.clone()));
    assert_eq!(said(&tab, &id), ["後0", "前1", "後2"]);
    let told = |n: &NoticeKind| matches!(n, NoticeKind::Imported { changed: Some(2), .. });
    assert!(tab.app.notices().with_untracked(|all| all.iter().any(|n| told(&n.kind))));
    tab.app.undo(&id);
    assert_eq!(said(&tab, &id), before);
    tab.app.redo(&id);
    assert_eq!(said(&tab, &id), ["後0", "前1", "後2"]);
    assert_eq!(tab.app.accept_table(&[true; 3]), None, "it was decided");
}

#[test]
fn what_was_entered_meanwhile_is_not_lost() {
    let memory = Memory::default();
    let tab = Tab::open(&memory, 1);
    let (id, table) = written(&tab);
    tab.app.flush();
    let other = Tab::open(&memory, 2);
    receive(&other, "表.csv", &table.replace("前0", "後0"));
    tab.app.dispatch(&id, &[Edit::text(remark(0), "ほか"), Edit::text(remark(1), "ほか")]);
    tab.app.flush();
    for (key, text) in memory.texts() {
        other.app.storage_written(&key, Some(&text));
    }
    assert_eq!(said(&other, &id)[0], "ほか");
    // It was changed on both sides by now, so it is asked anew.
    assert_eq!(other.app.accept_table(&[true]), None);
    go_on();
    assert_eq!(said(&other, &id)[0], "ほか");
    let kinds: Vec<String> =
        asked(&other).expect("it waits").preview.0.into_iter().map(|line| line[0].clone()).collect();
    assert!(kinds.contains(&"both".to_owned()) && !kinds.contains(&"change".to_owned()), "{kinds:?}");
    assert_eq!(other.app.accept_table(&[true]), Some(id.clone()));
    assert_eq!(said(&other, &id)[..2], ["後0", "ほか"]);
}

#[test]
fn a_table_that_cannot_be_compared_changes_nothing() {
    let memory = Memory::default();
    let tab = Tab::open(&memory, 1);
    let (id, table) = written(&tab);
    tab.app.flush();
    let before = memory.texts();
    let elsewhere = table.replace(id.as_str(), AssessmentId::new(77).as_str());
    for (file, content, why) in [
        ("表.xlsx", "not a workbook", NoTable::Columns),
        ("x.xlsx", "PK\u{3}\u{4}", NoTable::Unreadable),
        ("表.csv", "ID,tenken\r\n\"", NoTable::Broken),
    ] {
        receive(&tab, file, content);
        assert_eq!(asked(&tab).map(|table| table.preview), Some(Preview::refused(why, Language::Ja)), "{content}");
        tab.app.decline_incoming();
    }
    receive(&tab, "表.csv", &elsewhere);
    let needed = Preview::without(&AssessmentId::new(77), Language::Ja);
    assert_eq!(asked(&tab).map(|table| table.preview), Some(needed));
    tab.app.decline_incoming();
    receive(&tab, "表.csv", &table);
    assert_eq!(tab.app.accept_table(&[true; 9]), Some(id.clone()), "nothing to choose");
    tab.app.flush();
    assert_eq!(memory.texts(), before);
}

#[test]
fn files_that_come_together_wait_for_each_other() {
    let tab = Tab::open(&Memory::default(), 1);
    let (id, table) = written(&tab);
    for file in ["一.csv", "二.csv"] {
        tab.app.receive(file, Ok(table.replace("前0", file).into_bytes()));
    }
    go_on();
    for file in ["一.csv", "二.csv"] {
        assert_eq!(asked(&tab).expect("it waits").file, file);
        tab.app.accept_table(&[true]).expect("it waits");
        assert_eq!(said(&tab, &id)[0], file);
        tab.app.next_file();
        go_on();
    }
    assert!(asked(&tab).is_none());
}
