//! Everything that is still to be done, of all parts, in one list.

use super::{ActionStanding, ControlResults, ControlStanding, RiskStanding, Scope};
use crate::core::{
    assessment::{Assessment, Path, paths},
    catalog::{ActionId, Catalog, ControlId, CountermeasureId},
    day::Day,
    evaluate::GuidelinePart,
    extract::{Derived, Extraction, RowKey},
    sorted::sorted,
};

/// What is to be done, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Work {
    /// A control: to be carried out, or to be answered.
    Control(ControlId, ControlStanding),
    /// A risk: to be decided, or to be found out about.
    Risk(RowKey, RiskStanding),
    /// An action: to be carried out, or to be answered.
    Action(CountermeasureId, ActionId, ActionStanding),
}

/// Something that is still to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// What.
    pub work: Work,
    /// By whom; empty where nobody is named.
    pub owner: String,
    /// Until when, where a day is given.
    pub due: Option<Day>,
    /// Whether that day is over.
    pub overdue: bool,
}

/// What is still to be done: what is overdue first, then by the day it is due, then what has none, each in the order of
/// the guideline.
#[must_use]
pub fn tasks(
    catalog: &Catalog,
    assessment: &Assessment,
    controls: &ControlResults,
    extraction: &Extraction,
    derived: &[Derived],
    scope: Scope,
    today: Day,
) -> Vec<Task> {
    let mut tasks = Vec::new();
    let mut add = |work: Work, fact: &dyn Fn(&str) -> Path| {
        let owner = assessment.text(&fact("owner")).trim().to_owned();
        let due = assessment.text(&fact("due")).parse::<Day>().ok();
        tasks.push(Task { work, owner, due, overdue: due.is_some_and(|day| day < today) });
    };
    for row in controls.rows.iter().filter(|row| row.standing.is_open()) {
        add(Work::Control(row.control.id, row.standing), &|what| paths::control(row.control.id, what));
    }
    if controls.extent.has_part(GuidelinePart::Four) {
        for row in extraction.rows.iter().filter(|row| scope.shows_risk(catalog, &row.key)) {
            let standing = RiskStanding::of(assessment, row).filter(|standing| !standing.is_decided());
            let Some(standing) = standing else { continue };
            let instance = row.key.instance.as_ref().map(|i| i.as_str());
            add(Work::Risk(row.key.clone(), standing), &|what| paths::risk(row.key.risk, instance, what));
        }
        for needed in derived.iter().filter(|d| d.needed && scope.shows_countermeasure(catalog, d)) {
            let of = needed.countermeasure.id;
            for action in needed.countermeasure.actions {
                let standing = ActionStanding::of(assessment, of, action.id);
                if standing.is_to_do() || !standing.is_recorded() {
                    add(Work::Action(of, action.id, standing), &|what| paths::action(of, action.id, what));
                }
            }
        }
    }
    // What is overdue has the earliest days.
    sorted(tasks, |a, b| (a.due.is_none(), a.due).cmp(&(b.due.is_none(), b.due)))
}

/// Tasks by who is to do them: whoever stands first in the list comes first, and last what nobody is named for.
#[must_use]
pub fn by_owner<'a>(tasks: impl IntoIterator<Item = &'a Task>) -> Vec<(&'a str, Vec<&'a Task>)> {
    let (mut owners, mut nobodys): (Vec<(&str, Vec<&Task>)>, _) = (Vec::new(), Vec::new());
    for task in tasks {
        match owners.iter_mut().find(|(owner, _)| *owner == task.owner) {
            _ if task.owner.is_empty() => nobodys.push(task),
            Some((_, of)) => of.push(task),
            None => owners.push((&task.owner, vec![task])),
        }
    }
    owners.extend((!nobodys.is_empty()).then_some(("", nobodys)));
    owners
}
