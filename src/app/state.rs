//! The state of the app: plain values in signals, changed by commands alone.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    Effective, FileMark, Incoming, IncomingPack, KeptPack, Locale, Notice, Settings, Shelf, Unreadable,
    ports::{Ports, StorageError},
    shelf::Kept,
};
use crate::core::{
    assessment::{Actor, Assessment, AssessmentId, Clock, History},
    sorted::{self, Map},
};

/// Whether an assessment is safe in this browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SaveState {
    /// Kept, at this time in milliseconds since 1970; `None` where it was kept in an earlier visit.
    Saved(Option<u64>),
    /// About to be kept.
    Pending,
    /// Not kept.
    Failed(StorageError),
}

/// The state. Cheap to copy; every screen has it from context.
#[derive(Clone, Copy)]
pub struct AppState {
    pub(super) ports: StoredValue<Ports>,
    pub(super) clock: StoredValue<Clock>,
    pub(super) histories: StoredValue<Map<AssessmentId, History>>,
    pub(super) last_notice: StoredValue<u64>,
    pub(super) assessments: RwSignal<Map<AssessmentId, Arc<Assessment>>>,
    pub(super) bin: RwSignal<Vec<Assessment>>,
    pub(super) unreadable: RwSignal<Vec<Unreadable>>,
    pub(super) saves: RwSignal<Map<AssessmentId, SaveState>>,
    pub(super) marks: RwSignal<Map<AssessmentId, FileMark>>,
    pub(super) pending: RwSignal<sorted::Set<AssessmentId>>,
    pub(super) storage_failure: RwSignal<Option<StorageError>>,
    pub(super) settings: RwSignal<Settings>,
    pub(super) notices: RwSignal<Vec<Notice>>,
    pub(super) incoming: RwSignal<Option<Incoming>>,
    pub(super) effective: RwSignal<Effective>,
    pub(super) kept_pack: RwSignal<Option<KeptPack>>,
    pub(super) incoming_pack: RwSignal<Option<(String, IncomingPack)>>,
    /// Counts the steps that can be undone or redone, so that screens know when to look again.
    pub(super) history_turn: RwSignal<u64>,
}

impl AppState {
    /// Reads what is kept in this browser.
    #[must_use]
    pub fn new(ports: Ports) -> Self {
        let shelf = Shelf::new(ports.storage.clone());
        let mut clock = Clock::new(Actor::new(ports.random.next()));
        let settings = shelf.settings();
        let (kept, failure) = match shelf.load() {
            Ok(kept) => (kept, None),
            Err(e) => (Kept::default(), Some(e)),
        };
        let (assessments, unreadable) = (kept.readable, kept.unreadable);
        assessments.values().flat_map(|a| a.stamps()).for_each(|s| clock.observe(s));
        let saves = assessments.keys().map(|id| (id.clone(), SaveState::Saved(None))).collect();
        let marks = assessments.keys().filter_map(|id| Some((id.clone(), shelf.mark(id)?))).collect();
        let pack = shelf.pack().ok().flatten();
        let state = Self {
            bin: RwSignal::new(shelf.binned().unwrap_or_default()),
            ports: StoredValue::new(ports),
            clock: StoredValue::new(clock),
            histories: StoredValue::new(Map::new()),
            last_notice: StoredValue::new(0),
            assessments: RwSignal::new(assessments),
            unreadable: RwSignal::new(unreadable),
            saves: RwSignal::new(saves),
            marks: RwSignal::new(marks),
            pending: RwSignal::new(sorted::Set::new()),
            storage_failure: RwSignal::new(failure),
            settings: RwSignal::new(settings),
            notices: RwSignal::new(Vec::new()),
            incoming: RwSignal::new(None),
            effective: RwSignal::new(Effective::shipped()),
            kept_pack: RwSignal::new(None),
            incoming_pack: RwSignal::new(None),
            history_turn: RwSignal::new(0),
        };
        state.take_pack(pack);
        state
    }

    /// All assessments.
    #[must_use]
    pub fn assessments(&self) -> ReadSignal<Map<AssessmentId, Arc<Assessment>>> {
        self.assessments.read_only()
    }

    /// The assessments in the bin.
    #[must_use]
    pub fn bin(&self) -> ReadSignal<Vec<Assessment>> {
        self.bin.read_only()
    }

    /// What is kept here and cannot be read.
    #[must_use]
    pub fn unreadable(&self) -> ReadSignal<Vec<Unreadable>> {
        self.unreadable.read_only()
    }

    /// The settings.
    #[must_use]
    pub fn settings(&self) -> ReadSignal<Settings> {
        self.settings.read_only()
    }

    /// What there is to tell, the oldest first.
    #[must_use]
    pub fn notices(&self) -> ReadSignal<Vec<Notice>> {
        self.notices.read_only()
    }

    /// A file that waits for the person's decision.
    #[must_use]
    pub fn incoming(&self) -> ReadSignal<Option<Incoming>> {
        self.incoming.read_only()
    }

    /// Why storage cannot be used at all, if so.
    #[must_use]
    pub fn storage_failure(&self) -> ReadSignal<Option<StorageError>> {
        self.storage_failure.read_only()
    }

    /// The assessments that wait to be kept; see [`AppState::flush`].
    #[must_use]
    pub fn pending(&self) -> ReadSignal<sorted::Set<AssessmentId>> {
        self.pending.read_only()
    }

    /// Whether an assessment is safe in this browser.
    #[must_use]
    pub fn save_state(&self, id: &AssessmentId) -> SaveState {
        self.saves.with(|s| s.get(id).copied()).unwrap_or(SaveState::Pending)
    }

    /// When an assessment was last saved to a file, and whether it has changed since.
    #[must_use]
    pub fn file_mark(&self, id: &AssessmentId) -> Option<(FileMark, bool)> {
        let mark = self.marks.with(|m| m.get(id).cloned())?;
        let version = self.assessments.with(|a| a.get(id).map(|a| a.version()));
        let changed = version.is_some_and(|v| v != mark.version);
        Some((mark, changed))
    }

    /// The language in force.
    #[must_use]
    pub fn locale(&self) -> Locale {
        let preferred = || {
            let japanese = self.ports.with_value(|p| p.prefers_japanese);
            if japanese { Locale::Ja } else { Locale::En }
        };
        self.settings.with(|s| s.locale).unwrap_or_else(preferred)
    }

    /// A time for people.
    #[must_use]
    pub fn show_time(&self, ms: u64) -> String {
        let english = self.locale().is_english();
        self.ports.with_value(|p| p.clock.show(ms, english))
    }

    /// The time now, in milliseconds since 1970.
    #[must_use]
    pub fn now_ms(&self) -> u64 {
        self.ports.with_value(|p| p.clock.now_ms())
    }

    /// A random number, for ids.
    #[must_use]
    pub fn random(&self) -> u64 {
        self.ports.with_value(|p| p.random.next())
    }

    pub(super) fn shelf(&self) -> Shelf {
        self.ports.with_value(|p| Shelf::new(p.storage.clone()))
    }
}
