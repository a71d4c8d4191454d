//! The risks as rows of a list. A risk that stands for several components is one row.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::{
    app::Session,
    core::{
        catalog::Risk,
        extract::{Row, Truth},
        gather::gather,
        report::RiskStanding,
    },
    ui::{
        components::Part,
        i18n::{fill, pick, risks as words},
        standing, wording,
        worklist::{Entry, Facet, facets},
    },
};

/// All risks that are shown. What does not apply stands aside.
#[must_use]
pub fn entries(session: Session) -> Vec<Entry> {
    let scope = session.app.scope();
    let catalog = session.catalog();
    session.extraction.with(|extraction| {
        let of_risks = extraction.rows.chunk_by(|a, b| a.key.risk == b.key.risk);
        let of_risks = of_risks.filter_map(|rows| Some((catalog.risk(rows.first()?.key.risk.0)?, rows)));
        let shown = of_risks.filter(|(risk, _)| scope.shows(risk.title.from));
        shown.map(|(risk, rows)| entry(session, risk, rows)).collect()
    })
}

fn entry(session: Session, risk: &'static Risk, rows: &[Row]) -> Entry {
    let t = words::words();
    let catalog = session.catalog();
    let standings: BTreeSet<RiskStanding> = session
        .assessment
        .with(|a| gather(a.iter().flat_map(|a| rows.iter().filter_map(|row| RiskStanding::of(a, row)))));
    // The row shows what has still to be done for one of its components.
    let standing = standings.last().copied();
    let Part { class, name: state, .. } = match standing {
        Some(standing) => standing::risk(standing, 0),
        None => Part { class: "part-none", name: t.not, count: 0 },
    };
    let concerned: Vec<&Row> = rows.iter().filter(|r| r.finding.truth != Truth::False).collect();
    let note = match concerned.as_slice() {
        [one] => match &one.key.instance {
            Some(id) => session.model.with(|m| wording::component_name(catalog, m, id)),
            None => String::new(),
        },
        [] => String::new(),
        several => fill(t.components, &[&several.len()]),
    };
    let (letter, viewpoint) = facets::viewpoint(catalog, risk.viewpoint);
    let role = catalog.role(risk.role.0).map(|r| Facet::new(r.id.0, pick(&r.name)));
    let role = role.unwrap_or_else(|| Facet::new(risk.role.0, risk.role.0));
    let countermeasures: Vec<Facet> = risk
        .countermeasures
        .iter()
        .filter_map(|id| catalog.countermeasure(id.0))
        .map(|m| Facet::new(m.id.0, format!("{} {}", m.id.0, pick(&m.title))))
        .collect();
    let place = standing.map_or(99, |s| s as usize);
    let in_place = |s: RiskStanding| Facet::new((s as usize).to_string(), standing::risk(s, 0).name);
    let in_state = standing.map_or_else(|| Facet::new("not", t.not), in_place);
    let none = || Facet::new("", "–");
    Entry {
        key: risk.id.0.to_owned(),
        class,
        state,
        open: standing.is_some_and(|s| !s.is_decided()),
        id: "",
        title: pick(&risk.title),
        from: risk.title.from,
        note,
        groups: vec![role.clone(), viewpoint, countermeasures.first().cloned().unwrap_or_else(none), in_state.clone()],
        facets: vec![
            if standings.is_empty() { vec![in_state] } else { standings.into_iter().map(in_place).collect() },
            vec![letter],
            vec![facets::source(risk.title.from)],
            vec![role],
            countermeasures,
        ],
        aside: standing.is_none(),
        orders: vec![format!("{:02}", 99 - place.min(99))],
    }
}
