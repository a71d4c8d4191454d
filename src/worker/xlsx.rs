//! The tables of an assessment as a workbook for Excel: one sheet a table, with drop-down lists where one of a few is
//! chosen, and ids and origins in hidden columns; and such a workbook as it comes back.
//!
//! Nothing that was entered becomes a formula: texts are written as texts. The same tables give the same bytes.

mod look;
mod read;

use std::borrow::Cow;

use rust_xlsxwriter::{
    ConditionalFormatCell, ConditionalFormatCellRule, DataValidation, DocProperties, ExcelDateTime, Formula, Workbook,
    Worksheet, XlsxError,
};

use self::look::{Look, colours};
pub use self::read::{MAX_COLUMNS, MAX_UNPACKED, read};
use crate::core::{
    day::Day,
    exchange::tables::{Cell, Column, ID, ORIGIN, Table, words},
    language::Language,
    report::paper,
};

/// The longest text of a cell, in units of UTF-16.
pub const MAX_TEXT: usize = 32_767;
/// A4, as Excel counts paper.
const A4: u8 = 9;

/// The tables as a workbook that was made on a day.
///
/// # Errors
/// What Excel cannot hold.
pub fn workbook(tables: &[Table], today: Day, language: Language) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let (look, t) = (Look::new(), words::of(language));
    let properties = DocProperties::new().set_title(paper::words::of(language).title).set_author("tenken");
    workbook.set_properties(&properties.set_creation_datetime(&date(today)?));
    let mut choices = Worksheet::new();
    let mut lists = 0;
    for table in tables {
        let sheet = workbook.add_worksheet();
        write(sheet, table, &look, t.cut)?;
        sheet.set_footer(format!("&L{}&C{today}&R&P / &N", table.title));
        let (first, last) = (1, rows(table));
        for (at, column) in (0..).zip(&table.columns) {
            colour(sheet, column, (first, at, last, at))?;
            if column.field.is_some() && !column.states.is_empty() {
                for (row, state) in (0..).zip(&column.states) {
                    choices.write_string(row, lists, state.word)?;
                }
                let list = format!("='{}'!{}", t.choices, range(lists, column.states.len()));
                let offered = DataValidation::new().allow_list_formula(Formula::new(list));
                sheet.add_data_validation(first, at, last, at, &offered)?;
                lists += 1;
            }
        }
    }
    choices.set_name(t.choices)?.set_hidden(true);
    workbook.push_worksheet(choices);
    workbook.save_to_buffer()
}

/// Writes the cells of a table, and how its sheet is shown and printed.
fn write(sheet: &mut Worksheet, table: &Table, look: &Look, cut: &str) -> Result<(), XlsxError> {
    let ids = table.columns.len() as u16;
    let origins = ids + 1;
    sheet.set_name(table.title)?.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?.set_freeze_panes(1, 0)?.autofilter(0, 0, rows(table), origins)?;
    for (at, column) in (0..).zip(&table.columns) {
        sheet.set_column_width(at, f64::from(column.width) + 2.0)?;
        sheet.write_string_with_format(0, at, column.head, look.head(column))?;
    }
    for (at, head) in [(ids, ID), (origins, ORIGIN)] {
        sheet.write_string_with_format(0, at, head, &look.worked_out)?.set_column_hidden(at)?;
    }
    for (number, row) in (1..).zip(&table.rows) {
        for (at, (cell, column)) in (0..).zip(row.cells.iter().zip(&table.columns)) {
            let format = look.cell(column, cell);
            match cell {
                Cell::Number(n) => sheet.write_number_with_format(number, at, *n, format)?,
                Cell::Day(day) => sheet.write_datetime_with_format(number, at, date(*day)?, format)?,
                text => sheet.write_string_with_format(number, at, fitting(&text.text(), cut), format)?,
            };
        }
        sheet.write_string(number, ids, &row.id)?;
        sheet.write_string(number, origins, table.origin(row))?;
    }
    Ok(())
}

/// Colours what can stand in a column, also once another word is chosen. The word tells the same.
fn colour(
    sheet: &mut Worksheet,
    column: &Column,
    (top, left, bottom, right): (u32, u16, u32, u16),
) -> Result<(), XlsxError> {
    for state in &column.states {
        if let Some(format) = colours(state.tone) {
            let rule = ConditionalFormatCellRule::EqualTo(state.word);
            let rule = ConditionalFormatCell::new().set_rule(rule).set_format(format);
            sheet.add_conditional_format(top, left, bottom, right, &rule)?;
        }
    }
    Ok(())
}

/// The number of a table's last row, below its heads.
fn rows(table: &Table) -> u32 {
    (table.rows.len() as u32).max(1)
}

/// The first cells of a column, as formulas name them.
fn range(column: u16, cells: usize) -> String {
    let name = rust_xlsxwriter::utility::column_number_to_name(column);
    format!("${name}$1:${name}${cells}")
}

fn date(day: Day) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::parse_from_str(&day.to_string())
}

/// A text as far as a cell takes it, and that it is cut off where it is.
#[must_use]
pub fn fitting<'a>(text: &'a str, cut: &str) -> Cow<'a, str> {
    let length = |text: &str| text.encode_utf16().count();
    if length(text) <= MAX_TEXT {
        return Cow::Borrowed(text);
    }
    let (mut left, mut kept) = (MAX_TEXT - length(cut), String::new());
    for letter in text.chars() {
        let Some(rest) = left.checked_sub(letter.len_utf16()) else { break };
        left = rest;
        kept.push(letter);
    }
    Cow::Owned(kept + cut)
}
