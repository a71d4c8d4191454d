//! The table of texts that entries refer to by place.
//!
//! Those of the shipped catalogue come first; texts of catalogues that are read while the program runs come after them.
//! Compiled into the build script as well, where nothing ships yet.

use std::{
    collections::BTreeMap,
    sync::{LazyLock, PoisonError, RwLock, RwLockReadGuard},
};

use super::{
    pieces,
    shipped_texts::{EN, JA},
};

/// The texts that ship, in order, in Japanese.
static SHIPPED: LazyLock<Vec<&str>> = LazyLock::new(|| lines(JA));
/// The same in English.
static SHIPPED_EN: LazyLock<Vec<&str>> = LazyLock::new(|| lines(EN));
/// The texts added while the program runs, in order and by what they say.
static ADDED: RwLock<Added> = RwLock::new(Added { texts: Vec::new(), places: BTreeMap::new() });

struct Added {
    texts: Vec<(&'static str, &'static str)>,
    places: BTreeMap<(&'static str, &'static str), u32>,
}

/// The Japanese of a place; empty where there is none.
#[must_use]
pub fn ja(at: u32) -> &'static str {
    text(at, &SHIPPED, |added| added.0)
}

/// The English of a place; empty where there is none.
#[must_use]
pub fn en(at: u32) -> &'static str {
    text(at, &SHIPPED_EN, |added| added.1)
}

type Pair = (&'static str, &'static str);

fn text(at: u32, shipped: &[&'static str], of: fn(&Pair) -> &'static str) -> &'static str {
    let at = at as usize;
    let found = match at.checked_sub(shipped.len()) {
        Some(later) => read().texts.get(later).map(of),
        None => shipped.get(at).copied(),
    };
    found.unwrap_or_default()
}

fn lines((list, bytes): (&str, &[u8])) -> Vec<&'static str> {
    let text: &str = pieces::read(list, bytes).leak();
    text.lines().collect()
}

/// How many texts ship: their places come first.
#[must_use]
pub fn shipped_count() -> u32 {
    SHIPPED.len() as u32
}

/// Adds a text and gives its place. A text that was added before keeps its place, so that reading the same catalogue
/// again takes no more memory.
#[must_use]
pub fn add(ja: &str, en: &str) -> u32 {
    let mut added = ADDED.write().unwrap_or_else(PoisonError::into_inner);
    if let Some(at) = added.places.get(&(ja, en)) {
        return *at;
    }
    let text: (&'static str, &'static str) = (ja.to_owned().leak(), en.to_owned().leak());
    let at = (SHIPPED.len() + added.texts.len()) as u32;
    added.texts.push(text);
    added.places.insert(text, at);
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
