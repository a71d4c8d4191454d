//! The question that is asked next.

use std::collections::BTreeSet;

use proptest::prelude::*;
use tenken::core::{
    catalog::{CATALOG, Catalog, List, RiskId},
    extract::{Extraction, Row, STEPS, Truth, extract, most_deciding, most_deciding_for, most_deciding_within},
    model::{InstanceId, Model, Question, project, questions},
};

use crate::{
    extract::answers,
    support::{Dice, cases, hostile::Crowd, models},
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

/// A question, how many rows hang on it, and how many of them an answer decides at best.
type Asked = (Question, usize, usize);

/// What `most_deciding` says, as it is defined: each answer to each question is tried on a copy of the model, and all
/// risks are looked at anew. Of some rows, the question, how many of them hang on it, and how many an answer decides.
fn plainly(model: &Model, rows: &[&Row]) -> Option<Asked> {
    let mut best: Option<((usize, usize), Asked)> = None;
    for question in questions(model, &CATALOG) {
        let hanging: Vec<&&Row> = rows.iter().filter(|r| r.finding.open.contains(&question)).collect();
        if hanging.is_empty() {
            continue;
        }
        let ids: BTreeSet<RiskId> = hanging.iter().map(|r| r.key.risk).collect();
        let risks: Vec<_> = CATALOG.risks.iter().filter(|r| ids.contains(&r.id)).copied().collect();
        let alone = Catalog { risks: List(risks.leak()), ..CATALOG };
        let count = |after: &Extraction| {
            let known = |row: &&&&Row| {
                let mut of_risk = after.rows.iter().filter(|r| r.key.risk == row.key.risk);
                let found = after.rows.iter().find(|r| r.key == row.key);
                // The row for components to come goes once they are described.
                found.map_or_else(|| of_risk.all(|r| r.finding.truth.is_known()), |r| r.finding.truth.is_known())
            };
            hanging.iter().filter(known).count()
        };
        let answers = answers(&question, model);
        let decided: Vec<usize> =
            answers.iter().map(|a| count(&extract(&alone, &question.answered(model, a)))).collect();
        let score = (mean(&decided), hanging.len());
        if best.as_ref().is_none_or(|(s, _)| score > *s) {
            best = Some((score, (question, hanging.len(), decided.into_iter().max().unwrap_or(0))));
        }
    }
    best.map(|(_, b)| b)
}

#[track_caller]
fn is_as_defined(model: &Model, every: usize) {
    let extraction = extract(&CATALOG, model);
    let open: Vec<&Row> = extraction.with(Truth::Unknown).collect();
    let found = most_deciding(&CATALOG, model, &extraction).map(|d| (d.question, d.hanging, d.decides));
    assert_eq!(found, plainly(model, &open), "{model:?}");
    for row in open.iter().step_by(every) {
        let found = most_deciding_for(&CATALOG, model, row);
        assert_eq!(found, plainly(model, &[row]).map(|(q, ..)| q), "{row:?} of {model:?}");
    }
}

/// Components that are alike, that are tied by risks, and that risks take one by one.
#[test]
fn the_question_for_several_components_is_the_one_that_is_defined() {
    for crowd in Crowd::ALL {
        for components in [3, 12] {
            is_as_defined(&project(&crowd.of(components), &CATALOG), 5);
        }
    }
    // Beside them nothing but what ties them together, so that the kinds to come and their rows are all that is open.
    let mut model = project(&Crowd::Tied.of(6), &CATALOG);
    for role in CATALOG.roles {
        model.roles.insert(role.id, vec![tenken::core::catalog::Player::Own]);
    }
    for data in CATALOG.data_forms {
        model.data.insert(data.id, true);
    }
    is_as_defined(&model, 1);
    for instance in model.instances.values_mut() {
        let own = Some(vec![tenken::core::catalog::Player::Own]);
        (instance.procured, instance.operated) = (own.clone(), own);
    }
    is_as_defined(&model, 1);
}

/// The steps that it takes are bounded, and with three hundred components they still suffice.
#[test]
fn a_crowd_of_components_takes_a_bounded_number_of_steps() {
    for crowd in Crowd::ALL {
        let mut taken = Vec::new();
        for components in [60, 300, 1000] {
            let model = project(&crowd.of(components), &CATALOG);
            let extraction = extract(&CATALOG, &model);
            let (found, steps) = most_deciding_within(&CATALOG, &model, &extraction, STEPS);
            assert!(found.is_some() && steps <= STEPS, "{crowd:?}: {steps}");
            taken.push(steps);
            if components <= 300 {
                assert!(steps < STEPS / 2, "{crowd:?}: {steps}");
                let (unbounded, _) = most_deciding_within(&CATALOG, &model, &extraction, usize::MAX);
                assert_eq!(found, unbounded, "{crowd:?}");
            }
        }
        println!("{crowd:?}: {taken:?} steps with 60, 300 and 1000 components");
    }
}

/// However few steps there are: what is asked is open, and the same again.
#[test]
fn with_few_steps_an_open_question_is_asked_all_the_same() {
    let model = project(&Crowd::Tied.of(40), &CATALOG);
    let extraction = extract(&CATALOG, &model);
    let mut asked = 0;
    for limit in [0, 10, 1000, 3000, 10_000, 30_000, 100_000] {
        let (found, steps) = most_deciding_within(&CATALOG, &model, &extraction, limit);
        assert_eq!(found, most_deciding_within(&CATALOG, &model, &extraction, limit).0);
        assert!(steps <= limit, "{steps} of {limit}");
        if let Some(found) = found {
            assert_eq!(hanging(&extraction, &found.question).len(), found.hanging, "{limit}");
            asked += 1;
        }
    }
    assert!(asked >= 3, "{asked}");
}

#[test]
fn a_row_is_found_by_its_key() {
    let extraction = extract(&CATALOG, &project(&Crowd::Mixed.of(20), &CATALOG));
    for row in &extraction.rows {
        assert_eq!(extraction.row(&row.key), Some(row));
        let mut other = row.key.clone();
        other.instance = Some(InstanceId::from_segment("nobody"));
        assert_eq!(extraction.row(&other), None);
    }
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
    fn it_is_the_question_that_is_defined(model in models::partial()) {
        is_as_defined(&model, 9);
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
