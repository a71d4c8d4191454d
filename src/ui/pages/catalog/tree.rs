//! The catalogue's order: what stands above, below, beside an entry.

use super::{
    item,
    parts::{anchor, has_number, link_as, with_badge},
    title_of,
};
use crate::{
    core::catalog::{Catalog, Entry, EntryKind, Provenance, Section},
    ui::{
        components::{
            el::{El, html},
            folded, mark,
        },
        i18n::{catalog as words, fill, pick},
        route::Site,
    },
};

/// The kinds of entry that belong to Part IV, with their headings.
#[must_use]
pub fn part4_kinds() -> [(EntryKind, &'static str); 7] {
    let t = words::words();
    [
        (EntryKind::Viewpoint, t.viewpoints),
        (EntryKind::Type, t.types),
        (EntryKind::Role, t.roles),
        (EntryKind::Component, t.components),
        (EntryKind::Data, t.data),
        (EntryKind::Risk, t.risks),
        (EntryKind::Countermeasure, t.measures),
    ]
}

/// The entry under which an entry stands.
#[must_use]
pub fn parent(catalog: &Catalog, entry: &Entry) -> Option<Entry> {
    let section = |id: &str| catalog.entry(EntryKind::Section, id);
    match entry.kind {
        EntryKind::Section if entry.id.starts_with("Annex") => section("V"),
        EntryKind::Section | EntryKind::Control => entry.id.rsplit_once('.').and_then(|(above, _)| section(above)),
        EntryKind::Equipment | EntryKind::Axis | EntryKind::Pattern => section("Annex3"),
        EntryKind::Point => section(&format!("Annex{}", catalog.point(entry.id)?.annex)),
        EntryKind::IsoChapter => section("Annex5"),
        EntryKind::IsoItem => catalog.entry(EntryKind::IsoChapter, catalog.iso_item(entry.id)?.chapter()),
        EntryKind::Case => section("Annex8"),
        _ => section("IV"),
    }
}

/// The sections and controls right below a section.
#[must_use]
pub fn children(catalog: &Catalog, id: &str) -> Vec<Entry> {
    let mut below = catalog.entries_of(EntryKind::Section);
    below.extend(catalog.entries_of(EntryKind::Control));
    below.retain(|e| match e.id.rsplit_once('.') {
        Some((above, _)) => above == id,
        None => id == "V" && e.id.starts_with("Annex"),
    });
    below
}

/// A part with all that is below it, folded.
#[must_use]
pub fn part(catalog: &'static Catalog, section: &'static Section) -> El {
    let t = words::words();
    let head = html::h2().child(html::span().class("id").text(section.id)).text(" ");
    let controls = catalog.controls.iter().filter(|c| c.id.0.split('.').next() == Some(section.id)).count();
    let head = head.text(pick(&section.title)).text(" ").child(mark(section.title.from));
    let mut summary = html::summary().child(head);
    if controls > 0 {
        summary = summary.child(html::span().class("count-words").text(fill(t.controls_count, &[&controls])));
    }
    let mut part = html::details().class("part").child(summary);
    if let Some(about) = section.about {
        part = part.child(with_badge(html::p(), about));
    }
    if let Some(entry) = catalog.entry(EntryKind::Section, section.id) {
        part = part.child(html::p().child(anchor(entry.kind, entry.id).text(t.open_part)));
    }
    part = part.child(branch(catalog, section.id));
    let kinds = match section.id {
        "IV" => part4_kinds().to_vec(),
        "V" => vec![
            (EntryKind::Equipment, t.equipment),
            (EntryKind::Axis, t.axes),
            (EntryKind::Pattern, t.patterns),
            (EntryKind::Point, t.known),
            (EntryKind::IsoChapter, t.iso_chapters),
            (EntryKind::Case, t.cases),
        ],
        _ => Vec::new(),
    };
    part.children(kinds.into_iter().map(|(kind, title)| listing(title, catalog.entries_of(kind))))
}

fn branch(catalog: &'static Catalog, id: &str) -> El {
    let items = children(catalog, id).into_iter().map(|e| {
        let item = item(&e);
        if e.kind == EntryKind::Section && !e.id.starts_with("Annex") {
            item.child(branch(catalog, e.id))
        } else {
            item
        }
    });
    html::ul().class("tree").children(items)
}

/// A folded list of entries.
#[must_use]
pub fn listing(title: &'static str, entries: Vec<Entry>) -> El {
    let summary = html::summary()
        .child(html::h3().text(title))
        .child(html::span().class("count-words").text(entries.len().to_string()));
    folded(summary, move || html::ul().class("plain-list").children(entries.iter().map(item))).class("listing")
}

/// The way from the contents down to an entry.
#[must_use]
pub fn path(catalog: &Catalog, entry: &Entry) -> El {
    let mut above = Vec::new();
    let mut at = parent(catalog, entry);
    while let Some(e) = at {
        at = parent(catalog, &e);
        above.push(e);
    }
    trail(above.iter().rev().map(|e| anchor(e.kind, e.id).text(name_of(e))))
}

/// The way from the contents to a page that is right below them, or through the links given.
#[must_use]
pub fn trail(links: impl Iterator<Item = El>) -> El {
    let t = words::words();
    let contents = html::a().attr("href", Site::Catalog.href()).text(t.title);
    let list = html::ol().child(html::li().child(contents)).children(links.map(|link| html::li().child(link)));
    html::nav().class("path").attr("aria-label", t.path).child(list)
}

/// The entries among which an entry stands: a whole part for a section or control, the kind for others.
fn among(catalog: &Catalog, entry: &Entry) -> Vec<Entry> {
    match entry.kind {
        EntryKind::Section | EntryKind::Control => {
            let mut all: Vec<Entry> = catalog.entry(EntryKind::Section, entry.part()).into_iter().collect();
            let mut at = 0;
            while let Some(e) = all.get(at) {
                if e.kind == EntryKind::Section {
                    let below = children(catalog, e.id);
                    all.splice(at + 1..at + 1, below);
                }
                at += 1;
            }
            all
        }
        kind => catalog.entries_of(kind),
    }
}

/// Where the texts on an entry's page come from: its own, and those of what the page of a part or annex lists.
#[must_use]
pub fn texts(catalog: &Catalog, entry: &Entry) -> Vec<Provenance> {
    let listed = match entry.id {
        "Annex1" | "Annex2" => EntryKind::Control,
        "Annex3" => EntryKind::Pattern,
        "Annex4" => EntryKind::Point,
        "Annex5" | "Annex6" => EntryKind::IsoItem,
        "Annex7" | "IV" => EntryKind::Risk,
        "Annex8" => EntryKind::Role,
        _ if entry.kind == EntryKind::Section => {
            return children(catalog, entry.id).iter().map(|e| e.title.from).collect();
        }
        _ => return catalog.facts(entry).iter().map(|f| f.from).collect(),
    };
    catalog.entries_of(listed).iter().map(|e| e.title.from).collect()
}

/// The contents around an entry, beside it on a wide screen.
#[must_use]
pub fn aside(catalog: &Catalog, entry: &Entry) -> El {
    let t = words::words();
    let items = among(catalog, entry).into_iter().map(|e| {
        let level = match e.kind {
            EntryKind::Section | EntryKind::Control => e.id.matches('.').count().min(3),
            _ => 0,
        };
        link_as(html::li().attr("data-level", level.to_string()), &e, e == *entry)
    });
    html::nav().class("contents").attr("aria-label", t.around).child(html::ul().children(items))
}

/// The entries before and after an entry.
#[must_use]
pub fn neighbours(catalog: &Catalog, entry: &Entry) -> El {
    let t = words::words();
    let all = among(catalog, entry);
    let at = all.iter().position(|e| e == entry);
    let side = |e: Option<&Entry>, class: &'static str, arrow: &'static str| {
        e.map(|e| anchor(e.kind, e.id).class(class).text(format!("{arrow} {}", name_of(e))))
    };
    let before = at.and_then(|at| all.get(at.checked_sub(1)?));
    let after = at.and_then(|at| all.get(at + 1));
    let links = [side(before, "before", "←"), side(after, "after", "→")];
    html::nav().class("neighbours").attr("aria-label", t.neighbours).children(links.into_iter().flatten())
}

/// Number and title, or the name alone where there is no number.
fn name_of(entry: &Entry) -> String {
    if has_number(entry.kind) { format!("{} {}", entry.id, title_of(entry)) } else { title_of(entry).to_owned() }
}
