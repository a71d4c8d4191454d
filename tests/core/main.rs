//! Tests of the pure core: the catalogue, Part IV's logic, the assessment, its file, and the code's own rules.
//!
//! Figures are printed: `./dev test core -- --nocapture catalog start`.

#![allow(clippy::print_stdout)] // What a test found out is worth reading.

mod annexes;
mod architecture;
mod assessment;
mod backup;
mod catalog;
mod controls;
mod day;
mod diagram;
mod differences;
mod document;
mod document_fixtures;
mod document_fuzz;
mod document_refusals;
mod evaluate;
mod exchange;
mod extract;
mod facts;
mod fidelity;
mod fingerprints;
mod hostile_files;
mod incoming;
mod limits;
mod lint;
mod lint_annexes;
mod lint_entries;
mod lint_relations;
mod measured;
mod merge;
mod model;
mod next;
mod official;
mod official_documents;
#[path = "../official/mod.rs"]
mod official_truth;
mod packs;
mod packs_files;
mod packs_hostile;
mod packs_mistakes;
mod paper;
mod partners;
mod patterns;
mod priority;
mod reach;
mod report;
mod salvage;
mod scenarios;
mod schemas;
mod sealed;
mod search;
mod seed;
mod snapshots;
mod sorted;
mod start;
mod support;
mod tables;
mod truth;
mod worked;
