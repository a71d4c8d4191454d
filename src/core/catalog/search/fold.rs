//! Writing alike what people type differently: width, case, small kana, kinds of dash, Roman numerals.
//!
//! A table of our own, for what Japanese business text needs; the tables of Unicode normalisation would weigh more than
//! the rest of the search. Folded are: full-width ASCII and half-width katakana with their sound marks, sound marks that
//! stand by themselves, `ヴ` with what follows it (`ヴァ` as `バ`), capitals of ASCII, small kana, `ヵ` and `ヶ`, dashes, middle dots, quotation marks, blanks, the
//! ideographic comma and full stop, Roman numerals to twelve, numbers in circles to twenty. Invisible characters go.
//! Not folded are: letters with accents, capitals beyond ASCII, variants of kanji (`髙`), squared words (`㍉`).
//!
//! Hiragana and katakana stay apart here, since their runs tell where words begin; [`alike`] takes them as one.

use std::ops::Range;

/// `ー`, which spellings add or leave out.
pub(super) const LONG: u16 = 0x30FC;
/// `ブ`, as which `ヴ` is folded.
const V: u16 = 0x30D6;
/// Every dash.
pub(super) const DASH: u16 = b'-' as u16;
/// Every middle dot.
pub(super) const DOT: u16 = 0x30FB;

/// A text as it is compared, with the way back.
#[derive(Debug, Default)]
pub(super) struct Folded {
    /// UTF-16 of the folded text.
    pub(super) units: Vec<u16>,
    /// The byte of the text at which the character begins that each unit comes from.
    starts: Vec<u32>,
}

/// What a unit belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    Hiragana,
    Katakana,
    Kanji,
    /// Letters and digits of ASCII.
    Word,
    Other,
}

/// The text as it is compared: two texts that differ only in what is folded give the same.
#[must_use]
pub fn folded(text: &str) -> String {
    String::from_utf16_lossy(&Folded::new(text).units)
}

/// What a unit belongs to.
pub(super) fn script(unit: u16) -> Script {
    match unit {
        0x30..=0x39 | 0x61..=0x7A => Script::Word,
        0x3041..=0x3096 | 0x309D | 0x309E => Script::Hiragana,
        0x30A1..=0x30FA | LONG..=0x30FE => Script::Katakana,
        0x3005..=0x3007 | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF => Script::Kanji,
        _ => Script::Other,
    }
}

/// A unit with hiragana written as katakana.
pub(super) fn alike(unit: u16) -> u16 {
    if matches!(unit, 0x3041..=0x3096 | 0x309D | 0x309E) { unit + 0x60 } else { unit }
}

/// The low bytes of U+30xx for the half-width forms from U+FF61 on.
const HALF_WIDTH: [u8; 61] = [
    0x02, 0x0C, 0x0D, 0x01, 0xFB, 0xF2, 0xA1, 0xA3, 0xA5, 0xA7, 0xA9, 0xE3, 0xE5, 0xE7, 0xC3, 0xFC, 0xA2, 0xA4, 0xA6,
    0xA8, 0xAA, 0xAB, 0xAD, 0xAF, 0xB1, 0xB3, 0xB5, 0xB7, 0xB9, 0xBB, 0xBD, 0xBF, 0xC1, 0xC4, 0xC6, 0xC8, 0xCA, 0xCB,
    0xCC, 0xCD, 0xCE, 0xCF, 0xD2, 0xD5, 0xD8, 0xDB, 0xDE, 0xDF, 0xE0, 0xE1, 0xE2, 0xE4, 0xE6, 0xE8, 0xE9, 0xEA, 0xEB,
    0xEC, 0xED, 0xEF, 0xF3,
];

const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

impl Folded {
    pub(super) fn new(text: &str) -> Self {
        let mut folded = Self::default();
        folded.set(text);
        folded
    }

    /// Folds another text in the same memory.
    pub(super) fn set(&mut self, text: &str) {
        self.units.clear();
        self.starts.clear();
        for (at, ch) in text.char_indices() {
            // The catalogue's texts are far shorter than this; what somebody types is cut before.
            let at = u32::try_from(at).unwrap_or(u32::MAX);
            match u32::from(ch) {
                // Soft hyphen, zero-width characters, variation selectors.
                0xAD | 0x200B..=0x200D | 0x2060 | 0xFE00..=0xFE0F | 0xFEFF | 0xE0100..=0xE01EF => {}
                0x3099 | 0x309B | 0xFF9E => self.voice(1),
                0x309A | 0x309C | 0xFF9F => self.voice(2),
                code @ (0x2160..=0x216B | 0x2170..=0x217B) => {
                    for byte in ROMAN[(code % 16) as usize].bytes() {
                        self.push(u16::from(byte), at);
                    }
                }
                code @ 0x2460..=0x2473 => {
                    let number = (code - 0x245F) as u16;
                    if number > 9 {
                        self.push(u16::from(b'0') + number / 10, at);
                    }
                    self.push(u16::from(b'0') + number % 10, at);
                }
                _ if ch.is_whitespace() => self.push(u16::from(b' '), at),
                _ => {
                    for unit in ch.encode_utf16(&mut [0; 2]) {
                        let unit = wide(*unit);
                        if !self.joins_v(unit) {
                            self.push(one(unit), at);
                        }
                    }
                }
            }
        }
    }

    fn push(&mut self, unit: u16, at: u32) {
        self.units.push(unit);
        self.starts.push(at);
    }

    /// Takes a sound mark (1 voiced, 2 half-voiced) into the kana before it; elsewhere the mark goes.
    fn voice(&mut self, mark: u16) {
        let Some(last) = self.units.last_mut() else { return };
        let kana = alike(*last);
        *last += match (mark, kana) {
            (1, 0x30A6) => 0x30, // ヴ, which is folded as ブ
            (1, 0x30AB..=0x30C1) if kana % 2 == 1 => 1,
            (1, 0x30C4 | 0x30C6 | 0x30C8) => 1,
            (_, 0x30CF | 0x30D2 | 0x30D5 | 0x30D8 | 0x30DB) => mark,
            _ => 0,
        };
    }

    /// Takes a small kana into the `ヴ` before it, which stands as `ブ`: `ヴァ` as `バ`, `ヴュ` as `ビユ`.
    fn joins_v(&mut self, unit: u16) -> bool {
        let Some(last) = self.units.last_mut().filter(|last| alike(**last) == V) else { return false };
        let first = match alike(unit) {
            0x30A1 => 0x30D0,
            0x30A3 | 0x30E5 => 0x30D3,
            0x30A7 => 0x30D9,
            0x30A9 => 0x30DC,
            _ => return false,
        };
        // Hiragana stays hiragana.
        *last = *last + first - V;
        alike(unit) != 0x30E5
    }

    /// The bytes of the text that the units of a range come from, whole characters; `text` is the one folded here.
    pub(super) fn bytes(&self, text: &str, units: Range<usize>) -> Range<usize> {
        let start = |unit: usize| self.starts.get(unit).map_or(text.len(), |at| *at as usize);
        let last = start(units.end.saturating_sub(1));
        // A character may have become several units.
        let end = (units.end..self.starts.len()).map(start).find(|at| *at > last).unwrap_or(text.len());
        start(units.start)..end
    }
}

/// A unit without its width.
fn wide(unit: u16) -> u16 {
    match unit {
        0xFF01..=0xFF5E => unit - 0xFEE0,
        0xFF61..=0xFF9D => 0x3000 + u16::from(HALF_WIDTH[usize::from(unit - 0xFF61)]),
        _ => unit,
    }
}

/// A unit without its case and size.
fn one(unit: u16) -> u16 {
    match unit {
        0x3094 | 0x30F4 => unit - 0x1E,
        0x41..=0x5A => unit + 0x20,
        0x2010..=0x2015 | 0x2212 | 0x2500 | 0xFE63 => DASH,
        0xB7 | 0x2022 | 0x2219 | 0x22C5 => DOT,
        0x2018 | 0x2019 => u16::from(b'\''),
        0x201C | 0x201D => u16::from(b'"'),
        0x301C => u16::from(b'~'),
        0x3001 => u16::from(b','),
        0x3002 => u16::from(b'.'),
        // Small kana.
        0x3041 | 0x3043 | 0x3045 | 0x3047 | 0x3049 | 0x3063 | 0x3083 | 0x3085 | 0x3087 | 0x308E => unit + 1,
        0x30A1 | 0x30A3 | 0x30A5 | 0x30A7 | 0x30A9 | 0x30C3 | 0x30E3 | 0x30E5 | 0x30E7 | 0x30EE => unit + 1,
        0x3095 | 0x3096 => 0x304B,
        0x30F5 | 0x30F6 => 0x30AB,
        _ => unit,
    }
}
