//! A file that is protected or opened: shows what the worker says, and tells it what is typed and pressed.

use leptos::prelude::*;

use super::decline;
use crate::{
    app::AppState,
    core::jobs::Step,
    ui::{
        browser,
        components::{button, el::html},
        i18n::common,
    },
};

/// What the dialogue shows: pieces as a `Reply` has them.
pub fn contents(app: AppState, shown: &str) -> Vec<AnyView> {
    let press = move |pressed| app.tell_sheet(browser::typed(), pressed);
    let send = move |ev: web_sys::Event| {
        ev.prevent_default();
        press(0);
    };
    let mut form = html::form().on("submit", send).on("change", move |_| press(Step::NOTHING));
    let mut buttons = html::div().class("buttons");
    let mut number = 0;
    for line in shown.lines() {
        let Some((kind, text)) = line.split_at_checked(1) else { continue };
        let text = text.to_owned();
        let input = |kind| html::input().attr("type", kind).attr("autocomplete", "off");
        let piece = match kind {
            "b" if number == 0 => {
                // The key Enter presses it too.
                number = 1;
                buttons = buttons.child(html::button().attr("type", "submit").class("primary").text(text));
                continue;
            }
            "b" => {
                let pressed = number;
                number += 1;
                buttons = buttons.child(button("secondary", text).click(move || press(pressed)));
                continue;
            }
            "t" => html::h2().attr("id", "incoming-title").text(text),
            "p" => html::p().attr("role", "status").text(text),
            "c" => html::label().child(input("checkbox")).text(text),
            _ => html::label().class("field").child(html::span().class("label").text(text)).child(input("password")),
        };
        form = form.child(piece);
    }
    let cancel = button("quiet", common::words().cancel).click(move || decline(app));
    vec![form.child(buttons.child(cancel)).into_any()]
}
