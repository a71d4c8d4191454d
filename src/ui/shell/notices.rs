//! What there is to tell.

use std::time::Duration;

use leptos::prelude::*;

use crate::{
    app::{AppState, Notice, NoticeKind},
    ui::components::each,
    ui::i18n::{common, fill, model, problems, shell},
};

/// The notices, in a live region. All but failures go away by themselves.
#[component]
pub fn Notices() -> impl IntoView {
    let app = expect_context::<AppState>();
    let t = shell::words();
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
    view! {
        <section class="notices" role="status" aria-live="polite" aria-label=t.notices>
            {each(move || app.notices().get(), |n| n.number.to_string(), move |notice| view! { <NoticeLine notice=notice /> })}
        </section>
    }
}

#[component]
fn NoticeLine(notice: Notice) -> impl IntoView {
    let app = expect_context::<AppState>();
    let c = common::words();
    let number = notice.number;
    let undo = match &notice.kind {
        NoticeKind::Binned { id, .. } => Some(id.clone()),
        _ => None,
    };
    view! {
        <div class="notice" class:failure=notice.kind.is_failure()>
            <p>{sentence(&notice.kind)}</p>
            {undo
                .map(|id| {
                    view! {
                        <button type="button" class="secondary" on:click=move |_| app.restore(&id)>
                            {c.undo}
                        </button>
                    }
                })}
            <button type="button" class="quiet" on:click=move |_| app.dismiss(number)>{c.close}</button>
        </div>
    }
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
        NoticeKind::Undone { again: false } => t.undone.to_owned(),
        NoticeKind::Undone { again: true } => t.redone.to_owned(),
    }
}
