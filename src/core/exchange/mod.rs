//! What goes out for other programs and other readers, one file a format, and what all of them need: tables for
//! spreadsheets, and the legend of provenances.
//!
//! The packing tool writes the catalogue as JSON and the sheet of fidelity. The app names neither, so that they cost the
//! WebAssembly nothing. It shows and saves the report. The tables of an assessment are the worker's.

pub mod catalog;
mod csv;
pub mod disclosure;
pub mod fidelity;
pub mod formats;
pub mod legend;
pub mod report;
pub mod sealed;
pub mod tables;

pub use csv::{plain_cell, read_csv, write_csv};
