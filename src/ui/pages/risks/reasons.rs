//! Why a risk applies or not, and the question that decides it, to be answered in place.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    app::Session,
    core::{
        extract::{Finding, Row, RowKey, Truth, most_deciding_for},
        model::{Answer, Question},
    },
    ui::{
        components::{
            Followed,
            el::{El, html},
            folded, live, memo, place_ticks, player_ticks, yes_no,
        },
        i18n::{model as model_words, risks as words},
        pages::model::{element_id, place_of},
        route::{EntryKind, Route},
        wording,
    },
};

/// The state with its reasons.
#[must_use]
pub fn why(session: Session, key: StoredValue<RowKey>, finding: Followed<Option<Finding>>) -> AnyView {
    let truth = memo(move || finding.with(|f| f.as_ref().map(|f| f.truth)));
    let deciding = memo(move || {
        // The same reasons may rest on other answers.
        let model = session.model.get();
        let finding = finding.get()?;
        most_deciding_for(session.catalog(), &model, &Row { key: key.get_value(), finding })
    });
    let reasons = move || {
        session.model.track();
        finding.get().map(|finding| reasons(session, &Arc::new(Row { key: key.get_value(), finding })))
    };
    // A risk can hang on hundreds of questions.
    let details = folded(html::summary().text(words::words().why), move || live(reasons)).class("why");
    [
        live(move || truth.get().map(|truth| html::p().child(state(truth)))),
        live(move || deciding.get().map(|q| in_place(session, q))),
        details.into_any(),
    ]
    .into_any()
}

/// The state, as a sign and a word.
fn state(truth: Truth) -> El {
    let t = words::words();
    let (class, sign, word) = match truth {
        Truth::True => ("state state-applies", "●", t.applies),
        Truth::Unknown => ("state state-open", "？", t.open),
        Truth::False => ("state state-not", "－", t.not),
    };
    html::span().class(class).child(html::span().attr("aria-hidden", "true").text(sign)).text(word)
}

/// The deciding question, to be answered here where a press or two will do.
fn in_place(session: Session, question: Question) -> El {
    let t = words::words();
    let sentence = session.model.with_untracked(|m| wording::question(session.catalog(), m, &question));
    let lead = html::p().class("deciding").child(html::span().class("deciding-label").text(t.decides)).text(" ");
    let asked = question.clone();
    let answers = move |answer: Option<Answer>| session.edit(asked.edit(answer.as_ref()));
    let of = question.clone();
    let value = memo(move || session.model.with(|m| of.answer(m)));
    let here = match &question {
        Question::Kind(_) | Question::Data(_) => {
            let yes = memo(move || match value.get() {
                Some(Answer::Yes(yes)) => Some(yes),
                _ => None,
            });
            let answer = Callback::new(move |yes: Option<bool>| answers(yes.map(Answer::Yes)));
            vec![yes_no(format!("here-{}", element_id(&question)), sentence.clone(), yes, answer)]
        }
        Question::Role(_) | Question::Provision(..) => {
            let players = memo(move || match value.get() {
                Some(Answer::Players(players)) => Some(players),
                _ => None,
            });
            let answer = Callback::new(move |players: Option<Vec<_>>| answers(players.map(Answer::Players)));
            let asked = sentence.clone();
            player_ticks(memo(move || asked.clone()), players, answer, false)
        }
        Question::Place(_) => {
            let places = memo(move || match value.get() {
                Some(Answer::Places(places)) => Some(places),
                _ => None,
            });
            let answer = Callback::new(move |places: Option<Vec<_>>| answers(places.map(Answer::Places)));
            let asked = sentence.clone();
            place_ticks(memo(move || asked.clone()), places, answer)
        }
        Question::Carries(_) => Vec::new(),
    };
    let link = html::a().attr("href", place_of(session, &question).href()).text(sentence);
    html::div().class("decide-here").child(lead.child(link)).child(html::div().class("ticks").children(here))
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
        let answer = wording::answered(session.catalog(), &model, q);
        let text = wording::question(session.catalog(), &model, q);
        let link = html::a().attr("href", place_of(session, q).href()).text(text);
        let line = html::li().child(link).text(" — ").child(html::strong().text(answer));
        // What rests on a type's answer is no more certain than that.
        if model.presumed.contains(q) {
            line.text(" ").child(html::span().class("state state-presumed").text(model_words::words().presumed))
        } else {
            line
        }
    });
    let entry = Route::Entry(EntryKind::Risk, row.key.risk.to_string()).href();
    let note = html::p().class("about").child(html::a().attr("href", entry).text(t.condition_note));
    [html::p().text(lead), html::ul().children(lines), note].map(El::into_any).into_any()
}
