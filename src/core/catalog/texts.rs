//! The table of texts that entries refer to by place.
//!
//! The texts that ship are packed, a language at a time: they are most of what is loaded, and PPMd makes of them two
//! thirds of what gzip does. A language is unpacked when its first text is asked for. Texts of catalogues that are
//! read while the program runs come after them. Compiled into the build script as well, where nothing ships yet.

use std::{
    io::{self, Read, Write},
    sync::{OnceLock, PoisonError, RwLock, RwLockReadGuard},
};

use ppmd_rust::{Ppmd7Decoder, Ppmd7Encoder};

use super::{
    shipped::{EN, JA, TEXTS},
    sorted::Map,
};

/// How many characters the packing looks back, and the memory it may use: found by trying; more gains nothing.
const ORDER: u32 = 8;
const MEMORY: u32 = 4 << 20;
/// What stands between two texts.
const END: char = '\0';

/// The texts added while the program runs, in order and by what they say.
static ADDED: RwLock<Added> = RwLock::new(Added { texts: Vec::new(), places: Map::new() });

struct Added {
    texts: Vec<(&'static str, &'static str)>,
    /// By both languages, so that the map is of a kind that the program has anyway.
    places: Map<String, u32>,
}

/// The Japanese of a place; empty where there is none.
#[must_use]
pub fn ja(at: u32) -> &'static str {
    static TABLE: OnceLock<Vec<&'static str>> = OnceLock::new();
    match TABLE.get_or_init(|| unpack(JA)).get(at as usize) {
        Some(text) => text,
        None => added_at(at).0,
    }
}

/// The English of a place; empty where there is none.
#[must_use]
pub fn en(at: u32) -> &'static str {
    static TABLE: OnceLock<Vec<&'static str>> = OnceLock::new();
    match TABLE.get_or_init(|| unpack(EN)).get(at as usize) {
        Some(text) => text,
        None => added_at(at).1,
    }
}

fn added_at(at: u32) -> (&'static str, &'static str) {
    let index = (at as usize).checked_sub(TEXTS);
    index.and_then(|index| read().texts.get(index).copied()).unwrap_or_default()
}

/// How many texts ship: their places come first.
#[must_use]
pub fn shipped_count() -> u32 {
    TEXTS as u32
}

/// Adds a text and gives its place. A text that was added before keeps its place, so that reading the same catalogue
/// again takes no more memory.
#[must_use]
pub fn add(ja: &str, en: &str) -> u32 {
    let mut added = ADDED.write().unwrap_or_else(PoisonError::into_inner);
    let key = [ja, "\0", en].concat();
    if let Some(at) = added.places.get(&key) {
        return *at;
    }
    let text: (&'static str, &'static str) = (ja.to_owned().leak(), en.to_owned().leak());
    let at = (TEXTS + added.texts.len()) as u32;
    added.texts.push(text);
    added.places.insert(key, at);
    at
}

/// The texts added so far, in order.
#[must_use]
pub fn added() -> Vec<(&'static str, &'static str)> {
    read().texts.clone()
}

fn read() -> RwLockReadGuard<'static, Added> {
    ADDED.read().unwrap_or_else(PoisonError::into_inner)
}

/// Packs the texts of one language.
///
/// # Errors
/// None in memory.
pub fn pack<'a>(texts: impl Iterator<Item = &'a str>) -> io::Result<Vec<u8>> {
    let whole = texts.collect::<Vec<_>>().join(&END.to_string());
    let mut encoder = Ppmd7Encoder::new(Vec::new(), ORDER, MEMORY).map_err(io::Error::other)?;
    encoder.write_all(whole.as_bytes())?;
    encoder.finish(true)
}

/// What `pack` packed. Empty where that is damaged, which no build is.
#[must_use]
pub fn unpack(packed: &'static [u8]) -> Vec<&'static str> {
    let mut whole = Vec::new();
    let Ok(mut decoder) = Ppmd7Decoder::new(packed, ORDER, MEMORY) else { return Vec::new() };
    if decoder.read_to_end(&mut whole).is_err() {
        return Vec::new();
    }
    let whole: &'static str = String::from_utf8(whole).unwrap_or_default().leak();
    whole.split(END).collect()
}
