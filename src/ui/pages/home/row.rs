//! The table of assessments.

use leptos::{html::Input, prelude::*};

use crate::{
    app::{AppState, Session},
    core::{
        assessment::{AssessmentId, Edit, paths},
        report::{Progress, Share},
    },
    ui::{
        browser,
        components::{Meter, each, live, memo},
        i18n::{common, fill, home as words},
        route::{Page, Route},
    },
};

/// All assessments, the last changed first.
#[component]
pub fn Table() -> impl IntoView {
    let t = words::words();
    let app = expect_context::<AppState>();
    let ids = memo(move || {
        app.assessments().with(|all| {
            let mut ids: Vec<_> = all.values().map(|a| (a.last_change(), a.id().clone())).collect();
            ids.sort_unstable_by(|a, b| b.cmp(a));
            ids.into_iter().map(|(_, id)| id).collect::<Vec<_>>()
        })
    });
    view! {
        <table class="list assessments">
            <thead>
                <tr>
                    <th scope="col">{t.col_name}</th>
                    <th scope="col">{t.col_progress}</th>
                    <th scope="col">{t.col_changed}</th>
                    <th scope="col">{t.col_file}</th>
                    <th scope="col">{t.col_actions}</th>
                </tr>
            </thead>
            <tbody>
                {each(move || ids.get(), ToString::to_string, move |id| view! { <Row id=id /> })}
            </tbody>
        </table>
    }
}

#[component]
fn Row(id: AssessmentId) -> impl IntoView {
    let (t, c) = (words::words(), common::words());
    let app = expect_context::<AppState>();
    let session = Session::new(app, id);
    let renaming = RwSignal::new(false);
    let name = memo(move || {
        let name = session.text(&paths::name());
        if name.is_empty() { c.unnamed.to_owned() } else { name }
    });
    let changed = move || {
        let last = session.assessment.with(|a| a.as_ref().and_then(|a| a.last_change()));
        last.map(|s| app.show_time(s.ms())).unwrap_or_default()
    };
    let file = move || match app.file_mark(&session.id()) {
        None => t.never.to_owned(),
        Some((mark, false)) => app.show_time(mark.at_ms),
        Some((mark, true)) => fill(c.file_at_changed, &[&app.show_time(mark.at_ms)]),
    };
    let meter = move |label, of: fn(Progress) -> Share| {
        let share = Signal::derive(move || of(session.progress.get()));
        view! {
            <span class="mini-step">
                <span class="mini-label" aria-hidden="true">{label}</span>
                <Meter share=share label=label />
            </span>
        }
    };
    view! {
        <tr>
            <th scope="row" data-label=t.col_name>
                {live(move || {
                    if renaming.get() {
                        view! { <Rename session=session renaming=renaming /> }.into_any()
                    } else {
                        view! { <a href=Route::page(&session.id(), Page::Overview).href()>{name}</a> }.into_any()
                    }
                })}
            </th>
            <td data-label=t.col_progress>
                <div class="mini-steps">
                    {meter(c.step_model, |p| p.model)} {meter(c.step_risks, |p| p.risks)}
                    {meter(c.step_measures, |p| p.actions)}
                </div>
            </td>
            <td data-label=t.col_changed>{changed}</td>
            <td data-label=t.col_file>{file}</td>
            <td data-label=t.col_actions>
                <Actions session=session name=name renaming=renaming />
            </td>
        </tr>
    }
}

#[component]
fn Actions(session: Session, name: Memo<String>, renaming: RwSignal<bool>) -> impl IntoView {
    let (t, c) = (words::words(), common::words());
    let app = session.app;
    let failed = RwSignal::new(None::<&'static str>);
    let duplicate = move |_| {
        app.duplicate(&session.id(), &fill(t.duplicate_name, &[&name.get_untracked()]));
    };
    let delete = move |_| {
        if let Err(e) = app.delete(&session.id()) {
            failed.set(Some(crate::ui::i18n::problems::storage_error(e)));
        } else {
            // The row is gone, and the focus with it.
            browser::focus_title();
        }
    };
    let label = move |template: &'static str| move || fill(template, &[&name.get()]);
    view! {
        <div class="row-actions">
            <button type="button" class="quiet" aria-label=label(t.rename_of) on:click=move |_| renaming.set(true)>
                {t.rename}
            </button>
            <button type="button" class="quiet" aria-label=label(t.duplicate_of) on:click=duplicate>
                {t.duplicate}
            </button>
            <button
                type="button"
                class="quiet"
                aria-label=label(t.save_of)
                on:click=move |_| app.save_to_file(&session.id())
            >
                {c.save_file}
            </button>
            <button type="button" class="quiet danger" aria-label=label(t.delete_of) on:click=delete>
                {c.delete}
            </button>
        </div>
        {live(move || failed.get().map(|why| view! { <p class="warning" role="alert">{why}</p> }))}
    }
}

/// Renaming in place: Enter or leaving the field commits, Escape leaves the name.
#[component]
fn Rename(session: Session, renaming: RwSignal<bool>) -> impl IntoView {
    let t = words::words();
    let input = NodeRef::<Input>::new();
    let before = session.assessment.with_untracked(|a| a.as_ref().map(|a| a.text(&paths::name()).to_owned()));
    let before = StoredValue::new(before.unwrap_or_default());
    let commit = move || {
        let Some(given) = input.get_untracked().map(|i| i.value()) else { return };
        let given = given.trim().to_owned();
        if !given.is_empty() && before.with_value(|b| *b != given) {
            session.edit(Edit::text(paths::name(), given));
        }
        renaming.set(false);
    };
    let keys = move |ev: leptos::ev::KeyboardEvent| match ev.key().as_str() {
        // While an input method is composing, Enter belongs to it.
        "Enter" if !ev.is_composing() => commit(),
        "Escape" => renaming.set(false),
        _ => {}
    };
    Effect::new(move |_| {
        if let Some(input) = input.get() {
            let _ = input.focus();
            input.select();
        }
    });
    view! {
        <input
            node_ref=input
            type="text"
            class="rename"
            maxlength="200"
            aria-label=t.rename_label
            prop:value=before.get_value()
            on:keydown=keys
            on:change=move |_| commit()
            on:blur=move |_| {
                if renaming.try_get_untracked() == Some(true) {
                    commit();
                }
            }
        />
    }
}
