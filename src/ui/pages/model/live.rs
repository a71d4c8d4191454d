//! What follows from the answers, while they are given.

use leptos::prelude::*;

use crate::{
    app::Session,
    core::extract::{Extraction, Truth},
    ui::{
        components::live,
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
#[component]
pub fn Live() -> impl IntoView {
    let t = words::words();
    let session = expect_context::<Session>();
    // The counts, and those before the last answer.
    let counts = Memo::new(move |before: Option<&(Counts, Option<Counts>)>| {
        let now = session.extraction.with(|e| Counts::of(e));
        match before {
            Some((same, earlier)) if *same == now => (now, *earlier),
            Some((then, _)) => (now, Some(*then)),
            None => (now, None),
        }
    });
    let change = move || {
        let (now, before) = counts.get();
        let before = before?;
        let applies = now.applies as i64 - before.applies as i64;
        let decided = (now.applies + now.not) as i64 - (before.applies + before.not) as i64;
        (applies != 0 || decided != 0).then(|| fill(t.live_change, &[&signed(applies), &signed(decided)]))
    };
    view! {
        <aside class="live" aria-label=t.live_title>
            <h2>{t.live_title}</h2>
            <dl class="counts">
                <div class="count state-applies">
                    <dt>{t.live_applies}</dt>
                    <dd>{live(move || counts.get().0.applies)}</dd>
                </div>
                <div class="count state-open">
                    <dt>{t.live_open}</dt>
                    <dd>{live(move || counts.get().0.open)}</dd>
                </div>
                <div class="count state-not">
                    <dt>{t.live_not}</dt>
                    <dd>{live(move || counts.get().0.not)}</dd>
                </div>
            </dl>
            <p class="change" role="status">{change}</p>
            <NextQuestion />
            <p><a href=Route::page(&session.id(), Page::Risks).href()>{t.live_see}</a></p>
        </aside>
    }
}

#[component]
fn NextQuestion() -> impl IntoView {
    let t = words::words();
    let session = expect_context::<Session>();
    move || match session.next.get() {
        Some(next) => {
            let sentence = session.model.with(|m| wording::question(session.catalog(), m, &next.question));
            view! {
                <div class="next-question">
                    <h3>{t.live_next}</h3>
                    <p class="the-question">{sentence}</p>
                    <p class="about">{fill(t.live_next_detail, &[&next.hanging, &next.decides])}</p>
                    <a class="button secondary" href=super::place_of(session, &next.question).href()>{t.live_go}</a>
                </div>
            }
            .into_any()
        }
        None => view! { <p>{t.live_done}</p> }.into_any(),
    }
}

fn signed(n: i64) -> String {
    if n > 0 { format!("+{n}") } else { n.to_string() }
}
