//! One action: a state to check, with status, remark, owner and due date.

use leptos::prelude::*;

use crate::{
    app::Session,
    core::{
        assessment::{Path, paths},
        catalog::{Action, CountermeasureId},
        report::ActionStatus,
    },
    ui::{
        components::{
            TextKind,
            el::{El, el},
            memo, when, with_badge,
        },
        i18n::{fill, measures as words},
        pages::risks::entry::{choice, field},
        wording,
    },
};

/// The line.
#[must_use]
pub fn line(session: Session, of: CountermeasureId, action: &'static Action) -> El {
    let t = words::words();
    let id = action.id;
    let path = move |what: &str| -> Path { paths::action(of, id, what) };
    let text = move |what: &str| session.text(&path(what));
    let word = memo(move || ActionStatus::from_word(&text("status")).map_or("", ActionStatus::word));
    let class = move || {
        let word = word.get();
        Some(["action status-", if word.is_empty() { "none" } else { word }].concat())
    };
    let field =
        |what: &str, template: &str, kind: TextKind| field(session, path(what), fill(template, &[&id]), kind, "");
    let given = move || ["owner", "due", "remark"].map(text).into_iter().filter(|v| !v.is_empty()).collect::<Vec<_>>();
    let summary = move || {
        let given = given();
        if given.is_empty() { t.more.to_owned() } else { given.join(" / ") }
    };
    let reason_missing = move || word.get() == ActionStatus::NotApplicable.word() && text("remark").is_empty();
    let options = ActionStatus::ALL.iter().map(|s| (s.word(), wording::action_status(*s))).collect();
    let mut more = el("details").class("action-more");
    if untrack(|| !given().is_empty()) {
        more = more.attr("open", "");
    }
    let fields = el("div")
        .class("action-fields")
        .child(field("remark", t.remark_of, TextKind::Lines))
        .child(field("owner", t.owner_of, TextKind::Line))
        .child(field("due", t.due_of, TextKind::Date));
    let about = el("div").class("action-text").child(el("span").class("action-id").text(id.0)).text(" ");
    el("li")
        .live_attr("class", class)
        .attr("id", ["action-", id.0].concat())
        .attr("tabindex", "-1")
        .child(with_badge(about, action.text))
        .child(
            choice(session, path("status"), word, t.unanswered, options).attr("aria-label", fill(t.status_of, &[&id])),
        )
        .child(more.child(el("summary").live_text(summary)).child(fields))
        .view(when(reason_missing, move || el("p").class("hint").text(t.na_reason).into_view()))
}
