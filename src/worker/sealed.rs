//! Protects files and opens them: Argon2id, AES-256-GCM and Ed25519, by RustCrypto's and dalek's crates. The form is
//! `core/exchange/sealed`'s. Random bytes are the caller's; what is secret is wiped, as far as those crates do.

mod jobs;
pub mod words;

use aes_gcm::{
    Aes256Gcm, KeyInit,
    aead::{Aead, Payload},
};
use argon2::{Algorithm, Argon2, Params, Version};
use ed25519_dalek::{Signer, SigningKey, VerifyingKey};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::core::exchange::sealed::{
    self, Content, Cost, Lock, MAX_CONTENT, SealedError, Signature, header,
    keys::{self, PublicKey, Secret, SecretKey},
    signed,
};
pub(super) use jobs::step;

/// A container around a file: signed with the key of a file, encrypted under a passphrase, or both.
///
/// `random` is new for each file: its first 16 bytes are the salt, the next 12 the nonce.
///
/// # Errors
/// If the file is too large, or the key cannot be read.
pub fn seal(
    mut content: Content,
    passphrase: Option<&Secret>,
    key: Option<&Secret>,
    random: [u8; 32],
) -> Result<Vec<u8>, SealedError> {
    if content.bytes.len() > MAX_CONTENT {
        return Err(SealedError::TooLarge);
    }
    if let Some(file) = key {
        let key = read_key(file.0.as_bytes())?;
        let signature = key.sign(&signed(&content)).to_bytes();
        content.signature = Some(Signature { key: public(&key), signature });
    }
    let body = Zeroizing::new(content.write());
    let Some(passphrase) = passphrase else {
        return Ok(sealed::write(&header(None), &body).into_bytes());
    };
    let (salt, nonce) = (std::array::from_fn(|i| random[i]), std::array::from_fn(|i| random[16 + i]));
    let (cipher, check) = derive(passphrase, Cost::WRITTEN, &salt)?;
    let header = header(Some(&Lock { cost: Cost::WRITTEN, salt, nonce, check }));
    let payload = Payload { msg: &body, aad: header.as_bytes() };
    let body = cipher.encrypt(&nonce.into(), payload).map_err(|_| SealedError::TooLarge)?;
    Ok(sealed::write(&header, &body).into_bytes())
}

/// Opens a container. If it is signed, the signature is by the key that it names.
///
/// # Errors
/// Says why it cannot be opened. What is not as it was written is never handed over.
pub fn open(bytes: &[u8], passphrase: Option<&Secret>) -> Result<Content, SealedError> {
    let container = sealed::read(bytes)?;
    let body = match container.lock {
        None => container.body,
        Some(Lock { cost, salt, nonce, check }) => {
            let (cipher, derived) = derive(passphrase.ok_or(SealedError::PassphraseNeeded)?, cost, &salt)?;
            if derived != check {
                return Err(SealedError::WrongPassphrase);
            }
            let payload = Payload { msg: &container.body, aad: container.header.as_bytes() };
            cipher.decrypt(&nonce.into(), payload).map_err(|_| SealedError::Changed)?
        }
    };
    let content = Content::read(&body)?;
    if let Some(Signature { key, signature }) = &content.signature {
        // Strictly, or a key could be made for which any signature fits.
        let known = VerifyingKey::from_bytes(&key.0).map_err(|_| SealedError::BadSignature)?;
        let signature = signature.into();
        known.verify_strict(&signed(&content), &signature).map_err(|_| SealedError::BadSignature)?;
    }
    Ok(content)
}

/// The file of a key for signing, of 32 random bytes.
#[must_use]
pub fn new_key(random: [u8; 32]) -> Secret {
    let key = SigningKey::from_bytes(&random);
    Secret(keys::write(public(&key), &SecretKey(random)))
}

/// The public half of the key for signing in a file.
///
/// # Errors
/// Says why there is none.
pub fn public_key(file: &[u8]) -> Result<PublicKey, SealedError> {
    read_key(file).map(|key| public(&key))
}

fn read_key(file: &[u8]) -> Result<SigningKey, SealedError> {
    let (stated, secret) = keys::read(file)?;
    let key = SigningKey::from_bytes(&secret.0);
    if public(&key) == stated { Ok(key) } else { Err(SealedError::Changed) }
}

fn public(key: &SigningKey) -> PublicKey {
    PublicKey(key.verifying_key().to_bytes())
}

/// The cipher, and what tells that the passphrase is right. The passphrase is taken in NFKC: the same letters, typed on
/// another system or in full width, open the file.
fn derive(passphrase: &Secret, cost: Cost, salt: &[u8; 16]) -> Result<(Aes256Gcm, [u8; 32]), SealedError> {
    let too_high = || SealedError::CostTooHigh { memory_kib: cost.memory_kib.into(), passes: cost.passes.into() };
    let Cost { memory_kib, passes, lanes } = cost;
    let params = Params::new(memory_kib, passes, lanes, Some(64)).map_err(|_| too_high())?;
    let passphrase = Zeroizing::new(passphrase.0.nfkc().collect::<String>());
    let mut derived = Zeroizing::new([0; 64]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(passphrase.as_bytes(), salt, &mut *derived)
        .map_err(|_| too_high())?;
    let (key, check) = derived.split_at(32);
    let cipher = Aes256Gcm::new_from_slice(key).expect("32 bytes");
    Ok((cipher, std::array::from_fn(|i| check[i])))
}
