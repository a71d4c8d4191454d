//! Fields and their values as people know them, for lists of changes and disagreements.

use super::{
    i18n::{
        catalog as catalog_words, common, conflicts, controls, measures, model as model_words, overview, pick, risks,
        scope as scope_words, snapshots, word as word_of,
    },
    wording,
};
use crate::core::{
    assessment::{Path, Value},
    catalog::{Axis, Catalog, Control, Grade, Place, Player, RoleId},
    evaluate::{ControlStatus, InWriting},
    model::{Answer, Aspect, InstanceId, Model, Question},
    report::{ActionStatus, ControlStanding, Decision, labels},
};

/// What a field is called. A field that this program does not know keeps its name for machines.
#[must_use]
pub fn name(catalog: &Catalog, model: &Model, path: &Path) -> String {
    let segments: Vec<&str> = path.segments().collect();
    let known = match segments.as_slice() {
        ["meta", what] => meta(what).map(str::to_owned),
        ["presumed", answer @ ..] => answer.join("/").parse().ok().map(|of| name(catalog, model, &of)),
        ["partner", answer @ ..] => answer
            .join("/")
            .parse()
            .ok()
            .map(|of| format!("{}: {}", name(catalog, model, &of), model_words::words().partner_name)),
        ["model", "type"] => Some(model_words::words().part_start.to_owned()),
        ["model", "component", id, what] => component(catalog, model, id, what),
        ["model", ..] => question(catalog, &segments).map(|q| wording::question(catalog, model, &q)),
        ["risk", id, instance, what] => catalog.risk(id).zip(treatment(what)).map(|(risk, what)| {
            let of = wording::component_name(catalog, model, &InstanceId::from_segment(instance));
            let of = if *instance == "-" { String::new() } else { format!(" ({of})") };
            format!("{}{of}: {what}", pick(&risk.title))
        }),
        ["scope", what @ ..] => scope(catalog, what),
        ["classify", what] => classify(catalog, what),
        ["controls", id, what @ ..] => control(catalog.control(id), what).map(|what| {
            let title = catalog.control(id).map(|c| pick(&c.title)).unwrap_or_default();
            format!("{id} {title}: {what}")
        }),
        ["snapshots", _, "name"] => Some(snapshots::words().title.to_owned()),
        ["action", _, id, what] => action(what).map(|what| format!("{id}: {what}")),
        _ => None,
    };
    known.unwrap_or_else(|| path.to_string())
}

/// A value of a field.
#[must_use]
pub fn value(catalog: &Catalog, path: &Path, value: Option<&Value>) -> String {
    let last = path.segments().next_back().unwrap_or_default();
    match value {
        None if path.as_str().starts_with("presumed/") => model_words::words().confirmed.to_owned(),
        None => conflicts::words().cleared.to_owned(),
        Some(Value::Text(text)) => {
            let word = match (path.segments().next(), last) {
                (Some("risk"), "impact" | "likelihood") => Grade::from_keyword(text).map(wording::grade),
                (Some("risk"), "decision") => Decision::from_keyword(text).map(wording::decision),
                (Some("action"), "status") => ActionStatus::from_keyword(text).map(wording::action_status),
                (Some("controls"), "status") => {
                    ControlStatus::from_keyword(text).map(|s| word_of(labels::control_status(s)))
                }
                (Some("controls"), "written") => InWriting::from_keyword(text).map(|w| word_of(labels::in_writing(w))),
                (Some("controls"), _) if text == "yes" => Some(common::words().yes),
                (Some("scope"), _) if text == "out" => {
                    Some(word_of(labels::control_standing(ControlStanding::OutOfScope)))
                }
                (Some("classify"), axis) => Axis::from_keyword(axis)
                    .zip(Grade::from_keyword(text))
                    .and_then(|(axis, grade)| catalog.axis(axis)?.levels.iter().find(|l| l.id == grade))
                    .map(|level| pick(&level.name)),
                (Some("model"), "type") => catalog.service_type(text).map(|t| pick(&t.name)),
                (Some("presumed"), _) => Some(model_words::words().presumed),
                (Some("model"), _) => match text.as_str() {
                    "yes" => Some(common::words().yes),
                    "no" => Some(common::words().no),
                    kind => catalog.component(kind).map(|c| pick(&c.name)),
                },
                _ => None,
            };
            word.unwrap_or(text).to_owned()
        }
        Some(Value::List(items)) if last == "roles" => {
            let roles: Vec<RoleId> = items.iter().filter_map(|r| catalog.role(r)).map(|r| r.id).collect();
            wording::answer(catalog, Some(&Answer::Roles(roles)))
        }
        Some(Value::List(items)) if last == "place" => {
            let known: Option<Vec<Place>> = items.iter().map(|i| Place::from_keyword(i)).collect();
            known.map_or_else(|| items.join(", "), |places| wording::places(&places))
        }
        Some(Value::List(items)) => {
            let known: Option<Vec<Player>> = items.iter().map(|i| Player::from_keyword(i)).collect();
            known.map_or_else(|| items.join(", "), |players| wording::players(&players))
        }
    }
}

fn meta(what: &str) -> Option<&'static str> {
    let t = overview::words();
    match what {
        "name" => Some(t.name),
        "service" => Some(t.service),
        "organization" => Some(t.organization),
        "assessor" => Some(t.assessor),
        "note" => Some(t.note),
        _ => None,
    }
}

fn question(catalog: &Catalog, segments: &[&str]) -> Option<Question> {
    match segments {
        ["model", "role", id] => catalog.role(id).map(|r| Question::Role(r.id)),
        ["model", "kind", id] => catalog.component(id).map(|c| Question::Kind(c.id)),
        ["model", "data", id] => catalog.data_form(id).map(|d| Question::Data(d.id)),
        _ => None,
    }
}

fn component(catalog: &Catalog, model: &Model, id: &str, what: &str) -> Option<String> {
    let t = model_words::words();
    let id = InstanceId::from_segment(id);
    let what = match what {
        "name" => t.component_name,
        "kind" => t.part_components,
        "roles" => t.carries,
        "place" => t.place,
        _ => wording::aspect(Aspect::ALL.into_iter().find(|a| a.keyword() == what)?),
    };
    Some(format!("{}: {what}", wording::component_name(catalog, model, &id)))
}

fn treatment(what: &str) -> Option<&'static str> {
    let t = risks::words();
    match what {
        "decision" => Some(t.decision),
        "reason" => Some(t.reason),
        "controls" => Some(t.controls),
        "by" => Some(t.decided_by),
        "on" => Some(t.decided_on),
        "impact" => Some(t.impact),
        "likelihood" => Some(t.likelihood),
        "owner" | "due" => action(what),
        _ => None,
    }
}

fn scope(catalog: &Catalog, what: &[&str]) -> Option<String> {
    let t = scope_words::words();
    let what = match what {
        ["part2"] => t.part2,
        ["part3"] => t.part3,
        ["part4"] => t.part4,
        ["writing"] => t.writing,
        ["reason"] => t.out_reason,
        ["equipment", id] => pick(&catalog.equipment(id)?.name),
        _ => return None,
    };
    Some(format!("{}: {what}", t.title))
}

fn classify(catalog: &Catalog, what: &str) -> Option<String> {
    let t = scope_words::words();
    let what = match what {
        "override" => t.own,
        "override-reason" => t.own_reason,
        axis => pick(&catalog.axis(Axis::from_keyword(axis)?)?.name),
    };
    Some(format!("{}: {what}", t.classify))
}

fn control(control: Option<&Control>, what: &[&str]) -> Option<String> {
    let (t, c) = (controls::words(), catalog_words::words());
    let what = match what {
        ["reason"] => risks::words().reason,
        ["written"] => t.written,
        [what] => action(what)?,
        ["practices", mark] => return Some(format!("{} {mark}", c.best_practices)),
        ["evidence", number, ..] => return Some(format!("{} {number}", c.evidence)),
        ["values", item] => pick(&control?.items.iter().find(|i| i.id == *item)?.name),
        _ => return None,
    };
    Some(what.to_owned())
}

fn action(what: &str) -> Option<&'static str> {
    let t = measures::words();
    match what {
        "status" => Some(t.status),
        "remark" => Some(t.remark),
        "owner" => Some(t.owner),
        "due" => Some(t.due),
        _ => None,
    }
}
