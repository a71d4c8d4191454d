//! Where a test is played: in which engine, and from which place. `everywhere!` makes a test of each combination.

use std::{fmt, sync::LazyLock};

use tokio::runtime::{Builder, Runtime};

use crate::{
    browser::{Browser, Kind},
    engine::Engine,
    place::{Folder, Place},
};

/// One for all tests, since browsers go from test to test with their connections.
static RUNTIME: LazyLock<Runtime> =
    LazyLock::new(|| Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime"));

/// Plays a test.
pub fn play(test: impl Future<Output = ()>) {
    RUNTIME.block_on(test);
}

/// An engine, and a place that the app is opened from.
pub struct Stage {
    /// What shows the pages.
    pub engine: Engine,
    /// Where the app comes from.
    pub place: Place,
}

impl Stage {
    /// From a server.
    pub fn http(engine: Engine) -> Self {
        Self { engine, place: Place::http() }
    }

    /// From the single file.
    pub fn file(engine: Engine) -> Self {
        Self { engine, place: Place::file() }
    }

    /// A folder with the site in it, opened as the stage opens the app.
    pub fn place_in(&self, site: &Folder) -> Place {
        if self.place.is_file() { Place::of(site.path()) } else { Place::serving(site.path()) }
    }

    /// A browser with the app in it.
    pub async fn browser(&self) -> Browser {
        self.browser_at("").await
    }

    /// A browser with the app in it, at an address within the app.
    pub async fn browser_at(&self, address: &str) -> Browser {
        let browser = Browser::ordinary(self.engine).await;
        browser.open(&self.place.at(address)).await;
        browser
    }

    /// A browser that may not store anything, with the app in it.
    pub async fn browser_without_storage(&self) -> Browser {
        let browser = Browser::of(Kind { engine: self.engine, no_storage: true, ..Kind::default() }).await;
        browser.open(&self.place.url).await;
        browser
    }

    /// A browser with a profile that no other test has, with nothing open.
    pub async fn own_browser(&self) -> Browser {
        Browser::of(Kind { engine: self.engine, own: true, ..Kind::default() }).await
    }

    /// Somebody else's browser on another machine: of the other engine, and with the single file.
    pub async fn another_machine(&self) -> Browser {
        let browser = Browser::ordinary(self.engine.other()).await;
        browser.open(&Place::file().url).await;
        browser
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}, {}", self.engine, if self.place.is_file() { "file" } else { "http" })
    }
}

/// Makes of each `async fn name(stage: Stage)` four tests: `name::chromium_http`, `name::firefox_file` and so on. Behind
/// `server:`, of what is about a server, only the two from there. Behind `crosswise:`, of what is the same wherever the app
/// comes from, two that see both engines and both places: Chromium from a server and Firefox from the file, or behind
/// `otherwise:` Chromium from the file and Firefox from a server. Behind `chromium:`, of what no engine decides and Firefox
/// takes twice as long for, the two in Chromium, and behind `firefox:`, of what one of those sees in Chromium, the two in
/// Firefox. The other two, called `crossed_…`, are a part by themselves.
macro_rules! everywhere {
    (crosswise: $($name:ident),+ $(,)?) => {
        $(crate::stage::tests!($name: chromium_http http Chromium, firefox_file file Firefox,
            crossed_chromium_file file Chromium, crossed_firefox_http http Firefox);)+
    };
    (otherwise: $($name:ident),+ $(,)?) => {
        $(crate::stage::tests!($name: chromium_file file Chromium, firefox_http http Firefox,
            crossed_chromium_http http Chromium, crossed_firefox_file file Firefox);)+
    };
    (chromium: $($name:ident),+ $(,)?) => {
        $(crate::stage::tests!($name: chromium_http http Chromium, chromium_file file Chromium,
            crossed_firefox_http http Firefox, crossed_firefox_file file Firefox);)+
    };
    (firefox: $($name:ident),+ $(,)?) => {
        $(crate::stage::tests!($name: firefox_http http Firefox, firefox_file file Firefox,
            crossed_chromium_http http Chromium, crossed_chromium_file file Chromium);)+
    };
    (server: $($name:ident),+ $(,)?) => {
        $(crate::stage::tests!($name: chromium_http http Chromium, firefox_http http Firefox);)+
    };
    ($($name:ident),+ $(,)?) => {
        $(crate::stage::tests!($name: chromium_http http Chromium, chromium_file file Chromium,
            firefox_http http Firefox, firefox_file file Firefox);)+
    };
}
pub(crate) use everywhere;

macro_rules! tests {
    ($name:ident: $($test:ident $place:ident $engine:ident),+) => {
        mod $name {
            use crate::{engine::Engine, stage::{Stage, play}};

            $(#[test]
            fn $test() {
                play(super::$name(Stage::$place(Engine::$engine)));
            })+
        }
    };
}
pub(crate) use tests;
