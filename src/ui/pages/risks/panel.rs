//! One risk whole: for each component its state, why, and what was decided; below, what answers it.

use leptos::prelude::*;

use super::{priority::priority, reasons, treatment::treatment};
use crate::{
    app::Session,
    core::{
        catalog::{Countermeasure, Risk},
        extract::RowKey,
    },
    ui::{
        components::{
            badge, button, each,
            el::{El, html},
            live, mark, memo, when, with_badge,
        },
        i18n::{fill, pick, risks as words, worklist},
        pages::{changes, measures::action},
        route::{EntryKind, Route},
        wording,
    },
};

/// How many components of a risk are drawn before somebody asks for more.
const DRAWN: usize = 15;

/// The panel of a risk.
#[must_use]
pub fn panel(session: Session, key: &str) -> AnyView {
    let t = words::words();
    let Some(risk) = session.catalog().risk(key) else { return ().into_any() };
    let keys = memo(move || {
        session.extraction.with(|e| {
            let rows = e.rows.iter().filter(|r| r.key.risk == risk.id);
            rows.map(|r| r.key.clone()).collect::<Vec<RowKey>>()
        })
    });
    let drawn = RwSignal::new(DRAWN);
    let rows = each(
        move || keys.with(|keys| keys.iter().take(drawn.get()).cloned().collect()),
        |key: &RowKey| key.instance.as_ref().map(ToString::to_string).unwrap_or_default(),
        move |key| component(session, risk, key).into_any(),
    );
    let measures = risk.countermeasures.into_iter().filter_map(|id| session.catalog().countermeasure(id.0));
    let entry = Route::Entry(EntryKind::Risk, risk.id.to_string()).href();
    let mut panel = html::article()
        .class("risk-panel")
        .child(html::h2().text(pick(&risk.title)).text(" ").children(badge(risk.title.from)));
    if let Some(why) = risk.why {
        panel = panel.child(with_badge(html::p().class("about"), why));
    }
    let left = memo(move || keys.with(Vec::len).saturating_sub(drawn.get()));
    let more = move || {
        button("secondary", "")
            .live_text(move || fill(worklist::words().more, &[&left.get()]))
            .click(move || drawn.update(|d| *d += DRAWN))
            .into_any()
    };
    panel
        .child(rows)
        .child(when(move || left.get() > 0, more))
        .child(html::h3().text(t.col_measures).text(" ").children(badge(risk.assignment)))
        .children(measures.map(|m| answer(session, m)))
        .child(html::p().class("about").child(html::a().attr("href", entry).text(t.in_catalog)))
        .child(changes::link(session, &format!("risk/{key}")))
        .into_any()
}

/// The risk for one component, or for the whole service.
fn component(session: Session, risk: &'static Risk, key: RowKey) -> El {
    let t = words::words();
    let catalog = session.catalog();
    let key = StoredValue::new(key);
    let finding = memo(move || session.extraction.with(|e| key.with_value(|k| e.row(k).map(|r| r.finding.clone()))));
    let truth = move || finding.with(|f| f.as_ref().map(|f| f.truth));
    let name = move || {
        let id = key.with_value(|k| k.instance.clone())?;
        Some(session.model.with(|m| wording::component_name(catalog, m, &id)))
    };
    let heading = memo(move || name().map(|name| fill(t.for_component, &[&name])));
    let of = StoredValue::new(untrack(name).unwrap_or_else(|| t.this_risk.to_owned()));
    html::section()
        .class("of-component")
        .child(html::h3().class("component-name").live_text(move || heading.get().unwrap_or_default()))
        .child(reasons::why(session, key, finding))
        .child(partners(move || {
            let facts = finding.with(|f| f.as_ref().map(|f| f.facts.clone()))?;
            Some(session.model.with(|m| wording::join(m.partners_in(&facts))))
        }))
        .child(priority(session, risk, key))
        .child(treatment(session, key, of, truth))
}

/// The partners that something concerns, where they have a name.
pub fn partners(named: impl Fn() -> Option<String> + Send + Sync + 'static) -> AnyView {
    live(move || {
        let named = named().filter(|named| !named.is_empty())?;
        Some(html::p().class("about").text(fill(words::words().partners, &[&named])))
    })
}

/// A countermeasure with its actions, to be recorded right here.
fn answer(session: Session, measure: &'static Countermeasure) -> El {
    let summary = format!("{} 【{}】", measure.id.0, pick(&measure.title));
    let lines = measure.actions.iter().map(|a| action::line(session, measure.id, a.id, pick(&a.text).to_owned()));
    html::details()
        .class("answer")
        .child(html::summary().text(summary).text(" ").child(mark(measure.title.from)))
        .child(html::ul().children(lines))
}
