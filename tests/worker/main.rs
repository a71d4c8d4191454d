//! Tests of the worker: what is heavy, and loaded when it is first needed.

#![allow(clippy::print_stdout)] // What a test found out is worth reading.

mod disclosure;
#[path = "../official/mod.rs"]
mod official_truth;
mod oscal;
mod pdf;
mod sealed;
mod tables;
mod xlsx;

/// Compares what was written with a kept file. `TENKEN_KEEP=1` writes it anew; read what changed in it before it is
/// committed.
fn is_as_kept(name: &str, text: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/reports").join(name);
    if std::env::var_os("TENKEN_KEEP").is_some() {
        std::fs::write(&path, text).expect("it can be written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == text, "{} differs; TENKEN_KEEP=1 writes it anew", path.display());
}
