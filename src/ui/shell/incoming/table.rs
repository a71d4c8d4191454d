//! A table on its way back in: each cell that would change, and whatever is not understood.

use leptos::prelude::*;

use super::{accepted, decline, facts};
use crate::{
    app::{AppState, IncomingTable},
    core::{
        assessment::paths,
        exchange::tables::{Group, Shown},
    },
    ui::{
        components::{
            button,
            el::{El, html},
            folded,
        },
        i18n::{common, overview, shell, worklist},
        wording,
    },
};

/// How many rows are drawn at once.
const DRAWN: usize = 100;

/// Which rows are chosen, of all lists.
type Chosen = RwSignal<Vec<bool>>;

/// What the dialogue shows.
pub fn contents(app: AppState, incoming: IncomingTable) -> Vec<AnyView> {
    let (t, c) = (shell::words(), common::words());
    let IncomingTable { file, assessment, preview } = incoming;
    let name = assessment.map(|a| (overview::words().name, wording::short(a.text(&paths::name()))));
    let mut parts = vec![
        html::h2().attr("id", "incoming-title").text(t.incoming_title),
        facts([(t.incoming_file, file)].into_iter().chain(name)),
    ];
    parts.extend(preview.said.into_iter().map(|said| html::p().text(said)));
    let rows = || preview.groups.iter().flat_map(|group| &group.rows);
    let chosen: Chosen = RwSignal::new(rows().map(|row| row.taken).collect());
    let mut buttons = html::div().class("buttons");
    if rows().any(|row| row.edit.is_some()) {
        let take = move || accepted(app, app.accept_table(&chosen.get_untracked()));
        buttons = buttons.child(button("primary", t.take_merge).click(take));
    }
    let mut first = 0;
    for group in preview.groups {
        let next = first + group.rows.len();
        list(group, first, chosen, &mut parts);
        first = next;
    }
    parts.push(buttons.child(button("quiet", c.cancel).click(move || decline(app))));
    parts.into_iter().map(El::into_any).collect()
}

/// A list, whose first row is that number of all.
fn list(group: Group, first: usize, chosen: Chosen, parts: &mut Vec<El>) {
    let Group { title, heads, rows } = group;
    parts.push(html::h3().text(title.clone()));
    let (last, rows) = (first + rows.len(), StoredValue::new(rows));
    let table = move |from: usize| {
        let part = from..last.min(from + DRAWN);
        let mut head = html::tr();
        if rows.with_value(|rows| rows.iter().any(|row| row.edit.is_some())) {
            head = head.child(html::th().child(tick(worklist::words().all.to_owned(), part.clone(), chosen)));
        }
        head = head.children(heads.iter().map(|head| html::th().attr("scope", "col").text(head.clone())));
        let rows =
            part.clone().filter_map(|at| rows.with_value(|rows| rows.get(at - first).map(|r| row(r, at, chosen))));
        let table = html::table().class("changes").child(html::thead().child(head));
        let scroll = html::div().class("scroll").attr("tabindex", "0").attr("role", "region");
        scroll.attr("aria-label", title.clone()).child(table.child(html::tbody().children(rows)))
    };
    for from in (first..last).step_by(DRAWN) {
        let table = table.clone();
        parts.push(match from == first {
            true => table(from),
            false => {
                let numbers = format!("{}–{}", from - first + 1, last.min(from + DRAWN) - first);
                folded(html::summary().text(numbers), move || table(from))
            }
        });
    }
}

fn row(row: &Shown, at: usize, chosen: Chosen) -> El {
    let name = row.cells.iter().take(2).map(String::as_str).collect::<Vec<_>>().join(" ");
    let tick = row.edit.is_some().then(|| html::td().child(tick(name, at..at + 1, chosen)));
    let cells = row.cells.iter().map(|cell| html::td().text(cell.clone()));
    html::tr().children(tick).children(cells)
}

/// A tick for some rows.
fn tick(name: String, of: std::ops::Range<usize>, chosen: Chosen) -> El {
    let these = of.clone();
    let all = move || chosen.with(|c| c.get(these.clone()).is_some_and(|these| these.iter().all(|is| *is)));
    let choose = move |ev| {
        let is = event_target_checked(&ev);
        chosen.update(|c| c.iter_mut().skip(of.start).take(of.len()).for_each(|chosen| *chosen = is));
    };
    html::input().attr("type", "checkbox").attr("aria-label", name).live_checked(all).on("change", choose)
}
