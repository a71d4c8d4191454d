//! The screens.

mod browser;
pub mod components;
mod field_names;
pub mod i18n;
mod pages;
pub mod route;
mod shell;
mod wording;

use leptos::prelude::*;

use crate::app::{AppState, ports::Ports};

/// Shows the app in the page's body.
pub fn mount(ports: Ports) {
    leptos::mount::mount_to_body(move || {
        let state = AppState::new(ports);
        provide_context(state);
        shell::shell(state)
    });
}
