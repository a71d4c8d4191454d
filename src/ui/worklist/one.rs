//! One entry at a time, large: for interviews, and for phones. The next one comes by a button, a key or a swipe.

use std::cell::Cell;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, PointerEvent};

use super::{Entry, List, PANEL, Place};
use crate::ui::{
    browser,
    components::{
        button, effect,
        el::{El, html},
    },
    i18n::{common, fill, worklist as words},
};

/// How far a finger goes to turn over, in CSS pixels, and twice as far across as along.
const SWIPE: i32 = 60;

/// The button that shows one entry at a time.
#[must_use]
pub fn begin(list: List) -> El {
    // Once it stands alone, the panel is shown from its beginning.
    let before = Cell::new(true);
    effect(move || {
        let one = list.place.with(|place| place.one);
        if !before.replace(one) && one {
            browser::focus_soon(Some(PANEL.to_owned()));
        }
    });
    button("quiet", words::words().one).click(move || list.set(|place| place.one = true))
}

/// Back to the list, and over to the entries before and after.
#[must_use]
pub fn head(list: List) -> El {
    let t = words::words();
    let back = html::a().class("to-list").live_attr("href", move || {
        let place = Place { row: None, one: false, ..list.place.get() };
        Some(list.route(&place).href())
    });
    let position = move || {
        let at = list.order.with(|order| order.iter().position(|key| list.current.get().as_ref() == Some(key)));
        let of = list.order.with(|order| order.len());
        at.map(|at| fill(common::words().done_of, &[&(at + 1), &of])).unwrap_or_default()
    };
    let turn = move |class, words, by| button(class, words).click(move || turn(list, by));
    let over = html::span()
        .class("turn-over")
        .child(turn("quiet", t.before, -1))
        .child(html::span().class("position").live_text(position))
        .child(turn("secondary", t.after, 1));
    html::div().class("panel-head").child(back.text(t.to_list)).child(over)
}

/// What fingers and keys do in the panel.
#[must_use]
pub fn turning(list: List, panel: El) -> El {
    let from = StoredValue::new(None);
    let finger = |event: &Event| {
        let event = event.dyn_ref::<PointerEvent>().filter(|event| event.pointer_type() == "touch")?;
        Some((event.client_x(), event.client_y()))
    };
    panel.on("pointerdown", move |event| from.set_value(finger(&event))).on("pointerup", move |event| {
        let Some(((x, y), (to_x, to_y))) = from.get_value().zip(finger(&event)) else { return };
        let (across, along) = (to_x - x, to_y - y);
        if across.abs() > SWIPE && across.abs() > 2 * along.abs() {
            turn(list, if across < 0 { 1 } else { -1 });
        }
    })
}

/// Shows the entry before or after, from its beginning.
pub fn turn(list: List, by: isize) {
    let order = list.order.get_untracked();
    let all = list.kind.entries.get_untracked();
    let here = list.current.get_untracked();
    let to = match order.iter().position(|key| here.as_ref() == Some(key)) {
        Some(at) => at.checked_add_signed(by),
        // Its new state was filtered away: on from where it stood.
        None => {
            let place = |key: &str| all.iter().position(|e: &Entry| e.key == key);
            let left = here.as_deref().and_then(place);
            let before = order.iter().filter(|key| place(key) < left).count();
            if by > 0 { Some(before) } else { before.checked_sub(1) }
        }
    };
    if let Some(key) = to.and_then(|to| order.get(to)) {
        list.set(|place| place.row = Some(key.clone()));
        browser::focus_soon(Some(PANEL.to_owned()));
    }
}
