//! Part IV's logic: model → risks that apply → countermeasures → actions, each with its trace.

mod derive;
mod evaluate;
mod next;
mod risks;
mod truth;

pub use derive::{Derived, derive};
pub use evaluate::{Finding, evaluate};
pub use next::{Deciding, most_deciding, most_deciding_for};
pub use risks::{Extraction, Row, RowKey, extract};
pub use truth::Truth;
