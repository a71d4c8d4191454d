//! Components as HTML, and the wording, without a browser.

mod charts;
mod components;
#[allow(dead_code)] // Of the ports of the other ring only some are needed here.
#[path = "../app/fakes.rs"]
mod fakes;
mod first;
mod markup;
mod routes;
mod words;
mod worklist;

use leptos::prelude::*;
use tenken::{app::Locale, ui::i18n::Lang};

/// The HTML of a view, without the markers between dynamic parts.
fn html(locale: Locale, view: impl FnOnce() -> AnyView) -> String {
    let owner = Owner::new();
    owner.with(|| {
        provide_context(Lang(locale));
        view().to_html().replace("<!>", "").replace("<!---->", "")
    })
}
