//! The bar at the top: where one is, whether it is saved, language and colours.

use leptos::prelude::*;

use crate::{
    app::{AppState, Locale, SaveState, Theme},
    core::assessment::{AssessmentId, paths},
    ui::{
        components::{live, memo},
        i18n::{common, fill, lang, problems},
        route::{Page, Route},
    },
};

/// The top bar.
#[component]
pub fn Topbar(route: ReadSignal<Route>) -> impl IntoView {
    let t = common::words();
    let app = expect_context::<AppState>();
    let open = memo(move || match route.get() {
        Route::Assessment(id, ..) if app.assessments().with(|a| a.contains_key(&id)) => Some(id),
        _ => None,
    });
    let current = move |is: fn(&Route) -> bool| move || route.with(is).then_some("page");
    view! {
        <header class="topbar">
            <a class="brand" href=Route::Home.href()>
                <span class="brand-mark" aria-hidden="true">"点"</span>
                <span class="brand-name">{t.product}</span>
            </a>
            {live(move || open.get().map(|id| view! { <OpenAssessment id=id /> }))}
            <nav class="places" aria-label=t.nav_main>
                <a href=Route::Home.href() aria-current=current(|r| matches!(r, Route::Home))>{t.home}</a>
                <a
                    href=Route::Catalog.href()
                    aria-current=current(|r| matches!(r, Route::Catalog | Route::Entry(..)))
                >
                    {t.catalog}
                </a>
                <a href=Route::About(None).href() aria-current=current(|r| matches!(r, Route::About(_)))>{t.about}</a>
            </nav>
            <div class="preferences">
                <LanguageButton />
                <ThemeSelect />
            </div>
        </header>
        <StorageFailure />
    }
}

#[component]
fn OpenAssessment(id: AssessmentId) -> impl IntoView {
    let t = common::words();
    let app = expect_context::<AppState>();
    let id = StoredValue::new(id);
    let name = move || {
        let name = app
            .assessments()
            .with(|a| id.with_value(|id| a.get(id).map(|a| a.text(&paths::name()).to_owned())).unwrap_or_default());
        if name.is_empty() { t.unnamed.to_owned() } else { name }
    };
    let saved = move || match id.with_value(|id| app.save_state(id)) {
        SaveState::Saved(Some(ms)) => fill(t.saved_at, &[&app.show_time(ms)]),
        SaveState::Saved(None) => t.saved.to_owned(),
        SaveState::Pending => t.saving.to_owned(),
        SaveState::Failed(_) => t.not_saved.to_owned(),
    };
    let failed = move || match id.with_value(|id| app.save_state(id)) {
        SaveState::Failed(e) => Some(problems::storage_error(e)),
        _ => None,
    };
    let file = move || match id.with_value(|id| app.file_mark(id)) {
        None => t.file_never.to_owned(),
        Some((mark, false)) => fill(t.file_at, &[&app.show_time(mark.at_ms)]),
        Some((mark, true)) => fill(t.file_at_changed, &[&app.show_time(mark.at_ms)]),
    };
    let save = move |_| id.with_value(|id| app.save_to_file(id));
    let turn = move || id.with_value(|id| app.can_turn(id));
    view! {
        <div class="open-assessment">
            <a class="open-name" href=id.with_value(|id| Route::page(id, Page::Overview).href())>{name}</a>
            <p class="save-state">
                <span class="saved">{saved}</span>
                <span class="saved-file">{file}</span>
            </p>
            <div class="open-actions">
                <button
                    type="button"
                    class="quiet"
                    disabled=Signal::derive(move || !turn().0)
                    on:click=move |_| id.with_value(|id| app.undo(id))
                >
                    {t.undo}
                </button>
                <button
                    type="button"
                    class="quiet"
                    disabled=Signal::derive(move || !turn().1)
                    on:click=move |_| id.with_value(|id| app.redo(id))
                >
                    {t.redo}
                </button>
                <button type="button" class="secondary" on:click=save>{t.save_file}</button>
            </div>
        </div>
        {live(move || {
            failed()
                .map(|why| {
                    view! {
                        <div class="save-failure" role="alert">
                            <p>{why}</p>
                            <button type="button" class="primary" on:click=save>{t.save_file_now}</button>
                        </div>
                    }
                })
        })}
    }
}

#[component]
fn StorageFailure() -> impl IntoView {
    let app = expect_context::<AppState>();
    move || {
        app.storage_failure()
            .get()
            .map(|e| view! { <p class="save-failure" role="alert">{problems::storage_error(e)}</p> })
    }
}

#[component]
fn LanguageButton() -> impl IntoView {
    let t = common::words();
    let app = expect_context::<AppState>();
    let other = if lang().is_english() { Locale::Ja } else { Locale::En };
    view! {
        <button
            type="button"
            class="quiet"
            lang=t.language_tag
            on:click=move |_| app.set_settings(|s| s.locale = Some(other))
        >
            {t.language}
        </button>
    }
}

#[component]
fn ThemeSelect() -> impl IntoView {
    let t = common::words();
    let app = expect_context::<AppState>();
    let label = move |theme| match theme {
        Theme::System => t.theme_system,
        Theme::Light => t.theme_light,
        Theme::Dark => t.theme_dark,
    };
    let choose = move |ev| {
        let word = event_target_value(&ev);
        if let Some(theme) = Theme::ALL.into_iter().find(|t| t.word() == word) {
            app.set_settings(|s| s.theme = theme);
        }
    };
    view! {
        <select aria-label=t.theme on:change=choose prop:value=Signal::derive(move || app.settings().with(|s| s.theme.word()))>
            {Theme::ALL
                .map(|theme| {
                    let chosen = move || app.settings().with(|s| s.theme == theme);
                    view! { <option value=theme.word() selected=chosen>{label(theme)}</option> }
                })
                .collect_view()}
        </select>
    }
}
