//! From a reading, as a person corrected it, to a pack.

use serde::{Deserialize, Serialize};

use super::{
    found::{FoundField, Reading},
    scan, values,
};
use crate::core::{
    catalog::{CATALOG, EvaluationItem},
    pack::{Pack, PackFact},
};

/// What a person decided of one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// The kind of entry, as `EntryKind::keyword` names it.
    pub kind: String,
    /// The entry.
    pub id: String,
    /// The field.
    pub field: String,
    /// What it says; `None` leaves it out.
    pub value: Option<String>,
}

impl Choice {
    /// Whether it is of this field.
    #[must_use]
    pub fn is_of(&self, kind: &str, id: &str, field: &str) -> bool {
        self.kind == kind && self.id == id && self.field == field
    }
}

impl Reading {
    /// The pack of what was found without a doubt, and of what a person chose or corrected. A doubtful field that nobody
    /// chose is left out.
    #[must_use]
    pub fn pack(&self, name: &str, edition: &str, choices: &[Choice]) -> Pack {
        let mut facts: Vec<PackFact> = Vec::new();
        let mut put = |kind: &str, id: &str, field: &str, value: &str| {
            let row = facts.len() + 1;
            let [kind, id, field, ja] = [kind, id, field, value.trim()].map(str::to_owned);
            facts.push(PackFact { row, kind, id, field, ja, en: String::new() });
        };
        let choice = |kind: &str, id: &str, field: &str| choices.iter().rfind(|c| c.is_of(kind, id, field));
        for entry in &self.entries {
            for field in &entry.fields {
                match choice(&entry.kind, &entry.id, &field.field) {
                    Some(Choice { value: Some(value), .. }) => {
                        put(&entry.kind, &entry.id, &field.field, &as_written(&entry.id, field, value));
                    }
                    Some(_) => {}
                    None if field.doubt.is_none() => put(&entry.kind, &entry.id, &field.field, &field.value),
                    None => {}
                }
            }
        }
        // What was not found, and a person wrote.
        for (i, choice) in choices.iter().enumerate() {
            let found = self.entry(&choice.kind, &choice.id).is_some_and(|e| e.field(&choice.field).is_some());
            let later = choices.iter().skip(i + 1).any(|c| c.is_of(&choice.kind, &choice.id, &choice.field));
            if let (false, false, Some(value)) = (found, later, &choice.value) {
                let field = FoundField { field: choice.field.clone(), ..FoundField::default() };
                put(&choice.kind, &choice.id, &choice.field, &as_written(&choice.id, &field, value));
            }
        }
        Pack { name: name.to_owned(), edition: edition.to_owned(), facts }
    }
}

/// A class or value as packs write it, where a person gave it as the guideline does.
fn as_written(id: &str, field: &FoundField, value: &str) -> String {
    if let ("class", Some(class)) = (&*field.field, scan::class_named(value)) {
        return class.to_owned();
    }
    let item = field.field.strip_prefix("item.").and_then(|rest| rest.split_once(".value."));
    let item = item.and_then(|(item, _)| self::item(id, item));
    item.and_then(|item| values::value(item, value)).unwrap_or_else(|| value.to_owned())
}

/// An evaluation item of the catalogue that ships, which packs are applied to.
fn item(control: &str, item: &str) -> Option<&'static EvaluationItem> {
    CATALOG.control(control)?.items.0.iter().find(|i| i.id == item)
}
