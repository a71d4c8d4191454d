//! The cover: what is reported on, by whom, when, by which edition, and what was assessed.

use super::{Depth, Kind, Rows, Writer, depth_name};
use crate::core::{
    assessment::paths,
    evaluate::{GuidelinePart, OutOfScope},
    language::fill,
    report::{Confidential, copy_note, labels, leaves_out},
};

impl<'a> Writer<'a> {
    /// Writes the cover, and says what the report is about.
    pub(super) fn cover(&mut self, depth: Depth) -> &'a str {
        let (t, of) = (self.t, self.of);
        let [service, organization, assessor, note] =
            ["service", "organization", "assessor", "note"].map(|what| self.text(&paths::meta(what)));
        let name = self.text(&paths::name());
        // The service stands in large letters, and the assessment's name where no service is named.
        let (subject, name) = if service.is_empty() { (name, "") } else { (service, name) };
        for line in [subject, organization] {
            if !line.is_empty() {
                self.put(Kind::Name, line);
            }
        }
        if let Some(note) = copy_note(of.assessment, self.language) {
            self.paragraph(&note);
        }
        let mut facts = Rows::of("", "");
        facts.fact(t.name, name);
        facts.fact(t.assessor, assessor);
        facts.fact(t.date, &of.today.write(self.language));
        facts.fact(t.extent, depth_name(depth, self.language));
        facts.fact(t.guideline, self.say(&of.catalog.edition.name));
        facts.fact(t.catalog, of.digest);
        facts.fact(t.data, &of.assessment.version());
        self.list(facts, "");
        self.put(Kind::Heading, t.scope);
        let mut facts = Rows::of("", "");
        facts.fact(t.parts_in, &self.parts(true));
        facts.fact(t.parts_out, &self.parts(false));
        facts.fact(t.theirs, &self.theirs());
        facts.fact(t.pattern, &self.pattern());
        facts.fact(t.hidden, &self.hidden());
        facts.fact(t.note, note);
        self.list(facts, "");
        self.paragraph(t.not_certified);
        self.paragraph(labels::NEWER.pick(self.language));
        let mut stamps = Rows::of(t.stamps, "bbb");
        // A space keeps them empty.
        stamps.add(&["\u{3000}"; 3]);
        self.list(stamps, "");
        subject
    }

    /// The parts of the guideline that were assessed, or were left out, with the reason.
    fn parts(&self, assessed: bool) -> String {
        let (t, of) = (self.t, self.of);
        let mut parts = String::new();
        for (part, number) in GuidelinePart::ALL.into_iter().zip(["II", "III", "IV"]) {
            // Of what a copy leaves out, it says so for itself.
            let is_told = part != GuidelinePart::Four || !leaves_out(of.assessment, Confidential::PartFour);
            if is_told && of.controls.extent.has_part(part) == assessed {
                let title = of.catalog.section(number).map(|s| self.say(&s.title)).unwrap_or_default();
                self.line(&mut parts, "", &fill(t.part, &[&number, &title]));
            }
        }
        if assessed || parts.is_empty() {
            return parts;
        }
        let reason = self.text(&paths::scope_reason());
        fill(t.because, &[&parts, &if reason.is_empty() { t.no_reason } else { reason }])
    }

    /// The components that are somebody else's.
    fn theirs(&self) -> String {
        let of = self.of;
        let mut names = Vec::new();
        for equipment in of.catalog.equipment {
            if !of.controls.extent.has_equipment(equipment.id) {
                names.push(self.say(&equipment.name));
            }
        }
        if names.is_empty() || !self.has_controls() {
            return String::new();
        }
        let out = of.controls.rows.iter().filter(|row| row.out == Some(OutOfScope::Components)).count();
        fill(self.t.theirs_out, &[&names.join(labels::COMMA.pick(self.language)), &out])
    }

    fn pattern(&self) -> String {
        let (t, of) = (self.t, self.of);
        if !of.controls.extent.has_part(GuidelinePart::Three) {
            return String::new();
        }
        let Some(pattern) = of.classification.pattern().and_then(|id| of.catalog.pattern(id)) else {
            return t.pattern_none.to_owned();
        };
        let mut grades = Vec::new();
        for axis in of.catalog.axes {
            let level = axis.levels.iter().find(|level| level.id == pattern.grade(axis.id));
            let level = level.map(|level| self.say(&level.name)).unwrap_or_default();
            grades.push(format!("{} {level}", self.say(&axis.name)));
        }
        let grades = grades.join(labels::COMMA.pick(self.language));
        let template = if of.classification.is_overridden() { t.pattern_chosen } else { t.pattern_of };
        fill(template, &[&self.say(&pattern.name), &grades, &of.classification.reason])
    }

    /// How much is not counted, since it is hidden.
    fn hidden(&self) -> String {
        let of_risks = self.of.progress.hidden();
        let hidden = self.of.controls.hidden + if self.four { of_risks } else { 0 };
        if hidden == 0 { String::new() } else { fill(self.t.hidden_count, &[&hidden]) }
    }
}
