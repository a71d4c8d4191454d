//! The glue between browser and WebAssembly, which wasm-bindgen writes for people to read, in as few bytes as possible.

use crate::{Result, files};
use oxc::{
    allocator::Allocator,
    codegen::{Codegen, CodegenOptions},
    minifier::{MangleOptions, Minifier, MinifierOptions},
    parser::Parser,
    span::SourceType,
};
use std::path::Path;

/// Minifies every script of the site. Their names are made of the WebAssembly, so they stay.
pub fn scripts(dist: &Path) -> Result<()> {
    for name in files::list(dist)?.iter().filter(|name| name.ends_with(".js")) {
        let text = script(&files::read_text(dist, name)?).map_err(|problem| format!("{name} {problem}"))?;
        files::write(dist, name, &text)?;
    }
    Ok(())
}

/// A module that exports the same and does the same.
fn script(text: &str) -> Result<String> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, text, SourceType::mjs()).parse();
    if let Some(problem) = parsed.errors.first() {
        return Err(format!("cannot be minified: {problem}"));
    }
    let mut program = parsed.program;
    // Nobody sees the names of a module but by its exports.
    let mangle = Some(MangleOptions { top_level: true, ..MangleOptions::default() });
    let minified =
        Minifier::new(MinifierOptions { mangle, ..MinifierOptions::default() }).minify(&allocator, &mut program);
    let names = minified.scoping;
    Ok(Codegen::new().with_options(CodegenOptions::minify()).with_scoping(names).build(&program).code)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "/** What it is. */\nfunction addHeapObject(obj) { if (heap_next === 1) { heap_next = obj + 1; }\n\
        return heap_next; }\nlet heap_next = 1;\nfunction unused() { return 1; }\n\
        async function __wbg_init(module_or_path) { return addHeapObject(module_or_path); }\n\
        const imports = { __wbg_new_1: function(arg0) { return addHeapObject(arg0); } };\n\
        export { imports as bound, __wbg_init as default };";

    #[test]
    fn comments_spaces_long_names_and_what_nobody_uses_go() {
        let text = script(GLUE).unwrap();
        assert!(text.len() < GLUE.len() / 2, "{text}");
        for gone in ["What it is", "addHeapObject", "unused", "\n"] {
            assert!(!text.contains(gone), "{gone} in {text}");
        }
    }

    #[test]
    fn what_others_see_stays() {
        let text = script(GLUE).unwrap();
        for kept in ["__wbg_new_1", " as bound", " as default}"] {
            assert!(text.contains(kept), "{kept} not in {text}");
        }
    }

    #[test]
    fn the_same_input_gives_the_same_bytes() {
        assert_eq!(script(GLUE), script(GLUE));
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert!(script("export {").unwrap_err().contains("cannot be minified"));
    }
}
