//! What is shown, as plain data.

mod progress;
mod treatment;

pub use progress::{Progress, Share, actions_settled, progress};
pub use treatment::{ActionStatus, Decision, action_status, decision};
