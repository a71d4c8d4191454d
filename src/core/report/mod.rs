//! What is shown, as plain data.

mod progress;
mod treatment;

pub use progress::{Progress, Share, progress};
pub use treatment::{ActionStatus, Decision, action_status, decision};
