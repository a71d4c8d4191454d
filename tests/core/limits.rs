//! What is written can be read: whatever is entered, merged, undone or forgotten.

use std::{collections::BTreeMap, convert::Infallible, sync::Arc};

use proptest::{collection::vec, prelude::*};
use tenken::core::{
    assessment::{Assessment, Edit, Field, Head, History, MAX_CHARS, MAX_FIELDS, MAX_HEADS, Stamp, Value},
    document::{Limit, MAX_BYTES, nearly_full, read, settle, write},
};

use crate::support::{
    assessments::{NOW, clock, empty, path, stamp, with},
    cases,
    documents::{any_stamp, assessment, value},
};

/// A field that has seen much, as long use or a forged file leaves it.
fn worn_field() -> impl Strategy<Value = Field> {
    let head = (proptest::option::of(value()), "\\PC{0,4}").prop_map(|(value, by)| Head { value, by });
    let many = (prop_oneof![0..20_u64, 195..2000_u64], any::<u64>()).prop_map(|(n, from)| {
        (0..n)
            .map(|i| stamp(&format!("{}-0-{:012x}", 1000 + i % 7, (from.wrapping_add(i)) & 0xffff_ffff_ffff)))
            .collect()
    });
    (proptest::collection::btree_map(any_stamp(), head, 1..6), prop_oneof![vec(any_stamp(), 0..4), many])
        .prop_map(|(heads, seen): (_, Vec<Stamp>)| Field::new(heads.into_iter().collect(), seen))
}

fn worn() -> impl Strategy<Value = Assessment> {
    (assessment(), vec(worn_field(), 0..3)).prop_map(|(assessment, worn)| {
        let mut fields = assessment.fields().clone();
        worn.into_iter().enumerate().for_each(|(n, field)| drop(fields.insert(path(&format!("worn/{n}")), field)));
        Assessment::from_parts(assessment.id().clone(), assessment.catalog().clone(), fields)
    })
}

/// What somebody does with an assessment.
#[derive(Debug, Clone)]
enum Act {
    Edit(u8, Option<Value>),
    Merge(Arc<Assessment>),
    Decide,
    Undo,
    Redo,
    Prune,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        4 => (0..4_u8, proptest::option::of(value())).prop_map(|(n, value)| Act::Edit(n, value)),
        2 => worn().prop_map(|a| Act::Merge(Arc::new(a))),
        1 => Just(Act::Decide),
        2 => Just(Act::Undo),
        1 => Just(Act::Redo),
        1 => Just(Act::Prune),
    ]
}

fn readable(assessment: &Assessment) -> Result<(), TestCaseError> {
    prop_assert_eq!(read(write(assessment).as_bytes()), Ok(assessment.clone()));
    Ok(())
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn whatever_is_done_can_be_written_and_read(start in worn(), acts in vec(act(), 1..8), now in 0..2 * NOW) {
        prop_assert_eq!(read(write(&start).as_bytes()), Ok(start.clone()), "it is readable to begin with");
        let mut assessment = settle(start).expect("there is room");
        let (mut clock, mut history) = (clock(77), History::default());
        for act in acts {
            let mut next = assessment.clone();
            assessment.stamps().for_each(|s| clock.observe(s, now));
            match act {
                Act::Edit(n, value) => {
                    let known = next.fields().keys().nth(usize::from(n)).cloned();
                    let edit = Edit { path: known.unwrap_or_else(|| path("new")), value };
                    history.push(next.apply(&[edit], &mut clock, now, "鈴木"));
                }
                Act::Merge(other) => {
                    next.merge(&other);
                    next.prune();
                    history.push(assessment.step_to(&next));
                }
                Act::Decide => {
                    let conflict = next.conflicts().next().map(|(p, f)| (p.clone(), f.value().cloned()));
                    if let Some((path, value)) = conflict {
                        history.push(next.decide(&Edit { path, value }, &mut clock, now, ""));
                    }
                }
                Act::Undo => drop(history.undo(|s| Ok::<_, Infallible>(next.turn(s, &mut clock, now, "")))),
                Act::Redo => drop(history.redo(|s| Ok::<_, Infallible>(next.turn(s, &mut clock, now, "")))),
                Act::Prune => next.prune(),
            }
            assessment = settle(next).expect("there is room");
            readable(&assessment)?;
        }
    }

    #[test]
    fn forgetting_loses_no_value_that_its_author_has_not_replaced(assessment in worn()) {
        let mut pruned = assessment.clone();
        pruned.prune();
        for (path, field) in assessment.fields() {
            let latest: BTreeMap<_, _> = field.heads().iter().map(|(s, _)| (s.actor(), *s)).collect();
            let kept: Vec<Stamp> = pruned.fields()[path].heads().iter().map(|(s, _)| *s).collect();
            let mut expected: Vec<Stamp> = latest.values().copied().collect();
            expected.sort();
            prop_assert_eq!(kept, expected);
            prop_assert_eq!(pruned.get(path), assessment.get(path), "the same one is shown");
        }
        let mut twice = pruned.clone();
        twice.prune();
        prop_assert_eq!(&twice, &pruned);
        // What was forgotten stays replaced where it is met again within what is remembered.
        let mut merged = pruned.clone();
        merged.merge(&pruned);
        prop_assert_eq!(merged, pruned);
    }
}

#[test]
fn what_no_file_can_hold_is_refused() {
    let field = with(&[Edit::text(path("a"), "x")]).fields()[&path("a")].clone();
    let fields = |n: usize| (0..n).map(|i| (path(&format!("f/{i:06}")), field.clone())).collect::<BTreeMap<_, _>>();
    let of = |fields| Assessment::from_parts(empty().id().clone(), empty().catalog().clone(), fields);
    assert!(settle(of(fields(MAX_FIELDS))).is_ok());
    assert_eq!(nearly_full(&of(fields(MAX_FIELDS))), Some(100));
    assert_eq!(settle(of(fields(MAX_FIELDS + 1))), Err(Limit::Fields(MAX_FIELDS)));
    let heads = |n: usize| {
        let head = |i: usize| {
            (stamp(&format!("1-0-{i:012x}")), Head { value: Some(Value::text(i.to_string())), by: String::new() })
        };
        of([(path("a"), Field::new((0..n).map(head).collect(), Vec::new()))].into_iter().collect())
    };
    let most = settle(heads(MAX_HEADS + 1)).expect("there is room");
    assert_eq!(read(write(&most).as_bytes()), Ok(most));
    assert_eq!(settle(heads(MAX_HEADS + 2)), Err(Limit::Values(path("a"), MAX_HEADS)));
}

#[test]
fn the_size_is_never_taken_for_less_than_it_is() {
    // Characters that take the most room in a file: up to six bytes for one.
    let heavy = "\u{1}".repeat(MAX_CHARS);
    let edits: Vec<Edit> = (0..139).map(|i| Edit::text(path(&format!("t/{i}")), &heavy)).collect();
    let fits = with(&edits);
    assert!(write(&fits).len() as u64 <= MAX_BYTES);
    assert!(nearly_full(&fits).is_some());
    let fits = settle(fits).expect("there is room");
    assert_eq!(read(write(&fits).as_bytes()), Ok(fits.clone()));
    let mut more = fits;
    more.apply(&[Edit::text(path("t/139"), &heavy)], &mut clock(2), NOW, "");
    assert_eq!(settle(more), Err(Limit::Bytes(MAX_BYTES)));
}
