//! What lies within a container: the file, its name, and who signed it.

use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::json;

use super::{SealedError, header::Table, keys::PublicKey};
use crate::core::document::parse_strict;

/// The longest name, in letters.
const MAX_NAME: usize = 200;
/// The longest first line.
const MAX_LINE: usize = 4000;

/// A signature, with the key that it says to be by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// The key.
    pub key: PublicKey,
    /// The signature over [`signed`], by Ed25519.
    pub signature: [u8; 64],
}

/// What is protected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    /// The file's name.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// The file.
    pub bytes: Vec<u8>,
    /// Who signed it, if somebody did.
    pub signature: Option<Signature>,
}

impl Content {
    /// A file without a signature. What a name must not have becomes `_`: what ends a line, parts of a path, and marks that
    /// turn the writing around, so that another ending is shown.
    #[must_use]
    pub fn new(name: &str, media_type: &str, bytes: Vec<u8>) -> Self {
        let name: String = name.chars().take(MAX_NAME).map(|c| if in_name(c) { c } else { '_' }).collect();
        let name = if name.is_empty() { "_".into() } else { name };
        Self {
            name,
            media_type: media_type.chars().filter(char::is_ascii_graphic).take(100).collect(),
            bytes,
            signature: None,
        }
    }

    /// As bytes: a line of JSON, then the file as it is.
    #[must_use]
    pub fn write(&self) -> Vec<u8> {
        let mut line = json!({ "name": self.name, "media_type": self.media_type });
        if let (Some(by), Some(table)) = (&self.signature, line.as_object_mut()) {
            table.insert("algorithm".into(), "ed25519".into());
            table.insert("key".into(), STANDARD.encode(by.key.0).into());
            table.insert("signature".into(), STANDARD.encode(by.signature).into());
        }
        [line.to_string().as_bytes(), b"\n", &self.bytes].concat()
    }

    /// Reads those bytes.
    ///
    /// # Errors
    /// If they are of another form.
    pub fn read(bytes: &[u8]) -> Result<Self, SealedError> {
        let end = bytes.iter().take(MAX_LINE).position(|b| *b == b'\n');
        let (line, rest) = end.and_then(|end| bytes.split_at_checked(end)).ok_or(SealedError::form("content"))?;
        let line = str::from_utf8(line).ok().and_then(|line| parse_strict(line).ok());
        let mut table = Table::new("content", line.unwrap_or_default())?;
        let (name, media_type) = (table.text("name")?, table.text("media_type")?);
        let content = Self::new(&name, &media_type, rest.get(1..).unwrap_or_default().to_vec());
        if content.name != name || content.media_type != media_type {
            return Err(table.wrong("name"));
        }
        let signature = if table.fields.is_empty() {
            None
        } else {
            table.exactly("algorithm", "ed25519")?;
            Some(Signature { key: PublicKey(table.bytes("key")?), signature: table.bytes("signature")? })
        };
        table.nothing_else()?;
        Ok(Self { signature, ..content })
    }
}

fn in_name(c: char) -> bool {
    !(c.is_control()
        || matches!(c, '/' | '\\' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
}

/// What is signed: the file with its name and type, under a first line that nothing else signed has. None of the first
/// three can hold the end of a line, so no two contents give the same.
#[must_use]
pub fn signed(content: &Content) -> Vec<u8> {
    let head = format!("tenken-sealed 1 signature\n{}\n{}\n", content.name, content.media_type);
    [head.as_bytes(), &content.bytes].concat()
}
