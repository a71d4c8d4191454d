//! What the worker does: formats that are heavy and that only some use. `src/bin/worker.rs` runs it beside the page;
//! tests run it in place.

mod official;
pub mod pdf;

use serde::Serialize;

use crate::core::{
    catalog::{CATALOG, Catalog},
    jobs::{Answer, Job, Order},
    pack::{self, Pack},
};

/// Does what a message from the page orders. `progress` gets percents.
///
/// # Panics
/// If the message is none of this build. The page then says that the worker broke.
#[must_use]
pub fn answer(order: &str, file: &[u8], _progress: &dyn Fn(u8)) -> Answer {
    let Order { pack, job } = serde_json::from_str(order).expect("a message of this build");
    let catalog = pack.as_deref().map_or(&CATALOG, in_force);
    match job {
        Job::PackTemplate { part } => pack::template(catalog, part.as_deref()).into(),
        Job::ReadOfficial => json(&official::read(file)),
        Job::OfficialPack { reading, name, choices } => official::pack(&reading, &name, &choices).into(),
    }
}

/// The catalogue with a pack that the page has in force.
fn in_force(pack: &str) -> &'static Catalog {
    let pack = Pack::read("", pack.as_bytes()).expect("the page read it");
    pack::apply(&CATALOG, &pack).expect("the page applied it")
}

fn json(value: &impl Serialize) -> Answer {
    serde_json::to_string(value).expect("plain values").into()
}
