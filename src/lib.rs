//! tenken (点検): self-assessment of cloud and IoT services, wholly in the browser.
//!
//! See `ARCHITECTURE.md` for the map and the rules between these modules.

// Rendering to text wraps every view in futures of futures.
#![cfg_attr(feature = "render-tests", recursion_limit = "1024")]

#[cfg(feature = "ui")]
pub mod app;
pub mod core;
#[cfg(feature = "ui")]
pub mod platform;
#[cfg(feature = "ui")]
pub mod ui;
#[cfg(feature = "worker")]
pub mod worker;
