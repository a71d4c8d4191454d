//! An entry as a citation to copy, honest about whose words they are.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::{
    app::AppState,
    core::catalog::{Catalog, Content, Entry, Provenance},
    ui::{
        browser,
        components::{
            button,
            el::{El, Handle, html},
            provenance,
        },
        i18n::{catalog as words, fill, pick},
    },
};

/// The citation: id, title and text, each with where it comes from; the catalogue; the address.
fn words_of(
    catalog: &'static Catalog,
    digest: &str,
    entry: &Entry,
    supplied_by: Option<String>,
    address: &str,
) -> String {
    let t = words::words();
    let from = |from: Provenance| {
        let (word, tip) = provenance(from);
        format!("[{word}: {}]", tip.trim_end_matches('。'))
    };
    let mut lines = vec![format!("{} {} {}", entry.id, pick(&entry.title), from(entry.title.from))];
    let facts = catalog.facts(entry);
    let text = facts.iter().find_map(|f| match (f.field.as_str(), &f.content) {
        ("statement" | "about" | "why", Content::Text(text)) => Some(text),
        _ => None,
    });
    if let Some(text) = text {
        lines.push(format!("{} {}", pick(text), from(text.from)));
    }
    lines.push(fill(t.cite_edition, &[&pick(&catalog.edition.name), &catalog.edition.published]));
    if let Some(pack) = supplied_by {
        lines.push(fill(t.cite_pack, &[&pack]));
    }
    let digest = digest.get(..12).unwrap_or(digest);
    lines.push(fill(t.cite_tool, &[&env!("CARGO_PKG_VERSION"), &digest]));
    lines.push(address.to_owned());
    lines.join("\n")
}

/// The citation of an entry, with a button that copies it.
#[must_use]
pub fn citation(app: AppState, entry: &Entry) -> El {
    let t = words::words();
    let text = words_of(app.catalog(), &app.catalog_digest(), entry, supplied_by(app, entry), &browser::address());
    let told = RwSignal::new("");
    let area = Handle::new();
    let copy = move || {
        let area = area.get_untracked().and_then(|area| area.dyn_into::<web_sys::HtmlTextAreaElement>().ok());
        let copied = area.is_some_and(|area| {
            area.select();
            browser::copy_selection()
        });
        told.set(if copied { t.copied } else { t.not_copied });
    };
    let area =
        html::textarea().attr("readonly", "").attr("rows", "6").attr("aria-label", t.cite).handle(area).text(text);
    html::details().class("cite").child(html::summary().text(t.cite)).child(area).child(
        html::p()
            .child(button("secondary", t.copy).click(copy))
            .text(" ")
            .child(html::span().attr("role", "status").live_text(move || told.get().to_owned())),
    )
}

/// The pack that an entry has something from.
fn supplied_by(app: AppState, entry: &Entry) -> Option<String> {
    let supplied = app.catalog().facts(entry).iter().any(|f| f.from == Provenance::Supplied);
    let pack = app.kept_pack().with_untracked(|kept| kept.as_ref()?.pack.clone()).filter(|_| supplied)?;
    Some(if pack.edition.is_empty() { pack.name.clone() } else { format!("{} ({})", pack.name, pack.edition) })
}
