//! How Firefox is started, and what it tells of itself.

use std::{env, fs, path::Path, process::Command};

use serde_json::{Value, json};
use thirtyfour::{BrowserCapabilitiesHelper, DesiredCapabilities, FirefoxCapabilities, WebDriver};

use crate::browser::Kind;

/// geckodriver on a port. It is told its folder, by which the process is known.
pub fn driver(port: u16, folder: &Path) -> Command {
    let mut command = Command::new(env::var_os("TENKEN_GECKODRIVER").unwrap_or_else(|| "geckodriver".into()));
    // The port for WebDriver BiDi, which nobody uses: any, so that drivers do not quarrel about one.
    command.arg(format!("--port={port}")).arg("--websocket-port=0").args(["--log", "fatal"]);
    command.arg("--profile-root").arg(folder);
    command.env("MOZ_HEADLESS_WIDTH", "1366").env("MOZ_HEADLESS_HEIGHT", "900");
    command
}

/// Without a window, without prompts, and silent towards the network.
pub fn capabilities(kind: Kind, folder: &Path) -> FirefoxCapabilities {
    let profile = folder.join("profile");
    fs::create_dir_all(&profile).expect("a folder for the profile");
    let profile = profile.to_str().expect("UTF-8");
    let mut caps = DesiredCapabilities::firefox();
    for arg in ["-headless", "-profile", profile] {
        caps.add_arg(arg).expect("an argument");
    }
    if let Ok(binary) = env::var("TENKEN_FIREFOX") {
        caps.set_firefox_binary(&binary).expect("a binary");
    }
    caps.set_browser_option("prefs", preferences(kind, folder)).expect("preferences");
    caps
}

/// What has to be off. Together with what geckodriver sets by itself, nothing then is asked, shown or sent that a test did
/// not want.
const OFF: [&str; 33] = [
    // Questions and panels about a download.
    "browser.download.always_ask_before_handling_new_types",
    "browser.download.alwaysOpenPanel",
    // Schemes other than the one that was asked for.
    "dom.security.https_only_mode",
    "dom.security.https_first",
    // Processes in advance for pages that nobody will open.
    "dom.ipc.processPrelaunch.enabled",
    // Old tabs, after the browser was killed.
    "browser.sessionstore.resume_from_crash",
    // What the browser itself writes to the console, see `console`.
    "devtools.console.stdout.chrome",
    // Whatever it does on its own account.
    "app.normandy.enabled",
    "app.shield.optoutstudies.enabled",
    "app.update.auto",
    "browser.aboutwelcome.enabled",
    "browser.backup.enabled",
    "browser.newtabpage.enabled",
    "browser.region.update.enabled",
    "browser.safebrowsing.downloads.enabled",
    "browser.safebrowsing.malware.enabled",
    "browser.safebrowsing.phishing.enabled",
    "browser.search.update",
    "browser.topsites.contile.enabled",
    "datareporting.healthreport.uploadEnabled",
    "datareporting.usage.uploadEnabled",
    "dom.push.connection.enabled",
    "extensions.blocklist.enabled",
    "extensions.getAddons.cache.enabled",
    "extensions.systemAddon.update.enabled",
    "extensions.update.enabled",
    "media.gmp-manager.updateEnabled",
    "messaging-system.rsexperimentloader.enabled",
    "network.captive-portal-service.enabled",
    "network.connectivity-service.enabled",
    "network.prefetch-next",
    "toolkit.telemetry.enabled",
    "toolkit.telemetry.unified",
];

fn preferences(kind: Kind, folder: &Path) -> Value {
    let mut all = json!({
        // 2: into the folder that is named.
        "browser.download.folderList": 2,
        "browser.download.dir": folder.join("downloads"),
        "browser.download.useDownloadDir": true,
        "browser.helperApps.neverAsk.saveToDisk": "application/json,application/octet-stream,text/csv,text/plain",
        "intl.accept_languages": kind.language(),
        // 2: no site may store anything. 5: as usual.
        "network.cookie.cookieBehavior": if kind.no_storage { 2 } else { 5 },
        "network.http.speculative-parallel-limit": 0,
        // Never the safe mode, however often it was killed.
        "toolkit.startup.max_resumed_crashes": -1,
        "termsofuse.bypassNotification": true,
        "toolkit.telemetry.server": "",
        // What a page writes to the console goes to the driver's log.
        "devtools.console.stdout.content": true,
    });
    for name in OFF {
        all[name] = json!(false);
    }
    all
}

/// The addresses of the page and of what it requested, since the last call.
pub async fn requests(driver: &WebDriver) -> Vec<String> {
    let script = "const page = window.tenkenTold ? [] : [location.href.split('#')[0]]; window.tenkenTold = true; \
         const all = [...page, ...performance.getEntriesByType('resource').map((e) => e.name)]; \
         performance.clearResourceTimings(); return all";
    let urls = driver.execute(script, vec![]).await.expect("a list").json().clone();
    urls.as_array().into_iter().flatten().filter_map(|url| url.as_str().map(str::to_owned)).collect()
}

/// Errors and warnings on the console since the last call. The driver has no log of them, but Firefox writes to its output
/// what a page says there and errors that nobody caught; that is kept in `driver.log`. What the browser itself finds
/// wrong with a page, such as something that the policy forbids, is not among it.
pub fn console(folder: &Path) -> Vec<String> {
    let seen = folder.join("driver.log.seen");
    let log = fs::read(folder.join("driver.log")).unwrap_or_default();
    let start = fs::read_to_string(&seen).ok().and_then(|n| n.parse().ok()).unwrap_or(0).min(log.len());
    fs::write(&seen, log.len().to_string()).expect("it can be written");
    let from_page = |line: &&str| {
        ["console.error:", "console.warn:"].iter().any(|start| line.starts_with(start))
            || ["http:", "file:", "blob:"].iter().any(|from| line.starts_with(&format!("JavaScript error: {from}")))
    };
    // The browser's own loader of settings, which finds no network here.
    let of_browser = |line: &&str| line.starts_with("console.error: RSLoader");
    let log = String::from_utf8_lossy(&log[start..]);
    log.lines().filter(from_page).filter(|line| !of_browser(line)).map(str::to_owned).collect()
}
