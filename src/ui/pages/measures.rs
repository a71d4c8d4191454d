//! Step 3: countermeasures and their actions.

mod action;

use leptos::prelude::*;

use super::risks::ShowOriginal;
use crate::{
    app::Session,
    core::{
        catalog::{Countermeasure, Provenance, ViewpointEntry},
        extract::Derived,
        report::actions_settled,
    },
    ui::{
        components::{Badge, Meter, TextView, When, each, live, memo},
        i18n::{common, fill, measures as words, pick},
        route::{EntryKind, Page, Route},
        wording,
    },
};

/// The page.
#[component]
pub fn Measures() -> impl IntoView {
    let t = words::words();
    let session = expect_context::<Session>();
    let shown = memo(move || {
        // Nothing without its trace: where our own risks are hidden, so is what they alone call for.
        let traced = |d: &&Derived| {
            let mut risks = d.because.iter().filter_map(|k| session.catalog().risk(k.risk.0));
            session.shows(d.countermeasure.title.from) && risks.any(|r| session.shows(r.title.from))
        };
        session.derived.with(|all| all.iter().filter(traced).cloned().collect::<Vec<_>>())
    });
    let empty = memo(move || shown.with(Vec::is_empty));
    let share = Signal::derive(move || session.progress.get().actions);
    view! {
        <h1 id="title" tabindex="-1">{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <div class="toolbar">
            <ShowOriginal />
            <Meter share=share label=t.actions />
        </div>
        <When is=move || empty.get()>
            <div class="empty">
                <p>{t.empty}</p>
                <p><a class="button primary" href=Route::page(&session.id(), Page::Risks).href()>{t.to_risks}</a></p>
            </div>
        </When>
        {session.catalog().viewpoints.into_iter().map(|v| view! { <OfViewpoint viewpoint=v shown=shown /> }).collect_view()}
        <NotNeeded shown=shown />
        <Former />
    }
}

/// What was noted for countermeasures that no risk calls for any more: shown, never dropped.
#[component]
fn Former() -> impl IntoView {
    let t = words::words();
    let session = expect_context::<Session>();
    let none = Memo::new(|_| Vec::new());
    let list = memo(move || {
        let noted = |m: &&'static Countermeasure| {
            let prefix = format!("action/{}/", m.id);
            session.assessment.with(|a| a.as_ref().is_some_and(|a| a.below(&prefix).next().is_some()))
        };
        session.derived.with(|derived| {
            let gone = |m: &&'static Countermeasure| !derived.iter().any(|d| d.countermeasure.id == m.id);
            session.catalog().countermeasures.into_iter().filter(gone).filter(noted).collect::<Vec<_>>()
        })
    });
    view! {
        <When is=move || list.with(|l| !l.is_empty())>
            <details class="not-needed">
                <summary>{live(move || fill(t.former, &[&list.with(Vec::len)]))}</summary>
                <p>{t.former_hint}</p>
                {each(move || list.get(), |m| m.id.to_string(), move |measure| view! { <Measure measure=measure shown=none /> })}
            </details>
        </When>
    }
}

#[component]
fn OfViewpoint(viewpoint: &'static ViewpointEntry, shown: Memo<Vec<Derived>>) -> impl IntoView {
    let c = common::words();
    let here = memo(move || {
        shown.with(|all| {
            let here = all.iter().filter(|d| d.needed && d.countermeasure.viewpoint == viewpoint.id);
            here.map(|d| d.countermeasure).collect::<Vec<_>>()
        })
    });
    view! {
        <When is=move || here.with(|h| !h.is_empty())>
            <section>
                <h2>
                    {fill(c.viewpoint, &[&format!("{:?}", viewpoint.id)])} ": " {pick(&viewpoint.name)} " "
                    <Badge from=viewpoint.name.from />
                </h2>
                {each(move || here.get(), |m| m.id.to_string(), move |measure| view! { <Measure measure=measure shown=shown /> })}
            </section>
        </When>
    }
}

/// The guideline's box: number and title, statement, actions; beside it the risks that it answers.
#[component]
fn Measure(measure: &'static Countermeasure, shown: Memo<Vec<Derived>>) -> impl IntoView {
    let t = words::words();
    let session = expect_context::<Session>();
    let share = Signal::derive(move || {
        session.assessment.with(|a| a.as_ref().map(|a| actions_settled(a, measure)).unwrap_or_default())
    });
    let heading = format!("measure-{}", measure.id);
    let labelled = heading.clone();
    view! {
        <article class="measure" aria-labelledby=labelled>
            <header>
                <h3 id=heading tabindex="-1">
                    <span class="measure-number">{measure.id.to_string()}</span>
                    " 【"
                    {pick(&measure.title)}
                    "】 "
                    <Badge from=measure.title.from />
                </h3>
                <Meter share=share label=t.actions />
            </header>
            <div class="measure-body">
                <div>
                    {match measure.statement {
                        Some(statement) => view! { <p class="statement"><TextView text=statement /></p> }.into_any(),
                        None => {
                            let own = measure.actions.iter().any(|a| a.text.from == Provenance::Original);
                            view! {
                                <p class="statement missing">
                                    {t.not_included} " " {own.then_some(t.suggested)}
                                </p>
                            }
                                .into_any()
                        }
                    }}
                    <h4>{t.actions}</h4>
                    <ul class="actions">
                        {measure
                            .actions
                            .into_iter()
                            .map(|a| view! { <action::ActionLine of=measure.id action=a /> })
                            .collect_view()}
                    </ul>
                </div>
                <Because measure=measure shown=shown />
            </div>
        </article>
    }
}

#[component]
fn Because(measure: &'static Countermeasure, shown: Memo<Vec<Derived>>) -> impl IntoView {
    let t = words::words();
    let session = expect_context::<Session>();
    let lines = memo(move || {
        let catalog = session.catalog();
        let because = shown.with(|all| {
            let found = all.iter().find(|d| d.countermeasure.id == measure.id);
            found.map(|d| d.because.clone()).unwrap_or_default()
        });
        session.model.with(|m| {
            let line = |key: crate::core::extract::RowKey| {
                let risk = catalog.risk(key.risk.0)?;
                let component = key.instance.map(|i| wording::component_name(catalog, m, &i));
                Some((risk.id, pick(&risk.title), component, risk.title.from))
            };
            because.into_iter().filter_map(line).filter(|(.., from)| session.shows(*from)).collect::<Vec<_>>()
        })
    });
    view! {
        <aside class="because">
            <h4>{t.answers}</h4>
            <ul>
                {live(move || {
                    lines
                        .get()
                        .into_iter()
                        .map(|(id, title, component, from)| {
                            view! {
                                <li>
                                    <a href=Route::Entry(EntryKind::Risk, id.to_string()).href()>{title}</a>
                                    {component.map(|c| format!(" ({c})"))}
                                    " "
                                    <Badge from=from />
                                </li>
                            }
                        })
                        .collect_view()
                })}
            </ul>
        </aside>
    }
}

/// Countermeasures whose risks were all decided otherwise.
#[component]
fn NotNeeded(shown: Memo<Vec<Derived>>) -> impl IntoView {
    let t = words::words();
    let list =
        memo(move || shown.with(|all| all.iter().filter(|d| !d.needed).map(|d| d.countermeasure).collect::<Vec<_>>()));
    view! {
        <When is=move || list.with(|l| !l.is_empty())>
            <details class="not-needed">
                <summary>{live(move || fill(t.not_needed, &[&list.with(Vec::len)]))}</summary>
                <p>{t.not_needed_hint}</p>
                {each(move || list.get(), |m| m.id.to_string(), move |measure| view! { <Measure measure=measure shown=shown /> })}
            </details>
        </When>
    }
}
