//! What a person waits for in a browser, beside what the design allows: `./dev bench pages`. Figures are of this machine
//! and of nothing else running on it; ratios hardly differ. With `--strict` it fails where one is over.

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
    load::measure(&mut table, &site).await;
    visit::measure(&mut table, &site).await;
    rows::measure(&mut table).await;
    println!("\n{} over", table.over);
    if table.over > 0 && env::args().any(|a| a == "--strict") { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
