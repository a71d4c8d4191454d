//! What a person chose for this browser.

use serde::{Deserialize, Serialize};

/// The languages of the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Locale {
    /// Japanese.
    Ja,
    /// English.
    En,
}

impl Locale {
    /// The tag for `lang` attributes.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Ja => "ja",
            Self::En => "en",
        }
    }

    /// Whether it is English.
    #[must_use]
    pub const fn is_english(self) -> bool {
        matches!(self, Self::En)
    }
}

/// The colour scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the system is set.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The word for the `data-theme` attribute.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// Settings of this browser. They never travel in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The language; `None` follows the browser.
    pub locale: Option<Locale>,
    /// The colour scheme.
    pub theme: Theme,
    /// The name that is noted with each change; may be empty.
    pub person: String,
    /// Whether this project's own entries are shown among the results.
    pub show_original: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { locale: None, theme: Theme::default(), person: String::new(), show_original: true }
    }
}
