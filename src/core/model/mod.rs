//! The model of a service: roles and who plays them, components, forms of data handling.

mod answer;
mod presumed;
mod project;
mod question;
mod start;

pub use answer::{Aspect, Instance, InstanceId, Model, Players};
pub use presumed::answering;
pub use project::{OPEN, described, project};
pub use question::{Answer, Question, questions};
pub use start::{add_component, model_of, remove_component, start_from};
