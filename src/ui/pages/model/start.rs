//! Choosing a service type to start from.

use leptos::prelude::*;

use super::trial;
use crate::{
    app::Session,
    core::catalog::ServiceType,
    ui::{
        browser,
        components::{
            el::{El, html},
            live, memo, with_badge,
        },
        i18n::{fill, model as words, pick},
        route::{Page, Route},
    },
};

/// The choice.
pub fn section(session: Session) -> El {
    let t = words::words();
    let roles = Route::page(&session.id(), Page::Roles).href();
    let types = session.catalog().types.into_iter();
    let section = super::section(t.start_title, t.start_lead, types.map(|s| s.about.from));
    let choices = session.catalog().types.into_iter().map(|s| choice(session, s));
    section
        .child(html::ul().class("types").children(choices))
        .child(html::p().child(html::a().attr("href", roles).text(t.start_skip)))
}

fn choice(session: Session, service_type: &'static ServiceType) -> El {
    let t = words::words();
    let name = pick(&service_type.name);
    let chosen = memo(move || session.model.with(|m| m.service_type == Some(service_type.id)));
    let choose = move || {
        let model = session.model.get_untracked();
        // Over answers that are there it is seen first what another type would add.
        if untrack(|| session.begun()) {
            session.try_out(&session.app.of_type(service_type.id.0, &model));
            browser::focus_soon(Some(trial::BAR.to_owned()));
        } else {
            session.app.prefill(&session.id(), service_type.id.0, &model);
            browser::go(&Route::page(&session.id(), Page::Roles));
        }
    };
    let mark = || html::span().class("mark").text("✓ ").text(words::words().start_chosen).into_any();
    let button = html::button()
        .attr("type", "button")
        .class("secondary")
        .attr("aria-label", fill(t.start_use_of, &[&name]))
        .click(choose)
        .text(t.start_use);
    html::li()
        .live_class("type", "chosen", move || chosen.get())
        .child(html::h3().text(name).child(live(move || chosen.get().then(mark))))
        .child(with_badge(html::p(), service_type.about))
        .child(button)
}
