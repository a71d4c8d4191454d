//! Entries of Part IV.

use leptos::prelude::*;

use super::{Head, Links, condition};
use crate::{
    app::AppState,
    core::catalog::{Component as Kind, Countermeasure, DataForm, Provenance, Risk, Role, ServiceType, Text},
    ui::{
        components::{Badge, TextView},
        i18n::{catalog as words, measures, pick, risks},
        route::EntryKind,
        wording,
    },
};

/// A role.
#[component]
pub fn RoleEntry(entry: &'static Role) -> impl IntoView {
    let t = words::words();
    let catalog = expect_context::<AppState>().catalog();
    let kind = catalog.role_kind(entry.kind);
    let here = catalog.risks.into_iter().filter(|r| r.role == entry.id);
    let components = catalog.components.into_iter().filter(|c| c.roles.contains(&entry.id));
    view! {
        <Head id=entry.id.0 title=entry.name />
        {kind.map(|k| view! { <p><TextView text=k.name /></p> })}
        <p><TextView text=entry.about /></p>
        <Links title=t.components kind=EntryKind::Component items=components.map(|c| (c.id.0, c.name)).collect() />
        <Links title=t.risks_here kind=EntryKind::Risk items=here.map(|r| (r.id.0, r.title)).collect() />
    }
}

/// A kind of component.
#[component]
pub fn ComponentEntry(entry: &'static Kind) -> impl IntoView {
    let t = words::words();
    let catalog = expect_context::<AppState>().catalog();
    let roles = entry.roles.into_iter().filter_map(|r| catalog.role(r.0)).map(|r| (r.id.0, r.name)).collect();
    let each = catalog.risks.into_iter().filter(|r| r.each.contains(&entry.id));
    view! {
        <Head id=entry.id.0 title=entry.name />
        <p><TextView text=entry.about /></p>
        <Links title=t.usual_roles kind=EntryKind::Role items=roles />
        <Links title=t.risks_here kind=EntryKind::Risk items=each.map(|r| (r.id.0, r.title)).collect() />
    }
}

/// A form of data handling.
#[component]
pub fn DataEntry(entry: &'static DataForm) -> impl IntoView {
    let t = words::words();
    view! {
        <Head id=entry.id.0 title=entry.name />
        <p><TextView text=entry.about /></p>
        <h2>{t.question}</h2>
        <p><TextView text=entry.question /></p>
    }
}

/// A service type.
#[component]
pub fn TypeEntry(entry: &'static ServiceType) -> impl IntoView {
    let t = words::words();
    let catalog = expect_context::<AppState>().catalog();
    let roles = entry.arrangement.roles.into_iter().filter_map(|(id, players)| {
        let role = catalog.role(id.0)?;
        Some(view! {
            <dt>{pick(&role.name)}</dt>
            <dd>{wording::players(players)}</dd>
        })
    });
    let components = entry.arrangement.components.into_iter().map(|c| {
        let kind = catalog.component(c.kind.0).map(|k| pick(&k.name)).unwrap_or_default();
        view! { <li>{pick(&c.name)} " (" {kind} ")"</li> }
    });
    view! {
        <Head id=entry.id.0 title=entry.name />
        <p><TextView text=entry.about /></p>
        <h2>{t.preset}</h2>
        <dl class="facts">{roles.collect_view()}</dl>
        <ul>{components.collect_view()}</ul>
    }
}

/// A risk.
#[component]
pub fn RiskEntry(entry: &'static Risk) -> impl IntoView {
    let t = words::words();
    let catalog = expect_context::<AppState>().catalog();
    let measures = entry.countermeasures.into_iter().filter_map(|id| catalog.countermeasure(id.0));
    let each: Vec<&str> =
        entry.each.into_iter().filter_map(|c| catalog.component(c.0)).map(|c| pick(&c.name)).collect();
    let role = catalog.role(entry.role.0).map(|r| (r.id.0, r.name)).into_iter().collect::<Vec<(&str, Text)>>();
    view! {
        <Head id=entry.id.0 title=entry.title />
        {entry.why.map(|why| view! { <p><TextView text=why /></p> })}
        <h2>{t.condition} " " <Badge from=Provenance::Original /></h2>
        {(!each.is_empty())
            .then(|| view! { <p>{crate::ui::i18n::fill(t.for_each, &[&wording::join(&each)])}</p> })}
        <div class="condition">{condition::in_words(catalog, &entry.when)}</div>
        <p class="about">{risks::words().condition_note}</p>
        <Links title=t.assigned kind=EntryKind::Measure items=measures.map(|m| (m.id.0, m.title)).collect() />
        <p><Badge from=entry.assignment /></p>
        <Links title=t.roles kind=EntryKind::Role items=role />
    }
}

/// A countermeasure.
#[component]
pub fn MeasureEntry(entry: &'static Countermeasure) -> impl IntoView {
    let (t, m) = (words::words(), measures::words());
    let catalog = expect_context::<AppState>().catalog();
    let controls = entry.controls.into_iter().filter_map(|id| catalog.control(id.0)).map(|c| (c.id.0, c.title));
    let here = catalog.risks_of(entry.id).map(|r| (r.id.0, r.title)).collect();
    view! {
        <Head id=entry.id.0 title=entry.title />
        {match entry.statement {
            Some(statement) => view! { <p class="statement"><TextView text=statement /></p> }.into_any(),
            None => view! { <p class="statement missing">{m.not_included} " " {m.suggested}</p> }.into_any(),
        }}
        <h2>{m.actions}</h2>
        <ul class="plain-list">
            {entry
                .actions
                .into_iter()
                .map(|a| view! { <li><span class="id">{a.id.0}</span> " " <TextView text=a.text /></li> })
                .collect_view()}
        </ul>
        <Links title=t.risks_here kind=EntryKind::Risk items=here />
        <Links title=m.leans_on kind=EntryKind::Control items=controls.collect() />
        {(!entry.references.is_empty())
            .then(|| {
                view! {
                    <h2>{m.references}</h2>
                    <p>
                        {entry.references.iter().copied().collect::<Vec<_>>().join(", ")} " "
                        <Badge from=Provenance::Original />
                    </p>
                }
            })}
    }
}
