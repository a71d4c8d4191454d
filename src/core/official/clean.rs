//! What stands between the texts of a document and belongs to none: tables of contents, running heads, page numbers,
//! footnotes.

use std::collections::BTreeMap;

use super::{
    line::Line,
    scan,
    text::{bare, ends, plain, real, trimmed},
};
use crate::core::gather::gather;

/// How many lines from the top and the bottom of a page a running head may stand.
const EDGE: usize = 2;
/// The most lines of notes on a page.
const NOTES: usize = 60;
/// How often a line has to come back at the edges of pages to be a running head.
const OFTEN: usize = 3;

/// A line that says something.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    /// Its place among the lines.
    pub at: usize,
    /// What it says.
    pub text: String,
    /// Whether an empty line, or something that was left out, stands before it.
    pub gap: bool,
    /// Its page; 0 where pages are not known.
    pub page: u32,
}

/// The lines that say something, in order.
pub(super) fn rows(lines: &[Line]) -> Vec<Row> {
    let notes = notes(lines);
    let mut rows: Vec<Row> = Vec::new();
    let mut gap = false;
    for (at, line) in lines.iter().enumerate() {
        let text = real(trimmed(&line.text));
        let text = text.as_str();
        if text.is_empty() {
            gap = true;
        } else if is_contents(text) {
            // Its beginning may stand on the line before.
            if !gap && scan::number(text).is_none() && rows.last().is_some_and(|r| scan::number(&r.text).is_some()) {
                rows.pop();
            }
            gap = true;
        } else if !notes.contains(&at) {
            rows.push(Row { at, text: text.to_owned(), gap, page: line.page });
            gap = false;
        }
    }
    without_heads(without_page_numbers(rows))
}

/// Whether a line is of a table of contents: dots, or a wide gap behind a numbered heading, and a page number.
fn is_contents(text: &str) -> bool {
    let plain: String = text.chars().map(plain).collect();
    let title = plain.trim_end().trim_end_matches(|c: char| c.is_ascii_digit());
    let paged = title.len() < plain.trim_end().len();
    let dots = title.trim_end().chars().rev().filter(|c| *c != ' ');
    let leader: usize = dots
        .map_while(|c| match c {
            '…' | '‥' => Some(3),
            '.' | '・' | '･' | '·' | '─' | '_' => Some(1),
            _ => None,
        })
        .sum();
    let wide = text.contains('\t') || title.ends_with("  ");
    leader >= if paged { 3 } else { 6 }
        || (paged && wide && title.ends_with(' ') && scan::number(text).is_some_and(|(_, rest)| !rest.contains('。')))
}

/// A page number: with its dashes or words, or bare digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PageNumber {
    Marked,
    Bare,
}

/// Whether a row is nothing but a page number.
pub(super) fn page_number(text: &str) -> Option<PageNumber> {
    let bare = bare(text);
    let digits = bare.chars().filter(char::is_ascii_digit).count();
    if bare.chars().count() == digits && digits <= 4 {
        return Some(PageNumber::Bare);
    }
    let rest = bare.replace("ページ", "").replace('頁', "");
    let rest = rest.trim_start_matches(['p', 'P']);
    let only = rest.chars().all(|c| c.is_ascii_digit() || "-–—―−ー./|".contains(c));
    let around = rest.starts_with(['-', '–', '—', '―', '−', 'ー']) && rest.ends_with(['-', '–', '—', '―', '−', 'ー']);
    let marked = around || rest.len() < bare.len() || rest.contains('/');
    (only && marked && (1..=8).contains(&digits)).then_some(PageNumber::Marked)
}

fn without_page_numbers(rows: Vec<Row>) -> Vec<Row> {
    let edges = edges(&rows);
    let mut kept = Vec::with_capacity(rows.len());
    for (row, edge) in rows.into_iter().zip(edges) {
        match page_number(&row.text) {
            Some(PageNumber::Marked) => kept.push(Row { text: String::new(), ..row }),
            Some(PageNumber::Bare) if row.page > 0 && edge => kept.push(Row { text: String::new(), ..row }),
            _ => kept.push(row),
        }
    }
    kept
}

/// Whether each row stands at the top or the bottom of its page. Where pages are not known, beside a page number.
fn edges(rows: &[Row]) -> Vec<bool> {
    let edge = |i: usize| {
        let row = rows.get(i)?;
        let other = |at: Option<usize>| at.and_then(|at| rows.get(at)).is_none_or(|r| r.page != row.page);
        if row.page > 0 {
            return Some((1..=EDGE).any(|n| other(i.checked_sub(n)) || other(Some(i + n))));
        }
        let near = i.saturating_sub(EDGE)..=i + EDGE;
        Some(near.filter(|at| *at != i).any(|at| rows.get(at).is_some_and(|r| r.text.is_empty())))
    };
    (0..rows.len()).map(|i| edge(i).unwrap_or_default()).collect()
}

/// Rows without running heads, and without the places where page numbers stood.
fn without_heads(rows: Vec<Row>) -> Vec<Row> {
    let edges = edges(&rows);
    // How often each text stands at an edge, and at all.
    let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for (row, edge) in rows.iter().zip(&edges) {
        let count = counts.entry(head_of(&row.text)).or_default();
        count.0 += usize::from(*edge);
        count.1 += 1;
    }
    let is_head = |row: &Row, edge: bool| {
        let key = head_of(&row.text);
        let (at_edge, all) = counts.get(&key).copied().unwrap_or_default();
        edge && at_edge >= OFTEN && at_edge * 10 >= all * 6 && key.chars().count() >= 3 && !keeps(&row.text)
    };
    let mut kept: Vec<Row> = Vec::with_capacity(rows.len());
    let mut seen: Vec<String> = Vec::new();
    for (row, edge) in rows.iter().zip(edges) {
        let head = is_head(row, edge);
        // Of a section's title that runs over its pages the first is the title itself.
        let first = head && scan::number(&row.text).is_some() && !seen.contains(&head_of(&row.text));
        if first {
            seen.push(head_of(&row.text));
        }
        if !row.text.is_empty() && (!head || first) {
            kept.push(row.clone());
        }
    }
    kept
}

/// A text as it comes back on other pages: without the page's number before or behind it.
fn head_of(text: &str) -> String {
    bare(text).trim_matches(|c: char| c.is_ascii_digit() || "-–—―|".contains(c)).to_owned()
}

/// What comes back on page after page, and is no running head: headings and heads of tables.
fn keeps(text: &str) -> bool {
    let bare = bare(text);
    bare.starts_with('【')
        || bare.contains("【基本】")
        || bare.contains("【推奨】")
        || bare.contains("パターン")
        || bare.contains("項番")
        || bare.contains("具体的なアクション")
        || ends(&bare)
        || (text.contains('\t') && bare.starts_with(|c: char| c.is_ascii_digit()))
}

/// The lines of footnotes: in small letters at the bottom of a page, or in a plain text behind their mark.
fn notes(lines: &[Line]) -> std::collections::BTreeSet<usize> {
    let mut notes = Vec::new();
    let usual = usual_size(lines);
    let mut within = false;
    for (at, line) in lines.iter().enumerate() {
        let text = trimmed(&line.text);
        if usual == 0.0 {
            let starts = is_note(text);
            within =
                starts || (within && !text.is_empty() && scan::number(text).is_none() && scan::head(text).is_none());
            if within {
                notes.push(at);
            }
            within &= !ends(text);
        } else if line.size < usual * 0.9 && at_bottom(lines, at, usual) {
            notes.push(at);
        }
    }
    gather(notes)
}

/// Whether a line begins as notes do: `※1`, `（注）`, `*1`.
fn is_note(text: &str) -> bool {
    let plain: String = text.chars().take(4).map(plain).collect();
    ["※", "(※", "(注", "注)", "注1", "*1", "*2", "*3"].iter().any(|mark| plain.starts_with(mark))
}

/// The size of most letters.
fn usual_size(lines: &[Line]) -> f32 {
    let mut sizes: BTreeMap<u32, usize> = BTreeMap::new();
    for line in lines {
        *sizes.entry((line.size * 2.0) as u32).or_default() += line.text.len();
    }
    sizes.into_iter().max_by_key(|(_, letters)| *letters).map_or(0.0, |(size, _)| size as f32 / 2.0)
}

/// Whether nothing but small letters and a page number follows on the page, and all of it begins as a note does.
fn at_bottom(lines: &[Line], at: usize, usual: f32) -> bool {
    let Some(page) = lines.get(at).map(|l| l.page) else { return false };
    let same = |line: &&Line| line.page == page;
    let small = |line: &Line| line.size < usual * 0.9;
    let below: Vec<&Line> = lines.get(at..).unwrap_or_default().iter().take_while(same).take(NOTES + 1).collect();
    let above =
        lines.get(..=at).unwrap_or_default().iter().rev().take(NOTES).take_while(|l| l.page == page && small(l));
    let begins = |line: &Line| {
        let text = trimmed(&line.text);
        is_note(text)
            || (text.starts_with(|c: char| plain(c).is_ascii_digit())
                && page_number(text).is_none()
                && !text.contains('\t'))
    };
    below.len() <= NOTES
        && below.iter().all(|l| small(l) || page_number(&l.text).is_some() || l.text.trim().is_empty())
        && above.last().is_some_and(begins)
}
