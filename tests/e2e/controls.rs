//! The controls of Parts II and III: what is in scope, the class of the service, states, and values that are measured.

use serde_json::json;
use thirtyfour::Key;

use crate::{
    browser::Browser,
    stage::{Stage, everywhere},
};

everywhere!(crosswise:
    a_service_is_assessed_by_its_controls,
    what_is_out_of_scope_comes_back_whole,
    controls_are_asked_one_at_a_time,
    an_interview_is_held_with_a_phone,
    an_owner_is_given_to_many_at_once
);

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
    for (axis, grade) in [("機密性", "高"), ("可用性", "中")] {
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
    b.fill("理由", "親会社の規程に従う").await;
    b.wait_until("the hint goes", "return !document.body.textContent.includes('理由を書くまで、回答したことに')").await;
    b.quit().await;
}

async fn controls_are_asked_one_at_a_time(stage: Stage) {
    let b = stage.browser().await;
    let assessment = begun(&b).await;
    b.go(&format!("{assessment}/controls")).await;
    b.click("button", "一件ずつ表示").await;
    b.see("1 / 68").await;
    assert!(!b.has("textbox", "この一覧の中を探す").await, "the list is away");
    b.press("1").await;
    assert!(b.ticked("radio", "実施").await);
    b.press(Key::Right).await;
    b.see("2 / 68").await;
    assert!(!b.ticked("radio", "実施").await, "another one");
    b.press("3").await;
    // A reload comes back to it.
    b.driver.refresh().await.expect("a reload");
    b.see("2 / 68").await;
    assert!(b.ticked("radio", "未実施").await);
    b.click("button", "前へ").await;
    b.see("1 / 68").await;
    // Where answering filters an entry away, the next is the one that stood behind it.
    b.go(&format!("{assessment}/controls?at=-&f0=7&one=1")).await;
    b.see("1 / 66").await;
    b.press("1").await;
    b.press(Key::Right).await;
    b.see("1 / 65").await;
    assert!(!b.ticked("radio", "実施").await, "an open one");
    b.press(Key::Escape).await;
    assert!(b.has("textbox", "この一覧の中を探す").await, "the list is back");
    b.quit().await;
}

async fn an_interview_is_held_with_a_phone(stage: Stage) {
    let b = stage.browser().await;
    b.driver.set_window_rect(0, 0, 500, 900).await.expect("a size");
    let assessment = begun(&b).await;
    b.click("checkbox", "第Ⅲ部").await;
    b.click("checkbox", "第Ⅳ部").await;
    b.click("link", "次へ: 対策チェック").await;
    b.click("button", "一件ずつ表示").await;
    b.click("radio", "一部実施").await;
    b.fill("担当", "総務部 佐藤").await;
    let swipe = "const panel = document.getElementById('panel'); \
         const at = (type, x) => panel.dispatchEvent(new PointerEvent(type, { pointerType: arguments[1], clientX: x, clientY: 300, bubbles: true })); \
         at('pointerdown', 300); at('pointerup', 300 + arguments[0])";
    b.run(swipe, vec![json!(-200), json!("mouse")]).await;
    assert!(b.ticked("radio", "一部実施").await, "a mouse that marks text turns nothing over");
    b.run(swipe, vec![json!(-200), json!("touch")]).await;
    b.wait_until("the next one", "return document.querySelector('.position').textContent.startsWith('2 ')").await;
    b.click("radio", "実施").await;
    b.run(swipe, vec![json!(200), json!("touch")]).await;
    b.wait_until("back", "return document.querySelector('.position').textContent.startsWith('1 ')").await;
    assert!(b.ticked("radio", "一部実施").await);
    b.click("link", "一覧へ戻る").await;
    b.go(&format!("{assessment}/tasks")).await;
    b.see("総務部 佐藤").await;
    let fits = "return document.documentElement.scrollWidth <= innerWidth";
    assert_eq!(b.run(fits, vec![]).await, json!(true), "nothing is wider than the phone");
    b.quit().await;
}

async fn an_owner_is_given_to_many_at_once(stage: Stage) {
    let b = stage.browser().await;
    let assessment = begun(&b).await;
    b.go(&format!("{assessment}/controls?at=II.1.1.1")).await;
    b.fill("担当", "一人だけの担当").await;
    b.click("button", "表示中のすべてを選ぶ").await;
    let bulk = "const field = [...document.querySelectorAll('.bulk label')].find((l) => l.textContent.startsWith(arguments[0])).querySelector('input'); \
         field.focus(); field.value = arguments[1]; field.dispatchEvent(new Event('input', { bubbles: true })); \
         field.dispatchEvent(new Event('change', { bubbles: true }))";
    b.run(bulk, vec![json!("担当"), json!("総務部")]).await;
    b.run(bulk, vec![json!("期限"), json!("令和8年10月1日")]).await;
    b.settle().await;
    let note = "return [...document.querySelectorAll('.row-note')].every((n) => n.textContent === '総務部 · 2026-10-01 · 期限切れ')";
    b.wait_until("all rows have both", note).await;
    b.go(&format!("{assessment}/controls?at=II.1.1.1")).await;
    b.click("button", "元に戻す").await;
    b.click("button", "元に戻す").await;
    b.wait_until("one has its own again", "return [...document.querySelectorAll('.row-note')].filter((n) => n.textContent).map((n) => n.textContent).join() === '一人だけの担当'").await;
    b.quit().await;
}
