//! The search over the catalogue and what people wrote: a dialogue that Ctrl K and `/` open from everywhere.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::{
    app::AppState,
    core::{
        assessment::paths,
        catalog::search::{Found, Hit, Index, Marked, Query},
        model::project,
        report::notes,
    },
    ui::{
        browser,
        components::{
            button,
            el::{El, html},
            live, provenance,
        },
        field_names, field_places,
        i18n::{fill, lang, search as words},
        route::Route,
        wording,
    },
};

/// As many hits as one looks through; more are found by another word.
const LIMIT: usize = 30;
/// As many places in assessments, and so many bytes of what people wrote are read for them at each key.
const OWN: usize = 10;
const READ: usize = 500_000;
/// How much of a text is shown around the first mark, in characters.
const BEFORE: usize = 24;
const LENGTH: usize = 110;

/// A place in an assessment where the words stand.
#[derive(Clone)]
struct Own {
    /// The assessment's name.
    of: String,
    /// What the field is called.
    field: String,
    text: Marked,
    route: Option<Route>,
}

/// The dialogue. It stands on every page, closed.
#[must_use]
pub fn dialog(app: AppState, route: ReadSignal<Route>) -> El {
    let t = words::words();
    let query = RwSignal::new(String::new());
    let found = RwSignal::new((Found::default(), Vec::<Own>::new()));
    let chosen = RwSignal::new(0_usize);
    // Made at the first key: unpacking and folding all texts takes some milliseconds.
    let index = StoredValue::new(None::<Index>);
    let language = lang();
    let search = move |typed: String| {
        index.update_value(|i| {
            let index = i.get_or_insert_with(|| Index::new(app.catalog()));
            let own = route.with_untracked(|route| own(app, route, &typed));
            found.set((index.search(&typed, language, LIMIT), own));
        });
        chosen.set(0);
        query.set(typed);
    };
    let open = move |at: usize| {
        let to = found.with_untracked(|(found, own)| match found.hits.get(at) {
            Some(hit) => Some(Route::Entry(hit.entry.kind, hit.entry.id.to_owned())),
            None => own.get(at - found.hits.len()).and_then(|own| own.route.clone()),
        });
        if let Some(to) = to {
            browser::close_search();
            browser::go(&to);
        }
    };
    let count = move || found.with(|(found, own)| found.hits.len() + own.len());
    let step = move |by: isize| {
        let count = untrack(count);
        // Up from the first is the last, where people's own stand.
        let to = chosen.get_untracked().checked_add_signed(by).unwrap_or(count).min(count.saturating_sub(1));
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
        .live_attr("aria-expanded", move || Some((count() > 0).to_string()))
        .attr("aria-autocomplete", "list")
        .attr("autocomplete", "off")
        .attr("placeholder", t.placeholder)
        .live_attr("aria-activedescendant", move || (count() > 0).then(|| option_id(chosen.get())))
        .on("input", move |ev| search(event_target_value(&ev)))
        .on("keydown", keys);
    let list = live(move || {
        let option = |at: usize| {
            html::li()
                .attr("role", "option")
                .attr("id", option_id(at))
                .live_attr("aria-selected", move || Some((chosen.get() == at).to_string()))
                .click(move || open(at))
        };
        let list = html::ul().attr("id", "search-hits").attr("role", "listbox").attr("aria-label", t.hits);
        found.with(|(found, own)| {
            let mut list = list;
            for (at, hit) in found.hits.iter().enumerate() {
                list = list.child(entry(app, hit, option(at)));
            }
            if !own.is_empty() {
                // Each of the options says it too.
                list = list.child(html::li().attr("role", "presentation").class("hit-group").text(t.own));
            }
            for (at, own) in (found.hits.len()..).zip(own) {
                list = list.child(place(own, option(at)));
            }
            list.into_any()
        })
    });
    let status = move || {
        let (hits, partly, own) = found.with(|(found, own)| (found.hits.len(), found.partly, own.len()));
        let catalog = match hits {
            _ if query.with(|q| q.trim().is_empty()) => return t.hint.to_owned(),
            0 if own == 0 => return t.nothing.to_owned(),
            0 => return fill(t.own_count, &[&own]),
            LIMIT => fill(t.many, &[&LIMIT]),
            hits => fill(t.count, &[&hits]),
        };
        let catalog = if partly { [t.partly, &catalog].concat() } else { catalog };
        if own == 0 { catalog } else { [catalog, fill(t.own_count, &[&own])].join(" · ") }
    };
    html::dialog()
        .attr("id", "search")
        .class("search")
        .attr("aria-label", t.title)
        .child(
            html::div().class("search-head").child(field).child(button("quiet", t.close).click(browser::close_search)),
        )
        .child(html::p().class("about").attr("role", "status").live_text(status))
        .child(list)
}

fn option_id(at: usize) -> String {
    format!("hit-{at}")
}

/// What people wrote in which the words stand: in the assessment that is open first, then in the others.
fn own(app: AppState, route: &Route, typed: &str) -> Vec<Own> {
    let (mut places, mut left) = (Vec::new(), READ);
    let Some(query) = Query::new(typed) else { return places };
    let open = match route {
        Route::Assessment(id, ..) => Some(id),
        _ => None,
    };
    app.assessments().with_untracked(|all| {
        let others = all.values().filter(|a| Some(a.id()) != open);
        for assessment in open.and_then(|id| all.get(id)).into_iter().chain(others) {
            let found = notes(assessment, &query, OWN - places.len(), &mut left);
            if found.is_empty() {
                continue;
            }
            let model = project(assessment, app.catalog());
            for (path, text) in found {
                places.push(Own {
                    of: assessment.text(&paths::name()).to_owned(),
                    field: field_names::name(app.catalog(), &model, path),
                    text: query.marked(text.to_owned().into()),
                    route: field_places::place(assessment.id(), path),
                });
            }
        }
    });
    places
}

/// A place in an assessment: which, the field, and what is written there.
fn place(own: &Own, option: El) -> El {
    option
        .child(html::span().class("hit-kind").text(own.of.clone()))
        .text(" ")
        .child(html::span().class("hit-title").text(own.field.clone()))
        .child(marked(html::p().class("hit-text"), &own.text, true))
}

/// An entry: kind, id and title, the text in which the words stand.
fn entry(app: AppState, hit: &Hit, option: El) -> El {
    let title = marked(html::span().class("hit-title"), &hit.title, false);
    let mut option = option
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
