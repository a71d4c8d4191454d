//! What there is to tell.

use std::{cell::Cell, time::Duration};

use leptos::prelude::*;

use crate::{
    app::{AppState, Notice, NoticeKind, ports::WorkerError},
    core::{assessment::Path, model::Model},
    ui::{
        components::{
            button, each, effect,
            el::{El, html},
            when,
        },
        field_names,
        i18n::{common, fill, model, problems, shell, snapshots},
        wording,
    },
};

/// The notices, in a live region. All but failures go away by themselves.
#[must_use]
pub fn notices(app: AppState) -> El {
    let before = Cell::new(0);
    effect(move || {
        let last = app.notices().with(|n| n.last().cloned());
        let number = last.as_ref().map_or(0, |n| n.number);
        if let Some(notice) = last
            && before.replace(number) != number
            && !notice.kind.stays()
        {
            set_timeout(move || app.dismiss(number), Duration::from_secs(10));
        }
    });
    let lines = each(move || app.notices().get(), |n| n.number.to_string(), move |n| line(app, &n));
    html::section()
        .class("notices")
        .attr("role", "status")
        .attr("aria-live", "polite")
        .attr("aria-label", shell::words().notices)
        .child(lines)
        .child(working(app))
}

/// How far the worker is, and a button to stop it. The styles show it only after half a second.
fn working(app: AppState) -> AnyView {
    let t = shell::words();
    when(
        move || app.working().with(Option::is_some),
        move || {
            // Until it says how far it is, all that is shown is that it goes on.
            let percent = move || app.working().get().filter(|p| *p > 0).map(|p| p.to_string());
            html::div()
                .class("notice working")
                .child(html::p().text(t.working))
                .child(html::progress().attr("max", "100").attr("aria-label", t.working).live_attr("value", percent))
                .child(button("secondary", t.stop).click(move || app.stop_working()))
        },
    )
}

fn line(app: AppState, notice: &Notice) -> El {
    let c = common::words();
    let number = notice.number;
    let class = if notice.kind.is_failure() { "notice failure" } else { "notice" };
    let mut line = html::div().class(class).child(html::p().text(sentence(app, &notice.kind)));
    if let NoticeKind::Binned { id, .. } = &notice.kind {
        let id = id.clone();
        line = line.child(button("secondary", c.undo).click(move || app.restore(&id)));
    }
    match &notice.kind {
        // Of a download only the person knows whether it came to its end.
        NoticeKind::FileSaved { unsure_of: Some(id), .. } => {
            let id = id.clone();
            let seen = button("secondary", shell::words().file_seen).click(move || app.confirm_file(&id));
            line = line.child(seen);
        }
        NoticeKind::FileRefused { file, .. } => {
            let file = file.clone();
            let readable = move || app.salvaged().with(|s| s.as_ref().is_some_and(|(name, _)| *name == file));
            let look = move || button("secondary", shell::words().salvage).click(move || app.preview_salvaged());
            line = line.child(when(readable, look));
        }
        _ => {}
    }
    line.child(button("quiet", c.close).click(move || app.dismiss(number)))
}

fn sentence(app: AppState, kind: &NoticeKind) -> String {
    let catalog = app.catalog();
    let field = |path: &Path| field_names::name(catalog, &Model::default(), path);
    let (t, unnamed) = (shell::words(), common::words().unnamed);
    let or_unnamed = |name: &str| if name.is_empty() { unnamed.to_owned() } else { wording::short(name) };
    match kind {
        NoticeKind::Binned { name, .. } => fill(t.binned, &[&or_unnamed(name)]),
        NoticeKind::FileSaved { file, written: true, .. } => fill(t.file_written, &[file]),
        NoticeKind::FileSaved { file, unsure_of: None, .. } => fill(t.file_started, &[file]),
        NoticeKind::FileSaved { file, .. } => fill(t.file_started_sure, &[file]),
        NoticeKind::FileNotSaved { file } => fill(t.file_not_saved, &[file]),
        NoticeKind::FileTooMuch { file, limit } => {
            fill(problems::words().file_too_much, &[file, &problems::limit(limit, field)])
        }
        NoticeKind::TooMuch { name, limit } => {
            fill(problems::words().too_much, &[&or_unnamed(name), &problems::limit(limit, field)])
        }
        NoticeKind::NearlyFull { name, share } => fill(problems::words().nearly_full, &[&or_unnamed(name), share]),
        NoticeKind::SettingsNotKept => t.settings_not_kept.to_owned(),
        NoticeKind::NotRemoved => t.not_removed.to_owned(),
        NoticeKind::CopyNotKept => t.copy_not_kept.to_owned(),
        NoticeKind::Restored { restored, refused: 0 } => fill(t.restored, &[restored]),
        NoticeKind::Restored { restored, refused } => fill(t.restored_but, &[restored, refused]),
        NoticeKind::FileRefused { file, error } => {
            fill(problems::words().refused, &[file, &problems::file_error(error)])
        }
        NoticeKind::Imported { name, changed: None } => fill(t.imported, &[&or_unnamed(name)]),
        NoticeKind::Imported { name, changed: Some(n) } => fill(t.imported_changes, &[&or_unnamed(name), n]),
        NoticeKind::MergedFromTab { changed, conflicts: 0 } => fill(t.merged, &[changed]),
        NoticeKind::MergedFromTab { changed, conflicts } => fill(t.merged_conflicts, &[changed, conflicts]),
        NoticeKind::Started { answers } => fill(model::words().started, &[answers]),
        NoticeKind::PackNotInForce => t.pack_not_in_force.to_owned(),
        NoticeKind::SnapshotKept { name } => fill(snapshots::words().kept, &[&or_unnamed(name)]),
        NoticeKind::SnapshotNotKept(error) => problems::snapshot_error(*error).to_owned(),
        NoticeKind::WentBack { changes } => fill(snapshots::words().went_back, &[changes]),
        NoticeKind::NotDone(WorkerError::NotLoaded) => problems::words().not_loaded.to_owned(),
        NoticeKind::NotDone(_) => problems::words().not_done.to_owned(),
        NoticeKind::Undone => t.undone.to_owned(),
        NoticeKind::Redone => t.redone.to_owned(),
    }
}
