//! A control of Part II or III.

use super::parts::{Body, anchor, fact, with_badge};
use super::value;
use crate::{
    core::{
        catalog::{Catalog, Control, EntryKind, EvaluationItem},
        report::labels,
    },
    ui::{
        components::{badge, el::html},
        i18n::{catalog as words, fill, word},
    },
};

/// The class as it is shown: `【基本】`.
#[must_use]
pub fn class(control: &Control) -> &'static str {
    word(labels::class(control.class))
}

/// What the entry's page holds.
pub fn body(catalog: &'static Catalog, e: &'static Control, body: &mut Body) {
    let t = words::words();
    body.add(
        html::dl()
            .class("facts")
            .child(html::dt().text(t.id))
            .child(fact(html::dd(), e.id.0, e.id_from))
            .child(html::dt().text(t.class))
            .child(fact(html::dd(), format!("【{}】", class(e)), e.class_from)),
    );
    body.section(t.statement, Some(e.statement));
    body.section(t.why, e.why);
    if !e.best_practices.is_empty() {
        body.heading(t.best_practices);
        body.add(html::ol().class("marked").children(e.best_practices.iter().map(|b| {
            with_badge(html::li().child(html::span().class("id").text(format!("{}.", b.mark))).text(" "), b.text)
        })));
    }
    if !e.evidence.is_empty() {
        body.heading(t.evidence);
        body.add(html::ul().children(e.evidence.iter().map(|x| with_badge(html::li(), *x))));
    }
    if !e.items.is_empty() {
        body.heading(t.items);
        for item in e.items {
            table(item, body);
        }
    }
    if let Some(note) = e.items_note {
        body.text(note);
    }
    body.heading(t.iso);
    let numbers = e.iso.numbers.iter();
    let numbers = numbers.fold(html::p(), |all, n| all.child(anchor(EntryKind::IsoItem, n).text(*n)).text(" "));
    body.add(numbers.children(badge(e.iso.from)));
    let mut in_2022 = (String::new(), e.iso.from);
    for item in e.iso.numbers.iter().filter_map(|n| catalog.iso_item(n)) {
        for number in item.in_2022.split_whitespace() {
            if !in_2022.0.split(", ").any(|known| known == number) {
                let comma = if in_2022.0.is_empty() { "" } else { ", " };
                in_2022 = (in_2022.0 + comma + number, item.in_2022_from);
            }
        }
    }
    if !in_2022.0.is_empty() {
        body.add(fact(html::p().text(t.in_2022).text(": "), in_2022.0, in_2022.1));
    }
    if let Some((five, six)) = e.iso.annex5.zip(e.iso.annex6) {
        body.add(fact(html::p(), fill(t.annex_pages, &[&five, &six]), e.iso.annex_from));
    }
    let of = |kind, ids: Vec<&str>| ids.into_iter().filter_map(|id| catalog.entry(kind, id)).collect();
    body.links(t.equipment, of(EntryKind::Equipment, e.components.iter().map(|c| c.0).collect()));
    let mut related: Vec<&str> = e.related.iter().map(|c| c.0).collect();
    // A relation holds from both sides, whichever of the two says so.
    let back = catalog.controls.into_iter().filter(|c| c.related.contains(&e.id)).map(|c| c.id.0);
    for id in back {
        if !related.contains(&id) {
            related.push(id);
        }
    }
    body.links(t.related, of(EntryKind::Control, related));
    let measures = catalog.countermeasures.into_iter().filter(|m| m.controls.contains(&e.id)).map(|m| m.id.0);
    body.links(t.named_by, of(EntryKind::Countermeasure, measures.collect()));
}

/// An evaluation item with its reference values.
fn table(item: &'static EvaluationItem, body: &mut Body) {
    let t = words::words();
    let rows = item.values.iter().enumerate().map(|(i, v)| {
        let pattern = (i + 1).to_string();
        html::tr()
            .child(
                html::th()
                    .attr("scope", "row")
                    .child(anchor(EntryKind::Pattern, &pattern).text(fill(t.pattern, &[&pattern]))),
            )
            .child(html::td().text(value::reference(item, v)))
            .child(html::td().children(badge(v.from)))
    });
    let caption = html::caption().text(format!("{}. ", item.id));
    body.add(
        html::table().class("plain values").child(with_badge(caption, item.name)).child(html::tbody().children(rows)),
    );
    if item.values.iter().any(|v| v.must) {
        body.note(format!("* {}", t.must));
    }
    if let Some(note) = item.note {
        body.add(with_badge(html::p().class("about"), note));
    }
}
