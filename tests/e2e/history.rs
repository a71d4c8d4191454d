//! What was: undo after a reload, the log of changes, and snapshots.

use serde_json::json;
use thirtyfour::Key;

use crate::{
    browser::Browser,
    stage::{Stage, everywhere},
};

everywhere!(crosswise:
    undo_goes_on_after_a_reload,
    the_log_tells_who_changed_what,
    a_snapshot_is_kept_compared_and_gone_back_to,
    snapshots_travel_in_a_file,
    changes_and_snapshots_are_printed_whole,
);

/// A new assessment with the state of two controls; its address.
async fn begun(b: &Browser) -> String {
    b.fill("点検の名前", "勤怠クラウド").await;
    b.click("button", "点検を始める").await;
    b.settle().await;
    let hash = b.run("return location.hash.slice(1).split('/').slice(0, 3).join('/')", vec![]).await;
    let assessment = hash.as_str().expect("a text").to_owned();
    state(b, &assessment, "II.1.1.1", "実施").await;
    state(b, &assessment, "III.2.1.1", "一部実施").await;
    assessment
}

async fn state(b: &Browser, assessment: &str, control: &str, state: &str) {
    b.go(&format!("{assessment}/controls?at={control}")).await;
    b.click("radio", state).await;
}

async fn ticked(b: &Browser, assessment: &str, control: &str, state: &str) -> bool {
    b.go(&format!("{assessment}/controls?at={control}")).await;
    b.ticked("radio", state).await
}

async fn reload(b: &Browser) {
    b.driver.refresh().await.expect("a reload");
    b.see("この端末に保存済み").await;
}

async fn undo(b: &Browser) {
    b.run("document.activeElement.blur()", vec![]).await;
    b.press(Key::Control + "z").await;
    b.see("元に戻しました").await;
}

async fn undo_goes_on_after_a_reload(stage: Stage) {
    let b = stage.browser().await;
    let assessment = begun(&b).await;
    reload(&b).await;
    undo(&b).await;
    assert!(ticked(&b, &assessment, "III.2.1.1", "未回答").await);
    reload(&b).await;
    b.click("button", "やり直す").await;
    assert!(ticked(&b, &assessment, "III.2.1.1", "一部実施").await, "what was undone is made again");
    // The safe start shows no assessment, and loses nothing.
    b.go("/safe").await;
    b.driver.refresh().await.expect("a reload");
    b.see("安全な起動です").await;
    b.run("window.isOld = true", vec![]).await;
    b.click("button", "ふだんの画面で開き直す").await;
    // The old page names it too, and would take an address with it.
    b.wait_until("the page to begin anew", "return !window.isOld && document.body.innerText.includes('勤怠クラウド')")
        .await;
    b.go(&assessment).await;
    b.see("この端末に保存済み").await;
    undo(&b).await;
    undo(&b).await;
    assert!(ticked(&b, &assessment, "II.1.1.1", "未回答").await);
    assert!(b.run("return document.querySelector('.open-actions button').disabled", vec![]).await == json!(true));
    b.quit().await;
}

async fn the_log_tells_who_changed_what(stage: Stage) {
    let b = stage.browser().await;
    let assessment = begun(&b).await;
    b.click("link", "この項目の変更の履歴").await;
    b.see("III.2.1.1").await;
    b.see("状況").await;
    assert_eq!(rows(&b).await, 1, "from its panel, the changes of one control");
    b.choose("項目", "すべて").await;
    assert_eq!(rows(&b).await, 3);
    b.see("点検の名前").await;
    b.fill("この日まで", "2001/1/1").await;
    b.see("この条件に合うものはありません").await;
    b.go(&format!("{assessment}/changes")).await;
    b.choose("だれが", "（名前なし）").await;
    assert_eq!(rows(&b).await, 3);
    b.click("link", "II.1.1.1 ").await;
    assert!(b.ticked("radio", "実施").await, "a change leads to where it was made");
    b.quit().await;
}

async fn rows(b: &Browser) -> u64 {
    b.run("return document.querySelectorAll('main .lines > li').length", vec![]).await.as_u64().expect("a number")
}

async fn a_snapshot_is_kept_compared_and_gone_back_to(stage: Stage) {
    let b = stage.browser().await;
    let assessment = begun(&b).await;
    b.click("link", "スナップショット").await;
    b.see("まだありません").await;
    b.fill("名前", "見直し前").await;
    b.click("button", "いまの状態を残す").await;
    b.see("「見直し前」を残しました").await;
    b.element("link", "見直し前").await;
    b.see("実施 1").await;
    state(&b, &assessment, "II.1.1.1", "未実施").await;
    state(&b, &assessment, "II.1.1.2", "実施").await;
    b.go(&format!("{assessment}/results")).await;
    b.see("推移").await;
    b.see("見直し前").await;
    b.go(&format!("{assessment}/snapshots")).await;
    b.click("link", "見直し前").await;
    b.see("答え 2 件、測った値 0 件、適用範囲と分類 0 件、カタログ 0").await;
    b.see("2 項目がこのときの内容に戻り、うち 1 項目は空になります").await;
    b.click("button", "この状態に戻す").await;
    b.see("変わったものはありません").await;
    assert!(ticked(&b, &assessment, "II.1.1.1", "実施").await && ticked(&b, &assessment, "II.1.1.2", "未回答").await);
    reload(&b).await;
    undo(&b).await;
    assert!(ticked(&b, &assessment, "II.1.1.1", "未実施").await && ticked(&b, &assessment, "II.1.1.2", "実施").await);
    // It is renamed, removed, and comes back.
    b.go(&format!("{assessment}/snapshots")).await;
    b.click("link", "見直し前").await;
    b.fill("名前", "第1回の前").await;
    b.click("link", "スナップショットの一覧へ").await;
    b.element("link", "第1回の前").await;
    b.click("button", "削除: 第1回の前").await;
    b.see("まだありません").await;
    undo(&b).await;
    b.element("link", "第1回の前").await;
    b.see("実施 1").await;
    b.driver.set_window_rect(0, 0, 375, 800).await.expect("a size");
    let wide = "return document.documentElement.scrollWidth <= document.documentElement.clientWidth";
    assert_eq!(b.run(wide, vec![]).await, json!(true), "on a phone too");
    b.click("link", "第1回の前").await;
    b.see("このときから今までに変わったこと").await;
    assert_eq!(b.run(wide, vec![]).await, json!(true));
    b.quit().await;
}

async fn snapshots_travel_in_a_file(stage: Stage) {
    let b = stage.browser().await;
    let assessment = begun(&b).await;
    b.go(&format!("{assessment}/snapshots")).await;
    b.fill("名前", "渡す前").await;
    b.click("button", "いまの状態を残す").await;
    b.element("link", "渡す前").await;
    state(&b, &assessment, "II.1.1.1", "未実施").await;
    b.click("button", "ファイルに保存").await;
    let (name, text) = b.downloaded().await;
    b.quit().await;
    let other = stage.another_machine().await;
    let file = other.write_file(&name, text.as_bytes());
    other.give_file(&file).await;
    other.click("button", "取り込む").await;
    other.go(&format!("{assessment}/snapshots")).await;
    other.click("link", "渡す前").await;
    other.see("答え 1 件").await;
    other.click("button", "ファイルに保存").await;
    assert_eq!(other.downloaded().await.1, text, "to the byte");
    other.quit().await;
}

/// On paper nobody can ask for more.
async fn changes_and_snapshots_are_printed_whole(stage: Stage) {
    let b = stage.browser().await;
    let assessment = crate::pages::whole(&b).await;
    for (page, rows, drawn) in [("changes", ".lines li", 100), ("snapshots", ".snapshots tbody tr", 21)] {
        b.go(&format!("{assessment}/{page}")).await;
        if page == "snapshots" {
            b.run("for (let i = 0; i < 22; i++) document.querySelector('form').requestSubmit()", vec![]).await;
        }
        let rows = format!("return document.querySelectorAll('{rows}').length");
        b.wait_until(page, &format!("{rows} === {drawn}")).await;
        b.run("window.dispatchEvent(new Event('beforeprint'))", vec![]).await;
        b.wait_until("all are drawn", &format!("{rows} > {drawn}")).await;
        assert!(!b.sees("さらに").await);
    }
    b.quit().await;
}
