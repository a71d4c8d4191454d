//! What a service is measured by: its pattern (Annex 3), and measured values beside the pattern's reference values.

mod measured;
mod pattern;

pub use measured::{AskBack, Comparison, Measured, Verdict, at_most};
pub use pattern::{Classification, Move, moves};
