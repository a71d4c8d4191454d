//! One risk: its state, why, what was decided, and its countermeasures.

use std::sync::Arc;

use leptos::prelude::*;

use super::treatment::treatment;
use crate::{
    app::Session,
    core::{
        extract::{Finding, Row, RowKey, Truth, most_deciding_for},
        model::Question,
    },
    ui::{
        components::{
            badge,
            el::{El, el},
            live, memo, when, with_badge,
        },
        i18n::{fill, pick, risks as words},
        pages::model::place_of,
        route::{EntryKind, Route},
        wording,
    },
};

/// A row of the table.
#[must_use]
pub fn row(session: Session, key: RowKey) -> AnyView {
    let t = words::words();
    let catalog = session.catalog();
    let Some(risk) = catalog.risk(key.risk.0) else { return ().into_any() };
    let key = StoredValue::new(key);
    let finding = memo(move || session.extraction.with(|e| key.with_value(|k| e.row(k).map(|r| r.finding.clone()))));
    let truth = move || finding.with(|f| f.as_ref().map(|f| f.truth));
    let title = pick(&risk.title);
    let component = memo(move || {
        let Some(i) = key.with_value(|k| k.instance.clone()) else { return String::new() };
        fill(t.for_component, &[&session.model.with(|m| wording::component_name(catalog, m, &i))])
    });
    let about = |text: String| el("p").class("about").text(text);
    let risk_title = el("p")
        .class("risk-title")
        .view(live(move || truth().map(|truth| state(truth).into_view())))
        .text(" ")
        .child(el("a").attr("href", href(EntryKind::Risk, risk.id.0)).text(title))
        .text(" ")
        .child(badge(risk.title.from));
    let cell = el("td")
        .attr("data-label", t.col_risk)
        .child(risk_title)
        .view(live(move || Some(component.get()).filter(|c| !c.is_empty()).map(|c| about(c).into_view())))
        .children(risk.why.map(|why| with_badge(el("p").class("about"), why)))
        .view(live(move || {
            // The same reasons may rest on other answers.
            session.model.track();
            finding.get().map(|f| why(session, key.get_value(), f))
        }));
    let measures = risk.countermeasures.into_iter().filter_map(|id| catalog.countermeasure(id.0)).map(|m| {
        let name = [m.id.0, " 【", pick(&m.title), "】"].concat();
        el("li")
            .child(el("a").attr("href", href(EntryKind::Measure, m.id.0)).text(name))
            .text(" ")
            .child(badge(m.title.from))
    });
    el("tr")
        .live_attr("class", move || Some(["risk ", truth().map_or("", class_of)].concat()))
        .child(cell)
        .child(el("td").attr("data-label", t.decision).view(treatment(session, key, title, truth)))
        .child(
            el("td")
                .attr("data-label", t.col_measures)
                .class("measures-of")
                .child(el("ul").class("plain-list").children(measures))
                .child(badge(risk.assignment)),
        )
        .into_view()
}

fn href(kind: EntryKind, id: &str) -> String {
    Route::Entry(kind, id.to_owned()).href()
}

fn class_of(truth: Truth) -> &'static str {
    match truth {
        Truth::True => "applies",
        Truth::Unknown => "open",
        Truth::False => "not",
    }
}

/// The state, as a sign and a word.
fn state(truth: Truth) -> El {
    let t = words::words();
    let (class, sign, word) = match truth {
        Truth::True => ("state state-applies", "●", t.applies),
        Truth::Unknown => ("state state-open", "？", t.open),
        Truth::False => ("state state-not", "－", t.not),
    };
    el("span").class(class).child(el("span").attr("aria-hidden", "true").text(sign)).text(word)
}

/// For an open risk, the question that decides it; and behind a line, why it is so.
fn why(session: Session, key: RowKey, finding: Finding) -> Vec<AnyView> {
    let t = words::words();
    let catalog = session.catalog();
    let model = session.model.get_untracked();
    let row = Arc::new(Row { key, finding });
    let deciding = most_deciding_for(catalog, &model, &row).map(|q| {
        let label = el("span").class("deciding-label").text(t.decides);
        el("p").class("deciding").child(label).text(" ").child(question(session, &q))
    });
    // Made when it is opened: a risk can hang on hundreds of questions, and there can be thousands of risks.
    let opened = RwSignal::new(false);
    let details = el("details")
        .class("why")
        .on("toggle", move |_| opened.set(true))
        .child(el("summary").text(t.why))
        .view(when(move || opened.get(), move || reasons(session, &row)));
    deciding.into_iter().chain([details]).map(El::into_view).collect()
}

/// The answers that made it so, or the questions that are open, each with a link.
fn reasons(session: Session, row: &Row) -> AnyView {
    let t = words::words();
    let model = session.model.get_untracked();
    let (lead, questions) = match row.finding.truth {
        Truth::True => (t.why_applies, &row.finding.facts),
        Truth::False => (t.why_not, &row.finding.facts),
        Truth::Unknown => (t.why_open, &row.finding.open),
    };
    let lines = questions.iter().map(|q| {
        let answer = wording::answer(session.catalog(), q.answer(&model).as_ref());
        el("li").child(question(session, q)).text(" — ").child(el("strong").text(answer))
    });
    let note = el("a").attr("href", href(EntryKind::Risk, row.key.risk.0)).text(t.condition_note);
    let parts = [el("p").text(lead), el("ul").children(lines), el("p").class("about").child(note)];
    parts.map(El::into_view).into_any()
}

/// A question as a link to where it is answered.
fn question(session: Session, q: &Question) -> El {
    let text = session.model.with_untracked(|m| wording::question(session.catalog(), m, q));
    el("a").attr("href", place_of(session, q).href()).text(text)
}
