//! Files with a passphrase or a signature: written in one browser, opened in another.

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

/// Has a format of a sample's report saved protected, as far as the fields for that.
async fn protecting(stage: &Stage, format: &str) -> Browser {
    let b = stage.browser().await;
    let assessment = sample(&b).await;
    b.go(&format!("{assessment}/report")).await;
    b.click("button", "Excel などほかの形式で保存").await;
    b.click("checkbox", "パスフレーズで保護・署名して保存").await;
    b.click("button", &format!("保存: {format}")).await;
    b.see("保護して保存").await;
    b
}

async fn a_file_with_a_passphrase_is_opened_elsewhere(stage: Stage) {
    let b = protecting(&stage, "点検のファイル").await;
    // What is typed stays while something is said of it.
    b.fill("パスフレーズ", "sakura").await;
    b.see("強さ: とても弱い").await;
    b.fill("パスフレーズをもう一度", "tsubaki").await;
    b.see("二つのパスフレーズが違います").await;
    add_axe(&b).await;
    look(&b, "what protects files").await;
    b.keep_picture("sealed-fields").await;
    b.fill("パスフレーズ", "correct horse battery staple").await;
    b.fill("パスフレーズをもう一度", "correct horse battery staple").await;
    b.see("強さ: とても強い").await;
    b.click("button", "保護して保存する").await;
    let (name, file) = b.downloaded().await;
    assert!(name.ends_with(".tenken.json.tenken-sealed") && !file.contains("見守り"), "{name}");
    b.quit().await;
    let other = stage.another_machine().await;
    other.give_file(&other.write_file(&name, file.as_bytes())).await;
    other.fill("パスフレーズ", "wrong horse").await;
    other.click("button", "開く").await;
    other.see("パスフレーズが違います").await;
    add_axe(&other).await;
    look(&other, "a passphrase is asked for").await;
    other.keep_picture("sealed-wrong").await;
    // By keyboard.
    let field = other.element("textbox", "パスフレーズ").await;
    field.send_keys(Key::Control + "a").await.expect("it takes keys");
    field.send_keys("correct horse battery staple" + Key::Enter).await.expect("it takes keys");
    other.see("署名はありません").await;
    other.click("button", "開く").await;
    other.click("button", "取り込む").await;
    other.see("を開きました").await;
    other.quit().await;
}

async fn a_changed_file_is_refused(stage: Stage) {
    let b = protecting(&stage, "対策項目").await;
    b.fill("パスフレーズ", "correct horse battery staple").await;
    b.fill("パスフレーズをもう一度", "correct horse battery staple").await;
    b.click("button", "保護して保存する").await;
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
    let b = protecting(&stage, "対策項目").await;
    b.click("checkbox", "署名する").await;
    b.see("あなたの署名のフィンガープリント").await;
    b.keep_picture("sealed-signing").await;
    let fingerprint = "return document.body.innerText.match(/フィンガープリント: ([^(]+)/)[1].trim()";
    let ours = b.run(fingerprint, vec![]).await;
    b.click("button", "署名の鍵をファイルに保存").await;
    let (key_name, key) = b.downloaded().await;
    assert!(b.ticked("checkbox", "署名する").await);
    b.click("button", "保護して保存する").await;
    let (name, file) = b.downloaded().await;
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
    other.click("button", "この鍵を使う").await;
    other.give_file(&path).await;
    other.see("あなたの署名があります").await;
    other.quit().await;
}
