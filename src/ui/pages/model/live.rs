//! What follows from the answers, while they are given.

use std::cmp::Ordering;

use super::trial;
use crate::{
    app::Session,
    core::extract::{Extraction, Truth},
    ui::{
        components::{
            el::{El, html},
            live, memo_from,
        },
        i18n::{fill, model as words},
        route::{Page, Route},
        wording,
    },
};

/// How many risks there are of each result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Counts {
    applies: usize,
    open: usize,
    not: usize,
}

impl Counts {
    fn of(e: &Extraction) -> Self {
        Self { applies: e.count(Truth::True), open: e.count(Truth::Unknown), not: e.count(Truth::False) }
    }
}

/// The panel.
pub fn panel(session: Session) -> El {
    let t = words::words();
    // The counts, and those before the last answer, also where it changed none.
    let counts = memo_from(move |before: Option<&(Counts, Option<Counts>)>| {
        session.model.track();
        let now = session.extraction.with(|e| Counts::of(e));
        (now, before.map(|(then, _)| *then))
    });
    let change = move || {
        let (now, before) = counts.get();
        before.map(|before| what_changed(before, now)).unwrap_or_default()
    };
    let count = |class: &'static str, label: &'static str, of: fn(Counts) -> usize| {
        html::div()
            .class(class)
            .child(html::dt().text(label))
            .child(html::dd().live_text(move || of(counts.get().0).to_string()))
    };
    let all = [
        count("count state-applies", t.live_applies, |c| c.applies),
        count("count state-open", t.live_open, |c| c.open),
        count("count state-not", t.live_not, |c| c.not),
    ];
    html::aside()
        .class("live")
        .attr("aria-label", t.live_title)
        .child(html::h2().text(t.live_title))
        .child(html::dl().class("counts").children(all))
        .child(html::p().class("change").attr("role", "status").live_text(change))
        .child(live(move || next_question(session)))
        .child(trial::begin(session))
        .child(html::p().child(html::a().attr("href", Route::page(&session.id(), Page::Risks).href()).text(t.live_see)))
}

/// Follows the next question and the model.
fn next_question(session: Session) -> El {
    let t = words::words();
    let Some(next) = session.next.get() else {
        return html::p().text(t.live_done);
    };
    let sentence = session.model.with(|m| wording::question(session.catalog(), m, &next.question));
    let place = super::place_of(session, &next.question).href();
    html::div()
        .class("next-question")
        .child(html::h3().text(t.live_next))
        .child(html::p().class("the-question").text(sentence))
        .child(html::p().class("about").text(fill(t.live_next_detail, &[&next.hanging, &next.decides])))
        .child(html::a().class("button secondary").attr("href", place).text(t.live_go))
}

/// What the last answer did, as sentences.
fn what_changed(before: Counts, now: Counts) -> String {
    let t = words::words();
    let change = |before: usize, now: usize, more: &str, fewer: &str| match now.cmp(&before) {
        Ordering::Greater => Some(fill(more, &[&(now - before)])),
        Ordering::Less => Some(fill(fewer, &[&(before - now)])),
        Ordering::Equal => None,
    };
    let open = change(before.open, now.open, t.live_reopened, t.live_settled);
    let applies = change(before.applies, now.applies, t.live_more, t.live_fewer);
    open.into_iter().chain(applies).collect::<Vec<_>>().join(" ")
}
