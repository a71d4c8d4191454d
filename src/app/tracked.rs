//! What this tab knows of each assessment on its way to the stores. Nobody follows it; what is shown of it is on signals.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    AppState,
    place::{Intent, Record},
};
use crate::core::assessment::{Assessment, AssessmentId};

/// How far one assessment has come. All of it in one map: a map for each would be compiled for each.
#[derive(Debug, Clone, Default)]
pub(super) struct Tracked {
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
        *self.tracked.with_value(|all| all.get(id).cloned()).unwrap_or_default()
    }

    /// Changes what is known of an assessment. Nothing happens once the app is gone.
    pub(super) fn track(&self, id: &AssessmentId, change: &mut dyn FnMut(&mut Tracked)) {
        self.tracked.try_update_value(|all| change(all.entry(id.clone()).or_default()));
    }

    /// Queues an assessment for the disk.
    pub(super) fn queue_for_disk(&self, id: &AssessmentId, intent: Intent) {
        self.track(id, &mut |t| t.queued = Some(intent));
    }
}
