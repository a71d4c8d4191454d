//! Elements that are plain data are the same on the screen and in a file.

use leptos::prelude::*;
use tenken::{app::Locale, core::markup::Element, ui::components::shown};

use crate::html;

#[test]
fn the_screen_shows_what_the_file_has() {
    let cell = |text: &str| Element::new("td", text).with("data-label", "<b>\"&");
    let row = Element::new("tr", "").child(Element::new("th", "<script>")).child(cell("a & b"));
    let drawing = Element::new("svg", "").child(Element::new("rect", "").with("fill", "none"));
    let all = Element::new("section", "").child(Element::new("table", "").child(row)).child(drawing);
    let mut file = String::new();
    all.write(&mut file);
    let screen = html(Locale::Ja, || shown(&all).into_any());
    let words = |text: &str| text.replace(['\n', ' '], "");
    assert_eq!(words(&screen), words(&file));
    assert!(file.contains("&lt;script&gt;") && file.contains("&quot;&amp;"), "{file}");
}
