//! The list of assessments; on the first visit, how to begin.

mod row;
mod shelves;

use leptos::{html::Input, prelude::*};

use crate::{
    app::AppState,
    ui::{
        browser,
        components::{live, memo},
        i18n::{common, home as words},
        route::{ModelPart, Page, Route},
    },
};

/// The page.
#[component]
pub fn Home() -> impl IntoView {
    let t = words::words();
    let app = expect_context::<AppState>();
    let empty = memo(move || app.assessments().with(std::collections::BTreeMap::is_empty));
    view! {
        <main id="main" class="page" tabindex="-1">
            {live(move || {
                if empty.get() {
                    view! {
                        <h1 id="title" tabindex="-1">{t.first_title}</h1>
                        <p class="lead">{t.first_lead}</p>
                        <p class="lead private">{t.first_private}</p>
                    }
                        .into_any()
                } else {
                    view! {
                        <h1 id="title" tabindex="-1">{t.title}</h1>
                        <row::Table />
                    }
                        .into_any()
                }
            })}
            <Ways first=empty />
            <shelves::UnreadableRecords />
            <shelves::Bin />
        </main>
    }
}

/// The ways to begin.
#[component]
fn Ways(first: Memo<bool>) -> impl IntoView {
    let (t, c) = (words::words(), common::words());
    view! {
        <div class="ways" class:first=Signal::derive(move || first.get())>
            <section class="way">
                <h2>{t.new}</h2>
                <p>{t.new_hint}</p>
                <NewForm />
            </section>
            <section class="way">
                <h2>{c.open_file}</h2>
                <p>{t.open_hint}</p>
                <OpenButton />
            </section>
            <section class="way">
                <h2>{t.see_catalog}</h2>
                <p>{t.catalog_hint}</p>
                <p><a class="button secondary" href=Route::Catalog.href()>{t.see_catalog}</a></p>
            </section>
        </div>
    }
}

#[component]
fn NewForm() -> impl IntoView {
    let t = words::words();
    let app = expect_context::<AppState>();
    let name = NodeRef::<Input>::new();
    let create = move |ev: leptos::ev::SubmitEvent| {
        ev.prevent_default();
        let given = name.get_untracked().map(|n| n.value()).unwrap_or_default();
        let given = given.trim();
        let id = app.create(if given.is_empty() { t.new_default } else { given });
        browser::go(&Route::page(&id, Page::Model(ModelPart::Start)));
    };
    view! {
        <form class="new-form" on:submit=create>
            <label class="field">
                <span class="label">{t.new_name}</span>
                <input node_ref=name type="text" maxlength="200" autocomplete="off" placeholder=t.new_placeholder />
            </label>
            <button type="submit" class="primary">{t.create}</button>
        </form>
    }
}

/// A button that opens the browser's choice of files.
#[component]
fn OpenButton() -> impl IntoView {
    let c = common::words();
    let app = expect_context::<AppState>();
    let chosen = move |ev: leptos::ev::Event| {
        let input = event_target::<web_sys::HtmlInputElement>(&ev);
        if let Some(file) = input.files().and_then(|f| f.get(0)) {
            browser::read_file(app, &file);
        }
        // So that choosing the same file again is a change again.
        input.set_value("");
    };
    view! {
        <label class="button secondary file-button">
            {c.open_file}
            <input type="file" class="sr-only" accept=".json,application/json" on:change=chosen />
        </label>
    }
}
