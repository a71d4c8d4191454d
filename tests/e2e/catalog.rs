//! The catalogue as a reader goes through it: contents, links both ways, search by the keyboard, citation, packs.

use serde_json::json;
use tenken::core::{
    catalog::CATALOG,
    exchange::{read_csv, write_csv},
    pack::template,
};
use thirtyfour::Key;

use crate::{
    browser::Browser,
    stage::{Stage, everywhere},
};

everywhere!(crosswise:
    links_lead_down_across_and_back,
    a_citation_says_whose_words_they_are,
    search_needs_only_the_keyboard,
    notes_of_ones_own_are_searched_as_well,
    a_case_is_opened_as_an_assessment,
    a_case_worked_to_the_end_is_opened_as_it_was_left,
    a_pack_of_three_hundred_entries_is_loaded_kept_and_switched_off,
    a_broken_pack_tells_its_first_fifty_mistakes_and_changes_nothing,
    an_assessment_says_what_differs_in_another_catalogue,
);

impl Browser {
    async fn hash(&self) -> String {
        self.run("return location.hash", vec![]).await.as_str().unwrap_or_default().to_owned()
    }

    async fn give_pack(&self, name: &str, content: &[u8]) {
        let path = self.write_file(name, content);
        let input = self.element("file", "パックのファイルを選ぶ").await;
        input.send_keys(path.to_str().expect("UTF-8")).await.expect("it takes a file");
        self.settle().await;
    }
}

async fn links_lead_down_across_and_back(stage: Stage) {
    let b = stage.browser().await;
    b.click("link", "カタログ").await;
    b.click("button", "II 組織・運用編").await;
    b.click("link", "II.2.1.1").await;
    b.see("経営陣は、情報セキュリティに関する取組についての責任と関与を明示し").await;
    b.see("概要資料").await;
    // Over the ISO number and back to the control.
    b.click("link", "6.1.1").await;
    b.see("2014年版での扱い").await;
    b.click("link", "II.2.1.1").await;
    // Up the path, and to the neighbour.
    b.click("link", "II.2.1 内部組織").await;
    b.see("この節の対策項目").await;
    b.go("/catalog/countermeasure/A-1").await;
    b.click("link", "contract-1").await;
    b.see("該当する条件").await;
    b.click("link", "A-1").await;
    assert_eq!(b.hash().await, "#/catalog/countermeasure/A-1");
    b.click("link", "→ A-2").await;
    assert_eq!(b.hash().await, "#/catalog/countermeasure/A-2");
    b.quit().await;
}

async fn a_citation_says_whose_words_they_are(stage: Stage) {
    let b = stage.browser_at("/catalog/control/III.1.1.5").await;
    b.click("button", "引用する").await;
    let text = b.value("textbox", "引用する").await;
    for part in ["III.1.1.5", "未照合", "クラウドサービス提供における", "#/catalog/control/III.1.1.5"]
    {
        assert!(text.contains(part), "{part} in {text}");
    }
    b.click("button", "コピー").await;
    b.see("コピーしました。").await;
    b.quit().await;
}

async fn search_needs_only_the_keyboard(stage: Stage) {
    let b = stage.browser().await;
    b.press(Key::Control + "k").await;
    b.press("ﾛｸﾞ保存期間").await;
    b.see("ログ").await;
    let marked = b.run("return document.querySelector('#search mark').textContent", vec![]).await;
    assert!(!marked.as_str().unwrap_or_default().is_empty(), "hits are marked");
    b.keep_picture("search").await;
    b.press(Key::Enter).await;
    assert_eq!(b.hash().await, "#/catalog/control/III.2.1.3");
    assert!(!b.has("dialog", "カタログと点検を検索").await, "it is closed");
    // From a page, by the slash; the second hit by the arrow.
    b.press("/").await;
    b.press("III.1.1").await;
    b.press(Key::Down).await;
    b.press(Key::Enter).await;
    assert_eq!(b.hash().await, "#/catalog/control/III.1.1.1");
    b.press("/").await;
    b.press(Key::Escape).await;
    assert!(!b.has("dialog", "カタログと点検を検索").await, "Escape closes it");
    assert_eq!(b.hash().await, "#/catalog/control/III.1.1.1");
    b.quit().await;
}

async fn notes_of_ones_own_are_searched_as_well(stage: Stage) {
    let b = stage.browser().await;
    b.fill("点検の名前", "倉庫の監視").await;
    b.click("button", "点検を始める").await;
    b.go_to_step("概要").await;
    b.fill("範囲とメモ", "ベンダーの鈴木に確認中").await;
    b.press(Key::Tab).await;
    b.go("/").await;
    // Nothing of the catalogue has it.
    b.press("/").await;
    b.press("鈴木").await;
    b.see("あなたの点検").await;
    b.keep_picture("search-own").await;
    b.press(Key::Enter).await;
    assert!(b.hash().await.starts_with("#/a/") && b.has("textbox", "範囲とメモ").await, "{}", b.hash().await);
    // After what the catalogue has, and said before it.
    b.press(Key::Control + "k").await;
    b.press("監視").await;
    b.see("あなたの点検に 1 件").await;
    b.press(Key::Up).await;
    b.press(Key::Enter).await;
    assert!(b.hash().await.starts_with("#/a/"), "up from the first is the last: {}", b.hash().await);
    // No entry has both words.
    b.press(Key::Control + "k").await;
    b.press("停電 存在しない語句").await;
    b.see("すべての言葉を含むものはない").await;
    b.press(Key::Enter).await;
    assert_eq!(b.hash().await, "#/catalog/control/III.4.2.1");
    b.quit().await;
}

async fn a_case_is_opened_as_an_assessment(stage: Stage) {
    let b = stage.browser_at("/catalog/section/Annex8").await;
    b.click("link", "トラックの運行管理と安全運転の支援").await;
    b.click("button", "モデルだけの点検として開く").await;
    b.go_to_step("リスク").await;
    b.see("該当").await;
    assert!(!b.sees("未確定").await || b.sees("未確定 0").await, "every question is answered");
    b.quit().await;
}

async fn a_case_worked_to_the_end_is_opened_as_it_was_left(stage: Stage) {
    let b = stage.browser_at("/catalog/case/X-case-care").await;
    b.click("button", "決定や実績まで書いた例を開く").await;
    b.see("一人暮らしの高齢者の見守り").await;
    b.see("この端末に保存済み").await;
    b.see("期限切れは").await;
    b.driver.refresh().await.expect("a reload");
    b.see("期限切れは").await;
    b.go_to_step("リスク").await;
    b.see("対応策を実施する").await;
    b.click("link", "スナップショット").await;
    b.see("リスクを決めた時点").await;
    b.quit().await;
}

/// The table with the titles of this many entries filled in.
fn filled(count: usize, text: impl Fn(usize) -> String) -> String {
    let mut rows = read_csv(&template(&CATALOG, None)).expect("the table can be read");
    let head = rows[0].clone();
    let column = |name: &str| head.iter().position(|h| h.split_whitespace().any(|w| w == name)).expect("the column");
    let (kind, field, ja) = (column("kind"), column("field"), column("ja"));
    // Not of sections: an assessment does not rest on their titles.
    let is_title = |row: &&mut Vec<String>| {
        !matches!(row[kind].as_str(), "pack" | "section") && matches!(row[field].as_str(), "title" | "name")
    };
    let titles = rows.iter_mut().filter(is_title);
    let mut done = 0;
    for (n, row) in titles.take(count).enumerate() {
        row[ja] = text(n);
        done += 1;
    }
    assert_eq!(done, count, "the catalogue has as many entries");
    write_csv(&rows)
}

async fn a_pack_of_three_hundred_entries_is_loaded_kept_and_switched_off(stage: Stage) {
    let b = stage.browser_at("/packs").await;
    b.click("button", "ひな型（CSV）を保存").await;
    let (name, table) = b.downloaded().await;
    assert_eq!(name, "tenken-pack.csv");
    assert_eq!(table, template(&CATALOG, None), "the table that is filled in below");
    b.give_pack("本文.csv", filled(300, |n| format!("公式の文 その{n}")).as_bytes()).await;
    b.see("このパックを使う").await;
    b.see("300 項目が変わります").await;
    b.keep_picture("pack-preview").await;
    assert!(!b.run("return JSON.stringify(localStorage)", vec![]).await.to_string().contains("公式の文"));
    b.click("button", "このパックを使う").await;
    b.see("使っています").await;
    b.keep_picture("pack").await;
    b.go("/catalog/control/II.1.1.1").await;
    b.see("公式の文").await;
    b.see("利用者提供").await;
    b.driver.refresh().await.expect("a reload");
    b.see("公式の文").await;
    // The search finds what it says.
    b.press(Key::Control + "k").await;
    b.press("公式の文 その7").await;
    b.see("公式の文 その7").await;
    b.press(Key::Escape).await;
    b.go("/packs").await;
    b.click("button", "使うのをやめる").await;
    b.see("オフにしています").await;
    b.go("/catalog/control/II.1.1.1").await;
    assert!(!b.sees("公式の文").await);
    b.quit().await;
}

async fn a_broken_pack_tells_its_first_fifty_mistakes_and_changes_nothing(stage: Stage) {
    let b = stage.browser_at("/packs").await;
    let before = b.run("return JSON.stringify(localStorage)", vec![]).await;
    let entries: Vec<_> = (0..63)
        .map(|n| json!({"kind": "control", "id": "II.1.1.1", "fields": {(format!("nofield{n}")): {"ja": "文"}}}))
        .collect();
    let pack = json!({"format": "tenken-catalog-pack", "version": 1, "name": "壊れた", "entries": entries}).to_string();
    b.give_pack("壊れた.json", pack.as_bytes()).await;
    b.see("63 か所に誤りがあり、使えません").await;
    b.see("何も変えていません").await;
    b.see("ほかに 13 件あります").await;
    let rows = b.run("return document.querySelectorAll('.mistakes tbody tr').length", vec![]).await;
    assert_eq!(rows, json!(50));
    assert!(!b.has("button", "このパックを使う").await);
    b.give_pack("sjis.csv", &[0x83, 0x65, 0x83, 0x58, 0x83, 0x67]).await;
    b.see("CSV UTF-8").await;
    assert_eq!(b.run("return JSON.stringify(localStorage)", vec![]).await, before, "nothing was changed");
    b.quit().await;
}

async fn an_assessment_says_what_differs_in_another_catalogue(stage: Stage) {
    let b = stage.browser().await;
    b.fill("点検の名前", "比べる").await;
    b.click("button", "点検を始める").await;
    b.go_to_step("概要").await;
    let address = b.hash().await;
    b.go("/packs").await;
    b.give_pack("本文.csv", filled(3, |n| format!("公式の文 その{n}")).as_bytes()).await;
    b.click("button", "このパックを使う").await;
    b.go(address.trim_start_matches('#')).await;
    b.see("別の版のカタログ").await;
    b.click("button", "違うところを見る").await;
    b.see("変わった").await;
    b.quit().await;
}
