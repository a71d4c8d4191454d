//! The rows, under their groups, and the keys that move among them.

use std::collections::BTreeSet;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

use super::{Entry, Group, List, PANEL, one};
use crate::core::report::ProvenanceKind;
use crate::ui::{
    browser,
    components::{
        Followed, each,
        el::{El, html},
        live, mark, memo, when,
    },
    i18n::{common, fill, worklist as words},
};

/// How many rows are drawn before somebody asks for more: each is a handful of elements.
const DRAWN: usize = 60;

/// The list.
#[must_use]
pub fn list(list: List) -> El {
    let t = words::words();
    let drawn = RwSignal::new(DRAWN);
    // On paper nobody can ask for more.
    let handle = window_event_listener_untyped("beforeprint", move |_| drawn.set(usize::MAX));
    on_cleanup(move || handle.remove());
    // The rows that are drawn: of groups that are not folded, up to the limit, and as far as the one in the panel.
    let groups = memo(move || {
        let reach = list.current.get().and_then(|key| list.order.with(|o| o.iter().position(|k| *k == key)));
        let mut left = drawn.get().max(reach.map_or(0, |at| at + 1));
        list.groups.with(|groups| {
            let mut of_screen = Vec::new();
            for group in groups.iter() {
                let folded = list.folded.with(|f| f.contains(&*group.facet.word));
                let keys: Vec<String> = group.keys.iter().take(if folded { 0 } else { left }).cloned().collect();
                left -= keys.len();
                of_screen.push((group.facet.word.to_string(), keys));
            }
            of_screen
        })
    });
    let not_drawn = memo(move || {
        let drawn: usize = groups.with(|g| g.iter().map(|(_, keys)| keys.len()).sum());
        let wanted: usize = list.groups.with(|groups| {
            let open = |g: &&Group| !list.folded.with(|f| f.contains(&*g.facet.word));
            groups.iter().filter(open).map(|g| g.keys.len()).sum()
        });
        wanted - drawn
    });
    let all = each(
        move || groups.with(|g| g.iter().map(|(word, _)| word.clone()).collect()),
        |word: &String| word.clone(),
        move |word| {
            let key = word.clone();
            let keys = memo(move || {
                groups.with(|g| g.iter().find(|(w, _)| *w == key).map(|(_, keys)| keys.clone()).unwrap_or_default())
            });
            group(list, word, keys).into_any()
        },
    );
    let more = move || {
        html::button()
            .attr("type", "button")
            .class("secondary")
            .live_text(move || fill(t.more, &[&not_drawn.get()]))
            .click(move || drawn.update(|d| *d = d.saturating_add(DRAWN)))
            .into_any()
    };
    let nothing = move || html::p().class("empty").text(t.nothing).into_any();
    html::div()
        .class("rows")
        .attr("role", "group")
        .attr("aria-label", list.kind.name)
        .on("keydown", move |ev| list_keys(list, &ev))
        .child(all)
        .child(when(move || not_drawn.get() > 0, more))
        .child(when(move || list.order.with(|o| o.is_empty()), nothing))
}

fn group(list: List, word: String, keys: Followed<Vec<String>>) -> El {
    let c = common::words();
    let of = word.clone();
    let group = memo(move || list.groups.with(|g| g.iter().find(|g| g.facet.word == of).cloned()));
    let label = move || group.with(|g| g.as_ref().map(|g| g.facet.label.to_string()).unwrap_or_default());
    let counts = move || {
        let (open, all) = group.with(|g| g.as_ref().map_or((0, 0), |g| (g.open, g.keys.len())));
        fill(c.done_of, &[&(all - open), &all])
    };
    let (of, turned) = (word.clone(), word);
    let folded = memo(move || list.folded.with(|f| f.contains(&of)));
    let head = html::button()
        .attr("type", "button")
        .class("group-head")
        .live_attr("aria-expanded", move || Some((!folded.get()).to_string()))
        .click(move || turn(list.folded, &turned))
        .child(html::span().class("group-name").live_text(label))
        .child(html::span().class("group-count").live_text(counts));
    let rows = each(move || keys.get(), |key: &String| key.clone(), move |key| row(list, key));
    html::section().class("row-group").child(html::h2().child(head)).child(html::ul().class("row-list").child(rows))
}

/// One row: a tick to select it, and a link that shows it whole.
fn row(list: List, key: String) -> El {
    let t = words::words();
    let Some(Entry { id, title, from, .. }) = list.kind.entries.with_untracked(|all| find(all, &key).cloned()) else {
        return html::li();
    };
    let key = StoredValue::new(key);
    // What of it changes.
    let now = memo(move || {
        list.kind.entries.with(|all| {
            let entry = key.with_value(|key| find(all, key));
            entry.map(|e| (e.class, e.state, e.open, e.note.clone())).unwrap_or_default()
        })
    });
    let is = move |row: Followed<Option<String>>| key.with_value(|key| row.with(|row| row.as_ref() == Some(key)));
    let select = html::input()
        .attr("type", "checkbox")
        .attr("tabindex", "-1")
        .attr("aria-label", fill(t.select, &[&id, &title]))
        .live_checked(move || key.with_value(|key| list.selected.with(|s| s.contains(key))))
        .on("change", move |_| turn(list.selected, &key.get_value()));
    let sign = move || {
        let (class, state) = now.with(|(class, state, ..)| (*class, *state));
        html::span().class("row-state").child(html::span().attr("class", format!("dot {class}"))).text(state)
    };
    // The source of most is told above; what differs from it stands out.
    let differs = move || list.source.get().is_some_and(|usual| usual != ProvenanceKind::of(from)).then(|| mark(from));
    let link = html::a()
        .attr("id", element_id(&key.get_value()))
        .attr("data-key", key.get_value())
        .live_attr("href", move || Some(list.route(&list.place.with(|p| key.with_value(|k| p.with_row(k)))).href()))
        .live_attr("aria-current", move || is(list.current).then(|| "true".to_owned()))
        // One stop for the whole list: arrows go on from there.
        .live_attr("tabindex", move || Some(if is(list.stop) { "0" } else { "-1" }.to_owned()))
        .child(live(sign))
        .child(html::span().class("id").text(id))
        .child(html::span().class("row-title").text(title).child(live(differs)))
        .child(html::span().class("row-note").live_text(move || now.with(|(.., note)| note.clone())));
    html::li().class("row").live_class("waits", move || now.with(|(_, _, open, _)| *open)).child(select).child(link)
}

fn find<'a>(all: &'a [Entry], key: &str) -> Option<&'a Entry> {
    all.iter().find(|e| e.key == key)
}

/// Puts a key into a set, or takes it out.
fn turn(set: RwSignal<BTreeSet<String>>, key: &str) {
    set.update(|s| {
        if !s.remove(key) {
            s.insert(key.to_owned());
        }
    });
}

/// The id of a row's link.
fn element_id(key: &str) -> String {
    format!("row-{key}")
}

/// Moves the focus to a row, once it is drawn.
pub fn focus_row(list: List, key: &str) {
    let id = element_id(key);
    let folded = list.groups.with_untracked(|groups| {
        groups.iter().find(|g| g.keys.iter().any(|k| k == key)).map(|g| g.facet.word.to_string())
    });
    if let Some(word) = folded {
        list.folded.update(|f| {
            f.remove(&word);
        });
    }
    browser::focus_near_soon(id);
}

/// What keys do in the list.
fn list_keys(list: List, event: &Event) {
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
