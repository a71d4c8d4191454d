//! Answering the model: by keyboard, with what follows beside it.

use serde_json::json;
use thirtyfour::Key;

use crate::{
    browser::Browser,
    stage::{Stage, everywhere},
};

everywhere!(crosswise:
    the_grid_of_roles_is_filled_by_keyboard,
    the_seeds_own_example_gives_its_three_rows,
    the_deciding_question_leads_to_its_answer,
    a_component_can_be_renamed_and_comes_back_after_removal,
);

async fn active(b: &Browser) -> String {
    b.run("return document.activeElement.getAttribute('aria-label')", vec![])
        .await
        .as_str()
        .unwrap_or_default()
        .to_owned()
}

async fn the_grid_of_roles_is_filled_by_keyboard(stage: Stage) {
    let b = stage.browser().await;
    b.click("button", "点検を始める").await;
    b.go_to_step("モデル").await;
    b.click("link", "類型を使わずロールから答える").await;
    let own = b.element("checkbox", "「利用者契約」を担うのはだれですか 自社").await;
    b.run("arguments[0].focus()", vec![own.to_json().expect("an element")]).await;
    b.press(" ").await;
    assert!(b.ticked("checkbox", "「利用者契約」を担うのはだれですか 自社").await);
    b.press(Key::Right).await;
    assert_eq!(active(&b).await, "「利用者契約」を担うのはだれですか 連携事業者");
    b.press(Key::Down).await;
    assert_eq!(active(&b).await, "「機器・ソフトウェア開発」を担うのはだれですか 連携事業者");
    b.press(" ").await;
    assert!(b.ticked("checkbox", "「機器・ソフトウェア開発」を担うのはだれですか 連携事業者").await);
    // Nobody takes the others away; unticking leaves it unanswered.
    b.click("checkbox", "「機器・ソフトウェア開発」を担うのはだれですか なし").await;
    assert!(!b.ticked("checkbox", "「機器・ソフトウェア開発」を担うのはだれですか 連携事業者").await);
    // Undo and redo, by keyboard.
    b.press(Key::Control + "z").await;
    assert!(b.ticked("checkbox", "「機器・ソフトウェア開発」を担うのはだれですか 連携事業者").await);
    b.press(Key::Control + "y").await;
    assert!(b.ticked("checkbox", "「機器・ソフトウェア開発」を担うのはだれですか なし").await);
    b.quit().await;
}

async fn the_seeds_own_example_gives_its_three_rows(stage: Stage) {
    let b = stage.browser().await;
    b.fill("点検の名前", "利用者が機器を持ち込むサービス").await;
    b.click("button", "点検を始める").await;
    b.go_to_step("モデル").await;
    b.click("link", "類型を使わずロールから答える").await;
    b.click("checkbox", "「利用者契約」を担うのはだれですか 自社").await;
    b.click("link", "次へ: コンポーネント").await;
    b.click("radio", "はい").await; // The first kind is the device.
    b.click("checkbox", "「IoT機器」を調達するのはだれですか 利用者").await;
    b.go_to_step("モデル").await;
    b.click("link", "データ").await;
    let script = "const group = [...document.querySelectorAll('[role=radiogroup]')].find((g) => g.closest('li').id === 'data-X-user-supplied'); \
         group.querySelector('input').click(); return true";
    assert_eq!(b.run(script, vec![]).await, json!(true));
    b.go_to_step("リスク").await;
    b.click("checkbox", "独自の項目も表示する").await;
    let expected = [
        ("IoTサービス利用者が想定外のIoT機器等を接続するリスク", &["A-1"][..]),
        ("IoTサービス利用者が問題のあるアプリケーションやデータを使用するリスク(違法である等)", &["A-1"][..]),
        (
            "IoTサービス利用者が調達するIoT機器/アプリケーション/事業者等をクラウド事業者が十分に統制できないリスク",
            &["A-1", "A-2", "A-3"][..],
        ),
    ];
    b.see("3 / 3 件を表示").await;
    for (title, measures) in expected {
        b.click("link", title).await;
        for m in ["A-1", "A-2", "A-3"] {
            assert_eq!(b.has("button", &format!("{m} 【")).await, measures.contains(&m), "{m} for {title}");
        }
    }
    b.quit().await;
}

async fn the_deciding_question_leads_to_its_answer(stage: Stage) {
    let b = stage.browser().await;
    b.click("button", "点検を始める").await;
    b.go_to_step("モデル").await;
    b.click("link", "類型を使わずロールから答える").await;
    b.see("次に答えると効く質問").await;
    b.click("link", "この質問に答える").await;
    let focused = b.run("return document.activeElement.id", vec![]).await;
    let id = focused.as_str().expect("an id");
    assert!(id.starts_with("role-") || id.starts_with("kind-") || id.starts_with("data-"), "{id} is a question");
    b.quit().await;
}

async fn a_component_can_be_renamed_and_comes_back_after_removal(stage: Stage) {
    let b = stage.browser().await;
    b.click("button", "点検を始める").await;
    b.go_to_step("モデル").await;
    b.click("link", "コンポーネント").await;
    b.click("radio", "はい").await;
    b.fill("呼び名", "振動センサー").await;
    b.click("checkbox", "「振動センサー」を保守するのはだれですか 連携事業者").await;
    b.see("振動センサー").await;
    // One key too many on the question whether there is one takes nothing away for good.
    b.click("radio", "いいえ").await;
    assert!(!b.sees("振動センサー").await);
    b.click("radio", "はい").await;
    b.see("振動センサー").await;
    b.click("button", "取り除く: 振動センサー").await;
    assert!(!b.sees("振動センサー").await);
    b.click("button", "元に戻す").await;
    b.see("振動センサー").await;
    assert!(b.ticked("checkbox", "「振動センサー」を保守するのはだれですか 連携事業者").await);
    b.quit().await;
}
