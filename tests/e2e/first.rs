//! A first visit: its first screen is there before the app, and nothing that is done on it is lost.

use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::json;
use sha2::{Digest, Sha256};
use thirtyfour::Key;

use crate::{
    a11y::{add_axe, look},
    browser::{Browser, Kind},
    place::{Folder, Place, dist},
    stage::{Stage, everywhere},
};

everywhere!(crosswise:
    it_is_what_the_app_draws,
    it_is_not_shown_where_the_app_shows_something_else,
    what_is_typed_stays,
    a_link_leads_on,
    it_is_sound,
);
everywhere!(otherwise: a_press_is_carried_out, keys_and_files_are_carried_out, it_stays_while_something_is_held);

/// The site, with an app that starts only when it is told to.
struct Held {
    b: Browser,
    place: Place,
    _site: Folder,
}

const HOLD: &str =
    "await new Promise((go) => { addEventListener(\"tenken-go\", go, { once: true }); window.tenkenHeld = true; });\n";

fn held_site(is_file: bool) -> Folder {
    let site = Folder::of_site();
    let name =
        |name: &str| if is_file { name == "tenken.html" } else { name.ends_with(".js") && !name.contains("worker") };
    let names = std::fs::read_dir(dist("")).expect("dist/").flatten().map(|e| e.file_name());
    let name = names.map(|n| n.to_string_lossy().into_owned()).find(|n| name(n)).expect("it is there");
    let text = std::fs::read_to_string(site.path().join(&name)).expect("a text");
    if !is_file {
        site.write(&name, &format!("{HOLD}{text}"));
        return site;
    }
    // The policy knows the script by its hash.
    let (before, rest) = text.split_once("<script type=\"module\" async>").expect("the app's script");
    let (script, after) = rest.split_once("</script>").expect("its end");
    let new = format!("\n{HOLD}{script}");
    let hash = |script: &str| STANDARD.encode(Sha256::digest(script));
    let before = before.replace(&hash(script), &hash(&new));
    site.write(&name, &format!("{before}<script type=\"module\" async>{new}</script>{after}"));
    site
}

impl Held {
    async fn at(stage: &Stage, english: bool, address: &str) -> Self {
        let site = held_site(stage.place.is_file());
        let place = stage.place_in(&site);
        let b = Browser::of(Kind { engine: stage.engine, english, ..Kind::default() }).await;
        let held = Self { b, place, _site: site };
        held.open(address).await;
        held
    }

    async fn open(&self, address: &str) {
        self.b.driver.goto(&self.place.at(address)).await.expect("the page opens");
        self.b.wait_until("the app waits to be told", "return !!window.tenkenHeld").await;
    }

    async fn new(stage: &Stage) -> Self {
        let held = Self::at(stage, false, "").await;
        held.b.see("点検を始める").await;
        held
    }

    /// Lets the app start, and waits for it.
    async fn go(&self) {
        self.b.run("dispatchEvent(new Event('tenken-go'))", vec![]).await;
        self.b.wait_until("the app has started", "return !document.getElementById('boot')").await;
        self.b.wait_until("the first screen has gone", "return !document.getElementById('first')").await;
        self.b.settle().await;
    }
}

/// Every element with its attributes and texts: of the screen that stands, and, once the app starts, of the app's.
const COMPARE: &str = "const text = (n) => n.nodeType === 3 ? n.data : n.nodeType !== 1 ? '' : \
         [n.tagName, ...[...n.attributes].map((a) => `${a.name}=${a.value}`).sort(), \
          '(', ...[...n.childNodes].map(text).filter((t) => t), ')'].join(' '); \
     window.stood = [...document.getElementById('first').children].map(text).join('\\n'); \
     addEventListener('TrunkApplicationStarted', () => { \
         window.drawn = [...document.querySelectorAll('body > .skip, body > .skip ~ *')].map(text).join('\\n'); \
         window.there = document.documentElement.lang; })";

/// Where everything is and how it looks, with the styles that stand behind the screen and without them.
const ALONE: &str = "const look = () => JSON.stringify([...document.querySelectorAll('#first *')].map((e) => { \
         const { x, y, width, height } = e.getBoundingClientRect(); const s = getComputedStyle(e); \
         return [e.tagName, e.className, x, y, width, height, s.color, s.background, s.font, s.border]; }).join('\\n')); \
     const later = [...document.querySelectorAll('body > style')]; \
     const turn = (off) => later.forEach((style) => { style.disabled = off; }); \
     const all = look(); turn(true); const alone = look(); turn(false); return [later.length > 0, all, alone]";

async fn it_is_what_the_app_draws(stage: Stage) {
    for (english, title) in [(false, "クラウド・IoTサービスの自己点検"), (true, "Self-assessment of cloud")]
    {
        let held = Held::at(&stage, english, "").await;
        held.b.see(title).await;
        held.b.keep_picture(&format!("before-the-start-{}", if english { "en" } else { "ja" })).await;
        let language = held.b.run("return document.documentElement.lang", vec![]).await;
        let looks = held.b.run(ALONE, vec![]).await;
        assert_eq!(looks[0], json!(true), "styles stand behind it");
        assert_eq!(looks[1], looks[2], "it does not wait for them");
        held.b.run(COMPARE, vec![]).await;
        held.go().await;
        let (stood, drawn) = (held.b.run("return stood", vec![]).await, held.b.run("return drawn", vec![]).await);
        assert!(stood.as_str().is_some_and(|s| s.contains(title)), "{stood}");
        assert_eq!(stood, drawn);
        assert_eq!(held.b.run("return document.documentElement.lang", vec![]).await, language);
        held.b.keep_picture(&format!("after-the-start-{}", if english { "en" } else { "ja" })).await;
        held.b.quit().await;
    }
}

async fn what_is_typed_stays(stage: Stage) {
    let held = Held::new(&stage).await;
    let b = &held.b;
    b.driver.set_window_rect(0, 0, 500, 500).await.expect("a size");
    let field = b.element("textbox", "点検の名前").await;
    field.send_keys("工場の遠隔監視").await.expect("it takes keys");
    field.send_keys(Key::Left + Key::Left).await.expect("it takes keys");
    b.run("scrollTo(0, 60)", vec![]).await;
    let state = "const a = document.activeElement; return [a.value, a.selectionStart, Math.round(scrollY)]";
    let before = b.run(state, vec![]).await;
    assert_eq!(before, json!(["工場の遠隔監視", 5, 60]));
    held.go().await;
    assert_eq!(b.run(state, vec![]).await, before);
    b.press("A").await;
    b.press(Key::Enter).await;
    b.see("工場の遠隔A監視").await;
    held.b.quit().await;
}

async fn a_press_is_carried_out(stage: Stage) {
    let held = Held::new(&stage).await;
    let b = &held.b;
    b.choose("表示の色", "暗い").await;
    let field = b.element("textbox", "点検の名前").await;
    field.send_keys("押された点検").await.expect("it takes keys");
    b.click("button", "English").await;
    assert!(b.sees("読み込んでいます").await, "what waits is told");
    b.click("button", "点検を始める").await;
    held.go().await;
    b.see("Saved on this device").await;
    b.see("押された点検").await;
    let dressed = b.run("return [document.documentElement.lang, document.documentElement.dataset.theme]", vec![]).await;
    assert_eq!(dressed, json!(["en", "dark"]));
    b.go("/").await;
    let made = "return Object.keys(localStorage).filter((k) => k.startsWith('tenken/1/assessment/')).length";
    assert_eq!(b.run(made, vec![]).await, json!(1));
    held.b.quit().await;
}

async fn a_link_leads_on(stage: Stage) {
    let held = Held::new(&stage).await;
    let b = &held.b;
    b.choose("表示の色", "暗い").await;
    b.click("link", "カタログ").await;
    held.go().await;
    b.element("heading", "カタログ").await;
    assert_eq!(b.run("return document.documentElement.dataset.theme", vec![]).await, json!("dark"));
    assert_eq!(b.run("return document.activeElement.id", vec![]).await, json!("title"));
    assert_eq!(b.run("return document.querySelectorAll('#title').length", vec![]).await, json!(1));
    b.driver.back().await.expect("a step back");
    b.see("点検の名前").await;
    held.b.quit().await;
}

async fn keys_and_files_are_carried_out(stage: Stage) {
    // The link for those who skip, and the search.
    let held = Held::new(&stage).await;
    let b = &held.b;
    b.press(Key::Tab).await;
    b.press(Key::Enter).await;
    b.press("/").await;
    held.go().await;
    assert_eq!(b.run("return [location.hash, document.activeElement.id]", vec![]).await, json!(["", "search-field"]));
    b.press(Key::Escape).await;
    b.leave().await;
    // A file that was chosen, and one that is chosen in a dialogue that was opened before.
    for late in [false, true] {
        held.open("").await;
        b.see("点検を始める").await;
        let choose = "window.field ??= document.querySelector('#first [type=file]'); \
             const all = new DataTransfer(); all.items.add(new File(['x'], 'leer.json')); \
             if (arguments[0]) { field.files = all.files; field.dispatchEvent(new Event('change', { bubbles: true })); } \
             else document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: all, bubbles: true }))";
        if late {
            b.run("window.field = document.querySelector('#first [type=file]')", vec![]).await;
            held.go().await;
        }
        b.run(choose, vec![json!(late)]).await;
        if !late {
            held.go().await;
        }
        b.see("「leer.json」は開けませんでした。").await;
    }
    let path = b.write_file("real.json", b"y");
    held.open("").await;
    b.give_file(&path).await;
    held.go().await;
    b.see("「real.json」は開けませんでした。").await;
    held.b.quit().await;
}

/// An input method has text of its own in a field, and a button that is down is not pressed yet.
async fn it_stays_while_something_is_held(stage: Stage) {
    for (begin, end) in [("compositionstart", "compositionend"), ("pointerdown", "pointerup")] {
        let held = Held::new(&stage).await;
        let b = &held.b;
        let send =
            "document.querySelector('#first button[lang]').dispatchEvent(new Event(arguments[0], { bubbles: true }))";
        b.run(send, vec![json!(begin)]).await;
        b.run("dispatchEvent(new Event('tenken-go'))", vec![]).await;
        b.wait_until("the app has started", "return !document.getElementById('boot')").await;
        b.settle().await;
        let seen = "return [...document.querySelectorAll('main')].filter((m) => m.checkVisibility()).length";
        assert_eq!(
            b.run(&format!("return !!document.getElementById('first') && (() => {{ {seen} }})()"), vec![]).await,
            json!(1)
        );
        // What the browser makes of it comes in the same step.
        b.run(&format!("{send}; document.querySelector('#first button[lang]').click()"), vec![json!(end)]).await;
        b.see("Name of the assessment").await;
        held.b.quit().await;
    }
}

async fn it_is_sound(stage: Stage) {
    let held = Held::new(&stage).await;
    add_axe(&held.b).await;
    for (theme, width) in [("light", 1280), ("dark", 390)] {
        held.b.driver.set_window_rect(0, 0, width, 900).await.expect("a size");
        held.b.run("document.documentElement.dataset.theme = arguments[0]", vec![json!(theme)]).await;
        look(&held.b, &format!("before the start, {theme} {width}")).await;
        held.b.keep_picture(&format!("before-the-start-{theme}-{width}")).await;
    }
    held.b.click("button", "検索").await;
    look(&held.b, "something waits").await;
    held.b.keep_picture("before-the-start-waiting").await;
    held.go().await;
    held.b.quit().await;
}

async fn it_is_not_shown_where_the_app_shows_something_else(stage: Stage) {
    let held = Held::at(&stage, false, "/about").await;
    held.b.see("読み込んでいます").await;
    assert!(!held.b.sees("点検を始める").await);
    held.go().await;
    held.b.see("このツールについて").await;
    held.b.run("localStorage.setItem('tenken/1/settings', '{\"locale\":\"en\"}')", vec![]).await;
    held.b.driver.goto("about:blank").await.expect("an empty page");
    held.open("").await;
    held.b.see("読み込んでいます").await;
    assert!(!held.b.sees("点検を始める").await);
    held.go().await;
    held.b.see("Self-assessment of cloud").await;
    held.b.quit().await;
}
