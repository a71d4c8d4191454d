//! A sheet as it comes back, whatever else somebody put into it.

use std::collections::BTreeMap;

use super::{ID, ORIGIN, origin::Origin};
use crate::core::{assessment::AssessmentId, exchange::read_csv};

/// The head may stand below a title that somebody put above it, but not further down than this.
const HEADS_WITHIN: usize = 50;

/// A sheet, or a file that is one table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Its name; empty where the file is one table.
    pub name: String,
    /// Its lines that are not empty.
    pub lines: Vec<Line>,
}

/// A line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// Its number, counted from 1.
    pub number: usize,
    /// What stands in it, by column.
    pub cells: BTreeMap<usize, Found>,
}

/// What stands in a cell that is not empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// A text; a number or a day, as text.
    Text(String),
    /// No value: an error of the spreadsheet, or a formula that was not worked out.
    NoValue(String),
}

/// Which column has which head.
pub(super) struct Heads {
    /// The line they are in.
    pub line: usize,
    pub id: usize,
    pub origin: usize,
    pub names: Vec<(usize, String)>,
}

impl Sheet {
    /// The table of a file of commas, tabs or semicolons. `None` if a quotation mark is never closed.
    #[must_use]
    pub fn of_csv(text: &str) -> Option<Self> {
        let mut sheet = Self::default();
        for (number, cells) in (1..).zip(read_csv(text.trim_start_matches('\u{feff}'))?) {
            let cells = cells.into_iter().enumerate().filter(|(_, text)| !text.trim().is_empty());
            let cells: BTreeMap<_, _> = cells.map(|(at, text)| (at, Found::Text(text))).collect();
            if !cells.is_empty() {
                sheet.lines.push(Line { number, cells });
            }
        }
        Some(sheet)
    }

    /// The line of heads, where it is one of our tables.
    pub(super) fn heads(&self) -> Option<Heads> {
        self.lines.iter().take(HEADS_WITHIN).find_map(|line| {
            let names: Vec<(usize, String)> = line.cells.keys().map(|at| (*at, line.text(*at).to_owned())).collect();
            let place = |wanted: &str| names.iter().find(|(_, name)| name == wanted).map(|(at, _)| *at);
            Some(Heads { line: line.number, id: place(ID)?, origin: place(ORIGIN)?, names })
        })
    }
}

impl Line {
    /// The text of a cell; empty where there is none.
    pub(super) fn text(&self, at: usize) -> &str {
        match self.cells.get(&at) {
            Some(Found::Text(text)) => text.trim(),
            _ => "",
        }
    }
}

/// The assessment from which the sheets were written, by the first row that says so.
#[must_use]
pub fn written_from(sheets: &[Sheet]) -> Option<AssessmentId> {
    let of_sheet = |sheet: &Sheet| {
        let heads = sheet.heads()?;
        let below = sheet.lines.iter().filter(|line| line.number > heads.line);
        below.filter_map(|line| Origin::read(line.text(heads.origin))).map(|origin| origin.assessment).next()
    };
    sheets.iter().find_map(of_sheet)
}
