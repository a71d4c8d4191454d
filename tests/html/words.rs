//! The wording of the app, in both languages.

use tenken::{
    core::document::{Expected, FileError},
    ui::i18n::{self, problems::kept_error},
};

type Pairs = Vec<(&'static str, &'static str, &'static str)>;

fn all() -> Vec<(&'static str, Pairs)> {
    vec![
        ("about", i18n::about::pairs()),
        ("catalog", i18n::catalog::pairs()),
        ("common", i18n::common::pairs()),
        ("conflicts", i18n::conflicts::pairs()),
        ("faults", i18n::faults::pairs()),
        ("fidelity", i18n::fidelity::pairs()),
        ("home", i18n::home::pairs()),
        ("measures", i18n::measures::pairs()),
        ("model", i18n::model::pairs()),
        ("overview", i18n::overview::pairs()),
        ("packs", i18n::packs::pairs()),
        ("problems", i18n::problems::pairs()),
        ("risks", i18n::risks::pairs()),
        ("safe", i18n::safe::pairs()),
        ("search", i18n::search::pairs()),
        ("shell", i18n::shell::pairs()),
        ("worklist", i18n::worklist::pairs()),
    ]
}

#[test]
fn both_languages_take_the_same_values() {
    for (module, pairs) in all() {
        for (name, ja, en) in pairs {
            assert_eq!(ja.matches("{}").count(), en.matches("{}").count(), "{module}.{name}");
            assert!(!ja.trim().is_empty() && !en.trim().is_empty(), "{module}.{name} is empty");
        }
    }
}

#[test]
fn no_text_is_in_the_wrong_language() {
    let japanese = |t: &str| t.chars().any(|c| ('\u{3040}'..'\u{a000}').contains(&c));
    for (module, pairs) in all() {
        for (name, _, en) in pairs {
            // The language switch and the product carry the other language on purpose.
            if !matches!(name, "language" | "product_long") {
                assert!(!japanese(en), "{module}.{name}: {en}");
            }
        }
    }
}

#[test]
fn every_text_is_used() {
    let mut source = String::new();
    let mut folders = vec![std::path::PathBuf::from("src/ui")];
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(folder).unwrap().flatten().map(|e| e.path()) {
            if path.is_dir() {
                folders.push(path);
            } else {
                source += &std::fs::read_to_string(path).unwrap();
            }
        }
    }
    let unused: Vec<String> = all()
        .into_iter()
        .flat_map(|(module, pairs)| pairs.into_iter().map(move |(name, ..)| (module, name)))
        .filter(|(_, name)| !source.contains(&format!(".{name}")))
        .map(|(module, name)| format!("{module}.{name}"))
        .collect();
    assert!(unused.is_empty(), "{unused:#?}");
}

/// There is nobody to ask for another one.
#[test]
fn what_is_kept_here_and_cannot_be_read_was_sent_by_nobody() {
    let errors = [
        FileError::TooLarge { bytes: 2, limit: 1 },
        FileError::Empty,
        FileError::NotText,
        FileError::Truncated,
        FileError::NotJson { line: 1, column: 1 },
        FileError::TooDeep,
        FileError::NotOurs,
        FileError::Newer { version: 99, known: 1 },
        FileError::Digest,
        FileError::Unreadable,
        FileError::shape("fields", Expected::Table),
    ];
    for error in errors {
        let told = kept_error(&error);
        assert!(!told.is_empty() && !["送", "もらい", "sender", "sent"].iter().any(|w| told.contains(w)), "{told}");
    }
}
