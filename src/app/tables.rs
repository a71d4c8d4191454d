//! Tables that come back from a spreadsheet: compared beside the page, taken in when the person says so.

use std::sync::Arc;

use leptos::prelude::*;

use super::{AppState, Asked, NoticeKind};
use crate::core::{
    assessment::{Assessment, AssessmentId, Edit, paths},
    document,
    exchange::tables::Preview,
    jobs::{Answer, Job, Tables},
};

/// A table that was compared and waits for a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncomingTable {
    /// The file's name.
    pub file: String,
    /// The assessment from which it was written, as it was when they were compared; none that is not here.
    pub assessment: Option<Arc<Assessment>>,
    /// What it would change, or why it cannot be compared.
    pub preview: Preview,
    bytes: Vec<u8>,
}

impl AppState {
    /// How tables are written and shown.
    pub(super) fn tables(&self) -> Tables {
        Tables { english: self.locale().is_english(), original: self.scope().original, today: self.today() }
    }

    /// Compares a table with an assessment, or first finds out with which. Nothing changes yet.
    pub(super) fn preview_table(&self, file: String, bytes: Vec<u8>, assessment: Option<Arc<Assessment>>) {
        let document = assessment.as_ref().map(|mine| document::write(mine)).unwrap_or_default();
        let (app, order) = (*self, bytes.clone());
        let then = move |answer: Answer| {
            let Some(preview) = answer.value::<Preview>() else { return };
            match preview.needs().and_then(|id| app.get(&id)) {
                Some(mine) if assessment.is_none() => app.preview_table(file, bytes, Some(mine)),
                _ => app.asked.set(Some(Asked::Table(Arc::new(IncomingTable { file, assessment, preview, bytes })))),
            }
        };
        self.order(Job::Incoming { document, how: self.tables() }, order, Box::new(then));
    }

    /// Enters those changes of the table that are chosen, one for each that the preview offers, as one step. Where the
    /// assessment changed since, by another tab, they are compared anew instead. Returns its id.
    pub fn accept_table(&self, chosen: &[bool]) -> Option<AssessmentId> {
        let Asked::Table(table) = self.asked.get_untracked()? else { return None };
        self.asked.set(None);
        let compared = table.assessment.as_ref()?;
        let mine = self.get(compared.id())?;
        if !Arc::ptr_eq(&mine, compared) {
            self.preview_table(table.file.clone(), table.bytes.clone(), Some(mine));
            return None;
        }
        let (mut edits, mut chosen) = (Vec::new(), chosen.iter());
        for line in &table.preview.0 {
            // What there is to choose ends with what would be entered.
            if let [_, _, _, _, _, path, text] = line.as_slice()
                && chosen.next() == Some(&true)
            {
                edits.push(Edit::text(path.parse().ok()?, text.as_str()));
            }
        }
        self.dispatch(mine.id(), &edits);
        let name = mine.text(&paths::name()).to_owned();
        self.notify(NoticeKind::Imported { name, changed: Some(edits.len()) });
        Some(mine.id().clone())
    }
}
