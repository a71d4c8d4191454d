//! Elements that are plain data, on the screen.

use super::el::El;
use crate::core::markup::Element;

/// An element on the screen.
#[must_use]
pub fn shown(element: &Element) -> El {
    let svg = matches!(element.tag, "svg" | "rect" | "path" | "pattern" | "text");
    let mut el = El::new(element.tag, svg.then_some("http://www.w3.org/2000/svg"));
    for (name, value) in &element.attributes {
        el = el.attr(name, value.clone());
    }
    if !element.text.is_empty() {
        el = el.text(element.text.clone());
    }
    el.children(element.children.iter().map(shown))
}
