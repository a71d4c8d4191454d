//! A choice of one among many, or of all.

use leptos::prelude::*;

use super::{
    Followed,
    el::{El, html},
    live,
};
use crate::ui::i18n::worklist;

/// A labelled choice among options, each with its word in the address and its name. The empty word means all.
#[must_use]
pub fn picker(
    label: &'static str,
    options: Followed<Vec<(String, String)>>,
    chosen: Followed<String>,
    choose: Callback<String>,
) -> El {
    let option = move |(word, name): (String, String)| {
        let is = word.clone();
        let option = html::option().attr("value", word).text(name);
        option.live_flag("selected", move || chosen.with(|chosen| *chosen == is)).into_any()
    };
    let select = html::select()
        .on("change", move |ev| choose.run(event_target_value(&ev)))
        .child(html::option().attr("value", "").text(worklist::words().all))
        .child(live(move || options.get().into_iter().map(option).collect::<Vec<_>>()));
    html::label().class("list-tool").child(html::span().text(label)).child(select)
}
