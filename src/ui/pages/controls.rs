//! The controls of Parts II and III: which are in place, on what that rests, and what was measured.

mod list;
mod panel;
mod value;

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    flow,
    risks::{list_page, onward},
};
use crate::{
    app::Session,
    core::{
        assessment::{Edit, paths},
        evaluate::ControlStatus,
        report::{ControlStanding, labels},
    },
    ui::{
        components::{el::html, memo},
        i18n::{controls as words, fill, measures, word},
        route::{Page, Route},
        standing,
        worklist::Kind,
    },
};

/// The page.
#[must_use]
pub fn page(session: Session) -> AnyView {
    let (t, m) = (words::words(), measures::words());
    let counts = move || match session.controls.with(|c| c.hidden) {
        0 => in_scope(session),
        hidden => format!("{} — {}", in_scope(session), fill(t.hidden, &[&hidden])),
    };
    let share = memo(move || session.controls.with(|c| c.answered()));
    let standing = standing::head(t.title, share, standing::of_controls(session), counts);
    let kind = Kind {
        assessment: StoredValue::new(session.id()),
        page: Page::Controls,
        onward: Some(flow::after(session, Page::Controls)),
        name: t.title,
        entries: memo(move || Arc::new(list::entries(session))),
        filters: StoredValue::new(vec![
            m.status,
            t.class,
            t.part,
            t.section,
            t.values,
            m.due,
            m.owner,
            t.component,
            t.needs,
        ]),
        groupings: StoredValue::new(vec![t.section, t.class, m.owner, m.status]),
        orders: StoredValue::new(vec![m.order_guideline, m.due, m.owner, m.status]),
        states: StoredValue::new(statuses()),
        state: m.status,
        fact: "status",
        set: Callback::new(move |(keys, fact, text): (Vec<String>, &'static str, String)| {
            set(session, &keys, fact, &text)
        }),
        panel: Callback::new(move |key: String| panel::panel(session, &key)),
        empty: Callback::new(move |()| {
            let to_scope = onward(html::p(), Route::page(&session.id(), Page::Scope).href(), t.to_scope);
            html::div().class("empty").child(html::p().text(t.empty)).child(to_scope).into_any()
        }),
    };
    let mut page = list_page(session, t.title, t.lead, standing, kind);
    page.push(flow::onward(session, Page::Controls));
    page.into_any()
}

/// How many controls are in scope, and how many are not.
#[must_use]
pub fn in_scope(session: Session) -> String {
    session.controls.with(|c| {
        let out = c.counts().of(ControlStanding::OutOfScope);
        fill(words::words().counts, &[&(c.rows.len() - out), &out])
    })
}

/// The states of a control, as words in files and as people read them.
fn statuses() -> Vec<(&'static str, &'static str)> {
    ControlStatus::ALL.iter().map(|s| (s.keyword(), word(labels::control_status(*s)))).collect()
}

/// Sets a fact of controls, as one step.
fn set(session: Session, keys: &[String], fact: &str, text: &str) {
    let found = keys.iter().filter_map(|key| session.catalog().control(key));
    let edits: Vec<Edit> = found.map(|c| Edit::text(paths::control(c.id, fact), text)).collect();
    session.edits(&edits);
}
