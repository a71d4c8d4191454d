//! Catalogue packs: get the table, look at a filled one, put it in force, switch it off.

mod fault;
mod incoming;
mod official;

use leptos::prelude::*;

use crate::{
    app::{AppState, KeptPack, ports::StorageError},
    core::document::FileError,
    ui::{
        browser,
        components::{
            button,
            el::{El, html},
            live, page, title,
        },
        i18n::{fill, packs as words, pick, problems},
        pages::catalog::tree::trail,
    },
};

/// The page.
#[must_use]
pub fn packs() -> El {
    let t = words::words();
    let app = expect_context::<AppState>();
    let failed = RwSignal::new("");
    let step = |title, text, act: El| {
        html::li().child(html::h3().text(title)).child(html::p().text(text)).child(html::p().child(act))
    };
    let file = file_button(t.choose, ".csv,.json,text/csv,application/json", move |name, content| {
        app.preview_pack(name, content);
        browser::focus_soon(Some("incoming-pack".to_owned()));
    });
    let part = RwSignal::new(String::new());
    let template = move || part.with_untracked(|p| app.save_pack_template((!p.is_empty()).then_some(p.as_str())));
    let template =
        html::span().child(parts(app, part)).text(" ").child(button("secondary", t.template).click(template));
    let kept = live(move || app.kept_pack().get().map(|kept| kept_pack(app, &kept, failed)));
    let incoming = live(move || {
        app.incoming_pack().get().map(|(name, found)| incoming::incoming(app, &name, &found, failed).into_any())
    });
    page("page narrow packs")
        .child(trail(std::iter::empty()))
        .child(title().text(t.title))
        .child(html::p().class("lead").text(t.lead))
        .child(html::div().attr("role", "alert").live_text(move || failed.get().to_owned()))
        .child(kept)
        .child(official::section(app))
        .child(incoming)
        .child(html::h2().text(t.how))
        .child(
            html::ol()
                .class("steps-list")
                .child(step(t.step_1, t.step_1_text, template))
                .child(step(t.step_2, t.step_2_text, html::span().class("about").text(t.step_2_hint)))
                .child(step(t.step_3, t.step_3_text, file)),
        )
        .child(html::p().class("about").text(t.json))
}

/// A button to choose a file, which is read and given on.
fn file_button(
    words: &'static str,
    accept: &'static str,
    take: impl Fn(&str, Result<Vec<u8>, FileError>) + Copy + 'static,
) -> El {
    let choose = move |ev: web_sys::Event| {
        let input = event_target::<web_sys::HtmlInputElement>(&ev);
        if let Some(file) = input.files().and_then(|f| f.get(0)) {
            leptos::task::spawn_local(async move {
                let (name, content) = browser::read(&file).await;
                take(&name, content);
            });
        }
        // So that choosing the same file again is a change again.
        input.set_value("");
    };
    let input = html::input().attr("type", "file").class("sr-only").attr("accept", accept).on("change", choose);
    html::label().class("button secondary file-button").text(words).child(input)
}

/// The choice of the part of the guideline that a table is for; empty for all of it.
fn parts(app: AppState, part: RwSignal<String>) -> El {
    let t = words::words();
    let option = |value: &'static str, name: &'static str| html::option().attr("value", value).text(name);
    let parts = ["II", "III", "IV", "V"].into_iter().filter_map(|id| app.catalog().section(id));
    html::select()
        .attr("aria-label", t.template_part)
        .on("change", move |ev| part.set(event_target_value(&ev)))
        .child(option("", t.template_all))
        .children(parts.map(|section| option(section.id, pick(&section.title))))
}

/// Says what went wrong. The screen is made anew with another catalogue, so the focus is put back to the pack.
fn after(failed: RwSignal<&'static str>, done: Result<(), StorageError>) {
    match done {
        Ok(()) => browser::focus_soon(Some("kept-pack".to_owned())),
        Err(error) => failed.set(problems::storage_error(error)),
    }
}

/// The pack that this browser keeps: what it is, whether it is in force, and what can be done with it.
fn kept_pack(app: AppState, kept: &KeptPack, failed: RwSignal<&'static str>) -> El {
    let t = words::words();
    let try_to = move |done: Result<(), StorageError>| {
        after(failed, done);
    };
    let mut section = html::section()
        .class("kept-pack")
        .attr("aria-label", t.kept)
        .child(html::h2().attr("id", "kept-pack").attr("tabindex", "-1").text(t.kept));
    section = match &kept.pack {
        Some(pack) => {
            let mut name = html::p().child(html::strong().text(pack.name.clone()));
            if !pack.edition.is_empty() {
                name = name.text(format!(" ({})", pack.edition));
            }
            section.child(name).child(html::p().class("about").text(fill(t.facts, &[&pack.facts.len()])))
        }
        None => section.child(html::p().class("warning").text(t.unreadable)),
    };
    let state = match (&kept.refused, kept.on) {
        _ if kept.pack.is_none() => t.not_in_force,
        (Some(_), _) => t.refused,
        (None, true) => t.on,
        (None, false) => t.off,
    };
    section = section.child(html::p().text(state));
    if let Some(mistakes) = &kept.refused {
        section = section.child(incoming::mistakes(app, mistakes));
    }
    let on = kept.on;
    let mut buttons = html::p().class("buttons");
    if kept.pack.is_some() {
        let switch = button("secondary", if on { t.switch_off } else { t.switch_on });
        buttons = buttons.child(switch.click(move || try_to(app.switch_pack(!on))));
    }
    section.child(
        buttons
            .child(button("quiet", t.save).click(move || app.save_pack_to_file()))
            .child(button("quiet danger", t.remove).click(move || try_to(app.remove_pack()))),
    )
}
