//! Pieces used on several pages. They know values and callbacks, not the app's state.

mod badge;
mod choices;
pub mod el;
mod field;
mod meter;
mod pieces;
mod reactive;
mod term;

pub use badge::{Badge, TextView, badge, mark, provenance, with_badge};
pub use choices::{PlayerTicks, YesNo, player_ticks, yes_no};
pub use field::{TextField, TextKind, text_field};
pub use meter::{Meter, meter};
pub use pieces::{button, page, title};
pub use reactive::{When, each, live, memo, when};
pub use term::{Term, term};
