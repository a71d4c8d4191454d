//! Keys for signing, and the files in which they are kept and handed on.
//!
//! ```json
//! { "algorithm": "ed25519", "fingerprint": "kasota …", "format": "tenken-public-key", "key": "…", "version": 1 }
//! ```
//!
//! The file of a key for signing is a `tenken-signing-key` and has `secret` as well: the 32 bytes of which RFC 8032 makes
//! all else. Whoever has it can sign as its owner; with a passphrase it is the content of a container, like any file.

use std::fmt;

use base64::{Engine, engine::general_purpose::STANDARD};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{SealedError, header::Table, words};
use crate::core::document::parse_strict;

/// What the file of a key for signing calls itself.
pub const SIGNING_FORMAT: &str = "tenken-signing-key";
/// What the file of a public key calls itself.
pub const PUBLIC_FORMAT: &str = "tenken-public-key";
const VERSION: u64 = 1;
/// The largest file of a key.
const MAX_BYTES: usize = 4000;

/// A key by which others check signatures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublicKey(pub [u8; 32]);

/// A text that must not be seen: it does not show in what is logged.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Secret(pub String);

/// A key for signing: what it is made of.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
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

/// The file of a public key, or with the secret that of a key for signing.
#[must_use]
pub fn write(key: PublicKey, secret: Option<&SecretKey>) -> String {
    let mut table = json!({
        "format": if secret.is_some() { SIGNING_FORMAT } else { PUBLIC_FORMAT },
        "version": VERSION,
        "algorithm": "ed25519",
        "key": STANDARD.encode(key.0),
        "fingerprint": words::romaji(key),
    });
    if let (Some(secret), Some(table)) = (secret, table.as_object_mut()) {
        table.insert("secret".into(), STANDARD.encode(secret.0).into());
    }
    format!("{table:#}\n")
}

/// Reads a public key out of either file.
///
/// # Errors
/// If it is neither, is of a newer version, or its words are not those of its key.
pub fn read_public(bytes: &[u8]) -> Result<PublicKey, SealedError> {
    read(bytes).map(|(key, _)| key)
}

/// Reads the file of a key for signing. That both halves belong together has to be seen by signing.
///
/// # Errors
/// As above, and if it has no secret.
pub fn read_signing(bytes: &[u8]) -> Result<(PublicKey, SecretKey), SealedError> {
    let (key, secret) = read(bytes)?;
    secret.map(|secret| (key, secret)).ok_or(SealedError::NotOurs)
}

fn read(bytes: &[u8]) -> Result<(PublicKey, Option<SecretKey>), SealedError> {
    if bytes.len() > MAX_BYTES {
        return Err(SealedError::NotOurs);
    }
    let text = str::from_utf8(bytes).map_err(|_| SealedError::NotOurs)?;
    let json = parse_strict(text.trim_start_matches('\u{feff}')).map_err(|_| SealedError::NotOurs)?;
    let mut table = Table::new("key", json)?;
    let secret = match table.text("format")?.as_str() {
        PUBLIC_FORMAT => false,
        SIGNING_FORMAT => true,
        _ => return Err(SealedError::NotOurs),
    };
    let version = table.number("version")?;
    if version > VERSION {
        return Err(SealedError::Newer { version, known: VERSION });
    }
    table.exactly("algorithm", "ed25519")?;
    let key = PublicKey(table.bytes("key")?);
    let secret = if secret { Some(SecretKey(table.bytes("secret")?)) } else { None };
    if table.text("fingerprint")? != words::romaji(key) {
        return Err(SealedError::Changed);
    }
    table.nothing_else()?;
    Ok((key, secret))
}
