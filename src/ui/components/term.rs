//! A term with its explanation where it stands.

use std::borrow::Cow;

use super::el::{El, html};

/// A term; opening it shows the explanation.
#[must_use]
pub fn term(term: impl Into<Cow<'static, str>>, explanation: impl IntoIterator<Item = El>) -> El {
    let text = html::div().class("term-text").children(explanation);
    html::details().class("term").child(html::summary().text(term)).child(text)
}
