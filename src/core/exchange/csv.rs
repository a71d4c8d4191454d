//! Tables as text for spreadsheets: comma, tab or semicolon between cells, quotation marks, formulas made harmless.
//!
//! The reader is our own, since it has to report a quotation mark that is never closed: a library silently takes the
//! rest of the file for one cell.

/// What a spreadsheet takes for the beginning of a formula. The apostrophe is what makes one harmless; it is doubled so
/// that it can be told from one that was there.
const BEGINNINGS: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\''];

/// Writes rows of cells: a byte order mark first, which Excel needs, and an apostrophe before what would be a formula.
#[must_use]
pub fn write_csv(rows: &[Vec<String>]) -> String {
    let mut out = String::from('\u{feff}');
    for row in rows {
        for (i, cell) in row.iter().enumerate() {
            if i > 0 {
                out.push(',');
            }
            let mark = if cell.starts_with(BEGINNINGS) { "'" } else { "" };
            if cell.contains(['"', ',', '\n', '\r', '\t', ';']) {
                out.extend(["\"", mark, &cell.replace('"', "\"\""), "\""]);
            } else {
                out.extend([mark, cell]);
            }
        }
        out.push_str("\r\n");
    }
    out
}

/// Reads rows of cells. Which sign stands between them is seen from the first line. `None` if a quotation mark is never
/// closed.
#[must_use]
pub fn read_csv(text: &str) -> Option<Vec<Vec<String>>> {
    let between = separator(text);
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut chars = text.chars().peekable();
    let mut quoted = false;
    let mut begun = false;
    while let Some(ch) = chars.next() {
        match ch {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            _ if quoted => cell.push(ch),
            '"' if !begun => (quoted, begun) = (true, true),
            '\r' | '\n' => {
                if ch == '\r' && chars.peek() == Some(&'\n') {
                    chars.next();
                }
                row.push(plain_cell(std::mem::take(&mut cell)));
                rows.push(std::mem::take(&mut row));
                begun = false;
            }
            _ if ch == between => {
                row.push(plain_cell(std::mem::take(&mut cell)));
                begun = false;
            }
            _ => {
                cell.push(ch);
                begun = true;
            }
        }
    }
    if begun || !row.is_empty() {
        row.push(plain_cell(cell));
        rows.push(row);
    }
    (!quoted).then_some(rows)
}

/// What stands between the cells of the first line.
fn separator(text: &str) -> char {
    let (mut quoted, mut counts) = (false, [0_usize; 3]);
    for ch in text.chars() {
        match ch {
            '"' => quoted = !quoted,
            _ if quoted => {}
            '\r' | '\n' => break,
            ',' => counts[0] += 1,
            '\t' => counts[1] += 1,
            ';' => counts[2] += 1,
            _ => {}
        }
    }
    match counts {
        [commas, tabs, _] if tabs > commas => '\t',
        [commas, _, semicolons] if semicolons > commas => ';',
        _ => ',',
    }
}

/// A cell without the apostrophe that made it harmless.
#[must_use]
pub fn plain_cell(cell: String) -> String {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(BEGINNINGS) => rest.to_owned(),
        _ => cell,
    }
}
