//! What people decided about a risk, with the reason.

use leptos::prelude::*;

use crate::{
    app::Session,
    core::{
        assessment::{Edit, Path, paths},
        extract::{RowKey, Truth},
        report::Decision,
    },
    ui::{
        components::{TextField, TextKind, When, memo},
        i18n::{fill, risks as words},
        wording,
    },
};

/// The decision and its reason.
#[component]
pub fn Treatment(key: RowKey, title: &'static str, truth: Memo<Option<Truth>>) -> impl IntoView {
    let t = words::words();
    let session = expect_context::<Session>();
    let key = StoredValue::new(key);
    let path = move |what: &str| -> Path {
        key.with_value(|k| paths::risk(k.risk, k.instance.as_ref().map(|i| i.as_str()), what))
    };
    let decision = {
        let path = path("decision");
        memo(move || Decision::from_word(&session.text(&path)))
    };
    let choose = move |ev| session.edit(Edit::text(path("decision"), event_target_value(&ev)));
    // What has been decided stays to be seen, whatever the model says later.
    let former = move || truth.get() == Some(Truth::False) && decision.get().is_some();
    let shown = move || truth.get() == Some(Truth::True) || decision.get().is_some();
    let field = move |what: &'static str, label: String, kind: TextKind, placeholder: &'static str| {
        let value = session.watch(path(what));
        let commit = Callback::new(move |text: String| session.edit(Edit::text(path(what), text)));
        view! { <TextField label=label value=value commit=commit kind=kind placeholder=placeholder /> }
    };
    view! {
        <When is=shown>
            <select
                class="decision"
                aria-label=fill(t.decision_of, &[&title])
                on:change=choose
                prop:value=Signal::derive(move || decision.get().map(Decision::word).unwrap_or_default())
            >
                <option value="">{t.undecided}</option>
                {Decision::ALL
                    .iter()
                    .map(|d| {
                        view! {
                            <option value=d.word() selected=Signal::derive(move || decision.get() == Some(*d))>
                                {wording::decision(*d)}
                            </option>
                        }
                    })
                    .collect_view()}
            </select>
            <When is=former>
                <p class="about">{t.former}</p>
            </When>
            <When is=move || decision.get().is_some()>
                <details class="treatment" open=Signal::derive(move || decision.get() != Some(Decision::Treat))>
                    <summary>{t.reason}</summary>
                    <When is=move || decision.get() == Some(Decision::Covered)>
                        {field("controls", t.controls.to_owned(), TextKind::Line, t.controls_hint)}
                    </When>
                    {field("reason", fill(t.reason_of, &[&title]), TextKind::Lines, "")}
                    {field("by", t.decided_by.to_owned(), TextKind::Line, "")}
                    {field("on", t.decided_on.to_owned(), TextKind::Date, "")}
                    <When is=move || decision.get() != Some(Decision::Treat) && session.text(&path("reason")).is_empty()>
                        <p class="hint">{t.reason_needed}</p>
                    </When>
                </details>
            </When>
        </When>
    }
}
