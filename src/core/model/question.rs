//! The questions that a model answers.

use super::{Aspect, Instance, InstanceId, Model, Players};
use crate::core::{
    assessment::{Edit, Path, Value, paths},
    catalog::{Catalog, ComponentId, DataId, Place, Player, RoleId},
};

/// A question about the service.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Question {
    /// Who plays this role?
    Role(RoleId),
    /// Does the service have such a component?
    Kind(ComponentId),
    /// Who procures, operates or maintains this component?
    Provision(InstanceId, Aspect),
    /// Where does this component stand?
    Place(InstanceId),
    /// Which roles does this component carry out?
    Carries(InstanceId),
    /// Does this form of data handling occur?
    Data(DataId),
}

/// An answer to a question.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    /// These players; none means nobody.
    Players(Players),
    /// In these places; at least one.
    Places(Vec<Place>),
    /// These roles.
    Roles(Vec<RoleId>),
    /// Yes or no.
    Yes(bool),
}

/// Every question that the model raises, in the order of the three viewpoints.
#[must_use]
pub fn questions(model: &Model, catalog: &Catalog) -> Vec<Question> {
    let mut all: Vec<Question> = catalog.roles.iter().map(|r| Question::Role(r.id)).collect();
    for kind in catalog.components {
        all.push(Question::Kind(kind.id));
        for i in model.of_kind(kind.id) {
            all.extend(Aspect::ALL.map(|a| Question::Provision(i.id.clone(), a)));
            all.push(Question::Place(i.id.clone()));
            all.push(Question::Carries(i.id.clone()));
        }
    }
    all.extend(catalog.data_forms.iter().map(|d| Question::Data(d.id)));
    all
}

impl Question {
    /// The answer given, if there is one.
    #[must_use]
    pub fn answer(&self, model: &Model) -> Option<Answer> {
        match self {
            Self::Role(role) => model.roles.get(role).cloned().map(Answer::Players),
            Self::Kind(kind) => model.has_kind(*kind).map(Answer::Yes),
            Self::Provision(id, aspect) => model.instances.get(id)?.aspect(*aspect).clone().map(Answer::Players),
            Self::Place(id) => model.instances.get(id)?.places.clone().map(Answer::Places),
            Self::Carries(id) => model.instances.get(id)?.roles.clone().map(Answer::Roles),
            Self::Data(data) => model.data.get(data).copied().map(Answer::Yes),
        }
    }

    /// Answers that are tried to see how much the question decides. Not every possible answer: for players each one
    /// alone and nobody, for places and roles each one alone.
    #[must_use]
    pub fn candidates(&self, catalog: &Catalog) -> Vec<Answer> {
        match self {
            Self::Role(_) | Self::Provision(..) => {
                Player::ALL.map(|p| vec![p]).into_iter().chain([vec![]]).map(Answer::Players).collect()
            }
            Self::Kind(_) | Self::Data(_) => vec![Answer::Yes(true), Answer::Yes(false)],
            Self::Place(_) => Place::ALL.map(|place| Answer::Places(vec![place])).into(),
            Self::Carries(_) => catalog.roles.iter().map(|r| Answer::Roles(vec![r.id])).collect(),
        }
    }

    /// The model as it would be with this answer.
    #[must_use]
    pub fn answered(&self, model: &Model, answer: &Answer) -> Model {
        let mut model = model.clone();
        match (self, answer) {
            (Self::Role(role), Answer::Players(players)) => {
                model.roles.insert(*role, players.clone());
            }
            (Self::Kind(kind), Answer::Yes(yes)) => {
                model.kinds.insert(*kind, *yes);
                if *yes {
                    let id = InstanceId::from_segment(&format!("new-{kind}"));
                    model.instances.insert(id.clone(), Instance::unknown(id, *kind));
                }
            }
            (Self::Provision(id, aspect), Answer::Players(players)) => {
                if let Some(i) = model.instances.get_mut(id) {
                    *match aspect {
                        Aspect::Procured => &mut i.procured,
                        Aspect::Operated => &mut i.operated,
                        Aspect::Maintained => &mut i.maintained,
                    } = Some(players.clone());
                }
            }
            (Self::Place(id), Answer::Places(places)) => {
                if let Some(i) = model.instances.get_mut(id) {
                    i.places = Some(places.clone());
                }
            }
            (Self::Carries(id), Answer::Roles(roles)) => {
                if let Some(i) = model.instances.get_mut(id) {
                    i.roles = Some(roles.clone());
                }
            }
            (Self::Data(data), Answer::Yes(yes)) => {
                model.data.insert(*data, *yes);
            }
            _ => {}
        }
        model
    }

    /// The field in which its answer stands.
    #[must_use]
    pub fn path(&self) -> Path {
        match self {
            Self::Role(role) => paths::role(*role),
            Self::Kind(kind) => paths::component_kind(*kind),
            Self::Provision(id, aspect) => paths::component(id.as_str(), aspect.keyword()),
            Self::Place(id) => paths::component(id.as_str(), "place"),
            Self::Carries(id) => paths::component(id.as_str(), "roles"),
            Self::Data(data) => paths::data(*data),
        }
    }

    /// The edit that gives this answer, or takes it back.
    #[must_use]
    pub fn edit(&self, answer: Option<&Answer>) -> Edit {
        let value = answer.map(|a| match a {
            Answer::Players(players) => Value::list(players.iter().map(|p| p.keyword())),
            Answer::Places(places) => Value::list(places.iter().map(|p| p.keyword())),
            Answer::Roles(roles) => Value::list(roles.iter().map(|r| r.0)),
            Answer::Yes(yes) => Value::text(if *yes { "yes" } else { "no" }),
        });
        Edit { path: self.path(), value }
    }
}
