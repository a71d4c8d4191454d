//! Step 2: which risks apply and why, and what people decided about them.

mod groups;
mod row;
mod treatment;

use leptos::prelude::*;

use crate::{
    app::Session,
    core::{
        catalog::Risk,
        extract::{RowKey, Truth},
    },
    ui::{
        components::{When, each, memo},
        i18n::{common, fill, risks as words},
        route::{ModelPart, Page, Route},
    },
};
use groups::{Grouping, grouped};

/// Which risks are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Filter {
    Relevant,
    Only(Truth),
    All,
}

impl Filter {
    fn lets(self, truth: Truth) -> bool {
        match self {
            Self::Relevant => truth != Truth::False,
            Self::Only(only) => truth == only,
            Self::All => true,
        }
    }
}

/// The page.
#[component]
pub fn Risks() -> impl IntoView {
    let t = words::words();
    let session = expect_context::<Session>();
    let filter = RwSignal::new(Filter::Relevant);
    let grouping = RwSignal::new(Grouping::Role);
    let shown = memo(move || {
        let filter = filter.get();
        session.extraction.with(|e| {
            let mut keys = Vec::new();
            // Open ones first: they wait for an answer.
            for open in [true, false] {
                for row in &e.rows {
                    let truth = row.finding.truth;
                    let shows = |risk: &Risk| session.shows(risk.title.from);
                    if (truth == Truth::Unknown) == open
                        && filter.lets(truth)
                        && session.catalog().risk(row.key.risk.0).is_some_and(shows)
                    {
                        keys.push(row.key.clone());
                    }
                }
            }
            keys
        })
    });
    let counts = move || {
        session
            .extraction
            .with(|e| fill(t.counts, &[&e.count(Truth::True), &e.count(Truth::Unknown), &e.count(Truth::False)]))
    };
    let groups = memo(move || grouped(session.catalog(), &shown.get(), grouping.get()));
    view! {
        <h1 id="title" tabindex="-1">{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <div class="toolbar">
            <FilterChoice filter=filter />
            <GroupingChoice grouping=grouping />
            <ShowOriginal />
            <p class="counts-line" role="status">{counts}</p>
        </div>
        <Nothing shown=shown />
        <When is=move || shown.with(|s| !s.is_empty())>
            <table class="list risks">
                <thead>
                    <tr>
                        <th scope="col">{t.col_risk}</th>
                        <th scope="col">{t.decision}</th>
                        <th scope="col">{t.col_measures}</th>
                    </tr>
                </thead>
                {each(move || groups.get(), |g| g.key.clone(), move |group| view! { <groups::GroupBody group=group groups=groups /> })}
            </table>
        </When>
        <p class="onward">
            <a class="button primary" href=Route::page(&session.id(), Page::Measures).href()>{t.to_measures}</a>
        </p>
    }
}

#[component]
fn Nothing(shown: Memo<Vec<RowKey>>) -> impl IntoView {
    let t = words::words();
    let session = expect_context::<Session>();
    move || {
        if session.progress.get().model.done == 0 {
            let href = Route::page(&session.id(), Page::Model(ModelPart::Start)).href();
            return Some(
                view! {
                    <div class="empty">
                        <p>{t.empty_model}</p>
                        <p><a class="button primary" href=href>{t.to_model}</a></p>
                    </div>
                }
                .into_any(),
            );
        }
        shown.with(Vec::is_empty).then(|| view! { <p class="empty">{t.empty}</p> }.into_any())
    }
}

#[component]
fn FilterChoice(filter: RwSignal<Filter>) -> impl IntoView {
    let t = words::words();
    let options = [
        (Filter::Relevant, t.relevant),
        (Filter::Only(Truth::Unknown), t.open),
        (Filter::Only(Truth::True), t.applies),
        (Filter::Only(Truth::False), t.not),
        (Filter::All, t.all),
    ];
    view! { <Segmented label=t.filter name="filter" options=options.to_vec() value=filter /> }
}

#[component]
fn GroupingChoice(grouping: RwSignal<Grouping>) -> impl IntoView {
    let t = words::words();
    let options = [
        (Grouping::Role, t.group_role),
        (Grouping::Viewpoint, t.group_viewpoint),
        (Grouping::Measure, t.group_measure),
    ];
    view! { <Segmented label=t.group name="grouping" options=options.to_vec() value=grouping /> }
}

/// One of a few, as radio buttons side by side.
#[component]
fn Segmented<T: Copy + PartialEq + Send + Sync + 'static>(
    label: &'static str,
    name: &'static str,
    options: Vec<(T, &'static str)>,
    value: RwSignal<T>,
) -> impl IntoView {
    let buttons = options.into_iter().map(move |(option, word)| {
        view! {
            <label>
                <input
                    type="radio"
                    name=name
                    prop:checked=Signal::derive(move || value.get() == option)
                    on:change=move |_| value.set(option)
                />
                <span>{word}</span>
            </label>
        }
    });
    view! {
        <fieldset class="segmented">
            <legend>{label}</legend>
            {buttons.collect_view()}
        </fieldset>
    }
}

/// Whether this project's own entries are shown.
#[component]
pub fn ShowOriginal() -> impl IntoView {
    let c = common::words();
    let app = expect_context::<Session>().app;
    view! {
        <label class="tick">
            <input
                type="checkbox"
                prop:checked=Signal::derive(move || app.settings().with(|s| s.show_original))
                on:change=move |ev| app.set_settings(|s| s.show_original = event_target_checked(&ev))
            />
            <span>{c.show_original}</span>
        </label>
    }
}
