//! The JSON Schemas that are published: they are schemas, they take what the program writes, and they refuse what it
//! refuses.

use std::{fs, path::PathBuf};

use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::{Value as Json, json};
use tenken::core::{
    catalog::{CATALOG, DIGEST},
    document::{FileError, read, write, write_whole},
    exchange::catalog::json as export,
};

use crate::support::{
    cases,
    documents::{assessment, signed, with_snapshots},
};

fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn schema(name: &str) -> Json {
    let path = folder("schema").join(name);
    serde_json::from_slice(&fs::read(&path).unwrap()).unwrap_or_else(|e| panic!("{name}: {e}"))
}

fn validator(name: &str) -> Validator {
    jsonschema::draft202012::new(&schema(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
}

#[track_caller]
fn valid(validator: &Validator, json: &Json) {
    let errors: Vec<String> =
        validator.iter_errors(json).take(3).map(|e| format!("{} at {}", e, e.instance_path())).collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
}

/// The file with one place replaced, or added where there is none yet; `None` takes the place away.
#[track_caller]
fn changed(file: &Json, pointer: &str, to: Option<Json>) -> Json {
    let mut file = file.clone();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let key = key.replace("~1", "/");
    match (file.pointer_mut(parent).unwrap_or_else(|| panic!("{pointer}")), to) {
        (Json::Object(table), Some(json)) => drop(table.insert(key, json)),
        (Json::Object(table), None) => assert!(table.remove(&key).is_some(), "{pointer}"),
        (Json::Array(list), Some(json)) => list[key.parse::<usize>().unwrap()] = json,
        (Json::Array(list), None) => drop(list.remove(key.parse().unwrap())),
        _ => panic!("{pointer}"),
    }
    file
}

#[test]
fn every_schema_is_one_and_says_what_it_is_of() {
    let mut names: Vec<String> =
        fs::read_dir(folder("schema")).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert!(
        ["assessment-v1.schema.json", "catalog-pack.schema.json", "catalog.schema.json"]
            .iter()
            .all(|name| names.iter().any(|n| n == name))
    );
    for name in names {
        let schema = schema(&name);
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema", "{name}");
        assert!(["$id", "title", "description"].iter().all(|key| schema[key].is_string()), "{name}");
        assert!(jsonschema::draft202012::meta::is_valid(&schema), "{name}");
    }
}

#[test]
fn the_catalogue_is_of_its_schema() {
    valid(&validator("catalog.schema.json"), &export(&CATALOG, DIGEST));
}

#[test]
fn a_catalogue_of_another_form_is_not() {
    let validator = validator("catalog.schema.json");
    let catalog = export(&CATALOG, DIGEST);
    let at = |list: &str, has: &str| {
        let entries = catalog[list].as_array().unwrap();
        format!("/{list}/{}", entries.iter().position(|e| e.pointer(has).is_some()).unwrap())
    };
    let (control, role, risk) = (at("controls", "/title"), at("roles", "/name"), at("risks", "/why"));
    let (measure, service) = (at("countermeasures", "/statement"), at("types", "/components"));
    let cases = [
        ("/format", Some(json!("tenken-assessment"))),
        ("/version", Some(json!(2))),
        ("/digest", Some(json!("x"))),
        ("/digest", None),
        ("/more", Some(json!(1))),
        ("/licence/credit", None),
        ("/controls", None),
        ("/sources/0/url", Some(json!("javascript:alert(1)"))),
        (&format!("{control}/id_from"), None),
        (&format!("{control}/class/value"), Some(json!("must"))),
        (&format!("{control}/title"), Some(json!("title"))),
        (&format!("{control}/title/from"), None),
        (&format!("{control}/title/from"), Some(json!({ "kind": "quoted" }))),
        (&format!("{control}/title/from"), Some(json!({ "kind": "official" }))),
        (&format!("{control}/title/from"), Some(json!({ "kind": "unverified", "percent": 100 }))),
        (&format!("{control}/title/from"), Some(json!({ "kind": "original", "percent": 50 }))),
        (&format!("{control}/title/ja"), Some(json!(""))),
        (&format!("{control}/title/en"), None),
        (&format!("{role}/id"), Some(json!("a b"))),
        (&format!("{role}/kind/value"), Some(json!("other"))),
        (&format!("{risk}/when/value"), Some(json!({ "all": [] }))),
        (&format!("{risk}/when/value"), Some(json!({ "role": "contract", "by": [] }))),
        (&format!("{risk}/when/value"), Some(json!({ "role": "contract", "data": "X-personal" }))),
        (&format!("{risk}/countermeasures/value"), Some(json!([]))),
        (&format!("{risk}/viewpoint/value"), Some(json!("D"))),
        (&format!("{measure}/actions"), Some(json!([]))),
        (&format!("{measure}/actions/0/text"), None),
        (&format!("{service}/components/0/kind"), None),
    ];
    for (pointer, to) in cases {
        assert!(!validator.is_valid(&changed(&catalog, pointer, to.clone())), "{pointer} {to:?}");
    }
}

#[test]
fn a_reference_value_has_one_of_four_forms() {
    let validator = validator("catalog.schema.json");
    let catalog = export(&CATALOG, DIGEST);
    let original = json!({ "kind": "original" });
    let text = json!({ "en": "x", "from": original, "ja": "あ" });
    let with = |value: Json| {
        let mut values = vec![json!({ "from": original, "level": "none", "must": false, "pattern": 6 }); 5];
        values.push(value);
        let item = json!({
            "id": "a", "name": text, "measure": { "from": original, "value": "percent" }, "values": values
        });
        changed(&catalog, "/controls/0/items", Some(json!([item])))
    };
    let number = json!({
        "comparator": ">=", "from": original, "level": "number", "must": true, "number": 99.5, "pattern": 1, "unit": "%"
    });
    let option = json!({ "from": original, "level": "option", "must": false, "option": "hot", "pattern": 1 });
    valid(&validator, &with(number.clone()));
    valid(&validator, &with(option.clone()));
    valid(&validator, &with(changed(&changed(&option, "/option", None), "/level", Some(json!("unknown")))));
    for (value, pointer, to) in [
        (&number, "/number", Some(json!("99.5"))),
        (&number, "/number", None),
        (&number, "/comparator", Some(json!("<"))),
        (&number, "/unit", Some(json!("sec"))),
        (&number, "/must", None),
        (&number, "/from", None),
        (&number, "/pattern", Some(json!(7))),
        (&number, "/level", Some(json!("none"))),
        (&option, "/option", None),
        (&option, "/number", Some(json!(1))),
    ] {
        assert!(!validator.is_valid(&with(changed(value, pointer, to.clone()))), "{pointer} {to:?}");
    }
}

#[test]
fn every_kept_assessment_is_of_its_schema() {
    let validator = validator("assessment-v1.schema.json");
    let entries = fs::read_dir(folder("tests/fixtures/documents/v1")).unwrap();
    let files: Vec<PathBuf> = entries.map(|e| e.unwrap().path()).collect();
    assert!(files.len() >= 4);
    for file in files {
        valid(&validator, &serde_json::from_slice(&fs::read(file).unwrap()).unwrap());
    }
    // Harmed files that are JSON all the same; that content and digest do not match is beyond a schema.
    for name in ["newer.tenken.json", "oscal.json"] {
        let bytes = fs::read(folder("tests/fixtures/documents/bad").join(name)).unwrap();
        assert!(!validator.is_valid(&serde_json::from_slice(&bytes).unwrap()), "{name}");
    }
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn whatever_is_written_is_of_its_schema(assessment in assessment()) {
        let json: Json = serde_json::from_str(&write(&assessment)).unwrap();
        valid(&validator("assessment-v1.schema.json"), &json);
    }

    #[test]
    fn whatever_is_written_with_snapshots_is_of_its_schema((assessment, bodies) in with_snapshots()) {
        let json: Json = serde_json::from_str(&write_whole(&assessment, &bodies)).unwrap();
        valid(&validator("assessment-v1.schema.json"), &json);
    }
}

#[test]
fn what_is_refused_of_snapshots_is_not_of_the_schema() {
    let validator = validator("assessment-v1.schema.json");
    let bytes = fs::read(folder("tests/fixtures/documents/v1/snapshots.tenken.json")).unwrap();
    let file: Json = serde_json::from_slice(&bytes).unwrap();
    let (id, content) = file["snapshots"].as_object().unwrap().iter().next().unwrap();
    let many: serde_json::Map<String, Json> = (0..=200).map(|n| (format!("s{n}"), content.clone())).collect();
    let refused = [
        ("/snapshots".to_owned(), json!([])),
        ("/snapshots".to_owned(), json!({})),
        ("/snapshots".to_owned(), Json::Object(many)),
        ("/snapshots".to_owned(), json!({ "a/b": content })),
        ("/snapshots".to_owned(), json!({ "日本語": content })),
        ("/snapshots".to_owned(), json!({ ".": content })),
        (format!("/snapshots/{id}"), json!("x")),
        (format!("/snapshots/{id}/snapshots"), json!({ id: content })),
        (format!("/snapshots/{id}/more"), json!(1)),
        (format!("/snapshots/{id}/fields"), json!([])),
    ];
    for (pointer, to) in refused {
        let file = changed(&file, &pointer, Some(to));
        assert!(!validator.is_valid(&file), "{pointer}");
        assert!(read(&signed(file)).is_err(), "{pointer}");
    }
}

/// The schema and the program agree on what is no assessment.
#[test]
fn what_is_refused_is_not_of_the_schema() {
    let validator = validator("assessment-v1.schema.json");
    let bytes = fs::read(folder("tests/fixtures/documents/v1/full.tenken.json")).unwrap();
    let file: Json = serde_json::from_slice(&bytes).unwrap();
    let stamp = "1-0-000000000001";
    let head = json!({ "at": stamp, "value": "x" });
    let fields = |name: &str| json!({ name: head });
    let field = |field: Json| Some(json!({ "a": field }));
    let long = "字".repeat(20_001);
    let taken = [
        ("/fields", field(json!({ "seen": [stamp] }))),
        ("/fields", field(json!({ "others": [], "seen": [stamp] }))),
        ("/fields", field(json!({ "at": stamp, "by": "", "value": null }))),
        ("/fields", field(json!({ "at": "0-0-000000000000", "value": [] }))),
        ("/fields", Some(fields("risk/X-install-B1/-/decision"))),
        ("/fields", Some(fields(".../..a/a../_"))),
        ("/fields", Some(fields("__proto__"))),
        ("/fields", Some(json!({}))),
    ];
    for (pointer, to) in taken {
        let file = changed(&file, pointer, to.clone());
        assert!(read(&signed(file.clone())).is_ok(), "{pointer} {to:?}");
        valid(&validator, &serde_json::from_slice(&signed(file)).unwrap());
    }
    let refused = [
        ("/id", Some(json!("3F2A9C01B7DE"))),
        ("/id", None),
        ("/catalog/at", Some(json!("yesterday"))),
        ("/catalog/edition", None),
        ("/catalog/more", Some(json!(1))),
        ("/more", Some(json!(1))),
        ("/fields", Some(json!([]))),
        ("/fields", Some(fields("a//b"))),
        ("/fields", Some(fields(""))),
        ("/fields", Some(fields("a/../b"))),
        ("/fields", Some(fields("."))),
        ("/fields", Some(fields("a b"))),
        ("/fields", Some(fields("日本語"))),
        ("/fields", Some(fields(&"a".repeat(201)))),
        ("/fields", field(json!({}))),
        ("/fields", field(json!({ "seen": [] }))),
        ("/fields", field(json!({ "others": [head], "seen": [stamp] }))),
        ("/fields", field(json!({ "by": "x", "seen": [stamp] }))),
        ("/fields", field(json!({ "at": stamp }))),
        ("/fields", field(json!({ "value": "x" }))),
        ("/fields", field(json!({ "at": stamp, "value": 1 }))),
        ("/fields", field(json!({ "at": stamp, "value": true }))),
        ("/fields", field(json!({ "at": stamp, "value": [1] }))),
        ("/fields", field(json!({ "at": stamp, "value": {} }))),
        ("/fields", field(json!({ "at": stamp, "value": long }))),
        ("/fields", field(json!({ "at": stamp, "value": vec!["x"; 201] }))),
        ("/fields", field(json!({ "at": stamp, "by": null, "value": "x" }))),
        ("/fields", field(json!({ "at": stamp, "note": "x", "value": "x" }))),
        ("/fields", field(json!({ "at": stamp, "others": {}, "value": "x" }))),
        ("/fields", field(json!({ "at": stamp, "others": [{ "at": stamp }], "value": "x" }))),
        ("/fields", field(json!({ "at": stamp, "seen": ["x"], "value": "x" }))),
        ("/fields", field(json!({ "at": "01-0-000000000001", "value": "x" }))),
        ("/fields", field(json!({ "at": "1-0-00000000000G", "value": "x" }))),
        ("/fields", field(json!({ "at": "1-0-1", "value": "x" }))),
    ];
    for (pointer, to) in refused {
        let file = changed(&file, pointer, to.clone());
        assert!(!validator.is_valid(&file), "{pointer} {to:?}");
        assert!(matches!(read(&signed(file)), Err(FileError::Shape { .. })), "{pointer} {to:?}");
    }
}
