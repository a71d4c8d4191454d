//! An assessment as one plain value: fields with stamps, edits, undo and merge.

mod catalog_ref;
mod edit;
mod field;
mod path;
mod record;
mod snapshot;
mod stamp;
mod value;

pub use catalog_ref::{CatalogRef, EntryChange, Since};
pub use edit::{Done, Edit, History, Step, Turned};
pub use field::{Field, Head};
pub use path::{Path, PathError, paths};
pub use record::{Assessment, AssessmentId, Change, IdError};
pub use snapshot::Snapshot;
pub use stamp::{Actor, Clock, Stamp, StampError};
pub use value::{MAX_CHARS, MAX_FIELDS, MAX_HEADS, MAX_ITEMS, Value};
