//! One assessment: stamps and paths as text, the clock, edits, undo and redo.

use std::convert::Infallible;

use proptest::prelude::*;
use tenken::core::{
    assessment::{
        Actor, Assessment, AssessmentId, Clock, Edit, History, MAX_CHARS, MAX_ITEMS, Path, Stamp, Step, Value, paths,
    },
    catalog::CATALOG,
    document::history,
};

use crate::support::{
    assessments::{NOW, clock, empty, path, stamp},
    cases, documents,
};

#[track_caller]
fn is_path(text: &str, expected: bool) {
    assert_eq!(text.parse::<Path>().is_ok(), expected, "{text}");
}

#[test]
fn a_path_is_segments_of_plain_characters() {
    for text in ["a", "meta/name", "model/role/X-install", "risk/contract-1/-/decision", "__proto__/constructor"] {
        is_path(text, true);
        assert_eq!(path(text).to_string(), text);
    }
    for text in ["", "/", "a/", "/a", "a//b", "..", "a/../b", "./a", "a b", "a\\b", "名", "a\0", "a:b", "%2e%2e"] {
        is_path(text, false);
    }
    is_path(&"a".repeat(200), true);
    is_path(&"a".repeat(201), false);
}

#[test]
fn every_path_of_the_program_can_be_read_again() {
    let instance = "c".repeat(40);
    let mut all = vec![paths::name(), paths::meta("organization"), paths::service_type()];
    all.extend(CATALOG.roles.iter().map(|r| paths::role(r.id)));
    all.extend(CATALOG.data_forms.iter().map(|d| paths::data(d.id)));
    all.extend(CATALOG.components.iter().map(|c| paths::component_kind(c.id)));
    all.push(paths::component(&instance, "maintained"));
    for risk in CATALOG.risks {
        all.extend([paths::risk(risk.id, None, "decision"), paths::risk(risk.id, Some(&instance), "decision")]);
    }
    for m in CATALOG.countermeasures {
        all.extend(m.actions.iter().map(|a| paths::action(m.id, a.id, "status")));
    }
    for path in &all {
        assert_eq!(path.as_str().parse().as_ref(), Ok(path));
    }
    let count = all.len();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), count);
}

#[test]
fn a_stamp_has_one_form() {
    for text in ["0-0-000000000000", "1794000000000-17-00a1b2c3d4e5", "253402300799999-4294967295-ffffffffffff"] {
        assert_eq!(stamp(text).to_string(), text);
    }
    for text in [
        "",
        "1",
        "1-2",
        "1-2-3",
        "01-0-000000000000",
        "+1-0-000000000000",
        "1-0-00000000000A",
        "1-0-0000000000000",
        "-1-0-000000000000",
        "1-4294967296-000000000000",
        "253402300800000-0-000000000000",
        "1-0-000000000000 ",
        "1-0-1000000000000",
        "1.5-0-000000000000",
        "1-0-+00000000000",
    ] {
        assert!(text.parse::<Stamp>().is_err(), "{text}");
    }
}

#[test]
fn an_id_is_twelve_hexadecimal_digits() {
    for random in [0, 1, 0xffff_ffff_ffff, u64::MAX] {
        let id = AssessmentId::new(random);
        assert_eq!(id.as_str().parse(), Ok(id.clone()));
        assert_eq!(id.as_str().len(), 12);
    }
    for text in ["", "3f2a9c01b7d", "3f2a9c01b7dee", "3F2A9C01B7DE", "3f2a9c01b7d/", "..0000000000"] {
        assert!(text.parse::<AssessmentId>().is_err(), "{text}");
    }
}

#[test]
fn what_is_too_long_for_a_file_is_cut() {
    let mut assessment = empty();
    let long = "点".repeat(MAX_CHARS + 1);
    let many: Vec<String> = (0..=MAX_ITEMS).map(|i| i.to_string()).collect();
    let edits = [Edit::text(path("a"), &long), Edit::set(path("b"), Value::list(many)), Edit::text(path("c"), "短い")];
    assessment.apply(&edits, &mut clock(1), NOW, &long);
    assert_eq!(assessment.text(&path("a")).chars().count(), MAX_CHARS);
    assert_eq!(assessment.get(&path("b")).and_then(Value::as_list).map(<[_]>::len), Some(MAX_ITEMS));
    assert_eq!(assessment.text(&path("c")), "短い");
    let read = tenken::core::document::read(tenken::core::document::write(&assessment).as_bytes());
    assert_eq!(read, Ok(assessment));
}

#[test]
fn an_edit_that_changes_nothing_is_left_out() {
    let (mut assessment, mut clock) = (empty(), clock(1));
    let edit = Edit::text(path("a"), "x");
    assert_eq!(assessment.apply(&[edit.clone(), Edit::clear(path("b"))], &mut clock, NOW, "").0.len(), 1);
    let before = assessment.clone();
    assert!(assessment.apply(&[edit, Edit::clear(path("b"))], &mut clock, NOW + 1, "").is_empty());
    assert_eq!(assessment, before);
    assert_eq!(Edit::text(path("a"), ""), Edit::clear(path("a")));
}

#[test]
fn values_below_a_prefix_are_those_of_its_paths_alone() {
    let (mut assessment, mut clock) = (empty(), clock(1));
    let set = |p: &str| Edit::text(path(p), p);
    let edits =
        [set("model/component/a/kind"), set("model/component-x"), set("model/component/b/name"), set("model/d")];
    assessment.apply(&edits, &mut clock, NOW, "");
    assessment.apply(&[Edit::clear(path("model/component/a/kind"))], &mut clock, NOW, "");
    let below: Vec<_> = assessment.below("model/component/").map(|(p, _)| p.as_str()).collect();
    assert_eq!(below, ["model/component/b/name"]);
}

#[test]
fn undo_reaches_back_two_hundred_steps() {
    let (mut assessment, mut clock, mut history) = (empty(), clock(1), History::default());
    for n in 0..300 {
        history.push(assessment.apply(&[Edit::text(path("n"), n.to_string())], &mut clock, NOW, ""));
    }
    let mut steps = 0;
    while undo(&mut history, &mut assessment, &mut clock) {
        steps += 1;
    }
    assert_eq!((steps, assessment.text(&path("n"))), (200, "99"));
    history.push(Step::default());
    assert!(history.can_redo() && !history.can_undo(), "an empty step is none");
    history.push(assessment.apply(&[Edit::text(path("n"), "new")], &mut clock, NOW, ""));
    assert!(!history.can_redo() && history.can_undo());
}

/// A clock at the end of time goes on making stamps that a file can hold.
#[test]
fn a_stamp_from_the_end_of_time_does_not_stop_the_clock() {
    for last in ["253402300799999-4294967295-0000000000ff", "253402300799998-4294967295-0000000000ff"] {
        let (mut assessment, mut clock) = (empty(), clock(1));
        clock.observe(stamp(last), u64::MAX);
        for n in 0..3 {
            assessment.apply(&[Edit::text(path("n"), n.to_string())], &mut clock, u64::MAX, "");
        }
        for stamp in assessment.stamps() {
            assert_eq!(stamp.to_string().parse(), Ok(stamp));
        }
    }
}

fn undo(history: &mut History, assessment: &mut Assessment, clock: &mut Clock) -> bool {
    history.undo(|step| Ok::<_, Infallible>(assessment.turn(step, clock, NOW, ""))).unwrap()
}

fn redo(history: &mut History, assessment: &mut Assessment, clock: &mut Clock) -> bool {
    history.redo(|step| Ok::<_, Infallible>(assessment.turn(step, clock, NOW, ""))).unwrap()
}

fn values(assessment: &Assessment) -> Vec<(Path, Value)> {
    assessment.fields().iter().filter_map(|(p, f)| Some((p.clone(), f.value()?.clone()))).collect()
}

fn steps() -> impl Strategy<Value = Vec<Vec<Edit>>> {
    let edit = ((0..5_u8).prop_map(|n| path(&format!("f/{n}"))), proptest::option::of(documents::value()));
    let edit = edit.prop_map(|(path, value)| Edit { path, value });
    proptest::collection::vec(proptest::collection::vec(edit, 0..4), 1..12)
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn undo_and_redo_come_back_to_where_they_were(steps in steps()) {
        let (mut assessment, mut clock, mut history) = (empty(), clock(1), History::default());
        let mut states = vec![values(&assessment)];
        for step in &steps {
            let back = assessment.apply(step, &mut clock, NOW, "");
            if !back.is_empty() {
                states.push(values(&assessment));
            }
            history.push(back);
        }
        // After each step the page is loaded again: another run of the program goes on with what was kept.
        let again = |history: &History| history::read(&history::write(history)).expect("what was written is read");
        for (run, expected) in states.iter().rev().skip(1).enumerate() {
            history = again(&history);
            clock = Clock::new(Actor::new(run as u64 + 2));
            assessment.stamps().for_each(|s| clock.observe(s, NOW));
            prop_assert!(undo(&mut history, &mut assessment, &mut clock) || states.len() == 1);
            prop_assert_eq!(&values(&assessment), expected);
        }
        prop_assert_eq!(again(&history), history.clone());
        prop_assert!(history.can_redo() == (states.len() > 1));
        // A step can end where it began; such a one changes nothing on its way back either.
        while redo(&mut history, &mut assessment, &mut clock) {}
        prop_assert_eq!(Some(&values(&assessment)), states.last());
    }

    #[test]
    fn clocks_only_grow(moves in proptest::collection::vec((any::<bool>(), 0..2000_u64, 0..3_u32, 2..5_u64), 1..40)) {
        let mut clock = clock(1);
        let mut last: Option<Stamp> = None;
        for (tick, ms, seq, actor) in moves {
            let seen = stamp(&format!("{ms}-{seq}-{actor:012x}"));
            if tick {
                let now = clock.tick(ms);
                prop_assert!(last < Some(now) && now.ms() >= ms);
                prop_assert_eq!(now.actor(), Actor::new(1));
                last = Some(now);
            } else {
                clock.observe(seen, ms);
                last = last.max(Some(seen));
            }
        }
    }

    #[test]
    fn stamps_are_the_same_after_reading(ms in 0..253_402_300_800_000_u64, actor in any::<u64>()) {
        let mut clock = Clock::new(Actor::new(actor));
        for stamp in [clock.tick(ms), clock.tick(0)] {
            prop_assert_eq!(stamp.to_string().parse(), Ok(stamp));
        }
    }

    #[test]
    fn any_text_is_a_path_or_refused(text in "\\PC{0,30}|[a-z./_-]{0,12}") {
        if let Ok(path) = text.parse::<Path>() {
            prop_assert_eq!(path.as_str(), text.as_str());
            prop_assert!(path.segments().all(|s| !s.is_empty() && s != "." && s != ".."));
        }
    }
}
