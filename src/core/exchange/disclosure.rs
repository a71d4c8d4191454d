//! A copy of an assessment for others (開示用の写し): an assessment of its own, with what they may know and nothing else.
//! Every format is written from it as from any other, so none of them can tell what the copy does not have.
//!
//! It is put together from what is shown: fields are named one by one, and what is not named is not in it, such as the
//! remains of a component that was removed, values that were replaced, and whatever a later version or a forged file
//! brought. All of it is from one moment and by nobody: when something was entered and by whom cannot be told from it.

use std::collections::BTreeMap;

use crate::core::{
    assessment::{Assessment, AssessmentId, CatalogRef, Field, Head, Path, Stamp, Value, paths},
    catalog::{Grade, PatternId, keyword::Keyword},
    evaluate::{ControlStatus, GuidelinePart, InWriting},
    language::{Language, Wording},
    model::{InstanceId, questions},
    report::{
        ActionStanding, ActionStatus, Confidential, ControlStanding, Decision, NOT_TOLD, left_out, paper::Basis,
        risk_rows,
    },
};

/// What is added to the name of a copy.
const FOR_OTHERS: Wording = Wording::new("（社外用）", " (for others)");

/// Makes a copy, under an id of its own and as of one moment, with what is kept of what is confidential.
///
/// `of` is to have the scope that is kept: whether this project's own entries are in the copy.
#[must_use]
pub fn disclosed(of: &Basis, kept: &[Confidential], id: AssessmentId, at: Stamp, language: Language) -> Assessment {
    let four = of.controls.extent.has_part(GuidelinePart::Four);
    // A copy of a copy leaves out what that did.
    let already = left_out(of.assessment).unwrap_or_default();
    let kept = kept.iter().copied().filter(|what| !already.contains(what));
    let kept = kept.filter(|what| *what != Confidential::Own || of.scope.original).collect();
    let mut copy = Copy { of, kept, at, language, fields: BTreeMap::new() };
    copy.head();
    copy.controls();
    if four && copy.keeps(Confidential::PartFour) {
        copy.model();
        copy.risks();
        copy.actions();
    }
    let left = Confidential::ALL.into_iter().filter(|what| !copy.keeps(*what)).map(Confidential::keyword);
    copy.put(paths::left_out(), Value::list(left));
    // That it was last worked on with another catalogue is told as well.
    let catalog = CatalogRef { at, ..of.assessment.catalog().clone() };
    Assessment::from_parts(id, catalog, copy.renumbered())
}

struct Copy<'a> {
    of: &'a Basis<'a>,
    kept: Vec<Confidential>,
    at: Stamp,
    language: Language,
    fields: BTreeMap<Path, Field>,
}

impl Copy<'_> {
    fn keeps(&self, what: Confidential) -> bool {
        self.kept.contains(&what)
    }

    fn put(&mut self, path: Path, value: Value) {
        let head = Head { value: Some(value), by: String::new() };
        self.fields.insert(path, Field::new(vec![(self.at, head)], Vec::new()));
    }

    /// Takes over a text as it is.
    fn take(&mut self, path: Path) {
        if let Some(value) = self.of.assessment.get(&path) {
            self.put(path, value.clone());
        }
    }

    /// Takes over one of a few words. In a forged file, or one of a later version, anything may stand there.
    fn word(&mut self, path: Path, words: &[&str]) {
        if words.contains(&self.of.assessment.text(&path)) {
            self.take(path);
        }
    }

    /// Takes over a state.
    fn state<K: Keyword>(&mut self, path: Path) {
        if K::from_keyword(self.of.assessment.text(&path)).is_some() {
            self.take(path);
        }
    }

    /// Takes over what is confidential, where it is kept.
    fn confide(&mut self, what: Confidential, path: Path) {
        if self.keeps(what) {
            self.take(path);
        }
    }

    /// Takes over a reason, or that there is one.
    fn reason(&mut self, path: Path) {
        if self.keeps(Confidential::Reasons) {
            self.take(path);
        } else if !self.of.assessment.text(&path).trim().is_empty() {
            self.put(path, Value::text(NOT_TOLD.pick(self.language)));
        }
    }

    /// What the assessment is about, what it covers, and the pattern.
    fn head(&mut self) {
        // Who has both tells them apart by their names, also as files.
        let (name, mark) = (self.of.assessment.text(&paths::name()), FOR_OTHERS.pick(self.language));
        let name = if name.ends_with(mark) { name.to_owned() } else { format!("{name}{mark}") };
        self.put(paths::name(), Value::text(name).fitting());
        for what in ["service", "organization"] {
            self.take(paths::meta(what));
        }
        self.confide(Confidential::People, paths::meta("assessor"));
        self.confide(Confidential::Remarks, paths::meta("note"));
        for axis in self.of.catalog.axes {
            self.state::<Grade>(paths::grade(axis.id));
        }
        if PatternId::from_keyword(self.of.assessment.text(&paths::pattern_override())).is_some() {
            self.take(paths::pattern_override());
        }
        self.reason(paths::override_reason());
        for part in GuidelinePart::ALL {
            self.word(paths::part_scope(part.keyword()), &["in", "out"]);
        }
        for equipment in self.of.catalog.equipment {
            self.word(paths::equipment_scope(equipment.id), &["in", "out"]);
        }
        self.word(paths::writing(), &["yes"]);
        self.reason(paths::scope_reason());
    }

    fn controls(&mut self) {
        let controls = self.of.controls;
        for row in controls.rows.iter().filter(|row| row.standing != ControlStanding::OutOfScope) {
            let (control, fact) = (row.control, |what: &str| paths::control(row.control.id, what));
            self.state::<ControlStatus>(fact("status"));
            self.state::<InWriting>(fact("written"));
            self.reason(fact("reason"));
            self.confide(Confidential::Remarks, fact("remark"));
            self.confide(Confidential::People, fact("owner"));
            self.confide(Confidential::Dates, fact("due"));
            for practice in control.best_practices {
                self.word(paths::practice(control.id, practice.mark), &["yes"]);
            }
            for number in 1..=control.evidence.len() {
                self.confide(Confidential::Evidence, paths::evidence(control.id, number));
                self.confide(Confidential::Evidence, paths::evidence_note(control.id, number));
            }
        }
        for row in &controls.values {
            self.confide(Confidential::Values, paths::measured(row.control.id, row.item.id));
        }
    }

    fn model(&mut self) {
        let (catalog, model) = (self.of.catalog, self.of.model);
        if let Some(of) = model.service_type {
            self.put(paths::service_type(), Value::text(of.0));
        }
        for question in questions(model, catalog) {
            let Some(answer) = question.answer(model) else { continue };
            let path = question.path();
            if model.partner(&question).is_some() {
                self.confide(Confidential::Names, paths::partner(&path));
            }
            if model.presumed.contains(&question) {
                self.put(paths::presumed(&path), Value::text("yes"));
            }
            let edit = question.edit(Some(&answer));
            if let Some(value) = edit.value {
                self.put(path, value);
            }
        }
        for (id, instance) in &model.instances {
            self.put(paths::component(id.as_str(), "kind"), Value::text(instance.kind.0));
            self.confide(Confidential::Names, paths::component(id.as_str(), "name"));
        }
    }

    fn risks(&mut self) {
        let of = self.of;
        for row in risk_rows(of.catalog, of.assessment, of.extraction, of.scope) {
            let instance = row.key.instance.as_ref().map(|i| i.as_str());
            let fact = |what: &str| paths::risk(row.risk.id, instance, what);
            self.state::<Decision>(fact("decision"));
            for what in ["impact", "likelihood"] {
                self.state::<Grade>(fact(what));
            }
            // Which controls cover a risk is the reason for leaving it at that.
            for what in ["reason", "controls"] {
                self.reason(fact(what));
            }
            for what in ["by", "owner"] {
                self.confide(Confidential::People, fact(what));
            }
            for what in ["on", "due"] {
                self.confide(Confidential::Dates, fact(what));
            }
        }
    }

    fn actions(&mut self) {
        let of = self.of;
        for derived in of.derived.iter().filter(|d| d.needed && of.scope.shows_countermeasure(of.catalog, d)) {
            let countermeasure = derived.countermeasure;
            for action in countermeasure.actions {
                let fact = |what: &str| paths::action(countermeasure.id, action.id, what);
                self.state::<ActionStatus>(fact("status"));
                // Of one that does not concern the service, the remark is the reason.
                match ActionStanding::of(of.assessment, countermeasure.id, action.id) {
                    ActionStanding::NotApplicable => self.reason(fact("remark")),
                    _ => self.confide(Confidential::Remarks, fact("remark")),
                }
                self.confide(Confidential::People, fact("owner"));
                self.confide(Confidential::Dates, fact("due"));
            }
        }
    }

    /// All fields, with components by numbers: the ids that they have tell when each was added.
    fn renumbered(self) -> BTreeMap<Path, Field> {
        let ids: Vec<&str> = self.of.model.instances.keys().map(InstanceId::as_str).collect();
        let renumbered = |path: &Path| {
            let mut segments: Vec<String> = path.segments().map(str::to_owned).collect();
            let at = match segments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
                ["model", "component", ..] | ["risk", ..] => 2,
                ["partner" | "presumed", "model", "component", ..] => 3,
                _ => return Some(path.clone()),
            };
            if let Some(segment) = segments.get_mut(at)
                && let Some(number) = ids.iter().position(|id| id == segment)
            {
                *segment = format!("c{number:04}");
            }
            segments.join("/").parse().ok()
        };
        self.fields.iter().filter_map(|(path, field)| Some((renumbered(path)?, field.clone()))).collect()
    }
}
