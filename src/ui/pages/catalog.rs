//! The catalogue: its contents, and a page for each entry.

mod condition;
mod control;
mod part4;
mod section;
mod value;

use leptos::prelude::*;

use super::Missing;
use crate::{
    app::AppState,
    core::catalog::{Catalog, Section, Text},
    ui::{
        components::{Badge, TextView},
        i18n::{catalog as words, common, pick},
        route::{EntryKind, Route},
    },
};

/// The table of contents.
#[component]
pub fn Contents() -> impl IntoView {
    let t = words::words();
    let catalog = expect_context::<AppState>().catalog();
    let parts = catalog.sections.into_iter().filter(|s| !s.id.contains('.') && !s.id.starts_with("Annex"));
    view! {
        <main id="main" class="page" tabindex="-1">
            <h1 id="title" tabindex="-1">{t.title}</h1>
            <p class="lead">{t.lead}</p>
            <p><TextView text=catalog.edition.name /></p>
            <h2>{t.structure}</h2>
            <ul class="tree">{parts.map(|s| view! { <Branch section=s /> }).collect_view()}</ul>
            <h2>{t.part4}</h2>
            <h3>{t.viewpoints}</h3>
            <dl class="facts">
                {catalog
                    .viewpoints
                    .into_iter()
                    .map(|v| {
                        view! {
                            <dt>{v.id.word()} " " <TextView text=v.name /></dt>
                            <dd>{pick(&v.about)}</dd>
                        }
                    })
                    .collect_view()}
            </dl>
            <Listing title=t.types kind=EntryKind::Type items=catalog.types.into_iter().map(|e| (e.id.0, e.name)).collect() />
            <Listing title=t.roles kind=EntryKind::Role items=catalog.roles.into_iter().map(|e| (e.id.0, e.name)).collect() />
            <Listing
                title=t.components
                kind=EntryKind::Component
                items=catalog.components.into_iter().map(|e| (e.id.0, e.name)).collect()
            />
            <Listing
                title=t.data
                kind=EntryKind::Data
                items=catalog.data_forms.into_iter().map(|e| (e.id.0, e.name)).collect()
            />
            <Listing title=t.risks kind=EntryKind::Risk items=catalog.risks.into_iter().map(|e| (e.id.0, e.title)).collect() />
            <Listing
                title=t.measures
                kind=EntryKind::Measure
                items=catalog.countermeasures.into_iter().map(|e| (e.id.0, e.title)).collect()
            />
        </main>
    }
}

/// A part or section with what is below it.
#[component]
fn Branch(section: &'static Section) -> impl IntoView {
    let catalog = expect_context::<AppState>().catalog();
    let below: Vec<&'static Section> = children(catalog, section).collect();
    view! {
        <li>
            <a href=Route::Entry(EntryKind::Section, section.id.to_owned()).href()>
                <span class="id">{section.id}</span>
                " "
                {pick(&section.title)}
            </a>
            " "
            <Badge from=section.title.from />
            {(!below.is_empty())
                .then(|| {
                    let items = below
                        .into_iter()
                        .map(|s| view! { <EntryLink kind=EntryKind::Section id=s.id text=s.title /> });
                    view! { <ul>{items.collect_view()}</ul> }
                })}
        </li>
    }
}

/// The sections right below one. The annexes are below Part V.
pub fn children(catalog: &Catalog, section: &'static Section) -> impl Iterator<Item = &'static Section> + use<> {
    catalog.sections.into_iter().filter(move |s| match s.id.rsplit_once('.') {
        Some((parent, _)) => parent == section.id,
        None => section.id == "V" && s.id.starts_with("Annex"),
    })
}

#[component]
fn Listing(title: &'static str, kind: EntryKind, items: Vec<(&'static str, Text)>) -> impl IntoView {
    let count = items.len();
    let lines = items.into_iter().map(|(id, text)| view! { <EntryLink kind=kind id=id text=text /> });
    view! {
        <details class="listing">
            <summary>
                <h3>{title}</h3>
                <span class="count-words">{count}</span>
            </summary>
            <ul class="plain-list">{lines.collect_view()}</ul>
        </details>
    }
}

/// One entry.
#[component]
pub fn EntryPage(kind: EntryKind, id: String) -> impl IntoView {
    let (t, c) = (words::words(), common::words());
    let catalog = expect_context::<AppState>().catalog();
    let id = id.as_str();
    let found = match kind {
        EntryKind::Section => catalog.section(id).map(|e| view! { <section::SectionEntry entry=e /> }.into_any()),
        EntryKind::Control => catalog.control(id).map(|e| view! { <control::ControlEntry entry=e /> }.into_any()),
        EntryKind::Viewpoint
        | EntryKind::Equipment
        | EntryKind::Axis
        | EntryKind::Pattern
        | EntryKind::Point
        | EntryKind::IsoChapter
        | EntryKind::IsoItem
        | EntryKind::Case => None,
        EntryKind::Role => catalog.role(id).map(|e| view! { <part4::RoleEntry entry=e /> }.into_any()),
        EntryKind::Component => catalog.component(id).map(|e| view! { <part4::ComponentEntry entry=e /> }.into_any()),
        EntryKind::Data => catalog.data_form(id).map(|e| view! { <part4::DataEntry entry=e /> }.into_any()),
        EntryKind::Type => catalog.service_type(id).map(|e| view! { <part4::TypeEntry entry=e /> }.into_any()),
        EntryKind::Risk => catalog.risk(id).map(|e| view! { <part4::RiskEntry entry=e /> }.into_any()),
        EntryKind::Measure => catalog.countermeasure(id).map(|e| view! { <part4::MeasureEntry entry=e /> }.into_any()),
    };
    match found {
        Some(entry) => view! {
            <main id="main" class="page narrow entry" tabindex="-1">
                <p class="back"><a href=Route::Catalog.href()>{t.back}</a></p>
                {entry}
            </main>
        }
        .into_any(),
        None => view! { <Missing title=c.not_found hint=c.not_found_hint /> }.into_any(),
    }
}

/// The head of an entry: its id and title.
#[component]
pub fn Head(id: &'static str, title: Text) -> impl IntoView {
    view! {
        <h1 id="title" tabindex="-1">
            <span class="id">{id}</span>
            " "
            <TextView text=title />
        </h1>
    }
}

/// An item of a list: the way to an entry, with its badge.
#[component]
fn EntryLink(kind: EntryKind, id: &'static str, text: Text) -> impl IntoView {
    view! {
        <li>
            <a href=Route::Entry(kind, id.to_owned()).href()>
                <span class="id">{id}</span>
                " "
                {pick(&text)}
            </a>
            " "
            <Badge from=text.from />
        </li>
    }
}

/// A list of links to entries, under a heading; nothing where it is empty.
#[component]
pub fn Links(title: &'static str, kind: EntryKind, items: Vec<(&'static str, Text)>) -> impl IntoView {
    (!items.is_empty()).then(|| {
        let lines = items.into_iter().map(|(id, text)| view! { <EntryLink kind=kind id=id text=text /> });
        view! {
            <h2>{title}</h2>
            <ul class="plain-list">{lines.collect_view()}</ul>
        }
    })
}
