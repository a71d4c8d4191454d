//! The catalogue that ships: what it holds, that its references resolve, and that every text says where it is from.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Display,
    fs,
};

use tenken::core::catalog::{
    CATALOG, Condition, ControlClass, Countermeasure, DIGEST, Provenance, RoleKind, Text, Viewpoint, lint::lint, texts,
};

/// Every text, with the entry it belongs to.
fn texts() -> Vec<(String, Text)> {
    let c = &CATALOG;
    let mut all = vec![("edition".to_owned(), c.edition.name)];
    let mut add = |entry: &dyn Display, texts: &mut dyn Iterator<Item = Text>| {
        all.extend(texts.map(|t| (entry.to_string(), t)));
    };
    c.sources.iter().for_each(|e| add(&e.id, &mut [e.title].into_iter()));
    c.passages.iter().for_each(|e| add(&e.line, &mut [e.title].into_iter()));
    c.sections.iter().for_each(|e| add(&e.id, &mut [e.title].into_iter().chain(e.about)));
    c.viewpoints.iter().for_each(|e| add(&e.name.en(), &mut [e.name, e.about].into_iter()));
    c.players.iter().for_each(|e| add(&e.name.en(), &mut [e.name, e.about].into_iter()));
    c.role_kinds.iter().for_each(|e| add(&e.name.en(), &mut [e.name].into_iter()));
    c.roles.iter().for_each(|e| add(&e.id, &mut [e.name, e.about].into_iter()));
    c.components.iter().for_each(|e| add(&e.id, &mut [e.name, e.about].into_iter()));
    c.data_forms.iter().for_each(|e| add(&e.id, &mut [e.name, e.about, e.question].into_iter()));
    for e in c.types {
        add(&e.id, &mut [e.name, e.about].into_iter().chain(e.arrangement.components.iter().map(|p| p.name)));
    }
    c.risks.iter().for_each(|e| add(&e.id, &mut [e.title].into_iter().chain(e.why)));
    for e in c.countermeasures {
        add(&e.id, &mut [e.title].into_iter().chain(e.statement).chain(e.actions.iter().map(|a| a.text)));
    }
    for e in c.controls {
        let practices = e.best_practices.iter().map(|b| b.text).chain(e.evidence.iter().copied());
        let items =
            e.items.iter().flat_map(|i| [i.name].into_iter().chain(i.options.iter().map(|o| o.name)).chain(i.note));
        let own = [e.title, e.statement].into_iter().chain(e.why).chain(e.items_note);
        add(&e.id, &mut own.chain(practices).chain(items));
    }
    c.equipment.iter().for_each(|e| add(&e.id, &mut [e.name, e.about].into_iter()));
    for e in c.axes {
        let levels = e.levels.iter().flat_map(|l| [l.name, l.meaning]);
        add(&e.name.en(), &mut [e.name, e.question].into_iter().chain(levels));
    }
    c.patterns.iter().for_each(|e| add(&e.id, &mut [e.name].into_iter().chain(e.examples.iter().copied())));
    c.points.iter().for_each(|e| add(&e.id, &mut [e.title].into_iter().chain(e.about).chain(e.missing)));
    c.iso_chapters.iter().for_each(|e| add(&e.id, &mut [e.title].into_iter()));
    c.iso_items.iter().for_each(|e| add(&e.id, &mut [e.title].into_iter().chain(e.note)));
    for e in c.cases {
        let names = e.arrangement.components.iter().map(|p| p.name);
        add(&e.id, &mut [e.name, e.about, e.story, e.shows].into_iter().chain(names));
    }
    all
}

fn original(from: Provenance) -> bool {
    from == Provenance::Original
}

fn count<K: Ord>(keys: impl Iterator<Item = K>) -> BTreeMap<K, usize> {
    let mut counts = BTreeMap::new();
    keys.for_each(|k| *counts.entry(k).or_default() += 1);
    counts
}

#[test]
fn it_holds_what_the_first_part_promises() {
    let c = &CATALOG;
    let by_role = count(c.risks.iter().map(|r| (r.role.0, r.viewpoint)));
    println!("risks {}: by viewpoint {:?}", c.risks.len(), count(c.risks.iter().map(|r| r.viewpoint)));
    for role in c.roles {
        let of = |v| by_role.get(&(role.id.0, v)).copied().unwrap_or_default();
        println!("  {:12} A {} B {} C {}", role.id.0, of(Viewpoint::A), of(Viewpoint::B), of(Viewpoint::C));
        assert!(of(Viewpoint::A) + of(Viewpoint::B) + of(Viewpoint::C) > 0, "no risk under {}", role.id);
    }
    let actions = |of: &dyn Fn(&Countermeasure) -> bool| -> usize {
        c.countermeasures.iter().filter(|c| of(c)).map(|c| c.actions.len()).sum()
    };
    println!("countermeasures {} with {} actions", c.countermeasures.len(), actions(&|_| true));
    println!("roles {}, components {}, data forms {}", c.roles.len(), c.components.len(), c.data_forms.len());
    println!("points {}, ISO numbers {}, cases {}", c.points.len(), c.iso_items.len(), c.cases.len());
    println!("types {}, controls {}, sections {}", c.types.len(), c.controls.len(), c.sections.len());
    println!("texts {}, of which {:?}", texts().len(), count(texts().iter().map(|(_, t)| provenance_word(t.from))));

    let risks = count(c.risks.iter().filter(|r| original(r.title.from)).map(|r| r.viewpoint));
    let ours = |m: &Countermeasure| original(m.title.from);
    assert!(risks.len() == 3 && risks.values().sum::<usize>() >= 25, "{risks:?}");
    assert!(c.countermeasures.iter().filter(|m| ours(m)).count() >= 20);
    assert!(actions(&ours) >= 60);
    assert_eq!(c.risks.iter().filter(|r| matches!(r.title.from, Provenance::Quoted(_))).count(), 3);
}

fn provenance_word(from: Provenance) -> &'static str {
    match from {
        Provenance::Quoted(_) => "quoted",
        Provenance::Cited(_) => "cited",
        Provenance::Unverified(_) => "unverified",
        Provenance::Original => "original",
        Provenance::Supplied => "supplied",
    }
}

#[test]
fn ids_are_unique() {
    let c = &CATALOG;
    let unique = |what: &str, ids: Vec<&str>| {
        let twice: Vec<_> = count(ids.iter()).into_iter().filter(|(_, n)| *n > 1).collect();
        assert!(twice.is_empty(), "{what}: {twice:?}");
    };
    unique("role", c.roles.iter().map(|e| e.id.0).collect());
    unique("component", c.components.iter().map(|e| e.id.0).collect());
    unique("data", c.data_forms.iter().map(|e| e.id.0).collect());
    unique("type", c.types.iter().map(|e| e.id.0).collect());
    unique("risk", c.risks.iter().map(|e| e.id.0).collect());
    unique("countermeasure", c.countermeasures.iter().map(|e| e.id.0).collect());
    unique("action", c.countermeasures.iter().flat_map(|e| e.actions).map(|a| a.id.0).collect());
    unique("control", c.controls.iter().map(|e| e.id.0).collect());
    unique("equipment", c.equipment.iter().map(|e| e.id.0).collect());
    unique("point", c.points.iter().map(|e| e.id.0).collect());
    unique("iso_chapter", c.iso_chapters.iter().map(|e| e.id.0).collect());
    unique("iso_item", c.iso_items.iter().map(|e| e.id.0).collect());
    unique("case", c.cases.iter().map(|e| e.id.0).collect());
    unique("section", c.sections.iter().map(|e| e.id).collect());
    assert_eq!(c.sources.iter().map(|e| e.id).collect::<BTreeSet<_>>().len(), c.sources.len(), "sources");
}

#[test]
fn every_reference_resolves() {
    let c = &CATALOG;
    assert_eq!(lint(c, &BTreeMap::new()), []);
    for risk in c.risks {
        assert!(c.role(risk.role.0).is_some() && c.viewpoint(risk.viewpoint).is_some(), "{}", risk.id);
        for id in risk.countermeasures {
            assert!(c.countermeasure(id.0).is_some(), "{}: {id}", risk.id);
            assert!(c.risks_of(*id).any(|r| r.id == risk.id));
        }
        resolves(risk.id.0, &risk.when);
    }
    for countermeasure in c.countermeasures {
        assert!(c.risks_of(countermeasure.id).next().is_some(), "{}", countermeasure.id);
        for id in countermeasure.controls {
            assert!(c.control(id.0).is_some(), "{}: {id}", countermeasure.id);
        }
    }
    for role in c.roles {
        assert!(c.role_kind(role.kind).is_some());
    }
    assert!([Viewpoint::A, Viewpoint::B, Viewpoint::C].iter().all(|v| c.viewpoint(*v).is_some()));
    assert_eq!(c.players.len(), 3);
}

fn resolves(risk: &str, condition: &Condition) {
    match condition {
        Condition::All(cs) | Condition::Any(cs) | Condition::Not(cs) => cs.iter().for_each(|c| resolves(risk, c)),
        Condition::Played { role, .. } => assert!(CATALOG.role(role.0).is_some(), "{risk}: {role}"),
        Condition::Has { carries, .. } => {
            assert!(carries.is_none_or(|r| CATALOG.role(r.0).is_some()), "{risk}: {carries:?}");
        }
        Condition::Occurs(data) => assert!(CATALOG.data_form(data.0).is_some(), "{risk}: {data}"),
    }
}

#[test]
fn every_text_is_in_both_languages() {
    let japanese = |c: char| matches!(c, '\u{3041}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}');
    let wrong: Vec<_> = texts()
        .into_iter()
        .filter(|(_, t)| {
            t.ja().is_empty() || t.en().is_empty() || t.en().chars().any(japanese) || !t.ja().chars().any(japanese)
        })
        .map(|(entry, t)| format!("{entry}: {} / {}", t.ja(), t.en()))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The summary without marks of emphasis and of footnotes.
fn without_marks(summary: &str) -> String {
    let mut text = summary.replace("**", "");
    for mark in ["(※1)", "(※2)", "（※1）", "（※2）"] {
        text = text.replace(mark, "");
    }
    assert!(!text.contains('※'), "another mark");
    text
}

#[test]
fn what_is_quoted_stands_at_its_line_and_what_is_cited_has_its_source() {
    let summary = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/catalog/source/summary.txt")).unwrap();
    let lines: Vec<String> = without_marks(&summary).lines().map(str::to_owned).collect();
    for (entry, text) in texts() {
        match text.from {
            Provenance::Quoted(line) => {
                assert!(lines[usize::from(line) - 1].contains(text.ja()), "{entry}: {} at {line}", text.ja());
                assert!(CATALOG.passage(line).is_some(), "{entry}: no passage names line {line}");
            }
            Provenance::Cited(id) => assert!(CATALOG.source(id).is_some(), "{entry}: {id}"),
            Provenance::Unverified(per_cent) => assert!((1..100).contains(&per_cent), "{entry}"),
            Provenance::Original => {}
            Provenance::Supplied => panic!("{entry}: supplied, yet built in"),
        }
    }
}

#[test]
fn no_sentence_of_the_summary_passes_for_ours() {
    let summary = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/catalog/source/summary.txt")).unwrap();
    let summary = without_marks(&summary);
    for (entry, text) in texts().into_iter().filter(|(_, t)| !matches!(t.from, Provenance::Quoted(_))) {
        for sentence in text.ja().split('。').map(str::trim).filter(|s| s.chars().count() >= 20) {
            assert!(!summary.contains(sentence), "{entry}: {sentence}");
        }
    }
}

#[test]
fn whatever_is_ours_has_an_x_in_its_id() {
    let c = &CATALOG;
    let mut named: Vec<(&str, Provenance)> = Vec::new();
    named.extend(c.roles.iter().map(|e| (e.id.0, e.name.from)));
    named.extend(c.components.iter().map(|e| (e.id.0, e.name.from)));
    named.extend(c.data_forms.iter().map(|e| (e.id.0, e.name.from)));
    named.extend(c.types.iter().map(|e| (e.id.0, e.name.from)));
    named.extend(c.cases.iter().map(|e| (e.id.0, e.name.from)));
    named.extend(c.points.iter().filter(|e| e.missing.is_none()).map(|e| (e.id.0, e.title.from)));
    named.extend(c.risks.iter().map(|e| (e.id.0, e.title.from)));
    named.extend(c.countermeasures.iter().map(|e| (e.id.0, e.title.from)));
    // What a law demands is no text of ours; the action that says so is.
    let ours = |from| if matches!(from, Provenance::Quoted(_)) { from } else { Provenance::Original };
    named.extend(c.countermeasures.iter().flat_map(|e| e.actions).map(|a| (a.id.0, ours(a.text.from))));
    for (id, from) in named {
        assert_eq!(id.contains('X'), original(from), "{id} is {from:?}");
    }
    // The letter after it is the viewpoint.
    for m in c.countermeasures.iter().filter(|m| original(m.title.from)) {
        assert!(m.id.0.starts_with(&format!("X{:?}-", m.viewpoint)), "{}", m.id);
    }
}

#[test]
fn the_names_that_the_summary_prints_are_quoted() {
    let quoted = |t: Text| matches!(t.from, Provenance::Quoted(_));
    let roles: Vec<_> =
        CATALOG.roles.iter().filter(|r| quoted(r.name)).map(|r| (r.id.0, r.kind, r.name.ja())).collect();
    assert_eq!(
        roles,
        [
            ("contract", RoleKind::Environment, "利用者契約"),
            ("provide", RoleKind::Environment, "機器等提供"),
            ("recommend", RoleKind::Environment, "機器等推奨"),
            ("measure", RoleKind::Execution, "計測"),
            ("process", RoleKind::Execution, "処理・分析"),
        ]
    );
    let components: Vec<_> =
        CATALOG.components.iter().filter(|c| quoted(c.name)).map(|c| (c.id.0, c.name.ja())).collect();
    assert_eq!(components, [("device", "IoT機器"), ("embedded-app", "組込みアプリケーション")]);
    assert!(CATALOG.role_kinds.iter().all(|k| quoted(k.name)));
    // The summary has marks of footnotes in one of them.
    assert!(CATALOG.viewpoints.iter().all(|v| quoted(v.name)));
    let control = CATALOG.control("II.2.1.1").unwrap();
    assert!(quoted(control.statement) && matches!(control.class_from, Provenance::Quoted(_)));
    assert_eq!((control.class, control.best_practices[0].mark), (ControlClass::Basic, "i"));
    assert!(quoted(control.best_practices[0].text));
}

#[test]
fn the_official_countermeasures_say_what_is_theirs_and_what_is_ours() {
    let official: Vec<&Countermeasure> =
        CATALOG.countermeasures.into_iter().filter(|m| !original(m.title.from)).collect();
    let titles: Vec<_> = official.iter().map(|m| (m.id.0, m.title.ja())).collect();
    assert_eq!(
        titles,
        [
            ("A-1", "利用者機器の接続"),
            ("A-2", "持ち出しIoT機器等の事故時の責任分担"),
            ("A-3", "利用者が設置したエッジコンピュータ"),
        ]
    );
    let a1 = official[0];
    assert!(matches!(a1.statement.unwrap().from, Provenance::Quoted(_)));
    let theirs: Vec<_> = a1.actions.iter().filter(|a| !original(a.text.from)).map(|a| a.id.0).collect();
    assert_eq!(theirs, ["A-1.1", "A-1.2"]);
    for m in &official[1..] {
        assert_eq!(m.statement, None, "{}", m.id);
        assert!(!m.actions.is_empty() && m.actions.iter().all(|a| original(a.text.from)), "{}", m.id);
        assert!(m.actions.iter().all(|a| a.id.0.starts_with(&format!("{}.X", m.id))), "{}", m.id);
    }
}

#[test]
fn no_two_risks_or_actions_say_the_same() {
    let risks = CATALOG.risks.iter().flat_map(|r| [r.title].into_iter().chain(r.why));
    let measures = CATALOG
        .countermeasures
        .iter()
        .flat_map(|m| [m.title].into_iter().chain(m.statement).chain(m.actions.iter().map(|a| a.text)));
    let mut seen = BTreeSet::new();
    let all = risks.chain(measures).flat_map(|t| [t.ja(), t.en()]);
    let twice: Vec<_> = all.filter(|t| !seen.insert(*t)).collect();
    assert!(twice.is_empty(), "{twice:?}");
}

#[test]
fn texts_read_at_run_time_come_after_those_that_ship() {
    let last = texts().iter().map(|(_, t)| t.at).max().unwrap();
    let added = texts::add("あとの文", "a later text");
    assert!(added > last);
    assert_eq!(
        (texts::ja(added), texts::en(added), texts::add("あとの文", "a later text")),
        ("あとの文", "a later text", added)
    );
    assert_eq!((texts::ja(u32::MAX), texts::en(u32::MAX)), ("", ""));
}

#[test]
fn the_digest_is_a_sha_256() {
    assert!(DIGEST.len() == 64 && DIGEST.bytes().all(|b| b.is_ascii_hexdigit()));
}
