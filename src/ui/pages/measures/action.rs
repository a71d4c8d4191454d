//! One action whole: its state, remark, owner and due date; what it belongs to, and the risks that it answers.

use leptos::prelude::*;

use crate::{
    app::Session,
    core::{
        assessment::{Path, paths},
        catalog::{Action, ActionId, Countermeasure, CountermeasureId},
        report::ActionStanding,
    },
    ui::{
        components::{
            TextKind, badge,
            el::{El, html},
            live, memo, when, with_badge,
        },
        i18n::{measures as words, pick},
        pages::{
            changes,
            risks::{
                entry::{choice, field},
                panel::partners,
            },
        },
        route::{EntryKind, Page, Route},
        standing, wording,
        worklist::Place,
    },
};

/// Names an action in the list and in the address.
#[must_use]
pub fn key(of: CountermeasureId, action: ActionId) -> String {
    format!("{of}:{action}")
}

/// The action of a name.
#[must_use]
pub fn by_key(session: Session, key: &str) -> Option<(&'static Countermeasure, &'static Action)> {
    let (of, action) = key.split_once(':')?;
    let measure = session.catalog().countermeasure(of)?;
    Some((measure, measure.actions.iter().find(|a| a.id.0 == action)?))
}

/// The state of an action as a word, followed.
#[must_use]
fn state(session: Session, of: CountermeasureId, action: ActionId) -> &'static str {
    let standing = session.assessment.with(|a| a.as_ref().map(|a| ActionStanding::of(a, of, action)));
    standing::action(standing.unwrap_or(ActionStanding::Unanswered), 0).name
}

/// The panel of an action.
#[must_use]
pub fn panel(session: Session, key: &str) -> AnyView {
    let t = words::words();
    let Some((measure, action)) = by_key(session, key) else { return ().into_any() };
    let text = html::h2().child(html::span().class("action-id").text(action.id.0)).text(" ");
    html::article()
        .class("action-panel")
        .child(text.text(pick(&action.text)).text(" ").children(badge(action.text.from)))
        .child(fields(session, measure.id, action))
        .child(html::h3().text(t.belongs_to))
        .child(countermeasure(measure))
        .child(html::h3().text(t.answers))
        .child(because(session, measure))
        .child(html::h3().text(t.beside))
        .child(others(session, measure, action.id))
        .child(changes::link(session, &format!("action/{}/{}", measure.id, action.id)))
        .into_any()
}

fn fields(session: Session, of: CountermeasureId, action: &'static Action) -> El {
    let t = words::words();
    let id = action.id;
    let path = move |what: &str| -> Path { paths::action(of, id, what) };
    let field = |what: &str, label: &str, kind: TextKind| field(session, path(what), label.to_owned(), kind, "");
    let missing = move || {
        session
            .assessment
            .with(|a| a.as_ref().is_some_and(|a| ActionStanding::of(a, of, id) == ActionStanding::ReasonMissing))
    };
    html::div()
        .class("action-fields")
        .child(choice(session, path("status"), t.status.to_owned(), wording::action_statuses(), Some(t.unanswered)))
        .child(field("remark", t.remark, TextKind::Lines))
        .child(when(missing, move || html::p().class("hint").text(t.na_reason)))
        .child(field("owner", t.owner, TextKind::Person))
        .child(field("due", t.due, TextKind::Date))
}

fn countermeasure(measure: &'static Countermeasure) -> El {
    let t = words::words();
    let entry = Route::Entry(EntryKind::Countermeasure, measure.id.to_string()).href();
    let name = format!("{} 【{}】", measure.id.0, pick(&measure.title));
    let statement = match measure.statement {
        Some(statement) => with_badge(html::p().class("statement"), statement),
        None => html::p().class("statement missing").text(t.not_included),
    };
    html::div()
        .child(html::p().child(html::a().attr("href", entry).text(name)).text(" ").children(badge(measure.title.from)))
        .child(statement)
}

/// The risks that its countermeasure answers, each a link to its row.
fn because(session: Session, measure: &'static Countermeasure) -> El {
    let catalog = session.catalog();
    let risks = memo(move || {
        let scope = session.scope();
        session.derived.with(|all| {
            let of = all.iter().find(|d| d.countermeasure.id == measure.id);
            let keys = of.map(|d| d.because.as_slice()).unwrap_or_default();
            let mut risks: Vec<&'static str> =
                keys.iter().filter(|k| scope.shows_risk(catalog, k)).map(|k| k.risk.0).collect();
            risks.dedup();
            risks
        })
    });
    let line = move |id: &'static str| {
        let risk = catalog.risk(id)?;
        let href = Route::Assessment(session.id(), Page::Risks, Place::default().with_row(id).at()).href();
        Some(html::li().child(html::a().attr("href", href).text(pick(&risk.title))).into_any())
    };
    let named = move || {
        let because = session
            .derived
            .with(|all| all.iter().find(|d| d.countermeasure.id == measure.id).map(|d| d.because.clone()))?;
        session.extraction.with(|e| {
            let facts = because.iter().filter_map(|key| e.row(key)).flat_map(|row| &row.finding.facts);
            Some(session.model.with(|m| wording::join(m.partners_in(facts))))
        })
    };
    html::div()
        .child(html::ul().child(live(move || risks.get().into_iter().filter_map(line).collect::<Vec<_>>())))
        .child(partners(named))
}

/// The other actions of its countermeasure.
fn others(session: Session, measure: &'static Countermeasure, but: ActionId) -> El {
    let others = measure.actions.iter().filter(|a| a.id != but);
    html::ul().children(others.map(|a| line(session, measure.id, a.id, format!("{} {}", a.id.0, pick(&a.text)))))
}

/// A line that leads to an action in its list, with its state.
#[must_use]
pub fn line(session: Session, of: CountermeasureId, action: ActionId, text: String) -> El {
    let place = Place::default().with_row(&key(of, action)).at();
    let href = Route::Assessment(session.id(), Page::Measures, place).href();
    html::li()
        .child(html::a().attr("href", href).text(text))
        .text(" — ")
        .child(html::strong().live_text(move || state(session, of, action).to_owned()))
}
