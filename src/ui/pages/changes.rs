//! Who changed what when: of every field the values that stand, day by day, the latest first.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::{
    app::Session,
    core::{
        assessment::{Assessment, Stamp},
        gather::gather,
        report::{LogFilter, Logged, between, log},
    },
    ui::{
        browser,
        components::{
            TextKind, button,
            el::{El, html},
            live, memo, text_field, title,
        },
        field_names, field_places,
        i18n::{changes as words, conflicts, fill, model, pick, worklist},
        pages::{measures::action, tasks::named},
        route::{Page, Route},
        wording,
        worklist::Place,
    },
};

/// The filter of people.
const PERSON: usize = 0;
/// The filter of the first day.
const FROM: usize = 1;
/// The filter of the last day.
const TO: usize = 2;
/// How many changes are drawn before somebody asks for more.
const DRAWN: usize = 100;

/// The way to the changes of an entry, such as `controls/II.2.1.1`.
#[must_use]
pub fn link(session: Session, of: &str) -> El {
    let href = Route::Assessment(session.id(), Page::Changes, Place::default().with_row(of).at()).href();
    html::p().class("about").child(html::a().attr("href", href).text(words::words().title))
}

/// The page.
#[must_use]
pub fn page(session: Session) -> AnyView {
    let t = words::words();
    let route = use_context::<ReadSignal<Route>>().expect("the frame of an assessment gives the address");
    let place = memo(move || {
        route.with(|r| match r {
            Route::Assessment(_, Page::Changes, at) => Place::parse(at.as_deref()),
            _ => Place::default(),
        })
    });
    let set = move |change: &dyn Fn(&mut Place)| {
        let mut new = place.get_untracked();
        change(&mut new);
        browser::replace(&Route::Assessment(session.id(), Page::Changes, new.at()));
    };
    let drawn = RwSignal::new(DRAWN);
    let person = select(
        session,
        conflicts::words().who,
        people,
        move |option| place.with(|p| p.lets(PERSON, option)),
        move |chosen| set(&|place| place.only(PERSON, &chosen)),
    );
    let entry = select(
        session,
        t.entry,
        entries,
        move |option| place.with(|p| p.row.as_deref() == Some(option)),
        move |chosen| set(&|place| place.row = Some(chosen.clone()).filter(|of| !of.is_empty())),
    );
    let day = move |label: &str, filter: usize| {
        let value = memo(move || place.with(|p| bound(p, filter).to_owned()));
        let commit = Callback::new(move |day: String| set(&|place| place.only(filter, &day)));
        text_field(TextKind::Date, label.to_owned(), String::new(), value, commit)
    };
    let tools = html::div().class("toolbar").child(person).child(entry).child(day(t.from, FROM)).child(day(t.to, TO));
    let list = live(move || session.assessment.get().map(|a| place.with(|place| days(session, &a, place, drawn))));
    vec![title().text(t.title).into_any(), html::p().class("lead").text(t.lead).into_any(), tools.into_any(), list]
        .into_any()
}

/// An option: its word in the address, and its name.
type Choice = (String, String);

/// A choice among what the changes are of.
fn select(
    session: Session,
    label: &'static str,
    options: fn(Session, &Assessment) -> Vec<Choice>,
    is: impl Fn(&str) -> bool + Copy + Send + 'static,
    choose: impl Fn(String) + 'static,
) -> El {
    let option = move |(word, name): Choice| {
        let option = html::option().attr("value", word.clone()).text(name);
        option.live_flag("selected", move || is(&word)).into_any()
    };
    let options =
        memo(move || session.assessment.with(|a| a.as_ref().map(|a| options(session, a)).unwrap_or_default()));
    let select = html::select()
        .on("change", move |ev| choose(event_target_value(&ev)))
        .child(html::option().attr("value", "").text(worklist::words().all))
        .child(live(move || options.get().into_iter().map(option).collect::<Vec<_>>()));
    html::label().class("list-tool").child(html::span().text(label)).child(select)
}

fn people(_: Session, assessment: &Assessment) -> Vec<Choice> {
    let all = assessment.fields().values().flat_map(|field| field.heads().values().map(|head| head.by.as_str()));
    gather::<_, BTreeSet<&str>>(all).into_iter().map(|by| (named(by), person(by))).collect()
}

fn person(by: &str) -> String {
    if by.is_empty() { conflicts::words().unknown_person.to_owned() } else { wording::short(by) }
}

/// What has changes: the parts of the assessment, then controls, risks and actions one by one.
fn entries(session: Session, assessment: &Assessment) -> Vec<Choice> {
    let (mut parts, mut entries) = (BTreeSet::new(), BTreeSet::new());
    for path in assessment.fields().keys() {
        let segments: Vec<&str> = path.segments().collect();
        match segments.as_slice() {
            [part @ ("controls" | "risk"), id, ..] => drop(entries.insert(format!("{part}/{id}"))),
            [part @ "action", of, id, ..] => drop(entries.insert(format!("{part}/{of}/{id}"))),
            _ => {}
        }
        parts.extend(segments.first().copied());
    }
    let parts = parts.into_iter().filter_map(|part| Some((part.to_owned(), part_name(part)?.to_owned())));
    let entries = entries.into_iter().filter_map(|of| entry_name(session, &of).map(|name| (of, name)));
    parts.chain(entries).collect()
}

fn part_name(part: &str) -> Option<&'static str> {
    let page = match part {
        "meta" => Page::Overview,
        "scope" => Page::Scope,
        "classify" => Page::Classify,
        "model" => return Some(model::words().title),
        "controls" => Page::Controls,
        "risk" => Page::Risks,
        "action" => Page::Measures,
        _ => return None,
    };
    Some(wording::page(page))
}

fn entry_name(session: Session, of: &str) -> Option<String> {
    let catalog = session.catalog();
    let segments: Vec<&str> = of.split('/').collect();
    match segments.as_slice() {
        ["controls", id] => catalog.control(id).map(|c| format!("{id} {}", pick(&c.title))),
        ["risk", id] => catalog.risk(id).map(|r| pick(&r.title).to_owned()),
        ["action", of, id] => {
            action::by_key(session, &format!("{of}:{id}")).map(|(_, a)| format!("{id} {}", pick(&a.text)))
        }
        _ => None,
    }
}

/// The day in a filter; empty for none.
fn bound(place: &Place, filter: usize) -> &str {
    place.of(filter).next().unwrap_or_default()
}

/// The changes that are let through, day by day.
fn days(session: Session, assessment: &Assessment, place: &Place, drawn: RwSignal<usize>) -> El {
    let person = place.of(PERSON).next();
    let by = person.and_then(|word| word.strip_prefix(&named("")));
    let all = log(assessment, LogFilter { by, below: place.row.as_deref() });
    let day = |at: Stamp| session.app.local_time(at.ms()).0;
    let shown = between(&all, bound(place, FROM), bound(place, TO), &day);
    if shown.is_empty() {
        let nothing = !place.is_filtered() && place.row.is_none();
        return html::p().class("empty").text(if nothing { words::words().none } else { worklist::words().nothing });
    }
    let mut list = html::div();
    let (first, rest) = shown.split_at(drawn.get().min(shown.len()));
    for of_day in first.chunk_by(|a, b| day(a.at) == day(b.at)) {
        let name = of_day.first().map(|entry| day(entry.at)).unwrap_or_default();
        let rows = html::ul().class("lines").children(of_day.iter().map(|entry| row(session, entry)));
        list = list.child(html::section().child(html::h2().text(name)).child(rows));
    }
    if rest.is_empty() {
        return list;
    }
    let more = button("secondary", fill(worklist::words().more, &[&rest.len()]));
    list.child(html::p().child(more.click(move || drawn.update(|d| *d = d.saturating_add(DRAWN)))))
}

fn row(session: Session, entry: &Logged) -> El {
    let catalog = session.catalog();
    let name = session.model.with(|m| field_names::name(catalog, m, entry.path));
    let link = match field_places::place(&session.id(), entry.path) {
        Some(route) => html::a().attr("href", route.href()),
        None => html::span(),
    };
    let (_, time) = session.app.local_time(entry.at.ms());
    let value = field_names::value(catalog, entry.path, entry.head.value.as_ref());
    html::li()
        .child(html::span().class("line-state").text(format!("{time} {}", person(&entry.head.by))))
        .child(link.text(name))
        .child(html::span().class("line-note").text(wording::short(&value)))
}
