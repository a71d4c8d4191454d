//! A newcomer's way through the whole app, from a server and from the single file.

use serde_json::Value;

use crate::{
    browser::Browser,
    stage::{Stage, everywhere},
};

everywhere!(a_newcomer_gets_through);

async fn a_newcomer_gets_through(stage: Stage) {
    let b = stage.browser().await;
    b.see("クラウド・IoTサービスの自己点検").await;
    b.see("どこにも送信されません").await;

    // Describe the service, beginning with a type.
    b.fill("点検の名前", "工場遠隔監視 2026").await;
    b.click("button", "点検を始める").await;
    b.see("何を点検するかを決めます").await;
    b.click("checkbox", "第Ⅱ部").await;
    b.click("checkbox", "第Ⅲ部").await;
    b.click("link", "次へ: モデル").await;
    b.see("近い類型から始める").await;
    b.click("button", "この類型で始める: 遠隔監視").await;
    b.see("個の答えを入れました").await;
    b.see("どの役割があり、だれが担っていますか").await;
    let before = b.text().await;
    assert!(before.contains("未確定"), "what is open is shown");
    b.click("link", "この質問に答える").await;
    b.go_to_step("リスク").await;

    // Which risks apply, and why.
    b.see("該当するものは、どう扱うかを決めます").await;
    b.click("checkbox", "決めていない").await;
    b.click("button", "判定の根拠").await;
    b.see("次の答えから、該当します。").await;

    // A decision with its reason.
    b.click("radio", "受け入れる").await;
    b.fill("の扱いの理由", "影響が小さいため 2026年度は受容").await;

    // Countermeasures and actions.
    b.click("link", "次へ: 対応策").await;
    b.see("この対応策のアクションです").await;
    b.click("radio", "実施").await;
    b.fill("備考", "2026-10 の監査で確認").await;
    b.fill("担当", "運用部 鈴木").await;

    // Close, come back, find it all.
    b.see("この端末に保存済み").await;
    b.leave().await;
    b.open(&stage.place.url).await;
    b.see("点検一覧").await;
    b.click("link", "工場遠隔監視 2026").await;
    b.go_to_step("対応策").await;
    b.click("button", "ほかの絞り込み").await;
    b.click("checkbox", "運用部 鈴木").await;
    assert!(b.ticked("radio", "実施").await);
    b.see("運用部 鈴木").await;
    b.go_to_step("リスク").await;
    b.click("checkbox", "受け入れる").await;
    assert!(b.ticked("radio", "受け入れる").await);

    // Save to a file and open it on another machine: another browser, the single file.
    b.click("button", "ファイルに保存").await;
    let (name, text) = b.downloaded().await;
    assert_eq!(name, "工場遠隔監視 2026.tenken.json");
    let json: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(json["format"], "tenken-assessment");
    let other = stage.another_machine().await;
    let file = other.write_file(&name, text.as_bytes());
    other.give_file(&file).await;
    other.see("この端末にまだない点検です").await;
    other.click("button", "取り込む").await;
    other.see("工場遠隔監視 2026").await;
    other.go_to_step("対応策").await;
    other.see("運用部 鈴木").await;
    other.click("button", "ファイルに保存").await;
    let (_, again) = other.downloaded().await;
    assert_eq!(again, text, "export, import, export gives the same bytes");
    other.quit().await;
    b.quit().await;
}

impl Browser {
    /// Goes to a step of the open assessment by its link.
    pub async fn go_to_step(&self, step: &str) {
        let script = "const nav = [...document.querySelectorAll('nav')].find((n) => n.getAttribute('aria-label') === 'この点検の手順'); \
             const a = nav && [...nav.querySelectorAll('a')].find((a) => a.textContent.includes(arguments[0])); \
             if (a) a.click(); return !!a";
        assert_eq!(self.run(script, vec![step.into()]).await, true, "there is a step {step:?}");
        self.settle().await;
    }
}
