//! Where people enter something: what the pages of risks and countermeasures share.

use leptos::prelude::*;

use crate::{
    app::Session,
    core::assessment::{Edit, Path},
    ui::components::{
        TextKind,
        el::{El, el},
        text_field,
    },
};

/// A choice of one word for a field, or of none. `word` is the one that stands; an option is its word and its text.
#[must_use]
pub fn choice(
    session: Session,
    path: Path,
    word: Memo<&'static str>,
    none: &'static str,
    options: Vec<(&'static str, &'static str)>,
) -> El {
    let option = |(value, text): (&'static str, &'static str)| {
        el("option").attr("value", value).live_flag("selected", move || word.get() == value).text(text)
    };
    el("select")
        .on("change", move |ev| session.edit(Edit::text(path.clone(), event_target_value(&ev))))
        .live_value(move || word.get().to_owned())
        .child(el("option").attr("value", "").text(none))
        .children(options.into_iter().map(option))
}

/// A text field of the assessment.
#[must_use]
pub fn field(session: Session, path: Path, label: String, kind: TextKind, placeholder: &'static str) -> El {
    let value = session.watch(path.clone());
    let commit = Callback::new(move |text: String| session.edit(Edit::text(path.clone(), text)));
    text_field(kind, label, placeholder.to_owned(), value.into(), commit)
}
