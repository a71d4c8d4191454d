//! What people decided about risks, and how far actions are.

use crate::core::{
    assessment::{Assessment, paths},
    catalog::{ActionId, CountermeasureId},
    extract::RowKey,
};

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant,)* }

        impl $name {
            /// All of them, in the order in which they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The word in files.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// From the word in files.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)* _ => None }
            }
        }
    )*};
}

words! {
    /// What people decided to do about a risk that applies.
    Decision {
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
    ActionStatus {
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
    Decision::from_word(assessment.text(&path))
}

/// The status of an action, if somebody gave one.
#[must_use]
pub fn action_status(assessment: &Assessment, of: CountermeasureId, action: ActionId) -> Option<ActionStatus> {
    ActionStatus::from_word(assessment.text(&paths::action(of, action, "status")))
}
