//! What is shown, as plain data.

mod fidelity;
mod progress;
mod treatment;

pub use fidelity::{Fidelity, FidelityPart, FidelityRow, ProvenanceKind, Tally, fidelity};
pub use progress::{Progress, Share, actions_settled, progress};
pub use treatment::{ActionStatus, Decision, action_status, decision};
