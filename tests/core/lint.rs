//! A mistake in the catalogue is told with its file, entry and field: one small catalogue for each that the compiler
//! knows, in `lint_entries` (mistakes within an entry), `lint_relations` (between entries) and `lint_annexes` (both, of the
//! annexes).

use tenken::core::catalog::{
    Fault,
    lint::lint,
    lower::{Lowering, Problem},
    schema::File,
};

use crate::{architecture::rust_files, lint_annexes, lint_entries, lint_relations};

/// The text against which quoted passages are checked here.
const SUMMARY: &str = "\
概要の見出し
II. 2. 1. 1. 【基本】
これは**二十文字**を超える長さで概要に立つ一つの文です
A-1:【引用された題】
Annex 6 226～227ページを参照";

/// A catalogue without a mistake. `$T` stands for a text in both languages, another one each time.
const BASE: &str = r#"
edition = { id = "e", published = "2018-07", name = $T }
source = [{ id = "1", title = $T, url = "https://example.com/" }]
passage = [{ starts = "概要の見出し", title = $T }]
section = [{ id = "II.2.1", title = $T }]
viewpoint = [{ id = "A", name = $T, about = $T }, { id = "B", name = $T, about = $T }, { id = "C", name = $T, about = $T }]
player = [{ id = "own", name = $T, about = $T }, { id = "partner", name = $T, about = $T }, { id = "user", name = $T, about = $T }]
role_kind = [{ id = "environment", name = $T }, { id = "execution", name = $T }]
role = [{ id = "X-r", kind = "environment", name = $T, about = $T }]
component = [{ id = "X-c", layer = "site", name = $T, about = $T, roles = ["X-r"] }]
data = [{ id = "X-d", name = $T, about = $T, question = $T }]
risk = [{ id = "X-r-A1", role = "X-r", viewpoint = "A", title = $T, when = { role = "X-r" }, countermeasures = ["XA-1"] }]

equipment = [{ id = "server", row = 1, name = $T, about = $T }]
axis = [
  { id = "C", name = $T, question = $T, level = [{ id = "high", name = $T, meaning = $T }, { id = "low", name = $T, meaning = $T }] },
  { id = "I", name = $T, question = $T, level = [{ id = "high", name = $T, meaning = $T }] },
  { id = "A", name = $T, question = $T, level = [
    { id = "high", name = $T, meaning = $T }, { id = "middle", name = $T, meaning = $T }, { id = "low", name = $T, meaning = $T },
  ] },
]
pattern = [
  { id = "1", name = $T, confidentiality = "high", integrity = "high", availability = "high", levels_from = "unverified:85", example = [{ text = $T }] },
  { id = "2", name = $T, confidentiality = "high", integrity = "high", availability = "middle" },
  { id = "3", name = $T, confidentiality = "high", integrity = "high", availability = "low" },
  { id = "4", name = $T, confidentiality = "low", integrity = "high", availability = "high" },
  { id = "5", name = $T, confidentiality = "low", integrity = "high", availability = "middle" },
  { id = "6", name = $T, confidentiality = "low", integrity = "high", availability = "low" },
]
point = [{ id = "viewpoint-4", annex = 4, group = "viewpoint", title = $T, missing = $T }]
iso_chapter = [{ id = "6", title = $T }, { id = "18", title = $T }]
iso_item = [
  { id = "6.1", title = $T, annex6 = "226–227", annex_from = "quoted" },
  { id = "6.3.1", title = $T, added = true, in_2014 = "cited:1", note = $T },
  { id = "18.2.3", title = $T },
]

[[type]]
id = "X-t"
name = $T
about = $T
roles = { X-r = ["own"] }
component = [{ kind = "X-c", name = $T, roles = ["X-r"], procured = ["own", "user"] }]
data = { X-d = true }

[[case]]
id = "X-case-t"
name = $T
about = $T
story = $T
shows = $T
roles = { X-r = [] }
component = [{ kind = "X-c", name = $T, procured = ["own"], operated = [], maintained = ["user"], place = ["moving"] }]
data = { X-d = false }

[[countermeasure]]
id = "XA-1"
viewpoint = "A"
title = $T
statement = $T
controls = ["II.2.1.1"]
references = ["EN303645:5.13", "IoTSG:21", "OWASP-IoT:I10", "8259A:software-update", "EN303645:6"]
action = [{ id = "XA-1.1", text = $T }]

[[control]]
id = "II.2.1.1"
id_from = "quoted"
class = "basic"
class_from = "quoted"
title = $T
statement = $T
why = $T
components = ["server"]
iso27002 = ["6.1", "18.2.3"]
best_practice = [{ mark = "i", text = $T }]
evidence = [{ text = $T }]

[[control.item]]
id = "a"
name = $T
measure = "interval"
values = ["<= 5 min *", "<= 2.5 h", "-", "?", ">= 1 y", "<= 3 mo"]
values_from = ["cited:1", "unverified:80", "original", "original", "original", "original"]

[[control.item]]
id = "b"
name = $T
measure = "choice"
options = [{ id = "hot", ja = "高温", en = "hot" }, { id = "cold", ja = "低温", en = "cold" }]
values = ["hot *", "cold", "-", "?", "hot", "hot"]
values_from = "original"
"#;

/// What the build would print about these files.
#[track_caller]
fn problems(files: &[(&str, &str)]) -> Vec<Problem> {
    let mut number = 0;
    let mut parse = |toml: &str| {
        let mut parts = toml.split("$T");
        let mut text = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            number += 1;
            text += &format!("{{ ja = \"語{number}\", en = \"word {number}\" }}{part}");
        }
        toml::from_str::<File>(&text).unwrap_or_else(|e| panic!("{text}\n{e}"))
    };
    let files = files.iter().map(|(name, toml)| ((*name).to_owned(), parse(toml))).collect();
    let mut lowering = Lowering::new(SUMMARY);
    let catalog = lowering.catalog(files);
    if lowering.problems.is_empty() { lint(&catalog, &lowering.origin) } else { lowering.problems }
}

/// A mistake, as a file beside the correct catalogue, and all that the build says of it.
pub type Case = (&'static str, &'static str);

/// A mistake, as a change of the correct catalogue (old, new), and all that the build says of it.
pub type Change = (&'static str, &'static str, &'static str);

fn all_cases() -> Vec<(Vec<Problem>, String)> {
    let cases = lint_entries::CASES.iter().chain(lint_relations::CASES).chain(lint_annexes::CASES);
    let beside = cases.map(|(toml, expected)| (problems(&[("base.toml", BASE), ("case.toml", toml)]), *expected));
    let changes = lint_entries::CHANGES.iter().chain(lint_relations::CHANGES).chain(lint_annexes::CHANGES);
    let within = changes.map(|(old, new, expected)| {
        assert_eq!(BASE.matches(old).count(), 1, "`{old}` stands in the base once");
        (problems(&[("base.toml", &BASE.replace(old, new))]), *expected)
    });
    beside.chain(within).map(|(found, expected)| (found, expected.to_owned())).collect()
}

#[test]
fn the_catalogue_that_the_cases_start_from_has_no_mistake() {
    assert_eq!(problems(&[("base.toml", BASE)]), []);
}

#[test]
fn every_mistake_is_told_with_file_entry_and_field() {
    let mut wrong = String::new();
    for (found, expected) in all_cases() {
        let found: Vec<String> = found.iter().map(ToString::to_string).collect();
        if found.join("\n") != expected.trim() {
            wrong += &format!("--- expected\n{}\n--- found\n{}\n", expected.trim(), found.join("\n"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn each_place_that_tells_a_mistake_has_a_case() {
    let found: Vec<Problem> = all_cases().into_iter().flat_map(|(found, _)| found).collect();
    let mut places = 0;
    for (file, source) in rust_files("src/core/catalog") {
        for (at, _) in source.match_indices(".problem(") {
            let call = arguments(&source[at + ".problem(".len()..]);
            let (field, fault) = (literal(call[0]), variant(call[1]));
            let line = source[..at].lines().count();
            let is_told = |p: &Problem| fault.is_none_or(|name| told(&p.fault) == name) && fits(&field, &p.field);
            assert!(found.iter().any(is_told), "{file}:{line}: no case has {field:?}: {fault:?}");
            places += 1;
        }
    }
    println!("{places} places that tell a mistake, {} cases", all_cases().len());
    assert!(places >= 40, "{places}");
}

#[test]
fn a_key_that_means_nothing_is_refused() {
    for (toml, expected) in [
        ("colour = 1", "unknown field `colour`"),
        ("[[role]]\nid = 'X-r'\ncolour = 1", "unknown field `colour`"),
        ("[[role]]\nid = 'X-r'\nkind = 'environment'\nname = { jp = '名' }", "unknown field `jp`"),
        ("[[risk]]\nid = 'X'\nwhen = { rol = 'X-r' }", "unknown field `rol`"),
        ("[[role]]\nid = 'X-r'", "missing field `kind`"),
        ("[[control]]\nid = 3", "expected a string"),
    ] {
        let error = toml::from_str::<File>(toml).map(|_| ()).unwrap_err().to_string();
        assert!(error.contains(expected), "{toml}: {error}");
    }
}

/// The texts of a call's arguments.
fn arguments(rest: &str) -> Vec<&str> {
    let (mut depth, mut quoted, mut escaped, mut start) = (0, false, false, 0);
    let mut found = Vec::new();
    for (i, ch) in rest.char_indices() {
        match ch {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            _ if quoted => {}
            '(' | '[' | '{' => depth += 1,
            ')' if depth == 0 => {
                found.push(&rest[start..i]);
                break;
            }
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                found.push(&rest[start..i]);
                start = i + 1;
            }
            _ => {}
        }
    }
    found
}

/// The variant of `Fault` or `FileFault` that an argument names; nothing where it is made elsewhere.
fn variant(argument: &str) -> Option<&str> {
    let rest = argument.split("Fault::").nth(1).filter(|rest| rest.starts_with(char::is_uppercase))?;
    rest.split(|ch: char| !ch.is_alphanumeric()).next()
}

/// The variant that a mistake is.
fn told(fault: &Fault) -> String {
    let written = match fault {
        Fault::OfFiles(fault) => format!("{fault:?}"),
        fault => format!("{fault:?}"),
    };
    written.split([' ', '(']).next().unwrap_or_default().to_owned()
}

/// The longest literal of an argument as the pieces between its placeholders; nothing where it is a variable.
fn literal(argument: &str) -> Option<Vec<String>> {
    let text = argument.split('"').skip(1).step_by(2).max_by_key(|l| l.len())?;
    let text: Vec<&str> = text.split("\\\n").map(str::trim_start).collect();
    let mut pieces = vec![String::new()];
    for ch in text.concat().chars() {
        match ch {
            '{' => pieces.push(String::new()),
            '}' => pieces.last_mut().unwrap().clear(),
            ch => pieces.last_mut().unwrap().push(ch),
        }
    }
    Some(pieces)
}

fn fits(pieces: &Option<Vec<String>>, text: &str) -> bool {
    let Some(pieces) = pieces else { return true };
    let mut rest = text;
    for (i, piece) in pieces.iter().enumerate() {
        match rest.find(piece.as_str()) {
            Some(at) if i > 0 || at == 0 => rest = &rest[at + piece.len()..],
            _ => return false,
        }
    }
    rest.is_empty() || pieces.last().is_some_and(String::is_empty)
}
