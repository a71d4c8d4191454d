//! Everything out to one file, and back.

use serde_json::json;
use tenken::{
    app::{Asked, BackupMeans, IncomingBackup, NoticeKind},
    core::assessment::{AssessmentId, Edit, paths},
};

use crate::fakes::{Memory, Tab};

fn filled(memory: &Memory) -> (Tab, AssessmentId, AssessmentId) {
    let tab = Tab::open(memory, 1);
    let kept = tab.app.create("残す点検");
    tab.app.dispatch(&kept, &[Edit::text(paths::meta("note"), "内容")]);
    let binned = tab.app.create("捨てた点検");
    tab.app.flush();
    tab.app.delete(&binned).expect("there is room");
    (tab, kept, binned)
}

fn asked(tab: &Tab) -> IncomingBackup {
    match tab.app.asked().get_untracked() {
        Some(Asked::Backup(incoming)) => *incoming,
        other => panic!("{other:?}"),
    }
}

fn names(incoming: &IncomingBackup) -> Vec<(&str, &BackupMeans)> {
    incoming.items.iter().map(|i| (i.name.as_str(), &i.means)).collect()
}

#[test]
fn everything_comes_back_on_another_device() {
    let memory = Memory::default();
    let (tab, kept, binned) = filled(&memory);
    tab.app.save_backup();
    let (name, file) = tab.files.last();
    assert!(name.starts_with("tenken-backup-"));
    let other_memory = Memory::default();
    let other = Tab::open(&other_memory, 2);
    other.app.receive(&name, Ok(file.clone().into_bytes()));
    assert_eq!(names(&asked(&other)), [("捨てた点検", &BackupMeans::ToBin), ("残す点検", &BackupMeans::New)]);
    assert!(asked(&other).intact);
    assert!(other.app.assessments().with_untracked(|a| a.is_empty()), "nothing changes before the person says so");
    other.app.accept_backup(false);
    let next = Tab::open(&other_memory, 3);
    assert_eq!(next.app.assessments().with_untracked(|a| a[&kept].text(&paths::meta("note")).to_owned()), "内容");
    assert_eq!(next.app.bin().with_untracked(|b| b.iter().map(|a| a.id().clone()).collect::<Vec<_>>()), [binned]);
    // Once more changes nothing.
    next.app.receive(&name, Ok(file.into_bytes()));
    assert!(asked(&next).items.iter().all(|i| i.means == BackupMeans::Nothing), "{:?}", names(&asked(&next)));
}

#[test]
fn restoring_merges_and_keeps_a_copy_of_before() {
    let memory = Memory::default();
    let (tab, kept, _) = filled(&memory);
    tab.app.save_backup();
    let (name, file) = tab.files.last();
    tab.app.dispatch(&kept, &[Edit::text(paths::meta("assessor"), "あとの変更")]);
    tab.app.flush();
    tab.app.receive(&name, Ok(file.into_bytes()));
    tab.app.accept_backup(false);
    assert_eq!(
        tab.app.assessments().with_untracked(|a| a[&kept].text(&paths::meta("assessor")).to_owned()),
        "あとの変更"
    );
    let copy = memory.disk().into_iter().find(|(key, _)| key.starts_with("tenken/copy/1/")).expect("a copy");
    assert!(copy.1.contains("あとの変更") && copy.1.contains("tenken-backup"));
    assert!(Tab::open(&memory, 4).app.assessments().with_untracked(|a| a.len() == 1), "the copy is no assessment");
    for _ in 0..5 {
        tab.app.save_backup();
        tab.app.receive("b.json", Ok(tab.files.last().1.into_bytes()));
        tab.app.accept_backup(false);
    }
    assert_eq!(memory.disk().keys().filter(|key| key.starts_with("tenken/copy/1/")).count(), 3);
}

#[test]
fn without_a_disk_the_copy_goes_to_a_file() {
    let (tab, ..) = filled(&Memory::default());
    tab.app.save_backup();
    let (name, file) = tab.files.last();
    let memory = Memory::default();
    memory.forbid_disk();
    let other = Tab::open(&memory, 2);
    let mine = other.app.create("ここの点検");
    other.app.flush();
    other.app.receive(&name, Ok(file.into_bytes()));
    other.app.accept_backup(false);
    assert!(other.files.last().1.contains("ここの点検"));
    assert!(other.app.assessments().with_untracked(|a| a.contains_key(&mine) && a.len() == 2));
}

#[test]
fn the_file_of_the_failure_notice_opens_the_same_way() {
    let memory = Memory::default();
    let (_, kept, _) = filled(&memory);
    let rescue = serde_json::to_string_pretty(&memory.texts()).expect("JSON");
    let other = Tab::open(&Memory::default(), 2);
    other.app.receive("tenken-saved.txt", Ok(rescue.into_bytes()));
    assert_eq!(asked(&other).items.len(), 2);
    other.app.accept_backup(false);
    assert!(other.app.assessments().with_untracked(|a| a.contains_key(&kept)));
}

#[test]
fn one_damaged_record_costs_no_other() {
    let memory = Memory::default();
    let (tab, kept, _) = filled(&memory);
    tab.app.save_backup();
    let mut json: serde_json::Value = serde_json::from_str(&tab.files.last().1).expect("JSON");
    let broken = json["records"][format!("assessment/{kept}")].as_str().expect("a text").replacen("内容", "内密", 1);
    json["records"][format!("assessment/{kept}")] = json!(broken);
    json["records"]["assessment/0123456789ab"] = json!("{broken");
    let other = Tab::open(&Memory::default(), 2);
    other.app.receive("a.json", Ok(json.to_string().into_bytes()));
    let incoming = asked(&other);
    assert!(!incoming.intact);
    assert_eq!(incoming.items.len(), 3);
    other.app.accept_backup(false);
    let names: Vec<String> = other
        .app
        .assessments()
        .with_untracked(|a| a.values().map(|a| a.text(&paths::meta("note")).to_owned()).collect());
    assert_eq!(names, ["内密"], "what can be read of the damaged one is there, under an id of its own");
    assert!(other.app.assessments().with_untracked(|a| !a.contains_key(&kept)));
    assert!(
        other
            .app
            .notices()
            .with_untracked(|n| { n.iter().any(|n| n.kind == NoticeKind::Restored { restored: 2, refused: 1 }) })
    );
}

/// A restore that was interrupted leaves an assessment in the list and in the bin, and each may know more.
#[test]
fn what_the_bin_of_a_backup_knows_besides_comes_back_too() {
    let memory = Memory::default();
    let (tab, kept, _) = filled(&memory);
    let listed = memory.texts()[&format!("tenken/1/assessment/{kept}")].clone();
    tab.app.dispatch(&kept, &[Edit::text(paths::meta("assessor"), "ごみ箱だけ")]);
    tab.app.flush();
    let later = memory.texts()[&format!("tenken/1/assessment/{kept}")].clone();
    let rescue = json!({
        format!("tenken/1/assessment/{kept}"): listed.clone(),
        format!("tenken/1/bin/{kept}"): later,
    });
    let other = Tab::open(&Memory::default(), 2);
    // This device has all that the list of the backup has.
    other.app.preview_file("a.tenken.json", Ok(listed.into_bytes()));
    other.app.accept_incoming().expect("it waits");
    other.app.receive("a.txt", Ok(rescue.to_string().into_bytes()));
    assert_eq!(names(&asked(&other)), [("残す点検", &BackupMeans::Changes(1))]);
    other.app.accept_backup(false);
    let text = other.app.assessments().with_untracked(|a| a[&kept].text(&paths::meta("assessor")).to_owned());
    assert_eq!(text, "ごみ箱だけ");
}
