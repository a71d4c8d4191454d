//! What answers on trial would change, and whether to keep them.

use leptos::prelude::*;

use crate::{
    app::{Effect, Session},
    core::extract::RowKey,
    ui::{
        components::{
            button,
            el::{El, html},
            folded, live, memo, when,
        },
        i18n::{fill, model as words, pick},
        wording,
    },
};

/// The id of the bar.
pub const BAR: &str = "trial";

/// The way to begin a trial, while none goes on.
pub fn begin(session: Session) -> AnyView {
    let t = words::words();
    let none = memo(move || session.begun() && session.trial().is_none());
    let try_out =
        move || button("quiet", t.trial_begin).attr("title", t.trial_about).click(move || session.try_out(&[]));
    when(move || none.get(), move || html::p().child(try_out()).into_any())
}

/// While answers are on trial: what they would change, to keep or to drop.
#[must_use]
pub fn bar(session: Session) -> AnyView {
    let t = words::words();
    let effect = memo(move || session.trial());
    let on = memo(move || effect.with(Option::is_some));
    let said = move || effect.with(|e| e.as_ref().map(sentence)).unwrap_or_default();
    let risks = move |of: fn(&Effect) -> &Vec<RowKey>, name: &'static str| {
        let some = move || effect.with(|e| e.as_ref().is_some_and(|e| !of(e).is_empty()));
        let list = move || {
            let all = effect.with(|e| e.as_ref().map(|e| of(e).clone()).unwrap_or_default());
            html::ul().children(all.iter().filter_map(|key| risk(session, key)))
        };
        when(some, move || folded(html::summary().text(name), move || live(move || Some(list()))).into_any())
    };
    let bar = move || {
        html::section()
            .class("banner trial")
            .attr("id", BAR)
            .attr("tabindex", "-1")
            .attr("aria-label", t.trial)
            .child(html::p().attr("role", "status").live_text(said))
            .child(risks(|e| &e.come, t.trial_come))
            .child(risks(|e| &e.go, t.trial_go))
            .child(button("primary", t.trial_keep).click(move || session.keep_trial()))
            .text(" ")
            .child(button("secondary", t.trial_drop).click(move || session.drop_trial()))
            .into_any()
    };
    when(move || on.get(), bar)
}

fn sentence(e: &Effect) -> String {
    let t = words::words();
    fill(t.trial_said, &[&e.fields, &e.come.len(), &e.go.len(), &e.actions.0, &e.actions.1])
}

fn risk(session: Session, key: &RowKey) -> Option<El> {
    let catalog = session.catalog();
    let title = pick(&catalog.risk(key.risk.0)?.title);
    let of = key.instance.as_ref().map(|id| session.model.with(|m| wording::component_name(catalog, m, id)));
    let text = of.map_or_else(|| title.to_owned(), |of| format!("{title} — {of}"));
    Some(html::li().text(text))
}
