//! Catalogue packs in this browser: looked at, put in force, switched, kept, removed.

use tenken::{
    app::{AppState, IncomingPack},
    core::{
        assessment::Since,
        catalog::{CATALOG, DIGEST, EntryKind, Fault, Provenance},
        file_kind::FileKind,
    },
};

use crate::fakes::{Memory, Tab};

/// A pack that says this of a control.
fn pack(statement: &str) -> Vec<u8> {
    let fields = format!(r#"{{"statement":{{"ja":"{statement}"}}}}"#);
    format!(
        r#"{{"format":"tenken-catalog-pack","version":1,"name":"本文","entries":[
            {{"kind":"control","id":"II.1.1.1","fields":{fields}}}]}}"#
    )
    .into_bytes()
}

fn statement(app: &AppState) -> (&'static str, Provenance) {
    let text = app.catalog().control("II.1.1.1").expect("it is there").statement;
    (text.ja(), text.from)
}

#[test]
fn a_pack_is_in_force_only_when_the_person_says_so() {
    let memory = Memory::default();
    let tab = Tab::open(&memory, 1);
    let before = statement(&tab.app);
    tab.app.preview_pack("本文.json", Ok(pack("公式の文その一。")));
    let Some((name, IncomingPack::Ready(_, preview))) = tab.app.incoming_pack().get_untracked() else {
        panic!("it is ready")
    };
    assert_eq!((name.as_str(), preview.replaced, preview.entries.len()), ("本文.json", 1, 1));
    assert_eq!(statement(&tab.app), before);
    assert!(memory.texts().is_empty());
    tab.app.decline_pack();
    tab.app.accept_pack().expect("nothing waits");
    assert_eq!((statement(&tab.app), &*tab.app.catalog_digest()), (before, DIGEST));

    tab.app.preview_pack("本文.json", Ok(pack("公式の文その一。")));
    tab.app.accept_pack().expect("it is kept");
    assert_eq!(statement(&tab.app), ("公式の文その一。", Provenance::Supplied));
    assert_ne!(&*tab.app.catalog_digest(), DIGEST);
    assert!(tab.app.incoming_pack().get_untracked().is_none());
}

#[test]
fn it_is_there_again_at_the_next_visit_and_can_be_switched_off_and_on() {
    let memory = Memory::default();
    let tab = Tab::open(&memory, 1);
    tab.app.preview_pack("a.json", Ok(pack("公式の文その二。")));
    tab.app.accept_pack().expect("it is kept");
    let digest = tab.app.catalog_digest();

    let next = Tab::open(&memory, 2);
    assert_eq!((statement(&next.app).0, next.app.catalog_digest()), ("公式の文その二。", digest.clone()));
    next.app.switch_pack(false).expect("it is switched");
    assert_eq!(&*next.app.catalog_digest(), DIGEST);
    assert!(next.app.kept_pack().get_untracked().is_some_and(|k| !k.on));

    let third = Tab::open(&memory, 3);
    assert_eq!(&*third.app.catalog_digest(), DIGEST, "it stays off");
    third.app.switch_pack(true).expect("it is switched");
    assert_eq!(third.app.catalog_digest(), digest);
    // The other tab hears of it.
    next.app.storage_changed("tenken/1/pack-off");
    assert_eq!(next.app.catalog_digest(), digest);
}

#[test]
fn removing_saves_it_to_a_file_first() {
    let memory = Memory::default();
    let tab = Tab::open(&memory, 1);
    tab.app.preview_pack("a.json", Ok(pack("公式の文その三。")));
    tab.app.accept_pack().expect("it is kept");
    tab.app.remove_pack().expect("it is removed");
    assert_eq!((&*tab.app.catalog_digest(), tab.app.kept_pack().get_untracked()), (DIGEST, None));
    assert!(memory.texts().keys().all(|k| !k.contains("pack")), "{:?}", memory.texts());
    // What was saved can be loaded again.
    tab.app.preview_pack("b.json", Ok(tab.files.last().1.into_bytes()));
    tab.app.accept_pack().expect("it is kept");
    assert_eq!(statement(&tab.app).0, "公式の文その三。");
}

#[test]
fn a_wrong_pack_changes_nothing() {
    let memory = Memory::default();
    let tab = Tab::open(&memory, 1);
    let broken = String::from_utf8(pack("文。")).expect("text").replace("statement", "statment");
    tab.app.preview_pack("a.json", Ok(broken.into_bytes()));
    let Some((_, IncomingPack::Wrong(mistakes))) = tab.app.incoming_pack().get_untracked() else { panic!("wrong") };
    assert_eq!((mistakes.total, mistakes.first.len()), (1, 1));
    tab.app.accept_pack().expect("nothing waits");
    for bytes in [&b"not a pack"[..], b"{", b"", &[0xff, 0x00, 0x80]] {
        tab.app.preview_pack("a.json", Ok(bytes.to_vec()));
        assert!(matches!(tab.app.incoming_pack().get_untracked(), Some((_, IncomingPack::Refused(_)))), "{bytes:?}");
    }
    assert!(memory.texts().is_empty());
    assert_eq!(&*tab.app.catalog_digest(), DIGEST);
}

/// Files as somebody could send them who wants the program to stand still.
#[test]
fn a_pack_of_hard_conditions_is_taken_and_one_too_hard_is_refused() {
    let kept = |name: &str| std::fs::read(format!("{}/tests/fixtures/packs/{name}", env!("CARGO_MANIFEST_DIR")));
    let memory = Memory::default();
    let tab = Tab::open(&memory, 1);
    tab.app.preview_pack("a.json", kept("too-complicated.json").map_err(|_| panic!("it is there")));
    let Some((_, IncomingPack::Wrong(mistakes))) = tab.app.incoming_pack().get_untracked() else { panic!("wrong") };
    assert!(mistakes.first.iter().any(|m| m.fault == Fault::TooComplicated), "{mistakes:?}");
    tab.app.accept_pack().expect("nothing waits");
    assert!(memory.texts().is_empty());

    tab.app.preview_pack("b.json", kept("sixteen-parts.json").map_err(|_| panic!("it is there")));
    tab.app.accept_pack().expect("it is kept");
    let next = Tab::open(&memory, 2);
    assert_eq!(next.app.catalog().risks.len(), CATALOG.risks.len() + 20);
}

#[test]
fn without_room_nothing_changes() {
    let memory = Memory::default();
    let tab = Tab::open(&memory, 1);
    memory.limit(Some(100));
    tab.app.preview_pack("a.json", Ok(pack("公式の文その四。")));
    assert!(tab.app.accept_pack().is_err());
    assert_eq!((&*tab.app.catalog_digest(), tab.app.kept_pack().get_untracked()), (DIGEST, None));
    assert!(tab.app.incoming_pack().get_untracked().is_some(), "it still waits");
}

#[test]
fn a_pack_that_cannot_be_used_any_more_is_kept_and_said() {
    let memory = Memory::default();
    let unknown = String::from_utf8(pack("文。")).expect("text").replace("II.1.1.1", "II.1.9");
    memory.put("tenken/1/pack", &unknown);
    let tab = Tab::open(&memory, 1);
    assert_eq!(&*tab.app.catalog_digest(), DIGEST);
    assert!(tab.app.kept_pack().get_untracked().is_some_and(|k| k.refused.is_some() && k.on));
    memory.put("tenken/1/pack", "{ half");
    let tab = Tab::open(&memory, 2);
    let kept = tab.app.kept_pack().get_untracked().expect("it is told of");
    assert!(kept.pack.is_none() && &*kept.raw == "{ half");
    assert_eq!(memory.texts()["tenken/1/pack"], "{ half");
}

#[test]
fn an_assessment_remembers_its_catalogue_and_tells_what_differs() {
    let memory = Memory::default();
    let tab = Tab::open(&memory, 1);
    let id = tab.app.create("点検");
    let made_with = |id| tab.app.assessments().with_untracked(|a| a[id].catalog().clone());
    assert_eq!(made_with(&id).digest, DIGEST);
    tab.app.preview_pack("a.json", Ok(pack("公式の文その五。")));
    tab.app.accept_pack().expect("it is kept");
    let changes = made_with(&id).changed_since(tab.app.catalog()).expect("fingerprints were kept");
    let changes: Vec<_> = changes.iter().map(|c| (c.kind, c.id.as_str(), c.since)).collect();
    assert_eq!(changes, [(EntryKind::Control, "II.1.1.1", Since::Changed)]);
    tab.app.adopt_catalog(&id);
    assert_eq!(*made_with(&id).digest, *tab.app.catalog_digest());
    assert_eq!(made_with(&id).changed_since(tab.app.catalog()), Some(Vec::new()));
}

#[test]
fn the_table_lists_every_entry_that_a_pack_can_change() {
    let tab = Tab::open(&Memory::default(), 1);
    tab.app.save_pack_template(None);
    let (name, table) = tab.files.last();
    assert_eq!(name, "tenken-pack.csv");
    for id in CATALOG.controls.iter().map(|c| c.id.0).chain(CATALOG.risks.iter().map(|r| r.id.0)) {
        assert!(table.contains(&format!(",{id},")), "{id}");
    }
    assert_eq!(FileKind::of(&name, table.as_bytes()), FileKind::Pack);
    assert_ne!(FileKind::of("a.tenken.json", b"{\"format\":\"tenken\"}"), FileKind::Pack);
}

#[test]
fn a_case_opens_as_an_assessment_with_every_question_answered() {
    let tab = Tab::open(&Memory::default(), 1);
    for case in CATALOG.cases {
        let id = tab.app.open_case(case);
        let model = tab.app.assessments().with_untracked(|a| tenken::core::model::project(&a[&id], &CATALOG));
        let found = tenken::core::extract::extract(&CATALOG, &model);
        let open = found.count(tenken::core::extract::Truth::Unknown);
        assert_eq!(open, 0, "{}", case.id);
        assert_eq!(
            (tab.app.can_undo(&id), tab.app.can_redo(&id)),
            (false, false),
            "opening it is no step to take back"
        );
    }
}

#[test]
fn the_pack_before_goes_to_a_file_when_another_takes_its_place() {
    let memory = Memory::default();
    let tab = Tab::open(&memory, 1);
    for text in ["公式の文その六。", "公式の文その七。"] {
        tab.app.preview_pack("a.json", Ok(pack(text)));
        tab.app.accept_pack().expect("it is kept");
    }
    assert_eq!(statement(&tab.app).0, "公式の文その七。");
    assert!(tab.files.last().1.contains("公式の文その六。"));
    // The table has what the pack says, to be worked on.
    tab.app.save_pack_template(None);
    let (name, table) = tab.files.last();
    tab.app.preview_pack(&name, Ok(table.into_bytes()));
    assert!(matches!(tab.app.incoming_pack().get_untracked(), Some((_, IncomingPack::Ready(..)))));
    tab.app.accept_pack().expect("it is kept");
    assert_eq!(statement(&tab.app).0, "公式の文その七。");
}

#[test]
fn a_pack_is_known_however_long_it_is() {
    let entries: Vec<String> = (1..=200)
        .map(|n| format!(r#"{{"kind":"control","id":"II.1.1.1","fields":{{"x{n}":{{"ja":"文"}}}}}}"#))
        .collect();
    let long = format!(r#"{{"entries":[{}],"format":"tenken-catalog-pack","version":1}}"#, entries.join(","));
    assert_eq!(FileKind::of("a.json", long.as_bytes()), FileKind::Pack);
    // An assessment may speak of it.
    assert_ne!(
        FileKind::of("a.json", br#"{"format":"tenken-assessment","note":"\"tenken-catalog-pack\""}"#),
        FileKind::Pack
    );
}

#[test]
fn switching_in_a_stale_tab_keeps_the_newer_pack() {
    let memory = Memory::default();
    let stale = Tab::open(&memory, 1);
    stale.app.preview_pack("a.json", Ok(pack("公式の文その八。")));
    stale.app.accept_pack().expect("it is kept");
    let other = Tab::open(&memory, 2);
    other.app.preview_pack("b.json", Ok(pack("公式の文その九。")));
    other.app.accept_pack().expect("it is kept");
    // This tab has not heard of it.
    stale.app.switch_pack(false).expect("it is switched");
    stale.app.switch_pack(true).expect("it is switched");
    assert_eq!(statement(&stale.app).0, "公式の文その九。");
}

#[test]
fn a_pack_outlives_the_clearing_of_storage() {
    let memory = Memory::default();
    let tab = Tab::open(&memory, 1);
    tab.app.preview_pack("a.json", Ok(pack("公式の文その十。")));
    tab.app.accept_pack().expect("it is kept");
    memory.take("tenken/1/pack");
    tab.app.storage_cleared();
    assert_eq!(statement(&Tab::open(&memory, 2).app).0, "公式の文その十。");
}

/// A browser that is killed has often not written the mirror for a minute.
#[test]
fn a_pack_survives_the_loss_of_the_mirror_and_its_removal_does_too() {
    let memory = Memory::default();
    let tab = Tab::open(&memory, 1);
    tab.app.preview_pack("a.json", Ok(pack("公式の文その十一。")));
    tab.app.accept_pack().expect("it is kept");
    let with_pack = memory.texts();
    memory.lose_mirror(Default::default());
    let next = Tab::open(&memory, 2);
    assert_eq!(statement(&next.app).0, "公式の文その十一。");
    assert!(memory.texts().contains_key("tenken/1/pack"), "the mirror has it again");
    next.app.remove_pack().expect("it is removed");
    memory.lose_mirror(with_pack);
    let third = Tab::open(&memory, 3);
    assert_eq!(&*third.app.catalog_digest(), DIGEST, "it stays removed");
    assert!(third.app.kept_pack().get_untracked().is_none());
}

#[test]
fn a_pack_of_an_earlier_version_comes_to_the_disk() {
    let memory = Memory::default();
    let tab = Tab::open(&memory, 1);
    tab.app.preview_pack("a.json", Ok(pack("公式の文その十二。")));
    tab.app.accept_pack().expect("it is kept");
    let before = memory.without_disk();
    before.take("tenken/1/pack-at");
    let next = Tab::open(&before, 2);
    assert_eq!(statement(&next.app).0, "公式の文その十二。");
    assert!(before.disk().contains_key("tenken/1/pack"));
}
