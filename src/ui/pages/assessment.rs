//! The frame of one assessment: its steps with progress, and the page among them.

use leptos::prelude::*;

use super::{
    changes, conflicts, controls, flow, measures, missing, model, overview, report, results, risks, scope, snapshots,
    tasks,
};
use crate::{
    app::{AppState, Session, StoreState},
    core::{assessment::AssessmentId, report::copy_note},
    ui::{
        components::{
            Followed,
            el::{El, html},
            live, memo, stack, step_number, when,
        },
        i18n::{common, conflicts as conflict_words, fill, lang},
        route::{Page, Route},
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
            .child(model::trial::bar(session))
            .child(live(move || {
                let note = session.assessment.with(|a| a.as_ref().and_then(|a| copy_note(a, lang())));
                note.map(|note| html::p().class("banner screen-only").text(note))
            }))
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
        Page::Scope => scope::page(session),
        Page::Classify => scope::classify::page(session),
        Page::Controls => controls::page(session),
        Page::Start => model::page(session, page, model::start(session)),
        Page::Roles => model::page(session, page, model::roles(session)),
        Page::Components => model::page(session, page, model::components(session)),
        Page::Data => model::page(session, page, model::data(session)),
        Page::Risks => risks::page(session),
        Page::Measures => measures::page(session),
        Page::Results => results::page(session),
        Page::Tasks => tasks::page(session),
        Page::Report => report::page(session),
        Page::Conflicts => conflicts::page(session),
        Page::Snapshots => snapshots::page(session),
        Page::Changes => changes::page(session),
    }
}

fn rail(session: Session, page: Followed<Page>, conflicts: Followed<usize>) -> El {
    let plain = move |target| rail_item(session, page, target, None);
    let steps = memo(move || flow::steps(session));
    let numbered = move || {
        let item = |(number, target)| rail_item(session, page, target, Some(number));
        (1..).zip(steps.get()).map(item).collect::<Vec<_>>()
    };
    let list = html::ol()
        .child(plain(Page::Overview))
        .child(live(numbered))
        .child(plain(Page::Tasks))
        .child(plain(Page::Report))
        .child(plain(Page::Snapshots))
        .child(plain(Page::Changes))
        .child(when(move || conflicts.get() > 0, move || plain(Page::Conflicts)));
    html::nav().class("rail").attr("aria-label", common::words().nav_steps).child(list)
}

fn rail_item(session: Session, page: Followed<Page>, target: Page, number: Option<usize>) -> El {
    let current = move || {
        // All parts of the model are one step.
        let step = |page| if Page::MODEL.contains(&page) { Page::Start } else { page };
        (step(page.get()) == target).then(|| "page".to_owned())
    };
    let link = html::a().attr("href", Route::page(&session.id(), target).href()).live_attr("aria-current", current);
    let label = flow::name(target);
    let name = html::span().class("step-name").children(number.map(step_number)).text(label);
    let bar = flow::progress(session, target).map(|(share, parts)| stack(label, share, parts));
    html::li().child(link.child(name).children(bar))
}

/// Says on every other page that there are conflicts.
fn conflict_banner(session: Session, page: Followed<Page>, conflicts: Followed<usize>) -> AnyView {
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
