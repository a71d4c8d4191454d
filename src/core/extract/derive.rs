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
    let applies: Vec<_> = extraction
        .with(Truth::True)
        .filter_map(|row| catalog.risk(row.key.risk.0).map(|risk| (risk, &row.key)))
        .collect();
    let derived = catalog.countermeasures.into_iter().filter_map(|countermeasure| {
        let because: Vec<RowKey> = applies
            .iter()
            .filter(|(risk, _)| risk.countermeasures.contains(&countermeasure.id))
            .map(|(_, key)| (*key).clone())
            .collect();
        let needed = because.iter().any(&to_treat);
        (!because.is_empty()).then_some(Derived { countermeasure, because, needed })
    });
    derived.collect()
}
