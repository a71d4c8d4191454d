//! A file on its way in: what is in it, what would change, and what to do with it.

use leptos::{html::Dialog, prelude::*};

use crate::{
    app::{AppState, Incoming, IncomingKind},
    core::{
        assessment::{AssessmentId, Change, paths},
        model::{Model, project},
    },
    ui::{
        browser,
        components::live,
        field_names,
        i18n::{common, fill, shell},
        route::{Page, Route},
    },
};

/// How many changed fields are listed.
const LISTED: usize = 50;

/// The dialogue; open while a file waits.
#[component]
pub fn IncomingDialog() -> impl IntoView {
    let app = expect_context::<AppState>();
    let dialog = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        let waiting = app.incoming().with(Option::is_some);
        if let Some(dialog) = dialog.get() {
            match waiting {
                // It can only fail where it is open already.
                true if !dialog.open() => drop(dialog.show_modal()),
                false => dialog.close(),
                true => {}
            }
        }
    });
    view! {
        <dialog node_ref=dialog aria-labelledby="incoming-title" on:close=move |_| app.decline_incoming()>
            {live(move || app.incoming().get().map(|i| view! { <Contents incoming=i /> }))}
        </dialog>
    }
}

#[component]
fn Contents(incoming: Incoming) -> impl IntoView {
    let (t, c) = (shell::words(), common::words());
    let app = expect_context::<AppState>();
    let name = incoming.assessment.text(&paths::name()).to_owned();
    let shown = if name.is_empty() { c.unnamed.to_owned() } else { name.clone() };
    let changed = incoming.assessment.last_change().map(|s| app.show_time(s.ms())).unwrap_or_default();
    let go = |id: Option<AssessmentId>| {
        if let Some(id) = id {
            browser::go(&Route::page(&id, Page::Overview));
        }
    };
    let copy_name = fill(t.copy_name, &[&shown]);
    let model = project(&incoming.assessment, app.catalog());
    let known = !matches!(incoming.kind, IncomingKind::New);
    view! {
        <h2 id="incoming-title">{t.incoming_title}</h2>
        <dl class="facts">
            <dt>{t.incoming_file}</dt>
            <dd>{incoming.file}</dd>
            <dt>{crate::ui::i18n::overview::words().name}</dt>
            <dd>{shown}</dd>
            <dt>{t.incoming_fields}</dt>
            <dd>{incoming.assessment.fields().len()}</dd>
            <dt>{t.incoming_changed}</dt>
            <dd>{changed}</dd>
        </dl>
        {match incoming.kind {
            IncomingKind::New => view! { <p>{t.incoming_new}</p> }.into_any(),
            IncomingKind::Same => view! { <p>{t.incoming_same}</p> }.into_any(),
            IncomingKind::Known(changes) => view! { <Changes changes=changes model=model /> }.into_any(),
        }}
        {(!incoming.same_catalog).then(|| view! { <p class="warning">{t.incoming_catalog}</p> })}
        <div class="buttons">
            <button type="button" class="primary" on:click=move |_| go(app.accept_incoming())>
                {if known { t.take_merge } else { t.take_new }}
            </button>
            {known
                .then(|| {
                    view! {
                        <button
                            type="button"
                            class="secondary"
                            on:click=move |_| go(app.accept_incoming_as_copy(&copy_name))
                        >
                            {t.take_copy}
                        </button>
                    }
                })}
            <button type="button" class="quiet" on:click=move |_| app.decline_incoming()>{c.cancel}</button>
        </div>
    }
}

#[component]
fn Changes(changes: Vec<Change>, model: Model) -> impl IntoView {
    let t = shell::words();
    let catalog = expect_context::<AppState>().catalog();
    if changes.is_empty() {
        return view! { <p>{t.incoming_older}</p> }.into_any();
    }
    let conflicts = changes.iter().filter(|c| c.conflict).count();
    let more = changes.len().saturating_sub(LISTED);
    let rows = changes.iter().take(LISTED).map(|c| {
        view! {
            <tr class:conflict=c.conflict>
                <th scope="row">{field_names::name(catalog, &model, &c.path)}</th>
                <td>{field_names::value(catalog, &c.path, c.before.as_ref())}</td>
                <td>{field_names::value(catalog, &c.path, c.after.as_ref())}</td>
            </tr>
        }
    });
    view! {
        <p>{fill(t.incoming_changes, &[&changes.len(), &conflicts])}</p>
        <details>
            <summary>{t.incoming_show}</summary>
            <div class="scroll" tabindex="0" role="region" aria-label=t.incoming_show>
                <table class="changes">
                    <thead>
                        <tr>
                            <th scope="col">{t.field}</th>
                            <th scope="col">{t.before}</th>
                            <th scope="col">{t.after}</th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
                {(more > 0).then(|| view! { <p>{fill(t.more, &[&more])}</p> })}
            </div>
        </details>
    }
    .into_any()
}
