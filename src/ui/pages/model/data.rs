//! Which forms of data handling occur.

use leptos::prelude::*;

use crate::{
    app::Session,
    core::{
        catalog::DataForm,
        model::{Answer, Question},
    },
    ui::{
        components::{Badge, Term, YesNo, memo},
        i18n::{model as words, pick},
    },
};

/// The questions.
#[component]
pub fn Data() -> impl IntoView {
    let t = words::words();
    let session = expect_context::<Session>();
    view! {
        <section>
            <h2>{t.data_title}</h2>
            <p>{t.data_lead}</p>
            <Term term=t.data_term>
                <p>{t.data_term_text}</p>
            </Term>
            <ul class="question-list">
                {session.catalog().data_forms.into_iter().map(|form| view! { <Row form=form /> }).collect_view()}
            </ul>
        </section>
    }
}

#[component]
fn Row(form: &'static DataForm) -> impl IntoView {
    let session = expect_context::<Session>();
    let question = Question::Data(form.id);
    let id = super::element_id(&question);
    let group = id.clone();
    let value = memo(move || session.model.with(|m| m.data.get(&form.id).copied()));
    let answer = Callback::new(move |yes: Option<bool>| session.edit(question.edit(yes.map(Answer::Yes).as_ref())));
    view! {
        <li id=id tabindex="-1" class:open=Signal::derive(move || value.get().is_none())>
            <div>
                <h3>{pick(&form.name)} " " <Badge from=form.name.from /></h3>
                <p>{pick(&form.question)}</p>
                <p class="about">{pick(&form.about)}</p>
            </div>
            <YesNo name=group question=pick(&form.question) value=value answer=answer />
        </li>
    }
}
