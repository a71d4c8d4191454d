//! The model: what an assessment's fields say, typed; questions and their answers; components coming and going.

use proptest::prelude::*;
use tenken::core::{
    assessment::{Edit, Value, paths},
    catalog::{CATALOG, ComponentId, Player},
    model::{Answer, InstanceId, Model, OPEN, Question, add_component, project, questions, remove_component},
};

use crate::support::{
    assessments::{NOW, clock, path, with},
    cases, models,
};

fn kind(id: &str) -> ComponentId {
    CATALOG.component(id).unwrap().id
}

fn read(edits: &[Edit]) -> Model {
    project(&with(edits), &CATALOG)
}

fn set(at: &str, value: Value) -> Edit {
    Edit::set(path(at), value)
}

#[test]
fn what_the_catalogue_does_not_know_counts_as_unanswered() {
    let model = read(&[
        set("model/role/nobody", Value::list(["own"])),
        set("model/role/measure", Value::list(["own", "burglar"])),
        set("model/role/process", Value::text("own")),
        set("model/kind/device", Value::text("perhaps")),
        set("model/kind/X-edge", Value::list(["yes"])),
        set("model/data/X-personal", Value::text("YES")),
        set("model/type", Value::text("X-none")),
        set("model/component/c1/kind", Value::text("toaster")),
        set("model/component/c2/kind", Value::list(["device"])),
        set("model/component/c3/name", Value::text("nameless kind")),
        set("model/component/c4/kind/more", Value::text("device")),
    ]);
    assert_eq!(model, Model::default());
}

#[test]
fn a_component_keeps_what_is_known_and_drops_what_is_not() {
    let model = read(&[
        set("model/component/c1/kind", Value::text("device")),
        set("model/component/c1/roles", Value::list(["measure", "dance"])),
        set("model/component/c1/procured", Value::list(["thief"])),
        set("model/component/c1/operated", Value::list([""; 0])),
    ]);
    let instance = &model.instances[&InstanceId::from_segment("c1")];
    assert_eq!(instance.roles, Some(vec![CATALOG.role("measure").unwrap().id]));
    assert_eq!((&instance.procured, &instance.operated, &instance.maintained), (&None, &Some(vec![]), &None));
}

/// An id that could not stand in the path of a risk must not become one.
#[test]
fn a_component_with_an_impossible_id_is_passed_over() {
    for (id, there) in [("-", false), ("_x", false), (".x", false), ("c.1", true)] {
        let model = read(&[set(&format!("model/component/{id}/kind"), Value::text("device"))]);
        assert_eq!(!model.instances.is_empty(), there, "{id}");
    }
    for (length, there) in [(40, true), (41, false), (150, false)] {
        let id = "c".repeat(length);
        let model = read(&[set(&format!("model/component/{id}/kind"), Value::text("device"))]);
        assert_eq!(!model.instances.is_empty(), there, "{length}");
    }
}

#[test]
fn a_component_comes_with_its_kind_and_the_last_to_go_leaves_the_question_open() {
    let (one, two) = (InstanceId::new(1), InstanceId::new(2));
    let device = kind("device");
    let mut assessment = with(&add_component(device, "first", &one));
    let mut clock = clock(2);
    assessment.apply(&add_component(device, "second", &two), &mut clock, NOW, "");
    let model = project(&assessment, &CATALOG);
    assert_eq!(model.of_kind(device).map(|i| i.name.as_str()).collect::<Vec<_>>(), ["first", "second"]);

    assessment.apply(&remove_component(&model, &one), &mut clock, NOW, "");
    let model = project(&assessment, &CATALOG);
    assert_eq!((model.has_kind(device), model.instances.len()), (Some(true), 1));

    let back = assessment.apply(&remove_component(&model, &two), &mut clock, NOW, "");
    assert_eq!(project(&assessment, &CATALOG).has_kind(device), None);
    assert_eq!(remove_component(&project(&assessment, &CATALOG), &two), []);
    assessment.turn(&back, &mut clock, NOW, "");
    assert_eq!(project(&assessment, &CATALOG), model, "undoing brings the component back with all it had");
}

#[test]
fn a_question_takes_only_answers_of_its_kind() {
    let role = Question::Role(CATALOG.roles[0].id);
    assert_eq!(role.answered(&Model::default(), &Answer::Yes(true)), Model::default());
    let nobody = Question::Carries(InstanceId::new(7));
    assert_eq!(nobody.answered(&Model::default(), &Answer::Roles(vec![])), Model::default());
    assert_eq!(role.edit(None), Edit::clear(paths::role(CATALOG.roles[0].id)));
    assert_eq!(Player::User.keyword(), "user");
}

#[test]
fn components_of_a_kind_that_is_not_there_wait_for_it_to_be_there_again() {
    let (kind, id) = (CATALOG.components[0].id, InstanceId::new(7));
    let mut edits = add_component(kind, "カメラ", &id);
    assert_eq!(read(&edits).instances.len(), 1);
    for away in ["no", OPEN] {
        edits.push(Edit::set(paths::component_kind(kind), Value::text(away)));
        let model = read(&edits);
        assert_eq!((model.instances.len(), model.has_kind(kind)), (0, (away == "no").then_some(false)));
        edits.push(Question::Kind(kind).edit(Some(&Answer::Yes(true))));
        assert_eq!(read(&edits).instances[&id].name, "カメラ");
    }
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn a_model_entered_field_by_field_is_the_model(model in models::partial()) {
        let mut read = read(&models::edits(&model));
        // A described component answers whether there is one.
        for (kind, yes) in &model.kinds {
            prop_assert_eq!(read.kinds.get(kind), Some(yes));
        }
        read.kinds.clone_from(&model.kinds);
        prop_assert_eq!(read, model);
    }

    #[test]
    fn each_answer_given_is_the_answer_read(model in models::partial()) {
        for question in questions(&model, &CATALOG) {
            for answer in question.candidates(&CATALOG) {
                let after = question.answered(&model, &answer);
                // That there is none is only true of a kind of which none is described.
                if let (Question::Kind(kind), Answer::Yes(false)) = (&question, &answer)
                    && model.of_kind(*kind).next().is_some() {
                    continue;
                }
                prop_assert_eq!(question.answer(&after), Some(answer.clone()), "{:?}", question);
            }
        }
    }

    #[test]
    fn the_questions_of_a_model_stand_once_each(model in models::partial()) {
        let mut all = questions(&model, &CATALOG);
        let count = all.len();
        let expected = CATALOG.roles.len() + CATALOG.components.len() + CATALOG.data_forms.len();
        prop_assert_eq!(count, expected + 5 * model.instances.len());
        all.sort();
        all.dedup();
        prop_assert_eq!(all.len(), count);
    }
}
