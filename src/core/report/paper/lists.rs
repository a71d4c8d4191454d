//! The lists for those who see to it: gaps, values, risks, actions, and what everybody has to do until when.

use super::{
    super::{ActionStanding, RiskRow, RiskStanding, ValueRow, Work, by_owner, diagram, labels, section_of},
    Block, Row, Rows, Writer,
};
use crate::core::{
    assessment::paths,
    catalog::Provenance,
    evaluate::{Verdict, write_reference},
    extract::RowKey,
    language::Wording,
    sorted::sorted,
};

impl Writer<'_> {
    pub(super) fn lists(&mut self) {
        let t = self.t;
        if self.has_controls() {
            self.list(self.gaps(true), t.gaps_none);
            self.end_section(t.gaps);
            let unanswered = self.unanswered();
            if !unanswered.rows.is_empty() {
                self.paragraph(t.unanswered_lead);
                self.list(unanswered, "");
                self.end_section(t.unanswered);
            }
            if !self.of.controls.values.is_empty() {
                self.list(self.values(&self.of.controls.below(), false), t.below_none);
                self.end_section(t.below);
            }
        }
        if self.four {
            if let Some(drawing) = diagram(self.of.catalog, self.of.model, t.made_of, self.language) {
                self.blocks.push(Block::Drawing(drawing));
                self.end_section(t.made_of);
            }
            self.list(self.treatments(|s| s != RiskStanding::Open, true), t.risks_none);
            self.end_section(t.treatments);
            self.list(self.actions(ActionStanding::is_to_do), t.to_do_none);
            let unknown = self.of.progress.actions.of_those(|s| !s.is_recorded());
            if unknown > 0 {
                self.counted(t.unknown_actions, &[unknown]);
            }
            self.end_section(t.to_do);
        }
        if self.has_plan() {
            self.schedule();
            self.end_section(t.schedule);
        }
    }

    /// The controls that are not met, `whole` with class and remark.
    pub(super) fn gaps(&self, whole: bool) -> Rows {
        let t = self.t;
        let mut rows = Rows::of(t.gap_heads, "swssnm");
        for row in self.of.controls.not_met() {
            let (control, fact) = (row.control, |what: &str| paths::control(row.control.id, what));
            let who = self.who_and_when(&fact, true);
            rows.add(&[
                control.id.0,
                self.say(&control.title),
                if whole { labels::class(control.class).pick(self.language) } else { "" },
                labels::control_standing(row.standing).pick(self.language),
                if whole { self.text(&fact("remark")) } else { "" },
                &who,
            ]);
            rows.from(1, control.title.from);
        }
        rows
    }

    /// The controls of which nobody knows where they stand, section by section.
    fn unanswered(&self) -> Rows {
        let t = self.t;
        let mut sections: Vec<(&str, Vec<&str>)> = Vec::new();
        for row in &self.of.controls.rows {
            if row.standing.is_answered() {
                continue;
            }
            let section = section_of(row.control);
            match sections.last_mut() {
                Some((of, numbers)) if *of == section => numbers.push(row.control.id.0),
                _ => sections.push((section, vec![row.control.id.0])),
            }
        }
        let mut rows = Rows::of(t.unanswered_heads, "wsw");
        for (section, numbers) in sections {
            rows.add(&[&self.section_name(section), &numbers.len().to_string(), &numbers.join(", ")]);
        }
        rows
    }

    /// A section of the guideline, with its number.
    pub(super) fn section_name(&self, id: &str) -> String {
        let title = self.of.catalog.section(id).map(|s| self.say(&s.title)).unwrap_or_default();
        format!("{id} {title}")
    }

    /// Measured values beside their references, with what comes of it where that is asked for.
    pub(super) fn values(&self, of: &[&ValueRow], verdicts: bool) -> Rows {
        let t = self.t;
        let heads = if verdicts { t.value_heads } else { t.below_heads };
        let mut rows = Rows::of(heads, "swmmm");
        for row in of {
            let compared = &row.comparison;
            let typed = || self.text(&paths::measured(row.control.id, row.item.id)).to_owned();
            let measured = compared.measured.map_or_else(typed, |m| m.write(row.item, self.language));
            let (mut reference, mut said) = (String::new(), String::new());
            if verdicts {
                self.line(&mut said, "", labels::verdict(&compared.verdict).pick(self.language));
            }
            if compared.verdict == (Verdict::FallsShort { calendar: true }) {
                self.line(&mut said, "", t.calendar);
            }
            if let Some(value) = compared.reference {
                reference = write_reference(row.item, value, self.language);
                if value.must {
                    self.line(&mut said, "", t.must);
                }
                if matches!(value.from, Provenance::Unverified(_)) {
                    self.line(&mut said, "", t.on_unverified);
                }
            }
            let item = format!("{} — {}", self.say(&row.control.title), self.say(&row.item.name));
            rows.add(&[row.control.id.0, &item, &measured, &reference, &said]);
        }
        rows
    }

    /// The risks that stand at one of some places, `whole` with components and countermeasures. Those of several components
    /// that are treated alike are one row.
    pub(super) fn treatments(&self, are: fn(RiskStanding) -> bool, whole: bool) -> Rows {
        let t = self.t;
        let mut rows = Rows::of(t.risk_heads, "wsmmws");
        let risks: Vec<&RiskRow> = self.risks.iter().filter(|row| are(row.standing)).collect();
        for row in sorted(risks, |a, b| b.priority.score().cmp(&a.priority.score())) {
            let (mut component, mut measures) = (String::new(), Vec::new());
            if whole {
                component = self.component(&row.key);
                row.risk.countermeasures.iter().for_each(|id| measures.push(id.0));
            }
            let title = self.say(&row.risk.title);
            let standing = labels::risk_standing(row.standing).pick(self.language);
            let priority = labels::grade(row.priority.grade()).pick(self.language);
            let reason = self.treatment(&row.key);
            if let Some(Row::Cells(last)) = rows.rows.last_mut()
                && let [of, urgent, components, at, why, _] = last.as_mut_slice()
                && *of == title
                && *urgent == priority
                && *at == standing
                && *why == reason
            {
                if !component.is_empty() {
                    components.push_str(labels::COMMA.pick(self.language));
                    components.push_str(&component);
                }
                continue;
            }
            rows.add(&[title, priority, &component, standing, &reason, &measures.join(", ")]);
            rows.from(0, row.risk.title.from);
        }
        rows
    }

    /// Why a risk is treated so, and who decided it when.
    fn treatment(&self, key: &RowKey) -> String {
        let t = self.t;
        let fact = |what: &str| self.text(&paths::risk(key.risk, key.instance.as_ref().map(|i| i.as_str()), what));
        let decided = format!("{} {}", fact("by"), self.day(fact("on").parse().ok(), false));
        let mut why = String::new();
        self.line(&mut why, "", fact("reason"));
        self.line(&mut why, t.covered_by, fact("controls"));
        self.line(&mut why, t.decided, decided.trim());
        why
    }

    /// The actions needed that stand at one of some places, below their countermeasures.
    pub(super) fn actions(&self, are: fn(ActionStanding) -> bool) -> Rows {
        let (t, of) = (self.t, self.of);
        let mut rows = Rows::of(t.action_heads, "swsnm");
        for derived in of.derived {
            if !derived.needed || !of.scope.shows_countermeasure(of.catalog, derived) {
                continue;
            }
            let countermeasure = derived.countermeasure;
            let mut first = true;
            for action in countermeasure.actions {
                let standing = ActionStanding::of(of.assessment, countermeasure.id, action.id);
                if !are(standing) {
                    continue;
                }
                if first {
                    rows.group(&format!("{} {}", countermeasure.id, self.say(&countermeasure.title)));
                    rows.from(0, countermeasure.title.from);
                    first = false;
                }
                let fact = |what: &str| paths::action(countermeasure.id, action.id, what);
                let who = self.who_and_when(&fact, standing.is_to_do() || !standing.is_recorded());
                rows.add(&[
                    action.id.0,
                    self.say(&action.text),
                    labels::action_standing(standing).pick(self.language),
                    self.text(&fact("remark")),
                    &who,
                ]);
                rows.from(1, action.text.from);
            }
        }
        rows
    }

    /// What is to be done by somebody or until some day, by owner.
    fn schedule(&mut self) {
        let (t, of) = (self.t, self.of);
        let mut rows = Rows::of(t.task_heads, "wmm");
        let mut rest = 0;
        for (owner, tasks) in by_owner(of.tasks) {
            let mut first = true;
            for task in tasks {
                if owner.is_empty() && task.due.is_none() {
                    rest += 1;
                    continue;
                }
                if first {
                    rows.group(if owner.is_empty() { t.nobody } else { owner });
                    first = false;
                }
                let (what, state) = self.work(&task.work);
                rows.add(&[&what, state.pick(self.language), &self.day(task.due, true)]);
            }
        }
        self.list(rows, t.schedule_none);
        if rest > 0 {
            self.counted(t.unscheduled, &[rest]);
        }
    }

    /// What is to be done, and where it stands.
    fn work(&self, work: &Work) -> (String, Wording) {
        let catalog = self.of.catalog;
        let (id, title, standing) = match work {
            Work::Control(id, at) => (id.0, catalog.control(id.0).map(|c| c.title), labels::control_standing(*at)),
            Work::Risk(key, at) => ("", catalog.risk(key.risk.0).map(|r| r.title), labels::risk_standing(*at)),
            Work::Action(of, id, at) => {
                let actions = catalog.countermeasure(of.0).map_or(&[][..], |m| &m.actions);
                let action = actions.iter().find(|a| a.id == *id);
                (id.0, action.map(|a| a.text), labels::action_standing(*at))
            }
        };
        let mut what = format!("{id} {}", title.map(|title| self.say(&title)).unwrap_or_default());
        if let Work::Risk(key, _) = work {
            self.line(&mut what, "", &self.component(key));
        }
        (what.trim().to_owned(), standing)
    }
}
