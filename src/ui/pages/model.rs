//! Step 1: the model. Questions on one side, what follows on the other.

mod components;
mod data;
mod live;
mod roles;
mod start;

use leptos::prelude::*;

use crate::{
    app::Session,
    core::model::Question,
    ui::{
        i18n::{common, fill, model as words},
        route::{ModelPart, Page, Route},
    },
};

/// The page.
#[component]
pub fn ModelPage(part: ModelPart) -> impl IntoView {
    let t = words::words();
    let session = expect_context::<Session>();
    let tabs = ModelPart::ALL.map(|p| {
        let href = Route::page(&session.id(), Page::Model(p)).href();
        view! {
            <li>
                <a href=href aria-current=(p == part).then_some("page")>{label(p)}</a>
            </li>
        }
    });
    view! {
        <h1 id="title" tabindex="-1">{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <nav class="tabs" aria-label=t.parts>
            <ul>{tabs.into_iter().collect_view()}</ul>
        </nav>
        <div class="two-panes">
            <div class="questions">
                {match part {
                    ModelPart::Start => view! { <start::Start /> }.into_any(),
                    ModelPart::Roles => view! { <roles::Roles /> }.into_any(),
                    ModelPart::Components => view! { <components::Components /> }.into_any(),
                    ModelPart::Data => view! { <data::Data /> }.into_any(),
                }}
                <Onward part=part />
            </div>
            <live::Live />
        </div>
    }
}

fn label(part: ModelPart) -> &'static str {
    let t = words::words();
    match part {
        ModelPart::Start => t.part_start,
        ModelPart::Roles => t.part_roles,
        ModelPart::Components => t.part_components,
        ModelPart::Data => t.part_data,
    }
}

/// The way to the next part.
#[component]
fn Onward(part: ModelPart) -> impl IntoView {
    let c = common::words();
    let session = expect_context::<Session>();
    let next = ModelPart::ALL.into_iter().skip_while(|p| *p != part).nth(1);
    let (page, name) = match next {
        Some(next) => (Page::Model(next), label(next)),
        None => (Page::Risks, c.step_risks),
    };
    view! {
        <p class="onward">
            <a class="button primary" href=Route::page(&session.id(), page).href()>{fill(c.next, &[&name])}</a>
        </p>
    }
}

/// The id of the element in which a question is answered.
#[must_use]
pub fn element_id(question: &Question) -> String {
    match question {
        Question::Role(r) => format!("role-{r}"),
        Question::Kind(c) => format!("kind-{c}"),
        Question::Provision(i, a) => format!("{i}-{}", a.word()),
        Question::Carries(i) => format!("{i}-carries"),
        Question::Data(d) => format!("data-{d}"),
    }
}

/// The address at which a question is answered.
#[must_use]
pub fn place_of(session: Session, question: &Question) -> Route {
    let part = match question {
        Question::Role(_) => ModelPart::Roles,
        Question::Kind(_) | Question::Provision(..) | Question::Carries(_) => ModelPart::Components,
        Question::Data(_) => ModelPart::Data,
    };
    Route::Assessment(session.id(), Page::Model(part), Some(element_id(question)))
}
