//! Where in a pack the mistakes stand that are found in the catalogue that comes of it.

use std::collections::BTreeMap;

use crate::core::{
    catalog::{EntryKind, lint::Finding},
    pack::{Mistake, PackFact},
};

/// Where a pack says what.
pub(super) struct Places<'a> {
    entries: BTreeMap<(&'static str, &'a str), &'a [&'a PackFact]>,
    /// The place that was asked for last, with its row: a long list can have a thousand mistakes.
    last: (&'static str, String, String, Option<usize>),
}

impl<'a> Places<'a> {
    pub fn of(entries: &'a [(EntryKind, Vec<&'a PackFact>)]) -> Self {
        let mut by_id = BTreeMap::new();
        for (kind, facts) in entries {
            if let Some(first) = facts.first() {
                by_id.insert((kind.keyword(), &*first.id), facts.as_slice());
            }
        }
        Self { entries: by_id, last: ("", String::new(), String::new(), None) }
    }

    /// A mistake at the row of the pack that it comes from.
    pub fn place(&mut self, found: Finding) -> Mistake {
        let (kind, id, field) = match found.parent {
            Some(parent) => (EntryKind::Countermeasure.keyword(), parent.to_owned(), format!("action.{}", found.id)),
            None => (found.kind, found.id, files_to_facts(&found.field)),
        };
        let (k, i, f, _) = &self.last;
        if (*k, i, f) != (kind, &id, &field) {
            self.last = (kind, id.clone(), field.clone(), self.row(kind, &id, &field));
        }
        Mistake { row: self.last.3, kind: kind.to_owned(), id, field, fault: found.fault }
    }

    /// Where the pack says the field, or else where it first speaks of the entry.
    fn row(&self, kind: &'static str, id: &str, field: &str) -> Option<usize> {
        let facts = self.entries.get(&(kind, id))?;
        let said = facts.iter().filter(|f| f.field.starts_with(field)).map(|f| f.row).min();
        said.or_else(|| facts.iter().map(|f| f.row).min())
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
