//! A page with a made-up list, for measuring: `?rows=1000` says how many rows there are. It is shown at the address of the
//! list; elsewhere there is nothing.

mod made_up;

use leptos::prelude::*;
use tenken::ui::{components::el::html, route::Route, worklist::worklist};

fn main() {
    leptos::mount::mount_to_body(|| {
        let route = || Route::parse(&window().location().hash().unwrap_or_default());
        let (now, set_now) = signal(route());
        let _ = window_event_listener(leptos::ev::hashchange, move |_| set_now.set(route()));
        provide_context(now);
        let search = window().location().search().unwrap_or_default();
        let rows = search.trim_start_matches("?rows=").parse().expect("a number of rows");
        let there = Memo::new(move |_| now.with(|now| matches!(now, Route::Assessment(..))));
        html::main().child(move || there.get().then(|| worklist(made_up::kind(rows))))
    });
}
