//! An assessment as OSCAL. Whether the files are valid, `oscal.py` asks compliance-trestle.

use std::{collections::BTreeSet, fs, path::Path};

use serde_json::Value;
use tenken::core::{
    assessment::{Assessment, AssessmentId},
    exchange::formats::OscalModel,
    jobs::Job,
    language::Language,
};

use super::{
    is_as_kept,
    xlsx::{done, factory, how},
};

const FOLDER: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/../oscal");
const MODELS: [(&str, OscalModel); 3] = [
    ("catalog", OscalModel::Catalog),
    ("profile", OscalModel::Profile),
    ("assessment-results", OscalModel::AssessmentResults),
];

fn written(model: OscalModel, language: Language) -> String {
    done(Job::Oscal(model, how(language)), &factory(language)).text
}

fn strings(json: &Value, key: &str, to: &mut Vec<String>) {
    match json {
        Value::Object(all) => {
            for (name, value) in all {
                match value {
                    Value::String(text) if name == key => to.push(text.clone()),
                    value => strings(value, key, to),
                }
            }
        }
        Value::Array(all) => all.iter().for_each(|value| strings(value, key, to)),
        _ => {}
    }
}

fn all(json: &Value, key: &str) -> Vec<String> {
    let mut found = Vec::new();
    strings(json, key, &mut found);
    found
}

#[test]
fn the_three_files_speak_of_the_same_things() {
    let [catalog, profile, results] =
        MODELS.map(|(_, model)| serde_json::from_str::<Value>(&written(model, Language::Ja)).unwrap());
    let ids: BTreeSet<String> = all(&catalog, "id").into_iter().collect();
    assert_eq!(all(&catalog, "id").len(), ids.len(), "each id once");
    for id in all(&results, "control-id").iter().chain(&all(&results, "target-id")).chain(&all(&profile, "param-id")) {
        assert!(ids.contains(id), "{id} is of the catalogue");
    }
    let result = &results["assessment-results"]["results"][0];
    let observed: BTreeSet<String> = all(&result["observations"], "uuid").into_iter().collect();
    assert!(!observed.is_empty() && all(result, "observation-uuid").iter().all(|uuid| observed.contains(uuid)));
    let count = |name: &str| result[name].as_array().map_or(0, Vec::len);
    println!("{} findings, {} observations, {} risks", count("findings"), count("observations"), count("risks"));
    assert!(count("findings") > 40 && count("risks") > 40);
    assert_eq!(profile["profile"]["imports"][0]["href"], format!("#{}", catalog["catalog"]["uuid"].as_str().unwrap()));
}

#[test]
fn the_same_assessment_gives_the_same_bytes() {
    for (name, model) in MODELS {
        for (language, ending) in [(Language::Ja, "ja"), (Language::En, "en")] {
            let text = written(model, language);
            assert!(text == written(model, language), "{name}: other bytes for the same");
            fs::create_dir_all(FOLDER).unwrap();
            fs::write(Path::new(FOLDER).join(format!("{name}.{ending}.json")), &text).unwrap();
        }
    }
    // The catalogue and the profile follow from what other kept files have.
    is_as_kept("worked.oscal.json", &written(OscalModel::AssessmentResults, Language::Ja));
}

#[test]
fn an_assessment_of_nothing_is_written_as_well() {
    let full = factory(Language::Ja);
    let empty = Assessment::new(AssessmentId::new(1), full.catalog().clone());
    for (name, model) in MODELS {
        let text = done(Job::Oscal(model, how(Language::Ja)), &empty).text;
        fs::create_dir_all(FOLDER).unwrap();
        fs::write(Path::new(FOLDER).join(format!("{name}.empty.json")), &text).unwrap();
        assert!(!text.contains("null") && !text.contains("\"\""), "{name}: {text}");
    }
}
