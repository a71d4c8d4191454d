//! The app's wording, Japanese and English beside each other. A missing translation does not compile.

use leptos::prelude::*;

pub use crate::core::language::{Pairs, fill};
use crate::{
    app::Locale,
    core::{catalog::Text, language::Wording},
};

/// Declares texts, in both languages each, as a struct with one value for each language. What exports need as well stands
/// in `core::report::labels`.
macro_rules! words {
    ($($name:ident: $ja:expr, $en:expr;)*) => {
        $crate::core::language::texts! { $($name: $ja, $en;)* }

        /// The texts in the language of this screen.
        #[must_use]
        pub fn words() -> &'static Words {
            of(super::lang())
        }
    };
}
pub(crate) use words;

/// Declares the modules of wording, so that the tests see every one.
macro_rules! modules {
    ($($module:ident)*) => {
        $(pub mod $module;)*

        /// All wording by module, for tests.
        #[must_use]
        pub fn all() -> Vec<(&'static str, Pairs)> {
            vec![$((stringify!($module), $module::pairs()),)*]
        }
    };
}

modules! {
    about catalog changes common conflicts controls faults fidelity home measures model overview packs problems report results
    risks safe scope search shell snapshots tasks worklist
}

/// The language of this part of the screen. The whole screen is made anew when it changes, so texts need no signals.
#[derive(Clone, Copy)]
pub struct Lang(pub Locale);

/// The language of this screen.
#[must_use]
pub fn lang() -> Locale {
    use_context::<Lang>().map_or(Locale::Ja, |l| l.0)
}

/// A catalogue's text in the language of this screen.
#[must_use]
pub fn pick(text: &Text) -> &'static str {
    lang().pick(text.ja(), text.en())
}

/// A wording of the core in the language of this screen.
#[must_use]
pub fn word(wording: Wording) -> &'static str {
    wording.pick(lang())
}
