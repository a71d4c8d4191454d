//! Step 2: which risks apply and why, and what people decided about them.

pub mod entry;
mod list;
pub mod panel;
mod priority;
pub mod reasons;
mod treatment;

use std::sync::Arc;

use leptos::prelude::*;

use super::flow;
use crate::{
    app::Session,
    core::{
        assessment::{Edit, paths},
        extract::{Row, Truth},
        report::{Progress, RiskStanding},
    },
    ui::{
        components::{
            el::{El, html},
            memo, title,
        },
        i18n::{common, fill, measures, risks as words},
        route::{Page, Route},
        standing, wording,
        worklist::{Kind, worklist},
    },
};

/// The page.
#[must_use]
pub fn page(session: Session) -> AnyView {
    let (t, m) = (words::words(), measures::words());
    let counts = move || {
        session.progress.with(|p| {
            let open = p.risks.of(RiskStanding::Open);
            let counts = fill(t.counts, &[&p.risks_applying(), &open, &p.not_applying]);
            if p.hidden_risks == 0 { counts } else { format!("{counts} — {}", fill(t.hidden, &[&p.hidden_risks])) }
        })
    };
    let share = standing::share(session, Progress::risks_decided);
    let standing = standing::head(t.decision, share, standing::of_risks(session), counts);
    let kind = Kind {
        assessment: StoredValue::new(session.id()),
        page: Page::Risks,
        onward: Some(Page::Measures),
        name: t.title,
        entries: memo(move || Arc::new(list::entries(session))),
        filters: StoredValue::new(vec![
            t.decision,
            t.group_viewpoint,
            t.source,
            t.group_role,
            t.group_measure,
            m.due,
            m.owner,
            t.impact,
            t.likelihood,
        ]),
        groupings: StoredValue::new(vec![t.group_role, t.group_viewpoint, t.group_measure, t.decision, t.priority]),
        orders: StoredValue::new(vec![t.order_guideline, t.decision, m.due, m.owner, t.priority]),
        states: StoredValue::new(wording::decisions()),
        state: t.decision,
        fact: "decision",
        set: Callback::new(move |(keys, fact, text): (Vec<String>, &'static str, String)| {
            set(session, &keys, fact, &text)
        }),
        panel: Callback::new(move |key: String| panel::panel(session, &key)),
        empty: Callback::new(move |()| empty(session)),
    };
    let mut page = list_page(session, t.title, t.lead, standing, kind);
    page.push(entry::controls(session).into_any());
    page.push(flow::onward(session, Page::Risks));
    page.into_any()
}

/// What every page with a list has: its title, what it is about, where all stand, and the list.
#[must_use]
pub fn list_page(session: Session, name: &'static str, lead: &'static str, standing: El, kind: Kind) -> Vec<AnyView> {
    vec![
        title().text(name).into_any(),
        html::p().class("lead").text(lead).into_any(),
        html::div().class("toolbar").child(standing).child(show_original(session)).into_any(),
        entry::people(session).into_any(),
        worklist(kind),
    ]
}

fn empty(session: Session) -> AnyView {
    let t = words::words();
    let href = Route::page(&session.id(), Page::Start).href();
    let text = html::p().text(t.empty_model);
    html::div().class("empty").child(text).child(onward(html::p(), href, t.to_model)).into_any()
}

/// Sets a fact of all that applies of some risks, as one step; who finds out about what is open can be said too.
fn set(session: Session, keys: &[String], fact: &str, text: &str) {
    let edits: Vec<Edit> = session.extraction.with_untracked(|e| {
        let concerned = |row: &&Row| match row.finding.truth {
            Truth::True => true,
            Truth::Unknown => fact != "decision",
            Truth::False => false,
        };
        let rows = e.rows.iter().filter(concerned).filter(|row| keys.iter().any(|key| *key == row.key.risk.0));
        let path = |row: &Row| paths::risk(row.key.risk, row.key.instance.as_ref().map(|i| i.as_str()), fact);
        rows.map(|row| Edit::text(path(row), text)).collect()
    });
    session.edits(&edits);
}

/// Puts the button that leads to another page into a paragraph.
#[must_use]
pub fn onward(into: El, href: String, text: &'static str) -> El {
    into.child(html::a().class("button primary").attr("href", href).text(text))
}

/// Whether this project's own entries are shown.
fn show_original(session: Session) -> El {
    let app = session.app;
    let input = html::input()
        .attr("type", "checkbox")
        .live_checked(move || app.settings().with(|s| s.show_original))
        .on("change", move |ev| app.set_settings(|s| s.show_original = event_target_checked(&ev)));
    html::label().class("tick").child(input).child(html::span().text(common::words().show_original))
}
