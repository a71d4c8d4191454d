//! A file that was looked at as a pack: what is wrong with it, or what it would change.

use std::sync::Arc;

use leptos::prelude::*;

use super::{after, fault};
use crate::{
    app::{AppState, IncomingPack},
    core::{
        catalog::EntryKind,
        document::FileError,
        pack::{EntryPreview, Mistakes, PackError, Preview, Said, label},
    },
    ui::{
        browser,
        components::{
            button,
            el::{El, html},
            folded, table_head,
        },
        i18n::{common, fill, lang, packs as words, pick, problems},
        wording,
    },
};

/// The file with what was found in it.
pub fn incoming(app: AppState, name: &str, found: &IncomingPack, failed: RwSignal<&'static str>) -> El {
    let (t, c) = (words::words(), common::words());
    let title = html::h2().attr("id", "incoming-pack").attr("tabindex", "-1").text(fill(t.file, &[&name]));
    let section = html::section().class("incoming-pack").child(title);
    let away = button("quiet", c.cancel).click(move || {
        app.decline_pack();
        browser::next_file(app);
    });
    match found {
        IncomingPack::Refused(error) => section
            .child(html::p().class("warning").text(refusal(error)))
            .child(html::p().text(t.nothing_changed))
            .child(html::p().class("buttons").child(away)),
        IncomingPack::Wrong(all) => section
            .child(html::p().class("warning").text(fill(t.mistakes, &[&all.total])))
            .child(html::p().text(t.nothing_changed))
            .child(mistakes(app, all))
            .child(html::p().class("buttons").child(away)),
        IncomingPack::Ready(_, preview) => {
            let take = move || {
                after(failed, app.accept_pack());
                browser::next_file(app);
            };
            let kept = app.kept_pack().with_untracked(Option::is_some);
            let replaces = kept.then(|| html::p().class("warning").text(t.replaces));
            // Above the list, which may be long.
            section
                .child(numbers(preview))
                .children(replaces)
                .child(html::p().class("buttons").child(button("primary", t.take).click(take)).child(away))
                .children((0..preview.entries.len()).filter_map(|at| entry(preview, at)))
        }
    }
}

fn refusal(error: &PackError) -> String {
    let t = words::words();
    match error {
        PackError::File(FileError::NotOurs) => t.not_a_pack.to_owned(),
        PackError::File(FileError::Empty) => t.empty.to_owned(),
        PackError::File(error) => problems::file_error(error),
        PackError::NotUtf8 => t.not_utf8.to_owned(),
        PackError::Columns(columns) => fill(t.columns, &[&columns.join(", ")]),
        PackError::TooManyEntries { entries, limit } => fill(t.too_many_entries, &[entries, limit]),
        PackError::TooMany { facts, limit } => fill(t.too_many, &[facts, limit]),
    }
}

/// The mistakes, each with its place, and how many more there are.
pub fn mistakes(app: AppState, all: &Mistakes) -> El {
    let t = words::words();
    let catalog = app.catalog();
    let rows = all.first.iter().map(|m| {
        let entry = match m.entry_kind() {
            Some(kind) => format!("{} {}", wording::entry_kind(kind), m.id),
            None => format!("{} {}", m.kind.as_str(), m.id),
        };
        let field = m.entry_kind().map_or_else(|| m.field.clone(), |kind| field_name(kind, &m.field));
        html::tr()
            .child(html::td().attr("data-label", t.row).text(m.row.map(|r| r.to_string()).unwrap_or_default()))
            .child(html::td().attr("data-label", t.entry).text(entry))
            .child(html::td().attr("data-label", t.field).text(field))
            .child(html::td().attr("data-label", t.what).text(fault::sentence(catalog, &m.fault)))
    });
    let table = html::table()
        .class("list mistakes")
        .child(table_head(&[t.row, t.entry, t.field, t.what]))
        .child(html::tbody().children(rows));
    let more = all.total.saturating_sub(all.first.len());
    let whole = html::div().child(table);
    if more > 0 { whole.child(html::p().text(fill(t.more, &[&more]))) } else { whole }
}

/// What the pack would do, in numbers.
fn numbers(p: &Preview) -> El {
    let numbers: [&dyn std::fmt::Display; 5] = [&p.entries.len(), &p.replaced, &p.added, &p.removed, &p.same];
    html::p().text(fill(words::words().preview, &numbers))
}

/// What it would do to one entry.
fn entry(preview: &Arc<Preview>, at: usize) -> Option<El> {
    let t = words::words();
    let e = preview.entries.get(at)?;
    let mut summary = html::summary()
        .child(html::span().class("hit-kind").text(wording::entry_kind(e.entry.kind)))
        .text(format!(" {} {} ", e.entry.id, pick(&e.entry.title)));
    if e.new {
        summary = summary.child(html::span().class("mark").text(t.new));
    }
    // Made when it is opened: there can be twenty thousand fields.
    let preview = Arc::clone(preview);
    Some(folded(summary, move || preview.entries.get(at).map(changes)).class("listing"))
}

fn changes(e: &EntryPreview) -> AnyView {
    let t = words::words();
    let rows = e.fields.iter().map(|f| {
        html::tr()
            .child(html::th().attr("scope", "row").text(field_name(e.entry.kind, &f.field)))
            .child(html::td().attr("data-label", t.before).text(said(f.before.as_ref())))
            .child(html::td().attr("data-label", t.after).text(said(f.after.as_ref())))
    });
    html::table()
        .class("list changes")
        .child(table_head(&[t.field, t.before, t.after]))
        .child(html::tbody().children(rows))
        .into_any()
}

pub fn said(said: Option<&Said>) -> String {
    said.map_or("–", |s| if lang().is_english() { &s.en } else { &s.ja }).to_owned()
}

pub fn field_name(kind: EntryKind, field: &str) -> String {
    let (ja, en) = label(kind, field);
    if lang().is_english() { en } else { ja }
}
