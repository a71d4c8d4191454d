//! The controls of Parts II and III, with their reference values as numbers.

use serde_json::{Number, Value as Json, json};

use super::{Table, list, provenance, text};
use crate::core::catalog::{Control, EvaluationItem, Provenance, Quantity, ReferenceLevel, ReferenceValue};

pub(super) fn control(e: &Control, to: &mut Table) {
    let original = Provenance::Original;
    to.put("id_from", provenance(e.id_from));
    to.put("section", e.id.0.rsplit_once('.').map_or("", |(section, _)| section));
    to.text("title", e.title);
    to.fact("class", e.class.keyword(), e.class_from);
    to.text("statement", e.statement);
    to.some("why", e.why);
    to.fact("components", list(&e.components, |c| c.0.into()), original);
    to.fact("related", list(&e.related, |c| c.0.into()), original);
    to.fact("iso27002", list(&e.iso.numbers, |n| (*n).into()), e.iso.from);
    to.fact("annex5", e.iso.annex5.unwrap_or_default(), e.iso.annex_from);
    to.fact("annex6", e.iso.annex6.unwrap_or_default(), e.iso.annex_from);
    to.list("best_practices", &e.best_practices, |p| json!({ "mark": p.mark, "text": text(p.text) }));
    to.list("evidence", &e.evidence, |t| text(*t));
    to.list("items", &e.items, item);
    to.some("items_note", e.items_note);
}

fn item(e: &EvaluationItem) -> Json {
    let mut to = Table::default();
    to.put("id", e.id);
    to.text("name", e.name);
    to.fact("measure", e.measure.keyword(), e.name.from);
    to.list("options", &e.options, |o| json!({ "id": o.id, "name": text(o.name) }));
    let mut pattern = 0;
    to.list("values", &e.values, |v| {
        pattern += 1;
        value(pattern, v)
    });
    to.some("note", e.note);
    to.json()
}

fn value(pattern: u8, v: &ReferenceValue) -> Json {
    let mut to = Table::default();
    to.put("pattern", pattern);
    to.put("must", v.must);
    to.put("from", provenance(v.from));
    let mut quantity = |comparator: &str, q: Quantity| {
        to.put("comparator", comparator);
        to.put("number", number(q.milli));
        to.put("unit", q.unit.keyword());
        "number"
    };
    let level = match v.level {
        ReferenceLevel::NoValue => "none",
        ReferenceLevel::Unknown => "unknown",
        ReferenceLevel::AtMost(q) => quantity("<=", q),
        ReferenceLevel::AtLeast(q) => quantity(">=", q),
        ReferenceLevel::Chosen(option) => {
            to.put("option", option);
            "option"
        }
    };
    to.put("level", level);
    to.json()
}

/// Thousandths as a number; whole ones without a point.
#[allow(clippy::cast_precision_loss)] // The files allow twelve digits before the point, which a double holds exactly.
fn number(milli: u64) -> Json {
    match milli % 1000 {
        0 => (milli / 1000).into(),
        _ => Number::from_f64(milli as f64 / 1000.0).map_or(Json::Null, Json::Number),
    }
}
