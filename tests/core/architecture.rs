//! The code's own rules: which part may name which, and how a file looks. Read from the sources themselves.

mod cycles;

use std::{
    fs,
    path::{Path, PathBuf},
};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// All Rust files below a folder, with their paths from the package's root.
pub fn rust_files(folder: &str) -> Vec<(String, String)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|x| x == "rs") {
                found.push(path);
            }
        }
    }
    let mut paths = Vec::new();
    walk(&root().join(folder), &mut paths);
    paths.sort();
    let read = |p: PathBuf| {
        let text = fs::read_to_string(&p).unwrap();
        (p.strip_prefix(root()).unwrap().display().to_string().replace('\\', "/"), text)
    };
    paths.into_iter().map(read).collect()
}

/// The code without comments and without the inside of texts, so that a word in either says nothing.
fn code(source: &str) -> String {
    let mut code = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(ch) = rest.chars().next() {
        let skip = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |at| at + 2)
        } else if let Some(raw) = raw_text(rest) {
            raw
        } else if ch == '"' {
            text(&rest[1..]) + 1
        } else if ch == '\'' {
            character(rest)
        } else {
            code.push(ch);
            ch.len_utf8()
        };
        if skip > 1 {
            // Lines keep their numbers.
            code.extend(rest[..skip].chars().filter(|c| *c == '\n'));
            code.push(' ');
        }
        rest = &rest[skip..];
    }
    code
}

/// The length of a raw text that begins here.
fn raw_text(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix('r')?;
    let marks = after.len() - after.trim_start_matches('#').len();
    after[marks..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(marks));
    let start = marks + 2;
    Some(rest[start..].find(&end).map_or(rest.len(), |at| start + at + end.len()))
}

/// The length of a text up to and with its closing mark.
fn text(rest: &str) -> usize {
    let mut escaped = false;
    for (at, ch) in rest.char_indices() {
        match ch {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// The length of a character in quotes; 1 where it is a lifetime.
fn character(rest: &str) -> usize {
    let mut chars = rest.char_indices().skip(1);
    match (chars.next(), chars.next()) {
        (Some((_, '\\')), _) => rest[3..].find('\'').map_or(1, |at| at + 4),
        (Some(_), Some((at, '\''))) => at + 1,
        _ => 1,
    }
}

/// Whether a word stands in the code by itself.
fn names(code: &str, word: &str) -> bool {
    let part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    code.match_indices(word)
        .any(|(at, _)| !part(code[..at].chars().next_back()) && !part(code[at + word.len()..].chars().next()))
}

/// What code names of the crate: `core` of `crate::core`, also inside `use crate::{app::…, core::…}`.
fn parts_named(code: &str) -> Vec<String> {
    let code: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let first = |s: &str| s.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut found = Vec::new();
    for start in ["crate::", "tenken::"] {
        for (at, _) in code.match_indices(start) {
            let rest = &code[at + start.len()..];
            let Some(group) = rest.strip_prefix('{') else {
                found.push(first(rest));
                continue;
            };
            let (mut depth, mut at_start) = (0, true);
            for (at, ch) in group.char_indices() {
                match ch {
                    '}' if depth == 0 => break,
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    ',' if depth == 0 => {
                        at_start = true;
                        continue;
                    }
                    _ if at_start && depth == 0 => found.push(first(&group[at..])),
                    _ => {}
                }
                at_start = false;
            }
        }
    }
    found
}

/// Folder, the parts of the crate it may name, and what it must not name at all.
const RULES: &[(&str, &[&str], &[&str])] = &[
    ("src/core/", &["core"], &["leptos", "web_sys", "js_sys", "wasm_bindgen", "gloo_storage", "println", "eprintln"]),
    ("src/app/", &["core", "app"], &["web_sys", "js_sys", "wasm_bindgen", "gloo_storage", "view"]),
    ("src/platform/", &["core", "app", "platform"], &["view"]),
    ("src/ui/", &["core", "app", "ui"], &["gloo_storage"]),
    ("src/worker/", &["core", "worker"], &["leptos", "web_sys", "js_sys", "wasm_bindgen", "gloo_storage"]),
];

fn violations(file: &str, source: &str) -> Vec<String> {
    let code = code(source);
    let mut wrong = Vec::new();
    for (_, may, must_not) in RULES.iter().filter(|(folder, ..)| file.starts_with(folder)) {
        for part in parts_named(&code) {
            if ["core", "app", "platform", "ui", "worker"].contains(&part.as_str()) && !may.contains(&part.as_str()) {
                wrong.push(format!("{file} names crate::{part}"));
            }
        }
        for word in *must_not {
            if names(&code, if *word == "view" { "view!" } else { word }) {
                wrong.push(format!("{file} names {word}"));
            }
        }
    }
    // A test in src/ would not be run: the library has no test program.
    for word in ["todo!", "unimplemented!", "dbg!", "#[test]"] {
        if names(&code, word) {
            wrong.push(format!("{file} has {word}"));
        }
    }
    if !source.trim_start().starts_with("//!") {
        wrong.push(format!("{file} does not begin with a //! header"));
    }
    let lines = source.lines().count();
    if lines > 500 {
        wrong.push(format!("{file} has {lines} lines, more than 500"));
    }
    wrong
}

#[test]
fn every_part_names_only_what_it_may() {
    let files = rust_files("src");
    assert!(files.iter().any(|(f, _)| f.starts_with("src/core/")));
    let wrong: Vec<String> = files.iter().flat_map(|(file, source)| violations(file, source)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let mut lines: Vec<usize> = files.iter().map(|(_, s)| s.lines().count()).collect();
    lines.sort_unstable();
    println!("{} files, median {} lines, longest {}", files.len(), lines[lines.len() / 2], lines[lines.len() - 1]);
}

#[test]
fn tests_have_headers_and_plain_names() {
    for (file, source) in ["tests", "benches"].into_iter().flat_map(rust_files) {
        assert!(source.is_empty() || source.starts_with("//!"), "{file} does not begin with a //! header");
        let code = code(&source);
        for word in ["#[ignore", "#[should_panic", "fn test_"] {
            assert!(!code.contains(word), "{file} has {word}");
        }
    }
}

/// The rules find what they are for; else they would pass whatever happens.
#[test]
fn a_wrong_file_is_found() {
    let found = |file: &str, source: &str| violations(file, &format!("//! Header.\n{source}"));
    for (file, source, expected) in [
        ("src/core/x.rs", "use crate::app::AppState;", "src/core/x.rs names crate::app"),
        (
            "src/core/x.rs",
            "use crate::{\n    core::{catalog::{A, B}, model},\n    ui::x,\n};",
            "src/core/x.rs names crate::ui",
        ),
        ("src/core/x.rs", "use leptos::prelude::*;", "src/core/x.rs names leptos"),
        ("src/app/x.rs", "fn f() { tenken::platform::now() }", "src/app/x.rs names crate::platform"),
        ("src/app/x.rs", "view! { <p/> }", "src/app/x.rs names view"),
        ("src/platform/x.rs", "use crate::ui::App;", "src/platform/x.rs names crate::ui"),
        ("src/app/x.rs", "use crate::worker::answer;", "src/app/x.rs names crate::worker"),
        ("src/ui/x.rs", "crate :: platform :: ports()", "src/ui/x.rs names crate::platform"),
        ("src/lib.rs", "fn f() { todo!() }", "src/lib.rs has todo!"),
        ("src/core/x.rs", "#[test]\nfn f() {}", "src/core/x.rs has #[test]"),
    ] {
        assert_eq!(found(file, source), [expected], "{source}");
    }
    let innocent = "// use leptos\nconst A: &str = \"web_sys \\\" crate::ui\"; /* view! */ const B: &str = r#\"dbg!(\"x\")\"#;\n\
                    fn f<'a>(c: &'a char) -> bool { *c == '\"' || *c == '\\'' || review!(c) }";
    assert_eq!(found("src/core/x.rs", innocent), [""; 0]);
    assert_eq!(violations("src/core/x.rs", "fn f() {}"), ["src/core/x.rs does not begin with a //! header"]);
    let long = "//! x\n".repeat(501);
    assert_eq!(violations("src/lib.rs", &long), ["src/lib.rs has 501 lines, more than 500"]);
}
