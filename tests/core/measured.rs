//! Measured values: what people write, how it is shown back, and how it compares with the reference value.

use std::{cmp::Ordering, collections::BTreeSet};

use proptest::prelude::*;
use tenken::core::{
    catalog::{CATALOG, EvaluationItem, Metric, PatternId, Provenance, Quantity, Unit, search::folded},
    evaluate::{AskBack, Comparison, Measured, Verdict, at_most},
    language::Language,
};

use crate::support::cases;

const TABLE: &str = include_str!("measured/table.tsv");

/// The first item of a metric, or the item `III.2.1.3/c`.
fn item(name: &str) -> &'static EvaluationItem {
    let items = || CATALOG.controls.into_iter().flat_map(|c| c.items.into_iter().map(move |i| (c, i)));
    let found = match name.split_once('/') {
        Some((control, id)) => items().find(|(c, i)| c.id.0 == control && i.id == id),
        None => items().find(|(_, i)| i.measure.keyword() == name),
    };
    found.unwrap_or_else(|| panic!("no item `{name}`")).1
}

fn said(why: &AskBack) -> String {
    format!("{why:?}").split('(').next().unwrap_or_default().to_owned()
}

#[test]
fn what_people_write_is_understood_or_asked_back() {
    let (mut rows, mut wrong, mut seen) = (0, Vec::new(), BTreeSet::new());
    for line in TABLE.lines().filter(|l| !l.starts_with('#')) {
        let [name, text, expected] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let item = item(name);
        let found = match Measured::read(text, item) {
            Ok(measured) => measured.write(item, Language::Ja),
            Err(why) => format!("? {}", said(&why)),
        };
        if found != expected {
            wrong.push(format!("{name} `{text}`: {found}, not {expected}"));
        }
        assert!(seen.insert((name, text)), "twice: {line}");
        rows += 1;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    println!("{rows} values");
    assert!(rows >= 200);
}

#[test]
fn the_part_that_is_not_understood_is_named() {
    for (name, text, part) in
        [("limit", "30分で復旧", "復旧"), ("interval", "毎週月曜", "曜"), ("percent", "ほぼ100%", "ほぼ100%")]
    {
        assert_eq!(Measured::read(text, item(name)), Err(AskBack::NotUnderstood(part.to_owned())), "{text}");
    }
    let long = "長".repeat(5000);
    let Err(AskBack::NotUnderstood(part)) = Measured::read(&long, item("limit")) else { panic!("{long}") };
    assert!(part.chars().count() < 30, "{part}");
}

#[test]
fn the_english_wording_is_plain() {
    for (name, text, expected) in [
        ("interval", "毎時", "once an hour"),
        ("interval", "1日1回", "once a day"),
        ("interval", "10分ごと", "once every 10 minutes"),
        ("interval", "週2回", "2 times a week"),
        ("interval", "3か月に2〜3回", "2 to 3 times every 3 months"),
        ("interval", "常時", "continuously"),
        ("limit", "1時間以内", "within 1 hour"),
        ("limit", "20〜30分", "within 20 minutes to 30 minutes"),
        ("retention", "1年半", "1.5 years"),
        ("retention", "永久", "indefinitely"),
        ("after-service", "1年", "1 year after the service ends"),
        ("percent", "９９．５％", "99.5%"),
        ("generations", "一世代", "1 generation"),
        ("generations", "なし", "not done"),
        ("III.4.2.1/b", "実施", "In place"),
    ] {
        let item = item(name);
        let written = Measured::read(text, item).map(|m| m.write(item, Language::En));
        assert_eq!(written.as_deref(), Ok(expected), "{text}");
    }
}

/// A word that is not folded would never be found, and one that stands twice could mean two things.
#[test]
fn words_are_folded_and_mean_one_thing() {
    let source = include_str!("../../src/core/evaluate/measured/words.rs");
    let texts =
        source.lines().filter(|l| !l.trim_start().starts_with("//")).flat_map(|l| l.split('"').skip(1).step_by(2));
    let words: Vec<&str> = texts.flat_map(|text| text.split('|')).collect();
    assert!(words.len() > 250, "{}", words.len());
    let mut seen = BTreeSet::new();
    for word in words {
        assert_eq!(folded(word), word);
        assert_eq!(word.trim(), word);
        assert!(!word.is_empty() && seen.insert(word), "{word}");
    }
}

fn verdict(name: &str, text: &str, pattern: u8) -> Verdict {
    Comparison::of(item(name), text, Some(PatternId(pattern))).verdict
}

const SHORT: Verdict = Verdict::FallsShort { calendar: false };
const HANGS: Verdict = Verdict::FallsShort { calendar: true };

#[test]
fn the_direction_belongs_to_what_is_measured() {
    for (name, text, pattern, expected) in [
        // 1回/10分 for pattern 1, 1回/30分 for 2.
        ("III.1.1.2/a", "1回/30分", 1, SHORT),
        ("III.1.1.2/a", "1回/30分", 2, Verdict::Meets),
        ("III.1.1.2/a", "1回/10分", 1, Verdict::Meets),
        ("III.1.1.2/a", "毎分", 1, Verdict::Meets),
        ("III.1.1.2/a", "1時間に6回", 1, Verdict::Meets),
        ("III.1.1.2/a", "1時間に5〜6回", 1, SHORT),
        ("III.1.1.2/a", "5〜10分ごと", 1, Verdict::Meets),
        ("III.1.1.2/a", "5〜11分ごと", 1, SHORT),
        ("III.1.1.2/a", "常時", 1, Verdict::Meets),
        ("III.1.1.2/a", "未実施", 1, SHORT),
        ("III.1.1.1/b", "20分以内", 1, Verdict::Meets),
        ("III.1.1.1/b", "20〜30分", 1, SHORT),
        ("III.1.1.1/b", "通知していない", 1, SHORT),
        ("III.2.1.1/a", "99.5%", 1, Verdict::Meets),
        ("III.2.1.1/a", "99.2%", 1, SHORT),
        ("III.2.1.1/a", "99.2%", 2, Verdict::Meets),
        ("III.2.1.1/a", "99.4〜99.9%", 1, SHORT),
        ("III.2.1.1/a", "99.9〜99.4%", 1, SHORT),
        ("III.2.1.3/b", "5年", 1, Verdict::Meets),
        ("III.2.1.3/b", "60か月", 1, Verdict::Meets),
        ("III.2.1.3/b", "永久", 1, Verdict::Meets),
        ("III.2.1.3/b", "4年半", 1, SHORT),
        ("III.2.3.1/b", "5世代", 1, Verdict::Meets),
        ("III.2.3.1/b", "3〜5世代", 1, SHORT),
        ("III.2.1.3/c", "hot", 2, Verdict::Meets),
        ("III.2.1.3/c", "cold", 1, SHORT),
        ("III.2.1.3/c", "なし", 1, SHORT),
        ("III.4.2.1/b", "未実施", 1, SHORT),
        // What hangs on the calendar falls short, and says so.
        ("III.2.1.3/a", "30日", 2, HANGS),
        ("III.2.1.3/a", "31日", 2, Verdict::Meets),
        ("III.2.1.3/a", "27日", 2, SHORT),
        ("III.2.1.3/a", "4週間", 2, HANGS),
        ("III.2.1.3/a", "90日", 1, HANGS),
        ("III.2.1.3/a", "92日", 1, Verdict::Meets),
        ("III.2.1.3/b", "365日", 2, HANGS),
        ("III.2.1.3/b", "366日", 2, Verdict::Meets),
        ("III.2.1.4/a", "30日に1回", 1, HANGS),
        ("III.2.1.4/a", "4週間に1回", 1, Verdict::Meets),
        ("III.2.1.4/a", "32日に1回", 1, SHORT),
        ("III.2.1.4/c", "365日に1回", 1, Verdict::Meets),
        ("III.3.1.5/a", "月1回", 2, SHORT),
        ("III.3.1.5/a", "月2回", 2, Verdict::Meets),
    ] {
        assert_eq!(verdict(name, text, pattern), expected, "{name} `{text}` for {pattern}");
    }
}

#[test]
fn what_is_not_compared_is_no_failure() {
    assert_eq!(verdict("III.2.1.1/a", " \u{3000}", 1), Verdict::NotMeasured);
    assert_eq!(verdict("III.2.1.1/a", "0.995", 1), Verdict::AskedBack(AskBack::Unit));
    assert_eq!(verdict("III.4.2.1/c", "", 2), Verdict::NothingToMeet);
    assert_eq!(verdict("III.4.2.1/c", "実施", 2), Verdict::NothingToMeet);
    let without = Comparison::of(item("III.2.1.1/a"), "99%", None);
    assert_eq!((without.verdict, without.reference), (Verdict::NoPattern, None));
    assert!(without.measured.is_some());
    // No pattern of that number.
    for number in [0, 7, 255] {
        assert_eq!(verdict("III.2.1.1/a", "99%", number), Verdict::NoPattern);
    }
}

#[test]
fn a_verdict_says_what_it_rests_on() {
    let of = |name: &str, text: &str| Comparison::of(item(name), text, Some(PatternId(1)));
    let (availability, power) = (of("III.2.1.1/a", "99.9%"), of("III.4.2.1/a", "10分"));
    assert_eq!(availability.verdict, Verdict::Meets);
    assert!(availability.rests_on_unverified() && availability.is_must());
    assert!(matches!(power.reference.map(|r| r.from), Some(Provenance::Cited(_))));
    assert!(!power.rests_on_unverified() && !power.is_must());
    assert!(!of("III.2.1.1/a", "").rests_on_unverified(), "there is no verdict");
}

const SPANS: [Unit; 7] =
    [Unit::Seconds, Unit::Minutes, Unit::Hours, Unit::Days, Unit::Weeks, Unit::Months, Unit::Years];
const EXACT: [(Unit, Unit, u64); 5] = [
    (Unit::Minutes, Unit::Seconds, 60),
    (Unit::Hours, Unit::Minutes, 60),
    (Unit::Days, Unit::Hours, 24),
    (Unit::Weeks, Unit::Days, 7),
    (Unit::Years, Unit::Months, 12),
];

fn quantity(units: &'static [Unit]) -> impl Strategy<Value = Quantity> {
    let milli = prop_oneof![(0u64..400).prop_map(|n| n * 1000), 0u64..100_000_000_000];
    (milli, proptest::sample::select(units)).prop_map(|(milli, unit)| Quantity { milli, unit })
}

/// A value that can be measured for an item.
fn measured(item: &'static EvaluationItem) -> BoxedStrategy<Measured> {
    let amounts = |units: &'static [Unit]| (quantity(units), quantity(units));
    let whole = |q: Quantity| Quantity { milli: q.milli / 1000 * 1000, ..q };
    let done = Just(Measured::NotDone);
    match item.measure {
        Metric::Choice => {
            let options: Vec<Measured> = item.options.iter().map(|o| Measured::Chosen(o.id)).collect();
            proptest::sample::select(options).boxed()
        }
        Metric::Share => (0u64..=100_000, 0u64..=100_000)
            .prop_map(|(a, b)| [a, b].map(|milli| Quantity { milli, unit: Unit::Percent }))
            .prop_map(|[a, b]| Measured::Amount(a, b))
            .boxed(),
        Metric::Count => {
            let forever = Just(Measured::Forever);
            let range = amounts(&[Unit::Generations]).prop_map(move |(a, b)| Measured::Amount(whole(a), whole(b)));
            prop_oneof![range, forever, done].boxed()
        }
        Metric::Interval => {
            let some = |q: Quantity| Quantity { milli: q.milli.max(1), ..q };
            let range = amounts(&SPANS).prop_map(move |(a, b)| Measured::Amount(some(a), some(b)));
            let once = quantity(&SPANS).prop_map(move |q| Measured::Amount(some(q), some(q)));
            let times = (1u32..500, 2u32..500, quantity(&SPANS))
                .prop_filter("once", |(a, b, _)| (*a, *b) != (1, 1))
                .prop_map(move |(a, b, q)| Measured::Times(a, b, some(q)));
            prop_oneof![range, once, times, Just(Measured::Always), done].boxed()
        }
        Metric::Limit => prop_oneof![amounts(&SPANS).prop_map(|(a, b)| Measured::Amount(a, b)), done].boxed(),
        _ => {
            let forever = Just(Measured::Forever);
            prop_oneof![amounts(&SPANS).prop_map(|(a, b)| Measured::Amount(a, b)), forever, done].boxed()
        }
    }
}

fn any_item() -> impl Strategy<Value = &'static EvaluationItem> {
    let items: Vec<&EvaluationItem> = CATALOG.controls.into_iter().flat_map(|c| c.items).collect();
    proptest::sample::select(items)
}

fn ordering(a: Quantity, b: Quantity) -> Option<Ordering> {
    match (at_most(a, b)?, at_most(b, a)?) {
        (true, true) => Some(Ordering::Equal),
        (true, false) => Some(Ordering::Less),
        (false, true) => Some(Ordering::Greater),
        (false, false) => None,
    }
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn what_is_shown_back_is_read_as_the_same((item, value) in any_item().prop_flat_map(|i| (Just(i), measured(i)))) {
        for language in Language::ALL {
            let text = value.write(item, language);
            prop_assert_eq!(Measured::read(&text, item), Ok(value), "{}", text);
        }
    }

    #[test]
    fn quantities_of_one_family_are_in_one_order(days: bool, numbers in [0u64..90_000_000, 0..90_000, 0..900], units in [0usize..5, 0..5, 0..5]) {
        let units = units.map(|u| if days { SPANS[u] } else { SPANS[5 + u % 2] });
        let [a, b, c] = [0, 1, 2].map(|i| Quantity { milli: numbers[i] * 10, unit: units[i] });
        prop_assert_eq!(ordering(a, a), Some(Ordering::Equal));
        let (ab, bc, ac) = (ordering(a, b).unwrap(), ordering(b, c).unwrap(), ordering(a, c).unwrap());
        prop_assert_eq!(ordering(b, a), Some(ab.reverse()));
        if ab == bc || bc == Ordering::Equal {
            prop_assert_eq!(ac, ab);
        }
        if ab == Ordering::Equal {
            prop_assert_eq!(ac, bc);
        }
    }

    #[test]
    fn the_same_in_another_unit_is_the_same(milli in 0u64..1_000_000_000, which in 0usize..5) {
        let (large, small, size) = EXACT[which];
        let (one, other) = (Quantity { milli, unit: large }, Quantity { milli: milli * size, unit: small });
        prop_assert_eq!(ordering(one, other), Some(Ordering::Equal));
    }

    /// Between days and months too, nothing goes round in a circle.
    #[test]
    fn what_is_surely_at_most_is_so_along_a_chain(a in quantity(&SPANS), b in quantity(&SPANS), c in quantity(&SPANS)) {
        if at_most(a, b) == Some(true) && at_most(b, c) == Some(true) {
            prop_assert_eq!(at_most(a, c), Some(true));
        }
        if at_most(a, b) == Some(false) {
            prop_assert_eq!(at_most(b, a), Some(true));
        }
    }

    /// A range meets a reference only where both its ends do.
    #[test]
    fn the_weaker_end_decides(item in any_item(), a in quantity(&SPANS), b in quantity(&SPANS), pattern in 1u8..=6) {
        let verdict = |from, to| {
            let text = Measured::Amount(from, to).write(item, Language::Ja);
            Comparison::of(item, &text, Some(PatternId(pattern))).verdict
        };
        let both = [verdict(a, a), verdict(b, b)];
        let range = verdict(a, b);
        if both.iter().all(|v| matches!(v, Verdict::Meets | Verdict::FallsShort { .. })) {
            prop_assert_eq!(range == Verdict::Meets, both.iter().all(|v| *v == Verdict::Meets));
        }
    }

    #[test]
    fn any_text_is_a_value_or_asked_back(item in any_item(), text in ".{0,40}") {
        let _ = Measured::read(&text, item);
    }

    #[test]
    fn any_words_are_a_value_or_asked_back(item in any_item(), words in proptest::collection::vec(proptest::sample::select(WORDS), 0..8)) {
        if let Ok(measured) = Measured::read(&words.concat(), item) {
            for language in Language::ALL {
                prop_assert_eq!(Measured::read(&measured.write(item, language), item), Ok(measured));
            }
        }
    }
}

const WORDS: &[&str] = &[
    "1",
    "30",
    "99.5",
    "0",
    "九",
    "十",
    "半",
    "分",
    "時間",
    "日",
    "か月",
    "月",
    "年",
    "%",
    "世代",
    "回",
    "に",
    "ごと",
    "毎",
    "毎日",
    "〜",
    "以内",
    "以上",
    "最大",
    "最低",
    "常時",
    "永久",
    "なし",
    "検知後",
    " ",
    " a ",
    " every ",
    " once ",
    " half ",
    " hour ",
    "終了後",
    "・",
    ",",
    ".",
    "年間",
    "四半期",
];
