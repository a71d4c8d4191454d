//! How the service stands, and what is to be done: every figure leads to what it counts.

use serde_json::json;
use tenken::core::{
    assessment::{Actor, Assessment, AssessmentId, CatalogRef, Clock, Edit, paths},
    catalog::{CATALOG, DIGEST},
    document,
    extract::{Truth, extract},
    language::Language,
    model::{project, start_from},
};

use crate::{
    browser::Browser,
    stage::{Stage, everywhere},
};

everywhere!(figures_lead_to_what_they_count, tasks_are_told_by_owner);

/// Some day of 2026.
const NOW: u64 = 1_790_000_000_000;

/// An assessment in the midst of its work, as a file.
fn begun() -> String {
    let mut clock = Clock::new(Actor::new(1));
    let catalog = CatalogRef::of(&CATALOG, DIGEST, clock.tick(NOW));
    let mut assessment = Assessment::new(AssessmentId::new(0x1234_5678_9abc), catalog);
    let start = CATALOG.types.into_iter().find(|t| t.id.0 == "X-monitoring").expect("it is there");
    let model = project(&assessment, &CATALOG);
    let mut random = 0;
    let next = || {
        random += 1;
        random
    };
    let mut edits = start_from(&start.arrangement, Some(start.id), &model, Language::Ja, next);
    edits.push(Edit::text(paths::name(), "見守りサービス 点検 2026年度"));
    edits.push(Edit::text(paths::pattern_override(), "1"));
    edits.push(Edit::text(paths::override_reason(), "契約で求められている"));
    let statuses = ["implemented", "implemented", "partial", "not", "unknown", "not-applicable"];
    for (number, control) in CATALOG.controls.into_iter().enumerate().filter(|(number, _)| number % 7 != 6) {
        edits.push(Edit::text(paths::control(control.id, "status"), statuses[number % 7]));
        edits
            .extend((number % 14 == 5).then(|| Edit::text(paths::control(control.id, "reason"), "該当する設備がない")));
        edits.extend((number % 14 == 2).then(|| Edit::text(paths::control(control.id, "owner"), "運用部 鈴木")));
        edits.extend((number % 28 == 2).then(|| Edit::text(paths::control(control.id, "due"), "2026-03-31")));
        let values = control.items.iter().filter(|_| number % 2 == 0);
        edits.extend(values.map(|item| Edit::text(paths::measured(control.id, item.id), "1年")));
    }
    assessment.apply(&edits, &mut clock, NOW, "鈴木");
    let extraction = extract(&CATALOG, &project(&assessment, &CATALOG));
    let mut edits = Vec::new();
    for (number, row) in extraction.with(Truth::True).enumerate() {
        let fact = |what| paths::risk(row.key.risk, row.key.instance.as_ref().map(|i| i.as_str()), what);
        let decision = ["treat", "accept", "", "transfer", "accept"][number % 5];
        edits.push(Edit::text(fact("decision"), decision));
        let reason = "利用者との契約書で責任の範囲を定め、年に一度見直すこととしている";
        edits.extend((number % 5 == 1).then(|| Edit::text(fact("reason"), reason)));
        edits.extend((number % 5 == 2).then(|| Edit::text(fact("owner"), "開発部")));
    }
    assessment.apply(&edits, &mut clock, NOW + 1, "鈴木");
    document::write(&assessment)
}

/// Opens it, and goes to a page of it.
async fn open(b: &Browser, page: &str) {
    let file = b.write_file("begun.tenken.json", begun().as_bytes());
    b.give_file(&file).await;
    b.click("button", "取り込む").await;
    b.see("見守りサービス 点検 2026年度").await;
    b.go(&format!("/a/123456789abc/{page}")).await;
}

async fn number(b: &Browser, script: &str) -> u64 {
    let number = b.run(&format!("return Number({script})"), vec![]).await;
    number.as_u64().unwrap_or_else(|| panic!("{script} is {number}"))
}

async fn figures_lead_to_what_they_count(stage: Stage) {
    let b = stage.browser().await;
    open(&b, "results").await;
    b.see("公式の概要資料の文").await;
    // In one sentence: how many actions are needed, and the way to them.
    let needed = "document.querySelector('.answer-line a[href$=\"/measures\"]')";
    let actions = number(&b, &format!("{needed}.textContent")).await;
    b.run(&format!("{needed}.click()"), vec![]).await;
    b.see(&format!("{actions} / {actions} 件を表示")).await;
    b.driver.back().await.expect("a step back");
    b.settle().await;
    // A risk that was accepted stands there with its reason; the one without stands apart.
    b.see("年に一度見直すこととしている").await;
    b.see("理由が書かれていないもの").await;
    // What is said of values in words is in the table as well.
    let controls = number(&b, "document.querySelector('.figures tbody tr td:last-child').textContent").await;
    assert_eq!(controls, CATALOG.controls.len() as u64);
    b.see("対策参照値に届かない値").await;
    assert!(number(&b, "document.querySelectorAll('.line-note').length").await > 5);
    b.keep_picture("results-begun").await;
    b.quit().await;
}

async fn tasks_are_told_by_owner(stage: Stage) {
    let b = stage.browser().await;
    open(&b, "tasks").await;
    let first = "document.querySelector('.of-owner h2').textContent";
    b.see("期限 2026-03-31 · 期限切れ").await;
    let name = b.run(&format!("return {first}.startsWith('運用部 鈴木')"), vec![]).await;
    assert_eq!(name, json!(true), "whoever is late comes first");
    let owners = number(&b, "document.querySelectorAll('.of-owner').length").await;
    assert_eq!(owners, 3, "two owners and nobody");
    b.choose("担当", "開発部").await;
    assert_eq!(number(&b, "document.querySelectorAll('.of-owner').length").await, 1);
    b.see("開発部").await;
    b.driver.refresh().await.expect("a reload");
    b.see("開発部").await;
    assert_eq!(number(&b, "document.querySelectorAll('.of-owner').length").await, 1, "the address holds the choice");
    b.click("checkbox", "期限切れだけ").await;
    b.see("この条件に合うものはありません").await;
    b.click("checkbox", "期限切れだけ").await;
    b.run("document.querySelector('.lines a').click()", vec![]).await;
    b.see("扱い").await;
    b.quit().await;
}

/// Pictures of both pages, wide and narrow, light and dark.
#[tokio::test]
async fn the_pages_fit_every_width_and_theme() {
    let place = crate::place::Place::file();
    let b = Browser::start(crate::browser::Kind::default()).await;
    b.open(&place.url).await;
    open(&b, "results").await;
    for (width, height) in [(1280, 4600), (390, 7600)] {
        b.driver.set_window_rect(0, 0, width, height).await.expect("a size");
        for theme in ["light", "dark"] {
            b.run("document.documentElement.dataset.theme = arguments[0]", vec![json!(theme)]).await;
            for page in ["results", "tasks"] {
                b.go(&format!("/a/123456789abc/{page}")).await;
                let wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
                assert_eq!(number(&b, wide).await, 0, "{page} scrolls sideways at {width} px");
                b.keep_picture(&format!("{page}-begun-{width}-{theme}")).await;
            }
        }
    }
    b.quit().await;
}
