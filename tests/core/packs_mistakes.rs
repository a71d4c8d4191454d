//! A wrong pack is refused with every mistake at its row, and nothing changes.

use tenken::core::{
    catalog::{CATALOG, Fault},
    pack::{Mistakes, SHOWN, apply, preview},
};

use crate::packs::{applied, pack};

type Facts<'a> = &'a [(&'a str, &'a str, &'a str, &'a str, &'a str)];

fn mistakes(facts: Facts<'_>) -> Mistakes {
    let pack = pack(facts);
    let mistakes = apply(&CATALOG, &pack).expect_err("a wrong pack");
    assert_eq!(preview(&CATALOG, &pack).as_ref(), Err(&mistakes));
    mistakes
}

/// Each as `row kind id field: what`.
#[track_caller]
fn refused(facts: Facts<'_>, expected: &[&str]) {
    let found = mistakes(facts);
    let told: Vec<String> = found
        .first
        .iter()
        .map(|m| format!("{} {} {} {}: {}", m.row.unwrap_or(0), m.kind, m.id, m.field, m.fault))
        .collect();
    assert_eq!(told, expected);
    assert_eq!(found.total, expected.len());
}

#[test]
fn what_is_no_entry_or_field_is_told() {
    refused(
        &[
            ("contral", "II.1.1.1", "statement", "文", ""),
            ("control", "II.1.1.1", "statment", "文", ""),
            ("control", "", "statement", "文", ""),
            ("control", "II.1.1.1", "statement", "  ", ""),
            ("control", "II.1.1.1", "why", "文 ", ""),
            ("control", "II.1.1.1", "title", "文", ""),
            ("control", "II.1.1.1", "title", "文", ""),
            ("control", "II.1.1.1", "id", "II.1.1.2", ""),
            ("control", "II.1.1.1", "evidence.99", "文", ""),
            ("viewpoint", "D", "name", "観点", ""),
            ("type", "X-new", "name", "類型", ""),
            ("type", "X-monitoring", "role.contract", "own", ""),
            ("control", "II.1.1.1", "practice.一", "文", ""),
            ("control", "II.1.1.1", "item..name", "文", ""),
        ],
        &[
            "1 contral II.1.1.1 statement: is no kind of entry that a pack can change",
            "2 control II.1.1.1 statment: is no field that a pack can change",
            "3 control  statement: letters, digits, `-` and `.` only, at most 40, a letter or digit first",
            "4 control II.1.1.1 statement: missing",
            "5 control II.1.1.1 why: has white space at its start or end",
            "7 control II.1.1.1 title: stands twice",
            "8 control II.1.1.1 id: is not the entry's id",
            "9 control II.1.1.1 evidence.99: the one before it is missing",
            "10 viewpoint D : is not in the catalogue, and none of its kind can be added",
            "11 type X-new : is not in the catalogue, and none of its kind can be added",
            "12 type X-monitoring role.contract: is no field that a pack can change",
            "13 control II.1.1.1 practice.一: letters, digits, `-` and `.` only, at most 40, a letter or digit first",
            "14 control II.1.1.1 item..name: letters, digits, `-` and `.` only, at most 40, a letter or digit first",
        ],
    );
}

#[test]
fn a_new_entry_has_to_be_whole() {
    refused(
        &[
            ("control", "II.1.1.99", "title", "題", ""),
            ("risk", "new-1", "title", "題", ""),
            ("countermeasure", "A-9", "title", "題", ""),
            ("data", "new", "name", "名", ""),
            ("component", "new", "name", "名", ""),
            ("control", "III.1.1.1", "item.q.name", "項目", ""),
            ("control", "III.1.1.1", "item.q.measure", "choice", ""),
            ("control", "III.1.1.1", "item.q.value.1", "-", ""),
        ],
        &[
            "1 control II.1.1.99 class: missing",
            "1 control II.1.1.99 statement: missing",
            "2 risk new-1 countermeasures: missing",
            "2 risk new-1 role: missing",
            "2 risk new-1 viewpoint: missing",
            "3 countermeasure A-9 statement: missing",
            "3 countermeasure A-9 viewpoint: missing",
            "4 data new about: missing",
            "4 data new question: missing",
            "5 component new about: missing",
            "5 component new layer: missing",
            "7 control III.1.1.1 item.q.options: at least one is needed",
            "8 control III.1.1.1 item.q.value.2: missing",
            "8 control III.1.1.1 item.q.value.3: missing",
            "8 control III.1.1.1 item.q.value.4: missing",
            "8 control III.1.1.1 item.q.value.5: missing",
            "8 control III.1.1.1 item.q.value.6: missing",
        ],
    );
}

#[test]
fn words_values_and_conditions_are_as_strict_as_in_the_build() {
    let id = "III.2.1.1";
    let mut facts: Vec<(&str, &str, &str, &str, &str)> = vec![
        ("control", id, "class", "基本", ""),
        ("control", id, "item.q.name", "稼働率", ""),
        ("control", id, "item.q.measure", "percent", ""),
        ("control", id, "item.q.value.1", ">= 99.5 %", ""),
        ("control", id, "item.q.value.2", "99.5 %", ""),
        ("control", id, "item.q.value.3", ">= 5 min", ""),
        ("control", id, "item.q.value.4", "hot", ""),
        ("control", id, "item.q.value.5", ">= 99.5555 %", ""),
        ("control", id, "item.q.value.6", "-", ""),
        ("role", "contract", "kind", "both", ""),
    ];
    let conditions = [
        "role",
        r#"{"role":"contract""#,
        r#"{"role":"contract","role":"contract"}"#,
        r#"{"rol":"contract"}"#,
        r#"{"role":"contract","data":"X-personal"}"#,
        r#"{"role":"contract","procured":["own"]}"#,
        r#"{"all":[]}"#,
        r#"{"role":"contract","by":[]}"#,
        r#"{"role":"contract","by":["nobody"]}"#,
        r#"{"not":[{"role":"contract"}]}"#,
        r#"[{"role":"contract"}]"#,
    ];
    let risks: Vec<&str> = CATALOG.risks.iter().take(conditions.len()).map(|r| r.id.0).collect();
    facts.extend(conditions.iter().zip(&risks).map(|(text, id)| ("risk", *id, "when", *text, "")));
    let found = mistakes(&facts);
    let faults: Vec<&Fault> = found.first.iter().map(|m| &m.fault).collect();
    let none_of =
        |word: &str, expected: &[&'static str]| Fault::NoneOf { word: word.into(), expected: expected.to_vec() };
    let expected = [
        none_of("基本", &["basic", "recommended"]),
        Fault::NoValue("99.5 %".into()),
        Fault::Unit { value: ">= 5 min".into(), expected: vec!["%"] },
        Fault::NoValue("hot".into()),
        Fault::NoValue(">= 99.5555 %".into()),
        none_of("both", &["environment", "execution"]),
        Fault::NoCondition,
        Fault::NoCondition,
        Fault::NoCondition,
        Fault::NoCondition,
        Fault::NoCondition,
        Fault::NoCondition,
        Fault::NoneGiven,
        Fault::NoneGiven,
        none_of("nobody", &["own", "partner", "user"]),
        Fault::NoCondition,
        Fault::NoCondition,
    ];
    assert_eq!(faults, expected.iter().collect::<Vec<_>>());
    for (mistake, id) in found.first.iter().rev().zip(risks.iter().rev()) {
        assert_eq!((mistake.kind.as_str(), mistake.id.as_str(), mistake.field.as_str()), ("risk", *id, "when"));
    }
}

#[test]
fn what_stays_has_to_fit_what_is_new() {
    let item = CATALOG.controls.iter().flat_map(|c| c.items.iter().map(move |i| (c.id.0, i)));
    let Some((id, item)) = item.into_iter().find(|(_, i)| i.options.is_empty()) else { return };
    let field = format!("item.{}.measure", item.id);
    let found = mistakes(&[("control", id, &field, "choice", "")]);
    assert!(found.first.iter().any(|m| m.fault == Fault::NoneGiven), "{found:?}");
}

#[test]
fn the_result_is_checked_as_a_whole() {
    refused(
        &[
            ("risk", "contract-1", "countermeasures", "A-1 A-9 A-1", ""),
            ("risk", "contract-1", "role", "nobody", ""),
            ("risk", "X-install-B1", "when", r#"{"any":[{"role":"contract"},{"not":{"role":"contract"}}]}"#, ""),
            ("risk", "X-install-B1", "each", "device", ""),
            ("control", "II.1.1.1", "components", "roof", ""),
            ("control", "II.1.1.1", "iso27002", "4.1 5.1.1", ""),
            ("control", "II.1.1.1", "related", "II.1.1.1 II.9.9.9", ""),
            ("countermeasure", "A-2", "action.A-3.1", "している", ""),
            ("countermeasure", "B-1", "title", "対応策", ""),
            ("countermeasure", "B-1", "viewpoint", "B", ""),
            ("countermeasure", "B-1", "statement", "すること", ""),
            ("countermeasure", "B-1", "references", "RFC:1", ""),
            ("control", "II.99.1.1", "title", "題", ""),
            ("control", "II.99.1.1", "class", "basic", ""),
            ("control", "II.99.1.1", "statement", "すること", ""),
            ("role", "a b", "name", "名", ""),
            ("role", "a b", "about", "説明", ""),
            ("role", "a b", "kind", "execution", ""),
        ],
        &[
            "1 risk contract-1 countermeasures: `A-9` is no known entry",
            "1 risk contract-1 countermeasures: names `A-1` twice",
            "2 risk contract-1 role: `nobody` is no known entry",
            "3 risk X-install-B1 when: no model can make it false",
            "5 control II.1.1.1 components: `roof` is no known entry",
            "6 control II.1.1.1 iso27002: `4.1` is no known entry",
            "7 control II.1.1.1 related: names itself",
            "7 control II.1.1.1 related: `II.9.9.9` is no known entry",
            "8 countermeasure A-2 action.A-3.1: an action of A-2 is called A-2.…",
            "9 countermeasure B-1 : no risk leads to it",
            "9 countermeasure B-1 action: at least one is needed",
            "12 countermeasure B-1 references: `RFC:1` is no known reference",
            "13 control II.99.1.1 id: its section is not in the catalogue",
            "16 role a b id: letters, digits, `-` and `.` only, at most 40, a letter or digit first",
        ],
    );
}

#[test]
fn an_entry_that_the_pack_leaves_alone_can_be_what_it_breaks() {
    let only = CATALOG.countermeasures.iter().find(|c| CATALOG.risks_of(c.id).count() == 1).unwrap();
    let risk = CATALOG.risks_of(only.id).next().unwrap();
    let other = CATALOG.countermeasures.iter().find(|c| c.id != only.id).unwrap();
    if risk.countermeasures.len() == 1 {
        let found = mistakes(&[("risk", risk.id.0, "countermeasures", other.id.0, "")]);
        let told = &found.first[0];
        assert_eq!((told.row, told.id.as_str(), &told.fault), (None, only.id.0, &Fault::NoRiskLeadsHere));
    }
}

#[test]
fn fifty_mistakes_are_told_and_the_rest_is_counted() {
    let fields: Vec<String> = (0..120).map(|n| format!("nothing.{n}")).collect();
    let facts: Vec<_> = fields.iter().map(|f| ("control", "II.1.1.1", f.as_str(), "文", "")).collect();
    let found = mistakes(&facts);
    assert_eq!((found.first.len(), found.total), (SHOWN, 120));
    let rows: Vec<_> = found.first.iter().map(|m| m.row).collect();
    assert_eq!(rows, (1..=SHOWN).map(Some).collect::<Vec<_>>(), "the first by row");
}

#[test]
fn a_refused_pack_changes_nothing() {
    let before = CATALOG;
    let good = ("control", "II.1.1.1", "statement", "よい文", "");
    mistakes(&[good, ("control", "II.1.1.1", "class", "よくない", "")]);
    assert_eq!(before, CATALOG);
    assert_eq!(applied(&[good]).control("II.1.1.1").unwrap().statement.ja(), "よい文");
}
