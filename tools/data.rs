//! What is published for other programs: the catalogue as JSON, and the JSON Schemas. And the documents that are made
//! from the catalogue.

use crate::{Result, files};
use std::{fs, path::Path};
use tenken::core::{
    catalog::{CATALOG, DIGEST},
    exchange::{
        catalog,
        fidelity::{DOCUMENTS, markdown},
    },
};

/// The catalogue as data.
const CATALOG_FILE: &str = "catalog.json";
/// Where the schemas are kept, and where they are published.
const SCHEMAS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/schema");
const SCHEMA_ENDING: &str = ".schema.json";

/// Writes the catalogue and the schemas into the site.
pub fn write(dist: &Path) -> Result<()> {
    files::write(dist, CATALOG_FILE, catalog::write(&CATALOG, DIGEST))?;
    // A schema that was removed would otherwise stay.
    let folder = dist.join("schema");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|e| format!("{} cannot be emptied: {e}", folder.display()))?;
    }
    fs::create_dir_all(&folder).map_err(|e| format!("{} cannot be made: {e}", folder.display()))?;
    let from = Path::new(SCHEMAS);
    for name in files::list(from)?.iter().filter(|name| name.ends_with(SCHEMA_ENDING)) {
        files::write(&folder, name, &files::read_text(from, name)?)?;
    }
    Ok(())
}

/// Writes the documents that are made from the catalogue.
pub fn documents(folder: &Path) -> Result<()> {
    DOCUMENTS.iter().try_for_each(|(language, name)| files::write(folder, name, markdown(&CATALOG, *language)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_site_holds_the_catalogue_and_every_schema() {
        let dist = std::env::temp_dir().join(format!("tenken-pack-data-{}", std::process::id()));
        fs::create_dir_all(dist.join("schema")).unwrap();
        files::write(&dist, "schema/gone.schema.json", "{}").unwrap();
        // Twice, since building twice changes nothing.
        let written = [(), ()].map(|()| {
            write(&dist).unwrap();
            let names = files::list(&dist).unwrap();
            let content: Vec<_> = names.iter().map(|name| files::read(&dist, name).unwrap()).collect();
            (names, content)
        });
        fs::remove_dir_all(&dist).unwrap();
        let mut expected: Vec<_> =
            files::list(Path::new(SCHEMAS)).unwrap().iter().map(|name| format!("schema/{name}")).collect();
        expected.insert(0, CATALOG_FILE.to_owned());
        assert_eq!(written[0].0, expected);
        assert_eq!(written[0], written[1]);
    }
}
