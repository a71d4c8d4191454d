//! The table of texts that entries refer to by place.
//!
//! The texts that ship are one string for each language, cut by a table of ends, since that compresses best and costs
//! nothing at start. Texts of catalogues that are read while the program runs come after them. Compiled into the build
//! script as well, where nothing ships yet.

use std::sync::RwLock;

use super::shipped::{EN, ENDS, JA};

/// The texts added while the program runs.
static ADDED: RwLock<Vec<(&'static str, &'static str)>> = RwLock::new(Vec::new());

/// The Japanese and the English of a place; empty where there is none.
#[must_use]
pub fn get(at: u16) -> (&'static str, &'static str) {
    let at = usize::from(at);
    match ENDS.get(at) {
        Some(end) => {
            let start = at.checked_sub(1).and_then(|before| ENDS.get(before)).unwrap_or(&(0, 0));
            let cut = |text: &'static str, from: u32, to: u32| text.get(from as usize..to as usize).unwrap_or_default();
            (cut(JA, start.0, end.0), cut(EN, start.1, end.1))
        }
        None => read().get(at - ENDS.len()).copied().unwrap_or_default(),
    }
}

/// How many texts ship: their places come first.
#[must_use]
pub fn shipped_count() -> u16 {
    u16::try_from(ENDS.len()).unwrap_or(u16::MAX)
}

/// Adds a text, once, and gives its place.
///
/// # Panics
/// If there are more texts than places; a catalogue has thousands, and there are sixty thousand.
#[must_use]
pub fn add(ja: &'static str, en: &'static str) -> u16 {
    let mut added = ADDED.write().unwrap_or_else(std::sync::PoisonError::into_inner);
    let known = added.iter().position(|t| *t == (ja, en));
    let index = known.unwrap_or_else(|| {
        added.push((ja, en));
        added.len() - 1
    });
    u16::try_from(ENDS.len() + index).expect("a catalogue has fewer texts than there are places")
}

/// The texts added so far, in order.
#[must_use]
pub fn added() -> Vec<(&'static str, &'static str)> {
    read().clone()
}

fn read() -> std::sync::RwLockReadGuard<'static, Vec<(&'static str, &'static str)>> {
    ADDED.read().unwrap_or_else(std::sync::PoisonError::into_inner)
}
