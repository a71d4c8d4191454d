//! The browser's implementation of the app's ports. Nothing else in the program touches storage, clock, randomness or
//! files.

mod clock;
mod durable;
mod files;
mod panic;
mod random;
mod storage;
mod tasks;
mod worker;

use std::sync::Arc;

use crate::app::ports::Ports;

pub use panic::report_panics;

/// All ports, implemented by the browser.
#[must_use]
pub fn ports() -> Ports {
    Ports {
        storage: Arc::new(storage::BrowserStorage::Shared),
        tab: Arc::new(storage::BrowserStorage::OfTab),
        durable: Arc::new(durable::BrowserDurable),
        tasks: Arc::new(tasks::BrowserTasks),
        clock: Arc::new(clock::BrowserClock),
        random: Arc::new(random::BrowserRandom),
        files: Arc::new(files::BrowserFiles),
        worker: Arc::new(worker::BrowserWorker),
        prefers_japanese: prefers_japanese(),
    }
}

fn prefers_japanese() -> bool {
    let language = web_sys::window().and_then(|w| w.navigator().language());
    language.is_none_or(|l| l.to_ascii_lowercase().starts_with("ja"))
}
