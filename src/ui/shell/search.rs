//! The search over the catalogue: a dialogue that Ctrl K and `/` open from everywhere.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::{
    app::AppState,
    core::catalog::search::{Hit, Index, Marked},
    ui::{
        browser,
        components::{
            button,
            el::{El, html},
            live, provenance,
        },
        i18n::{fill, lang, search as words},
        route::Route,
        wording,
    },
};

/// As many hits as one looks through; more are found by another word.
const LIMIT: usize = 30;
/// How much of a text is shown around the first mark, in characters.
const BEFORE: usize = 24;
const LENGTH: usize = 110;

/// The dialogue. It stands on every page, closed.
#[must_use]
pub fn dialog(app: AppState) -> El {
    let t = words::words();
    let query = RwSignal::new(String::new());
    let hits = RwSignal::new(Vec::<Hit>::new());
    let chosen = RwSignal::new(0_usize);
    // Made at the first key: unpacking and folding all texts takes some milliseconds.
    let index = StoredValue::new(None::<Index>);
    let language = lang();
    let search = move |typed: String| {
        index.update_value(|i| {
            let index = i.get_or_insert_with(|| Index::new(app.catalog()));
            hits.set(index.search(&typed, language, LIMIT));
        });
        chosen.set(0);
        query.set(typed);
    };
    let open = move |at: usize| {
        if let Some(entry) = hits.with_untracked(|h| h.get(at).map(|h| h.entry)) {
            browser::close_search();
            browser::go(&Route::Entry(entry.kind, entry.id.to_owned()));
        }
    };
    let step = move |by: isize| {
        let count = hits.with_untracked(Vec::len);
        let to = chosen.get_untracked().saturating_add_signed(by).min(count.saturating_sub(1));
        chosen.set(to);
        browser::show(&option_id(to));
    };
    let keys = move |ev: web_sys::Event| {
        let Some(key) = ev.dyn_ref::<web_sys::KeyboardEvent>() else { return };
        // While an input method is composing, keys belong to it.
        // 229 is what browsers send while an input method is composing and say nothing else.
        if key.is_composing() || key.key_code() == 229 {
            return;
        }
        match key.key().as_str() {
            "ArrowDown" => step(1),
            "ArrowUp" => step(-1),
            "Enter" => open(chosen.get_untracked()),
            // A field for searching would only empty itself.
            "Escape" => browser::close_search(),
            _ => return,
        }
        ev.prevent_default();
    };
    listen_to_keys();
    let field = html::input()
        .attr("type", "search")
        .attr("id", "search-field")
        .attr("role", "combobox")
        .attr("aria-label", t.title)
        .attr("aria-controls", "search-hits")
        .live_attr("aria-expanded", move || Some(hits.with(|h| !h.is_empty()).to_string()))
        .attr("aria-autocomplete", "list")
        .attr("autocomplete", "off")
        .attr("placeholder", t.placeholder)
        .live_attr("aria-activedescendant", move || hits.with(|h| !h.is_empty()).then(|| option_id(chosen.get())))
        .on("input", move |ev| search(event_target_value(&ev)))
        .on("keydown", keys);
    let list = live(move || {
        let options =
            hits.with(|h| h.iter().enumerate().map(|(i, hit)| option(app, i, hit, chosen, open)).collect::<Vec<_>>());
        html::ul()
            .attr("id", "search-hits")
            .attr("role", "listbox")
            .attr("aria-label", t.hits)
            .children(options)
            .into_any()
    });
    let count = move || match (query.with(|q| q.trim().is_empty()), hits.with(Vec::len)) {
        (true, _) => t.hint.to_owned(),
        (false, 0) => t.nothing.to_owned(),
        (false, LIMIT) => fill(t.many, &[&LIMIT]),
        (false, count) => fill(t.count, &[&count]),
    };
    html::dialog()
        .attr("id", "search")
        .class("search")
        .attr("aria-label", t.title)
        .child(
            html::div().class("search-head").child(field).child(button("quiet", t.close).click(browser::close_search)),
        )
        .child(html::p().class("about").attr("role", "status").live_text(count))
        .child(list)
}

fn option_id(at: usize) -> String {
    format!("hit-{at}")
}

/// One hit: kind, id and title, the text in which the words stand.
fn option(app: AppState, at: usize, hit: &Hit, chosen: RwSignal<usize>, open: impl Fn(usize) + 'static) -> El {
    let title = marked(html::span().class("hit-title"), &hit.title, false);
    let mut option = html::li()
        .attr("role", "option")
        .attr("id", option_id(at))
        .live_attr("aria-selected", move || Some((chosen.get() == at).to_string()))
        .click(move || open(at))
        .child(html::span().class("hit-kind").text(wording::entry_kind(hit.entry.kind)))
        .text(" ")
        .child(html::span().class("id").text(hit.entry.id))
        .text(" ")
        .child(title)
        .text(" ")
        // Within an option nothing else can be opened.
        .child(html::span().class("hit-badge").text(provenance(hit.entry.title.from).0));
    if let Some((field, text)) = &hit.snippet {
        let mut line = marked(html::p().class("hit-text"), text, true);
        // The text may come from elsewhere than the title.
        if let Some(fact) = app.catalog().facts(&hit.entry).iter().find(|f| f.field == *field) {
            line = line.text(" ").child(html::span().class("hit-badge").text(provenance(fact.from).0));
        }
        option = option.child(line);
    }
    option
}

/// A text with its hits marked; cut to what stands around the first of them if `short`.
fn marked(mut into: El, text: &Marked, short: bool) -> El {
    let mut room = if short { LENGTH } else { usize::MAX };
    for (i, (part, is_hit)) in text.parts().into_iter().enumerate() {
        let mut part = part;
        if short && i == 0 && !is_hit {
            let from = part.char_indices().rev().nth(BEFORE).map_or(0, |(at, _)| at);
            // A word of letters is not cut in the middle.
            let cut = part[..from].ends_with(is_letter);
            let from = if cut { part[from..].find(|c| !is_letter(c)).map_or(from, |more| from + more) } else { from };
            if from > 0 {
                part = &part[from..];
                into = into.text("…");
            }
        }
        let end = part.char_indices().nth(room).map_or(part.len(), |(at, _)| at);
        let cut = part[end..].starts_with(is_letter);
        let end = if cut { part[..end].rfind(|c| !is_letter(c)).map_or(end, |at| at + 1) } else { end };
        let shown = part[..end].to_owned();
        room = room.saturating_sub(shown.chars().count());
        into = if is_hit { into.child(html::mark().text(shown)) } else { into.text(shown) };
        if end < part.len() {
            return into.text("…");
        }
    }
    into
}

/// Whether words are made of it that blanks keep apart.
const fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric()
}

/// Ctrl or ⌘ K, and `/` outside of fields.
fn listen_to_keys() {
    let handle = window_event_listener(leptos::ev::keydown, move |ev| {
        let key = ev.key();
        let command = (ev.ctrl_key() || ev.meta_key()) && !ev.alt_key() && key.eq_ignore_ascii_case("k");
        let slash = key == "/" && !ev.ctrl_key() && !ev.meta_key() && !ev.alt_key() && !browser::is_typing(&ev);
        if command || slash {
            ev.prevent_default();
            browser::open_search();
        }
    });
    on_cleanup(move || handle.remove());
}
