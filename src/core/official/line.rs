//! The lines of a document, from a text that was pasted or from a reader that knows where they stand.

use serde::{Deserialize, Serialize};

/// One line of a document. Cells of a table stand apart by tabs.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// What it says.
    pub text: String,
    /// Its page, from 1; 0 where pages are not known.
    pub page: u32,
    /// Where it begins, from the left edge of the page, in points; 0 where places are not known.
    pub x: f32,
    /// Where it stands, from the top of the page, in points; 0 where places are not known.
    pub y: f32,
    /// The size of its letters in points; 0 where sizes are not known.
    pub size: f32,
}

impl Line {
    /// The lines of a plain text, as pasted or as a `.txt` has it. Pages are known where form feeds part them.
    #[must_use]
    pub fn of_text(text: &str) -> Vec<Self> {
        let paged = text.contains('\u{c}');
        let mut lines = Vec::new();
        for (page, text) in text.split('\u{c}').enumerate() {
            let page = if paged { u32::try_from(page + 1).unwrap_or(u32::MAX) } else { 0 };
            for text in text.lines() {
                lines.push(Self { text: text.to_owned(), page, ..Self::default() });
            }
        }
        lines
    }
}

/// Why a PDF gives no lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PdfError {
    /// It is larger than what is read.
    TooLarge,
    /// It is no PDF, or broken.
    Broken,
    /// It asks for a password.
    Encrypted,
    /// It has more pages, lines, letters, or more in its streams, than what is read.
    TooMuch,
    /// It has no text: its pages are pictures.
    NoText,
    /// Most of its letters cannot be told, or hardly any is Japanese.
    Unreadable,
}
