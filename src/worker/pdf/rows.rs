//! Letters as runs of text on a line.

use super::glyphs::Glyph;

/// On pages with more runs ruby stays.
const MAX_RUNS: usize = 5_000;

/// A run of text: letters without a wide gap between them.
#[derive(Debug, Clone)]
pub(super) struct Run {
    pub text: String,
    pub x0: f32,
    pub x1: f32,
    pub y: f32,
    pub size: f32,
}

/// The runs of letters, from the top down and from the left to the right. Where the gap is wider than `apart` letters
/// another run begins.
pub(super) fn runs(mut glyphs: Vec<Glyph>, apart: f32) -> Vec<Run> {
    glyphs.retain(|g| g.size > 0.5);
    // By size first: small letters beside large ones are ruby, or raised.
    glyphs.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut rows: Vec<Vec<Glyph>> = Vec::new();
    for glyph in glyphs {
        let same = |row: &&mut Vec<Glyph>| {
            row.last()
                .is_some_and(|l| (l.y - glyph.y).abs() < 0.25 * l.size.min(glyph.size) && alike(l.size, glyph.size))
        };
        match rows.iter_mut().rev().take(8).find(same) {
            Some(row) => row.push(glyph),
            None => rows.push(vec![glyph]),
        }
    }
    let mut runs: Vec<Run> = rows.into_iter().flat_map(|row| of_row(row, apart)).collect();
    let small: Vec<bool> = runs.iter().map(|run| runs.len() <= MAX_RUNS && is_aside(run, &runs)).collect();
    let mut keep = small.iter();
    runs.retain(|_| !keep.next().copied().unwrap_or_default());
    level(&mut runs);
    runs
}

fn alike(a: f32, b: f32) -> bool {
    a.max(b) < 1.4 * a.min(b)
}

fn of_row(mut row: Vec<Glyph>, apart: f32) -> Vec<Run> {
    row.sort_by(|a, b| a.x0.total_cmp(&b.x0));
    let mut runs: Vec<Run> = Vec::new();
    for glyph in row {
        // Drawn twice for bold, or a shadow.
        let twice =
            |run: &Run| run.x1 - glyph.x0 > 0.6 * (glyph.x1 - glyph.x0).max(0.1) && run.text.ends_with(&glyph.text);
        match runs.last_mut() {
            Some(run) if twice(run) => {}
            Some(run) if glyph.x0 - run.x1 <= apart * glyph.size => {
                let gap = (glyph.x0 - run.x1) / glyph.size;
                let ascii = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
                let words = ascii(run.text.chars().next_back()) && ascii(glyph.text.chars().next());
                if gap > if words { 0.15 } else { 0.6 } {
                    run.text.push(' ');
                }
                run.text.push_str(&glyph.text);
                run.x1 = run.x1.max(glyph.x1);
            }
            _ => runs.push(Run { text: glyph.text, x0: glyph.x0, x1: glyph.x1, y: glyph.y, size: glyph.size }),
        }
    }
    runs.retain(|run| !run.text.trim().is_empty());
    runs
}

/// Whether a run is ruby, or raised: small, and above or at the top of larger letters.
fn is_aside(run: &Run, all: &[Run]) -> bool {
    let middle = (run.x0 + run.x1) / 2.0;
    all.iter().any(|large| {
        let up = large.y - run.y;
        large.size > 1.5 * run.size
            && (0.15 * large.size..=1.5 * large.size).contains(&up)
            && large.x0 - large.size <= middle
            && middle <= large.x1 + large.size
    })
}

/// Gives runs that stand on one line the same place from the top, and puts them in order.
fn level(runs: &mut [Run]) {
    runs.sort_by(|a, b| a.y.total_cmp(&b.y));
    let mut y = f32::NEG_INFINITY;
    for run in runs.iter_mut() {
        if run.y - y > 0.4 * run.size {
            y = run.y;
        }
        run.y = y;
    }
    runs.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x0.total_cmp(&b.x0)));
}
