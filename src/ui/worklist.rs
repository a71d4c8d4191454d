//! One way to work through a list: a dense list with its tools on the left, the chosen entry in a panel on the right.
//!
//! What a kind of row is stands in a [`Kind`], as data. Where a person is stands in the address.

mod address;
mod entry;
pub mod facets;
mod keys;
mod list;
mod one;
mod place;
mod tools;
pub mod window;

use std::sync::Arc;

use leptos::prelude::*;

pub use self::{
    address::{at_on, change_place, place_on},
    entry::{Choice, Entry, Facet, Group, Label, choices, grouped, next_open, shown},
    place::Place,
};
use super::{
    browser,
    components::{
        Followed,
        el::{El, html},
        live, memo, memo_from, when,
    },
    i18n::worklist as words,
    route::{Page, Route},
};
use crate::core::{assessment::AssessmentId, report::ProvenanceKind, sorted::distinct};

/// What is offered, by name.
pub type Names = StoredValue<Vec<&'static str>>;

/// A kind of list.
#[derive(Clone, Copy)]
pub struct Kind {
    /// The assessment.
    pub assessment: StoredValue<AssessmentId>,
    /// The page on which it stands.
    pub page: Page,
    /// The page to go on to when nothing is open here.
    pub onward: Option<Page>,
    /// Its name, for those who hear it.
    pub name: &'static str,
    /// All rows, in the guideline's order.
    pub entries: Followed<Arc<Vec<Entry>>>,
    /// The names of its filters.
    pub filters: Names,
    /// The names of its groupings.
    pub groupings: Names,
    /// The names of its orders.
    pub orders: Names,
    /// The states that a row can be put into: the word in files and what people read. Digits choose them from 1.
    pub states: StoredValue<Vec<(&'static str, &'static str)>>,
    /// What states are called together.
    pub state: &'static str,
    /// The fact of a row whose words the states are.
    pub fact: &'static str,
    /// Sets a fact of rows to a text, as one step: their state, `owner`, or `due`.
    pub set: Callback<(Vec<String>, &'static str, String)>,
    /// Shows a row whole.
    pub panel: Callback<String, AnyView>,
    /// What stands where there are no rows at all.
    pub empty: Callback<(), AnyView>,
}

/// A list with its state on the screen.
#[derive(Clone, Copy)]
struct List {
    kind: Kind,
    place: Followed<Place>,
    /// The keys of the rows that are let through, in the order of the screen.
    order: Followed<Arc<Vec<String>>>,
    groups: Followed<Arc<Vec<Group>>>,
    /// Where most rows come from.
    source: Followed<Option<ProvenanceKind>>,
    /// The row in the panel.
    current: Followed<Option<String>>,
    /// The row that takes the focus as soon as it is drawn.
    wanted: StoredValue<Option<String>>,
    selected: RwSignal<Vec<String>>,
    /// Which groups are folded.
    folded: RwSignal<Vec<String>>,
}

/// The list and its panel.
#[must_use]
pub fn worklist(kind: Kind) -> AnyView {
    let place = place_on(kind.page);
    let groups =
        memo(move || kind.entries.with(|all| place.with(|place| Arc::new(grouped(all, &shown(all, place), place)))));
    let order = memo(move || {
        groups.with(|groups| Arc::new(groups.iter().flat_map(|g| g.keys.iter().cloned()).collect::<Vec<_>>()))
    });
    // What is in the panel stays there, also when its new state is filtered away: only another place changes it.
    let current = memo_from(move |before: Option<&(Place, Option<String>)>| {
        let place = place.get();
        let stays = before.filter(|(then, _)| *then == place).and_then(|(_, key)| key.clone());
        let key = kind.entries.with(|all| {
            let known = place.row.clone().or(stays).filter(|key| all.iter().any(|e| e.key == *key));
            known.or_else(|| {
                let shown = shown(all, &place);
                next_open(&shown, None).map(str::to_owned).or_else(|| shown.first().map(|e| e.key.clone()))
            })
        });
        (place, key)
    });
    let current = memo(move || current.with(|(_, key)| key.clone()));
    let (selected, folded) = (RwSignal::new(Vec::new()), RwSignal::new(Vec::new()));
    let source = memo(move || kind.entries.with(|all| ProvenanceKind::usual(&mut all.iter().map(|e| e.from))));
    let wanted = StoredValue::new(None);
    let list = List { kind, place, order, groups, source, current, wanted, selected, folded };
    browser::on_key("n", move || list.go_to_next_open());
    let there = memo(move || kind.entries.with(|all| !all.is_empty()));
    let whole = move || {
        let split = html::div()
            .live_class("split", "has-choice", move || place.with(|p| p.row.is_some() || p.one))
            .child(list::list(list))
            .child(panel(list));
        let one = move || list.place.with(|p| p.one);
        html::div().live_class("worklist", "one", one).child(tools::tools(list)).child(split).into_any()
    };
    [when(move || there.get(), whole), live(move || (!there.get()).then(|| kind.empty.run(())))].into_any()
}

/// The chosen row, whole.
fn panel(list: List) -> El {
    let t = words::words();
    let kind = list.kind;
    let next =
        html::button().attr("type", "button").class("secondary").click(move || list.go_to_next_open()).text(t.next);
    let head = one::head(list).child(next);
    let row = live(move || list.current.get().map(|key| untrack(|| kind.panel.run(key))));
    let panel = html::section()
        .class("panel")
        .attr("id", PANEL)
        .attr("tabindex", "-1")
        .attr("aria-label", t.panel)
        .on("keydown", move |ev| keys::panel_keys(list, &ev))
        .child(head)
        .child(row);
    one::turning(list, panel)
}

/// The id of the panel.
const PANEL: &str = "panel";

impl List {
    fn route(self, place: &Place) -> Route {
        Route::Assessment(self.kind.assessment.get_value(), self.kind.page, place.at())
    }

    /// Changes the place without a step in the browser's history.
    fn set(self, change: impl FnOnce(&mut Place)) {
        change_place(self.kind.assessment.get_value(), self.kind.page, self.place, change);
    }

    /// Shows another row, and moves the focus to its line.
    fn go_to(self, key: &str) {
        self.set(|place| place.row = Some(key.to_owned()));
        if self.place.with_untracked(|place| place.one) {
            browser::focus_soon(Some(PANEL.to_owned()));
        } else {
            keys::focus_row(self, key);
        }
    }

    /// Selects all rows that are shown; where they are selected already, none.
    fn select_all(self) {
        let all = self.order.with_untracked(|order| distinct(order.iter().cloned()));
        self.selected.update(|selected| *selected = if *selected == all { Vec::new() } else { all });
    }

    fn go_to_next_open(self) {
        // Where nothing is open, on to the next step.
        let next = self.kind.entries.with_untracked(|all| {
            // In the order of the screen.
            let order = self.order.get_untracked();
            let rows: Vec<&Entry> = order.iter().filter_map(|key| all.iter().find(|e| e.key == *key)).collect();
            next_open(&rows, self.current.get_untracked().as_deref()).map(str::to_owned)
        });
        match (next, self.kind.onward) {
            (Some(next), _) => self.go_to(&next),
            (None, Some(page)) => browser::go(&Route::page(&self.kind.assessment.get_value(), page)),
            (None, None) => {}
        }
    }
}
