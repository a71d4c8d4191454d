//! Texts as numbers of pieces: letters, and what often stands together, found by byte pair encoding when the program is
//! built. The frequent pieces have one byte, the others two. Gzip makes more of this than of UTF-8, where each Japanese
//! letter has three bytes: the texts of the catalogue are 23 kB less of the first load (gzip), without which it would not
//! keep to its 750. A language is read when it is first shown, in one or two milliseconds.

/// So many pieces, the first ones, have one byte.
pub const FREQUENT: usize = 240;
/// What stands between the pieces in their list.
pub const BETWEEN: char = '\u{1f}';

/// A text of its pieces and of the bytes that stand for them, as the build script writes it.
#[must_use]
pub fn read(pieces: &str, bytes: &[u8]) -> String {
    let pieces: Vec<&str> = pieces.split(BETWEEN).collect();
    let mut text = String::with_capacity(bytes.len() * 3);
    let mut bytes = bytes.iter();
    while let Some(byte) = bytes.next() {
        let mut at = usize::from(*byte);
        if at >= FREQUENT {
            at = FREQUENT + (at - FREQUENT) * 256 + usize::from(*bytes.next().unwrap_or(&0));
        }
        text.push_str(pieces.get(at).copied().unwrap_or_default());
    }
    text
}
