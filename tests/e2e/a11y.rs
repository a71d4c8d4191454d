//! axe-core finds nothing on any page and in any state of a list, in both themes and languages, wide and narrow.
//!
//! What comes from a server is Japanese and light, and every page narrow; what comes from a file is English, dark and wide.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tenken::{
    app::Locale,
    core::{
        evaluate::ControlStatus,
        report::{ActionStatus, RiskStanding, labels},
    },
    ui::i18n::{common, fill, home, measures, risks, search, shell, snapshots, worklist},
};
use thirtyfour::Key;

use crate::{
    browser::Browser,
    pages::{sample, tour},
    stage::{Stage, everywhere},
};

everywhere!(chromium:
    every_page_is_sound,
    a_list_is_sound_in_every_state,
    panels_are_sound,
    dialogues_and_notices_are_sound,
    snapshots_and_changes_are_sound,
);

/// Puts axe-core into the page.
pub async fn add_axe(b: &Browser) {
    let path = std::env::var_os("TENKEN_AXE").expect("TENKEN_AXE names axe.min.js: run ./dev test e2e");
    b.run(&std::fs::read_to_string(path).expect("axe-core"), vec![]).await;
}

/// A browser with an assessment, in the language and theme of the stage.
async fn prepared(stage: &Stage) -> (Browser, String, Locale) {
    let b = stage.browser().await;
    add_axe(&b).await;
    let assessment = sample(&b).await;
    if stage.place.is_file() {
        b.click("button", "English").await;
        b.choose("Colours", "Dark").await;
        return (b, assessment, Locale::En);
    }
    (b, assessment, Locale::Ja)
}

/// Looks at a screen by all of axe-core's rules; at its colours once they have stopped changing.
pub async fn look(b: &Browser, what: &str) {
    let result = b.driver.execute_async(
        "const [done] = arguments; \
         Promise.allSettled(document.getAnimations().map((a) => a.finished)) \
           .then(() => axe.run(document, { resultTypes: ['violations'] })) \
           .then((r) => done(r.violations), (e) => done([String(e)]))",
        vec![],
    );
    let violations = result.await.expect("axe runs").json().clone();
    let found: Vec<String> = violations
        .as_array()
        .expect("a list")
        .iter()
        .map(|v| {
            let nodes = v["nodes"].as_array().map(Vec::as_slice).unwrap_or_default();
            let shown: Vec<&Value> = nodes.iter().take(3).map(|n| &n["failureSummary"]).collect();
            let html: Vec<&Value> = nodes.iter().take(3).map(|n| &n["html"]).collect();
            format!("{}: {} x{}\n{html:#?}\n{shown:#?}", v["id"], v["help"], nodes.len())
        })
        .collect();
    assert!(found.is_empty(), "{what}:\n{}", found.join("\n"));
}

async fn every_page_is_sound(stage: Stage) {
    let (b, assessment, _) = prepared(&stage).await;
    let width = if stage.place.is_file() { 1280 } else { 360 };
    let look = async |page: &str| {
        b.run("document.querySelectorAll('details').forEach((d) => d.open = true)", vec![]).await;
        look(&b, page).await;
    };
    tour(&stage, &b, &assessment, width, look).await;
    b.quit().await;
}

async fn a_list_is_sound_in_every_state(stage: Stage) {
    let (b, assessment, language) = prepared(&stage).await;
    let t = worklist::of(language);
    for list in ["risks", "measures"] {
        let page = format!("{assessment}/{list}");
        b.go(&page).await;
        look(&b, &format!("{list}: nothing chosen")).await;
        b.run("document.querySelectorAll('[data-key]')[1].click()", vec![]).await;
        b.settle().await;
        look(&b, &format!("{list}: a row chosen")).await;
        b.run("document.querySelector('[data-key][tabindex=\"0\"]').focus()", vec![]).await;
        for key in ["x", "j", "x", "j", "x"] {
            b.press(key).await;
        }
        b.see(&fill(t.selected, &[&3])).await;
        look(&b, &format!("{list}: three ticked")).await;
        b.click("button", t.select_none).await;
        b.run("document.querySelectorAll('main details').forEach((d) => d.open = true)", vec![]).await;
        look(&b, &format!("{list}: drawers open")).await;
        b.fill(t.text, "xyzzy").await;
        b.see(t.nothing).await;
        look(&b, &format!("{list}: filtered to nothing")).await;
        b.click("button", t.clear).await;
        // Others come in where some are folded.
        while b.run("return document.querySelectorAll('[data-key]').length", vec![]).await != json!(0) {
            b.run("document.querySelectorAll('main h2 [aria-expanded=true]').forEach((g) => g.click())", vec![]).await;
            b.settle().await;
        }
        look(&b, &format!("{list}: folded")).await;
        b.driver.set_window_rect(0, 0, 500, 900).await.expect("a size");
        b.run("document.querySelectorAll('main h2 [aria-expanded=false]').forEach((g) => g.click())", vec![]).await;
        b.go(&page).await;
        assert!(!b.has("link", t.to_list).await, "the list alone");
        look(&b, &format!("{list}: the list on a phone")).await;
        b.run("document.querySelector('[data-key]').click()", vec![]).await;
        b.element("link", t.to_list).await;
        look(&b, &format!("{list}: an entry on a phone")).await;
        b.driver.set_window_rect(0, 0, 1366, 900).await.expect("a size");
    }
    b.quit().await;
}

async fn panels_are_sound(stage: Stage) {
    let (b, assessment, language) = prepared(&stage).await;
    b.go(&format!("{assessment}/risks")).await;
    // The sample has accepted a risk without a reason.
    let accepted = "[...document.querySelectorAll('[data-key]')].find((row) => row.closest('li').innerText.includes(arguments[0])).click()";
    let state = labels::risk_standing(RiskStanding::ReasonMissing).pick(language);
    b.run(accepted, vec![json!(state)]).await;
    b.see(risks::of(language).reason_needed).await;
    look(&b, "a decision without its reason").await;
    let t = measures::of(language);
    b.go(&format!("{assessment}/measures?at=A-1%3AA-1.2")).await;
    b.click("radio", labels::action_status(ActionStatus::NotApplicable).pick(language)).await;
    b.see(t.na_reason).await;
    look(&b, "a state without its reason").await;
    let due = b.element("textbox", t.due).await;
    for typed in ["3/4/27", "2028/2/29"] {
        due.send_keys(Key::Control + "a").await.expect("it takes keys");
        due.send_keys(typed).await.expect("it takes keys");
        b.settle().await;
        let asked = if typed == "3/4/27" { common::of(language).no_day } else { "2028-02-29" };
        b.see(asked).await;
        look(&b, &format!("a date that is asked back: {typed}")).await;
    }
    b.quit().await;
}

/// Opens the snapshot. On a phone, what was said of the last change may lie over it.
const COMPARE: &str = "document.querySelector('main a[href*=\"snapshots?at=\"]').click()";

async fn snapshots_and_changes_are_sound(stage: Stage) {
    let (b, assessment, language) = prepared(&stage).await;
    let t = snapshots::of(language);
    let page = format!("{assessment}/snapshots");
    b.go(&page).await;
    b.fill(t.name, "A").await;
    b.click("button", t.keep).await;
    b.element("link", "A").await;
    b.go(&format!("{assessment}/controls?at=II.1.1.1")).await;
    b.click("radio", labels::control_status(ControlStatus::Implemented).pick(language)).await;
    for width in [1280, 390] {
        b.driver.set_window_rect(0, 0, width, 900).await.expect("a size");
        b.go(&page).await;
        b.element("link", "A").await;
        look(&b, "the list of snapshots").await;
        b.run(COMPARE, vec![]).await;
        b.element("button", t.back).await;
        look(&b, "a snapshot beside what stands now").await;
        b.go(&format!("{assessment}/results")).await;
        b.see(t.trend).await;
        look(&b, "results over time").await;
        b.go(&format!("{assessment}/changes?at=controls%2FII.1.1.1")).await;
        look(&b, "the changes of one control").await;
        b.go(&format!("{assessment}/changes?at=controls%2FII.9.9.9")).await;
        b.see(worklist::of(language).nothing).await;
        look(&b, "no changes").await;
    }
    // A file without the content of the snapshot is opened where that is not known.
    b.click("button", common::of(language).save_file).await;
    let (_, text) = b.downloaded().await;
    let mut file: Value = serde_json::from_str(&text).expect("JSON");
    let table = file.as_object_mut().expect("a table");
    table.remove("snapshots");
    table.remove("sha256");
    table["id"] = json!("0123456789ab");
    let bare = serde_json::to_string(table).expect("JSON");
    let digest: String = Sha256::digest(bare).iter().map(|b| format!("{b:02x}")).collect();
    table.insert("sha256".to_owned(), json!(digest));
    let file = b.write_file("bare.tenken.json", file.to_string().as_bytes());
    b.go("/").await;
    let input = b.element("file", common::of(language).open_file).await;
    input.send_keys(file.to_str().expect("UTF-8")).await.expect("it takes a file");
    b.click("button", shell::of(language).take_new).await;
    b.go("/a/0123456789ab/snapshots").await;
    b.see(t.missing).await;
    look(&b, "a snapshot without its content").await;
    b.run(COMPARE, vec![]).await;
    b.see(t.missing_hint).await;
    look(&b, "what is said of it").await;
    b.quit().await;
}

async fn dialogues_and_notices_are_sound(stage: Stage) {
    let (b, assessment, language) = prepared(&stage).await;
    let c = common::of(language);
    b.press(Key::Control + "k").await;
    // In the catalogue and in the assessment's name.
    b.press("点検").await;
    b.element("dialog", search::of(language).title).await;
    b.see(search::of(language).own).await;
    look(&b, "searching").await;
    b.press(Key::Escape).await;
    b.go(&format!("{assessment}/measures")).await;
    b.run("document.querySelector('[data-key][tabindex=\"0\"]').focus()", vec![]).await;
    b.press("1").await;
    b.press(Key::Control + "z").await;
    b.see(shell::of(language).undone).await;
    look(&b, "something undone").await;
    b.click("button", c.save_file).await;
    let (name, text) = b.downloaded().await;
    look(&b, "something downloaded").await;
    b.go("/").await;
    let file = b.write_file(&name, text.as_bytes());
    let input = b.element("file", c.open_file).await;
    input.send_keys(file.to_str().expect("UTF-8")).await.expect("it takes a file");
    b.element("dialog", shell::of(language).incoming_title).await;
    look(&b, "a file that is looked at").await;
    let inside = b.run("return document.querySelector('dialog').contains(document.activeElement)", vec![]).await;
    assert_eq!(inside, json!(true), "the focus is in the dialogue");
    b.click("button", c.cancel).await;
    assert!(!b.sees(shell::of(language).incoming_title).await);
    b.click("button", &fill(home::of(language).delete_of, &[&""])).await;
    b.element("button", c.undo).await;
    look(&b, "something deleted").await;
    b.quit().await;
}
