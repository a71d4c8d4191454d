//! Catalogue packs: looked at first, put in force only when the person says so, kept in this browser, switched off and
//! on again.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    AppState, NoticeKind, Start,
    ports::StorageError,
    shelf::{PackOnDisk, StoredPack},
};
use crate::core::{
    catalog::{
        CATALOG, Catalog, DIGEST,
        pack::{self, Mistakes, Pack, PackError, Preview},
    },
    document::FileError,
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

/// The pack that this browser keeps.
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

/// A file that was looked at as a pack.
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

    /// The catalogue in force, to be followed.
    #[must_use]
    pub fn effective(&self) -> ReadSignal<Effective> {
        self.effective.read_only()
    }

    /// The pack that this browser keeps.
    #[must_use]
    pub fn kept_pack(&self) -> ReadSignal<Option<KeptPack>> {
        self.kept_pack.read_only()
    }

    /// The file that was looked at as a pack, with its name.
    #[must_use]
    pub fn incoming_pack(&self) -> ReadSignal<Option<(String, IncomingPack)>> {
        self.incoming_pack.read_only()
    }

    /// Looks at a file as a pack. Nothing changes yet.
    pub fn look_at_pack(&self, file: &str, content: Result<Vec<u8>, FileError>) {
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

    /// Leaves the file alone.
    pub fn decline_pack(&self) {
        self.incoming_pack.set(None);
    }

    /// Keeps the pack that was looked at, and puts it in force. A pack that was kept before goes to a file first, so
    /// that it is not lost.
    ///
    /// # Errors
    /// If it cannot be kept. Then nothing changed.
    pub fn accept_pack(&self) -> Result<(), StorageError> {
        let Some((name, IncomingPack::Ready(pack, _))) = self.incoming_pack.get_untracked() else { return Ok(()) };
        let stored = StoredPack { on: true, json: pack.to_json() };
        // What is kept must be readable again.
        if let Err(error) = Pack::read("", stored.json.as_bytes()) {
            self.incoming_pack.set(Some((name, IncomingPack::Refused(error))));
            return Ok(());
        }
        self.reload_pack()?;
        if self.kept_pack.with_untracked(|kept| kept.as_ref().is_some_and(|kept| *kept.raw != *stored.json)) {
            self.save_pack_to_file();
        }
        self.shelf().save_pack(Some(&stored))?;
        self.pack_to_disk(Some(&stored));
        self.incoming_pack.set(None);
        self.take_pack(Some(stored));
        Ok(())
    }

    /// Puts in force the pack of a backup. One that was kept before goes to a file first.
    pub(super) fn restore_pack(&self, pack: &StoredPack) {
        if self.kept_pack.with_untracked(Option::is_some) {
            self.save_pack_to_file();
        }
        if self.shelf().save_pack(Some(pack)).is_ok() {
            self.pack_to_disk(Some(pack));
            self.take_pack(Some(pack.clone()));
        } else {
            self.tell(NoticeKind::PackNotInForce);
        }
    }

    /// Switches the kept pack on or off.
    ///
    /// # Errors
    /// If that cannot be kept. Then nothing changed.
    pub fn switch_pack(&self, on: bool) -> Result<(), StorageError> {
        self.shelf().switch_pack(on)?;
        self.pack_to_disk(self.shelf().pack()?.as_ref());
        self.reload_pack()
    }

    /// Takes in what is kept now: another tab may have changed it.
    pub(super) fn reload_pack(&self) -> Result<(), StorageError> {
        let stored = self.shelf().pack()?;
        let mine = self.kept_pack.with_untracked(|k| k.as_ref().map(|k| (k.raw.to_string(), k.on)));
        if mine != stored.as_ref().map(|p| (p.json.clone(), p.on)) {
            self.take_pack(stored);
        }
        Ok(())
    }

    /// Keeps again what is known here, after storage was cleared.
    pub(super) fn keep_pack_again(&self) {
        if let Some(kept) = self.kept_pack.get_untracked() {
            let _ = self.shelf().save_pack(Some(&StoredPack { on: kept.on, json: kept.raw.to_string() }));
        }
    }

    /// Removes the kept pack from this browser. It goes to a file first, so that it is not lost.
    ///
    /// # Errors
    /// If it cannot be removed. Then nothing changed.
    pub fn remove_pack(&self) -> Result<(), StorageError> {
        self.reload_pack()?;
        self.save_pack_to_file();
        self.shelf().save_pack(None)?;
        self.pack_to_disk(None);
        self.take_pack(None);
        Ok(())
    }

    /// Brings what the mirror has of the pack to the disk as well.
    fn pack_to_disk(&self, pack: Option<&StoredPack>) {
        // After the one before, also where the clock was set back since.
        let at_ms = self.now_ms().max(self.last_pack_at.get_value().max(self.shelf().pack_at()) + 1);
        self.last_pack_at.set_value(at_ms);
        let now = PackOnDisk { at_ms, pack: pack.cloned() };
        if now.pack.is_some() {
            self.shelf().set_pack_at(now.at_ms);
        }
        self.write_pack(&now);
    }

    fn write_pack(&self, now: &PackOnDisk) {
        let durable = self.ports.with_value(|p| Arc::clone(&p.durable));
        let text = serde_json::to_string(now).ok();
        self.spawn(async move {
            // Where there is no disk the mirror has it; every page says what that means.
            let _ = durable.change(vec![], Box::new(|_| Ok(vec![(PackOnDisk::KEY.to_owned(), text)]))).await;
        });
    }

    /// Brings together what the mirror and the disk have of the pack: the later one counts.
    pub(super) fn take_in_pack(&self, on_disk: Option<&str>) {
        let on_disk: Option<PackOnDisk> = on_disk.and_then(|text| serde_json::from_str(text).ok());
        let shelf = self.shelf();
        let (mirrored, at_ms) = (shelf.pack().ok().flatten(), shelf.pack_at());
        self.last_pack_at.set_value(on_disk.as_ref().map_or(0, |disk| disk.at_ms));
        match on_disk {
            Some(disk) if disk.at_ms > at_ms => {
                // A pack that does not fit into the mirror is in force from the disk.
                let _ = shelf.save_pack(disk.pack.as_ref());
                if disk.pack.is_some() {
                    shelf.set_pack_at(disk.at_ms);
                }
                if self.start == Start::Whole && disk.pack != mirrored {
                    self.take_pack(disk.pack);
                }
            }
            Some(disk) if disk.at_ms == at_ms => {}
            None if mirrored.is_none() => {}
            _ => self.write_pack(&PackOnDisk { at_ms, pack: mirrored }),
        }
    }

    /// Saves the kept pack to a file.
    pub fn save_pack_to_file(&self) {
        if let Some(kept) = self.kept_pack.get_untracked() {
            let file = "tenken-pack.json";
            // Without a question: it also goes there by itself, before another one takes its place.
            self.hand_over(file, "application/json", &kept.raw, false, |_| None);
        }
    }

    /// Saves the table in which a pack is filled in: all ids, with what the catalogue in force says.
    pub fn save_pack_template(&self) {
        let file = "tenken-pack.csv";
        let text = pack::template(self.catalog());
        self.hand_over(file, "text/csv", &text, true, |_| None);
    }

    /// Puts in force what is kept.
    pub(super) fn take_pack(&self, stored: Option<StoredPack>) {
        let Some(stored) = stored else {
            self.kept_pack.set(None);
            self.effect(Effective::shipped());
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
            self.tell(NoticeKind::PackNotInForce);
        }
        self.kept_pack.set(Some(KeptPack { pack, on: stored.on, refused, raw: stored.json.into() }));
        self.effect(effective);
    }

    fn effect(&self, effective: Effective) {
        if self.effective.with_untracked(|e| *e != effective) {
            self.effective.set(effective);
        }
    }
}
