//! Ports that a test can look into.

use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, Ordering},
    },
};

use leptos::prelude::Owner;
use tenken::app::{
    AppState,
    ports::{Files, Ports, Random, Storage, StorageError, WallClock},
};

/// Storage in memory; tabs share it by cloning.
#[derive(Clone, Default)]
pub struct Memory(Arc<Mutex<Inner>>);

#[derive(Default)]
struct Inner {
    texts: BTreeMap<String, String>,
    /// The most bytes it takes; none means no limit.
    limit: Option<usize>,
    forbidden: bool,
}

impl Memory {
    /// Lets it take only so many bytes.
    pub fn limit(&self, bytes: Option<usize>) {
        self.0.lock().unwrap().limit = bytes;
    }

    /// Forbids it.
    pub fn forbid(&self) {
        self.0.lock().unwrap().forbidden = true;
    }

    /// What is in it.
    pub fn texts(&self) -> BTreeMap<String, String> {
        self.0.lock().unwrap().texts.clone()
    }

    /// Puts something in, past all limits.
    pub fn put(&self, key: &str, text: &str) {
        self.0.lock().unwrap().texts.insert(key.into(), text.into());
    }

    /// Takes something out, as another page could.
    pub fn take(&self, key: &str) {
        self.0.lock().unwrap().texts.remove(key);
    }

    fn with<T>(&self, f: impl FnOnce(&mut Inner) -> Result<T, StorageError>) -> Result<T, StorageError> {
        let mut inner = self.0.lock().unwrap();
        if inner.forbidden { Err(StorageError::Forbidden) } else { f(&mut inner) }
    }
}

impl Storage for Memory {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.with(|i| Ok(i.texts.get(key).cloned()))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.with(|i| {
            let others: usize = i.texts.iter().filter(|(k, _)| *k != key).map(|(k, t)| k.len() + t.len()).sum();
            if i.limit.is_some_and(|limit| others + key.len() + text.len() > limit) {
                return Err(StorageError::Full);
            }
            i.texts.insert(key.into(), text.into());
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

    fn show(&self, ms: u64, _: bool) -> String {
        ms.to_string()
    }
}

impl Random for Counter {
    fn next(&self) -> u64 {
        self.0.fetch_add(1, Ordering::Relaxed)
    }
}

/// Files as they were handed over: name and text.
#[derive(Clone, Default)]
pub struct Saved(Arc<Mutex<Vec<(String, String)>>>);

impl Saved {
    /// The last one.
    pub fn last(&self) -> (String, String) {
        self.0.lock().unwrap().last().cloned().expect("a file was saved")
    }
}

impl Files for Saved {
    fn save(&self, name: &str, _: &str, text: &str) {
        self.0.lock().unwrap().push((name.into(), text.into()));
    }
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
    /// Opens a tab on this storage. `seed` makes its random numbers differ from other tabs'.
    pub fn open(memory: &Memory, seed: u64) -> Self {
        let owner = Owner::new();
        owner.set();
        let files = Saved::default();
        let ports = Ports {
            storage: Arc::new(memory.clone()),
            clock: Arc::new(Counter(AtomicU64::new(seed))),
            random: Arc::new(Counter(AtomicU64::new(seed * 1_000_000))),
            files: Arc::new(files.clone()),
            prefers_japanese: true,
        };
        let app = owner.with(|| AppState::new(ports));
        Self { app, files, _owner: owner }
    }
}
