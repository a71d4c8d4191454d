//! What each row carries of where it was written from: which assessment, and a mark of whatever stood in the cells that a
//! person enters. By it a cell that somebody changed in the table is told from one that was changed here since.

use sha2::{Digest, Sha256};

use super::{Cell, Row, Table};
use crate::core::assessment::AssessmentId;

/// What the column of the origins is called, beside that of the ids.
pub const ORIGIN: &str = "tenken";

/// Where a row was written from.
pub(super) struct Origin {
    pub assessment: AssessmentId,
    /// Of each cell that was not empty, its field and its mark.
    marks: Vec<(String, String)>,
}

impl Origin {
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.trim().split('_');
        let assessment = parts.next()?.parse().ok()?;
        let marks = parts.filter_map(|part| part.split_once(':'));
        Some(Self { assessment, marks: marks.map(|(field, mark)| (field.to_owned(), mark.to_owned())).collect() })
    }

    /// Whether this stood in the cell of a field when the row was written.
    pub fn had(&self, field: &str, kept: &str) -> bool {
        match self.marks.iter().find(|(of, _)| of == field) {
            Some((_, known)) => *known == mark(kept),
            None => kept.is_empty(),
        }
    }
}

impl Table {
    /// What the hidden column says of a row. It begins and goes on so that no spreadsheet takes it for a number or a day.
    #[must_use]
    pub fn origin(&self, row: &Row) -> String {
        let mut text = format!("{}_", self.assessment.as_str());
        for (column, cell) in self.columns.iter().zip(&row.cells) {
            let kept = kept(cell);
            if let Some(field) = column.field.filter(|_| !kept.is_empty()) {
                text.extend([field, ":", &mark(&kept), "_"]);
            }
        }
        text
    }
}

/// What the document keeps for a cell.
pub(super) fn kept(cell: &Cell) -> String {
    match cell {
        Cell::State { keyword, .. } => (*keyword).to_owned(),
        other => tidy(&other.text()),
    }
}

/// A text without what spreadsheets change by themselves.
pub(super) fn tidy(text: &str) -> String {
    text.trim().replace("\r\n", "\n").replace('\r', "\n")
}

fn mark(kept: &str) -> String {
    Sha256::digest(kept).iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}
