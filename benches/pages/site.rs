//! What is loaded: the built site as hosts send it, packed, and beside it a page that is empty but for a button.

use std::{fs, io::Write, path::Path};

use flate2::{Compression, write::GzEncoder};

use crate::place::Folder;

/// A folder with both.
pub struct Site(Folder);

impl Site {
    /// The empty page.
    pub const EMPTY: &str = "empty.html";

    /// The site in `dist/`.
    pub fn new() -> Self {
        let folder = Folder::of_site();
        folder.write(
            Self::EMPTY,
            "<!doctype html><html lang=en><meta charset=utf-8><title>x</title><link rel=icon href=\"data:,\">\
             <button type=button>x</button>",
        );
        for entry in fs::read_dir(folder.path()).expect("a folder").flatten() {
            let mut packed = GzEncoder::new(Vec::new(), Compression::best());
            packed.write_all(&fs::read(entry.path()).expect("a file")).expect("it is packed");
            let name = format!("{}.gz", entry.path().display());
            fs::write(name, packed.finish().expect("it is packed")).expect("it can be written");
        }
        Self(folder)
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.0.path()
    }
}
