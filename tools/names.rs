//! The names by which the WebAssembly and its glue know each other, in as few bytes as possible. wasm-bindgen gives each
//! a hash, which no compression makes shorter, and it stands in both: nearly nine kilobytes of the first load.

use crate::{Result, files};
use std::{collections::BTreeMap, convert::Infallible, path::Path, result};
use wasm_encoder::{
    ExportSection, ImportSection, Module,
    reencode::{Error, Reencode},
};
use wasmparser::{Export, ImportSectionReader, Parser};

/// Shortens them in the site's WebAssembly and in the glue beside it.
pub fn shorten(dist: &Path) -> Result<()> {
    for wasm in files::list(dist)? {
        let Some(name) = wasm.strip_suffix("_bg.wasm") else { continue };
        let script = format!("{name}.js");
        let mut names = Names::default();
        let module = names.module(&files::read(dist, &wasm)?).map_err(|problem| format!("{wasm}: {problem}"))?;
        let text = names.script(&files::read_text(dist, &script)?);
        files::write(dist, &wasm, module)?;
        files::write(dist, &script, text)?;
    }
    Ok(())
}

/// The short name of each that is long.
#[derive(Default)]
struct Names(BTreeMap<String, String>);

impl Names {
    /// A module that imports and exports the same.
    fn module(&mut self, wasm: &[u8]) -> result::Result<Vec<u8>, Error> {
        let mut module = Module::new();
        self.parse_core_module(&mut module, Parser::new(0), wasm)?;
        Ok(module.finish())
    }

    /// A script that gives and takes the same.
    fn script(&self, text: &str) -> String {
        let ends = |c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '$';
        let words = text.split_inclusive(ends).map(|piece| {
            let word = piece.trim_end_matches(ends);
            self.0.get(word).map_or(word, String::as_str).to_owned() + &piece[word.len()..]
        });
        words.collect()
    }

    fn short(&mut self, name: &str) -> String {
        // Others could stand for something else in the script, like `main`.
        if !["__wb", "wasm_bindgen__"].iter().any(|start| name.starts_with(start)) {
            return name.to_owned();
        }
        let next = format!("w{}", self.0.len());
        self.0.entry(name.to_owned()).or_insert(next).clone()
    }
}

impl Reencode for Names {
    type Error = Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> result::Result<(), Error> {
        for import in section.into_imports() {
            let import = import?;
            imports.import(import.module, &self.short(import.name), self.entity_type(import.ty)?);
        }
        Ok(())
    }

    fn parse_export(&mut self, exports: &mut ExportSection, export: Export<'_>) -> result::Result<(), Error> {
        exports.export(&self.short(export.name), self.export_kind(export.kind)?, export.index);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{CodeSection, EntityType, ExportKind, Function, FunctionSection, TypeSection};

    const LONG: [&str; 4] = ["__wbg_new_1f", "__wbg_new_1f2", "main", "__wbindgen_malloc"];
    const SHORT: [&str; 4] = ["w0", "w1", "main", "w2"];

    /// One that imports two functions and exports two.
    fn module(names: [&str; 4]) -> Vec<u8> {
        let (mut types, mut imports, mut functions) =
            (TypeSection::new(), ImportSection::new(), FunctionSection::new());
        types.ty().function([], []);
        imports.import("./a_bg.js", names[0], EntityType::Function(0));
        imports.import("./a_bg.js", names[1], EntityType::Function(0));
        functions.function(0);
        let (mut exports, mut code, mut body) = (ExportSection::new(), CodeSection::new(), Function::new([]));
        exports.export(names[2], ExportKind::Func, 2);
        exports.export(names[3], ExportKind::Func, 1);
        body.instructions().call(0).end();
        code.function(&body);
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&exports).section(&code);
        module.finish()
    }

    fn glue(names: [&str; 4]) -> String {
        let [first, second, main, malloc] = names;
        format!("let w,__wbg_ptr;const i={{{first}:()=>w.{main}(),{second}(e){{w.{malloc}(e)}}}};export{{i as {main}}}")
    }

    #[test]
    fn module_and_script_take_the_same_short_names_and_stay_the_same_otherwise() {
        let mut names = Names::default();
        assert_eq!(names.module(&module(LONG)).unwrap(), module(SHORT));
        assert_eq!(names.script(&glue(LONG)), glue(SHORT));
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert!(Names::default().module(b"\0asm").is_err());
    }
}
