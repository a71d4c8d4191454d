//! What the service is made of, and who procures, operates and maintains it.

use leptos::prelude::*;

use crate::{
    app::Session,
    core::{
        assessment::{Edit, Value, paths},
        catalog::{Component as Kind, List, Player, Role, RoleId},
        model::{Answer, Aspect, InstanceId, OPEN, Question, add_component, described, remove_component},
    },
    ui::{
        browser,
        components::{
            Followed, TextKind, button, each,
            el::{El, html},
            folded, live, memo, place_ticks, player_ticks, term, text_field, when, with_badge, yes_no,
        },
        i18n::{fill, model as words, pick},
        wording,
    },
};

/// All kinds of component.
pub fn section(session: Session) -> El {
    let t = words::words();
    let all = session.catalog().components.into_iter();
    let section = super::section(t.components_title, t.components_lead, all.map(|c| c.name.from));
    let kinds = session.catalog().components.into_iter().map(|kind| kind_row(session, kind));
    section
        .child(open_by_place(session))
        .child(term(t.component_term, [html::p().text(t.component_term_text)]))
        .child(term(t.provision_term, provision()))
        .child(html::ul().class("question-list").children(kinds))
}

/// The risks that hang on where components stand: in assessments begun before that was asked, it is open of each.
fn open_by_place(session: Session) -> AnyView {
    let t = words::words();
    let catalog = session.catalog();
    let risks = memo(move || session.extraction.with(|e| e.open_by_place()));
    let count = move || fill(t.open_by_place, &[&risks.with(Vec::len)]);
    let list = move || {
        risks.with(|risks| {
            let risks = risks.iter().filter_map(|id| catalog.risk(id.0));
            html::ul().children(risks.map(|risk| html::li().text(pick(&risk.title))))
        })
    };
    // What somebody has opened stays open while its risks become fewer.
    when(
        move || !risks.with(Vec::is_empty),
        move || html::details().class("banner warning").child(html::summary().live_text(count)).child(live(list)),
    )
}

/// What is asked of each component, with three examples.
fn provision() -> Vec<El> {
    let t = words::words();
    let lines = [
        t.provision_procured,
        t.provision_operated,
        t.provision_maintained,
        t.place_about,
        t.provision_cloud,
        t.provision_line,
        t.provision_rented,
    ];
    lines.map(|line| html::p().text(line)).into()
}

fn kind_row(session: Session, kind: &'static Kind) -> El {
    let t = words::words();
    let question = Question::Kind(kind.id);
    let id = super::element_id(&question);
    let group = id.clone();
    let name = pick(&kind.name);
    let value = memo(move || session.model.with(|m| m.has_kind(kind.id)));
    let there = memo(move || value.get() == Some(true));
    let instances = memo(move || session.model.with(|m| m.of_kind(kind.id).map(|i| i.id.clone()).collect::<Vec<_>>()));
    let add = move || {
        let id = InstanceId::new(session.app.next_in_order());
        session.edits(&add_component(kind.id, name, &id));
        id
    };
    // Not at the first, which comes with the answer: an arrow key there must stay there.
    let add_more = move || browser::focus_soon(Some(place_of(&add())));
    let mark = super::mark(session, &question);
    let answer = Callback::new(move |yes: Option<bool>| {
        // Components that are described stay so, and come back with "yes": an arrow key must not lose them.
        let described = session.assessment.with_untracked(|a| a.as_ref().is_some_and(|a| described(a, kind.id)));
        match yes {
            Some(true) if !described => drop(add()),
            None if described => session.edit(Edit::set(paths::component_kind(kind.id), Value::text(OPEN))),
            _ => session.edit(question.edit(yes.map(Answer::Yes).as_ref())),
        }
    });
    let described = move || {
        let more = html::button().attr("type", "button").class("secondary").click(add_more);
        let all = each(move || instances.get(), ToString::to_string, move |id| instance(session, id));
        html::div().class("instances").child(all).child(more.text(fill(t.add_more, &[&name]))).into_any()
    };
    html::li()
        .attr("id", id)
        .attr("tabindex", "-1")
        .live_class("kind", "open", move || value.get().is_none())
        .child(
            html::div()
                .child(with_badge(html::h3(), kind.name).child(mark))
                .child(html::p().class("about").text(pick(&kind.about))),
        )
        .child(yes_no(group, fill(t.has_kind, &[&name]), value, answer))
        .child(live(move || there.get().then(described)))
}

/// The place of a component on the page.
fn place_of(id: &InstanceId) -> String {
    format!("component-{id}")
}

/// One component. Reads nothing but through memos: what is typed must outlive the answers.
fn instance(session: Session, id: InstanceId) -> El {
    let t = words::words();
    let name_path = paths::component(id.as_str(), "name");
    let aspects = Aspect::ALL.map(|aspect| aspect_row(session, &id, aspect));
    let (stands, carries) = (stands(session, &id), carries(session, &id));
    let place = place_of(&id);
    let key = StoredValue::new(id);
    let label =
        memo(move || session.model.with(|m| key.with_value(|id| wording::component_name(session.catalog(), m, id))));
    let name = session.watch(name_path.clone());
    let rename = Callback::new(move |text: String| session.edit(Edit::text(name_path.clone(), text)));
    let remove = move || {
        let (edits, kind) = session.model.with_untracked(|m| {
            key.with_value(|id| (remove_component(m, id), m.instances.get(id).map(|i| Question::Kind(i.kind))))
        });
        session.edits(&edits);
        // The button is gone, and the focus with it.
        browser::focus_soon(kind.map(|k| super::element_id(&k)));
    };
    let remove = html::button()
        .attr("type", "button")
        .class("quiet danger")
        .live_attr("aria-label", move || Some(fill(t.remove_of, &[&label.get()])))
        .click(remove)
        .text(t.remove);
    let all_own = move || {
        let own = Answer::Players(vec![Player::Own]);
        let ours = |aspect| key.with_value(|id| Question::Provision(id.clone(), aspect)).edit(Some(&own));
        session.edits(&Aspect::ALL.map(ours));
    };
    let all_own = button("secondary", t.all_own)
        .live_attr("aria-label", move || Some(fill(t.all_own_of, &[&label.get()])))
        .click(all_own);
    let head = html::div()
        .class("instance-head")
        .child(text_field(TextKind::Line, t.component_name.to_owned(), String::new(), name, rename))
        .child(remove);
    html::fieldset()
        .class("instance")
        .attr("id", place)
        .attr("tabindex", "-1")
        .child(html::legend().live_text(move || label.get()))
        .child(head)
        .child(all_own)
        .children(aspects)
        .child(stands)
        .child(carries)
}

fn aspect_row(session: Session, id: &InstanceId, aspect: Aspect) -> El {
    let question = Question::Provision(id.clone(), aspect);
    let (of, asked) = (id.clone(), question.clone());
    let value = memo(move || session.model.with(|m| m.instances.get(&of).and_then(|i| i.aspect(aspect).clone())));
    let answer = Callback::new(move |players: Option<Vec<_>>| {
        session.edit(asked.edit(players.map(Answer::Players).as_ref()));
    });
    let ticks = move |sentence| player_ticks(sentence, value, answer, false);
    row(session, &question, wording::aspect(aspect), ticks).child(super::partner(session, &question))
}

/// Where a component stands.
fn stands(session: Session, id: &InstanceId) -> El {
    let question = Question::Place(id.clone());
    let (of, asked) = (id.clone(), question.clone());
    let value = memo(move || session.model.with(|m| m.instances.get(&of).and_then(|i| i.places.clone())));
    let answer = Callback::new(move |places: Option<Vec<_>>| {
        session.edit(asked.edit(places.map(Answer::Places).as_ref()));
    });
    row(session, &question, words::words().place, move |sentence| place_ticks(sentence, value, answer))
}

/// A question about a component, with its choices in a row.
fn row(
    session: Session,
    question: &Question,
    name: &'static str,
    ticks: impl FnOnce(Followed<String>) -> Vec<El>,
) -> El {
    let (of, mark) = (question.clone(), super::mark(session, question));
    // Follows the component's name.
    let sentence = memo(move || session.model.with(|m| wording::question(session.catalog(), m, &of)));
    html::div()
        .class("aspect")
        .attr("id", super::element_id(question))
        .attr("tabindex", "-1")
        .attr("role", "group")
        .live_attr("aria-label", move || Some(sentence.get()))
        .child(html::span().class("aspect-name").text(name))
        .children(ticks(sentence))
        .child(mark)
}

/// Which roles a component carries out; those usual for its kind stand first.
fn carries(session: Session, id: &InstanceId) -> El {
    let t = words::words();
    let catalog = session.catalog();
    let question = Question::Carries(id.clone());
    let (element, sign) = (super::element_id(&question), super::sign(session, &question));
    let kind = session.model.with_untracked(|m| m.instances.get(id).and_then(|i| catalog.component(i.kind.0)));
    let id = id.clone();
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
    let usual = kind.map_or(List(&[]), |k| k.roles);
    let (first, rest): (Vec<&'static Role>, Vec<_>) = catalog.roles.into_iter().partition(|r| usual.contains(&r.id));
    let all: Vec<&'static Role> = first.into_iter().chain(rest).collect();
    let ticks = move || {
        let ticks = all.iter().map(|role: &&'static Role| {
            let role = *role;
            let input = checkbox()
                .live_checked(move || value.with(|v| v.as_ref().is_some_and(|v| v.contains(&role.id))))
                .on("change", move |_| toggle(role.id));
            tick(if usual.contains(&role.id) { "tick usual" } else { "tick" }, input, pick(&role.name))
        });
        let none = move |v: &Option<Vec<RoleId>>| v.as_ref().is_some_and(Vec::is_empty);
        let nothing = checkbox()
            .live_checked(move || value.with(none))
            .on("change", move |_| set((!value.with_untracked(none)).then(Vec::new)));
        let confirm = answer.with_value(|q| super::confirm(session, q));
        html::div().class("ticks").children(ticks).child(tick("tick", nothing, t.carries_none)).child(confirm)
    };
    let summary =
        move || value.get().map(|roles| wording::answer(catalog, Some(&Answer::Roles(roles)))).unwrap_or_default();
    let summary = html::span().live_text(summary).text(" ").child(sign);
    let summary = html::summary().text(t.carries).text(": ").child(summary);
    folded(summary, ticks).class("carries").attr("id", element).attr("tabindex", "-1")
}

fn checkbox() -> El {
    html::input().attr("type", "checkbox")
}

fn tick(class: &'static str, input: El, word: &'static str) -> El {
    html::label().class(class).child(input).child(html::span().text(word))
}
