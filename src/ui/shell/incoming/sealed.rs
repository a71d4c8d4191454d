//! A protected file on its way in: asks for its passphrase, then says whose signature it has.

use leptos::prelude::*;

use super::{decline, facts};
use crate::{
    app::{AppState, Sealed},
    ui::{
        browser,
        components::{
            button,
            el::{El, html},
            passphrase,
        },
        i18n::{common, shell},
        route::Site,
    },
};

/// The id of what is said once the file is open: the focus goes there, so that it is read out.
const SAID: &str = "sealed-said";

/// What the dialogue shows.
pub fn contents(app: AppState, sealed: Sealed) -> Vec<AnyView> {
    let (t, c) = (shell::words(), common::words());
    let asks = sealed.asks_for_passphrase();
    let Sealed { file, opened, .. } = sealed;
    let head = html::h2().attr("id", "incoming-title").text(t.sealed_title);
    let buttons = html::div().class("buttons");
    let cancel = button("quiet", c.cancel).click(move || decline(app));
    let rest = if let Some(opened) = opened {
        let take = move |remember| {
            if app.accept_sealed(remember) {
                browser::go(&Site::Packs.into());
            }
            browser::next_file(app);
        };
        let mut buttons = buttons.child(button("primary", t.open).click(move || take(false)));
        if !opened.signer.is_empty() {
            buttons = buttons.child(button("secondary", t.open_remembering).click(move || take(true)));
        }
        let said = html::p().attr("id", SAID).attr("tabindex", "-1").text(opened.said);
        vec![said, buttons.child(cancel)]
    } else {
        let typed = RwSignal::new(String::new());
        let open = move |ev: web_sys::Event| {
            ev.prevent_default();
            app.open_sealed(typed.get_untracked(), || browser::focus_near_soon(SAID.to_owned()));
        };
        let said = move || if app.working().with(Option::is_some) { t.working.to_owned() } else { app.said().get() };
        let mut form = html::form().on("submit", open);
        if asks {
            form = form.child(passphrase(c.passphrase, typed));
        }
        let said = html::p().attr("role", "status").live_text(said);
        let submit = html::button().attr("type", "submit").class("primary").text(t.open);
        vec![form.child(said).child(buttons.child(submit).child(cancel))]
    };
    let parts = [head, facts([(t.incoming_file, file)])].into_iter().chain(rest);
    parts.map(El::into_any).collect()
}
