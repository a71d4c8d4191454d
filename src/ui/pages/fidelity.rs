//! The sheet of fidelity: how much of the catalogue comes from where, part by part.

use leptos::prelude::*;

use crate::{
    app::AppState,
    core::{
        catalog::{Catalog, EntryKind},
        report::{FidelityPart, ProvenanceKind, Tally, fidelity, labels},
    },
    ui::{
        components::{
            el::{El, html},
            page, provenance_word, table_head, title,
        },
        i18n::{fidelity as words, pick, word},
        pages::catalog::tree::trail,
        route::{Route, Site},
        wording,
    },
};

/// The page.
#[must_use]
pub fn fidelity_page() -> El {
    let t = words::words();
    let catalog = expect_context::<AppState>().catalog();
    let sheet = fidelity(catalog);
    let mut columns = vec![t.part, t.entries, t.facts];
    columns.extend(ProvenanceKind::ALL.map(provenance_word));
    columns.push(t.sure);
    let rows = sheet.rows.iter().map(|r| row(label(catalog, r.part), r.entries, &r.tally, &columns));
    let total = row(t.total.to_owned(), sheet.entries, &sheet.total, &columns).class("total");
    let table = html::table()
        .class("list fidelity")
        .child(table_head(&columns))
        .child(html::tbody().children(rows).child(total));
    page("page")
        .child(trail(std::iter::empty()))
        .child(title().text(t.title))
        .child(html::p().class("lead").text(t.lead))
        .child(html::p().class("about").text(word(labels::NEWER)))
        .child(html::p().text(t.facts_are))
        .child(table)
        .child(html::p().child(
            html::a().attr("href", Route::Site(Site::About, Some("provenance".to_owned())).href()).text(t.marks),
        ))
}

fn row(label: String, entries: usize, tally: &Tally, columns: &[&'static str]) -> El {
    let count = |n: usize| if n == 0 { "–".to_owned() } else { n.to_string() };
    let sure = match (tally.percent_range(), tally.mean_percent()) {
        (Some((least, most)), Some(_)) if least == most => format!("{least} %"),
        (Some((least, most)), Some(mean)) => format!("{least}–{most} % ({mean} %)"),
        _ => "–".to_owned(),
    };
    let mut cells = vec![count(entries), count(tally.facts())];
    cells.extend(ProvenanceKind::ALL.map(|kind| count(tally.of(kind))));
    cells.push(sure);
    let cells =
        cells.into_iter().zip(&columns[1..]).map(|(cell, column)| html::td().attr("data-label", *column).text(cell));
    html::tr().child(html::th().attr("scope", "row").text(label)).children(cells)
}

fn label(catalog: &Catalog, part: FidelityPart) -> String {
    let t = words::words();
    match part {
        FidelityPart::Section(id) => {
            format!("{id} {}", catalog.section(id).map(|s| pick(&s.title)).unwrap_or_default())
        }
        FidelityPart::Kind(kind) => format!("{} {}", within(kind), wording::entry_kind(kind)),
        FidelityPart::Beside => t.beside.to_owned(),
    }
}

/// The part or annex that has the entries of a kind.
const fn within(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Equipment | EntryKind::Axis | EntryKind::Pattern => "Annex3",
        EntryKind::IsoChapter | EntryKind::IsoItem => "Annex5, Annex6",
        EntryKind::Case => "Annex8",
        _ => "IV",
    }
}
