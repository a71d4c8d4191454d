//! The screens.

mod browser;
pub mod components;
mod field_names;
mod field_places;
pub mod i18n;
mod pages;
pub mod route;
mod shell;
mod standing;
mod wording;
pub mod worklist;

use leptos::prelude::*;

pub use self::shell::frame;
use self::{browser::current_route, route::Site};
use crate::app::{AppState, Start, ports::Ports};

/// Shows the app in the page's body.
pub fn mount(ports: Ports) {
    leptos::mount::mount_to_body(move || {
        let start = if current_route() == Site::Safe.into() { Start::Safe } else { Start::Whole };
        let state = AppState::new(ports, start);
        provide_context(state);
        shell::shell(state)
    });
}
