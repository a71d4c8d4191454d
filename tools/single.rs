//! The app in one file: script and WebAssembly inside the page, as its styles are anyway.

use crate::{
    Result,
    html::{self, Element},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use flate2::{Compression, write::GzEncoder};
use std::io::Write;

/// Reads a file of the site by its name.
type Read<'a> = &'a dyn Fn(&str) -> Result<Vec<u8>>;

/// The page that Trunk wrote, made to need no other file.
pub fn pack(page: &str, read: Read<'_>) -> Result<String> {
    let mut edits = Vec::new();
    let mut apps = 0;
    let end = page.rfind("</body>").ok_or("the page lacks a closing `</body>`")?;
    for element in html::elements(page)? {
        let text = match element.name.as_str() {
            "link" => link(&element)?,
            "style" => refuse_another_file(element.text)?,
            "script" if element.get("src").is_some() => {
                return Err("the single file cannot hold a script with `src`".to_owned());
            }
            "script" if element.is("script", "type", "module") => {
                // The first screen does not have to wait until a million letters are read.
                edits.push((end..end, app(element.text, read)?));
                apps += 1;
                Some(String::new())
            }
            _ => None,
        };
        edits.extend(text.map(|text| (element.range, text)));
    }
    if apps != 1 {
        return Err(format!("the page has {apps} module scripts where Trunk writes one"));
    }
    Ok(html::edit(page, edits))
}

/// What stands in place of a link; `None` where it can stay.
fn link(link: &Element<'_>) -> Result<Option<String>> {
    let href = link.get("href").unwrap_or_default();
    match link.get("rel").unwrap_or_default() {
        "preload" | "modulepreload" | "manifest" => Ok(Some(String::new())),
        _ if href.starts_with("data:") => Ok(None),
        rel => Err(format!("the single file cannot hold the link `{rel}` to `{href}`")),
    }
}

fn refuse_another_file(css: &str) -> Result<Option<String>> {
    if css.contains("@import") || css.replace("url(\"data:", "").replace("url(data:", "").contains("url(") {
        return Err("the page cannot hold a style that needs another file".to_owned());
    }
    Ok(None)
}

/// The script that makes of a `text` what starts a program: WebAssembly in Base64, packed by `gzip`.
pub const UNPACK: &str = r#"// Browsers before 2025 lack `fromBase64`, which takes a tenth of the time.
  const packed = Uint8Array.fromBase64 ? Uint8Array.fromBase64(text) : Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  // As from a server, so that it is compiled while it is still being unpacked.
  const unpacked = new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip")),
    { headers: { "Content-Type": "application/wasm" } });"#;

/// The app's script and WebAssembly, in place of the script that would load both.
fn app(loader: &str, read: Read<'_>) -> Result<String> {
    let (script_name, wasm_name) = (quoted(loader, ".js")?, quoted(loader, ".wasm")?);
    let script = text(script_name, read)?;
    let wasm = STANDARD.encode(gzip(&read(local(wasm_name)?)?)?);
    if script.lines().any(|line| line.starts_with("import ") || line.starts_with("import{")) {
        return Err(format!("the single file cannot hold `{script_name}`, which imports other scripts"));
    }
    let start = default_export(&script)
        .ok_or_else(|| format!("`{script_name}` has no default export, which would start the app"))?;
    let script = embedded(&script, script_name, "</script")?;
    // It does not wait until the worker is read, which stands behind it.
    Ok(format!(
        r#"<script type="application/octet-stream;base64" id="tenken-wasm">{wasm}</script>
<script type="module" async>
{script}
if (!window.tenkenFramed) {{
  const data = document.getElementById("tenken-wasm");
  const text = data.textContent;
  data.remove();
  {UNPACK}
  await {start}({{ module_or_path: unpacked }});
  dispatchEvent(new CustomEvent("TrunkApplicationStarted"));
}}
</script>"#
    ))
}

/// The file name in single quotes that ends so, in the few lines that Trunk writes, or that were made of them.
pub fn quoted<'a>(loader: &'a str, ending: &str) -> Result<&'a str> {
    let names = loader.split('\'').skip(1).step_by(2);
    names.into_iter().find(|n| n.ends_with(ending)).ok_or_else(|| format!("Trunk's script loads no `{ending}` file"))
}

/// The local name that is exported as the default.
pub fn default_export(script: &str) -> Option<&str> {
    let (before, _) = script.rsplit_once(" as default")?;
    before.rsplit([' ', ',', '{']).next().filter(|name| !name.is_empty())
}

/// A file's name relative to the page.
fn local(href: &str) -> Result<&str> {
    let name = href.strip_prefix("./").unwrap_or(href);
    if name.starts_with('/') || name.contains(':') || name.contains("..") {
        return Err(format!("`{href}` is not beside the page"));
    }
    Ok(name)
}

fn text(href: &str, read: Read<'_>) -> Result<String> {
    let text = String::from_utf8(read(local(href)?)?).map_err(|_| format!("`{href}` is not UTF-8"))?;
    Ok(text.replace("\r\n", "\n"))
}

/// The text, if it can stand inside its element as it is. HTML has no way to escape there.
pub fn embedded<'a>(text: &'a str, name: &str, end: &str) -> Result<&'a str> {
    let lower = text.to_ascii_lowercase();
    if lower.contains(end) || lower.contains("<!--") || text.contains('\r') {
        return Err(format!("the single file cannot hold `{name}`, which contains `{end}`, `<!--` or a bare return"));
    }
    Ok(text)
}

/// The same bytes for the same input: no time and no file name go in.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).map_err(|e| format!("compression failed: {e}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><link rel=\"icon\" href=\"data:x\"><style>p{}</style>\
        <script type=\"module\">import init from './a.js';\nawait init({ module_or_path: './a_bg.wasm' });</script>\
        <link rel=\"modulepreload\" href=\"./a.js\"></head><body><script>1</script></body>";

    fn files(js: &'static str) -> impl Fn(&str) -> Result<Vec<u8>> {
        move |name| match name {
            "a.js" => Ok(js.into()),
            "a_bg.wasm" => Ok(b"\0asm".to_vec()),
            _ => Err(format!("no {name}")),
        }
    }

    const JS: &str = "async function start_it() {}\nexport { initSync, start_it as default };";

    #[test]
    fn everything_is_inside() {
        let page = pack(PAGE, &files(JS)).unwrap();
        assert!(page.contains("<style>p{}</style>"), "{page}");
        assert!(page.contains("await start_it({ module_or_path:"), "{page}");
        assert!(page.contains("if (!window.tenkenFramed) {"), "{page}");
        assert!(page.contains("href=\"data:x\"") && page.ends_with("</script></body>"), "{page}");
        assert!(page.find("<script>1") < page.find("tenken-wasm"), "the page comes first: {page}");
        for gone in ["./a.js", "./a_bg.wasm", "modulepreload"] {
            assert!(!page.contains(gone), "{gone}");
        }
    }

    #[test]
    fn the_same_input_gives_the_same_bytes() {
        assert_eq!(pack(PAGE, &files(JS)), pack(PAGE, &files(JS)));
    }

    #[test]
    fn what_one_file_cannot_hold_is_refused() {
        for (js, word) in [
            ("import './snippet.js';", "imports other scripts"),
            ("export { x };", "no default export"),
            ("'</SCRIPT>'; export { x as default };", "</script"),
        ] {
            assert!(pack(PAGE, &files(js)).unwrap_err().contains(word), "{js}");
        }
        for css in ["@import 'x'", "p{background:url(x.png)}"] {
            assert!(pack(&PAGE.replace("p{}", css), &files(JS)).unwrap_err().contains("another file"), "{css}");
        }
        for more in ["<script src=x></script>", "<link rel=icon href=x.png>", "<link rel=stylesheet href=x.css>"] {
            assert!(pack(&format!("{more}{PAGE}"), &files(JS)).is_err(), "{more}");
        }
        for page in ["<body></body>", &PAGE.replace("</body>", "")] {
            assert!(pack(page, &files(JS)).is_err(), "{page}");
        }
    }

    #[test]
    fn only_files_beside_the_page_are_read() {
        assert_eq!(local("./a.js"), Ok("a.js"));
        for href in ["/a.js", "https://example.org/a.js", "../a.js"] {
            assert!(local(href).is_err(), "{href}");
        }
    }

    #[test]
    fn data_urls_are_no_other_file() {
        let page = PAGE.replace("p{}", "p{background:url(\"data:x\")}q{background:url(data:x)}");
        assert!(pack(&page, &files(JS)).is_ok());
    }
}
