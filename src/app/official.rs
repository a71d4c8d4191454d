//! The official text, from a document that a person has: read beside the page, corrected by hand, made into a pack.
//! Nothing of the document is kept but that pack.

use std::sync::Arc;

use leptos::prelude::*;

use super::{AppState, Shown};
use crate::core::{
    document::FileError,
    jobs::{Answer, Job},
    official::{Choice, PdfError, Reading},
    pack::PackError,
};

/// A document that was read and waits for a decision.
#[derive(Debug, Clone)]
pub struct IncomingText {
    /// What it is called.
    pub name: String,
    /// What was found in it, or why there was nothing.
    pub found: Result<Arc<Reading>, PdfError>,
    /// The same as the worker told it, who makes the pack of it.
    answer: Arc<[u8]>,
}

impl AppState {
    /// The document that was read.
    #[must_use]
    pub fn incoming_text(&self) -> Shown<Option<IncomingText>> {
        Shown(self.incoming_text)
    }

    /// Reads a document: PDF or plain text. Nothing changes yet.
    pub fn read_official(&self, name: &str, content: Result<Vec<u8>, FileError>) {
        let bytes = match content {
            Ok(bytes) => bytes,
            Err(error) => {
                let refused = super::IncomingPack::Refused(PackError::File(error));
                return self.incoming_pack.set(Some((name.to_owned(), refused)));
            }
        };
        let (app, name) = (*self, name.to_owned());
        let then = move |answer: Answer| {
            let Some(found) = answer.value::<Result<Reading, PdfError>>() else { return };
            // What was chosen before stands for the same fields of another document.
            app.incoming_text.set(Some(IncomingText { name, found: found.map(Arc::new), answer: answer.bytes.into() }));
        };
        self.order(Job::ReadOfficial, bytes, Box::new(then));
    }

    /// Notes what a field is to say; `None` leaves it out.
    pub fn choose_text(&self, choice: Choice) {
        self.choices.update_value(|all| {
            all.retain(|c| !c.is_of(&choice.kind, &choice.id, &choice.field));
            all.push(choice);
        });
    }

    /// What was chosen for a field; `None` where nobody chose anything.
    #[must_use]
    pub fn chosen_text(&self, kind: &str, id: &str, field: &str) -> Option<Choice> {
        self.choices.with_value(|all| all.iter().find(|c| c.is_of(kind, id, field)).cloned())
    }

    /// Makes a pack of what was found and chosen, and previews it; `shown` is called then.
    pub fn make_pack_of_text(&self, shown: impl FnOnce() + 'static) {
        let Some(IncomingText { name, answer, .. }) = self.incoming_text.get_untracked() else { return };
        let app = *self;
        let job = Job::OfficialPack { name: name.clone(), choices: self.choices.with_value(Clone::clone) };
        // What was corrected stays until the pack is taken: it may have to be corrected again.
        let then = move |answer: Answer| {
            app.preview_pack(&name, Ok(answer.text.into_bytes()));
            shown();
        };
        self.order(job, answer.to_vec(), Box::new(then));
    }

    /// Puts away what was read. What was corrected is there again when it is read once more.
    pub fn close_text(&self) {
        self.incoming_text.set(None);
    }
}
