//! A kind of list with made-up rows, as many as wanted: more than any assessment has.

use std::sync::Arc;

use leptos::prelude::*;
use tenken::{
    core::{assessment::AssessmentId, catalog::Provenance},
    ui::{
        components::{el::html, memo, segmented},
        route::Page,
        worklist::{Entry, Facet, Kind},
    },
};

/// The fact that a state is.
const FACT: &str = "status";

/// The states of a row: words and names.
const STATES: [(&str, &str); 3] = [("done", "実施"), ("partly", "一部実施"), ("not", "未実施")];

/// The number of rows in a group.
const IN_GROUP: usize = 7;

/// The key of a row.
pub fn key(number: usize) -> String {
    format!("row-{number}")
}

fn entry(number: usize, state: Option<usize>) -> Entry {
    let facet = |what: &str, number: usize| Facet::new(format!("{number:03}"), format!("{what} {number}"));
    let (word, name) = state.map_or(("", "未回答"), |state| STATES[state]);
    let (in_state, group, owner) =
        (Facet::new(word, name), facet("対応策", number / IN_GROUP), facet("担当", number % 5));
    Entry {
        key: key(number),
        class: "part-none",
        state: name,
        open: state.is_none(),
        id: "",
        title: "クラウドとIoT機器の間の通信を暗号化し、設定を年に一度見直している",
        from: if number.is_multiple_of(9) { Provenance::Original } else { Provenance::Unverified(85) },
        note: format!("{} · 2027-01-15", owner.label),
        facets: vec![vec![in_state.clone()], vec![owner.clone()], vec![group.clone()]],
        groups: vec![group, owner, in_state],
        aside: false,
        orders: vec![format!("{:04}", number * 7919 % 1000)],
    }
}

/// The list.
pub fn kind(rows: usize) -> Kind {
    let states = RwSignal::new(vec![None; rows]);
    // Of the facts, a made-up row has its state alone.
    let put = Callback::new(move |(keys, _, word): (Vec<String>, &'static str, String)| {
        states.update(|states| {
            for key in keys {
                let number = (0..rows).find(|number| self::key(*number) == key).expect("a row");
                states[number] = STATES.iter().position(|(w, _)| *w == word);
            }
        });
    });
    let panel = move |key: String| {
        let number = (0..rows).find(|number| self::key(*number) == key).expect("a row");
        let word = memo(move || states.with(|s| s[number].map_or("", |state| STATES[state].0)));
        let set = Callback::new(move |word: &'static str| put.run((vec![self::key(number)], FACT, word.to_owned())));
        let state = segmented("状況".to_owned(), "state".to_owned(), STATES.to_vec(), Some("未回答"), word, set);
        html::article().child(html::h2().text(key)).child(state).into_any()
    };
    Kind {
        assessment: StoredValue::new(AssessmentId::new(0)),
        page: Page::Measures,
        onward: None,
        name: "行",
        entries: memo(move || {
            Arc::new(states.with(|s| s.iter().enumerate().map(|(n, s)| entry(n, *s)).collect::<Vec<_>>()))
        }),
        filters: StoredValue::new(vec!["状況", "担当", "対応策"]),
        groupings: StoredValue::new(vec!["対応策", "担当", "状況"]),
        orders: StoredValue::new(vec!["ガイドラインの順", "期限"]),
        states: StoredValue::new(STATES.to_vec()),
        state: "状況",
        fact: FACT,
        set: put,
        panel: Callback::new(panel),
        empty: Callback::new(|()| ().into_any()),
    }
}
