//! The rows of a list as data, and what is worked out from them.

use std::borrow::Cow;

use super::place::Place;
use crate::core::{
    catalog::{Provenance, search::folded},
    sorted::sorted,
};

/// A text that mostly comes from the catalogue or the wording.
pub type Label = Cow<'static, str>;

/// A property of a row: what the address calls it, and what people read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// The word in the address. It never changes.
    pub word: Label,
    /// What people read.
    pub label: Label,
}

impl Facet {
    /// A property.
    #[must_use]
    pub fn new(word: impl Into<Label>, label: impl Into<Label>) -> Self {
        Self { word: word.into(), label: label.into() }
    }
}

/// A row of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Names it in the address, whatever else changes.
    pub key: String,
    /// The class of its state's sign.
    pub class: &'static str,
    /// Its state as a word.
    pub state: &'static str,
    /// Whether it still waits for somebody.
    pub open: bool,
    /// Its number.
    pub id: &'static str,
    /// What it is.
    pub title: &'static str,
    /// Where its title comes from.
    pub from: Provenance,
    /// What else is to be seen at a glance; may be empty.
    pub note: String,
    /// Its options in each filter.
    pub facets: Vec<Vec<Facet>>,
    /// Where it stands in each grouping.
    pub groups: Vec<Facet>,
    /// Whether it is shown only where its state is asked for by name, such as what does not apply.
    pub aside: bool,
    /// What it is sorted by in each order but the first, which is the guideline's.
    pub orders: Vec<String>,
}

/// An option of a filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The option.
    pub facet: Facet,
    /// How many rows it would show, with the other filters as they are.
    pub count: usize,
}

/// Rows that stand together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What they have in common.
    pub facet: Facet,
    /// Their keys.
    pub keys: Vec<String>,
    /// How many of them still wait for somebody.
    pub open: usize,
}

/// The filter of states: the first of every kind.
const STATE: usize = 0;

fn passes(entry: &Entry, place: &Place, except: Option<usize>) -> bool {
    let of_filters = place.filters.iter().filter(|(filter, _)| Some(*filter) != except).all(|(filter, _)| {
        entry.facets.get(*filter).is_some_and(|facets| facets.iter().any(|f| place.lets(*filter, &f.word)))
    });
    let asked_for = |facet: &Facet| place.lets(STATE, &facet.word);
    let in_sight =
        !entry.aside || except == Some(STATE) || entry.facets.get(STATE).into_iter().flatten().any(asked_for);
    of_filters && in_sight && has_text(entry, &place.text)
}

fn has_text(entry: &Entry, text: &str) -> bool {
    if text.trim().is_empty() {
        return true;
    }
    let there = folded(&format!("{} {} {} {}", entry.id, entry.title, entry.note, entry.state));
    text.split_whitespace().all(|word| there.contains(&folded(word)))
}

/// The rows that are let through, in their order.
#[must_use]
pub fn shown<'a>(entries: &'a [Entry], place: &Place) -> Vec<&'a Entry> {
    let shown: Vec<&Entry> = entries.iter().filter(|e| passes(e, place, None)).collect();
    match place.order.checked_sub(1) {
        Some(order) => sorted(shown, |a, b| a.orders.get(order).cmp(&b.orders.get(order))),
        None => shown,
    }
}

/// Words in their order, each with its number in the order in which they came up.
#[derive(Default)]
struct Places<'a>(Vec<(&'a str, usize)>);

impl<'a> Places<'a> {
    /// The number of a word. A new one has the next.
    fn of(&mut self, word: &'a str) -> usize {
        let next = self.0.len();
        match self.0.binary_search_by(|(known, _)| (*known).cmp(word)) {
            Ok(place) => self.0.get(place).map_or(next, |(_, number)| *number),
            Err(place) => {
                self.0.insert(place, (word, next));
                next
            }
        }
    }
}

/// The options of a filter, as the rows have them, each with the number of rows that it would show.
#[must_use]
pub fn choices(entries: &[Entry], place: &Place, filter: usize) -> Vec<Choice> {
    let mut choices: Vec<Choice> = Vec::new();
    let mut places = Places::default();
    for entry in entries {
        let counts = usize::from(passes(entry, place, Some(filter)));
        for facet in entry.facets.get(filter).into_iter().flatten() {
            let at = places.of(&facet.word);
            if at == choices.len() {
                choices.push(Choice { facet: facet.clone(), count: 0 });
            }
            if let Some(choice) = choices.get_mut(at) {
                choice.count += counts;
            }
        }
    }
    if filter == STATE {
        // States have an order of their own, told by their words.
        return places.0.iter().filter_map(|(_, at)| choices.get(*at).cloned()).collect();
    }
    choices
}

/// Puts rows into groups, in the order in which the groups first come up among all rows.
#[must_use]
pub fn grouped(entries: &[Entry], shown: &[&Entry], place: &Place) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut places = Places::default();
    for facet in entries.iter().filter_map(|e| e.groups.get(place.grouping)) {
        if places.of(&facet.word) == groups.len() {
            groups.push(Group { facet: facet.clone(), keys: Vec::new(), open: 0 });
        }
    }
    for entry in shown {
        let at = entry.groups.get(place.grouping).map(|facet| places.of(&facet.word));
        if let Some(group) = at.and_then(|at| groups.get_mut(at)) {
            group.keys.push(entry.key.clone());
            group.open += usize::from(entry.open);
        }
    }
    groups.retain(|g| !g.keys.is_empty());
    groups
}

/// The next row that waits for somebody, behind one of these and around to the beginning. `None` where none does but it.
#[must_use]
pub fn next_open<'a>(order: &'a [&'a Entry], after: Option<&str>) -> Option<&'a str> {
    let begin = after.and_then(|key| order.iter().position(|e| e.key == key)).map_or(0, |at| at + 1);
    let (before, behind) = order.split_at(begin.min(order.len()));
    behind.iter().chain(before).find(|e| e.open && Some(&*e.key) != after).map(|e| &*e.key)
}
