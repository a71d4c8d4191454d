//! No two modules of the core need each other, neither its parts nor the files of the catalogue, so that each can be
//! understood, and compiled into the build script, without those that come after it.

use std::collections::{BTreeMap, BTreeSet};

use super::{code, rust_files};

/// What each module names of the modules beside it.
type Graph = BTreeMap<String, BTreeSet<String>>;

/// Where a file stands in the tree of modules: `core::catalog::lint` for `src/core/catalog/lint.rs`.
fn module(file: &str) -> Vec<String> {
    let path = file.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
    path.split('/').map(str::to_owned).collect()
}

/// All that code names by a path from `crate`, `self` or `super`, in imports and elsewhere, as paths from the crate.
fn named(code: &str, module: &[String]) -> BTreeSet<Vec<String>> {
    let mut tokens = Vec::new();
    let mut rest = code.trim_start();
    while let Some(ch) = rest.chars().next() {
        let word = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        let length = if rest.starts_with("::") { 2 } else { word.max(ch.len_utf8()) };
        tokens.push(&rest[..length]);
        rest = rest[length..].trim_start();
    }
    let (mut found, mut at) = (BTreeSet::new(), 0);
    while at < tokens.len() {
        let starts = ["crate", "self", "super"].contains(&tokens[at]) && tokens.get(at + 1) == Some(&"::");
        if starts && (at == 0 || tokens[at - 1] != "::") {
            at = tree(&tokens, at, module.to_vec(), &mut found);
        } else {
            at += 1;
        }
    }
    found
}

/// Reads one path, or a group of them in braces, and says where it ends.
fn tree(tokens: &[&str], mut at: usize, mut path: Vec<String>, found: &mut BTreeSet<Vec<String>>) -> usize {
    while let Some(token) = tokens.get(at) {
        match *token {
            "::" => {}
            "crate" => path.clear(),
            "self" => {}
            "super" => {
                path.pop();
            }
            "{" => {
                at += 1;
                while tokens.get(at).is_some_and(|t| *t != "}") {
                    let end = tree(tokens, at, path.clone(), found);
                    at = end.max(at + 1);
                }
                return at + 1;
            }
            word if word.starts_with(|c: char| c.is_alphabetic() || c == '_') => path.push(word.to_owned()),
            _ => break,
        }
        at += 1;
        // Two words side by side are no path.
        if tokens.get(at).is_none_or(|next| *next != "::") && tokens[at - 1] != "::" {
            break;
        }
    }
    found.insert(path);
    at
}

/// What the modules right below one name of each other. What a file names through the module above it, which passes it
/// on, is told as well: it hides what the file needs.
fn graph(parent: &[&str], files: &[(String, String)]) -> (Graph, Vec<String>) {
    let (mut graph, mut hidden) = (Graph::new(), Vec::new());
    let inside = |file: &str| module(file).iter().take(parent.len()).eq(parent);
    for (file, source) in files.iter().filter(|(file, _)| inside(file)) {
        let module = module(file);
        let Some(own) = below(parent, &module) else {
            for declared in code(source).split("mod ").skip(1).filter_map(|rest| rest.split([';', ' ']).next()) {
                graph.entry(declared.to_owned()).or_default();
            }
            continue;
        };
        for path in named(&code(source), &module) {
            let Some(other) = below(parent, &path) else { continue };
            if other.starts_with(char::is_lowercase) {
                graph.entry(own.to_owned()).or_default().insert(other.to_owned());
            } else if parent.len() > 1 {
                hidden.push(format!("{file} names {other} through {}", parent.join("::")));
            }
        }
    }
    for (own, others) in &mut graph {
        others.remove(own);
    }
    (graph, hidden)
}

/// The name right below a module, if the path leads there.
fn below<'a>(parent: &[&str], path: &'a [String]) -> Option<&'a str> {
    let leads = path.iter().take(parent.len()).eq(parent);
    path.get(parent.len()).filter(|_| leads).map(String::as_str)
}

/// The modules that need each other: what is left when those that need none of the rest are taken away, again and again,
/// and so are those that none of the rest needs.
fn cycles(mut graph: Graph) -> Vec<String> {
    loop {
        let left: BTreeSet<String> = graph.keys().cloned().collect();
        graph.values_mut().for_each(|others| others.retain(|o| left.contains(o)));
        let needed: BTreeSet<String> = graph.values().flatten().cloned().collect();
        graph.retain(|own, others| !others.is_empty() && needed.contains(own));
        if graph.len() == left.len() {
            let line = |(own, others): (&String, &BTreeSet<String>)| format!("{own} names {others:?}");
            return graph.iter().map(line).collect();
        }
    }
}

#[test]
fn no_two_modules_of_the_core_need_each_other() {
    let files = rust_files("src/core");
    for parent in [&["core"][..], &["core", "catalog"]] {
        let (mut graph, hidden) = graph(parent, &files);
        assert_eq!(hidden, [""; 0]);
        // What the build script writes names the types.
        if let Some(tables) = graph.get_mut("tables") {
            tables.insert("types".to_owned());
        }
        assert!(graph.len() > 7 && graph.values().map(BTreeSet::len).sum::<usize>() > 15, "{graph:?}");
        assert_eq!(cycles(graph), [""; 0], "in {}", parent.join("::"));
    }
}

/// The rule finds what it is for; else it would pass whatever happens.
#[test]
fn a_cycle_is_found_however_it_is_written() {
    let module = |path: &str| path.split("::").map(str::to_owned).collect::<Vec<_>>();
    for (code, expected) in [
        ("use super::super::{fault::Fault, types::*};", "core::catalog::types"),
        ("use super::{super::{schema, words::{A, B}}, Lowering};", "core::catalog::words::B"),
        ("use super::{super::{schema, words::{A, B}}, Lowering};", "core::catalog::lower::Lowering"),
        ("use crate::{app::X, core::{pack, report::{self, Y}}};", "core::pack"),
        ("use crate::{app::X, core::{pack, report::{self, Y}}};", "core::report"),
        ("fn f() -> crate::core::pack::Pack { g(self::h()) }", "core::pack::Pack"),
    ] {
        let found = named(code, &module("core::catalog::lower::part4"));
        assert!(found.contains(&module(expected)), "{code}: {found:?}");
    }
    let file = |name: &str, source: &str| (name.to_owned(), source.to_owned());
    let files = [
        file("src/core/mod.rs", "pub mod a; pub mod b; pub mod c; pub mod d;"),
        file("src/core/a/mod.rs", "use crate::core::{b, d};"),
        file("src/core/a/x.rs", "// crate::core::c\nuse super::super::d::D;"),
        file("src/core/b.rs", "use super::c::C;"),
        file("src/core/c.rs", "fn f() { crate::core::a::x::g() }"),
        file("src/core/d.rs", ""),
    ];
    let (graph, _) = graph(&["core"], &files);
    assert_eq!(cycles(graph), ["a names {\"b\"}", "b names {\"c\"}", "c names {\"a\"}"]);
}
