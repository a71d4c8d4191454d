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
    let mut both = Vec::new();
    for steps in history.parts() {
        let mut written = Vec::new();
        for Step(all) in steps {
            let mut step = Vec::new();
            for done in all {
                step.push(write_done(done));
            }
            written.push(Json::Array(step));
        }
        both.push(Json::Array(written));
    }
    Json::Array(both).to_string()
}

fn write_done(done: &Done) -> Json {
    let (mut brought, mut took) = (Vec::new(), Vec::new());
    for stamp in &done.brought {
        brought.push(Json::String(stamp.to_string()));
    }
    for (stamp, value) in &done.took {
        let stamp = stamp.map_or(Json::Null, |stamp| Json::String(stamp.to_string()));
        took.push(Json::Array(vec![stamp, v1::write_value(value.as_ref())]));
    }
    Json::Array(vec![done.path.as_str().into(), Json::Array(brought), Json::Array(took)])
}

/// Reads a history. `None` for anything but what [`write`] writes: it is then as if nothing had been done.
#[must_use]
pub fn read(text: &str) -> Option<History> {
    let mut both = items(json::parse(text).ok()?)?;
    let (redo, undo) = (both.pop()?, both.pop()?);
    let history = History::from_parts(steps(undo)?, steps(redo)?)?;
    (write(&history) == text).then_some(history)
}

fn steps(json: Json) -> Option<Vec<Step>> {
    let mut steps = Vec::new();
    for step in items(json)? {
        let mut all = Vec::new();
        for done in items(step)? {
            all.push(read_done(done)?);
        }
        steps.push(Step(all));
    }
    Some(steps)
}

fn read_done(json: Json) -> Option<Done> {
    let mut parts = items(json)?;
    let (heads, stamps, path) = (parts.pop()?, parts.pop()?, parts.pop()?);
    let (mut brought, mut took) = (Vec::new(), Vec::new());
    for stamp in items(stamps)? {
        brought.push(v1::stamp(&stamp, "").ok()?);
    }
    for head in items(heads)? {
        let mut head = items(head)?;
        let (value, was) = (head.pop()?, head.pop()?);
        let was = if was.is_null() { None } else { Some(v1::stamp(&was, "").ok()?) };
        took.push((was, v1::value(value, "").ok()?));
    }
    Some(Done { path: path.as_str()?.parse().ok()?, brought, took })
}

fn items(json: Json) -> Option<Vec<Json>> {
    match json {
        Json::Array(items) => Some(items),
        _ => None,
    }
}
