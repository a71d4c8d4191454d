//! The rows, under their groups.

use std::ops::Range;

use leptos::prelude::*;

use super::{
    Entry, Group, List, Place,
    keys::{element_id, focus_row, list_keys},
    window::{self, STEP},
};
use crate::core::report::ProvenanceKind;
use crate::ui::{
    browser,
    components::{
        Followed, each,
        el::{El, html},
        live, mark, memo, memo_from, when,
    },
    i18n::{common, fill, worklist as words},
};

/// The rows that are drawn, and why they are.
#[derive(PartialEq)]
struct Stand {
    /// What is let through, in which order.
    place: Place,
    /// How often somebody asked for other rows.
    asked: usize,
    current: Option<String>,
    window: Range<usize>,
}

/// The window of a list.
#[derive(Clone, Copy)]
struct Drawn {
    list: List,
    /// All rows that are not folded away.
    rows: Followed<Vec<String>>,
    /// What somebody asked for last, and how often they did.
    asked: RwSignal<(usize, Range<usize>)>,
    window: Followed<Range<usize>>,
}

impl Drawn {
    fn of(list: List) -> Self {
        let asked = RwSignal::new((0, 0..STEP));
        let rows = memo(move || list.groups.with(|groups| list.folded.with(|folded| window::unfolded(groups, folded))));
        let stand = memo_from(move |before: Option<&Stand>| {
            let place = Place { row: None, one: false, ..list.place.get() };
            let (asked, wanted) = asked.get();
            let current = list.current.get();
            let (all, at) = rows.with(|rows| (rows.len(), rows.iter().position(|row| Some(row) == current.as_ref())));
            let to = |window| at.map_or(0..STEP, |at| window::around(window, at));
            let window = match before {
                None => to(0..STEP),
                Some(before) if before.asked != asked => wanted,
                // Another list is seen from its beginning.
                Some(before) if before.place != place => 0..STEP,
                Some(before) if before.current != current && at.is_some() => to(before.window.clone()),
                Some(before) => before.window.clone(),
            };
            Stand { place, asked, current, window: window::within(window, all) }
        });
        Self { list, rows, asked, window: memo(move || stand.with(|stand| stand.window.clone())) }
    }

    fn ask(self, window: Range<usize>) {
        self.asked.update(|(times, asked)| (*times, *asked) = (*times + 1, window));
    }

    /// On paper nobody can ask for more.
    fn print_all(self) {
        let before = StoredValue::new(0..STEP);
        let all = window_event_listener_untyped("beforeprint", move |_| {
            before.set_value(self.window.get_untracked());
            self.ask(0..usize::MAX);
        });
        let again = window_event_listener_untyped("afterprint", move |_| self.ask(before.get_value()));
        on_cleanup(move || {
            all.remove();
            again.remove();
        });
    }

    /// Asks for more rows. The first of those that come has the focus then, since the button may be gone.
    fn more(self, words: &'static str, is_behind: bool) -> AnyView {
        let Self { list, rows, window, .. } = self;
        let count = memo(move || {
            let left = window.with(|w| if is_behind { rows.with(Vec::len) - w.end } else { w.start });
            left.min(STEP)
        });
        let go = move || {
            let now = window.get_untracked();
            let (next, window) =
                if is_behind { (now.end, window::later(now)) } else { (now.start - 1, window::earlier(now)) };
            self.ask(window);
            if let Some(key) = rows.with_untracked(|rows| rows.get(next).cloned()) {
                focus_row(list, &key);
            }
        };
        let button = move || {
            html::button()
                .attr("type", "button")
                .class("secondary")
                .live_text(move || fill(words, &[&count.get()]))
                .click(go)
        };
        when(move || count.get() > 0, button)
    }
}

/// The list.
#[must_use]
pub fn list(list: List) -> El {
    let t = words::words();
    let drawn = Drawn::of(list);
    drawn.print_all();
    let window = drawn.window;
    // Where the list does not begin at its beginning, the row that the address names would be out of sight.
    if let Some(row) = list.place.with_untracked(|place| place.row.clone())
        && window.with_untracked(|window| window.start > 0)
    {
        browser::show_soon(element_id(&row), browser::FRAMES);
    }
    let groups = memo(move || {
        list.groups.with(|groups| list.folded.with(|folded| window.with(|w| window::drawn(groups, folded, w))))
    });
    // The row at which the list is entered by keyboard: the one in the panel, or the first where that is not drawn.
    let stop = memo(move || {
        groups.with(|groups| {
            let mut drawn = groups.iter().flat_map(|(_, keys)| keys);
            let first = drawn.clone().next();
            list.current.with(|current| drawn.find(|key| Some(*key) == current.as_ref()).or(first).cloned())
        })
    });
    let all = each(
        move || groups.with(|g| g.iter().map(|(word, _)| word.clone()).collect()),
        |word: &String| word.clone(),
        move |word| {
            let key = word.clone();
            let keys = memo(move || {
                groups.with(|g| g.iter().find(|(w, _)| *w == key).map(|(_, keys)| keys.clone()).unwrap_or_default())
            });
            group(list, word, keys, stop).into_any()
        },
    );
    let nothing = move || html::p().class("empty").text(t.nothing).into_any();
    html::div()
        .class("rows")
        .attr("role", "group")
        .attr("aria-label", list.kind.name)
        .on("keydown", move |ev| list_keys(list, &ev))
        .child(drawn.more(t.earlier, false))
        .child(all)
        .child(drawn.more(t.more, true))
        .child(when(move || list.order.with(|o| o.is_empty()), nothing))
}

fn group(list: List, word: String, keys: Followed<Vec<String>>, stop: Followed<Option<String>>) -> El {
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
    let rows = each(move || keys.get(), |key: &String| key.clone(), move |key| row(list, key, group, stop));
    html::section().class("row-group").child(html::h2().child(head)).child(html::ul().class("row-list").child(rows))
}

/// One row: a tick to select it, and a link that shows it whole.
fn row(list: List, key: String, group: Followed<Option<Group>>, stop: Followed<Option<String>>) -> El {
    let t = words::words();
    let Some(Entry { id, title, from, .. }) = list.kind.entries.with_untracked(|all| find(all, &key).cloned()) else {
        return html::li();
    };
    let id_of_link = element_id(&key);
    if list.wanted.with_value(|wanted| wanted.as_ref() == Some(&key)) {
        list.wanted.set_value(None);
        browser::focus_near_soon(id_of_link.clone());
    }
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
        .live_checked(move || key.with_value(|key| list.selected.with(|s| s.binary_search(key).is_ok())))
        .on("change", move |_| turn(list.selected, &key.get_value()));
    let sign = move || {
        let (class, state) = now.with(|(class, state, ..)| (*class, *state));
        html::span().class("row-state").child(html::span().attr("class", format!("dot {class}"))).text(state)
    };
    // The source of most is told above; what differs from it stands out.
    let differs = move || list.source.get().is_some_and(|usual| usual != ProvenanceKind::of(from)).then(|| mark(from));
    let link = html::a()
        .attr("id", id_of_link)
        .attr("data-key", key.get_value())
        .live_attr("href", move || Some(list.route(&list.place.with(|p| key.with_value(|k| p.with_row(k)))).href()))
        .live_attr("aria-current", move || is(list.current).then(|| "true".to_owned()))
        // One stop for the whole list: arrows go on from there.
        .live_attr("tabindex", move || Some(if is(stop) { "0" } else { "-1" }.to_owned()))
        .child(live(sign))
        .child(html::span().class("id").text(id))
        .child(html::span().class("row-title").text(title).child(live(differs)))
        .child(html::span().class("row-note").live_text(move || now.with(|(.., note)| note.clone())));
    // Of its group not all may be drawn.
    let place =
        move || group.with(|g| g.as_ref().and_then(|g| g.keys.iter().position(|k| key.with_value(|key| k == key))));
    let size = move || group.with(|g| g.as_ref().map(|g| g.keys.len().to_string()));
    html::li()
        .live_attr("aria-posinset", move || place().map(|at| (at + 1).to_string()))
        .live_attr("aria-setsize", size)
        .live_class("row", "waits", move || now.with(|(_, _, open, _)| *open))
        .child(select)
        .child(link)
}

fn find<'a>(all: &'a [Entry], key: &str) -> Option<&'a Entry> {
    all.iter().find(|e| e.key == key)
}

/// Puts a key among others, or takes it away.
pub fn turn(keys: RwSignal<Vec<String>>, key: &str) {
    keys.update(|keys| match keys.binary_search_by(|k| k.as_str().cmp(key)) {
        Ok(place) => drop(keys.remove(place)),
        Err(place) => keys.insert(place, key.to_owned()),
    });
}
