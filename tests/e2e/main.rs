//! The whole story in a real browser, found by what a person sees: names and roles, never CSS classes.

#![allow(clippy::print_stdout)] // What was measured is worth reading.

mod a11y;
mod addresses;
mod browser;
mod catalog;
mod chromium;
mod controls;
mod engine;
mod failure;
mod fields;
mod firefox;
mod first;
mod frames;
mod history;
mod import;
mod kill;
mod model;
mod network;
mod official;
mod pages;
mod person;
mod place;
mod presses;
mod processes;
mod report;
mod sealed;
mod stage;
mod storage;
mod story;
mod tabs;
mod worker;
mod worklist;
