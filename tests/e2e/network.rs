//! Nothing leaves: not at the start, not later, from neither place.

use serde_json::json;

use crate::{
    browser::{Browser, Kind},
    pages::{all, sample},
    place::Place,
};

#[tokio::test]
async fn no_request_leaves_the_server() {
    stays_at_home(&Place::http()).await;
}

#[tokio::test]
async fn no_request_leaves_the_single_file() {
    stays_at_home(&Place::file()).await;
}

async fn stays_at_home(place: &Place) {
    let b = Browser::start(Kind::default()).await;
    b.open(&place.url).await;
    let first = b.requests().await;
    assert!(first.iter().any(|r| r.starts_with(&place.url)), "the log sees requests: {first:?}");
    let assessment = sample(&b).await;
    for page in all(&assessment) {
        b.go(&page).await;
    }
    b.click("link", "点検一覧").await;
    let later = b.requests().await;
    for request in first.iter().chain(&later) {
        let inside =
            request.starts_with(place.origin()) || request.starts_with("data:") || request.starts_with("blob:");
        assert!(inside, "a request goes to {request}");
    }
    if place.origin() == "file://" {
        let files: Vec<_> = first.iter().chain(&later).filter(|r| r.starts_with("file:")).collect();
        assert_eq!(files.len(), 1, "the single file reads no other: {files:?}");
    }
    assert!(!later.iter().any(|r| r.starts_with("http")), "nothing is requested after the start: {later:?}");
    b.quit().await;
}

#[tokio::test]
async fn the_policy_forbids_what_the_app_never_does() {
    let place = Place::file();
    let b = Browser::at(&place.url).await;
    let script = "const done = arguments[arguments.length - 1]; \
         fetch('http://127.0.0.1:9/').then(() => done('sent'), () => done('refused'))";
    let result = b.driver.execute_async(script, vec![]).await.expect("it runs");
    assert_eq!(*result.json(), json!("refused"));
    let console = b.console().await;
    assert!(console.iter().any(|m| m.contains("Content Security Policy")), "the policy refused it: {console:?}");
    let inline = b.run(
        "const s = document.createElement('script'); s.textContent = 'window.intruded = true'; document.body.append(s); \
         return window.intruded === true",
        vec![],
    );
    assert_eq!(inline.await, json!(false), "a script that was slipped in does not run");
    b.console().await;
    b.quit().await;
}
