//! The boxes of Part IV: `A-1 【…】`, what to do, and 具体的なアクション.

use super::{
    clean::Row,
    controls,
    draft::Draft,
    found::{Doubt, Found, FoundField, Lines},
    scan,
    text::{bare, ends, trimmed},
};
use crate::core::catalog::{Catalog, EntryKind};

/// In how many rows behind the title of a box its actions have to begin.
const REACH: usize = 14;
/// The longest text of a box, in characters.
const LONGEST: usize = 400;

/// Where in a box the reader is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Statement,
    Actions,
    Other,
}

/// The boxes in these pieces, and the places of all their rows.
pub(super) fn read(catalog: &Catalog, rows: &[Row]) -> (Vec<Found>, Vec<usize>) {
    let mut found: Vec<Found> = Vec::new();
    let mut used = Vec::new();
    let mut part = Part::Other;
    let mut now: Option<Open> = None;
    for (i, row) in rows.iter().enumerate() {
        if let Some((id, title, rest)) = title(&row.text).filter(|_| has_actions(rows.get(i + 1..).unwrap_or_default()))
        {
            close(catalog, now.take(), &mut found);
            used.push(row.at);
            let mut statement = Draft::default();
            if !trimmed(rest).is_empty() {
                statement.add(rest, row.at);
            }
            now = Some(Open { id, title: Draft::new(&title, row.at), statement, actions: Vec::new() });
            part = Part::Statement;
            continue;
        }
        let Some(open) = &mut now else { continue };
        if part == Part::Other {
            continue;
        }
        if let Some(rest) = actions_head(&row.text) {
            used.push(row.at);
            part = Part::Actions;
            if !rest.is_empty() {
                open.action(rest, row.at);
            }
        } else if begins_else(&row.text) {
            part = Part::Other;
        } else if part == Part::Statement {
            used.push(row.at);
            open.statement.add(&row.text, row.at);
        } else if open.goes_on(row) {
            used.push(row.at);
        } else {
            part = Part::Other;
        }
    }
    close(catalog, now, &mut found);
    (found, used)
}

/// A box that is being read.
struct Open {
    id: String,
    title: Draft,
    statement: Draft,
    actions: Vec<Draft>,
}

impl Open {
    fn action(&mut self, text: &str, at: usize) {
        self.actions.push(Draft::new(scan::bullet(text).unwrap_or(text), at));
    }

    /// Takes a row as an action or as more of one, unless it belongs to none.
    fn goes_on(&mut self, row: &Row) -> bool {
        if let Some(text) = scan::bullet(&row.text) {
            self.actions.push(Draft::new(text, row.at));
            return true;
        }
        match self.actions.last_mut() {
            // Without a bullet.
            None => {
                let mut action = Draft::new(&row.text, row.at);
                action.doubt(Doubt::Mixed);
                self.actions.push(action);
                true
            }
            Some(last) if is_state(&last.text) => {
                // Complete as it is; a row directly behind it may belong to it all the same.
                if !row.gap && !row.text.contains('\t') {
                    last.doubt(Doubt::Mixed);
                }
                false
            }
            Some(last) => {
                last.add(&row.text, row.at);
                true
            }
        }
    }
}

/// Whether a text ends as an action does, which says a state.
fn is_state(text: &str) -> bool {
    ends(text) || text.ends_with("いる")
}

/// The number and title of a box that begins in this row. A colon between the two makes a link in the table of risks.
fn title(text: &str) -> Option<(String, String, &str)> {
    let (id, rest) = scan::measure(text)?;
    let rest = trimmed(rest);
    let inside = rest.strip_prefix('【')?;
    let (end, _) = inside.char_indices().take(80).find(|(_, c)| *c == '】')?;
    Some((id, inside.get(..end)?.to_owned(), inside.get(end + '】'.len_utf8()..)?))
}

/// Whether something that is no box begins in this row, or another box.
fn begins_else(text: &str) -> bool {
    scan::number(text).is_some() || scan::head(text).is_some() || title(text).is_some() || controls::is_annex(text)
}

/// Whether actions begin in the rows behind a title, before another one.
fn has_actions(rows: &[Row]) -> bool {
    let near = rows.iter().take(REACH).take_while(|r| scan::measure(&r.text).is_none());
    near.into_iter().any(|row| actions_head(&row.text).is_some())
}

fn actions_head(text: &str) -> Option<&str> {
    const HEAD: &str = "具体的なアクション";
    let text = trimmed(text).trim_start_matches(['【', '[', '<', '＜', '■', '●', '○']);
    if let Some(rest) = text.strip_prefix(HEAD) {
        return Some(rest.trim_start_matches(['】', ']', '>', '＞', ':', '：', ' ', '\u{3000}', '\t']));
    }
    (bare(text) == HEAD).then_some("")
}

fn close(catalog: &Catalog, open: Option<Open>, found: &mut Vec<Found>) {
    let Some(Open { id, title, mut statement, actions }) = open else { return };
    let known = catalog.countermeasures.iter().any(|c| c.id.0 == id);
    let viewpoint = id.chars().next().unwrap_or('A').to_ascii_uppercase().to_string();
    let mut one =
        Found { kind: EntryKind::Countermeasure.keyword().to_owned(), id: id.clone(), new: !known, ..Found::default() };
    let lines: Lines = title.lines;
    one.put(title.field("title"));
    if !statement.text.is_empty() {
        statement.check(&["こと"], LONGEST);
        one.put(statement.field("statement"));
    }
    for (i, mut action) in actions.into_iter().enumerate() {
        action.check(&["いる"], LONGEST);
        one.put(action.field(&format!("action.{id}.{}", i + 1)));
    }
    if !known {
        one.put(FoundField {
            field: "viewpoint".to_owned(),
            text: viewpoint.clone(),
            value: viewpoint,
            doubt: None,
            lines,
        });
        one.fields.iter_mut().for_each(|field| {
            field.doubt.get_or_insert(Doubt::New);
        });
    }
    match found.iter_mut().find(|f| f.id == id) {
        Some(known) => one.fields.into_iter().for_each(|field| known.put(field)),
        None => found.push(one),
    }
}
