//! What a field can hold.

use crate::core::sorted::distinct;

/// The longest text of a field, in characters. The form's limit, and the file's.
pub const MAX_CHARS: usize = 20_000;
/// The most items of a list.
pub const MAX_ITEMS: usize = 200;
/// The most fields of one assessment.
pub const MAX_FIELDS: usize = 50_000;
/// The most values of one field between which people have to decide.
pub const MAX_HEADS: usize = 2_000;

/// A value that a person entered.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// A text, a date, a number as typed, or one choice by its id.
    Text(String),
    /// Several choices by their ids, sorted and without repeats. Empty is an answer too: none of them.
    List(Vec<String>),
}

impl Value {
    /// A text.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A set of choices, in any order.
    #[must_use]
    pub fn list(items: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self::List(distinct(items.into_iter().map(Into::into)))
    }

    /// The value, cut to what a file can hold. Forms do not let more in; this is for what comes another way.
    #[must_use]
    pub fn fitting(self) -> Self {
        match self {
            Self::Text(text) => Self::Text(fitting(text)),
            Self::List(items) => Self::List(items.into_iter().take(MAX_ITEMS).map(fitting).collect()),
        }
    }

    /// The text, if it is one.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(t) => Some(t),
            Self::List(_) => None,
        }
    }

    /// The choices, if they are several.
    #[must_use]
    pub fn as_list(&self) -> Option<&[String]> {
        match self {
            Self::List(l) => Some(l),
            Self::Text(_) => None,
        }
    }
}

/// A text, cut to what a file can hold.
pub(super) fn fitting(mut text: String) -> String {
    if let Some((end, _)) = text.char_indices().nth(MAX_CHARS) {
        text.truncate(end);
    }
    text
}
