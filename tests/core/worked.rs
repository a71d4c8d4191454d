//! Worked cases: what their files say stands in the assessment, all of it counts, and it reads like a real one.

use std::{collections::BTreeSet, fs, path::PathBuf};

use tenken::core::{
    assessment::{Actor, Assessment, AssessmentId, Value, paths},
    catalog::{self as types, CATALOG, DIGEST},
    day::Day,
    document::{Bodies, read_snapshot, read_whole, settle},
    evaluate::{Classification, ControlStatus, InWriting, Measured, Verdict},
    extract::{Derived, Extraction, Truth, derive, extract},
    language::Language,
    model::{project, questions},
    report::{
        ActionStanding, ActionStatus, ControlStanding, Decision, Progress, RiskStanding, Scope, control_results,
        is_to_treat, progress, risk_map, risk_rows, tasks,
    },
    worked::{CASES, Of, Opening, WORKED, Worked, document, worked},
};

use crate::{architecture::rust_files, support::assessments::NOW};

#[path = "../../build/worked.rs"]
mod compiler;

fn opening(language: Language) -> Opening {
    let [id, snapshot] = [0xabc, 0xdef].map(AssessmentId::new);
    Opening { id, snapshot, actor: Actor::new(7), now_ms: NOW, language }
}

fn opened(worked: &Worked, language: Language) -> (Assessment, Bodies) {
    worked.assessment(&CATALOG, DIGEST, &opening(language)).expect("the case is in the catalogue")
}

/// What is derived from an assessment.
struct Seen {
    assessment: Assessment,
    extraction: Extraction,
    derived: Vec<Derived>,
    progress: Progress,
}

fn seen(worked: &Worked) -> Seen {
    let assessment = opened(worked, Language::Ja).0;
    let model = project(&assessment, &CATALOG);
    let extraction = extract(&CATALOG, &model);
    let derived = derive(&CATALOG, &extraction, |key| is_to_treat(&CATALOG, &assessment, Scope::ALL, key));
    let progress = progress(&CATALOG, &assessment, &model, &extraction, &derived, Scope::ALL);
    Seen { assessment, extraction, derived, progress }
}

#[test]
fn two_cases_are_worked_and_each_is_one_of_the_catalogue() {
    assert_eq!(CASES, ["X-case-care", "X-case-factory"]);
    assert!(WORKED.iter().map(|w| w.case).eq(CASES.iter().copied()));
    for case in CATALOG.cases {
        assert_eq!(worked(case.id.0).is_some(), CASES.contains(&case.id.0));
    }
}

#[test]
fn each_question_of_the_model_is_answered() {
    for worked in WORKED {
        let model = project(&opened(worked, Language::Ja).0, &CATALOG);
        assert!(questions(&model, &CATALOG).iter().all(|q| model.is_answered(q)), "{}", worked.case);
        assert!(model.partners.len() >= 8, "{}: {}", worked.case, model.partners.len());
    }
}

/// Kept here, so that a change of the catalogue or of a case is seen.
#[test]
fn the_cases_are_as_far_as_this() {
    let mut found = Vec::new();
    for worked in WORKED {
        let p = seen(worked).progress;
        let risks = RiskStanding::ALL.map(|s| p.risks.of(s));
        let actions = ActionStanding::ALL.map(|s| p.actions.of(s));
        found.push((worked.case, risks, actions));
    }
    // Treated, covered, accepted, transferred, without a reason, undecided, open; done, partly, not done, not applicable,
    // without a reason, not known, unanswered.
    let expected = [
        ("X-case-care", [60, 3, 5, 1, 0, 2, 0], [112, 41, 17, 13, 0, 2, 3]),
        ("X-case-factory", [44, 3, 6, 1, 0, 1, 0], [79, 41, 22, 14, 0, 5, 4]),
    ];
    assert_eq!(found, expected);
}

#[test]
fn what_is_not_decided_has_an_owner_and_a_day() {
    for worked in WORKED {
        let seen = seen(worked);
        for row in seen.extraction.with(Truth::True) {
            let instance = row.key.instance.as_ref().map(|i| i.as_str());
            let fact = |what| seen.assessment.text(&paths::risk(row.key.risk, instance, what));
            assert!(!fact("owner").is_empty() && !fact("reason").is_empty(), "{}: {:?}", worked.case, row.key);
            assert_eq!(fact("decision").is_empty(), !fact("due").is_empty(), "{}: {:?}", worked.case, row.key);
            assert_eq!(fact("decision") == "covered", !fact("controls").is_empty());
            assert_eq!(fact("decision") == "accept", !fact("by").is_empty(), "{}: {:?}", worked.case, row.key);
        }
        assert_eq!(seen.progress.risks.of(RiskStanding::ReasonMissing), 0);
        assert!((1..=3).contains(&seen.progress.risks.of(RiskStanding::Undecided)));
        assert_eq!(seen.extraction.count(Truth::Unknown), 0);
    }
}

/// What a row says of a risk that does not apply, or of an action that is not needed, is seen nowhere.
#[test]
fn nothing_is_said_in_vain() {
    for worked in WORKED {
        let seen = seen(worked);
        let needed =
            seen.derived.iter().filter(|d| d.needed).flat_map(|d| {
                d.countermeasure.actions.iter().map(|a| format!("action/{}/{}", d.countermeasure.id, a.id))
            });
        let needed: BTreeSet<String> = needed.collect();
        let applying: BTreeSet<&str> = seen.extraction.with(Truth::True).map(|row| row.key.risk.0).collect();
        for row in worked.rows {
            match row.of {
                Of::Field(path) if path.starts_with("action/") => {
                    assert!(needed.contains(path), "{}: {path}", worked.case)
                }
                Of::Risk(risk, _) => assert!(applying.contains(risk), "{}: {risk}", worked.case),
                _ => {}
            }
        }
    }
}

#[test]
fn what_is_still_to_be_done_has_an_owner_and_mostly_a_day() {
    let today = Day::new(2026, 11, 6).expect("a day");
    for worked in WORKED {
        let seen = seen(worked);
        let pattern = Classification::of(&CATALOG, &seen.assessment).pattern();
        assert!(pattern.is_some(), "{}", worked.case);
        let controls = control_results(&CATALOG, &seen.assessment, pattern, Scope::ALL);
        let tasks = tasks(&CATALOG, &seen.assessment, &controls, &seen.extraction, &seen.derived, Scope::ALL, today);
        let overdue = tasks.iter().filter(|task| task.overdue).count();
        let without = tasks.iter().filter(|task| task.due.is_none() || task.owner.is_empty()).count();
        println!("{}: {} tasks, {overdue} overdue, {without} of nobody or without a day", worked.case, tasks.len());
        assert!((3..=8).contains(&overdue), "{}: {overdue} overdue", worked.case);
        assert!(without <= 4, "{}: {without}", worked.case);
    }
}

#[test]
fn every_control_in_scope_is_answered_or_somebody_finds_out() {
    for worked in WORKED {
        let seen = seen(worked);
        let pattern = Classification::of(&CATALOG, &seen.assessment).pattern();
        let results = control_results(&CATALOG, &seen.assessment, pattern, Scope::ALL);
        let counts = results.counts();
        let of = ControlStanding::ALL.map(|s| counts.of(s));
        println!("{}: {of:?}", worked.case);
        let open: Vec<_> = results.rows.iter().filter(|row| row.standing == ControlStanding::Unanswered).collect();
        assert!(open.is_empty(), "{}: {open:?}", worked.case);
        assert_eq!(counts.of(ControlStanding::ReasonMissing), 0);
        let done = counts.of(ControlStanding::Implemented) * 100 / counts.total();
        assert!((50..=85).contains(&done), "{}: {done} %", worked.case);
    }
}

#[test]
fn every_value_is_understood_and_some_fall_short() {
    for worked in WORKED {
        for language in Language::ALL {
            let assessment = opened(worked, language).0;
            let pattern = Classification::of(&CATALOG, &assessment).pattern();
            let results = control_results(&CATALOG, &assessment, pattern, Scope::ALL);
            for row in &results.values {
                let text = assessment.text(&paths::measured(row.control.id, row.item.id));
                let read = Measured::read(text, row.item);
                assert!(text.is_empty() || read.is_ok(), "{}: {}: {text}: {read:?}", worked.case, row.control.id);
            }
            let below = results.below().len();
            let meet = results.values.iter().filter(|row| row.comparison.verdict == Verdict::Meets).count();
            println!("{} {language:?}: {meet} meet, {below} fall short", worked.case);
            assert!((2..=8).contains(&below) && meet >= 12, "{}: {below} of {meet}", worked.case);
            assert!(results.unmeasured().len() <= 3, "{:?}", results.unmeasured());
        }
    }
}

#[test]
fn risks_are_spread_over_the_map() {
    for worked in WORKED {
        let seen = seen(worked);
        let map = risk_map(&risk_rows(&CATALOG, &seen.assessment, &seen.extraction, Scope::ALL));
        assert!(map.iter().flatten().filter(|n| **n > 0).count() >= 6, "{}: {map:?}", worked.case);
    }
}

#[test]
fn the_file_opens_again_with_its_snapshot() {
    for worked in WORKED {
        for language in Language::ALL {
            let (assessment, bodies) = opened(worked, language);
            let settled = settle(assessment.clone()).expect("a file can hold it");
            assert_eq!(settled, assessment);
            let text = document(worked.case, &CATALOG, DIGEST, &opening(language)).expect("it is worked");
            println!("{} {language:?}: {} kB", worked.case, text.len() / 1000);
            let (read, read_bodies) = read_whole(text.as_bytes()).expect("it can be read");
            assert_eq!((&read, &read_bodies), (&assessment, &bodies));
            assert_eq!(opened(worked, language), (assessment, bodies), "the same again");
        }
    }
}

#[test]
fn the_snapshot_shows_what_changed_since() {
    for worked in WORKED {
        let (assessment, bodies) = opened(worked, Language::Ja);
        let [snapshot] = assessment.snapshots().try_into().expect("one snapshot");
        assert_eq!(snapshot.by, worked.assessor.0);
        let then = read_snapshot(&bodies[&snapshot.id], &snapshot.digest).expect("it can be read");
        let changed = worked.rows.iter().filter(|row| row.was.is_some()).count();
        let status = |a: &Assessment, b: &Assessment| {
            a.fields().keys().filter(|path| path.as_str().ends_with("/status") && a.get(path) != b.get(path)).count()
        };
        assert_eq!(status(&assessment, &then), changed);
        assert!((8..=30).contains(&changed), "{}: {changed}", worked.case);
    }
}

#[test]
fn everything_was_entered_before_it_is_opened_and_by_somebody() {
    for worked in WORKED {
        let assessment = opened(worked, Language::En).0;
        assert!(assessment.stamps().all(|stamp| stamp.ms() < NOW));
        let heads = assessment.fields().values().flat_map(|field| field.heads());
        let people: BTreeSet<&str> = heads.map(|(_, head)| head.by.as_str()).collect();
        assert!(people.len() >= 4 && !people.contains(""), "{people:?}");
        assert_eq!(assessment.conflicts().count(), 0);
    }
}

#[test]
fn each_language_has_the_same_fields_and_texts_of_its_own() {
    let japanese = |text: &str| text.chars().any(|c| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}'));
    for worked in WORKED {
        let [ja, en] = Language::ALL.map(|language| opened(worked, language).0);
        assert!(ja.fields().keys().eq(en.fields().keys()));
        for (path, field) in en.fields() {
            if let Some(Value::Text(text)) = field.value() {
                assert!(!japanese(text), "{}: {path}: {text}", worked.case);
            }
        }
        for what in ["reason", "remark", "owner"] {
            for (path, field) in ja.fields().iter().filter(|(path, _)| path.as_str().ends_with(what)) {
                let text = field.value().and_then(Value::as_text).unwrap_or_default();
                assert!(japanese(text), "{}: {path}: {text}", worked.case);
            }
        }
    }
}

#[test]
fn nothing_in_it_claims_to_be_official() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("catalog/worked");
    for file in fs::read_dir(folder).expect("the folder").flatten() {
        let text = fs::read_to_string(file.path()).expect("a text");
        for word in [
            "公式",
            "総務省",
            "認定",
            "認証を取得",
            "適合を証明",
            "ISMS",
            "official",
            "certified",
            "ministry",
            "approved by MIC",
        ] {
            assert!(!text.contains(word), "{:?}: {word}", file.path());
        }
        assert!(text.contains("架空") && text.contains("invented"), "{:?}", file.path());
    }
}

#[test]
fn what_loads_at_first_names_their_ids_alone() {
    for (file, source) in ["src/app", "src/ui"].into_iter().flat_map(rust_files) {
        let source = source.replace("worked::CASES", "");
        assert!(!source.contains("core::worked") && !source.contains("worked::"), "{file}");
    }
}

#[test]
fn the_build_knows_the_same_words() {
    assert_eq!(compiler::CONTROL.to_vec(), ControlStatus::ALL.map(ControlStatus::keyword));
    assert_eq!(compiler::WRITTEN.to_vec(), InWriting::ALL.map(InWriting::keyword));
    assert_eq!(compiler::DECISIONS.to_vec(), Decision::ALL.map(Decision::keyword));
    assert_eq!(compiler::ACTION.to_vec(), ActionStatus::ALL.map(ActionStatus::keyword));
}

/// A change of the file of the factory (old, new), and what the build says of it.
const MISTAKES: &[(&str, &str, &str)] = &[
    ("case = \"X-case-factory\"", "case = \"X-case-fab\"", "case: `X-case-fab` is no known entry"),
    ("assessor = \"sec\"", "assessor = \"bob\"", "the head: `bob` is not known here"),
    ("last = -4", "last = 4", "the head: days: they come one after the other, and none is to come"),
    ("[\"building\", \"power\"]", "[\"building\", \"roof\"]", "the head: `roof` is not known here"),
    ("C = \"high\", I", "C = \"huge\", I", "the head: `C` is not known here"),
    ("X-develop = \"B\"", "provide = \"B\"", "the head: `provide` is not known here"),
    ("X-install = \"A\"", "X-install = \"Z\"", "the head: `Z` is not known here"),
    ("{ maintained = \"C\" }", "{ operated = \"C\" }", "the head: `operated` is not known here"),
    ("\"センサーのファームウェア\"", "\"屋根\"", "the head: `屋根` is not known here"),
    ("note.ja = \"本番", "note.ja = \" 本番", "the head: a text is empty, or begins or ends with white space"),
    ("\"II.5.2.2\" =", "\"II.9\" =", "control II.9: `II.9` is not known here"),
    (
        "owner = \"sec\", evidence = { 1 = true } }",
        "evidence = { 9 = true } }",
        "control II.1.1.2: `9` is not known here",
    ),
    (
        "owner = \"sec\", evidence = { 1 = true } }",
        "evidence = { 1 = false } }",
        "control II.1.1.2: evidence: what is not at hand is left out",
    ),
    ("values = { a = \"99.7%\" }", "values = { z = \"99.7%\" }", "control III.2.1.1: `z` is not known here"),
    ("[risk]", "[risk]\nX-none = {}", "risk X-none: `X-none` is not known here"),
    ("decision = \"accept\"", "decision = \"ignore\"", "risk X-communicate-A1: `ignore` is not known here"),
    ("impact = \"high\"", "impact = \"huge\"", "risk X-communicate-B1: `huge` is not known here"),
    ("controls = [\"III.1.1.5\"]", "controls = [\"III.1\"]", "risk X-measure-B3: `III.1` is not known here"),
    (
        "[risk]",
        "[risk]\nX-contract-A1 = { decision = \"accept\" }",
        "risk X-contract-A1: reason: missing; it is demanded",
    ),
    ("[action]", "[action]\n\"Z-1\" = { status = \"done\" }", "action Z-1: `Z-1` is not known here"),
    ("[action]", "[action]\n\"XC-2.1\" = { status = \"na\" }", "action XC-2.1: remark: missing; it is demanded"),
    ("[action]", "[action]\n\"XC-2.1\" = { status = \"so\" }", "action XC-2.1: `so` is not known here"),
];

#[test]
fn a_mistake_is_told_with_its_entry() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/catalog/worked/factory.toml");
    let right = fs::read_to_string(file).expect("a text");
    assert!(compiler::compile(&right, &CATALOG).is_ok());
    for (old, new, expected) in MISTAKES {
        assert!(right.contains(old), "{old}");
        let wrong = compiler::compile(&right.replacen(old, new, 1), &CATALOG).expect_err("a mistake");
        assert_eq!(wrong, [*expected], "{new}");
    }
    // What the reader of TOML tells: a key that is none, an id that stands twice, one language alone.
    for (old, new) in [
        ("writing = true", "wording = true"),
        ("[action]", "[action]\n\"A-1.1\" = { status = \"done\" }"),
        ("name.en = ", "name.fr = "),
    ] {
        assert!(compiler::compile(&right.replacen(old, new, 1), &CATALOG).is_err(), "{new}");
    }
}
