//! A file on its way in: looked at first, taken in only when the person says so.

use super::{AppState, Notice, NoticeKind};
use crate::core::{
    assessment::{Assessment, Change},
    document::{self, FileError},
};

use leptos::prelude::*;

/// A file that was read and waits for a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incoming {
    /// The file's name.
    pub file: String,
    /// What is in it.
    pub assessment: Assessment,
    /// What taking it in would mean.
    pub kind: IncomingKind,
    /// Whether it was made with the catalogue that is in force here.
    pub same_catalog: bool,
}

/// What taking a file in would mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IncomingKind {
    /// This browser does not have the assessment.
    New,
    /// It has it, and it is just the same.
    Same,
    /// It has it; these fields would change. None where newer changes stand here for all of them.
    Known(Vec<Change>),
}

impl AppState {
    /// Looks at a file. Nothing changes yet: either the file waits in [`AppState::incoming`], or a notice says why it
    /// cannot be opened.
    pub fn look_at_file(&self, file: &str, content: Result<Vec<u8>, FileError>) {
        match content.and_then(|bytes| document::read(&bytes)) {
            Ok(assessment) => {
                let known = self.assessments.with_untracked(|a| a.get(assessment.id()).cloned());
                let kind = match known {
                    None => IncomingKind::New,
                    Some(mine) if *mine == assessment => IncomingKind::Same,
                    Some(mine) => IncomingKind::Known(mine.changes_by(&assessment)),
                };
                let same_catalog = *assessment.catalog().digest == *self.catalog_digest();
                self.incoming.set(Some(Incoming { file: file.to_owned(), assessment, kind, same_catalog }));
            }
            Err(error) => self.tell(NoticeKind::FileRefused { file: file.to_owned(), error }),
        }
    }

    /// Leaves the waiting file alone.
    pub fn decline_incoming(&self) {
        self.incoming.set(None);
    }

    pub(super) fn tell(&self, kind: NoticeKind) {
        let number = self.last_notice.with_value(|n| n + 1);
        self.last_notice.set_value(number);
        self.notices.update(|all| {
            // Only the last few matter; the failure told last must not be pushed out by success after success.
            all.retain(|n| n.kind != kind);
            all.push(Notice { number, kind });
            if all.len() > 4 {
                all.remove(0);
            }
        });
    }

    /// Stops telling something.
    pub fn dismiss(&self, number: u64) {
        self.notices.update(|all| all.retain(|n| n.number != number));
    }
}
