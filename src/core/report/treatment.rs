//! What people decided about risks, and how far actions are.

use super::Scope;
use crate::core::{
    assessment::{Assessment, paths},
    catalog::{
        ActionId, Catalog, CountermeasureId,
        keyword::{Keyword, keywords},
    },
    extract::RowKey,
};

keywords! {
    /// What people decided to do about a risk that applies.
    pub enum Decision {
        /// Carry out its countermeasures.
        Treat = "treat",
        /// Named controls of Parts II and III cover it.
        Covered = "covered",
        /// Live with it.
        Accept = "accept",
        /// Somebody else bears it, by contract or insurance.
        Transfer = "transfer",
    }

    /// How far an action is.
    pub enum ActionStatus {
        /// 実施: done.
        Done = "done",
        /// 一部実施: done in part.
        Partly = "partly",
        /// 未実施: not done.
        NotDone = "not",
        /// 対象外: does not concern this service; the remark says why.
        NotApplicable = "na",
        /// わからない: somebody has to find out.
        DontKnow = "unknown",
    }
}

/// The decision about a risk, if there is one.
#[must_use]
pub fn decision(assessment: &Assessment, key: &RowKey) -> Option<Decision> {
    let path = paths::risk(key.risk, key.instance.as_ref().map(|i| i.as_str()), "decision");
    Decision::from_keyword(assessment.text(&path))
}

/// Whether the countermeasures of a risk are called for: where nobody decided otherwise. What is hidden calls for nothing.
#[must_use]
pub fn is_to_treat(catalog: &Catalog, assessment: &Assessment, scope: Scope, key: &RowKey) -> bool {
    scope.shows_risk(catalog, key) && matches!(decision(assessment, key), None | Some(Decision::Treat))
}

/// The status of an action, if somebody gave one.
#[must_use]
pub fn action_status(assessment: &Assessment, of: CountermeasureId, action: ActionId) -> Option<ActionStatus> {
    ActionStatus::from_keyword(assessment.text(&paths::action(of, action, "status")))
}
