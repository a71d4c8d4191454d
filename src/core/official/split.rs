//! Rows as pieces, each of which begins with at most one heading, number or mark, also where a text was pasted without
//! its line breaks.

use super::{
    clean::Row,
    scan,
    text::{plain, trimmed},
};

/// The rows, parted before each control's number, before and behind headings, and before marks behind a sentence.
pub(super) fn pieces(rows: &[Row]) -> Vec<Row> {
    let mut pieces: Vec<Row> = Vec::with_capacity(rows.len());
    for row in rows {
        // A number that was wrapped: `II.2.1.` and `1. 【基本】`.
        if let Some(whole) = pieces.last().and_then(|before| wrapped(&before.text, &row.text))
            && let Some(before) = pieces.pop()
        {
            cut(&Row { text: whole, ..before }, &mut pieces);
            continue;
        }
        cut(row, &mut pieces);
    }
    pieces
}

/// Two rows as one, where the first is the beginning of a control's number and the second the rest of it.
fn wrapped(before: &str, row: &str) -> Option<String> {
    let (number, rest) = match scan::number(before) {
        Some(found) => found,
        // `II.` alone.
        None => (scan::part_alone(before)?.to_owned(), ""),
    };
    let (more, after) = scan::places(trimmed(row))?;
    let whole = format!("{number}.{}", more.join("."));
    let open = trimmed(rest).is_empty() && trimmed(before).ends_with(['.', '．', '・']);
    (open && scan::is_control(&whole) && scan::class(after).is_some()).then(|| format!("{whole}. {}", trimmed(after)))
}

fn cut(row: &Row, pieces: &mut Vec<Row>) {
    let mut push = |text: &str, first: bool| {
        if !trimmed(text).is_empty() {
            pieces.push(Row { at: row.at, text: trimmed(text).to_owned(), gap: first && row.gap, page: row.page });
        }
    };
    // In tables cells stay together.
    if row.text.contains('\t') && !row.text.contains(['【', '［', '〔']) {
        return push(&row.text, true);
    }
    let mut first = true;
    let mut start = 0;
    let mut at = 0;
    while let Some(c) = row.text.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = row.text.get(at..).unwrap_or_default();
        let before = row.text.get(start..at).unwrap_or_default();
        if at > start && begins(before, rest) {
            push(before, first);
            (first, start) = (false, at);
        }
        if let Some((_, behind)) =
            own_head(rest).filter(|_| trimmed(row.text.get(start..at).unwrap_or_default()).is_empty())
        {
            let end = row.text.len() - behind.len();
            push(row.text.get(start..end).unwrap_or_default(), first);
            (first, start, at) = (false, end, end);
            continue;
        }
        at += c.len_utf8();
    }
    push(row.text.get(start..).unwrap_or_default(), first);
}

/// A heading behind which a text may go on in the same row.
fn own_head(text: &str) -> Option<(String, &str)> {
    if !text.starts_with('【') {
        return None;
    }
    scan::head(text).filter(|(head, _)| is_part(head))
}

/// The headings of the parts of a control.
pub(super) fn is_part(head: &str) -> bool {
    head.starts_with("ベストプラクティス") || head.starts_with("評価項目") || head.starts_with("対策参照値")
}

/// Whether something of its own begins within a row.
fn begins(before: &str, rest: &str) -> bool {
    let last = before.chars().next_back();
    let blank = last.is_some_and(|c| plain(c) == ' ');
    let sentence = trimmed(before).ends_with(['。', '】']);
    if own_head(rest).is_some() {
        return true;
    }
    if (blank || sentence)
        && let Some((number, after)) = scan::number(rest)
    {
        let class = scan::class(after);
        return !rest.starts_with(' ')
            && scan::is_control(&number)
            && class.is_some_and(|(_, after)| !scan::goes_on(after));
    }
    if !sentence || rest.starts_with(|c| plain(c) == ' ') {
        return false;
    }
    scan::roman_mark(rest).is_some() && !rest.starts_with(['-', '・'])
}
