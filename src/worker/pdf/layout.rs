//! Runs of text as lines in the order in which they are read.

use std::collections::BTreeMap;

use super::{
    glyphs::Glyph,
    rows::{Run, runs},
    rules::{Cell, Rules},
};
use crate::core::official::Line;

/// Ends of cells so near to each other, in tenths of a point, are the same place.
const NEAR: i32 = 15;
/// Where a gap is wider than so many letters, another run begins: another cell or column.
const APART: f32 = 1.3;
/// The most cells of a page's tables.
const MAX_CELLS: usize = 600;

/// Adds a page's lines.
pub(super) fn lines(glyphs: Vec<Glyph>, rules: Rules, page: u32, lines: &mut Vec<Line>) {
    let rules = rules.joined();
    let mut cells: BTreeMap<Cell, Vec<Glyph>> = BTreeMap::new();
    let mut free = Vec::new();
    for glyph in glyphs {
        match rules.cell((glyph.x0 + glyph.x1) / 2.0, glyph.y - 0.3 * glyph.size) {
            Some(cell) => cells.entry(cell).or_default().push(glyph),
            None => free.push(glyph),
        }
    }
    // More than a table for people has.
    if cells.len() > MAX_CELLS {
        free.extend(std::mem::take(&mut cells).into_values().flatten());
    }
    let (tables, single) = tables(cells);
    free.extend(single);
    let mut all = runs(free, APART);
    for table in tables {
        all.extend(rows_of(table));
    }
    all.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x0.total_cmp(&b.x0)));
    for run in in_order(all) {
        lines.push(Line { text: run.text, page, x: run.x0, y: run.y, size: run.size });
    }
}

type Filled = (Cell, Vec<Glyph>);

/// Cells that touch each other, as tables. What stands in a frame that has one column only is plain text.
fn tables(cells: BTreeMap<Cell, Vec<Glyph>>) -> (Vec<Vec<Filled>>, Vec<Glyph>) {
    let mut tables: Vec<Vec<Filled>> = Vec::new();
    for filled in cells {
        let touching: Vec<usize> =
            (0..tables.len()).filter(|i| tables[*i].iter().any(|other| touch(&other.0, &filled.0))).collect();
        let mut table = vec![filled];
        for i in touching.into_iter().rev() {
            table.extend(tables.swap_remove(i));
        }
        tables.push(table);
    }
    let several = |table: &Vec<Filled>| {
        let first = table[0].0.left;
        table.iter().any(|(cell, _)| (cell.left - first).abs() > NEAR)
    };
    let (tables, frames): (Vec<_>, Vec<_>) = tables.into_iter().partition(several);
    (tables, frames.into_iter().flatten().flat_map(|(_, glyphs)| glyphs).collect())
}

/// Whether two cells have a side in common.
fn touch(a: &Cell, b: &Cell) -> bool {
    let near = |a: i32, b: i32| (a - b).abs() <= NEAR;
    let beside = (near(a.right, b.left) || near(b.right, a.left)) && a.top < b.bottom && b.top < a.bottom;
    let below = (near(a.bottom, b.top) || near(b.bottom, a.top)) && a.left < b.right && b.left < a.right;
    beside || below
}

/// The rows of a table, cells apart by tabs. A cell that reaches over several rows stands in the first of them, and is
/// empty in the others.
fn rows_of(table: Vec<Filled>) -> Vec<Run> {
    let mut tops: Vec<i32> = table.iter().map(|(cell, _)| cell.top).collect();
    let mut lefts: Vec<i32> = table.iter().map(|(cell, _)| cell.left).collect();
    for places in [&mut tops, &mut lefts] {
        places.sort_unstable();
        places.dedup_by(|b, a| *b - *a <= NEAR);
    }
    let right = table.iter().map(|(cell, _)| cell.right).max().unwrap_or_default();
    let texts: Vec<(Cell, String, f32)> = table
        .into_iter()
        .map(|(cell, glyphs)| {
            let runs = runs(glyphs, f32::INFINITY);
            let size = runs.first().map_or(10.0, |run| run.size);
            (cell, joined(&runs), size)
        })
        .collect();
    let near = |a: i32, b: i32| (a - b).abs() <= NEAR;
    let mut rows = Vec::new();
    for top in &tops {
        let mut row: Vec<&str> = Vec::new();
        let mut height = 10.0;
        for left in &lefts {
            if let Some((_, text, size)) = texts.iter().find(|(c, ..)| near(c.left, *left) && near(c.top, *top)) {
                row.push(text);
                height = *size;
            } else if texts.iter().any(|(c, ..)| near(c.left, *left) && c.top < *top && c.bottom > *top + NEAR) {
                row.push("");
            }
        }
        let y = *top as f32 / 10.0 + height;
        let x0 = lefts.first().copied().unwrap_or_default() as f32 / 10.0;
        rows.push(Run { text: row.join("\t"), x0, x1: right as f32 / 10.0, y, size: height });
    }
    rows
}

/// The lines within a cell as one text: without blanks between Japanese letters.
fn joined(runs: &[Run]) -> String {
    let mut text = String::new();
    for run in runs {
        let ascii = |c: Option<char>| c.is_some_and(|c| c.is_ascii_graphic());
        if ascii(text.chars().next_back()) && ascii(run.text.chars().next()) {
            text.push(' ');
        }
        text.push_str(run.text.trim());
    }
    text
}

/// Runs in the order in which they are read, those of a line put together. Where a page has two columns, the left one is
/// read before the right one, down to the next line that reaches over both.
fn in_order(runs: Vec<Run>) -> Vec<Run> {
    let Some(middle) = gutter(&runs) else { return by_line(runs) };
    let (mut left, mut right, mut order) = (Vec::new(), Vec::new(), Vec::new());
    for run in runs {
        if run.x1 <= middle {
            left.push(run);
        } else if run.x0 >= middle {
            right.push(run);
        } else {
            order.extend(by_line(std::mem::take(&mut left)));
            order.extend(by_line(std::mem::take(&mut right)));
            order.extend(by_line(vec![run]));
        }
    }
    order.extend(by_line(left));
    order.extend(by_line(right));
    order
}

/// Where the gap between two columns is, if the page has two.
fn gutter(runs: &[Run]) -> Option<f32> {
    const FEWEST: usize = 6;
    let x0 = runs.iter().map(|r| r.x0).reduce(f32::min)?;
    let x1 = runs.iter().map(|r| r.x1).reduce(f32::max)?;
    let width = x1 - x0;
    let best = (35..=65)
        .map(|percent| x0 + width * percent as f32 / 100.0)
        .min_by_key(|at| runs.iter().filter(|r| r.x0 < *at && r.x1 > *at).count())?;
    let crossing = runs.iter().filter(|r| r.x0 < best && r.x1 > best).count();
    let side = |on: &dyn Fn(&&Run) -> bool| {
        let side: Vec<&Run> = runs.iter().filter(on).collect();
        let wide = side.iter().filter(|r| r.x1 - r.x0 > 0.25 * width).count();
        side.len() >= FEWEST && wide >= 3 && wide * 8 >= side.len()
    };
    let columns = side(&|r: &&Run| r.x1 <= best) && side(&|r: &&Run| r.x0 >= best);
    (columns && crossing * 4 <= runs.len()).then_some(best)
}

/// Puts runs that stand on one line together, apart by a tab.
fn by_line(runs: Vec<Run>) -> Vec<Run> {
    let mut lines: Vec<Run> = Vec::new();
    for run in runs {
        match lines.last_mut() {
            Some(last)
                if (last.y - run.y).abs() < 0.3 * last.size && run.x0 >= last.x1 && !last.text.contains('\t') =>
            {
                last.text.push(if run.x0 - last.x1 > 2.5 * last.size { '\t' } else { ' ' });
                last.text.push_str(&run.text);
                last.x1 = run.x1;
            }
            _ => lines.push(run),
        }
    }
    lines
}
