//! A static web server for this computer alone, for trying the site and for the browser tests.

use crate::{Result, files};
use std::path::Path;
use tiny_http::{Header, Method, Request, Response, Server, StatusCode};

/// What to answer to one path.
#[derive(Debug, PartialEq)]
enum Answer {
    File(String),
    Redirect(String),
    NotFound,
}

/// Serves `dist` under `prefix` until the process is ended. Port 0 takes a free one; the address is printed.
pub fn serve(dist: &Path, port: &str, prefix: &str) -> Result<()> {
    let port: u16 = port.parse().map_err(|_| format!("`{port}` is not a port number"))?;
    let prefix = format!("/{}/", prefix.trim_matches('/')).replace("//", "/");
    files::list(dist)?;
    let server = Server::http(("127.0.0.1", port)).map_err(|e| format!("port {port} cannot be opened: {e}"))?;
    let port = server.server_addr().to_ip().map_or(port, |address| address.port());
    println!("http://127.0.0.1:{port}{prefix}");
    for request in server.incoming_requests() {
        // A visitor who went away is no reason to stop.
        let _ = respond(dist, &prefix, request);
    }
    Ok(())
}

fn respond(dist: &Path, prefix: &str, request: Request) -> std::io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return request.respond(text(405, "only GET and HEAD are served\n"));
    }
    // Only a name that is in the listing is ever opened, so no path leads out of the folder.
    let names = files::list(dist).unwrap_or_default();
    match answer(request.url(), prefix, &names) {
        Answer::File(name) => match files::read(dist, &name) {
            Ok(content) => request.respond(with_headers(Response::from_data(content), &name)),
            Err(problem) => request.respond(text(500, &problem)),
        },
        Answer::Redirect(to) => {
            let location = Header::from_bytes("Location", to);
            let response = text(302, "");
            request.respond(location.into_iter().fold(response, Response::with_header))
        }
        Answer::NotFound => request.respond(text(404, "there is no such file\n")),
    }
}

fn answer(url: &str, prefix: &str, names: &[String]) -> Answer {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    if path == prefix.trim_end_matches('/') && !path.is_empty() {
        return Answer::Redirect(prefix.to_owned());
    }
    let Some(name) = path.strip_prefix(prefix) else { return Answer::NotFound };
    let Some(mut name) = decode(name) else { return Answer::NotFound };
    if name.is_empty() || name.ends_with('/') {
        name += "index.html";
    }
    if names.contains(&name) { Answer::File(name) } else { Answer::NotFound }
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

fn with_headers<R: std::io::Read>(response: Response<R>, name: &str) -> Response<R> {
    let headers = [("Content-Type", mime(name)), ("Cache-Control", "no-cache"), ("X-Content-Type-Options", "nosniff")];
    headers.iter().filter_map(|(k, v)| Header::from_bytes(*k, *v).ok()).fold(response, Response::with_header)
}

fn text(code: u16, content: &str) -> Response<std::io::Cursor<Vec<u8>>> {
    with_headers(Response::from_string(content).with_status_code(StatusCode(code)), ".txt")
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
        answer(url, prefix, &["index.html".into(), "a b.css".into(), "docs/index.html".into()])
    }

    #[test]
    fn files_are_found_under_the_prefix_alone() {
        assert_eq!(ask("/", "/"), Answer::File("index.html".into()));
        assert_eq!(ask("/sub/path/?x=1", "/sub/path/"), Answer::File("index.html".into()));
        assert_eq!(ask("/sub/path/a%20b.css", "/sub/path/"), Answer::File("a b.css".into()));
        assert_eq!(ask("/docs/", "/"), Answer::File("docs/index.html".into()));
        assert_eq!(ask("/sub/path", "/sub/path/"), Answer::Redirect("/sub/path/".into()));
        assert_eq!(ask("/", "/sub/path/"), Answer::NotFound);
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
