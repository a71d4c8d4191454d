//! The state of the app: plain values in signals, changed by commands alone.

use std::{
    collections::{BTreeMap, VecDeque},
    ops::Deref,
    sync::Arc,
};

use leptos::prelude::*;

use super::{
    Asked, Effective, Followed, IncomingPack, IncomingText, KeptPack, Locale, Notice, Repository, Settings, Shown,
    Unreadable, memo,
    ports::{Ports, StorageError},
    repository::Kept,
    tracked::Tracked,
};
use crate::core::{
    assessment::{Actor, Assessment, AssessmentId, Clock},
    document::Salvaged,
    official::Choice,
    report::Scope,
};

/// Whether an assessment is safe in this browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SaveState {
    /// The durable store is not read yet, so nothing is known.
    Checking,
    /// On the disk, at this time in milliseconds since 1970; `None` where it was kept in an earlier visit.
    Saved(Option<u64>),
    /// In the mirror alone, and why: it is lost should the browser be killed within a minute or so.
    Mirrored(Option<u64>, StorageError),
    /// About to be saved.
    Pending,
    /// Not saved.
    Failed(StorageError),
}

/// Whether a store can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StoreState {
    /// It is not known yet.
    Opening,
    /// It can.
    Ready,
    /// It cannot.
    Failed(StorageError),
}

/// How the app starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Start {
    /// With everything.
    #[default]
    Whole,
    /// Without the catalogue pack, to rescue data where something in this browser stops the app.
    Safe,
}

/// The app: its state, and the commands that change it. Every screen gets it from context.
///
/// It is there as long as the page, and a reference to it is all that a closure keeps of it: with all of its signals
/// copied into each closure there was 2.8 kB more to load (gzip).
#[derive(Clone, Copy)]
pub struct AppState(&'static State);

impl Deref for AppState {
    type Target = State;

    fn deref(&self) -> &State {
        self.0
    }
}

/// What [`AppState`] refers to.
pub struct State {
    pub(super) ports: StoredValue<Ports>,
    pub(super) start: Start,
    pub(super) clock: StoredValue<Clock>,
    pub(super) last_notice: StoredValue<u64>,
    /// The last number that [`AppState::next_in_order`] gave.
    last_in_order: StoredValue<u64>,
    pub(super) assessments: RwSignal<BTreeMap<AssessmentId, Arc<Assessment>>>,
    pub(super) bin: RwSignal<Vec<Assessment>>,
    pub(super) unreadable: RwSignal<Vec<Unreadable>>,
    /// In boxes: so the code of this map and of that of the assessments is there once.
    pub(super) tracked: RwSignal<BTreeMap<AssessmentId, Box<Tracked>>>,
    /// Contents of snapshots that came with a file and are in no store yet, by key.
    pub(super) unsaved_contents: StoredValue<Vec<(String, String)>>,
    /// Whether [`AppState::flush`] is scheduled.
    pub(super) save_is_scheduled: StoredValue<bool>,
    /// Whether the mirror can be used.
    pub(super) mirror: RwSignal<StoreState>,
    /// Whether the durable store can be used.
    pub(super) durable: RwSignal<StoreState>,
    pub(super) settings: RwSignal<Settings>,
    pub(super) notices: RwSignal<Vec<Notice>>,
    pub(super) asked: RwSignal<Option<Asked>>,
    /// What can be read of the file that was refused last.
    pub(super) salvaged: RwSignal<Option<(String, Salvaged)>>,
    /// Files that wait for a decision on the one before.
    pub(super) queue: RwSignal<VecDeque<(String, Vec<u8>)>>,
    pub(super) effective: RwSignal<Effective>,
    pub(super) kept_pack: RwSignal<Option<KeptPack>>,
    /// When the pack was last changed, according to the disk.
    pub(super) last_pack_at: StoredValue<u64>,
    pub(super) incoming_pack: RwSignal<Option<(String, IncomingPack)>>,
    pub(super) incoming_text: RwSignal<Option<IncomingText>>,
    /// What the person chose and corrected of it.
    pub(super) choices: StoredValue<Vec<Choice>>,
    /// How far the worker is, in percent.
    pub(super) working: RwSignal<Option<u8>>,
    /// The same of what it finds of something that is typed, which nobody waits for.
    pub(super) typing: RwSignal<Option<u8>>,
}

impl AppState {
    /// Shows what the mirror has, and merges what the durable store has as soon as that is read.
    #[must_use]
    pub fn new(ports: Ports, start: Start) -> Self {
        let repository = Repository::new(ports.storage.clone());
        let clock = Clock::new(Actor::new(ports.random.next()));
        let settings = repository.settings();
        let (kept, mirror) = match repository.load() {
            Ok(kept) => (kept, StoreState::Ready),
            Err(e) => (Kept::default(), StoreState::Failed(e)),
        };
        let pack = repository.pack().ok().flatten().filter(|_| start == Start::Whole);
        let mut tracked = BTreeMap::<_, Box<Tracked>>::new();
        for record in &kept.list {
            let tracked = tracked.entry(record.id().clone()).or_default();
            (tracked.save, tracked.mark) = (Some(SaveState::Checking), repository.mark(record.id()));
        }
        for record in kept.list.iter().chain(&kept.bin) {
            tracked.entry(record.id().clone()).or_default().in_mirror = Some(record.clone());
        }
        // What is in both places was being restored from the bin when that was interrupted.
        let bin = kept.bin.iter().filter(|binned| kept.list.iter().all(|listed| listed.id() != binned.id()));
        let bin = bin.map(|record| (*record.assessment).clone()).collect();
        let state = Self(Box::leak(Box::new(State {
            bin: RwSignal::new(bin),
            ports: StoredValue::new(ports),
            start,
            clock: StoredValue::new(clock),
            last_notice: StoredValue::new(0),
            last_in_order: StoredValue::new(0),
            unreadable: RwSignal::new(kept.unreadable),
            tracked: RwSignal::new(tracked),
            unsaved_contents: StoredValue::new(Vec::new()),
            save_is_scheduled: StoredValue::new(false),
            mirror: RwSignal::new(mirror),
            durable: RwSignal::new(StoreState::Opening),
            settings: RwSignal::new(settings),
            notices: RwSignal::new(Vec::new()),
            asked: RwSignal::new(None),
            salvaged: RwSignal::new(None),
            queue: RwSignal::new(VecDeque::new()),
            effective: RwSignal::new(Effective::shipped()),
            kept_pack: RwSignal::new(None),
            last_pack_at: StoredValue::new(0),
            incoming_pack: RwSignal::new(None),
            incoming_text: RwSignal::new(None),
            choices: StoredValue::new(Vec::new()),
            working: RwSignal::new(None),
            typing: RwSignal::new(None),
            assessments: RwSignal::new(BTreeMap::new()),
        })));
        kept.list.into_iter().for_each(|record| state.show_foreign(record.assessment));
        state.apply_pack(pack);
        state.spawn(state.merge_durable());
        state
    }

    /// All assessments.
    #[must_use]
    pub fn assessments(&self) -> Shown<BTreeMap<AssessmentId, Arc<Assessment>>> {
        Shown(self.assessments)
    }

    /// The assessments in the bin.
    #[must_use]
    pub fn bin(&self) -> Shown<Vec<Assessment>> {
        Shown(self.bin)
    }

    /// What is stored here and cannot be read.
    #[must_use]
    pub fn unreadable(&self) -> Shown<Vec<Unreadable>> {
        Shown(self.unreadable)
    }

    /// The settings.
    #[must_use]
    pub fn settings(&self) -> Shown<Settings> {
        Shown(self.settings)
    }

    /// The notices, the oldest first.
    #[must_use]
    pub fn notices(&self) -> Shown<Vec<Notice>> {
        Shown(self.notices)
    }

    /// Whether the mirror can be used.
    #[must_use]
    pub fn mirror(&self) -> Shown<StoreState> {
        Shown(self.mirror)
    }

    /// Which results are shown.
    #[must_use]
    pub fn scope(&self) -> Scope {
        Scope { original: self.settings.with(|s| s.show_original) }
    }

    /// Whether the durable store can be used.
    #[must_use]
    pub fn durable(&self) -> Shown<StoreState> {
        Shown(self.durable)
    }

    /// How the app was started.
    #[must_use]
    pub fn start(&self) -> Start {
        self.start
    }

    /// Why nothing can be saved at all, if so.
    #[must_use]
    pub fn storage_failure(&self) -> Followed<Option<StorageError>> {
        let (mirror, durable) = (self.mirror, self.durable);
        memo(move || match (mirror.get(), durable.get()) {
            (StoreState::Failed(_), StoreState::Failed(e)) => Some(e),
            _ => None,
        })
    }

    /// How many files wait behind the one that the person is asked about.
    #[must_use]
    pub fn waiting_files(&self) -> usize {
        self.queue.with(VecDeque::len)
    }

    /// Whether an assessment is safe in this browser.
    #[must_use]
    pub fn save_state(&self, id: &AssessmentId) -> SaveState {
        self.tracked.with(|all| all.get(id)?.save).unwrap_or(SaveState::Pending)
    }

    /// The assessments that could not be saved, and why.
    #[must_use]
    pub fn failures(&self) -> Vec<(AssessmentId, StorageError)> {
        self.tracked.with(|all| {
            let failed = all.iter().filter_map(|(id, tracked)| match tracked.save {
                Some(SaveState::Failed(e)) => Some((id.clone(), e)),
                _ => None,
            });
            failed.collect()
        })
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

    /// Formats a time.
    #[must_use]
    pub fn show_time(&self, ms: u64) -> String {
        let english = self.locale().is_english();
        self.ports.with_value(|p| p.clock.show(ms, english))
    }

    /// Today in the person's time zone, as `2026-11-24`.
    #[must_use]
    pub fn today(&self) -> String {
        self.local_time(self.now_ms()).0
    }

    /// The day and the time of day in the person's time zone, as `2026-11-24` and `12:03`.
    #[must_use]
    pub fn local_time(&self, ms: u64) -> (String, String) {
        let local = self.ports.with_value(|p| p.clock.local(ms));
        local.split_once(' ').map(|(day, time)| (day.to_owned(), time.to_owned())).unwrap_or_default()
    }

    /// The time now, in milliseconds since 1970.
    #[must_use]
    pub fn now_ms(&self) -> u64 {
        self.ports.with_value(|p| p.clock.now_ms())
    }

    /// A number that sorts by time: made of the time, then random bits, and always greater than the one before.
    #[must_use]
    pub fn next_in_order(&self) -> u64 {
        let now = (self.now_ms() << 16) | (self.random() & 0xffff);
        self.last_in_order
            .try_update_value(|last| {
                *last = now.max(*last + 1);
                *last
            })
            .unwrap_or(now)
    }

    /// A random number, for ids.
    #[must_use]
    pub fn random(&self) -> u64 {
        self.ports.with_value(|p| p.random.next())
    }

    pub(super) fn repository(&self) -> Repository {
        self.ports.with_value(|p| Repository::new(p.storage.clone()))
    }
}
