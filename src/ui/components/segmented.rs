//! One of a few, by one press.

use leptos::prelude::*;

use super::{
    Followed,
    el::{El, html},
};

/// One of a few states side by side: a word and what people read. `name` is unique on the page. With `none`, what takes
/// the state away again stands at the end.
#[must_use]
pub fn segmented(
    legend: String,
    name: String,
    options: Vec<(&'static str, &'static str)>,
    none: Option<&'static str>,
    value: Followed<&'static str>,
    set: Callback<&'static str>,
) -> El {
    let option = |(word, text): (&'static str, &'static str)| {
        let input = html::input()
            .attr("type", "radio")
            .attr("name", name.clone())
            .live_checked(move || value.get() == word)
            .on("change", move |_| set.run(word));
        html::label().child(input).child(html::span().text(text))
    };
    let options = options.into_iter().chain(none.map(|text| ("", text))).map(option);
    html::fieldset().class("segmented").child(html::legend().text(legend)).children(options)
}
