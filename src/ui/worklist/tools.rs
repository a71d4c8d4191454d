//! What stands above a list: filters with counts, a text, groupings, orders, and what is done with many rows at once.

use leptos::prelude::*;

use super::{Choice, List, Names, choices, one};
use crate::ui::{
    components::{
        TextKind, button,
        el::{El, html},
        folded, live, memo, provenance_word, text_field, when,
    },
    i18n::{common, fill, measures, worklist as words},
};

/// Up to how many options a filter shows them side by side; more stand in a select.
const CHIPS: usize = 8;

/// The tools.
#[must_use]
pub fn tools(list: List) -> El {
    let t = words::words();
    let text = html::input()
        .attr("type", "search")
        .attr("aria-label", t.text)
        .attr("placeholder", t.text)
        .live_value(move || list.place.with(|p| p.text.clone()))
        .on("input", move |ev| list.set(|place| place.text = event_target_value(&ev)));
    let chosen_group = move || list.place.with(|p| p.grouping);
    let chosen_order = move || list.place.with(|p| p.order);
    let first = html::div()
        .class("list-tools")
        .child(text)
        .child(numbered(t.group, list.kind.groupings, chosen_group, move |n| list.set(|place| place.grouping = n)))
        .child(numbered(t.order, list.kind.orders, chosen_order, move |n| list.set(|place| place.order = n)));
    let names = list.kind.filters.get_value();
    let states = names.first().map(|name| filter(list, 0, name));
    // The others are opened when wanted, so that the list begins high up on the page.
    let others = move || {
        let others = names.iter().enumerate().skip(1).map(|(number, name)| filter(list, number, name));
        html::div().class("filters").children(others)
    };
    let others = folded(html::summary().text(t.more_filters), others)
        .class("more-filters")
        .live_flag("open", move || list.place.with(|p| p.filters.iter().any(|(filter, _)| *filter > 0)));
    let counts = move || {
        let (all, now) = (list.kind.entries.with(|e| e.len()), list.order.with(|o| o.len()));
        fill(t.counts, &[&now, &all])
    };
    let source = move || {
        list.source
            .get()
            .map(|kind| fill(common::words().source_unless_marked, &[&provenance_word(kind)]))
            .unwrap_or_default()
    };
    let clear = move || {
        button("quiet", t.clear)
            .click(move || {
                list.set(|place| {
                    place.filters.clear();
                    place.text.clear();
                });
            })
            .into_any()
    };
    let line = html::div()
        .class("counts-line")
        .child(html::span().attr("role", "status").live_text(counts))
        .child(html::span().live_text(source))
        .child(button("quiet", t.select_all).click(move || list.select_all()))
        .child(one::begin(list))
        .child(when(move || list.place.with(super::Place::is_filtered), clear));
    let keys = html::details().class("keys").child(html::summary().text(t.keys)).child(html::p().text(t.keys_text));
    html::div()
        .class("tools")
        .child(first)
        .child(html::div().class("filters").children(states))
        .child(others)
        .child(line.child(keys))
        .child(bulk(list))
}

/// One of a few names by its number.
fn numbered(
    label: &'static str,
    names: Names,
    value: impl Fn() -> usize + Copy + Send + 'static,
    set: impl Fn(usize) + 'static,
) -> El {
    let option = |(number, name): (usize, &'static str)| {
        html::option().attr("value", number.to_string()).live_flag("selected", move || value() == number).text(name)
    };
    let select = html::select()
        .on("change", move |ev| set(event_target_value(&ev).parse().unwrap_or_default()))
        .live_value(move || value().to_string())
        .children(names.get_value().into_iter().enumerate().map(option));
    html::label().class("list-tool").child(html::span().text(label)).child(select)
}

fn filter(list: List, number: usize, name: &'static str) -> El {
    let all = memo(move || list.kind.entries.with(|e| list.place.with(|p| choices(e, p, number))));
    // Made anew only when options come or go, so that the focus stays where it is.
    let options = memo(move || all.with(|all| all.iter().map(|c| c.facet.clone()).collect::<Vec<_>>()));
    let count = move |word: &str| {
        all.with(|all| all.iter().find(|c| c.facet.word == word).map_or(0, |Choice { count, .. }| *count))
    };
    let chip = move |facet: super::Facet| {
        let (of, turned, counted) = (facet.word.clone(), facet.word.clone(), facet.word);
        let tick = html::input()
            .attr("type", "checkbox")
            .live_checked(move || list.place.with(|p| p.lets(number, &of)))
            .on("change", move |_| list.set(|place| place.turn(number, &turned)));
        let label = facet.label.into_owned() + " ";
        html::label()
            .class("chip")
            .child(tick)
            .child(
                html::span()
                    .text(label)
                    .child(html::span().class("chip-count").live_text(move || count(&counted).to_string())),
            )
            .into_any()
    };
    let chips = move || {
        let chips: Vec<AnyView> = options.get().into_iter().map(chip).collect();
        html::fieldset().class("chips").child(html::legend().text(name)).child(chips).into_any()
    };
    let select = move || {
        let option = move |facet: super::Facet| {
            let (of, counted) = (facet.word.clone(), facet.word.clone());
            let label = facet.label;
            let none = facet.word.clone();
            html::option()
                .live_flag("hidden", move || count(&none) == 0)
                .attr("value", facet.word.into_owned())
                .live_flag("selected", move || list.place.with(|p| p.lets(number, &of)))
                .live_text(move || format!("{label} ({})", count(&counted)))
        };
        let select = html::select()
            .on("change", move |ev| list.set(|place| place.only(number, &event_target_value(&ev))))
            .child(html::option().attr("value", "").text(words::words().all))
            .children(options.get().into_iter().map(option));
        html::label().class("list-tool").child(html::span().text(name)).child(select).into_any()
    };
    // What all rows share is no choice.
    html::div().class("filter").child(live(move || match options.with(Vec::len) {
        0 | 1 => None,
        2..=CHIPS => Some(chips()),
        _ => Some(select()),
    }))
}

/// What is done with the rows that are selected.
fn bulk(list: List) -> AnyView {
    let (t, m) = (words::words(), measures::words());
    let number = memo(move || list.selected.with(Vec::len));
    let bar = move || {
        let set = move |fact: &'static str, text: String| {
            let keys = list.selected.get_untracked();
            list.kind.set.run((keys, fact, text));
        };
        let put = move |(word, name): (&'static str, &'static str)| {
            button("secondary", name).click(move || set(list.kind.fact, word.to_owned()))
        };
        // Rows have many owners: the field begins empty, and gives all of them the one that is typed.
        let field = move |kind: TextKind, name: &'static str, fact: &'static str| {
            text_field(
                kind,
                name.to_owned(),
                String::new(),
                memo(String::new),
                Callback::new(move |text| set(fact, text)),
            )
        };
        html::div()
            .class("bulk")
            .attr("role", "group")
            .attr("aria-label", t.bulk)
            .child(html::span().live_text(move || fill(t.selected, &[&number.get()])))
            .child(html::span().text(list.kind.state))
            .children(list.kind.states.get_value().into_iter().map(put))
            .child(field(TextKind::Person, m.owner, "owner"))
            .child(field(TextKind::Date, m.due, "due"))
            .child(button("quiet", t.select_none).click(move || list.selected.update(|s| s.clear())))
            .into_any()
    };
    when(move || number.get() > 0, bar)
}
