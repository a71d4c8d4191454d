//! A table on its way back in: each cell that would change, and whatever is not understood.

use leptos::prelude::*;

use super::{accepted, cancel, heading, scroll};
use crate::{
    app::{AppState, IncomingTable},
    core::exchange::tables::line,
    ui::{
        browser,
        components::{
            button,
            el::{El, html},
        },
        i18n::shell,
    },
};

/// Where the ticks are. What is chosen stands in them alone: a signal for that was a kilobyte to load.
const LIST: &str = "incoming-list";

/// What the dialogue shows.
pub fn contents(app: AppState, incoming: &IncomingTable) -> Vec<AnyView> {
    let t = shell::words();
    let mut parts = vec![heading(t.incoming_title)];
    let (mut rows, mut listed, mut choice) = (html::tbody().attr("id", LIST), false, false);
    for shown in &incoming.preview.0 {
        let [kind, texts @ ..] = shown.as_slice() else { continue };
        let kind = kind.as_str();
        if kind == line::SAID {
            parts.push(html::p().text(texts.concat()));
            continue;
        }
        if kind == line::NEEDS {
            continue;
        }
        let mut row = html::tr();
        for (at, text) in texts.iter().take(4).enumerate() {
            let mut cell = if kind == line::TITLE || kind == line::HEADS { html::th() } else { html::td() };
            if kind == line::TITLE {
                cell = cell.attr("colspan", "4");
            }
            // What there is to choose ends with what would be entered.
            if at == 0 && texts.len() > 4 {
                choice = true;
                let mut tick = html::input().attr("type", "checkbox");
                if kind == line::CHANGE {
                    tick = tick.attr("checked", "");
                }
                cell = cell.child(html::label().class("tick").child(tick).text(text.clone()));
            } else {
                cell = cell.text(text.clone());
            }
            row = row.child(cell);
        }
        (rows, listed) = (rows.child(row), true);
    }
    if listed {
        parts.push(scroll(t.incoming_show, html::table().class("changes").child(rows)));
    }
    let mut buttons = html::div().class("buttons");
    if choice {
        let take = move || accepted(app, app.accept_table(&browser::ticks(LIST)));
        buttons = buttons.child(button("primary", t.take_merge).click(take));
    }
    parts.push(buttons.child(cancel(app)));
    parts.into_iter().map(El::into_any).collect()
}
