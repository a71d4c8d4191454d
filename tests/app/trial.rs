//! Answers on trial.

use std::sync::Arc;

use tenken::{
    app::Session,
    core::{
        assessment::{Assessment, Edit, paths},
        catalog::{CATALOG, Player},
        model::{Answer, Aspect, InstanceId, Model, Question, add_component},
    },
};

use crate::fakes::{Memory, Tab};

fn contract(players: &[Player]) -> Edit {
    Question::Role(CATALOG.role("contract").expect("the seed names it").id).edit(Some(&Answer::Players(players.into())))
}

/// A session in which our own contract and the user's own device make a risk apply.
fn session(tab: &Tab) -> Session {
    let id = tab.app.create("ためし");
    let session = Session::new(tab.app, id.clone());
    session.edit(contract(&[Player::Own]));
    let device = CATALOG.component("device").expect("the seed names it").id;
    let instance = InstanceId::new(7);
    session.edits(&add_component(device, "カメラ", &instance));
    session.edit(Question::Provision(instance, Aspect::Procured).edit(Some(&Answer::Players(vec![Player::User]))));
    session
}

/// The assessment as other pages, the file and the disk have it.
fn kept(tab: &Tab, session: &Session) -> Option<Arc<Assessment>> {
    tab.app.assessments().with_untracked(|all| all.get(&session.id()).cloned())
}

#[test]
fn answers_on_trial_are_seen_everywhere_and_kept_nowhere() {
    let tab = Tab::open(&Memory::default(), 1);
    let session = session(&tab);
    assert_eq!(session.trial(), None);
    let before = kept(&tab, &session);
    session.try_out(&[]);
    session.edit(contract(&[Player::User]));
    let effect = session.trial().expect("something is on trial");
    assert_eq!(effect.fields, 1);
    assert!(effect.go.iter().any(|key| key.risk.0 == "contract-1"), "{effect:?}");
    assert!(effect.actions.1 > 0, "{effect:?}");
    let mine = |m: &Arc<Model>| m.roles.values().next().cloned();
    assert_eq!(session.model.with_untracked(mine), Some(vec![Player::User]));
    assert_eq!(kept(&tab, &session), before);
    // What is no answer of the model stands at once.
    session.edit(Edit::text(paths::meta("note"), "メモ"));
    assert_eq!(kept(&tab, &session).expect("it is there").text(&paths::meta("note")), "メモ");
    session.drop_trial();
    assert_eq!((session.trial(), session.model.with_untracked(mine)), (None, Some(vec![Player::Own])));
}

#[test]
fn a_trial_that_is_kept_is_one_step() {
    let tab = Tab::open(&Memory::default(), 1);
    let session = session(&tab);
    let before = session.model.get_untracked();
    session.try_out(&session.app.of_type("X-monitoring", &before));
    session.edit(contract(&[Player::User]));
    let tried = session.model.get_untracked();
    assert_ne!(tried, before);
    session.keep_trial();
    assert_eq!((session.trial(), session.model.get_untracked()), (None, tried));
    tab.app.undo(&session.id());
    assert_eq!(session.model.get_untracked(), before);
}
