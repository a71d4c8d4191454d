//! Which forms of data handling occur.

use leptos::prelude::*;

use crate::{
    app::Session,
    core::{
        catalog::DataForm,
        model::{Answer, Question},
    },
    ui::{
        components::{
            el::{El, html},
            memo, term, with_badge, yes_no,
        },
        i18n::{model as words, pick},
    },
};

/// The questions.
pub fn section(session: Session) -> El {
    let t = words::words();
    let forms = session.catalog().data_forms.into_iter();
    let section = super::section(t.data_title, t.data_lead, forms.map(|d| d.name.from));
    let rows = session.catalog().data_forms.into_iter().map(|form| row(session, form));
    section
        .child(term(t.data_term, [html::p().text(t.data_term_text)]))
        .child(html::ul().class("question-list").children(rows))
}

fn row(session: Session, form: &'static DataForm) -> El {
    let question = Question::Data(form.id);
    let id = super::element_id(&question);
    let group = id.clone();
    let value = memo(move || session.model.with(|m| m.data.get(&form.id).copied()));
    let mark = super::mark(session, &question);
    let answer = Callback::new(move |yes: Option<bool>| session.edit(question.edit(yes.map(Answer::Yes).as_ref())));
    let about = html::div()
        .child(with_badge(html::h3(), form.name).child(mark))
        .child(html::p().text(pick(&form.question)))
        .child(html::p().class("about").text(pick(&form.about)));
    html::li()
        .attr("id", id)
        .attr("tabindex", "-1")
        .live_attr("class", move || value.get().is_none().then(|| "open".to_owned()))
        .child(about)
        .child(yes_no(group, pick(&form.question).to_owned(), value, answer))
}
