//! What of the results is shown: everything, or only what is not this project's own. One rule for screens and exports.

use super::{Confidential, leaves_out};
use crate::core::{
    assessment::Assessment,
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

    /// What of it is shown of an assessment: a copy for others may have nothing that was entered of this project's own
    /// entries, and they are then not shown as if nobody had answered.
    #[must_use]
    pub fn within(self, assessment: &Assessment) -> Self {
        Self { original: self.original && !leaves_out(assessment, Confidential::Own) }
    }

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
