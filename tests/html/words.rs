//! The wording of the app, in both languages.

use tenken::{
    core::document::{Expected, FileError},
    ui::i18n::{self, problems::kept_error},
};

#[test]
fn both_languages_take_the_same_values() {
    for (module, pairs) in i18n::all() {
        for (name, ja, en) in pairs {
            assert_eq!(ja.matches("{}").count(), en.matches("{}").count(), "{module}.{name}");
            assert!(!ja.trim().is_empty() && !en.trim().is_empty(), "{module}.{name} is empty");
        }
    }
}

#[test]
fn no_text_is_in_the_wrong_language() {
    let japanese = |t: &str| t.chars().any(|c| ('\u{3040}'..'\u{a000}').contains(&c));
    for (module, pairs) in i18n::all() {
        for (name, _, en) in pairs {
            // The language switch and the product carry the other language on purpose.
            if !matches!(name, "language" | "product_long") {
                assert!(!japanese(en), "{module}.{name}: {en}");
            }
        }
    }
}

/// A text counts as used where its name stands in a file that names its module, so that another module's text of the
/// same name does not hide it.
#[test]
fn every_text_is_used() {
    let mut files = Vec::new();
    let mut folders = vec![std::path::PathBuf::from("src/ui")];
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(folder).unwrap().flatten().map(|e| e.path()) {
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push((path.clone(), std::fs::read_to_string(path).unwrap()));
            }
        }
    }
    let word = |c: char| c.is_alphanumeric() || c == '_';
    let names = |text: &str, sought: &str| text.split(|c| !word(c)).any(|w| w == sought);
    let mut unused = Vec::new();
    for (module, pairs) in i18n::all() {
        let own = format!("i18n/{module}.rs");
        let texts: Vec<&String> = files
            .iter()
            .filter(|(path, text)| path.ends_with(&own) || names(text, module))
            .map(|(_, text)| text)
            .collect();
        let is_used = |name: &str| texts.iter().any(|text| text.contains(&format!(".{name}")));
        unused
            .extend(pairs.into_iter().filter(|(name, ..)| !is_used(name)).map(|(name, ..)| format!("{module}.{name}")));
    }
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
