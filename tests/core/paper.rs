//! The report: kept files of a small catalogue in three depths, and what holds for the report of any assessment.

use std::{env, fs, path::PathBuf};

use proptest::prelude::*;
use tenken::core::{
    assessment::{Actor, Assessment, AssessmentId, Edit, paths},
    catalog::{Axis, CATALOG, Catalog, EquipmentId, List},
    day::Day,
    evaluate::{ControlStatus, GuidelinePart},
    exchange::report::{css_text, html},
    extract::{derive, extract},
    language::Language,
    model::{project, start_from},
    report::{
        ActionStatus, Decision, Scope, control_results,
        paper::{Basis, Block, Depth, Report, Row, report, words},
    },
    worked::{Opening, worked},
};

use crate::support::{
    Dice,
    assessments::{NOW, clock, with},
    cases, documents, models,
};

const DIGEST: &str = "5f0c1d2e3b4a59687786958473625140ffeeddccbbaa99887766554433221100";

/// The report of an assessment on the first of December 2026.
fn report_of(
    catalog: &'static Catalog,
    assessment: &Assessment,
    depth: Depth,
    language: Language,
    scope: Scope,
) -> Report {
    let today = Day::new(2026, 12, 1).unwrap();
    Basis::with((catalog, DIGEST), assessment, scope, today, |basis| report(basis, depth, language))
}

/// An assessment with something of everything.
pub fn filled(catalog: &'static Catalog, seed: u64) -> Assessment {
    let mut dice = Dice(seed);
    let mut edits = vec![
        Edit::text(paths::name(), "2026年度 定期点検"),
        Edit::text(paths::meta("service"), "みまもりセンサー <クラウド> サービス"),
        Edit::text(paths::meta("organization"), "株式会社 架空テクノロジー 情報セキュリティ室"),
        Edit::text(paths::meta("assessor"), "鈴木 花子"),
        Edit::text(paths::meta("note"), "本番環境だけを対象とする。\n開発環境は 2027 年に点検する。"),
        Edit::text(paths::grade(Axis::Confidentiality), "high"),
        Edit::text(paths::grade(Axis::Integrity), "high"),
        Edit::text(paths::grade(Axis::Availability), "middle"),
        Edit::text(paths::equipment_scope(EquipmentId("building")), "out"),
        Edit::text(paths::equipment_scope(EquipmentId("power")), "out"),
    ];
    let service_type = &catalog.types[0];
    let mut number = 0;
    let next = || {
        number += 1;
        number
    };
    let empty = project(&with(&[]), catalog);
    edits.extend(start_from(&service_type.arrangement, Some(service_type.id), &empty, Language::Ja, next));
    let people = ["鈴木", "佐藤（運用部）", "田中", "運用委託先 株式会社みなも", ""];
    let days = ["2026-11-20", "2026-12-15", "2027-01-31", "2027-03-31", ""];
    for control in catalog.controls {
        let fact = |what: &str| paths::control(control.id, what);
        let status = [0, 0, 0, 0, 1, 1, 2, 3, 4, 5][dice.below(10)];
        let Some(status) = ControlStatus::ALL.get(status) else { continue };
        edits.push(Edit::text(fact("status"), status.keyword()));
        if *status == ControlStatus::NotApplicable && dice.below(3) > 0 {
            edits.push(Edit::text(fact("reason"), "該当する設備を持たないため"));
        }
        if dice.below(3) == 0 {
            edits.push(Edit::text(
                fact("remark"),
                "手順書はあるが、委託先への周知がまだ終わっていない。次回の定例会で説明する。",
            ));
        }
        if dice.below(2) == 0 {
            edits.push(Edit::text(fact("owner"), people[dice.below(5)]));
            edits.push(Edit::text(fact("due"), days[dice.below(5)]));
        }
        for number in 1..=control.evidence.len() {
            if dice.below(3) == 0 {
                edits.push(Edit::text(paths::evidence(control.id, number), "yes"));
                edits.push(Edit::text(paths::evidence_note(control.id, number), "規程集 3.2 節"));
            }
        }
        for item in control.items {
            let typed =
                ["", "99.5%", "24時間365日", "30分以内", "1日に1回", "3か月", "3世代", "よくわからない", "６か月"];
            edits.push(Edit::text(paths::measured(control.id, item.id), typed[dice.below(typed.len())]));
        }
    }
    let model = project(&with(&edits), catalog);
    let extraction = extract(catalog, &model);
    for row in &extraction.rows {
        let fact = |what: &str| paths::risk(row.key.risk, row.key.instance.as_ref().map(|i| i.as_str()), what);
        let Some(decided) = Decision::ALL.get([0, 0, 0, 1, 2, 3, 4][dice.below(7)]) else { continue };
        edits.push(Edit::text(fact("decision"), decided.keyword()));
        if *decided != Decision::Treat && dice.below(4) > 0 {
            edits.push(Edit::text(fact("reason"), "影響が小さく、代わりの手段もあるため"));
            edits.push(Edit::text(fact("by"), "情報セキュリティ委員会"));
            edits.push(Edit::text(fact("on"), "2026-10-05"));
        }
        if *decided == Decision::Covered {
            edits.push(Edit::text(fact("controls"), "II.2.1.1, III.2.1.4"));
        }
    }
    for derived in derive(catalog, &extraction, |_| true) {
        for action in derived.countermeasure.actions {
            let fact = |what: &str| paths::action(derived.countermeasure.id, action.id, what);
            let Some(status) = ActionStatus::ALL.get(dice.below(7)) else { continue };
            edits.push(Edit::text(fact("status"), status.keyword()));
            if dice.below(3) == 0 {
                edits.push(Edit::text(fact("owner"), people[dice.below(5)]));
                edits.push(Edit::text(fact("due"), days[dice.below(5)]));
                edits.push(Edit::text(fact("remark"), "来年度の予算に含めた。"));
            }
        }
    }
    with(&edits)
}

/// A small catalogue, so that what is kept is short and stays as it is when the catalogue grows.
pub fn small() -> &'static Catalog {
    fn some<T: Copy>(of: List<T>, are: impl Fn(&T) -> bool) -> List<T> {
        List(of.iter().copied().filter(are).collect::<Vec<_>>().leak())
    }
    let controls = ["II.1.1.1", "II.2.1.1", "II.3.1.1", "III.1.1.1", "III.2.1.1", "III.4.2.2"];
    let risks = ["contract-1", "X-develop-A1", "X-install-A1", "X-device-B1"];
    let named: Vec<_> = CATALOG.risks.iter().filter(|risk| risks.contains(&risk.id.0)).collect();
    assert!(named.len() > 1, "the risks are there");
    let catalog = Catalog {
        controls: some(CATALOG.controls, |control| controls.contains(&control.id.0)),
        risks: some(CATALOG.risks, |risk| risks.contains(&risk.id.0)),
        countermeasures: some(CATALOG.countermeasures, |c| named.iter().any(|r| r.countermeasures.contains(&c.id))),
        data_forms: List(&CATALOG.data_forms[..2]),
        ..CATALOG
    };
    Box::leak(Box::new(catalog))
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/reports")
}

#[track_caller]
fn kept(file: &str, report: &Report) {
    let file = folder().join(file);
    let html = html(report, "/* its sheet */\n");
    if env::var_os("TENKEN_KEEP").is_some() {
        fs::write(&file, &html).unwrap();
    }
    let kept = fs::read_to_string(&file).unwrap_or_default();
    assert!(html == kept, "{} differs; TENKEN_KEEP=1 writes it anew", file.display());
}

/// `TENKEN_KEEP=1` writes the kept files anew; read what changed in them before they are committed.
#[test]
fn the_file_is_as_it_was_kept() {
    let catalog = small();
    let assessment = filled(catalog, 3);
    let one = |depth: Depth, language: Language| {
        let file = format!("{}.{}.html", depth.keyword(), language.tag());
        kept(&file, &report_of(catalog, &assessment, depth, language, Scope::ALL));
    };
    Depth::ALL.into_iter().for_each(|depth| one(depth, Language::Ja));
    one(Depth::Full, Language::En);
}

/// A worked case, with the whole of the catalogue. `TENKEN_KEEP=1` as above.
#[test]
fn the_report_of_a_worked_case_is_as_it_was_kept() {
    let [id, snapshot] = [1, 2].map(AssessmentId::new);
    let opening = Opening { id, snapshot, actor: Actor::new(3), now_ms: NOW, language: Language::Ja };
    let worked = worked("X-case-factory").expect("it is worked");
    let (assessment, _) = worked.assessment(&CATALOG, DIGEST, &opening).expect("a case of the catalogue");
    kept("worked.ja.html", &report_of(&CATALOG, &assessment, Depth::Management, Language::Ja, Scope::ALL));
}

/// Everything that is written in a report.
fn texts(report: &Report) -> Vec<String> {
    let mut texts = vec![report.subject.clone()];
    let blocks = report.cover.iter().chain(report.sections.iter().flat_map(|(_, blocks)| blocks));
    for block in blocks {
        match block {
            Block::Text(_, text) => texts.push(text.clone()),
            Block::Bar(bar) => texts.extend(bar.parts.iter().map(|(name, _, count)| format!("{name} {count}"))),
            Block::Drawing(drawing) => texts.extend(drawing.children.iter().map(|part| part.text.clone())),
            Block::Table(table) => {
                for row in &table.rows {
                    match row {
                        Row::Group(name) => texts.push(name.clone()),
                        Row::Cells(cells) => texts.extend(cells.iter().cloned()),
                    }
                }
            }
        }
    }
    texts
}

fn has(report: &Report, text: &str) -> bool {
    texts(report).iter().any(|said| said.contains(text))
}

fn titles(report: &Report) -> Vec<&str> {
    report.sections.iter().map(|(title, _)| title.as_str()).collect()
}

fn full(edits: &[Edit]) -> Report {
    report_of(&CATALOG, &with(edits), Depth::Full, Language::Ja, Scope::ALL)
}

#[test]
fn each_depth_has_what_stands_in_the_one_before() {
    let assessment = filled(&CATALOG, 7);
    let sections = Depth::ALL.map(|depth| report_of(&CATALOG, &assessment, depth, Language::Ja, Scope::ALL).sections);
    assert_eq!(sections.each_ref().map(Vec::len), [1, 8, 14]);
    assert!(sections[1].starts_with(&sections[0]) && sections[2].starts_with(&sections[1]));
    for control in CATALOG.controls {
        assert!(has(&report_of(&CATALOG, &assessment, Depth::Full, Language::Ja, Scope::ALL), control.id.0));
    }
}

#[test]
fn what_is_not_known_leaves_nothing_behind() {
    let report = full(&[]);
    for (name, fact) in report
        .cover
        .iter()
        .filter_map(|block| match block {
            Block::Table(table) if table.columns.is_empty() => Some(&table.rows),
            _ => None,
        })
        .flatten()
        .filter_map(|row| match row {
            Row::Cells(cells) => Some((&cells[0], &cells[1])),
            Row::Group(_) => None,
        })
    {
        assert!(!name.is_empty() && !fact.trim().is_empty() && fact != "–", "{name}: {fact}");
    }
    for name in ["点検者", "範囲とメモ", "他者のもの", "点検していない部"] {
        assert!(!has(&report, name), "{name}");
    }
    assert!(has(&full(&[Edit::text(paths::meta("assessor"), "鈴木")]), "点検者"));
}

#[test]
fn a_part_that_is_not_assessed_is_named_on_the_cover_alone() {
    let out = |part: GuidelinePart| Edit::text(paths::part_scope(part.keyword()), "out");
    let report = full(&[out(GuidelinePart::Four)]);
    assert!(has(&report, "第IV部 IoTサービスリスクへの対応方針編（理由: 記録なし）"));
    assert!(
        !titles(&report).iter().any(|title| title.contains("リスク") || title.contains("モデル")),
        "{:?}",
        titles(&report)
    );
    let reason = Edit::text(paths::scope_reason(), "IoT を含まないため");
    assert!(has(&full(&[out(GuidelinePart::Four), reason.clone()]), "（理由: IoT を含まないため）"));
    assert!(!has(&full(&[reason]), "IoT を含まないため"), "nothing is out");
    let report = full(&[out(GuidelinePart::Two)]);
    let named = |number: &str| texts(&report).iter().any(|text| text.starts_with(number));
    assert!(!named("II.1.1.1 ") && named("III.1.1.1 "));
    let report = full(&GuidelinePart::ALL.map(out));
    assert_eq!(titles(&report), ["1. 要約", "2. 担当と期限", "付録A 出どころ"]);
}

#[test]
fn own_entries_are_left_out_with_their_number() {
    let assessment = with(&[]);
    let official = report_of(&CATALOG, &assessment, Depth::Full, Language::Ja, Scope { original: false });
    let own = CATALOG.risks.iter().find(|risk| !Scope { original: false }.shows(risk.title.from)).unwrap();
    assert!(has(&full(&[]), own.title.ja()) && !has(&official, own.title.ja()));
    assert!(has(&official, "当ツール独自の項目") && !has(&full(&[]), "当ツール独自の項目"));
}

#[test]
fn what_differs_from_its_place_is_marked() {
    let report = full(&[]);
    let quoted = CATALOG.risk("contract-1").unwrap().title.ja();
    assert!(has(&report, "印のないものの出どころ: 独自") && has(&report, &format!("{quoted}〔概要資料〕")));
}

#[test]
fn both_languages_have_every_text_with_the_same_places() {
    let japanese = |text: &str| text.chars().any(|c| ('\u{3040}'..'\u{a000}').contains(&c));
    let used: String = ["cover", "summary", "lists", "annex", "rows"]
        .map(|file| fs::read_to_string(format!("src/core/report/paper/{file}.rs")).unwrap())
        .join("")
        + fs::read_to_string("src/core/report/paper.rs").unwrap().as_str();
    for (name, ja, en) in words::pairs() {
        assert_eq!(ja.matches("{}").count(), en.matches("{}").count(), "{name}");
        assert_eq!(ja.matches('|').count(), en.matches('|').count(), "{name}");
        assert!(!ja.is_empty() && !en.is_empty() && !japanese(en), "{name}");
        assert!(used.contains(&format!("t.{name}")), "{name} is not used");
    }
}

#[test]
fn days_are_written_as_the_language_has_them() {
    let assessment = filled(&CATALOG, 7);
    let [ja, en] =
        Language::ALL.map(|language| report_of(&CATALOG, &assessment, Depth::Managers, language, Scope::ALL));
    assert!(has(&ja, "2026年12月1日") && has(&ja, "2026年11月20日（期限切れ）") && !has(&ja, "2026-11-20"));
    assert!(has(&en, "2026-12-01") && has(&en, "2026-11-20 (overdue)") && !has(&en, "月1日"));
}

#[test]
fn nothing_ends_a_text_of_a_style_sheet() {
    assert_eq!(css_text("点検 \"a\\</style>\n"), "\"点検 \\22 a\\5c \\3c /style>\\a \"");
}

proptest! {
    #![proptest_config(cases(24))]

    /// Whatever stands in a file, there is a report, and its texts stand in it as text.
    #[test]
    fn any_assessment_has_a_report_in_which_nothing_is_markup(
        assessment in documents::assessment(), service in "\\PC{1,30}", depth in 0..3_usize,
    ) {
        let mut assessment = assessment;
        let odd = format!("<b onclick=\"x\">&{service}");
        let edits = [
            Edit::text(paths::meta("service"), &odd),
            Edit::text(paths::control(CATALOG.controls[0].id, "status"), "not"),
            Edit::text(paths::control(CATALOG.controls[0].id, "remark"), &odd),
            Edit::text(paths::control(CATALOG.controls[0].id, "owner"), &odd),
        ];
        assessment.apply(&edits, &mut clock(2), NOW, "");
        for language in Language::ALL {
            let report = report_of(&CATALOG, &assessment, Depth::ALL[depth], language, Scope::ALL);
            let file = html(&report, "");
            let escaped = |text: &str| {
                text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
            };
            for text in texts(&report) {
                prop_assert!(file.contains(&escaped(&text)), "{}", text);
            }
            prop_assert!(file.contains(&escaped(odd.trim())) && !file.contains("<b "));
            prop_assert!(!file.contains("<script") && !file.contains("<img"));
        }
    }

    /// The numbers at the head are those of the lists below.
    #[test]
    fn figures_are_those_of_the_lists(model in models::partial(), seed in any::<u64>()) {
        let mut assessment = filled(&CATALOG, seed);
        assessment.apply(&models::edits(&model), &mut clock(2), NOW, "");
        let report = report_of(&CATALOG, &assessment, Depth::Full, Language::En, Scope::ALL);
        let rows = |title: &str| {
            let section = report.sections.iter().find(|(name, _)| name.ends_with(title));
            let blocks = section.map(|(_, blocks)| blocks.as_slice()).unwrap_or_default();
            let tables = blocks.iter().filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
            tables.flat_map(|table| &table.rows).filter(|row| matches!(row, Row::Cells(_))).count()
        };
        let controls = control_results(&CATALOG, &assessment, None, Scope::ALL);
        prop_assert_eq!(rows("All controls"), CATALOG.controls.len());
        prop_assert_eq!(rows(". Controls that are not met"), controls.not_met().len());
        let tables = report.cover.iter().chain(report.sections.iter().flat_map(|(_, blocks)| blocks));
        for table in tables.filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None }) {
            for row in table.rows.iter().filter(|_| !table.columns.is_empty()) {
                if let Row::Cells(cells) = row {
                    prop_assert_eq!(cells.len(), table.columns.len());
                    prop_assert!(cells.iter().all(|cell| !cell.is_empty()));
                }
            }
        }
    }
}
