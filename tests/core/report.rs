//! Progress, and what people decided.

use std::collections::BTreeSet;

use proptest::prelude::*;
use tenken::core::{
    assessment::{Assessment, Edit, paths},
    catalog::{CATALOG, Player, Provenance, Viewpoint},
    evaluate::{ControlStatus, InWriting},
    extract::{Derived, Extraction, Row, Truth, derive, extract},
    language::Language,
    model::{Model, questions},
    report::{
        ActionStanding, ActionStatus, ControlStanding, Decision, Progress, ProvenanceKind, RiskStanding, Scope, Share,
        action_status, control_results, count_risks, decision, labels, progress, rests_on, risk_rows,
    },
};

use crate::support::{
    assessments::{NOW, clock, empty, with},
    cases, models,
};

fn counted(assessment: &Assessment, model: &Model) -> (Progress, Extraction, Vec<Derived>) {
    let extraction = extract(&CATALOG, model);
    let treated = |key: &_| matches!(decision(assessment, key), None | Some(Decision::Treat));
    let derived = derive(&CATALOG, &extraction, treated);
    (progress(&CATALOG, assessment, model, &extraction, &derived, Scope::ALL), extraction, derived)
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
fn keywords_in_files_are_read_as_what_they_were() {
    for status in ActionStatus::ALL {
        assert_eq!(ActionStatus::from_keyword(status.keyword()), Some(status));
    }
    for decision in Decision::ALL {
        assert_eq!(Decision::from_keyword(decision.keyword()), Some(decision));
    }
    assert_eq!((ActionStatus::from_keyword("DONE"), Decision::from_keyword("")), (None, None));
    let keywords: Vec<_> = ActionStatus::ALL.iter().map(|s| s.keyword()).collect();
    assert_eq!(keywords, ["done", "partly", "not", "na", "unknown"]);
}

#[test]
fn every_label_is_in_both_languages_and_tells_states_apart() {
    let japanese = |text: &str| text.chars().any(|c| ('\u{3040}'..'\u{a000}').contains(&c));
    for states in [
        Decision::ALL.map(labels::decision).to_vec(),
        ActionStatus::ALL.map(labels::action_status).to_vec(),
        RiskStanding::ALL.map(labels::risk_standing).to_vec(),
        ActionStanding::ALL.map(labels::action_standing).to_vec(),
        ControlStatus::ALL.map(labels::control_status).to_vec(),
        ControlStanding::ALL.map(labels::control_standing).to_vec(),
        InWriting::ALL.map(labels::in_writing).to_vec(),
        ProvenanceKind::ALL.map(labels::provenance).to_vec(),
        Player::ALL.map(labels::player).to_vec(),
        vec![labels::YES, labels::NO, labels::UNANSWERED],
        vec![labels::NOBODY],
        vec![labels::NONE],
    ] {
        for language in Language::ALL {
            let told: BTreeSet<&str> = states.iter().map(|label| label.pick(language)).collect();
            assert_eq!(told.len(), states.len(), "{told:?}");
            assert!(told.iter().all(|text| japanese(text) == (language == Language::Ja)), "{told:?}");
        }
    }
}

#[test]
fn nothing_is_done_in_the_beginning() {
    let (progress, ..) = counted(&empty(), &Model::default());
    let questions = CATALOG.roles.len() + CATALOG.components.len() + CATALOG.data_forms.len();
    assert_eq!(progress.model, Share { done: 0, of: questions });
    assert_eq!(progress.risks_decided(), Share { done: 0, of: CATALOG.risks.len() });
    assert_eq!(progress.risks.of(RiskStanding::Open), CATALOG.risks.len());
    assert_eq!(progress.actions_recorded(), Share::default());
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn deciding_every_risk_and_judging_every_action_completes_the_assessment(model in models::complete()) {
        let mut assessment = with(&models::edits(&model));
        let (before, extraction, derived) = counted(&assessment, &model);
        prop_assert!(before.model.complete());
        prop_assert_eq!(before.model.of, questions(&model, &CATALOG).len());
        prop_assert_eq!((before.risks_decided().done, before.actions_recorded().done), (0, 0));

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
        prop_assert_eq!(after.risks_decided().done, after.risks_decided().of);
        // One action of each countermeasure is still to be found out.
        prop_assert_eq!(after.actions.of(ActionStanding::DontKnow), derived.len());
        prop_assert_eq!(after.actions_recorded().of - after.actions_recorded().done, derived.len());
        for d in &derived {
            let first = d.countermeasure.actions[0].id;
            prop_assert_eq!(action_status(&assessment, d.countermeasure.id, first), Some(ActionStatus::DontKnow));
        }
    }

    #[test]
    fn what_is_covered_or_accepted_needs_no_action(model in models::complete()) {
        let mut assessment = with(&models::edits(&model));
        let (_, extraction, _) = counted(&assessment, &model);
        let set = |r: &Row, what: &str, text: &str| {
            let instance = r.key.instance.as_ref().map(|i| i.as_str());
            Edit::text(paths::risk(r.key.risk, instance, what), text)
        };
        let applying: Vec<&Row> = extraction.with(Truth::True).collect();
        let edits: Vec<Edit> = applying.iter().map(|r| set(r, "decision", "accept")).collect();
        assessment.apply(&edits, &mut clock(2), NOW, "");
        let (after, _, derived) = counted(&assessment, &model);
        prop_assert!(derived.iter().all(|d| !d.needed));
        prop_assert_eq!(after.actions_recorded(), Share::default());
        // Nothing is decided whose reason is missing; white space is none.
        prop_assert_eq!(after.risks.of(RiskStanding::ReasonMissing), applying.len());
        prop_assert_eq!(after.risks_decided().done, 0);
        let edits: Vec<Edit> = applying.iter().map(|r| set(r, "reason", " \n")).collect();
        assessment.apply(&edits, &mut clock(3), NOW, "");
        prop_assert_eq!(counted(&assessment, &model).0.risks_decided().done, 0);
        let edits: Vec<Edit> = applying.iter().map(|r| set(r, "reason", "影響が小さい")).collect();
        assessment.apply(&edits, &mut clock(4), NOW, "");
        prop_assert_eq!(counted(&assessment, &model).0.risks_decided().done, applying.len());
    }

    /// What is hidden is counted as hidden, nowhere else, and nothing is lost between.
    #[test]
    fn with_own_entries_hidden_every_count_follows(model in models::complete()) {
        let assessment = with(&models::edits(&model));
        let (all, extraction, derived) = counted(&assessment, &model);
        let shown = progress(&CATALOG, &assessment, &model, &extraction, &derived, Scope { original: false });
        prop_assert_eq!(shown.risks.total() + shown.hidden_risks, all.risks.total());
        prop_assert_eq!(shown.actions.total() + shown.hidden_actions, all.actions.total());
        let own = |id: &str| CATALOG.risk(id).is_some_and(|r| r.title.from == Provenance::Original);
        let of_others = extraction.with(Truth::True).filter(|r| !own(r.key.risk.0)).count();
        prop_assert_eq!(shown.risks_applying(), of_others);
        prop_assert_eq!((all.hidden_risks, all.hidden_actions), (0, 0));
    }

    /// One by one the risks are those that are counted, by viewpoint as well, and what they rest on is all that is shown.
    #[test]
    fn the_parts_of_the_results_come_to_the_whole(model in models::partial(), original in any::<bool>()) {
        let (assessment, scope) = (with(&models::edits(&model)), Scope { original });
        let (_, extraction, derived) = counted(&assessment, &model);
        let progress = progress(&CATALOG, &assessment, &model, &extraction, &derived, scope);
        let rows = risk_rows(&CATALOG, &assessment, &extraction, scope);
        for standing in RiskStanding::ALL {
            let of_rows = rows.iter().filter(|row| row.standing == standing).count();
            prop_assert_eq!(of_rows, progress.risks.of(standing));
            let by_viewpoint: usize = Viewpoint::ALL.iter().map(|v| count_risks(&rows, |risk| risk.viewpoint == *v).of(standing)).sum();
            prop_assert_eq!(by_viewpoint, of_rows);
        }
        let controls = control_results(&CATALOG, &assessment, None, scope);
        let tally = rests_on(&CATALOG, &controls, &rows, &derived, scope);
        let of_part_four = rows.len() + progress.actions.total();
        prop_assert_eq!(tally.facts(), controls.rests_on().facts() + of_part_four);
        let out = with(&[Edit::text(paths::part_scope("part4"), "out")]);
        let controls = control_results(&CATALOG, &out, None, scope);
        prop_assert_eq!(rests_on(&CATALOG, &controls, &rows, &derived, scope), controls.rests_on());
    }

    #[test]
    fn what_does_not_concern_the_service_needs_its_reason(model in models::complete(), remark in "[ 　]{0,3}|対象なし") {
        let mut assessment = with(&models::edits(&model));
        let (_, _, derived) = counted(&assessment, &model);
        let Some(first) = derived.iter().find(|d| d.needed && !d.countermeasure.actions.is_empty()) else { return Ok(()) };
        let (of, action) = (first.countermeasure.id, first.countermeasure.actions[0].id);
        let edits = [
            Edit::text(paths::action(of, action, "status"), "na"),
            Edit::text(paths::action(of, action, "remark"), remark.clone()),
        ];
        assessment.apply(&edits, &mut clock(2), NOW, "");
        let (after, ..) = counted(&assessment, &model);
        let counts = usize::from(!remark.trim().is_empty());
        prop_assert_eq!(after.actions.of(ActionStanding::NotApplicable), counts);
        prop_assert_eq!(after.actions.of(ActionStanding::ReasonMissing), 1 - counts);
        prop_assert_eq!(after.actions_recorded().done, counts);
    }
}
