//! The first screen of a first visit, which stands in the page before the app does.

use std::{env, fs, path::Path};

use any_spawner::{CustomExecutor, Executor, PinnedFuture, PinnedLocalFuture};
use leptos::prelude::*;
use tenken::{
    app::Locale,
    ui::{
        frame,
        route::{Route, Site},
    },
};

use crate::{
    fakes::{Memory, Tab},
    html,
};

/// Effects, which talk to the browser, do not run.
struct NoEffects;

impl CustomExecutor for NoEffects {
    fn spawn(&self, _: PinnedFuture<()>) {}
    fn spawn_local(&self, _: PinnedLocalFuture<()>) {}
    fn poll_local(&self) {}
}

/// What the page has is what the app draws. `TENKEN_UPDATE=1` writes it anew.
#[test]
fn the_page_has_the_first_screen() {
    Executor::init_local_custom_executor(NoEffects).expect("it is the first");
    for locale in [Locale::Ja, Locale::En] {
        let tab = Tab::open(&Memory::default(), 1);
        let drawn = html(locale, move || {
            provide_context(tab.app);
            frame(tab.app, signal(Route::from(Site::Home)).0).into_any()
        });
        // An input has no end tag. Lines are broken within tags, where that makes no text.
        let drawn = drawn.replace("</input>", "").replace("><", "\n><") + "\n";
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("first").join(format!("{}.html", locale.tag()));
        if env::var_os("TENKEN_UPDATE").is_some() {
            fs::write(&file, &drawn).expect("it can be written");
        }
        let kept = fs::read_to_string(&file).expect("the file is there");
        assert_eq!(kept, drawn, "run TENKEN_UPDATE=1 ./dev test html -- first");
    }
}
