//! The risks as rows of a list. A risk that stands for several components is one row.

use crate::{
    app::Session,
    core::{
        assessment::paths,
        catalog::{Grade, Risk},
        evaluate::Priority,
        extract::{Row, Truth},
        report::RiskStanding,
    },
    ui::{
        components::Part,
        i18n::{fill, pick, risks as words},
        standing, wording,
        worklist::{
            Entry, Facet,
            facets::{self, Planned},
        },
    },
};

/// All risks that are shown. What does not apply stands aside.
#[must_use]
pub fn entries(session: Session) -> Vec<Entry> {
    let scope = session.scope();
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
    let standings: Vec<RiskStanding> = session
        .assessment
        .with(|a| a.iter().flat_map(|a| rows.iter().filter_map(|row| RiskStanding::of(a, row))).collect());
    let standings: Vec<RiskStanding> = RiskStanding::ALL.into_iter().filter(|s| standings.contains(s)).collect();
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
    // Each component may have somebody of its own who sees to it.
    let text =
        |row: &Row, what| session.text(&paths::risk(row.key.risk, row.key.instance.as_ref().map(|i| i.as_str()), what));
    let waits = standing.is_some_and(|s| !s.is_decided());
    let today = session.app.today();
    let plan = |row: &Row| facets::planned(&text(row, "owner"), &text(row, "due"), &today, waits);
    let planned: Vec<Planned> = concerned.iter().map(|row| plan(row)).collect();
    let first = |what| {
        facets::or_last(&concerned.iter().map(|row| text(row, what)).find(|t| !t.is_empty()).unwrap_or_default())
    };
    let none = || Facet::new("", "–");
    let priorities: Vec<Priority> = session
        .assessment
        .with(|a| a.iter().flat_map(|a| concerned.iter().map(|r| Priority::of(a, risk, &r.key))).collect());
    let urgent = priorities.iter().copied().max_by_key(|p| p.score());
    let mut notes = vec![note];
    notes.extend(planned.iter().map(|p| p.note.clone()));
    if standing.is_some() && urgent.is_some_and(|p| p.grade() == Grade::High) {
        notes.insert(0, t.urgent.to_owned());
    }
    notes.retain(|note| !note.is_empty());
    notes.dedup();
    let (letter, viewpoint) = facets::viewpoint(catalog, risk.viewpoint);
    let role = catalog.role(risk.role.0).map(|r| Facet::new(r.id.0, pick(&r.name)));
    let role = role.unwrap_or_else(|| Facet::new(risk.role.0, risk.role.0));
    let countermeasures: Vec<Facet> = risk
        .countermeasures
        .iter()
        .filter_map(|id| catalog.countermeasure(id.0))
        .map(|m| Facet::new(m.id.0, format!("{} {}", m.id.0, pick(&m.title))))
        .collect();
    let graded = |grade: Option<Grade>| grade.map_or_else(none, |g| Facet::new(g.keyword(), wording::grade(g)));
    let grades = |of: fn(&Priority) -> Grade| {
        let all: Vec<Grade> = priorities.iter().map(of).collect();
        Grade::ALL.into_iter().filter(|g| all.contains(g)).map(|g| graded(Some(g))).collect::<Vec<_>>()
    };
    let place = standing.map_or(99, |s| s as usize);
    let in_place = |s: RiskStanding| Facet::new((s as usize).to_string(), standing::risk(s, 0).name);
    let in_state = standing.map_or_else(|| Facet::new("not", t.not), in_place);
    Entry {
        key: risk.id.0.to_owned(),
        class,
        state,
        open: standing.is_some_and(|s| !s.is_decided()),
        id: "",
        title: pick(&risk.title),
        from: risk.title.from,
        note: notes.join(" · "),
        groups: vec![
            role.clone(),
            viewpoint,
            countermeasures.first().cloned().unwrap_or_else(none),
            in_state.clone(),
            graded(urgent.map(Priority::grade)),
        ],
        facets: vec![
            if standings.is_empty() { vec![in_state] } else { standings.into_iter().map(in_place).collect() },
            vec![letter],
            vec![facets::source(risk.title.from)],
            vec![role],
            countermeasures,
            planned.iter().map(|p| p.due.clone()).collect(),
            planned.iter().map(|p| p.owner.clone()).collect(),
            grades(|p| p.impact),
            grades(|p| p.likelihood),
        ],
        aside: standing.is_none(),
        orders: vec![
            format!("{:02}", 99 - place.min(99)),
            first("due"),
            first("owner"),
            urgent.map_or(9, |p| 9 - p.score()).to_string(),
        ],
    }
}
