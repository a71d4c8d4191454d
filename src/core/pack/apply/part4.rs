//! Sections, and Part IV: what a service is described with, risks, countermeasures.

use super::draft::{Draft, said};
use crate::core::{
    catalog::{
        Fault,
        leak::{leak_list, leak_str},
        types::*,
    },
    pack::condition,
};

impl Draft<'_, '_> {
    pub fn section(&mut self, was: Option<Section>) -> Section {
        Section {
            id: was.map_or_else(|| leak_str(self.id), |w| w.id),
            title: self.text("title", was.map(|w| w.title)),
            about: self.some_text("about", was.and_then(|w| w.about)),
        }
    }

    pub fn viewpoint(&mut self, was: ViewpointEntry) -> ViewpointEntry {
        ViewpointEntry { name: self.text("name", Some(was.name)), about: self.text("about", Some(was.about)), ..was }
    }

    pub fn role(&mut self, was: Option<Role>) -> Role {
        Role {
            id: was.map_or_else(|| RoleId(leak_str(self.id)), |w| w.id),
            kind: self.choose("kind", was.map(|w| w.kind), RoleKind::Execution),
            name: self.text("name", was.map(|w| w.name)),
            about: self.text("about", was.map(|w| w.about)),
        }
    }

    pub fn component(&mut self, was: Option<Component>) -> Component {
        Component {
            id: was.map_or_else(|| ComponentId(leak_str(self.id)), |w| w.id),
            layer: self.choose("layer", was.map(|w| w.layer), Layer::Site),
            name: self.text("name", was.map(|w| w.name)),
            about: self.text("about", was.map(|w| w.about)),
            roles: self.ids("roles", RoleId, was.map(|w| w.roles)),
        }
    }

    pub fn data(&mut self, was: Option<DataForm>) -> DataForm {
        DataForm {
            id: was.map_or_else(|| DataId(leak_str(self.id)), |w| w.id),
            name: self.text("name", was.map(|w| w.name)),
            about: self.text("about", was.map(|w| w.about)),
            question: self.text("question", was.map(|w| w.question)),
        }
    }

    /// A service type's texts; what it consists of is ours.
    pub fn service_type(&mut self, was: ServiceType) -> ServiceType {
        ServiceType {
            name: self.text("name", Some(was.name)),
            about: self.text("about", Some(was.about)),
            arrangement: self.arrangement(was.arrangement),
            ..was
        }
    }

    /// What the components are called; the rest of an arrangement is ours.
    pub fn arrangement(&mut self, was: Arrangement) -> Arrangement {
        let mut components = was.components.to_vec();
        for (i, component) in components.iter_mut().enumerate() {
            component.name = self.text(&format!("component.{}.name", i + 1), Some(component.name));
        }
        Arrangement { components: leak_list(components), ..was }
    }

    /// A risk. A new one without a condition applies when its role is played.
    pub fn risk(&mut self, was: Option<Risk>) -> Risk {
        let role = match self.words("role").as_deref() {
            Some([role]) => RoleId(role),
            Some(_) => {
                self.wrong_at("role", Fault::Unknown(String::new()));
                RoleId("")
            }
            None => was.map_or_else(
                || {
                    self.wrong_at("role", Fault::Missing);
                    RoleId("")
                },
                |w| w.role,
            ),
        };
        let when = match self.take("when") {
            Some(fact) => condition::read(&fact.ja).map_err(|fault| self.wrong(fact, fault)).ok(),
            None => was.map(|w| w.when),
        };
        let assigned = self.words("countermeasures");
        if assigned.is_none() && was.is_none() {
            self.wrong_at("countermeasures", Fault::Missing);
        }
        let (countermeasures, assignment) = match (assigned, was) {
            (Some(words), _) => (leak_list(words.into_iter().map(CountermeasureId).collect()), Provenance::Supplied),
            (None, Some(was)) => (was.countermeasures, was.assignment),
            (None, None) => (List(&[]), Provenance::Supplied),
        };
        Risk {
            id: was.map_or_else(|| RiskId(leak_str(self.id)), |w| w.id),
            role,
            viewpoint: self.choose("viewpoint", was.map(|w| w.viewpoint), Viewpoint::A),
            title: self.text("title", was.map(|w| w.title)),
            why: self.some_text("why", was.and_then(|w| w.why)),
            when: when.unwrap_or(Condition::Played { role, by: List(&[]), shared: false }),
            each: self.ids("each", ComponentId, was.map(|w| w.each)),
            countermeasures,
            assignment,
            impact: was.map_or(Grade::Middle, |w| w.impact),
            likelihood: was.map_or(Grade::Middle, |w| w.likelihood),
            because: was.and_then(|w| w.because),
        }
    }

    /// A countermeasure. Actions that are given replace those of their id, new ones come after.
    pub fn countermeasure(&mut self, was: Option<Countermeasure>) -> Countermeasure {
        let mut actions = was.map(|w| w.actions.to_vec()).unwrap_or_default();
        for (id, fact) in self.take_family("action.") {
            match actions.iter_mut().find(|a| a.id.0 == id) {
                Some(action) => action.text = said(fact, Some(action.text)),
                None => actions.push(Action { id: ActionId(leak_str(id)), text: said(fact, None), baseline: false }),
            }
        }
        let mut statement = self.some_text("statement", was.and_then(|w| w.statement));
        if was.is_none() && statement.is_none() {
            statement = Some(self.text("statement", None));
        }
        Countermeasure {
            id: was.map_or_else(|| CountermeasureId(leak_str(self.id)), |w| w.id),
            viewpoint: self.choose("viewpoint", was.map(|w| w.viewpoint), Viewpoint::A),
            title: self.text("title", was.map(|w| w.title)),
            statement,
            actions: leak_list(actions),
            controls: self.ids("controls", ControlId, was.map(|w| w.controls)),
            references: match self.words("references") {
                Some(words) => leak_list(words),
                None => was.map_or(List(&[]), |w| w.references),
            },
        }
    }
}
