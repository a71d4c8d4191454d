//! Extraction and derivation over random models of the real catalogue.

use std::collections::{BTreeMap, BTreeSet};

use proptest::{
    prelude::*,
    sample::{self, Index},
};
use tenken::core::{
    catalog::{CATALOG, Catalog, Condition, List, Place, RiskId},
    extract::{Extraction, Finding, Row, RowKey, Truth, derive, extract, most_deciding},
    model::{Answer, Model, Question},
};

use crate::support::{Dice, cases, models};

fn open_questions(extraction: &Extraction) -> BTreeSet<Question> {
    extraction.rows.iter().flat_map(|r| r.finding.open.iter().cloned()).collect()
}

/// The answers that may be given: any, or for a component said to be there the same again, with a description.
pub fn answers(question: &Question, model: &Model) -> Vec<Answer> {
    let given = question.answer(model);
    question.candidates(&CATALOG).into_iter().filter(|a| given.as_ref().is_none_or(|g| g == a)).collect()
}

fn findings(extraction: &Extraction) -> BTreeMap<RowKey, Finding> {
    extraction.rows.iter().map(|r| (r.key.clone(), r.finding.clone())).collect()
}

fn shuffled(condition: &Condition, dice: &mut Dice) -> Condition {
    let mut many = |cs: &List<Condition>| {
        let mut cs: Vec<Condition> = cs.iter().map(|c| shuffled(c, dice)).collect();
        dice.shuffle(&mut cs);
        List(&*cs.leak())
    };
    match condition {
        Condition::All(cs) => Condition::All(many(cs)),
        Condition::Any(cs) => Condition::Any(many(cs)),
        Condition::Not(cs) => Condition::Not(many(cs)),
        atom => *atom,
    }
}

/// The same catalogue with everything that has no order in another order.
fn other_order(seed: u64) -> Catalog {
    let mut dice = Dice(seed);
    let mut risks = CATALOG.risks.to_vec();
    for risk in &mut risks {
        risk.when = shuffled(&risk.when, &mut dice);
        let mut each = risk.each.to_vec();
        dice.shuffle(&mut each);
        risk.each = List(each.leak());
    }
    dice.shuffle(&mut risks);
    Catalog { risks: List(risks.leak()), ..CATALOG }
}

/// The model with those answers alone that are named as facts. A component stays if a fact names it or its kind, or the
/// row is about it.
fn reduced(model: &Model, row: &Row) -> Model {
    let facts = &row.finding.facts;
    let mut model = model.clone();
    model.roles.retain(|r, _| facts.contains(&Question::Role(*r)));
    model.kinds.retain(|k, _| facts.contains(&Question::Kind(*k)));
    model.data.retain(|d, _| facts.contains(&Question::Data(*d)));
    model.instances.retain(|id, instance| {
        let named = facts
            .iter()
            .any(|q| matches!(q, Question::Provision(i, _) | Question::Carries(i) | Question::Place(i) if i == id));
        named || facts.contains(&Question::Kind(instance.kind)) || row.key.instance.as_ref() == Some(id)
    });
    for id in model.instances.clone().keys() {
        let Some(instance) = model.instances.get_mut(id) else { continue };
        use tenken::core::model::Aspect::{Maintained, Operated, Procured};
        let unsaid = |aspect| !facts.contains(&Question::Provision(id.clone(), aspect));
        let (procured, operated, maintained) = (unsaid(Procured), unsaid(Operated), unsaid(Maintained));
        instance.procured.take_if(|_| procured);
        instance.operated.take_if(|_| operated);
        instance.maintained.take_if(|_| maintained);
        instance.roles.take_if(|_| !facts.contains(&Question::Carries(id.clone())));
        instance.places.take_if(|_| !facts.contains(&Question::Place(id.clone())));
    }
    model
}

proptest! {
    #![proptest_config(cases(192))]

    /// The promise that an answer once given can only settle what is open.
    #[test]
    fn an_answer_never_changes_what_is_determined(model in models::partial(), which in any::<Index>()) {
        let before = extract(&CATALOG, &model);
        let open: Vec<Question> = open_questions(&before).into_iter().collect();
        prop_assume!(!open.is_empty());
        let question = which.get(&open);
        for answer in answers(question, &model) {
            let after = extract(&CATALOG, &question.answered(&model, &answer));
            for row in before.rows.iter().filter(|r| r.finding.truth.is_known()) {
                match after.row(&row.key) {
                    Some(r) => prop_assert_eq!(r.finding.truth, row.finding.truth, "{:?} by {:?}", row.key, answer),
                    // The row for components to come: each one described now says what it said.
                    None => {
                        prop_assert!(row.key.instance.is_none(), "{:?} by {:?}", row.key, answer);
                        prop_assert!(!CATALOG.risk(row.key.risk.0).unwrap().each.is_empty());
                        for r in after.rows.iter().filter(|r| r.key.risk == row.key.risk) {
                            prop_assert_eq!(r.finding.truth, row.finding.truth, "{:?} by {:?}", row.key, answer);
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn the_order_of_entries_does_not_matter(model in models::partial(), seed in any::<u64>()) {
        let other = other_order(seed);
        let (here, there) = (extract(&CATALOG, &model), extract(&other, &model));
        prop_assert_eq!(here.rows.len(), there.rows.len());
        prop_assert_eq!(findings(&here), findings(&there));
        let because = |catalog: &Catalog, e: &Extraction| -> BTreeMap<&str, BTreeSet<RowKey>> {
            derive(catalog, e, |_| true).into_iter().map(|d| (d.countermeasure.id.0, d.because.into_iter().collect())).collect()
        };
        prop_assert_eq!(because(&CATALOG, &here), because(&other, &there));
    }

    #[test]
    fn every_countermeasure_has_a_trace(model in models::partial()) {
        let extraction = extract(&CATALOG, &model);
        let derived = derive(&CATALOG, &extraction, |_| true);
        for d in &derived {
            prop_assert!(!d.because.is_empty() && d.needed);
            for key in &d.because {
                prop_assert_eq!(extraction.row(key).map(|r| r.finding.truth), Some(Truth::True));
                prop_assert!(CATALOG.risk(key.risk.0).unwrap().countermeasures.contains(&d.countermeasure.id));
            }
        }
        // And nothing that applies is without its countermeasures.
        for row in extraction.with(Truth::True) {
            for id in CATALOG.risk(row.key.risk.0).unwrap().countermeasures {
                prop_assert!(derived.iter().any(|d| d.countermeasure.id == *id && d.because.contains(&row.key)));
            }
        }
        let order: Vec<usize> = derived.iter().filter_map(|d| {
            CATALOG.countermeasures.iter().position(|c| c.id == d.countermeasure.id)
        }).collect();
        prop_assert!(order.is_sorted());
        // Nobody wants it treated: still shown, not needed.
        let unneeded = derive(&CATALOG, &extraction, |_| false);
        prop_assert!(unneeded.len() == derived.len() && unneeded.iter().all(|d| !d.needed));
    }

    #[test]
    fn what_is_known_has_facts_and_what_is_not_has_open_questions(model in models::partial()) {
        for row in extract(&CATALOG, &model).rows {
            let Finding { truth, facts, open } = &row.finding;
            prop_assert_eq!((facts.is_empty(), open.is_empty()), (!truth.is_known(), truth.is_known()), "{:?}", row);
            prop_assert!(facts.iter().all(|q| q.answer(&model).is_some()), "{:?}", row);
            let described_later = |q: &Question| matches!(q, Question::Kind(k) if model.kind_without_instance(*k));
            prop_assert!(open.iter().all(|q| q.answer(&model).is_none() || described_later(q)), "{:?}", row);
        }
    }

    #[test]
    fn the_facts_suffice(model in models::partial()) {
        for row in extract(&CATALOG, &model).rows.iter().filter(|r| r.finding.truth.is_known()) {
            let alone = Catalog { risks: List(vec![*CATALOG.risk(row.key.risk.0).unwrap()].leak()), ..CATALOG };
            let again = extract(&alone, &reduced(&model, row));
            prop_assert_eq!(again.row(&row.key).map(|r| r.finding.truth), Some(row.finding.truth), "{:?}", row);
        }
    }

    #[test]
    fn a_complete_model_leaves_nothing_open(model in models::complete()) {
        let extraction = extract(&CATALOG, &model);
        prop_assert_eq!(extraction.count(Truth::Unknown), 0);
        prop_assert_eq!(most_deciding(&CATALOG, &model, &extraction), None);
    }

    #[test]
    fn risks_open_by_place_are_settled_by_places(mut model in models::complete(), place in sample::select(&Place::ALL[..])) {
        for instance in model.instances.values_mut() {
            instance.places = None;
        }
        let open: Vec<RiskId> = extract(&CATALOG, &model).with(Truth::Unknown).map(|row| row.key.risk).collect();
        let by_place = extract(&CATALOG, &model).open_by_place();
        prop_assert!(open.iter().all(|risk| by_place.contains(risk)));
        for instance in model.instances.values_mut() {
            instance.places = Some(vec![place]);
        }
        prop_assert_eq!(extract(&CATALOG, &model).open_by_place(), vec![]);
    }

    #[test]
    fn each_row_stands_once(model in models::partial()) {
        let extraction = extract(&CATALOG, &model);
        prop_assert_eq!(findings(&extraction).len(), extraction.rows.len());
        let risks: BTreeSet<_> = extraction.rows.iter().map(|r| r.key.risk).collect();
        prop_assert_eq!(risks.len(), CATALOG.risks.len());
    }
}
