//! What the app needs from outside, as traits. The browser's side is in `platform`; tests bring their own.

use std::{future::Future, pin::Pin, sync::Arc};

/// Something that is done later.
pub type Task<T> = Pin<Box<dyn Future<Output = T>>>;

/// Why the browser's storage did not do what it was asked.
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

/// Texts by key, at once: the mirror. Browsers bring it to the disk when they like, up to a minute later, but what is
/// written while the page goes away stands there in the next visit. Shared by all tabs.
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

/// Given what stands under some keys, says what is to stand from now on under which; `None` for nothing.
pub type Change = Box<dyn FnOnce(Vec<Option<String>>) -> Result<Vec<(String, Option<String>)>, StorageError>>;

/// Texts by key, safely: what is told to be done is on the disk, and stays whatever happens to the browser.
pub trait Durable: Send + Sync {
    /// The texts whose keys begin so, with their keys.
    ///
    /// # Errors
    /// If the store cannot be used at all.
    fn below(&self, prefix: &str) -> Task<Result<Vec<(String, String)>, StorageError>>;
    /// The texts of some keys.
    ///
    /// # Errors
    /// If the store cannot be used at all.
    fn get(&self, keys: Vec<String>) -> Task<Result<Vec<Option<String>>, StorageError>>;
    /// Reads, changes and writes as one: nobody else's change comes between. Done once it is on the disk.
    ///
    /// # Errors
    /// If nothing was changed, also what the change itself says.
    fn change(&self, keys: Vec<String>, change: Change) -> Task<Result<(), StorageError>>;
}

/// Things that go on beside the screen.
pub trait Tasks: Send + Sync {
    /// Does something later.
    fn spawn(&self, task: Task<()>);
    /// The same thing, but never while something of this name is done, in whichever tab. A browser without locks does it
    /// at once.
    fn alone(&self, name: &str, task: Task<()>) -> Task<()>;
    /// Ends once the screen shows what was changed and the browser has time, within a third of a second in any case.
    fn idle(&self) -> Task<()>;
}

/// The wall clock.
pub trait WallClock: Send + Sync {
    /// Milliseconds since 1970 in UTC.
    fn now_ms(&self) -> u64;
    /// The day in the person's zone, as `2026-11-24`.
    fn today(&self) -> String;
    /// A time in the person's zone and language, short: `12:03` today, `11/20` this year, `2025/11/20` before.
    fn show(&self, ms: u64, english: bool) -> String;
}

/// Random numbers.
pub trait Random: Send + Sync {
    /// 53 random bits or more.
    fn next(&self) -> u64;
}

/// What became of a file that was handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// The browser says that it is written.
    Written,
    /// A download began; how it ends, no browser tells.
    Started,
    /// The person chose no place for it.
    Declined,
    /// It could not be written.
    Failed,
}

/// Files that the person keeps.
pub trait Files: Send + Sync {
    /// Hands a text to the person as a file. `ask` lets the person choose the place where the browser can do that: the
    /// browser then says when the file is written. Only as an answer to a press.
    fn save(&self, name: &str, mime: &str, text: &str, ask: bool) -> Task<Delivery>;
}

/// All ports.
#[derive(Clone)]
pub struct Ports {
    /// The mirror.
    pub storage: Arc<dyn Storage>,
    /// The durable store.
    pub durable: Arc<dyn Durable>,
    /// What goes on beside the screen.
    pub tasks: Arc<dyn Tasks>,
    /// The clock.
    pub clock: Arc<dyn WallClock>,
    /// Random numbers.
    pub random: Arc<dyn Random>,
    /// Files.
    pub files: Arc<dyn Files>,
    /// Whether the person's browser is set to Japanese.
    pub prefers_japanese: bool,
}
