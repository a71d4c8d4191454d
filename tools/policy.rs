//! The content security policy: what the page may do at all. Nothing inline runs but what is hashed here.

use crate::{
    Result,
    html::{self, Element},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

/// Where the page will be opened.
#[derive(Clone, Copy, PartialEq)]
pub enum Place {
    /// From a web server, with its files beside it.
    Site,
    /// From anywhere, alone.
    SingleFile,
}

/// The page with its policy as the first thing that the browser meets after the character set.
pub fn apply(page: &str, place: Place) -> Result<String> {
    let page = without_policy(page)?;
    let elements = html::elements(&page)?;
    for element in &elements {
        refuse_what_would_be_blocked(element)?;
    }
    let charset = elements
        .iter()
        .find(|e| e.name == "meta" && e.get("charset").is_some())
        .ok_or("the page lacks <meta charset>, after which the policy goes")?;
    let meta = format!("\n<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", policy(&elements, place));
    let end = charset.range.end;
    Ok(html::edit(&page, vec![(end..end, meta)]))
}

fn policy(elements: &[Element<'_>], place: Place) -> String {
    let scripts = hashes(elements.iter().filter(|e| e.name == "script" && e.get("src").is_none() && runs(e)));
    let styles = hashes(elements.iter().filter(|e| e.name == "style"));
    let (own, images, connect) = match place {
        Place::Site => (vec!["'self'".to_owned()], "'self' data: blob:", "'self'"),
        Place::SingleFile => (Vec::new(), "data: blob:", "'none'"),
    };
    let scripts = [own.clone(), scripts, vec!["'wasm-unsafe-eval'".to_owned()]].concat().join(" ");
    let styles = [own, styles].concat();
    let styles = if styles.is_empty() { "'none'".to_owned() } else { styles.join(" ") };
    format!(
        "default-src 'none'; script-src {scripts}; style-src {styles}; img-src {images}; connect-src {connect}; \
         base-uri 'none'; form-action 'none'; object-src 'none'"
    )
}

/// Whether the browser reads the script as anything but data.
fn runs(script: &Element<'_>) -> bool {
    let kind = script.get("type").unwrap_or_default().trim().to_ascii_lowercase();
    matches!(kind.as_str(), "" | "module" | "importmap" | "speculationrules") || kind.ends_with("script")
}

/// Each different text once, in the order of the page.
fn hashes<'a>(elements: impl Iterator<Item = &'a Element<'a>>) -> Vec<String> {
    let mut found = Vec::new();
    for element in elements {
        let source = format!("'sha256-{}'", STANDARD.encode(Sha256::digest(element.text)));
        if !found.contains(&source) {
            found.push(source);
        }
    }
    found
}

fn without_policy(page: &str) -> Result<String> {
    let edits = html::elements(page)?
        .into_iter()
        .filter(|e| e.is("meta", "http-equiv", "Content-Security-Policy"))
        .map(|e| (e.range.start - usize::from(page[..e.range.start].ends_with('\n'))..e.range.end, String::new()))
        .collect();
    Ok(html::edit(page, edits))
}

fn refuse_what_would_be_blocked(element: &Element<'_>) -> Result<()> {
    match element.attributes.iter().find(|(name, _)| name == "style" || name.starts_with("on")) {
        Some((name, _)) => {
            Err(format!("the content security policy blocks the attribute `{name}` of <{}>", element.name))
        }
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><meta charset=\"utf-8\">\n<title>x</title><style>p{}</style>\
        <script>alert('Hello, world.');</script><script type=\"application/x-data\">d</script></head>";
    // The example of the specification, CSP Level 3, section 8.4.
    const HELLO: &str = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='";

    #[test]
    fn the_policy_follows_the_character_set_and_allows_what_is_there() {
        let page = apply(PAGE, Place::Site).unwrap();
        assert!(page.starts_with(
            "<head><meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
        ));
        assert!(page.contains(&format!("script-src 'self' {HELLO} 'wasm-unsafe-eval';")), "{page}");
    }

    #[test]
    fn a_single_file_may_not_connect_to_anything() {
        let page = apply(PAGE, Place::SingleFile).unwrap();
        assert!(page.contains(&format!("script-src {HELLO} 'wasm-unsafe-eval';")), "{page}");
        assert!(page.contains("connect-src 'none';") && !page.contains("'self'"), "{page}");
    }

    #[test]
    fn applying_it_again_changes_nothing() {
        let once = apply(PAGE, Place::Site).unwrap();
        assert_eq!(apply(&once, Place::Site).unwrap(), once);
    }

    #[test]
    fn data_is_not_hashed_and_one_hash_serves_equal_scripts() {
        let page =
            "<meta charset=utf-8><script>1</script><script type='module'>1</script><script type=text/plain>2</script>";
        let page = apply(page, Place::SingleFile).unwrap();
        assert_eq!(page.matches("'sha256-").count(), 1, "{page}");
        assert!(page.contains("style-src 'none'"), "{page}");
    }

    #[test]
    fn inline_attributes_and_a_missing_character_set_are_refused() {
        for (page, word) in [
            ("<meta charset=utf-8><p style='x'>", "`style` of <p>"),
            ("<meta charset=utf-8><p onclick=x>", "`onclick` of <p>"),
            ("<p>", "charset"),
        ] {
            assert!(apply(page, Place::Site).unwrap_err().contains(word), "{page}");
        }
    }
}
