//! A risk's condition in words.

use super::parts::anchor;
use crate::{
    core::catalog::{Catalog, Condition, EntryKind, List, Player, Which},
    ui::{
        components::el::{El, html},
        i18n::{catalog as words, fill, pick},
        wording,
    },
};

/// Puts the condition into an element, as nested lists; what it names is linked.
#[must_use]
pub fn in_words(into: El, catalog: &'static Catalog, condition: &Condition) -> El {
    let t = words::words();
    let (lead, parts) = match condition {
        Condition::All(parts) => (t.all_of, parts),
        Condition::Any(parts) => (t.any_of, parts),
        Condition::Not(parts) => (t.not_of, parts),
        atom => {
            let (kind, id, text) = atom_in_words(catalog, atom);
            return if id.is_empty() { into.text(text) } else { into.child(anchor(kind, id).text(text)) };
        }
    };
    into.text(lead).child(html::ul().children(parts.iter().map(|c| in_words(html::li(), catalog, c))))
}

/// What an atom says, and the entry that it is about.
fn atom_in_words(catalog: &Catalog, atom: &Condition) -> (EntryKind, &'static str, String) {
    let t = words::words();
    let role = |id: &str| catalog.role(id).map(|r| pick(&r.name)).unwrap_or_default().to_owned();
    match atom {
        Condition::Played { role: r, by, shared } => {
            let text = if *shared {
                fill(t.played_shared, &[&role(r.0)])
            } else if by.is_empty() {
                fill(t.played, &[&role(r.0)])
            } else {
                fill(t.played_by, &[&role(r.0), &wording::players(by)])
            };
            (EntryKind::Role, r.0, text)
        }
        Condition::Occurs(d) => {
            let name = catalog.data_form(d.0).map(|d| pick(&d.name)).unwrap_or_default();
            (EntryKind::Data, d.0, fill(t.occurs, &[&name]))
        }
        Condition::Has { which, procured, operated, maintained, place, carries } => {
            let (id, name) = match which {
                Which::This => ("", t.this),
                Which::Kind(kind) => (kind.0, catalog.component(kind.0).map(|c| pick(&c.name)).unwrap_or_default()),
            };
            let by = |template: &str, players: &List<Player>| {
                (!players.is_empty()).then(|| fill(template, &[&wording::players(players)]))
            };
            let asked = [
                by(t.has_procured, procured),
                by(t.has_operated, operated),
                by(t.has_maintained, maintained),
                (!place.is_empty()).then(|| fill(t.has_place, &[&wording::places(place)])),
                carries.map(|r| fill(t.has_carries, &[&role(r.0)])),
            ];
            let asked: Vec<String> = asked.into_iter().flatten().collect();
            let there = fill(t.has, &[&name]);
            let text = if asked.is_empty() { there } else { format!("{there} ({})", asked.join(", ")) };
            (EntryKind::Component, id, text)
        }
        Condition::All(_) | Condition::Any(_) | Condition::Not(_) => (EntryKind::Risk, "", String::new()),
    }
}
