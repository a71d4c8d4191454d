//! The bin, and records that cannot be read.

use leptos::prelude::*;

use crate::{
    app::{AppState, Unreadable},
    core::assessment::{Assessment, AssessmentId, paths},
    ui::{
        components::{
            button, each,
            el::{El, html},
            live, memo, when,
        },
        i18n::{common, fill, home as words, problems, safe},
        wording,
    },
};

/// What was deleted and can be brought back.
#[must_use]
pub fn bin(app: AppState) -> AnyView {
    let t = words::words();
    let items = memo(move || {
        app.bin().with(|b| {
            let name = |a: &Assessment| a.text(&paths::name()).to_owned();
            b.iter().map(|a| (a.id().clone(), name(a))).collect::<Vec<_>>()
        })
    });
    let list = move || {
        let lines = each(move || items.get(), |(id, _)| id.to_string(), move |(id, name)| binned(app, id, name));
        html::details()
            .class("bin")
            .child(html::summary().live_text(move || fill(t.bin, &[&items.with(Vec::len)])))
            .child(html::p().text(t.bin_hint))
            .child(html::ul().class("plain-list").child(lines))
    };
    when(move || items.with(|i| !i.is_empty()), list)
}

fn binned(app: AppState, id: AssessmentId, name: String) -> El {
    let (t, c) = (words::words(), common::words());
    let name = if name.is_empty() { c.unnamed.to_owned() } else { wording::short(&name) };
    let restore = button("secondary", t.restore).attr("aria-label", fill(t.restore_of, &[&name]));
    let forget = button("quiet danger", t.forget).attr("aria-label", fill(t.forget_of, &[&name]));
    let question = fill(t.forget_sure, &[&name]);
    let gone = id.clone();
    let ask = move || {
        if is_sure(&question) {
            app.forget(&gone);
        }
    };
    html::li().child(html::span().text(name)).child(restore.click(move || app.restore(&id))).child(forget.click(ask))
}

fn is_sure(question: &str) -> bool {
    window().confirm_with_message(question).unwrap_or_default()
}

/// What is kept here but cannot be read: left as it is, to be saved or deleted by the person.
#[must_use]
pub fn unreadable_records(app: AppState) -> AnyView {
    let t = words::words();
    let lines = move || {
        let lines = app.unreadable().get().into_iter();
        lines.map(|u| unreadable(app, &u).into_any()).collect::<Vec<_>>()
    };
    let list = move || {
        html::section()
            .class("box warning")
            .child(html::h2().text(t.unreadable))
            .child(html::p().text(t.unreadable_hint))
            .child(html::ul().class("plain-list").child(live(lines)))
    };
    when(move || app.unreadable().with(|u| !u.is_empty()), list)
}

fn unreadable(app: AppState, record: &Unreadable) -> El {
    let (t, c) = (words::words(), common::words());
    let (kept, gone) = (record.key.clone(), record.key.clone());
    let question = fill(t.forget_sure, &[&record.key]);
    let ask = move || {
        if is_sure(&question) {
            app.forget_unreadable(&gone);
        }
    };
    let what = html::span().text(record.key.clone()).text(": ").text(problems::kept_error(&record.error));
    let (key, nothing) = (record.key.clone(), RwSignal::new(false));
    let salvage = move || nothing.set(!app.salvage_unreadable(&key));
    let note = move || if nothing.get() { safe::words().salvage_none.to_owned() } else { String::new() };
    html::li()
        .child(what)
        .child(button("secondary", safe::words().salvage).click(salvage))
        .child(html::span().attr("role", "status").live_text(note))
        .child(button("secondary", t.unreadable_save).click(move || app.save_unreadable(&kept)))
        .child(button("quiet danger", c.delete).click(ask))
}
