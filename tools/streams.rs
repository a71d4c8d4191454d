//! Leaves out what Leptos brings for streams and nobody asks for. A worker's script, which is no module, could not export it;
//! and what is published has lost the functions behind it (`--remove-exports` in `index.html`).

use crate::{Result, files, minify::without};
use std::path::Path;

/// The texts of wasm-bindgen about it: each from a beginning to its end.
const STREAMS: [(&str, &str); 3] = [
    ("export class IntoUnderlying", "\n}\n"),
    ("if (Symbol.dispose) IntoUnderlying", "\n"),
    ("const IntoUnderlying", ";\n"),
];

/// Rewrites every script that Trunk wrote.
pub fn remove(dist: &Path) -> Result<()> {
    files::edit_scripts(dist, |text| Ok(removed(text)))
}

fn removed(text: &str) -> String {
    STREAMS.iter().fold(text.to_owned(), |text, (begin, end)| without(&text, begin, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_classes_go_and_all_else_stays() {
        let class = |name: &str| {
            format!(
                "export class {name} {{\n    pull() {{\n    }}\n}}\n\
                 if (Symbol.dispose) {name}.prototype[Symbol.dispose] = {name}.prototype.free;\n"
            )
        };
        let registry = "const IntoUnderlyingSinkFinalization = (typeof FinalizationRegistry === 'undefined')\n    ? {}\n    \
             : new FinalizationRegistry(ptr => wasm.free(ptr, 1));\n";
        let rest = "function go() {\n}\nexport { go as default };\n";
        let text =
            [class("IntoUnderlyingByteSource"), class("IntoUnderlyingSink"), registry.to_owned(), rest.to_owned()];
        assert_eq!(removed(&text.concat()), rest);
        let other = class("Other") + rest;
        assert_eq!(removed(&other), other);
    }
}
