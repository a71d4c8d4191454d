//! The assessment as tables for spreadsheets, as plain data: what was entered stands in columns of its own beside what
//! comes of it, and each row has an id by which it is found again when the table comes back, and says from what it was
//! written.
//!
//! The layouts are those of the guideline's annexes: controls of Annex 1, values of Annex 2, risks and actions of Annex 7.

mod columns;
mod controls;
mod incoming;
mod origin;
mod part4;
mod preview;
mod reading;
mod sheet;
mod summary;
pub mod words;

use serde::{Deserialize, Serialize};

use columns::Columns;
pub use columns::{Column, State, Tone};
pub use incoming::{CellChange, Incoming, NoTable, OddCell, Place, Stranger, Why, incoming};
pub use origin::ORIGIN;
pub use preview::{Preview, line};
pub use reading::Expected;
pub use sheet::{Found, Line, Sheet, written_from};

use super::write_csv;
use crate::core::{
    assessment::AssessmentId,
    catalog::keyword::{Keyword, keywords},
    day::Day,
    language::Language,
    report::{left_out, paper::Basis},
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
    /// The assessment that it is of.
    pub assessment: AssessmentId,
    /// Its columns, without those of the ids and origins.
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

impl Table {
    /// What a row is about, for people.
    fn name_of(&self, row: &Row) -> String {
        let columns: &[usize] = match self.id {
            TableId::Controls => &[0, 3],
            TableId::Values => &[0, 2],
            TableId::Risks => &[1, 2],
            TableId::Actions => &[2, 3],
            TableId::Summary | TableId::Model => &[],
        };
        let cells: Vec<String> = columns.iter().filter_map(|at| row.cells.get(*at)).map(Cell::text).collect();
        cells.join(" ")
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
    let (mut columns, mut rows) = match id {
        TableId::Summary => writer.summary(),
        TableId::Controls => writer.controls(),
        TableId::Values => writer.values(),
        TableId::Risks => writer.risks(),
        TableId::Actions => writer.actions(),
        TableId::Model => writer.model(),
    };
    // What a copy for others leaves out is not there, rather than empty. What is a reason stays, with that there is one.
    let left = left_out(of.assessment).unwrap_or_default();
    let stays: Vec<bool> = columns.iter().map(|c| c.confidential.is_none_or(|what| !left.contains(&what))).collect();
    columns = only(&stays, columns);
    rows.iter_mut().for_each(|row| row.cells = only(&stays, std::mem::take(&mut row.cells)));
    Table { id, title: id.title(language), assessment: of.assessment.id().clone(), columns, rows }
}

/// The items of the columns that stay.
fn only<T>(stays: &[bool], items: Vec<T>) -> Vec<T> {
    stays.iter().zip(items).filter_map(|(stays, item)| stays.then_some(item)).collect()
}

/// The tables of an assessment that have rows.
#[must_use]
pub fn tables(of: &Basis, language: Language) -> Vec<Table> {
    let all = TableId::ALL.map(|id| table(of, id, language));
    all.into_iter().filter(|table| !table.rows.is_empty()).collect()
}

/// What the column of the ids is called, which stands behind all that is shown; that of the origins comes last.
pub const ID: &str = "ID";

/// A table as text for spreadsheets, with its heads, and ids and origins in the last columns.
#[must_use]
pub fn csv(table: &Table) -> String {
    let heads = table.columns.iter().map(|c| c.head).chain([ID, ORIGIN]).map(str::to_owned).collect();
    let mut lines: Vec<Vec<String>> = vec![heads];
    for row in &table.rows {
        lines.push(row.cells.iter().map(Cell::text).chain([row.id.clone(), table.origin(row)]).collect());
    }
    write_csv(&lines)
}

/// Tables as Markdown, one below the other, each with its title. Nothing in a cell is markup there.
#[must_use]
pub fn markdown(tables: &[Table]) -> String {
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let mut text = String::new();
    for table in tables {
        let heads: Vec<String> = table.columns.iter().map(|c| plain(c.head)).collect();
        let rule = vec!["---".to_owned(); heads.len()];
        text += &format!("## {}\n\n{}{}", plain(table.title), line(heads), line(rule));
        for row in &table.rows {
            text += &line(row.cells.iter().map(|cell| plain(&cell.text())).collect());
        }
        text.push('\n');
    }
    text
}

/// A text in which no letter means anything to Markdown or HTML, in one line.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    for letter in text.trim().chars() {
        match letter {
            '\n' => plain += "<br>",
            '&' => plain += "&amp;",
            '<' => plain += "&lt;",
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' => plain.extend(['\\', letter]),
            letter if letter.is_control() => plain.push(' '),
            letter => plain.push(letter),
        }
    }
    plain
}

/// What tables are written with.
struct Writer<'a> {
    of: &'a Basis<'a>,
    t: &'static words::Words,
    language: Language,
}
