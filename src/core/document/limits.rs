//! What a file can hold. The reader's limits are limits of what is entered too: nothing comes to stand in an assessment
//! that could be written and not be read again.

use super::{MAX_BYTES, write};
use crate::core::assessment::{Assessment, Field, Head, MAX_FIELDS, MAX_HEADS, Path, Value};

/// From this share of a limit on, in hundredths, a person is told.
const NEAR: u64 = 90;

/// What an assessment cannot hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Limit {
    /// More fields than this.
    Fields(usize),
    /// A file of more bytes than this.
    Bytes(u64),
    /// More values of one field, between which people have to decide, than this.
    Values(Path, usize),
}

/// An assessment as it can be written and read again: what no longer matters is forgotten.
///
/// # Errors
/// If there is more in it than a file can hold.
pub fn settle(mut assessment: Assessment) -> Result<Assessment, Limit> {
    assessment.prune();
    if assessment.fields().len() > MAX_FIELDS {
        return Err(Limit::Fields(MAX_FIELDS));
    }
    if let Some((path, _)) = assessment.fields().iter().find(|(_, f)| f.heads().len() > MAX_HEADS + 1) {
        return Err(Limit::Values(path.clone(), MAX_HEADS));
    }
    // Writing it takes milliseconds, so that is done only where it might be too much.
    if size_at_most(&assessment) > MAX_BYTES && write(&assessment).len() as u64 > MAX_BYTES {
        return Err(Limit::Bytes(MAX_BYTES));
    }
    Ok(assessment)
}

/// How full an assessment is, in hundredths, where it comes near to a limit.
#[must_use]
pub fn nearly_full(assessment: &Assessment) -> Option<u64> {
    let fields = assessment.fields().len() as u64 * 100 / MAX_FIELDS as u64;
    let bytes = size_at_most(assessment) * 100 / MAX_BYTES;
    Some(fields.max(bytes)).filter(|share| *share >= NEAR)
}

/// At most so many bytes has the file of an assessment.
fn size_at_most(assessment: &Assessment) -> u64 {
    let fingerprints = &assessment.catalog().fingerprints;
    let fingerprints: u64 = fingerprints.keys().map(|entry| text(entry) + 24).sum();
    let fields: u64 = assessment.fields().iter().map(|(path, f)| path.as_str().len() as u64 + field(f)).sum();
    1000 + text(&assessment.catalog().edition) + text(&assessment.catalog().digest) + fingerprints + fields
}

fn field(field: &Field) -> u64 {
    // Names, brackets and indentation of a head come to less than this, with its stamp; of a stamp alone, likewise.
    120 + field.heads().iter().map(|(_, h)| 180 + head(h)).sum::<u64>() + field.seen().count() as u64 * 60
}

fn head(head: &Head) -> u64 {
    let value = match &head.value {
        None => 4,
        Some(Value::Text(t)) => text(t),
        Some(Value::List(items)) => items.iter().map(|i| text(i) + 20).sum(),
    };
    value + text(&head.by)
}

/// The length of a text in JSON.
fn text(text: &str) -> u64 {
    let byte = |b: u8| match b {
        0..0x20 => 6,
        b'"' | b'\\' => 2,
        _ => 1,
    };
    2 + text.bytes().map(byte).sum::<u64>()
}
