//! A text field that commits what was typed: soon after the last key, and at once when it is left.

use std::time::Duration;

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};

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

/// A labelled text field.
#[component]
pub fn TextField(
    /// The label.
    #[prop(into)]
    label: String,
    /// The text that stands.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the new text.
    #[prop(into)]
    commit: Callback<String>,
    /// What kind.
    #[prop(default = TextKind::Line)]
    kind: TextKind,
    /// Whether the label is only for assistive technology.
    #[prop(optional)]
    hidden_label: bool,
    /// An example or hint inside the empty field.
    #[prop(optional, into)]
    placeholder: String,
    /// The element's id, where something links to it.
    #[prop(optional, into)]
    id: Option<String>,
) -> impl IntoView {
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
    let on_input = move |ev| {
        typed.set_value(Some(event_target_value(&ev)));
        cancel();
        timer.set_value(set_timeout_with_handle(commit_now, IDLE).ok());
    };
    let on_change = move |_| commit_now();
    // Going to another page takes the field away; what was typed is committed before.
    on_cleanup(commit_now);
    let max = MAX_CHARS.to_string();
    let field = match kind {
        TextKind::Lines => view! {
            <textarea
                id=id
                rows="3"
                maxlength=max
                placeholder=placeholder
                prop:value=Signal::derive(move || value.get())
                on:input=on_input
                on:change=on_change
            ></textarea>
        }
        .into_any(),
        TextKind::Line | TextKind::Date => view! {
            <input
                id=id
                type=if kind == TextKind::Date { "date" } else { "text" }
                max=(kind == TextKind::Date).then_some("9999-12-31")
                maxlength=max
                placeholder=placeholder
                prop:value=Signal::derive(move || value.get())
                on:input=on_input
                on:change=on_change
            />
        }
        .into_any(),
    };
    view! {
        <label class="field">
            <span class="label" class:sr-only=hidden_label>
                {label}
            </span>
            {field}
        </label>
    }
}
