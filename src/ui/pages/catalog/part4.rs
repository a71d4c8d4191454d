//! Entries of Part IV, and worked cases, which are described with them.

use super::{
    condition, figure,
    parts::{Body, anchor, fact, with_badge},
};
use crate::{
    core::{
        catalog::{
            Arrangement, Case, Catalog, Component as Kind, Condition, Countermeasure, DataForm, Entry, EntryKind,
            Provenance, Risk, Role, ServiceType, Viewpoint, ViewpointEntry, Which,
        },
        model::model_of,
        report::diagram,
    },
    ui::{
        components::{
            badge,
            el::{El, html},
            shown,
        },
        i18n::{catalog as words, fill, lang, measures, pick, risks},
        wording,
    },
};

fn of<'a>(catalog: &Catalog, kind: EntryKind, ids: impl Iterator<Item = &'a str>) -> Vec<Entry> {
    ids.filter_map(|id| catalog.entry(kind, id)).collect()
}

/// The risks whose condition names an entry.
fn asking(catalog: &Catalog, kind: EntryKind, id: &str) -> Vec<Entry> {
    let asking = catalog.risks.iter().filter(|r| names(&r.when, kind, id));
    of(catalog, EntryKind::Risk, asking.map(|r| r.id.0))
}

/// Whether a condition names an entry.
fn names(condition: &Condition, kind: EntryKind, id: &str) -> bool {
    match condition {
        Condition::All(parts) | Condition::Any(parts) | Condition::Not(parts) => {
            parts.iter().any(|part| names(part, kind, id))
        }
        Condition::Played { role, .. } => kind == EntryKind::Role && role.0 == id,
        Condition::Occurs(data) => kind == EntryKind::Data && data.0 == id,
        Condition::Has { which, carries, .. } => match kind {
            EntryKind::Component => matches!(which, Which::Kind(component) if component.0 == id),
            EntryKind::Role => carries.is_some_and(|role| role.0 == id),
            _ => false,
        },
    }
}

/// Adds links to the types and cases whose arrangement has something.
fn arranged(catalog: &'static Catalog, body: &mut Body, has: impl Fn(&Arrangement) -> bool) {
    let t = words::words();
    let types = catalog.types.iter().filter(|s| has(&s.arrangement)).map(|s| s.id.0);
    body.links(t.types, of(catalog, EntryKind::Type, types));
    let cases = catalog.cases.iter().filter(|c| has(&c.arrangement)).map(|c| c.id.0);
    body.links(t.cases, of(catalog, EntryKind::Case, cases));
}

/// Where a fact about an entry comes from: what is ours as it ships may come from a pack.
fn from_of(catalog: &Catalog, kind: EntryKind, id: &str, field: &str) -> Provenance {
    let facts = catalog.entry(kind, id).map(|e| catalog.facts(&e)).unwrap_or_default();
    facts.iter().find(|f| f.field == field).map_or(Provenance::Original, |f| f.from)
}

/// A viewpoint.
pub fn viewpoint(catalog: &'static Catalog, e: &'static ViewpointEntry, body: &mut Body) {
    let t = words::words();
    body.text(e.about);
    let under = |v: Viewpoint| v == e.id;
    let here = catalog.risks.iter().filter(|r| under(r.viewpoint)).map(|r| r.id.0);
    body.links(t.risks, of(catalog, EntryKind::Risk, here));
    let here = catalog.countermeasures.iter().filter(|m| under(m.viewpoint)).map(|m| m.id.0);
    body.links(t.measures, of(catalog, EntryKind::Countermeasure, here));
}

/// A role.
pub fn role(catalog: &'static Catalog, e: &'static Role, body: &mut Body) {
    let t = words::words();
    if let Some(kind) = catalog.role_kind(e.kind) {
        body.text(kind.name);
    }
    body.text(e.about);
    let carrying = catalog.components.iter().filter(|c| c.roles.contains(&e.id)).map(|c| c.id.0);
    body.links(t.components, of(catalog, EntryKind::Component, carrying));
    let here = catalog.risks.iter().filter(|r| r.role == e.id).map(|r| r.id.0);
    body.links(t.risks_here, of(catalog, EntryKind::Risk, here));
    let mut asking = asking(catalog, EntryKind::Role, e.id.0);
    asking.retain(|r| catalog.risk(r.id).is_some_and(|r| r.role != e.id));
    body.links(t.asked_by, asking);
    arranged(catalog, body, |a| a.roles.iter().any(|(role, players)| *role == e.id && !players.is_empty()));
}

/// A kind of component.
pub fn component(catalog: &'static Catalog, e: &'static Kind, body: &mut Body) {
    let t = words::words();
    body.text(e.about);
    body.links(t.usual_roles, of(catalog, EntryKind::Role, e.roles.iter().map(|r| r.0)));
    let each = catalog.risks.iter().filter(|r| r.each.contains(&e.id)).map(|r| r.id.0);
    body.links(t.risks_here, of(catalog, EntryKind::Risk, each));
    body.links(t.asked_by, asking(catalog, EntryKind::Component, e.id.0));
    arranged(catalog, body, |a| a.components.iter().any(|c| c.kind == e.id));
}

/// A form of data handling.
pub fn data(catalog: &'static Catalog, e: &'static DataForm, body: &mut Body) {
    let t = words::words();
    body.text(e.about);
    body.section(t.question, Some(e.question));
    body.links(t.asked_by, asking(catalog, EntryKind::Data, e.id.0));
    arranged(catalog, body, |a| a.data.iter().any(|(data, yes)| *data == e.id && *yes));
}

/// A service type.
pub fn service_type(catalog: &'static Catalog, e: &'static ServiceType, body: &mut Body) {
    body.text(e.about);
    arrangement(catalog, &e.arrangement, pick(&e.name), body);
}

/// A worked case.
pub fn case(catalog: &'static Catalog, e: &'static Case, body: &mut Body) {
    let t = words::words();
    body.text(e.about);
    body.section(t.story, Some(e.story));
    body.section(t.shows, Some(e.shows));
    arrangement(catalog, &e.arrangement, pick(&e.name), body);
}

/// Who plays which role, what there is, which data: the model of a type or a case.
fn arrangement(catalog: &'static Catalog, a: &'static Arrangement, name: &'static str, body: &mut Body) {
    let t = words::words();
    body.heading(t.diagram);
    if let Some(drawing) = diagram(catalog, &model_of(a, lang()), name, lang()) {
        body.add(figure::framed(t.diagram, shown(&drawing)));
    }
    body.note(t.figure_names);
    body.add(html::h2().text(t.preset).text(" ").children(badge(Provenance::Original)));
    let named = |kind, id: &'static str| match catalog.entry(kind, id) {
        Some(e) => anchor(kind, id).text(pick(&e.title)),
        None => html::span().text(id),
    };
    // In the order in which roles are shown everywhere.
    let played = catalog.roles.iter().filter_map(|r| a.roles.iter().find(|(id, _)| *id == r.id));
    body.add(html::dl().class("facts").children(played.flat_map(|(role, players)| {
        [html::dt().child(named(EntryKind::Role, role.0)), html::dd().text(wording::players(players))]
    })));
    body.heading(t.components);
    body.add(html::ul().children(a.components.iter().map(|c| {
        let provided = [(t.has_procured, c.procured), (t.has_operated, c.operated), (t.has_maintained, c.maintained)];
        let provided = provided
            .into_iter()
            .filter_map(|(template, players)| Some(fill(template, &[&wording::players(&players?)])));
        let place = c.place.map(|places| fill(t.has_place, &[&wording::places(&places)]));
        let provided: Vec<String> = provided.chain(place).collect();
        with_badge(html::li(), c.name)
            .text(" (")
            .child(named(EntryKind::Component, c.kind.0))
            .text(") ")
            .child(html::span().class("about").text(wording::join(&provided)))
    })));
    body.heading(t.data);
    body.add(html::ul().children(
        a.data.iter().filter(|(_, yes)| *yes).map(|(data, _)| html::li().child(named(EntryKind::Data, data.0))),
    ));
}

/// A risk.
pub fn risk(catalog: &'static Catalog, e: &'static Risk, body: &mut Body) {
    let t = words::words();
    if let Some(why) = e.why {
        body.text(why);
    }
    let from = from_of(catalog, EntryKind::Risk, e.id.0, "when");
    body.add(html::h2().text(t.condition).text(" ").children(badge(from)));
    let each: Vec<&str> = e.each.iter().filter_map(|c| catalog.component(c.0)).map(|c| pick(&c.name)).collect();
    if !each.is_empty() {
        body.add(html::p().text(fill(t.for_each, &[&wording::join(&each)])));
    }
    body.add(condition::in_words(html::div().class("condition"), catalog, &e.when));
    if from == Provenance::Original {
        body.note(risks::words().condition_note);
    }
    body.links(t.assigned, of(catalog, EntryKind::Countermeasure, e.countermeasures.iter().map(|c| c.0)));
    body.add(fact(html::p().class("about"), t.assignment, e.assignment));
    body.links(t.roles, of(catalog, EntryKind::Role, [e.role.0].into_iter()));
    body.links(t.viewpoints, of(catalog, EntryKind::Viewpoint, [e.viewpoint.keyword()].into_iter()));
}

/// A countermeasure.
pub fn measure(catalog: &'static Catalog, e: &'static Countermeasure, body: &mut Body) {
    let (t, m) = (words::words(), measures::words());
    body.add(match e.statement {
        Some(statement) => with_badge(html::p().class("statement"), statement),
        None => html::p().class("statement missing").text(m.not_included).text(" ").text(m.suggested),
    });
    body.heading(m.actions);
    let action = |a: &crate::core::catalog::Action| -> El {
        with_badge(html::li().child(html::span().class("id").text(a.id.0)).text(" "), a.text)
    };
    body.add(html::ul().class("plain-list").children(e.actions.iter().map(action)));
    body.links(t.risks_here, of(catalog, EntryKind::Risk, catalog.risks_of(e.id).map(|r| r.id.0)));
    body.links(m.leans_on, of(catalog, EntryKind::Control, e.controls.iter().map(|c| c.0)));
    if !e.references.is_empty() {
        body.heading(m.references);
        let from = from_of(catalog, EntryKind::Countermeasure, e.id.0, "references");
        body.add(fact(html::p(), e.references.join(", "), from));
    }
    body.links(t.viewpoints, of(catalog, EntryKind::Viewpoint, [e.viewpoint.keyword()].into_iter()));
}
