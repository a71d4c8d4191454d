//! When the WebAssembly cannot be loaded, the page says so, whenever that turns out.

use crate::{
    browser::{Browser, Kind},
    place::{Folder, Place},
};

async fn fails(site: &Folder) {
    let place = Place::serving(site.path());
    let b = Browser::start(Kind::default()).await;
    b.driver.goto(&place.url).await.expect("the page opens");
    b.see("アプリを始められなかったか、途中で止まりました。").await;
    assert!(!b.sees("読み込んでいます").await, "it does not seem to go on");
    assert!(!b.console().await.is_empty(), "the console says why");
    b.quit().await;
}

#[tokio::test]
async fn a_missing_webassembly_is_told() {
    let site = Folder::of_site();
    site.remove(".wasm");
    fails(&site).await;
}

/// It is refused before the page has anything that could tell it.
#[tokio::test]
async fn a_request_that_is_refused_at_once_is_told() {
    let site = Folder::of_site();
    site.write("_headers", "/*\n  Content-Security-Policy: connect-src 'none'\n");
    fails(&site).await;
}
