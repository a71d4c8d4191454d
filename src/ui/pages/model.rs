//! Step 1: the model. Questions on one side, what follows on the other.

mod components;
mod data;
mod live;
mod roles;
mod start;
pub mod trial;

use leptos::prelude::*;

use crate::{
    app::Session,
    core::{
        assessment::paths,
        catalog::{Player, Provenance},
        model::{Answer, Question},
    },
    ui::{
        browser,
        components::{
            PARTNERS, TextKind, button,
            el::{El, html},
            live, memo, state_source, title, when,
        },
        i18n::{common, fill, model as words},
        pages::risks::entry::field,
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
    // As in the lists.
    browser::on_key("n", move || untrack(|| go_on(session)));
    let questions = html::div()
        .class("questions")
        .child(presumed(session, part))
        .child(questions)
        .child(partners(session))
        .child(onward(session, part));
    let page = [
        title().text(t.title),
        html::p().class("lead").text(t.lead),
        html::nav().class("tabs").attr("aria-label", t.parts).child(html::ul().children(tabs)),
        html::div().class("two-panes").child(questions).child(live::panel(session)),
    ];
    page.map(El::into_any).into_iter().collect_view().into_any()
}

/// Goes on in the model; where nobody has begun, at its first question, and where none is open, to the risks.
fn go_on(session: Session) {
    let to = way_on(session).unwrap_or_else(|| {
        let page = if session.begun() { Page::Risks } else { Page::Roles };
        Route::page(&session.id(), page)
    });
    browser::go(&to);
    // The address may be the same as before.
    if let Route::Assessment(_, _, Some(at)) = to {
        browser::focus_soon(Some(at));
    }
}

/// Where a model that was begun goes on: at the first question that is open; where answers of its page are only presumed,
/// at the way to confirm them.
#[must_use]
pub fn way_on(session: Session) -> Option<Route> {
    let question = session.first_open().filter(|_| session.begun())?;
    let part = part_of(&question);
    let presumed = session.model.with(|m| m.presumed.iter().any(|q| part_of(q) == part));
    let at = if presumed { CONFIRM.to_owned() } else { element_id(&question) };
    Some(Route::Assessment(session.id(), part, Some(at)))
}

/// The id of the button that confirms a page.
const CONFIRM: &str = "confirm-here";

/// The way to the next part.
fn onward(session: Session, part: Page) -> El {
    let c = common::words();
    let next = Page::MODEL.into_iter().skip_while(|p| *p != part).nth(1);
    let page = next.unwrap_or(Page::Risks);
    let link = html::a().class("button primary").attr("href", Route::page(&session.id(), page).href());
    html::p().class("onward").child(link.text(fill(c.next, &[&wording::page(page)])))
}

/// A part's section, with its title, what it is about, and where most of its texts come from.
fn section(title: &'static str, lead: &'static str, texts: impl Iterator<Item = Provenance>) -> El {
    html::section().child(html::h2().text(title)).child(html::p().text(lead)).children(state_source(texts))
}

/// While a partner is ticked: what it is called.
fn partner(session: Session, question: &Question) -> AnyView {
    let path = StoredValue::new(paths::partner(&question.path()));
    let question = StoredValue::new(question.clone());
    let takes_part = move || {
        let answer = session.model.with(|m| question.with_value(|q| q.answer(m)));
        matches!(answer, Some(Answer::Players(players)) if players.contains(&Player::Partner))
    };
    when(takes_part, move || {
        let label = words::words().partner_name.to_owned();
        path.with_value(|path| field(session, path.clone(), label, TextKind::Partner, "")).class("field partner")
    })
}

/// The names that partners have so far, for fields to offer.
fn partners(session: Session) -> El {
    let names = memo(move || {
        session.model.with(|m| {
            let named = m.partners.iter().map(|(question, _)| question);
            m.partners_in(named).into_iter().map(str::to_owned).collect::<Vec<_>>()
        })
    });
    let option = |name: String| html::option().attr("value", name).into_any();
    html::datalist().attr("id", PARTNERS).child(live(move || names.get().into_iter().map(option).collect::<Vec<_>>()))
}

/// The mark of a question, with the way to say that its answer is right.
fn mark(session: Session, question: &Question) -> AnyView {
    [sign(session, question), confirm(session, question)].into_any()
}

/// While an answer is a service type's alone: the way to say that it is right.
fn confirm(session: Session, question: &Question) -> AnyView {
    let question = StoredValue::new(question.clone());
    let act = move || {
        session.edit(question.with_value(Question::confirm));
        // The button is gone, and the focus with it.
        browser::focus_soon(Some(question.with_value(element_id)));
    };
    let presumed = move || session.model.with(|m| question.with_value(|q| m.presumed.contains(q)));
    when(presumed, move || button("quiet", words::words().confirm).click(act))
}

/// The mark of a question while it is open, or while its answer is a service type's alone.
fn sign(session: Session, question: &Question) -> AnyView {
    let question = question.clone();
    let state = memo(move || session.model.with(|m| (question.answer(m).is_some(), m.presumed.contains(&question))));
    let mark = |class: &'static str, word: &'static str| html::span().class(class).text(word);
    live(move || match state.get() {
        (false, _) => Some(mark("state state-open", common::words().unanswered)),
        (true, true) => Some(mark("state state-presumed", words::words().presumed)),
        (true, false) => None,
    })
}

/// How many answers on this page are a service type's alone, and the way to say that they are right.
fn presumed(session: Session, part: Page) -> AnyView {
    let here = memo(move || {
        session.model.with(|m| m.presumed.iter().filter(|q| part_of(q) == part).cloned().collect::<Vec<_>>())
    });
    let confirm = move || {
        session.edits(&here.with_untracked(|q| q.iter().map(Question::confirm).collect::<Vec<_>>()));
        // The button is gone, and the focus with it: on to the first question here that is open.
        let open = session.first_open().filter(|q| part_of(q) == part);
        browser::focus_soon(open.map(|q| element_id(&q)));
    };
    let bar = move || {
        let t = words::words();
        let count = html::p().live_text(move || fill(t.presumed_here, &[&here.with(Vec::len)]));
        html::div()
            .class("banner")
            .attr("role", "status")
            .child(count)
            .child(button("secondary", t.confirm_here).attr("id", CONFIRM).click(confirm))
    };
    when(move || here.with(|q| !q.is_empty()), bar)
}

/// The id of the element in which a question is answered.
#[must_use]
pub fn element_id(question: &Question) -> String {
    match question {
        Question::Role(r) => format!("role-{r}"),
        Question::Kind(c) => format!("kind-{c}"),
        Question::Provision(i, a) => format!("{i}-{}", a.keyword()),
        Question::Place(i) => format!("{i}-place"),
        Question::Carries(i) => format!("{i}-carries"),
        Question::Data(d) => format!("data-{d}"),
    }
}

/// The address at which a question is answered.
#[must_use]
pub fn place_of(session: Session, question: &Question) -> Route {
    Route::Assessment(session.id(), part_of(question), Some(element_id(question)))
}

/// The page on which a question is answered.
const fn part_of(question: &Question) -> Page {
    match question {
        Question::Role(_) => Page::Roles,
        Question::Kind(_) | Question::Provision(..) | Question::Place(_) | Question::Carries(_) => Page::Components,
        Question::Data(_) => Page::Data,
    }
}
