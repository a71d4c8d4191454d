//! Parts of a page that follow what they read.
//!
//! Leptos compiles its own `Show`, `For`, memos and closures once for every closure that is passed. These forms box
//! the closure first, and so are compiled once: of what is loaded, that is a sixth.

use std::{sync::Arc, time::Duration};

use leptos::prelude::*;

use super::call::Call;
use crate::app::memo;

/// What is shown again whenever what it reads changes.
pub fn live<V: IntoView + 'static>(view: impl Fn() -> V + Send + 'static) -> AnyView {
    erased(Box::new(move || view().into_any()))
}

fn erased(view: Box<dyn Call<AnyView> + Send>) -> AnyView {
    (move || view.call()).into_any()
}

/// What is there only while a condition holds. It is made anew only when the condition turns, and never for what is
/// read while it is made.
pub fn when<V: IntoView + 'static>(
    is: impl Fn() -> bool + Send + Sync + 'static,
    view: impl Fn() -> V + Send + Sync + 'static,
) -> AnyView {
    shown(Box::new(is), Box::new(move || view().into_any()))
}

#[inline(never)]
fn shown(is: Box<dyn Call<bool> + Send + Sync>, view: Box<dyn Call<AnyView> + Send + Sync>) -> AnyView {
    let is = memo(move || is.call());
    live(move || is.get().then(|| untrack(|| view.call())))
}

/// Makes an item's view.
type Make = Box<dyn FnOnce() -> AnyView + Send>;

/// A list whose items keep their place on the page, and what is typed into them, while others come and go. What is
/// read while an item is made makes nothing anew.
pub fn each<T: Send + 'static, V: IntoView + 'static>(
    items: impl Fn() -> Vec<T> + Send + 'static,
    key: fn(&T) -> String,
    view: impl Fn(T) -> V + Send + Sync + 'static,
) -> AnyView {
    let view = Arc::new(view);
    keyed(Box::new(move || {
        let item = |item: T| {
            let view = Arc::clone(&view);
            (key(&item), Box::new(move || view(item).into_any()) as Make)
        };
        items().into_iter().map(item).collect()
    }))
}

fn keyed(items: Box<dyn Call<Vec<(String, Make)>> + Send>) -> AnyView {
    view! { <For each=move || items.call() key=|(key, _)| key.clone() children=|(_, make)| untrack(make) /> }.into_any()
}

/// What is done, and again whenever what it reads changes.
pub fn effect(act: impl Fn() + 'static) {
    fn of(act: Box<dyn Call<()>>) {
        Effect::new(move |_| act.call());
    }
    of(Box::new(act));
}

/// What is made once the first frame of the page has been painted: it is neither seen nor asked for before.
pub fn later<V: IntoView + 'static>(view: impl Fn() -> V + Send + Sync + 'static) -> AnyView {
    let painted = RwSignal::new(false);
    // The page may have gone by then.
    let show = move || {
        let _ = painted.try_set(true);
    };
    // A frame is painted after what is asked for it has run. Tests that make texts have no frames.
    if cfg!(target_arch = "wasm32") {
        request_animation_frame(move || set_timeout(show, Duration::ZERO));
    }
    when(move || painted.get(), view)
}
