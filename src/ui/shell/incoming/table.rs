//! A table on its way back in: each cell that would change, and whatever is not understood.

use leptos::prelude::*;

use super::{accepted, cancel, heading, scroll};
use crate::{
    app::{AppState, IncomingTable},
    core::exchange::tables::LineKind,
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
    let mut parts = vec![heading(t.incoming_title), html::p().text(incoming.file.clone())];
    let (mut rows, mut listed, mut choice) = (html::tbody().attr("id", LIST), false, false);
    for line in &incoming.preview.0 {
        let [kind, texts @ ..] = line.as_slice() else { continue };
        let Some(kind) = LineKind::from_keyword(kind) else { continue };
        match kind {
            LineKind::Needs => continue,
            LineKind::Said => {
                parts.extend(texts.first().map(|said| html::p().text(said.clone())));
                continue;
            }
            _ => {}
        }
        let mut row = html::tr();
        for (at, text) in texts.iter().take(4).enumerate() {
            let text = text.clone();
            row = row.child(match kind {
                LineKind::Title => html::th().attr("colspan", "4").text(text),
                LineKind::Heads => html::th().text(text),
                LineKind::Change | LineKind::Both if at == 0 => {
                    choice = true;
                    html::td().child(html::label().class("tick").child(tick(kind)).text(text))
                }
                _ => html::td().text(text),
            });
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

fn tick(kind: LineKind) -> El {
    let tick = html::input().attr("type", "checkbox");
    if kind == LineKind::Change { tick.attr("checked", "") } else { tick }
}
