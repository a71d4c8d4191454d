//! Applying a pack to a catalogue: all of it, or nothing.

mod annexes;
mod controls;
mod draft;
mod part4;

use std::sync::{PoisonError, RwLock};

use sha2::{Digest, Sha256};

use self::draft::Draft;
use super::{MAX_CHARS, Mistake, Mistakes, Pack, PackFact};
use crate::core::catalog::{
    Content, EntryKind, Fault,
    lint::{self, Finding},
    types::*,
    words::{PATTERNS, list, word_of},
};

/// What was applied so far. A catalogue lives as long as the program, so the same pack must not make another one.
static APPLIED: RwLock<Vec<Applied>> = RwLock::new(Vec::new());

struct Applied {
    base: &'static Catalog,
    pack: Vec<u8>,
    result: Result<&'static Catalog, Mistakes>,
}

/// The catalogue that comes of a pack. It lives as long as the program; the same pack gives the same one again.
///
/// # Errors
/// All that is wrong with the pack, checked as strictly as the build checks the shipped catalogue.
pub fn apply(base: &'static Catalog, pack: &Pack) -> Result<&'static Catalog, Mistakes> {
    let key = key(pack);
    let known = APPLIED.read().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = known.iter().find(|a| std::ptr::eq(a.base, base) && a.pack == key) {
        return known.result.clone();
    }
    drop(known);
    let result = Applying { base, pack, mistakes: Vec::new() }.run();
    let mut known = APPLIED.write().unwrap_or_else(PoisonError::into_inner);
    known.push(Applied { base, pack: key, result: result.clone() });
    result
}

/// A digest of a pack with the rows that its mistakes name.
fn key(pack: &Pack) -> Vec<u8> {
    let mut hash = Sha256::new();
    for fact in &pack.facts {
        hash.update(fact.row.to_string());
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
    mistakes: Vec<Mistake>,
}

/// A fact with what it is sorted by: its entry, then its field, numbers in them as numbers.
struct Sorted<'a> {
    kind: EntryKind,
    id: Vec<u64>,
    field: Vec<u64>,
    fact: &'a PackFact,
}

impl Applying<'_> {
    fn run(mut self) -> Result<&'static Catalog, Mistakes> {
        let pack = self.pack;
        let mut sorted = Vec::with_capacity(pack.facts.len());
        for fact in &pack.facts {
            if let Some(kind) = self.kind(fact) {
                sorted.push(Sorted { kind, id: natural(&fact.id), field: natural(&fact.field), fact });
            }
        }
        sorted.sort_unstable_by(|a, b| {
            let same = (a.kind, &a.id, &a.fact.id, &a.field, &a.fact.field, a.fact.row);
            same.cmp(&(b.kind, &b.id, &b.fact.id, &b.field, &b.fact.field, b.fact.row))
        });
        let mut lists = Lists::of(self.base);
        let mut entries = Vec::new();
        let mut rest = sorted.as_slice();
        while let Some(first) = rest.first() {
            let same = rest.iter().take_while(|s| s.kind == first.kind && s.fact.id == first.fact.id).count();
            let (entry, others) = rest.split_at(same);
            rest = others;
            let mut draft =
                Draft::new(first.kind, first.fact, entry.iter().map(|s| s.fact).collect(), &mut self.mistakes);
            lists.put(&mut draft);
            draft.finish();
            entries.push(entry);
        }
        if !self.mistakes.is_empty() {
            return Err(Mistakes::of(self.mistakes));
        }
        let mut catalog = lists.catalog(self.base);
        catalog.supplied = list(entries.iter().filter_map(|facts| self.supplied(&catalog, facts)).collect());
        let found = lint::findings(&catalog);
        if !found.is_empty() {
            return Err(Mistakes::of(found.into_iter().map(|f| self.placed(f)).collect()));
        }
        Ok(Box::leak(Box::new(catalog)))
    }

    /// The kind of a fact that has something to say.
    fn kind(&mut self, fact: &PackFact) -> Option<EntryKind> {
        let kind = EntryKind::of_word(&fact.kind);
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
        self.mistakes.push(draft::mistake(fact, fault));
        None
    }

    /// What a pack said of an entry, with where its words come from wherever the entry itself cannot tell.
    fn supplied(&self, catalog: &Catalog, given: &[Sorted<'_>]) -> Option<SuppliedEntry> {
        let first = given.first()?;
        let entry = catalog.entry(first.kind, &first.fact.id)?;
        let before = self.base.entry(entry.kind, entry.id).map(|e| self.base.facts(&e)).unwrap_or_default();
        let mut words = Vec::new();
        for fact in catalog.facts(&entry) {
            let from = if given.iter().any(|g| g.fact.field == fact.field) {
                Provenance::Supplied
            } else {
                before.iter().find(|b| b.field == fact.field).map_or(Provenance::Original, |b| b.from)
            };
            if from != fact.from && matches!(fact.content, Content::Word(_)) {
                words.push((&*fact.field.leak(), from));
            }
        }
        Some(SuppliedEntry { kind: entry.kind, id: entry.id, words: list(words) })
    }

    /// What is wrong with the catalogue as a whole, at the row of the pack that it comes from.
    fn placed(&self, found: Finding) -> Mistake {
        let (mut kind, mut id, mut field) = (found.kind, found.id.as_str(), files_to_facts(&found.field));
        if kind == "action" {
            field = ["action.", id].concat();
            let given = self.pack.facts.iter().find(|f| f.field == field).map(|f| f.id.as_str());
            id = given.or_else(|| id.rsplit_once('.').map(|(parent, _)| parent)).unwrap_or(id);
            kind = EntryKind::Measure.word();
        }
        let mut rows = self.pack.facts.iter().filter(|f| f.kind == kind && f.id == id);
        let first = rows.clone().next();
        let at = rows.find(|f| f.field.starts_with(&field)).or(first);
        Mistake { row: at.map(|f| f.row), kind: kind.to_owned(), id: id.to_owned(), field, fault: found.fault }
    }
}

/// A field as the files name it, by the name that facts have: `item a.options` is `item.a.options`.
fn files_to_facts(field: &str) -> String {
    match field {
        "title.ja" => "title".to_owned(),
        "best_practice" => "practice".to_owned(),
        _ => field.replace(' ', "."),
    }
}

/// The entries of each kind that a pack can change.
struct Lists {
    sections: Vec<Section>,
    controls: Vec<Control>,
    viewpoints: Vec<ViewpointEntry>,
    roles: Vec<Role>,
    components: Vec<Component>,
    data_forms: Vec<DataForm>,
    types: Vec<ServiceType>,
    risks: Vec<Risk>,
    countermeasures: Vec<Countermeasure>,
    equipment: Vec<Equipment>,
    axes: Vec<AxisEntry>,
    patterns: Vec<Pattern>,
    points: Vec<Point>,
    iso_chapters: Vec<IsoChapter>,
    iso_items: Vec<IsoItem>,
    cases: Vec<Case>,
}

impl Lists {
    fn of(c: &Catalog) -> Self {
        Self {
            sections: c.sections.to_vec(),
            controls: c.controls.to_vec(),
            viewpoints: c.viewpoints.to_vec(),
            roles: c.roles.to_vec(),
            components: c.components.to_vec(),
            data_forms: c.data_forms.to_vec(),
            types: c.types.to_vec(),
            risks: c.risks.to_vec(),
            countermeasures: c.countermeasures.to_vec(),
            equipment: c.equipment.to_vec(),
            axes: c.axes.to_vec(),
            patterns: c.patterns.to_vec(),
            points: c.points.to_vec(),
            iso_chapters: c.iso_chapters.to_vec(),
            iso_items: c.iso_items.to_vec(),
            cases: c.cases.to_vec(),
        }
    }

    fn catalog(self, base: &Catalog) -> Catalog {
        Catalog {
            sections: list(self.sections),
            controls: list(self.controls),
            viewpoints: list(self.viewpoints),
            roles: list(self.roles),
            components: list(self.components),
            data_forms: list(self.data_forms),
            types: list(self.types),
            risks: list(self.risks),
            countermeasures: list(self.countermeasures),
            equipment: list(self.equipment),
            axes: list(self.axes),
            patterns: list(self.patterns),
            points: list(self.points),
            iso_chapters: list(self.iso_chapters),
            iso_items: list(self.iso_items),
            cases: list(self.cases),
            ..*base
        }
    }

    /// Puts an entry as the pack wants it in its place.
    fn put(&mut self, d: &mut Draft<'_, '_>) {
        match d.kind {
            EntryKind::Section => place(&mut self.sections, d, |e| e.id, Draft::section),
            EntryKind::Control => place(&mut self.controls, d, |e| e.id.0, Draft::control),
            EntryKind::Viewpoint => place(&mut self.viewpoints, d, |e| e.id.word(), Draft::viewpoint),
            EntryKind::Role => place(&mut self.roles, d, |e| e.id.0, Draft::role),
            EntryKind::Component => place(&mut self.components, d, |e| e.id.0, Draft::component),
            EntryKind::Data => place(&mut self.data_forms, d, |e| e.id.0, Draft::data),
            EntryKind::Type => place(&mut self.types, d, |e| e.id.0, Draft::service_type),
            EntryKind::Risk => place(&mut self.risks, d, |e| e.id.0, Draft::risk),
            EntryKind::Measure => place(&mut self.countermeasures, d, |e| e.id.0, Draft::countermeasure),
            EntryKind::Equipment => place(&mut self.equipment, d, |e| e.id.0, Draft::equipment),
            EntryKind::Axis => place(&mut self.axes, d, |e| e.id.word(), Draft::axis),
            EntryKind::Pattern => place(&mut self.patterns, d, |e| word_of(PATTERNS, &e.id), Draft::pattern),
            EntryKind::Point => place(&mut self.points, d, |e| e.id.0, Draft::point),
            EntryKind::IsoChapter => place(&mut self.iso_chapters, d, |e| e.id.0, Draft::iso_chapter),
            EntryKind::IsoItem => place(&mut self.iso_items, d, |e| e.id.0, Draft::iso_item),
            EntryKind::Case => place(&mut self.cases, d, |e| e.id.0, Draft::case),
        }
    }
}

fn place<'a, 'm, T: Copy>(
    all: &mut Vec<T>,
    d: &mut Draft<'a, 'm>,
    id: fn(&T) -> &'static str,
    make: fn(&mut Draft<'a, 'm>, Option<T>) -> Option<T>,
) {
    let ids: Vec<&str> = all.iter().map(id).collect();
    match slot(&ids, d.kind, d.id) {
        Ok(at) => {
            if let Some(known) = all.get_mut(at) {
                *known = make(d, Some(*known)).unwrap_or(*known);
            }
        }
        Err(at) => {
            if let Some(entry) = make(d, None) {
                all.insert(at.min(all.len()), entry);
            }
        }
    }
}

/// Where an entry stands, or where a new one belongs: by number in the guideline's parts, else behind its family, `A-4`
/// behind `A-3`.
fn slot(ids: &[&str], kind: EntryKind, id: &str) -> Result<usize, usize> {
    if let Some(at) = ids.iter().position(|known| *known == id) {
        return Ok(at);
    }
    let key = natural(id);
    if matches!(kind, EntryKind::Section | EntryKind::Control) {
        return Err(ids.iter().position(|known| natural(known) > key).unwrap_or(ids.len()));
    }
    let family = |id: &str| id.rfind(['-', '.']).map(|at| id[..at].to_owned());
    let mine = family(id);
    let kin = ids.iter().rposition(|known| mine.is_some() && family(known) == mine);
    Err(kin.map_or(ids.len(), |at| at + 1))
}

/// What sorts an id with its numbers as numbers, before all letters.
fn natural(id: &str) -> Vec<u64> {
    let mut key: Vec<u64> = Vec::with_capacity(id.len());
    let mut in_number = false;
    for ch in id.chars() {
        match (ch.to_digit(10), key.last_mut()) {
            (Some(digit), Some(number)) if in_number => {
                *number = number.saturating_mul(10).saturating_add(u64::from(digit)).min(u64::from(u32::MAX));
            }
            (Some(digit), _) => key.push(u64::from(digit)),
            (None, _) => key.push(1 << 32 | u64::from(ch)),
        }
        in_number = ch.is_ascii_digit();
    }
    key
}
