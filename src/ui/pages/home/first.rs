//! What a first visit shows before anything is there: how it goes and how long it takes, what comes of it, and how much
//! of it is official.

use crate::{
    app::AppState,
    core::{
        catalog::{Provenance, Text},
        report::{ActionStanding, RiskStanding, Share, labels},
    },
    ui::{
        components::{
            Part,
            el::{El, html},
            legend, memo, stack, step_number,
        },
        i18n::{common, controls, fill, home as words, results, scope, word},
        route::Site,
        standing,
    },
};

/// The figures of the example: how many risks, and how many actions, stand where.
const RISKS: [(RiskStanding, usize); 5] = [
    (RiskStanding::Treat, 29),
    (RiskStanding::Covered, 6),
    (RiskStanding::Accepted, 4),
    (RiskStanding::Transferred, 3),
    (RiskStanding::Undecided, 2),
];
const ACTIONS: [(ActionStanding, usize); 5] = [
    (ActionStanding::Done, 52),
    (ActionStanding::Partly, 21),
    (ActionStanding::NotDone, 17),
    (ActionStanding::DontKnow, 3),
    (ActionStanding::Unanswered, 9),
];

/// The facts.
pub fn facts(app: AppState) -> El {
    let link = html::a().attr("href", Site::Fidelity.href()).text(words::words().first_fidelity);
    html::div()
        .class("first-facts")
        .child(steps())
        .child(example())
        .child(html::p().class("official").text(official(app)).text(" ").child(link))
        .child(html::p().class("about").text(word(labels::NEWER)))
}

fn steps() -> El {
    let (t, c) = (words::words(), common::words());
    let step = |(number, (name, text, time)): (usize, (&'static str, &'static str, &'static str))| {
        html::li()
            .child(html::strong().child(step_number(number)).text(name))
            .child(html::p().text(text).text(" ").child(html::span().class("about").text(time)))
    };
    let steps = [
        (scope::words().title, t.first_scope, t.first_scope_time),
        (scope::words().classify, t.first_class, t.first_class_time),
        (controls::words().title, t.first_controls, t.first_controls_time),
        (c.step_model, t.first_model, t.first_model_time),
        (c.step_risks, t.first_risks, t.first_risks_time),
        (c.step_measures, t.first_actions, t.first_actions_time),
        (results::words().title, t.first_results, ""),
    ];
    html::section()
        .child(html::h2().text(t.first_steps))
        .child(html::ol().class("steps-list").children((1..).zip(steps).map(step)))
        .child(html::p().class("about").text(t.first_time))
}

/// A result as it looks, drawn by what draws the real ones.
fn example() -> El {
    let (t, c) = (words::words(), common::words());
    let row = |name: &'static str, parts: Vec<Part>, done: usize| {
        let share = Share { done, of: parts.iter().map(|p| p.count).sum() };
        let parts = memo(move || parts.clone());
        html::div().child(html::h3().text(name)).child(stack(name, memo(move || share), parts)).child(legend(parts))
    };
    let risks: Vec<Part> = RISKS.map(|(s, n)| standing::risk(s, n)).into();
    let actions: Vec<Part> = ACTIONS.map(|(s, n)| standing::action(s, n)).into();
    let decided = RISKS.iter().filter(|(s, _)| s.is_decided()).map(|(_, n)| n).sum();
    let recorded = ACTIONS.iter().filter(|(s, _)| s.is_recorded()).map(|(_, n)| n).sum();
    html::section()
        .class("example")
        .child(html::h2().text(t.first_example))
        .child(row(c.step_risks, risks, decided))
        .child(row(c.step_measures, actions, recorded))
        .child(html::p().class("about").text(t.first_example_note))
}

/// How many of the catalogue’s risks and actions are from published sources or a pack, in one sentence.
fn official(app: AppState) -> String {
    let catalog = app.catalog();
    let published =
        |text: &Text| matches!(text.from, Provenance::Quoted(_) | Provenance::Cited(_) | Provenance::Supplied);
    let risks = catalog.risks.iter().filter(|r| published(&r.title)).count();
    let actions = || catalog.countermeasures.iter().flat_map(|m| m.actions.iter());
    let cited = actions().filter(|a| published(&a.text)).count();
    let values: [&dyn std::fmt::Display; 4] = [&catalog.risks.len(), &risks, &actions().count(), &cited];
    fill(words::words().first_official, &values)
}
