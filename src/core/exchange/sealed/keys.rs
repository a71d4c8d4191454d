//! Keys for signing, and the file in which one is kept.
//!
//! ```json
//! { "algorithm": "ed25519", "fingerprint": "kasota …", "format": "tenken-signing-key", "key": "…", "secret": "…", "version": 1 }
//! ```
//!
//! `secret` is the 32 bytes of which RFC 8032 makes all else. Whoever has the file can sign as its owner. The public key
//! needs no file of its own: it goes with each signature.

use std::fmt;

use base64::{Engine, engine::general_purpose::STANDARD};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{SealedError, header::Table, words};
use crate::core::document::parse_strict;

/// What the file of a key calls itself.
pub const FORMAT: &str = "tenken-signing-key";
/// Under which name the browser keeps the file of its key. It begins with something other than `tenken/`, so that nothing
/// that is rescued or backed up has the key in it.
pub const KEPT: &str = FORMAT;
/// Under which name it keeps the keys of others that were remembered.
pub const KNOWN: &str = "tenken-known-signers";
const VERSION: u64 = 1;
/// The largest file of a key.
const MAX_BYTES: usize = 4000;

/// A key by which others check signatures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublicKey(pub [u8; 32]);

impl PublicKey {
    /// In Base64, as keys are compared and remembered.
    #[must_use]
    pub fn base64(self) -> String {
        STANDARD.encode(self.0)
    }
}

/// A text that must not be seen: it does not show in what is logged.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Secret(pub String);

/// A key for signing: what it is made of.
#[derive(Clone, PartialEq, Eq)]
pub struct SecretKey(pub [u8; 32]);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretKey")
    }
}

/// The file of a key.
#[must_use]
pub fn write(key: PublicKey, secret: &SecretKey) -> String {
    let table = json!({
        "format": FORMAT,
        "version": VERSION,
        "algorithm": "ed25519",
        "key": key.base64(),
        "fingerprint": words::romaji(key),
        "secret": STANDARD.encode(secret.0),
    });
    table.to_string()
}

/// Reads that file. That both halves belong together has to be seen by signing.
///
/// # Errors
/// If it is something else, is of a newer version, or its words are not those of its key.
pub fn read(bytes: &[u8]) -> Result<(PublicKey, SecretKey), SealedError> {
    if bytes.len() > MAX_BYTES {
        return Err(SealedError::NotOurs);
    }
    let text = str::from_utf8(bytes).map_err(|_| SealedError::NotOurs)?;
    let json = parse_strict(text.trim_start_matches('\u{feff}')).map_err(|_| SealedError::NotOurs)?;
    let mut table = Table::new("key", json)?;
    table.exactly("format", FORMAT)?;
    let version = table.number("version")?;
    if version > VERSION {
        return Err(SealedError::Newer { version, known: VERSION });
    }
    table.exactly("algorithm", "ed25519")?;
    let (key, secret) = (PublicKey(table.bytes("key")?), SecretKey(table.bytes("secret")?));
    if table.text("fingerprint")? != words::romaji(key) {
        return Err(SealedError::Changed);
    }
    table.nothing_else()?;
    Ok((key, secret))
}
