//! Answers on trial: what would follow if the model were answered otherwise, to be seen before it is kept or dropped.

use std::sync::Arc;

use leptos::prelude::*;

use super::Session;
use crate::core::{
    assessment::{Actor, Assessment, Clock, Edit, Path},
    extract::{Derived, RowKey},
};

/// What answers on trial change.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Effect {
    /// How many fields are on trial.
    pub fields: usize,
    /// The risks that would apply, and do not yet.
    pub come: Vec<RowKey>,
    /// The risks that would not apply any more.
    pub go: Vec<RowKey>,
    /// How many more actions would be needed, and how many less.
    pub actions: (usize, usize),
}

/// The assessment as it would be. Nothing of it is ever kept, so its stamps mean nothing.
pub(super) fn tried(kept: &Assessment, edits: &[Edit]) -> Arc<Assessment> {
    let mut tried = kept.clone();
    tried.apply(edits, &mut Clock::new(Actor::new(0)), 0, "");
    Arc::new(tried)
}

impl Session {
    /// Puts answers on trial; what is answered from then on is, too.
    pub fn try_out(&self, edits: &[Edit]) {
        self.on_trial.update(|on_trial| on_trial.get_or_insert_default().extend_from_slice(edits));
    }

    /// Makes what is on trial stand, as one step.
    pub fn keep_trial(&self) {
        let edits = self.on_trial.get_untracked().unwrap_or_default();
        self.on_trial.set(None);
        self.edits(&edits);
    }

    /// Forgets what is on trial.
    pub fn drop_trial(&self) {
        self.on_trial.set(None);
    }

    /// Whether answers are on trial.
    #[must_use]
    pub fn is_on_trial(&self) -> bool {
        self.on_trial.with(Option::is_some)
    }

    /// What is on trial changes; `None` while nothing is.
    #[must_use]
    pub fn trial(&self) -> Option<Effect> {
        let edits = self.on_trial.get()?;
        let (kept, now) = self.kept.get().zip(self.assessment.get())?;
        let (results, after, calls) = (self.kept_results.get()?, self.extraction.get(), self.derived.get());
        let (before, called) = &*results;
        let actions = |these: &[Derived], without: &[Derived]| {
            let is_new = |d: &&Derived| {
                let had = |w: &Derived| w.needed && w.countermeasure.id == d.countermeasure.id;
                d.needed && !without.iter().any(had)
            };
            these.iter().filter(is_new).map(|d| d.countermeasure.actions.len()).sum()
        };
        // The last edit of a field says what it is.
        let later = |at: usize, path: &Path| edits.iter().skip(at + 1).any(|edit| edit.path == *path);
        let differs =
            |(at, edit): &(usize, &Edit)| !later(*at, &edit.path) && kept.get(&edit.path) != now.get(&edit.path);
        Some(Effect {
            fields: edits.iter().enumerate().filter(differs).count(),
            come: after.new_since(before),
            go: before.new_since(&after),
            actions: (actions(&calls, called), actions(called, &calls)),
        })
    }
}
