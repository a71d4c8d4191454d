//! In a frame of another page the app does not start: the browser stops it where a header says so, and else it does so
//! itself.

use serde_json::json;
use thirtyfour::By;

use crate::{
    browser::Browser,
    engine::Engine,
    place::{Folder, Place},
    stage::{Stage, everywhere},
};

// Headers are sent by servers alone.
everywhere!(server: a_host_with_headers_has_the_browser_refuse);
everywhere!(otherwise: without_headers_the_app_refuses);

/// Notes in each page which of its stores are asked for.
const WATCH: &str = "window.asked = []; for (const name of ['localStorage', 'indexedDB']) { \
     const real = Object.getOwnPropertyDescriptor(window, name); \
     Object.defineProperty(window, name, { get() { window.asked.push(name); return real.get.call(window); } }); }";

/// Opens a page elsewhere, and goes into its frame with the app.
async fn enter_frame(b: &Browser, stage: &Stage, app: &str, outside: &Folder) -> Place {
    let page = format!(
        "<!doctype html><meta charset=utf-8><title>x</title><link rel=icon href=\"data:,\"><iframe src=\"{app}\">"
    );
    outside.write("tenken.html", &page);
    outside.write("index.html", &page);
    let page = stage.place_in(outside);
    b.driver.goto(&page.url).await.expect("the page opens");
    let frame = b.driver.find(By::Tag("iframe")).await.expect("a frame");
    frame.enter_frame().await.expect("it can be entered");
    b.settle().await;
    page
}

async fn a_host_with_headers_has_the_browser_refuse(stage: Stage) {
    let outside = Folder::empty();
    let b = Browser::ordinary(stage.engine).await;
    let _page = enter_frame(&b, &stage, &stage.place.url, &outside).await;
    assert!(!b.sees("点検").await && !b.sees("tenken").await, "{}", b.text().await);
    assert_ne!(
        b.run("return document.documentURI", vec![]).await,
        json!(stage.place.url),
        "the app's page is not there"
    );
    // Firefox says so in the frame, in its own words.
    if stage.engine == Engine::Chromium {
        let console = b.console().await;
        assert!(console.iter().any(|m| m.contains("frame-ancestors")), "the header refused it: {console:?}");
    }
    b.quit().await;
}

async fn without_headers_the_app_refuses(stage: Stage) {
    let (site, outside) = (Folder::of_site(), Folder::empty());
    site.remove("_headers");
    let app = stage.place_in(&site);
    let address = app.at("/catalog");
    let b = Browser::ordinary(stage.engine).await;
    // Only Chromium runs something before a page's own scripts.
    let watch = match stage.engine {
        Engine::Chromium => Some(b.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH })).await),
        Engine::Firefox => None,
    };
    let _page = enter_frame(&b, &stage, &address, &outside).await;
    b.see("このアプリは、ほかのページの枠（フレーム）の中では動きません。").await;
    b.see("This app does not run in a frame of another page.").await;
    assert!(!b.sees("読み込んでいます").await, "it does not seem to go on");
    let script = "const a = document.getElementById('framed-link'); return [a.href, a.target, a.rel]";
    assert_eq!(b.run(script, vec![]).await, json!([address, "_blank", "noopener"]));
    let traces = "return [performance.getEntriesByType('resource').filter((e) => e.name.endsWith('.wasm')).length, \
         document.querySelectorAll('header, main').length, window.asked ?? []]";
    assert_eq!(b.run(traces, vec![]).await, json!([0, 0, []]), "nothing was loaded, shown or read");
    // The same page on its own runs.
    b.click("link", "このアプリだけを開く").await;
    let opened = b.driver.windows().await.expect("windows").pop().expect("the new one");
    b.driver.switch_to_window(opened).await.expect("it can be seen");
    b.see("カタログ").await;
    assert_eq!(b.run("return !!document.querySelector('header') && window.opener === null", vec![]).await, json!(true));
    b.driver.close_window().await.expect("it closes");
    let first = b.driver.windows().await.expect("windows").pop().expect("the first one");
    b.driver.switch_to_window(first).await.expect("it can be seen");
    if let Some(watch) = watch {
        // On its own it does ask, so the watch would have seen it.
        b.open(&app.url).await;
        b.wait_until("it asks for both stores", "return new Set(window.asked).size === 2").await;
        b.devtools("Page.removeScriptToEvaluateOnNewDocument", watch).await;
    }
    b.quit().await;
}
