//! What comes back to the page, as plain values.

use base64::{Engine, engine::general_purpose::STANDARD};
use serde::{Deserialize, Serialize};

use super::{
    keys::{self, PublicKey, Secret, SecretKey},
    words,
};

/// A public key, as it is kept and shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownKey {
    /// The key in Base64, by which keys are compared and remembered.
    pub key: String,
    /// Its file, to hand on.
    pub file: String,
    /// Its fingerprint in kana.
    pub kana: String,
    /// The same sounds in Latin letters.
    pub romaji: String,
}

impl From<PublicKey> for ShownKey {
    fn from(key: PublicKey) -> Self {
        Self {
            key: STANDARD.encode(key.0),
            file: keys::write(key, None),
            kana: words::kana(key),
            romaji: words::romaji(key),
        }
    }
}

/// A key for signing, made or read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnKey {
    /// Its file, to keep and to sign with.
    pub file: Secret,
    /// The half that others may have.
    pub public: ShownKey,
}

impl OwnKey {
    /// Both halves of a key.
    #[must_use]
    pub fn new(public: PublicKey, secret: &SecretKey) -> Self {
        Self { file: Secret(keys::write(public, Some(secret))), public: public.into() }
    }
}

/// A protected file, opened. The file itself goes beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// The file's name.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Whether it had a passphrase.
    pub encrypted: bool,
    /// The key whose signature it has, and which fits; `None` if it is not signed.
    pub signer: Option<ShownKey>,
}
