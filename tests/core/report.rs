//! Progress, and what people decided.

use proptest::prelude::*;
use tenken::core::{
    assessment::{Assessment, Edit, paths},
    catalog::CATALOG,
    extract::{Derived, Extraction, Truth, derive, extract},
    model::{Model, questions},
    report::{ActionStatus, Decision, Progress, Share, action_status, decision, progress},
};

use crate::support::{
    assessments::{NOW, clock, empty, with},
    cases, models,
};

fn counted(assessment: &Assessment, model: &Model) -> (Progress, Extraction, Vec<Derived>) {
    let extraction = extract(&CATALOG, model);
    let treated = |key: &_| matches!(decision(assessment, key), None | Some(Decision::Treat));
    let derived = derive(&CATALOG, &extraction, treated);
    (progress(&CATALOG, assessment, model, &extraction, &derived), extraction, derived)
}

#[test]
fn a_share_is_complete_only_when_all_of_something_is_done() {
    let cases = [((0, 0), None, false), ((0, 3), Some(0), false), ((2, 3), Some(66), false), ((3, 3), Some(100), true)];
    for ((done, of), percent, complete) in cases {
        let share = Share { done, of };
        assert_eq!((share.percent(), share.complete()), (percent, complete), "{done} of {of}");
    }
    assert_eq!(Share { done: 199, of: 200 }.percent(), Some(99), "nearly all is not all");
}

#[test]
fn words_in_files_are_read_as_what_they_were() {
    for status in ActionStatus::ALL {
        assert_eq!(ActionStatus::from_word(status.word()), Some(*status));
    }
    for decision in Decision::ALL {
        assert_eq!(Decision::from_word(decision.word()), Some(*decision));
    }
    assert_eq!((ActionStatus::from_word("DONE"), Decision::from_word("")), (None, None));
    let words: Vec<_> = ActionStatus::ALL.iter().map(|s| s.word()).collect();
    assert_eq!(words, ["done", "partly", "not", "na", "unknown"]);
}

#[test]
fn nothing_is_done_in_the_beginning() {
    let (progress, ..) = counted(&empty(), &Model::default());
    let questions = CATALOG.roles.len() + CATALOG.components.len() + CATALOG.data_forms.len();
    assert_eq!(progress.model, Share { done: 0, of: questions });
    assert_eq!(progress.risks, Share { done: 0, of: CATALOG.risks.len() });
    assert_eq!(progress.actions, Share::default());
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn deciding_every_risk_and_judging_every_action_completes_the_assessment(model in models::complete()) {
        let mut assessment = with(&models::edits(&model));
        let (before, extraction, derived) = counted(&assessment, &model);
        prop_assert!(before.model.complete());
        prop_assert_eq!(before.model.of, questions(&model, &CATALOG).len());
        prop_assert_eq!((before.risks.done, before.actions.done), (0, 0));

        let mut edits = Vec::new();
        for row in extraction.with(Truth::True) {
            let instance = row.key.instance.as_ref().map(|i| i.as_str());
            edits.push(Edit::text(paths::risk(row.key.risk, instance, "decision"), "treat"));
        }
        for d in &derived {
            for (i, a) in d.countermeasure.actions.iter().enumerate() {
                let word = if i == 0 { "unknown" } else { "done" };
                edits.push(Edit::text(paths::action(d.countermeasure.id, a.id, "status"), word));
            }
        }
        assessment.apply(&edits, &mut clock(2), NOW, "");
        let (after, ..) = counted(&assessment, &model);
        prop_assert_eq!(after.risks.done, after.risks.of);
        // One action of each countermeasure is still to be found out.
        prop_assert_eq!(after.actions.of - after.actions.done, derived.len());
        for d in &derived {
            let first = d.countermeasure.actions[0].id;
            prop_assert_eq!(action_status(&assessment, d.countermeasure.id, first), Some(ActionStatus::DontKnow));
        }
    }

    #[test]
    fn what_is_covered_or_accepted_needs_no_action(model in models::complete()) {
        let mut assessment = with(&models::edits(&model));
        let (_, extraction, _) = counted(&assessment, &model);
        let accept = |r: &tenken::core::extract::Row| {
            let instance = r.key.instance.as_ref().map(|i| i.as_str());
            Edit::text(paths::risk(r.key.risk, instance, "decision"), "accept")
        };
        let edits: Vec<Edit> = extraction.with(Truth::True).map(accept).collect();
        assessment.apply(&edits, &mut clock(2), NOW, "");
        let (after, _, derived) = counted(&assessment, &model);
        prop_assert!(derived.iter().all(|d| !d.needed));
        prop_assert_eq!(after.actions, Share::default());
    }
}
