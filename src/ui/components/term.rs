//! A term with its explanation where it stands.

use leptos::prelude::*;

use super::el::{El, Words, el};

/// A term; opening it shows the explanation.
#[must_use]
pub fn term(term: impl Words, explanation: impl IntoIterator<Item = El>) -> El {
    folded(el("summary").text(term), text().children(explanation))
}

fn folded(summary: El, text: El) -> El {
    el("details").class("term").child(summary).child(text)
}

fn text() -> El {
    el("div").class("term-text")
}

/// [`term()`] as a component.
#[component]
pub fn Term(
    /// The term.
    #[prop(into)]
    term: String,
    /// What it means.
    children: Children,
) -> impl IntoView {
    folded(el("summary").text(term), text().view(children())).into_view()
}
