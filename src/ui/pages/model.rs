//! Step 1: the model. Questions on one side, what follows on the other.

mod components;
mod data;
mod live;
mod roles;
mod start;

use leptos::prelude::*;

use crate::{
    app::Session,
    core::model::Question,
    ui::{
        components::{
            el::{El, html},
            live, title,
        },
        i18n::{common, fill, model as words},
        route::{Page, Route},
        wording,
    },
};

pub use components::section as components;
pub use data::section as data;
pub use roles::section as roles;
pub use start::section as start;

/// The page of a part, with its questions.
pub fn page(session: Session, part: Page, questions: El) -> AnyView {
    let t = words::words();
    let tabs = Page::MODEL.map(|p| {
        let link = html::a().attr("href", Route::page(&session.id(), p).href()).text(wording::page(p));
        html::li().child(if p == part { link.attr("aria-current", "page") } else { link })
    });
    let questions = html::div().class("questions").child(questions).child(onward(session, part));
    let page = [
        title().text(t.title),
        html::p().class("lead").text(t.lead),
        html::nav().class("tabs").attr("aria-label", t.parts).child(html::ul().children(tabs)),
        html::div().class("two-panes").child(questions).child(live::panel(session)),
    ];
    page.map(El::into_any).into_iter().collect_view().into_any()
}

/// The way to the next part.
fn onward(session: Session, part: Page) -> El {
    let c = common::words();
    let next = Page::MODEL.into_iter().skip_while(|p| *p != part).nth(1);
    let page = next.unwrap_or(Page::Risks);
    let link = html::a().class("button primary").attr("href", Route::page(&session.id(), page).href());
    html::p().class("onward").child(link.text(fill(c.next, &[&wording::page(page)])))
}

/// A part's section, with its title and what it is about.
fn section(title: &'static str, lead: &'static str) -> El {
    html::section().child(html::h2().text(title)).child(html::p().text(lead))
}

/// The mark of a question while it is open.
fn unanswered(open: Memo<bool>) -> AnyView {
    let mark = || html::span().class("state state-open").text(common::words().unanswered).into_any();
    live(move || open.get().then(mark))
}

/// The id of the element in which a question is answered.
#[must_use]
pub fn element_id(question: &Question) -> String {
    match question {
        Question::Role(r) => format!("role-{r}"),
        Question::Kind(c) => format!("kind-{c}"),
        Question::Provision(i, a) => format!("{i}-{}", a.word()),
        Question::Carries(i) => format!("{i}-carries"),
        Question::Data(d) => format!("data-{d}"),
    }
}

/// The address at which a question is answered.
#[must_use]
pub fn place_of(session: Session, question: &Question) -> Route {
    let part = match question {
        Question::Role(_) => Page::Roles,
        Question::Kind(_) | Question::Provision(..) | Question::Carries(_) => Page::Components,
        Question::Data(_) => Page::Data,
    };
    Route::Assessment(session.id(), part, Some(element_id(question)))
}
