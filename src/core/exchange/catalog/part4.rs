//! The entries of Part IV.

use serde_json::{Value as Json, json};

use super::{Table, list, provenance, text};
use crate::core::catalog::{
    Action, Arrangement, Component, Countermeasure, Player, Preset, Provenance, Risk, Role, ServiceType,
    notation::write_condition,
};

/// What is ours wherever it stands: arrangements, conditions, links.
const ORIGINAL: Provenance = Provenance::Original;

pub(super) fn role(e: &Role, to: &mut Table) {
    to.text("name", e.name);
    to.text("about", e.about);
    to.fact("kind", e.kind.keyword(), e.name.from);
}

pub(super) fn component(e: &Component, to: &mut Table) {
    to.text("name", e.name);
    to.text("about", e.about);
    to.fact("layer", e.layer.keyword(), ORIGINAL);
    to.fact("roles", list(&e.roles, |r| r.0.into()), ORIGINAL);
}

pub(super) fn service_type(e: &ServiceType, to: &mut Table) {
    to.text("name", e.name);
    to.text("about", e.about);
    arrangement(&e.arrangement, to);
}

/// Answers about a service. What is left out is an open question.
pub(super) fn arrangement(e: &Arrangement, to: &mut Table) {
    to.list(
        "roles",
        &e.roles,
        |(role, by)| json!({ "from": provenance(ORIGINAL), "players": players(by), "role": role.0 }),
    );
    to.list("components", &e.components, preset);
    to.fact("absent", list(&e.absent, |c| c.0.into()), ORIGINAL);
    to.list(
        "data",
        &e.data,
        |(data, occurs)| json!({ "data": data.0, "from": provenance(ORIGINAL), "occurs": occurs }),
    );
}

fn preset(e: &Preset) -> Json {
    let mut to = Table::default();
    to.text("name", e.name);
    to.fact("kind", e.kind.0, ORIGINAL);
    to.fact("roles", list(&e.roles, |r| r.0.into()), ORIGINAL);
    for (key, by) in [("procured", e.procured), ("operated", e.operated), ("maintained", e.maintained)] {
        if let Some(by) = by {
            // Not as `fact`: an empty list says that nobody does.
            to.put(key, json!({ "from": provenance(ORIGINAL), "value": players(&by) }));
        }
    }
    if let Some(place) = e.place {
        to.fact("place", list(&place, |place| place.keyword().into()), ORIGINAL);
    }
    to.json()
}

pub(super) fn risk(e: &Risk, to: &mut Table) {
    to.text("title", e.title);
    to.some("why", e.why);
    to.fact("role", e.role.0, e.title.from);
    to.fact("viewpoint", e.viewpoint.keyword(), e.title.from);
    to.fact("countermeasures", list(&e.countermeasures, |c| c.0.into()), e.assignment);
    let when: Json = serde_json::from_str(&write_condition(&e.when)).unwrap_or_default();
    to.fact("when", when, ORIGINAL);
    to.fact("each", list(&e.each, |c| c.0.into()), ORIGINAL);
    to.fact("impact", e.impact.keyword(), ORIGINAL);
    to.fact("likelihood", e.likelihood.keyword(), ORIGINAL);
    to.some("because", e.because);
}

pub(super) fn countermeasure(e: &Countermeasure, to: &mut Table) {
    to.text("title", e.title);
    to.some("statement", e.statement);
    to.fact("viewpoint", e.viewpoint.keyword(), e.title.from);
    let action = |a: &Action| match a.baseline {
        true => json!({ "baseline": true, "id": a.id.0, "text": text(a.text) }),
        false => json!({ "id": a.id.0, "text": text(a.text) }),
    };
    to.list("actions", &e.actions, action);
    to.fact("controls", list(&e.controls, |c| c.0.into()), ORIGINAL);
    to.fact("references", list(&e.references, |r| (*r).into()), ORIGINAL);
}

fn players(by: &[Player]) -> Json {
    list(by, |p| p.keyword().into())
}
