//! Files with a passphrase or a signature: written in one browser, opened in another.

use serde_json::json;
use thirtyfour::Key;

use crate::{
    a11y::{add_axe, look},
    browser::Browser,
    pages::sample,
    stage::{Stage, everywhere},
};

everywhere!(crosswise:
    a_file_with_a_passphrase_is_opened_elsewhere,
    a_changed_file_is_refused,
    a_signer_is_told_and_remembered,
);

/// Opens the formats of a sample's report, and below them what protects files.
async fn protecting(stage: &Stage) -> Browser {
    let b = stage.browser().await;
    let assessment = sample(&b).await;
    b.go(&format!("{assessment}/report")).await;
    for folded in ["Excel などほかの形式で保存", "パスフレーズで保護・署名"] {
        b.click("button", folded).await;
    }
    b
}

async fn passphrase(b: &Browser, text: &str) {
    b.fill("パスフレーズ", text).await;
    b.fill("もう一度", text).await;
}

async fn a_file_with_a_passphrase_is_opened_elsewhere(stage: Stage) {
    let b = protecting(&stage).await;
    b.fill("パスフレーズ", "sakura").await;
    b.see("強さ: とても弱い").await;
    b.see("二つが違う").await;
    assert!(!b.element("button", "保存: 点検のファイル").await.is_enabled().await.expect("a state"));
    passphrase(&b, "correct horse battery staple").await;
    b.see("強さ: とても強い").await;
    add_axe(&b).await;
    look(&b, "what protects files").await;
    b.keep_picture("sealed-fields").await;
    b.click("button", "保存: 点検のファイル").await;
    let (name, file) = b.downloaded().await;
    assert!(name.ends_with(".tenken.json.tenken-sealed") && !file.contains("見守り"), "{name}");
    b.quit().await;
    let other = stage.another_machine().await;
    other.give_file(&other.write_file(&name, file.as_bytes())).await;
    // By keyboard: the field has the focus.
    other.see("保護されたファイルを開きますか").await;
    other.press("wrong horse" + Key::Enter).await;
    other.see("パスフレーズが違います").await;
    add_axe(&other).await;
    look(&other, "a passphrase is asked for").await;
    other.keep_picture("sealed-wrong").await;
    other.press(Key::Control + "a").await;
    other.press("correct horse battery staple" + Key::Enter).await;
    other.see("署名はありません").await;
    other.wait_until("what is said has the focus", "return document.activeElement.id === 'sealed-said'").await;
    other.click("button", "開く").await;
    other.click("button", "取り込む").await;
    other.see("を開きました").await;
    other.quit().await;
}

async fn a_changed_file_is_refused(stage: Stage) {
    let b = protecting(&stage).await;
    passphrase(&b, "correct horse battery staple").await;
    b.click("button", "保存: 対策項目").await;
    let (name, mut file) = b.downloaded_bytes().await;
    let middle = file.len() / 2;
    file[middle] ^= 1;
    b.go("/").await;
    let before = b.run("return JSON.stringify(localStorage)", vec![]).await;
    b.give_file(&b.write_file(&name, &file)).await;
    b.fill("パスフレーズ", "correct horse battery staple").await;
    b.click("button", "開く").await;
    b.see("作られたあとに変わっています").await;
    b.click("button", "やめる").await;
    assert_eq!(b.run("return JSON.stringify(localStorage)", vec![]).await, before);
    b.quit().await;
}

async fn a_signer_is_told_and_remembered(stage: Stage) {
    let b = protecting(&stage).await;
    b.click("checkbox", "署名する").await;
    b.see("あなたの署名のフィンガープリント").await;
    b.keep_picture("sealed-signing").await;
    let fingerprint = "return document.body.innerText.match(/フィンガープリント: ([^(]+)/)[1].trim()";
    let ours = b.run(fingerprint, vec![]).await;
    b.click("button", "保存: 対策項目").await;
    let (name, file) = b.downloaded().await;
    b.click("button", "署名の鍵をファイルに保存").await;
    let (key_name, key) = b.downloaded().await;
    b.quit().await;
    let other = stage.another_machine().await;
    let path = other.write_file(&name, file.as_bytes());
    other.give_file(&path).await;
    other.see("このブラウザーの知らない鍵です").await;
    assert_eq!(other.run(fingerprint, vec![]).await, ours);
    other.keep_picture("sealed-unknown").await;
    other.click("button", "署名者を覚えて開く").await;
    assert!(other.downloaded().await.0.ends_with(".csv"));
    other.give_file(&path).await;
    other.see("前に覚えた署名者の署名があり").await;
    other.click("button", "やめる").await;
    other.give_file(&other.write_file(&key_name, key.as_bytes())).await;
    other.see("この鍵を使うと").await;
    other.click("button", "開く").await;
    other.give_file(&path).await;
    other.see("あなたの署名があります").await;
    assert_eq!(other.run("return document.querySelectorAll('dialog[open]').length", vec![]).await, json!(1));
    other.quit().await;
}
