//! What states, answers and provenances are called, in both languages: the same on screens and in exports.

use super::{ActionStanding, ActionStatus, ControlStanding, Decision, ProvenanceKind, RiskStanding};
use crate::core::{
    catalog::Player,
    evaluate::{ControlStatus, InWriting},
    language::Wording,
};

/// A question answered with yes.
pub const YES: Wording = Wording::new("はい", "Yes");
/// A question answered with no.
pub const NO: Wording = Wording::new("いいえ", "No");
/// A question, or an action, of which nobody said anything.
pub const UNANSWERED: Wording = Wording::new("未回答", "Unanswered");
/// Where no player does something.
pub const NOBODY: Wording = Wording::new("なし", "Nobody");
/// Where there is nothing to list.
pub const NONE: Wording = Wording::new("なし", "None");
/// A decision, or a status, whose demanded reason is missing.
const REASON_MISSING: Wording = Wording::new("理由なし", "Reason missing");

/// A player.
#[must_use]
pub const fn player(player: Player) -> Wording {
    match player {
        Player::Own => Wording::new("自社", "We"),
        Player::Partner => Wording::new("連携事業者", "Partner"),
        Player::User => Wording::new("利用者", "User"),
    }
}

/// A decision about a risk, as it is offered.
#[must_use]
pub const fn decision(decision: Decision) -> Wording {
    match decision {
        Decision::Treat => Wording::new("対応策を実施する", "Carry out the countermeasures"),
        Decision::Covered => Wording::new("第II部・第III部の対策で足りる", "Covered by controls of Parts II and III"),
        Decision::Accept => Wording::new("受け入れる", "Accept"),
        Decision::Transfer => Wording::new("移転する（契約・保険など）", "Transfer (contract, insurance)"),
    }
}

/// Where a risk stands, in a word or two.
#[must_use]
pub const fn risk_standing(standing: RiskStanding) -> Wording {
    match standing {
        RiskStanding::Treat => decision(Decision::Treat),
        RiskStanding::Covered => Wording::new("他の対策で足りる", "Covered otherwise"),
        RiskStanding::Accepted => decision(Decision::Accept),
        RiskStanding::Transferred => Wording::new("移転する", "Transfer"),
        RiskStanding::ReasonMissing => REASON_MISSING,
        RiskStanding::Undecided => Wording::new("決めていない", "Undecided"),
        RiskStanding::Open => Wording::new("未確定", "Open"),
    }
}

/// The status of an action.
#[must_use]
pub const fn action_status(status: ActionStatus) -> Wording {
    match status {
        ActionStatus::Done => Wording::new("実施", "Done"),
        ActionStatus::Partly => Wording::new("一部実施", "Done in part"),
        ActionStatus::NotDone => Wording::new("未実施", "Not done"),
        ActionStatus::NotApplicable => Wording::new("対象外", "Not applicable"),
        ActionStatus::DontKnow => Wording::new("わからない", "Don't know"),
    }
}

/// Where an action stands.
#[must_use]
pub const fn action_standing(standing: ActionStanding) -> Wording {
    match standing {
        ActionStanding::Done => action_status(ActionStatus::Done),
        ActionStanding::Partly => action_status(ActionStatus::Partly),
        ActionStanding::NotDone => action_status(ActionStatus::NotDone),
        ActionStanding::NotApplicable => action_status(ActionStatus::NotApplicable),
        ActionStanding::ReasonMissing => REASON_MISSING,
        ActionStanding::DontKnow => action_status(ActionStatus::DontKnow),
        ActionStanding::Unanswered => UNANSWERED,
    }
}

/// The status of a control.
#[must_use]
pub const fn control_status(status: ControlStatus) -> Wording {
    match status {
        ControlStatus::Implemented => Wording::new("実施", "Implemented"),
        ControlStatus::Partial => Wording::new("一部実施", "Implemented in part"),
        ControlStatus::NotImplemented => Wording::new("未実施", "Not implemented"),
        ControlStatus::NotApplicable => Wording::new("対象外", "Not applicable"),
        ControlStatus::Unknown => Wording::new("わからない", "Don't know"),
    }
}

/// Where a control stands.
#[must_use]
pub const fn control_standing(standing: ControlStanding) -> Wording {
    match standing {
        ControlStanding::Implemented => control_status(ControlStatus::Implemented),
        ControlStanding::Partial => control_status(ControlStatus::Partial),
        ControlStanding::NotImplemented => control_status(ControlStatus::NotImplemented),
        ControlStanding::NotApplicable => control_status(ControlStatus::NotApplicable),
        ControlStanding::OutOfScope => Wording::new("適用範囲外", "Out of scope"),
        ControlStanding::ReasonMissing => REASON_MISSING,
        ControlStanding::Unknown => control_status(ControlStatus::Unknown),
        ControlStanding::Unanswered => UNANSWERED,
    }
}

/// How far a control is laid down in rules.
#[must_use]
pub const fn in_writing(written: InWriting) -> Wording {
    match written {
        InWriting::Written => Wording::new("規程あり", "In writing"),
        InWriting::Partial => Wording::new("一部規程あり", "In writing in part"),
        InWriting::NotWritten => Wording::new("規程なし", "Not in writing"),
        InWriting::Unknown => control_status(ControlStatus::Unknown),
    }
}

/// Where something comes from, as its badge says it.
#[must_use]
pub const fn provenance(kind: ProvenanceKind) -> Wording {
    match kind {
        ProvenanceKind::Quoted => Wording::new("概要資料", "Summary"),
        ProvenanceKind::Cited => Wording::new("公知", "Public source"),
        ProvenanceKind::Unverified => Wording::new("未照合", "Unverified"),
        ProvenanceKind::Original => Wording::new("独自", "Original"),
        ProvenanceKind::Supplied => Wording::new("利用者提供", "Supplied"),
    }
}
