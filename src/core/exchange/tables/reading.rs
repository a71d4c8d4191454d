//! What is meant by a text that stands in a cell.

use super::{Column, words};
use crate::core::{assessment::MAX_CHARS, catalog::search::folded, day::Day, exchange::plain_cell, language::Language};

/// What a cell should say that is not understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expected {
    /// One of these.
    OneOf(Vec<&'static str>),
    /// A day.
    Day,
    /// A value: there is an error, or a formula that was not worked out.
    Value,
    /// No more than so many letters.
    Letters(usize),
    /// All of the text: it was cut off when the table was written.
    Whole,
}

/// What the document would keep for a text. `columns` are the same one in each language; `stood` says what stood in the
/// cell when the table was written.
pub(super) fn read(
    text: &str,
    columns: &[&Column],
    stood: &dyn Fn(&str) -> bool,
    today: Day,
) -> Result<String, Expected> {
    let states: Vec<_> = columns.iter().flat_map(|column| &column.states).collect();
    if text.is_empty() {
        Ok(String::new())
    } else if columns.iter().any(|column| column.is_day()) {
        day(text, stood, today).ok_or(Expected::Day)
    } else if let Some(first) = columns.first().filter(|_| !states.is_empty()) {
        let typed = folded(text);
        let meant = states.iter().find(|s| folded(s.word) == typed || folded(s.keyword) == typed);
        let offered = || Expected::OneOf(first.states.iter().map(|state| state.word).collect());
        meant.map(|state| state.keyword.to_owned()).ok_or_else(offered)
    } else if Language::ALL.iter().any(|l| text.ends_with(words::of(*l).cut)) {
        Err(Expected::Whole)
    } else if text.chars().count() > MAX_CHARS {
        Err(Expected::Letters(MAX_CHARS))
    } else if stood(text) {
        Ok(text.to_owned())
    } else {
        // A table of commas may have become a workbook on its way.
        Ok(plain_cell(text.to_owned()))
    }
}

/// A day. With the year at the end it is as the country writes it, so it counts only where it can be no other, or where it
/// is what stood there.
fn day(text: &str, stood: &dyn Fn(&str) -> bool, today: Day) -> Option<String> {
    let parts: Vec<&str> = text.split(['/', '.', '-']).collect();
    let [first, second, year] = parts.as_slice() else { return Day::read(text, today).map(|day| day.to_string()) };
    if year.len() < 4 {
        return Day::read(text, today).map(|day| day.to_string());
    }
    let either = [(first, second), (second, first)].map(|(month, day)| format!("{year}/{month}/{day}"));
    let mut days: Vec<String> = either.iter().filter_map(|d| Day::read(d, today)).map(|d| d.to_string()).collect();
    days.dedup();
    match days.as_slice() {
        [only] => Some(only.clone()),
        several => several.iter().find(|day| stood(day)).cloned(),
    }
}
