//! The worker: loaded when it is first needed, under the page's policy, and it can fail or be stopped without harm.

use std::fs;

use serde_json::json;

use crate::{
    a11y::{add_axe, look},
    browser::Browser,
    pages::sample,
    place::{Folder, Place},
    stage::{Stage, everywhere},
};

everywhere!(a_worker_sends_nothing);
everywhere!(otherwise: a_worker_that_breaks_is_told, a_worker_is_stopped, a_worker_at_the_end_of_the_page_is_awaited);
everywhere!(server: it_is_loaded_once_it_is_needed, a_worker_that_is_not_there_is_told);

/// What has the worker do something.
const BUTTON: &str = "ひな型（CSV）を保存";

/// Puts another script in the worker's place. The page does not notice.
async fn put(b: &Browser, script: &str) {
    b.run("const [text] = arguments; window.tenkenWorkerText = async () => text", vec![json!(script)]).await;
}

async fn it_is_loaded_once_it_is_needed(stage: Stage) {
    let b = stage.browser_at("/packs").await;
    let workers = |all: Vec<String>| all.into_iter().filter(|r| r.contains("tenken-worker-")).count();
    assert_eq!(workers(b.requests().await), 0, "not at the start");
    for requested in [1, 0] {
        b.click("button", BUTTON).await;
        b.downloaded().await;
        let requests: Vec<_> = b.requests().await.into_iter().filter(|r| !r.starts_with("blob:")).collect();
        assert_eq!(requests.len(), requested, "nothing but the worker: {requests:?}");
        assert_eq!(workers(requests), requested);
    }
    b.quit().await;
}

/// On a slow machine the app runs while the end of the page, where the worker is, has not been read yet.
async fn a_worker_at_the_end_of_the_page_is_awaited(stage: Stage) {
    let site = Folder::of_site();
    let place = stage.place_in(&site);
    let b = Browser::ordinary(stage.engine).await;
    b.open(&place.url).await;
    let report = format!("{}/report?at=managers.", sample(&b).await);
    b.go(&report).await;
    for page in ["index.html", "tenken.html"] {
        let text = fs::read_to_string(site.path().join(page)).expect("it is there");
        let (before, end) = text.split_at(text.rfind("<script").expect("it has scripts"));
        site.write(page, &[before, "<template>", &"<i></i>".repeat(200_000), "</template>", end].concat());
    }
    // Nobody does anything: the report wants it at once.
    b.driver.refresh().await.expect("it loads again");
    b.see("社外に渡すための写しです").await;
    b.quit().await;
}

async fn a_worker_that_is_not_there_is_told(stage: Stage) {
    let site = Folder::of_site();
    let names = fs::read_dir(site.path()).expect("the site").flatten().map(|e| e.file_name());
    let names: Vec<_> = names.map(|n| n.to_string_lossy().into_owned()).collect();
    let worker = names.iter().find(|n| n.starts_with("tenken-worker-")).expect("a worker");
    site.remove(worker);
    let place = Place::serving(site.path());
    let b = Browser::ordinary(stage.engine).await;
    b.open(&format!("{}#/packs", place.url)).await;
    b.click("button", BUTTON).await;
    b.see("この機能の部品を読み込めませんでした").await;
    b.console().await;
    b.quit().await;
}

async fn a_worker_that_breaks_is_told(stage: Stage) {
    let b = stage.browser_at("/packs").await;
    put(&b, "onmessage = () => { throw new Error('a test') }; postMessage('ready')").await;
    b.click("button", BUTTON).await;
    b.see("処理が途中で止まりました").await;
    b.console().await;
    b.quit().await;
}

async fn a_worker_is_stopped(stage: Stage) {
    let b = stage.browser_at("/packs").await;
    put(&b, "onmessage = () => postMessage(40); postMessage('ready')").await;
    b.click("button", BUTTON).await;
    b.see("処理しています…").await;
    add_axe(&b).await;
    look(&b, "while the worker works").await;
    b.click("button", "中止").await;
    b.wait_until("it stops", "return !document.querySelector('.working')").await;
    assert!(!b.sees("処理が途中で止まりました").await, "stopping is no failure");
    b.quit().await;
}

async fn a_worker_sends_nothing(stage: Stage) {
    let b = stage.browser().await;
    put(
        &b,
        "const ended = (promise) => promise.then(() => 'sent', () => 'refused'); \
         onmessage = async ({ data: [own] }) => { const ways = [own, 'http://127.0.0.1:9/'].flatMap((url) => [ \
             ended(fetch(url)), \
             ended(import(url)), \
             ended(new Promise((yes, no) => { const s = new WebSocket(url.replace(/^http/, 'ws')); s.onopen = yes; s.onerror = no; }))]); \
             postMessage(await Promise.all(ways)); }; postMessage('ready')",
    )
    .await;
    let own = "location.protocol === 'file:' ? 'http://127.0.0.1:9/' : location.href";
    let run = format!(
        "const done = arguments[0]; tenkenWorker.run({own}, new Uint8Array(), () => {{}}).then(done, (e) => done(String(e)))"
    );
    let ended = b.driver.execute_async(&run, vec![]).await.expect("it runs");
    assert_eq!(*ended.json(), json!(vec!["refused"; 6]));
    b.console().await;
    b.quit().await;
}
