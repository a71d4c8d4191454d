//! The sheet of fidelity: how many facts of the catalogue come from where, part by part.

use crate::core::catalog::{
    Catalog, Entry, EntryData, EntryKind, Provenance, Text,
    keyword::{Keyword, keywords},
};

keywords! {
    /// The five kinds of provenance, without the place, source or per cents of the single fact; from the official text down
    /// to what is not checked at all.
    pub enum ProvenanceKind {
        /// Verbatim from the ministry's summary.
        Quoted = "quoted",
        /// Seen in a public source.
        Cited = "cited",
        /// Believed true, not compared with the official text.
        Unverified = "unverified",
        /// This project's own.
        Original = "original",
        /// From a catalogue pack.
        Supplied = "supplied",
    }
}

impl ProvenanceKind {
    /// The kind of a provenance.
    #[must_use]
    pub const fn of(from: Provenance) -> Self {
        match from {
            Provenance::Quoted(_) => Self::Quoted,
            Provenance::Cited(_) => Self::Cited,
            Provenance::Unverified(_) => Self::Unverified,
            Provenance::Original => Self::Original,
            Provenance::Supplied => Self::Supplied,
        }
    }

    /// Where most come from; of equal ones, what is less official. `None` where there is nothing.
    #[must_use]
    pub fn usual(texts: &mut dyn Iterator<Item = Provenance>) -> Option<Self> {
        let mut tally = Tally::default();
        texts.for_each(|from| tally.add(from));
        Self::ALL.into_iter().filter(|kind| tally.of(*kind) > 0).max_by_key(|kind| tally.of(*kind))
    }
}

/// What a row of the sheet counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FidelityPart {
    /// A part, a section of Part III or an annex, with its controls and points: `II`, `III.1`, `Annex3`.
    Section(&'static str),
    /// The entries of a kind that stands in one part alone, such as the risks of Part IV.
    Kind(EntryKind),
    /// What belongs to no entry: the names of the edition, of sources and passages, of players and kinds of role.
    Beside,
}

/// Facts by where they come from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    counts: [usize; 5],
    percent_sum: usize,
    percent_range: Option<(u8, u8)>,
}

impl Tally {
    /// How many facts are of this kind.
    #[must_use]
    pub fn of(&self, kind: ProvenanceKind) -> usize {
        self.counts.get(kind as usize).copied().unwrap_or_default()
    }

    /// How many facts there are.
    #[must_use]
    pub fn facts(&self) -> usize {
        self.counts.iter().sum()
    }

    /// How sure the unverified facts are on average, in whole per cent, rounded down. `None` where there are none.
    #[must_use]
    pub fn mean_percent(&self) -> Option<usize> {
        self.percent_sum.checked_div(self.of(ProvenanceKind::Unverified))
    }

    /// The least and the most sure of the unverified facts, in per cent. `None` where there are none.
    #[must_use]
    pub const fn percent_range(&self) -> Option<(u8, u8)> {
        self.percent_range
    }

    pub(super) fn add(&mut self, from: Provenance) {
        if let Some(count) = self.counts.get_mut(ProvenanceKind::of(from) as usize) {
            *count += 1;
        }
        if let Provenance::Unverified(percent) = from {
            self.percent_sum += usize::from(percent);
            let (least, most) = self.percent_range.unwrap_or((percent, percent));
            self.percent_range = Some((least.min(percent), most.max(percent)));
        }
    }
}

/// One row of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FidelityRow {
    /// What it counts.
    pub part: FidelityPart,
    /// How many entries it has.
    pub entries: usize,
    /// Their facts.
    pub tally: Tally,
}

/// The sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fidelity {
    /// The rows, in the order of the guideline. None is empty.
    pub rows: Vec<FidelityRow>,
    /// How many entries there are.
    pub entries: usize,
    /// All facts together.
    pub total: Tally,
}

/// Counts every fact of a catalogue once.
#[must_use]
pub fn fidelity(catalog: &Catalog) -> Fidelity {
    let mut sheet = Fidelity { rows: rows(catalog), entries: 0, total: Tally::default() };
    for entry in catalog.entries() {
        let facts = catalog.facts(&entry);
        sheet.count(part_of(catalog, &entry), 1, facts.iter().map(|f| f.from).collect());
    }
    sheet.count(FidelityPart::Beside, 0, beside(catalog).iter().map(|t| t.from).collect());
    sheet.rows.retain(|row| row.tally.facts() > 0);
    sheet
}

impl Fidelity {
    fn count(&mut self, part: FidelityPart, entries: usize, facts: Vec<Provenance>) {
        if !self.rows.iter().any(|row| row.part == part) {
            self.rows.push(FidelityRow::empty(part));
        }
        self.entries += entries;
        for row in self.rows.iter_mut().filter(|row| row.part == part) {
            row.entries += entries;
            facts.iter().for_each(|from| row.tally.add(*from));
        }
        facts.iter().for_each(|from| self.total.add(*from));
    }
}

impl FidelityRow {
    fn empty(part: FidelityPart) -> Self {
        Self { part, entries: 0, tally: Tally::default() }
    }
}

/// The rows in order, still empty: each part with the kinds that stand in it below.
fn rows(catalog: &Catalog) -> Vec<FidelityRow> {
    let mut rows: Vec<FidelityRow> = Vec::new();
    for section in catalog.sections {
        let part = section_part(section.id);
        if rows.iter().any(|row| row.part == FidelityPart::Section(part)) {
            continue;
        }
        rows.push(FidelityRow::empty(FidelityPart::Section(part)));
        for kind in EntryKind::ALL.into_iter().filter(|k| k.home() == Some(part)) {
            rows.push(FidelityRow::empty(FidelityPart::Kind(kind)));
        }
    }
    rows
}

fn part_of(catalog: &Catalog, entry: &Entry) -> FidelityPart {
    match entry.data {
        EntryData::Section(_) | EntryData::Control(_) => FidelityPart::Section(section_part(entry.id)),
        EntryData::Point(point) => {
            let is_it = |id: &str| id.strip_prefix("Annex").and_then(|n| n.parse().ok()) == Some(point.annex);
            let section = catalog.sections.iter().find(|s| s.id.starts_with("Annex") && is_it(s.id));
            section.map_or(FidelityPart::Kind(entry.kind), |s| FidelityPart::Section(s.id))
        }
        _ => FidelityPart::Kind(entry.kind),
    }
}

/// The part of the guideline to which a number belongs. Part III goes by its sections, which are known unequally well.
fn section_part(id: &'static str) -> &'static str {
    let dots = if id.starts_with("III.") { 2 } else { 1 };
    id.match_indices('.').nth(dots - 1).and_then(|(at, _)| id.get(..at)).unwrap_or(id)
}

/// The texts that belong to no entry.
fn beside(catalog: &Catalog) -> Vec<Text> {
    let mut texts = vec![catalog.edition.name];
    texts.extend(catalog.sources.iter().map(|s| s.title));
    texts.extend(catalog.passages.iter().map(|p| p.title));
    for player in catalog.players {
        texts.extend([player.name, player.about]);
    }
    texts.extend(catalog.role_kinds.iter().map(|k| k.name));
    texts
}
