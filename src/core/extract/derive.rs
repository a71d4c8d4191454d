//! Derivation (IV.4): from risks that apply to countermeasures.

use super::{Extraction, RowKey, Truth};
use crate::core::catalog::{Catalog, Countermeasure};

/// A countermeasure with the risks that brought it up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Derived {
    /// The countermeasure.
    pub countermeasure: &'static Countermeasure,
    /// The risks that apply and lead to it. Never empty.
    pub because: Vec<RowKey>,
    /// Whether at least one of them is to be treated. `false` where people decided otherwise for all of them.
    pub needed: bool,
}

/// The countermeasures for the risks that apply, in the catalogue's order. `to_treat` says whether a risk is to be
/// treated by its countermeasures, as people decided; undecided risks are.
#[must_use]
pub fn derive(catalog: &Catalog, extraction: &Extraction, to_treat: impl Fn(&RowKey) -> bool) -> Vec<Derived> {
    // By countermeasure, so that each row is looked at once.
    let mut because: Vec<Vec<RowKey>> = catalog.countermeasures.iter().map(|_| Vec::new()).collect();
    for rows in extraction.rows.chunk_by(|a, b| a.key.risk == b.key.risk) {
        let risk = rows.first().and_then(|r| catalog.risk(r.key.risk.0));
        let assigned: &[_] = risk.map_or(&[], |r| &r.countermeasures);
        let applies = rows.iter().filter(|r| r.finding.truth == Truth::True).map(|r| &r.key);
        for (countermeasure, because) in catalog.countermeasures.iter().zip(&mut because) {
            if assigned.contains(&countermeasure.id) {
                because.extend(applies.clone().cloned());
            }
        }
    }
    let derived = catalog.countermeasures.into_iter().zip(because).filter_map(|(countermeasure, because)| {
        let needed = because.iter().any(&to_treat);
        (!because.is_empty()).then_some(Derived { countermeasure, because, needed })
    });
    derived.collect()
}
