//! The pure core: no browser, no framework, no clock and no randomness of its own.
//!
//! Everything here is a function of its arguments. Times, random numbers and texts from outside come in as values.
//! The feature `ui` is not needed to build or test it.

#![deny(clippy::disallowed_methods, clippy::disallowed_types, clippy::unwrap_used, clippy::indexing_slicing)]

pub mod assessment;
#[allow(clippy::indexing_slicing)] // The build script's code, run before anything ships.
pub mod catalog;
pub mod day;
pub mod document;
pub mod evaluate;
pub mod exchange;
pub mod extract;
pub mod file_kind;
pub mod gather;
pub mod jobs;
pub mod language;
pub mod markup;
pub mod model;
pub mod official;
pub mod pack;
pub mod report;
pub mod sorted;
pub mod worked;
