//! In a frame of another page the app does not start: the browser stops it where a header says so, and else it does so
//! itself.

use serde_json::{Value, json};
use thirtyfour::By;

use crate::{
    browser::{Browser, Kind},
    place::{Folder, Place},
};

/// Notes in each page which of its stores are asked for.
const WATCH: &str = "window.asked = []; for (const name of ['localStorage', 'indexedDB']) { \
     const real = Object.getOwnPropertyDescriptor(window, name); \
     Object.defineProperty(window, name, { get() { window.asked.push(name); return real.get.call(window); } }); }";

/// A page elsewhere, open in a browser that stands inside its frame with the app.
async fn framed(app: &str, outside: &Folder) -> (Browser, Place) {
    outside.write(
        "index.html",
        &format!(
            "<!doctype html><meta charset=utf-8><title>x</title><link rel=icon href=\"data:,\"><iframe src=\"{app}\">"
        ),
    );
    let page = Place::serving(outside.path());
    let b = Browser::start(Kind::default()).await;
    watch_storage(&b).await;
    b.driver.goto(&page.url).await.expect("the page opens");
    enter(&b).await;
    (b, page)
}

async fn watch_storage(b: &Browser) {
    let script = json!({ "source": WATCH });
    b.driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", script).await.expect("a script");
}

async fn enter(b: &Browser) {
    let frame = b.driver.find(By::Tag("iframe")).await.expect("a frame");
    frame.enter_frame().await.expect("it can be entered");
    b.settle().await;
}

/// What the app would have loaded, shown or read.
async fn traces(b: &Browser) -> Value {
    let script = "return [performance.getEntriesByType('resource').filter((e) => e.name.endsWith('.wasm')).length, \
         document.querySelectorAll('header, main').length, window.asked]";
    b.run(script, vec![]).await
}

async fn refuses(b: &Browser, address: &str) {
    b.see("このアプリは、ほかのページの枠（フレーム）の中では動きません。").await;
    b.see("This app does not run in a frame of another page.").await;
    assert!(!b.sees("読み込んでいます").await, "it does not seem to go on");
    let script = "const a = document.getElementById('framed-link'); return [a.href, a.target, a.rel]";
    assert_eq!(b.run(script, vec![]).await, json!([address, "_blank", "noopener"]));
    assert_eq!(traces(b).await, json!([0, 0, []]), "nothing was loaded, shown or read");
}

#[tokio::test]
async fn a_host_with_headers_has_the_browser_refuse() {
    let (app, outside) = (Place::http(), Folder::empty());
    let (b, _page) = framed(&app.url, &outside).await;
    assert!(!b.sees("点検").await && !b.sees("tenken").await, "{}", b.text().await);
    assert_ne!(b.run("return location.href", vec![]).await, json!(app.url), "the app's page is not there");
    let console = b.console().await;
    assert!(console.iter().any(|m| m.contains("frame-ancestors")), "the header refused it: {console:?}");
    b.quit().await;
}

#[tokio::test]
async fn on_a_host_without_headers_the_app_refuses() {
    let (site, outside) = (Folder::of_site(), Folder::empty());
    site.remove("_headers");
    let app = Place::serving(site.path());
    let address = format!("{}#/catalog", app.url);
    let (b, _page) = framed(&address, &outside).await;
    refuses(&b, &address).await;
    // The same page on its own runs.
    b.click("link", "このアプリだけを開く").await;
    let opened = b.driver.windows().await.expect("windows").pop().expect("the new one");
    b.driver.switch_to_window(opened).await.expect("it can be seen");
    b.see("カタログ").await;
    assert_eq!(b.run("return !!document.querySelector('header') && window.opener === null", vec![]).await, json!(true));
    b.quit().await;
}

#[tokio::test]
async fn the_single_file_refuses_too() {
    let outside = Folder::empty();
    let app = Place::file();
    let b = Browser::start(Kind::default()).await;
    watch_storage(&b).await;
    outside.write("x.html", &format!("<!doctype html><title>x</title><iframe src=\"{}\">", app.url));
    b.driver.goto(&format!("file://{}", outside.path().join("x.html").display())).await.expect("the page opens");
    enter(&b).await;
    refuses(&b, &app.url).await;
    // On its own it does ask, so the watch would have seen it.
    b.driver.enter_default_frame().await.expect("out of the frame");
    b.open(&app.url).await;
    let asked = b.run("return [...new Set(window.asked)].sort()", vec![]).await;
    assert_eq!(asked, json!(["indexedDB", "localStorage"]));
    b.quit().await;
}
