//! How urgent a risk is, with what people judge it by.

use leptos::prelude::*;

use super::entry::choice;
use crate::{
    app::Session,
    core::{
        assessment::paths,
        catalog::{Grade, Provenance, Risk},
        evaluate::Priority,
        extract::RowKey,
        report::labels,
    },
    ui::{
        components::{
            badge,
            el::{El, html},
            folded, memo,
        },
        i18n::{fill, pick, risks as words, word},
        wording,
    },
};

/// The priority of a risk, or of a risk for one component, and below it, to be changed, impact and likelihood.
#[must_use]
pub fn priority(session: Session, risk: &'static Risk, key: StoredValue<RowKey>) -> El {
    let t = words::words();
    let is =
        memo(move || session.assessment.with(|a| a.as_ref().map(|a| key.with_value(|k| Priority::of(a, risk, k)))));
    let summary = move || {
        let said = |p: Priority| [p.grade(), p.impact, p.likelihood].map(wording::grade);
        is.get().map(said).map(|[whole, impact, likelihood]| fill(t.priority_is, &[&whole, &impact, &likelihood]))
    };
    let asked = move |what: &str, name: &'static str| {
        let path = key.with_value(|k| paths::risk(k.risk, k.instance.as_ref().map(|i| i.as_str()), what));
        let grades = Grade::ALL.map(|g| (g.keyword(), wording::grade(g))).into();
        choice(session, path, fill(word(labels::NAMED), &[&name, &pick(&risk.title)]), grades, Some(t.as_judged))
    };
    let judged = move || {
        let because = risk.because.as_ref().map(pick).unwrap_or_default();
        let judged = fill(t.judged, &[&wording::grade(risk.impact), &wording::grade(risk.likelihood), &because]);
        html::div()
            .child(html::p().class("about").text(judged).text(" ").children(badge(Provenance::Original)))
            .child(asked("impact", t.impact))
            .child(asked("likelihood", t.likelihood))
    };
    folded(html::summary().live_text(move || summary().unwrap_or_default()), judged).class("priority")
}
