//! Snapshots: keeping the present state, the list with what stood where, and one of them beside what stands now.

mod compare;
pub mod table;

use leptos::prelude::*;

use crate::{
    app::Session,
    core::assessment::{Path, Snapshot, paths},
    ui::{
        components::{
            TextKind,
            el::{El, html},
            live, memo, text_field, title,
        },
        i18n::{fill, snapshots as words},
        pages::changes::person,
        route::{Page, Route},
        worklist::at_on,
    },
};

/// The address of a snapshot.
#[must_use]
pub fn address(session: Session, snapshot: &str) -> String {
    Route::Assessment(session.id(), Page::Snapshots, Some(snapshot.to_owned())).href()
}

/// The page.
#[must_use]
pub fn page(session: Session) -> AnyView {
    let t = words::words();
    let at = at_on(Page::Snapshots);
    // Only another snapshot is another view: what is typed into its name must not go with every change.
    let chosen = memo(move || {
        session
            .assessment
            .with(|a| at.get().filter(|at| a.as_ref().is_some_and(|a| a.snapshots().iter().any(|s| s.id == *at))))
    });
    let view = live(move || {
        let chosen = chosen.get();
        untrack(|| match chosen {
            Some(snapshot) => compare::compare(session, snapshot),
            None => list(session),
        })
    });
    vec![title().text(t.title).into_any(), view].into_any()
}

fn list(session: Session) -> AnyView {
    let t = words::words();
    let empty = move || session.assessment.with(|a| a.as_ref().is_some_and(|a| a.snapshots().is_empty()));
    let shown = memo(empty);
    let rows = move || {
        if shown.get() {
            return html::p().class("empty").text(t.none).into_any();
        }
        html::div().child(table::table(session, true)).child(html::p().class("about").text(t.by_present)).into_any()
    };
    vec![html::p().class("lead").text(t.lead).into_any(), form(session).into_any(), live(rows)].into_any()
}

fn form(session: Session) -> El {
    let t = words::words();
    let given = RwSignal::new(fill(t.default_name, &[&session.app.today()]));
    let field = text_field(
        TextKind::Line,
        t.name.to_owned(),
        String::new(),
        memo(move || given.get()),
        Callback::new(move |name: String| given.set(name)),
    );
    let keep = move |ev: web_sys::Event| {
        ev.prevent_default();
        session.app.keep_snapshot(&session.id(), given.get_untracked().trim());
    };
    html::form()
        .class("new-form")
        .on("submit", keep)
        .child(field)
        .child(html::button().attr("type", "submit").class("primary").text(t.keep))
}

/// When a snapshot was kept, and by whom.
fn kept(session: Session, of: &Snapshot) -> String {
    let (day, time) = session.app.local_time(of.at.ms());
    format!("{day} {time} {}", person(&of.by))
}

/// The path of a snapshot's name.
fn name_of(snapshot: &str) -> Path {
    paths::snapshot(snapshot, "name")
}
