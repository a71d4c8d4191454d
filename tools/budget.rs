//! The size budget: what a user waits for at the first visit, and what fits in a mail.

use crate::{Result, SINGLE, files, single::gzip, worker};
use std::path::Path;

/// Bytes of page with its styles, script and WebAssembly together, gzipped as servers do.
const FIRST_LOAD: usize = 750_000;
/// Bytes of the single file as it is.
const SINGLE_FILE: usize = 4_000_000;

/// The sizes in one line; an error when one is over its budget.
pub fn check(dist: &Path) -> Result<String> {
    let mut first_load = 0;
    for name in files::list(dist)?.iter().filter(|name| is_first_load(name)) {
        first_load += gzip(&files::read(dist, name)?)?.len();
    }
    verdict(first_load, files::read(dist, SINGLE)?.len())
}

fn is_first_load(name: &str) -> bool {
    // The worker is loaded when it is first needed.
    let is_worker = name.starts_with(worker::PREFIX);
    name == "index.html" || !is_worker && [".js", ".wasm"].iter().any(|ending| name.ends_with(ending))
}

fn verdict(first_load: usize, single: usize) -> Result<String> {
    let line = format!(
        "first load {:.1} kB gzip (at most {}), {SINGLE} {:.1} kB (at most {})",
        first_load as f64 / 1e3,
        FIRST_LOAD / 1000,
        single as f64 / 1e3,
        SINGLE_FILE / 1000
    );
    if first_load > FIRST_LOAD || single > SINGLE_FILE {
        Err(format!("over the size budget: {line}"))
    } else {
        Ok(line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_limits_hold() {
        assert!(verdict(FIRST_LOAD, SINGLE_FILE).is_ok());
        assert!(verdict(FIRST_LOAD + 1, 0).is_err());
        assert!(verdict(0, SINGLE_FILE + 1).is_err());
    }

    #[test]
    fn both_figures_are_printed() {
        assert_eq!(
            verdict(45_678, 123_456).unwrap(),
            "first load 45.7 kB gzip (at most 750), tenken.html 123.5 kB (at most 4000)"
        );
    }

    #[test]
    fn what_the_page_loads_counts_and_nothing_else() {
        let counted = ["index.html", "a.js", "a_bg.wasm"];
        assert!(counted.iter().all(|name| is_first_load(name)));
        assert!(
            !["tenken.html", "tenken-worker-0.js", "schema.json", "LICENSE"].iter().any(|name| is_first_load(name))
        );
    }
}
