//! The mirror's keys and texts. One key for each assessment, in the same form as a file.
//!
//! The durable store has the assessments under the same keys, see `saving`. Settings and file marks are in the mirror
//! only.

use std::sync::Arc;

use serde_json::{Value as Json, json};

use super::{
    place::{Place, Placed, Record, Texts},
    ports::{Storage, StorageError},
    settings::Settings,
};
use crate::core::{
    assessment::AssessmentId,
    document::{self, FileError, parse_strict},
    sorted::distinct,
};

/// The prefix of all keys. On `file://` every local page shares one storage, hence the name; the number is the version
/// of this layout, and documents carry their own.
pub const PREFIX: &str = "tenken/1/";
const ASSESSMENT: &str = "tenken/1/assessment/";
const BIN: &str = "tenken/1/bin/";
/// Marks an assessment that was evicted, and is in the durable store only.
const EVICTED: &str = "tenken/1/elsewhere/";
/// What could not be read and made room for something that can.
const ASIDE: &str = "tenken/1/aside/";
const MARK: &str = "tenken/1/file/";
const SETTINGS: &str = "tenken/1/settings";
const PACK: &str = "tenken/1/pack";
const PACK_OFF: &str = "tenken/1/pack-off";
/// When the pack was last changed, in milliseconds since 1970: of the two stores the later one counts.
const PACK_AT: &str = "tenken/1/pack-at";
/// How often a write is retried that another tab has overwritten.
const TRIES: usize = 5;

/// When an assessment was last saved to a file, and in which version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileMark {
    /// Milliseconds since 1970.
    pub at_ms: u64,
    /// The version that the file has.
    pub version: String,
    /// Whether the file is known to be written: the browser or the person confirmed it. Otherwise a download began.
    pub written: bool,
}

impl FileMark {
    fn read(text: &str) -> Option<Self> {
        let json = parse_strict(text).ok()?;
        Some(Self {
            at_ms: json["at_ms"].as_u64()?,
            version: json["version"].as_str().unwrap_or_default().to_owned(),
            written: json["written"].as_bool().unwrap_or_default(),
        })
    }

    fn write(&self) -> String {
        json!({ "at_ms": self.at_ms, "version": self.version, "written": self.written }).to_string()
    }
}

/// The pack as the durable store has it: in one text, so that it is written atomically.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackOnDisk {
    /// When it was changed, in milliseconds since 1970.
    pub at_ms: u64,
    /// The pack; `None` where it was removed.
    pub pack: Option<StoredPack>,
}

impl PackOnDisk {
    /// Its key.
    pub const KEY: &str = PACK;

    /// Reads the text of the durable store.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let json = parse_strict(text).ok()?;
        let pack = match &json["pack"] {
            Json::Null => None,
            pack => Some(StoredPack { on: pack["on"].as_bool()?, json: pack["json"].as_str()?.to_owned() }),
        };
        Some(Self { at_ms: json["at_ms"].as_u64()?, pack })
    }

    /// The text for the durable store.
    #[must_use]
    pub fn write(&self) -> String {
        let pack = self.pack.as_ref().map(|pack| json!({ "on": pack.on, "json": pack.json }));
        json!({ "at_ms": self.at_ms, "pack": pack }).to_string()
    }
}

/// The catalogue pack as it is kept: the text of its file, and whether it is in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredPack {
    /// Whether it is in force.
    pub on: bool,
    /// The pack as JSON.
    pub json: String,
}

/// Something stored that cannot be read. It is left as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// Its key.
    pub key: String,
    /// Why.
    pub error: FileError,
    /// The text itself, so that the person can save it.
    pub raw: Arc<str>,
    /// Whether it is in the durable store rather than in the mirror.
    pub durable: bool,
}

/// Everything in a store.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kept {
    /// The assessments.
    pub list: Vec<Record>,
    /// What is in the bin.
    pub bin: Vec<Record>,
    /// What cannot be read.
    pub unreadable: Vec<Unreadable>,
}

impl Kept {
    /// Reads the texts of assessments; other keys are skipped.
    pub fn of(texts: impl IntoIterator<Item = (String, String)>, durable: bool) -> Self {
        let mut kept = Self::default();
        for (key, text) in texts {
            let (id, into) = match (key.strip_prefix(ASSESSMENT), key.strip_prefix(BIN), key.strip_prefix(ASIDE)) {
                (Some(id), ..) => (id, &mut kept.list),
                (_, Some(id), _) => (id, &mut kept.bin),
                (.., Some(_)) => ("", &mut kept.bin),
                _ => continue,
            };
            let raw: Arc<str> = text.into();
            let error = match document::read(raw.as_bytes()) {
                Ok(a) if a.id().as_str() == id => {
                    into.push(Record { assessment: Arc::new(a), text: raw });
                    continue;
                }
                Ok(_) => FileError::NotOurs,
                Err(error) => error,
            };
            kept.unreadable.push(Unreadable { key, error, raw, durable });
        }
        kept
    }
}

/// What a changed key means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Touched {
    /// An assessment.
    Assessment(AssessmentId),
    /// Something else of ours.
    Other,
    /// Nothing of ours.
    Foreign,
}

/// The key of an assessment at a place, in both stores.
#[must_use]
pub fn key(place: Place, id: &AssessmentId) -> String {
    match place {
        Place::List => format!("{ASSESSMENT}{id}"),
        Place::Bin => format!("{BIN}{id}"),
    }
}

/// The inverse of [`key`].
#[must_use]
pub fn place_of(key: &str) -> Option<(Place, AssessmentId)> {
    let of = |place, prefix| Some((place, key.strip_prefix(prefix)?.parse().ok()?));
    of(Place::List, ASSESSMENT).or_else(|| of(Place::Bin, BIN))
}

/// The key to which something unreadable is moved. The length distinguishes several texts of one id.
#[must_use]
pub fn key_aside(id: &AssessmentId, text: &str) -> String {
    format!("{ASIDE}{id}-{}", text.len())
}

/// Typed access to the mirror.
#[derive(Clone)]
pub struct Repository {
    storage: Arc<dyn Storage>,
}

impl Repository {
    /// A repository in this storage.
    #[must_use]
    pub fn new(storage: Arc<dyn Storage>) -> Self {
        Self { storage }
    }

    /// What a key that another tab changed is about.
    #[must_use]
    pub fn touched(key: &str) -> Touched {
        match place_of(key) {
            Some((Place::List, id)) => Touched::Assessment(id),
            _ if key.starts_with(PREFIX) => Touched::Other,
            _ => Touched::Foreign,
        }
    }

    /// Reads everything.
    ///
    /// # Errors
    /// If storage cannot be used.
    pub fn load(&self) -> Result<Kept, StorageError> {
        let mut texts = Vec::new();
        for key in distinct(self.storage.keys()?.into_iter().filter(|k| k.starts_with(PREFIX))) {
            if let Some(text) = self.storage.get(&key)? {
                texts.push((key, text));
            }
        }
        Ok(Kept::of(texts, false))
    }

    /// All of our texts, by key without [`PREFIX`], as a backup has them.
    ///
    /// # Errors
    /// If storage cannot be used.
    pub fn texts_by_key(&self) -> Result<Vec<(String, String)>, StorageError> {
        let mut texts = Vec::new();
        for key in self.storage.keys()? {
            if let (Some(short), Some(text)) = (key.strip_prefix(PREFIX), self.storage.get(&key)?) {
                texts.push((short.to_owned(), text));
            }
        }
        Ok(texts)
    }

    /// The present texts of an assessment.
    ///
    /// # Errors
    /// If storage cannot be used.
    pub fn texts(&self, id: &AssessmentId) -> Result<Texts, StorageError> {
        let get = |place| self.storage.get(&key(place, id));
        Ok(Texts { list: get(Place::List)?, bin: get(Place::Bin)? })
    }

    /// Writes an assessment at its place, and then removes it from the other one, so that a failure loses nothing.
    /// False if another tab wrote at the same time: then what is there now has to be merged first.
    ///
    /// # Errors
    /// If it was not written. Then what was there before is unchanged.
    pub fn put(&self, id: &AssessmentId, placed: &Placed) -> Result<bool, StorageError> {
        let (to, from) = match placed.place {
            Place::List => (key(Place::List, id), key(Place::Bin, id)),
            Place::Bin => (key(Place::Bin, id), key(Place::List, id)),
        };
        if let Some(text) = &placed.unreadable_bin {
            self.storage.set(&key_aside(id, text), text)?;
        }
        match self.storage.set(&to, &placed.record.text) {
            // No room for a second copy: remove the first, and restore it should writing the second fail.
            Err(StorageError::Full) => {
                let Some(kept) = self.storage.get(&from)? else { return Err(StorageError::Full) };
                self.storage.remove(&from)?;
                self.storage.set(&to, &placed.record.text).inspect_err(|_| {
                    let _ = self.storage.set(&from, &kept);
                })?;
            }
            Err(e) => return Err(e),
            Ok(()) => self.storage.remove(&from)?,
        }
        self.storage.remove(&format!("{EVICTED}{id}"))?;
        Ok(self.storage.get(&to)?.as_deref() == Some(&*placed.record.text))
    }

    /// Reads, changes and writes the texts of an assessment, and retries if another tab wrote in between.
    ///
    /// # Errors
    /// What `place` returns, or if it was not written. Then what was there before is unchanged.
    pub fn change(
        &self,
        id: &AssessmentId,
        place: impl Fn(Texts) -> Result<Placed, StorageError>,
    ) -> Result<Placed, StorageError> {
        for _ in 0..TRIES {
            let placed = place(self.texts(id)?)?;
            if self.put(id, &placed)? {
                return Ok(placed);
            }
        }
        Err(StorageError::NotKept)
    }

    /// Removes an assessment that is safe in the durable store, to make room.
    pub fn evict(&self, id: &AssessmentId) {
        for place in [Place::List, Place::Bin] {
            let _ = self.storage.remove(&key(place, id));
        }
        let _ = self.storage.set(&format!("{EVICTED}{id}"), "");
    }

    /// Whether an assessment was evicted, and is in the durable store only.
    #[must_use]
    pub fn is_evicted(&self, id: &AssessmentId) -> bool {
        self.storage.get(&format!("{EVICTED}{id}")).is_ok_and(|mark| mark.is_some())
    }

    /// Deletes an assessment in the bin permanently.
    ///
    /// # Errors
    /// If storage cannot be used.
    pub fn forget(&self, id: &AssessmentId) -> Result<(), StorageError> {
        self.storage.remove(&key(Place::Bin, id))?;
        self.storage.remove(&format!("{EVICTED}{id}"))
    }

    /// Deletes something unreadable, at the person's request.
    ///
    /// # Errors
    /// If storage cannot be used.
    pub fn forget_unreadable(&self, key: &str) -> Result<(), StorageError> {
        if is_record(key) { self.storage.remove(key) } else { Ok(()) }
    }

    /// The content of a snapshot.
    #[must_use]
    pub fn content(&self, key: &str) -> Option<String> {
        self.storage.get(key).ok().flatten()
    }

    /// The contents of snapshots under keys that begin with `prefix`.
    #[must_use]
    pub fn contents(&self, prefix: &str) -> Vec<(String, String)> {
        let keys = self.storage.keys().unwrap_or_default().into_iter().filter(|key| key.starts_with(prefix));
        keys.filter_map(|key| self.content(&key).map(|text| (key, text))).collect()
    }

    /// Keeps the content of a snapshot, or forgets it.
    ///
    /// # Errors
    /// If it does not stand there afterwards.
    pub fn set_content(&self, key: &str, text: Option<&str>) -> Result<(), StorageError> {
        match text {
            Some(text) => self.storage.set(key, text)?,
            None => self.storage.remove(key)?,
        }
        if self.content(key).as_deref() == text { Ok(()) } else { Err(StorageError::NotKept) }
    }

    /// Forgets the content of a snapshot.
    pub fn forget_content(&self, key: &str) {
        // Where that fails it is swept up at another start.
        let _ = self.storage.remove(key);
    }

    /// When an assessment was last saved to a file.
    #[must_use]
    pub fn mark(&self, id: &AssessmentId) -> Option<FileMark> {
        let text = self.storage.get(&format!("{MARK}{id}")).ok()??;
        FileMark::read(&text)
    }

    /// Records that an assessment was saved to a file.
    ///
    /// # Errors
    /// If that was not written.
    pub fn set_mark(&self, id: &AssessmentId, mark: &FileMark) -> Result<(), StorageError> {
        self.storage.set(&format!("{MARK}{id}"), &mark.write())
    }

    /// The settings; the defaults where there are none or they cannot be read.
    #[must_use]
    pub fn settings(&self) -> Settings {
        Settings::read(&self.storage.get(SETTINGS).ok().flatten().unwrap_or_default())
    }

    /// Saves the settings.
    ///
    /// # Errors
    /// If they were not written.
    pub fn save_settings(&self, settings: &Settings) -> Result<(), StorageError> {
        let before = self.storage.get(SETTINGS)?.unwrap_or_default();
        if Settings::is_broken(&before) {
            self.storage.set(&format!("{ASIDE}settings-{}", before.len()), &before)?;
        }
        self.storage.set(SETTINGS, &settings.write(&before))
    }

    /// The catalogue pack.
    ///
    /// # Errors
    /// If storage cannot be used.
    pub fn pack(&self) -> Result<Option<StoredPack>, StorageError> {
        let Some(json) = self.storage.get(PACK)? else { return Ok(None) };
        Ok(Some(StoredPack { on: self.storage.get(PACK_OFF)?.is_none(), json }))
    }

    /// When the pack was last changed; 0 where an earlier version kept it.
    #[must_use]
    pub fn pack_at(&self) -> u64 {
        self.storage.get(PACK_AT).ok().flatten().and_then(|at| at.parse().ok()).unwrap_or_default()
    }

    /// Records when the pack was last changed.
    pub fn set_pack_at(&self, at_ms: u64) {
        // Without this the disk's record counts, which is the same.
        let _ = self.storage.set(PACK_AT, &at_ms.to_string());
    }

    /// Switches the stored pack on or off.
    ///
    /// # Errors
    /// If that cannot be written. Then nothing changed.
    pub fn switch_pack(&self, on: bool) -> Result<(), StorageError> {
        if on { self.storage.remove(PACK_OFF) } else { self.storage.set(PACK_OFF, "") }
    }

    /// Stores a catalogue pack, or deletes the stored one.
    ///
    /// # Errors
    /// If that cannot be written. Then nothing changed.
    pub fn save_pack(&self, pack: Option<&StoredPack>) -> Result<(), StorageError> {
        let Some(pack) = pack else {
            self.storage.remove(PACK)?;
            self.storage.remove(PACK_AT)?;
            return self.storage.remove(PACK_OFF);
        };
        let before = self.storage.get(PACK)?;
        self.storage.set(PACK, &pack.json)?;
        self.switch_pack(pack.on).inspect_err(|_| {
            // It was there a moment ago, so there is room for it.
            let _ = match before {
                Some(before) => self.storage.set(PACK, &before),
                None => self.storage.remove(PACK),
            };
        })
    }
}

/// Whether a key is that of an assessment, or of something that was meant to be one.
#[must_use]
pub fn is_record(key: &str) -> bool {
    [ASSESSMENT, BIN, ASIDE].iter().any(|prefix| key.starts_with(prefix))
}
