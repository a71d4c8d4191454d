//! One action: a state to check, with status, remark, owner and due date.

use leptos::prelude::*;

use crate::{
    app::Session,
    core::{
        assessment::{Edit, Path, paths},
        catalog::{Action, CountermeasureId},
        report::ActionStatus,
    },
    ui::{
        components::{TextField, TextKind, TextView, When, memo},
        i18n::{fill, measures as words},
        wording,
    },
};

/// The line.
#[component]
pub fn ActionLine(of: CountermeasureId, action: &'static Action) -> impl IntoView {
    let t = words::words();
    let session = expect_context::<Session>();
    let path = move |what: &str| -> Path { paths::action(of, action.id, what) };
    let status_path = path("status");
    let status = memo(move || ActionStatus::from_word(&session.text(&status_path)));
    let choose = move |ev| session.edit(Edit::text(path("status"), event_target_value(&ev)));
    let class = move || format!("action status-{}", status.get().map_or("none", ActionStatus::word));
    let field = move |what: &'static str, template: &'static str, kind: TextKind| {
        let value = session.watch(path(what));
        let commit = Callback::new(move |text: String| session.edit(Edit::text(path(what), text)));
        view! { <TextField label=fill(template, &[&action.id]) value=value commit=commit kind=kind /> }
    };
    let filled = memo(move || ["remark", "owner", "due"].iter().any(|w| !session.text(&path(w)).is_empty()));
    let reason_missing =
        move || status.get() == Some(ActionStatus::NotApplicable) && session.text(&path("remark")).is_empty();
    let summary = move || {
        let values = ["owner", "due", "remark"].map(|w| session.text(&path(w)));
        let given: Vec<_> = values.into_iter().filter(|v| !v.is_empty()).collect();
        if given.is_empty() { t.more.to_owned() } else { given.join(" / ") }
    };
    view! {
        <li class=class id=format!("action-{}", action.id) tabindex="-1">
            <div class="action-text">
                <span class="action-id">{action.id.to_string()}</span>
                " "
                <TextView text=action.text />
            </div>
            <select
                aria-label=fill(t.status_of, &[&action.id])
                on:change=choose
                prop:value=Signal::derive(move || status.get().map(ActionStatus::word).unwrap_or_default())
            >
                <option value="">{t.unanswered}</option>
                {ActionStatus::ALL
                    .iter()
                    .map(|s| {
                        view! {
                            <option value=s.word() selected=Signal::derive(move || status.get() == Some(*s))>
                                {wording::action_status(*s)}
                            </option>
                        }
                    })
                    .collect_view()}
            </select>
            <details class="action-more" open=filled.get_untracked()>
                <summary>{summary}</summary>
                <div class="action-fields">
                    {field("remark", t.remark_of, TextKind::Lines)} {field("owner", t.owner_of, TextKind::Line)}
                    {field("due", t.due_of, TextKind::Date)}
                </div>
            </details>
            <When is=reason_missing>
                <p class="hint">{t.na_reason}</p>
            </When>
        </li>
    }
}
