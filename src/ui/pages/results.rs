//! The answer to how the service stands: what is met, what is not, what is not known, and what all of that rests on.

pub mod links;

use std::sync::Arc;

use leptos::prelude::*;

use self::links::{
    CLASS, Filters, IMPACT, LIKELIHOOD, PART, ROLE, SECTION, VALUES, VIEWPOINT, in_state, list, row, states,
};
use super::{
    catalog::{control::class, value::reference},
    snapshots::table::table,
    tasks,
};
use crate::{
    app::Session,
    core::{
        assessment::{Assessment, paths},
        catalog::{Control, ControlClass, Grade, Role, Viewpoint},
        evaluate::{GuidelinePart, Priority},
        report::{
            ActionStanding, Confidential, ControlResults, ControlRow, ControlStanding, Counts, Progress,
            ProvenanceKind, RiskRow, RiskStanding, Task, ValueRow, by_owner, class_of, count_risks, labels, leaves_out,
            part_of, rests_on, risk_map, risk_rows, section_of,
        },
    },
    ui::{
        components::{
            Bar, Line, Part, chart,
            el::{El, html},
            first_lines, later, live, memo, number, sentence, term, title, when,
        },
        i18n::{catalog, fidelity, fill, lang, measures, pick, results as words, risks as risk_words, snapshots, word},
        route::{Page, Site},
        standing, wording,
        worklist::facets,
    },
};

/// The page.
#[must_use]
pub fn page(session: Session) -> AnyView {
    let name = title().text(words::words().title).into_any();
    let shown = live(move || session.assessment.get().map(|a| Results::new(session, a).show()));
    vec![name, shown, trend(session)].into_any()
}

/// How it stands, in one sentence, once something was recorded.
#[must_use]
pub fn in_short(session: Session) -> AnyView {
    let begun = memo(move || {
        let recorded = session.progress.with(|p| p.risks_decided().done + p.actions_recorded().done);
        recorded + session.controls.with(|c| c.answered().done) > 0
    });
    live(move || {
        let assessment = if begun.get() { session.assessment.get() } else { None };
        assessment.map(|a| Results::new(session, a).answer())
    })
}

/// The snapshots, where there are any.
fn trend(session: Session) -> AnyView {
    let t = snapshots::words();
    let kept = move || session.assessment.with(|a| a.as_ref().is_some_and(|a| !a.snapshots().is_empty()));
    // They are read one by one, which nobody has to wait for.
    let shown = move || section(t.trend, t.how_trend, html::div().child(table(session, false)));
    when(kept, move || later(shown))
}

/// What is counted, each once.
struct Results {
    session: Session,
    assessment: Arc<Assessment>,
    controls: Arc<ControlResults>,
    /// Whether Part IV is assessed.
    four: bool,
    /// Whether it is told when something is due. A copy that leaves the days out knows of nothing overdue.
    dated: bool,
    risks: Vec<RiskRow>,
    tasks: Vec<Task>,
}

impl Results {
    fn new(session: Session, assessment: Arc<Assessment>) -> Self {
        let controls = session.controls.get();
        let four = controls.extent.has_part(GuidelinePart::Four);
        let rows = |e: &_| risk_rows(session.catalog(), &assessment, e, session.scope());
        let risks = if four { session.extraction.with(|e| rows(e)) } else { Vec::new() };
        let dated = !leaves_out(&assessment, Confidential::Dates);
        Self { session, assessment, controls, four, dated, risks, tasks: session.tasks() }
    }

    /// Whether Part II or III is assessed.
    fn has_controls(&self) -> bool {
        self.controls.extent.has_controls()
    }

    fn show(&self) -> El {
        let t = words::words();
        let to_report = html::a().attr("href", self.list(Page::Report, Vec::new())).text(t.to_report);
        let lead = html::p().class("lead").text(t.not_safety);
        let mut shown = vec![self.answer(), lead, self.hidden(), html::p().class("onward").child(to_report)];
        if self.has_controls() {
            let not_met = self.controls.not_met().into_iter().map(|row| self.control(row)).collect();
            let not_met = first_lines(not_met, t.not_met_none, self.list(Page::Controls, unmet()));
            shown.push(section(catalog::words().controls, t.how_controls, self.of_controls()));
            shown.push(section(t.not_met, t.how_not_met, not_met));
        }
        // Part III alone has values.
        if self.controls.extent.has_part(GuidelinePart::Three) {
            shown.push(section(t.below, t.how_values, self.values()));
        }
        if self.four {
            shown.push(section(t.part_four, t.how_risks, self.of_part_four()));
            shown.push(section(risk_words::words().map, risk_words::words().map_note, self.map()));
            shown.push(section(t.otherwise, t.how_otherwise, self.otherwise()));
        }
        if self.dated {
            shown.push(section(t.overdue, t.how_overdue, self.overdue()));
        }
        shown.push(section(fidelity::words().title, t.how_official, self.official()));
        html::div().children(shown)
    }

    fn list(&self, page: Page, filters: Filters) -> String {
        list(self.session, page, filters)
    }

    /// How it stands, in one sentence.
    fn answer(&self) -> El {
        let t = words::words();
        let mut said = html::p().class("answer-line");
        if self.has_controls() {
            let counts = self.controls.counts();
            let of = |are: fn(ControlStanding) -> bool, also: Option<(usize, String)>| {
                let mut filters = states(&ControlStanding::ALL, are);
                filters.extend(also);
                (counts.of_those(are), self.list(Page::Controls, filters))
            };
            let basic = |row: &&ControlRow| row.standing.is_not_met() && row.control.class == ControlClass::Basic;
            let class = (CLASS, class_of_basic());
            let unmet =
                (self.controls.rows.iter().filter(basic).count(), of(ControlStanding::is_not_met, Some(class)).1);
            let done = of(|s| s == ControlStanding::Implemented, None);
            let numbers = [of(ControlStanding::concerns, None), done, unmet, of(|s| !s.is_answered(), None)];
            said = sentence(said, t.answer_controls, numbers);
        }
        if self.four {
            let of = |are: fn(RiskStanding) -> bool| {
                let count = self.risks.iter().filter(|row| are(row.standing)).count();
                (count, self.list(Page::Risks, states(&RiskStanding::ALL, are)))
            };
            let actions = self.session.progress.with(|p| p.actions.clone());
            let done = actions.of(ActionStanding::Done);
            let numbers = [
                of(|s| s != RiskStanding::Open),
                of(RiskStanding::is_decided),
                of(|s| s == RiskStanding::Open),
                (actions.total(), self.list(Page::Measures, Vec::new())),
                (done, self.list(Page::Measures, states(&ActionStanding::ALL, |s| s == ActionStanding::Done))),
            ];
            said = sentence(said, t.answer_risks, numbers);
        }
        if !self.dated {
            return said;
        }
        let overdue = self.tasks.iter().filter(|task| task.overdue).count();
        sentence(said, t.answer_overdue, [(overdue, tasks::address(self.session, None, true))])
    }

    /// How much is not counted, since it is hidden.
    fn hidden(&self) -> El {
        let of_risks = self.session.progress.with(Progress::hidden);
        let hidden = self.controls.hidden + if self.four { of_risks } else { 0 };
        let line = html::p().class("counts-line");
        if hidden == 0 { line } else { line.text(fill(risk_words::words().hidden, &[&hidden])) }
    }

    fn of_controls(&self) -> El {
        let t = words::words();
        let bar = |name: String, counts: &Counts<ControlStanding>, filter: Option<(usize, &str)>| {
            let of = filter.map(|(number, option)| (number, option.to_owned()));
            let at = |state| self.list(Page::Controls, in_state(state, of.clone()));
            Bar::new(name.into(), ControlStanding::ALL.map(|s| standing::control(s, counts.of(s))).to_vec(), &at)
        };
        let by = |filter: usize, of: fn(&Control) -> &'static str, name: &dyn Fn(&str) -> String| {
            let counts = self.controls.counts_by(of);
            counts.iter().map(|(key, counts)| bar(name(key), counts, Some((filter, key)))).collect::<Vec<Bar>>()
        };
        let section = |id: &str| {
            let title = self.session.catalog().section(id).map(|s| pick(&s.title)).unwrap_or_default();
            format!("{id} {title}")
        };
        let class = |class: &str| {
            ControlClass::from_keyword(class).map(|c| word(labels::class(c))).unwrap_or_default().to_owned()
        };
        let kinds = vec![
            (t.by_part, by(PART, part_of, &section)),
            (t.by_class, by(CLASS, class_of, &class)),
            (t.by_section, by(SECTION, section_of, &section)),
        ];
        chart(bar(t.whole.to_owned(), &self.controls.counts(), None), kinds)
    }

    fn control(&self, of: ControlRow) -> Line {
        self.line(of.control, standing::control(of.standing, 0), class(of.control).to_owned(), false)
    }

    fn line(&self, of: &'static Control, part: Part, note: String, late: bool) -> Line {
        let href = row(self.session, Page::Controls, of.id.0);
        Line { part, href, id: of.id.0, title: pick(&of.title).into(), note, late }
    }

    fn values(&self) -> El {
        let t = words::words();
        let of = |word: &str| self.list(Page::Controls, vec![(VALUES, word.to_owned())]);
        let below = self.controls.below().into_iter().map(|row| self.value(row)).collect();
        let rests = self.controls.resting_on_unverified();
        let numbers = [
            (self.controls.unmeasured().len(), of("unmeasured")),
            (self.controls.not_compared().len(), of("not-compared")),
            (rests, Site::Fidelity.href()),
        ];
        let counts = sentence(html::p(), t.value_counts, numbers);
        if self.session.classification.with(|c| c.pattern().is_none()) {
            return html::div().child(html::p().text(t.no_pattern)).child(counts);
        }
        html::div().child(first_lines(below, t.below_none, of("below"))).child(counts)
    }

    /// A value below its reference, beside it.
    fn value(&self, of: &ValueRow) -> Line {
        let t = words::words();
        let compared = &of.comparison;
        let measured = compared.measured.map(|m| m.write(of.item, lang())).unwrap_or_default();
        let asked = compared.reference.map(|value| reference(of.item, value)).unwrap_or_default();
        let mut note = fill(t.value, &[&measured, &asked]);
        if compared.rests_on_unverified() {
            note = format!("{note} — {}", t.on_unverified);
        }
        let part = standing::control(ControlStanding::of(&self.assessment, &self.controls.extent, of.control), 0);
        let line = self.line(of.control, part, note, compared.is_must());
        Line { title: format!("{} — {}", line.title, pick(&of.item.name)).into(), ..line }
    }

    fn of_part_four(&self) -> El {
        let t = words::words();
        let bar = |name: String, counts: &Counts<RiskStanding>, of: Option<(usize, &str)>| {
            let of = of.map(|(filter, option)| (filter, option.to_owned()));
            let at = |state| self.list(Page::Risks, in_state(state, of.clone()));
            Bar::new(name.into(), RiskStanding::ALL.map(|s| standing::risk(s, counts.of(s))).to_vec(), &at)
        };
        let of_viewpoint = |viewpoint: Viewpoint| {
            let (letter, whole) = facets::viewpoint(self.session.catalog(), viewpoint);
            let counts = count_risks(&self.risks, |risk| risk.viewpoint == viewpoint);
            bar(whole.label.into_owned(), &counts, Some((VIEWPOINT, &letter.word)))
        };
        let roles = self.session.catalog().roles.iter();
        let roles = roles.map(|role| (role, count_risks(&self.risks, |risk| risk.role == role.id)));
        let roles = roles.filter(|(_, counts)| counts.total() > 0);
        let of_role = |(role, counts): (&Role, _)| bar(pick(&role.name).to_owned(), &counts, Some((ROLE, role.id.0)));
        let kinds = vec![
            (t.by_viewpoint, Viewpoint::ALL.map(of_viewpoint).into()),
            (t.by_role, roles.map(of_role).collect::<Vec<Bar>>()),
        ];
        let whole = bar(risk_words::words().title.to_owned(), &self.session.progress.with(|p| p.risks.clone()), None);
        let actions = self.session.progress.with(|p| {
            let at = |state| self.list(Page::Measures, in_state(state, None));
            Bar::new(
                measures::words().actions.into(),
                ActionStanding::ALL.map(|s| standing::action(s, p.actions.of(s))).to_vec(),
                &at,
            )
        });
        html::div().child(chart(whole, kinds)).child(chart(actions, Vec::new()))
    }

    /// How many risks of each impact and likelihood there are.
    fn map(&self) -> El {
        let t = risk_words::words();
        let map = risk_map(&self.risks);
        let of = |name: &'static str, grade: Grade| fill(word(labels::NAMED), &[&name, &wording::grade(grade)]);
        let head = |scope: &'static str, text: String| html::th().attr("scope", scope).text(text);
        let cell = |impact: Grade, likelihood: Grade, count: usize| {
            let mut filters = states(&RiskStanding::ALL, |s| s != RiskStanding::Open);
            filters.extend([(IMPACT, impact.keyword().to_owned()), (LIKELIHOOD, likelihood.keyword().to_owned())]);
            let class = match (Priority { impact, likelihood }).grade() {
                Grade::High => "map-high",
                Grade::Middle => "map-middle",
                Grade::Low => "map-low",
            };
            html::td().class(class).child(number(count, self.list(Page::Risks, filters)))
        };
        // From the least likely on the left to the most likely on the right, with the worst at the top.
        let rows = Grade::ALL.into_iter().zip(map).map(|(impact, counts)| {
            let cells =
                Grade::ALL.into_iter().zip(counts).rev().map(|(likelihood, count)| cell(impact, likelihood, count));
            html::tr().child(head("row", of(t.impact, impact))).children(cells)
        });
        let heads = Grade::ALL.into_iter().rev().map(|likelihood| head("col", of(t.likelihood, likelihood)));
        let heads = html::tr().child(html::td()).children(heads);
        html::table().class("map").child(html::thead().child(heads)).child(html::tbody().children(rows))
    }

    /// The risks that stand at one of some places, with the reason.
    fn risks(&self, are: fn(RiskStanding) -> bool) -> Vec<Line> {
        let line = |of: &RiskRow| {
            let part = standing::risk(of.standing, 0);
            let instance = of.key.instance.as_ref().map(|i| i.as_str());
            let note = self.assessment.text(&paths::risk(of.risk.id, instance, "reason")).to_owned();
            tasks::risk(self.session, &of.key, part, note)
        };
        self.risks.iter().filter(|row| are(row.standing)).map(line).collect()
    }

    fn otherwise(&self) -> El {
        let t = words::words();
        let given = RiskStanding::is_otherwise;
        let missing = |s| s == RiskStanding::ReasonMissing;
        let at = |are| self.list(Page::Risks, states(&RiskStanding::ALL, are));
        let shown = html::div().child(first_lines(self.risks(given), t.otherwise_none, at(given)));
        let without = self.risks(missing);
        if without.is_empty() {
            return shown;
        }
        shown.child(html::h3().text(t.reason_missing)).child(first_lines(without, t.otherwise_none, at(missing)))
    }

    fn overdue(&self) -> El {
        let owners = by_owner(self.tasks.iter().filter(|task| task.overdue));
        if owners.is_empty() {
            return html::p().text(words::words().overdue_none);
        }
        let of = |(owner, late): (&str, Vec<&Task>)| {
            let href = tasks::address(self.session, Some(owner), true);
            let head = html::h3().text(tasks::owner(owner)).text(" ").child(number(late.len(), href.clone()));
            let late = late.into_iter().map(|task| tasks::line(self.session, task)).collect();
            html::div().child(head).child(first_lines(late, "", href))
        };
        html::div().children(owners.into_iter().map(of))
    }

    /// How much of it is official, in one sentence.
    fn official(&self) -> El {
        let tally = self.session.derived.with(|derived| {
            rests_on(self.session.catalog(), &self.controls, &self.risks, derived, self.session.scope())
        });
        let counts = std::iter::once(tally.facts()).chain(ProvenanceKind::ALL.map(|kind| tally.of(kind)));
        sentence(html::p(), words::words().official, counts.map(|count| (count, Site::Fidelity.href())))
    }
}

/// The filters of what is not met.
fn unmet() -> Filters {
    states(&ControlStanding::ALL, ControlStanding::is_not_met)
}

fn class_of_basic() -> String {
    ControlClass::Basic.keyword().to_owned()
}

fn section(name: &'static str, how: &'static str, content: El) -> El {
    let how = term(words::words().how, [html::p().text(how)]);
    html::section().child(html::h2().text(name)).child(content).child(how)
}
