//! Part IV's logic: model → risks that apply → countermeasures → actions, each with its trace.

mod derive;
mod evaluate;
mod formula;
mod next;
mod risks;
mod truth;
mod watched;

pub use derive::{Derived, derive};
pub use evaluate::{Finding, evaluate};
pub use next::{Deciding, STEPS, most_deciding, most_deciding_for, most_deciding_within};
pub use risks::{Extraction, Row, RowKey, extract};
pub use truth::Truth;
