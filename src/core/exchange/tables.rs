//! The assessment as tables for spreadsheets, as plain data: what was entered stands in columns of its own beside what
//! comes of it, and each row has an id by which it is found again when the table comes back.
//!
//! The layouts are those of the guideline's annexes: controls of Annex 1, values of Annex 2, risks and actions of Annex 7.

mod columns;
mod controls;
mod part4;
mod summary;
pub mod words;

use serde::{Deserialize, Serialize};

use columns::Columns;
pub use columns::{Column, State, Tone};

use super::write_csv;
use crate::core::{
    catalog::keyword::{Keyword, keywords},
    day::Day,
    language::Language,
    report::paper::Basis,
};

keywords! {
    /// The tables of an assessment, in the order of a workbook's sheets.
    #[derive(Serialize, Deserialize)]
    pub enum TableId {
        /// How it stands, in figures and sentences.
        Summary = "summary",
        /// Annex 1: the controls of Parts II and III.
        Controls = "controls",
        /// Annex 2: measured values beside their reference values.
        Values = "values",
        /// Annex 7: risks, and what was decided about them.
        Risks = "risks",
        /// Annex 7: countermeasures with their actions.
        Actions = "actions",
        /// What the service is made up of, as it was answered.
        Model = "model",
    }
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Which.
    pub id: TableId,
    /// Its title, short enough for a sheet.
    pub title: &'static str,
    /// Its columns, without that of the ids.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What it is about, once in a table. The path of a field that was entered is this, a slash and the column's field;
    /// this alone, where that is empty.
    pub id: String,
    /// A cell for each column.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// A text; empty for nothing.
    Text(String),
    /// A number.
    Number(u32),
    /// A day.
    Day(Day),
    /// One of what the column offers.
    State {
        /// What the document keeps.
        keyword: &'static str,
        /// What it is called.
        word: &'static str,
    },
}

impl Cell {
    /// The cell as text. Days are as the document keeps them, in either language.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Day(day) => day.to_string(),
            Self::State { word, .. } => (*word).to_owned(),
        }
    }
}

impl TableId {
    /// The title of a table.
    #[must_use]
    pub const fn title(self, language: Language) -> &'static str {
        let t = words::of(language);
        match self {
            Self::Summary => t.summary,
            Self::Controls => t.controls,
            Self::Values => t.values,
            Self::Risks => t.risks,
            Self::Actions => t.actions,
            Self::Model => t.model,
        }
    }
}

/// One table of an assessment. It has no rows where its part of the guideline is not assessed.
#[must_use]
pub fn table(of: &Basis, id: TableId, language: Language) -> Table {
    let writer = Writer { of, t: words::of(language), language };
    let (columns, rows) = match id {
        TableId::Summary => writer.summary(),
        TableId::Controls => writer.controls(),
        TableId::Values => writer.values(),
        TableId::Risks => writer.risks(),
        TableId::Actions => writer.actions(),
        TableId::Model => writer.model(),
    };
    Table { id, title: id.title(language), columns, rows }
}

/// The tables of an assessment that have rows.
#[must_use]
pub fn tables(of: &Basis, language: Language) -> Vec<Table> {
    let all = TableId::ALL.map(|id| table(of, id, language));
    all.into_iter().filter(|table| !table.rows.is_empty()).collect()
}

/// What the column of the ids is called, which stands last.
pub const ID: &str = "ID";

/// A table as text for spreadsheets, with its heads, and the ids in the last column.
#[must_use]
pub fn csv(table: &Table) -> String {
    let heads = table.columns.iter().map(|c| c.head).chain([ID]).map(str::to_owned).collect();
    let mut lines: Vec<Vec<String>> = vec![heads];
    for row in &table.rows {
        lines.push(row.cells.iter().map(Cell::text).chain([row.id.clone()]).collect());
    }
    write_csv(&lines)
}

/// What tables are written with.
struct Writer<'a> {
    of: &'a Basis<'a>,
    t: &'static words::Words,
    language: Language,
}
