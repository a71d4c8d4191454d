//! Lists of made-up rows, more than any assessment has: see `benches/rows/`.

use std::{env, path::PathBuf};

use crate::{
    browser::{Browser, Kind},
    place::Place,
    table::{Table, median, quantile},
    visit::{ANSWERS, EDITS, ELEMENTS, FRAME, OPEN, edit, open},
};

const ROUNDS: usize = 3;

pub async fn measure(table: &mut Table) {
    let folder = PathBuf::from(env::var_os("TENKEN_ROWS").expect("TENKEN_ROWS names the page: run ./dev bench pages"));
    let place = Place::serving(&folder);
    for rows in [68, 300, 1_000] {
        table.head(&format!("a list of {rows} rows"));
        let (mut opened, mut moved, mut edits, mut elements) = (Vec::new(), Vec::new(), Vec::new(), 0.0_f64);
        for _ in 0..ROUNDS {
            let b = Browser::of(Kind { own: true, unobserved: true, ..Kind::default() }).await;
            b.driver.goto(&format!("{}?rows={rows}", place.url)).await.expect("the page opens");
            b.wait_until("it has started", "return !!document.querySelector('main')").await;
            let list = "/a/000000000000/measures";
            let first = open(&b, list).await;
            opened.push(first.time);
            let times = edit(&b, ANSWERS).await;
            edits.extend(times);
            // To the last row, as by the key End.
            let last = open(&b, &format!("{list}?at=row-{}", rows - 1)).await;
            moved.push(last.time);
            elements = elements.max(first.elements).max(last.elements);
            b.quit().await;
        }
        table.bound("open", median(&opened), "ms", OPEN);
        table.bound("to the last row", median(&moved), "ms", OPEN);
        table.bound("elements", elements, "", ELEMENTS);
        table.note(format!("an edit, median of {}", ROUNDS * EDITS), median(&edits), "ms");
        table.bound("an edit, 95 of 100", quantile(&edits, 0.95), "ms", FRAME);
    }
}
