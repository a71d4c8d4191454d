//! A scanner for the HTML that Trunk writes: it finds start tags with their attributes, and the text of
//! elements whose text is not markup. It is no general parser; what it cannot read is an error.

use crate::Result;
use std::ops::Range;

/// One element, from its start tag.
#[derive(Debug, PartialEq)]
pub struct Element<'a> {
    /// In lower case.
    pub name: String,
    /// Names in lower case; a value without entities resolved.
    pub attributes: Vec<(String, &'a str)>,
    /// The text of a script, a style, a title or a text area; else empty.
    pub text: &'a str,
    /// The start tag, and for the elements with text all up to the end of the end tag.
    pub range: Range<usize>,
}

impl<'a> Element<'a> {
    /// The value of an attribute; empty for one without a value.
    pub fn get(&self, name: &str) -> Option<&'a str> {
        self.attributes.iter().find(|(n, _)| n == name).map(|(_, value)| *value)
    }

    /// Whether the element is this and one of its attributes has this value.
    pub fn is(&self, name: &str, attribute: &str, value: &str) -> bool {
        self.name == name && self.get(attribute).is_some_and(|v| v.eq_ignore_ascii_case(value))
    }
}

/// All elements in the order of the page.
pub fn elements(html: &str) -> Result<Vec<Element<'_>>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = html[at..].find('<').map(|i| at + i) {
        let rest = &html[start..];
        at = if rest.starts_with("<!--") {
            after(html, start, "-->")?
        } else if rest.starts_with("<!") || rest.starts_with("</") {
            after(html, start, ">")?
        } else if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            let element = element(html, start)?;
            let end = element.range.end;
            found.push(element);
            end
        } else {
            start + 1
        };
    }
    Ok(found)
}

/// The page with each range replaced by its text. The ranges must not overlap.
pub fn edit(html: &str, mut edits: Vec<(Range<usize>, String)>) -> String {
    edits.sort_by_key(|(range, _)| range.start);
    let mut result = String::with_capacity(html.len());
    let mut at = 0;
    for (range, text) in edits {
        result.push_str(&html[at..range.start]);
        result.push_str(&text);
        at = range.end;
    }
    result + &html[at..]
}

fn element(html: &str, start: usize) -> Result<Element<'_>> {
    let bytes = html.as_bytes();
    let skip = |mut at: usize, stop: &dyn Fn(u8) -> bool| {
        while at < bytes.len() && !stop(bytes[at]) {
            at += 1;
        }
        at
    };
    let ends_name = |b: u8| b.is_ascii_whitespace() || b == b'>' || b == b'/' || b == b'=';
    let mut at = skip(start + 1, &ends_name);
    let name = html[start + 1..at].to_ascii_lowercase();
    let mut attributes = Vec::new();
    loop {
        at = skip(at, &|b| !b.is_ascii_whitespace() && b != b'/');
        match bytes.get(at) {
            None => return Err(format!("a <{name}> tag in the page has no end")),
            Some(b'>') => break,
            Some(b'=') => return Err(format!("a <{name}> tag in the page has an attribute without a name")),
            Some(_) => {}
        }
        let key_start = at;
        at = skip(at, &ends_name);
        let key = html[key_start..at].to_ascii_lowercase();
        let equals = skip(at, &|b| !b.is_ascii_whitespace());
        let mut value = "";
        if bytes.get(equals) == Some(&b'=') {
            at = skip(equals + 1, &|b| !b.is_ascii_whitespace());
            let quote = bytes.get(at).copied().filter(|b| *b == b'"' || *b == b'\'');
            let value_start = at + usize::from(quote.is_some());
            at = match quote {
                Some(quote) => skip(value_start, &|b| b == quote),
                None => skip(value_start, &|b| b.is_ascii_whitespace() || b == b'>'),
            };
            value = &html[value_start..at];
            at += usize::from(quote.is_some());
        }
        attributes.push((key, value));
    }
    let open_end = at + 1;
    let (text, end) = match name.as_str() {
        "script" | "style" | "title" | "textarea" => {
            let close = find_ignoring_case(html, open_end, &format!("</{name}"))
                .ok_or_else(|| format!("a <{name}> in the page is not closed"))?;
            (&html[open_end..close], after(html, close, ">")?)
        }
        _ => ("", open_end),
    };
    Ok(Element { name, attributes, text, range: start..end })
}

fn after(html: &str, from: usize, what: &str) -> Result<usize> {
    let found = html[from..].find(what).ok_or_else(|| format!("the page lacks a closing `{what}`"))?;
    Ok(from + found + what.len())
}

fn find_ignoring_case(html: &str, from: usize, what: &str) -> Option<usize> {
    let (text, what) = (html.as_bytes(), what.as_bytes());
    (from..text.len()).find(|&i| text[i..].len() >= what.len() && text[i..i + what.len()].eq_ignore_ascii_case(what))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_of_every_form_are_read() {
        let page = "<!doctype html><!-- <link> --><LINK rel=\"a b\" Href='./x.css'/><input disabled type=text >";
        let found = elements(page).unwrap();
        assert_eq!(found.len(), 2);
        assert!(found[0].is("link", "href", "./x.css"));
        assert_eq!(found[0].get("rel"), Some("a b"));
        assert_eq!((found[1].get("disabled"), found[1].get("type")), (Some(""), Some("text")));
    }

    #[test]
    fn a_script_is_one_element_whatever_it_contains() {
        let page = "日本<script>if (1 < 2) '<p>'</SCRIPT ><p>";
        let found = elements(page).unwrap();
        assert_eq!(found[0].text, "if (1 < 2) '<p>'");
        assert_eq!(&page[found[0].range.clone()], "<script>if (1 < 2) '<p>'</SCRIPT >");
        assert_eq!(found[1].name, "p");
    }

    #[test]
    fn what_is_not_closed_is_an_error() {
        for page in ["<script>x", "<p class=\"x", "<!-- x", "<p", "<p =x>"] {
            assert!(elements(page).is_err(), "{page}");
        }
    }

    #[test]
    fn edits_keep_what_lies_between() {
        assert_eq!(edit("abcdef", vec![(4..5, "E".into()), (0..2, String::new()), (6..6, "!".into())]), "cdEf!");
    }
}
