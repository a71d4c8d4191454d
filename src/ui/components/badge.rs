//! The mark that says where a text comes from.

use super::el::{El, html};
use crate::{
    core::{
        catalog::{CATALOG, Provenance, Text},
        report::ProvenanceKind,
    },
    ui::{
        i18n::{common, fill, lang, pick},
        route::{Route, Site},
    },
};

/// What a kind of provenance is called.
#[must_use]
pub fn provenance_word(kind: ProvenanceKind) -> &'static str {
    let t = common::words();
    match kind {
        ProvenanceKind::Quoted => t.quoted,
        ProvenanceKind::Cited => t.cited,
        ProvenanceKind::Unverified => t.unverified,
        ProvenanceKind::Original => t.original,
        ProvenanceKind::Supplied => t.supplied,
    }
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

/// The provenance badge: a word, an explanation, and a link to what it means.
#[must_use]
pub fn badge(from: Provenance) -> El {
    let at = match from {
        Provenance::Cited(id) => format!("source-{id}"),
        _ => "provenance".to_owned(),
    };
    dressed(html::a().attr("href", Route::Site(Site::About, Some(at)).href()), from)
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
    into.child(html::span().class("text").text(pick(&text))).text(" ").child(badge(text.from))
}
