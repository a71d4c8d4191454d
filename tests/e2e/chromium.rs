//! How Chromium is started.

use std::{env, path::Path, process::Command};

use serde_json::json;
use thirtyfour::{
    ChromeCapabilities, ChromiumLikeCapabilities, DesiredCapabilities,
    common::capabilities::desiredcapabilities::CapabilitiesHelper,
};

use crate::browser::Kind;

/// ChromeDriver on a port. Its log is in its folder, by which the process is known.
pub fn driver(port: u16, folder: &Path) -> Command {
    let mut command = Command::new(env::var_os("TENKEN_CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into()));
    command.arg(format!("--port={port}")).arg(format!("--log-path={}", folder.join("chromedriver.log").display()));
    command
}

/// Without a window, without prompts, and silent towards the network.
pub fn capabilities(kind: Kind, folder: &Path) -> ChromeCapabilities {
    let mut caps = DesiredCapabilities::chrome();
    let profile = format!("--user-data-dir={}", folder.join("profile").display());
    for arg in [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
        // The pages that the address bar would drop down, which take longer to load than an empty one.
        "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup",
        &format!("--lang={}", kind.language()),
        "--hide-scrollbars",
        // No question for a place to save to, which nobody would answer: files are downloaded.
        "--disable-blink-features=FileSystemAccessLocal",
        "--window-size=1366,900",
        &profile,
    ] {
        caps.add_arg(arg).expect("an argument");
    }
    if let Ok(binary) = env::var("TENKEN_CHROME") {
        caps.set_binary(&binary).expect("a binary");
    }
    let prefs = json!({
        "download.default_directory": folder.join("downloads"),
        "download.prompt_for_download": false,
        "intl.accept_languages": kind.language(),
        "profile.default_content_setting_values.cookies": if kind.no_storage { 2 } else { 1 },
    });
    caps.add_experimental_option("prefs", prefs).expect("preferences");
    if !kind.unobserved {
        caps.set("goog:loggingPrefs", json!({ "browser": "ALL", "performance": "ALL" })).expect("logging");
    }
    caps
}
