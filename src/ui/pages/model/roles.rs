//! Which roles exist and who plays them: a grid.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::unanswered;
use crate::{
    app::Session,
    core::{
        catalog::{Role, RoleKindEntry},
        model::{Answer, Question},
    },
    ui::{
        browser,
        components::{
            badge,
            el::{El, el},
            memo, player_ticks, term, with_badge,
        },
        i18n::{common, model as words, pick},
        wording,
    },
};

/// The grid.
pub fn section(session: Session) -> El {
    let (t, c) = (words::words(), common::words());
    let catalog = session.catalog();
    let players =
        catalog.players.into_iter().flat_map(|p| [el("dt").text(pick(&p.name)), el("dd").text(pick(&p.about))]);
    let column = |name: &'static str| el("th").attr("scope", "col").text(name);
    let columns = [c.own, c.partner, c.user, c.nobody].map(|who| column(who).class("tick"));
    let table = el("table")
        .class("grid")
        .on("keydown", |ev| {
            if let Some(ev) = ev.dyn_ref() {
                browser::grid_keys(ev);
            }
        })
        .child(el("thead").child(el("tr").child(column(t.col_role)).children(columns)))
        .children(catalog.role_kinds.into_iter().map(|kind| group(session, kind)));
    super::section(t.roles_title, t.roles_lead)
        .child(term(t.role_term, [el("p").text(t.role_term_text)]))
        .child(term(t.players_title, [el("dl").class("facts").children(players)]))
        .child(table)
}

fn group(session: Session, kind: &'static RoleKindEntry) -> El {
    let roles = session.catalog().roles.into_iter().filter(|r| r.kind == kind.id);
    let name = el("th")
        .attr("colspan", "5")
        .attr("scope", "rowgroup")
        .child(el("span").class("text").text(pick(&kind.name)))
        .text(" ")
        .child(badge(kind.name.from));
    el("tbody").child(el("tr").class("group").child(name)).children(roles.map(|role| row(session, role)))
}

fn row(session: Session, role: &'static Role) -> El {
    let question = Question::Role(role.id);
    let value = memo(move || session.model.with(|m| m.roles.get(&role.id).cloned()));
    let sentence = wording::question(session.catalog(), &session.model.get_untracked(), &question);
    let id = super::element_id(&question);
    let answer = Callback::new(move |players: Option<Vec<_>>| {
        session.edit(question.edit(players.map(Answer::Players).as_ref()));
    });
    let open = memo(move || value.with(Option::is_none));
    let name = with_badge(el("div").class("role-name"), role.name).view(unanswered(open));
    el("tr")
        .attr("id", id)
        .attr("tabindex", "-1")
        .live_class("open", move || open.get())
        .child(el("th").attr("scope", "row").child(name).child(el("p").class("about").text(pick(&role.about))))
        .children(player_ticks(Signal::stored(sentence), value.into(), answer, true))
}
