//! One module a page.

mod about;
mod assessment;
mod catalog;
mod conflicts;
mod fidelity;
mod home;
mod measures;
mod model;
mod overview;
mod packs;
mod risks;

use crate::ui::components::memo;
use leptos::prelude::*;

use super::{
    browser,
    i18n::common,
    route::{Page, Route},
};

/// The page of the address in force. Pages of one assessment share their frame, so moving between them keeps it.
#[component]
pub fn Pages(route: ReadSignal<Route>) -> impl IntoView {
    // What decides which component stands; the rest of the address is the page's own matter.
    let place = memo(move || match route.get() {
        Route::Assessment(id, ..) => Route::page(&id, Page::Overview),
        Route::About(_) => Route::About(None),
        other => other,
    });
    Effect::new(move |before: Option<()>| {
        let at = match route.get() {
            Route::Assessment(_, _, at) | Route::About(at) => at,
            _ => None,
        };
        // At the start the browser puts the focus where it belongs.
        if before.is_some() || at.is_some() {
            browser::focus_soon(at);
        }
    });
    move || match place.get() {
        Route::Home => view! { <home::Home /> }.into_any(),
        Route::Assessment(id, ..) => view! { <assessment::AssessmentFrame id=id route=route /> }.into_any(),
        Route::Catalog => view! { <catalog::Contents /> }.into_any(),
        Route::Entry(kind, id) => view! { <catalog::EntryPage kind=kind id=id /> }.into_any(),
        Route::Fidelity => view! { <fidelity::Fidelity /> }.into_any(),
        Route::Packs => view! { <packs::Packs /> }.into_any(),
        Route::About(_) => view! { <about::About /> }.into_any(),
        Route::NotFound(_) => {
            let t = common::words();
            view! { <Missing title=t.not_found hint=t.not_found_hint /> }.into_any()
        }
    }
}

/// What stands where nothing else can.
#[component]
pub fn Missing(title: &'static str, hint: &'static str) -> impl IntoView {
    let t = common::words();
    view! {
        <main id="main" class="page narrow" tabindex="-1">
            <h1 id="title" tabindex="-1">{title}</h1>
            <p>{hint}</p>
            <p><a class="button secondary" href=Route::Home.href()>{t.to_home}</a></p>
        </main>
    }
}
