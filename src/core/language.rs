//! The languages of the program, and wording in both.

use std::fmt;

/// A language. It is stored by its tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Japanese.
    Ja,
    /// English.
    En,
}

impl Language {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Ja, Self::En];

    /// The tag for `lang` attributes.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        self.pick("ja", "en")
    }

    /// Whether it is English.
    #[must_use]
    pub const fn is_english(self) -> bool {
        matches!(self, Self::En)
    }

    /// What is said in this language, of what is said in both.
    #[must_use]
    pub const fn pick<'a>(self, ja: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Ja => ja,
            Self::En => en,
        }
    }
}

/// Puts values into the places of a template marked `{}`, in order.
#[must_use]
pub fn fill(template: &str, values: &[&dyn fmt::Display]) -> String {
    let mut parts = template.split("{}");
    let mut text = parts.next().unwrap_or_default().to_owned();
    let mut values = values.iter();
    for part in parts {
        if let Some(value) = values.next() {
            text.push_str(&value.to_string());
        }
        text.push_str(part);
    }
    text
}

/// A wording of ours in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wording {
    /// The Japanese.
    pub ja: &'static str,
    /// The English.
    pub en: &'static str,
}

impl Wording {
    /// The same in both languages.
    #[must_use]
    pub const fn new(ja: &'static str, en: &'static str) -> Self {
        Self { ja, en }
    }

    /// The wording in a language.
    #[must_use]
    pub const fn pick(self, language: Language) -> &'static str {
        language.pick(self.ja, self.en)
    }
}

/// Declares texts as a struct with one value for each language, so that a missing translation does not compile.
macro_rules! texts {
    ($($name:ident: $ja:expr, $en:expr;)*) => {
        /// The texts.
        #[allow(missing_docs)]
        pub struct Words { $(pub $name: &'static str,)* }

        static JA: Words = Words { $($name: $ja,)* };
        static EN: Words = Words { $($name: $en,)* };

        /// The texts in a language.
        #[must_use]
        pub const fn of(language: $crate::core::language::Language) -> &'static Words {
            match language {
                $crate::core::language::Language::Ja => &JA,
                $crate::core::language::Language::En => &EN,
            }
        }

        /// Every text by its name in both languages, for tests.
        #[must_use]
        pub fn pairs() -> $crate::core::language::Pairs {
            vec![$((stringify!($name), $ja, $en),)*]
        }
    };
}
pub(crate) use texts;

/// Texts by their names, in both languages.
pub type Pairs = Vec<(&'static str, &'static str, &'static str)>;
