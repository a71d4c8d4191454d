//! Which roles exist and who plays them: a grid.

use leptos::prelude::*;

use crate::{
    app::Session,
    core::{
        catalog::{Role, RoleKindEntry},
        model::{Answer, Question},
    },
    ui::{
        browser,
        components::{Badge, PlayerTicks, Term, TextView, When, memo},
        i18n::{common, model as words, pick},
        wording,
    },
};

/// The grid.
#[component]
pub fn Roles() -> impl IntoView {
    let (t, c) = (words::words(), common::words());
    let session = expect_context::<Session>();
    let catalog = session.catalog();
    view! {
        <section>
            <h2>{t.roles_title}</h2>
            <p>{t.roles_lead}</p>
            <Term term=t.role_term>
                <p>{t.role_term_text}</p>
            </Term>
            <Term term=t.players_title>
                <dl class="facts">
                    {catalog
                        .players
                        .into_iter()
                        .map(|p| view! { <dt>{pick(&p.name)}</dt> <dd>{pick(&p.about)}</dd> })
                        .collect_view()}
                </dl>
            </Term>
            <table class="grid" on:keydown=move |ev| browser::grid_keys(&ev)>
                <thead>
                    <tr>
                        <th scope="col">{t.col_role}</th>
                        <th scope="col" class="tick">{c.own}</th>
                        <th scope="col" class="tick">{c.partner}</th>
                        <th scope="col" class="tick">{c.user}</th>
                        <th scope="col" class="tick">{c.nobody}</th>
                    </tr>
                </thead>
                {catalog.role_kinds.into_iter().map(|kind| view! { <Group kind=kind /> }).collect_view()}
            </table>
        </section>
    }
}

#[component]
fn Group(kind: &'static RoleKindEntry) -> impl IntoView {
    let session = expect_context::<Session>();
    let roles = session.catalog().roles.into_iter().filter(|r| r.kind == kind.id);
    view! {
        <tbody>
            <tr class="group">
                <th colspan="5" scope="rowgroup">
                    <TextView text=kind.name />
                </th>
            </tr>
            {roles.map(|role| view! { <Row role=role /> }).collect_view()}
        </tbody>
    }
}

#[component]
fn Row(role: &'static Role) -> impl IntoView {
    let c = common::words();
    let session = expect_context::<Session>();
    let question = Question::Role(role.id);
    let value = memo(move || session.model.with(|m| m.roles.get(&role.id).cloned()));
    let sentence = wording::question(session.catalog(), &session.model.get_untracked(), &question);
    let id = super::element_id(&question);
    let answer = Callback::new(move |players: Option<Vec<_>>| {
        session.edit(question.edit(players.map(Answer::Players).as_ref()));
    });
    let open = move || value.with(Option::is_none);
    view! {
        <tr id=id tabindex="-1" class:open=open>
            <th scope="row">
                <div class="role-name">
                    {pick(&role.name)} " " <Badge from=role.name.from />
                    <When is=open>
                        <span class="state state-open">{c.unanswered}</span>
                    </When>
                </div>
                <p class="about">{pick(&role.about)}</p>
            </th>
            <PlayerTicks question=sentence value=value answer=answer cells=true />
        </tr>
    }
}
