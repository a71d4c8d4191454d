//! A browser with a fresh profile of its own: how it starts, ends, is killed, and starts again.

use std::{
    env,
    fs::{self, File},
    mem::ManuallyDrop,
    path::{Path, PathBuf},
    process::{Child, Stdio},
    time::Duration,
};

use serde_json::Value;
use thirtyfour::WebDriver;

use crate::{
    engine::Engine,
    firefox,
    place::{free_port, wait_for_port},
    processes,
};

/// How long something may take to appear.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// What is special about a browser.
#[derive(Clone, Copy, Default)]
pub struct Kind {
    /// Which one it is.
    pub engine: Engine,
    /// Sites may not store anything.
    pub no_storage: bool,
    /// Requests and console are not listened to, which costs time that is measured.
    pub unobserved: bool,
}

/// A browser. What a person does with it is in `person.rs`.
pub struct Browser {
    /// The driver, for what this type does not offer. Dropping a session whose driver is gone waits in vain, so it never
    /// is dropped; a failed test just kills the driver.
    pub driver: ManuallyDrop<WebDriver>,
    service: Child,
    folder: PathBuf,
    kind: Kind,
}

impl Browser {
    /// Starts one.
    pub async fn start(kind: Kind) -> Self {
        let folder = env::temp_dir().join(format!("tenken-e2e-{}-{}", std::process::id(), free_port()));
        fs::create_dir_all(folder.join("downloads")).expect("a folder for the profile");
        let (driver, service) = launch(kind, &folder).await;
        Self { driver, service, folder, kind }
    }

    /// Starts an ordinary Chromium and opens the app.
    pub async fn at(url: &str) -> Self {
        Self::with(Engine::Chromium, url).await
    }

    /// Starts an ordinary browser of an engine and opens the app.
    pub async fn with(engine: Engine, url: &str) -> Self {
        let browser = Self::start(Kind { engine, ..Kind::default() }).await;
        browser.open(url).await;
        browser
    }

    /// Kills the browser and its driver with all their processes, as a power cut would. The profile stays.
    pub fn kill(&mut self) {
        processes::kill_all(self.service.id(), &self.folder);
        let _ = self.service.wait();
    }

    /// Starts the browser again with its profile, after `kill`.
    pub async fn start_again(&mut self) {
        for file in self.kind.engine.leftovers() {
            let _ = fs::remove_file(self.folder.join("profile").join(file));
        }
        (self.driver, self.service) = launch(self.kind, &self.folder).await;
    }

    /// The folder for its profile, its downloads and its files.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Errors and warnings on the console since the last call.
    pub async fn console(&self) -> Vec<String> {
        match self.kind.engine {
            Engine::Chromium => {
                let log = self.driver.get_log("browser").await.expect("a console");
                log.into_iter().filter(|e| e.level != "DEBUG" && e.level != "INFO").map(|e| e.message).collect()
            }
            Engine::Firefox => firefox::console(&self.folder),
        }
    }

    /// The addresses of all requests since the last call. Chromium alone tells them; with Firefox there are never any.
    pub async fn requests(&self) -> Vec<String> {
        if self.kind.engine == Engine::Firefox {
            return Vec::new();
        }
        let log = self.driver.get_log("performance").await.expect("a log");
        let events = log.into_iter().filter_map(|e| serde_json::from_str::<Value>(&e.message).ok());
        let requests = events.filter(|e| e["message"]["method"] == "Network.requestWillBeSent");
        let urls = requests.filter_map(|e| e["message"]["params"]["request"]["url"].as_str().map(str::to_owned));
        // The browser's own first page.
        urls.filter(|url| !url.starts_with("chrome://")).collect()
    }

    /// Keeps a picture of the screen where `TENKEN_SHOTS` names a folder.
    pub async fn keep_picture(&self, name: &str) {
        if let Some(folder) = env::var_os("TENKEN_SHOTS") {
            let folder = PathBuf::from(folder);
            std::fs::create_dir_all(&folder).expect("a folder for pictures");
            self.driver.screenshot(&folder.join(format!("{name}.png"))).await.expect("a picture");
        }
    }

    /// Ends it.
    pub async fn quit(self) {
        let console = self.console().await;
        WebDriver::clone(&self.driver).quit().await.expect("it ends");
        assert!(console.is_empty(), "the console has {console:#?}");
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        self.kill();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Starts a driver, and by it a browser. Both write to `driver.log`.
async fn launch(kind: Kind, folder: &Path) -> (ManuallyDrop<WebDriver>, Child) {
    let port = free_port();
    let log = File::create(folder.join("driver.log")).expect("a log");
    let service = kind
        .engine
        .driver(port)
        .stdin(Stdio::null())
        .stdout(log.try_clone().expect("a log"))
        .stderr(log)
        .spawn()
        .expect("the driver starts");
    wait_for_port(port);
    let caps = kind.engine.capabilities(kind, folder);
    let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), caps).await.expect("a session");
    (ManuallyDrop::new(driver), service)
}
