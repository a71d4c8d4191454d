//! What a person chose for this browser.

use leptos::prelude::*;
use serde_json::{Map, Value as Json};

pub use crate::core::language::Language as Locale;

use super::{AppState, NoticeKind, ports::StorageError};
use crate::core::document::parse_strict;

/// The colour scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
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
#[derive(Debug, Clone, PartialEq, Eq)]
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

impl Settings {
    /// Reads each setting independently: one that is unknown here, from a newer program, does not affect the others.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let table = table(text).unwrap_or_default();
        let default = Self::default();
        let word = |key| table.get(key).and_then(Json::as_str);
        let locale = word("locale").and_then(|tag| Locale::ALL.into_iter().find(|locale| locale.tag() == tag));
        let theme = word("theme").and_then(|word| Theme::ALL.into_iter().find(|theme| theme.word() == word));
        Self {
            locale: locale.or(default.locale),
            theme: theme.unwrap_or(default.theme),
            person: word("person").map_or(default.person, str::to_owned),
            show_original: table.get("show_original").and_then(Json::as_bool).unwrap_or(default.show_original),
        }
    }

    /// The settings as text. What `before` has in addition is preserved: settings of a newer program, and unknown
    /// values until the person chooses another.
    #[must_use]
    pub fn write(&self, before: &str) -> String {
        let mut table = table(before).unwrap_or_default();
        let stood = Self::read(before);
        let mut set = |key: &str, value: Json, changed: bool| {
            if changed || !table.contains_key(key) {
                table.insert(key.to_owned(), value);
            }
        };
        set("locale", self.locale.map(Locale::tag).into(), self.locale != stood.locale);
        set("theme", self.theme.word().into(), self.theme != stood.theme);
        set("person", self.person.as_str().into(), self.person != stood.person);
        set("show_original", self.show_original.into(), self.show_original != stood.show_original);
        Json::Object(table).to_string()
    }

    /// Whether a text is not empty and has no settings at all.
    #[must_use]
    pub fn is_broken(text: &str) -> bool {
        !text.is_empty() && table(text).is_none()
    }
}

fn table(text: &str) -> Option<Map<String, Json>> {
    match parse_strict(text) {
        Ok(Json::Object(table)) => Some(table),
        _ => None,
    }
}

impl AppState {
    /// Changes the settings.
    pub fn set_settings(&self, change: impl FnOnce(&mut Settings)) {
        self.settings.update(change);
        // Where nothing can be stored they still apply for this visit, and every page says so already.
        match self.repository().save_settings(&self.settings.get_untracked()) {
            Ok(()) | Err(StorageError::Forbidden) => {}
            Err(_) => self.notify(NoticeKind::SettingsNotKept),
        }
    }
}
