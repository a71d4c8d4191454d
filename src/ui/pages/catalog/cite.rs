//! An entry as a citation to copy, honest about whose words they are.

use leptos::{html::Textarea, prelude::*};

use crate::{
    app::AppState,
    core::catalog::{Catalog, Content, Entry, Provenance},
    ui::{
        browser,
        components::{live, provenance},
        i18n::{catalog as words, fill, pick},
    },
};

/// The citation: id, title and text, each with where it comes from; the catalogue; the address.
fn citation(catalog: &'static Catalog, digest: &str, entry: &Entry, address: &str) -> String {
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
    let digest = digest.get(..12).unwrap_or(digest);
    lines.push(fill(t.cite_tool, &[&env!("CARGO_PKG_VERSION"), &digest]));
    lines.push(address.to_owned());
    lines.join("\n")
}

/// The citation of an entry, with a button that copies it.
#[component]
pub fn Citation(entry: Entry) -> impl IntoView {
    let t = words::words();
    let app = expect_context::<AppState>();
    let text = citation(app.catalog(), &app.catalog_digest(), &entry, &browser::address());
    let area = NodeRef::<Textarea>::new();
    let told = RwSignal::new("");
    let copy = move |_| {
        let copied = area.get_untracked().is_some_and(|area| {
            area.select();
            browser::copy_selection()
        });
        told.set(if copied { t.copied } else { t.not_copied });
    };
    view! {
        <details class="cite">
            <summary>{t.cite}</summary>
            <textarea node_ref=area readonly rows="6" aria-label=t.cite>
                {text}
            </textarea>
            <p>
                <button type="button" class="secondary" on:click=copy>{t.copy}</button>
                " "
                <span role="status">{live(move || told.get())}</span>
            </p>
        </details>
    }
}
