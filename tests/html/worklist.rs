//! What a list lets through, counts and groups, and its place in the address.

use std::collections::BTreeSet;

use proptest::{collection::vec, prelude::*, sample::select};
use tenken::{
    core::catalog::Provenance,
    ui::worklist::{
        Entry, Facet, Group, Place, choices, grouped, next_open, shown,
        window::{STEP, around, drawn, earlier, later, unfolded, within},
    },
};

const STATES: [&str; 3] = ["0", "1", "2"];
const OWNERS: [&str; 3] = ["", "運用部 鈴木", "a&b=c"];

fn entry(number: usize, state: &'static str, owner: &'static str, aside: bool) -> Entry {
    Entry {
        key: format!("k{number}"),
        class: "",
        state: "状態",
        open: state == "0" && !aside,
        id: "A-1.1",
        title: "ログを保存している",
        from: Provenance::Original,
        note: owner.to_owned(),
        facets: vec![vec![Facet::new(state, state)], vec![Facet::new(owner, owner)]],
        groups: vec![Facet::new(owner, owner)],
        aside,
        orders: vec![owner.to_owned()],
    }
}

fn entries() -> impl Strategy<Value = Vec<Entry>> {
    vec((select(&STATES), select(&OWNERS), any::<bool>()), 0..40).prop_map(|rows| {
        let rows = rows.into_iter().enumerate();
        rows.map(|(number, (state, owner, aside))| entry(number, state, owner, aside)).collect()
    })
}

fn places() -> impl Strategy<Value = Place> {
    let filters = (vec(select(&STATES), 0..3), vec(select(&OWNERS), 0..3));
    (prop::option::of("[a-zA-Z0-9:.-]{2,12}"), filters, "[ \\PC]{0,6}", 0..2_usize, 0..2_usize).prop_map(
        |(row, (states, owners), text, grouping, order)| {
            let mut place = Place { row, text, grouping, order, ..Place::default() };
            for (number, options) in [(0, states), (1, owners)] {
                for option in options.into_iter().collect::<BTreeSet<_>>() {
                    place.turn(number, option);
                }
            }
            place
        },
    )
}

/// Groups of so many rows each, and which of them are folded.
fn groups() -> impl Strategy<Value = (Vec<Group>, Vec<String>)> {
    vec((0..90_usize, any::<bool>()), 1..12).prop_map(|sizes| {
        let group = |number: usize, size: usize| Group {
            facet: Facet::new(number.to_string(), ""),
            keys: (0..size).map(|row| format!("{number}-{row}")).collect(),
            open: 0,
        };
        let folded = sizes.iter().enumerate().filter(|(_, (_, folded))| *folded).map(|(n, _)| n.to_string()).collect();
        (sizes.iter().enumerate().map(|(n, (size, _))| group(n, *size)).collect(), folded)
    })
}

proptest! {
    /// Wherever a person goes in a list of any length, the row is drawn, and few others are.
    #[test]
    fn a_row_that_one_goes_to_is_drawn_among_few((groups, folded) in groups(), rows in vec(any::<prop::sample::Index>(), 1..5)) {
        let all = unfolded(&groups, &folded);
        prop_assume!(!all.is_empty());
        let mut window = 0..STEP;
        for row in rows {
            let row = row.index(all.len());
            window = within(around(window, row), all.len());
            prop_assert!(window.contains(&row) && window.len() <= STEP);
            let shown = drawn(&groups, &folded, &window);
            let keys: Vec<&String> = shown.iter().flat_map(|(_, keys)| keys).collect();
            prop_assert_eq!(keys, all[window.clone()].iter().collect::<Vec<_>>(), "each once, in the order of the list");
            prop_assert!(shown.iter().all(|(word, keys)| keys.is_empty() == folded.contains(word)), "{:?}", shown);
        }
    }

    /// Asking for more leads to the last row and back to the first, and two steps at most are drawn.
    #[test]
    fn asking_for_more_leads_everywhere(all in 1..1_000_usize) {
        let mut window = within(0..STEP, all);
        let mut seen = window.end;
        while window.end < all {
            let next = within(later(window.clone()), all);
            prop_assert!(next.contains(&window.end) && next.start <= seen && next.len() <= 2 * STEP);
            (window, seen) = (next.clone(), next.end);
        }
        while window.start > 0 {
            let next = within(earlier(window.clone()), all);
            prop_assert!(next.contains(&(window.start - 1)) && next.end >= window.start && next.len() <= 2 * STEP);
            window = next;
        }
    }

    #[test]
    fn an_address_brings_back_the_place(place in places()) {
        prop_assert_eq!(Place::parse(place.at().as_deref()), place);
    }

    #[test]
    fn any_address_is_a_place(at in "\\PC{0,40}") {
        let place = Place::parse(Some(&at));
        prop_assert_eq!(Place::parse(place.at().as_deref()), place);
    }

    /// A count says how many rows the option would show.
    #[test]
    fn an_option_shows_as_many_rows_as_it_says(rows in entries(), place in places(), filter in 0..2_usize) {
        for choice in choices(&rows, &place, filter) {
            let mut alone = place.clone();
            alone.only(filter, "");
            alone.turn(filter, &choice.facet.word);
            // What stands aside shows only where its state is asked for.
            if filter == 0 {
                prop_assert_eq!(shown(&rows, &alone).len(), choice.count, "{:?}", choice);
            } else {
                prop_assert!(shown(&rows, &alone).len() <= rows.len());
                prop_assert_eq!(shown(&rows, &alone).len(), choice.count, "{:?}", choice);
            }
        }
    }

    #[test]
    fn every_row_that_is_let_through_stands_in_one_group(rows in entries(), mut place in places()) {
        place.grouping = 0;
        let shown = shown(&rows, &place);
        let groups = grouped(&rows, &shown, &place);
        let mut keys: Vec<&str> = groups.iter().flat_map(|g| g.keys.iter().map(String::as_str)).collect();
        let mut expected: Vec<&str> = shown.iter().map(|e| &*e.key).collect();
        keys.sort_unstable();
        expected.sort_unstable();
        prop_assert_eq!(keys, expected);
        let open: usize = groups.iter().map(|g| g.open).sum();
        prop_assert_eq!(open, shown.iter().filter(|e| e.open).count());
    }

    /// Whoever presses "next open one" again and again sees each of them.
    #[test]
    fn the_next_open_one_leads_around(rows in entries()) {
        let order: Vec<&Entry> = rows.iter().collect();
        let open = rows.iter().filter(|e| e.open).count();
        let mut seen = BTreeSet::new();
        let mut at: Option<&str> = None;
        for _ in 0..open {
            at = next_open(&order, at).or(at);
            seen.extend(at);
        }
        prop_assert_eq!(seen.len(), open);
    }
}

#[test]
fn a_text_is_found_whatever_its_width() {
    let rows = [entry(0, "0", "運用部 鈴木", false)];
    for (text, is_there) in [("ﾛｸﾞ", true), ("ログ 鈴木", true), ("ログ 佐藤", false), ("　", true)] {
        let place = Place { text: text.to_owned(), ..Place::default() };
        assert_eq!(shown(&rows, &place).len() == 1, is_there, "{text}");
    }
}
