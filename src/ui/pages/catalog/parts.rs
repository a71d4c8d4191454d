//! What the pages of the catalogue are put together from.

pub use crate::ui::components::with_badge;
use std::borrow::Cow;

use crate::{
    core::catalog::{Entry, EntryKind, Provenance, Text},
    ui::{
        components::{
            badge,
            el::{El, html},
        },
        i18n::pick,
        route::Route,
    },
};

/// The content of a page, part after part.
#[derive(Default)]
pub struct Body(pub Vec<El>);

impl Body {
    /// Adds an element.
    pub fn add(&mut self, part: El) {
        self.0.push(part);
    }

    /// Adds a heading.
    pub fn heading(&mut self, title: &'static str) {
        self.add(html::h2().text(title));
    }

    /// Adds a paragraph in the page's own words.
    pub fn note(&mut self, text: impl Into<Cow<'static, str>>) {
        self.add(html::p().class("about").text(text));
    }

    /// Adds a text of the catalogue.
    pub fn text(&mut self, text: Text) {
        self.add(with_badge(html::p(), text));
    }

    /// Adds a text of the catalogue under a heading; nothing where there is none.
    pub fn section(&mut self, title: &'static str, text: Option<Text>) {
        if let Some(text) = text {
            self.heading(title);
            self.text(text);
        }
    }

    /// Adds links to entries under a heading; nothing where there are none.
    pub fn links(&mut self, title: &'static str, entries: Vec<Entry>) {
        if !entries.is_empty() {
            self.heading(title);
            self.add(html::ul().class("plain-list").children(entries.iter().map(|e| link(html::li(), e))));
        }
    }
}

/// Puts a fact that is no text into an element, with its badge.
#[must_use]
pub fn fact(into: El, text: impl Into<Cow<'static, str>>, from: Provenance) -> El {
    into.text(text).text(" ").children(badge(from))
}

/// Puts the way to an entry into an element: its id and title, and the badge of the title.
#[must_use]
pub fn link(into: El, entry: &Entry) -> El {
    link_as(into, entry, false)
}

/// The way to an entry, marked where it leads to this very page.
#[must_use]
pub fn link_as(into: El, entry: &Entry, current: bool) -> El {
    let mut link = anchor(entry.kind, entry.id);
    if current {
        link = link.attr("aria-current", "page");
    }
    if has_number(entry.kind) {
        link = link.child(html::span().class("id").text(entry.id)).text(" ");
    }
    into.child(link.text(pick(&entry.title))).text(" ").children(badge(entry.title.from))
}

/// Whether people call entries of this kind by their id, and not by their name alone.
#[must_use]
pub fn has_number(kind: EntryKind) -> bool {
    !matches!(
        kind,
        EntryKind::Role
            | EntryKind::Component
            | EntryKind::Data
            | EntryKind::Type
            | EntryKind::Equipment
            | EntryKind::Axis
            | EntryKind::Pattern
            | EntryKind::Point
            | EntryKind::Case
    )
}

/// A link to an entry, still without content.
#[must_use]
pub fn anchor(kind: EntryKind, id: &str) -> El {
    html::a().attr("href", Route::Entry(kind, id.to_owned()).href())
}
