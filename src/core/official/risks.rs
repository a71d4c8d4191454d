//! The table of Part IV: ロール | リスク | 項番.

use super::{
    clean::Row,
    draft::Draft,
    found::{Doubt, Found, FoundField, Lines},
    scan,
    text::{bare, tidy, trimmed},
};
use crate::core::catalog::{Catalog, EntryKind, Risk};

/// The most rows of the table that are read.
const MOST: usize = 500;

/// A row of the table, as it is read.
#[derive(Debug, Clone)]
struct Entry {
    role: Draft,
    risk: Draft,
    measures: Vec<String>,
}

/// The risks and roles that the table names.
pub(super) fn read(catalog: &Catalog, rows: &[Row]) -> Vec<Found> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut within = false;
    let mut open: Option<Entry> = None;
    for row in rows {
        if is_table_head(&row.text) {
            within = true;
            continue;
        }
        if !within {
            continue;
        }
        if scan::number(&row.text).is_some()
            || bare(&row.text) == "リスク対応策"
            || bare(&row.text) == "具体的なアクション"
        {
            within = false;
            entries.extend(open.take().filter(|e| !e.measures.is_empty()));
            continue;
        }
        let cells: Vec<&str> = row.text.split('\t').map(trimmed).collect();
        let (text, measures) = apart(cells.last().copied().unwrap_or_default());
        if cells.len() > 1 {
            entries.extend(open.take().filter(|e| !e.measures.is_empty()));
            open = of_cells(&cells, &entries, row.at);
        } else if !measures.is_empty() && trimmed(text).is_empty() {
            // More of the links, on a line of their own.
            if let Some(entry) = &mut open {
                entry.measures.extend(measures);
            }
        } else {
            if open.as_ref().is_some_and(|e| !e.measures.is_empty()) {
                entries.extend(open.take());
            }
            let (role, risk) = role_of(catalog, text, &entries, row.at);
            let entry = open.get_or_insert(Entry { role, risk: Draft::default(), measures: Vec::new() });
            entry.risk.add(risk, row.at);
            entry.measures.extend(measures);
        }
    }
    entries.extend(open.filter(|e| !e.measures.is_empty()));
    named(catalog, entries)
}

/// Whether a row is the head of the table.
pub(super) fn is_table_head(text: &str) -> bool {
    let bare = bare(text);
    bare.starts_with("ロール") && bare.contains("リスク") && bare.ends_with("項番")
}

/// A text before the countermeasures that it ends with, and their numbers.
fn apart(text: &str) -> (&str, Vec<String>) {
    let mut measures = Vec::new();
    let mut before = text.len();
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let letter_before =
            text.get(..at).and_then(|b| b.chars().next_back()).is_some_and(|c| c.is_ascii_alphanumeric());
        match text.get(at..).and_then(scan::measure).filter(|_| !letter_before && !c.is_whitespace()) {
            Some((id, rest)) => {
                before = before.min(at);
                if !measures.contains(&id) {
                    measures.push(id);
                }
                at = text.len() - rest.len();
            }
            None => at += c.len_utf8(),
        }
    }
    (text.get(..before).unwrap_or_default(), measures)
}

/// A row whose cells are known. Where the role's cell is empty or not there, it is that of the row before.
fn of_cells(cells: &[&str], before: &[Entry], at: usize) -> Option<Entry> {
    let (_, measures) = apart(cells.last()?);
    let (role, risk) = match cells {
        ["", risk, _] | [risk, _] => (before.last()?.role.clone(), risk),
        [role, risk, _] => (Draft::new(role, at), risk),
        _ => return None,
    };
    Some(Entry { role, risk: Draft::new(risk, at), measures })
}

/// The role with which a row without cells begins, or that of the row before, and the rest.
fn role_of<'a>(catalog: &Catalog, text: &'a str, before: &[Entry], at: usize) -> (Draft, &'a str) {
    let mut roles = catalog.roles.iter().map(|r| r.name.ja());
    if let Some((role, rest)) = roles.find_map(|name| {
        let rest = trimmed(text).strip_prefix(name)?;
        rest.starts_with(char::is_whitespace).then_some((name, rest))
    }) {
        return (Draft::new(role, at), rest);
    }
    match (trimmed(text).split_once([' ', '\u{3000}']), before.last()) {
        // A name that is not known, apart by a blank.
        (Some((role, rest)), _)
            if bare(rest).contains("リスク") && !role.contains("リスク") && role.chars().count() <= 20 =>
        {
            let mut role = Draft::new(role, at);
            role.doubt(Doubt::Proposed);
            (role, rest)
        }
        (_, Some(before)) => (before.role.clone(), text),
        (_, None) => (Draft::default(), text),
    }
}

/// The entries of the catalogue that the rows are, and new ones.
fn named(catalog: &Catalog, entries: Vec<Entry>) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut roles: Vec<(String, String)> = Vec::new();
    for entry in entries.into_iter().take(MOST) {
        let name = tidy(&entry.role.text);
        if name.is_empty() || entry.risk.text.is_empty() {
            continue;
        }
        let role = match roles.iter().find(|(known, _)| *known == name) {
            Some((_, id)) => id.clone(),
            None => {
                let one = role(catalog, &entry.role, roles.len() + 1);
                let id = one.id.clone();
                roles.push((name, id.clone()));
                found.push(one);
                id
            }
        };
        let ours =
            found.iter().filter(|f| f.kind == EntryKind::Risk.keyword()).map(|f| f.id.clone()).collect::<Vec<_>>();
        found.push(risk(catalog, entry, &role, &ours));
    }
    found
}

fn plain_field(field: &str, value: &str, doubt: Option<Doubt>, lines: Lines) -> FoundField {
    FoundField { field: field.to_owned(), text: value.to_owned(), value: value.to_owned(), doubt, lines }
}

/// A role by its name. What a new one needs beside its name is proposed.
fn role(catalog: &Catalog, role: &Draft, place: usize) -> Found {
    let known = catalog.roles.iter().find(|r| bare(r.name.ja()) == bare(&role.text));
    let id = known.map_or_else(|| format!("role-{place}"), |r| r.id.0.to_owned());
    let mut found = Found { kind: EntryKind::Role.keyword().to_owned(), id, new: known.is_none(), ..Found::default() };
    let doubt = role.doubt.clone().or_else(|| known.is_none().then_some(Doubt::New));
    found.put(plain_field("name", &role.text, doubt, role.lines));
    if known.is_none() {
        found.put(plain_field("kind", "execution", Some(Doubt::Proposed), role.lines));
        found.put(plain_field("about", &role.text, Some(Doubt::Proposed), role.lines));
    }
    found
}

/// How much alike two texts have to be, in hundredths, to be taken for the same risk.
const ALIKE: usize = 80;

/// A risk by its title, among those of the role that are not found yet.
fn risk(catalog: &Catalog, entry: Entry, role: &str, taken: &[String]) -> Found {
    let free = |r: &&Risk| r.role.0 == role && !r.id.0.contains('X') && !taken.iter().any(|id| id == r.id.0);
    let mut same = catalog.risks.iter().filter(free);
    let exact = same.clone().find(|r| bare(r.title.ja()) == bare(&entry.risk.text));
    let alike = same.find(|r| alike(r.title.ja(), &entry.risk.text) >= ALIKE);
    let (known, doubt) = match (exact, alike) {
        (Some(risk), _) => (Some(risk), None),
        (None, Some(risk)) => (Some(risk), Some(Doubt::Alike)),
        (None, None) => (None, Some(Doubt::New)),
    };
    let id = known.map_or_else(|| free_id(catalog, role, taken), |r| r.id.0.to_owned());
    let lines = entry.risk.lines;
    let measures = entry.measures.join(" ");
    let viewpoint = measures.chars().next().unwrap_or('A').to_string();
    let mut found = Found { kind: EntryKind::Risk.keyword().to_owned(), id, new: known.is_none(), ..Found::default() };
    let mut risk = entry.risk;
    risk.check(&["リスク", ")", "）"], 200);
    if let Some(doubt) = &doubt {
        risk.doubt(doubt.clone());
    }
    found.put(risk.field("title"));
    found.put(plain_field("countermeasures", &measures, doubt.clone(), lines));
    found.put(plain_field("role", role, doubt, lines));
    if known.is_none() {
        found.put(plain_field("viewpoint", &viewpoint, Some(Doubt::Proposed), lines));
    }
    found
}

/// The next id of a role's risks that is free.
fn free_id(catalog: &Catalog, role: &str, taken: &[String]) -> String {
    let used = |id: &String| taken.contains(id) || catalog.risks.iter().any(|r| r.id.0 == id);
    (1..).map(|n| format!("{role}-{n}")).find(|id| !used(id)).unwrap_or_default()
}

/// How many of the pairs of neighbouring characters two texts share, in hundredths.
fn alike(a: &str, b: &str) -> usize {
    let pairs = |text: &str| {
        let all: Vec<char> = bare(text).chars().collect();
        all.windows(2).map(<[char]>::to_vec).collect::<Vec<_>>()
    };
    let (a, mut b) = (pairs(a), pairs(b));
    let all = a.len() + b.len();
    if all == 0 || all > 1000 {
        return 0;
    }
    let mut shared = 0;
    for pair in &a {
        if let Some(at) = b.iter().position(|other| other == pair) {
            b.swap_remove(at);
            shared += 1;
        }
    }
    200 * shared / all
}
