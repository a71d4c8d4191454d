//! What is wrong with a pack, as data.

use crate::core::{
    catalog::{EntryKind, Fault},
    document::FileError,
};

/// How many mistakes are told; of the rest only the number is.
pub const SHOWN: usize = 50;

/// Why a file is no pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PackError {
    /// As any file may be: too large, empty, cut off, no JSON, of a newer program, of a wrong form. `Empty` is also a
    /// table in which nothing is filled in.
    File(FileError),
    /// It is not in UTF-8. Excel saves as it should with "CSV UTF-8".
    NotUtf8,
    /// The table has not these columns.
    Columns(Vec<&'static str>),
    /// It says more than a pack may.
    TooMany {
        /// How many facts it has.
        facts: usize,
        /// How many it may have.
        limit: usize,
    },
    /// It speaks of more entries than a pack may.
    TooManyEntries {
        /// Of how many it speaks.
        entries: usize,
        /// Of how many it may.
        limit: usize,
    },
}

impl From<FileError> for PackError {
    fn from(error: FileError) -> Self {
        Self::File(error)
    }
}

/// One mistake of a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// Row of the table or number of the entry, from 1; `None` where the pack does not speak of the entry, but an
    /// entry cannot stay as it is because of the pack.
    pub row: Option<usize>,
    /// The kind of entry, as `EntryKind::keyword` or as the pack names it.
    pub kind: String,
    /// The entry.
    pub id: String,
    /// The field; empty for the entry as a whole.
    pub field: String,
    /// What is wrong.
    pub fault: Fault,
}

impl Mistake {
    /// The kind of entry, if there is such a kind.
    #[must_use]
    pub fn entry_kind(&self) -> Option<EntryKind> {
        EntryKind::from_keyword(&self.kind)
    }
}

/// The mistakes of a pack.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mistakes {
    /// The first of them, by row; at most `SHOWN`.
    pub first: Vec<Mistake>,
    /// How many there are.
    pub total: usize,
}

impl Mistakes {
    /// Counts a mistake, and keeps it if it is among the first.
    pub(super) fn add(&mut self, mistake: Mistake) {
        self.total += 1;
        let at = self.first.partition_point(|known| place(known) <= place(&mistake));
        if at < SHOWN {
            self.first.truncate(SHOWN - 1);
            self.first.insert(at, mistake);
        }
    }
}

/// What mistakes are sorted by.
fn place(m: &Mistake) -> (usize, &str, &str, &str) {
    (m.row.unwrap_or(usize::MAX), &m.kind, &m.id, &m.field)
}
