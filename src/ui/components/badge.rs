//! The mark that says where a text comes from.

use leptos::prelude::*;

use crate::{
    core::catalog::{CATALOG, Provenance, Text},
    ui::{
        i18n::{common, fill, lang, pick},
        route::Route,
    },
};

/// The provenance badge: a word, an explanation, and a link to what it means.
#[component]
pub fn Badge(
    /// Where the text comes from.
    from: Provenance,
) -> impl IntoView {
    let t = common::words();
    let english = lang().is_english();
    let (class, word, tip) = match from {
        Provenance::Quoted(line) => {
            let passage = CATALOG.passage(line).map(|p| pick(&p.title)).unwrap_or_default();
            let (word, tip) =
                if english { (t.quoted_translated, t.quoted_translated_tip) } else { (t.quoted, t.quoted_tip) };
            ("quoted", word, fill(tip, &[&line, &passage]))
        }
        Provenance::Cited(id) => {
            let source = CATALOG.source(id.0).map(|s| pick(&s.title)).unwrap_or(id.0);
            ("cited", t.cited, fill(t.cited_tip, &[&source]))
        }
        Provenance::Unverified(percent) => ("unverified", t.unverified, fill(t.unverified_tip, &[&percent])),
        Provenance::Original => ("original", t.original, t.original_tip.to_owned()),
        Provenance::Supplied => ("supplied", t.supplied, t.supplied_tip.to_owned()),
    };
    let at = match from {
        Provenance::Cited(id) => format!("source-{id}"),
        _ => "provenance".to_owned(),
    };
    view! {
        <a class=format!("badge badge-{class}") href=Route::About(Some(at)).href() title=tip>
            {word}
        </a>
    }
}

/// A catalogue text with its badge.
#[component]
pub fn TextView(
    /// The text.
    text: Text,
) -> impl IntoView {
    view! {
        <span class="text">{pick(&text)}</span>
        " "
        <Badge from=text.from />
    }
}
