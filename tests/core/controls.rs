//! Controls of Parts II and III: what was entered, what is in scope, where they stand, and what is still to be done.

use std::collections::BTreeSet;

use proptest::{prelude::*, sample::select};
use tenken::core::{
    assessment::{Assessment, Edit, paths},
    catalog::{CATALOG, Catalog, Control, ControlClass, ControlId, EquipmentId, List, PatternId, Provenance},
    day::Day,
    evaluate::{ControlRecord, ControlStatus, Extent, GuidelinePart, InWriting, OutOfScope, Verdict, web_address},
    extract::{Truth, derive, extract},
    model::{Model, project},
    report::{
        ActionStanding, ControlResults, ControlStanding, Next, Progress, ProvenanceKind, RiskStanding, Scope, Share,
        Task, ValueRow, Work, by_owner, class_of, control_results, next, part_of, section_of, tasks,
    },
};

use crate::support::{
    assessments::{NOW, clock, with},
    cases, models,
};

fn control(id: &str) -> &'static Control {
    CATALOG.control(id).unwrap_or_else(|| panic!("no control {id}"))
}

fn set(id: &str, what: &str, text: &str) -> Edit {
    Edit::text(paths::control(control(id).id, what), text)
}

fn results(assessment: &Assessment) -> ControlResults {
    control_results(&CATALOG, assessment, Some(PatternId(1)), Scope::ALL)
}

fn standing(edits: &[Edit], id: &str) -> ControlStanding {
    let results = results(&with(edits));
    results.rows.iter().find(|row| row.control.id.0 == id).unwrap().standing
}

#[test]
fn keywords_and_paths_in_files_never_change() {
    let statuses: Vec<_> = ControlStatus::ALL.iter().map(|s| s.keyword()).collect();
    assert_eq!(statuses, ["implemented", "partial", "not", "not-applicable", "unknown"]);
    let written: Vec<_> = InWriting::ALL.iter().map(|s| s.keyword()).collect();
    assert_eq!(written, ["written", "partial", "not", "unknown"]);
    let id = ControlId("II.2.1.1");
    for (path, expected) in [
        (paths::control(id, "status"), "controls/II.2.1.1/status"),
        (paths::practice(id, "ii"), "controls/II.2.1.1/practices/ii"),
        (paths::evidence(id, 2), "controls/II.2.1.1/evidence/2"),
        (paths::evidence_note(id, 2), "controls/II.2.1.1/evidence/2/note"),
        (paths::measured(id, "a"), "controls/II.2.1.1/values/a"),
        (paths::part_scope(GuidelinePart::Three.keyword()), "scope/part3"),
        (paths::equipment_scope(EquipmentId("power")), "scope/equipment/power"),
    ] {
        assert_eq!(path.as_str(), expected);
    }
}

/// What is entered for any control of the catalogue has a path that a file can hold.
#[test]
fn every_control_has_well_formed_paths() {
    for control in CATALOG.controls {
        let marks = control.best_practices.iter().map(|p| paths::practice(control.id, p.mark));
        let items = control.items.iter().map(|i| paths::measured(control.id, i.id));
        for path in marks.chain(items) {
            assert_eq!(path.as_str().parse().as_ref(), Ok(&path));
        }
    }
    for equipment in CATALOG.equipment {
        let path = paths::equipment_scope(equipment.id);
        assert_eq!(path.as_str().parse().as_ref(), Ok(&path));
    }
}

#[test]
fn what_was_entered_is_read_typed() {
    let id = "III.2.1.1";
    let of = control(id);
    let edits = [
        set(id, "status", "partial"),
        set(id, "written", "not"),
        set(id, "remark", "夜間は手作業"),
        set(id, "owner", "鈴木"),
        set(id, "due", "2026-12-01"),
        Edit::text(paths::practice(of.id, of.best_practices[1].mark), "yes"),
        Edit::text(paths::practice(of.id, of.best_practices[0].mark), "no"),
        Edit::text(paths::evidence(of.id, 1), "yes"),
        Edit::text(paths::evidence_note(of.id, 1), "SLA https://example.org/sla"),
        Edit::text(paths::measured(of.id, "a"), "99.2%"),
    ];
    let assessment = with(&edits);
    let record = ControlRecord::of(&assessment, of);
    assert_eq!(record.status, Some(ControlStatus::Partial));
    assert_eq!(record.in_writing, Some(InWriting::NotWritten));
    assert_eq!((record.reason, record.remark, record.owner), ("", "夜間は手作業", "鈴木"));
    assert_eq!(record.due, Day::new(2026, 12, 1));
    assert_eq!(record.practices, [of.best_practices[1].mark]);
    assert_eq!(record.evidence.len(), of.evidence.len());
    assert!(record.evidence[0].ticked && !record.evidence[1].ticked);
    assert_eq!(record.evidence[0].note, "SLA https://example.org/sla");
    assert_eq!(record.values, ["99.2%"]);

    let assessment = with(&[set(id, "status", "IMPLEMENTED"), set(id, "due", "来月末")]);
    let record = ControlRecord::of(&assessment, of);
    assert_eq!((record.status, record.due), (None, None), "what is not known counts as unanswered");
}

#[test]
fn what_does_not_concern_the_service_needs_its_reason() {
    let id = "II.3.1.1";
    let na = set(id, "status", "not-applicable");
    assert_eq!(standing(&[], id), ControlStanding::Unanswered);
    assert_eq!(standing(std::slice::from_ref(&na), id), ControlStanding::ReasonMissing);
    assert_eq!(standing(&[na.clone(), set(id, "reason", " \u{3000}")], id), ControlStanding::ReasonMissing);
    assert_eq!(standing(&[na.clone(), set(id, "remark", "連携先なし")], id), ControlStanding::ReasonMissing);
    assert_eq!(standing(&[na, set(id, "reason", "連携先なし")], id), ControlStanding::NotApplicable);
    for (status, expected) in [
        ("implemented", ControlStanding::Implemented),
        ("partial", ControlStanding::Partial),
        ("not", ControlStanding::NotImplemented),
        ("unknown", ControlStanding::Unknown),
    ] {
        assert_eq!(standing(&[set(id, "status", status)], id), expected);
    }
}

#[test]
fn what_is_somebody_elses_is_out_and_comes_back_with_its_answers() {
    let out = |id: &'static str| Edit::text(paths::equipment_scope(EquipmentId(id)), "out");
    let power = control("III.4.2.2");
    let all: Vec<Edit> = power.components.iter().map(|c| out(c.0)).collect();
    let answer = set("III.4.2.2", "status", "implemented");
    let mut edits = vec![answer];
    // All but one are not all.
    edits.extend(all[1..].iter().cloned());
    if !all[1..].is_empty() {
        assert_eq!(standing(&edits, "III.4.2.2"), ControlStanding::Implemented);
    }
    edits.extend(all[..1].iter().cloned());
    assert_eq!(standing(&edits, "III.4.2.2"), ControlStanding::OutOfScope);
    let mut assessment = with(&edits);
    let extent = Extent::of(&CATALOG, &assessment);
    assert_eq!(extent.out(power), Some(OutOfScope::Components));
    assert_eq!(extent.out(control("II.1.1.1")), None);
    // Widened again, the answer is there: nothing was written over it.
    let back: Vec<Edit> = power.components.iter().map(|c| Edit::text(paths::equipment_scope(*c), "in")).collect();
    assessment.apply(&back, &mut clock(2), NOW, "");
    let results = results(&assessment);
    let row = results.rows.iter().find(|row| row.control.id == power.id).unwrap();
    assert_eq!((row.standing, row.out), (ControlStanding::Implemented, None));
}

#[test]
fn a_part_that_is_not_assessed_is_out_as_a_whole() {
    let results = results(&with(&[Edit::text(paths::part_scope("part2"), "out")]));
    for row in &results.rows {
        let part = GuidelinePart::of(row.control);
        assert_eq!(row.out == Some(OutOfScope::Part), part == GuidelinePart::Two, "{}", row.control.id);
    }
    assert!(!results.extent.has_part(GuidelinePart::Two) && results.extent.has_part(GuidelinePart::Four));
    let out =
        results.counts_by(part_of).into_iter().map(|(part, c)| (part, c.of(ControlStanding::OutOfScope), c.total()));
    let out: Vec<_> = out.collect();
    assert!(matches!(out[..], [("II", a, b), ("III", 0, _)] if a == b), "{out:?}");
}

#[test]
fn what_is_not_met_is_told_basic_first() {
    let edits = [
        set("III.1.1.3", "status", "not"),
        set("III.2.1.1", "status", "partial"),
        set("III.1.1.1", "status", "not"),
        set("II.1.1.1", "status", "implemented"),
        set("II.1.1.2", "status", "unknown"),
    ];
    let not_met: Vec<_> = results(&with(&edits)).not_met().iter().map(|row| row.control.id.0).collect();
    assert_eq!(not_met, ["III.1.1.1", "III.2.1.1", "III.1.1.3"]);
    assert_eq!(control("III.1.1.3").class, ControlClass::Recommended);
}

#[test]
fn values_are_below_unmeasured_or_not_compared() {
    let value = |id: &str, item: &str, text: &str| Edit::text(paths::measured(control(id).id, item), text);
    let edits = [
        value("III.1.1.2", "a", "1回/30分"),
        value("III.2.1.1", "a", "99.2%"),
        value("III.2.3.1", "b", "5世代"),
        value("III.2.3.1", "a", "随時"),
        set("III.4.2.1", "status", "not-applicable"),
        set("III.4.2.1", "reason", "データセンタに任せている"),
    ];
    let assessment = with(&edits);
    let results = results(&assessment);
    let names = |rows: Vec<&ValueRow>| -> Vec<String> {
        rows.iter().map(|row| format!("{}/{}", row.control.id, row.item.id)).collect()
    };
    // What is especially necessary comes first.
    assert_eq!(names(results.below()), ["III.2.1.1/a", "III.1.1.2/a"]);
    assert_eq!(names(results.not_compared()), ["III.2.3.1/a"]);
    let unmeasured = names(results.unmeasured());
    assert!(unmeasured.contains(&"III.1.1.1/a".to_owned()));
    assert!(!unmeasured.iter().any(|name| name.starts_with("III.4.2.1")), "it does not concern the service");
    assert_eq!(results.resting_on_unverified(), 3);
    // Without a pattern nothing fails.
    let without = control_results(&CATALOG, &assessment, None, Scope::ALL);
    assert_eq!(without.below(), Vec::<&ValueRow>::new());
    assert_eq!(without.values.iter().filter(|v| v.comparison.verdict == Verdict::NoPattern).count(), 3);
}

#[test]
fn what_the_result_rests_on_is_counted() {
    let results = results(&with(&[]));
    let tally = results.rests_on();
    assert_eq!(tally.facts(), results.rows.len() + results.values.len());
    assert!(tally.of(ProvenanceKind::Quoted) >= 1 && tally.of(ProvenanceKind::Unverified) > 100);
}

/// The catalogue with one control that is this project's own.
fn with_own_control() -> Catalog {
    let mut controls: Vec<Control> = CATALOG.controls.to_vec();
    controls[0] = Control { id_from: Provenance::Original, ..controls[0] };
    Catalog { controls: List(Vec::leak(controls)), ..CATALOG }
}

#[test]
fn own_controls_are_left_out_and_counted_where_they_are_hidden() {
    let (catalog, assessment) = (with_own_control(), with(&[]));
    let all = control_results(&catalog, &assessment, None, Scope::ALL);
    let shown = control_results(&catalog, &assessment, None, Scope { original: false });
    assert_eq!((all.hidden, shown.hidden), (0, 1));
    assert_eq!(shown.rows.len() + 1, all.rows.len());
    assert_eq!(shown.counts().total(), shown.rows.len());
}

const TODAY: &str = "2026-11-29";

fn to_do(assessment: &Assessment, model: &Model) -> Vec<Task> {
    let extraction = extract(&CATALOG, model);
    let derived = derive(&CATALOG, &extraction, |_| true);
    let today = TODAY.parse().unwrap();
    tasks(&CATALOG, assessment, &results(assessment), &extraction, &derived, Scope::ALL, today)
}

#[test]
fn what_is_overdue_comes_first_and_is_told_by_owner() {
    let of = |id: &str, owner: &str, due: &str| [set(id, "owner", owner), set(id, "due", due)];
    let mut edits = Vec::from([set("II.1.1.1", "status", "implemented"), set("II.1.1.2", "status", "not")]);
    edits.extend(of("II.1.1.1", "鈴木", "2026-01-01"));
    edits.extend(of("II.1.1.2", "鈴木", "2026-11-28"));
    edits.extend(of("II.2.1.1", "佐藤", "2026-11-29"));
    edits.extend(of("II.2.1.2", " 鈴木 ", "2026-10-01"));
    edits.extend(of("II.2.1.3", "", "2026-11-01"));
    edits.push(Edit::text(paths::part_scope("part4"), "out"));
    let tasks = to_do(&with(&edits), &Model::default());
    let first: Vec<_> = tasks.iter().take(4).map(|t| (&t.work, t.owner.as_str(), t.overdue)).collect();
    let work = |id: &'static str, standing| Work::Control(ControlId(id), standing);
    let expected = [
        (&work("II.2.1.2", ControlStanding::Unanswered), "鈴木", true),
        (&work("II.2.1.3", ControlStanding::Unanswered), "", true),
        (&work("II.1.1.2", ControlStanding::NotImplemented), "鈴木", true),
        // Due today is not overdue yet.
        (&work("II.2.1.1", ControlStanding::Unanswered), "佐藤", false),
    ];
    assert_eq!(first, expected);
    // What is implemented is no task, whatever day stands beside it.
    assert_eq!(tasks.len(), CATALOG.controls.len() - 1);
    let owners: Vec<(&str, usize)> =
        by_owner(tasks.iter().filter(|task| task.overdue)).into_iter().map(|(o, t)| (o, t.len())).collect();
    assert_eq!(owners, [("鈴木", 2), ("", 1)], "whoever is late first, and nobody last");
}

fn any_edit() -> impl Strategy<Value = Edit> {
    let controls: Vec<ControlId> = CATALOG.controls.iter().map(|c| c.id).collect();
    let statuses: Vec<&str> = ControlStatus::ALL.iter().map(|s| s.keyword()).collect();
    let equipment: Vec<EquipmentId> = CATALOG.equipment.iter().map(|e| e.id).collect();
    prop_oneof![
        8 => (select(controls.clone()), select(statuses)).prop_map(|(c, s)| Edit::text(paths::control(c, "status"), s)),
        2 => (select(controls), "[ 理]{0,2}").prop_map(|(c, r)| Edit::text(paths::control(c, "reason"), r)),
        2 => (select(equipment), any::<bool>())
            .prop_map(|(e, out)| Edit::text(paths::equipment_scope(e), if out { "out" } else { "in" })),
    ]
}

proptest! {
    #![proptest_config(cases(48))]

    /// Every control is counted once, whichever way they are divided, and each stands where its answer says.
    #[test]
    fn every_control_is_counted_once(edits in proptest::collection::vec(any_edit(), 0..120)) {
        let results = results(&with(&edits));
        let all = results.counts();
        prop_assert_eq!(all.total(), CATALOG.controls.len());
        for by in [part_of, section_of, class_of] {
            let parts = results.counts_by(by);
            for standing in ControlStanding::ALL {
                prop_assert_eq!(parts.iter().map(|(_, c)| c.of(standing)).sum::<usize>(), all.of(standing));
            }
        }
        prop_assert_eq!(results.rows.iter().all(|r| r.out.is_some() == (r.standing == ControlStanding::OutOfScope)), true);
        prop_assert_eq!(results.not_met().len(), all.of_those(ControlStanding::is_not_met));
    }

    /// The list has just what is open, of all parts, and its days only grow.
    #[test]
    fn tasks_are_what_is_open(model in models::complete(), edits in proptest::collection::vec(any_edit(), 0..60)) {
        let assessment = with(&[models::edits(&model), edits].concat());
        let model = project(&assessment, &CATALOG);
        let tasks = to_do(&assessment, &model);
        let extraction = extract(&CATALOG, &model);
        let count = |is: fn(&Work) -> bool| tasks.iter().filter(|t| is(&t.work)).count();
        prop_assert_eq!(count(|w| matches!(w, Work::Control(..))), results(&assessment).counts().of_those(ControlStanding::is_open));
        prop_assert_eq!(count(|w| matches!(w, Work::Risk(..))), extraction.count(Truth::True) + extraction.count(Truth::Unknown));
        let actions: BTreeSet<_> = derive(&CATALOG, &extraction, |_| true)
            .iter()
            .flat_map(|d| d.countermeasure.actions.into_iter().map(|a| (d.countermeasure.id, a.id)))
            .collect();
        prop_assert_eq!(count(|w| matches!(w, Work::Action(..))), actions.len());
    }
}

#[test]
fn only_an_address_of_the_web_makes_a_link() {
    for (text, address) in [
        ("SLA https://example.org/sla 第3条", Some("https://example.org/sla")),
        ("（http://intra/規程）", Some("http://intra/規程")),
        ("規程集 12頁", None),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("xhttps://example.org", None),
        ("", None),
    ] {
        assert_eq!(web_address(text), address, "{text}");
    }
}

#[test]
fn what_is_next_follows_the_scope_and_the_order_of_the_steps() {
    let out = |part: GuidelinePart| Edit::text(paths::part_scope(part.keyword()), "out");
    let of = |edits: &[Edit], progress: &Progress, has_pattern| next(progress, &results(&with(edits)), has_pattern);
    let nothing = Progress::default();
    assert_eq!(of(&[], &nothing, false), Some(Next::Classify));
    assert_eq!(of(&[], &nothing, true), Some(Next::AnswerControls));
    assert_eq!(
        of(&[out(GuidelinePart::Three)], &nothing, false),
        Some(Next::AnswerControls),
        "only Part III has values"
    );

    let iot = [out(GuidelinePart::Two), out(GuidelinePart::Three)];
    let begun = Progress { model: Share { done: 1, of: 1 }, ..Progress::default() };
    for (progress, expected) in [
        (nothing, Some(Next::BeginModel)),
        (Progress { presumed: 3, ..begun.clone() }, Some(Next::Confirm(3))),
        (
            Progress { risks: [RiskStanding::Open, RiskStanding::Undecided].into_iter().collect(), ..begun.clone() },
            Some(Next::SettleRisks),
        ),
        (
            Progress {
                risks: [RiskStanding::Undecided, RiskStanding::ReasonMissing].into_iter().collect(),
                ..begun.clone()
            },
            Some(Next::DecideRisks),
        ),
        (
            Progress { risks: [RiskStanding::ReasonMissing].into_iter().collect(), ..begun.clone() },
            Some(Next::GiveReasons),
        ),
        (
            Progress {
                actions: [ActionStanding::Unanswered, ActionStanding::NotDone].into_iter().collect(),
                ..begun.clone()
            },
            Some(Next::RecordActions),
        ),
        (Progress { actions: [ActionStanding::Partly].into_iter().collect(), ..begun.clone() }, Some(Next::CarryOut)),
        (Progress { actions: [ActionStanding::Done].into_iter().collect(), ..begun.clone() }, None),
    ] {
        assert_eq!(of(&iot, &progress, false), expected);
        let without = [iot.to_vec(), vec![out(GuidelinePart::Four)]].concat();
        assert_eq!(of(&without, &progress, false), None, "Part IV is out of scope");
    }

    let in_state = |state| move |c: &Control| Edit::text(paths::control(c.id, "status"), state);
    let mut all: Vec<Edit> = CATALOG.controls.into_iter().map(in_state("implemented")).collect();
    all.push(out(GuidelinePart::Four));
    assert_eq!(of(&all, &begun, true), None);
    all.push(set("II.2.1.1", "status", "partial"));
    assert_eq!(of(&all, &begun, true), Some(Next::CarryOut));
    all.push(set("II.2.1.1", "status", "unknown"));
    assert_eq!(of(&all, &begun, true), Some(Next::AnswerControls));
}
