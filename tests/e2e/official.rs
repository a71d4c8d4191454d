//! A document with the official text becomes a pack, corrected by hand.

use std::path::{Path, PathBuf};

use serde_json::json;

use crate::{
    a11y::{add_axe, look},
    browser::Browser,
    stage::{Stage, everywhere},
};

everywhere!(crosswise:
    a_pdf_is_read_corrected_and_put_in_force,
    what_is_no_readable_pdf_is_told,
    a_hostile_pdf_ends_in_one_sentence,
    a_text_is_read_wherever_it_is_opened
);

/// Has our own texts, set as the guideline is.
const PDF: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/official/writer.pdf");

/// PDFs that nobody means well with; what each is, `make_hostile.py` there says.
const HOSTILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/official/hostile");

async fn give(b: &Browser, path: &Path) {
    let input = b.element("file", "PDF か .txt を選ぶ").await;
    input.send_keys(path.to_str().expect("UTF-8")).await.expect("it takes a file");
}

async fn a_pdf_is_read_corrected_and_put_in_force(stage: Stage) {
    let b = stage.browser_at("/packs").await;
    give(&b, PDF.as_ref()).await;
    b.see("writer.pdf から読み取った内容").await;
    // Open every entry: what is doubtful is not ticked, what is not is.
    b.run("document.querySelectorAll('.official summary').forEach((s) => s.click())", vec![]).await;
    b.wait_until("they are open", "return document.querySelectorAll('.official textarea').length > 100").await;
    add_axe(&b).await;
    look(&b, "a document that was read").await;
    b.keep_picture("official").await;
    let of = |field: &str, what: &str| {
        format!("const f = document.querySelector(`.official textarea[aria-label=\"{field}\"]`); {what}")
    };
    let field = "II.1.1.1 本文";
    let type_in = "f.value = '公式の文を直した'; f.dispatchEvent(new Event('change', { bubbles: true }))";
    b.run(&of(field, type_in), vec![]).await;
    let ticked = of(field, "return f.closest('td').querySelector('input').checked");
    assert_eq!(b.run(&ticked, vec![]).await, json!(true), "what is corrected is used");
    b.click("button", "パックを作って確かめる").await;
    b.see("このパックを使う").await;
    let focused = "return document.activeElement.id === 'incoming-pack'";
    b.wait_until("what the pack would change is looked at", focused).await;
    assert!(
        !b.run("return JSON.stringify(localStorage)", vec![]).await.to_string().contains("直した"),
        "nothing is kept"
    );
    b.click("button", "このパックを使う").await;
    b.see("使っています").await;
    assert!(!b.sees("から読み取った内容").await, "the document is gone");
    b.go("/catalog/control/II.1.1.1").await;
    b.see("公式の文を直した").await;
    b.see("利用者提供").await;
    b.quit().await;
}

async fn a_text_is_read_wherever_it_is_opened(stage: Stage) {
    let b = stage.browser().await;
    // As the summary prints it, in the way of older programs on Windows.
    let text = "II. 2. 1. 1. 【基本】\n経営陣は、情報セキュリティに関する取組についての責任と関与を明示し、\n人員・資産・予算の面での積極的な支援・支持を行うこと。\n";
    let (bytes, _, _) = encoding_rs::SHIFT_JIS.encode(text);
    let file = b.write_file("本文.txt", &bytes);
    b.give_file(&file).await;
    b.see("本文.txt から読み取った内容").await;
    b.run("document.querySelectorAll('.official summary').forEach((s) => s.click())", vec![]).await;
    let field = "return document.querySelector('.official textarea[aria-label=\"II.2.1.1 本文\"]')?.value";
    b.wait_until("it is read", &field.replace("return ", "return !!")).await;
    let found = b.run(field, vec![]).await;
    assert_eq!(found, json!(text.split_once('\n').expect("two lines").1.replace('\n', "")));
    b.quit().await;
}

async fn a_hostile_pdf_ends_in_one_sentence(stage: Stage) {
    let b = stage.browser_at("/packs").await;
    let huge = b.write_file("huge.pdf", &[&b"%PDF-1.7\n"[..], &vec![b' '; 40 << 20]].concat());
    let hostile = |name: &str| PathBuf::from(HOSTILE).join(name).with_extension("pdf");
    let files = [
        (huge, "大きすぎて読めません。"),
        (hostile("password"), "パスワードで保護されています。"),
        (hostile("looping"), "画像だけで、文字がありません。"),
        (hostile("circle"), "PDF として読めません。"),
        (hostile("bomb"), "ページか文字が多すぎます。"),
        (hostile("scripts"), "ほとんどの文字が読み取れません。"),
    ];
    b.requests().await;
    for (file, said) in files {
        give(&b, &file).await;
        b.see(&file.file_name().expect("a name").to_string_lossy()).await;
        b.see(said).await;
        assert!(!b.sees("から読み取った内容").await, "{said}: nothing is read");
    }
    let asked: Vec<_> = b.requests().await.into_iter().filter(|url| url.contains("example")).collect();
    assert!(asked.is_empty(), "{asked:?}");
    b.quit().await;
}

async fn what_is_no_readable_pdf_is_told(stage: Stage) {
    let b = stage.browser_at("/packs").await;
    let broken = b.write_file("壊れた.pdf", b"%PDF-1.7\nnothing");
    give(&b, &broken).await;
    b.see("PDF として読めません。").await;
    b.see("全文を選んでコピーし").await;
    // So it is pasted.
    let seed = "II. 2. 1. 1. 【基本】\n経営陣は、貼り付けた文についての責任を明示すること。\n";
    b.run(
        "const f = document.querySelector('.official textarea'); f.value = arguments[0]; \
         f.dispatchEvent(new Event('input', { bubbles: true }))",
        vec![json!(seed)],
    )
    .await;
    b.click("button", "貼り付けた文を読み取る").await;
    b.see("貼り付けた文 から読み取った内容").await;
    b.quit().await;
}
