//! A risk's condition in words.

use leptos::prelude::*;

use crate::{
    core::catalog::{Catalog, Condition, List, Player, Which},
    ui::{
        i18n::{catalog as words, fill, pick},
        wording,
    },
};

/// The condition as a nested list.
pub fn in_words(catalog: &'static Catalog, condition: &Condition) -> AnyView {
    let t = words::words();
    let nested = |lead: &'static str, parts: &List<Condition>| {
        let items = parts.iter().map(|c| view! { <li>{in_words(catalog, c)}</li> }).collect_view();
        view! {
            {lead}
            <ul>{items}</ul>
        }
        .into_any()
    };
    match condition {
        Condition::All(parts) => nested(t.all_of, parts),
        Condition::Any(parts) => nested(t.any_of, parts),
        Condition::Not(parts) => nested(t.not_of, parts),
        atom => atom_in_words(catalog, atom).into_any(),
    }
}

fn atom_in_words(catalog: &Catalog, atom: &Condition) -> String {
    let t = words::words();
    let role = |id: &str| catalog.role(id).map(|r| pick(&r.name)).unwrap_or_default().to_owned();
    match atom {
        Condition::Played { role: r, shared: true, .. } => fill(t.played_shared, &[&role(r.0)]),
        Condition::Played { role: r, by, .. } if by.is_empty() => fill(t.played, &[&role(r.0)]),
        Condition::Played { role: r, by, .. } => fill(t.played_by, &[&role(r.0), &wording::players(by)]),
        Condition::Occurs(d) => fill(t.occurs, &[&catalog.data_form(d.0).map(|d| pick(&d.name)).unwrap_or_default()]),
        Condition::Has { which, procured, operated, maintained, carries } => {
            let name = match which {
                Which::This => t.this,
                Which::Kind(kind) => catalog.component(kind.0).map(|c| pick(&c.name)).unwrap_or_default(),
            };
            let by = |template: &str, players: &List<Player>| {
                (!players.is_empty()).then(|| fill(template, &[&wording::players(players)]))
            };
            let asked = [
                by(t.has_procured, procured),
                by(t.has_operated, operated),
                by(t.has_maintained, maintained),
                carries.map(|r| fill(t.has_carries, &[&role(r.0)])),
            ];
            let asked: Vec<String> = asked.into_iter().flatten().collect();
            let there = fill(t.has, &[&name]);
            if asked.is_empty() { there } else { format!("{there} ({})", asked.join(", ")) }
        }
        Condition::All(_) | Condition::Any(_) | Condition::Not(_) => String::new(),
    }
}
