//! Turns Trunk's output into what is published.
//!
//! `pack DIST` finishes a built site: minified scripts, content security policy, the app in one file, headers for its
//! host, the catalogue and the schemas as data, size budget, checksums.
//! `pack docs FOLDER` writes the documents that are made from the catalogue.
//! `pack serve DIST PORT [PREFIX]` serves a finished site, with its headers, on this computer alone.
#![allow(clippy::print_stdout, reason = "a command-line tool speaks there")]

mod budget;
mod data;
mod early;
mod files;
mod headers;
mod html;
mod minify;
mod policy;
mod serve;
mod single;
mod sums;

use std::{env, path::Path, process::ExitCode};

/// The whole app in one file, for carrying it to a machine without network.
const SINGLE: &str = "tenken.html";

/// Every failure ends the tool with one sentence.
type Result<T> = std::result::Result<T, String>;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match arguments[..] {
        ["serve", dist, port] => serve::serve(Path::new(dist), port, "/"),
        ["serve", dist, port, prefix] => serve::serve(Path::new(dist), port, prefix),
        ["docs", folder] => data::documents(Path::new(folder)),
        [dist] => finish(Path::new(dist)),
        _ => Err("usage: pack DIST | pack docs FOLDER | pack serve DIST PORT [PREFIX]".to_owned()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("pack: {problem}");
            ExitCode::FAILURE
        }
    }
}

/// Finishes the site in `dist`. Doing it twice changes nothing.
fn finish(dist: &Path) -> Result<()> {
    let page = early::undo(&files::read_text(dist, "index.html")?)?;
    minify::scripts(dist)?;
    let single = single::pack(&page, &|name| files::read(dist, name))?;
    let single = policy::apply(&single, policy::Place::SingleFile)?;
    let site = policy::apply(&early::apply(&page)?, policy::Place::Site)?;
    files::write(dist, SINGLE, &single)?;
    files::write(dist, "index.html", &site)?;
    headers::write(dist, &policy::header(&[&site, &single])?)?;
    data::write(dist)?;
    // GitHub Pages would otherwise run the site through Jekyll, which drops some files.
    files::write(dist, ".nojekyll", "")?;
    sums::write(dist)?;
    println!("{}", budget::check(dist)?);
    Ok(())
}
