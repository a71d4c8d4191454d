//! Marks of what entries say, by which a change of the catalogue under an assessment is known.

use std::collections::BTreeMap;

use super::{
    entries::Entry,
    facts,
    tables::{CATALOG, MARKS},
    types::Catalog,
};

/// What an assessment calls an entry of the catalogue: `risk/contract-1`.
#[must_use]
pub fn entry_name(entry: &Entry) -> String {
    [entry.kind.word(), "/", entry.id].concat()
}

impl Catalog {
    /// The marks of the entries that an assessment rests on, by name.
    #[must_use]
    pub fn marks(&self) -> BTreeMap<String, u32> {
        let mut shipped = BTreeMap::new();
        for (entry, mark) in CATALOG.marked().iter().zip(MARKS) {
            shipped.insert(entry_name(entry), *mark);
        }
        if std::ptr::eq(self, &CATALOG) {
            return shipped;
        }
        let mut marks = BTreeMap::new();
        for entry in self.marked() {
            let name = entry_name(&entry);
            let said = self.facts(&entry);
            // Where nothing changed the texts need not even be unpacked.
            let known = CATALOG.entry(entry.kind, entry.id).filter(|e| CATALOG.facts(e) == said);
            let known = known.and_then(|_| shipped.get(&name).copied());
            marks.insert(name, known.unwrap_or_else(|| facts::mark(&said)));
        }
        marks
    }
}
