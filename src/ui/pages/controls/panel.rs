//! One control whole: what it asks for, where it stands, on what that rests, what was measured, and what leans on it.

use std::fmt::Display;

use leptos::prelude::*;

use super::{statuses, value::value};
use crate::{
    app::Session,
    core::{
        assessment::{Path, paths},
        catalog::{Control, CountermeasureId, RiskId, Text},
        evaluate::{ControlStatus, InWriting, OutOfScope, web_address},
        extract::Truth,
        report::{ControlStanding, labels},
    },
    ui::{
        components::{
            TextKind, badge,
            el::{El, html},
            live, memo, when, with_badge,
        },
        i18n::{catalog, controls as words, fill, measures, pick, risks, word},
        pages::{
            catalog::control::class,
            changes,
            risks::entry::{choice, field, tick},
        },
        route::{EntryKind, Page, Route},
        standing,
        worklist::Place,
    },
};

/// The panel of a control.
#[must_use]
pub fn panel(session: Session, key: &str) -> AnyView {
    let (t, c) = (words::words(), catalog::words());
    let Some(control) = session.catalog().control(key) else { return ().into_any() };
    let head = html::h2().child(html::span().class("id").text(control.id.0)).text(" ");
    let head = head.text(format!("【{}】 ", class(control))).text(pick(&control.title)).text(" ");
    let mut panel = html::article()
        .class("control-panel")
        .child(head.children(badge(control.title.from)))
        .child(with_badge(html::p().class("statement"), control.statement))
        .child(out_of_scope(session, control))
        .child(status(session, control));
    if let Some(why) = control.why {
        panel = panel.child(html::h3().text(c.why)).child(with_badge(html::p().class("about"), why));
    }
    if !control.items.is_empty() {
        panel = panel
            .child(html::h3().text(t.values))
            .children(control.items.into_iter().map(|item| value(session, control, item)));
    }
    if !control.best_practices.is_empty() {
        let practices = control.best_practices.iter();
        panel = panel
            .child(html::h3().text(c.best_practices))
            .child(html::p().class("about").text(t.followed))
            .children(practices.map(|p| ticked(session, paths::practice(control.id, p.mark), &p.mark, p.text)));
    }
    if !control.evidence.is_empty() {
        panel = panel
            .child(html::h3().text(c.evidence))
            .child(html::p().class("about").text(t.at_hand))
            .children(control.evidence.iter().enumerate().map(|(i, e)| evidence(session, control, i + 1, *e)));
    }
    let entry = Route::Entry(EntryKind::Control, control.id.to_string()).href();
    panel
        .child(others(session, control))
        .child(leaning(session, control))
        .child(html::p().class("about").child(html::a().attr("href", entry).text(t.in_catalog)))
        .child(changes::link(session, &format!("controls/{key}")))
        .into_any()
}

/// Where it stands, who sees to it, until when.
fn status(session: Session, control: &'static Control) -> El {
    let (t, m, id) = (words::words(), measures::words(), control.id);
    let path = move |what: &str| paths::control(id, what);
    let status = session.watch(path("status"));
    let asks_reason = move || status.get() == ControlStatus::NotApplicable.keyword();
    let reason = move || {
        let missing = move || standing(session, control) == Some(ControlStanding::ReasonMissing);
        html::div()
            .child(field(session, path("reason"), risks::words().reason.to_owned(), TextKind::Lines, ""))
            .child(when(missing, move || html::p().class("hint").text(t.reason_missing)))
    };
    let field = |what: &str, label: &str, kind: TextKind| field(session, path(what), label.to_owned(), kind, "");
    html::div()
        .class("control-fields")
        .child(choice(session, path("status"), m.status.to_owned(), statuses(), Some(m.unanswered)))
        .child(when(asks_reason, reason))
        .child(when(move || session.text(&paths::writing()) == "yes", move || written(session, control)))
        .child(field("remark", m.remark, TextKind::Lines))
        .child(field("owner", m.owner, TextKind::Person))
        .child(field("due", m.due, TextKind::Date))
}

/// Where a control stands, followed.
fn standing(session: Session, control: &Control) -> Option<ControlStanding> {
    session.controls.with(|c| c.rows.iter().find(|row| row.control.id == control.id).map(|row| row.standing))
}

/// Whether it is in writing.
fn written(session: Session, control: &'static Control) -> El {
    let path = paths::control(control.id, "written");
    let options = InWriting::ALL.iter().map(|w| (w.keyword(), word(labels::in_writing(*w)))).collect();
    choice(session, path, words::words().written.to_owned(), options, Some(measures::words().unanswered))
}

/// Says why it is out of scope, where it is.
fn out_of_scope(session: Session, control: &'static Control) -> AnyView {
    let t = words::words();
    live(move || {
        let why = match session.controls.with(|c| c.extent.out(control))? {
            OutOfScope::Part => t.out_part,
            OutOfScope::Components => t.out_components,
        };
        let to_scope = html::a().attr("href", Route::page(&session.id(), Page::Scope).href()).text(t.to_scope);
        Some(html::p().class("hint").text(why).text(" ").child(to_scope))
    })
}

/// What can be ticked off.
fn ticked(session: Session, path: Path, mark: &dyn Display, text: Text) -> El {
    let words = html::span().text(format!("{mark}. {}", pick(&text)));
    html::div().class("ticked").child(tick(session, path, "yes", true, words)).children(badge(text.from))
}

fn evidence(session: Session, control: &'static Control, number: usize, text: Text) -> El {
    let t = words::words();
    let label = fill(t.evidence_note, &[&number]);
    let note = move || paths::evidence_note(control.id, number);
    let address = memo(move || web_address(&session.text(&note())).map(str::to_owned));
    let link = move |href| {
        let link = html::a().attr("href", href).attr("target", "_blank").attr("rel", "noopener noreferrer");
        link.text(fill(t.evidence_open, &[&number]))
    };
    ticked(session, paths::evidence(control.id, number), &number, text)
        .child(field(session, note(), label, TextKind::Line, t.evidence_place))
        .child(live(move || address.get().map(link)))
}

/// Related controls, with their states.
fn others(session: Session, control: &'static Control) -> Option<El> {
    let related = || control.related.iter().filter_map(|id| session.catalog().control(id.0));
    related().next()?;
    let line = |other: &'static Control| {
        let place = Place::default().with_row(other.id.0).at();
        let href = Route::Assessment(session.id(), Page::Controls, place).href();
        let state = move || standing(session, other).map_or("", |s| standing::control(s, 0).name).to_owned();
        html::li()
            .child(html::a().attr("href", href).text(format!("{} {}", other.id.0, pick(&other.title))))
            .text(" — ")
            .child(html::strong().live_text(state))
    };
    Some(html::div().child(html::h3().text(words::words().related)).child(html::ul().children(related().map(line))))
}

/// The risks that apply and whose countermeasures name it.
fn leaning(session: Session, control: &'static Control) -> AnyView {
    let catalog = session.catalog();
    let names =
        move |id: &CountermeasureId| catalog.countermeasure(id.0).is_some_and(|m| m.controls.contains(&control.id));
    let line = move |id: RiskId| {
        let href = Route::Assessment(session.id(), Page::Risks, Place::default().with_row(id.0).at()).href();
        Some(html::li().child(html::a().attr("href", href).text(pick(&catalog.risk(id.0)?.title))))
    };
    live(move || {
        let mut risks: Vec<RiskId> = session.extraction.with(|e| {
            let rows = e.with(Truth::True).map(|row| row.key.risk);
            rows.filter(|id| catalog.risk(id.0).is_some_and(|r| r.countermeasures.iter().any(names))).collect()
        });
        risks.dedup();
        (!risks.is_empty()).then(|| {
            html::div()
                .child(html::h3().text(words::words().leaning))
                .child(html::ul().children(risks.into_iter().filter_map(line)))
        })
    })
}
