//! Elements that every page has.

use super::el::{El, Words, el};

/// The main part of a page, where the focus goes from the link at the top.
#[must_use]
pub fn page(class: &'static str) -> El {
    el("main").attr("id", "main").class(class).attr("tabindex", "-1")
}

/// The title of a page, still without content. The focus goes there when the page is new, and the browser's title is
/// taken from it.
#[must_use]
pub fn title() -> El {
    el("h1").attr("id", "title").attr("tabindex", "-1")
}

/// A button with its words.
#[must_use]
pub fn button(class: &'static str, words: impl Words) -> El {
    el("button").attr("type", "button").class(class).text(words)
}

/// The head of a table.
#[must_use]
pub fn table_head(columns: &[&'static str]) -> El {
    let cells = columns.iter().map(|c| el("th").attr("scope", "col").text(*c));
    el("thead").child(el("tr").children(cells))
}
