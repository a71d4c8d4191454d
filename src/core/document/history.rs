//! What can be undone as text, so that it outlasts a reload of the page.
//!
//! Two lists, of steps to undo and to redo. A step is a list of what it did to fields: the path, the heads that it
//! brought, and the heads that it took, each with its value.

use serde_json::Value as Json;

use super::{json, v1};
use crate::core::assessment::{Done, History, Step};

/// Writes a history.
#[must_use]
pub fn write(history: &History) -> String {
    let done = |done: &Done| {
        let brought: Vec<Json> = done.brought.iter().map(|stamp| stamp.to_string().into()).collect();
        let took = done.took.iter().map(|(stamp, value)| {
            let stamp = stamp.map_or(Json::Null, |stamp| stamp.to_string().into());
            Json::Array(vec![stamp, v1::write_value(value.as_ref())])
        });
        Json::Array(vec![done.path.as_str().into(), brought.into(), took.collect()])
    };
    let steps = |steps: &[Step]| steps.iter().map(|Step(all)| all.iter().map(done).collect::<Json>()).collect::<Json>();
    history.parts().map(steps).into_iter().collect::<Json>().to_string()
}

/// Reads a history. `None` for anything but what [`write`] writes: it is then as if nothing had been done.
#[must_use]
pub fn read(text: &str) -> Option<History> {
    let [undo, redo] = list(json::parse(text).ok()?)?;
    let history = History::from_parts(steps(undo)?, steps(redo)?)?;
    (write(&history) == text).then_some(history)
}

fn steps(json: Json) -> Option<Vec<Step>> {
    let step = |step| Some(Step(items(step)?.into_iter().map(done).collect::<Option<_>>()?));
    items(json)?.into_iter().map(step).collect()
}

fn done(json: Json) -> Option<Done> {
    let [path, brought, took] = list(json)?;
    let stamp = |stamp: &Json| stamp.as_str()?.parse().ok();
    let head = |head| {
        let [was, value] = list(head)?;
        let was = if was.is_null() { None } else { Some(stamp(&was)?) };
        Some((was, v1::value(value, "").ok()?))
    };
    Some(Done {
        path: path.as_str()?.parse().ok()?,
        brought: items(brought)?.iter().map(stamp).collect::<Option<_>>()?,
        took: items(took)?.into_iter().map(head).collect::<Option<_>>()?,
    })
}

fn items(json: Json) -> Option<Vec<Json>> {
    match json {
        Json::Array(items) => Some(items),
        _ => None,
    }
}

fn list<const N: usize>(json: Json) -> Option<[Json; N]> {
    items(json)?.try_into().ok()
}
