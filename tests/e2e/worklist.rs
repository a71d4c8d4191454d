//! Lists are worked through: by keyboard, many rows at once, on a phone, and with more rows than anybody has.

use std::path::Path;

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::{
    browser::Browser,
    pages::sample,
    stage::{Stage, everywhere},
};

everywhere!(crosswise:
    a_list_is_worked_through_by_keyboard,
    many_rows_are_recorded_at_once,
    the_address_holds_the_place,
    a_row_that_is_filtered_away_leaves_a_way_into_the_list,
    on_a_phone_the_list_and_the_entry_are_pages_of_their_own,
    a_list_is_printed_whole,
    a_list_of_any_length_stays_short_on_the_page,
    the_focus_goes_to_rows_that_were_not_drawn,
    more_rows_are_drawn_where_one_asks,
);

async fn value(b: &Browser, script: &str) -> Value {
    b.run(&format!("return {script}"), vec![]).await
}

/// The key of the row that has the focus.
async fn row(b: &Browser) -> String {
    let key = value(b, "document.activeElement.dataset.key ?? ''").await;
    key.as_str().expect("a text").to_owned()
}

async fn a_list_is_worked_through_by_keyboard(stage: Stage) {
    let b = stage.browser().await;
    let assessment = sample(&b).await;
    b.go(&format!("{assessment}/measures")).await;
    // The list is one stop; arrows go on within it.
    value(&b, "document.querySelector('[data-key][tabindex=\"0\"]').focus()").await;
    let first = row(&b).await;
    b.press(Key::Down).await;
    let second = row(&b).await;
    assert!(!second.is_empty() && second != first, "{first} {second}");
    b.press("1").await;
    assert!(b.ticked("radio", "実施").await, "a digit sets the state of the row");
    b.press("n").await;
    let third = row(&b).await;
    assert!(third != second && third != first, "the next open one: {third}");
    b.press(Key::Enter).await;
    assert_eq!(value(&b, "document.activeElement.id").await, json!("panel"));
    b.press("3").await;
    assert!(b.ticked("radio", "未実施").await, "digits work in the panel as well");
    b.press(Key::Escape).await;
    assert_eq!(row(&b).await, third, "back to the row");
    b.press("k").await;
    assert_eq!(row(&b).await, second);
    // Digits that are typed are text.
    b.fill("備考", "2026").await;
    assert!(b.ticked("radio", "実施").await);
    b.press(Key::Control + "z").await;
    b.quit().await;
}

async fn many_rows_are_recorded_at_once(stage: Stage) {
    let b = stage.browser().await;
    sample(&b).await;
    b.go_to_step("対応策").await;
    b.click("checkbox", "未回答").await;
    let before = value(&b, "document.querySelectorAll('[data-key]').length").await;
    assert!(before.as_u64().expect("a number") > 50, "{before}");
    b.click("button", "表示中のすべてを選ぶ").await;
    b.see("件を選択中").await;
    b.click("button", "わからない").await;
    b.see("この条件に合うものはありません").await;
    // One step back brings all of them back.
    b.click("button", "元に戻す").await;
    assert_eq!(value(&b, "document.querySelectorAll('[data-key]').length").await, before);
    b.quit().await;
}

async fn the_address_holds_the_place(stage: Stage) {
    let b = stage.browser().await;
    let assessment = sample(&b).await;
    b.go(&format!("{assessment}/risks")).await;
    b.click("checkbox", "未確定").await;
    b.click("link", "リスク").await;
    value(&b, "document.querySelectorAll('[data-key]')[2].click()").await;
    b.settle().await;
    let key = value(&b, "document.querySelector('[aria-current=\"true\"][data-key]').dataset.key").await;
    // Somewhere else, and back.
    b.go(&format!("{assessment}/model/roles")).await;
    b.driver.back().await.expect("a step back");
    b.settle().await;
    assert_eq!(value(&b, "document.querySelector('[aria-current=\"true\"][data-key]').dataset.key").await, key);
    b.driver.refresh().await.expect("a reload");
    b.see("件を表示").await;
    assert_eq!(value(&b, "document.querySelector('[aria-current=\"true\"][data-key]').dataset.key").await, key);
    // A deciding question is answered where the risk stands.
    b.see("決め手").await;
    b.quit().await;
}

/// Whatever is filtered away, the list has one stop for the keyboard.
async fn a_row_that_is_filtered_away_leaves_a_way_into_the_list(stage: Stage) {
    let b = stage.browser().await;
    sample(&b).await;
    b.go_to_step("対応策").await;
    b.click("checkbox", "未回答").await;
    b.click("radio", "実施").await;
    b.settle().await;
    let stops = value(&b, "document.querySelectorAll('[data-key][tabindex=\"0\"]').length").await;
    assert_eq!(stops, json!(1));
    assert!(b.ticked("radio", "実施").await, "the panel keeps what it shows");
    b.quit().await;
}

async fn on_a_phone_the_list_and_the_entry_are_pages_of_their_own(stage: Stage) {
    let b = stage.browser().await;
    let assessment = sample(&b).await;
    b.driver.set_window_rect(0, 0, 500, 900).await.expect("a size");
    b.go(&format!("{assessment}/measures")).await;
    assert!(!b.sees("この対応策のアクションです").await, "the list alone");
    let rows = all_rows(&b).await;
    value(&b, "document.querySelector('[data-key]').click()").await;
    b.settle().await;
    b.see("この対応策のアクションです").await;
    assert!(!b.has("checkbox", "選ぶ: ").await && !b.has("textbox", "この一覧の中を探す").await, "the entry alone");
    let printed = crate::report::printed(&b, &stage, "entry-chosen").await.concat();
    let first = rows[0].split(':').next_back().expect("an id");
    assert!(printed.contains(first), "paper has the list: {printed}");
    b.click("link", "一覧へ戻る").await;
    assert!(!b.sees("この対応策のアクションです").await);
    b.quit().await;
}

/// On paper nobody can ask for more rows: all are there.
async fn a_list_is_printed_whole(stage: Stage) {
    let b = stage.browser().await;
    sample(&b).await;
    b.go_to_step("対応策").await;
    let rows = "document.querySelectorAll('[data-key]').length";
    let shown = value(&b, rows).await.as_u64().expect("a number");
    value(&b, "window.dispatchEvent(new Event('beforeprint'))").await;
    b.settle().await;
    let printed = value(&b, rows).await.as_u64().expect("a number");
    assert!(printed > shown, "{shown} rows are shown, {printed} printed");
    assert!(!b.sees("さらに").await && printed > 90, "{printed}");
    b.quit().await;
}

/// From one end to the other, by every key that moves.
async fn the_focus_goes_to_rows_that_were_not_drawn(stage: Stage) {
    let b = stage.browser().await;
    sample(&b).await;
    b.go_to_step("対応策").await;
    let rows = all_rows(&b).await;
    let (last, count) = (rows.len() - 1, "document.querySelectorAll('[data-key]').length");
    assert!(last > 80, "{last}");
    value(&b, "document.querySelector('[data-key][tabindex=\"0\"]').focus()").await;
    let mut at = last;
    for (key, to) in [
        (Key::End, last),
        (Key::Home, 0),
        (Key::PageDown, 10),
        (Key::End, last),
        (Key::Up, last - 1),
        (Key::PageUp, last - 11),
        (Key::PageUp, last - 21),
        (Key::PageUp, last - 31),
        (Key::PageUp, last - 41),
        (Key::Up, last - 42),
    ] {
        b.press(key).await;
        at = to;
        let key = &rows[at];
        let arrived = format!("return document.activeElement.dataset.key === {key:?}");
        b.wait_until(&format!("the focus is on row {at}"), &arrived).await;
        assert_eq!(value(&b, count).await, json!(60), "at row {at}");
        b.wait_until(&format!("row {at} is to be seen"), &in_sight("document.activeElement")).await;
        assert_eq!(value(&b, "document.querySelectorAll('[data-key][tabindex=\"0\"]').length").await, json!(1));
    }
    // Who hears the list is told where in its group a row stands, whatever is drawn of it.
    let place = "const li = document.activeElement.closest('li'); \
         return [li.ariaPosInSet ?? li.getAttribute('aria-posinset'), li.ariaSetSize ?? li.getAttribute('aria-setsize'), \
             li.closest('section').querySelector('h2').innerText]";
    let place = b.run(place, vec![]).await;
    let size = place[1].as_str().expect("a number");
    assert!(place[2].as_str().expect("a head").contains(&format!("/ {size}")), "{place} at {at}");
    // A list that is opened at a row far behind shows it.
    b.driver.refresh().await.expect("a reload");
    b.wait_until("the row is there", "return !!document.querySelector('[aria-current=\"true\"][data-key]')").await;
    b.settle().await;
    assert_eq!(
        value(&b, "document.querySelector('[aria-current=\"true\"][data-key]').dataset.key").await,
        json!(rows[at])
    );
    assert_eq!(value(&b, count).await, json!(60));
    b.wait_until("it is to be seen", &in_sight("document.querySelector('[aria-current=\"true\"][data-key]')")).await;
    b.quit().await;
}

/// Whether a row lies within the list as far as that is to be seen.
fn in_sight(row: &str) -> String {
    format!(
        "const row = {row}, [a, b] = [row, row.closest('[role=group]')].map((e) => e.getBoundingClientRect()); \
         return a.top >= b.top - 1 && a.bottom <= b.bottom + 1"
    )
}

/// The keys of all rows.
async fn all_rows(b: &Browser) -> Vec<String> {
    value(b, "window.dispatchEvent(new Event('beforeprint'))").await;
    b.settle().await;
    let rows = value(b, "[...document.querySelectorAll('[data-key]')].map((row) => row.dataset.key)").await;
    value(b, "window.dispatchEvent(new Event('afterprint'))").await;
    b.settle().await;
    serde_json::from_value(rows).expect("texts")
}

async fn more_rows_are_drawn_where_one_asks(stage: Stage) {
    let b = stage.browser().await;
    sample(&b).await;
    b.go_to_step("対応策").await;
    let rows = all_rows(&b).await;
    // Sixty at once, until all are there.
    let more = rows.len().saturating_sub(60).min(60);
    let button = b.element("button", &format!("さらに {more} 件を表示")).await;
    button.send_keys(Key::Enter).await.expect("it takes a key");
    b.settle().await;
    assert_eq!(row(&b).await, rows[60], "the first of those that came");
    assert_eq!(b.sees("さらに").await, rows.len() > 120);
    value(&b, "document.querySelector('[data-key]').focus()").await;
    // From the end of a list that is drawn anew, back.
    b.press(Key::End).await;
    b.driver.refresh().await.expect("a reload");
    let button = b.element("button", &format!("前の {more} 件を表示")).await;
    button.send_keys(Key::Enter).await.expect("it takes a key");
    b.settle().await;
    assert_eq!(row(&b).await, rows[rows.len() - 61]);
    assert_eq!(value(&b, "document.querySelectorAll('[data-key]').length").await, json!(60 + more));
    // Another filter is seen from its beginning.
    b.click("checkbox", "未回答").await;
    let first = value(&b, "document.querySelector('[data-key]').dataset.key").await;
    assert!(rows[..3].contains(&first.as_str().expect("a key").to_owned()), "{first}");
    b.quit().await;
}

/// Three hundred components, and every kind of question open: still few elements, and each page at once.
async fn a_list_of_any_length_stays_short_on_the_page(stage: Stage) {
    let b = stage.browser().await;
    let file =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/hostile/three-hundred-components.tenken.json");
    b.give_file(&file).await;
    b.click("button", "取り込む").await;
    for step in ["リスク", "対応策"] {
        b.go_to_step(step).await;
        let elements = value(&b, "document.querySelectorAll('*').length").await;
        assert!(elements.as_u64().expect("a number") <= 1_500, "{step}: {elements}");
        println!("{step}: {elements} elements");
    }
    b.go_to_step("リスク").await;
    b.click("link", "コンポーネント 300 個").await;
    b.see("さらに 285 件を表示").await;
    let elements = value(&b, "document.querySelectorAll('*').length").await;
    assert!(elements.as_u64().expect("a number") <= 1_500, "{elements}");
    println!("with a risk of 300 components: {elements} elements");
    b.quit().await;
}
