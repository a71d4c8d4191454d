//! Notices to the person, as data; the wording is in `ui`.

use leptos::prelude::*;

use super::{
    AppState,
    ports::{StorageError, WorkerError},
};
use crate::core::{
    assessment::AssessmentId,
    document::{FileError, Limit},
};

/// A notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Grows with each notice.
    pub number: u64,
    /// What it says.
    pub kind: NoticeKind,
}

/// What a notice says.
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
        /// Whether it is sure that it was written; else a download began.
        written: bool,
        /// The assessment of which the person may confirm that its file is there.
        unsure_of: Option<AssessmentId>,
    },
    /// A file could not be written.
    FileNotSaved {
        /// Its name.
        file: String,
    },
    /// A file is more than fits into one assessment, with what is known here of it. Nothing was changed.
    FileTooMuch {
        /// Its name.
        file: String,
        /// What does not fit.
        limit: Limit,
    },
    /// What was entered is more than one assessment can hold, so it was not taken.
    TooMuch {
        /// The assessment's name.
        name: String,
        /// What does not fit.
        limit: Limit,
    },
    /// An assessment comes near to what it can hold.
    NearlyFull {
        /// Its name.
        name: String,
        /// How full it is, in hundredths.
        share: u64,
    },
    /// Settings are not kept for the next visit.
    SettingsNotKept,
    /// Something that was deleted for ever is still on the disk.
    NotRemoved,
    /// The copy that is made before something is restored went to a file, since it could not be kept here.
    CopyNotKept,
    /// A backup was restored.
    Restored {
        /// How many assessments changed or are new.
        restored: usize,
        /// How many could not be restored.
        refused: usize,
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
        /// How many fields are in conflict now.
        conflicts: usize,
    },
    /// The model was prefilled from a service type.
    Started {
        /// How many questions that answered.
        answers: usize,
    },
    /// The catalogue pack that this browser keeps is not in force, although it is switched on.
    PackNotInForce,
    /// A snapshot was kept.
    SnapshotKept {
        /// Its name.
        name: String,
    },
    /// A snapshot could not be kept, so there is none.
    SnapshotNotKept(StorageError),
    /// The assessment went back to a snapshot.
    WentBack {
        /// How many fields changed.
        changes: usize,
    },
    /// The worker did not do what it was to. Nothing was changed.
    NotDone(WorkerError),
    /// A step was undone.
    Undone,
    /// A step was redone.
    Redone,
}

impl NoticeKind {
    /// Whether it stays until it is closed: what failed, and what the person is asked.
    #[must_use]
    pub const fn stays(&self) -> bool {
        self.is_failure() || matches!(self, Self::FileSaved { unsure_of: Some(_), .. } | Self::NearlyFull { .. })
    }

    /// Whether it reports a failure, which screen readers announce at once.
    #[must_use]
    pub const fn is_failure(&self) -> bool {
        matches!(
            self,
            Self::FileRefused { .. }
                | Self::FileNotSaved { .. }
                | Self::FileTooMuch { .. }
                | Self::TooMuch { .. }
                | Self::SettingsNotKept
                | Self::NotRemoved
                | Self::CopyNotKept
                | Self::SnapshotNotKept(_)
                | Self::NotDone(_)
                | Self::PackNotInForce
        )
    }
}

impl AppState {
    /// Closes a notice.
    pub fn dismiss(&self, number: u64) {
        self.notices.update(|all| all.retain(|n| n.number != number));
    }

    pub(super) fn notify(&self, kind: NoticeKind) {
        let number = self.last_notice.with_value(|n| n + 1);
        self.last_notice.set_value(number);
        self.notices.update(|all| {
            // Only the last few matter, but a failure stays until it is closed, whatever comes after it.
            all.retain(|n| n.kind != kind);
            all.push(Notice { number, kind });
            let told = all.iter().filter(|n| !n.kind.is_failure()).count();
            if told > 4
                && let Some(oldest) = all.iter().position(|n| !n.kind.is_failure())
            {
                all.remove(oldest);
            }
            if all.len() > 8 {
                all.remove(0);
            }
        });
    }
}
