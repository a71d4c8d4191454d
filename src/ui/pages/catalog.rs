//! The catalogue: its contents, and a page for each entry.

mod annexes;
mod cite;
mod condition;
pub mod control;
pub mod figure;
mod part4;
mod parts;
pub mod tree;
pub mod value;

use leptos::prelude::*;

use super::missing;
use crate::{
    app::AppState,
    core::{
        catalog::{Catalog, Entry, EntryKind, ROMAN_PARTS},
        report::labels,
    },
    ui::{
        browser,
        components::{
            button,
            el::{El, html},
            page, state_source, title, with_badge,
        },
        i18n::{catalog as words, common, packs, pick, word},
        route::{Page, Route, Site},
    },
};
use parts::{Body, link};

/// The table of contents.
#[must_use]
pub fn contents() -> El {
    let (t, c) = (words::words(), common::words());
    let app = expect_context::<AppState>();
    let catalog = app.catalog();
    let source = state_source(catalog.entries().iter().map(|e| e.title.from));
    let parts = ROMAN_PARTS.iter().filter_map(|id| catalog.section(id));
    page("page catalog-page")
        .child(title().text(t.title))
        .child(html::p().class("lead").text(t.lead))
        .child(with_badge(html::p(), catalog.edition.name))
        .child(html::p().class("about").text(word(labels::NEWER)))
        .children(source)
        .child(
            html::p()
                .class("catalog-tools")
                .child(button("secondary", c.search).click(browser::open_search))
                .child(html::a().attr("href", Site::Fidelity.href()).text(t.fidelity_link))
                .child(html::a().attr("href", Site::Packs.href()).text(t.packs_link)),
        )
        .children(pack_line(app))
        .children(parts.map(|part| tree::part(catalog, part)))
}

/// Says that a pack is kept, and whether it is in force.
fn pack_line(app: AppState) -> Option<El> {
    let t = packs::words();
    app.kept_pack().with_untracked(|kept| {
        let kept = kept.as_ref()?;
        let in_force = kept.on && kept.refused.is_none() && kept.pack.is_some();
        let name = kept.pack.as_ref().map(|p| p.name.as_str()).unwrap_or_default();
        let state = if in_force { t.on } else { t.not_in_force };
        let link = html::a().attr("href", Site::Packs.href()).text(format!("{}: {name}", t.kept));
        Some(html::p().class("banner warning").child(link).text(" — ").text(state))
    })
}

/// One entry.
#[must_use]
pub fn entry_page(kind: EntryKind, id: &str) -> El {
    let c = common::words();
    let app = expect_context::<AppState>();
    let catalog = app.catalog();
    let Some(entry) = catalog.entry(kind, id) else { return missing(c.not_found, c.not_found_hint) };
    let source = state_source(tree::texts(catalog, &entry).into_iter());
    let mut body = Body::default();
    if fill_body(catalog, &entry, &mut body).is_none() {
        return missing(c.not_found, c.not_found_hint);
    }
    let head = title().child(html::span().class("id").text(entry.id)).text(" ");
    let mut article =
        html::article().class("entry").child(tree::path(catalog, &entry)).child(with_badge(head, entry.title));
    if let (EntryKind::Case, Some(case)) = (kind, catalog.case(id)) {
        let open = move || browser::go(&Route::page(&app.open_case(case), Page::Overview));
        let open = button("primary", words::words().open_case).click(open);
        article = article.child(html::p().class("open-case").child(open));
    }
    let article = article
        .children(source)
        .children(body.0)
        .child(cite::citation(app, &entry))
        .child(tree::neighbours(catalog, &entry));
    page("page with-contents").child(tree::aside(catalog, &entry)).child(article)
}

/// What the page of an entry holds below its title. `None` if there is no such entry.
fn fill_body(catalog: &'static Catalog, entry: &Entry, body: &mut Body) -> Option<()> {
    let id = entry.id;
    match entry.kind {
        EntryKind::Section => section(catalog, id, body)?,
        EntryKind::Control => control::body(catalog, catalog.control(id)?, body),
        EntryKind::Viewpoint => {
            part4::viewpoint(catalog, catalog.viewpoints.into_iter().find(|v| v.id.keyword() == id)?, body);
        }
        EntryKind::Role => part4::role(catalog, catalog.role(id)?, body),
        EntryKind::Component => part4::component(catalog, catalog.component(id)?, body),
        EntryKind::Data => part4::data(catalog, catalog.data_form(id)?, body),
        EntryKind::Type => part4::service_type(catalog, catalog.service_type(id)?, body),
        EntryKind::Risk => part4::risk(catalog, catalog.risk(id)?, body),
        EntryKind::Countermeasure => part4::measure(catalog, catalog.countermeasure(id)?, body),
        EntryKind::Case => part4::case(catalog, catalog.case(id)?, body),
        EntryKind::Equipment => {
            let e = catalog.equipment(id)?;
            body.text(e.about);
            let here = catalog.controls_of_equipment(e.id).filter_map(|c| catalog.entry(EntryKind::Control, c.id.0));
            body.links(words::words().controls, here.collect());
        }
        EntryKind::Axis => {
            annexes::axis(catalog, catalog.axes.into_iter().find(|a| a.id.keyword() == id)?, body);
        }
        EntryKind::Pattern => {
            annexes::pattern(catalog, catalog.patterns.into_iter().find(|p| p.id.to_string() == id)?, body);
        }
        EntryKind::Point => annexes::point(catalog, catalog.point(id)?, body),
        EntryKind::IsoChapter => annexes::iso_chapter(catalog, catalog.iso_chapter(id)?, body),
        EntryKind::IsoItem => annexes::iso_item(catalog, catalog.iso_item(id)?, body),
    }
    Some(())
}

/// A part, section or annex.
fn section(catalog: &'static Catalog, id: &str, body: &mut Body) -> Option<()> {
    let t = words::words();
    if let Some(about) = catalog.section(id)?.about {
        body.text(about);
    }
    let below: Vec<Entry> = tree::children(catalog, id);
    let (controls, sections) = below.into_iter().partition(|e| e.kind == EntryKind::Control);
    body.links(t.sub_sections, sections);
    body.links(t.controls_here, controls);
    if id == "IV" {
        for (kind, title) in tree::part4_kinds() {
            let entries = catalog.entries_of(kind);
            body.add(tree::listing(title, entries));
        }
    }
    annexes::annex(catalog, id, body);
    Some(())
}

/// A list item with the way to an entry.
fn item(entry: &Entry) -> El {
    link(html::li(), entry)
}

/// The title of an entry in the language of this screen.
fn title_of(entry: &Entry) -> &'static str {
    pick(&entry.title)
}
