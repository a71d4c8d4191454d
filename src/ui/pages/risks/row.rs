//! One risk: its state, why, what was decided, and its countermeasures.

use leptos::prelude::*;

use super::treatment::Treatment;
use crate::{
    app::Session,
    core::{
        catalog::Risk,
        extract::{Finding, RowKey, Truth, most_deciding_for},
        model::Question,
    },
    ui::{
        components::{Badge, live, memo},
        i18n::{fill, pick, risks as words},
        pages::model::place_of,
        route::{EntryKind, Route},
        wording,
    },
};

/// A row of the table.
#[component]
pub fn Row(key: RowKey) -> impl IntoView {
    let t = words::words();
    let session = expect_context::<Session>();
    let Some(risk) = session.catalog().risk(key.risk.0) else { return ().into_any() };
    let key = StoredValue::new(key);
    let finding = memo(move || session.extraction.with(|e| key.with_value(|k| e.row(k).map(|r| r.finding.clone()))));
    let truth = memo(move || finding.with(|f| f.as_ref().map(|f| f.truth)));
    let title = pick(&risk.title);
    let component = memo(move || {
        let instance = key.with_value(|k| k.instance.clone());
        instance.map(|i| session.model.with(|m| wording::component_name(session.catalog(), m, &i)))
    });
    let measures = risk.countermeasures.into_iter().filter_map(|id| session.catalog().countermeasure(id.0));
    view! {
        <tr class=Signal::derive(move || format!("risk {}", truth.get().map_or("", class_of)))>
            <td data-label=t.col_risk>
                <p class="risk-title">
                    {live(move || truth.get().map(|truth| view! { <State truth=truth /> }))} " "
                    <a href=Route::Entry(EntryKind::Risk, risk.id.to_string()).href()>{title}</a> " "
                    <Badge from=risk.title.from />
                </p>
                {live(move || component.get().map(|c| view! { <p class="about">{fill(t.for_component, &[&c])}</p> }))}
                {risk.why.map(|why| view! { <p class="about">{pick(&why)}</p> })}
                {live(move || {
                    // The same reasons may rest on other answers.
                    session.model.track();
                    finding.get().map(|f| view! { <Why key=key finding=f risk=risk /> })
                })}
            </td>
            <td data-label=t.decision>
                <Treatment key=key.get_value() title=title truth=truth />
            </td>
            <td data-label=t.col_measures class="measures-of">
                <ul class="plain-list">
                    {measures
                        .map(|m| {
                            let href = Route::Entry(EntryKind::Measure, m.id.to_string()).href();
                            view! {
                                <li>
                                    <a href=href>{m.id.to_string()} " 【" {pick(&m.title)} "】"</a>
                                </li>
                            }
                        })
                        .collect_view()}
                </ul>
                <Badge from=risk.assignment />
            </td>
        </tr>
    }
    .into_any()
}

fn class_of(truth: Truth) -> &'static str {
    match truth {
        Truth::True => "applies",
        Truth::Unknown => "open",
        Truth::False => "not",
    }
}

/// The state, as a sign and a word.
#[component]
fn State(truth: Truth) -> impl IntoView {
    let t = words::words();
    let (class, sign, word) = match truth {
        Truth::True => ("state state-applies", "●", t.applies),
        Truth::Unknown => ("state state-open", "？", t.open),
        Truth::False => ("state state-not", "－", t.not),
    };
    view! {
        <span class=class>
            <span aria-hidden="true">{sign}</span>
            {word}
        </span>
    }
}

/// The answers that made it so, each with a link; for an open one, the question that decides it.
#[component]
fn Why(key: StoredValue<RowKey>, finding: Finding, risk: &'static Risk) -> impl IntoView {
    let t = words::words();
    let session = expect_context::<Session>();
    let model = session.model.get_untracked();
    let deciding = (finding.truth == Truth::Unknown)
        .then(|| {
            let row = crate::core::extract::Row { key: key.get_value(), finding: finding.clone() };
            most_deciding_for(session.catalog(), &model, &row)
        })
        .flatten();
    let line = move |q: &Question| {
        let text = wording::question(session.catalog(), &model, q);
        let answer = wording::answer(session.catalog(), q.answer(&model).as_ref());
        view! {
            <li>
                <a href=place_of(session, q).href()>{text}</a>
                " — "
                <strong>{answer}</strong>
            </li>
        }
    };
    let (lead, questions) = match finding.truth {
        Truth::True => (t.why_applies, finding.facts),
        Truth::False => (t.why_not, finding.facts),
        Truth::Unknown => (t.why_open, finding.open),
    };
    view! {
        {deciding
            .map(|q| {
                let model = session.model.get_untracked();
                let text = wording::question(session.catalog(), &model, &q);
                view! {
                    <p class="deciding">
                        <span class="deciding-label">{t.decides}</span>
                        " "
                        <a href=place_of(session, &q).href()>{text}</a>
                    </p>
                }
            })}
        <details class="why">
            <summary>{t.why}</summary>
            <p>{lead}</p>
            <ul>{questions.iter().map(line).collect_view()}</ul>
            <p class="about">
                <a href=Route::Entry(EntryKind::Risk, risk.id.to_string()).href()>{t.condition_note}</a>
            </p>
        </details>
    }
}
