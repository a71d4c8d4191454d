//! What differs between two versions of an assessment, and the log of changes.

use proptest::prelude::*;
use tenken::core::{
    assessment::{Change, Edit, Path, Stamp, Value, paths},
    catalog::{Axis, CATALOG, Catalog, Control, ControlId, EntryKind, EquipmentId, List},
    report::{Differences, LogFilter, between, differences, log},
};

use crate::support::{
    assessments::{NOW, clock, empty, path, with},
    cases, documents,
};

const ID: ControlId = ControlId("III.2.1.1");

fn edits() -> [Edit; 4] {
    [
        Edit::text(paths::control(ID, "status"), "partial"),
        Edit::text(paths::measured(ID, "a"), "99.2%"),
        Edit::text(paths::equipment_scope(EquipmentId("power")), "out"),
        Edit::text(paths::grade(Axis::Confidentiality), "high"),
    ]
}

#[test]
fn each_cause_is_told_by_itself() {
    let (before, after) = (empty(), with(&edits()));
    let found = differences(&before, &after, &CATALOG);
    let paths = |changes: &[Change]| -> Vec<String> { changes.iter().map(|c| c.path.to_string()).collect() };
    assert_eq!(paths(&found.answers), ["controls/III.2.1.1/status"]);
    assert_eq!(paths(&found.values), ["controls/III.2.1.1/values/a"]);
    assert_eq!(paths(&found.scope), ["classify/C", "scope/equipment/power"]);
    assert_eq!(found.catalogue, Some(vec![]));
    let value = &found.values[0];
    assert_eq!((value.before.as_ref(), value.after.as_ref().and_then(|v| v.as_text())), (None, Some("99.2%")));
}

#[test]
fn a_change_of_the_catalogue_is_none_of_the_answers() {
    let mut controls: Vec<Control> = CATALOG.controls.to_vec();
    controls[0] = Control { why: None, ..controls[0] };
    let catalog = Catalog { controls: List(Vec::leak(controls)), ..CATALOG };
    let after = with(&edits()[..1]);
    let found = differences(&after, &after, &catalog);
    assert_eq!((found.answers.len(), found.values.len(), found.scope.len()), (0, 0, 0));
    let changed: Vec<_> = found.catalogue.unwrap().into_iter().map(|c| (c.kind, c.id)).collect();
    assert_eq!(changed, [(EntryKind::Control, CATALOG.controls[0].id.0.to_owned())]);
}

#[test]
fn the_log_tells_who_when_and_what() {
    let mut assessment = with(&edits());
    let later = Edit::text(paths::control(ID, "owner"), "佐藤");
    assessment.apply(&[later], &mut clock(2), NOW + 5000, "佐藤");
    let whole = log(&assessment, LogFilter::default());
    assert_eq!(whole.len(), 5);
    assert!(whole.is_sorted_by(|a, b| a.at >= b.at));
    assert_eq!((whole[0].head.by.as_str(), whole[0].path), ("佐藤", &path("controls/III.2.1.1/owner")));
    let count = |filter: LogFilter| log(&assessment, filter).len();
    assert_eq!(count(LogFilter { by: Some("鈴木"), ..LogFilter::default() }), 4);
    assert_eq!(count(LogFilter { by: Some(""), ..LogFilter::default() }), 0);
    assert_eq!(count(LogFilter { below: Some("controls/III.2.1.1"), ..LogFilter::default() }), 3);
    assert_eq!(count(LogFilter { below: Some("controls/III.2.1"), ..LogFilter::default() }), 0);
}

#[test]
fn the_log_is_bounded_by_days() {
    let mut assessment = empty();
    for (day, name) in ["a", "b", "c", "d"].into_iter().enumerate() {
        assessment.apply(&[Edit::text(path(name), "x")], &mut clock(1), NOW + 10 * day as u64, "");
    }
    let whole = log(&assessment, LogFilter::default());
    let day = |at: Stamp| format!("2026-11-0{}", (at.ms() - NOW) / 10 + 1);
    let names = |from: &str, to: &str| -> Vec<&str> {
        between(&whole, from, to, &day).iter().map(|entry| entry.path.as_str()).collect()
    };
    assert_eq!(names("", ""), ["d", "c", "b", "a"]);
    assert_eq!(names("2026-11-02", "2026-11-03"), ["c", "b"]);
    assert_eq!(names("2026-11-04", ""), ["d"]);
    assert_eq!(names("", "2026-11-01"), ["a"]);
    assert_eq!(names("2026-11-03", "2026-11-02"), [""; 0], "nothing is between the two the wrong way round");
    assert_eq!(names("2027-01-01", ""), [""; 0]);
}

#[test]
fn that_an_answer_was_confirmed_is_told_with_it() {
    let assessment = with(&[Edit::text(path("presumed/model/role/contract"), "yes"), Edit::text(path("model/x"), "1")]);
    let below = |below| log(&assessment, LogFilter { below: Some(below), ..LogFilter::default() }).len();
    assert_eq!((below("model"), below("model/role/contract"), below("presumed")), (2, 1, 0));
}

/// All changes of fields.
fn fields(found: Differences) -> Vec<(Path, Option<Value>, Option<Value>)> {
    let all = found.answers.into_iter().chain(found.values).chain(found.scope);
    all.map(|c| (c.path, c.before, c.after)).collect()
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn what_differs_one_way_differs_the_other_way(one in documents::assessment(), other in documents::assessment()) {
        let (there, back) = (differences(&one, &other, &CATALOG), differences(&other, &one, &CATALOG));
        let back: Vec<_> = fields(back).into_iter().map(|(path, before, after)| (path, after, before)).collect();
        prop_assert_eq!(fields(there), back);
        prop_assert_eq!(fields(differences(&one, &one, &CATALOG)), vec![]);
        let heads: usize = one.fields().values().map(|f| f.heads().len()).sum();
        prop_assert_eq!(log(&one, LogFilter::default()).len(), heads);
    }
}
