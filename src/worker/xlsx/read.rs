//! Workbooks as they come back: written by Excel, LibreOffice or Google, or by somebody who means harm.
//!
//! All parts are unpacked within bounds before the reader sees any of them, and cells are taken one by one: a sheet may
//! say that it has billions.

use std::{
    collections::BTreeMap,
    io::{Cursor, Read},
};

use calamine::{DataRef, Reader, Xlsx, XlsxError, open_workbook_from_rs};
use zip::ZipArchive;

use crate::{
    core::{
        day::Day,
        exchange::tables::{Found, Line, NoTable, Sheet},
    },
    worker::tables::MAX_CELLS,
};

/// The most bytes of all parts, unpacked.
pub const MAX_UNPACKED: usize = 64 * 1024 * 1024;
/// The most columns.
pub const MAX_COLUMNS: u32 = 1_000;
/// The most bytes of all texts: many cells may have the same long one.
const MAX_TEXT: usize = 32 * 1024 * 1024;
/// The longest number of texts in a workbook, for which the reader would make room unseen.
const COUNT_DIGITS: usize = 7;

/// The sheets of a workbook.
///
/// # Errors
/// Says why there are none.
pub fn read(file: &[u8]) -> Result<Vec<Sheet>, NoTable> {
    check(file)?;
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(file)).map_err(refused)?;
    let (mut left, mut sheets) = (Left { cells: MAX_CELLS, text: MAX_TEXT }, Vec::new());
    for name in book.sheet_names() {
        match lines(&mut book, &name, &mut left) {
            Ok(lines) => sheets.push(Sheet { name, lines }),
            // A sheet that is a chart.
            Err(Refused::Not(XlsxError::NotAWorksheet(kind))) if kind == "chartsheet" => {}
            Err(Refused::Not(error)) => return Err(refused(error)),
            Err(Refused::TooMuch) => return Err(NoTable::TooMuch),
        }
    }
    Ok(sheets)
}

/// How much may still be read.
struct Left {
    cells: usize,
    text: usize,
}

enum Refused {
    Not(XlsxError),
    TooMuch,
}

fn refused(error: XlsxError) -> NoTable {
    if matches!(error, XlsxError::Password) { NoTable::Password } else { NoTable::Unreadable }
}

/// Unpacks every part within bounds. A part may be larger than the file says.
fn check(file: &[u8]) -> Result<(), NoTable> {
    let mut archive = ZipArchive::new(Cursor::new(file)).map_err(|_| NoTable::Unreadable)?;
    let mut left = MAX_UNPACKED;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(|_| NoTable::Unreadable)?;
        let mut content = Vec::new();
        part.take(left as u64 + 1).read_to_end(&mut content).map_err(|_| NoTable::Unreadable)?;
        left = left.checked_sub(content.len()).ok_or(NoTable::TooMuch)?;
        if is_odd(&content) {
            return Err(NoTable::Unreadable);
        }
    }
    Ok(())
}

/// Whether a part is as no spreadsheet writes it: with entities of its own, in UTF-16, or with a number for which there
/// is no memory.
fn is_odd(part: &[u8]) -> bool {
    let begins = |with: &[u8]| part.starts_with(with);
    if begins(b"\xff\xfe") || begins(b"\xfe\xff") || begins(b"\0<") {
        return true;
    }
    if !part.strip_prefix(b"\xef\xbb\xbf").unwrap_or(part).trim_ascii_start().starts_with(b"<") {
        return false;
    }
    let tag_is_odd = |tag: &[u8]| {
        let is = |name: &[u8]| tag.starts_with(name);
        is(b"!DOCTYPE")
            || is(b"!ENTITY")
            || is(b"sst") && tag.split(|b| !b.is_ascii_digit()).any(|n| n.len() > COUNT_DIGITS)
    };
    part.contains(&0) || part.split(|byte| *byte == b'<').any(tag_is_odd)
}

/// The lines of a sheet that are not empty.
fn lines(book: &mut Xlsx<Cursor<&[u8]>>, name: &str, left: &mut Left) -> Result<Vec<Line>, Refused> {
    let mut cells = book.worksheet_cells_reader(name).map_err(Refused::Not)?;
    let mut lines: BTreeMap<u32, BTreeMap<usize, Found>> = BTreeMap::new();
    while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(Refused::Not)? {
        let (row, column) = cell.pos;
        let found = match found(&cell.value) {
            // A formula that no spreadsheet has worked out yet.
            None if cell.formula.is_some() => Found::NoValue("=".to_owned()),
            None => continue,
            Some(found) => found,
        };
        let (Found::Text(text) | Found::NoValue(text)) = &found;
        left.cells = left.cells.checked_sub(1).ok_or(Refused::TooMuch)?;
        left.text = left.text.checked_sub(text.len()).ok_or(Refused::TooMuch)?;
        if column >= MAX_COLUMNS {
            return Err(Refused::TooMuch);
        }
        lines.entry(row).or_default().insert(column as usize, found);
    }
    let line = |(row, cells)| Line { number: row as usize + 1, cells };
    Ok(lines.into_iter().map(line).collect())
}

/// What stands in a cell, as somebody reads it. `None` where it is empty.
fn found(value: &DataRef) -> Option<Found> {
    let text = match value {
        DataRef::Empty => return None,
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => plain(*number),
        DataRef::Bool(is) => if *is { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::DateTime(date) if date.is_datetime() => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            Day::new(year, month, day)?.to_string()
        }
        DataRef::DateTime(date) => plain(date.as_f64()),
        // As a day, without the time behind it.
        DataRef::DateTimeIso(text) => text.get(..10).unwrap_or(text).to_owned(),
        DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => return Some(Found::NoValue(error.to_string())),
    };
    (!text.trim().is_empty()).then_some(Found::Text(text))
}

/// A number as spreadsheets show it, with fifteen digits.
fn plain(number: f64) -> String {
    format!("{number:.14e}").parse::<f64>().unwrap_or(number).to_string()
}
