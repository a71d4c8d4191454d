//! The controls of Parts II and III: what is in scope, the class of the service, states, and values that are measured.

use serde_json::json;
use thirtyfour::Key;

use crate::{
    browser::Browser,
    stage::{Stage, everywhere},
};

everywhere!(a_service_is_assessed_by_its_controls, what_is_out_of_scope_comes_back_whole);

/// A new assessment; its address.
async fn begun(b: &Browser) -> String {
    b.fill("点検の名前", "勤怠クラウド").await;
    b.click("button", "点検を始める").await;
    b.settle().await;
    let hash = b.run("return location.hash.slice(1).split('/').slice(0, 3).join('/')", vec![]).await;
    hash.as_str().expect("a text").to_owned()
}

async fn a_service_is_assessed_by_its_controls(stage: Stage) {
    let b = stage.browser().await;
    let assessment = begun(&b).await;
    b.go(&format!("{assessment}/scope")).await;
    b.click("button", "建物・電源を外す（IaaSを使っている）").await;
    b.wait_until("some controls are out", "return !document.body.textContent.includes('適用範囲外 0')").await;
    b.click("link", "次へ: 分類").await;
    b.see("まだ決まりません").await;
    for (axis, grade) in [("機密性", "高"), ("完全性", "高"), ("可用性", "中")] {
        let script = "const f = [...document.querySelectorAll('fieldset')].find((f) => f.querySelector('legend').textContent === arguments[0]); \
             [...f.querySelectorAll('label')].find((l) => l.textContent === arguments[1]).querySelector('input').click()";
        b.run(script, vec![json!(axis), json!(grade)]).await;
    }
    b.see("パターン 2").await;
    b.see("参照値が").await;
    b.click("link", "次へ: 対策チェック").await;
    // By keyboard: a digit sets the state of the row, and the panel takes the value.
    b.run("document.querySelector('[data-key][tabindex=\"0\"]').focus()", vec![]).await;
    b.press("1").await;
    assert!(b.ticked("radio", "実施").await);
    b.press(Key::Control + "z").await;
    b.go(&format!("{assessment}/controls?at=III.2.1.3")).await;
    for (typed, said) in [
        ("２週間", "に届きません"),
        ("五年", "を満たします"),
        ("30", "単位も書いてください"),
        ("翌営業日", "営業日や当日では比べられません"),
    ] {
        b.fill("a. ", typed).await;
        b.see(said).await;
    }
    b.go(&format!("{assessment}/results")).await;
    b.see("参照値に届かない").await;
    b.quit().await;
}

async fn what_is_out_of_scope_comes_back_whole(stage: Stage) {
    let b = stage.browser().await;
    let assessment = begun(&b).await;
    b.go(&format!("{assessment}/controls?at=II.1.1.1")).await;
    b.click("radio", "一部実施").await;
    b.go(&format!("{assessment}/scope")).await;
    b.click("checkbox", "第Ⅱ部").await;
    b.click("checkbox", "第Ⅳ部").await;
    assert!(!b.has("link", "リスク").await, "what is out of scope is no step");
    b.go(&format!("{assessment}/controls?at=II.1.1.1")).await;
    b.see("この部は適用範囲に入っていません").await;
    b.go(&format!("{assessment}/scope")).await;
    b.click("checkbox", "第Ⅱ部").await;
    b.go(&format!("{assessment}/controls?at=II.1.1.1")).await;
    assert!(b.ticked("radio", "一部実施").await, "with what was entered");
    // Not applicable asks for the reason, and counts only with it.
    b.click("radio", "対象外").await;
    b.see("理由を書くまで、回答したことになりません").await;
    b.fill("II.1.1.1 を対象外とする理由", "親会社の規程に従う").await;
    b.wait_until("the hint goes", "return !document.body.textContent.includes('理由を書くまで、回答したことに')").await;
    b.quit().await;
}
