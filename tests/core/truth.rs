//! Three-valued logic: Kleene's tables, and the laws that evaluation relies on.

use tenken::core::extract::Truth::{self, False, True, Unknown};

const ALL: [Truth; 3] = [False, Unknown, True];

#[test]
fn and_is_kleenes() {
    let table = [[False, False, False], [False, Unknown, Unknown], [False, Unknown, True]];
    for (a, row) in ALL.into_iter().zip(table) {
        for (b, expected) in ALL.into_iter().zip(row) {
            assert_eq!(a.and(b), expected, "{a:?} and {b:?}");
        }
    }
}

#[test]
fn or_is_kleenes() {
    let table = [[False, Unknown, True], [Unknown, Unknown, True], [True, True, True]];
    for (a, row) in ALL.into_iter().zip(table) {
        for (b, expected) in ALL.into_iter().zip(row) {
            assert_eq!(a.or(b), expected, "{a:?} or {b:?}");
        }
    }
}

#[test]
fn not_is_kleenes() {
    assert_eq!(ALL.map(|t| !t), [True, Unknown, False]);
    assert_eq!(ALL.map(Truth::is_known), [true, false, true]);
    assert_eq!([false, true].map(Truth::from), [False, True]);
}

/// What is known never changes when the unknown becomes known: every operation keeps what it said before.
#[test]
fn learning_more_never_turns_a_result() {
    let learnt = |t: Truth| if t == Unknown { vec![False, True] } else { vec![t] };
    for a in ALL {
        for b in ALL {
            for (before, op) in [(a.and(b), Truth::and as fn(_, _) -> _), (a.or(b), Truth::or)] {
                for later in learnt(a).into_iter().flat_map(|a| learnt(b).into_iter().map(move |b| op(a, b))) {
                    assert!(!before.is_known() || before == later, "{a:?} {b:?}");
                }
            }
        }
    }
}

#[test]
fn and_and_or_mirror_each_other() {
    for a in ALL {
        for b in ALL {
            assert_eq!(!(a.and(b)), (!a).or(!b));
            assert_eq!(!(a.or(b)), (!a).and(!b));
            for c in ALL {
                assert_eq!(a.and(b).and(c), a.and(b.and(c)));
                assert_eq!(a.or(b).or(c), a.or(b.or(c)));
            }
        }
    }
}
