//! Fields as people fill them in, key by key.

use serde_json::json;
use thirtyfour::Key;

use crate::stage::{Stage, everywhere};

everywhere!(crosswise:
    a_due_date_is_typed_as_people_write_it,
    a_file_is_told_to_be_saved_when_the_browser_says_so,
    several_files_are_asked_about_one_after_the_other,
);

/// A due date is typed in any form, shown back before it stands, and asked about where it could be several.
async fn a_due_date_is_typed_as_people_write_it(stage: Stage) {
    let b = stage.browser().await;
    let assessment = crate::pages::sample(&b).await;
    b.go(&format!("{assessment}/measures?at=A-1%3AA-1.1")).await;
    b.click("button", "閉じる").await;
    for (typed, read) in [("R9.3.31", "2027-03-31"), ("２０２７／１２／１", "2027-12-01")] {
        b.fill("期限", typed).await;
        assert_eq!(b.value("textbox", "期限").await, read, "{typed}");
    }
    // What is no single day wipes nothing, and says so.
    let due = b.element("textbox", "期限").await;
    due.click().await.expect("it takes the focus");
    due.send_keys(Key::Control + "a").await.expect("it takes keys");
    due.send_keys("3/4/27").await.expect("it takes keys");
    b.see("日付として読めません").await;
    due.send_keys(Key::Control + "a").await.expect("it takes keys");
    due.send_keys("2028/2/29").await.expect("it takes keys");
    b.see("2028-02-29 と読みました").await;
    b.run("document.activeElement.blur()", vec![]).await;
    b.see("この端末に保存済み").await;
    b.driver.refresh().await.expect("a reload");
    assert_eq!(b.value("textbox", "期限").await, "2028-02-29");
    // The browser's own calendar.
    let chosen = "const e = document.querySelector('.calendar'); e.value = '2027-01-15'; \
         e.dispatchEvent(new Event('change', {bubbles: true}))";
    b.run(chosen, vec![]).await;
    b.settle().await;
    assert_eq!(b.value("textbox", "期限").await, "2027-01-15");
    b.quit().await;
}

/// Browsers that can ask for a place say when a file is written; the others only begin a download.
async fn a_file_is_told_to_be_saved_when_the_browser_says_so(stage: Stage) {
    let b = stage.browser().await;
    b.fill("点検の名前", "保存先").await;
    b.click("button", "点検を始める").await;
    b.click("button", "ファイルに保存").await;
    b.downloaded().await;
    b.see("ダウンロードを始めました").await;
    b.see("ダウンロードの完了は未確認").await;
    b.click("button", "保存できたのを確かめた").await;
    assert!(!b.sees("ダウンロードの完了は未確認").await);
    // The page's own promises, since a script of Firefox's driver has others.
    let picker = "const soon = (value) => window.Promise.resolve(value); window.written = ''; \
         window.showSaveFilePicker = (o) => { window.suggested = o.suggestedName; return soon({ createWritable: () => soon({ \
             write: (bytes) => { window.written += new window.TextDecoder().decode(bytes); return soon(); }, \
             close: () => { window.ended = true; return soon(); } }) }) }";
    b.run(picker, vec![]).await;
    b.click("button", "ファイルに保存").await;
    b.see("に保存しました").await;
    let written =
        b.run("return [window.suggested, window.ended, window.written.includes('tenken-assessment')]", vec![]);
    assert_eq!(written.await, json!(["保存先.tenken.json", true, true]));
    let away =
        "window.showSaveFilePicker = () => window.Promise.reject(new DOMException('no', 'AbortError')); return 1";
    b.run(away, vec![]).await;
    b.click("button", "閉じる").await;
    b.click("button", "ファイルに保存").await;
    assert!(!b.sees("に保存しました").await, "who chooses no place saves nothing");
    b.quit().await;
}

async fn several_files_are_asked_about_one_after_the_other(stage: Stage) {
    let b = stage.browser().await;
    let mut files = Vec::new();
    for name in ["一つ目", "二つ目", "三つ目"] {
        b.go("/").await;
        b.fill("点検の名前", name).await;
        b.click("button", "点検を始める").await;
        b.click("button", "ファイルに保存").await;
        files.push(b.downloaded().await);
    }
    let other = stage.another_machine().await;
    let paths: Vec<String> = files
        .iter()
        .map(|(name, text)| other.write_file(name, text.as_bytes()).to_str().expect("UTF-8").to_owned())
        .collect();
    let input = other.element("file", "ファイルを開く").await;
    input.send_keys(paths.join("\n")).await.expect("it takes files");
    other.see("このあと 2 個のファイルが待っています").await;
    other.click("button", "取り込む").await;
    other.see("このあと 1 個のファイルが待っています").await;
    other.click("button", "やめる").await;
    other.see("このファイルを取り込みますか").await;
    other.click("button", "取り込む").await;
    other.go("/").await;
    other.see("一つ目").await;
    other.see("三つ目").await;
    assert!(!other.sees("二つ目").await);
    other.quit().await;
    b.quit().await;
}
