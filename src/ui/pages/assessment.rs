//! The frame of one assessment: its steps with progress, and the page among them.

use leptos::prelude::*;

use super::{Missing, conflicts::Conflicts, measures::Measures, model::ModelPage, overview::Overview, risks::Risks};
use crate::{
    app::{AppState, Session},
    core::{assessment::AssessmentId, report::Share},
    ui::{
        components::{Meter, When, live, memo},
        i18n::{common, conflicts, fill},
        route::{ModelPart, Page, Route},
    },
};

/// One assessment.
#[component]
pub fn AssessmentFrame(id: AssessmentId, route: ReadSignal<Route>) -> impl IntoView {
    let t = common::words();
    let session = Session::new(expect_context::<AppState>(), id);
    provide_context(session);
    let conflicts = memo(move || session.assessment.with(|a| a.as_ref().map_or(0, |a| a.conflicts().count())));
    let exists = memo(move || session.assessment.with(Option::is_some));
    let page = memo(move || match route.get() {
        Route::Assessment(_, page, _) => page,
        _ => Page::Overview,
    });
    move || {
        if !exists.get() {
            return view! { <Missing title=t.gone hint=t.gone_hint /> }.into_any();
        }
        view! {
            <div class="with-rail">
                <Rail page=page conflicts=conflicts />
                <main id="main" class="page" tabindex="-1">
                    <ConflictBanner page=page conflicts=conflicts />
                    {live(move || match page.get() {
                        Page::Overview => view! { <Overview /> }.into_any(),
                        Page::Model(part) => view! { <ModelPage part=part /> }.into_any(),
                        Page::Risks => view! { <Risks /> }.into_any(),
                        Page::Measures => view! { <Measures /> }.into_any(),
                        Page::Conflicts => view! { <Conflicts /> }.into_any(),
                    })}
                </main>
            </div>
        }
        .into_any()
    }
}

#[component]
fn Rail(page: Memo<Page>, conflicts: Memo<usize>) -> impl IntoView {
    let t = common::words();
    let session = expect_context::<Session>();
    let item = move |target: Page, label: &'static str, number: Option<&'static str>, share: Option<Signal<Share>>| {
        let current = move || {
            let same = match (page.get(), target) {
                (Page::Model(_), Page::Model(_)) => true,
                (a, b) => a == b,
            };
            same.then_some("page")
        };
        view! {
            <li>
                <a href=Route::page(&session.id(), target).href() aria-current=current>
                    <span class="step-name">
                        {number.map(|n| view! { <span class="step-number" aria-hidden="true">{n}</span> })} {label}
                    </span>
                    {share.map(|s| view! { <Meter share=s label=label /> })}
                </a>
            </li>
        }
    };
    let share =
        move |of: fn(crate::core::report::Progress) -> Share| Some(Signal::derive(move || of(session.progress.get())));
    view! {
        <nav class="rail" aria-label=t.nav_steps>
            <ol>
                {item(Page::Overview, t.step_overview, None, None)}
                {item(Page::Model(ModelPart::Start), t.step_model, Some("1"), share(|p| p.model))}
                {item(Page::Risks, t.step_risks, Some("2"), share(|p| p.risks))}
                {item(Page::Measures, t.step_measures, Some("3"), share(|p| p.actions))}
                <When is=move || { conflicts.get() > 0 }>
                    {item(Page::Conflicts, t.step_conflicts, None, None)}
                </When>
            </ol>
        </nav>
    }
}

#[component]
fn ConflictBanner(page: Memo<Page>, conflicts: Memo<usize>) -> impl IntoView {
    let t = conflicts::words();
    let session = expect_context::<Session>();
    view! {
        <When is=move || { conflicts.get() > 0 && page.get() != Page::Conflicts }>
            <p class="banner warning" role="status">
                {live(move || fill(t.banner, &[&conflicts.get()]))} " "
                <a href=Route::page(&session.id(), Page::Conflicts).href()>{t.decide}</a>
            </p>
        </When>
    }
}
