//! Documents that are made from the catalogue.

use crate::{Result, files};
use std::path::Path;
use tenken::core::{
    catalog::CATALOG,
    exchange::fidelity::{Language, markdown},
};

/// Writes the documents that are made from the catalogue.
pub fn documents(folder: &Path) -> Result<()> {
    Language::ALL.iter().try_for_each(|(language, name)| files::write(folder, name, &markdown(&CATALOG, *language)))
}
