//! Putting risks under roles, viewpoints or countermeasures.

use leptos::prelude::*;

use super::row::row;
use crate::{
    app::Session,
    core::{
        catalog::{Catalog, Risk, Text},
        extract::RowKey,
    },
    ui::{
        components::{badge, each, el::el, memo},
        i18n::{common, fill, pick},
    },
};

/// What risks are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grouping {
    /// The role they are listed under, as in the guideline's table.
    Role,
    /// The viewpoint.
    Viewpoint,
    /// The countermeasure; a risk with several stands under each.
    Measure,
}

/// The groupings, in the order of the choices.
pub const GROUPINGS: [Grouping; 3] = [Grouping::Role, Grouping::Viewpoint, Grouping::Measure];

/// Some risks under a heading.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// The group's key.
    pub key: String,
    /// A short mark before the heading.
    pub mark: String,
    /// The heading.
    pub title: Text,
    /// The risks.
    pub rows: Vec<RowKey>,
}

/// Groups risks, in the catalogue's order; empty groups are left out.
#[must_use]
pub fn grouped(catalog: &Catalog, rows: &[RowKey], grouping: Grouping) -> Vec<Group> {
    let rows: Vec<(&RowKey, &Risk)> = rows.iter().filter_map(|k| Some((k, catalog.risk(k.risk.0)?))).collect();
    let pick_rows = |belongs: &dyn Fn(&Risk) -> bool| -> Vec<RowKey> {
        rows.iter().filter(|(_, risk)| belongs(risk)).map(|(key, _)| (*key).clone()).collect()
    };
    let mut groups: Vec<Group> = match grouping {
        Grouping::Role => catalog
            .roles
            .iter()
            .map(|role| Group {
                key: role.id.to_string(),
                mark: String::new(),
                title: role.name,
                rows: pick_rows(&|r| r.role == role.id),
            })
            .collect(),
        Grouping::Viewpoint => catalog
            .viewpoints
            .iter()
            .map(|v| Group {
                key: v.id.word().to_owned(),
                mark: fill(common::words().viewpoint, &[&v.id.word()]),
                title: v.name,
                rows: pick_rows(&|r| r.viewpoint == v.id),
            })
            .collect(),
        Grouping::Measure => catalog
            .countermeasures
            .iter()
            .map(|m| Group {
                key: m.id.to_string(),
                mark: m.id.to_string(),
                title: m.title,
                rows: pick_rows(&|r| r.countermeasures.contains(&m.id)),
            })
            .collect(),
    };
    groups.retain(|g| !g.rows.is_empty());
    groups
}

/// A group's part of the table.
#[must_use]
pub fn body(session: Session, group: Group, groups: Memo<Vec<Group>>) -> AnyView {
    let key = group.key;
    let rows =
        memo(move || groups.with(|all| all.iter().find(|g| g.key == key).map(|g| g.rows.clone()).unwrap_or_default()));
    let heading = el("th")
        .attr("colspan", "3")
        .attr("scope", "rowgroup")
        .child(el("span").class("group-mark").text(group.mark))
        .text([" ", pick(&group.title), " "].concat())
        .child(badge(group.title.from));
    el("tbody")
        .child(el("tr").class("group").child(heading))
        .view(each(move || rows.get(), |key| format!("{} {:?}", key.risk, key.instance), move |key| row(session, key)))
        .into_view()
}
