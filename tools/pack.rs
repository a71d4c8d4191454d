//! Turns Trunk's output into what is published.
//!
//! `pack` alone is Trunk's hook (see `Trunk.toml`) and finishes the site that Trunk has just written: minified script,
//! short names, content security policy, the app in one file, headers for its host, the catalogue and the schemas as
//! data, size budget, checksums. A debug build, which nobody publishes, gets the policy alone.
//! `pack docs FOLDER` writes the documents that are made from the catalogue.
//! `pack serve DIST PORT [PREFIX]` serves a finished site as a host would, for browser tests and measurements.
#![allow(clippy::print_stdout, reason = "a command-line tool speaks there")]

mod budget;
mod data;
mod early;
mod files;
mod headers;
mod html;
mod minify;
mod names;
mod policy;
mod reload;
mod serve;
mod single;
mod streams;
mod sums;
mod worker;

use std::{env, path::Path, process::ExitCode};

/// The whole app in one file, for carrying it to a machine without network.
const SINGLE: &str = "tenken.html";

/// Every failure ends the tool with one sentence.
type Result<T> = std::result::Result<T, String>;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match arguments[..] {
        [] => hook(),
        ["serve", dist, port] => serve::serve(Path::new(dist), port, "/"),
        ["serve", dist, port, prefix] => serve::serve(Path::new(dist), port, prefix),
        ["docs", folder] => data::documents(Path::new(folder)),
        _ => Err("usage: pack | pack docs FOLDER | pack serve DIST PORT [PREFIX]".to_owned()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("pack: {problem}");
            ExitCode::FAILURE
        }
    }
}

/// What Trunk calls when all is written and nothing yet in its place.
fn hook() -> Result<()> {
    let told = |name| env::var(name).map_err(|_| format!("Trunk sets {name}; run `trunk build --release`"));
    let dist = told("TRUNK_STAGING_DIR")?;
    let dist = Path::new(&dist);
    match told("TRUNK_PROFILE")?.as_str() {
        "release" => finish(dist),
        _ => prepare(dist),
    }
}

/// Makes of a release build what is published.
fn finish(dist: &Path) -> Result<()> {
    let page = reload::remove(&files::read_text(dist, "index.html")?)?;
    streams::remove(dist)?;
    minify::scripts(dist)?;
    names::shorten(dist)?;
    let worker = worker::take(dist)?;
    let single = worker.inside(&single::pack(&page, &|name| files::read(dist, name))?)?;
    let single = policy::apply(&minify::page(&single)?, policy::Place::SingleFile)?;
    let site = worker.beside(&early::apply(&page)?)?;
    let site = policy::apply(&minify::page(&site)?, policy::Place::Site)?;
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

/// Lets a debug build run under the policy that a release has, but for Trunk's word that there is a newer one.
fn prepare(dist: &Path) -> Result<()> {
    streams::remove(dist)?;
    let worker = worker::take(dist)?;
    let page = worker.beside(&early::apply(&files::read_text(dist, "index.html")?)?)?;
    let page = reload::fix(&page)?;
    files::write(dist, "index.html", &policy::apply(&page, policy::Place::Workshop)?)
}
