//! What a person waits for in a browser, beside what the design allows: `./dev bench pages`. Figures are of this machine
//! and of nothing else running on it; ratios hardly differ. With `--strict` it fails where one is over; `load` or `visit`
//! measures only the first visit, or only what follows it.

#![allow(clippy::print_stdout)] // A table is what this is for.
#![allow(dead_code)] // Of the browser tests' ways only some are needed here.

#[path = "../../tests/e2e/addresses.rs"]
mod addresses;
#[path = "../../tests/e2e/browser.rs"]
mod browser;
#[path = "../../tests/e2e/chromium.rs"]
mod chromium;
#[path = "../../tests/e2e/engine.rs"]
mod engine;
#[path = "../../tests/e2e/firefox.rs"]
mod firefox;
mod load;
#[path = "../../tests/e2e/person.rs"]
mod person;
#[path = "../../tests/e2e/place.rs"]
mod place;
#[path = "../../tests/e2e/processes.rs"]
mod processes;
mod rows;
mod site;
mod table;
mod visit;

use std::{env, process::ExitCode};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let mut table = table::Table::default();
    let site = site::Site::new();
    let asked: Vec<String> = env::args().filter(|a| ["load", "visit", "rows"].contains(&&**a)).collect();
    let wants = |part: &str| asked.is_empty() || asked.iter().any(|a| a == part);
    if wants("load") {
        load::measure(&mut table, &site).await;
    }
    if wants("visit") {
        visit::measure(&mut table, &site).await;
    }
    if wants("rows") {
        rows::measure(&mut table).await;
    }
    println!("\n{} over", table.over);
    if table.over > 0 && env::args().any(|a| a == "--strict") { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
