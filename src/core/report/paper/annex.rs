//! The annex: every control with its record, every measured value, the model, what does not apply, every action, and where
//! texts come from.

use super::{
    super::{ControlRow, ProvenanceKind, RiskStanding, labels, section_of},
    Rows, Writer,
};
use crate::core::{
    assessment::paths,
    evaluate::{GuidelinePart, InWriting},
    extract::Truth,
    language::fill,
    model::{Aspect, Question},
};

impl Writer<'_> {
    pub(super) fn annex(&mut self) {
        let t = self.t;
        if self.has_controls() {
            self.list(self.all_controls(), t.gaps_none);
            self.end_appendix(t.all);
            let mut values = Vec::new();
            self.of.controls.values.iter().for_each(|row| values.push(row));
            if !values.is_empty() {
                self.list(self.values(&values, true), "");
                self.end_appendix(t.values);
            }
        }
        if self.four {
            self.model();
            self.end_appendix(t.model);
            self.list(self.not_applying(), t.not_applying_none);
            self.end_appendix(t.not_applying);
            self.list(self.actions(|_| true), t.actions_none);
            self.end_appendix(t.all_actions);
        }
        let mut rows = Rows::of(t.source_heads, "mw");
        for kind in ProvenanceKind::ALL {
            rows.add(&[labels::provenance(kind).pick(self.language), labels::meaning(kind).pick(self.language)]);
        }
        self.list(rows, "");
        self.paragraph(labels::CREDIT.pick(self.language));
        self.end_appendix(t.sources);
    }

    /// Every control of the parts that are assessed, section by section.
    fn all_controls(&self) -> Rows {
        let (t, of) = (self.t, self.of);
        let mut rows = Rows::of(t.control_heads, "wwsw");
        let mut section = "";
        for row in &of.controls.rows {
            let control = row.control;
            if !of.controls.extent.has_part(GuidelinePart::of(control)) {
                continue;
            }
            if section != section_of(control) {
                section = section_of(control);
                rows.group(&self.section_name(section));
            }
            let class = labels::class(control.class).pick(self.language);
            rows.add(&[
                &format!("{} {class}\n{}", control.id, self.say(&control.title)),
                self.say(&control.statement),
                labels::control_standing(row.standing).pick(self.language),
                &self.record(row),
            ]);
            rows.from(0, control.title.from);
            rows.from(1, control.statement.from);
        }
        rows
    }

    /// What was entered for a control, in lines.
    fn record(&self, row: &ControlRow) -> String {
        let (t, control) = (self.t, row.control);
        let fact = |what: &str| paths::control(control.id, what);
        let who = self.who_and_when(&fact, row.standing.is_open());
        let written = InWriting::from_keyword(self.text(&fact("written")));
        let written = written.map(|w| labels::in_writing(w).pick(self.language)).unwrap_or_default();
        let mut said = String::new();
        self.line(&mut said, t.why, self.text(&fact("reason")));
        self.line(&mut said, t.remark, self.text(&fact("remark")));
        self.line(&mut said, t.written, written);
        self.line(&mut said, t.practices, &self.of.practices(control, self.language));
        self.line(&mut said, t.who, &who.replace('\n', " "));
        self.line(&mut said, "", &self.of.evidence(control, self.language));
        said
    }

    /// What the service is made up of, as it was answered.
    fn model(&mut self) {
        let (t, catalog, model) = (self.t, self.of.catalog, self.of.model);
        let mut rows = Rows::of(t.role_heads, "ww");
        for role in catalog.roles {
            rows.add(&[self.say(&role.name), &self.answer(&Question::Role(role.id))]);
        }
        self.list(rows, "");
        let mut rows = Rows::of(t.component_heads, "wmwmmmm");
        for i in model.instances.values() {
            let kind = catalog.component(i.kind.0).map(|kind| self.say(&kind.name)).unwrap_or_default();
            let name = labels::component(catalog, model, &i.id, self.language);
            let roles = self.answer(&Question::Carries(i.id.clone()));
            let [procured, operated, maintained] =
                Aspect::ALL.map(|aspect| self.answer(&Question::Provision(i.id.clone(), aspect)));
            let place = self.answer(&Question::Place(i.id.clone()));
            rows.add(&[&name, kind, &roles, &procured, &operated, &maintained, &place]);
        }
        self.list(rows, t.no_components);
        let mut rows = Rows::of(t.data_heads, "ww");
        for data in catalog.data_forms {
            rows.add(&[self.say(&data.name), &self.answer(&Question::Data(data.id))]);
        }
        self.list(rows, "");
    }

    /// The answer to a question of the model, and whether nobody has confirmed it.
    fn answer(&self, question: &Question) -> String {
        let (catalog, language) = (self.of.catalog, self.language);
        let answer = labels::answered(catalog, self.of.model, question, language);
        if self.of.model.presumed.contains(question) { fill(self.t.not_confirmed, &[&answer]) } else { answer }
    }

    /// The risks that were looked at and do not apply, or may.
    fn not_applying(&self) -> Rows {
        let (t, of) = (self.t, self.of);
        let mut rows = Rows::of(t.open_heads, "wmm");
        for row in &of.extraction.rows {
            let Some(risk) = of.catalog.risk(row.key.risk.0) else { continue };
            if row.finding.truth == Truth::True || !of.scope.shows_risk(of.catalog, &row.key) {
                continue;
            }
            let open = labels::risk_standing(RiskStanding::Open).pick(self.language);
            let state = if row.finding.truth == Truth::Unknown { open } else { t.not_apply };
            rows.add(&[self.say(&risk.title), &self.component(&row.key), state]);
            rows.from(0, risk.title.from);
        }
        rows
    }
}
