//! How long a first visit takes, beside a page that is empty but for a button: until a person can act, since the first
//! screen stands in the page; and until the app has started, which answers what was pressed meanwhile. And what the browser
//! holds then. Every load has a fresh browser, and the two take turns.

use std::time::Duration;

use serde_json::{Value, json};

use crate::{
    browser::{Browser, Kind},
    place::Place,
    site::Site,
    table::{Table, median},
};

/// Of fewer, two runs on one idle machine differ by a tenth and more.
const ROUNDS: usize = 31;

/// How long a browser goes on starting after it has: a page that it loads meanwhile takes half as long again, and the app
/// 2.1 times as long as the empty page instead of 1.6 (medians of 16).
const REST: Duration = Duration::from_millis(1500);

/// How much longer than the empty page the app may take, from a server and from a file.
const FROM_SERVER: f64 = 2.0;
const FROM_FILE: f64 = 2.5;
/// Million bytes of JavaScript's own.
const HEAP: f64 = 6.0;

/// What one load told.
struct Load {
    usable: f64,
    /// When the app has started; the empty page needs none.
    answered: Option<f64>,
    heap: f64,
    marks: Value,
}

pub async fn measure(table: &mut Table, site: &Site) {
    table.head("first visit");
    let http = Place::serving(site.path());
    let empty = format!("{}{}", http.url, Site::EMPTY);
    let loads = compare(table, "from a server", &empty, &http.url, FROM_SERVER).await;
    // In the order in which they happen; each from the start.
    for (what, mark) in [
        ("  the page is there", "page"),
        ("  there is a button", "usable"),
        ("  the script is there", "script"),
        ("  the WebAssembly is there", "wasm"),
        ("  the script has run, the WebAssembly is compiled", "asked"),
        ("  the WebAssembly is instantiated", "instantiated"),
        ("  the app has started", "started"),
    ] {
        let times: Vec<f64> = loads.iter().filter_map(|load| load.marks[mark].as_f64()).collect();
        table.note(what, median(&times), "ms");
    }
    let heap: Vec<f64> = loads.iter().map(|load| load.heap).collect();
    table.bound("  JavaScript's heap", median(&heap), "MB", HEAP);
    let empty = site.path().join(Site::EMPTY);
    compare(table, "from the single file", &format!("file://{}", empty.display()), &Place::file().url, FROM_FILE).await;
}

async fn compare(table: &mut Table, what: &str, empty: &str, app: &str, most: f64) -> Vec<Load> {
    let (mut bare, mut loads) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        bare.push(load(empty).await.usable);
        loads.push(load(app).await);
    }
    let usable: Vec<f64> = loads.iter().map(|load| load.usable).collect();
    table.note(format!("{what}: the empty page is usable"), median(&bare), "ms");
    table.note(format!("{what}: the app is usable"), median(&usable), "ms");
    table.bound(format!("{what}: times as long"), median(&usable) / median(&bare), "×", most);
    let answered: Vec<f64> = loads.iter().filter_map(|load| load.answered).collect();
    table.note(format!("{what}: a press is answered"), median(&answered), "ms");
    table.note(format!("{what}: times as long"), median(&answered) / median(&bare), "×");
    loads
}

async fn load(url: &str) -> Load {
    let b = Browser::of(Kind { own: true, unobserved: true, ..Kind::default() }).await;
    tokio::time::sleep(REST).await;
    let probe = json!({ "source": include_str!("probe.js") });
    b.devtools("Page.addScriptToEvaluateOnNewDocument", probe).await;
    b.driver.goto(url).await.expect("the page opens");
    let ready = "return !!tenkenMarks.usable && (!!tenkenMarks.started || !document.getElementById('failed'))";
    b.wait_until("it is usable, and has started", ready).await;
    // What follows the start is over, too.
    b.settle().await;
    b.settle().await;
    let marks = "const ended = (e) => performance.getEntriesByType('resource') \
             .find((r) => new URL(r.name).pathname.endsWith(e))?.responseEnd; \
         const page = performance.getEntriesByType('navigation')[0].responseEnd; \
         return { ...window.tenkenMarks, page, script: ended('.js'), wasm: ended('.wasm') }";
    let marks = b.run(marks, vec![]).await;
    let load = Load {
        usable: marks["usable"].as_f64().expect("a time"),
        answered: marks["started"].as_f64(),
        heap: heap(&b).await,
        marks,
    };
    b.quit().await;
    load
}

/// Million bytes that JavaScript holds, without what waits to be thrown away.
async fn heap(b: &Browser) -> f64 {
    b.devtools("HeapProfiler.collectGarbage", json!({})).await;
    let usage = b.devtools("Runtime.getHeapUsage", json!({})).await;
    usage["usedSize"].as_f64().expect("a number") / 1e6
}
