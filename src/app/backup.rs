//! Everything that this browser keeps, in one file, and back.

use std::{collections::BTreeMap, sync::Arc};

use leptos::prelude::*;

use super::{
    AppState, NoticeKind, StoreState,
    import::Asked,
    place::Place,
    ports::StorageError,
    repository::{PREFIX, PackOnDisk, StoredPack, key},
    snapshots::{CONTENTS, content_key},
};
use crate::core::{
    assessment::{Assessment, AssessmentId, paths},
    document::{self, Backup, Bodies, FileError, Salvaged, backup},
    sorted::sorted,
};

/// The prefix of the copies that are made before something is restored. Not below [`PREFIX`], so that they are not read
/// at the start.
const COPY: &str = "tenken/copy/1/";
/// How many copies are kept.
const COPIES: usize = 3;

/// A backup that waits for a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncomingBackup {
    /// The file's name.
    pub file: String,
    /// When it was made, in milliseconds since 1970, if it says so.
    pub at_ms: Option<u64>,
    /// Whether its digest is right.
    pub intact: bool,
    /// What is in it, in the order of the names.
    pub items: Vec<BackupItem>,
    /// A catalogue pack that is in it and is not the one kept here.
    pub pack: Option<StoredPack>,
    /// What it has of snapshots, by key.
    pub contents: Bodies,
}

/// An assessment in a backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupItem {
    /// Its name; its key, where it cannot be read.
    pub name: String,
    /// The assessment; `None` where nothing of it can be read.
    pub assessment: Option<Arc<Assessment>>,
    /// What restoring it would mean.
    pub means: BackupMeans,
    /// What of a damaged record could not be read.
    pub lost: usize,
}

/// What restoring an assessment of a backup would mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BackupMeans {
    /// It is added to the list.
    New,
    /// It is added to the bin, where it was.
    ToBin,
    /// Everything of it is here already.
    Nothing,
    /// So many fields change.
    Changes(usize),
    /// Nothing: it cannot be read.
    Unreadable(FileError),
}

/// A copy of everything that was made automatically before something was restored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copy {
    /// When, in milliseconds since 1970.
    pub at_ms: u64,
    /// The backup.
    pub text: Arc<str>,
}

impl AppState {
    /// Saves everything that this browser keeps to a file.
    pub fn save_backup(&self) {
        let app = *self;
        // By the time the stores are read the click is over, and the browser would not ask for a place any more.
        self.spawn(async move {
            let text = app.everything().await;
            app.hand_over(&file_name(&app), "application/json", text.as_bytes(), false);
        });
    }

    /// A backup of what is shown and what the stores have in addition.
    async fn everything(self) -> String {
        let durable = self.ports.with_value(|p| p.durable.below(PREFIX)).await.unwrap_or_default();
        let mut records: BTreeMap<String, String> = BTreeMap::new();
        // The pack goes in as the mirror has it.
        let stored = durable.into_iter().filter(|(key, _)| key != PackOnDisk::KEY);
        let stored = stored.map(|(key, text)| (short(&key), text));
        let mirrored = self.repository();
        let contents = self.ports.with_value(|p| p.durable.below(CONTENTS)).await.unwrap_or_default();
        let contents = contents.into_iter().chain(mirrored.contents(CONTENTS));
        for (key, text) in stored.chain(mirrored.texts_by_key().unwrap_or_default()).chain(contents) {
            records.insert(key, text);
        }
        let mut known = |place, assessment: &Assessment| {
            records.insert(short(&key(place, assessment.id())), document::write(assessment));
        };
        self.bin.with_untracked(|b| b.iter().for_each(|a| known(Place::Bin, a)));
        self.assessments.with_untracked(|all| all.values().for_each(|a| known(Place::List, a)));
        backup::write(&records, self.now_ms())
    }

    /// Previews a backup. Nothing changes yet.
    pub fn preview_backup(&self, file: &str, bytes: &[u8]) {
        match backup::read(bytes) {
            Err(error) => self.notify(NoticeKind::FileRefused { file: file.to_owned(), error }),
            Ok(backup) => self.asked.set(Some(Asked::Backup(Box::new(self.describe(file, &backup))))),
        }
    }

    fn describe(&self, file: &str, backup: &Backup) -> IncomingBackup {
        let mut items = Vec::new();
        // What is both in the list and in the bin is one assessment, and belongs in the list.
        let mut found: Vec<(Place, Assessment, usize)> = Vec::new();
        for (place, prefix) in [(Place::List, "assessment/"), (Place::Bin, "bin/"), (Place::Bin, "aside/")] {
            for (key, text) in backup.records.iter().filter(|(key, _)| key.starts_with(prefix)) {
                match self.readable(text) {
                    Ok((assessment, lost)) => match found.iter_mut().find(|(_, all, _)| all.id() == assessment.id()) {
                        Some((_, all, _)) => all.merge(&assessment),
                        None => found.push((place, assessment, lost)),
                    },
                    Err(error) => {
                        let means = BackupMeans::Unreadable(error);
                        items.push(BackupItem { name: key.clone(), assessment: None, means, lost: 1 });
                    }
                }
            }
        }
        items.extend(found.into_iter().map(|(place, assessment, lost)| self.item(place, assessment, lost)));
        let items = sorted(items, |a, b| a.name.cmp(&b.name));
        let pack = backup.records.get("pack").map(|text| {
            // A backup made by the failure notice may have it in the form of the durable store.
            match PackOnDisk::read(text) {
                Some(PackOnDisk { pack, .. }) => pack,
                None => Some(StoredPack { on: !backup.records.contains_key("pack-off"), json: text.clone() }),
            }
        });
        let here = self.kept_pack.with_untracked(|k| k.as_ref().map(|k| k.raw.to_string()));
        let pack = pack.flatten().filter(|pack| here.as_ref() != Some(&pack.json));
        let mut contents = Bodies::new();
        for (key, text) in backup.records.iter().filter(|(key, _)| key.starts_with(CONTENTS)) {
            contents.insert(key.clone(), text.clone());
        }
        IncomingBackup { file: file.to_owned(), at_ms: backup.at_ms, intact: backup.intact, items, pack, contents }
    }

    /// Reads a record, and counts what cannot be read. A damaged one is restored as a copy, beside what is here.
    fn readable(&self, text: &str) -> Result<(Assessment, usize), FileError> {
        let error = match document::read(text.as_bytes()) {
            Ok(assessment) => return Ok((assessment, 0)),
            Err(error) => error,
        };
        let spare = AssessmentId::new(self.random());
        let Salvaged { assessment, lost } = document::salvage(text.as_bytes(), &spare).map_err(|_| error)?;
        Ok((assessment.copy_as(spare), lost.len().max(1)))
    }

    fn item(&self, place: Place, assessment: Assessment, lost: usize) -> BackupItem {
        let id = assessment.id();
        let means = match (self.get(id), self.in_bin(id), place) {
            (Some(mine), ..) => changes(&mine, &assessment),
            (None, Some(mine), Place::Bin) => changes(&mine, &assessment),
            (None, _, Place::List) => BackupMeans::New,
            (None, None, Place::Bin) => BackupMeans::ToBin,
        };
        let name = assessment.text(&paths::name()).to_owned();
        BackupItem { name, assessment: Some(Arc::new(assessment)), means, lost }
    }

    /// Restores the backup that was previewed: every assessment is merged with what is here. A copy of everything is
    /// made first. `pack` also puts its catalogue pack in force.
    pub fn accept_backup(&self, pack: bool) {
        let Some(Asked::Backup(incoming)) = self.asked.get_untracked() else { return };
        self.asked.set(None);
        let app = *self;
        self.spawn(async move {
            if let Err(error) = app.keep_copy().await {
                // Where the durable store cannot be used the copy goes to a file.
                let text = app.everything().await;
                app.hand_over(&file_name(&app), "application/json", text.as_bytes(), false);
                if error != StorageError::Forbidden {
                    app.notify(NoticeKind::CopyNotKept);
                }
            }
            app.restore_items(&incoming, pack);
        });
    }

    fn restore_items(&self, incoming: &IncomingBackup, pack: bool) {
        let (mut restored, mut refused) = (0, 0);
        for item in &incoming.items {
            let Some(assessment) = &item.assessment else {
                refused += 1;
                continue;
            };
            let id = assessment.id();
            let to_bin = item.means == BackupMeans::ToBin || (self.get(id).is_none() && self.in_bin(id).is_some());
            let done = match item.means {
                BackupMeans::Nothing => continue,
                _ if to_bin && item.means != BackupMeans::New => self.merge_into_bin(assessment),
                _ => self.merge_in((**assessment).clone()).is_some(),
            };
            if done { restored += 1 } else { refused += 1 }
        }
        for assessment in incoming.items.iter().filter_map(|item| item.assessment.as_ref()) {
            let mut contents = Bodies::new();
            for snapshot in assessment.snapshots() {
                if let Some(text) = incoming.contents.get(&content_key(assessment.id(), &snapshot.id)) {
                    contents.insert(snapshot.id, text.clone());
                }
            }
            self.take_contents(assessment.id(), &contents);
        }
        if pack && let Some(pack) = &incoming.pack {
            self.restore_pack(pack);
        }
        self.flush();
        self.notify(NoticeKind::Restored { restored, refused });
    }

    fn merge_into_bin(&self, assessment: &Assessment) -> bool {
        let mut all = assessment.clone();
        if let Some(binned) = self.in_bin(all.id()) {
            all.merge(&binned);
        }
        let Ok(all) = document::settle(all) else { return false };
        let id = all.id().clone();
        self.move_to_bin(all);
        self.save(&id, super::place::Intent::Bin);
        true
    }

    async fn keep_copy(self) -> Result<(), StorageError> {
        let durable = self.ports.with_value(|p| Arc::clone(&p.durable));
        if let StoreState::Failed(e) = self.durable.get_untracked() {
            return Err(e);
        }
        let text = self.everything().await;
        let mut old: Vec<String> = self.copies().await.iter().map(|c| format!("{COPY}{}", c.at_ms)).collect();
        old.truncate(old.len().saturating_sub(COPIES - 1));
        let now = format!("{COPY}{}", self.now_ms());
        let writes = old.into_iter().map(|key| (key, None)).chain([(now, Some(text))]).collect();
        durable.change(vec![], Box::new(move |_| Ok(writes))).await
    }

    /// The copies that were made before something was restored, the oldest first.
    pub async fn copies(self) -> Vec<Copy> {
        let all = self.ports.with_value(|p| p.durable.below(COPY)).await.unwrap_or_default();
        let copy = |(key, text): (String, String)| {
            Some(Copy { at_ms: key.strip_prefix(COPY)?.parse().ok()?, text: text.into() })
        };
        sorted(all.into_iter().filter_map(copy).collect(), |a, b| a.at_ms.cmp(&b.at_ms))
    }

    /// Saves an automatic copy to a file.
    pub fn save_copy(&self, copy: &Copy) {
        let file = format!("tenken-backup-{}.json", copy.at_ms);
        self.hand_over(&file, "application/json", copy.text.as_bytes(), true);
    }
}

/// A key as a backup has it, without the name of the layout.
fn short(key: &str) -> String {
    key.strip_prefix(PREFIX).unwrap_or(key).to_owned()
}

fn changes(mine: &Assessment, theirs: &Assessment) -> BackupMeans {
    match mine.changes_by(theirs).len() {
        0 => BackupMeans::Nothing,
        n => BackupMeans::Changes(n),
    }
}

fn file_name(app: &AppState) -> String {
    format!("tenken-backup-{}.json", app.now_ms())
}
