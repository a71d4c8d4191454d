//! Snapshots: keeping a state under a name, looking at it, going back to it.
//!
//! What names a snapshot is fields. Its content never changes, so it stands under a key of its own in the durable store,
//! and no edit writes it again; the mirror has it only while that store cannot be used, since each edit needs the room
//! there. A field comes only when the content was kept and read back.

use std::sync::Arc;

use leptos::prelude::*;

use super::{AppState, NoticeKind, StoreState, ports::StorageError};
use crate::core::{
    assessment::{Assessment, AssessmentId, Edit, Snapshot, paths},
    document::{self, Bodies},
};

/// What the keys of contents begin with, in both stores. Not below the prefix of what is read at the start.
pub const CONTENTS: &str = "tenken/snapshot/1/";
/// For how long the content of a removed snapshot stays, so that another tab can still undo that: a day.
const KEPT_MS: u64 = 24 * 60 * 60 * 1000;

/// Texts to write under their keys; `None` deletes.
type Writes = Vec<(String, Option<String>)>;
/// What is done with the contents of some snapshots, in their order, each `None` where this browser does not have it.
type Then = Box<dyn FnOnce(Vec<Option<String>>)>;

/// The key of a content.
pub(super) fn content_key(id: &AssessmentId, snapshot: &str) -> String {
    format!("{CONTENTS}{id}/{snapshot}")
}

impl AppState {
    /// Keeps an assessment as it is now, under a name. It counts as kept once it was read back; if it cannot be kept, a
    /// notice says so, and nothing is changed.
    pub fn keep_snapshot(&self, id: &AssessmentId, name: &str) {
        let Some(now) = self.get(id) else { return };
        let (text, digest) = document::snapshot(&now);
        let snapshot = AssessmentId::new(self.random()).to_string();
        let write = (content_key(id, &snapshot), Some(text));
        let (app, id, name) = (*self, id.clone(), name.to_owned());
        let then = move |kept: Result<(), StorageError>| {
            if let Err(error) = kept {
                return app.notify(NoticeKind::SnapshotNotKept(error));
            }
            let fact = |what, text: &str| Edit::text(paths::snapshot(&snapshot, what), text);
            app.dispatch(&id, &[fact("digest", &digest), fact("name", &name)]);
            app.notify(NoticeKind::SnapshotKept { name });
        };
        self.write_contents(vec![write], Box::new(then));
    }

    /// Removes a snapshot; that can be undone.
    pub fn remove_snapshot(&self, id: &AssessmentId, snapshot: &str) {
        self.dispatch(id, &["digest", "name"].map(|what| Edit::clear(paths::snapshot(snapshot, what))));
    }

    /// Goes back to a snapshot by these edits, as one step.
    pub fn go_back(&self, id: &AssessmentId, edits: &[Edit]) {
        self.dispatch(id, edits);
        self.notify(NoticeKind::WentBack { changes: edits.len() });
    }

    /// Reads the contents of snapshots, and then does something with them.
    pub fn read_contents(&self, id: &AssessmentId, snapshots: Vec<Snapshot>, then: Then) {
        let (app, keys) = (*self, snapshots.iter().map(|s| content_key(id, &s.id)).collect::<Vec<String>>());
        let on_disk = self.ports.with_value(|p| p.durable.get(keys.clone()));
        self.spawn(async move {
            let mut on_disk = on_disk.await.unwrap_or_default().into_iter();
            let mut found = Vec::new();
            for (snapshot, key) in snapshots.iter().zip(&keys) {
                let unsaved =
                    |u: &Vec<(String, String)>| u.iter().find(|(k, _)| k == key).map(|(_, text)| text.clone());
                let unsaved = app.unsaved_contents.with_value(unsaved);
                let texts = [on_disk.next().flatten(), app.repository().content(key), unsaved];
                let whole = |text: &String| document::read_snapshot(text, &snapshot.digest).is_some();
                found.push(texts.into_iter().flatten().find(whole));
            }
            then(found);
        });
    }

    /// Takes in contents that came with a file, as far as the assessment names them. They can be looked at at once; if
    /// they cannot be kept, a notice says so.
    pub(super) fn take_contents(&self, id: &AssessmentId, contents: &Bodies) {
        let Some(assessment) = self.value(id) else { return };
        let mut writes = Writes::new();
        for snapshot in assessment.snapshots() {
            let text = contents.get(&snapshot.id).filter(|t| document::read_snapshot(t, &snapshot.digest).is_some());
            writes.extend(text.map(|text| (content_key(id, &snapshot.id), Some(text.clone()))));
        }
        if writes.is_empty() {
            return;
        }
        let app = *self;
        let all: Vec<String> = writes.iter().map(|(key, _)| key.clone()).collect();
        self.unsaved_contents.update_value(|u| {
            for (key, text) in &writes {
                u.push((key.clone(), text.clone().unwrap_or_default()));
            }
        });
        let then = move |kept: Result<(), StorageError>| match kept {
            Ok(()) => app.unsaved_contents.update_value(|u| u.retain(|(key, _)| !all.contains(key))),
            Err(error) => app.notify(NoticeKind::SnapshotNotKept(error)),
        };
        self.write_contents(writes, Box::new(then));
    }

    /// Gives a copy of an assessment the contents of its snapshots.
    pub(super) fn copy_contents(&self, original: &Assessment, copy: &AssessmentId) {
        let (app, copy, snapshots) = (*self, copy.clone(), original.snapshots());
        let of = snapshots.clone();
        let then = move |found| app.take_contents(&copy, &bodies(of, found));
        self.read_contents(original.id(), snapshots, Box::new(then));
    }

    /// Deletes the contents of snapshots that were removed a day ago and that no undo in this tab can bring back.
    pub(super) fn sweep_contents(&self) {
        if self.durable.get_untracked() != StoreState::Ready {
            return;
        }
        let mut gone = Vec::new();
        let now = self.now_ms();
        let mut look = |assessment: &Assessment| {
            let id = assessment.id();
            for (snapshot, at) in assessment.removed_snapshots() {
                let old = at.ms().saturating_add(KEPT_MS) < now;
                if old && !self.undo_reaches(id, &paths::snapshot(&snapshot, "digest")) {
                    gone.push(content_key(id, &snapshot));
                }
            }
        };
        self.assessments.with_untracked(|all| all.values().for_each(|a| look(a)));
        self.bin.with_untracked(|b| b.iter().for_each(look));
        gone.iter().for_each(|key| self.repository().forget_content(key));
        let (app, on_disk) = (*self, self.ports.with_value(|p| p.durable.get(gone.clone())));
        self.spawn(async move {
            // Most of what was removed went at another start.
            let mut stands = on_disk.await.unwrap_or_default().into_iter();
            gone.retain(|_| stands.next().flatten().is_some());
            app.write_contents(gone.into_iter().map(|key| (key, None)).collect(), Box::new(|_| ()));
        });
    }

    /// Deletes the contents of an assessment that is deleted for ever.
    pub(super) fn forget_contents(&self, assessment: &Assessment) {
        let mut writes = Writes::new();
        let mut forget = |snapshot: &str| writes.push((content_key(assessment.id(), snapshot), None));
        assessment.snapshots().iter().for_each(|s| forget(&s.id));
        assessment.removed_snapshots().iter().for_each(|(snapshot, _)| forget(snapshot));
        for (key, _) in &writes {
            self.repository().forget_content(key);
            self.unsaved_contents.update_value(|u| u.retain(|(k, _)| k != key));
        }
        let app = *self;
        let then = move |gone: Result<(), StorageError>| {
            if gone.is_err() {
                app.notify(NoticeKind::NotRemoved);
            }
        };
        self.write_contents(writes, Box::new(then));
    }

    /// Writes contents and reads them back. Only where the durable store cannot be used the mirror takes them.
    fn write_contents(&self, writes: Writes, then: Box<dyn FnOnce(Result<(), StorageError>)>) {
        if writes.is_empty() {
            return;
        }
        let (app, durable) = (*self, self.ports.with_value(|p| Arc::clone(&p.durable)));
        self.spawn(async move {
            let all = writes.clone();
            let kept = match durable.change(vec![], Box::new(move |_| Ok(all))).await {
                Err(StorageError::Full) => Err(StorageError::Full),
                Err(_) => writes.iter().try_for_each(|(key, text)| app.repository().set_content(key, text.as_deref())),
                Ok(()) => match durable.get(writes.iter().map(|(key, _)| key.clone()).collect()).await {
                    Ok(stands) if stands.iter().eq(writes.iter().map(|(_, text)| text)) => Ok(()),
                    Ok(_) => Err(StorageError::NotKept),
                    Err(error) => Err(error),
                },
            };
            then(kept);
        });
    }
}

/// What was found of snapshots, by id.
pub(super) fn bodies(snapshots: Vec<Snapshot>, found: Vec<Option<String>>) -> Bodies {
    let mut bodies = Bodies::new();
    for (snapshot, text) in snapshots.into_iter().zip(found) {
        if let Some(text) = text {
            bodies.insert(snapshot.id, text);
        }
    }
    bodies
}
