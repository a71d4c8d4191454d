//! Files with a passphrase, a signature, or both. The worker leads: it says what to show, gets what was typed and pressed,
//! and at the end gives a file. So the page has neither its wording nor its rules.

use leptos::prelude::*;

use super::{AppState, Asked, NoticeKind};
use crate::core::{
    exchange::sealed::{
        Reply,
        keys::{KEPT, KNOWN, Secret},
    },
    jobs::{Answer, Job, Step},
};

/// A file that is protected or opened, and what the person is shown of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// What to show, as a `Reply` has it.
    pub shown: String,
    step: Step,
    file: Vec<u8>,
}

impl AppState {
    /// Begins to protect a file of this media type, or to open one if that is empty.
    pub(super) fn begin_sheet(&self, name: &str, media_type: &'static str, file: Vec<u8>) {
        let step = Step { name: name.to_owned(), media_type: media_type.to_owned(), ..Step::default() };
        self.asked.set(Some(Asked::Sheet(Box::new(Sheet { shown: String::new(), step, file }))));
        self.tell_sheet(String::new(), Step::NOTHING);
    }

    /// Tells the worker what stands in the fields and which button was pressed.
    pub fn tell_sheet(&self, typed: String, pressed: u8) {
        let Some(Asked::Sheet(sheet)) = self.asked.get_untracked() else { return };
        // Where nothing can be stored, every page says so.
        let kept = |key| self.ports.with_value(|p| p.storage.get(key)).ok().flatten().unwrap_or_default();
        let mut step = sheet.step.clone();
        (step.typed, step.pressed) = (Secret(typed), pressed);
        (step.key, step.known) = (Secret(kept(KEPT)), kept(KNOWN));
        step.english = self.locale().is_english();
        // Somebody leaves a field by pressing a button: the button must not wait for what is said of the field.
        let typing = pressed == Step::NOTHING && !sheet.shown.is_empty();
        if self.working.with_untracked(Option::is_some) {
            return;
        }
        // What would be said of what stood there before comes too late.
        self.stop_working();
        let working = if typing { self.typing } else { self.working };
        let (app, file) = (*self, sheet.file.clone());
        self.order_in(Job::Sealed(step), file, working, Box::new(move |answer| app.heed(*sheet, answer)));
    }

    fn heed(&self, mut sheet: Sheet, Answer { text, bytes }: Answer) {
        // Meanwhile the person may have decided against it.
        if !self.asked.with_untracked(|asked| matches!(asked, Some(Asked::Sheet(_)))) {
            return;
        }
        let Reply { file, keep, kept, note, shown } = Reply::read(&text);
        if !keep.is_empty() && self.ports.with_value(|p| p.storage.set(&keep, &kept)).is_err() {
            self.notify(NoticeKind::SettingsNotKept);
        }
        let opens = sheet.step.media_type.is_empty();
        if shown.is_empty() {
            self.asked.set(None);
        } else {
            (sheet.shown, sheet.step.note) = (shown, note);
            if file.is_empty() && !bytes.is_empty() {
                sheet.file.clone_from(&bytes);
            }
            self.asked.set(Some(Asked::Sheet(Box::new(sheet))));
        }
        if opens && file.ends_with(".tenken.json") {
            self.preview_file(&file, Ok(bytes));
        } else if !file.is_empty() {
            self.hand_over(&file, "application/octet-stream", &bytes, true);
        }
        self.next_file();
    }
}
