//! Reads the official text from a document: a PDF, or plain text as it was saved or pasted.

use super::{pdf, text};
use crate::core::{
    catalog::CATALOG,
    official::{self, Choice, Line, PdfError, Reading},
};

/// What was found in a document. Against the catalogue that ships, as a pack replaces the one before it.
///
/// # Errors
/// Says why a PDF gives no text.
pub(super) fn read(file: &[u8], progress: &dyn Fn(u8)) -> Result<Reading, PdfError> {
    let lines =
        if file.starts_with(b"%PDF-") { pdf::lines(file, progress)? } else { Line::of_text(&text::decoded(file).0) };
    Ok(official::read(&CATALOG, &lines))
}

/// The pack of a reading and of what a person chose and corrected, as JSON.
pub(super) fn pack(reading: Result<Reading, PdfError>, name: &str, choices: &[Choice]) -> String {
    reading.expect("a reading").pack(name, "", choices).to_json()
}
