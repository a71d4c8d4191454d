//! What is written for people to read, in as few bytes as possible: the glue between browser and WebAssembly, and the page.

use crate::{Result, files, html};
use oxc::{
    allocator::Allocator,
    codegen::{Codegen, CodegenOptions, CommentOptions},
    minifier::{MangleOptions, Minifier, MinifierOptions},
    parser::Parser,
    span::SourceType,
};
use std::path::Path;

/// Minifies every script of the site. Their names are made of the WebAssembly, so they stay.
pub fn scripts(dist: &Path) -> Result<()> {
    files::edit_scripts(dist, module)
}

/// The page without comments, its styles without indentation, and its scripts minified, but for modules.
pub fn page(page: &str) -> Result<String> {
    let mut edits = Vec::new();
    for element in html::elements(page)?.into_iter().filter(|e| !e.text.is_empty()) {
        let text = match element.name.as_str() {
            "script" if element.get("type").is_none() => classic(element.text)?.trim_end().to_owned(),
            "style" => {
                let text = without(element.text, "/*", "*/");
                let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
                lines.join("\n")
            }
            _ => continue,
        };
        edits.push((element.range.clone(), page[element.range].replacen(element.text, &text, 1)));
    }
    Ok(without(&html::edit(page, edits), "<!--", "-->"))
}

/// A module that exports the same and does the same.
fn module(text: &str) -> Result<String> {
    // Nobody sees the names of a module but by its exports.
    let mangle = Some(MangleOptions { top_level: true, ..MangleOptions::default() });
    let options = MinifierOptions { mangle, ..MinifierOptions::default() };
    minified(text, SourceType::mjs(), options, CodegenOptions::minify())
}

/// A script in a form as old as it was: some are for browsers that cannot run the app, to say so.
fn classic(text: &str) -> Result<String> {
    let options = MinifierOptions { compress: None, ..MinifierOptions::default() };
    // In their smallest form strings are template literals.
    let form = CodegenOptions { comments: CommentOptions::disabled(), indent_width: 0, ..CodegenOptions::default() };
    minified(text, SourceType::cjs(), options, form)
}

fn minified(text: &str, kind: SourceType, options: MinifierOptions, form: CodegenOptions) -> Result<String> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, text, kind).parse();
    if let Some(problem) = parsed.errors.first() {
        return Err(format!("cannot be minified: {problem}"));
    }
    let mut program = parsed.program;
    let names = Minifier::new(options).minify(&allocator, &mut program).scoping;
    Ok(Codegen::new().with_options(form).with_scoping(names).build(&program).code)
}

/// A text without what stands from a beginning to the next end.
pub fn without(text: &str, begin: &str, end: &str) -> String {
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
        let text = module(GLUE).unwrap();
        assert!(text.len() < GLUE.len() / 2, "{text}");
        for gone in ["What it is", "addHeapObject", "unused", "\n"] {
            assert!(!text.contains(gone), "{gone} in {text}");
        }
    }

    #[test]
    fn what_others_see_stays() {
        let text = module(GLUE).unwrap();
        for kept in ["__wbg_new_1", " as bound", " as default}"] {
            assert!(text.contains(kept), "{kept} not in {text}");
        }
    }

    #[test]
    fn the_same_input_gives_the_same_bytes() {
        assert_eq!(module(GLUE), module(GLUE));
    }

    #[test]
    fn scripts_in_the_page_lose_what_is_for_people_and_get_no_newer() {
        let old =
            "(function () { 'use strict'; // Why.\n  var long = 'a'; if (long === void 0) long = 'b'; f(long); })();";
        let page = page(&format!("<p>x</p><script id=a>\n{old}\n</script><script type=module>let kept = 1;</script>"))
            .unwrap();
        assert!(page.starts_with("<p>x</p><script id=a>(function() {") && page.contains("void 0"), "{page}");
        for gone in ["Why", "long", "`", "  "] {
            assert!(!page.contains(gone), "{gone} in {page}");
        }
        assert!(page.ends_with("<script type=module>let kept = 1;</script>"), "{page}");
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert!(module("export {").unwrap_err().contains("cannot be minified"));
    }
}
