//! The question that is asked next.

use std::collections::BTreeSet;

use proptest::prelude::*;
use tenken::core::{
    catalog::{CATALOG, RiskId},
    extract::{Extraction, Truth, extract, most_deciding, most_deciding_for},
    model::{Model, Question},
};

use crate::{
    extract::answers,
    support::{Dice, cases, models},
};

fn hanging<'a>(extraction: &'a Extraction, question: &Question) -> BTreeSet<&'a tenken::core::extract::RowKey> {
    extraction.rows.iter().filter(|r| r.finding.open.contains(question)).map(|r| &r.key).collect()
}

fn undetermined(extraction: &Extraction) -> BTreeSet<RiskId> {
    extraction.with(Truth::Unknown).map(|r| r.key.risk).collect()
}

/// For each answer, how many of the rows that hang on the question are then decided.
fn decided(model: &Model, before: &Extraction, question: &Question) -> Vec<usize> {
    let hanging = hanging(before, question);
    let count = |after: Extraction| {
        let known = |key: &tenken::core::extract::RowKey| {
            let mut rows = after.rows.iter().filter(|r| r.key.risk == key.risk);
            after.row(key).map_or_else(|| rows.all(|r| r.finding.truth.is_known()), |r| r.finding.truth.is_known())
        };
        hanging.iter().filter(|k| known(k)).count()
    };
    answers(question, model).iter().map(|a| count(extract(&CATALOG, &question.answered(model, a)))).collect()
}

/// Decided risks per answer, on average, in thousandths.
fn mean(decided: &[usize]) -> usize {
    decided.iter().sum::<usize>() * 1000 / decided.len()
}

#[test]
fn an_empty_model_is_asked_something_and_then_something_else() {
    let mut model = Model::default();
    let first = most_deciding(&CATALOG, &model, &extract(&CATALOG, &model)).unwrap();
    println!("first question: {first:?}");
    assert!(first.hanging > 0 && first.decides > 0);
    let answer = answers(&first.question, &model).remove(0);
    model = first.question.answered(&model, &answer);
    let second = most_deciding(&CATALOG, &model, &extract(&CATALOG, &model)).unwrap();
    assert_ne!(first.question, second.question);
}

/// Whoever only ever answers what is asked gets to the end, and at the end nothing is open.
#[test]
fn answering_what_is_asked_comes_to_an_end() {
    let (mut model, mut dice) = (Model::default(), Dice(7));
    for asked in 0.. {
        let extraction = extract(&CATALOG, &model);
        let Some(next) = most_deciding(&CATALOG, &model, &extraction) else {
            println!("{asked} questions, {} risks apply", extraction.count(Truth::True));
            assert_eq!(extraction.count(Truth::Unknown), 0);
            break;
        };
        assert!(asked < 400, "still asking {next:?}");
        let answers = answers(&next.question, &model);
        model = next.question.answered(&model, &answers[dice.below(answers.len())]);
    }
}

proptest! {
    #![proptest_config(cases(12))]

    #[test]
    fn the_question_is_open_and_counts_what_hangs_on_it(model in models::partial()) {
        let before = extract(&CATALOG, &model);
        let Some(next) = most_deciding(&CATALOG, &model, &before) else {
            prop_assert_eq!(before.count(Truth::Unknown), 0);
            return Ok(());
        };
        prop_assert_eq!(hanging(&before, &next.question).len(), next.hanging);
        prop_assert_eq!(decided(&model, &before, &next.question).into_iter().max(), Some(next.decides));
        for answer in answers(&next.question, &model) {
            let after = extract(&CATALOG, &next.question.answered(&model, &answer));
            prop_assert!(hanging(&after, &next.question).is_empty(), "{:?} by {:?}", next, answer);
            prop_assert!(undetermined(&after).is_subset(&undetermined(&before)), "{:?} by {:?}", next, answer);
        }
    }

    #[test]
    fn no_other_question_decides_more(model in models::partial()) {
        let before = extract(&CATALOG, &model);
        let Some(next) = most_deciding(&CATALOG, &model, &before) else { return Ok(()) };
        let best = mean(&decided(&model, &before, &next.question));
        let open: BTreeSet<&Question> = before.rows.iter().flat_map(|r| &r.finding.open).collect();
        for question in open {
            prop_assert!(mean(&decided(&model, &before, question)) <= best, "{:?} beats {:?}", question, next);
        }
    }

    #[test]
    fn one_risk_is_asked_about_by_one_of_its_own_questions(model in models::partial()) {
        let extraction = extract(&CATALOG, &model);
        for row in extraction.rows.iter().step_by(7) {
            let question = most_deciding_for(&CATALOG, &model, row);
            prop_assert_eq!(question.is_some(), row.finding.truth == Truth::Unknown);
            prop_assert!(question.is_none_or(|q| row.finding.open.contains(&q)));
        }
    }
}
