//! What an assessment is about, how far it is, and what to do next.

use leptos::prelude::*;

use super::{catalog::figure, flow, model::way_on, results};
use crate::{
    app::Session,
    core::{
        assessment::{Edit, EntryChange, Path, Since, paths},
        catalog::{EntryKind, Risk},
        extract::Truth,
        report::{self, Next, Share, diagram},
    },
    ui::{
        components::{
            TextKind, button,
            el::{El, html},
            legend, live, memo, shown, stack, step_number, text_field, title,
        },
        i18n::{catalog, common, fill, lang, overview as words, pick},
        route::{Page, Route},
        wording,
    },
};

/// The page.
pub fn page(session: Session) -> AnyView {
    let (t, c) = (words::words(), common::words());
    let steps = memo(move || flow::steps(session));
    let steps = live(move || (1..).zip(steps.get()).map(|(n, page)| step(session, n, page)).collect::<Vec<_>>());
    let name = memo(move || {
        let name = session.text(&paths::name());
        if name.is_empty() { c.unnamed.to_owned() } else { wording::short(&name) }
    });
    let meta = |label, path, hint, kind| meta(session, label, path, hint, kind);
    let about = html::div()
        .class("form")
        .child(meta(t.name, paths::name(), "", TextKind::Line))
        .child(meta(t.service, paths::meta("service"), t.service_hint, TextKind::Line))
        .child(meta(t.organization, paths::meta("organization"), "", TextKind::Line))
        .child(meta(t.assessor, paths::meta("assessor"), "", TextKind::Line))
        .child(meta(t.note, paths::meta("note"), t.note_hint, TextKind::Lines));
    vec![
        title().live_text(move || name.get()).into_any(),
        html::p().class("lead").text(t.lead).into_any(),
        other_catalog(session),
        results::in_short(session),
        next(session).into_any(),
        html::section().child(html::h2().text(t.steps)).child(html::ol().class("steps").child(steps)).into_any(),
        made_of(session),
        html::section().child(html::h2().text(t.about)).child(about).into_any(),
    ]
    .into_any()
}

/// What the service is made of, drawn anew with each answer.
fn made_of(session: Session) -> AnyView {
    let t = catalog::words();
    live(move || {
        let drawing = session.model.with(|m| diagram(session.catalog(), m, t.diagram, lang()))?;
        let framed = figure::framed(t.diagram, shown(&drawing));
        Some(html::section().child(html::h2().text(t.diagram)).child(framed))
    })
}

fn meta(session: Session, label: &'static str, path: Path, hint: &'static str, kind: TextKind) -> El {
    let value = session.watch(path.clone());
    let commit = Callback::new(move |text: String| session.edit(Edit::text(path.clone(), text)));
    text_field(kind, label.to_owned(), hint.to_owned(), value, commit)
}

fn step(session: Session, number: usize, page: Page) -> El {
    let t = words::words();
    let (label, about) = (flow::name(page), about(page));
    let mut text = html::div().child(html::h3().text(label)).child(html::p().text(about));
    let progress = flow::progress(session, page);
    if let Some((share, parts)) = progress {
        text = text.child(stack(label, share, parts)).child(legend(parts));
    }
    let verb = move || match progress.map(|(share, _)| share.get()) {
        None => t.look,
        Some(share) if share.complete() => t.look,
        Some(Share { done: 0, .. }) if page != Page::Start || !session.begun() => t.begin,
        Some(_) => t.go_on,
    };
    let link = html::a()
        .class("button secondary")
        .live_attr("href", move || Some(way_to(session, page)))
        .child(live(verb))
        .child(html::span().class("sr-only").text(": ").text(label));
    html::li().class("step").child(step_number(number)).child(text).child(link)
}

/// What a step is about.
fn about(page: Page) -> &'static str {
    let t = words::words();
    match page {
        Page::Scope => t.scope_about,
        Page::Classify => t.classify_about,
        Page::Controls => t.controls_about,
        Page::Start => t.model_about,
        Page::Risks => t.risks_about,
        Page::Measures => t.measures_about,
        _ => t.results_about,
    }
}

/// The address of a step. The model goes on where it is open.
fn way_to(session: Session, page: Page) -> String {
    let on = (page == Page::Start).then(|| way_on(session)).flatten();
    on.unwrap_or_else(|| Route::page(&session.id(), page)).href()
}

/// The one thing to do next.
fn next(session: Session) -> El {
    let t = words::words();
    let next = memo(move || {
        let has_pattern = session.classification.with(|c| c.pattern().is_some());
        session.progress.with(|p| session.controls.with(|c| report::next(p, c, has_pattern)))
    });
    let way = move || match next.get().map(worded) {
        Some((label, page)) => html::a().class("button primary").attr("href", way_to(session, page)).text(label),
        None => html::p().text(t.next_none),
    };
    html::section()
        .class("next")
        .attr("aria-label", t.next)
        .child(html::p().class("next-label").text(t.next))
        .child(live(way))
}

fn worded(next: Next) -> (String, Page) {
    let t = words::words();
    let (label, page) = match next {
        Next::Classify => (t.next_classify, Page::Classify),
        Next::AnswerControls => (t.next_controls, Page::Controls),
        Next::BeginModel => (t.next_model, Page::Start),
        Next::Confirm(count) => return (fill(t.next_presumed, &[&count]), Page::Start),
        Next::SettleRisks => (t.next_open, Page::Risks),
        Next::DecideRisks => (t.next_decide, Page::Risks),
        Next::GiveReasons => (t.next_reason, Page::Risks),
        Next::RecordActions => (t.next_actions, Page::Measures),
        Next::CarryOut => (t.next_to_do, Page::Tasks),
    };
    (label.to_owned(), page)
}

/// Where the assessment was made with another catalogue: what differs, and the way to go on with the present one.
fn other_catalog(session: Session) -> AnyView {
    let digest = session.app.catalog_digest();
    let other = memo(move || session.assessment.with(|a| a.as_ref().is_some_and(|a| *a.catalog().digest != *digest)));
    let banner = move || {
        let t = words::words();
        let adopt = move || session.app.adopt_catalog(&session.id());
        let button = button("secondary", t.adopt).click(adopt);
        html::div()
            .class("banner warning")
            .child(html::p().text(t.other_catalog))
            .child(untrack(|| {
                let catalog = session.catalog();
                catalog_changes(session, session.assessment.with(|a| a.as_ref()?.catalog().changed_since(catalog)))
            }))
            .child(button)
            .into_any()
    };
    live(move || other.get().then(banner))
}

/// What differs in the catalogue, what concerns the assessment first.
#[must_use]
pub fn catalog_changes(session: Session, changes: Option<Vec<EntryChange>>) -> El {
    let t = words::words();
    let catalog = session.catalog();
    let Some(changes) = changes else { return html::p().class("about").text(t.no_marks) };
    let mut lines: Vec<(bool, El)> = Vec::new();
    for change in &changes {
        let concerned = concerns(session, change.kind, &change.id);
        let word = match change.since {
            Since::Added => t.added,
            Since::Removed => t.removed,
            Since::Changed => t.changed,
        };
        let name = format!("{} {}", wording::entry_kind(change.kind), change.id);
        let name = match catalog.entry(change.kind, &change.id) {
            Some(entry) => html::a()
                .attr("href", Route::Entry(change.kind, change.id.clone()).href())
                .text(format!("{name} {}", pick(&entry.title))),
            None => html::span().text(name),
        };
        let mut line = html::li().text(format!("{word}: ")).child(name);
        if concerned {
            line = line.text(" ").child(html::strong().text(t.concerned));
        }
        lines.push((concerned, line));
    }
    let here = lines.iter().filter(|(concerned, _)| *concerned).count();
    let (first, rest): (Vec<_>, Vec<_>) = lines.into_iter().partition(|(concerned, _)| *concerned);
    html::details()
        .child(html::summary().text(fill(t.differences, &[&changes.len(), &here])))
        .child(html::ul().children(first.into_iter().chain(rest).map(|(_, line)| line)))
}

/// Whether an entry plays a part in this assessment: what it answers, and what follows from it.
fn concerns(session: Session, kind: EntryKind, id: &str) -> bool {
    let applies = |of: &dyn Fn(&Risk) -> bool| {
        session.extraction.with_untracked(|e| {
            let rows = e.rows.iter().filter(|r| r.finding.truth != Truth::False);
            rows.filter_map(|r| session.catalog().risk(r.key.risk.0)).any(of)
        })
    };
    match kind {
        EntryKind::Risk => applies(&|r| r.id.0 == id),
        EntryKind::Countermeasure => applies(&|r| r.countermeasures.iter().any(|m| m.0 == id)),
        EntryKind::Role => session.model.with_untracked(|m| m.roles.keys().any(|r| r.0 == id)),
        EntryKind::Component => session.model.with_untracked(|m| m.instances.values().any(|i| i.kind.0 == id)),
        EntryKind::Data => session.model.with_untracked(|m| m.data.iter().any(|(d, yes)| d.0 == id && *yes)),
        _ => false,
    }
}
