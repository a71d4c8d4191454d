//! The report: opened from the results, printed, and saved as a file that stands by itself.

use std::process::Command;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::json;
use thirtyfour::{
    Key,
    common::print::{PrintPage, PrintParameters},
};

use crate::{
    a11y::{add_axe, look},
    browser::Browser,
    engine::Engine,
    pages::{sample, whole},
    stage::{Stage, everywhere},
};

everywhere!(crosswise:
    a_report_is_printed_without_the_app,
    a_report_is_one_file,
    the_cover_says_what_is_known,
    the_summary_is_one_page,
    it_is_saved_for_excel_and_as_tables,
    a_table_that_was_edited_comes_back,
    others_get_a_copy_without_what_is_confidential,
);

/// What is printed: the text of each page.
pub async fn printed(b: &Browser, stage: &Stage, name: &str) -> Vec<String> {
    let pdf = match stage.engine {
        Engine::Chromium => {
            let as_the_sheet_says = json!({ "preferCSSPageSize": true });
            let printed = b.devtools("Page.printToPDF", as_the_sheet_says).await;
            STANDARD.decode(printed["data"].as_str().expect("a document")).expect("base64")
        }
        Engine::Firefox => {
            let page = PrintPage { width: 21.0, height: 29.7 };
            b.driver.print_page(PrintParameters { page, ..PrintParameters::default() }).await.expect("it is printed")
        }
    };
    let file = b.write_file(&format!("{name}.pdf"), &pdf);
    if let Some(folder) = std::env::var_os("TENKEN_SHOTS") {
        let _ = std::fs::copy(&file, std::path::Path::new(&folder).join(format!("{name}-{:?}.pdf", stage.engine)));
    }
    let read = Command::new("pdftotext").arg("-layout").arg(&file).arg("-").output().expect("pdftotext: ./dev setup");
    let text = String::from_utf8(read.stdout).expect("UTF-8");
    text.trim_end_matches('\u{c}').split('\u{c}').map(str::to_owned).collect()
}

/// Waits until the report has a text. What is out of sight is not laid out, so it is not to be seen.
async fn has(b: &Browser, text: &str) {
    let script = format!("return !!document.querySelector('.report')?.textContent.includes({})", json!(text));
    b.wait_until(text, &script).await;
}

async fn a_report_is_printed_without_the_app(stage: Stage) {
    let b = stage.browser().await;
    let assessment = sample(&b).await;
    b.go(&assessment).await;
    b.fill("対象のサービス", "みまもり <クラウド>").await;
    b.go(&format!("{assessment}/results")).await;
    // By keyboard.
    b.element("link", "報告書にする").await.send_keys(Key::Enter).await.expect("it takes keys");
    b.see("情報セキュリティ対策 自己点検報告書").await;
    let elements = b.run("return document.querySelectorAll('*').length", vec![]).await;
    assert!(elements.as_u64().expect("a number") < 1000, "{elements} elements at the first look");
    b.element("radio", "経営向け").await.send_keys(Key::Right + Key::Right).await.expect("it takes keys");
    has(&b, "付録A 対策項目一覧").await;
    has(&b, "付録F 出どころ").await;
    let pages = printed(&b, &stage, "report").await;
    let all = pages.concat().replace(char::is_whitespace, "");
    for text in ["みまもり<クラウド>", "承認", "1.要約", "付録A", "付録F"] {
        assert!(all.contains(text), "{text} is not printed");
    }
    for text in
        ["印刷/PDF", "HTMLファイルに保存", "報告の深さ", "渡すための", "この端末に保存", "カタログパック\u{3000}"]
    {
        assert!(!all.contains(text), "{text} is printed");
    }
    assert!((8..40).contains(&pages.len()), "{} pages", pages.len());
    for (number, page) in pages.iter().enumerate().take(pages.len() - 1) {
        let said = page.chars().filter(|c| !c.is_whitespace()).count();
        assert!(said > 250, "page {} has only {said} characters:\n{page}", number + 1);
    }
    b.quit().await;
}

async fn a_report_is_one_file(stage: Stage) {
    let b = stage.browser().await;
    let assessment = sample(&b).await;
    b.go(&format!("{assessment}/report?at=managers")).await;
    has(&b, "担当と期限").await;
    let text = "return document.querySelector('.report').textContent.replace(/\\s+/g, '')";
    let shown = b.run(text, vec![]).await;
    b.click("button", "HTMLファイルに保存").await;
    let (name, file) = b.downloaded().await;
    assert!(name.ends_with(".html"), "{name}");
    assert!(file.contains("default-src 'none'") && !file.contains("<script") && !file.contains("://"), "{file}");
    assert!(file.contains("@page") && file.contains(".report"), "it has its sheet");
    let file = b.write_file(&name, file.as_bytes());
    b.driver.goto(&format!("file://{}", file.display())).await.expect("the file opens");
    assert_eq!(b.run(text, vec![]).await, shown);
    let wide = b.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth", vec![]);
    assert_eq!(wide.await, json!(0), "the file scrolls sideways");
    let pages = printed(&b, &stage, "file").await;
    assert!((3..10).contains(&pages.len()), "{} pages", pages.len());
    b.quit().await;
}

async fn the_cover_says_what_is_known(stage: Stage) {
    let b = stage.browser().await;
    b.fill("点検の名前", "倉庫").await;
    b.click("button", "点検を始める").await;
    b.go_to_step("報告").await;
    b.see("倉庫").await;
    assert!(!b.sees("点検者").await && !b.sees("点検していない部").await);
    b.click("link", "概要で表紙の内容を書く").await;
    b.fill("組織", "架空商事 <本社>").await;
    b.fill("点検する人", "鈴木").await;
    b.go_to_step("適用範囲").await;
    b.click("checkbox", "第Ⅳ部").await;
    b.fill("点検しない部がある理由", "IoTを含まない").await;
    b.go_to_step("報告").await;
    for text in ["架空商事 <本社>", "鈴木", "（理由: IoTを含まない）"] {
        b.see(text).await;
    }
    assert!(!b.sees("リスクは").await, "Part IV is left out");
    let pages = printed(&b, &stage, "nearly-empty").await;
    assert_eq!(pages.len(), 2, "{pages:#?}");
    b.quit().await;
}

/// Of an assessment with something of everything.
async fn the_summary_is_one_page(stage: Stage) {
    let b = stage.browser().await;
    let assessment = whole(&b).await;
    for title in ["1. 要約", "1. Summary"] {
        b.go(&format!("{assessment}/report")).await;
        has(&b, title).await;
        let pages = printed(&b, &stage, "summary").await;
        assert_eq!(pages.len(), 2, "{pages:#?}");
        assert!(pages[1].contains(&title[3..]), "{pages:#?}");
        b.go(&format!("{assessment}/results")).await;
        if title == "1. 要約" {
            b.click("button", "English").await;
        }
    }
    b.quit().await;
}

/// Each format is written, and what comes back is read on another machine.
async fn it_is_saved_for_excel_and_as_tables(stage: Stage) {
    let b = stage.browser().await;
    let assessment = sample(&b).await;
    b.go(&format!("{assessment}/report")).await;
    b.see("Excel などほかの形式で保存").await;
    b.run("[...document.querySelectorAll('summary')].find((s) => s.textContent.includes('Excel')).click()", vec![])
        .await;
    b.click("button", "保存: Excel").await;
    let (name, workbook) = b.downloaded_bytes().await;
    assert!(name.ends_with(".xlsx") && workbook.starts_with(b"PK"), "{name}");
    for n in 1..=6 {
        let sheet = format!("xl/worksheets/sheet{n}.xml");
        assert!(workbook.windows(sheet.len()).any(|w| w == sheet.as_bytes()), "{sheet}");
    }
    b.click("button", "保存: 対策項目 .csv").await;
    let (name, table) = b.downloaded().await;
    assert!(name.ends_with(".csv") && table.starts_with('\u{feff}') && table.contains("II.1.1.1"), "{name}");
    b.click("button", "保存: 点検のファイル").await;
    let (name_of_all, all) = b.downloaded().await;
    assert!(name_of_all.ends_with(".tenken.json"));
    let mut tables = vec![(name, table.into_bytes()), ("表.xlsx".to_owned(), workbook)];
    for (format, has) in [
        ("測定値 .csv", "III."),
        ("リスク .csv", "受け入れる"),
        ("アクション .csv", "一部実施"),
        ("モデル .csv", "見守り"),
        ("Markdown .md", "# "),
        ("報告書 .html", "<!doctype html>"),
        ("OSCAL 点検結果", "\"assessment-results\""),
        ("OSCAL プロファイル", "\"profile\""),
        ("OSCAL カタログ", "\"catalog\""),
    ] {
        b.click("button", &format!("保存: {format}")).await;
        let (name, text) = b.downloaded().await;
        assert!(text.contains(has), "{name} has no {has}");
        if format.ends_with(".csv") && !format.starts_with("モデル") {
            tables.push((name, text.into_bytes()));
        }
    }
    b.quit().await;
    let other = stage.another_machine().await;
    other.give_file(&other.write_file(&name_of_all, all.as_bytes())).await;
    other.click("button", "取り込む").await;
    for (name, table) in tables {
        other.go("/").await;
        other.give_file(&other.write_file(&name, &table)).await;
        other.see("この表から変わるところはありません").await;
        other.click("button", "やめる").await;
    }
    other.quit().await;
}

/// Saved, edited elsewhere, and taken in again; what was changed on both sides waits to be chosen.
async fn a_table_that_was_edited_comes_back(stage: Stage) {
    let b = stage.browser().await;
    let assessment = sample(&b).await;
    b.go(&format!("{assessment}/report")).await;
    let open = "[...document.querySelectorAll('summary')].find((s) => s.textContent.includes('Excel')).click()";
    b.run(open, vec![]).await;
    b.click("button", "保存: Excel").await;
    let (name, workbook) = b.downloaded_bytes().await;
    let file = b.write_file(&name, &workbook);
    b.give_file(&file).await;
    b.see("この表から変わるところはありません").await;
    b.click("button", "やめる").await;
    b.click("button", "保存: アクション .csv").await;
    let (name, table) = b.downloaded().await;
    // As Excel saves it when asked for “Unicode text”, and with another column in front.
    let edited = table.replace("一部実施", "実施").replace("\r\n", "\r\n?,").replacen("\u{feff}", "\u{feff}?,", 1);
    let wide: Vec<u8> = edited.encode_utf16().flat_map(u16::to_le_bytes).collect();
    b.go("/").await;
    b.give_file(&b.write_file(&name, &wide)).await;
    b.see("変わるセル（1）").await;
    b.keep_picture("table-back").await;
    b.click("button", "いまの点検に取り込む").await;
    b.see("1 項目を取り込みました").await;
    b.click("button", "元に戻す").await;
    b.see("元に戻しました").await;
    b.go("/").await;
    // Nothing of a file that is none comes in.
    b.give_file(&b.write_file("悪い.xlsx", b"PK\x03\x04")).await;
    b.see("表として読めません").await;
    b.see("何も変わっていません").await;
    b.click("button", "やめる").await;
    b.quit().await;
}

/// What goes to others is seen before, in the report itself; every format is written from it, and it opens elsewhere.
async fn others_get_a_copy_without_what_is_confidential(stage: Stage) {
    let b = stage.browser().await;
    let assessment = sample(&b).await;
    b.go(&assessment).await;
    b.fill("点検する人", "鈴木花子").await;
    b.fill("範囲とメモ", "社内だけの話").await;
    b.go(&format!("{assessment}/report?at=managers")).await;
    has(&b, "社内だけの話").await;
    // By keyboard.
    b.element("radio", "社内（すべて）").await.send_keys(Key::Right + "").await.expect("it takes keys");
    has(&b, "社外に渡すための写しです").await;
    let gone = "const t = document.querySelector('.report').textContent;
        return !t.includes('社内だけの話') && !t.includes('鈴木花子')";
    b.wait_until("the report is the copy's", gone).await;
    assert!(!printed(&b, &stage, "copy").await.concat().contains("鈴木花子"), "nor is it printed");
    add_axe(&b).await;
    look(&b, "what others are told").await;
    b.keep_picture("copy").await;
    b.click("checkbox", "備考").await;
    has(&b, "社内だけの話").await;
    b.click("checkbox", "備考").await;
    b.wait_until("it is taken out again", gone).await;
    b.run("[...document.querySelectorAll('summary')].find((s) => s.textContent.includes('Excel')).click()", vec![])
        .await;
    for format in ["点検のファイル", "報告書", "Markdown"] {
        b.click("button", &format!("保存: {format}")).await;
        let (name, file) = b.downloaded().await;
        assert!(name.contains("社外用"), "{name}");
        assert!(!file.contains("社内だけの話") && !file.contains("鈴木"), "{name}: {file}");
        if format == "点検のファイル" {
            let other = stage.another_machine().await;
            other.give_file(&other.write_file(&name, file.as_bytes())).await;
            other.click("button", "取り込む").await;
            other.see("社外に渡すための写しです").await;
            other.keep_picture("copy-elsewhere").await;
            other.go_to_step("結果").await;
            other.see("安全とは限りません").await;
            assert!(!other.sees("期限切れ").await, "whether anything is overdue is not told");
            other.quit().await;
        }
    }
    // What is chosen of the copy changes nothing in how it is saved.
    b.click("checkbox", "パスフレーズで保護・署名して保存").await;
    b.click("checkbox", "測定値").await;
    has(&b, "測定値・理由").await;
    b.click("button", "保存: Markdown").await;
    b.see("保護して保存").await;
    b.click("button", "やめる").await;
    b.click("checkbox", "測定値").await;
    // What was chosen is in the address.
    b.driver.refresh().await.expect("it loads again");
    b.wait_until("it is still the copy", gone).await;
    b.element("radio", "社外（開示用の写し）").await.send_keys(Key::Left + "").await.expect("it takes keys");
    has(&b, "社内だけの話").await;
    b.quit().await;
}
