//! Disagreements: both values, and a button to choose.

use leptos::prelude::*;

use crate::{
    app::Session,
    core::assessment::{Field, Path},
    ui::{
        components::{
            button,
            el::{El, html},
            live, memo, title,
        },
        field_names,
        i18n::conflicts as words,
    },
};

/// The page.
pub fn page(session: Session) -> AnyView {
    let t = words::words();
    let conflicts = memo(move || {
        session.assessment.with(|a| {
            let all = a.iter().flat_map(|a| a.conflicts());
            all.map(|(p, f)| (p.clone(), f.clone())).collect::<Vec<(Path, Field)>>()
        })
    });
    let list = live(move || {
        let all = conflicts.get();
        if all.is_empty() {
            return vec![html::p().class("empty").text(t.empty).into_any()];
        }
        untrack(|| all.iter().map(|(path, field)| conflict(session, path, field).into_any()).collect())
    });
    vec![title().text(t.title).into_any(), html::p().class("lead").text(t.lead).into_any(), list].into_any()
}

fn conflict(session: Session, path: &Path, field: &Field) -> El {
    let t = words::words();
    let catalog = session.catalog();
    let name = session.model.with(|m| field_names::name(catalog, m, path));
    let rows = field.heads().iter().rev().map(|(stamp, head)| {
        let shown = field_names::value(catalog, path, head.value.as_ref());
        let (path, value) = (path.clone(), head.value.clone());
        let by = if head.by.is_empty() { t.unknown_person.to_owned() } else { head.by.clone() };
        let choose = move || session.app.decide(&session.id(), &path, value.clone());
        let button = button("secondary", t.choose).click(choose);
        html::tr()
            .child(html::td().text(shown))
            .child(html::td().text(by))
            .child(html::td().text(session.app.show_time(stamp.ms())))
            .child(html::td().child(button))
    });
    let columns = [t.value, t.who, t.when].map(|name| html::th().attr("scope", "col").text(name));
    let table = html::table()
        .class("plain")
        .child(html::thead().child(html::tr().children(columns).child(html::td())))
        .child(html::tbody().children(rows));
    html::section().class("box").child(html::h2().text(name)).child(table)
}
