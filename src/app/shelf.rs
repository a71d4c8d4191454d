//! The mirror: what is kept between visits, at once. One key for each assessment, in the same form as a file.
//!
//! The durable store has the assessments under the same keys, see `keeper`. Settings and marks of files stand here alone.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use serde::{Deserialize, Serialize};

use super::{
    place::{Place, Placed, Record, Texts},
    ports::{Storage, StorageError},
    settings::Settings,
};
use crate::core::{
    assessment::AssessmentId,
    document::{self, FileError},
};

/// All keys start so. On `file://` every local page shares one storage, hence the name; the number is the version of
/// this layout, and documents carry their own.
pub const PREFIX: &str = "tenken/1/";
const ASSESSMENT: &str = "tenken/1/assessment/";
const BIN: &str = "tenken/1/bin/";
/// Says that an assessment had to make room here, and stands in the durable store alone.
const ELSEWHERE: &str = "tenken/1/elsewhere/";
/// What could not be read and made room for something that can.
const ASIDE: &str = "tenken/1/aside/";
const MARK: &str = "tenken/1/file/";
const SETTINGS: &str = "tenken/1/settings";
const PACK: &str = "tenken/1/pack";
const PACK_OFF: &str = "tenken/1/pack-off";
/// When the pack was last changed, in milliseconds since 1970: of the two stores the later one counts.
const PACK_AT: &str = "tenken/1/pack-at";
/// How often a write is tried again that another tab has written over.
const TRIES: usize = 5;

/// When an assessment was last saved to a file, and at which state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileMark {
    /// Milliseconds since 1970.
    pub at_ms: u64,
    /// The version that the file has.
    #[serde(default)]
    pub version: String,
    /// Whether it is sure that the file was written: the browser said so, or the person. Else a download began.
    #[serde(default)]
    pub written: bool,
}

/// The pack as the durable store has it: one text, so that it is written as one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackOnDisk {
    /// When it was changed, in milliseconds since 1970.
    pub at_ms: u64,
    /// The pack; `None` where it was removed.
    pub pack: Option<StoredPack>,
}

impl PackOnDisk {
    /// Its key.
    pub const KEY: &str = PACK;
}

/// The catalogue pack as it is kept: the text of its file, and whether it is in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
    /// Whether it stands in the durable store rather than here.
    pub durable: bool,
}

/// Everything that is kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kept {
    /// The assessments.
    pub list: BTreeMap<AssessmentId, Record>,
    /// What is in the bin.
    pub bin: BTreeMap<AssessmentId, Record>,
    /// What cannot be read.
    pub unreadable: Vec<Unreadable>,
}

impl Kept {
    /// Reads texts by their keys; those of other things are passed over.
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
                    into.insert(a.id().clone(), Record { assessment: Arc::new(a), text: raw });
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

/// The place and the assessment that a key in either store is of.
#[must_use]
pub fn place_of(key: &str) -> Option<(Place, AssessmentId)> {
    let of = |place, prefix| Some((place, key.strip_prefix(prefix)?.parse().ok()?));
    of(Place::List, ASSESSMENT).or_else(|| of(Place::Bin, BIN))
}

/// The key under which something that cannot be read makes room, told apart by its length from others of its name.
#[must_use]
pub fn key_aside(id: &AssessmentId, text: &str) -> String {
    format!("{ASIDE}{id}-{}", text.len())
}

/// The shelf: typed access to the mirror.
#[derive(Clone)]
pub struct Shelf {
    storage: Arc<dyn Storage>,
}

impl Shelf {
    /// A shelf in this storage.
    #[must_use]
    pub fn new(storage: Arc<dyn Storage>) -> Self {
        Self { storage }
    }

    /// What another tab's change of a key concerns.
    #[must_use]
    pub fn touched(key: &str) -> Touched {
        match place_of(key) {
            Some((Place::List, id)) => Touched::Assessment(id),
            _ if key.starts_with(PREFIX) => Touched::Other,
            _ => Touched::Foreign,
        }
    }

    /// Everything that is kept.
    ///
    /// # Errors
    /// If storage cannot be used.
    pub fn load(&self) -> Result<Kept, StorageError> {
        let mut texts = Vec::new();
        for key in self.storage.keys()?.into_iter().filter(|k| k.starts_with(PREFIX)).collect::<BTreeSet<String>>() {
            if let Some(text) = self.storage.get(&key)? {
                texts.push((key, text));
            }
        }
        Ok(Kept::of(texts, false))
    }

    /// All texts of ours, by key without the name of the layout, as a backup has them.
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

    /// The texts of an assessment as they stand now.
    ///
    /// # Errors
    /// If storage cannot be used.
    pub fn texts(&self, id: &AssessmentId) -> Result<Texts, StorageError> {
        let get = |place| self.storage.get(&key(place, id));
        Ok(Texts { list: get(Place::List)?, bin: get(Place::Bin)? })
    }

    /// Puts an assessment where it belongs, and takes it away from where it does not. The text is written before another
    /// one goes, so that a failure loses nothing. False where another tab wrote at the same time: then what stands has to
    /// be taken in first.
    ///
    /// # Errors
    /// If it was not kept. What was kept before still stands.
    pub fn put(&self, id: &AssessmentId, placed: &Placed) -> Result<bool, StorageError> {
        let (to, from) = match placed.place {
            Place::List => (key(Place::List, id), key(Place::Bin, id)),
            Place::Bin => (key(Place::Bin, id), key(Place::List, id)),
        };
        if let Some(text) = &placed.unreadable_bin {
            self.storage.set(&key_aside(id, text), text)?;
        }
        match self.storage.set(&to, &placed.record.text) {
            // No room for a second copy: let go of the first, and put it back should the second fail.
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
        self.storage.remove(&format!("{ELSEWHERE}{id}"))?;
        Ok(self.storage.get(&to)?.as_deref() == Some(&*placed.record.text))
    }

    /// Reads, changes and writes the texts of an assessment, again where another tab wrote in between.
    ///
    /// # Errors
    /// What `place` says, or if it was not kept. What was kept before still stands.
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

    /// Lets go of an assessment that stands in the durable store, so that there is room.
    pub fn make_room(&self, id: &AssessmentId) {
        for place in [Place::List, Place::Bin] {
            let _ = self.storage.remove(&key(place, id));
        }
        let _ = self.storage.set(&format!("{ELSEWHERE}{id}"), "");
    }

    /// Whether an assessment had to make room, and stands in the durable store alone.
    #[must_use]
    pub fn is_elsewhere(&self, id: &AssessmentId) -> bool {
        self.storage.get(&format!("{ELSEWHERE}{id}")).is_ok_and(|mark| mark.is_some())
    }

    /// Forgets one assessment in the bin for ever.
    ///
    /// # Errors
    /// If storage cannot be used.
    pub fn forget(&self, id: &AssessmentId) -> Result<(), StorageError> {
        self.storage.remove(&key(Place::Bin, id))?;
        self.storage.remove(&format!("{ELSEWHERE}{id}"))
    }

    /// Removes something unreadable, once the person has asked for it.
    ///
    /// # Errors
    /// If storage cannot be used.
    pub fn forget_unreadable(&self, key: &str) -> Result<(), StorageError> {
        if is_record(key) { self.storage.remove(key) } else { Ok(()) }
    }

    /// When an assessment was last saved to a file.
    #[must_use]
    pub fn mark(&self, id: &AssessmentId) -> Option<FileMark> {
        let text = self.storage.get(&format!("{MARK}{id}")).ok()??;
        serde_json::from_str(&text).ok()
    }

    /// Notes that an assessment was saved to a file.
    ///
    /// # Errors
    /// If the note was not kept.
    pub fn set_mark(&self, id: &AssessmentId, mark: &FileMark) -> Result<(), StorageError> {
        let text = serde_json::to_string(mark).unwrap_or_default();
        self.storage.set(&format!("{MARK}{id}"), &text)
    }

    /// The settings; the defaults where there are none or they cannot be read.
    #[must_use]
    pub fn settings(&self) -> Settings {
        Settings::read(&self.storage.get(SETTINGS).ok().flatten().unwrap_or_default())
    }

    /// Keeps the settings.
    ///
    /// # Errors
    /// If they were not kept.
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

    /// Notes when the pack was last changed.
    pub fn set_pack_at(&self, at_ms: u64) {
        // Without the note the disk's word counts, which says the same.
        let _ = self.storage.set(PACK_AT, &at_ms.to_string());
    }

    /// Switches the pack on or off, whichever is kept.
    ///
    /// # Errors
    /// If that cannot be kept. Then it is as before.
    pub fn switch_pack(&self, on: bool) -> Result<(), StorageError> {
        if on { self.storage.remove(PACK_OFF) } else { self.storage.set(PACK_OFF, "") }
    }

    /// Keeps a catalogue pack, or removes the one that is kept.
    ///
    /// # Errors
    /// If that cannot be done. Then what was kept still stands.
    pub fn save_pack(&self, pack: Option<&StoredPack>) -> Result<(), StorageError> {
        let Some(pack) = pack else {
            self.storage.remove(PACK)?;
            self.storage.remove(PACK_AT)?;
            return self.storage.remove(PACK_OFF);
        };
        let before = self.storage.get(PACK)?;
        self.storage.set(PACK, &pack.json)?;
        self.switch_pack(pack.on).inspect_err(|_| {
            // It stood there a moment ago, so there is room for it.
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
