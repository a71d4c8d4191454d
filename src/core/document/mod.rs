//! The stored and exchanged form of an assessment: one JSON envelope, one version number, one file a version. And the
//! files around it: a backup of everything, and what can be got back of a damaged file.

pub mod backup;
mod envelope;
mod error;
pub mod history;
mod json;
mod limits;
mod salvage;
mod v1;

pub use backup::{BACKUP_FORMAT, Backup, MAX_BACKUP_BYTES};
pub use envelope::{FORMAT, MAX_BYTES, VERSION, read, write};
pub use error::{Expected, FileError, Place};
pub use json::parse as parse_strict;
pub use limits::{Limit, nearly_full, settle};
pub use salvage::{Salvaged, salvage};
