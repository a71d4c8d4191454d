//! axe-core finds nothing on any page, in both themes and languages, wide and narrow.

use serde_json::{Value, json};

use crate::{addresses::all, browser::Browser, pages::sample, place::Place};

async fn check(b: &Browser, page: &str) {
    let result = b.driver.execute_async(
        "const done = arguments[arguments.length - 1]; \
         axe.run(document, {resultTypes: ['violations']}).then((r) => done(r.violations), (e) => done([String(e)]))",
        vec![],
    );
    let violations = result.await.expect("axe runs").json().clone();
    let found: Vec<String> = violations
        .as_array()
        .expect("a list")
        .iter()
        .map(|v| {
            let nodes = v["nodes"].as_array().map(Vec::as_slice).unwrap_or_default();
            let shown: Vec<&Value> = nodes.iter().take(3).map(|n| &n["failureSummary"]).collect();
            let html: Vec<&Value> = nodes.iter().take(3).map(|n| &n["html"]).collect();
            format!("{}: {} x{}\n{html:#?}\n{shown:#?}", v["id"], v["help"], nodes.len())
        })
        .collect();
    assert!(found.is_empty(), "{page}:\n{}", found.join("\n"));
}

async fn load_axe(b: &Browser) {
    let path = std::env::var_os("TENKEN_AXE").expect("TENKEN_AXE names axe.min.js: run ./dev test e2e");
    let source = std::fs::read_to_string(path).expect("axe-core");
    b.run(&source, vec![]).await;
}

#[tokio::test]
async fn axe_finds_nothing() {
    let place = Place::http();
    let b = Browser::at(&place.url).await;
    load_axe(&b).await;
    check(&b, "first visit").await;
    let assessment = sample(&b).await;
    for (theme, width) in [("light", 1280), ("dark", 1280), ("light", 390)] {
        b.driver.set_window_rect(0, 0, width, 900).await.expect("a size");
        b.run("document.documentElement.dataset.theme = arguments[0]", vec![json!(theme)]).await;
        for page in all(&assessment) {
            b.go(&page).await;
            b.run("document.querySelectorAll('details').forEach((d) => d.open = true)", vec![]).await;
            check(&b, &format!("{page} {theme} {width}")).await;
        }
    }
    // An entry on a phone, and rows that are selected.
    b.go(&format!("{assessment}/measures")).await;
    b.click("button", "表示中のすべてを選ぶ").await;
    check(&b, "selected rows").await;
    b.run("document.querySelector('[data-key]').click()", vec![]).await;
    b.see("この対応策のアクションです").await;
    check(&b, "an entry on a phone").await;
    b.click("button", "English").await;
    for page in all(&assessment) {
        b.go(&page).await;
        check(&b, &format!("{page} en")).await;
    }
    b.quit().await;
}

#[tokio::test]
async fn the_dialogue_for_a_file_is_sound() {
    let place = Place::http();
    let b = Browser::at(&place.url).await;
    load_axe(&b).await;
    sample(&b).await;
    b.click("button", "ファイルに保存").await;
    let (name, text) = b.downloaded().await;
    b.go("/").await;
    let file = b.write_file(&name, text.as_bytes());
    b.give_file(&file).await;
    b.see("この端末の点検と同じ内容です").await;
    check(&b, "dialogue").await;
    let inside = b.run("return document.querySelector('dialog').contains(document.activeElement)", vec![]).await;
    assert_eq!(inside, json!(true), "the focus is in the dialogue");
    b.click("button", "やめる").await;
    assert!(!b.sees("このファイルを取り込みますか").await);
    b.quit().await;
}
