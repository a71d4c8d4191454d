//! The summary: how it stands, what comes first, who has how much to do, and how sure all of that is.

use super::{
    super::{ActionStanding, ControlStanding, Counts, ProvenanceKind, RiskStanding, by_owner, labels, rests_on},
    Bar, Block, Kind, Rows, Writer,
};
use crate::core::{
    catalog::ControlClass,
    evaluate::Verdict,
    language::{Wording, fill},
};

impl Writer<'_> {
    pub(super) fn summary(&mut self) {
        let t = self.t;
        self.answers();
        self.bars();
        self.paragraph(t.not_safety);
        // With so many lines of each list it stays on one page.
        self.first(t.gaps, 3, self.gaps(false));
        self.first(t.below, 2, self.values(&self.of.controls.below(), false));
        self.first(t.otherwise, 2, self.treatments(RiskStanding::is_otherwise, false));
        self.first(t.owners, 3, self.owners());
        self.put(Kind::Heading, t.sureness);
        let sureness = self.sureness().join(self.language.pick("", " "));
        self.paragraph(&sureness);
        self.end_section(t.summary);
    }

    /// The first rows of a list, with a title; nothing where nothing is listed.
    fn first(&mut self, title: &'static str, first: usize, rows: Rows) {
        let (rows, all) = rows.first(first);
        if all > 0 {
            let title = if all > first { fill(self.t.first_of, &[&title, &all, &first]) } else { title.to_owned() };
            self.put(Kind::Heading, &title);
            self.list(rows, "");
        }
    }

    /// How it stands, in sentences.
    fn answers(&mut self) {
        let (t, of) = (self.t, self.of);
        if self.has_controls() {
            let (counts, not_met) = (of.controls.counts(), of.controls.not_met());
            let basic = not_met.iter().filter(|row| row.control.class == ControlClass::Basic).count();
            let [concerned, unknown] =
                [ControlStanding::concerns, |s| !ControlStanding::is_answered(s)].map(|are| counts.of_those(are));
            self.counted(
                t.controls_line,
                &[concerned, counts.of(ControlStanding::Implemented), not_met.len(), basic, unknown],
            );
        }
        let values = &of.controls.values;
        if !values.is_empty() && of.classification.pattern().is_some() {
            let below = of.controls.below();
            let must = below.iter().filter(|row| row.comparison.is_must()).count();
            let meet = values.iter().filter(|row| row.comparison.verdict == Verdict::Meets).count();
            self.counted(t.values_line, &[values.len(), meet, below.len(), must, of.controls.unmeasured().len()]);
        }
        if self.four {
            let [open, decided, otherwise] =
                [|s| s == RiskStanding::Open, RiskStanding::is_decided, RiskStanding::is_otherwise]
                    .map(|are| self.count_risks(are));
            self.counted(t.risks_line, &[self.risks.len() - open, decided, otherwise, open]);
            let actions = &of.progress.actions;
            let to_do = actions.of_those(ActionStanding::is_to_do);
            if actions.total() > 0 {
                self.counted(t.actions_line, &[actions.total(), actions.of(ActionStanding::Done), to_do]);
            }
        }
        if !self.has_plan() {
            return;
        }
        let late = of.tasks.iter().filter(|task| task.overdue).count();
        let nobodys = of.tasks.iter().filter(|task| task.owner.is_empty()).count();
        self.counted(t.tasks_line, &[of.tasks.len(), late, nobodys]);
    }

    fn bars(&mut self) {
        let (t, of) = (self.t, self.of);
        if self.has_controls() {
            let counts = of.controls.counts();
            let parts = ControlStanding::ALL.map(|s| (labels::control_standing(s), counts.of(s)));
            self.bar(t.controls, &parts, &[0, 1, 2, 3, 4, 5, 6, 7]);
        }
        if self.four {
            let mut risks = Counts::default();
            self.risks.iter().for_each(|row| risks.add(row.standing));
            let parts = RiskStanding::ALL.map(|s| (labels::risk_standing(s), risks.of(s)));
            self.bar(t.risks, &parts, &[1, 0, 6, 3, 5, 2, 7]);
            let parts = ActionStanding::ALL.map(|s| (labels::action_standing(s), of.progress.actions.of(s)));
            self.bar(t.actions, &parts, &[0, 1, 2, 3, 5, 6, 7]);
        }
    }

    /// Adds a bar of what is there, each part drawn in its way.
    fn bar(&mut self, name: &'static str, parts: &[(Wording, usize)], drawn: &[usize]) {
        let mut there = Vec::new();
        for ((word, count), drawn) in parts.iter().zip(drawn) {
            if *count > 0 {
                there.push((word.pick(self.language), *drawn, *count));
            }
        }
        if !there.is_empty() {
            self.blocks.push(Block::Bar(Bar { name, parts: there }));
        }
    }

    /// Whoever has something to do: how much, how much of it is late, and when the next is due.
    fn owners(&self) -> Rows {
        let t = self.t;
        let mut rows = Rows::of(t.owner_heads, "wssm");
        if !self.has_plan() {
            return rows;
        }
        for (owner, tasks) in by_owner(self.of.tasks) {
            let late = tasks.iter().filter(|task| task.overdue).count();
            let next = tasks.iter().filter(|task| !task.overdue).find_map(|task| task.due);
            // That nobody is named for anything is said above.
            if owner.is_empty() && rows.rows.is_empty() {
                continue;
            }
            let owner = if owner.is_empty() { t.nobody } else { owner };
            rows.add(&[owner, &tasks.len().to_string(), &late.to_string(), &self.day(next, true)]);
        }
        rows
    }

    /// What makes the results less sure than they look, and what they rest on.
    fn sureness(&self) -> Vec<String> {
        let (t, of) = (self.t, self.of);
        let (controls, progress) = (&of.controls, &of.progress);
        let four = |count: usize| if self.four { count } else { 0 };
        let reasons = controls.counts().of(ControlStanding::ReasonMissing)
            + self.count_risks(|s| s == RiskStanding::ReasonMissing)
            + four(progress.actions.of(ActionStanding::ReasonMissing))
            + usize::from(of.classification.reason_missing());
        let has_pattern = of.classification.pattern().is_some();
        let counted = [
            (four(progress.presumed), t.presumed),
            (four(progress.model.of - progress.model.done - progress.presumed), t.open_model),
            (reasons, t.reasons_missing),
            (controls.unmeasured().len() * usize::from(has_pattern), t.unmeasured),
            (controls.not_compared().len(), t.not_compared),
            (controls.resting_on_unverified(), t.unverified),
            (of.assessment.conflicts().count(), t.conflicts),
            (usize::from(of.assessment.catalog().digest != of.digest), t.other_catalog),
        ];
        let mut said = Vec::new();
        for (count, template) in counted {
            if count > 0 {
                said.push(fill(template, &[&count]));
            }
        }
        let tally = rests_on(of.catalog, controls, &self.risks, of.derived, of.scope);
        let [quoted, cited, unverified, original, supplied] = ProvenanceKind::ALL.map(|kind| tally.of(kind));
        let template = labels::RESTS_ON.pick(self.language);
        said.push(fill(template, &[&tally.facts(), &quoted, &cited, &unverified, &original, &supplied]));
        said
    }
}
