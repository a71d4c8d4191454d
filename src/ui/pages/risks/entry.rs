//! Where people enter something: what the pages of risks and countermeasures share.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::{
    app::Session,
    core::assessment::{Edit, Path},
    ui::{
        components::{
            CONTROLS, PEOPLE, TextKind,
            el::{El, el},
            live, memo, text_field,
        },
        i18n::pick,
    },
};

/// A text field of the assessment.
#[must_use]
pub fn field(session: Session, path: Path, label: String, kind: TextKind, placeholder: &'static str) -> El {
    let value = session.watch(path.clone());
    let commit = Callback::new(move |text: String| session.edit(Edit::text(path.clone(), text)));
    text_field(kind, label, placeholder.to_owned(), value.into(), commit)
}

/// What fields offer: the names used in this assessment, and the controls.
#[must_use]
pub fn names(session: Session) -> AnyView {
    let people = memo(move || {
        session.assessment.with(|a| {
            let fields = a.iter().flat_map(|a| a.below("action/").chain(a.below("risk/")));
            let named = fields.filter(|(path, _)| path.as_str().ends_with("/owner") || path.as_str().ends_with("/by"));
            let names = named.filter_map(|(_, value)| value.as_text()).filter(|name| !name.is_empty());
            names.map(str::to_owned).collect::<BTreeSet<String>>()
        })
    });
    let option = |name: String| el("option").attr("value", name);
    let people = live(move || people.get().into_iter().map(|name| option(name).into_view()).collect::<Vec<_>>());
    let controls = session
        .catalog()
        .controls
        .into_iter()
        .map(|c| el("option").attr("value", c.id.0).text([c.id.0, " ", pick(&c.title)].concat()));
    [
        el("datalist").attr("id", PEOPLE).view(people).into_view(),
        el("datalist").attr("id", CONTROLS).children(controls).into_view(),
    ]
    .into_any()
}
