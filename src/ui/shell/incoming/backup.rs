//! A backup on its way in: what is in it, and what restoring would do, assessment by assessment.

use leptos::prelude::*;

use super::{cancel, facts, heading, scroll};
use crate::{
    app::{AppState, BackupItem, BackupMeans, IncomingBackup},
    ui::{
        browser,
        components::{
            button,
            el::{El, html},
            table_head,
        },
        i18n::{common, fill, overview, problems, shell},
        wording,
    },
};

/// What the dialogue shows.
pub fn contents(app: AppState, incoming: &IncomingBackup) -> Vec<AnyView> {
    let t = shell::words();
    let made = incoming.at_ms.map(|ms| app.show_time(ms)).unwrap_or_default();
    let mut parts = vec![
        heading(t.backup_title),
        facts([(t.incoming_file, incoming.file.clone()), (t.backup_made, made)]),
        html::p().text(t.backup_hint),
    ];
    if !incoming.intact {
        parts.push(html::p().class("warning").text(t.backup_altered));
    }
    let rows = incoming.items.iter().map(row);
    let table = html::table()
        .class("changes")
        .child(table_head(&[overview::words().name, t.backup_what]))
        .child(html::tbody().children(rows));
    parts.push(scroll(t.backup_what, table));
    let with_pack = RwSignal::new(false);
    if incoming.pack.is_some() {
        let tick = html::input()
            .attr("type", "checkbox")
            .live_checked(move || with_pack.get())
            .on("change", move |ev| with_pack.set(event_target_checked(&ev)));
        parts.push(html::p().child(html::label().child(tick).text(" ").text(t.backup_pack)));
    }
    let take = move || {
        app.accept_backup(with_pack.get_untracked());
        browser::next_file(app);
    };
    let buttons = html::div()
        .class("buttons")
        .child(button("primary", t.backup_take).attr("autofocus", "").click(take))
        .child(cancel(app));
    parts.push(buttons);
    parts.into_iter().map(El::into_any).collect()
}

fn row(item: &BackupItem) -> El {
    let t = shell::words();
    let means = match &item.means {
        _ if item.lost > 0 && item.assessment.is_some() => t.backup_partly.to_owned(),
        BackupMeans::New => t.backup_new.to_owned(),
        BackupMeans::ToBin => t.backup_bin.to_owned(),
        BackupMeans::Nothing => t.backup_nothing.to_owned(),
        BackupMeans::Changes(n) => fill(t.backup_changes, &[n]),
        BackupMeans::Unreadable(error) => fill(t.backup_unreadable, &[&problems::kept_error(error)]),
    };
    let name = if item.name.is_empty() { common::words().unnamed.to_owned() } else { wording::short(&item.name) };
    html::tr().child(html::th().attr("scope", "row").text(name)).child(html::td().text(means))
}
