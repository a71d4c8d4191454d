//! What of the results is shown: everything, or only what is not this project's own. One rule for screens and exports.

use crate::core::{
    catalog::{Catalog, Control, Provenance},
    extract::{Derived, RowKey},
};

/// What of the results is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scope {
    /// Whether this project's own entries are.
    pub original: bool,
}

impl Scope {
    /// Everything.
    pub const ALL: Self = Self { original: true };

    /// Whether what comes from there is shown.
    #[must_use]
    pub fn shows(self, from: Provenance) -> bool {
        self.original || from != Provenance::Original
    }

    /// Whether a risk is shown.
    #[must_use]
    pub fn shows_risk(self, catalog: &Catalog, key: &RowKey) -> bool {
        catalog.risk(key.risk.0).is_some_and(|risk| self.shows(risk.title.from))
    }

    /// Whether a control is shown. Its number says whose it is: titles are in our own words also where it is official.
    #[must_use]
    pub fn shows_control(self, control: &Control) -> bool {
        self.shows(control.id_from)
    }

    /// Whether a countermeasure is shown. Nothing without its trace: where all risks that call for it are hidden, so is it.
    #[must_use]
    pub fn shows_countermeasure(self, catalog: &Catalog, derived: &Derived) -> bool {
        self.shows(derived.countermeasure.title.from) && derived.because.iter().any(|k| self.shows_risk(catalog, k))
    }
}
