//! Tables that come back from a spreadsheet: compared beside the page, taken in when the person says so.

use std::sync::Arc;

use leptos::prelude::*;

use super::{AppState, Asked};
use crate::core::{
    assessment::{Assessment, AssessmentId, Edit},
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
}

impl AppState {
    /// How tables are written and shown.
    pub(super) fn tables(&self) -> Tables {
        Tables { english: self.locale().is_english(), original: self.scope().original, today: self.today() }
    }

    /// Compares a table with an assessment, or first finds out with which. Nothing changes yet.
    pub(super) fn preview_table(&self, file: String, bytes: Vec<u8>, assessment: Option<Arc<Assessment>>) {
        let document = assessment.as_ref().map(|mine| document::write(mine)).unwrap_or_default();
        let (app, again) = (*self, bytes.clone());
        let then = move |answer: Answer| {
            let preview = Preview::read(&answer.text);
            match preview.needs().and_then(|id| app.get(&id)) {
                Some(mine) if assessment.is_none() => app.preview_table(file, again, Some(mine)),
                _ => app.asked.set(Some(Asked::Table(Arc::new(IncomingTable { file, assessment, preview })))),
            }
        };
        self.order(Job::Incoming { document, how: self.tables() }, bytes, Box::new(then));
    }

    /// Takes those changes of the table in that are chosen, one for each that the preview offers, as one step of undo. They
    /// are made on the assessment as it was compared, so what another tab entered since is not lost. Returns its id.
    pub fn accept_table(&self, chosen: &[bool]) -> Option<AssessmentId> {
        let Asked::Table(table) = self.asked.get_untracked()? else { return None };
        self.asked.set(None);
        let mut edits = Vec::new();
        let mut chosen = chosen.iter();
        for line in &table.preview.0 {
            // What there is to choose ends with what would be entered.
            if let [_, _, _, _, _, path, text] = line.as_slice()
                && chosen.next() == Some(&true)
            {
                edits.push(Edit::text(path.parse().ok()?, text.as_str()));
            }
        }
        let mut theirs = (**table.assessment.as_ref()?).clone();
        let mut clock = self.clock.get_value();
        theirs.apply(&edits, &mut clock, self.now_ms(), &self.person());
        self.clock.set_value(clock);
        self.take_in(theirs)
    }
}
