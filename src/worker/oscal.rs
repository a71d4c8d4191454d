//! OSCAL 1.1, NIST's form for exchanging security assessments, as JSON: the catalogue, a profile of what this assessment
//! looks at, and its results.
//!
//! UUIDs follow from ids, so that the same content gives the same bytes, and a later file speaks of the same things.

mod catalog;
mod profile;
mod results;

use serde_json::{Value as Json, json};
use uuid::Uuid;

use crate::core::{
    assessment::paths,
    catalog::Text,
    exchange::formats::OscalModel,
    language::Language,
    report::{
        copy_note,
        paper::{self, Basis},
    },
};

/// The version of OSCAL that is written.
const VERSION: &str = "1.1.2";
/// Where names come from that OSCAL does not have.
const NAMESPACE: &str = "urn:tenken:oscal";

/// One of OSCAL's models, of an assessment.
#[must_use]
pub fn write(of: &Basis, model: OscalModel, language: Language) -> String {
    let writer = Writer { of, language };
    let (root, content) = match model {
        OscalModel::Catalog => ("catalog", writer.catalog()),
        OscalModel::Profile => ("profile", writer.profile()),
        OscalModel::AssessmentResults => ("assessment-results", writer.results()),
    };
    let mut text = serde_json::to_string_pretty(&json!({ root: content })).unwrap_or_default();
    text.push('\n');
    text
}

/// What a model is written with.
struct Writer<'a> {
    of: &'a Basis<'a>,
    language: Language,
}

impl Writer<'_> {
    fn say(&self, text: &Text) -> &'static str {
        match self.language {
            Language::Ja => text.ja(),
            Language::En => text.en(),
        }
    }

    /// The UUID of something of the catalogue, whoever assesses by it.
    fn of_catalog(&self, what: &str) -> String {
        uuid(&format!("catalog/{}/{what}", self.of.digest))
    }

    /// The UUID of something of this assessment.
    fn own(&self, what: &str) -> String {
        uuid(&format!("{}/{what}", self.of.assessment.id().as_str()))
    }

    /// When it was written: OSCAL wants a time, and the report has a day.
    fn time(&self) -> String {
        format!("{}T00:00:00Z", self.of.today)
    }

    fn metadata(&self, title: &str) -> Json {
        let t = paper::words::of(self.language);
        let mut remarks = format!("{} tenken", t.title);
        if let Some(note) = copy_note(self.of.assessment, self.language) {
            remarks = [remarks, note].join("\n");
        }
        json!({
            "title": title,
            "last-modified": self.time(),
            "version": self.of.today.to_string(),
            "oscal-version": VERSION,
            "remarks": remarks,
        })
    }

    /// The assessment's name, for titles.
    fn name(&self) -> String {
        let words: Vec<&str> = self.of.assessment.text(&paths::name()).split_whitespace().collect();
        filled(&words.join(" ")).to_owned()
    }

    /// The ids of the controls and countermeasures that the assessment looks at.
    fn looked_at(&self) -> Vec<&'static str> {
        let controls = self.of.controls.rows.iter().filter(|row| row.standing.concerns());
        let measures =
            self.of.derived.iter().filter(|d| d.needed && self.of.scope.shows_countermeasure(self.of.catalog, d));
        controls.map(|row| row.control.id.0).chain(measures.map(|d| d.countermeasure.id.0)).collect()
    }
}

fn uuid(what: &str) -> String {
    Uuid::new_v5(&Uuid::new_v5(&Uuid::NAMESPACE_OID, NAMESPACE.as_bytes()), what.as_bytes()).to_string()
}

/// A property of our own.
fn prop(name: &str, value: &str) -> Json {
    json!({ "name": name, "ns": NAMESPACE, "value": value })
}

/// A text with something in it: OSCAL takes no empty ones.
fn filled(text: &str) -> &str {
    if text.trim().is_empty() { "–" } else { text }
}
