//! Files with a passphrase, a signature, or both; the key for signing, and the signers that were remembered.

use leptos::prelude::*;

use super::{AppState, Asked, NoticeKind, Shown};
use crate::core::{
    exchange::sealed::{Opened, asks_for_passphrase, keys::Secret},
    jobs::{Answer, Job, Protection},
};

// Not among the keys that begin with `tenken/`: what is rescued or backed up never has the key for signing in it.
const KEY: &str = "tenken-signing-key";
const KNOWN: &str = "tenken-known-signers";

/// A protected file, or a key for signing, that waits for a passphrase or a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// The file's name.
    pub file: String,
    /// What is in it, once it is open.
    pub opened: Option<Opened>,
    /// The file; once it is open, the one in it.
    bytes: Vec<u8>,
}

impl Sealed {
    /// Whether it has to be opened with a passphrase.
    #[must_use]
    pub fn asks_for_passphrase(&self) -> bool {
        self.opened.is_none() && asks_for_passphrase(&self.bytes)
    }
}

impl AppState {
    /// Asks for the passphrase of a file, or opens it where it needs none.
    pub(super) fn ask_about_sealed(&self, file: &str, bytes: Vec<u8>) {
        let sealed = Sealed { file: file.to_owned(), opened: None, bytes };
        let open = !sealed.asks_for_passphrase();
        self.said.set(String::new());
        self.asked.set(Some(Asked::Sealed(Box::new(sealed))));
        if open {
            self.open_sealed(String::new(), || ());
        }
    }

    /// Opens the file that the person is asked about, and calls `opened`; or says why it stays closed.
    pub fn open_sealed(&self, passphrase: String, opened: impl FnOnce() + 'static) {
        let Some(Asked::Sealed(sealed)) = self.asked.get_untracked() else { return };
        let by = Protection { passphrase: Secret(passphrase), key: Secret(self.kept(KEY)) };
        let job = Job::Open { by, known: self.kept(KNOWN), english: self.locale().is_english() };
        let (app, file) = (*self, sealed.bytes.clone());
        let then = move |Answer { text, bytes }: Answer| {
            // Meanwhile the person may have decided against it.
            if !app.asked.with_untracked(|a| matches!(a, Some(Asked::Sealed(now)) if now.bytes == sealed.bytes)) {
                return;
            }
            match Opened::read(&text) {
                None => app.said.set(text),
                of => {
                    app.asked.set(Some(Asked::Sealed(Box::new(Sealed { opened: of, bytes, ..*sealed }))));
                    opened();
                }
            }
        };
        self.said.set(String::new());
        self.order(job, file, Box::new(then));
    }

    /// Why the file that the person is asked about stays closed.
    #[must_use]
    pub fn said(&self) -> Shown<String> {
        Shown(self.said)
    }

    /// Takes what is in the file that was opened: a key is the one to sign with from now on, what is JSON is looked at like
    /// any file, and everything else is saved. True if the page of packs has to be opened for it.
    pub fn accept_sealed(&self, remember: bool) -> bool {
        let Some(Asked::Sealed(sealed)) = self.asked.get_untracked() else { return false };
        let Sealed { file, opened: Some(Opened { name, signer, .. }), bytes } = *sealed else { return false };
        self.asked.set(None);
        if remember {
            self.keep(KNOWN, &[self.kept(KNOWN), signer].join("\n"));
        }
        if name.is_empty() {
            self.keep(KEY, &String::from_utf8_lossy(&bytes));
            self.notify(NoticeKind::Imported { name: file, changed: None });
        } else if name.ends_with(".json") {
            return self.preview_as(&name, bytes);
        } else {
            self.deliver(&name, "application/octet-stream", &bytes, true, |_| None);
        }
        false
    }

    /// The file of this browser's key for signing, which is made at the first time, and what there is to say of it.
    pub fn signing_key(&self, then: impl FnOnce(String, String) + 'static) {
        let app = *self;
        let job = Job::SigningKey { english: self.locale().is_english() };
        let then = move |Answer { text, bytes }: Answer| {
            let file = String::from_utf8(bytes).unwrap_or_default();
            if !file.is_empty() {
                app.keep(KEY, &file);
            }
            then(file, text);
        };
        self.order_beside(job, self.kept(KEY).into_bytes(), Box::new(then));
    }

    /// Saves a key for signing to a file.
    pub fn save_signing_key(&self, file: &str) {
        self.deliver("tenken-signing-key.json", "application/json", file.as_bytes(), true, |_| None);
    }

    /// How hard a passphrase is to guess.
    pub fn strength(&self, passphrase: String, then: impl FnOnce(String) + 'static) {
        let job = Job::Strength { passphrase: Secret(passphrase), english: self.locale().is_english() };
        self.order_beside(job, Vec::new(), Box::new(|answer| then(answer.text)));
    }

    fn kept(&self, key: &str) -> String {
        // Where nothing can be stored, every page says so.
        self.ports.with_value(|p| p.storage.get(key)).ok().flatten().unwrap_or_default()
    }

    fn keep(&self, key: &str, text: &str) {
        if self.ports.with_value(|p| p.storage.set(key, text)).is_err() {
            self.notify(NoticeKind::SettingsNotKept);
        }
    }
}
