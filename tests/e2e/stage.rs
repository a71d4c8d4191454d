//! Where a test is played: in which engine, and from which place. `everywhere!` makes a test of each combination.

use std::fmt;

use crate::{
    browser::{Browser, Kind},
    engine::Engine,
    place::Place,
};

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

    /// A browser with the app in it.
    pub async fn browser(&self) -> Browser {
        Browser::with(self.engine, &self.place.url).await
    }

    /// A browser that may not store anything, with the app in it.
    pub async fn browser_without_storage(&self) -> Browser {
        let browser = Browser::start(Kind { engine: self.engine, no_storage: true, ..Kind::default() }).await;
        browser.open(&self.place.url).await;
        browser
    }

    /// Somebody else's browser on another machine: of the other engine, and with the single file.
    pub async fn another_machine(&self) -> Browser {
        Browser::with(self.engine.other(), &Place::file().url).await
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}, {}", self.engine, if self.place.origin() == "file://" { "file" } else { "http" })
    }
}

/// Makes of each `async fn name(stage: Stage)` four tests: `name::chromium_http`, `name::firefox_file` and so on.
macro_rules! everywhere {
    ($($name:ident),+ $(,)?) => {$(
        mod $name {
            use crate::{engine::Engine, stage::Stage};

            #[tokio::test]
            async fn chromium_http() {
                super::$name(Stage::http(Engine::Chromium)).await;
            }

            #[tokio::test]
            async fn chromium_file() {
                super::$name(Stage::file(Engine::Chromium)).await;
            }

            #[tokio::test]
            async fn firefox_http() {
                super::$name(Stage::http(Engine::Firefox)).await;
            }

            #[tokio::test]
            async fn firefox_file() {
                super::$name(Stage::file(Engine::Firefox)).await;
            }
        }
    )+};
}
pub(crate) use everywhere;
