//! Services whose risks somebody who knows such services named first, without a look at the conditions: what has to be
//! found in each, and what would be noise in it. They stand in `scenarios/`, with a reason for every expectation.
//!
//! `"X-install-B1@hub"` is about the component of that name; without a name, any row of the risk counts.

use std::{collections::BTreeSet, fs, path::Path};

use serde::Deserialize;
use tenken::core::{
    catalog::{CATALOG, ComponentId, Place, Player, RoleId},
    extract::{Extraction, Truth, extract},
    model::{Instance, InstanceId, Model, Players, questions},
};
use toml::Table;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Service {
    name: String,
    /// Who plays each role; one left out is played by nobody.
    roles: Table,
    /// The forms of data handling that occur.
    data: Vec<String>,
    /// Name, kind, roles, who procures, operates and maintains, place.
    components: Vec<[String; 7]>,
    applies: Table,
    spares: Table,
}

fn players(letters: &str) -> Players {
    let player = |c| match c {
        'o' => Player::Own,
        'p' => Player::Partner,
        'u' => Player::User,
        other => panic!("`{other}` is nobody"),
    };
    letters.chars().map(player).collect()
}

fn role(id: &str) -> RoleId {
    CATALOG.role(id).unwrap_or_else(|| panic!("no role `{id}`")).id
}

impl Service {
    fn model(&self) -> Model {
        let mut model = Model::default();
        for r in CATALOG.roles {
            model.roles.insert(r.id, players(self.roles.get(r.id.0).map_or("", |p| p.as_str().expect("letters"))));
        }
        self.roles.keys().for_each(|r| _ = role(r));
        for d in CATALOG.data_forms {
            model.data.insert(d.id, self.data.iter().any(|x| x == d.id.0));
        }
        assert!(self.data.iter().all(|d| CATALOG.data_forms.iter().any(|f| f.id.0 == d)), "{}", self.name);
        let mut absent: BTreeSet<ComponentId> = CATALOG.components.iter().map(|c| c.id).collect();
        for (n, [name, kind, roles, procured, operated, maintained, place]) in self.components.iter().enumerate() {
            let id = InstanceId::new(n as u64);
            let kind = CATALOG.component(kind).unwrap_or_else(|| panic!("no component `{kind}`")).id;
            absent.remove(&kind);
            let instance = Instance {
                id: id.clone(),
                kind,
                name: name.clone(),
                roles: Some(roles.split_whitespace().map(role).collect()),
                procured: Some(players(procured)),
                operated: Some(players(operated)),
                maintained: Some(players(maintained)),
                places: Some(vec![Place::ALL.into_iter().find(|p| p.keyword() == place).expect("a place")]),
            };
            model.instances.insert(id, instance);
        }
        model.kinds.extend(absent.into_iter().map(|kind| (kind, false)));
        model
    }

    /// Whether the risk applies, to the component if one is named.
    fn has(&self, model: &Model, found: &Extraction, key: &str) -> bool {
        let (risk, component) = key.split_once('@').map_or((key, None), |(r, c)| (r, Some(c)));
        assert!(CATALOG.risk(risk).is_some(), "{}: no risk `{risk}`", self.name);
        assert!(component.is_none_or(|c| model.instances.values().any(|i| i.name == c)), "{}: no {key}", self.name);
        let about =
            |id: Option<&InstanceId>| component.is_none_or(|c| id.is_some_and(|i| model.instances[i].name == c));
        found.with(Truth::True).any(|r| r.key.risk.0 == risk && about(r.key.instance.as_ref()))
    }

    /// What was expected otherwise, with the reason.
    fn surprises(&self) -> Vec<String> {
        let model = self.model();
        let open = questions(&model, &CATALOG).iter().filter(|q| q.answer(&model).is_none()).count();
        assert_eq!(open, 0, "{} leaves questions open", self.name);
        let found = extract(&CATALOG, &model);
        let wrong = |table: &Table, expected: bool, word: &str| {
            let wrong = table.iter().filter(|(key, _)| self.has(&model, &found, key) != expected);
            wrong.map(|(key, why)| format!("{}: {key} {word}: {why}", self.name)).collect::<Vec<_>>()
        };
        [wrong(&self.applies, true, "is missing"), wrong(&self.spares, false, "is noise")].concat()
    }
}

fn services() -> Vec<Service> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/core/scenarios");
    let mut files: Vec<_> = fs::read_dir(folder).expect("a folder").map(|f| f.expect("a file").path()).collect();
    files.sort();
    let read = |path: &_| fs::read_to_string(path).expect("a text");
    files.iter().map(|p| toml::from_str(&read(p)).unwrap_or_else(|e| panic!("{}: {e}", p.display()))).collect()
}

#[test]
fn each_service_has_the_risks_that_an_expert_names() {
    let services = services();
    assert!(services.len() >= 12);
    for service in &services {
        assert!(
            (5..=15).contains(&service.applies.len()) && (4..=9).contains(&service.spares.len()),
            "{}",
            service.name
        );
    }
    let surprises: Vec<_> = services.iter().flat_map(Service::surprises).collect();
    assert!(surprises.is_empty(), "\n{}", surprises.join("\n"));
}
