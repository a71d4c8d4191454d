//! The catalogue under an assessment, and what differs in another one.

use std::{collections::BTreeMap, ops::Bound, sync::Arc};

use super::{MAX_FIELDS, Stamp};
use crate::core::catalog::{Catalog, EntryKind};

/// The catalogue that an assessment was last worked on with, and since when.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CatalogRef {
    /// Since when; the later one stands after a merge.
    pub at: Stamp,
    /// The edition of the guideline.
    pub edition: String,
    /// SHA-256 of the catalogue.
    pub digest: String,
    /// A fingerprint of what each entry said, by its name such as `risk/contract-1`. None in files from before they were
    /// kept.
    pub fingerprints: Arc<BTreeMap<String, u32>>,
}

/// What became of an entry of the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Since {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It says something else.
    Changed,
}

/// An entry that differs between two catalogues.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct EntryChange {
    /// Its kind.
    pub kind: EntryKind,
    /// Its id.
    pub id: String,
    /// What became of it.
    pub since: Since,
}

impl CatalogRef {
    /// A catalogue in force from now on.
    #[must_use]
    pub fn of(catalog: &Catalog, digest: &str, at: Stamp) -> Self {
        let edition = catalog.edition.id.to_owned();
        let mut fingerprints = catalog.fingerprints();
        // A catalogue with more entries than a file can name keeps none of them.
        if fingerprints.len() > MAX_FIELDS {
            fingerprints.clear();
        }
        Self { at, edition, digest: digest.to_owned(), fingerprints: Arc::new(fingerprints) }
    }

    /// What differs in a catalogue from the one that this names, kind by kind, new entries last. `None` where that
    /// cannot be told, since no fingerprints were kept. Of kinds of which none were kept, nothing is told.
    #[must_use]
    pub fn changed_since(&self, catalog: &Catalog) -> Option<Vec<EntryChange>> {
        if self.fingerprints.is_empty() {
            return None;
        }
        let now = catalog.fingerprints();
        let mut changes = Vec::new();
        for kind in EntryKind::FINGERPRINTED {
            let prefix = format!("{}/", kind.keyword());
            let from = (Bound::Included(prefix.as_str()), Bound::Unbounded);
            let then = self.fingerprints.range::<str, _>(from).take_while(|(name, _)| name.starts_with(&prefix));
            let mut known = false;
            let mut tell = |name: &str, since| {
                let id = name.get(prefix.len()..).unwrap_or_default().to_owned();
                changes.push(EntryChange { kind, id, since });
            };
            for (name, was) in then {
                known = true;
                match now.get(name) {
                    None => tell(name, Since::Removed),
                    Some(is) if is != was => tell(name, Since::Changed),
                    Some(_) => {}
                }
            }
            if !known {
                continue;
            }
            for (name, _) in now.range::<str, _>(from).take_while(|(name, _)| name.starts_with(&prefix)) {
                if !self.fingerprints.contains_key(name) {
                    tell(name, Since::Added);
                }
            }
        }
        Some(changes)
    }
}
