//! Things that a person should hear of, as data; the wording is the screen's.

use crate::core::{assessment::AssessmentId, document::FileError};

/// Something to tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Grows with each notice.
    pub number: u64,
    /// What.
    pub kind: NoticeKind,
}

/// What there is to tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoticeKind {
    /// An assessment went to the bin and can be brought back.
    Binned {
        /// Which.
        id: AssessmentId,
        /// Its name.
        name: String,
    },
    /// A file was handed to the person.
    FileSaved {
        /// Its name.
        file: String,
    },
    /// A file cannot be opened. Nothing was changed.
    FileRefused {
        /// Its name.
        file: String,
        /// Why.
        error: FileError,
    },
    /// A file was opened.
    Imported {
        /// The assessment's name.
        name: String,
        /// How many fields changed; `None` for a new assessment.
        changed: Option<usize>,
    },
    /// Another tab changed this assessment, and its changes are in now.
    MergedFromTab {
        /// How many fields changed.
        changed: usize,
        /// How many people have to decide on.
        conflicts: usize,
    },
    /// The model was laid out from a service type.
    Started {
        /// How many answers it gave.
        answers: usize,
    },
    /// The catalogue pack that this browser keeps is not in force, although it is switched on.
    PackNotInForce,
    /// A step was taken back or made again.
    Undone {
        /// Whether it was made again.
        again: bool,
    },
}

impl NoticeKind {
    /// Whether it reports a failure, to be told at once.
    #[must_use]
    pub const fn is_failure(&self) -> bool {
        matches!(self, Self::FileRefused { .. } | Self::PackNotInForce)
    }
}
