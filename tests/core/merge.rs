//! Merging: whatever people did apart comes together, and nothing is lost.

use std::collections::{BTreeMap, BTreeSet};

use proptest::{collection::vec, prelude::*};
use tenken::core::assessment::{Assessment, CatalogRef, Clock, Edit, Field, Head, Path, Stamp, Value};

use crate::support::{
    assessments::{clock, empty, path, stamp},
    cases,
};

const REPLICAS: usize = 4;
const FIELDS: usize = 3;

/// Something that happens at one of the replicas.
#[derive(Debug, Clone)]
enum Event {
    /// Somebody enters a value, on a machine whose clock shows this.
    Set { at: usize, field: usize, value: u8, now: u64 },
    /// One replica takes in another, for these of its fields.
    Sync { to: usize, from: usize, fields: Vec<bool>, observe: bool },
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        (0..REPLICAS, 0..FIELDS, 0..4_u8, 0..50_u64).prop_map(|(at, field, value, now)| Event::Set {
            at,
            field,
            value,
            now
        }),
        (0..REPLICAS, 0..REPLICAS, vec(any::<bool>(), FIELDS), any::<bool>())
            .prop_map(|(to, from, fields, observe)| Event::Sync { to, from, fields, observe }),
    ]
}

fn name(field: usize) -> Path {
    path(&format!("f/{field}"))
}

/// What happened, kept apart from the code under test: for each field every value entered, those that were replaced by
/// somebody who knew them, and what each replica knows.
#[derive(Default)]
struct World {
    replicas: Vec<(Assessment, Clock)>,
    entered: BTreeMap<(Path, Stamp), Option<Value>>,
    replaced: BTreeSet<(Path, Stamp)>,
    known: Vec<BTreeSet<(Path, Stamp)>>,
}

impl World {
    fn after(events: &[Event]) -> Self {
        let replicas = (0..REPLICAS).map(|i| (empty(), clock(i as u64 + 1))).collect();
        let mut world = Self { replicas, known: vec![BTreeSet::new(); REPLICAS], ..Self::default() };
        events.iter().for_each(|e| world.happen(e));
        world
    }

    fn happen(&mut self, event: &Event) {
        match event {
            Event::Set { at, field, value, now } => {
                let field = name(*field);
                let value = (*value > 0).then(|| Value::text(value.to_string()));
                let (assessment, clock) = &mut self.replicas[*at];
                let edit = Edit { path: field.clone(), value: value.clone() };
                let shown = assessment.fields().get(&field).and_then(|f| f.latest().map(|(s, _)| *s));
                if assessment.apply(&[edit], clock, *now, "").is_empty() {
                    return;
                }
                let stamp = *assessment.fields()[&field].latest().unwrap().0;
                let known = &mut self.known[*at];
                // An edit replaces the value that was shown; others stay until somebody decides.
                self.replaced.extend(shown.map(|s| (field.clone(), s)));
                known.insert((field.clone(), stamp));
                assert_eq!(self.entered.insert((field, stamp), value), None, "a stamp was given twice");
            }
            Event::Sync { to, from, fields, observe } => {
                let chosen = |p: &Path| fields.iter().enumerate().any(|(i, yes)| *yes && *p == name(i));
                let source = &self.replicas[*from].0;
                let part = source.fields().iter().filter(|(p, _)| chosen(p)).map(|(p, f)| (p.clone(), f.clone()));
                let part = Assessment::from_parts(source.id().clone(), source.catalog().clone(), part.collect());
                let news: Vec<_> = self.known[*from].iter().filter(|(p, _)| chosen(p)).cloned().collect();
                self.known[*to].extend(news);
                let (assessment, clock) = &mut self.replicas[*to];
                assessment.merge(&part);
                if *observe {
                    part.stamps().for_each(|s| clock.observe(s, 0));
                }
            }
        }
    }

    fn merged(&self, order: &[usize]) -> Assessment {
        let mut all = empty();
        order.iter().for_each(|i| all.merge(&self.replicas[*i].0));
        all
    }
}

fn merge(a: &Assessment, b: &Assessment) -> Assessment {
    let mut merged = a.clone();
    merged.merge(b);
    merged
}

/// Any field whatever, also such as no history leads to.
fn field() -> impl Strategy<Value = Field> {
    let stamp = (0..4_u64, 0..2_u32, 1..4_u64).prop_map(|(ms, seq, actor)| stamp(&format!("{ms}-{seq}-{actor:012x}")));
    let head = (proptest::option::of(0..3_u8), 0..2_u8)
        .prop_map(|(value, by)| Head { value: value.map(|v| Value::text(v.to_string())), by: by.to_string() });
    (proptest::collection::btree_map(stamp.clone(), head, 0..4), vec(stamp, 0..4))
        .prop_map(|(h, s)| Field::new(h.into_iter().collect(), s))
}

proptest! {
    #![proptest_config(cases(384))]

    #[test]
    fn after_any_history_merging_is_commutative_associative_and_idempotent(events in vec(event(), 0..40)) {
        let world = World::after(&events);
        let [a, b, c, _] = [0, 1, 2, 3].map(|i| &world.replicas[i].0);
        prop_assert_eq!(merge(a, b), merge(b, a));
        prop_assert_eq!(merge(&merge(a, b), c), merge(a, &merge(b, c)));
        prop_assert_eq!(&merge(a, a), a);
        prop_assert_eq!(merge(&merge(a, b), b), merge(a, b));
        let all = world.merged(&[0, 1, 2, 3]);
        for order in [[3, 2, 1, 0], [1, 3, 0, 2], [2, 0, 3, 1]] {
            prop_assert_eq!(&world.merged(&order), &all);
        }
    }

    #[test]
    fn exactly_what_nobody_replaced_knowingly_stands_in_the_end(events in vec(event(), 0..40)) {
        let world = World::after(&events);
        let all = world.merged(&[0, 1, 2, 3]);
        let standing: BTreeMap<(Path, Stamp), Option<Value>> = all
            .fields()
            .iter()
            .flat_map(|(p, f)| f.heads().iter().map(|(s, h)| ((p.clone(), *s), h.value.clone())))
            .collect();
        let mut expected = world.entered.clone();
        expected.retain(|entered, _| !world.replaced.contains(entered));
        prop_assert_eq!(standing, expected);
        // The same holds of each replica for what it has heard of.
        for (i, (replica, _)) in world.replicas.iter().enumerate() {
            for (path, stamp) in world.known[i].iter().filter(|k| !world.replaced.contains(k)) {
                prop_assert!(replica.fields()[path].has(*stamp));
            }
        }
    }

    #[test]
    fn conflicts_are_the_fields_on_which_values_differ(events in vec(event(), 0..40)) {
        let all = World::after(&events).merged(&[0, 1, 2, 3]);
        let listed: Vec<&Path> = all.conflicts().map(|(p, _)| p).collect();
        for (path, field) in all.fields() {
            let different: BTreeSet<_> = field.heads().iter().map(|(_, h)| &h.value).collect();
            prop_assert_eq!(listed.contains(&path), different.len() > 1, "{}: {:?}", path, field);
            prop_assert_eq!(field.values().len(), different.len());
        }
    }

    #[test]
    fn deciding_a_conflict_ends_it_everywhere(events in vec(event(), 0..40)) {
        let world = World::after(&events);
        let (mut all, mut clock) = (world.merged(&[0, 1, 2, 3]), clock(9));
        all.stamps().for_each(|s| clock.observe(s, 0));
        let paths: Vec<(Path, Option<Value>)> =
            all.conflicts().map(|(p, f)| (p.clone(), f.heads()[0].1.value.clone())).collect();
        for (path, value) in paths {
            all.decide(&Edit { path: path.clone(), value: value.clone() }, &mut clock, 0, "");
            for (replica, _) in &world.replicas {
                let merged = merge(replica, &all);
                prop_assert!(!merged.fields()[&path].in_conflict());
                prop_assert_eq!(merged.get(&path), value.as_ref());
            }
        }
    }

    #[test]
    fn the_changes_shown_before_are_those_that_a_merge_makes(events in vec(event(), 0..40)) {
        let world = World::after(&events);
        let (a, b) = (&world.replicas[0].0, &world.replicas[1].0);
        let (changes, merged) = (a.changes_by(b), merge(a, b));
        for change in &changes {
            prop_assert_eq!(a.get(&change.path), change.before.as_ref());
            prop_assert_eq!(merged.get(&change.path), change.after.as_ref());
            prop_assert!(change.before != change.after || change.conflict);
            prop_assert!(!change.conflict || merged.fields()[&change.path].in_conflict());
        }
        for (path, field) in merged.fields() {
            let shown = changes.iter().any(|c| c.path == *path);
            let other = a.get(path) != field.value();
            let contested = field.in_conflict() && a.fields().get(path).is_none_or(|f| f.values() != field.values());
            prop_assert_eq!(shown, other || contested, "{}", path);
        }
        prop_assert_eq!(merged.changes_by(b), []);
    }

    /// Also of what a forged file says.
    #[test]
    fn merging_any_three_fields_is_commutative_associative_and_idempotent(a in field(), b in field(), c in field()) {
        let merge = |a: &Field, b: &Field| {
            let mut merged = a.clone();
            merged.merge(b);
            merged
        };
        prop_assert_eq!(merge(&a, &b), merge(&b, &a));
        prop_assert_eq!(merge(&merge(&a, &b), &c), merge(&a, &merge(&b, &c)));
        prop_assert_eq!(merge(&a, &a), a.clone());
        prop_assert_eq!(merge(&merge(&a, &b), &b), merge(&a, &b));
    }
}

#[test]
fn an_edit_replaces_what_is_shown_and_a_decision_ends_the_disagreement() {
    let (mut a, mut b) = (empty(), empty());
    let (mut clock_a, mut clock_b) = (clock(1), clock(2));
    let set = |text: &str| [Edit::text(path("x"), text)];
    a.apply(&set("one"), &mut clock_a, 10, "a");
    b.apply(&set("two"), &mut clock_b, 20, "b");
    let mut both = merge(&a, &b);
    assert_eq!((both.conflicts().count(), both.text(&path("x"))), (1, "two"));
    // The clock of the one who edits is behind; what they enter is shown all the same, and the other value stays.
    both.apply(&set("three"), &mut clock_a, 5, "a");
    for replica in [merge(&both, &b), merge(&b, &both), merge(&a, &both)] {
        assert_eq!((replica.conflicts().count(), replica.text(&path("x"))), (1, "three"));
        let values: Vec<_> = replica.fields()[&path("x")].heads().iter().filter_map(|(_, h)| h.value.clone()).collect();
        assert_eq!(values, [Value::text("one"), Value::text("three")], "`two` was shown and replaced");
    }
    both.decide(&set("three")[0], &mut clock_a, 6, "a");
    for replica in [merge(&both, &b), merge(&b, &both), merge(&a, &both)] {
        assert_eq!((replica.conflicts().count(), replica.text(&path("x"))), (0, "three"));
    }
    // The same value entered twice is no conflict, and stands once decided.
    b.apply(&set("one"), &mut clock_b, 30, "b");
    let same = merge(&a, &b);
    assert_eq!((same.fields()[&path("x")].heads().len(), same.conflicts().count()), (2, 0));
}

#[test]
fn the_catalogue_used_last_stands() {
    let (mut a, mut b) = (empty(), empty());
    let of = |edition: &str, actor, ms| CatalogRef {
        at: clock(actor).tick(ms),
        edition: edition.to_owned(),
        digest: edition.to_owned(),
        fingerprints: [("risk/x".to_owned(), actor as u32)].into_iter().collect::<BTreeMap<_, _>>().into(),
    };
    a.use_catalog(of("one", 1, 10_000_000_000_000));
    b.use_catalog(of("two", 2, 20_000_000_000_000));
    assert_eq!(merge(&a, &b).catalog(), b.catalog(), "with its fingerprints");
    assert_eq!(merge(&a, &b), merge(&b, &a));
}
