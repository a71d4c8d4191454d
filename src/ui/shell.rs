//! The frame around every page: top bar, notices, the dialogue for a file, and what the whole app listens to.

mod incoming;
mod notices;
mod search;
mod topbar;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::{
    browser,
    components::{Today, Typing, effect, el::html, later, live, memo, when},
    i18n::{Lang, common},
    pages,
    route::Route,
};
use crate::app::AppState;

/// The whole app.
#[must_use]
pub fn shell(app: AppState) -> AnyView {
    let route = browser::route_signal();
    let typing = Typing::provide();
    provide_context(Today(Callback::new(move |()| app.today())));
    keep_saving(app, typing);
    follow_other_tabs(app);
    listen_to_keys(app, route);
    dress_the_page(app);
    // The language is part of everything, so everything is made anew when it changes.
    let locale = memo(move || app.locale());
    live(move || {
        // So is the catalogue.
        app.effective().track();
        provide_context(Lang(locale.get()));
        untrack(|| frame(app, route))
    })
}

/// What stands on the screen, in one language. Of a first visit the page has it already, see `first/`: the link at the top
/// comes first there and here, so that the one can take the other's place.
#[must_use]
pub fn frame(app: AppState, route: ReadSignal<Route>) -> Vec<AnyView> {
    let to_main = |ev: web_sys::Event| {
        ev.prevent_default();
        browser::focus("main");
    };
    vec![
        html::a().class("skip").attr("href", "#main").on("click", to_main).text(common::words().skip).into_any(),
        topbar::topbar(app, route).into_any(),
        topbar::storage_state(app),
        topbar::failures(app, route),
        notices::notices(app).into_any(),
        pages::pages(route),
        later(move || vec![incoming::dialog(app).into_any(), search::dialog(app, route).into_any(), drop_zone(app)]),
    ]
}

/// Saves at once when the page goes away. What is entered is else saved soon after by itself.
fn keep_saving(app: AppState, typing: Typing) {
    for event in ["pagehide", "beforeunload", "visibilitychange"] {
        let handle = window_event_listener_untyped(event, move |ev| {
            commit_typed();
            app.flush();
            app.keep_histories();
            // What is too long to be kept stays in its field, and nowhere else.
            if ev.type_() == "beforeunload" && (app.has_unsaved() || typing.is_going_on()) {
                // The browser asks whether to leave.
                ev.prevent_default();
            }
        });
        on_cleanup(move || handle.remove());
    }
}

fn follow_other_tabs(app: AppState) {
    let handle = window_event_listener(leptos::ev::storage, move |ev| {
        // What is being typed is a change of its own, made before the other tab's was known here.
        commit_typed();
        match ev.key() {
            Some(key) => app.storage_written(&key, ev.new_value().as_deref()),
            None => app.storage_cleared(),
        }
    });
    on_cleanup(move || handle.remove());
}

/// Keys that work everywhere: undo, redo, save to file.
fn listen_to_keys(app: AppState, route: ReadSignal<Route>) {
    let handle = window_event_listener(leptos::ev::keydown, move |ev| {
        let Route::Assessment(id, ..) = route.get_untracked() else { return };
        if !(ev.ctrl_key() || ev.meta_key()) || ev.alt_key() {
            return;
        }
        let key = ev.key().to_ascii_lowercase();
        // A text field has its own undo for what is not committed yet.
        let in_text =
            ev.target().and_then(|t| t.dyn_into::<web_sys::Element>().ok()).is_some_and(|e| browser::is_text_field(&e));
        match key.as_str() {
            "s" => {
                ev.prevent_default();
                commit_typed();
                app.save_to_file(&id);
            }
            "z" if !in_text => {
                ev.prevent_default();
                if ev.shift_key() { app.redo(&id) } else { app.undo(&id) }
            }
            "y" if !in_text => {
                ev.prevent_default();
                app.redo(&id);
            }
            _ => {}
        }
    });
    on_cleanup(move || handle.remove());
}

/// Lets the text field in which somebody is typing commit, without taking the focus from it.
fn commit_typed() {
    if let (Some(active), Ok(event)) = (document().active_element(), web_sys::Event::new("change")) {
        // Fields commit on `change`; ticks and choices are known already.
        if browser::is_text_field(&active) {
            let _ = active.dispatch_event(&event);
        }
    }
}

/// Language and colours of the page itself.
fn dress_the_page(app: AppState) {
    effect(move || {
        let (lang, theme) = (app.locale().tag(), app.settings().with(|s| s.theme.word()));
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("lang", lang);
            let _ = root.set_attribute("data-theme", theme);
        }
    });
}

/// Files can be dropped anywhere.
fn drop_zone(app: AppState) -> AnyView {
    let over = RwSignal::new(false);
    let has_files =
        |ev: &web_sys::DragEvent| ev.data_transfer().is_some_and(|d| d.types().includes(&"Files".into(), 0));
    let enter = window_event_listener(leptos::ev::dragover, move |ev| {
        if has_files(&ev) {
            ev.prevent_default();
            over.set(true);
        }
    });
    let leave = window_event_listener(leptos::ev::dragleave, move |ev| {
        if ev.related_target().is_none() {
            over.set(false);
        }
    });
    let dropped = window_event_listener(leptos::ev::drop, move |ev| {
        if has_files(&ev) {
            ev.prevent_default();
        }
        over.set(false);
        browser::read_files(app, ev.data_transfer().and_then(|d| d.files()));
    });
    on_cleanup(move || {
        enter.remove();
        leave.remove();
        dropped.remove();
    });
    let zone = || html::div().class("drop-zone").attr("aria-hidden", "true").text(common::words().drop_here);
    when(move || over.get(), zone)
}
