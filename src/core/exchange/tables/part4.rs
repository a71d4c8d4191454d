//! Annex 7: the risks of Part IV with what was decided, countermeasures with their actions; and the model.

use super::{
    Cell, Column, Columns, Row, Writer,
    columns::{action_standings, risk_standings, text},
};
use crate::core::{
    assessment::paths,
    catalog::Provenance,
    evaluate::GuidelinePart,
    model::{Aspect, Question, questions},
    report::{ActionStanding, labels, paper::words as paper, risk_rows},
};

impl Writer<'_> {
    pub(super) fn risks(&self) -> (Vec<Column>, Vec<Row>) {
        let (of, language, t) = (self.of, self.language, self.t);
        let columns = Columns::of(t.risk_heads, language)
            .shown(&[18, 22, 44])
            .chosen("impact", labels::grade, &[])
            .chosen("likelihood", labels::grade, &[])
            .shown(&[8])
            .chosen("decision", labels::decision, &[])
            .standing(&risk_standings())
            .entered(&[(32, "reason"), (18, "controls"), (16, "by"), (12, "on"), (16, "owner"), (12, "due")])
            .shown(&[40, 18])
            .all();
        let mut rows = Vec::new();
        if !self.four() {
            return (columns, rows);
        }
        for row in risk_rows(of.catalog, of.assessment, of.extraction, of.scope) {
            let risk = row.risk;
            let instance = row.key.instance.as_ref().map(|i| i.as_str());
            let fact = |what: &str| paths::risk(risk.id, instance, what);
            let concerned = of.concerned(&row.key, language);
            let mut measures = Vec::new();
            for id in risk.countermeasures {
                let title = of.catalog.countermeasure(id.0).map(|c| self.say(&c.title)).unwrap_or_default();
                measures.push(format!("{id} {title}"));
            }
            // What nobody judged is as the catalogue has it, and not entered.
            let judged = |what: &str, grade| match self.chosen(&fact(what), labels::grade) {
                Cell::Text(_) => self.keyword(grade, labels::grade),
                entered => entered,
            };
            let cells = vec![
                text(of.catalog.role(risk.role.0).map(|role| self.say(&role.name)).unwrap_or_default()),
                if concerned.is_empty() { text(t.service) } else { Cell::Text(concerned) },
                text(self.say(&risk.title)),
                judged("impact", row.priority.impact),
                judged("likelihood", row.priority.likelihood),
                text(labels::grade(row.priority.grade()).pick(language)),
                self.chosen(&fact("decision"), labels::decision),
                text(labels::risk_standing(row.standing).pick(language)),
                self.entered(&fact("reason")),
                self.entered(&fact("controls")),
                self.entered(&fact("by")),
                self.day(&fact("on")),
                self.entered(&fact("owner")),
                self.day(&fact("due")),
                Cell::Text(measures.join("\n")),
                self.sources(&[
                    (t.title, risk.title.from),
                    (t.assignment, risk.assignment),
                    (t.rating, Provenance::Original),
                ]),
            ];
            rows.push(Row { id: format!("risk/{}/{}", risk.id, instance.unwrap_or("-")), cells });
        }
        (columns, rows)
    }

    pub(super) fn actions(&self) -> (Vec<Column>, Vec<Row>) {
        let (of, language, t) = (self.of, self.language, self.t);
        let standings = action_standings();
        let columns = Columns::of(t.action_heads, language)
            .shown(&[14, 32, 12, 48])
            .chosen("status", labels::action_status, &standings)
            .standing(&standings)
            .entered(&[(32, "remark"), (16, "owner"), (12, "due")])
            .shown(&[44, 18])
            .all();
        let mut rows = Vec::new();
        let needed = of.derived.iter().filter(|d| d.needed && of.scope.shows_countermeasure(of.catalog, d));
        for derived in needed.filter(|_| self.four()) {
            let countermeasure = derived.countermeasure;
            let mut because: Vec<&str> = Vec::new();
            for key in derived.because.iter().filter(|key| of.scope.shows_risk(of.catalog, key)) {
                let title = of.catalog.risk(key.risk.0).map(|risk| self.say(&risk.title)).unwrap_or_default();
                if because.last() != Some(&title) {
                    because.push(title);
                }
            }
            for action in countermeasure.actions {
                let fact = |what: &str| paths::action(countermeasure.id, action.id, what);
                let standing = ActionStanding::of(of.assessment, countermeasure.id, action.id);
                let cells = vec![
                    text(countermeasure.id.0),
                    text(self.say(&countermeasure.title)),
                    text(action.id.0),
                    text(self.say(&action.text)),
                    self.chosen(&fact("status"), labels::action_status),
                    text(labels::action_standing(standing).pick(language)),
                    self.entered(&fact("remark")),
                    self.entered(&fact("owner")),
                    self.day(&fact("due")),
                    Cell::Text(because.join("\n")),
                    self.sources(&[(t.title, countermeasure.title.from), (t.statement, action.text.from)]),
                ];
                rows.push(Row { id: format!("action/{}/{}", countermeasure.id, action.id), cells });
            }
        }
        (columns, rows)
    }

    pub(super) fn model(&self) -> (Vec<Column>, Vec<Row>) {
        let (catalog, model, language, t) = (self.of.catalog, self.of.model, self.language, self.t);
        let p = paper::of(language);
        let head = |heads: &'static str, at: usize| heads.split('|').nth(at).unwrap_or_default();
        let columns = Columns::of(t.model_heads, language).shown(&[18, 32, 18, 36, 18, 18]).all();
        let mut rows = Vec::new();
        for question in if self.four() { questions(model, catalog) } else { Vec::new() } {
            let kind = |id: &str| catalog.component(id).map(|kind| kind.name);
            let component = |id| labels::component(catalog, model, id, language);
            let named = |id| model.instances.get(id).and_then(|i| kind(i.kind.0)).map(|name| name.from);
            let (viewpoint, what, asked, from) = match &question {
                Question::Role(id) => {
                    let name = catalog.role(id.0).map(|role| role.name);
                    (head(p.role_heads, 0), self.named(name), head(p.role_heads, 1), name.map(|name| name.from))
                }
                Question::Kind(id) => {
                    let name = kind(id.0);
                    (head(p.component_heads, 0), self.named(name), t.exists, name.map(|name| name.from))
                }
                Question::Carries(id) => {
                    (head(p.component_heads, 0), component(id), head(p.component_heads, 2), named(id))
                }
                Question::Provision(id, aspect) => {
                    let at = 3 + Aspect::ALL.iter().position(|a| a == aspect).unwrap_or_default();
                    (head(p.component_heads, 0), component(id), head(p.component_heads, at), named(id))
                }
                Question::Place(id) => {
                    (head(p.component_heads, 0), component(id), head(p.component_heads, 6), named(id))
                }
                Question::Data(id) => {
                    let name = catalog.data_form(id.0).map(|data| data.name);
                    (head(p.data_heads, 0), self.named(name), t.exists, name.map(|name| name.from))
                }
            };
            let sure = match question.answer(model) {
                None => t.not_answered,
                Some(_) if model.presumed.contains(&question) => t.presumed,
                Some(_) => t.confirmed,
            };
            let from: Vec<_> = from.map(|from| (t.title, from)).into_iter().collect();
            let cells = vec![
                text(viewpoint),
                Cell::Text(what),
                text(asked),
                Cell::Text(labels::answered(catalog, model, &question, language)),
                text(sure),
                self.sources(&from),
            ];
            rows.push(Row { id: question.path().to_string(), cells });
        }
        (columns, rows)
    }

    /// Whether Part IV is assessed.
    fn four(&self) -> bool {
        self.of.controls.extent.has_part(GuidelinePart::Four)
    }

    fn named(&self, name: Option<crate::core::catalog::Text>) -> String {
        name.map(|name| self.say(&name)).unwrap_or_default().to_owned()
    }
}
