//! Random models of the real catalogue.

use std::collections::BTreeSet;

use proptest::{collection::vec, option::weighted, prelude::*, sample::subsequence};
use tenken::core::{
    assessment::{Edit, Value, paths},
    catalog::{CATALOG, Place, Player, RoleId},
    model::{Answer, Aspect, Instance, InstanceId, Model, Players, Question, questions},
};

use crate::support::Dice;

pub const PLAYERS: [Player; 3] = [Player::Own, Player::Partner, Player::User];

fn players() -> impl Strategy<Value = Players> {
    subsequence(PLAYERS.to_vec(), 0..=3)
}

fn instances(answered: f64) -> impl Strategy<Value = Vec<Instance>> {
    // Lists of choices are kept in the order of their words.
    let roles: Vec<RoleId> = CATALOG.roles.iter().map(|r| r.id).collect::<BTreeSet<_>>().into_iter().collect();
    let mut places = Place::ALL.to_vec();
    places.sort_by_key(|place| place.keyword());
    let one = (
        0..CATALOG.components.len(),
        [weighted(answered, players()), weighted(answered, players()), weighted(answered, players())],
        weighted(answered, subsequence(places, 1..=3)),
        weighted(answered, subsequence(roles, 0..=3)),
    );
    vec(one, 0..8).prop_map(|all| {
        let described =
            all.into_iter().enumerate().map(|(i, (kind, [procured, operated, maintained], places, roles))| {
                let (id, name) = (InstanceId::new(i as u64), format!("no. {i}"));
                Instance { id, kind: CATALOG.components[kind].id, name, roles, procured, operated, maintained, places }
            });
        described.collect()
    })
}

fn model(answered: f64) -> impl Strategy<Value = Model> {
    (
        vec(weighted(answered, players()), CATALOG.roles.len()),
        vec(weighted(answered, any::<bool>()), CATALOG.components.len()),
        vec(weighted(answered, any::<bool>()), CATALOG.data_forms.len()),
        instances(answered),
    )
        .prop_map(|(roles, kinds, data, instances)| Model {
            service_type: None,
            roles: CATALOG.roles.iter().zip(roles).filter_map(|(r, p)| Some((r.id, p?))).collect(),
            // Components of a kind that is said not to be there are no part of the model.
            kinds: CATALOG
                .components
                .iter()
                .zip(kinds)
                .filter_map(|(c, y)| Some((c.id, y?)))
                .filter(|(kind, yes)| *yes || instances.iter().all(|i| i.kind != *kind))
                .collect(),
            instances: instances.into_iter().map(|i| (i.id.clone(), i)).collect(),
            data: CATALOG.data_forms.iter().zip(data).filter_map(|(d, y)| Some((d.id, y?))).collect(),
            presumed: Vec::new(),
            partners: Vec::new(),
        })
}

/// A model with hardly any, some or nearly all questions answered.
pub fn partial() -> impl Strategy<Value = Model> {
    prop_oneof![model(0.15), model(0.5), model(0.9)]
}

/// A model without an open question: a partial one, and the rest filled in by chance.
pub fn complete() -> impl Strategy<Value = Model> {
    (partial(), any::<u64>()).prop_map(|(mut model, seed)| {
        let mut dice = Dice(seed);
        // Twice, since a component that is there brings questions of its own.
        for _ in 0..2 {
            for question in questions(&model, &CATALOG) {
                fill(&mut model, &question, &mut dice);
            }
        }
        model
    })
}

fn fill(model: &mut Model, question: &Question, dice: &mut Dice) {
    let undescribed = matches!(question, Question::Kind(k) if model.kind_without_instance(*k));
    if undescribed {
        *model = question.answered(model, &Answer::Yes(true));
    } else if question.answer(model).is_none() {
        let candidates = question.candidates(&CATALOG);
        *model = question.answered(model, &candidates[dice.below(candidates.len())]);
    }
}

/// The edits that enter a model.
pub fn edits(model: &Model) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut give = |q: Question| {
        let given = q.answer(model);
        edits.extend(given.map(|a| q.edit(Some(&a))));
    };
    model.roles.keys().for_each(|r| give(Question::Role(*r)));
    model.data.keys().for_each(|d| give(Question::Data(*d)));
    for i in model.instances.values() {
        Aspect::ALL.into_iter().for_each(|a| give(Question::Provision(i.id.clone(), a)));
        give(Question::Place(i.id.clone()));
        give(Question::Carries(i.id.clone()));
    }
    for (kind, yes) in &model.kinds {
        edits.push(Edit::set(paths::component_kind(*kind), Value::text(if *yes { "yes" } else { "no" })));
    }
    for i in model.instances.values() {
        edits.push(Edit::set(paths::component(i.id.as_str(), "kind"), Value::text(i.kind.0)));
        edits.push(Edit::text(paths::component(i.id.as_str(), "name"), &i.name));
    }
    edits
}
