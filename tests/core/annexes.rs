//! The annexes that ship: components, patterns, points, ISO/IEC 27002:2013, and the worked cases' models.

use std::{collections::BTreeSet, fs};

use tenken::core::{
    catalog::{Axis, CATALOG, Case, Grade, PatternId, PointGroup, Provenance},
    extract::{Truth, derive, extract},
    language::Language,
    model::{Model, project, questions, start_from},
};

use crate::support::{Dice, assessments};

#[test]
fn every_component_is_named_by_a_control_and_every_control_by_components_that_exist() {
    for equipment in CATALOG.equipment {
        assert!(CATALOG.controls_of_equipment(equipment.id).next().is_some(), "{}", equipment.id);
        assert_eq!(CATALOG.equipment(equipment.id.0), Some(equipment));
    }
    for control in CATALOG.controls {
        assert!(!control.components.is_empty(), "{}", control.id);
        assert!(control.components.iter().all(|c| CATALOG.equipment(c.0).is_some()), "{}", control.id);
    }
    assert_eq!(CATALOG.equipment.len(), 11);
}

#[test]
fn each_answer_about_the_three_properties_has_one_pattern() {
    let levels = |axis| CATALOG.axis(axis).unwrap().levels;
    let mut found = BTreeSet::new();
    for c in levels(Axis::Confidentiality) {
        for i in levels(Axis::Integrity) {
            for a in levels(Axis::Availability) {
                found.insert(CATALOG.pattern_for(c.id, i.id, a.id).unwrap().id);
            }
        }
    }
    assert_eq!(found, (1..=6).map(PatternId).collect());
    assert_eq!(CATALOG.pattern_for(Grade::High, Grade::Low, Grade::High), None);
    let four = CATALOG.pattern(PatternId(4)).unwrap();
    let grades = [Axis::Confidentiality, Axis::Integrity, Axis::Availability].map(|a| four.grade(a));
    assert_eq!(grades, [Grade::Low, Grade::High, Grade::High]);
}

#[test]
fn the_patterns_say_how_sure_they_are() {
    for pattern in CATALOG.patterns {
        assert_eq!(pattern.levels_from, Provenance::Unverified(85));
        let cited = |t: &&_| matches!(t, Provenance::Cited(id) if id.0 == 12);
        let from: Vec<_> = pattern.examples.iter().map(|t| t.from).collect();
        assert_eq!(from.iter().filter(cited).count(), 1, "{}", pattern.id);
        assert!(from.iter().all(|f| cited(&f) || *f == Provenance::Unverified(70)), "{}", pattern.id);
    }
    for axis in CATALOG.axes {
        let sure = if axis.id == Axis::Availability { 80 } else { 85 };
        assert!(axis.levels.iter().all(|l| l.meaning.from == Provenance::Unverified(sure)), "{:?}", axis.id);
    }
}

#[test]
fn the_points_say_what_is_not_known() {
    let of = |group| CATALOG.points.into_iter().filter(move |p| p.group == group);
    let viewpoints: Vec<_> = of(PointGroup::Viewpoint).map(|p| p.id.0).collect();
    assert_eq!(viewpoints, ["viewpoint-1", "viewpoint-2", "viewpoint-3", "viewpoint-4", "viewpoint-5"]);
    assert!(of(PointGroup::Viewpoint).all(|p| p.missing.is_some() && p.annex == 4));
    assert_eq!(of(PointGroup::SupplyModel).count(), 3);
    assert!(of(PointGroup::SupplyModel).all(|p| p.title.from == Provenance::Unverified(60)));
    assert!(CATALOG.point("party-infrastructure").is_some_and(|p| p.group == PointGroup::Party));
    // What we say for want of the official title is marked as such.
    for point in CATALOG.points {
        assert!(point.title.from != Provenance::Original || point.missing.is_some(), "{}", point.id);
        assert!(point.missing.is_none_or(|m| m.from == Provenance::Original), "{}", point.id);
    }
}

/// The parts of a number of ISO/IEC 27002:2013, for comparing.
fn parts(number: &str) -> Vec<u16> {
    number.split('.').map(|n| n.parse().unwrap()).collect()
}

#[test]
fn every_iso_number_that_a_control_names_has_a_title_of_its_own() {
    let mut named = 0;
    for control in CATALOG.controls {
        for number in control.iso.numbers {
            let item = CATALOG.iso_item(number).unwrap_or_else(|| panic!("{}: {number}", control.id));
            assert!(CATALOG.controls_of_iso(item.id).any(|c| c.id == control.id));
            named += 1;
        }
    }
    println!(
        "{named} links of controls to {} numbers in {} chapters",
        CATALOG.iso_items.len(),
        CATALOG.iso_chapters.len()
    );
    let chapters: Vec<u16> = CATALOG.iso_chapters.iter().map(|c| c.id.0.parse().unwrap()).collect();
    assert_eq!(chapters, (5..=18).chain([2022]).collect::<Vec<_>>());
    assert!(CATALOG.iso_items.is_sorted_by(|a, b| parts(a.id.0) < parts(b.id.0)));
    assert!(CATALOG.iso_chapters.iter().all(|c| CATALOG.iso_items_of(c.id).next().is_some()));
    let titles: BTreeSet<_> = CATALOG.iso_items.iter().flat_map(|i| [i.title.ja(), i.title.en()]).collect();
    assert_eq!(titles.len(), CATALOG.iso_items.len() * 2);
}

#[test]
fn the_numbers_that_the_2014_guideline_added_are_marked() {
    let added: Vec<_> = CATALOG.iso_items.iter().filter(|i| i.added).map(|i| i.id.0).collect();
    assert_eq!(added, ["6.3", "6.3.1", "6.3.2", "8.1.5", "9.5", "9.5.1", "13.1.4"]);
    for (number, sure) in [("9.5", 60), ("9.5.1", 60), ("13.1.4", 50)] {
        let item = CATALOG.iso_item(number).unwrap();
        assert_eq!((item.in_2014, item.title.from), (Some(Provenance::Unverified(sure)), Provenance::Unverified(sure)));
    }
    assert!(CATALOG.iso_items.iter().all(|i| !i.added || i.note.is_some()));
}

#[test]
fn each_control_of_the_edition_of_2022_is_found_under_a_number() {
    let all = [(5, 37), (6, 8), (7, 14), (8, 34)].map(|(theme, last)| (1..=last).map(move |n| format!("{theme}.{n}")));
    let all: BTreeSet<String> = all.into_iter().flatten().collect();
    let found = CATALOG.iso_items.iter().flat_map(|i| i.in_2022.split_whitespace().map(str::to_owned));
    assert_eq!((found.collect::<BTreeSet<_>>(), all.len()), (all, 93));
    let only: Vec<_> = CATALOG.iso_items.iter().filter(|i| i.chapter() == "2022").collect();
    assert_eq!(only.len(), 11);
    assert!(only.iter().all(|i| i.id.0 == format!("2022.{}", i.in_2022)));
    for item in CATALOG.iso_items.iter().filter(|i| !i.in_2022.is_empty()) {
        assert_eq!(item.in_2022_from, Provenance::Unverified(90), "{}", item.id);
    }
}

#[test]
fn the_pages_of_annex_5_and_6_are_those_of_the_summary() {
    let pages = |number: &str| CATALOG.iso_item(number).map(|i| (i.annex5, i.annex6));
    // The summary prints them once, for the section as a whole.
    assert_eq!(pages("6.1"), Some((Some("198"), Some("226–227"))));
    assert_eq!([pages("6.1.1"), pages("6.1.2")], [Some((None, None)); 2]);
    for item in CATALOG.iso_items.iter().filter(|i| i.annex5.or(i.annex6).is_some()) {
        assert!(matches!(item.annex_from, Provenance::Quoted(_)), "{}", item.id);
    }
}

#[test]
fn the_standards_own_sentences_are_nowhere() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/catalog/annexes");
    for file in fs::read_dir(folder).unwrap().flatten() {
        let text = fs::read_to_string(file.path()).unwrap();
        for line in text.lines().filter(|l| l.starts_with("title.ja")) {
            assert!(line.chars().count() < 60, "{:?}: a title is short: {line}", file.file_name());
        }
    }
    let long =
        CATALOG.iso_items.iter().filter(|i| i.title.from == Provenance::Original && i.title.ja().chars().count() > 20);
    assert_eq!(long.map(|i| i.id.0).collect::<Vec<_>>(), [""; 0]);
}

/// The model of a case, as an assessment that starts from it has it.
fn surveyed(case: &Case) -> Model {
    let mut dice = Dice(7);
    let edits = start_from(&case.arrangement, None, &Model::default(), Language::Ja, || dice.roll());
    let mut assessment = assessments::with(&[]);
    assessment.apply(&edits, &mut assessments::clock(2), assessments::NOW, "");
    project(&assessment, &CATALOG)
}

#[test]
fn each_case_is_surveyed_to_the_end() {
    println!("case: components, risks that apply / do not, countermeasures");
    for case in CATALOG.cases {
        let model = surveyed(case);
        assert_eq!(model.service_type, None);
        let open: Vec<_> = questions(&model, &CATALOG).into_iter().filter(|q| q.answer(&model).is_none()).collect();
        assert!(open.is_empty(), "{}: {open:?}", case.id);
        let extraction = extract(&CATALOG, &model);
        let [yes, open, no] = [Truth::True, Truth::Unknown, Truth::False].map(|t| extraction.count(t));
        let measures = derive(&CATALOG, &extraction, |_| true).len();
        println!("{:18} {:2}: {yes} / {no}, {measures}", case.id.0, case.arrangement.components.len());
        assert_eq!(open, 0, "{}", case.id);
        assert!((10..=80).contains(&yes), "{}: {yes} risks apply", case.id);
    }
}
