//! Starting a model from a service type or a case; adding and removing components.

use super::{Answer, Aspect, Instance, InstanceId, Model, Question};
use crate::core::{
    assessment::{Edit, Value, paths},
    catalog::{Arrangement, ComponentId, Preset, TypeId},
    language::Language,
};

/// The edits that prefill the model with an arrangement. What has been answered already stays as it is, so that nothing
/// entered is lost; components are added only where the model has none of their kind.
///
/// `service_type` is the type that the arrangement belongs to; its answers are presumed until somebody confirms them. A
/// worked case has no type, and its answers are facts of its story. `random` gives the ids of new
/// components.
#[must_use]
pub fn start_from(
    arrangement: &Arrangement,
    service_type: Option<TypeId>,
    model: &Model,
    language: Language,
    mut random: impl FnMut() -> u64,
) -> Vec<Edit> {
    let mut edits = Vec::new();
    // The type that the model started from stays the one it started from, whatever others add.
    if let Some(id) = service_type.filter(|_| model.service_type.is_none()) {
        edits.push(Edit::set(paths::service_type(), Value::text(id.0)));
    }
    let mut presumed = Vec::new();
    let mut answer = |q: Question, a: Answer| {
        if q.answer(model).is_none() {
            edits.push(q.edit(Some(&a)));
            presumed.push(q);
        }
    };
    for (role, players) in arrangement.roles {
        answer(Question::Role(*role), Answer::Players(players.to_vec()));
    }
    for kind in arrangement.absent {
        answer(Question::Kind(*kind), Answer::Yes(false));
    }
    for (data, yes) in arrangement.data {
        answer(Question::Data(*data), Answer::Yes(*yes));
    }
    for preset in arrangement.components {
        if model.has_kind(preset.kind).is_none() {
            let name = language.pick(preset.name.ja(), preset.name.en());
            let id = InstanceId::new(random());
            edits.extend(add_component(preset.kind, name, &id));
            if !presumed.contains(&Question::Kind(preset.kind)) {
                presumed.push(Question::Kind(preset.kind));
            }
            for (question, answer) in answers(preset, &id) {
                edits.push(question.edit(Some(&answer)));
                presumed.push(question);
            }
        }
    }
    if service_type.is_some() {
        edits.extend(presumed.iter().map(Question::presume));
    }
    edits
}

/// The model of an arrangement, as it is.
#[must_use]
pub fn model_of(arrangement: &Arrangement, language: Language) -> Model {
    let mut model = Model::default();
    for (role, players) in arrangement.roles {
        model.roles.insert(*role, players.to_vec());
    }
    for (data, yes) in arrangement.data {
        model.data.insert(*data, *yes);
    }
    for (number, preset) in (0..).zip(arrangement.components) {
        let id = InstanceId::new(number);
        let mut instance = Instance::unknown(id.clone(), preset.kind);
        instance.name = language.pick(preset.name.ja(), preset.name.en()).to_owned();
        model.instances.insert(id.clone(), instance);
        for (question, answer) in answers(preset, &id) {
            model = question.answered(&model, &answer);
        }
    }
    model
}

fn answers(preset: &Preset, id: &InstanceId) -> Vec<(Question, Answer)> {
    let mut answers = vec![(Question::Carries(id.clone()), Answer::Roles(preset.roles.to_vec()))];
    for aspect in Aspect::ALL {
        let players = match aspect {
            Aspect::Procured => preset.procured,
            Aspect::Operated => preset.operated,
            Aspect::Maintained => preset.maintained,
        };
        if let Some(players) = players {
            answers.push((Question::Provision(id.clone(), aspect), Answer::Players(players.to_vec())));
        }
    }
    if let Some(places) = preset.place {
        answers.push((Question::Place(id.clone()), Answer::Places(places.to_vec())));
    }
    answers
}

/// The edits that add a component.
#[must_use]
pub fn add_component(kind: ComponentId, name: &str, id: &InstanceId) -> Vec<Edit> {
    vec![
        Question::Kind(kind).edit(Some(&Answer::Yes(true))),
        Edit::set(paths::component(id.as_str(), "kind"), Value::text(kind.0)),
        Edit::text(paths::component(id.as_str(), "name"), name),
    ]
}

/// The edits that remove a component. Its other fields stay, so that undoing brings everything back. With the last one
/// of its kind the question whether there is one becomes open again: "removed" is not yet "we have none".
#[must_use]
pub fn remove_component(model: &Model, id: &InstanceId) -> Vec<Edit> {
    let Some(instance) = model.instances.get(id) else { return Vec::new() };
    let mut edits = vec![Edit::clear(paths::component(id.as_str(), "kind"))];
    let last = model.of_kind(instance.kind).count() == 1;
    if last {
        edits.push(Question::Kind(instance.kind).edit(None));
    }
    edits
}
