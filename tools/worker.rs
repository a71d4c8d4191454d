//! The worker: a second program, which the page starts when it first needs it.
//!
//! Its script has the WebAssembly in it, so that one text starts it whether the page came from a server or is the single
//! file. The page makes a Blob of that text: such a worker is under the page's own policy, and so cannot connect to
//! anything, while one that is loaded from a file would be under whatever its host sends with that.

use crate::{
    Result, files,
    single::{self, UNPACK, default_export, gzip},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};
use std::{fs, path::Path};

/// What Trunk calls it, after the program.
const SCRIPT: &str = "worker.js";
const WASM: &str = "worker_bg.wasm";
/// How the file's name begins in the site.
pub const PREFIX: &str = "tenken-worker-";

/// The worker, made ready for both places.
pub struct Worker {
    /// The script with the WebAssembly in it.
    text: String,
    /// The file of the site that exports this text.
    file: String,
}

/// Takes what Trunk wrote, and leaves one file in its place.
pub fn take(dist: &Path) -> Result<Worker> {
    let text = script(&files::read_text(dist, SCRIPT)?, &files::read(dist, WASM)?)?;
    for name in [SCRIPT, WASM] {
        fs::remove_file(dist.join(name)).map_err(|e| format!("{name} cannot be removed: {e}"))?;
    }
    let quoted = serde_json::to_string(&text).map_err(|e| format!("the worker is no text: {e}"))?;
    let hash: String = Sha256::digest(&quoted).iter().take(8).map(|b| format!("{b:02x}")).collect();
    let file = format!("{PREFIX}{hash}.js");
    files::write(dist, &file, format!("export default{quoted}"))?;
    Ok(Worker { text, file })
}

/// The glue, and the start with the WebAssembly. Not as a module: from a file, Chromium starts none.
fn script(glue: &str, wasm: &[u8]) -> Result<String> {
    let start = default_export(glue).ok_or_else(|| format!("`{SCRIPT}` has no default export to start it"))?;
    let (glue, _) = glue.rsplit_once("export").unwrap_or_default();
    if glue.contains("export ") || glue.contains("export{") {
        return Err(format!("`{SCRIPT}` exports more than its start, which only a module can"));
    }
    // Where the WebAssembly would be if it came from a file.
    let glue = glue.replace("import.meta.url", "location.href");
    let wasm = STANDARD.encode(gzip(wasm)?);
    // Of what a promise throws the page would not hear.
    Ok(format!(
        r#"{glue}
const text = "{wasm}";
{UNPACK}
{start}({{ module_or_path: unpacked }})
  .catch((error) => setTimeout(() => {{ throw error; }}));
"#
    ))
}

impl Worker {
    /// The site's page, which loads the text when it is needed.
    pub fn beside(&self, page: &str) -> Result<String> {
        let load = format!("return import('./{}').then(function (file) {{ return file.default; }});", self.file);
        insert(page, &format!("<script>\nwindow.tenkenWorkerText = function () {{ {load} }};\n</script>"))
    }

    /// The single file, which has the text in it, behind all that is needed at the start.
    pub fn inside(&self, page: &str) -> Result<String> {
        let text = single::embedded(&self.text, SCRIPT, "</script")?;
        let load = "return Promise.resolve(document.getElementById(\"tenken-worker\").textContent);";
        insert(
            page,
            &format!(
                "<script>\nwindow.tenkenWorkerText = function () {{ {load} }};\n</script>\n\
                 <script type=\"text/plain\" id=\"tenken-worker\">{text}</script>"
            ),
        )
    }
}

fn insert(page: &str, what: &str) -> Result<String> {
    let at = page.rfind("</body>").ok_or("the page lacks a closing `</body>`")?;
    Ok(format!("{}{what}{}", &page[..at], &page[at..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "async function go() { import.meta.url }\nexport{go as default};";

    fn worker() -> Worker {
        Worker { text: script(GLUE, b"\0asm").unwrap(), file: "tenken-worker-0.js".to_owned() }
    }

    #[test]
    fn the_script_starts_itself() {
        let text = worker().text;
        assert!(text.contains("\ngo({ module_or_path:") && !text.contains("export"), "{text}");
        assert!(script("export { x };", b"").unwrap_err().contains("no default export"));
        let two = format!("export class Stream{{}}{GLUE}");
        assert!(script(&two, b"").unwrap_err().contains("exports more than its start"));
    }

    #[test]
    fn the_site_loads_it_and_the_single_file_has_it() {
        let page = "<body><p></p></body>";
        let site = worker().beside(page).unwrap();
        assert!(site.contains("import('./tenken-worker-0.js')") && site.ends_with("</script></body>"), "{site}");
        assert!(!site.contains("DecompressionStream"));
        let single = worker().inside(page).unwrap();
        assert!(single.contains("DecompressionStream") && !single.contains("import("), "{single}");
        assert!(worker().beside("<p>").is_err() && worker().inside("<p>").is_err());
    }

    #[test]
    fn the_same_input_gives_the_same_bytes() {
        assert_eq!(script(GLUE, b"\0asm"), script(GLUE, b"\0asm"));
    }
}
