//! A copy for others: whatever the format and whatever is left out, none of it is in the bytes of the file. Each field has
//! a word of its own, a canary, that says to whom it may be told.

use std::{
    io::{Cursor, Read},
    mem::discriminant,
};

use tenken::core::{
    assessment::{Actor, Assessment, AssessmentId, CatalogRef, Clock, Edit, Path, Value, paths},
    catalog::{CATALOG, DIGEST, Provenance},
    day::Day,
    document::{self, Bodies},
    exchange::{
        disclosure::disclosed,
        formats::{Content, FORMATS, Format, Posture},
        report::html,
    },
    extract::RowKey,
    jobs::Job,
    language::Language,
    report::{
        Confidential::{self, Dates, Evidence, Names, Own, PartFour, People, Reasons, Remarks, Values},
        ControlStanding, RiskRow, RiskStanding, Scope, copy_note, left_out,
        paper::{Basis, Depth, report},
        risk_rows,
    },
};

use super::{
    is_as_kept,
    xlsx::{NOW, done, factory, how},
};

/// In no copy whatever.
const NEVER: &str = "canary-never-x";
/// Who entered everything.
const WHO: &str = "canary-who-x";
/// A day on which things are due, as files write it: as text, on paper in both languages, and in workbooks.
const DUE: &str = "2031-03-17";
const DUE_IN_FILES: [&str; 4] = [DUE, "2031年3月17日", "17 Mar", ">47924<"];
/// When the original was last changed.
const AT: u64 = NOW + 98_765_432;
const ACTOR: u64 = 0xabcd_ef98_7654;

fn canary(groups: &[Confidential]) -> String {
    let words: Vec<&str> = groups.iter().map(|group| group.keyword()).collect();
    format!("canary-{}-x", words.join("-"))
}

/// What stands in the original, and with whom each canary belongs.
struct Original {
    assessment: Assessment,
    bodies: Bodies,
    groups: Vec<Vec<Confidential>>,
}

fn basis<T>(assessment: &Assessment, original: bool, then: impl FnOnce(&Basis) -> T) -> T {
    Basis::with((&CATALOG, DIGEST), assessment, Scope { original }, Day::new(2026, 12, 1).unwrap(), then)
}

fn original() -> Original {
    let mut assessment = factory(Language::Ja);
    let mut groups: Vec<Vec<Confidential>> = Vec::new();
    let mut edits = Vec::new();
    let mut say = |path: Path, of: &[Confidential]| {
        edits.push(Edit::text(path, if of.contains(&Dates) { DUE.to_owned() } else { canary(of) }));
        if !groups.iter().any(|known| known == of) {
            groups.push(of.to_vec());
        }
    };
    say(paths::meta("assessor"), &[People]);
    say(paths::meta("note"), &[Remarks]);
    say(paths::override_reason(), &[Reasons]);
    say(paths::scope_reason(), &[Reasons]);
    basis(&assessment, true, |of| {
        for row in &of.controls.rows {
            let fact = |what: &str| paths::control(row.control.id, what);
            let own: &[_] = if row.control.id_from == Provenance::Original { &[Own] } else { &[] };
            let out = row.standing == ControlStanding::OutOfScope;
            for (what, group) in [("reason", Reasons), ("remark", Remarks), ("owner", People), ("due", Dates)] {
                if !out {
                    say(fact(what), &[own, &[group]].concat());
                }
            }
            for number in 1..=row.control.evidence.len() {
                if !out {
                    say(paths::evidence_note(row.control.id, number), &[own, &[Evidence]].concat());
                }
            }
        }
        for row in &of.controls.values {
            let own: &[_] = if row.control.id_from == Provenance::Original { &[Own] } else { &[] };
            say(paths::measured(row.control.id, row.item.id), &[own, &[Values]].concat());
        }
        for id in of.model.instances.keys() {
            say(paths::component(id.as_str(), "name"), &[PartFour, Names]);
        }
        for (question, _) in &of.model.partners {
            say(paths::partner(&question.path()), &[PartFour, Names]);
        }
        for row in risk_rows(of.catalog, of.assessment, of.extraction, of.scope) {
            let fact = |what: &str| paths::risk(row.risk.id, row.key.instance.as_ref().map(|i| i.as_str()), what);
            let own: &[_] = if row.risk.title.from == Provenance::Original { &[Own] } else { &[] };
            for (what, group) in [
                ("reason", Reasons),
                ("controls", Reasons),
                ("by", People),
                ("owner", People),
                ("on", Dates),
                ("due", Dates),
            ] {
                say(fact(what), &[own, &[PartFour, group]].concat());
            }
        }
        for derived in
            of.derived.iter().filter(|d| d.needed && Scope { original: false }.shows_countermeasure(&CATALOG, d))
        {
            for action in derived.countermeasure.actions {
                let fact = |what: &str| paths::action(derived.countermeasure.id, action.id, what);
                if of.assessment.text(&fact("status")) != "na" {
                    say(fact("remark"), &[PartFour, Remarks]);
                }
                say(fact("owner"), &[PartFour, People]);
                say(fact("due"), &[PartFour, Dates]);
            }
        }
    });
    assert!(assessment.get(&paths::pattern_override()).is_none());
    // What nobody is shown: of a later version, of a component that was removed, of entries that are not in the catalogue,
    // and where a state should be.
    let control = CATALOG.controls[3].id;
    for path in [
        "future/field",
        "model/component/gone/name",
        "partner/model/component/gone/operated",
        "risk/contract-1/gone/reason",
        "risk/no-such-risk/-/reason",
        "action/Z-9/1/remark",
        "controls/IX.1.1.1/remark",
        &format!("controls/{control}/values/zz"),
        &format!("controls/{control}/practices/Z"),
        &format!("controls/{control}/evidence/99/note"),
        &format!("controls/{control}/status"),
        &format!("controls/{control}/written"),
        "scope/equipment/none",
        "scope/part2",
        "classify/other",
        "classify/override",
        "model/type",
        "risk/contract-1/-/decision",
        "risk/contract-1/-/impact",
    ] {
        edits.push(Edit::text(path.parse().unwrap(), NEVER));
    }
    edits.push(Edit { path: "model/component/gone/roles".parse().unwrap(), value: Some(Value::list([NEVER])) });
    // What was replaced, and what somebody else entered beside it.
    let [mut mine, mut theirs] = [ACTOR, ACTOR + 1].map(|actor| Clock::new(Actor::new(actor)));
    let remark = paths::control(CATALOG.controls[0].id, "remark");
    assessment.apply(&[Edit::text(remark.clone(), NEVER)], &mut mine, AT - 2000, WHO);
    let mut other = assessment.clone();
    other.apply(&[Edit::text(remark, NEVER)], &mut theirs, AT - 1000, WHO);
    let snapshot = other.clone();
    assessment.apply(&edits, &mut mine, AT, WHO);
    assessment.merge(&other);
    let (body, digest) = document::snapshot(&snapshot);
    let facts = [Edit::text(paths::snapshot("s1", "digest"), digest), Edit::text(paths::snapshot("s1", "name"), NEVER)];
    assessment.apply(&facts, &mut mine, AT, WHO);
    Original { assessment, bodies: [("s1".to_owned(), body)].into(), groups }
}

fn copy(original: &Assessment, kept: &[Confidential]) -> Assessment {
    let at = Clock::new(Actor::new(5)).tick(NOW + 99_000_000);
    basis(original, kept.contains(&Own), |of| disclosed(of, kept, AssessmentId::new(77), at, Language::Ja))
}

/// A file, and whatever is packed in it.
fn written(format: &Format, assessment: &Assessment, bodies: &Bodies) -> String {
    let how = how(Language::Ja);
    match (Job::writing(format.content, how), format.content) {
        (Some(job), _) => {
            let answer = done(job, assessment);
            answer.text + &String::from_utf8_lossy(&unpacked(&answer.bytes))
        }
        (None, Content::Report) => basis(assessment, true, |of| html(&report(of, Depth::Full, Language::Ja), "")),
        (None, _) => document::write_whole(assessment, bodies),
    }
}

fn unpacked(bytes: &[u8]) -> Vec<u8> {
    let mut all = bytes.to_vec();
    if bytes.starts_with(b"PK") {
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        for part in 0..zip.len() {
            let mut part = zip.by_index(part).unwrap();
            all.extend(part.name().unwrap().as_bytes());
            part.read_to_end(&mut all).unwrap();
        }
    }
    all
}

/// Each choice alone, all but one, none, and all.
fn choices() -> Vec<Vec<Confidential>> {
    let but = |one: Confidential| Confidential::ALL.into_iter().filter(move |other| *other != one).collect();
    let alone = Confidential::ALL.map(|one| vec![one]).into_iter();
    alone.chain(Confidential::ALL.map(but)).chain([vec![], Confidential::ALL.into()]).collect()
}

#[test]
fn what_is_left_out_is_in_no_file() {
    let Original { assessment, groups, .. } = original();
    println!("{} formats, {} choices, {} canaries", FORMATS.len(), choices().len(), groups.len());
    assert!(groups.iter().any(|of| of.contains(&Own)), "own entries are asked as well");
    for kept in choices() {
        let copy = copy(&assessment, &kept);
        for format in FORMATS {
            let file = written(format, &copy, &Bodies::new());
            let whole = matches!(format.content, Content::Document);
            for group in &groups {
                let told = group.iter().all(|of| kept.contains(of));
                let there = match group.contains(&Dates) {
                    // One day stands for all of them. It is told where any of them is, and looked for there.
                    true if kept.contains(&Dates) => {
                        let shown = matches!(format.content, Content::Workbook | Content::Report);
                        assert!(!shown || DUE_IN_FILES.iter().any(|due| file.contains(due)), "{}", format.ending);
                        continue;
                    }
                    true => DUE_IN_FILES.iter().any(|due| file.contains(due)),
                    false => file.contains(&canary(group)),
                };
                assert!(told || !there, "{group:?} is in {} of a copy with {kept:?}", format.ending);
                assert!(!(told && whole) || there, "{group:?} is missing in a copy with {kept:?}");
            }
            let ids = [assessment.id().as_str().to_owned(), format!("{ACTOR:012x}"), AT.to_string()];
            for never in [NEVER, WHO].into_iter().chain(ids.iter().map(String::as_str)) {
                assert!(!file.contains(never), "`{never}` is in {} of a copy with {kept:?}", format.ending);
            }
        }
    }
}

#[test]
fn without_a_copy_formats_tell_what_their_posture_says() {
    let Original { assessment, bodies, groups } = original();
    for format in FORMATS {
        let file = written(format, &assessment, &bodies);
        let told = groups.iter().filter(|of| !of.contains(&Dates)).any(|of| file.contains(&canary(of)));
        assert_eq!(told, format.posture != Posture::Nothing, "{}", format.ending);
        assert_eq!(file.contains(WHO), format.posture == Posture::History, "{}", format.ending);
    }
}

/// An action that is called for by nothing but a risk of this project's own is not in a copy without those.
#[test]
fn what_an_own_risk_calls_for_goes_with_it() {
    let assessment = factory(Language::Ja);
    let decide = |assessment: &mut Assessment, own: bool, decision: &str| {
        let decisions = basis(assessment, true, |of| {
            let rows = risk_rows(of.catalog, of.assessment, of.extraction, of.scope);
            let rows = rows.into_iter().filter(|row| (row.risk.title.from == Provenance::Original) == own);
            let instance = |key: &RowKey| key.instance.as_ref().map(|i| i.as_str().to_owned());
            let path = |row: &RiskRow, what: &str| paths::risk(row.risk.id, instance(&row.key).as_deref(), what);
            rows.flat_map(|row| [Edit::text(path(&row, "decision"), decision), Edit::text(path(&row, "reason"), "x")])
                .collect::<Vec<_>>()
        });
        assessment.apply(&decisions, &mut Clock::new(Actor::new(9)), AT, "");
    };
    let mut assessment = assessment;
    decide(&mut assessment, false, "accept");
    decide(&mut assessment, true, "treat");
    let actions = |copy: &Assessment| copy.below("action/").count();
    let without: Vec<_> = Confidential::ALL.into_iter().filter(|what| *what != Own).collect();
    assert!(actions(&copy(&assessment, &Confidential::ALL)) > 0, "own risks call for some");
    assert_eq!(actions(&copy(&assessment, &without)), 0);
}

/// What counts is the same in the copy, with its reasons left out.
#[test]
fn a_copy_stands_where_the_original_does() {
    let Original { assessment, .. } = original();
    let count = |of: &Basis| {
        let risks = risk_rows(of.catalog, of.assessment, of.extraction, of.scope);
        let risks: Vec<RiskStanding> = risks.into_iter().map(|row| row.standing).collect();
        (of.controls.counts(), risks, of.progress.actions.clone(), of.classification.pattern(), of.progress.presumed)
    };
    for kept in choices().into_iter().filter(|kept| kept.contains(&PartFour)) {
        let own = kept.contains(&Own);
        let copy = copy(&assessment, &kept);
        assert_eq!(basis(&copy, true, count), basis(&assessment, own, count), "with {kept:?}");
    }
}

#[test]
fn a_copy_says_that_it_is_one() {
    let Original { assessment, .. } = original();
    let copied = copy(&assessment, &[Values, PartFour, Own]);
    let left = left_out(&copied).unwrap();
    assert_eq!(left.len(), 6);
    assert!([Reasons, Remarks, Evidence, People, Dates, Names].iter().all(|what| left.contains(what)));
    let note = copy_note(&copied, Language::Ja).unwrap();
    assert!(note.contains("備考") && !note.contains("測定値"), "{note}");
    assert_eq!(copy_note(&assessment, Language::Ja), None);
    for format in FORMATS {
        let file = written(format, &copied, &Bodies::new());
        // A single table has no place for it, and the file itself says it in its own way.
        let said = !matches!(format.content, Content::Table(_) | Content::Document);
        assert_eq!(file.contains(&note), said, "{}", format.ending);
        assert!(
            file.contains("社外用") || matches!(format.content, Content::Table(_) | Content::Oscal(_)),
            "{}",
            format.ending
        );
    }
    // A copy of a copy leaves out what that did, and is no copy of another name.
    let again = copy(&copied, &Confidential::ALL);
    assert_eq!(left_out(&again), left_out(&copied));
    assert_eq!(again.text(&paths::name()), copied.text(&paths::name()));
}

/// The original and a copy of it are two assessments: opened beside each other they change nothing in each other.
#[test]
fn a_copy_is_an_assessment_of_its_own() {
    let Original { assessment, .. } = original();
    let copied = copy(&assessment, &Confidential::ALL);
    assert_ne!(copied.id(), assessment.id());
    let text = document::write(&copied);
    assert_eq!(document::read(text.as_bytes()).unwrap(), copied);
    assert_eq!(*copied.catalog(), CatalogRef::of(&CATALOG, DIGEST, copied.catalog().at));
    assert!(copied.fields().values().all(|field| field.heads().len() == 1 && field.seen().next().is_none()));
    assert!(copied.stamps().all(|stamp| stamp == copied.catalog().at), "all of one moment");
}

/// A worked case as it goes to a customer unless somebody says otherwise: as a file and as Markdown.
#[test]
fn a_copy_is_written_as_it_was_kept() {
    let copied = copy(&factory(Language::Ja), &[Values, PartFour, Own]);
    for (content, name) in [(Content::Document, "copy.tenken.json"), (Content::Markdown, "copy.md")] {
        let format = FORMATS.iter().find(|format| discriminant(&format.content) == discriminant(&content));
        is_as_kept(name, &written(format.unwrap(), &copied, &Bodies::new()));
    }
}
