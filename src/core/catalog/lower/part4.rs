//! Part IV: what a service is described with, risks, countermeasures.

use std::collections::BTreeMap;

use super::{
    super::{
        fault::Fault,
        file_fault::FileFault,
        leak::{leak_ids, leak_list, leak_str},
        schema,
        types::*,
    },
    Lowering,
};

impl Lowering {
    fn about(&mut self, e: &schema::Named) -> Text {
        self.text(&e.about.clone().unwrap_or_default(), "about", None)
    }

    pub(super) fn viewpoint(&mut self, e: schema::Named) -> ViewpointEntry {
        let about = self.about(&e);
        ViewpointEntry { id: self.choose("id", &e.id), name: self.text(&e.name, "name", e.from.as_deref()), about }
    }

    pub(super) fn player(&mut self, e: schema::Named) -> PlayerEntry {
        let about = self.about(&e);
        PlayerEntry { id: self.choose("id", &e.id), name: self.text(&e.name, "name", e.from.as_deref()), about }
    }

    pub(super) fn role_kind(&mut self, e: schema::Named) -> RoleKindEntry {
        RoleKindEntry { id: self.choose("id", &e.id), name: self.text(&e.name, "name", e.from.as_deref()) }
    }

    pub(super) fn role(&mut self, e: schema::Role) -> Role {
        let from = e.from.as_deref();
        Role {
            id: RoleId(leak_str(&e.id)),
            kind: self.choose("kind", &e.kind),
            name: self.text(&e.name, "name", from),
            about: self.text(&e.about, "about", None),
        }
    }

    pub(super) fn component(&mut self, e: schema::Component) -> Component {
        Component {
            id: ComponentId(leak_str(&e.id)),
            layer: self.choose("layer", &e.layer),
            name: self.text(&e.name, "name", e.from.as_deref()),
            about: self.text(&e.about, "about", None),
            roles: leak_ids(&e.roles, RoleId),
        }
    }

    pub(super) fn data(&mut self, e: schema::Data) -> DataForm {
        DataForm {
            id: DataId(leak_str(&e.id)),
            name: self.text(&e.name, "name", e.from.as_deref()),
            about: self.text(&e.about, "about", None),
            question: self.text(&e.question, "question", None),
        }
    }

    pub(super) fn service_type(&mut self, e: schema::ServiceType) -> ServiceType {
        let from = e.from.as_deref();
        ServiceType {
            id: TypeId(leak_str(&e.id)),
            name: self.text(&e.name, "name", from),
            about: self.text(&e.about, "about", from),
            arrangement: self.arrangement(&e.roles, &e.component, &e.absent, &e.data),
        }
    }

    pub(super) fn arrangement(
        &mut self,
        roles: &BTreeMap<String, Vec<String>>,
        components: &[schema::Preset],
        absent: &[String],
        data: &BTreeMap<String, bool>,
    ) -> Arrangement {
        let players = |(r, p): (&String, &Vec<String>)| (RoleId(leak_str(r)), self.all_of(&format!("roles.{r}"), p));
        Arrangement {
            roles: leak_list(roles.iter().map(players).collect()),
            components: leak_list(components.iter().enumerate().map(|(i, c)| self.preset(i, c)).collect()),
            absent: leak_ids(absent, ComponentId),
            data: leak_list(data.iter().map(|(d, yes)| (DataId(leak_str(d)), *yes)).collect()),
        }
    }

    fn preset(&mut self, i: usize, c: &schema::Preset) -> Preset {
        let mut players = |field: &str, p: &Option<Vec<String>>| {
            p.as_ref().map(|p| self.all_of(&format!("component[{i}].{field}"), p))
        };
        let (procured, operated, maintained) =
            (players("procured", &c.procured), players("operated", &c.operated), players("maintained", &c.maintained));
        Preset {
            kind: ComponentId(leak_str(&c.kind)),
            name: self.text(&c.name, &format!("component[{i}].name"), None),
            roles: leak_ids(&c.roles, RoleId),
            procured,
            operated,
            maintained,
            place: c.place.as_ref().map(|place| self.all_of(&format!("component[{i}].place"), place)),
        }
    }

    pub(super) fn risk(&mut self, e: schema::Risk) -> Risk {
        let from = e.from.as_deref();
        // A quoted assignment stands in the summary with every one of its countermeasures.
        let assigned = e.countermeasures.iter().find(|c| self.line_of(c).is_none()).or(e.countermeasures.first());
        let assigned = assigned.cloned().unwrap_or_default();
        Risk {
            id: RiskId(leak_str(&e.id)),
            role: RoleId(leak_str(&e.role)),
            viewpoint: self.choose("viewpoint", &e.viewpoint),
            title: self.text(&e.title, "title", from),
            why: e.why.map(|t| self.text(&t, "why", None)),
            when: self.condition(&e.when, "when"),
            each: leak_ids(&e.each, ComponentId),
            countermeasures: leak_ids(&e.countermeasures, CountermeasureId),
            assignment: self.provenance("assignment_from", e.assignment_from.as_deref(), &assigned),
            impact: self.choose("impact", e.impact.as_deref().unwrap_or("middle")),
            likelihood: self.choose("likelihood", e.likelihood.as_deref().unwrap_or("middle")),
            because: e.because.map(|t| self.text(&t, "because", None)),
        }
    }

    fn condition(&mut self, c: &schema::Condition, field: &str) -> Condition {
        let many = |this: &mut Self, cs: &[schema::Condition], word: &str| {
            leak_list(cs.iter().enumerate().map(|(i, c)| this.condition(c, &format!("{field}.{word}[{i}]"))).collect())
        };
        let composite = [c.all.is_some(), c.any.is_some(), c.not.is_some()];
        let provision = [&c.procured, &c.operated, &c.maintained, &c.place];
        let has_attributes = provision.iter().any(|asked| asked.is_some()) || c.carries.is_some();
        let subjects = [c.role.is_some(), c.component.is_some(), c.data.is_some()];
        let shapes = composite.iter().chain(&subjects).filter(|x| **x).count();
        if shapes != 1
            || (has_attributes && c.component.is_none())
            || ((c.by.is_some() || c.shared.is_some()) && c.role.is_none())
        {
            self.problem(field, Fault::NoCondition);
        }
        if let Some(all) = &c.all {
            if all.is_empty() {
                self.problem(field, FileFault::EmptyCondition("all"));
            }
            return Condition::All(many(self, all, "all"));
        }
        if let Some(any) = &c.any {
            if any.is_empty() {
                self.problem(field, FileFault::EmptyCondition("any"));
            }
            return Condition::Any(many(self, any, "any"));
        }
        if let Some(not) = &c.not {
            return Condition::Not(leak_list(vec![self.condition(not, &format!("{field}.not"))]));
        }
        // Read as "by nobody" an empty list would turn into "by anybody".
        for (key, list) in [
            ("by", &c.by),
            ("procured", &c.procured),
            ("operated", &c.operated),
            ("maintained", &c.maintained),
            ("place", &c.place),
        ] {
            if list.as_ref().is_some_and(Vec::is_empty) {
                self.problem(format!("{field}.{key}"), FileFault::EmptyList);
            }
        }
        let mut asked = |key: &str, players: &Option<Vec<String>>| {
            self.all_of(&format!("{field}.{key}"), players.as_deref().unwrap_or_default())
        };
        if let Some(role) = &c.role {
            return Condition::Played {
                role: RoleId(leak_str(role)),
                by: asked("by", &c.by),
                shared: c.shared.unwrap_or_default(),
            };
        }
        if let Some(component) = &c.component {
            return Condition::Has {
                procured: asked("procured", &c.procured),
                operated: asked("operated", &c.operated),
                maintained: asked("maintained", &c.maintained),
                place: self.all_of(&format!("{field}.place"), c.place.as_deref().unwrap_or_default()),
                carries: c.carries.as_deref().map(|r| RoleId(leak_str(r))),
                which: match component.as_str() {
                    "this" => Which::This,
                    kind => Which::Kind(ComponentId(leak_str(kind))),
                },
            };
        }
        Condition::Occurs(DataId(leak_str(c.data.as_deref().unwrap_or_default())))
    }

    pub(super) fn countermeasure(&mut self, e: schema::Countermeasure) -> Countermeasure {
        let from = e.from.as_deref();
        Countermeasure {
            id: CountermeasureId(leak_str(&e.id)),
            viewpoint: self.choose("viewpoint", e.viewpoint.as_deref().unwrap_or_default()),
            title: self.text(&e.title.clone().unwrap_or_default(), "title", from),
            statement: e.statement.as_ref().map(|t| self.text(t, "statement", from)),
            actions: leak_list(self.actions(&e)),
            controls: leak_ids(&e.controls, ControlId),
            references: leak_list(e.references.iter().map(|r| leak_str(r)).collect()),
        }
    }

    /// Adds an extension's actions, controls and references to the countermeasure that it names.
    pub(super) fn extend(&mut self, all: &mut [Countermeasure], e: &schema::Countermeasure) {
        for (field, given) in
            [("viewpoint", e.viewpoint.is_some()), ("title", e.title.is_some()), ("statement", e.statement.is_some())]
        {
            if given {
                self.problem(field, FileFault::ExtensionChanges);
            }
        }
        let actions = self.actions(e);
        let Some(c) = all.iter_mut().find(|c| c.id.0 == e.id) else {
            self.problem("extends", FileFault::NothingToExtend);
            return;
        };
        c.actions = leak_list(c.actions.iter().copied().chain(actions).collect());
        c.controls =
            leak_list(c.controls.iter().copied().chain(leak_ids(&e.controls, ControlId).iter().copied()).collect());
        c.references =
            leak_list(c.references.iter().copied().chain(e.references.iter().map(|r| leak_str(r))).collect());
    }

    fn actions(&mut self, e: &schema::Countermeasure) -> Vec<Action> {
        let mut actions = Vec::new();
        for a in &e.action {
            self.origin.insert(format!("action {}", a.id), self.file.clone());
            let from = a.from.as_deref().or(e.from.as_deref());
            let text = self.text(&a.text, &format!("action {}", a.id), from);
            actions.push(Action { id: ActionId(leak_str(&a.id)), text, baseline: a.baseline });
        }
        actions
    }
}
