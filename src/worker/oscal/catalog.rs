//! The catalogue: the controls of Parts II and III in their sections, and the countermeasures of Part IV.

use serde_json::{Value as Json, json};

use super::{Writer, prop};
use crate::core::{
    catalog::{Control, Countermeasure, EvaluationItem, Provenance, Section},
    evaluate::write_reference,
    report::ProvenanceKind,
};

impl Writer<'_> {
    pub(super) fn catalog(&self) -> Json {
        let catalog = self.of.catalog;
        let tops = ["II", "III", "IV"].into_iter().filter_map(|id| catalog.section(id)).map(|s| self.group(s));
        json!({
            "uuid": self.of_catalog(""),
            "metadata": self.metadata(self.say(&catalog.edition.name)),
            "groups": tops.collect::<Vec<_>>(),
        })
    }

    fn group(&self, section: &Section) -> Json {
        let catalog = self.of.catalog;
        let is_below = |id: &str| id.rsplit_once('.').is_some_and(|(above, _)| above == section.id);
        let groups: Vec<Json> = catalog.sections.iter().filter(|s| is_below(s.id)).map(|s| self.group(s)).collect();
        let mut controls: Vec<Json> = Vec::new();
        controls.extend(catalog.controls.iter().filter(|c| is_below(c.id.0)).map(|c| self.control(c)));
        if section.id == "IV.5" {
            controls.extend(catalog.countermeasures.iter().map(|c| self.countermeasure(c)));
        }
        let mut group = json!({ "id": section.id, "class": "section", "title": self.say(&section.title) });
        for (name, list) in [("groups", groups), ("controls", controls)] {
            if !list.is_empty() {
                group[name] = list.into();
            }
        }
        group
    }

    fn control(&self, control: &Control) -> Json {
        let id = control.id.0;
        let mut parts =
            vec![part(&format!("{id}_smt"), "statement", self.say(&control.statement), control.statement.from)];
        for practice in control.best_practices {
            let name = format!("{id}_gdn.{}", practice.mark);
            parts.push(part(&name, "guidance", self.say(&practice.text), practice.text.from));
        }
        let params: Vec<Json> = control.items.iter().map(|item| self.param(id, item)).collect();
        let mut json = json!({
            "id": id,
            "class": control.class.keyword(),
            "title": self.say(&control.title),
            "props": [{ "name": "label", "value": id }, provenance(control.title.from)],
            "parts": parts,
        });
        if !params.is_empty() {
            json["params"] = params.into();
        }
        json
    }

    /// An evaluation item, whose value is for the pattern.
    fn param(&self, control: &str, item: &EvaluationItem) -> Json {
        let values = item.values.iter().zip(1..).map(|(value, pattern)| {
            let value = write_reference(item, value, self.language);
            json!({ "prose": format!("{pattern}: {value}") })
        });
        json!({
            "id": format!("{control}_{}", item.id),
            "label": self.say(&item.name),
            "guidelines": values.collect::<Vec<_>>(),
        })
    }

    fn countermeasure(&self, measure: &Countermeasure) -> Json {
        let id = measure.id.0;
        // The title says it where nothing more is known.
        let statement = measure.statement.unwrap_or(measure.title);
        let mut parts = vec![part(&format!("{id}_smt"), "statement", self.say(&statement), statement.from)];
        for action in measure.actions {
            parts.push(part(action.id.0, "item", self.say(&action.text), action.text.from));
        }
        json!({
            "id": id,
            "class": "countermeasure",
            "title": self.say(&measure.title),
            "props": [{ "name": "label", "value": id }, provenance(measure.title.from)],
            "parts": parts,
        })
    }
}

fn part(id: &str, name: &str, prose: &str, from: Provenance) -> Json {
    json!({ "id": id, "name": name, "props": [provenance(from)], "prose": prose })
}

/// Where a text comes from: only what is quoted is the guideline's own wording.
fn provenance(from: Provenance) -> Json {
    prop("provenance", ProvenanceKind::of(from).keyword())
}
