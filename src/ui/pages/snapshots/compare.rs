//! A snapshot beside what stands now: what has changed since, cause by cause, and the way back to it.

use leptos::prelude::*;

use super::{kept, name_of};
use crate::{
    app::Session,
    core::{
        assessment::{Assessment, Change, Edit, Snapshot},
        document,
        model::{Model, project},
        report::{Differences, differences},
    },
    ui::{
        browser,
        components::{
            TextKind, button, drawn,
            el::{El, html},
            live, more, table_head, text_field,
        },
        field_names, field_places,
        i18n::{common, conflicts, fill, snapshots as words},
        pages::{home::open_button, overview::catalog_changes},
        route::{Page, Route},
        wording,
    },
};

/// How many changes of each cause are drawn before somebody asks for more.
const DRAWN: usize = 50;

/// One snapshot.
pub fn compare(session: Session, id: String) -> AnyView {
    let t = words::words();
    let of =
        session.assessment.with_untracked(|a| a.as_ref().and_then(|a| a.snapshots().into_iter().find(|s| s.id == id)));
    let Some(of) = of else { return ().into_any() };
    // Nothing until it was looked for.
    let (content, drawn) = (RwSignal::new(None::<Option<Assessment>>), drawn(DRAWN));
    let digest = of.digest.clone();
    let then = move |mut found: Vec<Option<String>>| {
        let found = found.pop().flatten().and_then(|text| document::read_snapshot(&text, &digest));
        // The page may be gone by then.
        let _ = content.try_set(Some(found));
    };
    session.app.read_contents(&session.id(), vec![of.clone()], Box::new(then));
    let back = html::a().attr("href", Route::page(&session.id(), Page::Snapshots).href()).text(t.to_list);
    let back = html::p().child(back.click(|| browser::focus_soon(None)));
    let name = session.watch(name_of(&of.id));
    let path = name_of(&of.id);
    let rename = Callback::new(move |name: String| session.edit(Edit::text(path.clone(), name)));
    let field = text_field(TextKind::Line, t.name.to_owned(), String::new(), name, rename);
    let shown = live(move || {
        content.with(|content| match content {
            None => html::p().text(common::words().checking),
            Some(None) => html::div()
                .class("box warning")
                .child(html::p().text(t.missing_hint))
                .child(open_button(session.app, common::words().open_file)),
            Some(Some(then)) => match session.assessment.get() {
                Some(now) => beside(session, then, &now, drawn),
                None => html::div(),
            },
        })
    });
    vec![back.into_any(), head(session, &of).into_any(), html::div().class("form").child(field).into_any(), shown]
        .into_any()
}

/// Where the focus goes: whose state it is, and of when.
fn head(session: Session, of: &Snapshot) -> El {
    let name = session.watch(name_of(&of.id));
    html::h2()
        .attr("id", of.id.clone())
        .attr("tabindex", "-1")
        .live_text(move || wording::short(&name.get()))
        .text(" ")
        .child(html::span().class("counts-line").text(kept(session, of)))
}

fn beside(session: Session, then: &Assessment, now: &Assessment, drawn: RwSignal<usize>) -> El {
    let t = words::words();
    let catalog = session.catalog();
    let found = differences(then, now, catalog);
    let names = project(then, catalog);
    let of_catalogue = found.catalogue.as_ref().map_or(t.catalogue_unknown.to_owned(), |c| c.len().to_string());
    let counts = [&found.answers, &found.values, &found.scope].map(Vec::len);
    let line = fill(t.counts, &[&counts[0], &counts[1], &counts[2], &of_catalogue]);
    let mut shown = html::div().child(html::h3().text(t.since)).child(html::p().class("counts-line").text(line));
    let nothing = found.fields().next().is_none();
    shown = if nothing { shown.child(html::p().text(t.nothing)) } else { shown.child(way_back(session, &found)) };
    for (cause, changes) in [(t.answers, &found.answers), (t.values, &found.values), (t.scope, &found.scope)] {
        if !changes.is_empty() {
            shown = shown.child(html::h3().text(cause)).child(table(session, &names, changes, drawn));
        }
    }
    if found.catalogue.as_ref().is_none_or(|changes| !changes.is_empty()) {
        shown = shown.child(html::h3().text(t.catalogue)).child(catalog_changes(session, found.catalogue));
    }
    shown
}

/// What going back would change, and the button that does so.
fn way_back(session: Session, found: &Differences) -> El {
    let t = words::words();
    let (all, emptied) = (found.fields().count(), found.fields().filter(|change| change.before.is_none()).count());
    let edits = found.way_back();
    html::div()
        .class("box")
        .child(html::p().text(fill(t.back_says, &[&all, &emptied])))
        .child(button("secondary", t.back).click(move || session.app.go_back(&session.id(), &edits)))
}

fn table(session: Session, names: &Model, changes: &[Change], drawn: RwSignal<usize>) -> El {
    let t = words::words();
    let catalog = session.catalog();
    let rows = changes.iter().take(drawn.get()).map(|change| {
        // Components are called as they are called now, and those that are gone as they were.
        let name = match change.after {
            Some(_) => session.model.with(|now| field_names::name(catalog, now, &change.path)),
            None => field_names::name(catalog, names, &change.path),
        };
        let link = field_places::link(&session.id(), &change.path, name);
        let value = |value| wording::short(&field_names::value(catalog, &change.path, value));
        html::tr()
            .child(html::th().attr("scope", "row").child(link))
            .child(html::td().attr("data-label", t.then).text(value(change.before.as_ref())))
            .child(html::td().attr("data-label", t.now).text(value(change.after.as_ref())))
    });
    let head = table_head(&[conflicts::words().field, t.then, t.now]);
    html::div().child(html::table().class("list").child(head).child(html::tbody().children(rows))).children(more(
        changes.len().saturating_sub(drawn.get()),
        drawn,
        DRAWN,
    ))
}
