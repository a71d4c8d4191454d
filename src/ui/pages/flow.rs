//! The steps of an assessment, in order: what it covers says which.

use leptos::prelude::*;

use crate::{
    app::Session,
    core::{
        evaluate::GuidelinePart,
        report::{Progress, Share},
    },
    ui::{
        browser,
        components::{Followed, Part, el::html, live, memo},
        i18n::{common, fill},
        route::{Page, Route},
        standing, wording,
    },
};

/// The steps.
#[must_use]
pub fn steps(session: Session) -> Vec<Page> {
    let (three, four, controls) = session.controls.with(|c| {
        let has = |part| c.extent.has_part(part);
        (has(GuidelinePart::Three), has(GuidelinePart::Four), c.extent.has_controls())
    });
    let steps = [
        (true, Page::Scope),
        (three, Page::Classify),
        (controls, Page::Controls),
        (four, Page::Start),
        (four, Page::Risks),
        (four, Page::Measures),
        (true, Page::Results),
    ];
    steps.into_iter().filter(|(is, _)| *is).map(|(_, page)| page).collect()
}

/// The step after another.
#[must_use]
pub fn after(session: Session, page: Page) -> Page {
    let steps = steps(session);
    steps.into_iter().skip_while(|step| *step != page).nth(1).unwrap_or(Page::Results)
}

/// What a step is called. All pages of the model are one.
#[must_use]
pub fn name(page: Page) -> &'static str {
    if page == Page::Start { common::words().step_model } else { wording::page(page) }
}

/// How far a step is, and the parts of its bar; none where there is nothing to count.
#[must_use]
pub fn progress(session: Session, page: Page) -> Option<(Followed<Share>, Followed<Vec<Part>>)> {
    let share = |of| standing::share(session, of);
    Some(match page {
        Page::Controls => {
            let answered = memo(move || session.controls.with(|c| c.answered()));
            (answered, standing::of_controls(session))
        }
        Page::Start => (share(|p| p.model), standing::of_model(session)),
        Page::Risks => (share(Progress::risks_decided), standing::of_risks(session)),
        Page::Measures => (share(Progress::actions_recorded), standing::of_actions(session)),
        _ => return None,
    })
}

/// The way to the next step.
#[must_use]
pub fn onward(session: Session, page: Page) -> AnyView {
    let next = memo(move || after(session, page));
    live(move || {
        let link = html::a().class("button primary").attr("href", Route::page(&session.id(), next.get()).href());
        html::p().class("onward").child(link.text(fill(common::words().next, &[&name(next.get())])))
    })
}

/// The same, where the key `n` goes it too.
#[must_use]
pub fn onward_by_key(session: Session, page: Page) -> AnyView {
    browser::on_key("n", move || browser::go(&Route::page(&session.id(), untrack(|| after(session, page)))));
    onward(session, page)
}
