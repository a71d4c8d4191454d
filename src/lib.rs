//! tenken (点検): self-assessment of cloud and IoT services, wholly in the browser.
//!
//! See `ARCHITECTURE.md` for the map and the rules between these modules.

#[cfg(feature = "ui")]
pub mod app;
pub mod core;
#[cfg(feature = "ui")]
pub mod platform;
#[cfg(feature = "ui")]
pub mod ui;
