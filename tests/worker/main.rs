//! Tests of the worker: what is heavy, and loaded when it is first needed.

#![allow(clippy::print_stdout)] // What a test found out is worth reading.

mod disclosure;
#[path = "../official/mod.rs"]
mod official_truth;
mod oscal;
mod pdf;
mod sealed;
mod tables;
mod xlsx;
