//! What was found in a document, entry by entry, as plain values that cross from a worker to the app.

use serde::{Deserialize, Serialize};

/// Lines of the document, counted from 1, first and last.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lines {
    /// The first.
    pub first: usize,
    /// The last; the same where it is one line.
    pub last: usize,
}

impl Lines {
    /// One line, by its place in the list.
    pub(super) fn at(index: usize) -> Self {
        Self { first: index + 1, last: index + 1 }
    }

    /// Reaches to this line as well.
    pub(super) fn reach(&mut self, index: usize) {
        self.last = self.last.max(index + 1);
    }
}

/// Why something that was found is not simply taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Doubt {
    /// It is said once more elsewhere, in other words.
    SaidElsewhere(Lines),
    /// Its number stands out of order, as in a list or a reference.
    OutOfOrder,
    /// It stands in an annex and not in the guideline's body.
    InAnnex,
    /// It does not end as such a text does; some of it may be missing.
    Unfinished,
    /// It may go on beyond its end, or hold text of something else.
    Mixed,
    /// The one before it, by its mark, was not found.
    Gap,
    /// It is longer than such texts are.
    TooLong,
    /// It is no reference value that can be read for this item.
    Value,
    /// The catalogue has no such entry or field yet.
    New,
    /// It was taken for this entry since the wording is much alike.
    Alike,
    /// The document does not say it; it is a proposal.
    Proposed,
}

/// One field that was found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundField {
    /// The field, as packs name it: `statement`, `practice.ii`, `item.a.value.3`.
    pub field: String,
    /// The text as found, lines joined.
    pub text: String,
    /// What a pack takes: the same, or a class, ids or a reference value as packs write them.
    pub value: String,
    /// Why it is not simply taken.
    pub doubt: Option<Doubt>,
    /// Where it stands.
    pub lines: Lines,
}

/// How much of an entry was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum State {
    /// All that is looked for, without a doubt.
    Found,
    /// Some of it is doubtful or missing.
    Doubtful,
    /// Nothing.
    NotFound,
}

/// An entry of the catalogue, or a new one, with what was found of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// The kind of entry, as `EntryKind::keyword` names it.
    pub kind: String,
    /// The entry.
    pub id: String,
    /// Whether the catalogue has no such entry yet.
    pub new: bool,
    /// What was found, each field once.
    pub fields: Vec<FoundField>,
    /// Fields that were looked for and not found.
    pub missing: Vec<String>,
}

impl Found {
    /// How much of it was found.
    #[must_use]
    pub fn state(&self) -> State {
        match &*self.fields {
            [] => State::NotFound,
            fields if self.missing.is_empty() && fields.iter().all(|f| f.doubt.is_none()) => State::Found,
            _ => State::Doubtful,
        }
    }

    /// What was found of a field.
    #[must_use]
    pub fn field(&self, field: &str) -> Option<&FoundField> {
        self.fields.iter().find(|f| f.field == field)
    }

    /// Adds a field; of one that is there already the first stays, with a doubt where the two differ.
    pub(super) fn put(&mut self, field: FoundField) {
        let Some(known) = self.fields.iter_mut().find(|f| f.field == field.field) else {
            return self.fields.push(field);
        };
        if super::text::bare(&known.value) != super::text::bare(&field.value) {
            known.doubt.get_or_insert(Doubt::SaidElsewhere(field.lines));
        }
    }
}

/// All that was found in a document: every entry that is looked for, also those of which nothing was found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The entries, in the catalogue's order, new ones after those of their kind.
    pub entries: Vec<Found>,
}

impl Reading {
    /// What was found of an entry.
    #[must_use]
    pub fn entry(&self, kind: &str, id: &str) -> Option<&Found> {
        self.entries.iter().find(|e| e.kind == kind && e.id == id)
    }
}
