//! What answers on trial would change, and whether to keep them.

use leptos::prelude::*;

use crate::{
    app::{Effect, Session},
    core::extract::RowKey,
    ui::{
        components::{
            button,
            el::{El, html},
            live, memo, when,
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
    let try_out = move || button("quiet", t.trial_begin).click(move || session.try_out(&[]));
    when(move || session.begun() && !session.is_on_trial(), move || html::p().child(try_out()))
}

/// While answers are on trial: what they would change, to keep or to drop.
#[must_use]
pub fn bar(session: Session) -> AnyView {
    let t = words::words();
    let effect = memo(move || session.trial());
    let risks = move |name: &'static str, keys: &[RowKey]| {
        (!keys.is_empty()).then(|| {
            let list = html::ul().children(keys.iter().filter_map(|key| risk(session, key)));
            html::details().child(html::summary().text(name)).child(list)
        })
    };
    live(move || {
        let effect = effect.get()?;
        let bar = html::section().class("banner trial").attr("id", BAR).attr("tabindex", "-1");
        let bar = bar.attr("aria-label", t.trial).child(html::p().attr("role", "status").text(sentence(&effect)));
        let bar = bar.children(risks(t.trial_come, &effect.come)).children(risks(t.trial_go, &effect.go));
        let keep = button("primary", t.trial_keep).click(move || session.keep_trial());
        Some(bar.child(keep).text(" ").child(button("secondary", t.trial_drop).click(move || session.drop_trial())))
    })
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
