//! What a service is measured by: what of the guideline is in scope, its pattern (Annex 3), what was entered for each
//! control, the priority of risks, and measured values beside the pattern's reference values.

mod control;
mod extent;
mod measured;
mod pattern;
mod priority;

pub use control::{ControlRecord, ControlStatus, EvidenceRecord, InWriting, control_status, web_address};
pub use extent::{Extent, GuidelinePart, OutOfScope};
pub use measured::{AskBack, Comparison, Measured, Verdict, at_most, write_reference};
pub use pattern::{Classification, Move, moves};
pub use priority::Priority;
