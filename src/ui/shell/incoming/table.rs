//! A table on its way back in: each cell that would change, and whatever is not understood.

use leptos::prelude::*;

use super::{accepted, decline, facts};
use crate::{
    app::{AppState, IncomingTable},
    core::{assessment::paths, exchange::tables::LineKind},
    ui::{
        browser,
        components::{
            button,
            el::{El, html},
        },
        i18n::{common, overview, shell},
        wording,
    },
};

/// Where the ticks are. What is chosen stands in them alone: a signal for that was a kilobyte to load.
const LIST: &str = "incoming-list";

/// What the dialogue shows.
pub fn contents(app: AppState, incoming: &IncomingTable) -> Vec<AnyView> {
    let (t, c) = (shell::words(), common::words());
    let name = incoming.assessment.as_ref().map(|a| (overview::words().name, wording::short(a.text(&paths::name()))));
    let facts = facts([(t.incoming_file, incoming.file.clone())].into_iter().chain(name));
    let mut parts = vec![html::h2().attr("id", "incoming-title").text(t.incoming_title), facts];
    let (mut rows, mut choice) = (Vec::new(), false);
    for line in &incoming.preview.0 {
        let Some((kind, texts)) = line.split_first() else { continue };
        let Some(kind) = LineKind::from_keyword(kind) else { continue };
        if kind == LineKind::Said {
            parts.push(html::p().text(texts.concat()));
            continue;
        }
        let mut row = html::tr();
        if kind == LineKind::Title {
            row = row.child(html::th().attr("colspan", "5").attr("scope", "rowgroup").text(texts.concat()));
            rows.push(row);
            continue;
        }
        let cell = if kind == LineKind::Heads { html::th } else { html::td };
        let mut tick = cell();
        if let Some([row, head]) = texts.first_chunk().filter(|_| texts.len() > 4) {
            let mut input = html::input().attr("type", "checkbox").attr("aria-label", format!("{row} {head}"));
            if kind == LineKind::Change {
                input = input.attr("checked", "");
            }
            (tick, choice) = (tick.child(input), true);
        }
        row = row.child(tick);
        for text in texts.iter().take(4) {
            row = row.child(cell().text(text.clone()));
        }
        rows.push(row);
    }
    if !rows.is_empty() {
        let table = html::table().attr("id", LIST).class("changes").child(html::tbody().children(rows));
        let scroll = html::div().class("scroll").attr("tabindex", "0").attr("role", "region");
        parts.push(scroll.attr("aria-label", t.incoming_show).child(table));
    }
    let mut buttons = html::div().class("buttons");
    if choice {
        let take = move || accepted(app, app.accept_table(&browser::ticks(LIST)));
        buttons = buttons.child(button("primary", t.take_merge).click(take));
    }
    parts.push(buttons.child(button("quiet", c.cancel).click(move || decline(app))));
    parts.into_iter().map(El::into_any).collect()
}
