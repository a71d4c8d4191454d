//! The bin, and records that cannot be read.

use leptos::prelude::*;

use crate::{
    app::AppState,
    core::assessment::{AssessmentId, paths},
    ui::components::{When, each, live, memo},
    ui::i18n::{common, fill, home as words, problems},
};

/// What was deleted and can be brought back.
#[component]
pub fn Bin() -> impl IntoView {
    let t = words::words();
    let app = expect_context::<AppState>();
    let items = memo(move || {
        app.bin().with(|b| {
            let name = |a: &crate::core::assessment::Assessment| a.text(&paths::name()).to_owned();
            b.iter().map(|a| (a.id().clone(), name(a))).collect::<Vec<_>>()
        })
    });
    view! {
        <When is=move || items.with(|i| !i.is_empty())>
            <details class="bin">
                <summary>{live(move || fill(t.bin, &[&items.with(Vec::len)]))}</summary>
                <p>{t.bin_hint}</p>
                <ul class="plain-list">
                    {each(move || items.get(), |(id, _)| id.to_string(), move |item| view! { <Binned id=item.0 name=item.1 /> })}
                </ul>
            </details>
        </When>
    }
}

#[component]
fn Binned(id: AssessmentId, name: String) -> impl IntoView {
    let (t, c) = (words::words(), common::words());
    let app = expect_context::<AppState>();
    let name = if name.is_empty() { c.unnamed.to_owned() } else { name };
    let forget = {
        let (id, question) = (id.clone(), fill(t.forget_sure, &[&name]));
        move |_| {
            if window().confirm_with_message(&question).unwrap_or_default() {
                app.forget(&id);
            }
        }
    };
    view! {
        <li>
            <span>{name.clone()}</span>
            <button
                type="button"
                class="secondary"
                aria-label=fill(t.restore_of, &[&name])
                on:click=move |_| app.restore(&id)
            >
                {t.restore}
            </button>
            <button type="button" class="quiet danger" aria-label=fill(t.forget_of, &[&name]) on:click=forget>
                {t.forget}
            </button>
        </li>
    }
}

/// What is kept here but cannot be read: left as it is, to be saved or deleted by the person.
#[component]
pub fn UnreadableRecords() -> impl IntoView {
    let (t, c) = (words::words(), common::words());
    let app = expect_context::<AppState>();
    let line = move |u: crate::app::Unreadable| {
        let (save, forget) = (u.key.clone(), u.key.clone());
        let question = fill(t.forget_sure, &[&u.key]);
        let forget = move |_| {
            if window().confirm_with_message(&question).unwrap_or_default() {
                app.forget_unreadable(&forget);
            }
        };
        view! {
            <li>
                <span>{u.key.clone()} ": " {problems::file_error(&u.error)}</span>
                <button type="button" class="secondary" on:click=move |_| app.save_unreadable(&save)>
                    {t.unreadable_save}
                </button>
                <button type="button" class="quiet danger" on:click=forget>{c.delete}</button>
            </li>
        }
    };
    view! {
        <When is=move || app.unreadable().with(|u| !u.is_empty())>
            <section class="box warning">
                <h2>{t.unreadable}</h2>
                <p>{t.unreadable_hint}</p>
                <ul class="plain-list">{live(move || app.unreadable().get().into_iter().map(line).collect_view())}</ul>
            </section>
        </When>
    }
}
