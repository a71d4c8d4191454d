//! Domain values as people read them.

use super::{
    i18n::{
        changes, common, controls, fill, lang, model as words, pick, report, results, scope, search, snapshots, tasks,
        word,
    },
    route::Page,
};
use crate::core::{
    catalog::{Catalog, EntryKind, Grade, Place, Player},
    model::{Answer, Aspect, InstanceId, Model, Question},
    report::{ActionStatus, Decision, labels},
};

/// A player.
#[must_use]
pub fn player(p: Player) -> &'static str {
    word(labels::player(p))
}

/// Several players; nobody for none.
#[must_use]
pub fn players(list: &[Player]) -> String {
    labels::players(list, lang())
}

/// A list as people write it.
pub fn join(items: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    labels::join(items, lang())
}

/// What stands between the items of a list.
#[must_use]
pub fn comma() -> &'static str {
    word(labels::COMMA)
}

/// What an entry of the catalogue is.
#[must_use]
pub fn entry_kind(kind: EntryKind) -> &'static str {
    let t = search::words();
    match kind {
        EntryKind::Section => t.kind_section,
        EntryKind::Control => t.kind_control,
        EntryKind::Viewpoint => t.kind_viewpoint,
        EntryKind::Role => t.kind_role,
        EntryKind::Component => t.kind_component,
        EntryKind::Data => t.kind_data,
        EntryKind::Type => t.kind_type,
        EntryKind::Risk => t.kind_risk,
        EntryKind::Countermeasure => t.kind_measure,
        EntryKind::Equipment => t.kind_equipment,
        EntryKind::Axis => t.kind_axis,
        EntryKind::Pattern => t.kind_pattern,
        EntryKind::Point => t.kind_point,
        EntryKind::IsoChapter => t.kind_iso_chapter,
        EntryKind::IsoItem => t.kind_iso_item,
        EntryKind::Case => t.kind_case,
    }
}

/// What a component is called.
#[must_use]
pub fn component_name(catalog: &Catalog, model: &Model, id: &InstanceId) -> String {
    labels::component(catalog, model, id, lang())
}

/// A question as a sentence.
#[must_use]
pub fn question(catalog: &Catalog, model: &Model, q: &Question) -> String {
    let t = words::words();
    match q {
        Question::Role(r) => fill(t.q_role, &[&catalog.role(r.0).map(|r| pick(&r.name)).unwrap_or(r.0)]),
        Question::Kind(c) => fill(t.has_kind, &[&catalog.component(c.0).map(|c| pick(&c.name)).unwrap_or(c.0)]),
        Question::Provision(id, aspect) => {
            let template = match aspect {
                Aspect::Procured => t.q_procured,
                Aspect::Operated => t.q_operated,
                Aspect::Maintained => t.q_maintained,
            };
            fill(template, &[&component_name(catalog, model, id)])
        }
        Question::Place(id) => fill(t.q_place, &[&component_name(catalog, model, id)]),
        Question::Carries(id) => fill(t.q_carries, &[&component_name(catalog, model, id)]),
        Question::Data(d) => catalog.data_form(d.0).map(|d| pick(&d.question)).unwrap_or(d.0).to_owned(),
    }
}

/// An answer.
#[must_use]
pub fn answer(catalog: &Catalog, a: Option<&Answer>) -> String {
    labels::answer(catalog, a, lang())
}

/// The answer that a model has to a question.
#[must_use]
pub fn answered(catalog: &Catalog, model: &Model, question: &Question) -> String {
    labels::answered(catalog, model, question, lang())
}

/// Several places.
#[must_use]
pub fn places(places: &[Place]) -> String {
    labels::places(places, lang())
}

/// The label of an aspect.
#[must_use]
pub fn aspect(a: Aspect) -> &'static str {
    let t = words::words();
    match a {
        Aspect::Procured => t.procured,
        Aspect::Operated => t.operated,
        Aspect::Maintained => t.maintained,
    }
}

/// High, middle or low.
#[must_use]
pub fn grade(grade: Grade) -> &'static str {
    word(labels::grade(grade))
}

/// A decision about a risk.
#[must_use]
pub fn decision(d: Decision) -> &'static str {
    word(labels::decision(d))
}

/// The status of an action.
#[must_use]
pub fn action_status(s: ActionStatus) -> &'static str {
    word(labels::action_status(s))
}

/// The decisions, as words in files and as people read them.
#[must_use]
pub fn decisions() -> Vec<(&'static str, &'static str)> {
    Decision::ALL.iter().map(|d| (d.keyword(), decision(*d))).collect()
}

/// The states of an action, as words in files and as people read them.
#[must_use]
pub fn action_statuses() -> Vec<(&'static str, &'static str)> {
    ActionStatus::ALL.iter().map(|s| (s.keyword(), action_status(*s))).collect()
}

/// A name short enough for a line. It may come from a file, and be as long as a text can be.
#[must_use]
pub fn short(name: &str) -> String {
    const MOST: usize = 120;
    if name.chars().count() <= MOST { name.to_owned() } else { name.chars().take(MOST).chain(['…']).collect() }
}

/// The name of a page of an assessment.
#[must_use]
pub fn page(page: Page) -> &'static str {
    let (c, m) = (common::words(), words::words());
    match page {
        Page::Overview => c.step_overview,
        Page::Scope => scope::words().title,
        Page::Classify => scope::words().classify,
        Page::Controls => controls::words().title,
        Page::Start => m.part_start,
        Page::Roles => m.part_roles,
        Page::Components => m.part_components,
        Page::Data => m.part_data,
        Page::Risks => c.step_risks,
        Page::Measures => c.step_measures,
        Page::Results => results::words().title,
        Page::Tasks => tasks::words().title,
        Page::Report => report::words().title,
        Page::Conflicts => c.step_conflicts,
        Page::Snapshots => snapshots::words().title,
        Page::Changes => changes::words().title,
    }
}
