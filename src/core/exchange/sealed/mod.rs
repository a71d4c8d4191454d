//! The form of a protected file: with a passphrase, signed, or both. `docs/sealed-files.en.md` describes it
//! for whoever has to open one with other programs.
//!
//! ```text
//! {"format":"tenken-sealed","version":1,"encryption":{"cipher":"aes-256-gcm",…}}
//! Base64, in lines
//! {"sha256":"…"}
//! ```
//!
//! It is text, so that it survives mail; how its lines end does not matter. Its digest tells damage from a wrong
//! passphrase. It protects from chance alone; what protects from people is GCM's tag and the signature.
//!
//! **First signed, then encrypted.** The signature lies within what is encrypted, beside the file's name. So whoever has no
//! passphrase learns neither what it is nor who signed it, and can neither take the signature off nor put another in its
//! place. Whoever has the passphrase can: as with every signature, one that is gone leaves a file that says nothing about
//! who made it. A reader therefore is told when there is none. Without a passphrase anybody can take a signature off.
//!
//! This has the form alone; `worker/sealed.rs` has the ciphers.

mod answers;
mod content;
mod error;
mod header;
pub mod keys;
pub mod strength;
pub mod words;

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

use crate::core::document::parse_strict;
pub use answers::Reply;
pub use content::{Content, Signature, signed};
pub use error::SealedError;
pub use header::{Cost, Lock, header};

/// What the container calls itself.
pub const FORMAT: &str = "tenken-sealed";
/// What the names of such files end with.
pub const ENDING: &str = ".tenken-sealed";
/// The version that is written.
pub const VERSION: u64 = 1;
/// The largest file that can be protected, in bytes.
pub const MAX_CONTENT: usize = 64 * 1024 * 1024;
/// The largest container that is read: with its Base64, and lines that somebody wrapped anew.
pub const MAX_BYTES: usize = MAX_CONTENT / 2 * 3;
/// The longest header.
const MAX_HEADER: usize = 2000;
/// What every container begins with, of all versions.
const START: &str = r#"{"format":"tenken-sealed","version":"#;
/// So many letters of Base64 stand on a line, as in mail.
const LINE: usize = 76;

/// Whether a file says that it is a container.
#[must_use]
pub fn is_sealed(bytes: &[u8]) -> bool {
    bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes).starts_with(START.as_bytes())
}

/// Whether a container asks for a passphrase, as far as its first line says.
#[must_use]
pub fn asks_for_passphrase(bytes: &[u8]) -> bool {
    let first = bytes.split(|b| *b == b'\n').next().unwrap_or_default();
    first.windows(12).any(|w| w == b"\"encryption\"")
}

/// A container, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Container {
    /// Its first line, as it stands. The encryption vouches for it.
    pub header: String,
    /// How it is encrypted, if it is.
    pub lock: Option<Lock>,
    /// The content, encrypted with the tag at its end, or else as it is.
    pub body: Vec<u8>,
}

/// Writes a container.
#[must_use]
pub fn write(header: &str, body: &[u8]) -> String {
    let base64 = STANDARD.encode(body);
    let mut text = String::with_capacity(header.len() + base64.len() / LINE * (LINE + 1) + 200);
    text.push_str(header);
    text.push('\n');
    for line in base64.as_bytes().chunks(LINE) {
        text.extend(line.iter().map(|b| char::from(*b)));
        text.push('\n');
    }
    text.push_str(&last_line(header, body));
    text.push('\n');
    text
}

/// Reads a container. That its digest fits is looked at first, so that what is changed is told to be that.
///
/// # Errors
/// Says why it is none, or none that is opened here.
pub fn read(bytes: &[u8]) -> Result<Container, SealedError> {
    if bytes.len() > MAX_BYTES {
        return Err(SealedError::TooLarge);
    }
    if !is_sealed(bytes) {
        return Err(SealedError::NotOurs);
    }
    let text = str::from_utf8(bytes).map_err(|_| SealedError::Changed)?;
    let mut lines = text.trim_start_matches('\u{feff}').lines().map(str::trim_end).filter(|line| !line.is_empty());
    let header = lines.next().ok_or(SealedError::NotOurs)?;
    let last = lines.next_back().filter(|line| line.starts_with('{')).ok_or(SealedError::Truncated)?;
    if header.len() > MAX_HEADER {
        return Err(SealedError::form("header"));
    }
    let mut base64 = String::with_capacity(text.len());
    lines.for_each(|line| base64.push_str(line));
    let body = STANDARD.decode(base64).map_err(|_| SealedError::Changed)?;
    if last != last_line(header, &body) {
        // One that was cut off in its last line has no end of it.
        return Err(if last.ends_with('}') { SealedError::Changed } else { SealedError::Truncated });
    }
    let lock = header::read(parse_strict(header).map_err(|_| SealedError::form("header"))?)?;
    Ok(Container { header: header.to_owned(), lock, body })
}

/// The last line: SHA-256 of the first line with its end, as `\n`, and of the body's bytes.
fn last_line(header: &str, body: &[u8]) -> String {
    let hash = Sha256::new().chain_update(header).chain_update("\n").chain_update(body).finalize();
    let hash: String = hash.iter().map(|b| format!("{b:02x}")).collect();
    format!(r#"{{"sha256":"{hash}"}}"#)
}
