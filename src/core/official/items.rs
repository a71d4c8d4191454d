//! Evaluation items with their reference values: tables of the patterns 1 to 6, in rows or in columns.

use super::{
    clean::Row,
    draft::Draft,
    found::{Doubt, FoundField, Lines},
    scan,
    text::{bare, join, plain, tidy, trimmed},
    values,
};
use crate::core::catalog::EvaluationItem;

/// The patterns.
const PATTERNS: usize = 6;

/// What stands in the table of one item, cell by cell.
struct Item {
    letter: char,
    name: Draft,
    cells: Vec<(String, usize)>,
}

/// The fields of the items in these rows. `known` are those of the catalogue.
pub(super) fn read(rows: &[Row], known: &'static [EvaluationItem]) -> Vec<FoundField> {
    let mut items: Vec<Item> = Vec::new();
    for row in rows {
        let mut cells = row.text.split('\t').map(trimmed).filter(|c| !c.is_empty());
        let Some(first) = cells.next() else { continue };
        let expected = items.last().map_or('a', |i| char::from(i.letter as u8 + 1));
        let begun = scan::letter_mark(first).filter(|(letter, _)| *letter == expected);
        if let Some((letter, name)) = begun {
            items.push(Item { letter, name: Draft::new(name, row.at), cells: Vec::new() });
        }
        let Some(item) = items.last_mut() else { continue };
        if begun.is_none() {
            item.cells.push((first.to_owned(), row.at));
        }
        item.cells.extend(cells.map(|cell| (cell.to_owned(), row.at)));
    }
    items.into_iter().flat_map(|item| fields(item, known)).collect()
}

fn fields(mut item: Item, known: &'static [EvaluationItem]) -> Vec<FoundField> {
    let of = known.iter().find(|k| k.id.len() == 1 && k.id.starts_with(item.letter));
    let field = |rest: &str| format!("item.{}.{rest}", item.letter);
    // Before the head of the table, or the first pattern, the name goes on.
    let begins = item.cells.iter().position(|(cell, _)| is_head(cell) || pattern(cell, 1).is_some());
    let named = begins.filter(|at| *at <= 3).unwrap_or(0);
    for (cell, at) in item.cells.drain(..named) {
        item.name.add(&cell, at);
    }
    let cells: Vec<(String, usize)> = item.cells.iter().filter(|(cell, _)| !is_head(cell)).cloned().collect();
    let values = in_rows(&cells).or_else(|| in_columns(&cells)).unwrap_or_default();
    let new = of.is_none().then_some(Doubt::New);
    let mut name = item.name;
    name.doubt = new.clone();
    let mut fields = vec![name.field(&field("name"))];
    for (i, (text, at)) in values.into_iter().enumerate() {
        let read = of.and_then(|of| values::value(of, &text));
        let doubt = new.clone().or_else(|| read.is_none().then_some(Doubt::Value));
        let value = read.unwrap_or_else(|| text.clone());
        fields.push(FoundField { field: field(&format!("value.{}", i + 1)), text, value, doubt, lines: at });
    }
    fields
}

/// A row of the table's head, which names patterns and values.
fn is_head(cell: &str) -> bool {
    let bare = bare(cell);
    let rest = bare.replace("パターン", "").replace("対策参照値", "").replace("参照値", "").replace("評価項目", "");
    rest.len() < bare.len() && rest.chars().all(|c| "(*)・:：/、".contains(c)) || bare.starts_with("パターン123456")
}

/// Whether a cell is this pattern, alone or with its value behind it: the value.
fn pattern(cell: &str, number: usize) -> Option<&str> {
    let cell = cell.strip_prefix("パターン").unwrap_or(cell).trim_start();
    let digit = cell.chars().next().filter(|c| plain(*c).to_digit(10) == u32::try_from(number).ok())?;
    let rest = cell.get(digit.len_utf8()..)?;
    (rest.is_empty() || rest.starts_with(|c| plain(c) == ' ')).then(|| trimmed(rest))
}

type Values = Vec<(String, Lines)>;

/// Six rows, each with a pattern and its value.
fn in_rows(cells: &[(String, usize)]) -> Option<Values> {
    let mut values: Values = Vec::new();
    let mut open = false;
    for (cell, at) in cells {
        // The next pattern, unless the value of the last is still to come.
        if let Some(value) = pattern(cell, values.len() + 1).filter(|_| !open) {
            values.push((tidy(value), Lines::at(*at)));
            open = value.is_empty();
        } else {
            let (value, lines) = values.last_mut()?;
            join(value, cell);
            lines.reach(*at);
            open = false;
        }
    }
    (values.len() == PATTERNS && values.iter().all(|(value, _)| !value.is_empty())).then_some(values)
}

/// Six values beside each other, below the patterns or without them.
fn in_columns(cells: &[(String, usize)]) -> Option<Values> {
    let numbered = cells.len() >= PATTERNS
        && (0..PATTERNS).all(|i| cells.get(i).is_some_and(|(c, _)| pattern(c, i + 1) == Some("")));
    let cells = cells.get(if numbered { PATTERNS } else { 0 }..)?;
    let cells: Vec<(String, usize)> = match cells {
        [(one, at)] => words(one).into_iter().map(|word| (word, *at)).collect(),
        [(head, _), (one, at)] if bare(head) == "123456" => words(one).into_iter().map(|word| (word, *at)).collect(),
        cells => cells.to_vec(),
    };
    (cells.len() == PATTERNS).then(|| cells.into_iter().map(|(cell, at)| (tidy(&cell), Lines::at(at))).collect())
}

/// Words apart by blanks; a mark for especially necessary belongs to the word before it.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match words.last_mut() {
            Some(last) if matches!(word, "*" | "＊") => last.push('*'),
            _ => words.push(word.to_owned()),
        }
    }
    words
}
