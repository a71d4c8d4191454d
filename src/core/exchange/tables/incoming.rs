//! Tables that come back from a spreadsheet: what would change, cell by cell, before anything is entered.
//!
//! A row is found by its id and a column by its head, so both may be sorted, hidden, left out and added to. Only what a
//! person enters is read; what is worked out says nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Column, Table,
    origin::{Origin, kept, tidy},
    reading::{Expected, read},
    sheet::{Found, Heads, Line, Sheet},
    words,
};
use crate::core::{
    assessment::{Assessment, Edit, Path},
    day::Day,
    language::Language,
};

/// What came back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Incoming {
    /// How many cells say what the assessment says.
    pub unchanged: usize,
    /// How many cells are as they were written, and were changed here since. They stay as they are here.
    pub newer: usize,
    /// The cells that would change.
    pub changes: Vec<CellChange>,
    /// The cells that are not understood.
    pub odd: Vec<OddCell>,
    /// The rows that are not understood.
    pub strangers: Vec<Stranger>,
    /// Columns that are not in the table any more.
    pub missing: BTreeSet<&'static str>,
}

/// Where something stands in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The name of the sheet; empty where the file is one table.
    pub sheet: String,
    /// The number of the line.
    pub line: usize,
}

/// A cell that somebody changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellChange {
    /// What its row is about.
    pub row: String,
    /// The head of its column.
    pub head: &'static str,
    /// What the assessment says, as a table shows it.
    pub before: String,
    /// What it would say.
    pub after: String,
    /// What would be entered.
    pub edit: Edit,
    /// Whether it was changed here too, since the table was written.
    pub both: bool,
}

/// A cell that is not understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OddCell {
    /// Where it stands.
    pub place: Place,
    /// The head of its column.
    pub head: &'static str,
    /// What stands there.
    pub says: String,
    /// What should.
    pub expected: Expected,
}

/// A row that is not understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stranger {
    /// Where it stands.
    pub place: Place,
    /// Its id.
    pub id: String,
    /// What stands in its cells that a person enters.
    pub says: Vec<String>,
    /// Why.
    pub why: Why,
}

/// Why a row is not understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The assessment has no such row, or not any more.
    Gone,
    /// It has no id.
    NoId,
    /// It is of another assessment.
    Elsewhere,
    /// It stands there twice, and not alike.
    Twice,
}

/// Why a file cannot be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoTable {
    /// It is none that can be read: no workbook and no text, or damaged.
    Unreadable,
    /// A quotation mark is never closed.
    Broken,
    /// A password is needed.
    Password,
    /// It is a workbook of the kind before 2007.
    Old,
    /// There is more in it than is read.
    TooMuch,
    /// There is no table with the columns of ids and origins.
    Columns,
}

/// Compares sheets with the tables of the assessment as it is, which are in each of `languages`. Heads and states may be
/// in any of them; the first is that of the preview.
///
/// # Errors
/// If none is such a table.
pub fn incoming(
    sheets: &[Sheet],
    assessment: &Assessment,
    languages: &[Vec<Table>],
    today: Day,
) -> Result<Incoming, NoTable> {
    let mut rows = BTreeMap::new();
    for (of_table, table) in languages.first().into_iter().flatten().enumerate() {
        rows.extend(table.rows.iter().enumerate().map(|(at, row)| (row.id.as_str(), (of_table, at))));
    }
    let (found, seen) = (Incoming::default(), BTreeSet::new());
    let mut comparison = Comparison { assessment, languages, today, rows, seen, found };
    let mut any = false;
    for sheet in sheets {
        let Some(heads) = sheet.heads() else { continue };
        any = true;
        for line in sheet.lines.iter().filter(|line| line.number > heads.line) {
            comparison.line(&heads, line, Place { sheet: sheet.name.clone(), line: line.number });
        }
    }
    if any { Ok(comparison.found) } else { Err(NoTable::Columns) }
}

struct Comparison<'a> {
    assessment: &'a Assessment,
    languages: &'a [Vec<Table>],
    today: Day,
    /// The table and the row of each id.
    rows: BTreeMap<&'a str, (usize, usize)>,
    seen: BTreeSet<String>,
    found: Incoming,
}

impl Comparison<'_> {
    fn line(&mut self, heads: &Heads, line: &Line, place: Place) {
        let id = line.text(heads.id).to_owned();
        let origin = Origin::read(line.text(heads.origin));
        let elsewhere = origin.as_ref().is_some_and(|o| o.assessment != *self.assessment.id());
        let why = match self.rows.get(id.as_str()) {
            _ if id.is_empty() => Why::NoId,
            _ if elsewhere => Why::Elsewhere,
            None => Why::Gone,
            Some(at) => {
                let found = self.cells(*at, heads, line, origin.as_ref(), &place);
                if self.seen.insert(id.clone()) {
                    return self.add(found);
                }
                if found.changes.is_empty() && found.odd.is_empty() {
                    return;
                }
                Why::Twice
            }
        };
        let says = self.entered(heads, line);
        // What somebody wrote beside or below the table.
        if why != Why::NoId || !says.is_empty() {
            self.found.strangers.push(Stranger { place, id, says, why });
        }
    }

    fn add(&mut self, row: Incoming) {
        self.found.unchanged += row.unchanged;
        self.found.newer += row.newer;
        self.found.changes.extend(row.changes);
        self.found.odd.extend(row.odd);
        self.found.missing.extend(row.missing);
    }

    /// What stands in the cells of a row that a person enters, whichever table it is of.
    fn entered(&self, heads: &Heads, line: &Line) -> Vec<String> {
        let columns = || self.languages.iter().flatten().flat_map(|table| &table.columns);
        let is_entered = |name: &str| columns().any(|column| column.field.is_some() && column.head == name);
        let cells = heads.names.iter().filter(|(_, name)| is_entered(name)).map(|(at, _)| line.text(*at));
        cells.filter(|text| !text.is_empty()).map(str::to_owned).collect()
    }

    /// Compares the cells of a row that a person enters.
    fn cells(
        &self,
        (of_table, of_row): (usize, usize),
        heads: &Heads,
        line: &Line,
        origin: Option<&Origin>,
        place: &Place,
    ) -> Incoming {
        let mut found = Incoming::default();
        let Some(table) = self.languages.first().and_then(|tables| tables.get(of_table)) else { return found };
        let Some(row) = table.rows.get(of_row) else { return found };
        let alike = self.languages.iter().flatten().filter(|other| other.id == table.id);
        let alike: Vec<&Table> = alike.collect();
        for (at, (column, cell)) in table.columns.iter().zip(&row.cells).enumerate() {
            let Some(field) = column.field else { continue };
            let same: Vec<&Column> = alike.iter().filter_map(|other| other.columns.get(at)).collect();
            let head = heads.names.iter().find(|(_, name)| same.iter().any(|column| column.head == name));
            let Some((place_of_head, _)) = head else {
                found.missing.insert(column.head);
                continue;
            };
            let says = match line.cells.get(place_of_head) {
                Some(Found::NoValue(says)) => {
                    let (place, says) = (place.clone(), says.clone());
                    found.odd.push(OddCell { place, head: column.head, says, expected: Expected::Value });
                    continue;
                }
                Some(Found::Text(text)) => tidy(text),
                None => String::new(),
            };
            let path = if field.is_empty() { row.id.clone() } else { format!("{}/{field}", row.id) };
            let Ok(path) = path.parse::<Path>() else { continue };
            let (here, shown) = (tidy(self.assessment.text(&path)), kept(cell));
            let stood = |text: &str| origin.is_some_and(|origin| origin.had(field, text));
            let is_here = |text: &str| text == here || text == shown;
            let read = read(&says, &same, &stood, self.today);
            if is_here(&says) || read.as_deref().is_ok_and(is_here) || is_cut(&says, &here) {
                found.unchanged += 1;
                continue;
            }
            match read {
                Ok(read) if stood(&read) => found.newer += 1,
                Ok(read) => found.changes.push(CellChange {
                    row: table.name_of(row),
                    head: column.head,
                    before: cell.text(),
                    after: column.word_of(&read),
                    both: !stood(&shown),
                    edit: Edit::text(path, read),
                }),
                Err(_) if stood(&says) => found.newer += 1,
                Err(expected) => found.odd.push(OddCell { place: place.clone(), head: column.head, says, expected }),
            }
        }
        found
    }
}

/// Whether this is the text as it was cut off when it was written.
fn is_cut(says: &str, whole: &str) -> bool {
    let beginning = |language: &Language| says.strip_suffix(words::of(*language).cut);
    Language::ALL.iter().filter_map(beginning).any(|beginning| whole.starts_with(beginning.trim_end()))
}
