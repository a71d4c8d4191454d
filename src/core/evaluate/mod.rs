//! What a service is measured by: measured values beside the reference values.

mod measured;

pub use measured::{AskBack, Comparison, Measured, Verdict, at_most};
