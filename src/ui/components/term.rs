//! A term with its explanation where it stands.

use super::el::{El, Words, el};

/// A term; opening it shows the explanation.
#[must_use]
pub fn term(term: impl Words, explanation: impl IntoIterator<Item = El>) -> El {
    let text = el("div").class("term-text").children(explanation);
    el("details").class("term").child(el("summary").text(term)).child(text)
}
