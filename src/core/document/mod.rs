//! The stored and exchanged form of an assessment: one JSON envelope, one version number, one file a version.

mod envelope;
mod error;
mod json;
mod v1;

pub use envelope::{FORMAT, MAX_BYTES, VERSION, read, write};
pub use error::{Expected, FileError, Place};
pub(in crate::core) use json::parse as parse_strict;
