//! Patterns of Annex 3: from three answers, or by a choice with its reason; and what another answer would change.

use std::collections::BTreeSet;

use proptest::{prelude::*, sample::select};
use tenken::core::{
    assessment::{Edit, paths},
    catalog::{Axis, CATALOG, Grade, PatternId},
    evaluate::{Classification, moves},
};

use crate::support::assessments::with;

fn classified(edits: &[Edit]) -> Classification {
    Classification::of(&CATALOG, &with(edits))
}

fn grade(axis: Axis, grade: Grade) -> Edit {
    Edit::text(paths::grade(axis), grade.keyword())
}

fn numbers(patterns: &[PatternId]) -> Vec<u8> {
    patterns.iter().map(|p| p.0).collect()
}

#[test]
fn answers_narrow_the_patterns_down_to_one() {
    use Axis::{Availability, Confidentiality, Integrity};
    for (answers, possible, pattern) in [
        (vec![], vec![1, 2, 3, 4, 5, 6], None),
        (vec![(Integrity, Grade::High)], vec![1, 2, 3, 4, 5, 6], None),
        (vec![(Confidentiality, Grade::High)], vec![1, 2, 3], None),
        (vec![(Availability, Grade::Middle)], vec![2, 5], None),
        (vec![(Confidentiality, Grade::Low), (Availability, Grade::High)], vec![4], Some(4)),
        (vec![(Confidentiality, Grade::High), (Integrity, Grade::High), (Availability, Grade::Low)], vec![3], Some(3)),
        // Grades that the property does not have are no answers.
        (vec![(Confidentiality, Grade::Middle), (Integrity, Grade::Low)], vec![1, 2, 3, 4, 5, 6], None),
    ] {
        let edits: Vec<Edit> = answers.iter().map(|(a, g)| grade(*a, *g)).collect();
        let found = classified(&edits);
        assert_eq!(numbers(&found.possible), possible, "{answers:?}");
        assert_eq!(found.pattern().map(|p| p.0), pattern, "{answers:?}");
    }
}

#[test]
fn a_choice_counts_with_its_reason_alone() {
    let answers = [grade(Axis::Confidentiality, Grade::Low), grade(Axis::Availability, Grade::Low)];
    let chosen = |number: &str, reason: &str| {
        let choice = [Edit::text(paths::pattern_override(), number), Edit::text(paths::override_reason(), reason)];
        let found = classified(&[&answers[..], &choice[..]].concat());
        (found.pattern().map(|p| p.0), found.reason_missing(), found.is_overridden())
    };
    assert_eq!(chosen("", ""), (Some(6), false, false));
    assert_eq!(chosen("4", ""), (Some(6), true, false));
    assert_eq!(chosen("4", " \u{3000}"), (Some(6), true, false));
    assert_eq!(chosen("4", "顧客が夜間も使う"), (Some(4), false, true));
    assert_eq!(chosen("7", "理由"), (Some(6), false, false), "there is no such pattern");
    assert_eq!(chosen("", "理由"), (Some(6), false, false));
    let alone = [Edit::text(paths::pattern_override(), "2"), Edit::text(paths::override_reason(), "親会社の指定")];
    assert_eq!(classified(&alone).pattern(), Some(PatternId(2)), "also without answers");
}

#[test]
fn fields_stand_where_files_have_them() {
    for (path, expected) in [
        (paths::grade(Axis::Confidentiality), "classify/C"),
        (paths::grade(Axis::Integrity), "classify/I"),
        (paths::grade(Axis::Availability), "classify/A"),
        (paths::pattern_override(), "classify/override"),
        (paths::override_reason(), "classify/override-reason"),
    ] {
        assert_eq!(path.as_str(), expected);
    }
}

#[test]
fn a_move_is_told_item_by_item() {
    let from_two_to_one = moves(&CATALOG, PatternId(2), PatternId(1));
    let names: BTreeSet<(&str, &str)> = from_two_to_one.iter().map(|m| (m.control.id.0, m.item.id)).collect();
    assert!(names.contains(&("III.2.1.1", "a")) && names.contains(&("III.4.2.1", "c")), "{names:?}");
    assert!(!names.contains(&("III.4.2.1", "a")), "the same ten minutes for all");
    assert_eq!(moves(&CATALOG, PatternId(1), PatternId(9)), []);
}

proptest! {
    #[test]
    fn a_move_goes_both_ways_and_nowhere_to_itself(from in 1u8..=6, to in 1u8..=6) {
        let (from, to) = (PatternId(from), PatternId(to));
        let (there, back) = (moves(&CATALOG, from, to), moves(&CATALOG, to, from));
        prop_assert_eq!(there.is_empty(), back.is_empty());
        prop_assert!(from != to || there.is_empty());
        for (one, other) in there.iter().zip(&back) {
            prop_assert_eq!((one.item, one.before, one.after), (other.item, other.after, other.before));
        }
    }

    /// One answer more never brings a pattern back, and what would follow is what follows.
    #[test]
    fn what_would_follow_from_an_answer_follows(
        answered in proptest::collection::vec((select(&Axis::ALL[..]), select(&Grade::ALL[..])), 0..3),
        axis in select(&Axis::ALL[..]), level in select(&Grade::ALL[..]),
    ) {
        let mut edits: Vec<Edit> = answered.iter().map(|(a, g)| grade(*a, *g)).collect();
        let before = classified(&edits);
        edits.push(grade(axis, level));
        let after = classified(&edits);
        if CATALOG.axis(axis).unwrap().levels.iter().any(|l| l.id == level) {
            prop_assert_eq!(&before.with(&CATALOG, axis, level), &after);
            if before.answer(axis).is_none() {
                prop_assert!(after.possible.iter().all(|p| before.possible.contains(p)));
            }
        }
    }
}
