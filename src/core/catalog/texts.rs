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

use super::shipped::{EN, JA, TEXTS};

/// How many characters the packing looks back, and the memory it may use: found by trying; more gains nothing.
const ORDER: u32 = 8;
const MEMORY: u32 = 4 << 20;
/// What stands between two texts.
const END: char = '\0';

/// The texts added while the program runs.
static ADDED: RwLock<Vec<(&'static str, &'static str)>> = RwLock::new(Vec::new());

/// The Japanese of a place; empty where there is none.
#[must_use]
pub fn ja(at: u16) -> &'static str {
    static TABLE: OnceLock<Vec<&'static str>> = OnceLock::new();
    match TABLE.get_or_init(|| unpack(JA)).get(usize::from(at)) {
        Some(text) => text,
        None => added_at(at).0,
    }
}

/// The English of a place; empty where there is none.
#[must_use]
pub fn en(at: u16) -> &'static str {
    static TABLE: OnceLock<Vec<&'static str>> = OnceLock::new();
    match TABLE.get_or_init(|| unpack(EN)).get(usize::from(at)) {
        Some(text) => text,
        None => added_at(at).1,
    }
}

fn added_at(at: u16) -> (&'static str, &'static str) {
    let index = usize::from(at).checked_sub(TEXTS);
    index.and_then(|index| read().get(index).copied()).unwrap_or_default()
}

/// How many texts ship: their places come first.
#[must_use]
pub fn shipped_count() -> u16 {
    u16::try_from(TEXTS).unwrap_or(u16::MAX)
}

/// Adds a text, once, and gives its place.
///
/// # Panics
/// If there are more texts than places; a catalogue has thousands, and there are sixty thousand.
#[must_use]
pub fn add(ja: &'static str, en: &'static str) -> u16 {
    let mut added = ADDED.write().unwrap_or_else(PoisonError::into_inner);
    let known = added.iter().position(|t| *t == (ja, en));
    let index = known.unwrap_or_else(|| {
        added.push((ja, en));
        added.len() - 1
    });
    u16::try_from(TEXTS + index).expect("a catalogue has fewer texts than there are places")
}

/// The texts added so far, in order.
#[must_use]
pub fn added() -> Vec<(&'static str, &'static str)> {
    read().clone()
}

fn read() -> RwLockReadGuard<'static, Vec<(&'static str, &'static str)>> {
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
