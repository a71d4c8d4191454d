//! Pieces used on several pages. They know values and callbacks, not the app's state.

mod badge;
mod call;
mod chart;
mod choices;
mod date_field;
pub mod el;
mod field;
mod lines;
mod markup;
mod picker;
mod pieces;
mod reactive;
mod segmented;
mod stack;
mod term;

pub use badge::{badge, mark, provenance, provenance_word, state_source, with_badge};
pub use chart::{Bar, Kinds, chart, figures, number, sentence};
pub use choices::{place_ticks, player_ticks, yes_no};
pub use date_field::Today;
pub use field::{CONTROLS, PARTNERS, PEOPLE, TextKind, Typing, text_field};
pub use lines::{Line, first_lines, lines};
pub use markup::shown;
pub use picker::picker;
pub use pieces::{button, drawn, folded, more, page, step_number, table_head, title};
pub use reactive::{each, effect, later, live, when};

pub use crate::app::{Followed, memo, memo_from};
pub use segmented::segmented;
pub use stack::{Part, bar, legend, sign, stack};
pub use term::term;
