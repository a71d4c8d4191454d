//! The catalogue's compiler: reads `catalog/`, checks it, and writes it as static Rust.

#[path = "src/core/catalog/entries.rs"]
#[allow(dead_code)]
mod entries;
#[path = "src/core/catalog/facts.rs"]
#[allow(dead_code)]
mod facts;
#[path = "src/core/catalog/fault.rs"]
#[allow(dead_code)]
mod fault;
#[path = "src/core/catalog/file_fault.rs"]
mod file_fault;
#[path = "src/core/catalog/formula.rs"]
#[allow(dead_code)]
mod formula;
#[path = "build/pieces.rs"]
mod in_pieces;
#[path = "src/core/catalog/keyword.rs"]
mod keyword;
#[path = "src/core/catalog/kind.rs"]
#[allow(dead_code)]
mod kind;
#[path = "src/core/catalog/leak.rs"]
mod leak;
#[path = "src/core/catalog/lint.rs"]
#[allow(dead_code)]
mod lint;
#[path = "src/core/catalog/lookup.rs"]
#[allow(dead_code)]
mod lookup;
#[path = "src/core/catalog/lower.rs"]
#[allow(dead_code)]
mod lower;
#[path = "src/core/catalog/notation.rs"]
#[allow(dead_code)]
mod notation;
#[path = "src/core/catalog/pieces.rs"]
mod pieces;
#[path = "src/core/catalog/schema.rs"]
mod schema;
#[path = "src/core/catalog/texts.rs"]
#[allow(dead_code)]
mod texts;
#[path = "src/core/catalog/types.rs"]
#[allow(dead_code)]
mod types;
#[path = "build/worked.rs"]
mod worked;

/// What the library finds in the tables that this script is about to write.
mod shipped_texts {
    pub const JA: (&str, &[u8]) = ("", &[]);
    pub const EN: (&str, &[u8]) = ("", &[]);
}

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use sha2::{Digest, Sha256};

fn main() {
    println!("cargo::rerun-if-changed=catalog");
    println!("cargo::rerun-if-changed=src/core/catalog");
    println!("cargo::rerun-if-changed=build");
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let mut errors = Vec::new();
    let mut files = Vec::new();
    let (worked_files, catalog_files): (Vec<_>, Vec<_>) =
        toml_files(&root.join("catalog")).into_iter().partition(|path| path.starts_with(root.join("catalog/worked")));
    for path in catalog_files {
        let name = path.strip_prefix(&root).unwrap_or(&path).display().to_string();
        match toml::from_str::<schema::File>(&read(&path)) {
            Ok(file) => files.push((name, file)),
            Err(e) => errors.push(format!("{name}: {e}")),
        }
    }
    let mut lowering = lower::Lowering::new(&read(&root.join("catalog/source/summary.txt")));
    let catalog = lowering.catalog(files);
    errors.extend(lowering.problems.iter().map(ToString::to_string));
    // With a file missing, every reference into it would be reported as well.
    if errors.is_empty() {
        errors.extend(lint::lint(&catalog, &lowering.origin).iter().map(ToString::to_string));
    }
    let (mut worked, mut cases) = (Vec::new(), Vec::new());
    if errors.is_empty() {
        for path in worked_files {
            match worked::compile(&read(&path), &catalog) {
                Ok((case, table)) => {
                    worked.push(table);
                    cases.push(case);
                }
                Err(wrong) => errors.extend(wrong.iter().map(|e| format!("{}: {e}", path.display()))),
            }
        }
    }
    if !errors.is_empty() {
        // Cargo prints these and fails. A failure of the script itself would print them a second time.
        for e in &errors {
            println!("cargo::error={}", e.replace('\n', " | "));
        }
        return;
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    let (entries, texts) = (format!("{catalog:?}"), texts::added());
    let mut hash = Sha256::new_with_prefix(&entries);
    for (ja, en) in &texts {
        hash.update(format!("{ja}\0{en}\0"));
    }
    let digest: String = hash.finalize().iter().map(|b| format!("{b:02x}")).collect();
    let fingerprinted = catalog.fingerprinted();
    let fingerprints: Vec<u32> = fingerprinted.iter().map(|e| facts::fingerprint(&catalog.facts(e))).collect();
    // One string a language: gzip finds most in common then. A slice of strings loads 15 kB more, one of pairs 29 kB.
    let (mut ja, mut en) = (String::new(), String::new());
    for (japanese, english) in &texts {
        for (lines, text) in [(&mut ja, japanese), (&mut en, english)] {
            assert_eq!(text.lines().count(), 1, "{text:?} is not one line");
            lines.push_str(text);
            lines.push('\n');
        }
    }
    let mut texts = String::new();
    for (name, lines) in [("JA", ja), ("EN", en)] {
        let (pieces, bytes) = in_pieces::write(&lines);
        let bytes = bytes.escape_ascii();
        texts += &format!("pub static {name}: (&str, &[u8]) = ({pieces:?}, b\"{bytes}\");\n");
    }
    fs::write(out.join("texts.rs"), texts).expect("OUT_DIR can be written");
    let tables = format!(
        "/// The catalogue that the program ships.\npub static CATALOG: Catalog = {entries};\n\
         /// Fingerprints of its entries, in the order of `Catalog::fingerprinted`.\npub static FINGERPRINTS: &[u32] = &{fingerprints:?};\n\
         /// SHA-256 of the catalogue's content, in hexadecimal.\npub const DIGEST: &str = \"{digest}\";\n"
    );
    fs::write(out.join("catalog.rs"), tables).expect("OUT_DIR can be written");
    let worked = format!(
        "/// The ids of the cases that are worked to the end: all that may be named by what loads at first.\n\
         pub const CASES: &[&str] = &{cases:?};\n\
         /// The cases that are worked to the end.\npub static WORKED: &[Worked] = &[{}];\n",
        worked.join(",\n")
    );
    fs::write(out.join("worked.rs"), worked).expect("OUT_DIR can be written");
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// All TOML files below a folder, sorted, so that the result never depends on the file system.
fn toml_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    for path in entries.flatten().map(|e| e.path()) {
        if path.is_dir() {
            found.extend(toml_files(&path));
        } else if path.extension().is_some_and(|x| x == "toml") {
            found.push(path);
        }
    }
    found.sort();
    found
}
