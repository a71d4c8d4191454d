//! Files on their way in, one after the other: looked at first, taken in only when the person says so.

use leptos::prelude::*;

use super::{AppState, IncomingBackup, NoticeKind};
use crate::core::{
    assessment::{Assessment, AssessmentId, Change, Edit, paths},
    document::{self, FileError, Salvaged},
    exchange::FileKind,
};

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
    /// How many of its changes are dated in the future.
    pub from_future: usize,
    /// What of a damaged file could not be read; `None` where the file is as it was written.
    pub lost: Option<Vec<FileError>>,
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
    /// It lies in the bin, and comes back from there; these fields would differ from the file, since the bin knows later
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
}

impl AppState {
    /// Receives a file. While the person is asked about another one it waits; then it is looked at. True where a page has
    /// to be opened for it: that of the packs.
    pub fn receive(&self, file: &str, content: Result<Vec<u8>, FileError>) -> bool {
        match content {
            Err(error) => {
                self.tell(NoticeKind::FileRefused { file: file.to_owned(), error });
                false
            }
            Ok(bytes) if self.is_asking() => {
                self.queue.update(|q| q.push_back((file.to_owned(), bytes)));
                false
            }
            Ok(bytes) => self.look_at(file, bytes),
        }
    }

    /// Whether the person is asked about a file.
    #[must_use]
    pub fn is_asking(&self) -> bool {
        self.asked.with_untracked(Option::is_some)
            || self.incoming_pack.with_untracked(|p| matches!(p, Some((_, super::IncomingPack::Ready(..)))))
    }

    fn look_at(&self, file: &str, bytes: Vec<u8>) -> bool {
        match FileKind::of(file, &bytes) {
            FileKind::Assessment => self.look_at_file(file, Ok(bytes)),
            FileKind::Backup => self.look_at_backup(file, &bytes),
            FileKind::Pack => {
                self.look_at_pack(file, Ok(bytes));
                return true;
            }
        }
        false
    }

    /// It is decided about a file: the next one is looked at. True where the page of the packs has to be opened for it.
    pub fn next_file(&self) -> bool {
        while !self.is_asking() {
            let Some((file, bytes)) = self.queue.try_update(std::collections::VecDeque::pop_front).flatten() else {
                return false;
            };
            if self.look_at(&file, bytes) {
                return true;
            }
        }
        false
    }

    /// Looks at a file. Nothing changes yet: either the file waits in [`AppState::incoming`], or a notice says why it
    /// cannot be opened.
    pub fn look_at_file(&self, file: &str, content: Result<Vec<u8>, FileError>) {
        let (error, bytes) = match content.map(|bytes| (document::read(&bytes), bytes)) {
            Ok((Ok(assessment), _)) => return self.ask_about(file, assessment, None),
            Ok((Err(error), bytes)) => (error, bytes),
            Err(error) => (error, Vec::new()),
        };
        self.tell(NoticeKind::FileRefused { file: file.to_owned(), error });
        let salvaged = self.try_salvage(&bytes);
        self.salvaged.set(salvaged.map(|s| (file.to_owned(), s)));
    }

    /// The refused file of which something can be read all the same, if there is one.
    #[must_use]
    pub fn salvaged(&self) -> ReadSignal<Option<(String, Salvaged)>> {
        self.salvaged.read_only()
    }

    /// Asks about what can be read of the refused file.
    pub fn look_at_salvaged(&self) {
        if let Some((file, Salvaged { assessment, lost })) = self.salvaged.get_untracked() {
            self.notices.update(|n| {
                n.retain(|n| !matches!(&n.kind, NoticeKind::FileRefused { file: f, .. } if *f == file));
            });
            self.salvaged.set(None);
            self.ask_about(&file, assessment, Some(lost));
        }
    }

    /// Asks about what can be read of a record that is kept here and cannot be read as a whole. False where that is
    /// nothing.
    #[must_use]
    pub fn salvage_unreadable(&self, key: &str) -> bool {
        let raw = self.unreadable.with_untracked(|u| u.iter().find(|u| u.key == key).map(|u| u.raw.clone()));
        let Some(Salvaged { assessment, lost }) = raw.and_then(|raw| self.try_salvage(raw.as_bytes())) else {
            return false;
        };
        self.ask_about(key, assessment, Some(lost));
        true
    }

    fn try_salvage(&self, bytes: &[u8]) -> Option<Salvaged> {
        let salvaged = document::salvage(bytes, &AssessmentId::new(self.random())).ok()?;
        let assessment = document::settle(salvaged.assessment).ok()?;
        Some(Salvaged { assessment, ..salvaged })
    }

    fn ask_about(&self, file: &str, assessment: Assessment, lost: Option<Vec<FileError>>) {
        let (known, binned) = (self.get(assessment.id()), self.in_bin(assessment.id()));
        // Together with what is known here it has to fit, and that is better said before anybody decides.
        let mut merged = assessment.clone();
        known.iter().for_each(|mine| merged.merge(mine));
        binned.iter().for_each(|binned| merged.merge(binned));
        if let Err(limit) = document::settle(merged) {
            return self.tell(NoticeKind::FileTooMuch { file: file.to_owned(), limit });
        }
        let kind = match (known, binned) {
            (None, None) => IncomingKind::New,
            (None, Some(binned)) => IncomingKind::Binned(assessment.changes_by(&binned)),
            (Some(mine), _) if *mine == assessment => IncomingKind::Same,
            (Some(mine), _) => IncomingKind::Known(mine.changes_by(&assessment)),
        };
        let same_catalog = *assessment.catalog().digest == *self.catalog_digest();
        let from_future = assessment.future_changes(self.now_ms());
        let incoming = Incoming { file: file.to_owned(), assessment, kind, same_catalog, from_future, lost };
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
    pub fn asked(&self) -> ReadSignal<Option<Asked>> {
        self.asked.read_only()
    }

    /// Leaves the waiting file alone.
    pub fn decline_incoming(&self) {
        self.asked.set(None);
    }

    fn take_incoming(&self) -> Option<Incoming> {
        match self.asked.get_untracked()? {
            Asked::Assessment(incoming) => {
                self.asked.set(None);
                Some(*incoming)
            }
            Asked::Backup(_) => None,
        }
    }

    /// Takes the waiting file in: as a new assessment, or merged into the one known here. Returns its id.
    pub fn accept_incoming(&self) -> Option<AssessmentId> {
        let incoming = self.take_incoming()?;
        let name = incoming.assessment.text(&paths::name()).to_owned();
        let id = incoming.assessment.id().clone();
        let changed = self.merge_in(incoming.assessment)?;
        self.tell(NoticeKind::Imported { name, changed });
        Some(id)
    }

    /// Takes an assessment in, whatever is known of it here. Into one that is known as one step of undo. How many fields
    /// changed there; `None` where it is new. Nothing where there is no room for it; that is told.
    pub(super) fn merge_in(&self, theirs: Assessment) -> Option<Option<usize>> {
        let id = theirs.id().clone();
        if let Some(mine) = self.get(&id) {
            let changes = mine.changes_by(&theirs);
            let mut merged = (*mine).clone();
            merged.merge(&theirs);
            merged.prune();
            let step = mine.step_to(&merged);
            if !self.put(merged) {
                return None;
            }
            self.remember(&id, step);
            return Some(Some(changes.len()));
        }
        let mut assessment = theirs;
        if let Some(binned) = self.in_bin(&id) {
            // It comes back from the bin, with what was entered before it went there.
            assessment.merge(&binned);
            if !self.put(assessment) {
                return None;
            }
            self.restore(&id);
        } else if !self.put(assessment) {
            return None;
        }
        Some(None)
    }

    /// Takes the waiting file in as an assessment of its own, beside the one known here.
    pub fn accept_incoming_as_copy(&self, name: &str) -> Option<AssessmentId> {
        let incoming = self.take_incoming()?;
        let id = AssessmentId::new(self.random());
        if !self.put(incoming.assessment.copy_as(id.clone())) {
            return None;
        }
        self.dispatch(&id, &[Edit::text(paths::name(), name)]);
        self.tell(NoticeKind::Imported { name: name.to_owned(), changed: None });
        Some(id)
    }
}
