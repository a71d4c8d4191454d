//! A text field that commits what was typed: soon after the last key, and at once when it is left.

use std::time::Duration;

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};

use super::{
    Followed,
    date_field::date_field,
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
    /// What a partner is called: those named before are offered.
    Partner,
    /// Numbers of controls: they are offered.
    Controls,
    /// Several lines.
    Lines,
    /// A day, typed as people write it or chosen in a calendar.
    Date,
}

/// The id of the list of names that are offered.
pub const PEOPLE: &str = "people";
/// The id of the list of partners that are offered.
pub const PARTNERS: &str = "partners";
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
pub(super) enum Typed {
    /// A text that can be committed.
    Text(String),
    /// So many characters more than fit.
    TooLong(usize),
    /// Something that is no day, or no single one.
    NoDay,
}

/// How a field understands what is typed.
pub(super) struct Rules {
    /// Reads it.
    pub read: Box<dyn Fn(&web_sys::Event) -> Typed>,
    /// What is said beside a text that can be committed.
    pub said: fn(&str) -> Option<String>,
    /// Whether it is committed soon after the last key, and not only when the field is left.
    pub soon: bool,
    /// What is done once it is committed.
    pub after: Box<dyn Fn() + Send + Sync>,
}

/// A labelled text field: what kind, its label, an example or hint for while it is empty, the text that stands, and
/// what is called with a new one.
#[must_use]
pub fn text_field(
    kind: TextKind,
    label: String,
    placeholder: String,
    value: Followed<String>,
    commit: Callback<String>,
) -> El {
    let field = match kind {
        TextKind::Lines => html::textarea().attr("rows", "3"),
        TextKind::Line => html::input().attr("type", "text"),
        TextKind::Person => html::input().attr("type", "text").attr("list", PEOPLE),
        TextKind::Partner => html::input().attr("type", "text").attr("list", PARTNERS),
        TextKind::Controls => html::input().attr("type", "text").attr("list", CONTROLS),
        TextKind::Date => return date_field(label, value, commit),
    };
    let rules = Rules { read: Box::new(text_in), said: |_| None, soon: true, after: Box::new(|| ()) };
    typed_field(field.attr("placeholder", placeholder), label, value, commit, rules)
}

/// A field with its label, that commits what is typed into it.
pub(super) fn typed_field(
    field: El,
    label: String,
    value: Followed<String>,
    commit: Callback<String>,
    rules: Rules,
) -> El {
    let Rules { read, said, soon, after } = rules;
    let (typing, after) = (use_context::<Typing>(), StoredValue::new(after));
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
            let _ = after.try_with_value(|after| after());
        }
    };
    // Going to another page takes the field away; what was typed is committed before, and what cannot be is gone.
    on_cleanup(move || {
        commit_now();
        set(None);
    });
    let note = move || {
        let t = common::words();
        let words = match typed.get() {
            Some(Typed::TooLong(more)) => fill(t.too_long, &[&MAX_CHARS, &more]),
            Some(Typed::NoDay) => t.no_day.to_owned(),
            Some(Typed::Text(text)) => said(&text)?,
            None => return None,
        };
        Some(html::span().class("field-note").attr("role", "status").text(words).into_any())
    };
    let field = field
        .live_value(move || value.get())
        .on("input", move |ev| {
            cancel();
            let typed = read(&ev);
            let soon = soon && matches!(typed, Typed::Text(_));
            set(Some(typed));
            if soon {
                timer.set_value(set_timeout_with_handle(commit_now, IDLE).ok());
            }
        })
        .on("change", move |_| commit_now())
        .on("blur", move |_| commit_now());
    let name = html::span().class("label").text(label);
    html::label().class("field").child(name).child(field).child(live(note))
}

fn text_in(event: &web_sys::Event) -> Typed {
    let text = event_target_value(event);
    match text.chars().count().checked_sub(MAX_CHARS) {
        None | Some(0) => Typed::Text(text),
        Some(more) => Typed::TooLong(more),
    }
}
