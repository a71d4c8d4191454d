//! A file on its way in: what is in it, what would change, and what to do with it.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::{
    app::{AppState, Incoming, IncomingKind},
    core::{
        assessment::{Assessment, AssessmentId, Change, paths},
        model::project,
    },
    ui::{
        browser,
        components::{
            button,
            el::{El, Handle, el},
            live,
        },
        field_names,
        i18n::{common, fill, overview, shell},
        route::{Page, Route},
    },
};

/// How many changed fields are listed.
const LISTED: usize = 50;

/// The dialogue; open while a file waits.
#[must_use]
pub fn dialog(app: AppState) -> El {
    let handle = Handle::new();
    Effect::new(move |_| {
        let waiting = app.incoming().with(Option::is_some);
        if let Some(dialog) = handle.get().and_then(|d| d.dyn_into::<web_sys::HtmlDialogElement>().ok()) {
            match waiting {
                // It can only fail where it is open already.
                true if !dialog.open() => drop(dialog.show_modal()),
                false => dialog.close(),
                true => {}
            }
        }
    });
    el("dialog")
        .handle(handle)
        .attr("aria-labelledby", "incoming-title")
        .on("close", move |_| app.decline_incoming())
        .view(live(move || app.incoming().get().map(|i| untrack(|| contents(app, i)))))
}

fn contents(app: AppState, incoming: Incoming) -> Vec<AnyView> {
    let (t, c) = (shell::words(), common::words());
    let Incoming { assessment, kind, file, .. } = incoming;
    let name = assessment.text(&paths::name());
    let shown = if name.is_empty() { c.unnamed } else { name }.to_owned();
    let copy_name = fill(t.copy_name, &[&shown]);
    let facts = [
        (t.incoming_file, file),
        (overview::words().name, shown),
        (t.incoming_fields, assessment.fields().len().to_string()),
        (t.incoming_changed, assessment.last_change().map(|s| app.show_time(s.ms())).unwrap_or_default()),
    ];
    let facts = facts.into_iter().fold(el("dl").class("facts"), |list, (name, value)| {
        list.child(el("dt").text(name)).child(el("dd").text(value))
    });
    let mut parts = vec![el("h2").attr("id", "incoming-title").text(t.incoming_title), facts];
    let known = !matches!(kind, IncomingKind::New);
    match kind {
        IncomingKind::New => parts.push(el("p").text(t.incoming_new)),
        IncomingKind::Same => parts.push(el("p").text(t.incoming_same)),
        IncomingKind::Known(changes) => list(app, &assessment, &changes, &mut parts),
    }
    if !incoming.same_catalog {
        parts.push(el("p").class("warning").text(t.incoming_catalog));
    }
    let take = button("primary", if known { t.take_merge } else { t.take_new });
    let mut buttons = el("div").class("buttons").child(take.click(move || go(app.accept_incoming())));
    if known {
        let copy = move || go(app.accept_incoming_as_copy(&copy_name));
        buttons = buttons.child(button("secondary", t.take_copy).click(copy));
    }
    parts.push(buttons.child(button("quiet", c.cancel).click(move || app.decline_incoming())));
    parts.into_iter().map(El::into_view).collect()
}

fn go(id: Option<AssessmentId>) {
    if let Some(id) = id {
        browser::go(&Route::page(&id, Page::Overview));
    }
}

/// Lists what would change.
fn list(app: AppState, assessment: &Assessment, changes: &[Change], parts: &mut Vec<El>) {
    let t = shell::words();
    if changes.is_empty() {
        return parts.push(el("p").text(t.incoming_older));
    }
    let catalog = app.catalog();
    let model = project(assessment, catalog);
    let conflicts = changes.iter().filter(|c| c.conflict).count();
    let rows = changes.iter().take(LISTED).map(|c| {
        let row = if c.conflict { el("tr").class("conflict") } else { el("tr") };
        row.child(el("th").attr("scope", "row").text(field_names::name(catalog, &model, &c.path)))
            .children([&c.before, &c.after].map(|v| el("td").text(field_names::value(catalog, &c.path, v.as_ref()))))
    });
    let head = [t.field, t.before, t.after].map(|name| el("th").attr("scope", "col").text(name));
    let table = el("table")
        .class("changes")
        .child(el("thead").child(el("tr").children(head)))
        .child(el("tbody").children(rows));
    let scroll = el("div").class("scroll").attr("tabindex", "0").attr("role", "region");
    let mut scroll = scroll.attr("aria-label", t.incoming_show).child(table);
    if changes.len() > LISTED {
        scroll = scroll.child(el("p").text(fill(t.more, &[&(changes.len() - LISTED)])));
    }
    parts.push(el("p").text(fill(t.incoming_changes, &[&changes.len(), &conflicts])));
    parts.push(el("details").child(el("summary").text(t.incoming_show)).child(scroll));
}
