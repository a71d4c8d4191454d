//! The headers that a host should send, in the file `_headers` that Netlify, Cloudflare Pages and others read: a path, and
//! below it, indented, a header a line. A `*` in the path stands for anything.

use crate::{Result, files};
use std::path::Path;

/// The file's name, in the site and in `public/`.
pub const NAME: &str = "_headers";

const POLICY: &str = "Content-Security-Policy";

/// The headers of each path.
#[derive(Debug, Default, PartialEq)]
pub struct Headers(Vec<(String, Vec<Header>)>);

/// A name and a value.
type Header = (String, String);

impl Headers {
    /// Those of a folder; none where it has no such file.
    pub fn of_folder(folder: &Path) -> Result<Self> {
        if folder.join(NAME).is_file() { Self::parse(&files::read_text(folder, NAME)?) } else { Ok(Self::default()) }
    }

    fn parse(text: &str) -> Result<Self> {
        let mut rules: Vec<(String, Vec<Header>)> = Vec::new();
        for line in text.lines() {
            let words = line.trim();
            if words.is_empty() || words.starts_with('#') {
                continue;
            }
            if !line.starts_with([' ', '\t']) {
                if !words.starts_with('/') || words.matches('*').count() > 1 {
                    return Err(format!("{NAME}: `{words}` is no path with at most one `*`"));
                }
                rules.push((words.to_owned(), Vec::new()));
                continue;
            }
            let (name, value) = words.split_once(':').ok_or_else(|| format!("{NAME}: `{words}` is no header"))?;
            let (_, headers) = rules.last_mut().ok_or_else(|| format!("{NAME}: no path stands before `{words}`"))?;
            headers.push((name.trim().to_owned(), value.trim().to_owned()));
        }
        Ok(Self(rules))
    }

    /// Those of one path, which begins with `/`.
    pub fn of(&self, path: &str) -> Vec<&Header> {
        self.0.iter().filter(|(pattern, _)| matches(pattern, path)).flat_map(|(_, headers)| headers).collect()
    }
}

fn matches(pattern: &str, path: &str) -> bool {
    match pattern.split_once('*') {
        Some((start, end)) => path.strip_prefix(start).is_some_and(|rest| rest.ends_with(end)),
        None => pattern == path,
    }
}

/// Puts the policy, which has hashes of what was built, into the site's file.
pub fn write(dist: &Path, policy: &str) -> Result<()> {
    files::write(dist, NAME, &with_policy(&files::read_text(dist, NAME)?, policy)?)
}

fn with_policy(text: &str, policy: &str) -> Result<String> {
    let start = format!("  {POLICY}:");
    if text.lines().filter(|line| line.starts_with(&start)).count() != 1 {
        return Err(format!("{NAME} needs one line that begins with `{start}`"));
    }
    let lines = text.lines().map(|line| match line.starts_with(&start) {
        true => format!("{start} {policy}\n"),
        false => format!("{line}\n"),
    });
    Ok(lines.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = include_str!("../public/_headers");

    fn names(headers: &Headers, path: &str) -> Vec<String> {
        headers.of(path).into_iter().map(|(name, value)| format!("{name}={value}")).collect()
    }

    #[test]
    fn each_path_has_the_headers_of_all_that_match() {
        let headers = Headers::parse("# why\n/*\n  A: 1: 2\n\n  # why\n/*.js\n\tB:3\n/x.js\n  A: 4\n").unwrap();
        assert_eq!(names(&headers, "/"), ["A=1: 2"]);
        assert_eq!(names(&headers, "/a.js"), ["A=1: 2", "B=3"]);
        assert_eq!(names(&headers, "/x.js"), ["A=1: 2", "B=3", "A=4"]);
        assert_eq!(names(&headers, "/js"), ["A=1: 2"]);
    }

    #[test]
    fn what_is_no_header_is_refused() {
        for text in ["  A: 1", "/*\n  A", "A: 1", "/*/*\n  A: 1"] {
            assert!(Headers::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn the_policy_takes_the_place_of_what_stands_there() {
        let once = with_policy(SOURCE, "x 'y'").unwrap();
        assert!(names(&Headers::parse(&once).unwrap(), "/").contains(&format!("{POLICY}=x 'y'")), "{once}");
        assert_eq!(with_policy(&once, "x 'y'").unwrap(), once);
        assert_eq!(once.lines().count(), SOURCE.lines().count());
        assert!(with_policy("/*\n  A: 1\n", "x").is_err());
    }

    /// Hosts differ in what they do with two values for one name.
    #[test]
    fn no_file_gets_a_header_twice() {
        let headers = Headers::parse(SOURCE).unwrap();
        for path in ["/", "/index.html", "/tenken.html", "/a-1.js", "/a-1_bg.wasm", "/schema/a.schema.json"] {
            let mut found: Vec<_> = headers.of(path).into_iter().map(|(name, _)| name.to_ascii_lowercase()).collect();
            let all = found.len();
            found.sort();
            found.dedup();
            assert_eq!(found.len(), all, "{path}");
        }
    }

    #[test]
    fn even_without_the_packing_tool_no_page_may_frame_the_app() {
        let headers = Headers::parse(SOURCE).unwrap();
        let found = names(&headers, "/tenken.html");
        assert!(found.contains(&format!("{POLICY}=frame-ancestors 'none'")), "{found:?}");
        assert!(found.contains(&"X-Frame-Options=DENY".to_owned()), "{found:?}");
    }
}
