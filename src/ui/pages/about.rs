//! About the tool: what it does, what the marks mean, where data are, sources, keys.

use leptos::prelude::*;

use crate::{
    app::AppState,
    core::{catalog::Source, report::labels},
    ui::{
        components::{
            TextKind,
            el::{El, html},
            memo, page, text_field, title, with_badge,
        },
        i18n::{about as words, common, fill, pick, word},
    },
};

/// The page.
#[must_use]
pub fn about() -> El {
    let t = words::words();
    let app = expect_context::<AppState>();
    let catalog = app.catalog();
    let section = |page: El, name: &'static str, texts: &[&'static str]| {
        page.child(html::h2().text(name)).children(texts.iter().map(|text| html::p().text(*text)))
    };
    let main = page("page narrow prose").child(title().text(t.title));
    let main = marks(section(main, t.what, &[t.what_1, t.what_2, t.what_3]));
    let main = section(main, t.data, &[t.data_1, t.data_2, t.data_3]);
    let main = keys(section(main, t.settings, &[]).child(person(app)));
    let main = main
        .child(html::h2().text(t.source))
        .child(with_badge(html::p(), catalog.edition.name))
        .children([t.source_1, word(labels::NEWER), t.source_2, t.source_3].map(|text| html::p().text(text)))
        .child(html::h3().text(t.sources))
        .child(html::p().class("about").text(t.sources_lead))
        .child(html::ul().class("sources").children(catalog.sources.into_iter().map(source)));
    let version = fill(t.version, &[&env!("CARGO_PKG_VERSION")]);
    let digest = fill(t.catalog_version, &[&catalog.edition.id, &app.catalog_digest()]);
    section(main, t.licence, &[t.licence_1])
        .child(html::p().class("about").text(version))
        .child(html::p().class("about digest").text(digest))
}

fn source(source: &Source) -> El {
    html::li()
        .attr("id", format!("source-{}", source.id))
        .attr("tabindex", "-1")
        .text(pick(&source.title))
        .child(html::br())
        .child(html::span().class("url").text(source.url))
}

fn marks(page: El) -> El {
    let (t, c) = (words::words(), common::words());
    let marks = [
        ("badge badge-quoted", c.quoted, t.quoted),
        ("badge badge-cited", c.cited, t.cited),
        ("badge badge-unverified", c.unverified, t.unverified),
        ("badge badge-original", c.original, t.original),
        ("badge badge-supplied", c.supplied, t.supplied),
    ];
    let list = marks.into_iter().fold(html::dl().class("marks"), |list, (class, word, meaning)| {
        list.child(html::dt().child(html::span().class(class).text(word))).child(html::dd().text(meaning))
    });
    page.child(html::h2().attr("id", "provenance").attr("tabindex", "-1").text(t.provenance))
        .child(html::p().text(t.provenance_lead))
        .child(list)
}

fn person(app: AppState) -> El {
    let value = memo(move || app.settings().with(|s| s.person.clone()));
    let commit = Callback::new(move |person: String| app.set_settings(|s| s.person = person));
    text_field(TextKind::Line, words::words().person.to_owned(), String::new(), value, commit)
}

fn keys(page: El) -> El {
    let t = words::words();
    let keys = [
        ("Tab", t.key_tab),
        ("← → ↑ ↓", t.key_arrows),
        ("Space", t.key_space),
        ("Ctrl / ⌘ + Z", t.key_undo),
        ("Ctrl / ⌘ + Shift + Z", t.key_redo),
        ("Ctrl / ⌘ + S", t.key_save),
        ("Ctrl / ⌘ + K, /", t.key_search),
        ("n", t.key_next),
        ("Esc", t.key_esc),
    ];
    let list = keys.into_iter().fold(html::dl().class("keys"), |list, (key, what)| {
        list.child(html::dt().child(html::kbd().text(key))).child(html::dd().text(what))
    });
    page.child(html::h2().attr("id", "keyboard").attr("tabindex", "-1").text(t.keyboard)).child(list)
}
