//! One module a page.

mod about;
mod assessment;
mod catalog;
mod changes;
mod conflicts;
mod controls;
mod fidelity;
mod flow;
mod home;
mod measures;
mod model;
mod overview;
mod packs;
mod report;
mod results;
mod risks;
mod safe;
mod scope;
mod snapshots;
mod tasks;

use std::cell::RefCell;

use leptos::prelude::*;

use super::{
    browser,
    components::{
        effect,
        el::{El, html},
        live, memo, page, title,
    },
    i18n::common,
    route::{Page, Route, Site},
};

/// The page of the address in force. Pages of one assessment share their frame, so moving between them keeps it.
#[must_use]
pub fn pages(route: ReadSignal<Route>) -> AnyView {
    // What decides which page stands; the rest of the address is the page's own matter.
    let place = memo(move || match route.get() {
        Route::Assessment(id, ..) => Route::page(&id, Page::Overview),
        Route::Site(page, _) => page.into(),
        other => other,
    });
    let before = RefCell::new(None);
    effect(move || {
        let (at, page) = match route.get() {
            // A list keeps its own place.
            Route::Assessment(
                id,
                page @ (Page::Risks | Page::Measures | Page::Tasks | Page::Report | Page::Changes),
                _,
            ) => (None, Route::page(&id, page)),
            Route::Assessment(id, page, at) => (at, Route::page(&id, page)),
            Route::Site(page, at) => (at, page.into()),
            other => (None, other),
        };
        // At the start the browser puts the focus where it belongs.
        let elsewhere = before.replace(Some(page.clone())).is_some_and(|before| before != page);
        if at.is_some() || elsewhere {
            browser::focus_soon(at);
        }
    });
    live(move || {
        let place = place.get();
        // Only another place is another page, whatever a page reads while it is made.
        untrack(|| page_of(place, route))
    })
}

fn page_of(place: Route, route: ReadSignal<Route>) -> AnyView {
    match place {
        Route::Site(page, _) => site(page),
        Route::Assessment(id, ..) => assessment::frame(id, route),
        Route::Entry(kind, id) => catalog::entry_page(kind, &id).into_any(),
        Route::NotFound(_) => {
            let t = common::words();
            missing(t.not_found, t.not_found_hint).into_any()
        }
    }
}

fn site(page: Site) -> AnyView {
    match page {
        Site::Home => home::home(),
        Site::Catalog => catalog::contents(),
        Site::Fidelity => fidelity::fidelity_page(),
        Site::Packs => packs::packs(),
        Site::Safe => safe::safe(),
        Site::About => about::about(),
    }
    .into_any()
}

/// What stands where nothing else can.
#[must_use]
pub fn missing(name: &'static str, hint: &'static str) -> El {
    let home = html::a().class("button secondary").attr("href", Site::Home.href()).text(common::words().to_home);
    page("page narrow").child(title().text(name)).child(html::p().text(hint)).child(html::p().child(home))
}
