//! What a file is, told by what it calls itself, never by what stands in the texts within it.

use std::fmt;

use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::Value as Json;

use crate::core::{
    document::{BACKUP_FORMAT, MAX_BYTES},
    pack,
};

/// The kinds of files that are opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// An assessment, or something that is best told to be none.
    Assessment,
    /// A catalogue pack.
    Pack,
    /// A backup of everything, or what the failure notice wrote.
    Backup,
}

impl FileKind {
    /// The kind of a file, by its name and its content.
    #[must_use]
    pub fn of(name: &str, content: &[u8]) -> Self {
        if name.rsplit_once('.').is_some_and(|(_, end)| end.eq_ignore_ascii_case("csv")) {
            return Self::Pack;
        }
        let content = content.strip_prefix("\u{feff}".as_bytes()).unwrap_or(content);
        match serde_json::Deserializer::from_slice(content).deserialize_map(Outline) {
            Ok((Some(format), _)) if format == pack::FORMAT => Self::Pack,
            Ok((Some(format), _)) if format == BACKUP_FORMAT => Self::Backup,
            Ok((None, true)) => Self::Backup,
            Ok(_) => Self::Assessment,
            // What is broken is told as what it was meant to be. No assessment that was written here gets to this place.
            Err(_) if has(content, pack::FORMAT) => Self::Pack,
            Err(_) if has(content, BACKUP_FORMAT) => Self::Backup,
            Err(_) => Self::Assessment,
        }
    }
}

fn has(content: &[u8], format: &str) -> bool {
    // Something far too large is told to be that.
    let content = content.get(..MAX_BYTES as usize).unwrap_or(content);
    let name = format!("\"{format}\"");
    content.windows(name.len()).any(|w| w == name.as_bytes())
}

/// Reads of a table its `format`, and whether all its keys are those of this program's storage.
struct Outline;

impl<'de> Visitor<'de> for Outline {
    type Value = (Option<String>, bool);

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a table")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut table: A) -> Result<Self::Value, A::Error> {
        let (mut format, mut keys, mut ours) = (None, 0, true);
        while let Some(key) = table.next_key::<String>()? {
            keys += 1;
            ours &= key.starts_with("tenken/");
            if key == "format" {
                format = table.next_value::<Json>()?.as_str().map(str::to_owned);
            } else {
                table.next_value::<IgnoredAny>()?;
            }
        }
        Ok((format, keys > 0 && ours))
    }
}
