//! Where an assessment is stored: in the list or in the bin, never in both. One rule for both stores.

use std::sync::Arc;

use super::ports::StorageError;
use crate::core::{
    assessment::{Assessment, AssessmentId},
    document::{self, Limit},
};

/// What is to be done with an assessment in a store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Intent {
    /// Save it as it is now, wherever it is.
    Keep,
    /// Move it to the bin.
    Bin,
    /// Restore it from the bin.
    Restore,
}

/// Where an assessment is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Among the assessments.
    List,
    /// In the bin.
    Bin,
}

/// The texts of one assessment in a store.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Texts {
    /// In the list.
    pub list: Option<String>,
    /// In the bin.
    pub bin: Option<String>,
}

/// An assessment and its text, which was read from a store or read back before it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The assessment.
    pub assessment: Arc<Assessment>,
    /// The text.
    pub text: Arc<str>,
}

impl Record {
    /// The assessment's id.
    #[must_use]
    pub fn id(&self) -> &AssessmentId {
        self.assessment.id()
    }
}

/// What to write to a store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// Where.
    pub place: Place,
    /// What.
    pub record: Record,
    /// What was in the bin and cannot be read. It makes room and is kept under another key.
    pub unreadable_bin: Option<String>,
}

/// Decides what to write to a store that has these texts now. Whatever is there is merged in, so nothing is
/// overwritten. `known` are records of which `mine` has everything. A text among them is not read again, and an
/// assessment among them is not written again: so what goes to both stores is written once.
///
/// # Errors
/// If what is in the list cannot be read, or what would be written could not be read again.
pub fn place(intent: Intent, mine: &Arc<Assessment>, stored: Texts, known: &[Record]) -> Result<Placed, StorageError> {
    let is_known = |text: &str| known.iter().any(|k| *k.text == *text);
    let read = |text: &String| document::read(text.as_bytes());
    let listed = stored.list.is_some();
    let list = stored.list.filter(|text| !is_known(text)).map(|text| read(&text)).transpose();
    let list = list.map_err(|_| StorageError::Guarded)?;
    let (bin, unreadable_bin) = match stored.bin.map(|text| (read(&text), text)) {
        None => (None, None),
        Some((Ok(bin), _)) => (Some(bin), None),
        Some((Err(_), text)) => (None, Some(text)),
    };
    let unchanged = known.iter().find(|k| list.is_none() && bin.is_none() && Arc::ptr_eq(&k.assessment, mine));
    let (record, gone) = match unchanged {
        Some(record) => (record.clone(), false),
        None => {
            let mut all = (**mine).clone();
            list.iter().chain(&bin).for_each(|other| all.merge(other));
            // Somebody has moved it to the bin, and there is nothing here that they did not know.
            let gone = intent == Intent::Keep && !listed && bin.as_ref().is_some_and(|bin| *bin == all);
            (write(all, mine, is_known)?, gone)
        }
    };
    let place = if gone || intent == Intent::Bin { Place::Bin } else { Place::List };
    // A bin that is not touched keeps what cannot be read.
    let unreadable_bin = unreadable_bin.filter(|_| place == Place::Bin);
    Ok(Placed { place, record, unreadable_bin })
}

/// Writes an assessment, and makes sure that it can be read again.
fn write(all: Assessment, mine: &Arc<Assessment>, is_known: impl Fn(&str) -> bool) -> Result<Record, StorageError> {
    let settled = document::settle(all).map_err(|_: Limit| StorageError::TooLarge)?;
    // Where nothing was added it stays the same value, and `place` recognises it next time.
    let assessment = if settled == **mine { Arc::clone(mine) } else { Arc::new(settled) };
    let text: Arc<str> = document::write(&assessment).into();
    if is_known(&text) || document::read(text.as_bytes()).is_ok_and(|again| again == *assessment) {
        Ok(Record { assessment, text })
    } else {
        Err(StorageError::TooLarge)
    }
}
