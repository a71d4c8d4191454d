//! Finding entries of the catalogue as somebody types.
//!
//! All ids and texts are folded once, into one run of units that is read through at every key: half a megabyte takes
//! well under a frame. What was typed is cut into words at blanks. An entry is found if every word stands somewhere in
//! it, as typed, in another spelling, or in pieces, since Japanese has no blanks. Where no entry has all words, those are
//! found that have the most of them.
//!
//! - `fold` writes alike what differs in width, case and the like.
//! - `query` makes words, and the forms of each; `alike` has the lists for that.
//! - `matching` says where a form stands in a text, and how well.

mod alike;
mod fold;
mod matching;
mod query;

use std::{borrow::Cow, ops::Range, slice};

use fold::Folded;
pub use fold::folded;
pub use query::Query;

use super::{
    entries::Entry,
    facts::{Content, Fact},
    kind::EntryKind,
    types::Catalog,
};
use crate::core::language::Language;

/// What words cost that do not all stand in one text.
const APART: u16 = 5;
/// The rank of a title that begins so.
const TITLE_BEGINS: u16 = 3;
/// Ranks below this are for ids and whole titles.
const BY_WORDS: u16 = 10;
/// What an entry of an index comes after those of the guideline itself: a word in its title counts as one in their text.
const INDEX: u16 = 20;
/// What a word costs that stands nowhere: more than all that stand somewhere.
const MISSING: u16 = 2000;

/// A text with the places to mark in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// The text.
    pub text: Cow<'static, str>,
    /// Bytes of the text, at its characters' bounds, in order; none is empty and none touches the next.
    pub marks: Vec<Range<usize>>,
}

/// An entry that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The entry.
    pub entry: Entry,
    /// Its title, in the language asked for.
    pub title: Marked,
    /// The field and the text where the words stand best beside that title: in the language asked for, or else in the
    /// other. `None` if they stand nowhere else.
    pub snippet: Option<(String, Marked)>,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// The entries, the best first.
    pub hits: Vec<Hit>,
    /// Whether words are missing in each of them.
    pub partly: bool,
}

/// What kind of text is searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// The entry's id.
    Id,
    /// The id of one of its actions.
    Action,
    /// Its title.
    Title,
    /// What it says above all.
    Statement,
    /// All else.
    Other,
}

impl Place {
    /// What a word costs here against one in the title.
    fn cost(self) -> u16 {
        match self {
            Self::Id | Self::Action | Self::Title => 0,
            Self::Statement => 20,
            Self::Other => 30,
        }
    }
}

/// A text of the index.
#[derive(Debug, Clone, Copy)]
struct Segment {
    /// Where its units end; they begin where those of the segment before end.
    end: u32,
    /// The fact among the entry's facts; for an id it says nothing.
    fact: u16,
    place: Place,
    /// The language in which it is to be shown; `None` where it is the same in both.
    language: Option<Language>,
}

/// The catalogue made ready for searching: about one and a half times the size of its texts.
#[derive(Debug)]
pub struct Index {
    catalog: &'static Catalog,
    units: Vec<u16>,
    segments: Vec<Segment>,
    /// Each entry, with the end of its segments.
    entries: Vec<(Entry, usize)>,
}

impl Index {
    /// Reads all of a catalogue. This takes some milliseconds; make it once, when somebody first searches.
    #[must_use]
    pub fn new(catalog: &'static Catalog) -> Self {
        let mut index = Self { catalog, units: Vec::new(), segments: Vec::new(), entries: Vec::new() };
        let mut folded = Folded::default();
        for entry in catalog.entries() {
            index.add(&mut folded, entry.id, 0, Place::Id, None);
            for (at, fact) in (0..).zip(catalog.facts(&entry)) {
                if let Some(place) = place(&fact) {
                    if let Some(id) = fact.field.strip_prefix("action.") {
                        index.add(&mut folded, id, at, Place::Action, None);
                    }
                    match &fact.content {
                        Content::Text(text) => {
                            index.add(&mut folded, text.ja(), at, place, Some(Language::Ja));
                            index.add(&mut folded, text.en(), at, place, Some(Language::En));
                        }
                        Content::Value(value) => index.add(&mut folded, value, at, place, None),
                    }
                }
            }
            index.entries.push((entry, index.segments.len()));
        }
        index.units.shrink_to_fit();
        index
    }

    /// The entries in which every word of a query stands, or else the most of them; the best first, at most so many;
    /// titles in that language. Nothing typed finds nothing.
    #[must_use]
    pub fn search(&self, query: &str, language: Language, limit: usize) -> Found {
        let Some(query) = Query::new(query) else { return Found::default() };
        let mut best = self.best(&query, None, limit);
        let partly = best.is_empty() && query.words.len() > 1;
        if partly {
            best = self.best(&query, Some(MISSING), limit);
            let most = best.first().map(|(rank, _)| rank / MISSING);
            best.retain(|(rank, _)| Some(rank / MISSING) == most);
        }
        Found {
            partly: partly && !best.is_empty(),
            hits: best.iter().map(|(_, at)| self.hit(&query, *at, language)).collect(),
        }
    }

    /// The best entries, in order; `missing` is what a word may cost that stands nowhere.
    fn best(&self, query: &Query, missing: Option<u16>, limit: usize) -> Vec<(u16, usize)> {
        let mut best = Vec::new();
        for at in 0..self.entries.len() {
            if let Some(rank) = self.rank(query, at, missing) {
                keep_best(&mut best, (rank, at), limit);
            }
        }
        best
    }

    fn add(&mut self, folded: &mut Folded, text: &str, fact: u16, place: Place, language: Option<Language>) {
        folded.set(text);
        self.units.extend_from_slice(&folded.units);
        let end = u32::try_from(self.units.len()).unwrap_or(u32::MAX);
        self.segments.push(Segment { end, fact, place, language });
    }

    /// The segments of an entry, each with its units.
    fn segments(&self, entry: usize) -> impl Iterator<Item = (Segment, &[u16])> {
        let from = entry.checked_sub(1).map_or(0, |before| self.entries[before].1);
        (from..self.entries[entry].1).map(|at| {
            let start = at.checked_sub(1).map_or(0, |before| self.segments[before].end as usize);
            (self.segments[at], &self.units[start..self.segments[at].end as usize])
        })
    }

    /// How far down an entry comes; `None` where it is not found.
    fn rank(&self, query: &Query, entry: usize, missing: Option<u16>) -> Option<u16> {
        let index = matches!(self.entries[entry].0.kind, EntryKind::Point | EntryKind::IsoChapter | EntryKind::IsoItem);
        // Of an index only a whole title is better than the words of one.
        let beginning = self.by_beginning(query, entry).filter(|rank| !index || *rank < TITLE_BEGINS);
        let words = self.by_words(query, entry, missing).map(|cost| BY_WORDS + cost + if index { INDEX } else { 0 });
        [beginning, words].into_iter().flatten().min()
    }

    /// 0 for an id, 1 for its beginning or the id of an action, 2 for a title, 3 for its beginning.
    fn by_beginning(&self, query: &Query, entry: usize) -> Option<u16> {
        let mut rank = None;
        for (segment, text) in self.segments(entry) {
            let (forms, all, part) = match segment.place {
                Place::Id => (slice::from_ref(&query.joined), 0, 1),
                Place::Action => (slice::from_ref(&query.joined), 1, 1),
                Place::Title => (query.whole.as_slice(), 2, TITLE_BEGINS),
                _ => continue,
            };
            for form in forms.iter().filter(|f| f.cost == 0) {
                let here = matching::beginning(form, text).map(|whole| if whole { all } else { part });
                rank = [rank, here].into_iter().flatten().min();
            }
        }
        rank
    }

    /// What the words cost together, each in the text where it costs least; not all may be missing.
    fn by_words(&self, query: &Query, entry: usize, missing: Option<u16>) -> Option<u16> {
        let mut all_here: Vec<bool> = self.segments(entry).map(|_| true).collect();
        let mut sum = Some(0);
        let mut stands = false;
        for word in &query.words {
            let mut best: Option<u16> = None;
            for ((segment, text), here) in self.segments(entry).zip(&mut all_here) {
                match matching::cost(word, text) {
                    Some(cost) => best = Some(best.unwrap_or(u16::MAX).min(segment.place.cost() + cost)),
                    None => *here = false,
                }
            }
            stands |= best.is_some();
            sum = sum.zip(best.or(missing)).map(|(sum, cost)| sum + cost);
            if sum.is_none() {
                break;
            }
        }
        let sum = sum.filter(|_| stands);
        if query.words.len() == 1 {
            return sum;
        }
        let sum = sum.map(|sum| if all_here.contains(&true) { sum } else { sum + APART });
        // Somebody may have put a blank into a word.
        let joined = self
            .segments(entry)
            .filter_map(|(segment, text)| matching::whole(&query.joined, text).map(|cost| segment.place.cost() + cost));
        joined.chain(sum).min()
    }

    fn hit(&self, query: &Query, at: usize, language: Language) -> Hit {
        let entry = self.entries[at].0;
        let title = language.pick(entry.title.ja(), entry.title.en());
        let mut best: Option<((bool, usize, u16), Segment)> = None;
        for (segment, text) in self.segments(at) {
            let other = segment.language.is_some_and(|l| l != language);
            if segment.place == Place::Id || segment.place == Place::Title && !other {
                continue;
            }
            let costs = query.words.iter().filter_map(|w| matching::cost(w, text));
            let (mut missing, mut sum) = (query.words.len(), segment.place.cost());
            for cost in costs {
                missing -= 1;
                sum += cost;
            }
            if query.words.len() > 1 && matching::whole(&query.joined, text).is_some() {
                missing = 0;
            }
            let key = (other, missing, sum);
            if missing < query.words.len() && best.as_ref().is_none_or(|(k, _)| key < *k) {
                best = Some((key, segment));
            }
        }
        let snippet = best.and_then(|(_, segment)| {
            let fact = self.catalog.facts(&entry).into_iter().nth(usize::from(segment.fact))?;
            let text = match fact.content {
                // In the language of the reader, also where the words stand in the other one alone.
                Content::Text(text) => language.pick(text.ja(), text.en()).into(),
                Content::Value(value) => value.into(),
            };
            Some((fact.field, query.marked(text)))
        });
        Hit { entry, title: query.marked(title.into()), snippet }
    }
}

impl Query {
    /// How well all of its words stand in a text of its own, such as a note; the less, the better. `None` where they do
    /// not.
    #[must_use]
    pub fn cost(&self, text: &str) -> Option<u16> {
        let units = Folded::new(text).units;
        let mut sum = 0;
        for word in &self.words {
            sum += matching::cost(word, &units)?;
        }
        Some(sum)
    }

    /// A text with all places of its words.
    #[must_use]
    pub fn marked(&self, text: Cow<'static, str>) -> Marked {
        let folded = Folded::new(&text);
        let mut places = Vec::new();
        for word in &self.words {
            matching::places(word, &folded.units, &mut places);
        }
        if self.words.len() > 1 {
            matching::wholes(&self.joined, &folded.units, &mut places);
        }
        let mut covered = vec![false; folded.units.len()];
        for place in places {
            covered[place].fill(true);
        }
        let mut marks: Vec<Range<usize>> = Vec::new();
        for at in (0..covered.len()).filter(|at| covered[*at]) {
            let bytes = folded.bytes(&text, at..at + 1);
            match marks.last_mut() {
                Some(last) if last.end >= bytes.start => last.end = bytes.end,
                _ => marks.push(bytes),
            }
        }
        Marked { text, marks }
    }
}

/// Puts an item in its place among the best so far, of which there are at most so many. One by one: a sort would weigh
/// more than it saves.
pub fn keep_best(best: &mut Vec<(u16, usize)>, item: (u16, usize), limit: usize) {
    let place = best.iter().rposition(|(rank, _)| *rank <= item.0).map_or(0, |before| before + 1);
    if place < limit {
        best.truncate(limit - 1);
        best.insert(place, item);
    }
}

impl Marked {
    /// The text in pieces, each with whether it is marked.
    #[must_use]
    pub fn parts(&self) -> Vec<(&str, bool)> {
        let mut parts = Vec::new();
        let mut from = 0;
        for mark in &self.marks {
            parts.push((self.text.get(from..mark.start).unwrap_or_default(), false));
            parts.push((self.text.get(mark.clone()).unwrap_or_default(), true));
            from = mark.end;
        }
        parts.push((self.text.get(from..).unwrap_or_default(), false));
        parts.retain(|(text, _)| !text.is_empty());
        parts
    }
}

/// Where a fact is searched; `None` if it is not.
fn place(fact: &Fact) -> Option<Place> {
    let field = fact.field.as_str();
    Some(match fact.content {
        Content::Value(_) if matches!(field, "iso27002" | "iso2022" | "references") => Place::Other,
        Content::Value(_) => return None,
        Content::Text(_) if matches!(field, "title" | "name") => Place::Title,
        Content::Text(_) if matches!(field, "statement" | "about" | "question") || field.ends_with(".name") => {
            Place::Statement
        }
        Content::Text(_) => Place::Other,
    })
}
