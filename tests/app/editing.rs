//! Creating, changing, deleting, undoing.

use tenken::{
    app::{AppState, NoticeKind, SaveState, Session},
    core::{
        assessment::{AssessmentId, Edit, Value, paths},
        catalog::{CATALOG, Player},
        extract::Truth,
        model::{Answer, Question, questions},
    },
};

use crate::fakes::{Memory, Tab};

fn name_of(app: &AppState, id: &AssessmentId) -> Option<String> {
    app.assessments().with_untracked(|a| a.get(id).map(|a| a.text(&paths::name()).to_owned()))
}

#[test]
fn what_was_entered_is_there_in_the_next_visit() {
    let memory = Memory::default();
    let tab = Tab::open(&memory, 1);
    let id = tab.app.create("監視サービス");
    tab.app.dispatch(&id, &[Edit::text(paths::meta("service"), "温度を測る")]);
    assert_eq!(tab.app.save_state(&id), SaveState::Pending);
    tab.app.flush();
    assert!(matches!(tab.app.save_state(&id), SaveState::Saved(Some(_))));
    let next = Tab::open(&memory, 2);
    assert_eq!(name_of(&next.app, &id).as_deref(), Some("監視サービス"));
    let service = next.app.assessments().with_untracked(|a| a[&id].text(&paths::meta("service")).to_owned());
    assert_eq!(service, "温度を測る");
}

#[test]
fn undo_and_redo_are_changes_like_any_other() {
    let tab = Tab::open(&Memory::default(), 1);
    let id = tab.app.create("名前");
    assert_eq!((tab.app.can_undo(&id), tab.app.can_redo(&id)), (false, false), "its creation is no step");
    tab.app.dispatch(&id, &[Edit::text(paths::name(), "新しい名前")]);
    tab.app.undo(&id);
    assert_eq!(name_of(&tab.app, &id).as_deref(), Some("名前"));
    tab.app.redo(&id);
    assert_eq!(name_of(&tab.app, &id).as_deref(), Some("新しい名前"));
    tab.app.undo(&id);
    tab.app.dispatch(&id, &[Edit::text(paths::meta("note"), "別のこと")]);
    assert_eq!((tab.app.can_undo(&id), tab.app.can_redo(&id)), (true, false), "a new change ends what can be redone");
}

#[test]
fn the_bin_keeps_until_it_is_emptied() {
    let memory = Memory::default();
    let tab = Tab::open(&memory, 1);
    let id = tab.app.create("消すもの");
    tab.app.flush();
    tab.app.delete(&id).expect("there is room");
    assert_eq!(name_of(&tab.app, &id), None);
    assert!(
        tab.app
            .notices()
            .get_untracked()
            .iter()
            .any(|n| matches!(&n.kind, NoticeKind::Binned { id: i, .. } if *i == id))
    );
    let next = Tab::open(&memory, 2);
    assert_eq!(next.app.bin().with_untracked(Vec::len), 1);
    next.app.restore(&id);
    assert_eq!(name_of(&next.app, &id).as_deref(), Some("消すもの"));
    let third = Tab::open(&memory, 3);
    assert_eq!(name_of(&third.app, &id).as_deref(), Some("消すもの"));
    third.app.delete(&id).expect("there is room");
    third.app.forget(&id);
    assert!(Tab::open(&memory, 4).app.bin().with_untracked(Vec::is_empty));
}

#[test]
fn a_copy_has_its_own_life() {
    let tab = Tab::open(&Memory::default(), 1);
    let id = tab.app.create("もと");
    tab.app.dispatch(&id, &[Edit::text(paths::meta("note"), "共通")]);
    let copy = tab.app.duplicate(&id, "写し").expect("it exists");
    tab.app.dispatch(&copy, &[Edit::text(paths::meta("note"), "写しだけ")]);
    let note = |id| tab.app.assessments().with_untracked(|a| a[id].text(&paths::meta("note")).to_owned());
    assert_eq!((note(&id), note(&copy)), ("共通".to_owned(), "写しだけ".to_owned()));
}

#[test]
fn a_session_follows_the_model() {
    let tab = Tab::open(&Memory::default(), 1);
    let id = tab.app.create("導出");
    let session = Session::new(tab.app, id.clone());
    assert_eq!(session.extraction.with_untracked(|e| e.count(Truth::True)), 0);
    let open = session.extraction.with_untracked(|e| e.count(Truth::Unknown));
    assert_eq!(open, CATALOG.risks.len(), "nothing is answered, so everything is open");
    let next = session.next.get_untracked().expect("there is a question");
    assert!(next.hanging > 0);
    let role = CATALOG.role("contract").expect("the seed names it").id;
    session.edit(Question::Role(role).edit(Some(&Answer::Players(vec![Player::Own]))));
    let device = CATALOG.component("device").expect("the seed names it").id;
    let instance = tenken::core::model::InstanceId::new(7);
    session.edits(&tenken::core::model::add_component(device, "カメラ", &instance));
    session.edit(Edit::set(paths::component(instance.as_str(), "procured"), Value::list(["user"])));
    let applies = session.extraction.with_untracked(|e| e.with(Truth::True).map(|r| r.key.risk.0).collect::<Vec<_>>());
    assert!(applies.contains(&"contract-1"), "{applies:?}");
    assert!(session.derived.with_untracked(|d| d.iter().any(|d| d.countermeasure.id.0 == "A-1")));
    // A decision against treating takes the need away, not the trace.
    for row in session.extraction.get_untracked().with(Truth::True) {
        let path = paths::risk(row.key.risk, row.key.instance.as_ref().map(|i| i.as_str()), "decision");
        session.edit(Edit::text(path, "accept"));
    }
    assert!(session.derived.with_untracked(|d| !d.is_empty() && d.iter().all(|d| !d.needed && !d.because.is_empty())));
}

#[test]
fn a_type_never_overwrites_an_answer() {
    let tab = Tab::open(&Memory::default(), 1);
    let id = tab.app.create("類型");
    let session = Session::new(tab.app, id.clone());
    let role = CATALOG.role("measure").expect("the seed names it").id;
    session.edit(Question::Role(role).edit(Some(&Answer::Players(vec![]))));
    let model = session.model.get_untracked();
    tab.app.prefill(&id, "X-monitoring", &model);
    assert_eq!(session.model.with_untracked(|m| m.roles[&role].clone()), vec![], "nobody stays nobody");
    assert!(session.model.with_untracked(|m| m.roles.len() > 5));
    let told = tab.app.notices().with_untracked(|n| {
        n.iter().find_map(|n| match n.kind {
            NoticeKind::Started { answers } => Some(answers),
            _ => None,
        })
    });
    let answered =
        session.model.with_untracked(|m| questions(m, &CATALOG).iter().filter(|q| q.answer(m).is_some()).count());
    assert_eq!(told, Some(answered - 1), "only what it answered itself is counted");
    // What the type brought counts apart, until somebody answers or confirms it.
    assert_eq!(session.progress.with_untracked(|p| p.model.done), 1);
    let presumed = session.progress.with_untracked(|p| p.presumed);
    let first = session.model.with_untracked(|m| m.presumed[0].clone());
    let answer = session.model.with_untracked(|m| first.answer(m));
    session.edit(first.edit(answer.as_ref()));
    assert_eq!(session.progress.with_untracked(|p| (p.model.done, p.presumed)), (2, presumed - 1));
    tab.app.undo(&id);
    assert_eq!(session.progress.with_untracked(|p| (p.model.done, p.presumed)), (1, presumed));
    tab.app.undo(&id);
    assert_eq!(session.model.with_untracked(|m| m.roles.len()), 1, "it is one step");
}
