//! Every page: nothing scrolls sideways, and nothing is requested. Firefox is looked at here, Chromium at other widths by
//! `a11y.rs`.

use serde_json::json;
use thirtyfour::Key;

use crate::{
    addresses::all,
    browser::Browser,
    network::{files, sent},
    stage::{Stage, everywhere},
};

everywhere!(firefox: no_page_scrolls_sideways_or_sends_a_request);
everywhere!(crosswise:
    english_and_dark_are_remembered,
    an_assessment_that_is_not_here_says_so,
    a_list_is_kept_in_order,
    the_focus_stays_where_the_language_changes,
    the_step_is_in_view_on_a_phone,
);

/// Makes an assessment from a type, with a decision and a status, and returns its address.
pub async fn sample(b: &Browser) -> String {
    b.fill("点検の名前", "見守りサービス 点検 2026年度 第2回（長い名前でも読めること）").await;
    b.click("button", "点検を始める").await;
    b.go_to_step("モデル").await;
    b.click("button", "この類型で始める: 見守り").await;
    b.see("個の答えを入れました").await;
    b.go_to_step("リスク").await;
    b.click("checkbox", "決めていない").await;
    b.click("radio", "受け入れる").await;
    b.go_to_step("対応策").await;
    b.click("radio", "一部実施").await;
    let hash = b.run("return location.hash", vec![]).await;
    let hash = hash.as_str().expect("an address").trim_start_matches('#').to_owned();
    hash.split("/measures").next().expect("the assessment").to_owned()
}

/// An assessment with something of everything, from its file.
pub async fn whole(b: &Browser) -> String {
    let file = "tests/fixtures/documents/v1/whole.tenken.json";
    b.give_file(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).await;
    b.click("button", "取り込む").await;
    b.click("button", "閉じる").await;
    let hash = b.run("return location.hash.slice(1)", vec![]).await;
    hash.as_str().expect("an address").to_owned()
}

/// The button is another one then, and the whole screen is.
async fn the_focus_stays_where_the_language_changes(stage: Stage) {
    let b = stage.browser().await;
    b.go("/about").await;
    for (button, then) in [("English", "日本語"), ("日本語", "English")] {
        b.element("button", button).await.send_keys(Key::Enter).await.expect("it takes keys");
        let there = format!("return document.activeElement.textContent === '{then}'");
        b.wait_until("the button has the focus again", &there).await;
    }
    b.wait_until("its title is in Japanese", "return document.title === 'このツールについて | 点検'").await;
    b.quit().await;
}

async fn the_step_is_in_view_on_a_phone(stage: Stage) {
    let b = stage.browser().await;
    let assessment = sample(&b).await;
    b.driver.set_window_rect(0, 0, 500, 900).await.expect("a size");
    for step in ["changes", "scope"] {
        b.go(&format!("{assessment}/{step}")).await;
        let in_view = "const [a, list] = ['.rail [aria-current]', '.rail ol'].map((of) => document.querySelector(of).getBoundingClientRect()); \
             return a.left >= list.left && a.right <= list.right";
        b.wait_until(step, in_view).await;
    }
    b.quit().await;
}

async fn no_page_scrolls_sideways_or_sends_a_request(stage: Stage) {
    let b = stage.browser().await;
    let assessment = sample(&b).await;
    let width = if stage.place.is_file() { 1920 } else { 768 };
    tour(&stage, &b, &assessment, width, async |_| ()).await;
    b.quit().await;
}

/// Looks at every page at a width.
pub async fn tour(stage: &Stage, b: &Browser, assessment: &str, width: u32, look: impl AsyncFn(&str)) {
    b.driver.set_window_rect(0, 0, width, 900).await.expect("a size");
    for page in all(assessment) {
        b.go(&page).await;
        look(&page).await;
        fits(b, assessment, &page).await;
    }
    // What the last page does comes before what the next one does.
    b.go("/").await;
    assert_eq!(sent(b).await, files(&stage.place), "the page and its files, each once, and nothing after the start");
}

/// The page has a title, and nothing scrolls sideways. Keeps a picture.
async fn fits(b: &Browser, assessment: &str, page: &str) {
    let measured = "const e = document.documentElement; return [e.clientWidth, e.lang, e.scrollWidth - e.clientWidth, \
         [...document.querySelectorAll('body *')].filter((e) => e.checkVisibility() && \
         e.getBoundingClientRect().right > innerWidth).slice(0, 5).map((e) => e.outerHTML.slice(0, 120)), document.querySelector('h1').textContent]";
    let measured = b.run(measured, vec![]).await;
    let (width, language) = (&measured[0], measured[1].as_str().expect("a language"));
    assert!(!measured[4].as_str().unwrap_or_default().trim().is_empty(), "{page} has a title");
    assert_eq!(measured[2], json!(0), "{page} scrolls sideways at {width} px: {:#}", measured[3]);
    let name = page.replace(assessment, "/assessment").replace(['/', '.'], "-");
    b.keep_picture(&format!("{width}-{language}{name}")).await;
}

async fn english_and_dark_are_remembered(stage: Stage) {
    let b = stage.browser().await;
    sample(&b).await;
    b.click("button", "English").await;
    b.see("Countermeasures").await;
    b.choose("Colours", "Dark").await;
    b.driver.refresh().await.expect("a reload");
    b.see("An action of this countermeasure").await;
    let dressed = b.run("return [document.documentElement.lang, document.documentElement.dataset.theme]", vec![]).await;
    assert_eq!(dressed, json!(["en", "dark"]));
    b.quit().await;
}

async fn an_assessment_that_is_not_here_says_so(stage: Stage) {
    let b = stage.browser_at("/a/0123456789ab/risks").await;
    b.see("この点検はこの端末にありません").await;
    b.click("link", "点検一覧へ").await;
    b.see("新しい点検").await;
    b.quit().await;
}

async fn a_list_is_kept_in_order(stage: Stage) {
    let b = stage.browser().await;
    b.fill("点検の名前", "一つ目").await;
    b.click("button", "点検を始める").await;
    b.go("/").await;
    // Rename in place.
    b.click("button", "名前を変える: 一つ目").await;
    b.fill("新しい名前", "改名した点検").await;
    b.see("改名した点検").await;
    // Duplicate, delete, undo.
    b.click("button", "複製: 改名した点検").await;
    b.see("改名した点検 の複製").await;
    b.click("button", "削除: 改名した点検 の複製").await;
    b.see("「改名した点検 の複製」をごみ箱に移しました。").await;
    assert!(!b.has("link", "改名した点検 の複製").await, "it is gone from the list");
    b.click("button", "元に戻す").await;
    assert!(b.has("link", "改名した点検 の複製").await, "it is back");
    // The bin survives a reload.
    b.click("button", "削除: 改名した点検 の複製").await;
    b.driver.refresh().await.expect("a reload");
    b.click("button", "ごみ箱（1）").await;
    b.click("button", "戻す: 改名した点検 の複製").await;
    b.driver.refresh().await.expect("a reload");
    b.element("link", "改名した点検 の複製").await;
    b.quit().await;
}
