//! Starting from a service type.

use proptest::prelude::*;
use tenken::core::{
    assessment::{Edit, Path},
    catalog::{CATALOG, Preset, ServiceType},
    extract::{Truth, derive, extract},
    language::Language,
    model::{Answer, Aspect, Instance, Model, Question, answering, project, questions, start_from},
};

use crate::support::{Dice, assessments, cases, models};

fn started(service_type: &ServiceType, model: &Model) -> (Vec<Edit>, Model) {
    let mut dice = Dice(42);
    let edits = start_from(&service_type.arrangement, Some(service_type.id), model, Language::Ja, || dice.roll());
    let mut assessment = assessments::with(&models::edits(model));
    assessment.apply(&edits, &mut assessments::clock(2), assessments::NOW, "");
    (edits, project(&assessment, &CATALOG))
}

fn is_preset(instance: &Instance, preset: &Preset) -> bool {
    let players = |aspect| match aspect {
        Aspect::Procured => preset.procured,
        Aspect::Operated => preset.operated,
        Aspect::Maintained => preset.maintained,
    };
    let provided = |a: Aspect| {
        let same = |p: &Vec<_>| players(a).is_some_and(|q| p.len() == q.len() && p.iter().all(|x| q.contains(x)));
        instance.aspect(a).as_ref().map_or(players(a).is_none(), same)
    };
    let roles = |r: &Vec<_>| r.len() == preset.roles.len() && r.iter().all(|x| preset.roles.contains(x));
    instance.kind == preset.kind
        && instance.name == preset.name.ja()
        && instance.roles.as_ref().is_some_and(roles)
        && Aspect::ALL.into_iter().all(provided)
        && instance.places.as_deref() == preset.place.as_deref()
}

/// Whatever was answered has the same answer; the components that were there are there unchanged.
#[track_caller]
fn keeps_every_answer(before: &Model, after: &Model) {
    for question in questions(before, &CATALOG) {
        if let Some(answer) = question.answer(before) {
            assert_eq!(question.answer(after), Some(answer), "{question:?}");
        }
    }
    for (id, instance) in &before.instances {
        assert_eq!(after.instances.get(id), Some(instance));
    }
}

#[test]
fn each_type_fills_an_empty_model_with_what_it_says() {
    println!("type: edits, open questions, risks that apply / undetermined / do not, countermeasures");
    for service_type in CATALOG.types {
        let (edits, model) = started(service_type, &Model::default());
        assert!(edits.iter().all(|e| e.path.as_str().parse::<Path>().is_ok()));
        assert_eq!(model.service_type, Some(service_type.id));
        for (role, players) in service_type.arrangement.roles {
            let mut expected = players.to_vec();
            expected.sort();
            assert_eq!(model.roles.get(role), Some(&expected), "{}: {role}", service_type.id);
        }
        assert_eq!(model.roles.len(), service_type.arrangement.roles.len());
        for kind in service_type.arrangement.absent {
            assert_eq!(model.has_kind(*kind), Some(false));
        }
        for (data, yes) in service_type.arrangement.data {
            assert_eq!(model.data.get(data), Some(yes));
        }
        assert_eq!(model.data.len(), service_type.arrangement.data.len());
        assert_eq!(model.instances.len(), service_type.arrangement.components.len());
        for preset in service_type.arrangement.components {
            assert!(
                model.instances.values().any(|i| is_preset(i, preset)),
                "{}: {}",
                service_type.id,
                preset.name.en()
            );
        }
        let extraction = extract(&CATALOG, &model);
        let derived = derive(&CATALOG, &extraction, |_| true).len();
        let [yes, open, no] = [Truth::True, Truth::Unknown, Truth::False].map(|t| extraction.count(t));
        let asked = questions(&model, &CATALOG).iter().filter(|q| q.answer(&model).is_none()).count();
        println!("{:15} {} edits, {asked} open: {yes} / {open} / {no}, {derived}", service_type.id.0, edits.len());
        assert!((3..=60).contains(&yes), "{}: {yes} risks apply", service_type.id);
    }
}

#[test]
fn a_second_start_adds_nothing() {
    for service_type in CATALOG.types {
        let (_, model) = started(service_type, &Model::default());
        let again = start_from(&service_type.arrangement, Some(service_type.id), &model, Language::En, || 0);
        assert_eq!(again, []);
    }
}

#[test]
fn the_names_are_in_the_language_of_the_person() {
    let arrangement = &CATALOG.types[0].arrangement;
    let mut dice = Dice(1);
    let edits = start_from(arrangement, None, &Model::default(), Language::En, || dice.roll());
    let names = edits.iter().filter(|e| e.path.as_str().ends_with("/name"));
    let names: Vec<_> = names.filter_map(|e| e.value.as_ref()?.as_text()).collect();
    assert_eq!(names, arrangement.components.iter().map(|p| p.name.en()).collect::<Vec<_>>());
}

#[test]
fn the_answers_of_a_type_are_presumed_until_somebody_gives_or_confirms_them() {
    let service_type = CATALOG.types.iter().find(|t| !t.arrangement.roles.is_empty()).unwrap();
    let (mut dice, mut clock) = (Dice(7), assessments::clock(1));
    let own = Question::Role(service_type.arrangement.roles[0].0);
    let mut assessment = assessments::with(&[own.edit(Some(&Answer::Players(vec![])))]);
    let before = project(&assessment, &CATALOG);
    let edits = start_from(&service_type.arrangement, Some(service_type.id), &before, Language::Ja, || dice.roll());
    assessment.apply(&edits, &mut clock, assessments::NOW, "");

    let model = project(&assessment, &CATALOG);
    let answered: Vec<_> = questions(&model, &CATALOG).into_iter().filter(|q| q.answer(&model).is_some()).collect();
    assert!(model.is_answered(&own), "what a person answered is theirs");
    assert_eq!(model.presumed.len(), answered.len() - 1, "and nothing else is");

    // Answering one anew makes it a person's own, also where the answer stays the same.
    let given = model.presumed[0].clone();
    let edits = answering(&assessment, &[given.edit(given.answer(&model).as_ref())]);
    assessment.apply(&edits, &mut clock, assessments::NOW, "");
    let model = project(&assessment, &CATALOG);
    assert!(model.is_answered(&given));

    // Confirming leaves the answers as they are.
    let edits: Vec<_> = model.presumed.iter().map(Question::confirm).collect();
    assessment.apply(&edits, &mut clock, assessments::NOW, "");
    let confirmed = project(&assessment, &CATALOG);
    assert!(confirmed.presumed.is_empty());
    assert_eq!(confirmed, Model { presumed: Vec::new(), ..model });
}

#[test]
fn the_answers_of_a_case_are_facts() {
    for case in CATALOG.cases {
        let mut dice = Dice(3);
        let edits = start_from(&case.arrangement, None, &Model::default(), Language::Ja, || dice.roll());
        assert!(project(&assessments::with(&edits), &CATALOG).presumed.is_empty());
    }
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn a_start_changes_no_answer(model in models::partial(), which in 0..CATALOG.types.len()) {
        let service_type = &CATALOG.types[which];
        let (edits, after) = started(service_type, &model);
        prop_assert!(edits.iter().all(|e| e.path.as_str().parse::<Path>().is_ok()));
        keeps_every_answer(&model, &after);
        prop_assert_eq!(after.service_type, Some(service_type.id));
        // What the type answers is answered now, by somebody before or by the type.
        for (role, _) in service_type.arrangement.roles {
            prop_assert!(after.roles.contains_key(role));
        }
        for preset in service_type.arrangement.components {
            prop_assert!(after.has_kind(preset.kind).is_some());
        }
    }
}
