//! The frame of one assessment: its steps with progress, and the page among them.

use leptos::prelude::*;

use super::{conflicts, measures, missing, model, overview, results, risks, tasks};
use crate::{
    app::{AppState, Session, StoreState},
    core::{assessment::AssessmentId, report::Progress},
    ui::{
        components::{
            el::{El, html},
            live, memo, stack, step_number,
        },
        i18n::{common, conflicts as conflict_words, fill},
        route::{Page, Route},
        standing, wording,
    },
};

/// One assessment.
pub fn frame(id: AssessmentId, route: ReadSignal<Route>) -> AnyView {
    let t = common::words();
    let app = expect_context::<AppState>();
    let session = Session::new(app, id);
    provide_context(route);
    let conflicts = memo(move || session.assessment.with(|a| a.as_ref().map_or(0, |a| a.conflicts().count())));
    let exists = memo(move || session.assessment.with(Option::is_some));
    let page = memo(move || match route.get() {
        Route::Assessment(_, page, _) => page,
        _ => Page::Overview,
    });
    live(move || {
        if !exists.get() {
            // Before the disk is read nobody knows.
            let opening = app.durable().get() == StoreState::Opening;
            let (name, hint) = if opening { (t.checking, t.checking_hint) } else { (t.gone, t.gone_hint) };
            return missing(name, hint).into_any();
        }
        let main = html::main()
            .attr("id", "main")
            .class("page")
            .attr("tabindex", "-1")
            .child(conflict_banner(session, page, conflicts))
            .child(live(move || {
                let page = page.get();
                // Only another page is made anew: what is typed on this one must not go with every change.
                untrack(|| page_of(session, page))
            }));
        html::div().class("with-rail").child(rail(session, page, conflicts)).child(main).into_any()
    })
}

fn page_of(session: Session, page: Page) -> AnyView {
    match page {
        Page::Overview => overview::page(session),
        Page::Start => model::page(session, page, model::start(session)),
        Page::Roles => model::page(session, page, model::roles(session)),
        Page::Components => model::page(session, page, model::components(session)),
        Page::Data => model::page(session, page, model::data(session)),
        Page::Risks => risks::page(session),
        Page::Measures => measures::page(session),
        Page::Results => results::page(session),
        Page::Tasks => tasks::page(session),
        Page::Conflicts => conflicts::page(session),
    }
}

fn rail(session: Session, page: Memo<Page>, conflicts: Memo<usize>) -> El {
    let t = common::words();
    let item = move |target, label, counted| rail_item(session, page, target, label, counted);
    let share = |of| standing::share(session, of);
    let there = memo(move || conflicts.get() > 0);
    let disputed = move || item(Page::Conflicts, t.step_conflicts, None).into_any();
    let model = stack(t.step_model, share(|p| p.model), standing::of_model(session));
    let risks = stack(t.step_risks, share(Progress::risks_decided), standing::of_risks(session));
    let actions = stack(t.step_measures, share(Progress::actions_recorded), standing::of_actions(session));
    let steps = [
        (Page::Overview, t.step_overview, None),
        (Page::Start, t.step_model, Some(("1", model))),
        (Page::Risks, t.step_risks, Some(("2", risks))),
        (Page::Measures, t.step_measures, Some(("3", actions))),
        (Page::Results, wording::page(Page::Results), None),
        (Page::Tasks, wording::page(Page::Tasks), None),
    ];
    let steps = html::ol()
        .children(steps.map(|(target, label, counted)| item(target, label, counted)))
        .child(live(move || there.get().then(disputed)));
    html::nav().class("rail").attr("aria-label", t.nav_steps).child(steps)
}

fn rail_item(
    session: Session,
    page: Memo<Page>,
    target: Page,
    label: &'static str,
    counted: Option<(&'static str, El)>,
) -> El {
    let current = move || {
        // All parts of the model are one step.
        let step = |page| if Page::MODEL.contains(&page) { Page::Start } else { page };
        (step(page.get()) == target).then(|| "page".to_owned())
    };
    let link = html::a().attr("href", Route::page(&session.id(), target).href()).live_attr("aria-current", current);
    let name = html::span().class("step-name");
    let link = match counted {
        None => link.child(name.text(label)),
        Some((number, bar)) => link.child(name.child(step_number(number)).text(label)).child(bar),
    };
    html::li().child(link)
}

/// Says on every other page that there are conflicts.
fn conflict_banner(session: Session, page: Memo<Page>, conflicts: Memo<usize>) -> AnyView {
    let t = conflict_words::words();
    let shown = memo(move || conflicts.get() > 0 && page.get() != Page::Conflicts);
    let banner = move || {
        let link = html::a().attr("href", Route::page(&session.id(), Page::Conflicts).href()).text(t.decide);
        html::p()
            .class("banner warning")
            .attr("role", "status")
            .live_text(move || fill(t.banner, &[&conflicts.get()]))
            .text(" ")
            .child(link)
            .into_any()
    };
    live(move || shown.get().then(banner))
}
