//! Where controls, risks and actions stand, as people read it.

use super::{
    components::{
        Followed, Part,
        el::{El, html},
        legend, memo, stack,
    },
    i18n::{common, model, word},
};
use crate::{
    app::Session,
    core::report::{ActionStanding, ControlStanding, Progress, RiskStanding, Share, labels},
};

/// How far something is, followed.
#[must_use]
pub fn share(session: Session, of: fn(&Progress) -> Share) -> Followed<Share> {
    memo(move || session.progress.with(of))
}

/// Where all risks or all actions stand, at the head of their page: the bar, what it means, and a line below.
#[must_use]
pub fn head(
    label: &'static str,
    share: Followed<Share>,
    parts: Followed<Vec<Part>>,
    line: impl Fn() -> String + Send + 'static,
) -> El {
    html::div()
        .class("standing")
        .child(stack(label, share, parts))
        .child(legend(parts))
        .child(html::p().class("counts-line").live_text(line))
}

/// The parts of the bar of the model's questions.
#[must_use]
pub fn of_model(session: Session) -> Followed<Vec<Part>> {
    memo(move || {
        session.progress.with(|p| {
            let (c, open) = (common::words(), p.model.of - p.model.done - p.presumed);
            vec![
                Part { class: "part-good", name: c.answered, count: p.model.done },
                Part { class: "part-presumed", name: model::words().presumed, count: p.presumed },
                Part { class: "part-none", name: c.unanswered, count: open },
            ]
        })
    })
}

/// The parts of the bar of risks.
#[must_use]
pub fn of_risks(session: Session) -> Followed<Vec<Part>> {
    memo(move || session.progress.with(|p| RiskStanding::ALL.map(|s| risk(s, p.risks.of(s))).to_vec()))
}

/// The parts of the bar of all actions.
#[must_use]
pub fn of_actions(session: Session) -> Followed<Vec<Part>> {
    memo(move || session.progress.with(|p| ActionStanding::ALL.map(|s| action(s, p.actions.of(s))).to_vec()))
}

/// The parts of the bar of controls.
#[must_use]
pub fn of_controls(session: Session) -> Followed<Vec<Part>> {
    memo(move || {
        let counts = session.controls.with(|c| c.counts());
        ControlStanding::ALL.map(|s| control(s, counts.of(s))).to_vec()
    })
}

/// The part of a bar of controls.
#[must_use]
pub fn control(standing: ControlStanding, count: usize) -> Part {
    let class = match standing {
        ControlStanding::Implemented => "part-good",
        ControlStanding::Partial => "part-going",
        ControlStanding::NotImplemented => "part-bad",
        ControlStanding::NotApplicable => "part-away",
        ControlStanding::OutOfScope => "part-out",
        ControlStanding::ReasonMissing => "part-missing",
        ControlStanding::Unknown => "part-other",
        ControlStanding::Unanswered => "part-none",
    };
    Part { class, name: word(labels::control_standing(standing)), count }
}

/// The part of a bar of risks.
#[must_use]
pub fn risk(standing: RiskStanding, count: usize) -> Part {
    let class = match standing {
        RiskStanding::Treat => "part-going",
        RiskStanding::Covered => "part-good",
        RiskStanding::Accepted => "part-other",
        RiskStanding::Transferred => "part-away",
        RiskStanding::ReasonMissing => "part-missing",
        RiskStanding::Undecided => "part-todo",
        RiskStanding::Open => "part-none",
    };
    Part { class, name: word(labels::risk_standing(standing)), count }
}

/// The part of a bar of actions.
#[must_use]
pub fn action(standing: ActionStanding, count: usize) -> Part {
    let class = match standing {
        ActionStanding::Done => "part-good",
        ActionStanding::Partly => "part-going",
        ActionStanding::NotDone => "part-bad",
        ActionStanding::NotApplicable => "part-away",
        ActionStanding::ReasonMissing => "part-missing",
        ActionStanding::DontKnow => "part-other",
        ActionStanding::Unanswered => "part-none",
    };
    Part { class, name: word(labels::action_standing(standing)), count }
}
