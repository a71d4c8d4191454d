//! The lines of a PDF in the order in which they are read: columns one after the other, tables row by row.
//!
//! Texts are taken from the content streams with their places; letters by `ToUnicode`, or by the predefined CMaps of
//! Adobe (`90ms-RKSJ-H`, `UniJIS-UTF16-H` and the like) and Adobe-Japan1. Left out are ruby, letters that are raised or
//! hidden, and vertical writing. Not read are images of text, letters for which the file says no Unicode, and files that
//! ask for a password. What is hostile runs into bounds and gives an error: nothing here panics.

mod bounds;
mod font;
mod glyphs;
mod layout;
mod matrix;
mod rows;
mod rules;

use hayro_syntax::{LoadPdfError, Pdf};

use crate::core::official::Line;
pub use crate::core::official::PdfError;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 32 * 1024 * 1024;
/// The most pages.
pub const MAX_PAGES: usize = 1_000;
/// The most lines.
pub const MAX_LINES: usize = 100_000;
/// Fewer Japanese letters than this are no guideline.
const FEWEST: usize = 20;

/// The lines of a PDF. `progress` gets percents.
///
/// # Errors
/// Says why there are none that could be used.
pub fn lines(bytes: &[u8], progress: &dyn Fn(u8)) -> Result<Vec<Line>, PdfError> {
    if bytes.len() > MAX_BYTES {
        return Err(PdfError::TooLarge);
    }
    bounds::check(bytes)?;
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(_) => PdfError::Encrypted,
        LoadPdfError::Invalid => PdfError::Broken,
    })?;
    let pages = pdf.pages();
    if pages.is_empty() {
        return Err(PdfError::Broken);
    }
    if pages.len() > MAX_PAGES {
        return Err(PdfError::TooMuch);
    }
    let mut reader = glyphs::Reader::default();
    let mut lines = Vec::new();
    for (i, page) in pages.iter().enumerate() {
        progress((i * 100 / pages.len()) as u8);
        let (glyphs, rules) = reader.page(page)?;
        layout::lines(glyphs, rules, u32::try_from(i + 1).unwrap_or(u32::MAX), &mut lines);
        if lines.len() > MAX_LINES {
            return Err(PdfError::TooMuch);
        }
    }
    usable(&lines, reader.unknown)?;
    Ok(lines)
}

/// Whether enough of the letters are known, and Japanese.
fn usable(lines: &[Line], unknown: usize) -> Result<(), PdfError> {
    let letters: Vec<char> = lines.iter().flat_map(|l| l.text.chars()).filter(|c| !c.is_whitespace()).collect();
    let japanese = letters.iter().filter(|c| ('\u{3040}'..='\u{9fff}').contains(*c)).count();
    match letters.len() {
        0 if unknown == 0 => Err(PdfError::NoText),
        all if unknown * 4 > all || japanese < FEWEST || japanese * 5 < all => Err(PdfError::Unreadable),
        _ => Ok(()),
    }
}
