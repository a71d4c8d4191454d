//! The mark that says where a text comes from.

use leptos::prelude::*;

use super::el::{El, html};
use crate::{
    core::{
        catalog::{CATALOG, Provenance, Text},
        report::{ProvenanceKind, labels},
    },
    ui::{
        i18n::{common, fill, lang, pick, word},
        route::{Route, Site},
    },
};

/// What a kind of provenance is called.
#[must_use]
pub fn provenance_word(kind: ProvenanceKind) -> &'static str {
    word(labels::provenance(kind))
}

/// What a provenance is called, and what it means for this text.
#[must_use]
pub fn provenance(from: Provenance) -> (&'static str, String) {
    let t = common::words();
    let word = provenance_word(ProvenanceKind::of(from));
    match from {
        Provenance::Quoted(line) => {
            let passage = CATALOG.passage(line).map(|p| pick(&p.title)).unwrap_or_default();
            let (word, tip) =
                if lang().is_english() { (t.quoted_translated, t.quoted_translated_tip) } else { (word, t.quoted_tip) };
            (word, fill(tip, &[&line, &passage]))
        }
        Provenance::Cited(id) => {
            let source = CATALOG.source(id).map(|s| pick(&s.title)).unwrap_or_default();
            (word, fill(t.cited_tip, &[&source]))
        }
        Provenance::Unverified(percent) => (word, fill(t.unverified_tip, &[&percent])),
        Provenance::Original => (word, t.original_tip.to_owned()),
        Provenance::Supplied => (word, t.supplied_tip.to_owned()),
    }
}

/// Where most texts of a place come from. The place says so once, and marks only what comes from elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Usual(ProvenanceKind);

/// Says where most texts of this place come from. What is made for it from then on carries a badge only where it differs.
#[must_use]
pub fn state_source(mut texts: impl Iterator<Item = Provenance>) -> Option<El> {
    let usual = ProvenanceKind::usual(&mut texts)?;
    provide_context(Usual(usual));
    let link = html::a().attr("href", Route::Site(Site::About, Some("provenance".to_owned())).href());
    let words = fill(common::words().source_unless_marked, &[&provenance_word(usual)]);
    Some(html::p().class("place-source").child(link.text(words)))
}

/// The provenance badge: a word, an explanation, and a link to what it means. None where it says what its place says.
#[must_use]
pub fn badge(from: Provenance) -> Option<El> {
    if use_context::<Usual>() == Some(Usual(ProvenanceKind::of(from))) {
        return None;
    }
    let at = match from {
        Provenance::Cited(id) => format!("source-{id}"),
        _ => "provenance".to_owned(),
    };
    Some(dressed(html::a().attr("href", Route::Site(Site::About, Some(at)).href()), from))
}

/// The badge where a link cannot stand: within something that is pressed as a whole.
#[must_use]
pub fn mark(from: Provenance) -> El {
    dressed(html::span(), from)
}

fn dressed(into: El, from: Provenance) -> El {
    let (word, tip) = provenance(from);
    let class = match from {
        Provenance::Quoted(_) => "badge badge-quoted",
        Provenance::Cited(_) => "badge badge-cited",
        Provenance::Unverified(_) => "badge badge-unverified",
        Provenance::Original => "badge badge-original",
        Provenance::Supplied => "badge badge-supplied",
    };
    into.class(class).attr("title", tip).text(word)
}

/// Puts a catalogue text with its badge into an element.
#[must_use]
pub fn with_badge(into: El, text: Text) -> El {
    into.child(html::span().class("text").text(pick(&text))).text(" ").children(badge(text.from))
}
