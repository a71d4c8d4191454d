//! What came back as it is shown, in words: made beside the page, which only draws it.

use serde::{Deserialize, Serialize};

use super::{
    incoming::{CellChange, Incoming, NoTable, Place, Why},
    reading::Expected,
    words,
};
use crate::core::language::{Language, fill};

/// So many letters of a text are shown.
const SHOWN: usize = 300;

/// What a table would change.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    /// What is said of it all.
    pub said: Vec<String>,
    /// What is listed.
    pub groups: Vec<Group>,
}

/// A list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Its title.
    pub title: String,
    /// The heads of its columns.
    pub heads: Vec<String>,
    /// Its rows.
    pub rows: Vec<Shown>,
}

/// A row of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// A text for each column.
    pub cells: Vec<String>,
    /// What would be entered, where a person can choose: a path and a text.
    pub edit: Option<(String, String)>,
    /// Whether it is entered unless somebody says no.
    pub taken: bool,
}

impl Preview {
    /// Why there is nothing to compare.
    #[must_use]
    pub fn refused(why: NoTable, language: Language) -> Self {
        let t = words::of(language);
        let said = match why {
            NoTable::Unreadable => t.no_unreadable,
            NoTable::Broken => t.no_broken,
            NoTable::Password => t.no_password,
            NoTable::Old => t.no_old,
            NoTable::TooMuch => t.no_too_much,
            NoTable::Columns => t.no_columns,
            NoTable::NotHere => t.no_assessment,
        };
        Self { said: vec![said.to_owned(), t.nothing_changed.to_owned()], groups: Vec::new() }
    }

    /// What came back.
    #[must_use]
    pub fn of(found: &Incoming, language: Language) -> Self {
        let t = words::of(language);
        let mut said = Vec::new();
        if found.changes.is_empty() {
            said.push(t.no_changes.to_owned());
        }
        said.push(fill(t.unchanged, &[&found.unchanged]));
        if found.newer > 0 {
            said.push(fill(t.newer, &[&found.newer]));
        }
        if !found.missing.is_empty() {
            let missing: Vec<&str> = found.missing.iter().copied().collect();
            said.push(fill(t.missing, &[&missing.join(", ")]));
        }
        said.push(t.only_entered.to_owned());
        let change = |change: &CellChange| {
            let (before, after) = differing(&change.before, &change.after);
            let text = change.edit.value.as_ref().and_then(|value| value.as_text()).unwrap_or_default().to_owned();
            let edit = Some((change.edit.path.to_string(), text));
            Shown { cells: vec![change.row.clone(), change.head.to_owned(), before, after], edit, taken: !change.both }
        };
        let changes = |both: bool| found.changes.iter().filter(|c| c.both == both).map(change).collect::<Vec<_>>();
        let at = |place: &Place| match place.sheet.as_str() {
            "" => fill(t.line, &[&place.line]),
            sheet => format!("{sheet} {}", fill(t.line, &[&place.line])),
        };
        let listed = |cells: Vec<String>| Shown { cells, edit: None, taken: false };
        let odd = found.odd.iter().map(|odd| {
            let expected = match &odd.expected {
                Expected::OneOf(words) => words.join(" / "),
                Expected::Day => t.expected_day.to_owned(),
                Expected::Value => t.expected_value.to_owned(),
                Expected::Letters(most) => fill(t.expected_letters, &[most]),
                Expected::Whole => t.expected_whole.to_owned(),
            };
            listed(vec![at(&odd.place), odd.head.to_owned(), differing("", &odd.says).1, expected])
        });
        let strangers = found.strangers.iter().map(|row| {
            let why = match row.why {
                Why::Gone => t.row_gone,
                Why::NoId => t.row_no_id,
                Why::Elsewhere => t.row_elsewhere,
                Why::Twice => t.row_twice,
            };
            listed(vec![at(&row.place), row.id.clone(), differing("", &row.says.join(" / ")).1, why.to_owned()])
        });
        let groups = [
            (t.changes, t.change_heads, changes(false)),
            (t.both, t.change_heads, changes(true)),
            (t.odd, t.odd_heads, odd.collect()),
            (t.strangers, t.stranger_heads, strangers.collect()),
        ];
        let group = |(title, heads, rows): (&str, &str, Vec<Shown>)| Group {
            title: fill(title, &[&rows.len()]),
            heads: heads.split('|').map(str::to_owned).collect(),
            rows,
        };
        Self { said, groups: groups.into_iter().filter(|(.., rows)| !rows.is_empty()).map(group).collect() }
    }
}

/// Two texts as far as they are shown: where both are long, from where they differ.
fn differing(before: &str, after: &str) -> (String, String) {
    let alike = before.chars().zip(after.chars()).take_while(|(a, b)| a == b).count();
    let skipped = if before.chars().count().max(after.chars().count()) > SHOWN { alike.saturating_sub(20) } else { 0 };
    let shown = |text: &str| {
        let rest: String = text.chars().skip(skipped).collect();
        let cut: String = rest.chars().take(SHOWN).collect();
        let (front, end) = (if skipped > 0 { "…" } else { "" }, if cut.len() < rest.len() { "…" } else { "" });
        format!("{front}{cut}{end}")
    };
    (shown(before), shown(after))
}
