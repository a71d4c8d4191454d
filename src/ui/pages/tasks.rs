//! Everything that is still to be done, by owner, overdue first.

use leptos::prelude::*;

use super::{
    measures::action,
    results::links::{list, row},
};
use crate::{
    app::Session,
    core::{
        extract::RowKey,
        report::{Task, Work, by_owner},
        sorted::distinct,
    },
    ui::{
        components::{
            Line, Part, drawn,
            el::{El, html},
            lines, live, memo, more, picker, title,
        },
        i18n::{fill, measures, pick, tasks as words, worklist},
        route::Page,
        standing, wording,
        worklist::{Place, change_place, place_on},
    },
};

/// The filter of owners.
const OWNER: usize = 0;
/// The filter of what is overdue, with its one option.
const LATE: (usize, &str) = (1, "overdue");
/// How many tasks are drawn before somebody asks for more.
const DRAWN: usize = 100;

/// The address of the tasks of an owner, or of everybody, only the overdue ones if wanted.
#[must_use]
pub fn address(session: Session, owner: Option<&str>, late: bool) -> String {
    let mut filters: Vec<_> = owner.map(|owner| (OWNER, named(owner))).into_iter().collect();
    filters.extend(late.then(|| (LATE.0, LATE.1.to_owned())));
    list(session, Page::Tasks, filters)
}

/// An owner's name in the address: there nobody has to be somebody.
#[must_use]
pub fn named(owner: &str) -> String {
    format!("by-{owner}")
}

/// An owner as people read it.
#[must_use]
pub fn owner(owner: &str) -> String {
    if owner.is_empty() { measures::words().no_owner } else { owner }.to_owned()
}

/// The page.
#[must_use]
pub fn page(session: Session) -> AnyView {
    let t = words::words();
    let place = place_on(Page::Tasks);
    let set = move |change: &dyn Fn(&mut Place)| change_place(session.id(), Page::Tasks, place, change);
    let tasks = memo(move || session.tasks());
    let owners = memo(move || {
        let names = tasks.with(|tasks| distinct(tasks.iter().map(|task| task.owner.clone())));
        names.into_iter().map(|name| (named(&name), owner(&name))).collect::<Vec<_>>()
    });
    let drawn = drawn(DRAWN);

    let choose = Callback::new(move |word: String| set(&|place| place.only(OWNER, &word)));
    let chosen = memo(move || place.with(|p| p.one(OWNER).to_owned()));
    let select = picker(measures::words().owner, owners, chosen, choose);
    let late = html::input()
        .attr("type", "checkbox")
        .live_checked(move || place.with(|p| p.lets(LATE.0, LATE.1)))
        .on("change", move |_| set(&|place| place.turn(LATE.0, LATE.1)));
    let tools = html::div()
        .class("toolbar")
        .child(select)
        .child(html::label().class("tick").child(late).child(html::span().text(t.only_overdue)));
    vec![
        title().text(t.title).into_any(),
        html::p().class("lead").text(t.lead).into_any(),
        tools.into_any(),
        live(move || tasks.with(|tasks| place.with(|place| groups(session, tasks, place, drawn)))),
    ]
    .into_any()
}

/// The tasks that are let through, by owner. Whoever has the earliest comes first, and nobody last.
fn groups(session: Session, tasks: &[Task], place: &Place, drawn: RwSignal<usize>) -> El {
    let anyone = place.of(OWNER).next().is_none();
    let lets = |task: &&Task| {
        (anyone || place.lets(OWNER, &named(&task.owner))) && (task.overdue || !place.lets(LATE.0, LATE.1))
    };
    let shown: Vec<&Task> = tasks.iter().filter(lets).collect();
    if shown.is_empty() {
        let why = if tasks.is_empty() { words::words().none } else { worklist::words().nothing };
        return html::p().class("empty").text(why);
    }
    let number = shown.len();
    let mut left = drawn.get();
    let mut sections = Vec::new();
    for (of, tasks) in by_owner(shown) {
        let late = tasks.iter().filter(|task| task.overdue).count();
        let counts = html::span().class("counts-line").text(fill(words::words().counts, &[&tasks.len(), &late]));
        let all = lines(tasks.iter().take(left).map(|task| line(session, task)));
        left -= left.min(tasks.len());
        sections.push(
            html::section().class("of-owner").child(html::h2().text(owner(of)).text(" ").child(counts)).child(all),
        );
    }
    let rest = number.saturating_sub(drawn.get());
    sections.extend(more(rest, drawn, DRAWN).map(|more| html::p().child(more)));
    html::div().children(sections)
}

/// A task in one line.
#[must_use]
pub fn line(session: Session, task: &Task) -> Line {
    let mut note = task.due.map(|day| fill(words::words().until, &[&day])).unwrap_or_default();
    if task.overdue {
        note = format!("{note} · {}", measures::words().overdue);
    }
    let line = match &task.work {
        Work::Control(id, at) => {
            let title = session.catalog().control(id.0).map(|c| pick(&c.title)).unwrap_or_default().into();
            let href = row(session, Page::Controls, id.0);
            Line { part: standing::control(*at, 0), href, id: id.0, title, note, late: false }
        }
        Work::Risk(key, at) => risk(session, key, standing::risk(*at, 0), note),
        Work::Action(of, id, at) => {
            let key = action::key(*of, *id);
            let title = action::by_key(session, &key).map(|(_, a)| pick(&a.text)).unwrap_or_default().into();
            let href = row(session, Page::Measures, &key);
            Line { part: standing::action(*at, 0), href, id: id.0, title, note, late: false }
        }
    };
    Line { late: task.overdue, ..line }
}

/// A risk in one line, with the component for which it stands.
#[must_use]
pub fn risk(session: Session, key: &RowKey, part: Part, note: String) -> Line {
    let title = session.catalog().risk(key.risk.0).map(|r| pick(&r.title)).unwrap_or_default();
    let of = |id| session.model.with(|m| wording::component_name(session.catalog(), m, id));
    let title = key.instance.as_ref().map_or_else(|| title.into(), |id| format!("{title} — {}", of(id)).into());
    let href = row(session, Page::Risks, key.risk.0);
    Line { part, href, id: "", title, note, late: false }
}
