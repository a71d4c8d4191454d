//! What an assessment is about, how far it is, and what to do next.

use leptos::prelude::*;

use crate::{
    app::Session,
    core::{
        assessment::{Edit, Path, paths},
        catalog::DIGEST,
        extract::Truth,
        report::{Progress, Share},
    },
    ui::{
        components::{Meter, TextField, TextKind, When, live, memo},
        i18n::{common, overview as words},
        route::{ModelPart, Page, Route},
    },
};

/// The page.
#[component]
pub fn Overview() -> impl IntoView {
    let (t, c) = (words::words(), common::words());
    let session = expect_context::<Session>();
    let name = memo(move || {
        let name = session.text(&paths::name());
        if name.is_empty() { c.unnamed.to_owned() } else { name }
    });
    view! {
        <h1 id="title" tabindex="-1">{name}</h1>
        <p class="lead">{t.lead}</p>
        <OtherCatalog />
        <Next />
        <section>
            <h2>{t.steps}</h2>
            <ol class="steps">
                <Step number="1" label=c.step_model about=t.model_about page=Page::Model(ModelPart::Start) of=|p| p.model />
                <Step number="2" label=c.step_risks about=t.risks_about page=Page::Risks of=|p| p.risks />
                <Step number="3" label=c.step_measures about=t.measures_about page=Page::Measures of=|p| p.actions />
            </ol>
        </section>
        <section>
            <h2>{t.about}</h2>
            <div class="form">
                <Meta label=t.name path=paths::name() />
                <Meta label=t.service path=paths::meta("service") hint=t.service_hint />
                <Meta label=t.organization path=paths::meta("organization") />
                <Meta label=t.assessor path=paths::meta("assessor") />
                <Meta label=t.note path=paths::meta("note") hint=t.note_hint kind=TextKind::Lines />
            </div>
        </section>
    }
}

#[component]
fn Meta(
    label: &'static str,
    path: Path,
    #[prop(default = "")] hint: &'static str,
    #[prop(default = TextKind::Line)] kind: TextKind,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let value = session.watch(path.clone());
    let commit = Callback::new(move |text: String| session.edit(Edit::text(path.clone(), text)));
    view! { <TextField label=label value=value commit=commit kind=kind placeholder=hint /> }
}

#[component]
fn Step(
    number: &'static str,
    label: &'static str,
    about: &'static str,
    page: Page,
    of: fn(Progress) -> Share,
) -> impl IntoView {
    let t = words::words();
    let session = expect_context::<Session>();
    let share = Signal::derive(move || of(session.progress.get()));
    let verb = move || match share.get() {
        s if s.complete() => t.look,
        Share { done: 0, .. } => t.begin,
        _ => t.go_on,
    };
    view! {
        <li class="step">
            <span class="step-number" aria-hidden="true">{number}</span>
            <div>
                <h3>{label}</h3>
                <p>{about}</p>
                <Meter share=share label=label />
            </div>
            <a class="button secondary" href=Route::page(&session.id(), page).href()>
                {verb}
                <span class="sr-only">": " {label}</span>
            </a>
        </li>
    }
}

/// The one thing to do next.
#[component]
fn Next() -> impl IntoView {
    let t = words::words();
    let session = expect_context::<Session>();
    let next = memo(move || {
        let p = session.progress.get();
        let (open, applies) = session.extraction.with(|e| (e.count(Truth::Unknown), e.count(Truth::True)));
        if p.model.done == 0 {
            Some((t.next_model, Page::Model(ModelPart::Start)))
        } else if open > 0 {
            Some((t.next_open, Page::Risks))
        } else if p.risks.done < applies {
            Some((t.next_decide, Page::Risks))
        } else if !p.actions.complete() && p.actions.of > 0 {
            Some((t.next_actions, Page::Measures))
        } else {
            None
        }
    });
    view! {
        <section class="next" aria-label=t.next>
            <p class="next-label">{t.next}</p>
            {live(move || match next.get() {
                Some((label, page)) => {
                    view! { <a class="button primary" href=Route::page(&session.id(), page).href()>{label}</a> }.into_any()
                }
                None => view! { <p>{t.next_none}</p> }.into_any(),
            })}
        </section>
    }
}

#[component]
fn OtherCatalog() -> impl IntoView {
    let t = words::words();
    let session = expect_context::<Session>();
    let other = memo(move || session.assessment.with(|a| a.as_ref().is_some_and(|a| a.catalog().digest != DIGEST)));
    view! {
        <When is=move || other.get()>
            <div class="banner warning">
                <p>{t.other_catalog}</p>
                <button type="button" class="secondary" on:click=move |_| session.app.adopt_catalog(&session.id())>
                    {t.adopt}
                </button>
            </div>
        </When>
    }
}
