//! When the WebAssembly cannot be loaded or has stopped, the page says so and gives out what is saved.

use serde_json::Value;

use crate::{
    browser::Browser,
    engine::Engine,
    place::{Folder, Place},
    stage::{Stage, everywhere},
};

everywhere!(otherwise: what_is_saved_can_be_taken_out_of_both_stores);
// The single file has its WebAssembly inside.
everywhere!(server: a_missing_webassembly_is_told, a_request_that_is_refused_at_once_is_told);

/// The app's own way to tell the page that it has stopped.
const STOP: &str = "dispatchEvent(new CustomEvent('tenken-failed', { detail: 'a test' }))";

async fn what_is_saved_can_be_taken_out_of_both_stores(stage: Stage) {
    let b = stage.browser().await;
    b.fill("点検の名前", "止まった端末").await;
    b.click("button", "点検を始める").await;
    b.see("この端末に保存済み").await;
    b.go_to_step("概要").await;
    b.run("window.before = { ...localStorage }", vec![]).await;
    b.fill("対象のサービス", "ディスクにだけある値").await;
    b.see("この端末に保存済み").await;
    // The mirror is behind, as after a crash: both texts have to come out.
    b.run("Object.entries(window.before).forEach(([key, text]) => localStorage.setItem(key, text))", vec![]).await;
    b.run(STOP, vec![]).await;
    b.see("アプリを始められなかったか、途中で止まりました。").await;
    b.keep_picture("failure").await;
    b.click("button", "保存された内容を取り出す Download what is saved").await;
    let (name, text) = b.downloaded().await;
    let file: Value = serde_json::from_str(&text).expect("JSON");
    let has = |key: &str, of: &str| {
        let of_key = file.as_object().expect("a table").iter().find(|(k, _)| k.starts_with(key));
        of_key.and_then(|(_, text)| text.as_str()).is_some_and(|text| text.contains(of))
    };
    assert!(has("tenken/1/assessment/", "ディスクにだけある値"), "{text}");
    assert!(has("tenken/1/aside/", "止まった端末") && !has("tenken/1/aside/", "ディスクにだけある値"), "{text}");
    // Without the mirror the disk alone gives it out.
    b.run("localStorage.clear()", vec![]).await;
    b.click("button", "保存された内容を取り出す Download what is saved").await;
    let (_, again) = b.downloaded().await;
    assert!(again.contains("ディスクにだけある値") && !again.contains("aside"), "{again}");

    let other = stage.another_machine().await;
    let file = other.write_file(&name, text.as_bytes());
    other.give_file(&file).await;
    other.see("このバックアップを戻しますか").await;
    other.click("button", "戻す").await;
    other.click("link", "止まった端末").await;
    other.go_to_step("概要").await;
    assert_eq!(other.value("textbox", "対象のサービス").await, "ディスクにだけある値");
    other.quit().await;

    b.click("button", "バックアップのページを開く Open the page of backups").await;
    b.see("安全な起動です").await;
    b.see("止まった端末").await;
    b.quit().await;
}

async fn fails(engine: Engine, site: &Folder) {
    let place = Place::serving(site.path());
    let b = Browser::ordinary(engine).await;
    b.driver.goto(&place.url).await.expect("the page opens");
    b.see("アプリを始められなかったか、途中で止まりました。").await;
    assert!(!b.sees("読み込んでいます").await, "it does not seem to go on");
    assert!(!b.console().await.is_empty(), "the console says why");
    b.quit().await;
}

async fn a_missing_webassembly_is_told(stage: Stage) {
    let site = Folder::of_site();
    site.remove(".wasm");
    fails(stage.engine, &site).await;
}

/// It is refused before the page has anything that could tell it.
async fn a_request_that_is_refused_at_once_is_told(stage: Stage) {
    let site = Folder::of_site();
    site.write("_headers", "/*\n  Content-Security-Policy: connect-src 'none'\n");
    fails(stage.engine, &site).await;
}
