//! Keys that move among the rows and set their states, and the focus that follows.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

use super::{List, PANEL, list::turn, one};
use crate::ui::browser;

/// How many rows the keys for pages go on.
const PAGE: isize = 10;

/// The id of a row's link.
pub fn element_id(key: &str) -> String {
    format!("row-{key}")
}

/// Moves the focus to a row. One that is not drawn yet takes it as soon as it is; what is filtered away will not be.
pub fn focus_row(list: List, key: &str) {
    if !list.order.with_untracked(|order| order.iter().any(|k| k == key)) {
        return;
    }
    let group = list.groups.with_untracked(|groups| {
        groups.iter().find(|g| g.keys.iter().any(|k| k == key)).map(|g| g.facet.word.to_string())
    });
    let id = element_id(key);
    let is_drawn = document().get_element_by_id(&id).is_some();
    list.wanted.set_value((!is_drawn).then(|| key.to_owned()));
    if is_drawn {
        browser::focus_near_soon(id);
    } else if let Some(word) = group {
        list.folded.update(|f| f.retain(|of| *of != word));
    }
}

/// What keys do in the list.
pub fn list_keys(list: List, event: &Event) {
    let Some(event) = plain_key(event) else { return };
    let here =
        event.target().and_then(|t| t.dyn_into::<web_sys::Element>().ok()).and_then(|e| e.get_attribute("data-key"));
    let here = here.or_else(|| list.current.get_untracked());
    let step = |by: isize| {
        let order = list.order.get_untracked();
        let at = here.as_ref().and_then(|key| order.iter().position(|k| k == key));
        let to = at.map_or(0, |at| at.saturating_add_signed(by)).min(order.len().saturating_sub(1));
        if let Some(key) = order.get(to) {
            list.go_to(key);
        }
    };
    match event.key().as_str() {
        "ArrowDown" | "j" => step(1),
        "ArrowUp" | "k" => step(-1),
        "PageDown" => step(PAGE),
        "PageUp" => step(-PAGE),
        "Home" => step(isize::MIN + 1),
        "End" => step(isize::MAX),
        "x" => {
            if let Some(key) = here {
                turn(list.selected, &key);
            }
        }
        "a" => list.select_all(),
        "Enter" => {
            if let Some(key) = here {
                list.set(|place| place.row = Some(key));
                browser::focus_soon(Some(PANEL.to_owned()));
            }
        }
        key => match state_of(list, key) {
            Some(word) => put(list, here, word),
            None => return,
        },
    }
    event.prevent_default();
}

/// The state that a digit stands for.
fn state_of(list: List, key: &str) -> Option<&'static str> {
    let number = key.parse::<usize>().ok()?.checked_sub(1)?;
    list.kind.states.with_value(|states| states.get(number).map(|(word, _)| *word))
}

/// Puts the selected rows into a state, or this one where none is selected.
fn put(list: List, here: Option<String>, word: &'static str) {
    let selected: Vec<String> = list.selected.get_untracked().into_iter().collect();
    let keys = if selected.is_empty() { here.into_iter().collect() } else { selected };
    list.kind.set.run((keys, list.kind.fact, word.to_owned()));
}

/// What keys do in the panel.
pub fn panel_keys(list: List, event: &Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key) else { return };
    if key == "Escape" {
        list.set(|place| place.one = false);
        if let Some(key) = list.current.get_untracked() {
            focus_row(list, &key);
        }
        event.prevent_default();
        return;
    }
    let Some(event) = plain_key(event) else { return };
    // In what is chosen by arrows, they choose.
    let on_choice = event.target().and_then(|t| t.dyn_into::<web_sys::HtmlInputElement>().ok()).is_some();
    match event.key().as_str() {
        "ArrowRight" | "j" if !on_choice => return one::turn(list, 1),
        "ArrowLeft" | "k" if !on_choice => return one::turn(list, -1),
        _ => {}
    }
    if let Some(word) = state_of(list, &event.key()) {
        let here = list.current.get_untracked().into_iter().collect();
        list.kind.set.run((here, list.kind.fact, word.to_owned()));
        event.prevent_default();
    }
}

/// A key without a modifier, outside of what is typed into.
fn plain_key(event: &Event) -> Option<&KeyboardEvent> {
    let key = event.dyn_ref::<KeyboardEvent>()?;
    let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    let typed_into = browser::is_text_field(&target) || target.tag_name() == "SELECT";
    let on_button = matches!(target.tag_name().as_str(), "BUTTON" | "SUMMARY") && key.key() == "Enter";
    (!key.ctrl_key() && !key.meta_key() && !key.alt_key() && !typed_into && !on_button).then_some(key)
}
