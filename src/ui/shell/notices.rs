//! What there is to tell.

use std::time::Duration;

use leptos::prelude::*;

use crate::{
    app::{AppState, Notice, NoticeKind},
    ui::{
        components::{
            button, each,
            el::{El, el},
        },
        i18n::{common, fill, model, problems, shell},
    },
};

/// The notices, in a live region. All but failures go away by themselves.
#[must_use]
pub fn notices(app: AppState) -> El {
    Effect::new(move |before: Option<u64>| {
        let last = app.notices().with(|n| n.last().cloned());
        let number = last.as_ref().map_or(0, |n| n.number);
        if let Some(notice) = last
            && before != Some(number)
            && !notice.kind.is_failure()
        {
            set_timeout(move || app.dismiss(number), Duration::from_secs(10));
        }
        number
    });
    let lines = each(move || app.notices().get(), |n| n.number.to_string(), move |n| line(app, &n).into_view());
    el("section")
        .class("notices")
        .attr("role", "status")
        .attr("aria-live", "polite")
        .attr("aria-label", shell::words().notices)
        .view(lines)
}

fn line(app: AppState, notice: &Notice) -> El {
    let c = common::words();
    let number = notice.number;
    let class = if notice.kind.is_failure() { "notice failure" } else { "notice" };
    let mut line = el("div").class(class).child(el("p").text(sentence(&notice.kind)));
    if let NoticeKind::Binned { id, .. } = &notice.kind {
        let id = id.clone();
        line = line.child(button("secondary", c.undo).click(move || app.restore(&id)));
    }
    line.child(button("quiet", c.close).click(move || app.dismiss(number)))
}

fn sentence(kind: &NoticeKind) -> String {
    let (t, unnamed) = (shell::words(), common::words().unnamed);
    let or_unnamed = |name: &str| if name.is_empty() { unnamed.to_owned() } else { name.to_owned() };
    match kind {
        NoticeKind::Binned { name, .. } => fill(t.binned, &[&or_unnamed(name)]),
        NoticeKind::FileSaved { file } => fill(t.file_saved, &[file]),
        NoticeKind::FileRefused { file, error } => {
            fill(problems::words().refused, &[file, &problems::file_error(error)])
        }
        NoticeKind::Imported { name, changed: None } => fill(t.imported, &[&or_unnamed(name)]),
        NoticeKind::Imported { name, changed: Some(n) } => fill(t.imported_changes, &[&or_unnamed(name), n]),
        NoticeKind::MergedFromTab { changed, conflicts: 0 } => fill(t.merged, &[changed]),
        NoticeKind::MergedFromTab { changed, conflicts } => fill(t.merged_conflicts, &[changed, conflicts]),
        NoticeKind::Started { answers } => fill(model::words().started, &[answers]),
        NoticeKind::PackNotInForce => t.pack_not_in_force.to_owned(),
        NoticeKind::Undone { again: false } => t.undone.to_owned(),
        NoticeKind::Undone { again: true } => t.redone.to_owned(),
    }
}
