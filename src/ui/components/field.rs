//! A text field that commits what was typed: soon after the last key, and at once when it is left.

use std::time::Duration;

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::{
    button,
    el::{El, Handle, html},
    live,
};
use crate::{
    core::{assessment::MAX_CHARS, day::Day},
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
    /// A day, typed as people write it or chosen in a calendar.
    Date,
}

/// The day where the person is, for fields below.
#[derive(Clone, Copy)]
pub struct Today(pub Callback<(), String>);

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
    /// Something that is no day, or no single one.
    NoDay,
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
    let (typing, today, element) = (use_context::<Typing>(), use_context::<Today>(), Handle::new());
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
            // A day is shown as it was understood, also where that changes nothing.
            if let (TextKind::Date, Some(field)) = (kind, input_of(element)) {
                field.set_value(&value.get_untracked());
            }
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
        TextKind::Date => html::input().attr("type", "text").attr("autocomplete", "off"),
    };
    let note = move || {
        let t = common::words();
        let words = match typed.get() {
            Some(Typed::TooLong(more)) => fill(t.too_long, &[&MAX_CHARS, &more]),
            Some(Typed::NoDay) => t.no_day.to_owned(),
            Some(Typed::Text(day)) if kind == TextKind::Date && !day.is_empty() => fill(t.day_read, &[&day]),
            _ => return None,
        };
        Some(html::span().class("field-note").attr("role", "status").text(words).into_any())
    };
    let hint = if kind == TextKind::Date { common::words().day_hint.to_owned() } else { placeholder };
    let field = field
        .handle(element)
        .attr("placeholder", hint)
        .live_value(move || value.get())
        .on("input", move |ev| {
            cancel();
            let read = if kind == TextKind::Date { day_in(today, &ev) } else { text_in(&ev) };
            // A day is committed when the field is left: until then it may be on its way to another one.
            let soon = kind != TextKind::Date && matches!(read, Typed::Text(_));
            set(Some(read));
            if soon {
                timer.set_value(set_timeout_with_handle(commit_now, IDLE).ok());
            }
        })
        .on("change", move |_| commit_now())
        .on("blur", move |_| commit_now());
    let name = html::span().class("label").text(label.clone());
    let line = html::label().class("field").child(name).child(field).child(live(note));
    if kind != TextKind::Date {
        return line;
    }
    html::div().class("date-field").child(line).children(calendar(label, value, commit))
}

/// A button that opens the browser's calendar, and the field of the browser that it belongs to.
fn calendar(label: String, value: Signal<String>, commit: Callback<String>) -> [El; 2] {
    let (t, native) = (common::words(), Handle::new());
    let open = move || {
        if let Some(field) = input_of(native) {
            field.set_value(&value.get_untracked());
            // A browser without a calendar of its own leaves the field for typing.
            let _ = field.show_picker();
        }
    };
    let field = html::input()
        .handle(native)
        .attr("type", "date")
        .attr("class", "calendar")
        .attr("tabindex", "-1")
        .attr("aria-hidden", "true")
        .on("change", move |ev| commit.run(event_target_value(&ev)));
    let label = format!("{}: {label}", t.calendar);
    [field, button("quiet", t.calendar).attr("aria-label", label).click(open)]
}

fn input_of(handle: Handle) -> Option<HtmlInputElement> {
    handle.try_get_untracked().flatten().and_then(|e| e.dyn_into().ok())
}

fn day_in(today: Option<Today>, event: &web_sys::Event) -> Typed {
    let text = event_target_value(event);
    let today = today.and_then(|today| today.0.run(()).parse().ok());
    match today.and_then(|today| Day::read(&text, today)) {
        Some(day) => Typed::Text(day.to_string()),
        None if text.trim().is_empty() => Typed::Text(String::new()),
        None => Typed::NoDay,
    }
}

fn text_in(event: &web_sys::Event) -> Typed {
    let text = event_target_value(event);
    match text.chars().count().checked_sub(MAX_CHARS) {
        None | Some(0) => Typed::Text(text),
        Some(more) => Typed::TooLong(more),
    }
}
