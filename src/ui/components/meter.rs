//! How much of something is done, as a bar and as words.

use leptos::prelude::*;

use crate::{
    core::report::Share,
    ui::i18n::{common, fill},
};

/// A small bar with its numbers.
#[component]
pub fn Meter(
    /// How much.
    #[prop(into)]
    share: Signal<Share>,
    /// What it measures, for those who cannot see where it stands.
    label: &'static str,
) -> impl IntoView {
    let t = common::words();
    let words = move || {
        let s = share.get();
        if s.of == 0 { "–".to_owned() } else { fill(t.done_of, &[&s.done, &s.of]) }
    };
    view! {
        <span class="meter">
            <progress
                aria-label=label
                max=Signal::derive(move || share.get().of.max(1).to_string())
                value=Signal::derive(move || share.get().done.to_string())
            ></progress>
            <span class="meter-words">{words}</span>
        </span>
    }
}
