//! What a person does in a browser and sees there: everything is found by role and visible name.

use std::{
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::browser::{Browser, PATIENCE};

impl Browser {
    /// Opens an address, and waits for the app.
    pub async fn open(&self, url: &str) {
        // A driver may close a connection just as it is used again. Asked once more, it answers.
        for _ in 0..3 {
            if self.driver.goto(url).await.is_ok() {
                break;
            }
            tokio::time::sleep(Duration::from_millis(500)).await;
        }
        self.wait_until(
            "the app has started",
            "return !!document.querySelector('header') && !document.getElementById('boot')",
        )
        .await;
    }

    /// Leaves the app.
    pub async fn leave(&self) {
        self.driver.goto("about:blank").await.expect("an empty page");
    }

    /// Goes to a place within the app.
    pub async fn go(&self, hash: &str) {
        self.run("location.hash = arguments[0]", vec![json!(hash)]).await;
        self.settle().await;
    }

    /// Runs a script.
    pub async fn run(&self, script: &str, args: Vec<Value>) -> Value {
        let result = self.driver.execute(script, args).await.unwrap_or_else(|e| panic!("{script}: {e}"));
        result.json().clone()
    }

    /// Waits until the screen has been drawn and what was changed is kept: in the first frame the change is seen, before
    /// the second the focus moves, and in the idle time after that it is written. A page that is hidden has no frames.
    pub async fn settle(&self) {
        let script = "const done = arguments[arguments.length - 1]; setTimeout(done, 200); \
             requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(() => done(), { timeout: 100 })))";
        // A page that goes away meanwhile tells nothing.
        let _ = self.driver.execute_async(script, vec![]).await;
    }

    /// Presses keys where the focus is.
    pub async fn press(&self, keys: impl Into<thirtyfour::TypingData>) {
        let active = self.driver.active_element().await.expect("something has the focus");
        active.send_keys(keys).await.expect("it takes keys");
        self.settle().await;
    }

    /// Waits until a script says so. A page on its way to another has no body for a moment: what fails then is asked again.
    pub async fn wait_until(&self, what: &str, script: &str) {
        let start = Instant::now();
        loop {
            let said = self.driver.execute(script, vec![]).await.map(|said| said.json().clone());
            if said.as_ref().is_ok_and(|said| *said == json!(true)) {
                return;
            }
            if start.elapsed() > PATIENCE {
                self.keep_picture("timeout").await;
                panic!("waited in vain: {what}: {said:?}\n{}\n{:#?}", self.text().await, self.console().await);
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Waits until a text is to be seen.
    pub async fn see(&self, text: &str) {
        let script = format!("return document.body.innerText.includes({})", json!(text));
        self.wait_until(&format!("to see {text:?}"), &script).await;
    }

    /// Whether a text is to be seen now.
    pub async fn sees(&self, text: &str) -> bool {
        self.text().await.contains(text)
    }

    /// Everything that is to be seen.
    pub async fn text(&self) -> String {
        self.run("return document.body?.innerText ?? ''", vec![]).await.as_str().unwrap_or_default().to_owned()
    }

    /// The n-th visible element of a role and name.
    async fn find(&self, role: &str, name: &str, nth: usize) -> Option<thirtyfour::WebElement> {
        let found = self.driver.execute(include_str!("dom.js"), vec![json!(role), json!(name), json!(nth)]).await;
        found.ok().and_then(|f| f.element().ok())
    }

    /// Waits for an element of a role and name.
    pub async fn element(&self, role: &str, name: &str) -> thirtyfour::WebElement {
        let start = Instant::now();
        loop {
            if let Some(found) = self.find(role, name, 0).await {
                return found;
            }
            if start.elapsed() > PATIENCE {
                self.keep_picture("missing").await;
                panic!("there is no {role} {name:?}\n{}", self.text().await);
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Whether there is an element of a role and name now.
    pub async fn has(&self, role: &str, name: &str) -> bool {
        self.find(role, name, 0).await.is_some()
    }

    /// Clicks.
    pub async fn click(&self, role: &str, name: &str) {
        let element = self.element(role, name).await;
        self.run("arguments[0].scrollIntoView({block: 'center'})", vec![element.to_json().expect("an element")]).await;
        if let Err(e) = element.click().await {
            // A choice that is drawn by its label is pressed there; Firefox's driver sees the input alone.
            let label = "const l = (arguments[0].labels || [])[0]; if (l) l.click(); return !!l";
            if self.run(label, vec![element.to_json().expect("an element")]).await == json!(true) {
                return self.settle().await;
            }
            self.keep_picture("click").await;
            panic!("cannot click {role} {name:?}: {e}");
        }
        self.settle().await;
    }

    /// Types into a text field in place of what it has, and leaves it.
    pub async fn fill(&self, name: &str, text: &str) {
        let field = self.element("textbox", name).await;
        field.send_keys(Key::Control + "a").await.expect("it takes keys");
        // Typing is for short texts; long ones are pasted.
        if text.chars().count() < 40 && text.chars().all(|c| c < '\u{10000}') {
            field.send_keys(text).await.expect("it takes keys");
        } else {
            let script = "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new InputEvent('input', {bubbles: true}))";
            self.run(script, vec![field.to_json().expect("an element"), json!(text)]).await;
        }
        self.run("document.activeElement.blur()", vec![]).await;
        self.settle().await;
    }

    /// Chooses an option by its text.
    pub async fn choose(&self, name: &str, option: &str) {
        let select = self.element("combobox", name).await.to_json().expect("an element");
        let script = "const [s, text] = arguments; \
             const o = [...s.options].find((o) => o.textContent.trim() === text); \
             if (!o) return [...s.options].map((o) => o.textContent).join('|'); \
             s.value = o.value; s.dispatchEvent(new Event('change', {bubbles: true})); return true";
        let done = self.run(script, vec![select, json!(option)]).await;
        assert_eq!(done, json!(true), "{name:?} has no option {option:?}");
        self.settle().await;
    }

    /// The value of a field.
    pub async fn value(&self, role: &str, name: &str) -> String {
        let element = self.element(role, name).await.to_json().expect("an element");
        let script =
            "const e = arguments[0]; return e.tagName === 'SELECT' ? e.selectedOptions[0].textContent.trim() : e.value";
        self.run(script, vec![element]).await.as_str().unwrap_or_default().to_owned()
    }

    /// Whether a box is ticked.
    pub async fn ticked(&self, role: &str, name: &str) -> bool {
        let element = self.element(role, name).await.to_json().expect("an element");
        self.run("return arguments[0].checked", vec![element]).await == json!(true)
    }

    /// Gives a file to the choice of files.
    pub async fn give_file(&self, path: &Path) {
        let input = self.element("file", "ファイルを開く").await;
        input.send_keys(path.to_str().expect("UTF-8")).await.expect("it takes a file");
        self.settle().await;
    }

    /// Writes a file for the browser to open.
    pub fn write_file(&self, name: &str, content: &[u8]) -> PathBuf {
        let path = self.folder().join(name);
        std::fs::write(&path, content).expect("it can be written");
        path
    }

    /// Waits for the download of a text, and takes it.
    pub async fn downloaded(&self) -> (String, String) {
        let (name, bytes) = self.downloaded_bytes().await;
        (name, String::from_utf8(bytes).expect("a text"))
    }

    /// Waits for a download, and takes it.
    pub async fn downloaded_bytes(&self) -> (String, Vec<u8>) {
        let start = Instant::now();
        loop {
            if let Some(path) = whole_download(&self.folder().join("downloads")) {
                // As Firefox puts the whole file in the place of the empty one, there is none for a moment.
                let bytes = std::fs::read(&path).unwrap_or_default();
                if !bytes.is_empty() {
                    std::fs::remove_file(&path).expect("it can be removed");
                    return (path.file_name().expect("a name").to_string_lossy().into_owned(), bytes);
                }
            }
            assert!(start.elapsed() < PATIENCE, "nothing was downloaded");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

/// A file that has arrived. While it arrives, Chromium has it as `.crdownload`; Firefox has an empty one under its name
/// and beside it the `.part`.
fn whole_download(folder: &Path) -> Option<PathBuf> {
    let files: Vec<PathBuf> = std::fs::read_dir(folder).expect("the folder").flatten().map(|f| f.path()).collect();
    let ends = |p: &PathBuf, end: &str| p.to_string_lossy().ends_with(end);
    if files.iter().any(|p| ends(p, ".part") || ends(p, ".crdownload")) {
        return None;
    }
    // While Chromium writes, the file has a hidden name.
    files.into_iter().find(|p| !p.file_name().is_some_and(|n| n.to_string_lossy().starts_with('.')))
}
