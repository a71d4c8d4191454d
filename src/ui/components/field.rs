//! A text field that commits what was typed: soon after the last key, and at once when it is left.

use std::time::Duration;

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};

use super::el::{El, el};
use crate::core::assessment::MAX_CHARS;

/// What kind of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextKind {
    /// One line.
    Line,
    /// Several lines.
    Lines,
    /// A day.
    Date,
}

/// After how long without a key what was typed is committed.
const IDLE: Duration = Duration::from_millis(600);

/// A labelled text field: what kind, its label, an example or hint for while it is empty, the text that stands, and
/// what is called with a new one.
#[must_use]
pub fn text_field(
    kind: TextKind,
    label: String,
    placeholder: String,
    value: Signal<String>,
    commit: Callback<String>,
) -> El {
    let typed = StoredValue::new(None::<String>);
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let cancel = move || {
        if let Some(timer) = timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    };
    let commit_now = move || {
        cancel();
        if let Some(text) = typed.try_update_value(Option::take).flatten() {
            commit.run(text);
        }
    };
    // Going to another page takes the field away; what was typed is committed before.
    on_cleanup(commit_now);
    let field = match kind {
        TextKind::Lines => el("textarea").attr("rows", "3"),
        TextKind::Line => el("input").attr("type", "text"),
        TextKind::Date => el("input").attr("type", "date").attr("max", "9999-12-31"),
    };
    let field = field
        .attr("maxlength", MAX_CHARS.to_string())
        .attr("placeholder", placeholder)
        .live_value(move || value.get())
        .on("input", move |ev| {
            typed.set_value(Some(event_target_value(&ev)));
            cancel();
            timer.set_value(set_timeout_with_handle(commit_now, IDLE).ok());
        })
        .on("change", move |_| commit_now());
    el("label").class("field").child(el("span").class("label").text(label)).child(field)
}
