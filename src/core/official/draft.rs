//! Texts while they are put together from lines.

use super::{
    found::{Doubt, FoundField, Lines},
    text::{ends, join, tidy},
};

/// A text of several lines.
#[derive(Debug, Clone, Default)]
pub(super) struct Draft {
    pub text: String,
    pub lines: Lines,
    pub doubt: Option<Doubt>,
}

impl Draft {
    /// Begins with what stands in a line.
    pub fn new(text: &str, at: usize) -> Self {
        Self { text: tidy(text), lines: Lines::at(at), doubt: None }
    }

    /// Goes on with the next line.
    pub fn add(&mut self, text: &str, at: usize) {
        if self.text.is_empty() {
            self.lines = Lines::at(at);
        }
        join(&mut self.text, text);
        self.lines.reach(at);
    }

    /// The first doubt stays.
    pub fn doubt(&mut self, doubt: Doubt) {
        self.doubt.get_or_insert(doubt);
    }

    /// Doubts a text that does not end as a sentence, or as one of these words, and one that is too long.
    pub fn check(&mut self, endings: &[&str], longest: usize) {
        if !ends(&self.text) && !endings.iter().any(|ending| self.text.ends_with(ending)) {
            self.doubt(Doubt::Unfinished);
        } else if self.text.chars().count() > longest {
            self.doubt(Doubt::TooLong);
        }
    }

    /// The field of it, as packs name it.
    pub fn field(self, field: &str) -> FoundField {
        FoundField {
            field: field.to_owned(),
            value: self.text.clone(),
            text: self.text,
            doubt: self.doubt,
            lines: self.lines,
        }
    }
}
