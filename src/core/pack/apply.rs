//! Applying a pack to a catalogue: all of it, or nothing.

mod annexes;
mod controls;
mod draft;
mod lists;
mod part4;
mod places;

use std::sync::{PoisonError, RwLock};

use sha2::{Digest, Sha256};

use self::{
    draft::Draft,
    lists::{Lists, natural},
    places::Places,
};
use super::{MAX_CHARS, MAX_FIELDS, Mistakes, Pack, PackFact};
use crate::core::catalog::{Content, Entry, EntryKind, Fault, leak::leak_list, lint, types::*};

/// What was applied so far. A catalogue lives as long as the program, so the same pack must not make another one.
static APPLIED: RwLock<Vec<Applied>> = RwLock::new(Vec::new());

struct Applied {
    base: &'static Catalog,
    pack: Vec<u8>,
    catalog: &'static Catalog,
}

/// The catalogue that comes of a pack. It lives as long as the program; the same pack gives the same one again.
///
/// # Errors
/// All that is wrong with the pack, checked as strictly as the build checks the shipped catalogue.
pub fn apply(base: &'static Catalog, pack: &Pack) -> Result<&'static Catalog, Mistakes> {
    let key = key(pack);
    let known = APPLIED.read().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = known.iter().find(|a| std::ptr::eq(a.base, base) && a.pack == key) {
        return Ok(known.catalog);
    }
    drop(known);
    let catalog = Applying { base, pack, mistakes: Mistakes::default() }.run()?;
    APPLIED.write().unwrap_or_else(PoisonError::into_inner).push(Applied { base, pack: key, catalog });
    Ok(catalog)
}

/// A digest of what a pack says, in its order.
fn key(pack: &Pack) -> Vec<u8> {
    let mut hash = Sha256::new();
    for fact in &pack.facts {
        for text in [&fact.kind, &fact.id, &fact.field, &fact.ja, &fact.en] {
            hash.update("\0");
            hash.update(text);
        }
    }
    hash.finalize().to_vec()
}

struct Applying<'a> {
    base: &'static Catalog,
    pack: &'a Pack,
    mistakes: Mistakes,
}

impl Applying<'_> {
    fn run(mut self) -> Result<&'static Catalog, Mistakes> {
        let pack = self.pack;
        // By entry, then by field, numbers in them as numbers.
        let mut facts: Vec<(EntryKind, &PackFact)> = Vec::new();
        for fact in &pack.facts {
            facts.extend(self.kind(fact).map(|kind| (kind, fact)));
        }
        facts.sort_by_cached_key(|(kind, f)| (*kind as u8, natural(&f.id), &f.id, natural(&f.field), &f.field));
        let mut lists = Lists::of(self.base);
        let mut entries: Vec<(EntryKind, Vec<&PackFact>)> = Vec::new();
        for (kind, fact) in facts {
            match entries.last_mut() {
                Some((k, entry)) if *k == kind && entry.first().is_some_and(|f| f.id == fact.id) => entry.push(fact),
                _ => entries.push((kind, vec![fact])),
            }
        }
        for (kind, facts) in &entries {
            if let Some(more) = facts.get(MAX_FIELDS) {
                self.mistakes.add(draft::mistake(more, Fault::TooManyFields(MAX_FIELDS)));
            } else if let Some(first) = facts.first() {
                let mut draft = Draft::new(*kind, first, facts.clone(), &mut self.mistakes);
                lists.put(&mut draft);
                draft.finish();
            }
        }
        if self.mistakes.total > 0 {
            return Err(self.mistakes);
        }
        let mut catalog = lists.catalog();
        catalog.supplied = leak_list(self.supplied(&catalog, &entries));
        let mut places = Places::of(&entries);
        lint::findings(&catalog, |found| self.mistakes.add(places.place(found)));
        if self.mistakes.total == 0 { Ok(Box::leak(Box::new(catalog))) } else { Err(self.mistakes) }
    }

    /// The kind of a fact that has something to say.
    fn kind(&mut self, fact: &PackFact) -> Option<EntryKind> {
        let kind = EntryKind::from_keyword(&fact.kind);
        let long = |text: &str| text.len() > MAX_CHARS && text.chars().count() > MAX_CHARS;
        let fault = if kind.is_none() {
            Fault::Kind
        } else if fact.id.is_empty() {
            Fault::IdForm
        } else if fact.ja.trim().is_empty() {
            Fault::Missing
        } else if fact.ja.trim() != fact.ja || fact.en.trim() != fact.en {
            Fault::White
        } else if long(&fact.ja) || long(&fact.en) {
            Fault::TooLong(MAX_CHARS)
        } else {
            return kind;
        };
        self.mistakes.add(draft::mistake(fact, fault));
        None
    }

    /// The entries of which the pack said something, with where their values come from wherever an entry itself
    /// cannot tell.
    fn supplied(&self, catalog: &Catalog, entries: &[(EntryKind, Vec<&PackFact>)]) -> Vec<SuppliedEntry> {
        let mut supplied = Vec::with_capacity(entries.len());
        let (mut of, mut old, mut new) = (None, Vec::new(), Vec::new());
        for (kind, given) in entries {
            // Entries come kind by kind.
            if of != Some(*kind) {
                (of, old, new) = (Some(*kind), self.base.entries_of(*kind), catalog.entries_of(*kind));
            }
            let is = |e: &&Entry| given.first().is_some_and(|g| g.id == e.id);
            let before = old.iter().find(is).map(|e| self.base.facts(e)).unwrap_or_default();
            let Some(entry) = new.iter().find(is) else { continue };
            let mut values = Vec::new();
            for fact in catalog.facts(entry) {
                let from = if given.iter().any(|g| g.field == fact.field) {
                    Provenance::Supplied
                } else {
                    before.iter().find(|b| b.field == fact.field).map_or(Provenance::Original, |b| b.from)
                };
                if from != fact.from && matches!(fact.content, Content::Value(_)) {
                    values.push((&*fact.field.leak(), from));
                }
            }
            supplied.push(SuppliedEntry { kind: entry.kind, id: entry.id, values: leak_list(values) });
        }
        supplied
    }
}
