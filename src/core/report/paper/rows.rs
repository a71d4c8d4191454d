//! Rows of a table while it is written.

use super::{Row, Table, words::Words};
use crate::core::{
    catalog::Provenance,
    language::{Language, fill},
    report::{ProvenanceKind, labels},
};

/// Rows, and where texts in them come from.
pub(super) struct Rows {
    columns: Vec<(char, &'static str)>,
    pub rows: Vec<Row>,
    /// Rows and cells of texts of the catalogue, and where these come from.
    sources: Vec<(usize, usize, Provenance)>,
}

impl Rows {
    /// None yet. The heads of columns are divided by `|`, and have a letter each for how wide they are.
    #[inline(never)]
    pub fn of(heads: &'static str, widths: &str) -> Self {
        let mut columns = Vec::new();
        for (width, head) in widths.chars().zip(heads.split('|')) {
            columns.push((width, head));
        }
        Self { columns, rows: Vec::new(), sources: Vec::new() }
    }

    /// Adds a row.
    #[inline(never)]
    pub fn add(&mut self, cells: &[&str]) {
        let mut row = Vec::with_capacity(cells.len());
        for cell in cells {
            row.push((*cell).to_owned());
        }
        self.rows.push(Row::Cells(row));
    }

    /// Adds a fact by its name; nothing where it is not known.
    pub fn fact(&mut self, name: &str, fact: &str) {
        if !fact.is_empty() {
            self.add(&[name, fact]);
        }
    }

    /// Adds what the rows below have in common.
    #[inline(never)]
    pub fn group(&mut self, name: &str) {
        self.rows.push(Row::Group(name.to_owned()));
    }

    /// Says where the text in a cell of the last row comes from.
    #[inline(never)]
    pub fn from(&mut self, cell: usize, from: Provenance) {
        self.sources.push((self.rows.len() - 1, cell, from));
    }

    /// The first of them, in which nothing says where texts come from, and how many there are.
    pub fn first(mut self, rows: usize) -> (Self, usize) {
        let all = self.rows.len();
        self.rows.truncate(rows);
        self.sources.clear();
        (self, all)
    }

    /// Says where most texts come from, and makes a table of the rows, in which only the others are marked; without the
    /// columns in which nothing stands. `None` where there are no rows.
    pub fn table(mut self, t: &Words, language: Language) -> (Option<String>, Option<Table>) {
        let word = |kind| labels::provenance(kind).pick(language);
        let usual = ProvenanceKind::usual(&mut self.sources.iter().map(|(.., from)| *from));
        for (row, cell, from) in &self.sources {
            let kind = ProvenanceKind::of(*from);
            let text = match self.rows.get_mut(*row) {
                Some(Row::Group(name)) => Some(name),
                Some(Row::Cells(cells)) => cells.get_mut(*cell),
                None => None,
            };
            if let Some(text) = text.filter(|_| usual != Some(kind)) {
                *text = fill(t.marked, &[text, &word(kind)]);
            }
        }
        for at in (1..self.columns.len()).rev() {
            let has = |row: &Row| matches!(row, Row::Cells(cells) if cells.get(at).is_some_and(|c| !c.is_empty()));
            if self.rows.iter().any(has) {
                continue;
            }
            self.columns.remove(at);
            for row in &mut self.rows {
                if let Row::Cells(cells) = row {
                    cells.remove(at);
                }
            }
        }
        for row in &mut self.rows {
            if let Row::Cells(cells) = row {
                for cell in cells.iter_mut().filter(|cell| cell.is_empty()) {
                    cell.push('–');
                }
            }
        }
        let said = usual.map(|kind| fill(t.usual, &[&word(kind)]));
        (said, (!self.rows.is_empty()).then_some(Table { columns: self.columns, rows: self.rows }))
    }
}
