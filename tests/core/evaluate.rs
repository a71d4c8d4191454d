//! One condition over one small model: the result, the facts that made it so, or the questions that are open.

use tenken::core::{
    catalog::{CATALOG, Catalog, ComponentId, Condition, List, Place, Player, Risk, RoleId, schema::File},
    catalog::{DataId, lower::Lowering},
    extract::{Finding, RowKey, Truth, Truth::*, evaluate, extract},
    model::{Aspect, Instance, InstanceId, Model, Question},
};

/// The condition as a catalogue file has it.
#[track_caller]
fn condition(toml: &str) -> Condition {
    let text = format!(
        "[[risk]]\nid = 'X'\nrole = 'measure'\nviewpoint = 'A'\ntitle = {{ ja = '題', en = 't' }}\n\
         countermeasures = ['A-1']\nwhen = {toml}"
    );
    let file = toml::from_str::<File>(&text).unwrap_or_else(|e| panic!("{toml}: {e}"));
    let mut lowering = Lowering::new("");
    let catalog = lowering.catalog(vec![("case".into(), file)]);
    lowering.problems.retain(|p| p.entry == "risk X");
    assert_eq!(lowering.problems, []);
    catalog.risks[0].when
}

/// A model from short words: `role=own,user`, `device?`, `no device`, `data+`, and `id:kind procured=own`.
fn model(words: &[&str]) -> Model {
    let mut model = Model::default();
    let players = |text: &str| -> Vec<Player> {
        text.split(',')
            .filter(|p| !p.is_empty())
            .map(|p| match p {
                "own" => Player::Own,
                "partner" => Player::Partner,
                _ => Player::User,
            })
            .collect()
    };
    for word in words {
        if let Some((id, rest)) = word.split_once(':') {
            let mut rest = rest.split(' ');
            let id = InstanceId::from_segment(id);
            let mut instance = Instance::unknown(id.clone(), kind(rest.next().unwrap()));
            for (key, value) in rest.filter_map(|r| r.split_once('=')) {
                match key {
                    "procured" => instance.procured = Some(players(value)),
                    "operated" => instance.operated = Some(players(value)),
                    "maintained" => instance.maintained = Some(players(value)),
                    "place" => instance.places = Some(value.split(',').filter_map(Place::from_keyword).collect()),
                    _ => {
                        instance.roles = Some(value.split(',').filter_map(|r| CATALOG.role(r)).map(|r| r.id).collect())
                    }
                }
            }
            model.instances.insert(id, instance);
        } else if let Some((role_id, by)) = word.split_once('=') {
            model.roles.insert(role(role_id), players(by));
        } else if let Some(k) = word.strip_prefix("no ") {
            model.kinds.insert(kind(k), false);
        } else if let Some(k) = word.strip_suffix('?') {
            model.kinds.insert(kind(k), true);
        } else if let Some(d) = word.strip_suffix('+') {
            model.data.insert(data(d), true);
        } else if let Some(d) = word.strip_suffix('-') {
            model.data.insert(data(d), false);
        }
    }
    model
}

fn role(id: &str) -> RoleId {
    CATALOG.role(id).unwrap().id
}

fn kind(id: &str) -> ComponentId {
    CATALOG.component(id).unwrap().id
}

fn data(id: &str) -> DataId {
    CATALOG.data_form(id).unwrap().id
}

/// A question in short: `measure`, `device?`, `d.procured`, `d.roles`, `X-personal+`.
fn short(question: &Question) -> String {
    match question {
        Question::Role(r) => r.to_string(),
        Question::Kind(k) => format!("{k}?"),
        Question::Provision(i, Aspect::Procured) => format!("{i}.procured"),
        Question::Provision(i, Aspect::Operated) => format!("{i}.operated"),
        Question::Provision(i, Aspect::Maintained) => format!("{i}.maintained"),
        Question::Place(i) => format!("{i}.place"),
        Question::Carries(i) => format!("{i}.roles"),
        Question::Data(d) => format!("{d}+"),
    }
}

#[track_caller]
fn same(finding: &Finding, truth: Truth, because: &str) {
    let words = |qs: &[Question]| {
        let mut words: Vec<String> = qs.iter().map(short).collect();
        words.sort();
        words.join(" ")
    };
    let (facts, open) = if truth == Unknown { ("", because) } else { (because, "") };
    let found = (finding.truth, words(&finding.facts), words(&finding.open));
    assert_eq!(found, (truth, facts.to_owned(), open.to_owned()));
}

/// A condition, a model, the result, and the facts (or, where it is unknown, the open questions).
#[track_caller]
fn check(toml: &str, words: &[&str], truth: Truth, because: &str) {
    same(&evaluate(&condition(toml), &model(words), None), truth, because);
}

#[test]
fn a_role_is_played_by_whom_the_answer_says() {
    check("{ role = 'measure' }", &[], Unknown, "measure");
    check("{ role = 'measure' }", &["measure=user"], True, "measure");
    check("{ role = 'measure' }", &["measure="], False, "measure");
    check("{ role = 'measure', by = ['own', 'partner'] }", &["measure=user"], False, "measure");
    check("{ role = 'measure', by = ['own', 'partner'] }", &["measure=user,partner"], True, "measure");
    check("{ role = 'measure', shared = true }", &["measure=own"], False, "measure");
    check("{ role = 'measure', shared = true }", &["measure=own,user"], True, "measure");
    check("{ role = 'measure', by = ['partner'], shared = true }", &["measure=own,user"], False, "measure");
    check("{ role = 'measure', by = ['user'], shared = true }", &["measure=own,user"], True, "measure");
}

#[test]
fn a_component_stands_where_one_of_its_places_is() {
    let outside = "{ component = 'device', place = ['public', 'moving'] }";
    check(outside, &[], Unknown, "device?");
    check(outside, &["d:device"], Unknown, "d.place");
    check(outside, &["d:device place=cloud"], False, "d.place");
    check(outside, &["d:device place=own-premises,moving"], True, "d.place");
    check(outside, &["d:device place=cloud", "e:device place=public"], True, "e.place");
    check(
        "{ component = 'device', place = ['public'], procured = ['own'] }",
        &["d:device place=public"],
        Unknown,
        "d.procured",
    );
}

#[test]
fn a_form_of_data_handling_occurs_where_the_answer_is_yes() {
    check("{ data = 'X-personal' }", &[], Unknown, "X-personal+");
    check("{ data = 'X-personal' }", &["X-personal+"], True, "X-personal+");
    check("{ data = 'X-personal' }", &["X-personal-"], False, "X-personal+");
}

#[test]
fn a_component_is_there_once_said_or_described() {
    check("{ component = 'device' }", &[], Unknown, "device?");
    check("{ component = 'device' }", &["no device"], False, "device?");
    check("{ component = 'device' }", &["device?"], True, "device?");
    check("{ component = 'device' }", &["d:device"], True, "device?");
    // One described outweighs the answer that there is none.
    check("{ component = 'device' }", &["no device", "d:device"], True, "device?");
    check("{ component = 'device' }", &["d:X-gateway"], Unknown, "device?");
}

#[test]
fn what_is_asked_of_a_component_must_hold_of_one_and_the_same() {
    let asked = "{ component = 'device', procured = ['user'], operated = ['own'] }";
    check(asked, &["no device"], False, "device?");
    check(asked, &["d:device"], Unknown, "d.operated d.procured");
    check(asked, &["d:device procured=user"], Unknown, "d.operated");
    check(asked, &["d:device procured=user operated=own"], True, "d.operated d.procured");
    check(asked, &["d:device procured=own"], False, "d.procured");
    check(asked, &["d:device procured=own operated="], False, "d.operated d.procured");
    let two = ["d:device procured=user operated=user", "e:device procured=own operated=own"];
    check(asked, &two, False, "d.operated e.procured");
    check(
        asked,
        &["d:device procured=own", "e:device procured=user,own operated=own,user"],
        True,
        "e.operated e.procured",
    );
    check(asked, &["d:device procured=own", "e:device operated=own"], Unknown, "e.procured");
}

#[test]
fn a_component_said_to_be_there_but_not_described_leaves_open_what_is_asked_of_it() {
    check("{ component = 'device', procured = ['user'] }", &["device?"], Unknown, "device?");
    check("{ component = 'device', carries = 'measure' }", &["device?"], Unknown, "device?");
    check("{ not = { component = 'device', maintained = ['user'] } }", &["device?"], Unknown, "device?");
}

#[test]
fn a_component_carries_out_the_roles_it_was_given() {
    let asked = "{ component = 'device', carries = 'measure' }";
    check(asked, &["d:device"], Unknown, "d.roles");
    check(asked, &["d:device roles=measure,process"], True, "d.roles");
    check(asked, &["d:device roles=process"], False, "d.roles");
    check(asked, &["d:device roles="], False, "d.roles");
}

#[test]
fn the_facts_are_those_that_decided() {
    let all = "{ all = [{ role = 'measure' }, { data = 'X-personal' }] }";
    check(all, &["measure="], False, "measure");
    check(all, &["measure=", "X-personal-"], False, "X-personal+ measure");
    check(all, &["measure=own"], Unknown, "X-personal+");
    check(all, &[], Unknown, "X-personal+ measure");
    check(all, &["measure=own", "X-personal+"], True, "X-personal+ measure");
    let any = "{ any = [{ role = 'measure' }, { data = 'X-personal' }] }";
    check(any, &["measure=own"], True, "measure");
    check(any, &["measure=", "X-personal+"], True, "X-personal+");
    check(any, &["measure="], Unknown, "X-personal+");
    check(any, &["measure=", "X-personal-"], False, "X-personal+ measure");
}

#[test]
fn not_turns_the_result_and_keeps_its_reasons() {
    check("{ not = { role = 'measure' } }", &["measure="], True, "measure");
    check("{ not = { role = 'measure' } }", &["measure=own"], False, "measure");
    check("{ not = { role = 'measure' } }", &[], Unknown, "measure");
    let nested = "{ not = { any = [{ role = 'measure' }, { not = { data = 'X-personal' } }] } }";
    check(nested, &["measure=", "X-personal+"], True, "X-personal+ measure");
    check(nested, &["measure=own"], False, "measure");
}

/// The rows of a risk that stands for each of these kinds.
#[track_caller]
fn check_each(each: &[&str], when: &str, words: &[&str], expected: &[(&str, Truth, &str)]) {
    let each: Vec<ComponentId> = each.iter().map(|k| kind(k)).collect();
    let risk = Risk { each: List(each.leak()), when: condition(when), ..CATALOG.risks[0] };
    let catalog = Catalog { risks: List(vec![risk].leak()), ..CATALOG };
    let found = extract(&catalog, &model(words));
    assert_eq!(found.rows.len(), expected.len(), "{:?}", found.rows);
    for (instance, truth, because) in expected {
        let instance = (*instance != "-").then(|| InstanceId::from_segment(instance));
        let row = found.row(&RowKey { risk: risk.id, instance });
        same(&row.unwrap_or_else(|| panic!("no row for {because}")).finding, *truth, because);
    }
}

#[test]
fn a_risk_for_each_component_has_a_row_for_each() {
    let when = "{ component = 'this', procured = ['user'] }";
    let check = |words: &[&str], expected: &[(&str, Truth, &str)]| check_each(&["device"], when, words, expected);
    check(&[], &[("-", Unknown, "device?")]);
    check(&["no device"], &[("-", False, "device?")]);
    check(&["device?"], &[("-", Unknown, "device?")]);
    check(&["d:device"], &[("d", Unknown, "d.procured")]);
    check(
        &["d:device procured=user", "e:device procured=own"],
        &[("d", True, "d.procured"), ("e", False, "e.procured")],
    );
}

#[test]
fn a_kind_still_to_be_described_keeps_its_place() {
    let when = "{ component = 'this', procured = ['user'] }";
    let check = |words: &[&str], expected: &[(&str, Truth, &str)]| {
        check_each(&["device", "X-gateway"], when, words, expected);
    };
    check(&["d:device procured=user"], &[("d", True, "d.procured"), ("-", Unknown, "X-gateway?")]);
    check(&["d:device procured=user", "no X-gateway"], &[("d", True, "d.procured")]);
    check(&["no device", "no X-gateway"], &[("-", False, "X-gateway? device?")]);
}

#[test]
fn what_is_decided_without_the_component_is_decided_before_it_is_described() {
    let when = "{ all = [{ role = 'contract', by = ['own'] }, { component = 'this', procured = ['user'] }] }";
    check_each(&["device"], when, &["contract=user"], &[("-", False, "contract")]);
    check_each(&["device"], when, &["contract=own"], &[("-", Unknown, "device?")]);
    check_each(&["device"], when, &["contract=user", "d:device"], &[("d", False, "contract")]);
    // That a component is not yet described makes nothing false, not even what is negated.
    let not = "{ not = { component = 'this', procured = ['user'] } }";
    check_each(&["device"], not, &[], &[("-", Unknown, "device?")]);
    check_each(&["device"], not, &["d:device procured=own"], &[("d", True, "d.procured")]);
    check_each(&["device"], not, &["no device"], &[("-", False, "device?")]);
}

#[test]
fn this_is_the_component_at_hand_and_others_may_be_named_beside_it() {
    let when = "{ all = [{ component = 'this' }, { component = 'X-gateway', operated = ['user'] }] }";
    check_each(&["device"], when, &["d:device", "no X-gateway"], &[("d", False, "X-gateway?")]);
    check_each(
        &["device"],
        when,
        &["d:device", "e:device", "g:X-gateway operated=user"],
        &[("d", True, "device? g.operated"), ("e", True, "device? g.operated")],
    );
}
