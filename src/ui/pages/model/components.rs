//! What the service is made of, and who procures, operates and maintains it.

use leptos::prelude::*;

use crate::{
    app::Session,
    core::{
        assessment::{Edit, Value, paths},
        catalog::{Component as Kind, Role, RoleId},
        model::{Answer, Aspect, InstanceId, OPEN, Question, add_component, described, remove_component},
    },
    ui::{
        browser,
        components::{Badge, PlayerTicks, Term, TextField, When, YesNo, each, memo},
        i18n::{common, fill, model as words, pick},
        wording,
    },
};

/// All kinds of component.
#[component]
pub fn Components() -> impl IntoView {
    let t = words::words();
    let session = expect_context::<Session>();
    view! {
        <section>
            <h2>{t.components_title}</h2>
            <p>{t.components_lead}</p>
            <Term term=t.component_term>
                <p>{t.component_term_text}</p>
            </Term>
            <ul class="question-list">
                {session.catalog().components.into_iter().map(|kind| view! { <KindRow kind=kind /> }).collect_view()}
            </ul>
        </section>
    }
}

#[component]
fn KindRow(kind: &'static Kind) -> impl IntoView {
    let t = words::words();
    let session = expect_context::<Session>();
    let question = Question::Kind(kind.id);
    let id = super::element_id(&question);
    let group = id.clone();
    let name = pick(&kind.name);
    let value = memo(move || session.model.with(|m| m.has_kind(kind.id)));
    let instances = memo(move || session.model.with(|m| m.of_kind(kind.id).map(|i| i.id.clone()).collect::<Vec<_>>()));
    let add = move || session.edits(&add_component(kind.id, name, &InstanceId::new(session.app.random())));
    let answer = Callback::new(move |yes: Option<bool>| {
        // Components that are described stay so, and come back with "yes": an arrow key must not lose them.
        let described = session.assessment.with_untracked(|a| a.as_ref().is_some_and(|a| described(a, kind.id)));
        match yes {
            Some(true) if !described => add(),
            None if described => session.edit(Edit::set(paths::component_kind(kind.id), Value::text(OPEN))),
            _ => session.edit(question.edit(yes.map(Answer::Yes).as_ref())),
        }
    });
    view! {
        <li id=id tabindex="-1" class="kind" class:open=Signal::derive(move || value.get().is_none())>
            <div>
                <h3>{name} " " <Badge from=kind.name.from /></h3>
                <p class="about">{pick(&kind.about)}</p>
            </div>
            <YesNo name=group question=fill(t.has_kind, &[&name]) value=value answer=answer />
            <When is=move || value.get() == Some(true)>
                <div class="instances">
                    {each(move || instances.get(), ToString::to_string, move |instance| view! { <Instance id=instance /> })}
                    <button type="button" class="secondary" on:click=move |_| add()>
                        {fill(t.add_more, &[&name])}
                    </button>
                </div>
            </When>
        </li>
    }
}

#[component]
fn Instance(id: InstanceId) -> impl IntoView {
    let t = words::words();
    let session = expect_context::<Session>();
    let key = StoredValue::new(id);
    let label =
        memo(move || session.model.with(|m| key.with_value(|id| wording::component_name(session.catalog(), m, id))));
    let name_path = key.with_value(|id| paths::component(id.as_str(), "name"));
    let name = session.watch(name_path.clone());
    let rename = Callback::new(move |text: String| session.edit(Edit::text(name_path.clone(), text)));
    let remove = move |_| {
        let (edits, kind) = session.model.with_untracked(|m| {
            key.with_value(|id| (remove_component(m, id), m.instances.get(id).map(|i| Question::Kind(i.kind))))
        });
        session.edits(&edits);
        // The button is gone, and the focus with it.
        browser::focus_soon(kind.map(|k| super::element_id(&k)));
    };
    view! {
        <fieldset class="instance">
            <legend>{label}</legend>
            <div class="instance-head">
                <TextField label=t.component_name value=name commit=rename />
                <button
                    type="button"
                    class="quiet danger"
                    aria-label=Signal::derive(move || fill(t.remove_of, &[&label.get()]))
                    on:click=remove
                >
                    {t.remove}
                </button>
            </div>
            {Aspect::ALL.map(|aspect| view! { <AspectRow id=key.get_value() aspect=aspect /> }).into_iter().collect_view()}
            <Carries id=key.get_value() />
        </fieldset>
    }
}

#[component]
fn AspectRow(id: InstanceId, aspect: Aspect) -> impl IntoView {
    let c = common::words();
    let session = expect_context::<Session>();
    let question = Question::Provision(id.clone(), aspect);
    let element = super::element_id(&question);
    let value = memo(move || session.model.with(|m| m.instances.get(&id).and_then(|i| i.aspect(aspect).clone())));
    let sentence = wording::question(session.catalog(), &session.model.get_untracked(), &question);
    let label = sentence.clone();
    let answer = Callback::new(move |players: Option<Vec<_>>| {
        session.edit(question.edit(players.map(Answer::Players).as_ref()));
    });
    view! {
        <div class="aspect" id=element tabindex="-1" role="group" aria-label=label>
            <span class="aspect-name">{wording::aspect(aspect)}</span>
            <PlayerTicks question=sentence value=value answer=answer />
            <When is=move || value.with(Option::is_none)>
                <span class="state state-open">{c.unanswered}</span>
            </When>
        </div>
    }
}

/// Which roles a component carries out; those usual for its kind stand first.
#[component]
fn Carries(id: InstanceId) -> impl IntoView {
    let (t, c) = (words::words(), common::words());
    let session = expect_context::<Session>();
    let catalog = session.catalog();
    let question = Question::Carries(id.clone());
    let element = super::element_id(&question);
    let kind = session.model.with_untracked(|m| m.instances.get(&id).and_then(|i| catalog.component(i.kind.0)));
    let value = memo(move || session.model.with(|m| m.instances.get(&id).and_then(|i| i.roles.clone())));
    let answer = StoredValue::new(question);
    let set = move |roles: Option<Vec<RoleId>>| {
        session.edit(answer.with_value(|q| q.edit(roles.map(Answer::Roles).as_ref())));
    };
    let toggle = move |role: RoleId| {
        let mut roles = value.get_untracked().unwrap_or_default();
        match roles.iter().position(|r| *r == role) {
            Some(at) => drop(roles.remove(at)),
            None => roles.push(role),
        }
        set((!roles.is_empty()).then_some(roles));
    };
    let usual = kind.map(|k| k.roles).unwrap_or(crate::core::catalog::List(&[]));
    let (first, rest): (Vec<_>, Vec<_>) = catalog.roles.into_iter().partition(|r| usual.contains(&r.id));
    let roles = first.into_iter().chain(rest);
    let none = Signal::derive(move || value.with(|v| v.as_ref().is_some_and(Vec::is_empty)));
    let ticks = roles.map(move |role: &'static Role| {
        let ticked = move || value.with(|v| v.as_ref().is_some_and(|v| v.contains(&role.id)));
        view! {
            <label class="tick" class:usual=usual.contains(&role.id)>
                <input type="checkbox" prop:checked=ticked on:change=move |_| toggle(role.id) />
                <span>{pick(&role.name)}</span>
            </label>
        }
    });
    let summary = move || match value.get() {
        None => c.unanswered.to_owned(),
        Some(roles) => wording::answer(catalog, Some(&Answer::Roles(roles))),
    };
    view! {
        <details class="carries" id=element tabindex="-1">
            <summary>
                {t.carries} ": "
                <span class:state-open=Signal::derive(move || value.with(Option::is_none))>{summary}</span>
            </summary>
            <div class="ticks">
                {ticks.collect_view()}
                <label class="tick">
                    <input
                        type="checkbox"
                        prop:checked=Signal::derive(move || none.get())
                        on:change=move |_| set((!none.get_untracked()).then(Vec::new))
                    />
                    <span>{t.carries_none}</span>
                </label>
            </div>
        </details>
    }
}
