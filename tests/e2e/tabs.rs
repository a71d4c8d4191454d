//! Two tabs on one assessment: both changes stay, and a disagreement is shown.

use crate::stage::{Stage, everywhere};

everywhere!(two_tabs_merge_and_neither_overwrites_the_other);
everywhere!(otherwise: a_disagreement_between_files_keeps_both_until_somebody_decides);

async fn two_tabs_merge_and_neither_overwrites_the_other(stage: Stage) {
    let b = stage.browser().await;
    b.fill("点検の名前", "二つの画面").await;
    b.click("button", "点検を始める").await;
    b.go_to_step("モデル").await;
    b.click("link", "類型を使わずロールから答える").await;
    let url = b.driver.current_url().await.expect("an address").to_string();
    let first = b.driver.window().await.expect("a window");
    let second = b.driver.new_tab().await.expect("a tab");
    b.driver.switch_to_window(second.clone()).await.expect("it can be shown");
    b.open(&url).await;
    b.click("checkbox", "「計測」を担うのはだれですか 連携事業者").await;
    b.see("この端末に保存済み").await;

    b.driver.switch_to_window(first.clone()).await.expect("it can be shown");
    b.wait_until(
        "the other tab's answer arrives",
        "return document.querySelector(\"input[aria-label='「計測」を担うのはだれですか 連携事業者']\").checked",
    )
    .await;
    b.click("checkbox", "「利用者契約」を担うのはだれですか 自社").await;

    b.driver.switch_to_window(second).await.expect("it can be shown");
    b.wait_until(
        "this tab's answer arrives there",
        "return document.querySelector(\"input[aria-label='「利用者契約」を担うのはだれですか 自社']\").checked",
    )
    .await;
    assert!(b.ticked("checkbox", "「計測」を担うのはだれですか 連携事業者").await, "its own answer is still there");
    b.quit().await;
}

async fn a_disagreement_between_files_keeps_both_until_somebody_decides(stage: Stage) {
    let b = stage.browser().await;
    b.fill("点検の名前", "二人の点検").await;
    b.click("button", "点検を始める").await;
    b.click("button", "ファイルに保存").await;
    let (name, text) = b.downloaded().await;

    let colleague = stage.another_machine().await;
    let file = colleague.write_file(&name, text.as_bytes());
    colleague.give_file(&file).await;
    colleague.click("button", "取り込む").await;
    colleague.go_to_step("概要").await;
    colleague.fill("対象のサービス", "同僚の書いた説明").await;
    colleague.click("button", "ファイルに保存").await;
    let (_, theirs) = colleague.downloaded().await;
    colleague.quit().await;

    b.go_to_step("概要").await;
    b.fill("対象のサービス", "自分の書いた説明").await;
    b.go("/").await;
    let file = b.write_file("theirs.tenken.json", theirs.as_bytes());
    b.give_file(&file).await;
    b.see("うち 1 項目は内容が食い違います").await;
    b.click("button", "いまの点検に取り込む").await;
    b.see("1 項目で内容が食い違っています").await;
    b.click("link", "選ぶ").await;
    b.see("同僚の書いた説明").await;
    b.see("自分の書いた説明").await;
    b.click("button", "これを採る").await;
    b.see("食い違いはありません").await;
    b.quit().await;
}
