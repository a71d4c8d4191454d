//! Random assessments as files may hold them, and files made by hand.

use std::collections::BTreeMap;

use proptest::{
    collection::{btree_map, vec},
    prelude::*,
};
use serde_json::Value as Json;
use sha2::{Digest, Sha256};
use tenken::core::{
    assessment::{Actor, Assessment, AssessmentId, CatalogRef, Clock, Edit, Field, Head, Path, Stamp, Value, paths},
    document::{Bodies, snapshot},
};

use crate::support::assessments::{NOW, path, stamp};

/// Every kind of text that people enter, or that somebody could put into a file.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "\\PC{0,20}",
        1 => any::<String>(),
        2 => proptest::sample::select(vec![
            "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "javascript:alert(1)", "=HYPERLINK(\"x\")",
            "\0\u{1}\u{1b}[31m\u{7f}\u{85}", "\r\n\t\\\"/", "\u{2028}\u{2029}\u{feff}", "👩‍👩‍👧‍👦🏴‍☠️", "مرحبا\u{202e}abc\u{202c}",
            "𠮷野家 ｶﾀｶﾅ が\u{3099}", "__proto__", "null", "",
        ]).prop_map(str::to_owned),
    ]
}

pub fn value() -> impl Strategy<Value = Value> {
    prop_oneof![text().prop_map(Value::Text), vec(text(), 0..5).prop_map(Value::list),]
}

pub fn any_stamp() -> impl Strategy<Value = Stamp> {
    let ms =
        prop_oneof![0..5_u64, 1_794_000_000_000..1_794_000_001_000_u64, 253_402_300_799_990..253_402_300_800_000_u64];
    (ms, 0..3_u32, 0..4_u64).prop_map(|(ms, seq, actor)| stamp(&format!("{ms}-{seq}-{actor:012x}")))
}

fn any_path() -> impl Strategy<Value = Path> {
    let known = proptest::sample::select(vec![
        "meta/name",
        "model/type",
        "model/role/contract",
        "model/component/c0000002a/kind",
        "risk/contract-1/-/decision",
        "action/A-1/A-1.1/status",
    ]);
    prop_oneof![
        known.prop_map(path),
        "[a-zA-Z0-9_-]{1,12}(/[a-zA-Z0-9._-]{0,12}[a-z]){0,4}".prop_map(|p| path(&p)),
        proptest::sample::select(vec!["__proto__", "constructor/prototype", "toString", "f/__proto__/x"])
            .prop_map(path),
    ]
}

fn field() -> impl Strategy<Value = Field> {
    let head = (proptest::option::of(value()), text()).prop_map(|(value, by)| Head { value, by });
    (btree_map(any_stamp(), head, 0..4), vec(any_stamp(), 0..4)).prop_map(|(heads, mut seen)| {
        if heads.is_empty() && seen.is_empty() {
            seen.push(stamp("1-0-000000000001"));
        }
        Field::new(heads.into_iter().collect(), seen)
    })
}

/// Any assessment that can stand in a file.
pub fn assessment() -> impl Strategy<Value = Assessment> {
    let fingerprints = btree_map(text(), any::<u32>(), 0..4);
    (any::<u64>(), any_stamp(), text(), text(), fingerprints, btree_map(any_path(), field(), 0..12)).prop_map(
        |(id, at, edition, digest, fingerprints, fields)| {
            let fingerprints = fingerprints.into_iter().collect::<BTreeMap<_, _>>().into();
            let catalog = CatalogRef { at, edition, digest, fingerprints };
            Assessment::from_parts(AssessmentId::new(id), catalog, fields.into_iter().collect())
        },
    )
}

/// Names a snapshot of a state, and gives its content.
pub fn keep(assessment: &mut Assessment, id: &str, state: &Assessment, at: u64) -> (String, String) {
    let (content, digest) = snapshot(state);
    let facts = [Edit::text(paths::snapshot(id, "digest"), digest), Edit::text(paths::snapshot(id, "name"), "名前")];
    let mut clock = Clock::new(Actor::new(77));
    assessment.apply(&facts, &mut clock, at, "鈴木");
    (id.to_owned(), content)
}

/// An assessment with some snapshots of others.
pub fn with_snapshots() -> impl Strategy<Value = (Assessment, Bodies)> {
    (assessment(), vec(assessment(), 0..4)).prop_map(|(mut assessment, states)| {
        let kept = states.iter().enumerate();
        let bodies = kept.map(|(n, state)| keep(&mut assessment, &format!("s{n}"), state, NOW + n as u64)).collect();
        (assessment, bodies)
    })
}

/// The same file with the digest that belongs to it, so that what is wrong is what was meant to be wrong.
#[track_caller]
pub fn signed(mut file: Json) -> Vec<u8> {
    let table = file.as_object_mut().expect("a table");
    table.remove("sha256");
    let compact = Json::Object(table.clone()).to_string();
    let digest: String = Sha256::digest(compact).iter().map(|b| format!("{b:02x}")).collect();
    table.insert("sha256".into(), digest.into());
    file.to_string().into_bytes()
}
