//! Backup and rescue: what this browser keeps, out to a file and back. It shows nothing that is derived, so it works where
//! something else stops.

use leptos::prelude::*;

use super::home::{open_button, unreadable_records};
use crate::{
    app::{AppState, Copy, Start, StoreState},
    core::assessment::{Assessment, paths},
    ui::{
        browser,
        components::{
            button,
            el::{El, html},
            live, page, title, when,
        },
        i18n::{common, fill, safe as words},
        route::Site,
        wording,
    },
};

/// The page.
#[must_use]
pub fn safe() -> El {
    let t = words::words();
    let app = expect_context::<AppState>();
    let page = page("page narrow").child(title().text(t.title)).child(html::p().class("lead").text(t.lead));
    let safely = app.start() == Start::Safe;
    let page = if safely { page.child(html::p().class("box warning").text(t.safe_start)) } else { page };
    let restart = if safely {
        button("quiet", t.usual).click(|| browser::start_at(&Site::Home.into()))
    } else {
        button("quiet", t.restart).click(|| browser::start_at(&Site::Safe.into()))
    };
    let buttons = html::div()
        .class("buttons")
        .child(button("primary", t.backup).click(move || app.save_backup()))
        .child(open_button(app, t.open))
        .child(restart);
    page.child(buttons)
        .child(unreadable_records(app))
        .child(html::h2().text(t.records))
        .child(live(move || records(app)))
        .child(copies(app))
        .child(html::h2().text(t.stores))
        .child(
            html::ul()
                .child(html::li().live_text(move || durable(app)))
                .child(html::li().live_text(move || mirror(app))),
        )
}

fn durable(app: AppState) -> String {
    let t = words::words();
    let words = match app.durable().get() {
        StoreState::Opening => t.durable_opening,
        StoreState::Ready => t.durable_ok,
        StoreState::Failed(_) => t.durable_failed,
    };
    words.to_owned()
}

fn mirror(app: AppState) -> String {
    let t = words::words();
    let failed = matches!(app.mirror().get(), StoreState::Failed(_));
    if failed { t.mirror_failed } else { t.mirror_ok }.to_owned()
}

fn records(app: AppState) -> El {
    let (t, c) = (words::words(), common::words());
    let line = |assessment: &Assessment, of_bin: bool| {
        let name = assessment.text(&paths::name());
        let name = if name.is_empty() { c.unnamed.to_owned() } else { wording::short(name) };
        let line = html::li().child(html::strong().text(name)).text(" ");
        let line = line.text(fill(t.fields, &[&assessment.fields().len()]));
        if of_bin {
            return line.text(t.in_bin);
        }
        let id = assessment.id().clone();
        line.text(" ").child(button("quiet", c.save_file).click(move || app.save_to_file(&id)))
    };
    let mut lines: Vec<El> = app.assessments().with(|all| all.values().map(|a| line(a, false)).collect());
    app.bin().with(|bin| lines.extend(bin.iter().map(|a| line(a, true))));
    if lines.is_empty() { html::p().text(t.none) } else { html::ul().class("plain-list").children(lines) }
}

/// The copies that were made before something was restored. They are read when the page is opened.
fn copies(app: AppState) -> AnyView {
    let t = words::words();
    let found = RwSignal::new(Vec::<Copy>::new());
    leptos::task::spawn_local(async move {
        let copies = app.copies().await;
        // The page may be gone by then.
        let _ = found.try_set(copies);
    });
    let lines = move || {
        let line = |copy: Copy| {
            let words = fill(t.copy_save, &[&app.show_time(copy.at_ms)]);
            html::li().child(button("quiet", words).click(move || app.save_copy(&copy))).into_any()
        };
        found.get().into_iter().rev().map(line).collect::<Vec<_>>()
    };
    let list = move || {
        html::section()
            .child(html::h2().text(t.copies))
            .child(html::p().text(t.copies_hint))
            .child(html::ul().class("plain-list").child(live(lines)))
    };
    when(move || found.with(|f| !f.is_empty()), list)
}
