//! A profile: of the catalogue what this assessment looks at, with the reference values of its pattern.

use serde_json::{Value as Json, json};

use super::Writer;
use crate::core::evaluate::write_reference;

impl Writer<'_> {
    pub(super) fn profile(&self) -> Json {
        let source = self.of_catalog("");
        let values = self.of.controls.values.iter().filter(|row| row.comparison.reference.is_some());
        let set: Vec<Json> = values
            .filter_map(|row| {
                let reference = write_reference(row.item, row.comparison.reference?, self.language);
                Some(json!({ "param-id": format!("{}_{}", row.control.id, row.item.id), "values": [reference] }))
            })
            .collect();
        let looked_at = self.looked_at();
        let mut import = json!({ "href": format!("#{source}") });
        match looked_at.is_empty() {
            true => import["exclude-controls"] = json!([{ "matching": [{ "pattern": "*" }] }]),
            false => import["include-controls"] = json!([{ "with-ids": looked_at }]),
        }
        let mut profile = json!({
            "uuid": self.own("profile"),
            "metadata": self.metadata(&self.name()),
            "imports": [import],
            "merge": { "as-is": true },
            "back-matter": { "resources": [{
                "uuid": source,
                "title": self.say(&self.of.catalog.edition.name),
                "rlinks": [{ "href": "catalog.oscal.json", "media-type": "application/oscal.catalog+json" }],
            }] },
        });
        if !set.is_empty() {
            profile["modify"] = json!({ "set-parameters": set });
        }
        profile
    }
}
