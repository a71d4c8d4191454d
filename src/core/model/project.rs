//! From an assessment's fields to the typed model.

use std::collections::BTreeMap;

use super::{Answer, Aspect, Instance, InstanceId, Model, Question, presumed::presumed, questions};
use crate::core::{
    assessment::{Assessment, Value, paths},
    catalog::{Catalog, ComponentId, Player, RoleId, keyword::Keyword},
};

/// The longest id of a component. The program's own have at most seventeen characters.
const MAX_INSTANCE_ID: usize = 40;

/// The answer that takes back that a kind is there, while components of it are described.
pub const OPEN: &str = "open";

/// Reads the model out of an assessment. Values that the catalogue does not know are left alone in the assessment and
/// count as unanswered here.
#[must_use]
pub fn project(assessment: &Assessment, catalog: &Catalog) -> Model {
    let mut model = Model {
        service_type: catalog.service_type(assessment.text(&paths::service_type())).map(|t| t.id),
        ..Model::default()
    };
    for role in catalog.roles {
        if let Some(players) = assessment.get(&paths::role(role.id)).and_then(known) {
            model.roles.insert(role.id, players);
        }
    }
    for kind in catalog.components {
        if let Some(yes) = assessment.get(&paths::component_kind(kind.id)).and_then(yes_no) {
            model.kinds.insert(kind.id, yes);
        }
    }
    for form in catalog.data_forms {
        if let Some(yes) = assessment.get(&paths::data(form.id)).and_then(yes_no) {
            model.data.insert(form.id, yes);
        }
    }
    model.instances = instances(assessment, catalog);
    model.presumed = presumed(assessment, &model, catalog);
    model.partners = partners(assessment, &model, catalog);
    model
}

/// The names of partners, where an answer says that one takes part.
fn partners(assessment: &Assessment, model: &Model, catalog: &Catalog) -> Vec<(Question, String)> {
    if assessment.below("partner/").next().is_none() {
        return Vec::new();
    }
    let mut named = Vec::new();
    for question in questions(model, catalog) {
        let name = assessment.text(&paths::partner(&question.path()));
        let takes_part = matches!(question.answer(model), Some(Answer::Players(p)) if p.contains(&Player::Partner));
        if takes_part && !name.is_empty() {
            named.push((question, name.to_owned()));
        }
    }
    named
}

fn instances(assessment: &Assessment, catalog: &Catalog) -> BTreeMap<InstanceId, Instance> {
    let mut found = BTreeMap::new();
    for (path, value) in assessment.below("model/component/") {
        let mut segments = path.segments().skip(2);
        let (Some(id), Some("kind"), None) = (segments.next(), segments.next(), segments.next()) else { continue };
        if !is_instance_id(id) {
            continue;
        }
        let Some(kind) = value.as_text().and_then(|k| catalog.component(k)) else { continue };
        // Said not to be there, or taken back: its components wait, with all that was entered, for another answer.
        if matches!(assessment.text(&paths::component_kind(kind.id)), "no" | OPEN) {
            continue;
        }
        let aspect = |a: Aspect| assessment.get(&paths::component(id, a.keyword())).and_then(known);
        let instance = Instance {
            id: InstanceId::from_segment(id),
            kind: kind.id,
            name: assessment.text(&paths::component(id, "name")).to_owned(),
            roles: assessment.get(&paths::component(id, "roles")).and_then(|v| roles(v, catalog)),
            procured: aspect(Aspect::Procured),
            operated: aspect(Aspect::Operated),
            maintained: aspect(Aspect::Maintained),
            places: assessment.get(&paths::component(id, "place")).and_then(known).filter(|places| !places.is_empty()),
        };
        found.insert(instance.id.clone(), instance);
    }
    found
}

/// Whether a segment can name a component wherever one is named. `-` stands for the whole service in a risk's path, and
/// a name too long for that path could never be read again.
fn is_instance_id(segment: &str) -> bool {
    segment.len() <= MAX_INSTANCE_ID && segment.starts_with(|c: char| c.is_ascii_alphanumeric())
}

/// Whether components of a kind are described, be they part of the model or waiting for the kind to be there again.
#[must_use]
pub fn described(assessment: &Assessment, kind: ComponentId) -> bool {
    let kinds = assessment.below("model/component/").filter(|(p, _)| p.as_str().ends_with("/kind"));
    kinds.into_iter().any(|(_, value)| value.as_text() == Some(kind.0))
}

fn yes_no(value: &Value) -> Option<bool> {
    match value.as_text()? {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}

fn roles(value: &Value, catalog: &Catalog) -> Option<Vec<RoleId>> {
    Some(value.as_list()?.iter().filter_map(|r| catalog.role(r)).map(|r| r.id).collect())
}

/// A list with an unknown keyword counts as unanswered: half an answer could turn into a wrong one.
fn known<T: Keyword>(value: &Value) -> Option<Vec<T>> {
    value.as_list()?.iter().map(|word| T::from_keyword(word)).collect()
}
