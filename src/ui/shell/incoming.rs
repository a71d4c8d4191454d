//! A file on its way in: what is in it, what would change, and what to do with it.

mod backup;
mod sealed;
mod table;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::{
    app::{AppState, Asked, Incoming, IncomingKind},
    core::{
        assessment::{Assessment, AssessmentId, Change, paths},
        document::FileError,
        model::project,
    },
    ui::{
        browser,
        components::{
            button, effect,
            el::{El, Handle, html},
            live,
        },
        field_names,
        i18n::{common, fill, overview, problems, shell, snapshots},
        route::{Page, Route},
        wording,
    },
};

/// How many changed fields are listed.
const LISTED: usize = 50;

/// The dialogue; open while a file waits.
#[must_use]
pub fn dialog(app: AppState) -> El {
    let handle = Handle::new();
    effect(move || {
        let waiting = app.asked().with(Option::is_some);
        if let Some(dialog) = handle.get().and_then(|d| d.dyn_into::<web_sys::HtmlDialogElement>().ok()) {
            match waiting {
                // It can only fail where it is open already.
                true if !dialog.open() => drop(dialog.show_modal()),
                false => dialog.close(),
                true => {}
            }
        }
    });
    // Escape is an answer too, after which the next file may be asked about: so the dialogue closes by the state alone.
    let escape = move |ev: web_sys::Event| {
        ev.prevent_default();
        decline(app);
    };
    let contents = move |asked| match asked {
        Asked::Assessment(incoming) => assessment(app, *incoming),
        Asked::Backup(incoming) => backup::contents(app, &incoming),
        Asked::Sheet(sheet) => sealed::contents(app, &sheet.shown),
        Asked::Table(incoming) => table::contents(app, &incoming),
    };
    html::dialog()
        .handle(handle)
        .attr("aria-labelledby", "incoming-title")
        .on("cancel", escape)
        .child(live(move || app.asked().get().map(|asked| untrack(|| contents(asked)))))
        .live_text(move || match app.waiting_files() {
            _ if app.working().with(Option::is_some) => shell::words().working.to_owned(),
            0 => String::new(),
            n => fill(shell::words().incoming_waiting, &[&n]),
        })
}

fn decline(app: AppState) {
    app.stop_working();
    app.decline_incoming();
    browser::next_file(app);
}

fn heading(words: &'static str) -> El {
    html::h2().attr("id", "incoming-title").text(words)
}

fn cancel(app: AppState) -> El {
    button("quiet", common::words().cancel).click(move || decline(app))
}

/// A table that may be long.
fn scroll(label: &'static str, table: El) -> El {
    let scroll = html::div().class("scroll").attr("tabindex", "0").attr("role", "region");
    scroll.attr("aria-label", label).child(table)
}

/// What is known of a file, as a list of names and values.
fn facts(facts: impl IntoIterator<Item = (&'static str, String)>) -> El {
    facts.into_iter().fold(html::dl().class("facts"), |list, (name, value)| {
        list.child(html::dt().text(name)).child(html::dd().text(value))
    })
}

fn assessment(app: AppState, incoming: Incoming) -> Vec<AnyView> {
    let (t, c) = (shell::words(), common::words());
    let Incoming { assessment, kind, file, lost, from_future, same_catalog, contents } = incoming;
    let name = assessment.text(&paths::name());
    let shown = if name.is_empty() { c.unnamed.to_owned() } else { wording::short(name) };
    let copy = if lost.is_some() { t.salvaged_name } else { t.copy_name };
    let copy_name = fill(copy, &[&shown]);
    let list_of_facts = [
        (t.incoming_file, file),
        (overview::words().name, shown),
        (t.incoming_fields, assessment.fields().len().to_string()),
        (t.incoming_changed, assessment.last_change().map(|s| app.show_time(s.ms())).unwrap_or_default()),
    ];
    let kept = (snapshots::words().title, contents.len().to_string());
    let list_of_facts = facts(list_of_facts.into_iter().chain((!contents.is_empty()).then_some(kept)));
    let mut parts = vec![heading(t.incoming_title), list_of_facts];
    let warning = |text: String| html::p().class("warning").text(text);
    let damaged = lost.is_some();
    let known = matches!(kind, IncomingKind::Same | IncomingKind::Known(_));
    if let Some(lost) = lost {
        parts.push(warning(fill(t.incoming_salvaged, &[&assessment.fields().len(), &lost.len()])));
        parts.extend(what_is_lost(&lost));
    } else {
        match kind {
            IncomingKind::New => parts.push(html::p().text(t.incoming_new)),
            IncomingKind::Same => parts.push(html::p().text(t.incoming_same)),
            IncomingKind::Known(changes) => list(app, &assessment, &changes, &mut parts),
            IncomingKind::Binned(changes) => {
                parts.push(html::p().text(t.incoming_binned));
                if !changes.is_empty() {
                    parts.push(html::p().text(fill(t.incoming_binned_later, &[&changes.len()])));
                }
            }
        }
    }
    if from_future > 0 {
        parts.push(warning(fill(t.incoming_future, &[&from_future])));
    }
    if !same_catalog {
        parts.push(warning(t.incoming_catalog.to_owned()));
    }
    let mut buttons = html::div().class("buttons");
    // What cannot be vouched for comes in beside what is here, never into it.
    if !damaged {
        let take = button("primary", if known { t.take_merge } else { t.take_new });
        buttons = buttons.child(take.click(move || accepted(app, app.accept_incoming())));
    }
    if known || damaged {
        let class = if damaged { "primary" } else { "secondary" };
        let copy = move || accepted(app, app.accept_incoming_as_copy(&copy_name));
        buttons = buttons.child(button(class, t.take_copy).click(copy));
    }
    parts.push(buttons.child(cancel(app)));
    parts.into_iter().map(El::into_any).collect()
}

fn what_is_lost(lost: &[FileError]) -> Option<El> {
    if lost.is_empty() {
        return None;
    }
    let lines = lost.iter().take(LISTED).map(|e| html::li().text(problems::file_error(e)));
    let list = html::ul().children(lines);
    Some(html::details().child(html::summary().text(shell::words().incoming_lost)).child(list))
}

fn accepted(app: AppState, id: Option<AssessmentId>) {
    go(id);
    browser::next_file(app);
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
        return parts.push(html::p().text(t.incoming_older));
    }
    let catalog = app.catalog();
    let model = project(assessment, catalog);
    let conflicts = changes.iter().filter(|c| c.conflict).count();
    let rows = changes.iter().take(LISTED).map(|c| {
        let row = if c.conflict { html::tr().class("conflict") } else { html::tr() };
        row.child(html::th().attr("scope", "row").text(field_names::name(catalog, &model, &c.path)))
            .children([&c.before, &c.after].map(|v| html::td().text(field_names::value(catalog, &c.path, v.as_ref()))))
    });
    let head = [t.field, t.before, t.after].map(|name| html::th().attr("scope", "col").text(name));
    let table = html::table()
        .class("changes")
        .child(html::thead().child(html::tr().children(head)))
        .child(html::tbody().children(rows));
    let mut scroll = scroll(t.incoming_show, table);
    if changes.len() > LISTED {
        scroll = scroll.child(html::p().text(fill(t.more, &[&(changes.len() - LISTED)])));
    }
    parts.push(html::p().text(fill(t.incoming_changes, &[&changes.len(), &conflicts])));
    parts.push(html::details().child(html::summary().text(t.incoming_show)).child(scroll));
}
