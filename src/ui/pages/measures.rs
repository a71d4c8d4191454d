//! Step 3: the actions of the countermeasures.

pub mod action;
mod list;

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
        report::Progress,
    },
    ui::{
        components::{el::html, memo},
        i18n::{fill, measures as words, risks},
        route::{Page, Route},
        standing, wording,
        worklist::Kind,
    },
};

/// The page.
#[must_use]
pub fn page(session: Session) -> AnyView {
    let t = words::words();
    let share = standing::share(session, Progress::actions_recorded);
    let hidden = move || match session.progress.with(|p| p.hidden_actions) {
        0 => String::new(),
        n => fill(risks::words().hidden, &[&n]),
    };
    let standing = standing::head(t.actions, share, standing::of_actions(session), hidden);
    let kind = Kind {
        assessment: StoredValue::new(session.id()),
        page: Page::Measures,
        onward: Some(Page::Results),
        name: t.actions,
        entries: memo(move || Arc::new(list::entries(session))),
        filters: StoredValue::new(vec![t.status, t.due, t.viewpoint, t.source, t.owner, t.title, t.first]),
        groupings: StoredValue::new(vec![t.title, t.viewpoint, t.owner, t.status]),
        orders: StoredValue::new(vec![t.order_guideline, t.due, t.owner, t.status]),
        states: StoredValue::new(wording::action_statuses()),
        state: t.status,
        fact: "status",
        set: Callback::new(move |(keys, fact, text): (Vec<String>, &'static str, String)| {
            set(session, &keys, fact, &text)
        }),
        panel: Callback::new(move |key: String| action::panel(session, &key)),
        empty: Callback::new(move |()| {
            let to_risks = onward(html::p(), Route::page(&session.id(), Page::Risks).href(), t.to_risks);
            html::div().class("empty").child(html::p().text(t.empty)).child(to_risks).into_any()
        }),
    };
    let mut page = list_page(session, t.title, t.lead, standing, kind);
    page.push(flow::onward(session, Page::Measures));
    page.into_any()
}

/// Sets a fact of actions, as one step.
fn set(session: Session, keys: &[String], fact: &str, text: &str) {
    let found = keys.iter().filter_map(|key| action::by_key(session, key));
    let edits: Vec<Edit> = found.map(|(m, a)| Edit::text(paths::action(m.id, a.id, fact), text)).collect();
    session.edits(&edits);
}
