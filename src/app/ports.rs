//! What the app needs from outside, as traits. The browser's side is in `platform`; tests bring their own.

use std::{future::Future, pin::Pin, sync::Arc};

use crate::core::jobs::Answer;

/// An asynchronous operation.
pub type Task<T> = Pin<Box<dyn Future<Output = T>>>;

/// Why the browser's storage failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StorageError {
    /// The browser does not allow it: private mode, a policy, or blocked by the person.
    Forbidden,
    /// It is full.
    Full,
    /// What stands there was written by a newer program or cannot be read, and is not overwritten.
    Guarded,
    /// There is more in it than could be read again, so it was not written.
    TooLarge,
    /// It was written, and something else stands there when it is read back.
    NotKept,
}

/// Synchronous texts by key: the mirror, and what one tab keeps for itself. Of the mirror, browsers bring it to the disk when they like, up to a minute later, but what
/// is written while the page goes away stands there in the next visit. It is shared by all tabs.
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

/// Given the texts under some keys, returns what to write under which key; `None` deletes.
pub type Change = Box<dyn FnOnce(Vec<Option<String>>) -> Result<Vec<(String, Option<String>)>, StorageError>>;

/// Durable texts by key: what is reported as done is on the disk, and survives a crash of the browser.
pub trait Durable: Send + Sync {
    /// The texts whose keys begin with `prefix`, with their keys.
    ///
    /// # Errors
    /// If the store cannot be used at all.
    fn below(&self, prefix: &str) -> Task<Result<Vec<(String, String)>, StorageError>>;
    /// The texts of some keys.
    ///
    /// # Errors
    /// If the store cannot be used at all.
    fn get(&self, keys: Vec<String>) -> Task<Result<Vec<Option<String>>, StorageError>>;
    /// Reads, changes and writes in one transaction. Ends once it is on the disk.
    ///
    /// # Errors
    /// If nothing was changed: the transaction failed, or `change` returned an error.
    fn change(&self, keys: Vec<String>, change: Change) -> Task<Result<(), StorageError>>;
}

/// Background tasks.
pub trait Tasks: Send + Sync {
    /// Runs a task in the background.
    fn spawn(&self, task: Task<()>);
    /// Runs a task under a lock of this name, which all tabs share. A browser without locks runs it at once.
    fn alone(&self, name: &str, task: Task<()>) -> Task<()>;
    /// Ends once the browser has painted and is idle, after a third of a second at the latest.
    fn idle(&self) -> Task<()>;
}

/// The wall clock.
pub trait WallClock: Send + Sync {
    /// Milliseconds since 1970 in UTC.
    fn now_ms(&self) -> u64;
    /// A time in the person's zone, as `2026-11-24 12:03`.
    fn local(&self, ms: u64) -> String;
    /// A time in the person's zone and language, short: `12:03` today, `11/20` this year, `2025/11/20` before.
    fn show(&self, ms: u64, english: bool) -> String;
}

/// Random numbers.
pub trait Random: Send + Sync {
    /// 53 random bits or more.
    fn next(&self) -> u64;
}

/// What became of a file that was given to the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// The browser says that it is written.
    Written,
    /// A download began; no browser reports how it ends.
    Started,
    /// The person chose no place for it.
    Declined,
    /// It could not be written.
    Failed,
}

/// Files that the person keeps.
pub trait Files: Send + Sync {
    /// Saves what is in a file. `ask` lets the person choose the place where the browser supports that: it then reports
    /// when the file is written. Only allowed in response to a click or a key.
    fn save(&self, name: &str, mime: &str, content: &[u8], ask: bool) -> Task<Delivery>;
}

/// Why the worker gave no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WorkerError {
    /// Its script could not be loaded: no connection, or the site has a newer version by now.
    NotLoaded,
    /// It broke off: too little memory, or a mistake of the program.
    Broken,
    /// The person stopped it.
    Stopped,
}

/// What is heavy, done beside the page.
pub trait Worker: Send + Sync {
    /// Has something done: an `Order` as a message, and the file that it is about. `progress` gets percents.
    fn run(&self, order: Vec<u8>, file: Vec<u8>, progress: Box<dyn Fn(u8)>) -> Task<Result<Answer, WorkerError>>;
    /// Stops what is being done.
    fn stop(&self);
}

/// All ports.
#[derive(Clone)]
pub struct Ports {
    /// The mirror.
    pub storage: Arc<dyn Storage>,
    /// Texts of this tab alone, that outlast a reload of the page.
    pub tab: Arc<dyn Storage>,
    /// The durable store.
    pub durable: Arc<dyn Durable>,
    /// Background tasks.
    pub tasks: Arc<dyn Tasks>,
    /// The clock.
    pub clock: Arc<dyn WallClock>,
    /// Random numbers.
    pub random: Arc<dyn Random>,
    /// Files.
    pub files: Arc<dyn Files>,
    /// The worker.
    pub worker: Arc<dyn Worker>,
    /// Whether the person's browser is set to Japanese.
    pub prefers_japanese: bool,
}
