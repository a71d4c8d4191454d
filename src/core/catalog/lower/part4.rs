//! Part IV: what a service is described with, risks, countermeasures.

use std::collections::BTreeMap;

use super::{
    super::{
        fault::Fault,
        schema,
        types::*,
        words::{LAYERS, PLAYERS, ROLE_KINDS, VIEWPOINTS, ids, leak, list},
    },
    Lowering,
};

impl Lowering {
    fn about(&mut self, e: &schema::Named) -> Text {
        self.text(&e.about.clone().unwrap_or_default(), "about", None)
    }

    pub(super) fn viewpoint(&mut self, e: schema::Named) -> ViewpointEntry {
        let about = self.about(&e);
        ViewpointEntry {
            id: self.choose("id", &e.id, VIEWPOINTS),
            name: self.text(&e.name, "name", e.from.as_deref()),
            about,
        }
    }

    pub(super) fn player(&mut self, e: schema::Named) -> PlayerEntry {
        let about = self.about(&e);
        PlayerEntry {
            id: self.choose("id", &e.id, PLAYERS),
            name: self.text(&e.name, "name", e.from.as_deref()),
            about,
        }
    }

    pub(super) fn role_kind(&mut self, e: schema::Named) -> RoleKindEntry {
        RoleKindEntry { id: self.choose("id", &e.id, ROLE_KINDS), name: self.text(&e.name, "name", e.from.as_deref()) }
    }

    pub(super) fn role(&mut self, e: schema::Role) -> Role {
        let from = e.from.as_deref();
        Role {
            id: RoleId(leak(&e.id)),
            kind: self.choose("kind", &e.kind, ROLE_KINDS),
            name: self.text(&e.name, "name", from),
            about: self.text(&e.about, "about", None),
        }
    }

    pub(super) fn component(&mut self, e: schema::Component) -> Component {
        Component {
            id: ComponentId(leak(&e.id)),
            layer: self.choose("layer", &e.layer, LAYERS),
            name: self.text(&e.name, "name", e.from.as_deref()),
            about: self.text(&e.about, "about", None),
            roles: ids(&e.roles, RoleId),
        }
    }

    pub(super) fn data(&mut self, e: schema::Data) -> DataForm {
        DataForm {
            id: DataId(leak(&e.id)),
            name: self.text(&e.name, "name", e.from.as_deref()),
            about: self.text(&e.about, "about", None),
            question: self.text(&e.question, "question", None),
        }
    }

    pub(super) fn service_type(&mut self, e: schema::ServiceType) -> ServiceType {
        let from = e.from.as_deref();
        ServiceType {
            id: TypeId(leak(&e.id)),
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
        let players = |(r, p): (&String, &Vec<String>)| (RoleId(leak(r)), self.players(&format!("roles.{r}"), p));
        Arrangement {
            roles: list(roles.iter().map(players).collect()),
            components: list(components.iter().enumerate().map(|(i, c)| self.preset(i, c)).collect()),
            absent: ids(absent, ComponentId),
            data: list(data.iter().map(|(d, yes)| (DataId(leak(d)), *yes)).collect()),
        }
    }

    fn preset(&mut self, i: usize, c: &schema::Preset) -> Preset {
        let mut players = |field: &str, p: &Option<Vec<String>>| {
            p.as_ref().map(|p| self.players(&format!("component[{i}].{field}"), p))
        };
        let (procured, operated, maintained) =
            (players("procured", &c.procured), players("operated", &c.operated), players("maintained", &c.maintained));
        Preset {
            kind: ComponentId(leak(&c.kind)),
            name: self.text(&c.name, &format!("component[{i}].name"), None),
            roles: ids(&c.roles, RoleId),
            procured,
            operated,
            maintained,
        }
    }

    pub(super) fn risk(&mut self, e: schema::Risk) -> Risk {
        let from = e.from.as_deref();
        // A quoted assignment stands in the summary with every one of its countermeasures.
        let assigned = e.countermeasures.iter().find(|c| self.line_of(c).is_none()).or(e.countermeasures.first());
        let assigned = assigned.cloned().unwrap_or_default();
        Risk {
            id: RiskId(leak(&e.id)),
            role: RoleId(leak(&e.role)),
            viewpoint: self.choose("viewpoint", &e.viewpoint, VIEWPOINTS),
            title: self.text(&e.title, "title", from),
            why: e.why.map(|t| self.text(&t, "why", None)),
            when: self.condition(&e.when, "when"),
            each: ids(&e.each, ComponentId),
            countermeasures: ids(&e.countermeasures, CountermeasureId),
            assignment: self.provenance("assignment_from", e.assignment_from.as_deref(), &assigned),
        }
    }

    fn condition(&mut self, c: &schema::Condition, field: &str) -> Condition {
        let many = |this: &mut Self, cs: &[schema::Condition], word: &str| {
            list(cs.iter().enumerate().map(|(i, c)| this.condition(c, &format!("{field}.{word}[{i}]"))).collect())
        };
        let composite = [c.all.is_some(), c.any.is_some(), c.not.is_some()];
        let attributes = [c.procured.is_some(), c.operated.is_some(), c.maintained.is_some(), c.carries.is_some()];
        let subjects = [c.role.is_some(), c.component.is_some(), c.data.is_some()];
        let shapes = composite.iter().chain(&subjects).filter(|x| **x).count();
        if shapes != 1
            || (attributes.contains(&true) && c.component.is_none())
            || ((c.by.is_some() || c.shared.is_some()) && c.role.is_none())
        {
            self.problem(field, Fault::NoCondition);
        }
        if let Some(all) = &c.all {
            if all.is_empty() {
                self.problem(field, "`all` is empty");
            }
            return Condition::All(many(self, all, "all"));
        }
        if let Some(any) = &c.any {
            if any.is_empty() {
                self.problem(field, "`any` is empty");
            }
            return Condition::Any(many(self, any, "any"));
        }
        if let Some(not) = &c.not {
            return Condition::Not(list(vec![self.condition(not, &format!("{field}.not"))]));
        }
        let mut asked = |key: &str, players: &Option<Vec<String>>| {
            // Read as "by nobody" it would turn into "by anybody".
            if players.as_ref().is_some_and(Vec::is_empty) {
                self.problem(format!("{field}.{key}"), "empty; leave it out, or negate the rest");
            }
            self.players(&format!("{field}.{key}"), players.as_deref().unwrap_or_default())
        };
        if let Some(role) = &c.role {
            return Condition::Played {
                role: RoleId(leak(role)),
                by: asked("by", &c.by),
                shared: c.shared.unwrap_or_default(),
            };
        }
        if let Some(component) = &c.component {
            return Condition::Has {
                procured: asked("procured", &c.procured),
                operated: asked("operated", &c.operated),
                maintained: asked("maintained", &c.maintained),
                carries: c.carries.as_deref().map(|r| RoleId(leak(r))),
                which: match component.as_str() {
                    "this" => Which::This,
                    kind => Which::Kind(ComponentId(leak(kind))),
                },
            };
        }
        Condition::Occurs(DataId(leak(c.data.as_deref().unwrap_or_default())))
    }

    pub(super) fn countermeasure(&mut self, e: schema::Countermeasure) -> Countermeasure {
        let from = e.from.as_deref();
        Countermeasure {
            id: CountermeasureId(leak(&e.id)),
            viewpoint: self.choose("viewpoint", e.viewpoint.as_deref().unwrap_or_default(), VIEWPOINTS),
            title: self.text(&e.title.clone().unwrap_or_default(), "title", from),
            statement: e.statement.as_ref().map(|t| self.text(t, "statement", from)),
            actions: list(self.actions(&e)),
            controls: ids(&e.controls, ControlId),
            references: list(e.references.iter().map(|r| leak(r)).collect()),
        }
    }

    /// Adds an extension's actions, controls and references to the countermeasure that it names.
    pub(super) fn extend(&mut self, all: &mut [Countermeasure], e: &schema::Countermeasure) {
        for (field, given) in
            [("viewpoint", e.viewpoint.is_some()), ("title", e.title.is_some()), ("statement", e.statement.is_some())]
        {
            if given {
                self.problem(field, "an extension only adds; it cannot change this");
            }
        }
        let actions = self.actions(e);
        let Some(c) = all.iter_mut().find(|c| c.id.0 == e.id) else {
            self.problem("extends", "there is no countermeasure of this id to extend");
            return;
        };
        c.actions = list(c.actions.iter().copied().chain(actions).collect());
        c.controls = list(c.controls.iter().copied().chain(ids(&e.controls, ControlId).iter().copied()).collect());
        c.references = list(c.references.iter().copied().chain(e.references.iter().map(|r| leak(r))).collect());
    }

    fn actions(&mut self, e: &schema::Countermeasure) -> Vec<Action> {
        let mut actions = Vec::new();
        for a in &e.action {
            self.origin.insert(format!("action {}", a.id), self.file.clone());
            let from = a.from.as_deref().or(e.from.as_deref());
            let text = self.text(&a.text, &format!("action {}", a.id), from);
            actions.push(Action { id: ActionId(leak(&a.id)), text });
        }
        actions
    }
}
