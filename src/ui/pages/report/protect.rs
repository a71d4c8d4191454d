//! By what the files that are saved are protected: a passphrase, a signature.

use leptos::prelude::*;

use crate::{
    app::AppState,
    core::{exchange::sealed::keys::Secret, jobs::Protection},
    ui::{
        components::{
            button,
            el::{El, html},
            passphrase, when,
        },
        i18n::{common, report as words},
    },
};

/// What the person typed and ticked. It lasts as long as the page.
#[derive(Clone, Copy)]
pub struct Protect {
    passphrase: RwSignal<String>,
    again: RwSignal<String>,
    strength: RwSignal<String>,
    /// The key's file and what there is to say of it, while files are signed.
    key: RwSignal<(String, String)>,
}

impl Protect {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        let empty = || RwSignal::new(String::new());
        Self { passphrase: empty(), again: empty(), strength: empty(), key: RwSignal::default() }
    }

    /// Whether the passphrase was typed in two ways, so that nobody knows it.
    #[must_use]
    pub fn differs(self) -> bool {
        self.passphrase.get() != self.again.get()
    }

    /// By what a file is protected, if by anything.
    #[must_use]
    pub fn given(self) -> Option<Protection> {
        let key = self.key.with_untracked(|(file, _)| file.clone());
        let by = Protection { passphrase: Secret(self.passphrase.get_untracked()), key: Secret(key) };
        (by != Protection::default()).then_some(by)
    }

    /// The fields.
    #[must_use]
    pub fn fields(self, app: AppState) -> Vec<El> {
        let t = words::words();
        let Self { strength, key, .. } = self;
        let weigh = move |_| match self.passphrase.get_untracked() {
            none if none.is_empty() => strength.set(none),
            some => app.strength(some, move |said| drop(strength.try_set(said))),
        };
        let sign = move |ev: web_sys::Event| {
            if event_target_checked(&ev) {
                app.signing_key(move |file, said| drop(key.try_set((file, said))));
            } else {
                key.set(Default::default());
            }
        };
        let tick = html::input().attr("type", "checkbox").on("change", sign);
        let save = move || key.with_untracked(|(file, _)| app.save_signing_key(file));
        let has_key = move || key.with(|(file, _)| !file.is_empty());
        let status = || html::p().class("about").attr("role", "status");
        let differ = move || if self.differs() { t.differ } else { "" }.to_owned();
        vec![
            html::p().text(t.protect_hint),
            passphrase(common::words().passphrase, self.passphrase).on("change", weigh),
            status().live_text(move || strength.get()),
            passphrase(t.again, self.again),
            status().live_text(differ),
            html::p().child(html::label().child(tick).text(" ").text(t.sign)),
            status().live_text(move || key.get().1),
            html::p().child(when(has_key, move || button("secondary", t.save_key).click(save))),
        ]
    }
}
