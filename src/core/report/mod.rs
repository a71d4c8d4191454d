//! What is shown, as plain data.

mod fidelity;
pub mod labels;
mod progress;
mod scope;
mod standing;
mod treatment;

pub use fidelity::{Fidelity, FidelityPart, FidelityRow, ProvenanceKind, Tally, fidelity};
pub use progress::{Progress, Share, progress};
pub use scope::Scope;
pub use standing::{ActionStanding, Counts, RiskStanding, reason_missing};
pub use treatment::{ActionStatus, Decision, action_status, decision};
