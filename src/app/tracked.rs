//! What this tab knows of each assessment beside its value: how far it is saved, and what can be undone.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    AppState, FileMark, SaveState,
    place::{Intent, Record},
};
use crate::core::assessment::{Assessment, AssessmentId, History};

/// What is known of one assessment. All of it in one map: a map for each would be compiled for each.
#[derive(Debug, Clone, Default)]
pub(super) struct Tracked {
    /// Whether it is safe in this browser, as it is shown.
    pub save: Option<SaveState>,
    /// When it was last saved to a file.
    pub mark: Option<FileMark>,
    /// What can be undone and redone, once somebody asked for it.
    pub history: Option<Arc<History>>,
    /// Whether that differs from what the tab keeps over a reload.
    pub history_changed: bool,
    /// Whether it is to be saved.
    pub pending: bool,
    /// What was last read from the mirror or written to it. The assessment here includes all of it.
    pub in_mirror: Option<Record>,
    /// The same for the disk.
    pub on_disk: Option<Record>,
    /// That it is still to be written to the disk, and where.
    pub queued: Option<Intent>,
    /// Whether it is being written to the disk now.
    pub being_written: bool,
    /// Its value when it was last saved to a file, unless it had changed since.
    pub in_file: Option<Arc<Assessment>>,
    /// Whether there was a notice that it is nearly full.
    pub notified_full: bool,
}

impl AppState {
    /// What is known of an assessment.
    pub(super) fn tracked(&self, id: &AssessmentId) -> Tracked {
        *self.tracked.with_untracked(|all| all.get(id).cloned()).unwrap_or_default()
    }

    /// The assessments of which this is so.
    pub(super) fn those(&self, are: impl Fn(&Tracked) -> bool) -> Vec<AssessmentId> {
        self.tracked.with_untracked(|all| all.iter().filter(|(_, t)| are(t)).map(|(id, _)| id.clone()).collect())
    }

    /// Changes what is known of an assessment and not shown. Nothing happens once the app is gone.
    pub(super) fn track(&self, id: &AssessmentId, change: &mut dyn FnMut(&mut Tracked)) {
        self.tracked.try_update_untracked(|all| change(all.entry(id.clone()).or_default()));
    }

    /// Changes what is shown of an assessment.
    pub(super) fn tell(&self, id: &AssessmentId, change: &mut dyn FnMut(&mut Tracked)) {
        self.track(id, change);
        self.tracked.notify();
    }

    /// Queues an assessment for the disk.
    pub(super) fn queue_for_disk(&self, id: &AssessmentId, intent: Intent) {
        self.track(id, &mut |t| t.queued = Some(intent));
    }
}
