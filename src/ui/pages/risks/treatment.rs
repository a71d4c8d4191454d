//! What people decided about a risk, with the reason.

use leptos::prelude::*;

use super::entry::{choice, field};
use crate::{
    app::Session,
    core::{
        assessment::{Path, paths},
        extract::{RowKey, Truth},
        report::{Decision, reason_missing},
    },
    ui::{
        components::{TextKind, el::html, memo, when},
        i18n::{fill, measures, risks as words},
        wording,
    },
};

/// The decision and its reason.
#[must_use]
pub fn treatment(
    session: Session,
    key: StoredValue<RowKey>,
    of: StoredValue<String>,
    truth: impl Fn() -> Option<Truth> + Copy + Send + Sync + 'static,
) -> AnyView {
    let t = words::words();
    let named = move |template| of.with_value(|of| fill(template, &[of]));
    let path = move |what: &str| -> Path {
        key.with_value(|k| paths::risk(k.risk, k.instance.as_ref().map(|i| i.as_str()), what))
    };
    let decided = path("decision");
    let word = memo(move || Decision::from_keyword(&session.text(&decided)).map_or("", Decision::keyword));
    let decision = move || Decision::from_keyword(word.get());
    // What has been decided stays to be seen, whatever the model says later.
    let former = move || truth() == Some(Truth::False) && decision().is_some();
    let shown = move || truth() == Some(Truth::True) || decision().is_some();
    let field = move |what: &str, label: String, kind: TextKind, placeholder: &'static str| {
        field(session, path(what), label, kind, placeholder)
    };
    let missing =
        move || session.assessment.with(|a| a.as_ref().is_some_and(|a| key.with_value(|key| reason_missing(a, key))));
    let details = move || {
        let controls = move || field("controls", t.controls.to_owned(), TextKind::Controls, t.controls_hint);
        html::details()
            .class("treatment")
            .live_flag("open", move || decision() != Some(Decision::Treat))
            .child(html::summary().text(t.reason))
            .child(when(move || decision() == Some(Decision::Covered), controls))
            .child(field("reason", named(t.reason_of), TextKind::Lines, ""))
            .child(field("by", t.decided_by.to_owned(), TextKind::Person, ""))
            .child(field("on", t.decided_on.to_owned(), TextKind::Date, ""))
            .child(when(missing, move || html::p().class("hint").text(t.reason_needed)))
    };
    when(shown, move || {
        let legend = named(t.decision_of);
        let parts = vec![
            choice(session, path("decision"), legend, wording::decisions(), Some(t.undecided)).into_any(),
            when(former, move || html::p().class("about").text(t.former)),
            when(move || decision().is_some(), details),
            field("owner", named(measures::words().owner_of), TextKind::Person, "").into_any(),
            field("due", named(measures::words().due_of), TextKind::Date, "").into_any(),
        ];
        parts.into_any()
    })
}
