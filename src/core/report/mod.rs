//! What is shown, as plain data.

mod controls;
mod diagram;
mod differences;
mod fidelity;
mod figures;
pub mod labels;
mod left_out;
mod next;
mod notes;
pub mod paper;
mod progress;
mod risks;
mod scope;
mod standing;
mod tasks;
mod treatment;

pub use controls::{
    ControlResults, ControlRow, ControlStanding, ValueRow, class_of, control_results, part_of, section_of,
};
pub use diagram::{diagram, wrap};
pub use differences::{Differences, LogFilter, Logged, between, differences, log};
pub use fidelity::{Fidelity, FidelityPart, FidelityRow, ProvenanceKind, Tally, fidelity};
pub use figures::{Figures, figures};
pub use left_out::{Confidential, NOT_TOLD, copy_note, leaves_out, left_out};
pub use next::{Next, next};
pub use notes::notes;
pub use progress::{Progress, Share, progress};
pub use risks::{RiskRow, count_risks, rests_on, risk_map, risk_rows};
pub use scope::Scope;
pub use standing::{ActionStanding, Counts, RiskStanding, reason_missing};
pub use tasks::{Task, Work, by_owner, tasks};
pub use treatment::{ActionStatus, Decision, action_status, decision, is_to_treat};
