//! What is written for people to read, in as few bytes as possible: the glue between browser and WebAssembly, which
//! wasm-bindgen writes, and the page.

use crate::{Result, files, html};
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

/// The page without comments, and its styles and scripts without indentation. Nothing else changes: these scripts are
/// for old browsers too.
pub fn page(page: &str) -> Result<String> {
    let edits =
        html::elements(page)?.into_iter().filter(|e| ["script", "style"].contains(&&*e.name) && !e.text.is_empty());
    let edits = edits.map(|e| {
        let text = if e.name == "style" { without(e.text, "/*", "*/") } else { e.text.to_owned() };
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
        let lines: Vec<&str> = lines.collect();
        (e.range.clone(), page[e.range].replace(e.text, &lines.join("\n")))
    });
    Ok(without(&html::edit(page, edits.collect()), "<!--", "-->"))
}

/// A text without what stands from a beginning to the next end.
fn without(text: &str, begin: &str, end: &str) -> String {
    let mut parts = text.split(begin);
    let first = parts.next().unwrap_or_default();
    parts.fold(first.to_owned(), |kept, part| kept + part.split_once(end).map_or("", |(_, after)| after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_keeps_all_but_comments_and_indentation() {
        let before = "<!-- why --><p>a  b\n  c // d</p><style>\n  /* e\n * f */\n  g { h: i }</style><script>\n  // j\n  k(\"/* l\");\n</script>";
        let after = "<p>a  b\n  c // d</p><style>g { h: i }</style><script>k(\"/* l\");</script>";
        assert_eq!(page(before).unwrap(), after);
        assert_eq!(page(after).unwrap(), after);
    }

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
