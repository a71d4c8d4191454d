//! A field for a day: typed as people write it, or chosen in the browser's calendar.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::{
    Followed, button,
    el::{El, Handle, html},
    field::{Rules, Typed, typed_field},
};
use crate::{
    core::day::Day,
    ui::i18n::{common, fill},
};

/// The day where the person is, for fields below.
#[derive(Clone, Copy)]
pub struct Today(pub Callback<(), String>);

/// A labelled field for a day.
pub(super) fn date_field(label: String, value: Followed<String>, commit: Callback<String>) -> El {
    let (today, element) = (use_context::<Today>(), Handle::new());
    let field = html::input().attr("type", "text").attr("autocomplete", "off");
    let field = field.handle(element).attr("placeholder", common::words().day_hint);
    let rules = Rules {
        read: Box::new(move |ev| day_in(today, ev)),
        said: |day| (!day.is_empty()).then(|| fill(common::words().day_read, &[&day])),
        // Until the field is left, it may be on its way to another day.
        soon: false,
        // It is shown as it was understood, also where that changes nothing.
        after: Box::new(move || {
            if let Some(field) = input_of(element) {
                field.set_value(&value.get_untracked());
            }
        }),
    };
    let line = typed_field(field, label.clone(), value, commit, rules);
    html::div().class("date-field").child(line).children(calendar(label, value, commit))
}

/// A button that opens the browser's calendar, and the field of the browser that it belongs to.
fn calendar(label: String, value: Followed<String>, commit: Callback<String>) -> [El; 2] {
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
