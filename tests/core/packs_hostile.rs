//! A pack that is made to be slow is applied or refused soon, and refused in a sentence.

use std::fs;

use proptest::prelude::*;
use tenken::core::{
    catalog::{CATALOG, Catalog, Condition, Fault, List, Player, Provenance, Risk, RoleId, lint},
    pack::{MAX_ENTRIES, MAX_FIELDS, Pack, PackError, SHOWN, apply, preview},
};

use crate::support::{
    cases,
    hostile::{self, fields, hard, risks, too_hard},
};

/// Reads a kept pack, and makes sure that it is still what the generator makes.
fn fixture(name: &str, made: &Pack) -> Pack {
    let path = format!("{}/tests/fixtures/packs/{name}", env!("CARGO_MANIFEST_DIR"));
    let json = fs::read(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
    assert_eq!(String::from_utf8_lossy(&json), made.to_json(), "{name}");
    Pack::read(name, &json).unwrap()
}

#[test]
fn conditions_of_sixteen_parts_are_checked() {
    let pack = fixture("sixteen-parts.json", &risks(20, &hard(4), "A-1"));
    let catalog = apply(&CATALOG, &pack).unwrap_or_else(|m| panic!("{m:#?}"));
    assert_eq!(catalog.risks.len(), CATALOG.risks.len() + 20);
}

#[test]
fn a_condition_that_is_too_complicated_is_refused() {
    let pack = fixture("too-complicated.json", &risks(3, &too_hard(), "A-1"));
    let mistakes = apply(&CATALOG, &pack).expect_err("nobody can check that");
    let faults: Vec<&Fault> = mistakes.first.iter().map(|m| &m.fault).filter(|f| **f != Fault::TooManyParts).collect();
    assert_eq!(faults, [&Fault::TooComplicated; 3]);
    assert!(mistakes.first.iter().all(|m| m.field == "when" && m.row.is_some()), "{mistakes:?}");
}

/// All conditions together have a limit too. Those that show at once that they can be true and false are not refused
/// for the others.
#[test]
fn a_thousand_hard_conditions_are_refused_but_not_the_plain_ones() {
    let mut pack = risks(1900, &hard(2), "A-1");
    let plain = r#"{"all":[{"role":"contract"},{"any":[{"role":"measure"},{"role":"provide"}]}]}"#;
    for (i, fact) in pack.facts.iter_mut().filter(|f| f.field == "when").enumerate() {
        if i % 2 == 1 {
            fact.ja = plain.to_owned();
        }
    }
    let mistakes = apply(&CATALOG, &pack).expect_err("too much to check");
    assert!((100..950).contains(&mistakes.total), "{}", mistakes.total);
    assert_eq!(mistakes.first.len(), SHOWN);
    for mistake in &mistakes.first {
        assert_eq!(mistake.fault, Fault::TooComplicated);
        let fact = pack.facts.iter().find(|f| f.row == mistake.row.unwrap_or_default());
        assert!(fact.is_some_and(|f| f.ja != plain && f.field == "when"), "{mistake:?}");
    }
}

#[test]
fn any_number_of_mistakes_is_counted_and_the_first_are_told() {
    let pack = risks(1900, r#"{"role":"nobody"}"#, "Z-1 Z-2 Z-1");
    let mistakes = preview(&CATALOG, &pack).expect_err("a wrong pack");
    // Of each: a role, two unknown countermeasures of three words, one named twice. All but one title is another's.
    assert_eq!(mistakes.total, 1900 * 5);
    assert_eq!(mistakes.first.len(), SHOWN);
    let rows: Vec<_> = mistakes.first.iter().map(|m| m.row).collect();
    assert!(rows.is_sorted() && rows.iter().all(|r| r.is_some_and(|r| r <= 100)), "{rows:?}");
}

#[test]
fn what_a_list_names_again_and_again_is_told_once() {
    let mistakes = apply(&CATALOG, &risks(1, r#"{"role":"contract"}"#, "A-1 ".repeat(2000).trim())).expect_err("twice");
    assert_eq!((mistakes.total, &mistakes.first[0].fault), (1, &Fault::NamesTwice("A-1".to_owned())));
}

#[test]
fn an_entry_has_so_many_fields_and_a_pack_so_many_entries() {
    let mistakes = apply(&CATALOG, &fields(5000, "control", "II.1.1.1", "practice.p{}")).expect_err("too many");
    assert_eq!((mistakes.total, &mistakes.first[0].fault), (1, &Fault::TooManyFields(MAX_FIELDS)));
    assert!(apply(&CATALOG, &fields(MAX_FIELDS, "control", "II.1.1.1", "practice.p{}")).is_ok());
    let most = CATALOG.entries().iter().map(|e| CATALOG.facts(e).len()).max().unwrap_or_default();
    assert!(most * 3 < MAX_FIELDS, "{most} facts of one entry of the shipped catalogue");

    let many = |n: usize| {
        let mut pack = fields(n, "section", "", "title");
        pack.facts.iter_mut().enumerate().for_each(|(i, f)| f.id = format!("II.{}", i + 50));
        Pack::read("", pack.to_json().as_bytes())
    };
    assert!(many(MAX_ENTRIES).is_ok());
    let too_many = PackError::TooManyEntries { entries: MAX_ENTRIES + 1, limit: MAX_ENTRIES };
    assert_eq!(many(MAX_ENTRIES + 1), Err(too_many));
    assert!(CATALOG.entries().len() * 3 < MAX_ENTRIES, "{}", CATALOG.entries().len());
}

/// Whatever a pack has too much of, it is applied or refused as a whole. Whole ones are in the benchmarks.
#[test]
fn packs_with_too_much_are_applied_or_refused() {
    let before = CATALOG;
    for (name, pack) in hostile::packs(10) {
        let file = pack.to_json();
        let read = Pack::read("", file.as_bytes());
        let found = read.map(|pack| preview(&CATALOG, &pack).map(|p| p.entries.len()).map_err(|m| m.total));
        println!("{name}, {} KB: {found:?}", file.len() / 1000);
    }
    assert_eq!(before, CATALOG);
}

/// Every way to answer the atoms of a condition, one by one.
fn plainly(condition: &Condition) -> (bool, bool) {
    fn atoms(c: &Condition, found: &mut Vec<Condition>) {
        match c {
            Condition::All(cs) | Condition::Any(cs) | Condition::Not(cs) => cs.iter().for_each(|c| atoms(c, found)),
            atom if !found.contains(atom) => found.push(*atom),
            _ => {}
        }
    }
    fn holds(c: &Condition, yes: &[Condition]) -> bool {
        match c {
            Condition::All(cs) => cs.iter().all(|c| holds(c, yes)),
            Condition::Any(cs) => cs.iter().any(|c| holds(c, yes)),
            Condition::Not(cs) => !cs.iter().all(|c| holds(c, yes)),
            atom => yes.contains(atom),
        }
    }
    let mut all = Vec::new();
    atoms(condition, &mut all);
    let (mut yes, mut no) = (false, false);
    for way in 0_u32..1 << all.len() {
        let held: Vec<Condition> =
            all.iter().enumerate().filter(|(i, _)| way & (1 << i) != 0).map(|(_, a)| *a).collect();
        // Played by two or more, or by one of some, is played.
        let possible = |a: &Condition| match a {
            Condition::Played { role, by, shared } if *shared || !by.is_empty() => {
                let plain = Condition::Played { role: *role, by: List(&[]), shared: false };
                !all.contains(&plain) || held.contains(&plain)
            }
            _ => true,
        };
        if held.iter().all(possible) {
            let holds = holds(condition, &held);
            (yes, no) = (yes || holds, no || !holds);
        }
    }
    (yes, no)
}

fn conditions() -> impl Strategy<Value = Condition> {
    const NAMES: [&str; 9] = ["contract", "a", "b", "c", "d", "e", "f", "g", "h"];
    let role = (0..NAMES.len(), 0..3).prop_map(|(role, sort)| Condition::Played {
        role: RoleId(NAMES[role]),
        by: if sort == 1 { List(&[Player::Own]) } else { List(&[]) },
        shared: sort == 2 && role < 3,
    });
    role.prop_recursive(4, 24, 5, |inner| {
        let some = prop::collection::vec(inner.clone(), 1..5).prop_map(|cs| List(&*cs.leak()));
        prop_oneof![
            some.clone().prop_map(Condition::All),
            some.prop_map(Condition::Any),
            inner.prop_map(|c| Condition::Not(List(vec![c].leak()))),
        ]
    })
}

proptest! {
    #![proptest_config(cases(300))]

    /// Sixty-four ways at a time come to what each by itself comes to.
    #[test]
    fn a_condition_is_refused_if_it_is_always_or_never_so(when in conditions()) {
        let risk = Risk { when, each: List(&[]), ..CATALOG.risks[0] };
        let catalog = Catalog { risks: List(vec![risk].leak()), ..CATALOG };
        let mut faults = Vec::new();
        lint::findings(&catalog, |f| if f.kind == "risk" && f.field == "when" { faults.push(f.fault) });
        faults.retain(|f| matches!(f, Fault::NeverTrue | Fault::NeverFalse | Fault::TooManyParts | Fault::TooComplicated));
        let expected = match plainly(&when) {
            _ if faults == [Fault::TooManyParts] => faults.clone(),
            (true, true) => Vec::new(),
            (true, false) => vec![Fault::NeverFalse],
            _ => vec![Fault::NeverTrue],
        };
        prop_assert_eq!(faults, expected);
        prop_assert!(risk.title.from != Provenance::Supplied);
    }
}
