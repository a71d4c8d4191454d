//! Which roles exist and who plays them: a grid.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::{
    app::Session,
    core::{
        assessment::Edit,
        catalog::{Player, Role, RoleKindEntry},
        model::{Answer, Question},
    },
    ui::{
        browser,
        components::{
            badge, button,
            el::{El, html},
            memo, player_ticks, term, when, with_badge,
        },
        i18n::{common, fill, model as words, pick},
        wording,
    },
};

/// The grid.
pub fn section(session: Session) -> El {
    let (t, c) = (words::words(), common::words());
    let catalog = session.catalog();
    let section = super::section(t.roles_title, t.roles_lead, catalog.roles.iter().map(|r| r.name.from));
    let players =
        catalog.players.into_iter().flat_map(|p| [html::dt().text(pick(&p.name)), html::dd().text(pick(&p.about))]);
    let column = |name: &'static str| html::th().attr("scope", "col").text(name);
    let columns = [c.own, c.partner, c.user, c.nobody].map(|who| column(who).class("tick"));
    let table = html::table()
        .class("grid")
        .on("keydown", |ev| {
            if let Some(ev) = ev.dyn_ref() {
                browser::grid_keys(ev);
            }
        })
        .child(html::thead().child(html::tr().child(column(t.col_role)).children(columns)))
        .children(catalog.role_kinds.into_iter().map(|kind| group(session, kind)));
    section
        .child(term(t.role_term, [html::p().text(t.role_term_text)]))
        .child(term(t.players_title, [html::dl().class("facts").children(players)]))
        .child(table)
}

fn group(session: Session, kind: &'static RoleKindEntry) -> El {
    let roles = session.catalog().roles.into_iter().filter(|r| r.kind == kind.id);
    let name = html::th()
        .attr("colspan", "5")
        .attr("scope", "rowgroup")
        .child(html::span().class("text").text(pick(&kind.name)))
        .text(" ")
        .children(badge(kind.name.from));
    let own = move || {
        let roles = session.catalog().roles.into_iter().filter(|r| r.kind == kind.id);
        let edits: Vec<Edit> = session.model.with_untracked(|m| {
            let open = roles.map(|r| Question::Role(r.id)).filter(|q| q.answer(m).is_none());
            open.map(|q| q.edit(Some(&Answer::Players(vec![Player::Own])))).collect()
        });
        session.edits(&edits);
    };
    let open = memo(move || {
        let mut roles = session.catalog().roles.into_iter().filter(|r| r.kind == kind.id);
        session.model.with(|m| roles.any(|r| !m.roles.contains_key(&r.id)))
    });
    let t = words::words();
    let label = fill(t.group_own_of, &[&pick(&kind.name)]);
    let own = move || button("quiet", t.group_own).attr("aria-label", label.clone()).click(own).into_any();
    let name = name.text(" ").child(when(move || open.get(), own));
    html::tbody().child(html::tr().class("group").child(name)).children(roles.map(|role| row(session, role)))
}

fn row(session: Session, role: &'static Role) -> El {
    let question = Question::Role(role.id);
    let value = memo(move || session.model.with(|m| m.roles.get(&role.id).cloned()));
    let sentence = wording::question(session.catalog(), &session.model.get_untracked(), &question);
    let id = super::element_id(&question);
    let (mark, partner) = (super::mark(session, &question), super::partner(session, &question));
    let answer = Callback::new(move |players: Option<Vec<_>>| {
        session.edit(question.edit(players.map(Answer::Players).as_ref()));
    });
    let open = memo(move || value.with(Option::is_none));
    let name = with_badge(html::div().class("role-name"), role.name).child(mark);
    html::tr()
        .attr("id", id)
        .attr("tabindex", "-1")
        .live_attr("class", move || open.get().then(|| "open".to_owned()))
        .child(
            html::th()
                .attr("scope", "row")
                .child(name)
                .child(html::p().class("about").text(pick(&role.about)))
                .child(partner),
        )
        .children(player_ticks(memo(move || sentence.clone()), value, answer, true))
}
