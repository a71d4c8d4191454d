//! A key's fingerprint in words that can be read over the phone, the same sounds in kana and in Latin letters: somebody who
//! reads Japanese and somebody who does not can compare them.
//!
//! Six words of three syllables, of 32 syllables: 90 bits of SHA-256. The syllables are chosen for the ear. None has the
//! vowel i, so that nobody mixes up shi with hi, or e with i; of b, d, g and p there is one.

use sha2::{Digest, Sha256};

use super::keys::PublicKey;

const SYLLABLES: [(&str, &str); 32] = [
    ("か", "ka"),
    ("け", "ke"),
    ("こ", "ko"),
    ("く", "ku"),
    ("さ", "sa"),
    ("せ", "se"),
    ("そ", "so"),
    ("す", "su"),
    ("た", "ta"),
    ("て", "te"),
    ("と", "to"),
    ("つ", "tsu"),
    ("な", "na"),
    ("ね", "ne"),
    ("の", "no"),
    ("ぬ", "nu"),
    ("は", "ha"),
    ("へ", "he"),
    ("ほ", "ho"),
    ("ふ", "fu"),
    ("ま", "ma"),
    ("め", "me"),
    ("も", "mo"),
    ("む", "mu"),
    ("ら", "ra"),
    ("れ", "re"),
    ("ろ", "ro"),
    ("る", "ru"),
    ("ば", "ba"),
    ("べ", "be"),
    ("ぼ", "bo"),
    ("ぶ", "bu"),
];

/// How many words there are.
pub const WORDS: usize = 6;
const SYLLABLES_IN_WORD: usize = 3;

/// The fingerprint in kana, words with a space between them.
#[must_use]
pub fn kana(key: PublicKey) -> String {
    words(&bits(key), |(kana, _)| kana)
}

/// The same in Latin letters.
#[must_use]
pub fn romaji(key: PublicKey) -> String {
    words(&bits(key), |(_, romaji)| romaji)
}

/// The first 90 bits of the key's SHA-256, five a syllable.
#[must_use]
pub fn bits(key: PublicKey) -> [u8; WORDS * SYLLABLES_IN_WORD] {
    let hash = Sha256::digest(key.0);
    let bit = |at: usize| hash.get(at / 8).map_or(0, |byte| byte >> (7 - at % 8) & 1);
    std::array::from_fn(|syllable| (0..5).fold(0, |number, at| number << 1 | bit(syllable * 5 + at)))
}

fn words(bits: &[u8], written: fn((&'static str, &'static str)) -> &'static str) -> String {
    let syllable = |five: &u8| SYLLABLES.get(usize::from(*five)).copied().map_or("", written);
    let word = |fives: &[u8]| fives.iter().map(syllable).collect::<String>();
    bits.chunks(SYLLABLES_IN_WORD).map(word).collect::<Vec<_>>().join(" ")
}

/// The bits of words in kana or in Latin letters, as somebody may have typed them; spaces do not matter.
#[must_use]
pub fn read(words: &str) -> Option<[u8; WORDS * SYLLABLES_IN_WORD]> {
    let words: String = words.to_lowercase().split_whitespace().collect();
    let mut rest = words.as_str();
    let mut bits = Vec::new();
    while !rest.is_empty() {
        // No syllable begins another one.
        let found = SYLLABLES.iter().enumerate().find_map(|(at, (kana, romaji))| {
            rest.strip_prefix(kana).or_else(|| rest.strip_prefix(romaji)).map(|rest| (at, rest))
        });
        let (at, after) = found?;
        bits.push(at as u8);
        rest = after;
    }
    bits.try_into().ok()
}
