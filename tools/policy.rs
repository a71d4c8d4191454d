//! The content security policy: what the page may do at all. Nothing inline runs but what is hashed here.

use crate::{
    Result, early,
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
    /// From `trunk serve` on this computer, while it is worked on.
    Workshop,
}

/// The page with its policy. Only the character set and the scripts that have to run without it come before.
pub fn apply(page: &str, place: Place) -> Result<String> {
    let elements = html::elements(page)?;
    for element in &elements {
        refuse_what_would_be_blocked(element)?;
    }
    let charset = elements
        .iter()
        .position(|e| e.name == "meta" && e.get("charset").is_some())
        .ok_or("the page lacks <meta charset>, after which the policy goes")?;
    let early = elements[charset + 1..].iter().take_while(|e| EARLY.iter().any(|id| e.is("script", "id", id)));
    let end = early.last().unwrap_or(&elements[charset]).range.end;
    let (own, connect) = match place {
        Place::Site => (OWN, "'none'"),
        Place::SingleFile => ("", "'none'"),
        Place::Workshop => (OWN, RELOAD),
    };
    let policy = policy(&Inline::of(&elements), own, connect);
    let meta = format!("\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    Ok(html::edit(page, vec![(end..end, meta)]))
}

/// The policy that a host should send with each of these pages. It holds from the start, so it has to allow the request
/// for the WebAssembly, and it can forbid frames, which a page's own policy cannot.
pub fn header(pages: &[&str]) -> Result<String> {
    let mut inline = Inline::default();
    for page in pages {
        let found = Inline::of(&html::elements(page)?);
        merge(&mut inline.scripts, found.scripts);
        merge(&mut inline.styles, found.styles);
    }
    Ok(policy(&inline, OWN, OWN) + "; frame-ancestors 'none'")
}

/// Whatever comes from the page's own origin.
const OWN: &str = "'self'";
/// Where Trunk tells a page that there is a newer one.
const RELOAD: &str = "ws://127.0.0.1:*/.well-known/trunk/ws ws://localhost:*/.well-known/trunk/ws";
/// The scripts that may come before the policy, in this order.
const EARLY: [&str; 2] = [early::GUARD, early::FETCH];

/// The hashes of what stands inside a page.
#[derive(Default)]
struct Inline {
    scripts: Vec<String>,
    styles: Vec<String>,
}

impl Inline {
    fn of(elements: &[Element<'_>]) -> Self {
        Self {
            scripts: hashes(elements.iter().filter(|e| e.name == "script" && e.get("src").is_none() && runs(e))),
            styles: hashes(elements.iter().filter(|e| e.name == "style")),
        }
    }
}

fn policy(inline: &Inline, own: &str, connect: &str) -> String {
    let scripts = sources(own, &inline.scripts, "'wasm-unsafe-eval'");
    let styles = sources(own, &inline.styles, "");
    // No script may turn text into markup or code, not by any way of its own either: that is what the last two say. The
    // one policy by that name makes the page's worker, of a text that came with the page, and nothing else.
    format!(
        "default-src 'none'; script-src {scripts}; style-src {styles}; img-src data: blob:; connect-src {connect}; \
         worker-src blob:; base-uri 'none'; form-action 'none'; object-src 'none'; \
         require-trusted-types-for 'script'; trusted-types tenken-worker"
    )
}

fn sources(own: &str, hashes: &[String], more: &str) -> String {
    let all: Vec<_> =
        [own].into_iter().chain(hashes.iter().map(String::as_str)).chain([more]).filter(|s| !s.is_empty()).collect();
    if all.is_empty() { "'none'".to_owned() } else { all.join(" ") }
}

/// Whether the browser reads the script as anything but data.
fn runs(script: &Element<'_>) -> bool {
    let kind = script.get("type").unwrap_or_default().trim().to_ascii_lowercase();
    matches!(kind.as_str(), "" | "module" | "importmap" | "speculationrules") || kind.ends_with("script")
}

/// Each different text once, in the order of the page.
fn hashes<'a>(elements: impl Iterator<Item = &'a Element<'a>>) -> Vec<String> {
    let mut found = Vec::new();
    merge(&mut found, elements.map(|e| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(e.text)))));
    found
}

fn merge(into: &mut Vec<String>, more: impl IntoIterator<Item = String>) {
    for source in more {
        if !into.contains(&source) {
            into.push(source);
        }
    }
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
    fn only_the_named_scripts_come_before_the_policy() {
        let early = "<script id=tenken-guard>1</script>\n<script id=tenken-fetch>2</script>";
        let page = apply(&format!("<meta charset=utf-8>\n{early}<script>3</script>"), Place::Site).unwrap();
        assert!(page.contains(&format!("{early}\n<meta http-equiv=\"Content-Security-Policy\"")), "{page}");
        // Those after the policy are no exception.
        let page =
            apply("<meta charset=utf-8><script>3</script><script id=tenken-fetch>2</script>", Place::Site).unwrap();
        assert!(page.starts_with("<meta charset=utf-8>\n<meta http-equiv"), "{page}");
    }

    #[test]
    fn no_page_may_connect_to_anything_or_make_markup_of_text() {
        for place in [Place::Site, Place::SingleFile] {
            let page = apply(PAGE, place).unwrap();
            assert!(page.contains("connect-src 'none'; worker-src blob:;"), "{page}");
            assert!(page.contains("require-trusted-types-for 'script'; trusted-types tenken-worker\">"), "{page}");
        }
    }

    #[test]
    fn the_header_allows_what_every_page_has_and_the_one_request() {
        let other = "<meta charset=utf-8><style>q{}</style><script>1</script>";
        let header = header(&[PAGE, other]).unwrap();
        assert!(header.contains(&format!("script-src 'self' {HELLO} 'sha256-")), "{header}");
        assert_eq!(header.matches("'sha256-").count(), 4, "{header}");
        assert!(header.contains("; connect-src 'self';") && header.ends_with("; frame-ancestors 'none'"), "{header}");
    }

    #[test]
    fn a_single_file_has_nothing_beside_it() {
        let page = apply(PAGE, Place::SingleFile).unwrap();
        assert!(page.contains(&format!("script-src {HELLO} 'wasm-unsafe-eval';")), "{page}");
        assert!(page.contains("connect-src 'none';") && !page.contains("'self'"), "{page}");
    }

    #[test]
    fn only_while_it_is_worked_on_a_page_hears_of_a_newer_one() {
        let published = apply(PAGE, Place::Site).unwrap();
        assert!(!published.contains("ws:"), "{published}");
        assert_eq!(apply(PAGE, Place::Workshop).unwrap().replace(RELOAD, "'none'"), published);
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
