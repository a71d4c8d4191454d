//! About the tool: what it does, what the marks mean, where data are, sources, keys.

use leptos::prelude::*;

use crate::{
    app::AppState,
    core::catalog::Source,
    ui::{
        components::{
            TextKind,
            el::{El, el},
            page, text_field, title, with_badge,
        },
        i18n::{about as words, common, fill, pick},
    },
};

/// The page.
#[must_use]
pub fn about() -> El {
    let t = words::words();
    let app = expect_context::<AppState>();
    let catalog = app.catalog();
    let section = |page: El, name: &'static str, texts: &[&'static str]| {
        page.child(el("h2").text(name)).children(texts.iter().map(|text| el("p").text(*text)))
    };
    let main = page("page narrow prose").child(title().text(t.title));
    let main = marks(section(main, t.what, &[t.what_1, t.what_2, t.what_3]));
    let main = section(main, t.data, &[t.data_1, t.data_2, t.data_3]);
    let main = keys(section(main, t.settings, &[]).child(person(app)));
    let main = main
        .child(el("h2").text(t.source))
        .child(with_badge(el("p"), catalog.edition.name))
        .children([t.source_1, t.source_2, t.source_3].map(|text| el("p").text(text)))
        .child(el("h3").text(t.sources))
        .child(el("ul").class("sources").children(catalog.sources.into_iter().map(source)));
    let version = fill(t.version, &[&env!("CARGO_PKG_VERSION")]);
    let digest = fill(t.catalog_version, &[&catalog.edition.id, &app.catalog_digest()]);
    section(main, t.licence, &[t.licence_1])
        .child(el("p").class("about").text(version))
        .child(el("p").class("about digest").text(digest))
}

fn source(source: &Source) -> El {
    el("li")
        .attr("id", format!("source-{}", source.id))
        .attr("tabindex", "-1")
        .text(pick(&source.title))
        .child(el("br"))
        .child(el("span").class("url").text(source.url))
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
    let list = marks.into_iter().fold(el("dl").class("marks"), |list, (class, word, meaning)| {
        list.child(el("dt").child(el("span").class(class).text(word))).child(el("dd").text(meaning))
    });
    page.child(el("h2").attr("id", "provenance").attr("tabindex", "-1").text(t.provenance))
        .child(el("p").text(t.provenance_lead))
        .child(list)
}

fn person(app: AppState) -> El {
    let value = Signal::derive(move || app.settings().with(|s| s.person.clone()));
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
        ("Esc", t.key_esc),
    ];
    let list = keys.into_iter().fold(el("dl").class("keys"), |list, (key, what)| {
        list.child(el("dt").child(el("kbd").text(key))).child(el("dd").text(what))
    });
    page.child(el("h2").attr("id", "keyboard").attr("tabindex", "-1").text(t.keyboard)).child(list)
}
