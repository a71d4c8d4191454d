//! The official text is found in a document by its numbers and headings, however it was set, wrapped and pasted; what is
//! doubtful is said to be so, and nothing goes to another entry.

use proptest::prelude::*;
use tenken::core::{
    catalog::{CATALOG, EntryKind},
    official::{Choice, Doubt, Line, Reading, State, read},
    pack::preview,
};

use super::{
    official_documents::{Layout, Numbers, Table, document},
    official_truth::{bare, score, truth},
};

fn reading(text: &str) -> Reading {
    read(&CATALOG, &Line::of_text(text))
}

#[track_caller]
fn said<'a>(reading: &'a Reading, kind: &str, id: &str, field: &str) -> (&'a str, Option<&'a Doubt>) {
    let found = reading.entry(kind, id).and_then(|e| e.field(field)).unwrap_or_else(|| panic!("{id} {field}"));
    (&found.value, found.doubt.as_ref())
}

#[test]
fn the_summary_says_what_is_quoted_from_it_and_nothing_else() {
    let reading = reading(include_str!("../../catalog/source/summary.txt"));
    let control = CATALOG.control("II.2.1.1").unwrap();
    assert_eq!(said(&reading, "control", "II.2.1.1", "class"), ("basic", None));
    assert_eq!(said(&reading, "control", "II.2.1.1", "statement"), (control.statement.ja(), None));
    let practice = said(&reading, "control", "II.2.1.1", "practice.i");
    assert_eq!(practice, (control.best_practices[0].text.ja(), None));
    let measure = CATALOG.countermeasures.into_iter().find(|c| c.id.0 == "A-1").unwrap();
    assert_eq!(said(&reading, "countermeasure", "A-1", "title"), (measure.title.ja(), None));
    assert_eq!(said(&reading, "countermeasure", "A-1", "statement"), (measure.statement.unwrap().ja(), None));
    for action in measure.actions {
        assert_eq!(said(&reading, "countermeasure", "A-1", &format!("action.{}", action.id)), (action.text.ja(), None));
    }
    for risk in CATALOG.risks.into_iter().filter(|r| !r.id.0.contains('X')) {
        assert_eq!(said(&reading, "risk", risk.id.0, "title"), (risk.title.ja(), None));
        let measures: Vec<&str> = risk.countermeasures.iter().map(|c| c.0).collect();
        assert_eq!(said(&reading, "risk", risk.id.0, "countermeasures"), (&*measures.join(" "), None));
    }
    // Nothing of ISO/IEC 27002, and no other control.
    for entry in reading.entries.iter().filter(|e| e.kind == "control" && e.id != "II.2.1.1") {
        assert_eq!(entry.state(), State::NotFound, "{entry:?}");
    }
    let whole = format!("{reading:?}");
    assert!(!whole.contains("相反する職務") && !whole.contains("198ページ"), "{whole}");
}

/// Set anew in every way: all is found, nothing is wrong.
#[test]
fn every_layout_of_a_text_is_read() {
    let truth = truth();
    let mut all = Vec::new();
    for numbers in [Numbers::Spaced, Numbers::Tight, Numbers::Wide, Numbers::Roman, Numbers::Wrapped] {
        for table in [Table::Rows, Table::Columns, Table::Cells, Table::Beside] {
            all.push(Layout { numbers, table, ..Layout::default() });
        }
    }
    for width in [0, 24, 37, 60] {
        all.push(Layout { width, ..Layout::default() });
    }
    all.push(Layout { pages: true, width: 37, ..Layout::default() });
    all.push(Layout { pages: true, feeds: true, width: 33, ..Layout::default() });
    all.push(Layout { blanks: true, ..Layout::default() });
    all.push(Layout { annex: true, ..Layout::default() });
    all.push(Layout { one_line: true, ..Layout::default() });
    for layout in all {
        let text = document(&layout);
        let reading = reading(&text);
        score(&reading, &truth).at_least(&format!("{layout:?}"), 0.98);
    }
}

#[test]
fn a_reading_makes_a_pack_that_is_taken() {
    let reading = reading(&document(&Layout::default()));
    let pack = reading.pack("公式の写し", "第2版", &[]);
    let preview = preview(&CATALOG, &pack).unwrap_or_else(|m| panic!("{m:#?}"));
    // The English of texts is the Japanese then.
    assert_eq!((preview.added, preview.same + preview.replaced), (0, pack.facts.len()));
    let applied = tenken::core::pack::apply(&CATALOG, &pack).unwrap();
    assert!(applied.is_supplied(EntryKind::Control, "II.1.1.1"));
    // Across a worker it is the same.
    let json = serde_json::to_string(&reading).unwrap();
    assert_eq!(serde_json::from_str::<Reading>(&json).unwrap(), reading);
}

#[test]
fn what_a_person_chose_or_corrected_goes_into_the_pack() {
    let reading = reading(
        "III. 2. 1. 1. 【基本】\n稼働率を定めること。\n【評価項目】\na. 稼働率\nパターン\t対策参照値\n1\t99.5%以上*\n2\tできるだけ\n3\t95%\n4\t99.5%\n5\t99%\n6\t-\n",
    );
    assert_eq!(said(&reading, "control", "III.2.1.1", "item.a.value.1"), (">= 99.5 % *", None));
    assert_eq!(said(&reading, "control", "III.2.1.1", "item.a.value.2"), ("できるだけ", Some(&Doubt::Value)));
    assert_eq!(said(&reading, "control", "III.2.1.1", "item.a.value.6"), ("-", None));
    let choice = |field: &str, value: Option<&str>| Choice {
        kind: "control".into(),
        id: "III.2.1.1".into(),
        field: field.into(),
        value: value.map(str::to_owned),
    };
    let fact = |choices: &[Choice], field: &str| {
        let pack = reading.pack("x", "", choices);
        pack.facts.iter().find(|f| f.field == field).map(|f| f.ja.clone())
    };
    assert_eq!(fact(&[], "item.a.value.2"), None, "what is doubtful is not simply taken");
    assert_eq!(fact(&[choice("item.a.value.2", Some("99%以上"))], "item.a.value.2").as_deref(), Some(">= 99 %"));
    assert_eq!(fact(&[choice("statement", None)], "statement"), None);
    assert_eq!(fact(&[choice("practice.i", Some("手で書いた。"))], "practice.i").as_deref(), Some("手で書いた。"));
}

#[test]
fn what_is_doubtful_is_said_to_be() {
    let two = "II. 1. 1. 1. 【基本】\n方針を定めること。\n【ベストプラクティス】\ni. 決めることが望ましい。\n";
    let doubt = |text: &str, id: &str, field: &str| {
        let reading = reading(text);
        reading.entry("control", id).and_then(|e| e.field(field)).map(|f| f.doubt.clone())
    };
    assert_eq!(doubt(two, "II.1.1.1", "statement"), Some(None));
    let cut = "II. 1. 1. 1. 【基本】\n方針を定め\n【ベストプラクティス】\n";
    assert_eq!(doubt(cut, "II.1.1.1", "statement"), Some(Some(Doubt::Unfinished)));
    // The number of the next control is not to be seen.
    let lost =
        format!("{two}Q. 1. 1. 2. 見直しを行うこと。\n【ベストプラクティス】\ni. 年に一度とすることが望ましい。\n");
    assert_eq!(doubt(&lost, "II.1.1.1", "practice.i"), Some(Some(Doubt::Mixed)));
    let unnumbered =
        format!("{two}【基本】\n見直しを行うこと。\n【ベストプラクティス】\ni. 年に一度とすることが望ましい。\n");
    assert_eq!(doubt(&unnumbered, "II.1.1.1", "practice.i"), Some(None));
    assert_eq!(doubt(&unnumbered, "II.1.1.2", "statement"), None);
    let gap = format!("{two}iii. 三つ目が望ましい。\n");
    assert_eq!(doubt(&gap, "II.1.1.1", "practice.iii"), Some(Some(Doubt::Gap)));
    let back = format!("II. 1. 1. 2. 【基本】\n見直すこと。\n{two}");
    assert_eq!(doubt(&back, "II.1.1.1", "statement"), Some(Some(Doubt::OutOfOrder)));
    let twice = format!("{two}II. 1. 1. 2. 【基本】\n見直すこと。\nII. 1. 1. 1. 【基本】\n別のことを定めること。\n");
    assert!(matches!(doubt(&twice, "II.1.1.1", "statement"), Some(Some(Doubt::SaidElsewhere(_)))));
    let new = "II. 1. 1. 9. 【推奨】\n新しいことを行うこと。\n";
    assert_eq!(doubt(new, "II.1.1.9", "statement"), Some(Some(Doubt::New)));
    let annex = "Annex1 組織・運用編 対策項目一覧表\nII. 1. 1. 1. 【基本】\n方針を定めること。\n";
    assert_eq!(doubt(annex, "II.1.1.1", "statement"), Some(Some(Doubt::InAnnex)));
}

#[test]
fn a_number_that_is_only_named_begins_nothing() {
    let text = "II. 1. 1. 1. 【基本】\n方針については、\nII. 1. 1. 2. 【基本】を踏まえ、\nII. 2. 1. 1. に定める体制で\n決めること。\n";
    let reading = reading(text);
    let statement = said(&reading, "control", "II.1.1.1", "statement");
    assert_eq!(
        bare(statement.0),
        bare("方針については、II.1.1.2.【基本】を踏まえ、II.2.1.1.に定める体制で決めること。")
    );
    assert_eq!(statement.1, None);
    assert_eq!(reading.entry("control", "II.1.1.2").map(|e| e.state()), Some(State::NotFound));
}

/// As many PDFs give them, also on the clipboard.
#[test]
fn radicals_are_read_as_the_characters_that_they_look_like() {
    let reading = reading("II. 1. 1. 1. 【基本】\n⽅針を⽂書にし、⻑期の⾒直しを⾏うこと。\n");
    assert_eq!(said(&reading, "control", "II.1.1.1", "statement"), ("方針を文書にし、長期の見直しを行うこと。", None));
}

#[test]
fn a_table_of_contents_holds_no_control() {
    let text = "II. 1. 1. 1. 【基本】 ･････････････ 19\nII. 1. 1. 2. 【推奨】…………20\nII. 2. 1. 1. 【基本】\n............ 21\nII. 2. 情報セキュリティのための組織\t20\n";
    let reading = reading(text);
    assert!(reading.entries.iter().all(|e| e.state() == State::NotFound), "{reading:#?}");
}

#[test]
fn new_boxes_roles_and_risks_are_proposed_and_can_be_taken_whole() {
    let text = "ロール\t対応策を割り当てるIoTサービスリスク\tリスク対応策項番\n\
        見守り\t見守りの機器が止まるリスク\tB-1:【見守り機器の代替】\n\
        IV. 5. リスク対応策\n\
        B-1 【見守り機器の代替】\n代わりの機器を備えること\n具体的なアクション\n・代わりの機器を置いている\n";
    let reading = reading(text);
    assert_eq!(
        said(&reading, "countermeasure", "B-1", "action.B-1.1"),
        ("代わりの機器を置いている", Some(&Doubt::New))
    );
    assert_eq!(said(&reading, "role", "role-1", "kind"), ("execution", Some(&Doubt::Proposed)));
    assert_eq!(said(&reading, "risk", "role-1-1", "countermeasures"), ("B-1", Some(&Doubt::New)));
    let new = reading.entries.iter().filter(|e| e.new);
    let choices: Vec<Choice> = new
        .flat_map(|e| {
            e.fields.iter().map(|f| Choice {
                kind: e.kind.clone(),
                id: e.id.clone(),
                field: f.field.clone(),
                value: Some(f.value.clone()),
            })
        })
        .collect();
    let preview = preview(&CATALOG, &reading.pack("x", "", &choices)).unwrap_or_else(|m| panic!("{m:#?}"));
    assert!(preview.added > 8, "{preview:#?}");
}

/// What is made to be slow takes no longer than a document of its size.
#[test]
fn hostile_texts_are_read_in_time() {
    let numbers =
        (1..10_000).map(|n| format!("II.{}.{}.{} 【基本】\nこと。\n", n % 99 + 1, n / 99 % 99 + 1, n / 9801 + 1));
    let risks = (0..7_000).map(|n| format!("役{n}\tあるリスク{n}\tA-1\n"));
    for (name, text) in [
        ("brackets", "【".repeat(100_000)),
        ("numerals", "Ⅲ".repeat(100_000)),
        ("dots", "II. ".repeat(70_000)),
        ("marks", "。i. ".repeat(70_000)),
        ("lines", "A-1 【題】\n".repeat(20_000)),
        ("numbers", numbers.collect()),
        ("risks", format!("ロール\tリスク\t項番\n{}", risks.collect::<String>())),
        ("same", "II. 1. 1. 1. 【基本】\n別の".repeat(20_000)),
    ] {
        let start = std::time::Instant::now();
        let found = reading(&text).entries.len();
        println!("{name}: {} bytes, {found} entries, {:?}", text.len(), start.elapsed());
        assert!(start.elapsed().as_secs() < 20, "{name}");
    }
}

/// Pieces of which documents are made, also broken ones.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("II. 1. 1. 1. 【基本】".to_owned()),
        Just("Ⅲ．２．１．１．【推奨】".to_owned()),
        Just("III.\n2. 1. 3. [基本]".to_owned()),
        Just("【ベストプラクティス】".to_owned()),
        Just("【評価項目】\na. 稼働率\n".to_owned()),
        Just("1\t99.5%以上*\n2\t-\n3 95%\n".to_owned()),
        Just("ロール\tリスク\t項番\n利用者契約\tあるリスク\tA-1\n".to_owned()),
        Just("A-1 【題】\n行うこと\n具体的なアクション\n- している\n".to_owned()),
        Just("\n".to_owned()),
        Just("\u{c}".to_owned()),
        Just("ii. ".to_owned()),
        Just("定めること。".to_owned()),
        Just("……… 12\n".to_owned()),
        Just("- 12 -\n".to_owned()),
        ".{0,12}",
        "[IVil|Ⅱ．. 0-9【】基本推奨a-z\t\n]{0,16}",
    ]
}

proptest! {
    /// Any text is read: no field twice, nothing that the document does not say.
    #[test]
    fn any_text_is_read(pieces in prop::collection::vec(piece(), 0..40)) {
        let text = pieces.concat();
        let reading = reading(&text);
        let whole = bare(&text);
        for entry in &reading.entries {
            let mut fields: Vec<&str> = entry.fields.iter().map(|f| f.field.as_str()).collect();
            fields.sort_unstable();
            fields.dedup();
            prop_assert_eq!(fields.len(), entry.fields.len());
            for field in &entry.fields {
                let lines = field.lines;
                prop_assert!(lines.first >= 1 && lines.first <= lines.last && lines.last <= Line::of_text(&text).len());
                let derived = matches!(&*field.field, "id" | "class" | "role" | "kind" | "viewpoint" | "countermeasures");
                prop_assert!(derived || is_within(&bare(&field.text), &whole), "{:?} is not in {:?}", field, text);
            }
        }
        let _ = preview(&CATALOG, &reading.pack("x", "", &[]));
    }
}

/// Whether all characters of a text stand in the document in their order; what was left out may stand in between.
fn is_within(text: &str, whole: &str) -> bool {
    let mut rest = whole.chars();
    // Radicals become the characters that they look like.
    text.chars().all(|c| rest.any(|d| c == d || ('\u{2e80}'..='\u{2fd5}').contains(&d)))
}
