//! The list of assessments; on the first visit, how to begin.

mod first;
mod row;
mod shelves;

pub use shelves::unreadable_records;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use crate::{
    app::AppState,
    core::worked::CASES,
    ui::{
        browser,
        components::{
            Followed,
            el::{El, Handle, html},
            later, live, memo, page, title, when,
        },
        i18n::{common, fill, home as words, pick},
        route::{EntryKind, Page, Route, Site},
        wording,
    },
};

/// The page.
#[must_use]
pub fn home() -> El {
    let t = words::words();
    let app = expect_context::<AppState>();
    let empty = memo(move || app.assessments().with(|a| a.is_empty()));
    let list = move || {
        let parts = if empty.get() {
            let lead = html::p().class("lead").text(t.first_lead);
            let private = html::p().class("lead private").text(t.first_private);
            vec![title().text(t.first_title), lead, private]
        } else {
            vec![title().text(t.title), row::table(app)]
        };
        parts.into_iter().map(El::into_any).collect::<Vec<_>>()
    };
    page("page").child(live(list)).child(ways(app, empty)).child(later(move || rest(app, empty)))
}

/// What stands below the ways to begin.
fn rest(app: AppState, empty: Followed<bool>) -> Vec<AnyView> {
    let safe = html::a().attr("href", Site::Safe.href()).text(common::words().safe);
    vec![
        when(move || empty.get(), move || first::facts(app)),
        unreadable_records(app),
        shelves::bin(app),
        html::p().class("to-safe").child(safe).into_any(),
    ]
}

/// The ways to begin.
fn ways(app: AppState, empty: Followed<bool>) -> El {
    let (t, c) = (words::words(), common::words());
    let way = |name: &'static str, hint: String, how: El| {
        html::section().class("way").child(html::h2().text(name)).child(html::p().text(hint)).child(how)
    };
    let annex = Route::Entry(EntryKind::Section, "Annex8".to_owned());
    let cases = html::a().class("button secondary").attr("href", annex.href()).text(t.see_cases);
    let catalog = html::a().attr("href", Site::Catalog.href()).text(t.see_catalog);
    let worked = CASES.iter().filter_map(|id| app.catalog().case(id)).map(|case| pick(&case.name));
    let cases_hint = fill(t.cases_hint, &[&wording::join(worked)]);
    html::div()
        .live_attr("class", move || Some(if empty.get() { "ways first" } else { "ways" }.to_owned()))
        .child(way(t.new, t.new_hint.to_owned(), new_form(app)))
        .child(way(c.open_file, t.open_hint.to_owned(), open_button(app, c.open_file)))
        .child(way(t.see_cases, cases_hint, html::p().child(cases).text(" ").child(catalog)))
}

fn new_form(app: AppState) -> El {
    let t = words::words();
    let name = Handle::new();
    let create = move |ev: web_sys::Event| {
        ev.prevent_default();
        let name = name.get_untracked().and_then(|n| n.dyn_into::<HtmlInputElement>().ok());
        let given = name.map(|n| n.value()).unwrap_or_default();
        let given = given.trim();
        let id = app.create(if given.is_empty() { t.new_default } else { given });
        browser::go(&Route::page(&id, Page::Scope));
    };
    let input = html::input()
        .handle(name)
        .attr("type", "text")
        .attr("maxlength", "200")
        .attr("autocomplete", "off")
        .attr("placeholder", t.new_placeholder);
    html::form()
        .class("new-form")
        .on("submit", create)
        .child(html::label().class("field").child(html::span().class("label").text(t.new_name)).child(input))
        .child(html::button().attr("type", "submit").class("primary").text(t.create))
}

/// A button that opens the browser's choice of files.
#[must_use]
pub fn open_button(app: AppState, words: &'static str) -> El {
    let chosen = move |ev: web_sys::Event| {
        let input = event_target::<HtmlInputElement>(&ev);
        browser::read_files(app, input.files());
        // So that choosing the same file again is a change again.
        input.set_value("");
    };
    let input = html::input().attr("type", "file").attr("multiple", "").class("sr-only");
    // What the failure notice saves is a text file.
    let input = input.attr("accept", ".json,.tenken-sealed,.txt,.csv,.xlsx,.xls,.pdf");
    html::label().class("button secondary file-button").text(words).child(input.on("change", chosen))
}
