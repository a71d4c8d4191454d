//! Choosing a service type to start from.

use leptos::prelude::*;

use crate::{
    app::Session,
    core::catalog::ServiceType,
    ui::{
        browser,
        components::{Badge, When, memo},
        i18n::{fill, model as words, pick},
        route::{ModelPart, Page, Route},
    },
};

/// The choice.
#[component]
pub fn Start() -> impl IntoView {
    let t = words::words();
    let session = expect_context::<Session>();
    let roles = Route::page(&session.id(), Page::Model(ModelPart::Roles)).href();
    view! {
        <section>
            <h2>{t.start_title}</h2>
            <p>{t.start_lead}</p>
            <ul class="types">
                {session.catalog().types.into_iter().map(|s| view! { <Choice service_type=s /> }).collect_view()}
            </ul>
            <p><a href=roles>{t.start_skip}</a></p>
        </section>
    }
}

#[component]
fn Choice(service_type: &'static ServiceType) -> impl IntoView {
    let t = words::words();
    let session = expect_context::<Session>();
    let name = pick(&service_type.name);
    let chosen = memo(move || session.model.with(|m| m.service_type == Some(service_type.id)));
    let choose = move |_| {
        let model = session.model.get_untracked();
        session.app.start_from(&session.id(), service_type.id.0, &model);
        browser::go(&Route::page(&session.id(), Page::Model(ModelPart::Roles)));
    };
    view! {
        <li class="type" class:chosen=Signal::derive(move || chosen.get())>
            <h3>
                {name}
                <When is=move || chosen.get()>
                    <span class="mark">"✓ " {t.start_chosen}</span>
                </When>
            </h3>
            <p>{pick(&service_type.about)} " " <Badge from=service_type.about.from /></p>
            <button
                type="button"
                class="secondary"
                aria-label=fill(t.start_use_of, &[&name])
                on:click=choose
            >
                {t.start_use}
            </button>
        </li>
    }
}
