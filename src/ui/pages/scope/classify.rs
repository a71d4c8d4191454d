//! The pattern of the service (Annex 3): two questions, what follows from them, and what another answer would change.

use leptos::prelude::*;

use crate::{
    app::Session,
    core::{
        assessment::paths,
        catalog::{AxisEntry, Grade, PatternId, keyword::Keyword},
        evaluate::{Classification, moves},
    },
    ui::{
        components::{
            TextKind,
            el::{El, html},
            live, title, when, with_badge,
        },
        i18n::{common, fill, pick, scope as words},
        pages::{
            flow,
            risks::entry::{choice, field},
        },
        route::{EntryKind, Page, Route},
        wording,
    },
};

/// The page.
#[must_use]
pub fn page(session: Session) -> AnyView {
    let t = words::words();
    let axes = session.catalog().axes.iter().map(|axis| question(session, axis));
    vec![
        title().text(t.classify).into_any(),
        html::p().class("lead").text(t.classify_lead).into_any(),
        html::div().children(axes).into_any(),
        live(move || session.classification.with(|c| result(session, c))),
        live(move || session.classification.with(|c| would(session, c))),
        own(session).into_any(),
        flow::onward_by_key(session, Page::Classify),
    ]
    .into_any()
}

/// The question of one property.
fn question(session: Session, axis: &'static AxisEntry) -> El {
    let path = paths::grade(axis.id);
    let options = axis.levels.iter().map(|l| (l.id.keyword(), pick(&l.name))).collect();
    let meaning = |level: &crate::core::catalog::GradeEntry| {
        let item = html::li().child(html::strong().text(pick(&level.name))).text(": ");
        with_badge(item, level.meaning)
    };
    // Where there is one level, nothing is asked.
    let answer = || choice(session, path, pick(&axis.name).to_owned(), options, Some(common::words().unanswered));
    html::section()
        .class("axis")
        .child(with_badge(html::h2(), axis.name))
        .child(with_badge(html::p(), axis.question))
        .child(html::ul().children(axis.levels.iter().map(meaning)))
        .children((axis.levels.len() > 1).then(answer))
}

/// The name of a pattern: `パターン 3`.
fn name(id: PatternId) -> String {
    fill(words::words().result, &[&id])
}

/// What follows from the answers.
fn result(session: Session, c: &Classification) -> El {
    let t = words::words();
    let said = |class: &'static str| html::section().class(class).attr("role", "status");
    match c.pattern().and_then(|id| session.catalog().pattern(id)) {
        Some(pattern) => {
            let href = Route::Entry(EntryKind::Pattern, pattern.id.to_string()).href();
            let why = if c.chosen == Some(pattern.id) && c.possible != [pattern.id] { t.chosen } else { t.because };
            let text = with_badge(html::p(), pattern.name);
            let mut section = said("result")
                .child(html::h2().child(html::a().attr("href", href).text(name(pattern.id))))
                .child(text)
                .child(html::p().class("about").text(why));
            if !pattern.examples.is_empty() {
                let examples = pattern.examples.iter().map(|e| with_badge(html::li(), *e));
                section = section.child(html::h3().text(t.examples)).child(html::ul().children(examples));
            }
            section
        }
        None if c.possible.is_empty() => said("result").child(html::p().class("hint").text(t.result_never)),
        None => {
            let left = wording::join(c.possible.iter().map(|id| name(*id)));
            said("result").child(html::p().text(fill(t.result_none, &[&left])))
        }
    }
}

/// Which reference values would change with another answer.
fn would(session: Session, c: &Classification) -> Option<El> {
    let (t, catalog) = (words::words(), session.catalog());
    let now = c.pattern()?;
    let line = |axis: &'static AxisEntry, grade: Grade| {
        let other = Classification { chosen: None, ..c.with(catalog, axis.id, grade) };
        let then = other.pattern().filter(|then| *then != now)?;
        let level = axis.levels.iter().find(|l| l.id == grade).map(|l| pick(&l.name))?;
        let answer = format!("{}: {level}", pick(&axis.name));
        Some(html::li().text(fill(t.would, &[&answer, &name(then), &moves(catalog, now, then).len()])))
    };
    let other = |axis: &'static AxisEntry| {
        let now = c.answer(axis.id);
        axis.levels.iter().filter(move |l| Some(l.id) != now).filter_map(move |l| line(axis, l.id)).collect::<Vec<_>>()
    };
    let lines: Vec<El> = catalog.axes.iter().flat_map(other).collect();
    (!lines.is_empty()).then(|| html::section().child(html::h2().text(t.moves)).child(html::ul().children(lines)))
}

/// Another pattern than the answers give, with the reason.
fn own(session: Session) -> El {
    let t = words::words();
    let path = paths::pattern_override();
    let options = PatternId::VALUES.iter().map(|id| (id.keyword(), id.keyword())).collect();
    let is_chosen = move || session.classification.with(|c| c.chosen.is_some());
    let missing = move || session.classification.with(|c| c.reason_missing());
    let reason = move || {
        html::div()
            .child(field(session, paths::override_reason(), t.own_reason.to_owned(), TextKind::Lines, ""))
            .child(when(missing, move || html::p().class("hint").text(t.reason_missing)))
    };
    html::section()
        .class("axis")
        .child(html::h2().text(t.own))
        .child(html::p().class("about").text(t.own_hint))
        .child(choice(session, path, t.own.to_owned(), options, Some(t.none)))
        .child(when(is_chosen, reason))
}
