//! Who changed what when: of every field the values that stand, day by day, the latest first.

use leptos::prelude::*;

use crate::{
    app::Session,
    core::{
        assessment::{Assessment, Stamp},
        report::{LogFilter, Logged, between, log},
        sorted::distinct,
    },
    ui::{
        components::{
            TextKind, drawn,
            el::{El, html},
            live, memo, more, picker, text_field, title,
        },
        field_names, field_places,
        i18n::{changes as words, conflicts, model, pick, worklist},
        pages::{measures::action, tasks::named},
        route::{Page, Route},
        wording,
        worklist::{Place, change_place, place_on},
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
    html::p().class("about").child(html::a().attr("href", href).text(words::words().of_entry))
}

/// The page.
#[must_use]
pub fn page(session: Session) -> AnyView {
    let t = words::words();
    let place = place_on(Page::Changes);
    let set = move |change: &dyn Fn(&mut Place)| change_place(session.id(), Page::Changes, place, change);
    let drawn = drawn(DRAWN);
    let pick_from = move |label, options: fn(Session, &Assessment) -> Vec<Choice>, of: fn(&Place) -> &str, set| {
        let options = move || session.assessment.with(|a| a.as_ref().map(|a| options(session, a)).unwrap_or_default());
        picker(label, memo(options), memo(move || place.with(|p| of(p).to_owned())), set)
    };
    let set_person = Callback::new(move |word: String| set(&|place| place.only(PERSON, &word)));
    let set_entry =
        Callback::new(move |of: String| set(&|place| place.row = Some(of.clone()).filter(|of| !of.is_empty())));
    let person = pick_from(conflicts::words().who, people, |p| p.one(PERSON), set_person);
    let entry = pick_from(t.entry, entries, |p| p.row.as_deref().unwrap_or_default(), set_entry);
    let day = move |label: &str, filter: usize| {
        let value = memo(move || place.with(|p| p.one(filter).to_owned()));
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

fn people(_: Session, assessment: &Assessment) -> Vec<Choice> {
    let mut people: Vec<String> = Vec::new();
    for (_, head) in assessment.fields().values().flat_map(|field| field.heads()) {
        if let Err(place) = people.binary_search(&head.by) {
            people.insert(place, head.by.clone());
        }
    }
    people.into_iter().map(|by| (named(&by), person(&by))).collect()
}

/// Who did something, as people read it.
pub fn person(by: &str) -> String {
    if by.is_empty() { conflicts::words().unknown_person.to_owned() } else { wording::short(by) }
}

/// What has changes: the parts of the assessment, then controls, risks and actions one by one.
fn entries(session: Session, assessment: &Assessment) -> Vec<Choice> {
    let (mut parts, mut entries) = (Vec::new(), Vec::new());
    for path in assessment.fields().keys() {
        let segments: Vec<&str> = path.segments().collect();
        match segments.as_slice() {
            [part @ ("controls" | "risk"), id, ..] => entries.push(format!("{part}/{id}")),
            [part @ "action", of, id, ..] => entries.push(format!("{part}/{of}/{id}")),
            _ => {}
        }
        if let Some(part) = segments.first().filter(|part| parts.last().is_none_or(|last| last != *part)) {
            parts.push((*part).to_owned());
        }
    }
    let mut all = Vec::new();
    for part in distinct(parts) {
        all.extend(part_name(&part).map(|name| (part, name.to_owned())));
    }
    for of in distinct(entries) {
        all.extend(entry_name(session, &of).map(|name| (of, name)));
    }
    all
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
        "snapshots" => Page::Snapshots,
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

/// The changes that are let through, day by day.
fn days(session: Session, assessment: &Assessment, place: &Place, drawn: RwSignal<usize>) -> El {
    let by = place.one(PERSON).strip_prefix(&named(""));
    let all = log(assessment, LogFilter { by, below: place.row.as_deref() });
    let day = |at: Stamp| session.app.local_time(at.ms()).0;
    let shown = between(&all, place.one(FROM), place.one(TO), &day);
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
    list.children(more(rest.len(), drawn, DRAWN).map(|more| html::p().child(more)))
}

fn row(session: Session, entry: &Logged) -> El {
    let catalog = session.catalog();
    let name = session.model.with(|m| field_names::name(catalog, m, entry.path));
    let link = field_places::link(&session.id(), entry.path, name);
    let (_, time) = session.app.local_time(entry.at.ms());
    let value = field_names::value(catalog, entry.path, entry.head.value.as_ref());
    html::li()
        .child(html::span().class("line-state").text(format!("{time} {}", person(&entry.head.by))))
        .child(link)
        .child(html::span().class("line-note").text(wording::short(&value)))
}
