//! What an assessment is about, how far it is, and what to do next.

use leptos::prelude::*;

use super::model::way_on;
use crate::{
    app::Session,
    core::{
        assessment::{Edit, EntryChange, Path, Since, paths},
        catalog::{EntryKind, Risk},
        extract::Truth,
        report::{ActionStanding, Progress, RiskStanding, Share},
    },
    ui::{
        components::{
            Part, TextKind, button,
            el::{El, html},
            legend, live, memo, stack, step_number, text_field, title,
        },
        i18n::{common, fill, overview as words, pick},
        route::{Page, Route},
        standing, wording,
    },
};

/// The page.
pub fn page(session: Session) -> AnyView {
    let (t, c) = (words::words(), common::words());
    let name = memo(move || {
        let name = session.text(&paths::name());
        if name.is_empty() { c.unnamed.to_owned() } else { wording::short(&name) }
    });
    let step = |number, label, about, page, of, parts| step(session, number, label, about, page, of, parts);
    let steps = [
        step("1", c.step_model, t.model_about, Page::Start, |p| p.model, standing::of_model(session)),
        step("2", c.step_risks, t.risks_about, Page::Risks, Progress::risks_decided, standing::of_risks(session)),
        step(
            "3",
            c.step_measures,
            t.measures_about,
            Page::Measures,
            Progress::actions_recorded,
            standing::of_actions(session),
        ),
    ];
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
        next(session).into_any(),
        html::section().child(html::h2().text(t.steps)).child(html::ol().class("steps").children(steps)).into_any(),
        html::section().child(html::h2().text(t.about)).child(about).into_any(),
    ]
    .into_any()
}

fn meta(session: Session, label: &'static str, path: Path, hint: &'static str, kind: TextKind) -> El {
    let value = session.watch(path.clone());
    let commit = Callback::new(move |text: String| session.edit(Edit::text(path.clone(), text)));
    text_field(kind, label.to_owned(), hint.to_owned(), value.into(), commit)
}

fn step(
    session: Session,
    number: &'static str,
    label: &'static str,
    about: &'static str,
    page: Page,
    of: fn(&Progress) -> Share,
    parts: Signal<Vec<Part>>,
) -> El {
    let t = words::words();
    let share = standing::share(session, of);
    let verb = move || match share.get() {
        s if s.complete() => t.look,
        Share { done: 0, .. } if page != Page::Start || !session.begun() => t.begin,
        _ => t.go_on,
    };
    let text = html::div().child(html::h3().text(label)).child(html::p().text(about));
    let text = text.child(stack(label, share, parts)).child(legend(parts));
    let link = html::a()
        .class("button secondary")
        .live_attr("href", move || Some(way_to(session, page)))
        .child(live(verb))
        .child(html::span().class("sr-only").text(": ").text(label));
    html::li().class("step").child(step_number(number)).child(text).child(link)
}

/// The address of a step. The model goes on where it is open.
fn way_to(session: Session, page: Page) -> String {
    let on = (page == Page::Start).then(|| way_on(session)).flatten();
    on.unwrap_or_else(|| Route::page(&session.id(), page)).href()
}

/// The one thing to do next.
fn next(session: Session) -> El {
    let t = words::words();
    let next = memo(move || session.progress.with(next_step));
    let way = move || match next.get() {
        Some((label, page)) => html::a().class("button primary").attr("href", way_to(session, page)).text(label),
        None => html::p().text(t.next_none),
    };
    html::section()
        .class("next")
        .attr("aria-label", t.next)
        .child(html::p().class("next-label").text(t.next))
        .child(live(way))
}

fn next_step(p: &Progress) -> Option<(String, Page)> {
    let t = words::words();
    let recorded = p.actions_recorded();
    let (label, page) = if p.model.done + p.presumed == 0 {
        (t.next_model, Page::Start)
    } else if p.presumed > 0 {
        (t.next_presumed, Page::Start)
    } else if p.risks.of(RiskStanding::Open) > 0 {
        (t.next_open, Page::Risks)
    } else if p.risks.of(RiskStanding::Undecided) > 0 {
        (t.next_decide, Page::Risks)
    } else if p.risks.of(RiskStanding::ReasonMissing) > 0 {
        (t.next_reason, Page::Risks)
    } else if recorded.done < recorded.of {
        (t.next_actions, Page::Measures)
    } else if p.actions.of_those(ActionStanding::is_to_do) > 0 {
        (t.next_to_do, Page::Measures)
    } else {
        return None;
    };
    Some((fill(label, &[&p.presumed]), page))
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
