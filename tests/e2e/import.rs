//! Files that are broken or hostile: one clear sentence each, and nothing changed.

use std::path::Path;

use serde_json::json;

use crate::{
    pages::sample,
    stage::{Stage, everywhere},
};

everywhere!(crosswise:
    bad_files_are_refused_in_a_sentence,
    a_script_in_every_field_stays_text,
    unknown_fields_survive_and_undo_takes_an_import_back,
    a_name_of_ten_thousand_characters_covers_nothing,
);

async fn bad_files_are_refused_in_a_sentence(stage: Stage) {
    let b = stage.browser().await;
    sample(&b).await;
    b.click("button", "ファイルに保存").await;
    let (_, good) = b.downloaded().await;
    b.go("/").await;
    let before = b.run("return JSON.stringify(localStorage)", vec![]).await;
    let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("truncated.json", good.as_bytes()[..good.len() / 2].to_vec(), "途中で切れています"),
        ("digest.json", good.replacen("見守り", "みまもり", 1).into_bytes(), "検査値が合いません"),
        ("large.json", vec![b' '; 17 * 1024 * 1024], "大きすぎます（17 MB、上限 16 MB）"),
        ("deep.json", deep.into_bytes(), "入れ子が深すぎます"),
        ("array.json", b"[]".to_vec(), "点検のファイルではありません"),
        ("empty.json", b"".to_vec(), "中身が空です"),
        ("picture.json", vec![0xff, 0xd8, 0xff, 0xe0], "文字のファイルではありません"),
        ("text.json", "点検です".as_bytes().to_vec(), "JSONとして読めません"),
        ("newer.json", br#"{"format":"tenken-assessment","version":2}"#.to_vec(), "新しい版（形式 2）"),
    ];
    for (name, content, sentence) in cases {
        let file = b.write_file(name, &content);
        b.give_file(&file).await;
        b.see(&format!("「{name}」は開けませんでした。")).await;
        b.see(sentence).await;
        b.see("いまある点検は何も変わっていません").await;
        b.click("button", "閉じる").await;
    }
    let after = b.run("return JSON.stringify(localStorage)", vec![]).await;
    assert_eq!(before, after, "nothing was changed");
    b.quit().await;
}

async fn a_name_of_ten_thousand_characters_covers_nothing(stage: Stage) {
    let b = stage.browser().await;
    b.driver.set_window_rect(0, 0, 500, 900).await.expect("a size");
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/hostile/long-name.tenken.json");
    b.give_file(&file).await;
    b.see("取り込みますか").await;
    b.keep_picture("dialogue-long-name").await;
    b.click("button", "取り込む").await;
    for place in ["", "/"] {
        if !place.is_empty() {
            b.go(place).await;
        }
        b.see("長長長").await;
        let sizes = b.run(
            "return [document.documentElement.scrollWidth <= innerWidth, document.querySelector('header').offsetHeight, document.body.offsetHeight]",
            vec![],
        );
        let sizes = sizes.await;
        assert_eq!(sizes[0], json!(true), "nothing scrolls sideways");
        assert!(sizes[1].as_f64().expect("a number") < 300.0, "the bar: {sizes}");
        assert!(sizes[2].as_f64().expect("a number") < 4_000.0, "the page: {sizes}");
    }
    b.quit().await;
}

async fn a_script_in_every_field_stays_text(stage: Stage) {
    let evil = "<script>window.intruded = 1</script><img src=x onerror='window.intruded = 1'>\"'>";
    let b = stage.browser().await;
    b.fill("点検の名前", evil).await;
    b.click("button", "点検を始める").await;
    b.go_to_step("概要").await;
    for field in ["対象のサービス", "組織", "点検する人", "範囲とメモ"] {
        b.fill(field, evil).await;
    }
    b.go_to_step("モデル").await;
    b.click("button", "この類型で始める: 遠隔監視").await;
    b.click("link", "コンポーネント").await;
    b.fill("呼び名", evil).await;
    b.go_to_step("リスク").await;
    b.click("checkbox", "決めていない").await;
    b.click("radio", "第II部・第III部の対策で足りる").await;
    for field in ["足りるとする対策の番号", "の扱いの理由", "決めた人"] {
        b.fill(field, evil).await;
    }
    b.go_to_step("対応策").await;
    b.click("radio", "実施").await;
    b.fill("備考", evil).await;
    b.fill("担当", evil).await;
    b.click("button", "ファイルに保存").await;
    let (_, text) = b.downloaded().await;
    assert!(text.matches("<script>").count() >= 10, "every field took it as it is");
    // Into a browser that does not know it, and through every page.
    let other = stage.another_machine().await;
    let file = other.write_file("evil.tenken.json", text.as_bytes());
    other.give_file(&file).await;
    other.see("window.intruded").await;
    other.click("button", "取り込む").await;
    for step in ["概要", "モデル", "リスク", "対応策"] {
        other.go_to_step(step).await;
    }
    other.go("/").await;
    for browser in [b, other] {
        assert_eq!(browser.run("return window.intruded === undefined", vec![]).await, json!(true));
        browser.quit().await;
    }
}

async fn unknown_fields_survive_and_undo_takes_an_import_back(stage: Stage) {
    let b = stage.browser().await;
    b.fill("点検の名前", "往復").await;
    b.click("button", "点検を始める").await;
    b.click("button", "ファイルに保存").await;
    let (name, text) = b.downloaded().await;
    // A field of a later program, put in by hand, with the digest made anew.
    let mut json: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let at = json["fields"]["meta/name"]["at"].clone();
    json["fields"]["later/unknown"] = json!({ "at": at, "value": "残ること" });
    json.as_object_mut().expect("a table").remove("sha256");
    // The digest is over the compact JSON with sorted keys; a browser makes it as well as we do.
    let script = "const sorted = (v) => Array.isArray(v) ? v.map(sorted) : v && typeof v === 'object' \
           ? Object.fromEntries(Object.keys(v).sort().map((k) => [k, sorted(v[k])])) : v; \
         const done = arguments[1]; \
         crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(sorted(arguments[0])))) \
         .then((d) => done([...new Uint8Array(d)].map((x) => x.toString(16).padStart(2, '0')).join('')))";
    let digest = b.driver.execute_async(script, vec![json.clone()]).await.expect("a digest");
    json["sha256"] = digest.json().clone();
    b.go("/").await;
    let file = b.write_file(&name, serde_json::to_string_pretty(&json).expect("JSON").as_bytes());
    b.give_file(&file).await;
    b.see("1 項目が変わり").await;
    b.click("button", "いまの点検に取り込む").await;
    b.click("button", "ファイルに保存").await;
    let (_, with) = b.downloaded().await;
    assert!(with.contains("残ること"));
    b.click("button", "元に戻す").await;
    b.click("button", "ファイルに保存").await;
    let (_, without) = b.downloaded().await;
    assert!(!without.contains("残ること"));
    b.quit().await;
}
