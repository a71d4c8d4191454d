//! Tables that come back from a spreadsheet: which cells somebody changed, row by row, before anything is entered.
//!
//! A row is found by its id and a column by its head, so both may be sorted, left out and added to. Only what a person
//! enters is read; what is worked out says nothing.

use super::{Cell, Column, ID, Table};
use crate::core::{
    assessment::{Edit, Path},
    day::Day,
    exchange::read_csv,
};

/// What came back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Incoming {
    /// How many rows say what the assessment says.
    pub unchanged: usize,
    /// The other rows, in the order of the file.
    pub rows: Vec<IncomingRow>,
}

/// A row that says something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncomingRow {
    /// The line of the file's table, counted from 1 with its heads.
    pub line: usize,
    /// Its id, as it stands there.
    pub id: String,
    /// The cells that say something else; `None` where the assessment has no such row.
    pub cells: Option<Vec<IncomingCell>>,
}

/// A cell that says something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncomingCell {
    /// The head of its column, in the language of the tables.
    pub head: &'static str,
    /// What the assessment says.
    pub before: String,
    /// What the cell says.
    pub after: String,
    /// What would be entered; `None` where the cell is not understood: no day, or none of what the column offers.
    pub edit: Option<Edit>,
}

/// Why a file is none of these tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoTable {
    /// A quotation mark is never closed.
    Broken,
    /// There is no column of ids, or none that is entered.
    Columns,
}

impl Incoming {
    /// All that would be entered.
    pub fn edits(&self) -> impl Iterator<Item = &Edit> {
        self.rows.iter().filter_map(|row| row.cells.as_ref()).flatten().filter_map(|cell| cell.edit.as_ref())
    }
}

/// Compares a table that came back as CSV with the tables of the assessment as it is, which are in each of `languages`.
/// Heads and states may be in any of them; the first is that of the preview.
///
/// # Errors
/// If it is none of these tables.
pub fn incoming(text: &str, languages: &[Vec<Table>], today: Day) -> Result<Incoming, NoTable> {
    let mut lines = (1..).zip(read_csv(text.trim_start_matches('\u{feff}')).ok_or(NoTable::Broken)?);
    let (_, heads) = lines.next().ok_or(NoTable::Columns)?;
    let id = heads.iter().position(|head| head.trim() == ID).ok_or(NoTable::Columns)?;
    let tables = languages.iter().flatten();
    let entered = |head: &str| tables.clone().flat_map(|t| &t.columns).any(|c| c.field.is_some() && c.head == head);
    if !heads.iter().any(|head| entered(head.trim())) {
        return Err(NoTable::Columns);
    }
    let mut found = Incoming::default();
    for (line, row) in lines {
        let Some(id) = row.get(id).map(|id| id.trim()).filter(|id| !id.is_empty()) else { continue };
        let cells = changed(id, &heads, &row, languages, today);
        match cells {
            Some(cells) if cells.is_empty() => found.unchanged += 1,
            cells => found.rows.push(IncomingRow { line, id: id.to_owned(), cells }),
        }
    }
    Ok(found)
}

/// The cells of a row that say something else. `None` where there is no such row.
fn changed(
    id: &str,
    heads: &[String],
    read: &[String],
    languages: &[Vec<Table>],
    today: Day,
) -> Option<Vec<IncomingCell>> {
    let of_row = |tables: &'_ [Table]| tables.iter().position(|table| table.rows.iter().any(|row| row.id == id));
    let shown = languages.first()?;
    let table = shown.get(of_row(shown)?)?;
    let row = table.rows.iter().find(|row| row.id == id)?;
    let others: Vec<&Table> = languages.iter().filter_map(|l| l.iter().find(|other| other.id == table.id)).collect();
    let mut cells = Vec::new();
    for (at, (column, before)) in table.columns.iter().zip(&row.cells).enumerate() {
        let Some(field) = column.field else { continue };
        let same: Vec<&Column> = others.iter().filter_map(|other| other.columns.get(at)).collect();
        let place = heads.iter().position(|head| same.iter().any(|column| column.head == head.trim()));
        let Some(after) = place.and_then(|place| read.get(place)) else { continue };
        let after = after.replace("\r\n", "\n").trim().to_owned();
        let understood = meant(&after, column, &same, today);
        let now = match before {
            Cell::State { keyword, .. } => (*keyword).to_owned(),
            other => other.text().replace("\r\n", "\n").trim().to_owned(),
        };
        if understood.as_deref() == Some(&now) || after == before.text() {
            continue;
        }
        let path = if field.is_empty() { id.to_owned() } else { format!("{id}/{field}") };
        let path: Option<Path> = path.parse().ok();
        let edit = path.zip(understood).map(|(path, value)| Edit::text(path, value));
        cells.push(IncomingCell { head: column.head, before: before.text(), after, edit });
    }
    Some(cells)
}

/// What the document would keep for a cell; `None` where it is not understood.
fn meant(text: &str, column: &Column, same: &[&Column], today: Day) -> Option<String> {
    if text.is_empty() || column.states.is_empty() && !column.is_day() {
        return Some(text.to_owned());
    }
    if column.is_day() {
        return Day::read(text, today).map(|day| day.to_string());
    }
    let called = |word: &str| word.to_lowercase() == text.to_lowercase();
    let states = same.iter().flat_map(|column| &column.states);
    states.into_iter().find(|state| called(state.word) || called(state.keyword)).map(|state| state.keyword.to_owned())
}
