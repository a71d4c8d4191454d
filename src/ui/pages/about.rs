//! About the tool: what it does, what the marks mean, where data are, sources, keys.

use leptos::prelude::*;

use crate::{
    app::AppState,
    core::catalog::DIGEST,
    ui::{
        components::{TextField, TextView},
        i18n::{about as words, common, fill, pick},
    },
};

/// The page.
#[component]
pub fn About() -> impl IntoView {
    let t = words::words();
    let app = expect_context::<AppState>();
    let catalog = app.catalog();
    view! {
        <main id="main" class="page narrow prose" tabindex="-1">
            <h1 id="title" tabindex="-1">{t.title}</h1>
            <h2>{t.what}</h2>
            <p>{t.what_1}</p>
            <p>{t.what_2}</p>
            <p>{t.what_3}</p>
            <Marks />
            <h2>{t.data}</h2>
            <p>{t.data_1}</p>
            <p>{t.data_2}</p>
            <p>{t.data_3}</p>
            <h2>{t.settings}</h2>
            <Person />
            <Keys />
            <h2>{t.source}</h2>
            <p><TextView text=catalog.edition.name /></p>
            <p>{t.source_1}</p>
            <p>{t.source_2}</p>
            <p>{t.source_3}</p>
            <h3>{t.sources}</h3>
            <ul class="sources">
                {catalog
                    .sources
                    .into_iter()
                    .map(|s| {
                        view! {
                            <li id=format!("source-{}", s.id) tabindex="-1">
                                {pick(&s.title)} <br/> <span class="url">{s.url}</span>
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
            <h2>{t.licence}</h2>
            <p>{t.licence_1}</p>
            <p class="about">{fill(t.version, &[&env!("CARGO_PKG_VERSION")])}</p>
            <p class="about digest">{fill(t.catalog_version, &[&catalog.edition.id, &DIGEST])}</p>
        </main>
    }
}

#[component]
fn Marks() -> impl IntoView {
    let (t, c) = (words::words(), common::words());
    let marks = [
        ("quoted", c.quoted, t.quoted),
        ("cited", c.cited, t.cited),
        ("unverified", c.unverified, t.unverified),
        ("original", c.original, t.original),
        ("supplied", c.supplied, t.supplied),
    ];
    view! {
        <h2 id="provenance" tabindex="-1">{t.provenance}</h2>
        <p>{t.provenance_lead}</p>
        <dl class="marks">
            {marks
                .map(|(class, word, meaning)| {
                    view! {
                        <dt><span class=format!("badge badge-{class}")>{word}</span></dt>
                        <dd>{meaning}</dd>
                    }
                })
                .collect_view()}
        </dl>
    }
}

#[component]
fn Person() -> impl IntoView {
    let t = words::words();
    let app = expect_context::<AppState>();
    let value = Signal::derive(move || app.settings().with(|s| s.person.clone()));
    let commit = Callback::new(move |person: String| app.set_settings(|s| s.person = person));
    view! { <TextField label=t.person value=value commit=commit /> }
}

#[component]
fn Keys() -> impl IntoView {
    let t = words::words();
    let keys = [
        ("Tab", t.key_tab),
        ("← → ↑ ↓", t.key_arrows),
        ("Space", t.key_space),
        ("Ctrl / ⌘ + Z", t.key_undo),
        ("Ctrl / ⌘ + Shift + Z", t.key_redo),
        ("Ctrl / ⌘ + S", t.key_save),
        ("Esc", t.key_esc),
    ];
    view! {
        <h2 id="keyboard" tabindex="-1">{t.keyboard}</h2>
        <dl class="keys">
            {keys.map(|(key, what)| view! { <dt><kbd>{key}</kbd></dt> <dd>{what}</dd> }).collect_view()}
        </dl>
    }
}
