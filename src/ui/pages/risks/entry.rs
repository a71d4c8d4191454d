//! Where people enter something: what the pages of risks and countermeasures share.

use leptos::prelude::*;

use crate::{
    app::Session,
    core::{
        assessment::{Edit, Path},
        catalog::Control,
        sorted::distinct,
    },
    ui::{
        components::{
            CONTROLS, PEOPLE, TextKind,
            el::{El, html},
            live, memo, segmented, text_field,
        },
        i18n::pick,
    },
};

/// A text field of the assessment.
#[must_use]
pub fn field(session: Session, path: Path, label: String, kind: TextKind, placeholder: &'static str) -> El {
    let value = session.watch(path.clone());
    let commit = Callback::new(move |text: String| session.edit(Edit::text(path.clone(), text)));
    text_field(kind, label, placeholder.to_owned(), value, commit)
}

/// One of a few words of a field, by one press. With `none`, what takes it away again stands at the end.
#[must_use]
pub fn choice(
    session: Session,
    path: Path,
    label: String,
    options: Vec<(&'static str, &'static str)>,
    none: Option<&'static str>,
) -> El {
    let (name, text) = (path.to_string(), session.watch(path.clone()));
    let words: Vec<&'static str> = options.iter().map(|(word, _)| *word).collect();
    let chosen = memo(move || text.with(|text| words.iter().find(|word| text == *word).copied().unwrap_or_default()));
    let set = Callback::new(move |word: &'static str| session.edit(Edit::text(path.clone(), word)));
    segmented(label, name, options, none, chosen, set)
}

/// A tick for a field: ticked where the field has the word, or, where `is` is false, where it has not.
#[must_use]
pub fn tick(session: Session, path: Path, word: &'static str, is: bool, label: El) -> El {
    let value = session.watch(path.clone());
    let change =
        move |ev| session.edit(Edit::text(path.clone(), if event_target_checked(&ev) == is { word } else { "" }));
    let input = html::input().attr("type", "checkbox");
    let input = input.live_checked(move || (value.get() == word) == is).on("change", change);
    html::label().class("tick").child(input).child(label)
}

/// The names used in this assessment, for fields to offer.
#[must_use]
pub fn people(session: Session) -> El {
    let people = memo(move || {
        session.assessment.with(|a| {
            let fields =
                a.iter().flat_map(|a| ["action/", "risk/", "controls/"].into_iter().flat_map(|part| a.below(part)));
            let named = fields.filter(|(path, _)| path.as_str().ends_with("/owner") || path.as_str().ends_with("/by"));
            let names = named.filter_map(|(_, value)| value.as_text()).filter(|name| !name.is_empty());
            distinct(names.map(str::to_owned))
        })
    });
    let option = |name: String| html::option().attr("value", name).into_any();
    let options = live(move || people.get().into_iter().map(option).collect::<Vec<_>>());
    html::datalist().attr("id", PEOPLE).child(options)
}

/// The controls, for fields to offer.
#[must_use]
pub fn controls(session: Session) -> El {
    let controls = session.catalog().controls.into_iter();
    let option = |c: &Control| html::option().attr("value", c.id.0).text(format!("{} {}", c.id.0, pick(&c.title)));
    html::datalist().attr("id", CONTROLS).children(controls.map(option))
}
