//! A catalogue pack replaces and adds entries, all of them or none, and what it gives is marked as supplied.

use std::collections::BTreeSet;

use tenken::core::{
    catalog::{
        CATALOG, Catalog, Condition, Content, Entry, EntryKind, Provenance, ReferenceLevel, notation::write_value,
    },
    exchange::{read_csv, write_csv},
    pack::{self, Pack, PackFact, apply, preview},
};

/// A pack of facts as `kind id field ja en`.
pub fn pack(facts: &[(&str, &str, &str, &str, &str)]) -> Pack {
    let fact = |(i, (kind, id, field, ja, en)): (usize, &(&str, &str, &str, &str, &str))| PackFact {
        row: i + 1,
        kind: (*kind).to_owned(),
        id: (*id).to_owned(),
        field: (*field).to_owned(),
        ja: (*ja).to_owned(),
        en: (*en).to_owned(),
    };
    Pack { name: "試し".into(), edition: String::new(), facts: facts.iter().enumerate().map(fact).collect() }
}

#[track_caller]
pub fn applied(facts: &[(&str, &str, &str, &str, &str)]) -> &'static Catalog {
    apply(&CATALOG, &pack(facts)).unwrap_or_else(|m| panic!("{m:#?}"))
}

fn content(content: &Content) -> (String, String) {
    match content {
        Content::Text(text) => (text.ja().to_owned(), text.en().to_owned()),
        Content::Value(word) => (word.clone(), word.clone()),
    }
}

/// The template with every row filled in with what the catalogue says now.
fn filled_with_the_present() -> String {
    let mut rows = read_csv(pack::template(&CATALOG, None).trim_start_matches('\u{feff}')).unwrap();
    let said: std::collections::BTreeMap<_, _> = CATALOG
        .entries()
        .iter()
        .flat_map(|e| CATALOG.facts(e).into_iter().map(|f| ((e.kind.keyword(), e.id, f.field), content(&f.content))))
        .collect();
    for row in &mut rows[1..] {
        let kind = EntryKind::from_keyword(&row[0]).map(EntryKind::keyword).unwrap_or_default();
        let known = said.iter().find(|((k, id, field), _)| *k == kind && *id == row[1] && *field == row[2]);
        if let Some((_, (ja, en))) = known {
            assert_eq!(row[4], *ja, "{row:?}: what stands now");
            (row[5], row[6]) = (ja.clone(), en.clone());
        }
    }
    write_csv(&rows)
}

#[test]
fn a_template_filled_with_what_stands_changes_only_where_it_comes_from() {
    let file = filled_with_the_present();
    let pack = Pack::read("手元の写し.csv", file.as_bytes()).unwrap();
    assert_eq!(pack.name, "手元の写し.csv");
    let before = std::time::Instant::now();
    let applied = apply(&CATALOG, &pack).unwrap_or_else(|m| panic!("{m:#?}"));
    println!("{} facts, {} bytes, applied in {:?}", pack.facts.len(), file.len(), before.elapsed());
    let mut facts = 0;
    for (old, new) in CATALOG.entries().iter().zip(applied.entries()) {
        assert_eq!((old.kind, old.id), (new.kind, new.id));
        let (old_facts, new_facts) = (CATALOG.facts(old), applied.facts(&new));
        assert_eq!(old_facts.len(), new_facts.len(), "{old:?}");
        for (old_fact, new_fact) in old_facts.iter().zip(new_facts) {
            assert_eq!((&old_fact.field, content(&old_fact.content)), (&new_fact.field, content(&new_fact.content)));
            let given = pack::can_set(old.kind, &old_fact.field);
            // The same words from a public source are still from there.
            let is_public = matches!(old_fact.from, Provenance::Quoted(_) | Provenance::Cited(_));
            let stays = !given || is_public && matches!(old_fact.content, Content::Text(_));
            let from = if stays { old_fact.from } else { Provenance::Supplied };
            assert_eq!(new_fact.from, from, "{} {} {}", old.kind.keyword(), old.id, old_fact.field);
            facts += usize::from(given);
        }
    }
    assert_eq!(facts, pack.facts.len());
    let preview = preview(&CATALOG, &pack).unwrap();
    assert_eq!((preview.entries.len(), preview.same), (0, pack.facts.len()));
}

/// Official text has no English; where it says what the catalogue says, the catalogue's English is still right.
#[test]
fn the_same_words_keep_their_english_and_change_nothing() {
    let statement = CATALOG.control("II.2.1.1").unwrap().statement;
    assert!(matches!(statement.from, Provenance::Quoted(_)));
    let pack = pack(&[("control", "II.2.1.1", "statement", statement.ja(), "")]);
    let now = apply(&CATALOG, &pack).unwrap().control("II.2.1.1").unwrap().statement;
    assert_eq!((now.en(), now.from), (statement.en(), statement.from));
    let preview = preview(&CATALOG, &pack).unwrap();
    assert_eq!((preview.entries.len(), preview.same), (0, 1));
}

#[test]
fn the_same_pack_gives_the_same_catalogue_again() {
    let facts = [("control", "II.1.1.1", "statement", "二度読む", "")];
    assert!(std::ptr::eq(applied(&facts), applied(&facts)));
    assert!(!std::ptr::eq(applied(&facts), applied(&[("control", "II.1.1.1", "statement", "別のもの", "")])));
}

#[test]
fn what_a_pack_gives_is_supplied_and_the_rest_stays_as_it_was() {
    let new = applied(&[
        ("control", "II.1.1.1", "statement", "公式の文言", ""),
        ("control", "II.1.1.1", "related", "II.1.1.2", ""),
        ("risk", "X-install-B1", "title", "設置のリスク(公式)", "An official title"),
        ("risk", "X-install-B1", "when", r#"{"role":"X-install","by":["partner"]}"#, ""),
    ]);
    let (old, control) = (CATALOG.control("II.1.1.1").unwrap(), new.control("II.1.1.1").unwrap());
    assert_eq!((control.statement.ja(), control.statement.en()), ("公式の文言", "公式の文言"));
    assert_eq!(control.statement.from, Provenance::Supplied);
    assert_eq!((control.title, control.class, control.class_from), (old.title, old.class, old.class_from));
    for (kind, id, supplied) in [
        (EntryKind::Control, "II.1.1.1", &["statement", "related"]),
        (EntryKind::Risk, "X-install-B1", &["title", "when"]),
    ] {
        let entry = new.entry(kind, id).unwrap();
        let before = CATALOG.facts(&CATALOG.entry(kind, id).unwrap());
        for fact in new.facts(&entry) {
            let was = before.iter().find(|f| f.field == fact.field).map(|f| f.from);
            let from = if supplied.contains(&fact.field.as_str()) { Provenance::Supplied } else { was.unwrap() };
            assert_eq!(fact.from, from, "{}", fact.field);
        }
        assert!(new.is_supplied(kind, id) && !CATALOG.is_supplied(kind, id));
    }
    assert_eq!(new.control("II.1.1.2"), CATALOG.control("II.1.1.2"));
    assert_eq!(new.types, CATALOG.types);
}

#[test]
fn official_best_practices_replace_all_of_ours() {
    let new = applied(&[
        ("control", "II.1.1.1", "practice.v", "五", ""),
        ("control", "II.1.1.1", "practice.ix", "九", ""),
        ("control", "II.1.1.1", "practice.ii", "二", ""),
        ("control", "II.1.1.1", "practice.iv", "四", ""),
    ]);
    let marks: Vec<&str> = new.control("II.1.1.1").unwrap().best_practices.iter().map(|b| b.mark).collect();
    assert_eq!(marks, ["ii", "iv", "v", "ix"]);
}

#[test]
fn values_are_replaced_one_by_one_and_a_new_item_is_whole() {
    let id = "III.1.1.1";
    let mut facts = vec![
        ("control", id, "item.z.name", "新しい評価項目", "A new item"),
        ("control", id, "item.z.measure", "choice", ""),
        ("control", id, "item.z.options", "hot cold", ""),
        ("control", id, "item.z.option.cold", "コールドスタンバイ", "cold standby"),
        ("control", id, "item.z.option.hot", "ホットスタンバイ", "hot standby"),
    ];
    let values: Vec<String> = (1..=6).map(|n| format!("item.z.value.{n}")).collect();
    for (field, value) in values.iter().zip(["hot *", "cold", "-", "hot", "?", "-"]) {
        facts.push(("control", id, field, value, ""));
    }
    let new = applied(&facts);
    let item = new.control(id).unwrap().items.iter().find(|i| i.id == "z").unwrap();
    let written: Vec<String> = item.values.iter().map(write_value).collect();
    assert_eq!(written, ["hot *", "cold", "-", "hot", "?", "-"]);
    assert_eq!(item.options.iter().map(|o| o.id).collect::<Vec<_>>(), ["hot", "cold"], "the strongest first");
    // With the catalogue of the first pack as the base: one value changes, the others stay.
    let again = apply(new, &pack(&[("control", id, "item.z.value.2", "hot", "")])).unwrap();
    let item = again.control(id).unwrap().items.iter().find(|i| i.id == "z").unwrap();
    assert_eq!(item.values[1].level, ReferenceLevel::Chosen("hot"));
    assert_eq!(item.values[0].level, ReferenceLevel::Chosen("hot"));
    assert_eq!(item.name.ja(), "新しい評価項目");
}

#[test]
fn official_entries_are_added_where_they_belong() {
    let new = applied(&[
        ("section", "II.1.9", "title", "新しい節", "A new section"),
        ("control", "II.1.9.1", "title", "新しい項目", "A new control"),
        ("control", "II.1.9.1", "class", "recommended", ""),
        ("control", "II.1.9.1", "statement", "実施すること。", ""),
        ("role", "operate", "name", "運用", "Operating"),
        ("role", "operate", "about", "運用するロール", "Operates"),
        ("role", "operate", "kind", "execution", ""),
        ("countermeasure", "A-10", "title", "対応策", "A countermeasure"),
        ("countermeasure", "A-10", "viewpoint", "A", ""),
        ("countermeasure", "A-10", "statement", "対応すること", ""),
        ("countermeasure", "A-10", "action.A-10.2", "している", ""),
        ("countermeasure", "A-10", "action.A-10.1", "してある", ""),
        ("risk", "operate-1", "title", "運用のリスク", "A risk"),
        ("risk", "operate-1", "role", "operate", ""),
        ("risk", "operate-1", "viewpoint", "A", ""),
        ("risk", "operate-1", "countermeasures", "A-10、A-1", ""),
    ]);
    let ids = |kind| new.entries_of(kind).into_iter().map(|e| e.id).collect::<Vec<_>>();
    let after = |kind, id| {
        let ids = ids(kind);
        ids[ids.iter().position(|i| *i == id).unwrap() - 1]
    };
    assert!(after(EntryKind::Section, "II.1.9").starts_with("II.1"));
    assert!(after(EntryKind::Control, "II.1.9.1").starts_with("II.1.1"));
    assert_eq!(after(EntryKind::Countermeasure, "A-10"), "A-3");
    assert_eq!(new.control("II.1.9.1").unwrap().id_from, Provenance::Supplied);
    let actions: Vec<&str> = new.countermeasure("A-10").unwrap().actions.iter().map(|a| a.id.0).collect();
    assert_eq!(actions, ["A-10.1", "A-10.2"]);
    let risk = new.risk("operate-1").unwrap();
    assert!(matches!(risk.when, Condition::Played { role, by, shared: false } if role.0 == "operate" && by.is_empty()));
    let from = |field: &str| {
        let entry = new.entry(EntryKind::Risk, "operate-1").unwrap();
        new.facts(&entry).into_iter().find(|f| f.field == field).unwrap().from
    };
    assert_eq!(
        (from("role"), from("when")),
        (Provenance::Supplied, Provenance::Original),
        "ours is what was not given"
    );
}

#[test]
fn actions_are_replaced_by_id_and_added_behind() {
    let old = CATALOG.countermeasure("A-1").unwrap();
    let new = applied(&[
        ("countermeasure", "A-1", "action.A-1.1", "公式のアクション", ""),
        ("countermeasure", "A-1", "action.A-1.77", "足したアクション", ""),
    ]);
    let actions = new.countermeasure("A-1").unwrap().actions;
    assert_eq!(actions.len(), old.actions.len() + 1);
    assert_eq!(actions.iter().find(|a| a.id.0 == "A-1.1").unwrap().text.ja(), "公式のアクション");
    assert_eq!(actions.last().unwrap().id.0, "A-1.77");
    assert_eq!(actions[1], old.actions[1]);
}

#[test]
fn a_list_can_be_emptied() {
    let control = CATALOG.controls.iter().find(|c| !c.related.is_empty()).unwrap();
    let new = applied(&[("control", control.id.0, "related", "-", "")]);
    assert!(new.control(control.id.0).unwrap().related.is_empty());
}

#[test]
fn a_preview_tells_what_is_replaced_added_and_goes() {
    let control = CATALOG.controls.iter().find(|c| c.iso.numbers.len() > 1).unwrap();
    let statement = CATALOG.control("II.2.1.1").unwrap().statement;
    let pack = pack(&[
        ("control", "II.2.1.1", "statement", statement.ja(), statement.en()),
        ("control", "II.2.1.1", "practice.i", "新しい実践", "new practice"),
        ("control", control.id.0, "annex5", "12", ""),
        ("risk", "new-1", "title", "新しいリスク", "A new risk"),
        ("risk", "new-1", "role", "contract", ""),
        ("risk", "new-1", "viewpoint", "A", ""),
        ("risk", "new-1", "countermeasures", "A-1", ""),
    ]);
    let preview = preview(&CATALOG, &pack).unwrap();
    let said = |entry: &Entry| (entry.kind, entry.id);
    let entries: BTreeSet<_> = preview.entries.iter().map(|e| (said(&e.entry), e.new)).collect();
    assert!(entries.contains(&((EntryKind::Risk, "new-1"), true)));
    assert!(entries.contains(&((EntryKind::Control, "II.2.1.1"), false)));
    assert_eq!(preview.same, 1);
    let ours = CATALOG.control("II.2.1.1").unwrap().best_practices.len();
    assert_eq!((preview.removed, preview.replaced > 0 || ours == 0), (ours.saturating_sub(1), true));
    // A condition that was not given is added with the risk, too.
    let risk = preview.entries.iter().find(|e| e.new).unwrap();
    assert!(risk.fields.iter().any(|f| f.field == "when" && f.before.is_none() && f.after.is_some()));
}

#[test]
fn three_hundred_entries_are_applied() {
    let ids: Vec<(String, String)> = (1..=150).map(|n| (format!("B-{n}"), format!("B-{n}.1"))).collect();
    let risks: Vec<String> = (1..=150).map(|n| format!("contract-{}", n + 100)).collect();
    let fields: Vec<String> = ids.iter().map(|(_, action)| format!("action.{action}")).collect();
    let titles: Vec<String> = risks.iter().map(|r| format!("リスク {r}")).collect();
    let mut facts = Vec::new();
    for (i, (id, _)) in ids.iter().enumerate() {
        facts.extend([
            ("countermeasure", id.as_str(), "title", "対応策", "A countermeasure"),
            ("countermeasure", id, "viewpoint", "B", ""),
            ("countermeasure", id, "statement", "実施すること", "Do it"),
            ("countermeasure", id, fields[i].as_str(), "実施している", "It is done"),
            ("risk", &risks[i], "title", &titles[i], ""),
            ("risk", &risks[i], "role", "contract", ""),
            ("risk", &risks[i], "viewpoint", "B", ""),
            ("risk", &risks[i], "countermeasures", id, ""),
        ]);
    }
    let before = std::time::Instant::now();
    let new = applied(&facts);
    println!("300 entries applied in {:?}", before.elapsed());
    assert_eq!(new.risks.len(), CATALOG.risks.len() + 150);
    assert_eq!(new.countermeasures.len(), CATALOG.countermeasures.len() + 150);
    assert_eq!(new.supplied.len(), 300);
}

#[test]
fn a_text_that_may_be_missing_can_be_taken_away() {
    let control = CATALOG.controls.iter().find(|c| c.why.is_some()).unwrap();
    let point = CATALOG.points.iter().find(|p| p.missing.is_some()).unwrap();
    let new = applied(&[
        ("control", control.id.0, "why", "-", ""),
        ("point", point.id.0, "missing", "-", ""),
        ("point", point.id.0, "title", "公式の題", ""),
        ("point", point.id.0, "about", "公式の内容", ""),
    ]);
    assert_eq!(new.control(control.id.0).unwrap().why, None);
    let point = new.point(point.id.0).unwrap();
    assert_eq!(
        (point.missing, point.title.from, point.about.map(|t| t.ja())),
        (None, Provenance::Supplied, Some("公式の内容"))
    );
}

#[test]
fn a_large_pack_is_applied_in_reasonable_time() {
    let ids: Vec<String> = (1..=1000).map(|n| format!("contract-{}", n + 100)).collect();
    let facts: Vec<_> = ids
        .iter()
        .flat_map(|id| {
            [("title", id.as_str()), ("role", "contract"), ("viewpoint", "A"), ("countermeasures", "A-1")]
                .map(|(field, ja)| ("risk", id.as_str(), field, ja, ""))
        })
        .collect();
    let pack = pack(&facts);
    let before = std::time::Instant::now();
    apply(&CATALOG, &pack).unwrap();
    let applied = before.elapsed();
    assert_eq!(preview(&CATALOG, &pack).unwrap().entries.len(), 1000);
    println!("{} facts applied in {applied:?}, looked at in {:?}", facts.len(), before.elapsed() - applied);
}
