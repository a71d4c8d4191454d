//! What the page orders, answered in sentences: it has no wording of its own for what only the worker finds out.

use super::{new_key, open, public_key, seal, words};
use crate::core::{
    exchange::sealed::{
        Content, Opened, SealedError, Signature,
        keys::{PublicKey, Secret},
        strength::strength,
        words::{kana, romaji},
    },
    file_kind::FileKind,
    jobs::{Answer, Protection},
    language::{Language, fill},
};

/// Protects a file.
pub fn protect(content: Content, by: &Protection, random: [u8; 32], language: Language) -> Answer {
    match seal(content, by.passphrase.given(), by.key.given(), random) {
        Ok(bytes) => Answer { bytes, ..Answer::default() },
        Err(why) => reason(&why, language).into(),
    }
}

/// Opens a protected file, or looks at a key.
pub fn open_file(file: &[u8], by: &Protection, known: &str, language: Language) -> Answer {
    let t = words::of(language);
    let opened = if FileKind::of("", file) == FileKind::Key {
        public_key(file).map(|key| {
            let said = fill(t.is_key, &[&fingerprint(key)]);
            (Opened { name: String::new(), signer: String::new(), said }, file.to_vec())
        })
    } else {
        open(file, by.passphrase.given()).map(|content| {
            let own = by.key.given().and_then(|file| public_key(file.0.as_bytes()).ok());
            let (said, signer) = signer(&content, own, known, language);
            (Opened { said: fill(t.holds, &[&content.name, &said]), signer, name: content.name }, content.bytes)
        })
    };
    match opened {
        Ok((opened, bytes)) => Answer { text: opened.write(), bytes },
        Err(why) => reason(&why, language).into(),
    }
}

/// Whose signature a file has, as a sentence, and the key where it could be remembered.
fn signer(content: &Content, own: Option<PublicKey>, known: &str, language: Language) -> (String, String) {
    let t = words::of(language);
    let Some(Signature { key, .. }) = content.signature else { return (t.not_signed.to_owned(), String::new()) };
    let base64 = key.base64();
    if own == Some(key) {
        (t.signed_here.to_owned(), String::new())
    } else if known.lines().any(|line| line == base64) {
        (fill(t.signed_by_known, &[&fingerprint(key)]), String::new())
    } else {
        (fill(t.signed_by_unknown, &[&fingerprint(key)]), base64)
    }
}

/// Reads a key for signing, or makes one where there is none.
pub fn signing_key(file: &[u8], random: &dyn Fn() -> [u8; 32], language: Language) -> Answer {
    let file = if file.is_empty() { new_key(random()).0.into_bytes() } else { file.to_vec() };
    match public_key(&file) {
        Ok(key) => Answer { text: fill(words::of(language).own_key, &[&fingerprint(key)]), bytes: file },
        Err(why) => reason(&why, language).into(),
    }
}

/// How hard a passphrase is to guess.
pub fn how_strong(passphrase: &Secret, language: Language) -> Answer {
    let t = words::of(language);
    let words = [t.strength_0, t.strength_1, t.strength_2, t.strength_3, t.strength_4];
    words[usize::from(strength(&passphrase.0).score)].to_owned().into()
}

/// A key's fingerprint, in kana and in Latin letters.
fn fingerprint(key: PublicKey) -> String {
    format!("{} ({})", kana(key), romaji(key))
}

fn reason(why: &SealedError, language: Language) -> String {
    let t = words::of(language);
    match why {
        SealedError::TooLarge => t.too_large.to_owned(),
        SealedError::NotOurs => t.not_ours.to_owned(),
        SealedError::Newer { version, known } => fill(t.newer, &[version, known]),
        SealedError::Truncated => t.truncated.to_owned(),
        SealedError::Changed => t.changed.to_owned(),
        SealedError::Form { place } => fill(t.form, &[place]),
        SealedError::CostTooHigh { memory_kib, passes } => fill(t.cost, &[&(memory_kib / 1024), passes]),
        SealedError::PassphraseNeeded => t.passphrase_needed.to_owned(),
        SealedError::WrongPassphrase => t.wrong_passphrase.to_owned(),
        SealedError::BadSignature => t.bad_signature.to_owned(),
    }
}
