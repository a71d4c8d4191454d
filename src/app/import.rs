//! Importing files, one after the other: previewed first, imported only when the person agrees.

use std::sync::Arc;

use leptos::prelude::*;

use super::{AppState, IncomingBackup, IncomingTable, NoticeKind, Sheet, Shown};
use crate::core::{
    assessment::{Assessment, AssessmentId, Change, Edit, paths},
    document::{self, Bodies, FileError, Salvaged},
    file_kind::FileKind,
};

/// A file that was read and waits for a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incoming {
    /// The file's name.
    pub file: String,
    /// What is in it.
    pub assessment: Assessment,
    /// What it has of snapshots.
    pub contents: Bodies,
    /// What importing it would do.
    pub kind: IncomingKind,
    /// Whether it was made with the catalogue that is in force here.
    pub same_catalog: bool,
    /// How many of its changes are dated in the future.
    pub from_future: usize,
    /// What of a damaged file could not be read; `None` where the file is as it was written.
    pub lost: Option<Vec<FileError>>,
}

/// What importing a file would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IncomingKind {
    /// This browser does not have the assessment.
    New,
    /// It has it, in the same version.
    Same,
    /// It has it; these fields would change. None where newer changes stand here for all of them.
    Known(Vec<Change>),
    /// It is in the bin, and would be restored; these fields would differ from the file, since the bin has later
    /// changes.
    Binned(Vec<Change>),
}

/// What the person is asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// An assessment.
    Assessment(Box<Incoming>),
    /// A backup.
    Backup(Box<IncomingBackup>),
    /// A protected file, or a key for signing.
    Sheet(Box<Sheet>),
    /// A table.
    Table(Arc<IncomingTable>),
}

impl AppState {
    /// Receives a file. It is previewed, or queued while the person is asked about another one. True if the page of
    /// packs has to be opened for it.
    pub fn receive(&self, file: &str, content: Result<Vec<u8>, FileError>) -> bool {
        match content {
            Err(error) => {
                self.notify(NoticeKind::FileRefused { file: file.to_owned(), error });
                false
            }
            Ok(bytes) if self.is_asking() => {
                self.queue.update(|q| q.push_back((file.to_owned(), bytes)));
                false
            }
            Ok(bytes) => self.preview_as(file, bytes),
        }
    }

    /// Whether the person is asked about a file, or will be.
    #[must_use]
    pub fn is_asking(&self) -> bool {
        self.asked.with_untracked(Option::is_some)
            || self.working.with_untracked(Option::is_some)
            || self.incoming_pack.with_untracked(|p| matches!(p, Some((_, super::IncomingPack::Ready(..)))))
    }

    pub(super) fn preview_as(&self, file: &str, bytes: Vec<u8>) -> bool {
        match FileKind::of(file, &bytes) {
            FileKind::Assessment => self.preview_file(file, Ok(bytes)),
            FileKind::Sealed | FileKind::Key => self.begin_sheet(file, "", bytes),
            FileKind::Backup => self.preview_backup(file, &bytes),
            FileKind::Table => self.preview_table(file.to_owned(), bytes, None),
            FileKind::Pack => {
                self.preview_pack(file, Ok(bytes));
                return true;
            }
            FileKind::Official => {
                self.read_official(file, Ok(bytes));
                return true;
            }
        }
        false
    }

    /// Previews the next file, after a decision on the one before. True if the page of packs has to be opened for it.
    pub fn next_file(&self) -> bool {
        while !self.is_asking() {
            let Some((file, bytes)) = self.queue.try_update(std::collections::VecDeque::pop_front).flatten() else {
                return false;
            };
            if self.preview_as(&file, bytes) {
                return true;
            }
        }
        false
    }

    /// Previews the file of an assessment. Nothing changes yet: either the file waits in [`AppState::incoming`], or a
    /// notice says why it cannot be opened.
    pub fn preview_file(&self, file: &str, content: Result<Vec<u8>, FileError>) {
        let (error, bytes) = match content.map(|bytes| (document::read_whole(&bytes), bytes)) {
            Ok((Ok((assessment, contents)), _)) => return self.ask_about(file, assessment, contents, None),
            Ok((Err(error), bytes)) => (error, bytes),
            Err(error) => (error, Vec::new()),
        };
        self.notify(NoticeKind::FileRefused { file: file.to_owned(), error });
        let salvaged = self.try_salvage(&bytes);
        self.salvaged.set(salvaged.map(|s| (file.to_owned(), s)));
    }

    /// The damaged file that was refused but can be read in part, if there is one.
    #[must_use]
    pub fn salvaged(&self) -> Shown<Option<(String, Salvaged)>> {
        Shown(self.salvaged)
    }

    /// Previews what can be read of the damaged file.
    pub fn preview_salvaged(&self) {
        if let Some((file, Salvaged { assessment, lost })) = self.salvaged.get_untracked() {
            self.notices.update(|n| {
                n.retain(|n| !matches!(&n.kind, NoticeKind::FileRefused { file: f, .. } if *f == file));
            });
            self.salvaged.set(None);
            self.ask_about(&file, assessment, Bodies::new(), Some(lost));
        }
    }

    /// Previews what can be read of a damaged record in a store. False if nothing can.
    #[must_use]
    pub fn salvage_unreadable(&self, key: &str) -> bool {
        let raw = self.unreadable.with_untracked(|u| u.iter().find(|u| u.key == key).map(|u| u.raw.clone()));
        let Some(Salvaged { assessment, lost }) = raw.and_then(|raw| self.try_salvage(raw.as_bytes())) else {
            return false;
        };
        self.ask_about(key, assessment, Bodies::new(), Some(lost));
        true
    }

    fn try_salvage(&self, bytes: &[u8]) -> Option<Salvaged> {
        let salvaged = document::salvage(bytes, &AssessmentId::new(self.random())).ok()?;
        let assessment = document::settle(salvaged.assessment).ok()?;
        Some(Salvaged { assessment, ..salvaged })
    }

    fn ask_about(&self, file: &str, assessment: Assessment, contents: Bodies, lost: Option<Vec<FileError>>) {
        let (known, binned) = (self.get(assessment.id()), self.in_bin(assessment.id()));
        // It has to fit together with what is here, and that is better said before anybody decides.
        let mut merged = assessment.clone();
        known.iter().for_each(|mine| merged.merge(mine));
        binned.iter().for_each(|binned| merged.merge(binned));
        if let Err(limit) = document::settle(merged) {
            return self.notify(NoticeKind::FileTooMuch { file: file.to_owned(), limit });
        }
        let kind = match (known, binned) {
            (None, None) => IncomingKind::New,
            (None, Some(binned)) => IncomingKind::Binned(assessment.changes_by(&binned)),
            (Some(mine), _) if *mine == assessment => IncomingKind::Same,
            (Some(mine), _) => IncomingKind::Known(mine.changes_by(&assessment)),
        };
        let same_catalog = *assessment.catalog().digest == *self.catalog_digest();
        let from_future = assessment.future_changes(self.now_ms());
        let incoming = Incoming { file: file.to_owned(), assessment, contents, kind, same_catalog, from_future, lost };
        self.asked.set(Some(Asked::Assessment(Box::new(incoming))));
    }

    /// The assessment in a file about which the person is asked.
    #[must_use]
    pub fn incoming(&self) -> Signal<Option<Incoming>> {
        let asked = self.asked;
        Signal::derive(move || match asked.get() {
            Some(Asked::Assessment(incoming)) => Some(*incoming),
            _ => None,
        })
    }

    /// What the person is asked about.
    #[must_use]
    pub fn asked(&self) -> Shown<Option<Asked>> {
        Shown(self.asked)
    }

    /// Discards the file that was previewed.
    pub fn decline_incoming(&self) {
        self.asked.set(None);
    }

    fn take_incoming(&self) -> Option<Incoming> {
        match self.asked.get_untracked()? {
            Asked::Assessment(incoming) => {
                self.asked.set(None);
                Some(*incoming)
            }
            Asked::Backup(_) | Asked::Table(_) | Asked::Sheet(_) => None,
        }
    }

    /// Imports the file that was previewed: as a new assessment, or merged into the one here. Returns its id.
    pub fn accept_incoming(&self) -> Option<AssessmentId> {
        let incoming = self.take_incoming()?;
        let name = incoming.assessment.text(&paths::name()).to_owned();
        let id = incoming.assessment.id().clone();
        let changed = self.merge_in(incoming.assessment)?;
        self.take_contents(&id, &incoming.contents);
        self.notify(NoticeKind::Imported { name, changed });
        Some(id)
    }

    /// Merges an assessment into the one here, as one step of undo, or adds it. Returns how many fields changed, `None`
    /// for a new one; nothing at all if there is no room for it, with a notice.
    pub(super) fn merge_in(&self, theirs: Assessment) -> Option<Option<usize>> {
        let id = theirs.id().clone();
        if let Some(mine) = self.get(&id) {
            let changes = mine.changes_by(&theirs);
            let mut merged = (*mine).clone();
            merged.merge(&theirs);
            merged.prune();
            let step = mine.step_to(&merged);
            if !self.insert(merged) {
                return None;
            }
            self.push_history(&id, step);
            return Some(Some(changes.len()));
        }
        let mut assessment = theirs;
        if let Some(binned) = self.in_bin(&id) {
            // It is restored from the bin, with everything that was entered before.
            assessment.merge(&binned);
            if !self.insert(assessment) {
                return None;
            }
            self.restore(&id);
        } else if !self.insert(assessment) {
            return None;
        }
        Some(None)
    }

    /// Imports the file that was previewed as a separate assessment, beside the one here.
    pub fn accept_incoming_as_copy(&self, name: &str) -> Option<AssessmentId> {
        let incoming = self.take_incoming()?;
        let id = AssessmentId::new(self.random());
        if !self.insert(incoming.assessment.copy_as(id.clone())) {
            return None;
        }
        self.dispatch(&id, &[Edit::text(paths::name(), name)]);
        self.take_contents(&id, &incoming.contents);
        self.notify(NoticeKind::Imported { name: name.to_owned(), changed: None });
        Some(id)
    }
}
