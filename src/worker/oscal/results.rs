//! Assessment results: a finding for each control and countermeasure of which it is known where it stands, an observation
//! for each measured value, and the risks that apply.

use serde_json::{Value as Json, json};

use super::{Writer, filled, prop};
use crate::core::{
    assessment::paths,
    evaluate::{GuidelinePart, Verdict, write_reference},
    extract::Truth,
    report::{
        ActionStanding, ControlRow, ControlStanding, RiskRow, RiskStanding, ValueRow, labels, paper::words, risk_rows,
    },
};

impl Writer<'_> {
    pub(super) fn results(&self) -> Json {
        let of = self.of;
        let known: Vec<&ControlRow> =
            of.controls.rows.iter().filter(|r| r.standing.concerns() && r.standing.is_answered()).collect();
        let mut findings: Vec<Json> = known.iter().map(|row| self.control_finding(row)).collect();
        findings.extend(self.countermeasures());
        let observations: Vec<Json> = self.measured().map(|row| self.observation(row)).collect();
        let risks: Vec<Json> = self.risks().iter().map(|row| self.risk(row)).collect();
        let looked_at: Vec<Json> = self.looked_at().into_iter().map(|id| json!({ "control-id": id })).collect();
        let selection = match looked_at.is_empty() {
            true => json!({ "description": "–" }),
            false => json!({ "include-controls": looked_at }),
        };
        let plan = self.own("plan");
        let mut result = json!({
            "uuid": self.own("result"),
            "title": self.name(),
            "description": words::of(self.language).title,
            "start": self.time(),
            "reviewed-controls": { "control-selections": [selection] },
        });
        for (name, list) in [("observations", observations), ("risks", risks), ("findings", findings)] {
            if !list.is_empty() {
                result[name] = list.into();
            }
        }
        json!({
            "uuid": self.own("results"),
            "metadata": self.metadata(&self.name()),
            "import-ap": { "href": format!("#{plan}") },
            "results": [result],
            "back-matter": { "resources": [{
                "uuid": plan,
                "title": self.say(&of.catalog.edition.name),
                "description": self.language.pick(
                    "計画書はありません。ガイドラインのチェックリストに沿って点検しました。",
                    "There is no assessment plan: the guideline's check-lists were worked through.",
                ),
            }] },
        })
    }

    /// Whether something is satisfied, with the state as this program keeps it.
    fn finding(&self, id: &str, title: &str, said: &str, is_met: bool, state: &str) -> Json {
        let (state_of, reason) = if is_met { ("satisfied", "pass") } else { ("not-satisfied", "fail") };
        json!({
            "uuid": self.own(&format!("finding/{id}")),
            "title": title,
            "description": filled(said),
            "props": [prop("state", state)],
            "target": {
                "type": "statement-id",
                "target-id": format!("{id}_smt"),
                "status": { "state": state_of, "reason": reason },
            },
        })
    }

    fn control_finding(&self, row: &ControlRow) -> Json {
        let control = row.control;
        let said = |what: &str| self.of.assessment.text(&paths::control(control.id, what));
        let (word, met) =
            (labels::control_standing(row.standing).pick(self.language), row.standing == ControlStanding::Implemented);
        let text =
            [word, said("reason"), said("remark")].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join("\n");
        let mut finding = self.finding(control.id.0, self.say(&control.title), &text, met, word);
        let related: Vec<Json> = self
            .measured()
            .filter(|value| value.control.id == control.id)
            .map(|value| json!({ "observation-uuid": self.own(&value_id(value)) }))
            .collect();
        if !related.is_empty() {
            finding["related-observations"] = related.into();
        }
        finding
    }

    /// A countermeasure is satisfied when each of its actions is done or does not concern the service; of one of which
    /// nothing is recorded there is no finding.
    fn countermeasures(&self) -> Vec<Json> {
        let of = self.of;
        let needed = of.derived.iter().filter(|d| d.needed && of.scope.shows_countermeasure(of.catalog, d));
        let mut findings = Vec::new();
        for measure in needed.map(|d| d.countermeasure).filter(|_| of.controls.extent.has_part(GuidelinePart::Four)) {
            let standing = |action| ActionStanding::of(of.assessment, measure.id, action);
            let actions: Vec<_> = measure.actions.iter().map(|action| (action, standing(action.id))).collect();
            if !actions.iter().any(|(_, standing)| standing.is_recorded()) {
                continue;
            }
            let met = actions.iter().all(|(_, s)| matches!(s, ActionStanding::Done | ActionStanding::NotApplicable));
            let lines = actions.iter().map(|(action, standing)| {
                format!("{}: {}", action.id, labels::action_standing(*standing).pick(self.language))
            });
            let (text, state) = (lines.collect::<Vec<_>>().join("\n"), if met { "done" } else { "to do" });
            findings.push(self.finding(measure.id.0, self.say(&measure.title), &text, met, state));
        }
        findings
    }

    fn measured(&self) -> impl Iterator<Item = &ValueRow> {
        self.of.controls.values.iter().filter(|row| row.comparison.measured.is_some())
    }

    fn observation(&self, row: &ValueRow) -> Json {
        let (item, compared) = (row.item, &row.comparison);
        let said = |value: Option<String>| value.unwrap_or_else(|| "–".to_owned());
        let verdict = labels::verdict(&compared.verdict).pick(self.language);
        let measured = said(compared.measured.as_ref().map(|m| m.write(item, self.language)));
        let reference = said(compared.reference.map(|value| write_reference(item, value, self.language)));
        json!({
            "uuid": self.own(&value_id(row)),
            "title": self.say(&item.name),
            "description": format!("{measured} ({reference}): {verdict}"),
            "props": [
                prop("measured", &measured),
                prop("reference", &reference),
                prop("falls-short", if matches!(compared.verdict, Verdict::FallsShort { .. }) { "yes" } else { "no" }),
            ],
            "methods": ["TEST"],
            "collected": self.time(),
        })
    }

    /// The risks that apply.
    fn risks(&self) -> Vec<RiskRow> {
        let of = self.of;
        let applies: Vec<_> = of.extraction.with(Truth::True).map(|row| &row.key).collect();
        let mut rows = risk_rows(of.catalog, of.assessment, of.extraction, of.scope);
        rows.retain(|row| of.controls.extent.has_part(GuidelinePart::Four) && applies.contains(&&row.key));
        rows
    }

    fn risk(&self, row: &RiskRow) -> Json {
        let (risk, instance) = (row.risk, row.key.instance.as_ref().map(|i| i.as_str()));
        let fact = |what: &str| self.of.assessment.text(&paths::risk(risk.id, instance, what));
        let status = match row.standing {
            RiskStanding::Treat | RiskStanding::Transferred => "remediating",
            RiskStanding::Covered => "closed",
            RiskStanding::Accepted => "deviation-approved",
            RiskStanding::ReasonMissing | RiskStanding::Undecided | RiskStanding::Open => "open",
        };
        let concerned = self.of.concerned(&row.key, self.language);
        let standing = labels::risk_standing(row.standing).pick(self.language);
        let said = [standing, &concerned, fact("reason")].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>();
        json!({
            "uuid": self.own(&format!("risk/{}/{}", risk.id, instance.unwrap_or("-"))),
            "title": self.say(&risk.title),
            "description": said.join("\n"),
            "statement": filled(risk.why.as_ref().map_or("", |why| self.say(why))),
            "props": [
                prop("risk", risk.id.0),
                prop("impact", row.priority.impact.keyword()),
                prop("likelihood", row.priority.likelihood.keyword()),
            ],
            "status": status,
        })
    }
}

fn value_id(row: &ValueRow) -> String {
    format!("value/{}/{}", row.control.id, row.item.id)
}
