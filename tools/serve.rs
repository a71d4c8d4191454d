//! A static web server for this computer alone, for trying the site and for the browser tests. Trunk's own cannot do for
//! it: this one sends the headers that the site's `_headers` asks for, under a sub-path, and what lies there packed as
//! `NAME.gz` packed, so that what is tried runs as from a host.

use crate::{
    Result, files,
    headers::{self, Headers},
};
use std::{
    io::{self, BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    path::Path,
    thread,
};

/// The most of a request that is read, in bytes.
const MAX_REQUEST: u64 = 64 * 1024;

/// What is sent where `_headers` says nothing else.
const DEFAULTS: [(&str, &str); 2] = [("Cache-Control", "no-cache"), ("X-Content-Type-Options", "nosniff")];

/// What to answer to one path.
#[derive(Debug, PartialEq)]
enum Answer {
    File(String),
    Redirect(String),
    NotFound,
}

/// Serves `dist` under `prefix` until the process is ended. Port 0 takes a free one; the address is printed.
///
/// A thread for each connection and one answer on each: a browser opens connections that it never uses, and a pool of
/// threads would sooner or later wait for those.
pub fn serve(dist: &Path, port: &str, prefix: &str) -> Result<()> {
    let port: u16 = port.parse().map_err(|_| format!("`{port}` is not a port number"))?;
    let prefix = format!("/{}/", prefix.trim_matches('/')).replace("//", "/");
    files::list(dist)?;
    let listener = TcpListener::bind(("127.0.0.1", port)).map_err(|e| format!("port {port} cannot be opened: {e}"))?;
    let port = listener.local_addr().map_or(port, |address| address.port());
    println!("http://127.0.0.1:{port}{prefix}");
    for connection in listener.incoming().flatten() {
        let (dist, prefix) = (dist.to_owned(), prefix.clone());
        // A visitor who went away is no reason to stop.
        thread::spawn(move || respond(&dist, &prefix, &connection).ok());
    }
    Ok(())
}

fn respond(dist: &Path, prefix: &str, connection: &TcpStream) -> io::Result<()> {
    let mut request = BufReader::new(connection.take(MAX_REQUEST)).lines();
    let Some(first) = request.next().transpose()? else { return Ok(()) };
    // The rest of the request has to be read before the answer. Of it matters only what may be packed.
    let mut packed = false;
    for line in request {
        let line = line?.to_ascii_lowercase();
        packed |= line.starts_with("accept-encoding:") && line.contains("gzip");
        if line.is_empty() {
            break;
        }
    }
    let mut words = first.split(' ');
    let (method, url) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    // Only a name that is in the listing is ever opened, so no path leads out of the folder.
    let (status, kind, more, body) = match (method, answer(url, prefix, &files::list(dist).unwrap_or_default())) {
        ("GET" | "HEAD", Answer::File(name)) => match content(dist, url, &name, packed) {
            Ok((more, content)) => ("200 OK", mime(&name), more, content),
            Err(problem) => ("500 Internal Server Error", mime(".txt"), String::new(), problem.into_bytes()),
        },
        ("GET" | "HEAD", Answer::Redirect(to)) => ("302 Found", mime(".txt"), format!("Location: {to}\r\n"), vec![]),
        ("GET" | "HEAD", Answer::NotFound) => {
            ("404 Not Found", mime(".txt"), String::new(), b"no such file\n".to_vec())
        }
        _ => ("405 Method Not Allowed", mime(".txt"), String::new(), b"only GET and HEAD\n".to_vec()),
    };
    let mut out = connection;
    write!(
        out,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n{more}\r\n",
        body.len()
    )?;
    if method != "HEAD" {
        out.write_all(&body)?;
    }
    out.flush()
}

/// A file's headers and its content, packed where it may be and is there so.
fn content(dist: &Path, url: &str, name: &str, packed: bool) -> Result<(String, Vec<u8>)> {
    // Hosts look at the path that was asked for, which names no index.html.
    let path = if path(url).ends_with('/') { name.trim_end_matches("index.html") } else { name };
    let lines = header_lines(&Headers::of_folder(dist)?, &format!("/{path}"));
    let smaller = format!("{name}.gz");
    if packed && dist.join(&smaller).is_file() {
        return Ok((lines + "Content-Encoding: gzip\r\n", files::read(dist, &smaller)?));
    }
    Ok((lines, files::read(dist, name)?))
}

fn header_lines(headers: &Headers, path: &str) -> String {
    let asked = headers.of(path);
    let silent = |name: &str| !asked.iter().any(|(other, _)| other.eq_ignore_ascii_case(name));
    let defaults = DEFAULTS.into_iter().filter(|(name, _)| silent(name));
    let asked = asked.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    asked.chain(defaults).map(|(name, value)| format!("{name}: {value}\r\n")).collect()
}

fn path(url: &str) -> &str {
    url.split(['?', '#']).next().unwrap_or_default()
}

fn answer(url: &str, prefix: &str, names: &[String]) -> Answer {
    let path = path(url);
    if path == prefix.trim_end_matches('/') && !path.is_empty() {
        return Answer::Redirect(prefix.to_owned());
    }
    let Some(name) = path.strip_prefix(prefix) else { return Answer::NotFound };
    let Some(mut name) = decode(name) else { return Answer::NotFound };
    if name.is_empty() || name.ends_with('/') {
        name += "index.html";
    }
    // Hosts that read this file do not show it.
    if names.contains(&name) && name != headers::NAME { Answer::File(name) } else { Answer::NotFound }
}

/// Resolves `%41` and the like; `None` if that is not possible.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut parts = path.split('%');
    bytes.extend(parts.next()?.bytes());
    for part in parts {
        bytes.push(u8::from_str_radix(part.get(..2)?, 16).ok()?);
        bytes.extend(part.get(2..)?.bytes());
    }
    String::from_utf8(bytes).ok()
}

fn mime(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" | "md" | "toml" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(url: &str, prefix: &str) -> Answer {
        answer(url, prefix, &["index.html".into(), "a b.css".into(), "docs/index.html".into(), "_headers".into()])
    }

    #[test]
    fn files_are_found_under_the_prefix_alone() {
        assert_eq!(ask("/", "/"), Answer::File("index.html".into()));
        assert_eq!(ask("/sub/path/?x=1", "/sub/path/"), Answer::File("index.html".into()));
        assert_eq!(ask("/sub/path/a%20b.css", "/sub/path/"), Answer::File("a b.css".into()));
        assert_eq!(ask("/docs/", "/"), Answer::File("docs/index.html".into()));
        assert_eq!(ask("/sub/path", "/sub/path/"), Answer::Redirect("/sub/path/".into()));
        assert_eq!(ask("/", "/sub/path/"), Answer::NotFound);
        assert_eq!(ask("/_headers", "/"), Answer::NotFound);
    }

    #[test]
    fn what_the_site_asks_for_goes_before_the_defaults() {
        let dist = std::env::temp_dir().join(format!("tenken-pack-serve-{}", std::process::id()));
        std::fs::create_dir_all(&dist).unwrap();
        files::write(&dist, "index.html", "x").unwrap();
        let bare = content(&dist, "/sub/", "index.html", true).unwrap();
        files::write(&dist, headers::NAME, "/\n  A: 1\n  cache-control: no-store\n").unwrap();
        let asked = content(&dist, "/sub/?x", "index.html", false).unwrap();
        let other = content(&dist, "/sub/index.html", "index.html", true).unwrap();
        files::write(&dist, "index.html.gz", "y").unwrap();
        let [packed, plain] =
            [true, false].map(|packed| content(&dist, "/sub/index.html", "index.html", packed).unwrap());
        files::write(&dist, headers::NAME, "what").unwrap();
        let wrong = content(&dist, "/sub/", "index.html", true);
        std::fs::remove_dir_all(&dist).unwrap();
        assert_eq!(bare, ("Cache-Control: no-cache\r\nX-Content-Type-Options: nosniff\r\n".to_owned(), b"x".to_vec()));
        assert_eq!(asked.0, "A: 1\r\ncache-control: no-store\r\nX-Content-Type-Options: nosniff\r\n");
        assert_eq!(other, bare);
        assert_eq!(plain, bare);
        assert_eq!(packed, (bare.0 + "Content-Encoding: gzip\r\n", b"y".to_vec()));
        assert!(wrong.is_err());
    }

    #[test]
    fn no_path_leads_out() {
        for url in
            ["/../Cargo.toml", "/%2e%2e/Cargo.toml", "/..%2fCargo.toml", "//etc/passwd", "/%", "/%zz", "/%ff", "/%é"]
        {
            assert_eq!(ask(url, "/"), Answer::NotFound, "{url}");
        }
    }

    #[test]
    fn a_module_needs_its_type() {
        assert_eq!(mime("a.js"), "text/javascript; charset=utf-8");
        assert_eq!(mime("a_bg.wasm"), "application/wasm");
        assert_eq!(mime("LICENSE"), "application/octet-stream");
    }
}
