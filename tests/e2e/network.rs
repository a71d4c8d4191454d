//! Nothing leaves: not at the start, not later, from neither place.

use serde_json::json;

use crate::{
    browser::Browser,
    engine::Engine,
    place::{Folder, Place, dist},
    stage::{Stage, everywhere},
};

everywhere!(the_policy_forbids_what_the_app_never_does, no_text_becomes_markup_or_code);
everywhere!(server: a_host_without_headers_is_told_nothing_either);

/// The requests that need a network or a disk, sorted.
pub async fn sent(b: &Browser) -> Vec<String> {
    let mut requests = b.requests().await;
    requests.retain(|r| !r.starts_with("data:") && !r.starts_with("blob:"));
    requests.sort();
    requests
}

/// What the app loads at its start, sorted.
pub fn files(place: &Place) -> Vec<String> {
    let mut files = vec![place.url.clone()];
    if place.url.starts_with("http") {
        let names = std::fs::read_dir(dist("")).expect("dist/").flatten().map(|e| e.file_name());
        let names = names.map(|n| n.to_string_lossy().into_owned());
        let names = names.filter(|n| !n.starts_with("tenken-worker-"));
        let loaded = names.filter(|n| [".js", ".wasm"].iter().any(|ending| n.ends_with(ending)));
        files.extend(loaded.map(|n| format!("{}{n}", place.url)));
    }
    files.sort();
    files
}

async fn the_policy_forbids_what_the_app_never_does(stage: Stage) {
    forbids(stage.browser().await, stage.engine).await;
}

/// Not even the server that the page came from is told anything.
async fn a_host_without_headers_is_told_nothing_either(stage: Stage) {
    let site = Folder::of_site();
    site.remove("_headers");
    let place = Place::serving(site.path());
    let b = Browser::ordinary(stage.engine).await;
    b.open(&place.url).await;
    forbids(b, stage.engine).await;
}

/// Every way to send, to where the page came from and elsewhere, and of how many the engine does not tell that the policy
/// refused them. What comes back says how each ended, and whether the policy has refused all others.
const SEND: &str = "const [untold, done] = arguments; \
     const own = location.protocol === 'file:' ? 'http://127.0.0.1:9/' : location.href; \
     let refused = 0; \
     addEventListener('securitypolicyviolation', (e) => { if (e.disposition === 'enforce') refused += 1; }); \
     const xhr = (url) => new Promise((yes) => { const x = new XMLHttpRequest(); \
         x.onload = () => yes('sent'); x.onerror = () => yes('refused'); x.open('POST', url); x.send('secret'); }); \
     const socket = (url) => new Promise((yes) => { try { const s = new WebSocket(url.replace('http', 'ws')); \
         s.onopen = () => yes('sent'); s.onerror = () => yes('refused'); } catch (e) { yes('refused'); } }); \
     const events = (url) => new Promise((yes) => { const s = new EventSource(url); \
         s.onopen = () => yes('sent'); s.onerror = () => { s.close(); yes('refused'); }; }); \
     const image = (url) => new Promise((yes) => { const i = new Image(); \
         i.onload = () => yes('sent'); i.onerror = () => yes('refused'); i.src = url; }); \
     const frame = (url) => new Promise((yes) => { const f = document.createElement('iframe'); \
         const look = () => { let there; try { there = f.contentWindow?.location.href === url; } catch (e) { there = false; } \
             f.remove(); yes(there ? 'sent' : 'refused'); }; \
         f.onload = look; setTimeout(look, 2000); f.src = url; document.body.append(f); }); \
     const fetched = (url) => fetch(url, { method: 'POST', body: 'secret' }).then(() => 'sent', () => 'refused'); \
     const ways = [own, 'http://127.0.0.1:9/'].flatMap((url) => [fetched, xhr, socket, events, image, frame].map((w) => \
         Promise.race([w(url), new Promise((yes) => setTimeout(yes, 5000, 'silent: ' + w.name))]))); \
     Promise.all(ways).then((ended) => { \
         const before = refused; navigator.sendBeacon(own, 'secret'); navigator.sendBeacon('http://127.0.0.1:9/', 'secret'); \
         setTimeout(() => done([ended, before >= ended.length - untold, refused - before >= 2]), 300); })";

async fn forbids(b: Browser, engine: Engine) {
    // Of the two frames Firefox tells nothing.
    let untold = if engine == Engine::Firefox { 2 } else { 0 };
    let result = b.driver.execute_async(SEND, vec![json!(untold)]).await.expect("it runs");
    assert_eq!(
        *result.json(),
        json!([vec!["refused"; 12], true, true]),
        "nothing is sent, and it is the policy's doing"
    );
    if engine == Engine::Chromium {
        let console = b.console().await;
        assert!(console.iter().any(|m| m.contains("Content Security Policy")), "the policy refused it: {console:?}");
    }
    let inline = "const s = document.createElement('script'); \
         s.append(document.createTextNode('window.intruded = true')); document.body.append(s); \
         return window.intruded === true";
    assert_eq!(b.run(inline, vec![]).await, json!(false), "a script that was slipped in does not run");
    let senders = "return [typeof RTCPeerConnection, typeof webkitRTCPeerConnection, typeof WebTransport]";
    assert_eq!(b.run(senders, vec![]).await, json!(["undefined", "undefined", "undefined"]));
    b.console().await;
    b.quit().await;
}

async fn no_text_becomes_markup_or_code(stage: Stage) {
    let b = stage.browser().await;
    let tries = [
        "document.createElement('p').innerHTML = '<b>x</b>'",
        "document.body.insertAdjacentHTML('beforeend', '<b>x</b>')",
        "document.write('<b>x</b>')",
        "document.createElement('script').text = 'x'",
        "new DOMParser().parseFromString('<b>x</b>', 'text/html')",
        "setTimeout('x')",
        "trustedTypes.createPolicy('x', { createHTML: (s) => s })",
        "trustedTypes.createPolicy('tenken-worker', { createHTML: (s) => s })",
        "new Worker('blob:x')",
        "trustedTypes.createPolicy('default', { createHTML: (s) => s })",
    ];
    for code in tries {
        let script = format!("try {{ {code}; return 'done' }} catch (e) {{ return e.name }}");
        assert_eq!(b.run(&script, vec![]).await, json!("TypeError"), "{code}");
    }
    b.console().await;
    b.quit().await;
}
