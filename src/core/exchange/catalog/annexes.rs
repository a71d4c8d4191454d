//! The entries of the annexes.

use serde_json::json;

use super::{Table, part4::arrangement, text};
use crate::core::catalog::{AxisEntry, Case, Equipment, IsoItem, Pattern, Point, Provenance};

pub(super) fn equipment(e: &Equipment, to: &mut Table) {
    to.text("name", e.name);
    to.text("about", e.about);
    to.fact("row", e.row, Provenance::Original);
}

pub(super) fn axis(e: &AxisEntry, to: &mut Table) {
    to.text("name", e.name);
    to.text("question", e.question);
    to.list(
        "levels",
        &e.levels,
        |level| json!({ "id": level.id.keyword(), "meaning": text(level.meaning), "name": text(level.name) }),
    );
}

pub(super) fn pattern(e: &Pattern, to: &mut Table) {
    to.text("name", e.name);
    for (key, grade) in
        [("confidentiality", e.confidentiality), ("integrity", e.integrity), ("availability", e.availability)]
    {
        to.fact(key, grade.keyword(), e.levels_from);
    }
    to.list("examples", &e.examples, |t| text(*t));
}

pub(super) fn point(e: &Point, to: &mut Table) {
    to.text("title", e.title);
    to.fact("annex", e.annex, e.title.from);
    to.fact("group", e.group.keyword(), e.title.from);
    to.some("about", e.about);
    to.some("missing", e.missing);
}

pub(super) fn iso_item(e: &IsoItem, to: &mut Table) {
    to.put("chapter", e.chapter());
    to.text("title", e.title);
    if let Some(from) = e.in_2014 {
        to.fact("in_2014", true, from);
    }
    if e.added {
        to.fact("added", true, e.in_2014.unwrap_or(Provenance::Original));
    }
    to.fact("annex5", e.annex5.unwrap_or_default(), e.annex_from);
    to.fact("annex6", e.annex6.unwrap_or_default(), e.annex_from);
    to.fact("iso2022", e.in_2022.split_whitespace().collect::<Vec<_>>(), e.in_2022_from);
    to.some("note", e.note);
}

pub(super) fn case(e: &Case, to: &mut Table) {
    to.text("name", e.name);
    to.text("about", e.about);
    to.text("story", e.story);
    to.text("shows", e.shows);
    arrangement(&e.arrangement, to);
}
