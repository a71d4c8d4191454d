//! The controls as rows of a list.

use crate::{
    app::Session,
    core::{
        assessment::{Assessment, paths},
        catalog::{ControlId, EquipmentId},
        evaluate::Verdict,
        report::{ControlResults, ControlRow, ControlStanding, part_of, section_of},
    },
    ui::{
        i18n::{controls as words, pick},
        pages::catalog::control::class,
        standing,
        worklist::{Entry, Facet, facets},
    },
};

/// All controls that are shown. Those out of scope stand aside.
#[must_use]
pub fn entries(session: Session) -> Vec<Entry> {
    let today = session.app.today();
    let needed: Vec<ControlId> = session.derived.with(|derived| {
        let needed = derived.iter().filter(|d| d.needed);
        needed.flat_map(|d| d.countermeasure.controls.iter().copied()).collect()
    });
    session.assessment.with(|assessment| {
        let Some(assessment) = assessment else { return Vec::new() };
        session.controls.with(|results| {
            let rows = results.rows.iter();
            rows.map(|row| entry(session, assessment, results, row, needed.contains(&row.control.id), &today)).collect()
        })
    })
}

fn entry(
    session: Session,
    assessment: &Assessment,
    results: &ControlResults,
    row: &ControlRow,
    is_needed: bool,
    today: &str,
) -> Entry {
    let t = words::words();
    let (control, standing) = (row.control, row.standing);
    let text = |what: &str| assessment.text(&paths::control(control.id, what));
    let part = standing::control(standing, 0);
    let place = standing as usize;
    let in_state = Facet::new(place.to_string(), part.name);
    let planned = facets::planned(text("owner"), text("due"), today, standing.is_open() && standing.concerns());
    let section = section_of(control);
    let name = |id: &'static str| {
        let name = session.catalog().section(id).map(|s| pick(&s.title)).unwrap_or_default();
        Facet::new(id, format!("{id} {name}"))
    };
    let section = name(section);
    let class = Facet::new(control.class.keyword(), class(control));
    let needed = if is_needed { Facet::new("yes", t.needed) } else { Facet::new("no", t.not_needed) };
    let component =
        |id: &EquipmentId| Facet::new(id.0, session.catalog().equipment(id.0).map(|e| pick(&e.name)).unwrap_or(id.0));
    Entry {
        key: control.id.0.to_owned(),
        class: part.class,
        state: part.name,
        open: !standing.is_answered(),
        id: control.id.0,
        title: pick(&control.title),
        from: control.title.from,
        note: planned.note,
        groups: vec![section.clone(), class.clone(), planned.owner.clone(), in_state.clone()],
        facets: vec![
            vec![in_state],
            vec![class],
            vec![name(part_of(control))],
            vec![section],
            values(results, control.id),
            vec![planned.due],
            vec![planned.owner],
            control.components.iter().map(component).collect(),
            vec![needed],
        ],
        aside: standing == ControlStanding::OutOfScope,
        orders: vec![facets::or_last(text("due")), facets::or_last(text("owner")), format!("{:02}", 99 - place)],
    }
}

/// An option of the filter of measured values: its word, what people read, and the verdicts that it lets through.
type Kind = (&'static str, &'static str, fn(&Verdict) -> bool);

/// What there is to say of the measured values of a control.
fn values(results: &ControlResults, control: ControlId) -> Vec<Facet> {
    let t = words::words();
    let verdicts = || results.values.iter().filter(|v| v.control.id == control).map(|v| &v.comparison.verdict);
    let kinds: [Kind; 3] = [
        ("below", t.below, |v| matches!(v, Verdict::FallsShort { .. })),
        ("unmeasured", t.unmeasured, |v| *v == Verdict::NotMeasured),
        ("not-compared", t.not_compared, |v| {
            matches!(v, Verdict::NoPattern | Verdict::UnknownReference | Verdict::AskedBack(_))
        }),
    ];
    let there = kinds.into_iter().filter(|(_, _, is)| verdicts().any(is));
    there.map(|(word, label, _)| Facet::new(word, label)).collect()
}
