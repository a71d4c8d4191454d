//! How much of something is done, as a bar and as words.

use leptos::prelude::*;

use super::el::{El, html};
use crate::{
    core::report::Share,
    ui::i18n::{common, fill},
};

/// A small bar with its numbers. The label says what it measures, for those who cannot see where it stands.
#[must_use]
pub fn meter(share: Signal<Share>, label: &'static str) -> El {
    let t = common::words();
    let bar = html::progress()
        .attr("aria-label", label)
        .live_attr("max", move || Some(share.get().of.max(1).to_string()))
        .live_attr("value", move || Some(share.get().done.to_string()));
    let words = move || {
        let s = share.get();
        if s.of == 0 { "–".to_owned() } else { fill(t.done_of, &[&s.done, &s.of]) }
    };
    html::span().class("meter").child(bar).child(html::span().class("meter-words").live_text(words))
}
