//! How long the app's pages take to open and an edit to be seen, with the largest worked case.

use std::path::Path;

use serde_json::{Value, json};
use tenken::{core::catalog::CATALOG, ui::route::Page};

use crate::{
    addresses,
    browser::{Browser, Kind},
    place::Place,
    site::Site,
    table::{Table, median, quantile},
};

const ROUNDS: usize = 3;
pub const EDITS: usize = 60;

/// Milliseconds from a press to the page.
pub const OPEN: f64 = 100.0;
/// Elements of a page.
pub const ELEMENTS: f64 = 1500.0;
/// Milliseconds of one frame.
pub const FRAME: f64 = 16.7;

/// What an edit sets, in the panel of a row, and what puts the list into another order or grouping.
pub const ANSWERS: &str = ".panel input[type=radio]";
/// An assessment with something in every field.
const WHOLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/documents/v1/whole.tenken.json");

/// The longest report.
const FULL: &str = "/report?at=full";

const ORDER: &str = ".list-tools select";

pub async fn measure(table: &mut Table, site: &Site) {
    let case = CATALOG.cases.iter().max_by_key(|case| case.arrangement.components.len()).expect("a case");
    let http = Place::serving(site.path());
    let mut visits = Vec::new();
    let mut edits = ["/risks", "/measures", "/controls"].map(|page| Edits { page, ..Edits::default() });
    for _ in 0..ROUNDS {
        let b = Browser::of(Kind { own: true, unobserved: true, ..Kind::default() }).await;
        b.open(&http.url).await;
        b.settle().await;
        // In this order, since the first look at the catalogue is one of its own.
        let mut seen = vec![open(&b, "/catalog").await];
        b.go(&format!("/catalog/case/{}", case.id.0)).await;
        b.click("button", "モデルだけの点検として開く").await;
        b.settle().await;
        let assessment = b.run("return location.hash.split('/').slice(0, 3).join('/').slice(1)", vec![]).await;
        let assessment = assessment.as_str().expect("an address").to_owned();
        b.go("/").await;
        for address in addresses::all(&assessment) {
            seen.push(open(&b, &address).await);
        }
        let (iot, controls) = edits.split_at_mut(2);
        for edits in iot {
            b.go(&format!("{assessment}{}", edits.page)).await;
            fill(&b).await;
            edits.measure(&b).await;
        }
        // The same with all controls answered, and their values measured.
        b.go("/").await;
        b.give_file(Path::new(WHOLE)).await;
        b.click("button", "取り込む").await;
        b.settle().await;
        let whole = b.run("return location.hash.split('/').slice(0, 3).join('/').slice(1)", vec![]).await;
        let whole = whole.as_str().expect("an address").to_owned();
        for page in Page::ALL {
            b.go("/about").await;
            seen.push(open(&b, &format!("{whole}/{}", page.address())).await);
        }
        seen.push(open(&b, &format!("{whole}{FULL}")).await);
        b.go(&format!("{whole}/controls")).await;
        for edits in controls {
            edits.measure(&b).await;
        }
        for visit in &mut seen {
            visit.address = visit.address.replace(&assessment, "/a/…").replace(&whole, "/a/(whole)");
        }
        visits.push(seen);
        b.quit().await;
    }
    table.head(&format!("pages, with {} of {} components", case.id.0, case.arrangement.components.len()));
    for (i, visit) in visits[0].iter().enumerate() {
        let times: Vec<f64> = visits.iter().map(|visits| visits[i].time).collect();
        table.bound(format!("open {}", visit.address), median(&times), "ms", OPEN);
    }
    // The report is there whole, to be searched and printed; what is not looked at has no layout.
    let lists = visits[0].iter().filter(|visit| !visit.address.ends_with(FULL));
    let largest = lists.max_by(|a, b| a.elements.total_cmp(&b.elements)).expect("a page");
    table.bound(format!("elements of the largest, {}", largest.address), largest.elements, "", ELEMENTS);
    for Edits { page, answers, orders, by_hand } in edits {
        table.note(format!("an edit on {page}, median of {}", answers.len()), median(&answers), "ms");
        table.note("the same change of the screen, by hand", median(&by_hand), "ms");
        table.note("so the edit takes", median(&answers) / median(&by_hand), "×");
        table.bound(format!("an edit on {page}, 95 of 100"), quantile(&answers, 0.95), "ms", FRAME);
        table.bound(format!("another order of {page}, 95 of 100"), quantile(&orders, 0.95), "ms", OPEN);
    }
}

/// Times of changes on a page, in milliseconds.
#[derive(Default)]
struct Edits {
    page: &'static str,
    answers: Vec<f64>,
    orders: Vec<f64>,
    by_hand: Vec<f64>,
}

impl Edits {
    async fn measure(&mut self, b: &Browser) {
        self.answers.extend(edit(b, ANSWERS).await);
        self.orders.extend(edit(b, ORDER).await);
        // Last, since the page does not know of it.
        let by_hand = run(b, include_str!("byhand.js"), json!(EDITS)).await;
        self.by_hand.extend(by_hand.as_array().into_iter().flatten().filter_map(Value::as_f64));
    }
}

pub struct Visit {
    address: String,
    pub time: f64,
    pub elements: f64,
}

pub async fn open(b: &Browser, address: &str) -> Visit {
    let told = run(b, include_str!("open.js"), json!(address)).await;
    let number = |at: usize| told[at].as_f64().expect("a number");
    Visit { address: address.to_owned(), time: number(0), elements: number(1) }
}

/// Puts every row of a list into a state, so that there is much to copy, to count and to save.
async fn fill(b: &Browser) {
    b.click("button", "表示中のすべてを選ぶ").await;
    let first = "document.querySelector('.bulk button').click()";
    b.run(first, vec![]).await;
    b.click("button", "選択を解く").await;
    b.settle().await;
}

pub async fn edit(b: &Browser, fields: &str) -> Vec<f64> {
    let times = run(b, include_str!("edit.js"), json!({ "count": EDITS, "fields": fields })).await;
    let times: Vec<f64> = times.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    assert_eq!(times.len(), EDITS, "there are fields to set");
    times
}

async fn run(b: &Browser, script: &str, argument: Value) -> Value {
    b.driver.execute_async(script, vec![argument]).await.expect("it runs").json().clone()
}
