//! Elements that every page has.

use std::borrow::Cow;

use leptos::prelude::*;

use super::{
    el::{El, html},
    when,
};
use crate::ui::i18n::{fill, worklist};

/// The main part of a page, where the focus goes from the link at the top.
#[must_use]
pub fn page(class: &'static str) -> El {
    html::main().attr("id", "main").class(class).attr("tabindex", "-1")
}

/// The title of a page, still without content. The focus goes there when the page is new, and the browser's title is
/// taken from it.
#[must_use]
pub fn title() -> El {
    html::h1().attr("id", "title").attr("tabindex", "-1")
}

/// A button with its words.
#[must_use]
pub fn button(class: &'static str, words: impl Into<Cow<'static, str>>) -> El {
    html::button().attr("type", "button").class(class).text(words)
}

/// What is long and folded away. It is made when it is opened.
#[must_use]
pub fn folded<V: IntoView + 'static>(summary: El, content: impl Fn() -> V + Send + Sync + 'static) -> El {
    let opened = RwSignal::new(false);
    html::details().on("toggle", move |_| opened.set(true)).child(summary).child(when(move || opened.get(), content))
}

/// How much of what is long is drawn: so much at first, and on paper all, since nobody can ask for more there.
#[must_use]
pub fn drawn(first: usize) -> RwSignal<usize> {
    let drawn = RwSignal::new(first);
    let handle = window_event_listener_untyped("beforeprint", move |_| drawn.set(usize::MAX));
    on_cleanup(move || handle.remove());
    drawn
}

/// The button that draws so many more of what is long, where something is left.
#[must_use]
pub fn more(rest: usize, drawn: RwSignal<usize>, step: usize) -> Option<El> {
    let more = button("secondary", fill(worklist::words().more, &[&rest]));
    (rest > 0).then(|| more.click(move || drawn.update(|d| *d = d.saturating_add(step))))
}

/// The number of a step, for the eye.
#[must_use]
pub fn step_number(number: usize) -> El {
    html::span().class("step-number").attr("aria-hidden", "true").text(number.to_string())
}

/// The head of a table.
#[must_use]
pub fn table_head(columns: &[&'static str]) -> El {
    let cells = columns.iter().map(|c| html::th().attr("scope", "col").text(*c));
    html::thead().child(html::tr().children(cells))
}
