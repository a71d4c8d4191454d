//! A browser: how it starts, is lent to the next test, is killed, and starts again.

use std::{
    env,
    fs::{self, File},
    mem::ManuallyDrop,
    path::{Path, PathBuf},
    process::{Child, Stdio},
    sync::Mutex,
    time::Duration,
};

use serde_json::Value;
use thirtyfour::WebDriver;

use crate::{
    engine::Engine,
    firefox,
    place::{free_port, own_folder, wait_for_port},
    processes,
};

/// The size of a window.
const SIZE: (u32, u32) = (1366, 900);

/// How long something may take to appear.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// Browsers that no test has now. To start one takes longer than many a test.
static IDLE: Mutex<Vec<Browser>> = Mutex::new(Vec::new());

/// What is special about a browser.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Kind {
    /// Which one it is.
    pub engine: Engine,
    /// It has a profile that no other test has had or will have.
    pub own: bool,
    /// It prefers English; others prefer Japanese.
    pub english: bool,
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

impl Kind {
    /// The language that it prefers.
    pub fn language(self) -> &'static str {
        if self.english { "en" } else { "ja" }
    }
}

impl Browser {
    /// One in which nothing is stored: that a test before has given back, or a new one.
    pub async fn of(kind: Kind) -> Self {
        if let Some(browser) = idle_one(kind) {
            return browser;
        }
        let folder = own_folder();
        fs::create_dir_all(folder.join("downloads")).expect("a folder for the profile");
        let (driver, service) = launch(kind, &folder).await;
        Self { driver, service, folder, kind }
    }

    /// An ordinary browser of an engine.
    pub async fn ordinary(engine: Engine) -> Self {
        Self::of(Kind { engine, ..Kind::default() }).await
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

    /// Has Chromium do what no other browser can, by a command of its DevTools.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.driver.cdp().send_raw(command, parameters).await.expect(command)
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

    /// The addresses of all requests since the last call. Only Chromium's driver tells them; of Firefox it is what the page
    /// itself knows of, since it was opened.
    pub async fn requests(&self) -> Vec<String> {
        if self.kind.engine == Engine::Firefox {
            return firefox::requests(&self.driver).await;
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

    /// Gives it back, or ends it where no other test may have it.
    pub async fn quit(self) {
        let console = self.console().await;
        assert!(console.is_empty(), "the console has {console:#?}");
        if self.kind.own {
            WebDriver::clone(&self.driver).quit().await.expect("it ends");
        } else {
            self.clean().await;
            IDLE.lock().expect("no test panics with it").push(self);
        }
    }

    /// Leaves nothing to the next test. A server is an origin of its own, but all files are one.
    async fn clean(&self) {
        let windows = self.driver.windows().await.expect("windows");
        let (first, others) = windows.split_first().expect("a window");
        for other in others {
            self.driver.switch_to_window(other.clone()).await.expect("it is there");
            self.driver.close_window().await.expect("it closes");
        }
        self.driver.switch_to_window(first.clone()).await.expect("it is there");
        let empty = self.write_file("empty.html", b"<!doctype html><title>x</title>");
        self.driver.goto(&format!("file://{}", empty.display())).await.expect("an empty page");
        if !self.kind.no_storage {
            self.forget().await;
        }
        let (width, height) = SIZE;
        self.driver.set_window_rect(0, 0, width, height).await.expect("a size");
        for file in fs::read_dir(self.folder.join("downloads")).expect("the folder").flatten() {
            fs::remove_file(file.path()).expect("it can be removed");
        }
        self.console().await;
        self.requests().await;
    }

    /// Removes what all files have stored.
    async fn forget(&self) {
        let forget = "const done = arguments[arguments.length - 1]; localStorage.clear(); \
             const gone = ({ name }) => new Promise((yes) => { indexedDB.deleteDatabase(name).onsuccess = yes; }); \
             indexedDB.databases().then((all) => Promise.all(all.map(gone))).then(() => done())";
        self.driver.execute_async(forget, vec![]).await.expect("it forgets");
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        self.kill();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn idle_one(kind: Kind) -> Option<Browser> {
    let mut idle = IDLE.lock().expect("no test panics with it");
    let at = idle.iter().position(|b| b.kind == kind)?;
    Some(idle.swap_remove(at))
}

/// Starts a driver, and by it a browser. Both write to `driver.log`.
async fn launch(kind: Kind, folder: &Path) -> (ManuallyDrop<WebDriver>, Child) {
    processes::end_all_with_this_one();
    let port = free_port();
    let log = File::create(folder.join("driver.log")).expect("a log");
    let service = kind
        .engine
        .driver(port, folder)
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
