//! The content of snapshots. Each is the file of the assessment as it was, without snapshots of its own: so the reader of
//! files, which reads every older version for ever, reads them too.

use std::collections::BTreeMap;

use serde_json::{Map as Table, Value as Json};

use super::{
    envelope::{read_table, sealed, text},
    error::{Expected, FileError},
    json, v1,
};
use crate::core::assessment::{Assessment, Path, paths};

/// The most snapshots that a file has.
pub const MAX_SNAPSHOTS: usize = 200;

/// The texts of snapshots, by id.
pub type Bodies = BTreeMap<String, String>;

/// The content of a snapshot of an assessment as it is now, and its digest.
#[must_use]
pub fn snapshot(assessment: &Assessment) -> (String, String) {
    sealed(v1::write(&assessment.without_snapshots()))
}

/// Reads the content of a snapshot. `None` where it is not what was kept under this digest.
#[must_use]
pub fn read_snapshot(body: &str, digest: &str) -> Option<Assessment> {
    let table = table_of(body, digest)?;
    read_table(table, false).ok().map(|(assessment, _)| assessment)
}

/// The table of a body that claims to be of this digest.
fn table_of(body: &str, digest: &str) -> Option<Table<String, Json>> {
    match json::parse(body) {
        Ok(Json::Object(table)) if is_of(&table, digest) => Some(table),
        _ => None,
    }
}

fn is_of(table: &Table<String, Json>, digest: &str) -> bool {
    table.get("sha256").and_then(Json::as_str) == Some(digest)
}

/// The bodies of the snapshots that an assessment names, the latest first as long as there is room.
pub(super) fn write(assessment: &Assessment, bodies: &Bodies, mut room: u64) -> Table<String, Json> {
    let mut written = Table::new();
    for snapshot in assessment.snapshots().into_iter().take(MAX_SNAPSHOTS) {
        let Some(body) = bodies.get(&snapshot.id) else { continue };
        let Some(table) = table_of(body, &snapshot.digest) else { continue };
        // Every line goes four places in; names, brackets and the key of all take less than the rest.
        let size = body.len() + 4 * body.bytes().filter(|b| *b == b'\n').count() + snapshot.id.len() + 100;
        let Some(left) = room.checked_sub(size as u64) else { break };
        room = left;
        written.insert(snapshot.id, Json::Object(table));
    }
    written
}

/// Reads the bodies in a file. Each is named by the assessment, and is what it was when it was kept.
pub(super) fn read(assessment: &Assessment, bodies: Json) -> Result<Bodies, FileError> {
    let bodies = v1::object(bodies, "snapshots")?;
    if bodies.is_empty() {
        return Err(FileError::shape("snapshots", Expected::Present));
    }
    if bodies.len() > MAX_SNAPSHOTS {
        return Err(FileError::shape("snapshots", Expected::Fewer));
    }
    let mut read = Bodies::new();
    for (id, body) in bodies {
        let place = format!("snapshots / {}", v1::shorten(&id));
        let text = text(&body);
        let table = v1::object(body, &place)?;
        let named = !id.contains('/') && id.parse::<Path>().is_ok();
        if !named || !is_of(&table, assessment.text(&paths::snapshot(&id, "digest"))) {
            return Err(FileError::shape(place, Expected::Absent));
        }
        read.insert(id, text);
        read_table(table, false).map_err(|error| match error {
            FileError::Shape { place: within, expected } => FileError::shape(format!("{place} / {within}"), expected),
            other => other,
        })?;
    }
    Ok(read)
}
