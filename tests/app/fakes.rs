//! Ports that a test can look into.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    future::poll_fn,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    task::{Context, Poll, Waker},
};

use leptos::prelude::Owner;
use tenken::app::{
    AppState, Start,
    ports::{
        Change, Delivery, Durable, Files, Ports, Random, Storage, StorageError, Task, Tasks, WallClock, Worker,
        WorkerError,
    },
};
use tenken::core::{assessment::AssessmentId, exchange::formats::Format, jobs::Answer};

/// Both stores in memory; tabs share them by cloning.
#[derive(Clone, Default)]
pub struct Memory(Arc<Mutex<Inner>>);

#[derive(Default)]
struct Inner {
    /// The mirror.
    texts: BTreeMap<String, String>,
    /// The durable store.
    disk: BTreeMap<String, String>,
    /// The most bytes that each of them takes; none means no limit.
    limit: Option<usize>,
    /// The same for the mirror alone.
    mirror_limit: Option<usize>,
    no_mirror: bool,
    no_disk: bool,
    /// The disk does not answer.
    slow: bool,
    /// How often something was written to the mirror, and to the disk.
    writes: (usize, usize),
    /// What is written to the disk is not what stands there afterwards.
    forgetful: bool,
}

impl Memory {
    /// Lets each store take only so many bytes.
    pub fn limit(&self, bytes: Option<usize>) {
        self.0.lock().unwrap().limit = bytes;
    }

    /// Lets the mirror take only so many bytes.
    pub fn limit_mirror(&self, bytes: Option<usize>) {
        self.0.lock().unwrap().mirror_limit = bytes;
    }

    /// Forbids both stores.
    pub fn forbid(&self) {
        self.forbid_mirror();
        self.forbid_disk();
    }

    /// Forbids the mirror.
    pub fn forbid_mirror(&self) {
        self.0.lock().unwrap().no_mirror = true;
    }

    /// Forbids the durable store.
    pub fn forbid_disk(&self) {
        self.0.lock().unwrap().no_disk = true;
    }

    /// Lets the disk answer later, or now.
    pub fn slow(&self, slow: bool) {
        self.0.lock().unwrap().slow = slow;
    }

    /// Lets the disk forget what is written to it.
    pub fn forgetful(&self, forgetful: bool) {
        self.0.lock().unwrap().forgetful = forgetful;
    }

    /// What is in the mirror.
    pub fn texts(&self) -> BTreeMap<String, String> {
        self.0.lock().unwrap().texts.clone()
    }

    /// What is on the disk.
    pub fn disk(&self) -> BTreeMap<String, String> {
        self.0.lock().unwrap().disk.clone()
    }

    /// Puts something into the mirror, past all limits.
    pub fn put(&self, key: &str, text: &str) {
        self.0.lock().unwrap().texts.insert(key.into(), text.into());
    }

    /// Puts something on the disk, past all limits.
    pub fn put_on_disk(&self, key: &str, text: &str) {
        self.0.lock().unwrap().disk.insert(key.into(), text.into());
    }

    /// Takes something out of the mirror, as another page could.
    pub fn take(&self, key: &str) {
        self.0.lock().unwrap().texts.remove(key);
    }

    /// Makes the mirror what it was, as a browser does that is killed before it wrote it.
    pub fn lose_mirror(&self, texts: BTreeMap<String, String>) {
        self.0.lock().unwrap().texts = texts;
    }

    /// The browser's data without what is on the disk, as a version from before it had.
    pub fn without_disk(&self) -> Self {
        let memory = Self::default();
        memory.0.lock().unwrap().texts = self.texts();
        memory
    }

    /// How often something was written to the mirror, and to the disk.
    pub fn writes(&self) -> (usize, usize) {
        self.0.lock().unwrap().writes
    }

    fn with<T>(&self, f: impl FnOnce(&mut Inner) -> Result<T, StorageError>) -> Result<T, StorageError> {
        let mut inner = self.0.lock().unwrap();
        if inner.no_mirror { Err(StorageError::Forbidden) } else { f(&mut inner) }
    }

    async fn answered(&self) -> Result<(), StorageError> {
        poll_fn(|_| if self.0.lock().unwrap().slow { Poll::Pending } else { Poll::Ready(()) }).await;
        if self.0.lock().unwrap().no_disk { Err(StorageError::Forbidden) } else { Ok(()) }
    }
}

fn fits(texts: &BTreeMap<String, String>, limit: Option<usize>) -> Result<(), StorageError> {
    let size: usize = texts.iter().map(|(k, t)| k.len() + t.len()).sum();
    if limit.is_some_and(|limit| size > limit) { Err(StorageError::Full) } else { Ok(()) }
}

impl Durable for Memory {
    fn below(&self, prefix: &str) -> Task<Result<Vec<(String, String)>, StorageError>> {
        let (memory, prefix) = (self.clone(), prefix.to_owned());
        Box::pin(async move {
            memory.answered().await?;
            Ok(memory.disk().into_iter().filter(|(key, _)| key.starts_with(&prefix)).collect())
        })
    }

    fn get(&self, keys: Vec<String>) -> Task<Result<Vec<Option<String>>, StorageError>> {
        let memory = self.clone();
        Box::pin(async move {
            memory.answered().await?;
            let disk = memory.disk();
            Ok(keys.iter().map(|key| disk.get(key).cloned()).collect())
        })
    }

    fn change(&self, keys: Vec<String>, change: Change) -> Task<Result<(), StorageError>> {
        let memory = self.clone();
        Box::pin(async move {
            memory.answered().await?;
            let mut disk = memory.disk();
            for (key, text) in change(keys.iter().map(|key| disk.get(key).cloned()).collect())? {
                match text {
                    Some(text) => disk.insert(key, text),
                    None => disk.remove(&key),
                };
            }
            let mut inner = memory.0.lock().unwrap();
            inner.writes.1 += 1;
            fits(&disk, inner.limit)?;
            if !inner.forgetful {
                inner.disk = disk;
            }
            Ok(())
        })
    }
}

impl Storage for Memory {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.with(|i| Ok(i.texts.get(key).cloned()))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.with(|i| {
            i.writes.0 += 1;
            let mut texts = i.texts.clone();
            texts.insert(key.into(), text.into());
            fits(&texts, i.limit)?;
            fits(&texts, i.mirror_limit)?;
            i.texts = texts;
            Ok(())
        })
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.with(|i| {
            i.texts.remove(key);
            Ok(())
        })
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        self.with(|i| Ok(i.texts.keys().cloned().collect()))
    }
}

/// A clock that moves on by a second at each look, and random numbers that count.
struct Counter(AtomicU64);

impl WallClock for Counter {
    fn now_ms(&self) -> u64 {
        1_763_866_000_000 + 1000 * self.0.fetch_add(1, Ordering::Relaxed)
    }

    fn local(&self, ms: u64) -> String {
        // Tests stay within November 2025, in UTC.
        let minutes = (ms - 1_761_955_200_000) / 60_000;
        format!("2025-11-{:02} {:02}:{:02}", minutes / 1440 + 1, minutes / 60 % 24, minutes % 60)
    }

    fn show(&self, ms: u64, _: bool) -> String {
        ms.to_string()
    }
}

impl Random for Counter {
    fn next(&self) -> u64 {
        self.0.fetch_add(1, Ordering::Relaxed)
    }
}

thread_local! {
    /// What waits for an answer. Each test has a thread of its own.
    static WAITING: RefCell<Vec<Task<()>>> = const { RefCell::new(Vec::new()) };
    /// How often the browser had time.
    static IDLE: Cell<usize> = const { Cell::new(0) };
}

/// Everything goes on at once, as far as it can. The start finds the browser idle.
#[derive(Default)]
struct AtOnce {
    started: AtomicBool,
}

impl Tasks for AtOnce {
    fn spawn(&self, task: Task<()>) {
        poll(task);
    }

    fn alone(&self, _: &str, task: Task<()>) -> Task<()> {
        task
    }

    fn idle(&self) -> Task<()> {
        let (begun, started) = (IDLE.get(), self.started.swap(true, Ordering::Relaxed));
        Box::pin(poll_fn(move |_| if IDLE.get() > begun || !started { Poll::Ready(()) } else { Poll::Pending }))
    }
}

/// The screen shows what was changed, and the browser has time.
pub fn idle() {
    IDLE.set(IDLE.get() + 1);
    go_on();
}

fn poll(mut task: Task<()>) {
    if task.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending() {
        WAITING.with_borrow_mut(|w| w.push(task));
    }
}

/// Lets everything go on that waited for an answer.
pub fn go_on() {
    let waiting = WAITING.take();
    waiting.into_iter().for_each(poll);
}

/// Files as they were handed over: name and text.
#[derive(Clone, Default)]
pub struct Saved(Arc<Mutex<Handed>>);

#[derive(Default)]
struct Handed {
    files: Vec<(String, String)>,
    delivery: Option<Delivery>,
}

impl Saved {
    /// The last one.
    pub fn last(&self) -> (String, String) {
        self.0.lock().unwrap().files.last().cloned().expect("a file was saved")
    }

    /// What becomes of files from now on; else they are written.
    pub fn become_of(&self, delivery: Delivery) {
        self.0.lock().unwrap().delivery = Some(delivery);
    }
}

impl Files for Saved {
    fn save(&self, name: &str, _: &str, content: &[u8], _: bool) -> Task<Delivery> {
        let mut inner = self.0.lock().unwrap();
        inner.files.push((name.into(), String::from_utf8(content.to_vec()).expect("a text")));
        let delivery = inner.delivery.unwrap_or(Delivery::Written);
        Box::pin(async move { delivery })
    }
}

/// A worker that works at once, in the page.
struct InPlace;

impl Worker for InPlace {
    fn run(&self, order: Vec<u8>, file: Vec<u8>, progress: Box<dyn Fn(u8)>) -> Task<Result<Answer, WorkerError>> {
        let answer = tenken::worker::answer(&order, &file, &progress, &|| [7; 32]);
        Box::pin(async move { Ok(answer) })
    }

    fn stop(&self) {}
}

/// An app as one tab has it.
pub struct Tab {
    /// The state.
    pub app: AppState,
    /// The files that it saved.
    pub files: Saved,
    _owner: Owner,
}

impl Tab {
    /// Opens a tab on these stores. `seed` makes its random numbers differ from other tabs'.
    pub fn open(memory: &Memory, seed: u64) -> Self {
        Self::start(memory, seed, Start::Whole)
    }

    /// Opens a tab in this way.
    pub fn start(memory: &Memory, seed: u64, start: Start) -> Self {
        Self::reloaded(memory, &Memory::default(), seed, start)
    }

    /// Opens a page in a tab that has kept something from the page before.
    pub fn reloaded(memory: &Memory, tab: &Memory, seed: u64, start: Start) -> Self {
        let owner = Owner::new();
        owner.set();
        let files = Saved::default();
        let ports = Ports {
            storage: Arc::new(memory.clone()),
            tab: Arc::new(tab.clone()),
            durable: Arc::new(memory.clone()),
            tasks: Arc::new(AtOnce::default()),
            clock: Arc::new(Counter(AtomicU64::new(seed))),
            random: Arc::new(Counter(AtomicU64::new(seed * 1_000_000))),
            files: Arc::new(files.clone()),
            worker: Arc::new(InPlace),
            prefers_japanese: true,
        };
        let app = owner.with(|| AppState::new(ports, start));
        Self { app, files, _owner: owner }
    }

    /// Saves an assessment in a format.
    pub fn save_as(&self, id: &AssessmentId, format: &'static Format, protect: bool) {
        let assessment = self.app.assessments().with_untracked(|all| all[id].clone());
        self.app.save_as(&assessment, format, &|| "報告書".to_owned(), protect);
    }
}
