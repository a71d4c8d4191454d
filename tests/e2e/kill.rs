//! What the top bar says is saved is still there after the browser was killed, as by a power cut or a full memory.
//!
//! Each kill: change something, wait until the top bar says 「この端末に保存済み」, wait a while more, kill the browser with
//! SIGKILL, start it again with its profile, and compare. A few kills are part of the browser tests;
//! `./dev test kill` does many and prints how many lost something.

use std::{collections::BTreeMap, env, path::Path, time::Duration};

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::{
    browser::Browser,
    stage::{Stage, everywhere},
};

everywhere!(crosswise: what_is_said_to_be_saved_survives_a_kill);

/// The box that is ticked and unticked, and the field where its answer is.
const BOX: &str = "「計測」を担うのはだれですか 自社";
const ANSWER: &str = "model/role/measure";
const NAME: &str = "停電した端末";

async fn what_is_said_to_be_saved_survives_a_kill(stage: Stage) {
    let Plan { sizes, delays, rounds } = Plan::of_today();
    let mut losses = Vec::new();
    for &size in sizes {
        let mut victim = Victim::new(&stage, size).await;
        for &delay in delays {
            let before = losses.len();
            for round in 0..rounds {
                victim.change(round % 2 == 0, &format!("{delay} 秒、{round} 回目")).await;
                tokio::time::sleep(Duration::from_secs_f64(delay)).await;
                if let Some(loss) = victim.kill_and_look().await {
                    losses.push(format!("{size:?}, {delay} s after it was said to be saved: {loss}"));
                }
            }
            let lost = losses.len() - before;
            println!("{stage}, {size:?}, {delay} s: killed {rounds} times, lost {lost}");
        }
    }
    assert!(losses.is_empty(), "{stage}: {} kills lost something:\n{}", losses.len(), losses.join("\n"));
}

/// How often, and when, the browser is killed.
struct Plan {
    sizes: &'static [Size],
    delays: &'static [f64],
    rounds: usize,
}

impl Plan {
    fn of_today() -> Self {
        if env::var("TENKEN_KILLS").is_ok_and(|kills| kills == "full") {
            Self { sizes: &[Size::Small, Size::Large], delays: &[0.05, 0.2, 0.5, 1.0, 3.0, 10.0], rounds: 2 }
        } else {
            Self { sizes: &[Size::Small], delays: &[0.05, 0.5], rounds: 1 }
        }
    }
}

/// How much the assessment holds.
#[derive(Clone, Copy, Debug)]
enum Size {
    /// Little but what the test types.
    Small,
    /// An answer to everything there is.
    Large,
}

/// A browser with an open assessment.
struct Victim<'a> {
    stage: &'a Stage,
    size: Size,
    browser: Browser,
    /// The address of the assessment.
    home: String,
    /// What has been said to be saved.
    saved: BTreeMap<String, Value>,
    ticked: bool,
}

impl<'a> Victim<'a> {
    async fn new(stage: &'a Stage, size: Size) -> Self {
        let browser = stage.own_browser().await;
        browser.open(&stage.place.url).await;
        let mut victim = Self { stage, size, browser, home: String::new(), saved: BTreeMap::new(), ticked: false };
        victim.make_assessment().await;
        victim
    }

    async fn make_assessment(&mut self) {
        let b = &self.browser;
        match self.size {
            Size::Small => {
                b.fill("点検の名前", NAME).await;
                b.click("button", "点検を始める").await;
            }
            Size::Large => {
                let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/documents");
                b.give_file(&fixtures.join("v1/complete.tenken.json")).await;
                b.click("button", "取り込む").await;
            }
        }
        b.element("button", "ファイルに保存").await;
        let hash = b.run("return location.hash", vec![]).await;
        let hash = hash.as_str().expect("an address").trim_start_matches('#');
        self.home = hash.split('/').take(3).collect::<Vec<_>>().join("/");
        wait_until_saved(b).await;
        self.look().await;
    }

    /// Takes what is there as what has to be there from now on.
    async fn look(&mut self) {
        let b = &self.browser;
        b.click("button", "ファイルに保存").await;
        let (_, text) = b.downloaded().await;
        let file: Value = serde_json::from_str(&text).expect("JSON");
        let fields = file["fields"].as_object().expect("fields").iter();
        self.saved = fields.map(|(path, field)| (path.clone(), field["value"].clone())).collect();
        b.go(&format!("{}/model/roles", self.home)).await;
        self.ticked = b.ticked("checkbox", BOX).await;
    }

    /// Types a text and changes an answer, one of them last, until both are said to be saved.
    async fn change(&mut self, text_last: bool, text: &str) {
        if text_last {
            self.answer().await;
            self.write(text).await;
        } else {
            self.write(text).await;
            self.answer().await;
        }
        wait_until_saved(&self.browser).await;
    }

    /// Without a pause at the end, unlike `fill`.
    async fn write(&mut self, text: &str) {
        let b = &self.browser;
        b.go(&self.home).await;
        let field = b.element("textbox", "対象のサービス").await;
        field.send_keys(Key::Control + "a").await.expect("it takes keys");
        field.send_keys(text).await.expect("it takes keys");
        b.run("document.activeElement.blur()", vec![]).await;
        self.saved.insert("meta/service".to_owned(), json!(text));
    }

    /// Without a pause at the end, unlike `click`.
    async fn answer(&mut self) {
        let b = &self.browser;
        b.go(&format!("{}/model/roles", self.home)).await;
        b.element("checkbox", BOX).await.click().await.expect("it can be clicked");
        self.ticked = !self.ticked;
        // Who else carries the role out is in the same field; the box itself is looked at.
        self.saved.remove(ANSWER);
    }

    /// Kills the browser, starts it again, and says what is missing.
    async fn kill_and_look(&mut self) -> Option<String> {
        self.browser.kill();
        self.browser.start_again().await;
        self.browser.open(&format!("{}#{}", self.stage.place.url, self.home)).await;
        if !self.is_there().await {
            self.browser.open(&self.stage.place.url).await;
            self.make_assessment().await;
            return Some("the whole assessment".to_owned());
        }
        // The first screen shows the mirror; what counts is what stands once the disk is read, and that is told.
        wait_until_saved(&self.browser).await;
        let (saved, ticked) = (std::mem::take(&mut self.saved), self.ticked);
        self.look().await;
        let mut missing: Vec<&str> = saved
            .iter()
            .filter(|(path, value)| self.saved.get(*path) != Some(value))
            .map(|(p, _)| p.as_str())
            .collect();
        if ticked != self.ticked {
            missing.push(ANSWER);
        }
        (!missing.is_empty()).then(|| missing.join(", "))
    }

    /// Whether the assessment's page shows the assessment, or says that there is none.
    async fn is_there(&self) -> bool {
        let (there, gone) = ("ファイルに保存", "この点検はこの端末にありません");
        let script =
            format!("return [{}, {}].some((t) => document.body.innerText.includes(t))", json!(there), json!(gone));
        self.browser.wait_until("the assessment is shown, or said to be gone", &script).await;
        self.browser.has("button", there).await
    }
}

/// Looks into the page itself, so that the word is noticed at once. It counts alone: not while something is still being
/// typed or written.
async fn wait_until_saved(b: &Browser) {
    let script = "const done = arguments[arguments.length - 1]; \
         const look = () => { \
           const bar = document.querySelector('header').innerText; \
           const not_yet = ['保存しています', '入力中', '保存できていません'].some((t) => bar.includes(t)); \
           if (bar.includes('この端末に保存済み') && !not_yet) done(true); else setTimeout(look, 5); \
         }; \
         setTimeout(look)";
    b.driver.execute_async(script, vec![]).await.expect("the top bar says that it is saved");
}
