//! Checksums of all that is published, in the form that `sha256sum --check` reads.

use crate::{Result, files};
use sha2::{Digest, Sha256};
use std::path::Path;

const NAME: &str = "sha256sums.txt";

/// Writes the checksums of every file of the site but this one.
pub fn write(dist: &Path) -> Result<()> {
    let mut lines = String::new();
    for name in files::list(dist)?.iter().filter(|name| *name != NAME) {
        lines += &line(name, &files::read(dist, name)?);
    }
    files::write(dist, NAME, &lines)
}

fn line(name: &str, content: &[u8]) -> String {
    let digest: String = Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{digest}  {name}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_what_sha256sum_prints() {
        // The example of FIPS 180-2, appendix B.1.
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(line("a/b.txt", b"abc"), format!("{abc}  a/b.txt\n"));
    }
}
