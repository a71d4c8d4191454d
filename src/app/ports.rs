//! What the app needs from outside, as traits. The browser's side is in `platform`; tests bring their own.

use std::sync::Arc;

/// Why the browser's storage did not do what it was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StorageError {
    /// The browser does not allow it: private mode, a policy, or blocked by the person.
    Forbidden,
    /// It is full.
    Full,
    /// What stands there was written by a newer program or cannot be read, and is not overwritten.
    Guarded,
}

/// Texts by key, kept over restarts and shared by all tabs.
pub trait Storage: Send + Sync {
    /// The text of a key.
    ///
    /// # Errors
    /// If storage cannot be used at all.
    fn get(&self, key: &str) -> Result<Option<String>, StorageError>;
    /// Keeps a text.
    ///
    /// # Errors
    /// If it was not kept; then the former text still stands.
    fn set(&self, key: &str, text: &str) -> Result<(), StorageError>;
    /// Forgets a key.
    ///
    /// # Errors
    /// If storage cannot be used at all.
    fn remove(&self, key: &str) -> Result<(), StorageError>;
    /// All keys, of this program and of others.
    ///
    /// # Errors
    /// If storage cannot be used at all.
    fn keys(&self) -> Result<Vec<String>, StorageError>;
}

/// The wall clock.
pub trait WallClock: Send + Sync {
    /// Milliseconds since 1970 in UTC.
    fn now_ms(&self) -> u64;
    /// A time in the person's zone and language, short: `12:03` today, `11/20` this year, `2025/11/20` before.
    fn show(&self, ms: u64, english: bool) -> String;
}

/// Random numbers.
pub trait Random: Send + Sync {
    /// 53 random bits or more.
    fn next(&self) -> u64;
}

/// Files that the person keeps.
pub trait Files: Send + Sync {
    /// Hands a text to the person as a file.
    fn save(&self, name: &str, mime: &str, text: &str);
}

/// All ports.
#[derive(Clone)]
pub struct Ports {
    /// Storage.
    pub storage: Arc<dyn Storage>,
    /// The clock.
    pub clock: Arc<dyn WallClock>,
    /// Random numbers.
    pub random: Arc<dyn Random>,
    /// Files.
    pub files: Arc<dyn Files>,
    /// Whether the person's browser is set to Japanese.
    pub prefers_japanese: bool,
}
