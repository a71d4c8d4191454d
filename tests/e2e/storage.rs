//! Storage that is full, forbidden, or holds what cannot be read.

use serde_json::json;

use crate::stage::{Stage, everywhere};

everywhere!(
    full_storage_is_told_at_once_and_loses_nothing,
    what_cannot_be_read_is_left_alone_and_can_be_saved,
    typing_is_kept_even_when_the_page_goes_away_at_once,
    a_full_mirror_alone_is_no_failure,
);
everywhere!(crosswise: forbidden_storage_is_told_and_the_app_still_works);
everywhere!(otherwise: what_is_typed_is_called_so_until_it_is_saved, everything_goes_to_one_file_and_comes_back);

async fn full_storage_is_told_at_once_and_loses_nothing(stage: Stage) {
    let b = stage.browser().await;
    b.fill("点検の名前", "満杯の端末").await;
    b.click("button", "点検を始める").await;
    b.see("この端末に保存済み").await;
    let fill = "let n = 1 << 20, i = 0; while (n > 0) { try { localStorage.setItem('other/' + i++, 'x'.repeat(n)); } catch { n >>= 1; } } return i";
    b.run(fill, vec![]).await;
    // The disk takes nothing more either, as when the browser's quota is used up.
    let full = "window.put = IDBObjectStore.prototype.put; \
         IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError') }";
    b.run(full, vec![]).await;
    b.go_to_step("モデル").await;
    b.click("link", "類型を使わずロールから答える").await;
    for role in ["利用者契約", "機器等提供", "機器等推奨", "計測", "処理・分析"] {
        b.click("checkbox", &format!("「{role}」を担うのはだれですか 自社")).await;
    }
    b.see("保存場所がいっぱいです").await;
    b.click("button", "今すぐファイルに保存").await;
    let (_, text) = b.downloaded().await;
    assert!(text.contains("model/role/contract"), "the file has what storage has not");
    // Room again: the next change is kept, and with it everything before.
    b.run(
        "IDBObjectStore.prototype.put = window.put; \
         Object.keys(localStorage).filter((k) => k.startsWith('other/')).forEach((k) => localStorage.removeItem(k))",
        vec![],
    )
    .await;
    b.click("checkbox", "「計測」を担うのはだれですか 連携事業者").await;
    b.see("この端末に保存済み").await;
    b.driver.refresh().await.expect("a reload");
    b.element("checkbox", "「利用者契約」を担うのはだれですか 自社").await;
    assert!(b.ticked("checkbox", "「利用者契約」を担うのはだれですか 自社").await);
    b.quit().await;
}

async fn forbidden_storage_is_told_and_the_app_still_works(stage: Stage) {
    let b = stage.browser_without_storage().await;
    b.see("このブラウザーは保存を許していません").await;
    b.fill("点検の名前", "保存できない端末").await;
    b.click("button", "点検を始める").await;
    b.go_to_step("モデル").await;
    b.click("link", "類型を使わずロールから答える").await;
    b.click("checkbox", "「利用者契約」を担うのはだれですか 自社").await;
    b.see("保存できていません").await;
    b.click("button", "今すぐファイルに保存").await;
    let (_, text) = b.downloaded().await;
    assert!(text.contains("model/role/contract"));
    // Deleting and undoing works in memory.
    b.go("/").await;
    b.click("button", "削除: 保存できない端末").await;
    b.click("button", "元に戻す").await;
    b.see("保存できない端末").await;
    b.quit().await;
}

async fn what_cannot_be_read_is_left_alone_and_can_be_saved(stage: Stage) {
    let b = stage.browser().await;
    let script = "localStorage.setItem('tenken/1/assessment/0123456789ab', arguments[0]); return true";
    b.run(script, vec![json!("{\"format\":\"tenken-assessment\",\"version\":99}")]).await;
    b.driver.refresh().await.expect("a reload");
    b.see("読めない記録").await;
    b.see("新しい版（形式 99）で作られています").await;
    b.click("button", "中身を保存").await;
    let (_, text) = b.downloaded().await;
    assert_eq!(text, "{\"format\":\"tenken-assessment\",\"version\":99}");
    let kept = b.run("return localStorage.getItem('tenken/1/assessment/0123456789ab')", vec![]).await;
    assert_eq!(kept.as_str().expect("it is kept"), text);
    b.quit().await;
}

async fn typing_is_kept_even_when_the_page_goes_away_at_once(stage: Stage) {
    let b = stage.browser().await;
    b.fill("点検の名前", "途中で閉じる").await;
    b.click("button", "点検を始める").await;
    b.go_to_step("概要").await;
    let field = b.element("textbox", "対象のサービス").await;
    field.send_keys("温度を測る").await.expect("it takes keys");
    // No pause, no leaving of the field.
    b.driver.refresh().await.expect("a reload");
    b.see("途中で閉じる").await;
    assert_eq!(b.value("textbox", "対象のサービス").await, "温度を測る");
    b.quit().await;
}

async fn a_full_mirror_alone_is_no_failure(stage: Stage) {
    let b = stage.browser().await;
    let fill = "let n = 1 << 20, i = 0; while (n > 0) { try { localStorage.setItem('other/' + i++, 'x'.repeat(n)); } catch { n >>= 1; } } return i";
    b.run(fill, vec![]).await;
    b.fill("点検の名前", "ディスクだけ").await;
    b.click("button", "点検を始める").await;
    b.see("この端末に保存済み").await;
    b.driver.refresh().await.expect("a reload");
    b.see("ディスクだけ").await;
    b.see("この端末に保存済み").await;
    b.quit().await;
}

async fn what_is_typed_is_called_so_until_it_is_saved(stage: Stage) {
    let b = stage.browser().await;
    b.fill("点検の名前", "入力").await;
    b.click("button", "点検を始める").await;
    b.go_to_step("概要").await;
    b.see("この端末に保存済み").await;
    let field = b.element("textbox", "対象のサービス").await;
    field.send_keys("温").await.expect("it takes keys");
    let bar = b.run("return document.querySelector('header').innerText", vec![]).await;
    assert!(!bar.as_str().expect("a text").contains("保存済み"), "{bar}");
    b.see("この端末に保存済み").await;
    b.quit().await;
}

async fn everything_goes_to_one_file_and_comes_back(stage: Stage) {
    let b = stage.browser().await;
    b.fill("点検の名前", "控える点検").await;
    b.click("button", "点検を始める").await;
    b.see("この端末に保存済み").await;
    b.go("/").await;
    b.click("link", "控えと復旧").await;
    b.click("button", "すべてをファイルに取り出す").await;
    let (name, text) = b.downloaded().await;
    assert!(name.starts_with("tenken-backup-") && text.contains("控える点検"));
    let other = stage.another_machine().await;
    let file = other.write_file(&name, text.as_bytes());
    other.give_file(&file).await;
    other.see("このバックアップを戻しますか").await;
    other.see("控える点検").await;
    other.see("一覧に加わる").await;
    other.keep_picture("dialogue-backup").await;
    other.click("button", "戻す").await;
    other.see("1 件を戻しました").await;
    other.see("控える点検").await;
    // The safe start shows what is kept, and nothing that is derived.
    other.go("/safe").await;
    other.driver.refresh().await.expect("a reload");
    other.see("安全な起動です").await;
    other.see("戻す前の控え").await;
    other.see("控える点検").await;
    other.quit().await;
    b.quit().await;
}
