//! Assessments by keyboard alone: Part IV of one service with every press counted, and a small one of controls.

use serde_json::json;
use thirtyfour::Key;

use crate::{
    browser::Browser,
    stage::{Stage, everywhere},
};

everywhere!(crosswise: part_iv_is_done_by_keyboard, controls_are_done_by_keyboard);

/// How many presses Part IV may cost. A text that is typed counts as one.
const BOUND: usize = 150;

struct Hands {
    browser: Browser,
    presses: usize,
}

impl Hands {
    async fn press(&mut self, keys: impl Into<thirtyfour::TypingData>) {
        self.browser.driver.action_chain().send_keys(keys).perform().await.expect("it takes keys");
        self.presses += 1;
        self.browser.settle().await;
    }

    /// What the focus is on, as it is called.
    async fn focus(&self) -> String {
        let script = "const e = document.activeElement; if (e === document.body) return ''; \
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
        self.browser.keep_picture("presses").await;
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
    // Home: a name; of the parts, the fourth alone; and the type that is nearest.
    h.tab_to("点検の名前").await;
    h.press("冷蔵庫の遠隔監視").await;
    h.press(Key::Enter).await;
    for part in ["第Ⅱ部", "第Ⅲ部"] {
        h.tab_to(part).await;
        h.press(Key::Space).await;
    }
    h.press("n").await;
    h.choose("この類型で始める: 遠隔監視").await;
    h.tell("the type");

    // The model: read what the type says, confirm it page by page, and answer what it left open.
    for _ in 0..60 {
        h.press("n").await;
        if h.open().await == 0 {
            break;
        }
        if h.browser.has("button", "残りはこのとおりで合っている").await {
            h.choose("残りはこのとおりで合っている").await;
            h.tell("a page confirmed");
            continue;
        }
        // On to the first of its answers.
        while !h.is_on_an_answer().await {
            h.press(Key::Tab).await;
        }
        // Other kinds of component it has none, the data occur: one step from “not answered”, back or on.
        h.press(match h.answer().await.as_str() {
            "checkbox" => Key::Space,
            "data" => Key::Down,
            _ => Key::Up,
        })
        .await;
    }
    assert_eq!(h.open().await, 0, "no question of the model is open");
    h.tell("the model");

    // The risks: most are treated; some are accepted, with the reason.
    h.press("n").await;
    h.browser.see("抽出したリスクです").await;
    h.press("n").await;
    h.press("a").await;
    h.press("1").await;
    h.press("a").await;
    // The first ones concern the service as a whole, so that one reason suffices.
    h.press(Key::Home).await;
    for _ in 0..3 {
        h.press(Key::Down).await;
        h.press("3").await;
        h.press(Key::Enter).await;
        h.tab_to("扱いの理由").await;
        h.press("影響が小さく、費用に見合わないため").await;
        h.press(Key::Escape).await;
    }
    h.tell("the risks");

    // The actions: a firm that begins has done some of them.
    h.press("n").await;
    h.browser.see("割り当てられた対応策です").await;
    h.press("n").await;
    h.press("a").await;
    h.press("3").await;
    h.press("a").await;
    for _ in 0..12 {
        h.press(Key::Down).await;
        h.press("1").await;
    }
    h.press(Key::Enter).await;
    h.tab_to("担当").await;
    h.press("運用部 鈴木").await;
    h.press(Key::Tab).await;
    h.press("来月末").await;
    h.press(Key::Tab).await;
    h.browser.settle().await;
    h.tell("the actions");

    h.browser.go_to_step("概要").await;
    h.browser.see("未実施・一部実施のものを進める").await;
    assert!(h.presses <= BOUND, "{} presses", h.presses);
    h.browser.quit().await;
}

/// From the scope to the result.
async fn controls_are_done_by_keyboard(stage: Stage) {
    let mut h = Hands { browser: stage.browser().await, presses: 0 };
    h.tab_to("点検の名前").await;
    h.press("勤怠クラウド").await;
    h.press(Key::Enter).await;
    h.tab_to("第Ⅳ部").await;
    h.press(Key::Space).await;
    h.press("n").await;
    // The class: two questions, each answered by the first of its answers.
    h.browser.see("まだ決まりません").await;
    for _ in 0..2 {
        // From “unanswered”, the last one, on to the first.
        h.tab_to("未回答").await;
        h.press(Key::Down).await;
        h.press(Key::Tab).await;
    }
    h.browser.see("パターン 1").await;
    // Most controls are in place. One is not: who sees to it, and until when.
    h.press("n").await;
    h.browser.see("対策項目ごとに").await;
    h.press("n").await;
    h.press("a").await;
    h.press("1").await;
    h.press("a").await;
    h.press(Key::Down).await;
    h.press("3").await;
    h.press(Key::Enter).await;
    h.tab_to("担当").await;
    h.press("総務部 佐藤").await;
    h.press(Key::Tab).await;
    h.press("2026/10/1").await;
    h.press(Key::Escape).await;
    // A value that was measured, in the last that has one.
    for key in [Key::End, Key::Up, Key::Up] {
        h.press(key).await;
    }
    h.press(Key::Enter).await;
    h.tab_to("a. ").await;
    h.press("五年").await;
    h.press(Key::Tab).await;
    h.choose("次へ: 結果").await;
    h.browser.see("期限切れは 1 件").await;
    h.browser.see("総務部 佐藤").await;
    h.tell("an assessment of controls");
    h.browser.quit().await;
}

impl Hands {
    /// How many questions of the model wait for an answer, on all its pages.
    async fn open(&self) -> u64 {
        let script = "const svg = document.querySelector('.rail a[href*=model] svg'); \
             const said = [...svg.getAttribute('aria-label').matchAll(/(?:未回答|未確認) (\\d+)/g)]; \
             return said.reduce((sum, m) => sum + Number(m[1]), 0)";
        self.browser.run(script, vec![]).await.as_u64().expect("a number")
    }

    async fn is_on_an_answer(&self) -> bool {
        let script = "return ['checkbox', 'radio'].includes(document.activeElement.type)";
        self.browser.run(script, vec![]).await == json!(true)
    }

    /// What kind of answer the focus is on.
    async fn answer(&self) -> String {
        let script = "const e = document.activeElement; \
             return e.closest('[id^=data-]') && e.type === 'radio' ? 'data' : e.type";
        self.browser.run(script, vec![]).await.as_str().unwrap_or_default().to_owned()
    }
}
