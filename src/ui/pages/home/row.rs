//! The table of assessments.

use std::collections::BTreeSet;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::{
    app::{AppState, Session},
    core::{
        assessment::{AssessmentId, Edit, paths},
        gather::gather,
        report::Progress,
    },
    ui::{
        browser,
        components::{
            Followed, button, each, effect,
            el::{El, Handle, html},
            live, memo, stack,
        },
        i18n::{common, fill, home as words, problems},
        route::{Page, Route},
        standing, wording,
    },
};

/// All assessments, the last changed first.
#[must_use]
pub fn table(app: AppState) -> El {
    let t = words::words();
    let ids = memo(move || {
        app.assessments().with(|all| {
            let ids: BTreeSet<_> = gather(all.values().map(|a| (a.last_change(), a.id().clone())));
            ids.into_iter().rev().map(|(_, id)| id).collect::<Vec<_>>()
        })
    });
    let columns = [t.col_name, t.col_progress, t.col_changed, t.col_file, t.col_actions];
    let head = html::tr().children(columns.map(|c| html::th().attr("scope", "col").text(c)));
    let rows = each(move || ids.get(), ToString::to_string, move |id| row(app, id));
    html::table().class("list assessments").child(html::thead().child(head)).child(html::tbody().child(rows))
}

fn row(app: AppState, id: AssessmentId) -> El {
    let (t, c) = (words::words(), common::words());
    let session = Session::new(app, id);
    let renaming = RwSignal::new(false);
    let name = memo(move || {
        let name = session.text(&paths::name());
        if name.is_empty() { c.unnamed.to_owned() } else { wording::short(&name) }
    });
    let link = move || {
        if renaming.get() {
            rename(session, renaming).into_any()
        } else {
            let href = Route::page(&session.id(), Page::Overview).href();
            html::a().attr("href", href).live_text(move || name.get()).into_any()
        }
    };
    let changed = move || {
        let last = session.assessment.with(|a| a.as_ref().and_then(|a| a.last_change()));
        last.map(|s| app.show_time(s.ms())).unwrap_or_default()
    };
    let file = move || match app.file_mark(&session.id()) {
        None => t.never.to_owned(),
        Some((mark, false)) if !mark.written => fill(c.file_started, &[&app.show_time(mark.at_ms)]),
        Some((mark, false)) => app.show_time(mark.at_ms),
        Some((mark, true)) => fill(c.file_at_changed, &[&app.show_time(mark.at_ms)]),
    };
    let share = |of| standing::share(session, of);
    let step = move |label: &'static str, bar: El| {
        let name = html::span().class("mini-label").attr("aria-hidden", "true").text(label);
        html::span().class("mini-step").child(name).child(bar)
    };
    let bars = [
        (c.step_model, stack(c.step_model, share(|p| p.model), standing::of_model(session))),
        (c.step_risks, stack(c.step_risks, share(Progress::risks_decided), standing::of_risks(session))),
        (c.step_measures, stack(c.step_measures, share(Progress::actions_recorded), standing::of_actions(session))),
    ];
    let steps = html::div().class("mini-steps").children(bars.map(|(label, bar)| step(label, bar)));
    let cell = |label: &'static str| html::td().attr("data-label", label);
    html::tr()
        .child(html::th().attr("scope", "row").attr("data-label", t.col_name).child(live(link)))
        .child(cell(t.col_progress).child(steps))
        .child(cell(t.col_changed).live_text(changed))
        .child(cell(t.col_file).live_text(file))
        .child(actions(cell(t.col_actions), session, name, renaming))
}

/// Puts what can be done with an assessment into its cell.
fn actions(into: El, session: Session, name: Followed<String>, renaming: RwSignal<bool>) -> El {
    let (t, c) = (words::words(), common::words());
    let app = session.app;
    let failed = RwSignal::new(None::<&'static str>);
    let delete = move || {
        if let Err(e) = app.delete(&session.id()) {
            failed.set(Some(problems::storage_error(e)));
        } else {
            // The row is gone, and the focus with it.
            browser::focus_title();
        }
    };
    let duplicate = move || {
        app.duplicate(&session.id(), &fill(t.duplicate_name, &[&name.get_untracked()]));
    };
    let action = move |class, words: &'static str, label: &'static str| {
        button(class, words).live_attr("aria-label", move || Some(fill(label, &[&name.get()])))
    };
    let buttons = html::div()
        .class("row-actions")
        .child(action("quiet", t.rename, t.rename_of).click(move || renaming.set(true)))
        .child(action("quiet", t.duplicate, t.duplicate_of).click(duplicate))
        .child(action("quiet", c.save_file, t.save_of).click(move || app.save_to_file(&session.id())))
        .child(action("quiet danger", c.delete, t.delete_of).click(delete));
    let warning = |why: &'static str| html::p().class("warning").attr("role", "alert").text(why).into_any();
    into.child(buttons).child(live(move || failed.get().map(warning)))
}

/// Renaming in place: Enter or leaving the field commits, Escape leaves the name.
fn rename(session: Session, renaming: RwSignal<bool>) -> El {
    let handle = Handle::new();
    let input = move |element: web_sys::HtmlElement| element.dyn_into::<web_sys::HtmlInputElement>().ok();
    let before = session.assessment.with_untracked(|a| a.as_ref().map(|a| a.text(&paths::name()).to_owned()));
    let before = StoredValue::new(before.unwrap_or_default());
    let commit = move || {
        let Some(given) = handle.get_untracked().and_then(input).map(|i| i.value()) else { return };
        let given = given.trim().to_owned();
        if !given.is_empty() && before.with_value(|b| *b != given) {
            session.edit(Edit::text(paths::name(), given));
        }
        renaming.set(false);
    };
    let keys = move |ev: web_sys::Event| {
        let Some(ev) = ev.dyn_ref::<web_sys::KeyboardEvent>() else { return };
        match ev.key().as_str() {
            // While an input method is composing, Enter belongs to it.
            "Enter" if !ev.is_composing() => commit(),
            "Escape" => renaming.set(false),
            _ => {}
        }
    };
    let leave = move |_| {
        if renaming.try_get_untracked() == Some(true) {
            commit();
        }
    };
    effect(move || {
        if let Some(input) = handle.get().and_then(input) {
            let _ = input.focus();
            input.select();
        }
    });
    html::input()
        .handle(handle)
        .attr("type", "text")
        .class("rename")
        .attr("maxlength", "200")
        .attr("aria-label", words::words().rename_label)
        .live_value(move || before.get_value())
        .on("keydown", keys)
        .on("change", move |_| commit())
        .on("blur", leave)
}
