//! Where assessments are kept between visits: one key each, in the same form as a file.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{
    ports::{Storage, StorageError},
    settings::Settings,
};
use crate::core::{
    assessment::{Assessment, AssessmentId},
    document::{self, FileError},
    sorted::{Map, Set},
};

/// All keys start so. On `file://` every local page shares one storage, hence the name; the number is the version of
/// this layout, and documents carry their own.
const PREFIX: &str = "tenken/1/";
const ASSESSMENT: &str = "tenken/1/assessment/";
const BIN: &str = "tenken/1/bin/";
const MARK: &str = "tenken/1/file/";
const SETTINGS: &str = "tenken/1/settings";
const PACK: &str = "tenken/1/pack";
const PACK_OFF: &str = "tenken/1/pack-off";

/// When an assessment was last saved to a file, and at which state.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileMark {
    /// Milliseconds since 1970.
    pub at_ms: u64,
    /// The version that the file has.
    #[serde(default)]
    pub version: String,
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
}

/// Everything that is kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kept {
    /// What can be read.
    pub readable: Map<AssessmentId, Arc<Assessment>>,
    /// What cannot.
    pub unreadable: Vec<Unreadable>,
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

/// The shelf: typed access to storage.
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
        match key.strip_prefix(ASSESSMENT).map(str::parse) {
            Some(Ok(id)) => Touched::Assessment(id),
            _ if key.starts_with(PREFIX) => Touched::Other,
            _ => Touched::Foreign,
        }
    }

    /// Everything that is kept.
    ///
    /// # Errors
    /// If storage cannot be used.
    pub fn load(&self) -> Result<Kept, StorageError> {
        let mut kept = Kept::default();
        for key in self.keys_below(ASSESSMENT)? {
            let Some(raw) = self.storage.get(&key)? else { continue };
            match document::read(raw.as_bytes()) {
                Ok(a) if key.ends_with(a.id().as_str()) => {
                    kept.readable.insert(a.id().clone(), Arc::new(a));
                }
                Ok(_) => kept.unreadable.push(Unreadable { key, error: FileError::NotOurs, raw: raw.into() }),
                Err(error) => kept.unreadable.push(Unreadable { key, error, raw: raw.into() }),
            }
        }
        Ok(kept)
    }

    /// One assessment as it is kept now.
    ///
    /// # Errors
    /// If storage cannot be used, or what is kept cannot be read.
    pub fn stored(&self, id: &AssessmentId) -> Result<Option<Assessment>, StorageError> {
        match self.storage.get(&format!("{ASSESSMENT}{id}"))? {
            None => Ok(None),
            Some(raw) => document::read(raw.as_bytes()).map(Some).map_err(|_| StorageError::Guarded),
        }
    }

    /// Keeps an assessment, together with what another tab may have kept since. Returns what is kept now.
    ///
    /// # Errors
    /// If it was not kept. What was kept before still stands.
    pub fn save(&self, assessment: &Assessment) -> Result<Assessment, StorageError> {
        let mut merged = assessment.clone();
        if let Some(stored) = self.stored(assessment.id())? {
            merged.merge(&stored);
        }
        self.storage.set(&format!("{ASSESSMENT}{}", merged.id()), &document::write(&merged))?;
        Ok(merged)
    }

    /// Moves an assessment to the bin, together with what another tab may have kept since and what the bin has of it.
    /// The copy in the bin is written first, so that a failure loses nothing. Returns what is in the bin now.
    ///
    /// # Errors
    /// If it was not moved.
    pub fn bin(&self, assessment: &Assessment) -> Result<Assessment, StorageError> {
        let id = assessment.id();
        let mut merged = assessment.clone();
        if let Some(stored) = self.stored(id)? {
            merged.merge(&stored);
        }
        if let Some(raw) = self.storage.get(&format!("{BIN}{id}"))? {
            // It was in the bin before and came back from a file: what the bin has stays as well.
            merged.merge(&document::read(raw.as_bytes()).map_err(|_| StorageError::Guarded)?);
        }
        let text = document::write(&merged);
        match self.storage.set(&format!("{BIN}{id}"), &text) {
            // No room for a second copy: let go of the first, and put it back should the second fail.
            Err(StorageError::Full) => {
                let key = format!("{ASSESSMENT}{id}");
                let kept = self.storage.get(&key)?;
                self.storage.remove(&key)?;
                self.storage.set(&format!("{BIN}{id}"), &text).inspect_err(|_| {
                    if let Some(kept) = kept {
                        let _ = self.storage.set(&key, &kept);
                    }
                })?;
            }
            Err(e) => return Err(e),
            Ok(()) => self.storage.remove(&format!("{ASSESSMENT}{id}"))?,
        }
        Ok(merged)
    }

    /// What is in the bin.
    ///
    /// # Errors
    /// If storage cannot be used.
    pub fn binned(&self) -> Result<Vec<Assessment>, StorageError> {
        let mut found = Vec::new();
        for key in self.keys_below(BIN)? {
            if let Some(Ok(a)) = self.storage.get(&key)?.map(|raw| document::read(raw.as_bytes())) {
                found.push(a);
            }
        }
        Ok(found)
    }

    /// Forgets one assessment in the bin for ever.
    ///
    /// # Errors
    /// If storage cannot be used.
    pub fn forget(&self, id: &AssessmentId) -> Result<(), StorageError> {
        self.storage.remove(&format!("{BIN}{id}"))
    }

    /// Removes something unreadable, once the person has asked for it.
    ///
    /// # Errors
    /// If storage cannot be used.
    pub fn forget_unreadable(&self, key: &str) -> Result<(), StorageError> {
        if key.starts_with(ASSESSMENT) { self.storage.remove(key) } else { Ok(()) }
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
    /// If it was not noted.
    pub fn set_mark(&self, id: &AssessmentId, mark: &FileMark) -> Result<(), StorageError> {
        let text = serde_json::to_string(mark).unwrap_or_default();
        self.storage.set(&format!("{MARK}{id}"), &text)
    }

    /// The settings; the defaults where there are none or they cannot be read.
    #[must_use]
    pub fn settings(&self) -> Settings {
        let text = self.storage.get(SETTINGS).ok().flatten().unwrap_or_default();
        serde_json::from_str(&text).unwrap_or_default()
    }

    /// Keeps the settings.
    ///
    /// # Errors
    /// If they were not kept.
    pub fn save_settings(&self, settings: &Settings) -> Result<(), StorageError> {
        self.storage.set(SETTINGS, &serde_json::to_string(settings).unwrap_or_default())
    }

    /// The catalogue pack.
    ///
    /// # Errors
    /// If storage cannot be used.
    pub fn pack(&self) -> Result<Option<StoredPack>, StorageError> {
        let Some(json) = self.storage.get(PACK)? else { return Ok(None) };
        Ok(Some(StoredPack { on: self.storage.get(PACK_OFF)?.is_none(), json }))
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

    fn keys_below(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        let keys: Set<String> = self.storage.keys()?.into_iter().filter(|k| k.starts_with(prefix)).collect();
        Ok(keys.into_vec())
    }
}
