//! The one request that the site's script makes: for the WebAssembly.
//!
//! A policy in a `<meta>` holds for what comes after it. So a script before it sends this request, and the policy forbids
//! every other. The app is started at the end of the page, with the request under way in place of the file's name. Trunk's
//! own script would keep the browser from calling the page loaded until then, and from painting its first screen.

use crate::{
    Result,
    html::{self, Element},
    single::quoted,
};

/// The script of `index.html` that decides whether the app may start at all.
pub const GUARD: &str = "tenken-guard";
/// The script that sends the request.
pub const FETCH: &str = "tenken-fetch";
/// Where the loader finds the request.
const REQUEST: &str = "window.tenkenWasm";
/// Kept once the first screen is drawn, where there is one before the app.
const DRAWN: &str = "window.tenkenDrawn";

/// The page that Trunk wrote, with the request before all but the guard.
pub fn apply(page: &str) -> Result<String> {
    let elements = html::elements(page)?;
    let guard = by_id(&elements, GUARD).ok_or_else(|| format!("the page lacks the script `{GUARD}`"))?;
    let loader = elements.iter().find(|e| e.is("script", "type", "module")).ok_or("the page lacks Trunk's script")?;
    let (script, file) = (quoted(loader.text, ".js")?, format!("'{}'", quoted(loader.text, ".wasm")?));
    let end = page.rfind("</body>").ok_or("the page lacks a closing `</body>`")?;
    // In a frame the loader waits for ever. Whether the request failed is for the loader to tell: here nobody listens
    // yet, so a failure counts as seen to. The loader compiles what arrives, too: compiled at once, it would take the
    // processors from laying out the first screen, which was there a twelfth later, and the app no sooner.
    let fetch = format!(
        "\n<script id=\"{FETCH}\">\n{REQUEST} = window.tenkenFramed ? new Promise(function () {{}}) : fetch({file});\n\
         {REQUEST}.catch(function () {{}});\n</script>"
    );
    let start = format!(
        "<script>\nPromise.resolve({DRAWN}).then(function () {{ return import('{script}'); }})\
         .then(function (app) {{ return app.default({{ module_or_path: {REQUEST} }}); }})\
         .then(function () {{ dispatchEvent(new CustomEvent(\"TrunkApplicationStarted\")); }});\n</script>"
    );
    let mut edits =
        vec![(guard.range.end..guard.range.end, fetch), (loader.range.clone(), String::new()), (end..end, start)];
    // A preload of the WebAssembly would be forbidden by the policy. One of the script takes time from laying out the first
    // screen, before which the script is not run.
    let preloads = elements.iter().filter(|e| {
        e.is("link", "rel", "preload") && e.is("link", "as", "fetch") || e.is("link", "rel", "modulepreload")
    });
    edits.extend(preloads.map(|e| (e.range.clone(), String::new())));
    Ok(html::edit(page, edits))
}

fn by_id<'a, 'b>(elements: &'b [Element<'a>], id: &str) -> Option<&'b Element<'a>> {
    elements.iter().find(|e| e.is("script", "id", id))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<meta charset=utf-8>\n<script id=tenken-guard>1</script>\n<title>x</title><script type=\"module\">\
        import init from './a.js';\nawait init({ module_or_path: './a_bg.wasm' });</script>\
        <link rel=\"modulepreload\" href=\"./a.js\"></body>";
    const PRELOAD: &str = "<link rel=\"preload\" href=\"./a_bg.wasm\" as=\"fetch\">";

    #[test]
    fn the_request_follows_the_guard_and_the_app_takes_it_at_the_end() {
        let page = apply(&format!("{PRELOAD}{PAGE}")).unwrap();
        let (before, after) = page.split_once("<script id=\"tenken-fetch\">").unwrap();
        assert!(before.ends_with("<script id=tenken-guard>1</script>\n"), "{page}");
        assert!(after.contains(": fetch('./a_bg.wasm');"), "{page}");
        assert!(!page.contains("modulepreload"), "{page}");
        assert!(
            after.contains("import('./a.js')") && after.contains("{ module_or_path: window.tenkenWasm }"),
            "{page}"
        );
        assert!(after.ends_with("</script></body>"), "{page}");
        assert!(!page.contains(PRELOAD), "{page}");
    }

    #[test]
    fn a_page_of_another_form_is_refused() {
        for (from, to, word) in [
            ("tenken-guard", "x", "tenken-guard"),
            ("\"module\"", "\"\"", "Trunk"),
            ("a_bg.wasm", "a", ".wasm"),
            ("</body>", "", "</body>"),
        ] {
            assert!(apply(&PAGE.replace(from, to)).unwrap_err().contains(word), "{from}");
        }
    }
}
