//! Catalogue packs: previewed first, put in force only when the person agrees, stored in this browser, switched off and
//! on again.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    AppState, NoticeKind, Shown, Start,
    ports::StorageError,
    repository::{PackOnDisk, StoredPack},
};
use crate::core::{
    catalog::{CATALOG, Catalog, DIGEST},
    document::FileError,
    jobs::{Answer, Job},
    pack::{self, Mistakes, Pack, PackError, Preview},
};

/// The catalogue in force.
#[derive(Debug, Clone)]
pub struct Effective {
    /// The catalogue.
    pub catalog: &'static Catalog,
    /// Its digest.
    pub digest: Arc<str>,
}

impl Effective {
    /// The catalogue that ships.
    #[must_use]
    pub fn shipped() -> Self {
        Self { catalog: &CATALOG, digest: DIGEST.into() }
    }
}

impl PartialEq for Effective {
    fn eq(&self, other: &Self) -> bool {
        self.digest == other.digest
    }
}

/// The pack that is stored in this browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptPack {
    /// The pack; `None` where what is kept cannot be read any more.
    pub pack: Option<Arc<Pack>>,
    /// Whether the person wants it in force.
    pub on: bool,
    /// Why it is not in force although it is on: a newer version of the catalogue does not take it.
    pub refused: Option<Arc<Mistakes>>,
    /// The text as it is kept, to be saved to a file.
    pub raw: Arc<str>,
}

/// A previewed file of a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IncomingPack {
    /// It is no pack.
    Refused(PackError),
    /// It has mistakes.
    Wrong(Arc<Mistakes>),
    /// It could be put in force.
    Ready(Arc<Pack>, Arc<Preview>),
}

impl AppState {
    /// The catalogue in force.
    #[must_use]
    pub fn catalog(&self) -> &'static Catalog {
        self.effective.with_untracked(|e| e.catalog)
    }

    /// The digest of the catalogue in force.
    #[must_use]
    pub fn catalog_digest(&self) -> Arc<str> {
        self.effective.with_untracked(|e| e.digest.clone())
    }

    /// The catalogue in force, as a signal.
    #[must_use]
    pub fn effective(&self) -> Shown<Effective> {
        Shown(self.effective)
    }

    /// The pack that is stored in this browser.
    #[must_use]
    pub fn kept_pack(&self) -> Shown<Option<KeptPack>> {
        Shown(self.kept_pack)
    }

    /// The previewed file of a pack, with its name.
    #[must_use]
    pub fn incoming_pack(&self) -> Shown<Option<(String, IncomingPack)>> {
        Shown(self.incoming_pack)
    }

    /// Previews the file of a pack. Nothing changes yet.
    pub fn preview_pack(&self, file: &str, content: Result<Vec<u8>, FileError>) {
        let read = content.map_err(PackError::File).and_then(|bytes| Pack::read(file, &bytes));
        let found = match read {
            Err(error) => IncomingPack::Refused(error),
            // Against what ships: a new pack takes the place of the one before.
            Ok(pack) => match pack::preview(&CATALOG, &pack) {
                Ok(preview) => IncomingPack::Ready(Arc::new(pack), Arc::new(preview)),
                Err(mistakes) => IncomingPack::Wrong(Arc::new(mistakes)),
            },
        };
        self.incoming_pack.set(Some((file.to_owned(), found)));
    }

    /// Discards the file that was previewed.
    pub fn decline_pack(&self) {
        self.incoming_pack.set(None);
    }

    /// Stores the pack that was previewed, and puts it in force. A pack that was stored before is saved to a file
    /// first, so that it is not lost.
    ///
    /// # Errors
    /// If it cannot be stored. Then nothing changed.
    pub fn accept_pack(&self) -> Result<(), StorageError> {
        let Some((name, IncomingPack::Ready(pack, _))) = self.incoming_pack.get_untracked() else { return Ok(()) };
        let stored = StoredPack { on: true, json: pack.to_json() };
        // What is stored must be readable again.
        if let Err(error) = Pack::read("", stored.json.as_bytes()) {
            self.incoming_pack.set(Some((name, IncomingPack::Refused(error))));
            return Ok(());
        }
        self.reload_pack()?;
        if self.kept_pack.with_untracked(|kept| kept.as_ref().is_some_and(|kept| *kept.raw != *stored.json)) {
            self.save_pack_to_file();
        }
        self.repository().save_pack(Some(&stored))?;
        self.pack_to_disk(Some(&stored));
        self.incoming_pack.set(None);
        self.choices.set_value(Vec::new());
        self.close_text();
        self.apply_pack(Some(stored));
        Ok(())
    }

    /// Puts the pack of a backup in force. One that was stored before is saved to a file first.
    pub(super) fn restore_pack(&self, pack: &StoredPack) {
        if self.kept_pack.with_untracked(Option::is_some) {
            self.save_pack_to_file();
        }
        if self.repository().save_pack(Some(pack)).is_ok() {
            self.pack_to_disk(Some(pack));
            self.apply_pack(Some(pack.clone()));
        } else {
            self.notify(NoticeKind::PackNotInForce);
        }
    }

    /// Switches the stored pack on or off.
    ///
    /// # Errors
    /// If that cannot be stored. Then nothing changed.
    pub fn switch_pack(&self, on: bool) -> Result<(), StorageError> {
        self.repository().switch_pack(on)?;
        self.pack_to_disk(self.repository().pack()?.as_ref());
        self.reload_pack()
    }

    /// Puts the stored pack in force if it is another one: another tab may have changed it.
    pub(super) fn reload_pack(&self) -> Result<(), StorageError> {
        let stored = self.repository().pack()?;
        let mine = self.kept_pack.with_untracked(|k| k.as_ref().map(|k| (k.raw.to_string(), k.on)));
        if mine != stored.as_ref().map(|p| (p.json.clone(), p.on)) {
            self.apply_pack(stored);
        }
        Ok(())
    }

    /// Stores the pack again, after storage was cleared.
    pub(super) fn restore_pack_in_mirror(&self) {
        if let Some(kept) = self.kept_pack.get_untracked() {
            let _ = self.repository().save_pack(Some(&StoredPack { on: kept.on, json: kept.raw.to_string() }));
        }
    }

    /// Deletes the stored pack. It is saved to a file first, so that it is not lost.
    ///
    /// # Errors
    /// If it cannot be deleted. Then nothing changed.
    pub fn remove_pack(&self) -> Result<(), StorageError> {
        self.reload_pack()?;
        self.save_pack_to_file();
        self.repository().save_pack(None)?;
        self.pack_to_disk(None);
        self.apply_pack(None);
        Ok(())
    }

    /// Writes the pack to the disk as well.
    fn pack_to_disk(&self, pack: Option<&StoredPack>) {
        // Later than before, also if the clock was set back since.
        let at_ms = self.now_ms().max(self.last_pack_at.get_value().max(self.repository().pack_at()) + 1);
        self.last_pack_at.set_value(at_ms);
        let now = PackOnDisk { at_ms, pack: pack.cloned() };
        if now.pack.is_some() {
            self.repository().set_pack_at(now.at_ms);
        }
        self.write_pack(&now);
    }

    fn write_pack(&self, now: &PackOnDisk) {
        let durable = self.ports.with_value(|p| Arc::clone(&p.durable));
        let text = now.write();
        self.spawn(async move {
            // Without a disk the mirror has it; every page says what that means.
            let _ = durable.change(vec![], Box::new(|_| Ok(vec![(PackOnDisk::KEY.to_owned(), Some(text))]))).await;
        });
    }

    /// Reconciles the pack of the mirror with that of the disk: the later one counts.
    pub(super) fn merge_pack(&self, on_disk: Option<&str>) {
        let on_disk: Option<PackOnDisk> = on_disk.and_then(PackOnDisk::read);
        let repository = self.repository();
        let (mirrored, at_ms) = (repository.pack().ok().flatten(), repository.pack_at());
        self.last_pack_at.set_value(on_disk.as_ref().map_or(0, |disk| disk.at_ms));
        match on_disk {
            Some(disk) if disk.at_ms > at_ms => {
                // A pack that does not fit into the mirror is read from the disk each time.
                let _ = repository.save_pack(disk.pack.as_ref());
                if disk.pack.is_some() {
                    repository.set_pack_at(disk.at_ms);
                }
                if self.start == Start::Whole && disk.pack != mirrored {
                    self.apply_pack(disk.pack);
                }
            }
            Some(disk) if disk.at_ms == at_ms => {}
            None if mirrored.is_none() => {}
            _ => self.write_pack(&PackOnDisk { at_ms, pack: mirrored }),
        }
    }

    /// Saves the stored pack to a file.
    pub fn save_pack_to_file(&self) {
        if let Some(kept) = self.kept_pack.get_untracked() {
            let file = "tenken-pack.json";
            // Without asking for a place: this also happens automatically, before another pack replaces it.
            self.hand_over(file, "application/json", kept.raw.as_bytes(), false);
        }
    }

    /// Saves an empty table for a pack to a file: all ids, with what the catalogue in force says.
    pub fn save_pack_template(&self, part: Option<&str>) {
        let file = part.map_or_else(|| "tenken-pack.csv".to_owned(), |part| format!("tenken-pack-{part}.csv"));
        let (app, part) = (*self, part.map(str::to_owned));
        let then = move |answer: Answer| app.hand_over(&file, "text/csv", answer.text.as_bytes(), true);
        self.order(Job::PackTemplate { part }, Vec::new(), Box::new(then));
    }

    /// Puts a stored pack in force.
    pub(super) fn apply_pack(&self, stored: Option<StoredPack>) {
        let Some(stored) = stored else {
            self.kept_pack.set(None);
            self.set_effective(Effective::shipped());
            return;
        };
        let pack = Pack::read("", stored.json.as_bytes()).ok().map(Arc::new);
        let in_force = |pack: &Pack| -> Result<Effective, Mistakes> {
            Ok(Effective { catalog: pack::apply(&CATALOG, pack)?, digest: pack.digest().into() })
        };
        let (effective, refused) = match pack.as_deref().filter(|_| stored.on).map(in_force) {
            Some(Ok(effective)) => (effective, None),
            Some(Err(mistakes)) => (Effective::shipped(), Some(Arc::new(mistakes))),
            None => (Effective::shipped(), None),
        };
        if stored.on && (refused.is_some() || pack.is_none()) {
            self.notify(NoticeKind::PackNotInForce);
        }
        self.kept_pack.set(Some(KeptPack { pack, on: stored.on, refused, raw: stored.json.into() }));
        self.set_effective(effective);
    }

    fn set_effective(&self, effective: Effective) {
        if self.effective.with_untracked(|e| *e != effective) {
            self.effective.set(effective);
        }
    }
}
