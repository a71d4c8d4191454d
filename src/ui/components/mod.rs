//! Pieces used on several pages. They know values and callbacks, not the app's state.

mod badge;
mod choices;
pub mod el;
mod field;
mod meter;
mod reactive;
mod term;

pub use badge::{Badge, TextView, badge, provenance};
pub use choices::{PlayerTicks, YesNo};
pub use field::{TextField, TextKind};
pub use meter::Meter;
pub use reactive::{When, each, live, memo, when};
pub use term::Term;
