//! Reads the official text from a document: a PDF, or plain text as it was saved or pasted.

use std::borrow::Cow;

use encoding_rs::{Encoding, SHIFT_JIS, UTF_8};

use super::pdf;
use crate::core::{
    catalog::CATALOG,
    official::{self, Choice, Line, PdfError, Reading},
};

/// What was found in a document. Against the catalogue that ships, as a pack replaces the one before it.
///
/// # Errors
/// Says why a PDF gives no text.
pub(super) fn read(file: &[u8], progress: &dyn Fn(u8)) -> Result<Reading, PdfError> {
    let lines = if file.starts_with(b"%PDF-") { pdf::lines(file, progress)? } else { Line::of_text(&text(file)) };
    Ok(official::read(&CATALOG, &lines))
}

/// The pack of a reading and of what a person chose and corrected, as JSON.
pub(super) fn pack(reading: Result<Reading, PdfError>, name: &str, choices: &[Choice]) -> String {
    reading.expect("a reading").pack(name, "", choices).to_json()
}

/// A text in UTF-8 or UTF-16, or else in Shift_JIS, as older programs on Windows save it.
fn text(bytes: &[u8]) -> Cow<'_, str> {
    let encoding = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let guessed = if str::from_utf8(bytes).is_ok() { UTF_8 } else { SHIFT_JIS };
    encoding.unwrap_or(guessed).decode(bytes).0
}
