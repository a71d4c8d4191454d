//! How urgent risks are, as judged here and by people.

use tenken::core::{
    assessment::{Assessment, Edit, paths},
    catalog::{CATALOG, Grade, Grade::*},
    evaluate::Priority,
    extract::{Truth, extract},
    language::Language,
    model::{Model, project, start_from},
    report::{RiskStanding, Scope, risk_map, risk_rows},
};

use crate::support::assessments::{NOW, clock, with};

/// The worked case with the most components, as it is opened.
fn largest() -> Assessment {
    let case = CATALOG.cases.iter().max_by_key(|case| case.arrangement.components.len()).expect("a case");
    let mut number = 0;
    let ids = || {
        number += 1;
        number
    };
    with(&start_from(&case.arrangement, None, &Model::default(), Language::Ja, ids))
}

#[test]
fn the_grade_of_a_priority_is_that_of_the_product() {
    let grade = |impact, likelihood| Priority { impact, likelihood }.grade();
    let grades = Grade::ALL.map(|impact| Grade::ALL.map(|likelihood| grade(impact, likelihood)));
    assert_eq!(grades, [[High, High, Middle], [High, Middle, Low], [Middle, Low, Low]]);
    assert_eq!(Priority { impact: High, likelihood: High }.score(), 9);
    assert_eq!(Priority { impact: Low, likelihood: Low }.score(), 1);
}

#[test]
fn what_a_person_judges_stands_before_what_the_catalogue_says() {
    let mut assessment = largest();
    let extraction = extract(&CATALOG, &project(&assessment, &CATALOG));
    let row = extraction.with(Truth::True).next().expect("a risk applies");
    let risk = CATALOG.risk(row.key.risk.0).expect("it is in the catalogue");
    let is = |a: &_| Priority::of(a, risk, &row.key);
    assert_eq!(is(&assessment), Priority { impact: risk.impact, likelihood: risk.likelihood });
    let field = |what| paths::risk(risk.id, row.key.instance.as_ref().map(|i| i.as_str()), what);
    for (what, text, expected) in [
        ("impact", "low", Priority { impact: Low, likelihood: risk.likelihood }),
        ("likelihood", "high", Priority { impact: Low, likelihood: High }),
        // What no program of this kind has written counts as not judged.
        ("impact", "4", Priority { impact: risk.impact, likelihood: High }),
    ] {
        assessment.apply(&[Edit::text(field(what), text)], &mut clock(5), NOW, "");
        assert_eq!(is(&assessment), expected, "{what} {text}");
    }
}

#[test]
fn the_map_counts_every_risk_that_applies_once() {
    let assessment = largest();
    let extraction = extract(&CATALOG, &project(&assessment, &CATALOG));
    let rows = risk_rows(&CATALOG, &assessment, &extraction, Scope::ALL);
    let map = risk_map(&rows);
    let applying = rows.iter().filter(|row| row.standing != RiskStanding::Open).count();
    assert_eq!(map.iter().flatten().sum::<usize>(), applying);
    let worst = rows.iter().filter(|row| row.priority.score() == 9 && row.standing != RiskStanding::Open);
    assert_eq!(map[0][0], worst.count());
}
