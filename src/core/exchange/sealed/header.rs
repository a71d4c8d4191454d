//! A container's first line: its version, and how it is encrypted.

use std::fmt::Write;

use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Map, Value as Json};

use super::{FORMAT, START, SealedError, VERSION};

/// What one guess of a passphrase costs, in the terms of Argon2.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// Memory, in KiB.
    pub memory_kib: u32,
    /// Passes over it.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl Cost {
    /// What is written: the second choice of RFC 9106, section 4, for where memory is scarce. It is more than what OWASP's
    /// Password Storage Cheat Sheet asks for at least (19 MiB, 2 passes).
    pub const WRITTEN: Self = Self { memory_kib: 64 * 1024, passes: 3, lanes: 4 };
    /// The most that is read. More could take a tab's memory or a minute, at the bidding of whoever sent the file.
    pub const MOST: Self = Self { memory_kib: 256 * 1024, passes: 10, lanes: 16 };
}

/// How a container is encrypted: AES-256-GCM, under a key that Argon2id derives from the passphrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lock {
    /// The cost.
    pub cost: Cost,
    /// The salt of Argon2id.
    pub salt: [u8; 16],
    /// The nonce of GCM.
    pub nonce: [u8; 12],
    /// The second half of what Argon2id derives; the first is the key. It tells a wrong passphrase from a change that
    /// somebody made, and binds the file to one key, as GCM does not. It helps nobody to guess: the tag tells as much.
    pub check: [u8; 32],
}

/// Writes the first line.
#[must_use]
pub fn header(lock: Option<&Lock>) -> String {
    let mut line = format!("{START}{VERSION}");
    if let Some(Lock { cost, salt, nonce, check }) = lock {
        let Cost { memory_kib, passes, lanes } = cost;
        let [salt, nonce, check] = [&salt[..], nonce, check].map(|bytes| STANDARD.encode(bytes));
        let _ = write!(
            line,
            r#","encryption":{{"cipher":"aes-256-gcm","nonce":"{nonce}","kdf":"argon2id","kdf_version":19,"memory_kib":{memory_kib},"passes":{passes},"lanes":{lanes},"salt":"{salt}","check":"{check}"}}"#
        );
    }
    line.push('}');
    line
}

/// Reads the first line.
pub(super) fn read(json: Json) -> Result<Option<Lock>, SealedError> {
    let mut header = Table::new("header", json)?;
    header.exactly("format", FORMAT)?;
    let version = header.number("version")?;
    if version != VERSION {
        return Err(if version > VERSION {
            SealedError::Newer { version, known: VERSION }
        } else {
            header.wrong("version")
        });
    }
    let encryption = header.fields.remove("encryption");
    header.nothing_else()?;
    encryption.map(lock).transpose()
}

fn lock(json: Json) -> Result<Lock, SealedError> {
    let mut table = Table::new("encryption", json)?;
    table.exactly("cipher", "aes-256-gcm")?;
    table.exactly("kdf", "argon2id")?;
    if table.number("kdf_version")? != 19 {
        return Err(table.wrong("kdf_version"));
    }
    let [memory_kib, passes, lanes] = ["memory_kib", "passes", "lanes"].map(|key| table.number(key));
    let (memory_kib, passes, lanes) = (memory_kib?, passes?, lanes?);
    let most = Cost::MOST;
    if memory_kib > most.memory_kib.into() || passes > most.passes.into() || lanes > most.lanes.into() {
        return Err(SealedError::CostTooHigh { memory_kib, passes });
    }
    // What Argon2 itself asks for.
    if passes == 0 || lanes == 0 || memory_kib < 8 * lanes {
        return Err(table.wrong("memory_kib"));
    }
    let cost = Cost { memory_kib: memory_kib as u32, passes: passes as u32, lanes: lanes as u32 };
    let lock = Lock { cost, salt: table.bytes("salt")?, nonce: table.bytes("nonce")?, check: table.bytes("check")? };
    table.nothing_else()?;
    Ok(lock)
}

/// A table whose keys are taken one after the other, so that none is left over.
pub(super) struct Table {
    place: &'static str,
    pub(super) fields: Map<String, Json>,
}

impl Table {
    pub(super) fn new(place: &'static str, json: Json) -> Result<Self, SealedError> {
        match json {
            Json::Object(fields) => Ok(Self { place, fields }),
            _ => Err(SealedError::form(place)),
        }
    }

    pub(super) fn wrong(&self, key: &str) -> SealedError {
        SealedError::form(format!("{} / {key}", self.place))
    }

    pub(super) fn text(&mut self, key: &str) -> Result<String, SealedError> {
        match self.fields.remove(key) {
            Some(Json::String(text)) => Ok(text),
            _ => Err(self.wrong(key)),
        }
    }

    pub(super) fn exactly(&mut self, key: &str, wanted: &str) -> Result<(), SealedError> {
        if self.text(key)? == wanted { Ok(()) } else { Err(self.wrong(key)) }
    }

    pub(super) fn number(&mut self, key: &str) -> Result<u64, SealedError> {
        self.fields.remove(key).as_ref().and_then(Json::as_u64).ok_or_else(|| self.wrong(key))
    }

    pub(super) fn bytes<const N: usize>(&mut self, key: &str) -> Result<[u8; N], SealedError> {
        let bytes = STANDARD.decode(self.text(key)?).ok();
        bytes.and_then(|bytes| bytes.try_into().ok()).ok_or_else(|| self.wrong(key))
    }

    pub(super) fn nothing_else(&self) -> Result<(), SealedError> {
        self.fields.keys().next().map_or(Ok(()), |key| Err(self.wrong(key)))
    }
}
