//! Texts in the encodings that programs in Japan save.

use std::borrow::Cow;

use encoding_rs::{Encoding, SHIFT_JIS, UTF_8};

/// A text in UTF-8 or UTF-16, or else in Shift_JIS, as older programs on Windows save it; and whether something in it is
/// none of these.
pub(super) fn decoded(bytes: &[u8]) -> (Cow<'_, str>, bool) {
    let encoding = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let guessed = if str::from_utf8(bytes).is_ok() { UTF_8 } else { SHIFT_JIS };
    let (text, _, damaged) = encoding.unwrap_or(guessed).decode(bytes);
    (text, damaged)
}
