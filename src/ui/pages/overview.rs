//! What an assessment is about, how far it is, and what to do next.

use leptos::prelude::*;

use super::assessment::step_number;
use crate::{
    app::Session,
    core::{
        assessment::{Edit, Path, paths},
        catalog::DIGEST,
        extract::Truth,
        report::{Progress, Share},
    },
    ui::{
        components::{
            Meter, TextField, TextKind,
            el::{El, el},
            live, memo,
        },
        i18n::{common, overview as words},
        route::{ModelPart, Page, Route},
    },
};

/// The page.
pub fn page(session: Session) -> AnyView {
    let (t, c) = (words::words(), common::words());
    let name = memo(move || {
        let name = session.text(&paths::name());
        if name.is_empty() { c.unnamed.to_owned() } else { name }
    });
    let step = |number, label, about, page, of| step(session, number, label, about, page, of);
    let steps = [
        step("1", c.step_model, t.model_about, Page::Model(ModelPart::Start), |p| p.model),
        step("2", c.step_risks, t.risks_about, Page::Risks, |p| p.risks),
        step("3", c.step_measures, t.measures_about, Page::Measures, |p| p.actions),
    ];
    let meta = |label, path, hint, kind| meta(session, label, path, hint, kind);
    let about = el("div")
        .class("form")
        .view(meta(t.name, paths::name(), "", TextKind::Line))
        .view(meta(t.service, paths::meta("service"), t.service_hint, TextKind::Line))
        .view(meta(t.organization, paths::meta("organization"), "", TextKind::Line))
        .view(meta(t.assessor, paths::meta("assessor"), "", TextKind::Line))
        .view(meta(t.note, paths::meta("note"), t.note_hint, TextKind::Lines));
    vec![
        el("h1").attr("id", "title").attr("tabindex", "-1").live_text(move || name.get()).into_view(),
        el("p").class("lead").text(t.lead).into_view(),
        other_catalog(session),
        next(session).into_view(),
        el("section").child(el("h2").text(t.steps)).child(el("ol").class("steps").children(steps)).into_view(),
        el("section").child(el("h2").text(t.about)).child(about).into_view(),
    ]
    .into_any()
}

fn meta(session: Session, label: &'static str, path: Path, hint: &'static str, kind: TextKind) -> AnyView {
    let value = session.watch(path.clone());
    let commit = Callback::new(move |text: String| session.edit(Edit::text(path.clone(), text)));
    view! { <TextField label=label value=value commit=commit kind=kind placeholder=hint /> }.into_any()
}

fn step(
    session: Session,
    number: &'static str,
    label: &'static str,
    about: &'static str,
    page: Page,
    of: fn(Progress) -> Share,
) -> El {
    let t = words::words();
    let share = Signal::derive(move || of(session.progress.get()));
    let verb = move || match share.get() {
        s if s.complete() => t.look,
        Share { done: 0, .. } => t.begin,
        _ => t.go_on,
    };
    let text = el("div")
        .child(el("h3").text(label))
        .child(el("p").text(about))
        .view(view! { <Meter share=share label=label /> }.into_any());
    let link = el("a")
        .class("button secondary")
        .attr("href", Route::page(&session.id(), page).href())
        .view(live(verb))
        .child(el("span").class("sr-only").text(": ").text(label));
    el("li").class("step").child(step_number(number)).child(text).child(link)
}

/// The one thing to do next.
fn next(session: Session) -> El {
    let t = words::words();
    let next = memo(move || {
        let p = session.progress.get();
        let (open, applies) = session.extraction.with(|e| (e.count(Truth::Unknown), e.count(Truth::True)));
        if p.model.done == 0 {
            Some((t.next_model, Page::Model(ModelPart::Start)))
        } else if open > 0 {
            Some((t.next_open, Page::Risks))
        } else if p.risks.done < applies {
            Some((t.next_decide, Page::Risks))
        } else if !p.actions.complete() && p.actions.of > 0 {
            Some((t.next_actions, Page::Measures))
        } else {
            None
        }
    });
    let way = move || match next.get() {
        Some((label, page)) => {
            el("a").class("button primary").attr("href", Route::page(&session.id(), page).href()).text(label)
        }
        None => el("p").text(t.next_none),
    };
    el("section")
        .class("next")
        .attr("aria-label", t.next)
        .child(el("p").class("next-label").text(t.next))
        .view(live(move || way().into_view()))
}

fn other_catalog(session: Session) -> AnyView {
    let other = memo(move || session.assessment.with(|a| a.as_ref().is_some_and(|a| a.catalog().digest != DIGEST)));
    let banner = move || {
        let t = words::words();
        let adopt = move || session.app.adopt_catalog(&session.id());
        let button = el("button").attr("type", "button").class("secondary").click(adopt).text(t.adopt);
        el("div").class("banner warning").child(el("p").text(t.other_catalog)).child(button).into_view()
    };
    live(move || other.get().then(banner))
}
