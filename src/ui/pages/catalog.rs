//! The catalogue: its contents, and a page for each entry.

mod annexes;
mod cite;
mod condition;
mod control;
mod figure;
mod part4;
mod parts;
mod tree;
mod value;

use leptos::prelude::*;

use super::Missing;
use crate::{
    app::AppState,
    core::catalog::{Catalog, Entry, EntryKind, ROMAN_PARTS},
    ui::{
        browser,
        components::el::{El, el},
        i18n::{catalog as words, common, pick},
        route::{Page, Route},
    },
};
use parts::{Body, link, with_badge};

/// The table of contents.
#[component]
pub fn Contents() -> impl IntoView {
    let (t, c) = (words::words(), common::words());
    let catalog = expect_context::<AppState>().catalog();
    let parts = ROMAN_PARTS.iter().filter_map(|id| catalog.section(id));
    main_of("page catalog-page")
        .child(el("h1").attr("id", "title").attr("tabindex", "-1").text(t.title))
        .child(el("p").class("lead").text(t.lead))
        .child(with_badge(el("p"), catalog.edition.name))
        .child(
            el("p")
                .class("catalog-tools")
                .child(
                    el("button").attr("type", "button").class("secondary").text(c.search).click(browser::open_search),
                )
                .child(el("a").attr("href", Route::Fidelity.href()).text(t.fidelity_link))
                .child(el("a").attr("href", Route::Packs.href()).text(t.packs_link)),
        )
        .children(parts.map(|part| tree::part(catalog, part)))
        .into_view()
}

fn main_of(class: &'static str) -> El {
    el("main").attr("id", "main").class(class).attr("tabindex", "-1")
}

/// One entry.
#[component]
pub fn EntryPage(kind: EntryKind, id: String) -> impl IntoView {
    let c = common::words();
    let app = expect_context::<AppState>();
    let catalog = app.catalog();
    let Some(entry) = catalog.entry(kind, &id) else {
        return view! { <Missing title=c.not_found hint=c.not_found_hint /> }.into_any();
    };
    let mut body = Body::default();
    let shown = fill_body(catalog, &entry, &mut body);
    if shown.is_none() {
        return view! { <Missing title=c.not_found hint=c.not_found_hint /> }.into_any();
    }
    let title = el("h1").attr("id", "title").attr("tabindex", "-1").child(el("span").class("id").text(entry.id));
    let mut article =
        el("article").class("entry").child(tree::path(catalog, &entry)).child(with_badge(title.text(" "), entry.title));
    if let (EntryKind::Case, Some(case)) = (kind, catalog.case(&id)) {
        let open = move || {
            let id = app.open_case(case);
            browser::go(&Route::page(&id, Page::Overview));
        };
        let button = el("button").attr("type", "button").class("primary").text(words::words().open_case);
        article = article.child(el("p").class("open-case").child(button.click(open)));
    }
    let article = article
        .children(body.0)
        .view(view! { <cite::Citation entry=entry /> }.into_any())
        .child(tree::neighbours(catalog, &entry));
    main_of("page with-contents").child(tree::aside(catalog, &entry)).child(article).into_view()
}

/// What the page of an entry holds below its title. `None` if there is no such entry.
fn fill_body(catalog: &'static Catalog, entry: &Entry, body: &mut Body) -> Option<()> {
    let id = entry.id;
    match entry.kind {
        EntryKind::Section => section(catalog, id, body)?,
        EntryKind::Control => control::body(catalog, catalog.control(id)?, body),
        EntryKind::Viewpoint => {
            part4::viewpoint(catalog, catalog.viewpoints.into_iter().find(|v| v.id.word() == id)?, body);
        }
        EntryKind::Role => part4::role(catalog, catalog.role(id)?, body),
        EntryKind::Component => part4::component(catalog, catalog.component(id)?, body),
        EntryKind::Data => part4::data(catalog, catalog.data_form(id)?, body),
        EntryKind::Type => part4::service_type(catalog, catalog.service_type(id)?, body),
        EntryKind::Risk => part4::risk(catalog, catalog.risk(id)?, body),
        EntryKind::Measure => part4::measure(catalog, catalog.countermeasure(id)?, body),
        EntryKind::Case => part4::case(catalog, catalog.case(id)?, body),
        EntryKind::Equipment => {
            let e = catalog.equipment(id)?;
            body.text(e.about);
            let here = catalog.controls_of_equipment(e.id).filter_map(|c| catalog.entry(EntryKind::Control, c.id.0));
            body.links(words::words().controls, here.collect());
        }
        EntryKind::Axis => {
            annexes::axis(catalog, catalog.axes.into_iter().find(|a| a.id.word() == id)?, body);
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
            body.add(tree::listing(title, &entries));
        }
    }
    annexes::annex(catalog, id, body);
    Some(())
}

/// A list item with the way to an entry.
fn item(entry: &Entry) -> El {
    link(el("li"), entry)
}

/// The title of an entry in the language of this screen.
fn title_of(entry: &Entry) -> &'static str {
    pick(&entry.title)
}
