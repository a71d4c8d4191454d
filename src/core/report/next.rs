//! The one thing to do next.

use super::{ActionStanding, ControlResults, ControlStanding, Progress, RiskStanding};
use crate::core::evaluate::GuidelinePart;

/// What to do next in an assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Find the pattern of the service, by which values are compared.
    Classify,
    /// Say where controls stand.
    AnswerControls,
    /// Begin with the model.
    BeginModel,
    /// Confirm what came with the service type; how many answers.
    Confirm(usize),
    /// Answer what keeps risks open.
    SettleRisks,
    /// Decide about risks.
    DecideRisks,
    /// Give the reasons that decisions about risks demand.
    GiveReasons,
    /// Say where actions stand.
    RecordActions,
    /// Carry out what is not done, or done in part.
    CarryOut,
}

/// What to do next, in the order of the steps, of what is in the scope. `None` where all is answered and done. Where
/// something waits for an answer, that comes before carrying anything out: what is missing is known only then.
#[must_use]
pub fn next(progress: &Progress, controls: &ControlResults, has_pattern: bool) -> Option<Next> {
    let has = |part| controls.extent.has_part(part);
    let (answered, recorded) = (controls.answered(), progress.actions_recorded());
    let four = |is: bool| is && has(GuidelinePart::Four);
    let steps = [
        (has(GuidelinePart::Three) && !has_pattern, Next::Classify),
        (answered.done < answered.of, Next::AnswerControls),
        (four(progress.model.done + progress.presumed == 0), Next::BeginModel),
        (four(progress.presumed > 0), Next::Confirm(progress.presumed)),
        (four(progress.risks.of(RiskStanding::Open) > 0), Next::SettleRisks),
        (four(progress.risks.of(RiskStanding::Undecided) > 0), Next::DecideRisks),
        (four(progress.risks.of(RiskStanding::ReasonMissing) > 0), Next::GiveReasons),
        (four(recorded.done < recorded.of), Next::RecordActions),
        (
            controls.counts().of_those(ControlStanding::is_not_met) > 0
                || four(progress.actions.of_those(ActionStanding::is_to_do) > 0),
            Next::CarryOut,
        ),
    ];
    steps.into_iter().find_map(|(is, next)| is.then_some(next))
}
