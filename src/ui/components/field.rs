//! A text field that commits what was typed: soon after the last key, and at once when it is left.

use std::time::Duration;

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};
use wasm_bindgen::JsCast;

use super::{
    el::{El, html},
    live,
};
use crate::{
    core::assessment::MAX_CHARS,
    ui::i18n::{common, fill},
};

/// What kind of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextKind {
    /// One line.
    Line,
    /// The name of somebody: those used before are offered.
    Person,
    /// Numbers of controls: they are offered.
    Controls,
    /// Several lines.
    Lines,
    /// A day.
    Date,
}

/// The id of the list of names that are offered.
pub const PEOPLE: &str = "people";
/// The id of the list of controls that are offered.
pub const CONTROLS: &str = "controls";

/// After how long without a key what was typed is committed.
const IDLE: Duration = Duration::from_millis(600);

/// How many fields have something that is typed and not committed yet.
#[derive(Debug, Clone, Copy)]
pub struct Typing(RwSignal<u32>);

impl Typing {
    /// Makes it known to all fields below.
    #[must_use]
    pub fn provide() -> Self {
        let typing = Self(RwSignal::new(0));
        provide_context(typing);
        typing
    }

    /// Whether somebody types, followed.
    #[must_use]
    pub fn is_going_on(self) -> bool {
        self.0.get() > 0
    }
}

/// What stands in a field and is not committed.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Typed {
    /// A text that can be committed.
    Text(String),
    /// So many characters more than fit.
    TooLong(usize),
    /// A date of which a part is missing.
    Unfinished,
}

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
    let typing = use_context::<Typing>();
    let typed = RwSignal::new(None::<Typed>);
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let set = move |new: Option<Typed>| {
        let before = typed.try_get_untracked().flatten().is_some();
        if let Some(Typing(count)) = typing {
            let change = i32::from(new.is_some()) - i32::from(before);
            let _ = count.try_update(|n| *n = n.saturating_add_signed(change));
        }
        typed.try_set(new);
    };
    let cancel = move || {
        if let Some(timer) = timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    };
    let commit_now = move || {
        cancel();
        if let Some(Some(Typed::Text(text))) = typed.try_get_untracked() {
            set(None);
            commit.run(text);
        }
    };
    // Going to another page takes the field away; what was typed is committed before, and what cannot be is gone.
    on_cleanup(move || {
        commit_now();
        set(None);
    });
    let field = match kind {
        TextKind::Lines => html::textarea().attr("rows", "3"),
        TextKind::Line => html::input().attr("type", "text"),
        TextKind::Person => html::input().attr("type", "text").attr("list", PEOPLE),
        TextKind::Controls => html::input().attr("type", "text").attr("list", CONTROLS),
        TextKind::Date => html::input().attr("type", "date").attr("min", "1900-01-01").attr("max", "9999-12-31"),
    };
    let note = move || {
        let t = common::words();
        let words = match typed.get() {
            Some(Typed::TooLong(more)) => fill(t.too_long, &[&MAX_CHARS, &more]),
            Some(Typed::Unfinished) => t.date_unfinished.to_owned(),
            _ => return None,
        };
        Some(html::span().class("field-note").attr("role", "status").text(words).into_any())
    };
    let field = field
        .attr("placeholder", placeholder)
        .live_value(move || value.get())
        .on("input", move |ev| {
            cancel();
            let read = typed_in(kind, &ev);
            // A date that was emptied is committed when the field is left: it may be on its way to another one.
            let soon = matches!(&read, Typed::Text(text) if kind != TextKind::Date || !text.is_empty());
            set(Some(read));
            if soon {
                timer.set_value(set_timeout_with_handle(commit_now, IDLE).ok());
            }
        })
        // Browsers tell each step of a date as a change; what is complete is committed soon, the rest when it is left.
        .on("change", move |_| {
            let emptied = matches!(typed.try_get_untracked().flatten(), Some(Typed::Text(text)) if text.is_empty());
            if kind != TextKind::Date || !emptied {
                commit_now();
            }
        })
        .on("blur", move |_| commit_now());
    html::label().class("field").child(html::span().class("label").text(label)).child(field).child(live(note))
}

fn typed_in(kind: TextKind, event: &web_sys::Event) -> Typed {
    let text = event_target_value(event);
    if kind == TextKind::Date {
        let input = event.target().and_then(|t| t.dyn_into::<web_sys::HtmlInputElement>().ok());
        // While a part is missing, or the year is only begun, the field has no value of its own.
        let whole = input.is_none_or(|i| i.validity().valid());
        return if whole { Typed::Text(text) } else { Typed::Unfinished };
    }
    match text.chars().count().checked_sub(MAX_CHARS) {
        None | Some(0) => Typed::Text(text),
        Some(more) => Typed::TooLong(more),
    }
}
