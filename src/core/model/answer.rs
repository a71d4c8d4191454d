//! The answers given so far, typed.

use std::{collections::BTreeMap, fmt, sync::Arc};

use super::Question;
use crate::core::catalog::{
    ComponentId, DataId, Place, Player, RoleId, TypeId,
    keyword::{Keyword, keywords},
};

/// Who does something. Empty means nobody; that the question is open is said by `None` around it.
pub type Players = Vec<Player>;

/// The name of one component for machines. It stays the same when the component is renamed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct InstanceId(Arc<str>);

impl InstanceId {
    /// From a number that is greater than that of every component added before: they are shown in that order. Ids of
    /// former programs begin with `c` and are of no order; they come before.
    #[must_use]
    pub fn new(number: u64) -> Self {
        Self(format!("d{number:016x}").into())
    }

    /// The id as it stands in paths.
    #[must_use]
    pub fn from_segment(segment: &str) -> Self {
        Self(segment.into())
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for InstanceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

keywords! {
    /// What is asked about a component's provision.
    pub enum Aspect {
        /// Who procures it.
        Procured = "procured",
        /// Who operates it.
        Operated = "operated",
        /// Who maintains it.
        Maintained = "maintained",
    }
}

/// One component of the service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instance {
    /// Its id.
    pub id: InstanceId,
    /// Its kind.
    pub kind: ComponentId,
    /// The name that the person gave it; may be empty.
    pub name: String,
    /// The roles it carries out; `None` while unanswered.
    pub roles: Option<Vec<RoleId>>,
    /// Who procures it.
    pub procured: Option<Players>,
    /// Who operates it.
    pub operated: Option<Players>,
    /// Who maintains it.
    pub maintained: Option<Players>,
    /// Where it stands: in one place, or in several.
    pub places: Option<Vec<Place>>,
}

impl Instance {
    /// A component of which nothing is known yet.
    #[must_use]
    pub const fn unknown(id: InstanceId, kind: ComponentId) -> Self {
        let (procured, operated, maintained) = (None, None, None);
        Self { id, kind, name: String::new(), roles: None, procured, operated, maintained, places: None }
    }

    /// The answer to one aspect.
    #[must_use]
    pub const fn aspect(&self, aspect: Aspect) -> &Option<Players> {
        match aspect {
            Aspect::Procured => &self.procured,
            Aspect::Operated => &self.operated,
            Aspect::Maintained => &self.maintained,
        }
    }
}

/// Everything known of a service, as far as it has been answered. Absent means unanswered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Model {
    /// The service type it started from.
    pub service_type: Option<TypeId>,
    /// Who plays each role.
    pub roles: BTreeMap<RoleId, Players>,
    /// Whether the service has components of a kind. A component of the kind answers it as well.
    pub kinds: BTreeMap<ComponentId, bool>,
    /// The components, by id.
    pub instances: BTreeMap<InstanceId, Instance>,
    /// Which forms of data handling occur.
    pub data: BTreeMap<DataId, bool>,
    /// The questions whose answer came with the service type and was confirmed by nobody, in order.
    pub presumed: Vec<Question>,
    /// What the partners are called whom answers name, where somebody said so.
    pub partners: Vec<(Question, String)>,
}

impl Model {
    /// The components of a kind.
    pub fn of_kind(&self, kind: ComponentId) -> impl Iterator<Item = &Instance> {
        self.instances.values().filter(move |i| i.kind == kind)
    }

    /// Whether the service has components of a kind; `None` while unanswered.
    #[must_use]
    pub fn has_kind(&self, kind: ComponentId) -> Option<bool> {
        if self.of_kind(kind).next().is_some() { Some(true) } else { self.kinds.get(&kind).copied() }
    }

    /// Whether a question has an answer that somebody gave or confirmed.
    #[must_use]
    pub fn is_answered(&self, question: &Question) -> bool {
        question.answer(self).is_some() && !self.presumed.contains(question)
    }

    /// What the partner is called whom an answer names.
    #[must_use]
    pub fn partner(&self, question: &Question) -> Option<&str> {
        self.partners.iter().find(|(of, _)| of == question).map(|(_, name)| &**name)
    }

    /// What the partners are called whom the answers to some questions name, each once.
    pub fn partners_in<'a, 'q>(&'a self, questions: impl IntoIterator<Item = &'q Question>) -> Vec<&'a str> {
        let mut names = Vec::new();
        for name in questions.into_iter().filter_map(|question| self.partner(question)) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// Whether a kind is said to be there although no component of it is described yet.
    #[must_use]
    pub fn kind_without_instance(&self, kind: ComponentId) -> bool {
        self.kinds.get(&kind) == Some(&true) && self.of_kind(kind).next().is_none()
    }
}
