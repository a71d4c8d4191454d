//! Workbooks, read back by another program: every cell as the table has it, no formula whatever was entered, drop-down
//! lists, and the same bytes for the same input.

use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use tenken::{
    core::{
        assessment::{Actor, Assessment, AssessmentId, Clock, Edit, paths},
        catalog::{CATALOG, DIGEST},
        day::Day,
        document,
        exchange::tables::{Cell, Column, ID, ORIGIN, Row, Table, TableId, csv, tables, words},
        jobs::{Answer, Job, Order, Tables},
        language::Language,
        report::{Scope, paper::Basis},
        worked::{Opening, worked},
    },
    worker::{
        answer,
        xlsx::{MAX_TEXT, fitting, workbook},
    },
};

pub const NOW: u64 = 1_794_000_000_000;

pub fn factory(language: Language) -> Assessment {
    let [id, snapshot] = [1, 2].map(AssessmentId::new);
    let opening = Opening { id, snapshot, actor: Actor::new(3), now_ms: NOW, language };
    worked("X-case-factory").unwrap().assessment(&CATALOG, DIGEST, &opening).unwrap().0
}

fn tables_of(assessment: &Assessment, language: Language) -> Vec<Table> {
    let today = Day::new(2026, 12, 1).unwrap();
    Basis::with((&CATALOG, DIGEST), assessment, Scope::ALL, today, |of| tables(of, language))
}

pub fn done(job: Job, assessment: &Assessment) -> Answer {
    let order = Order { pack: None, job }.write();
    answer(&order, document::write(assessment).as_bytes(), &|_| {}, &|| [0; 32])
}

pub fn how(language: Language) -> Tables {
    Tables { english: language.is_english(), original: true, today: "2026-12-01".to_owned() }
}

fn opened(bytes: &[u8]) -> Xlsx<Cursor<&[u8]>> {
    open_workbook_from_rs(Cursor::new(bytes)).unwrap()
}

/// A file within the workbook.
pub fn part(bytes: &[u8], name: &str) -> String {
    let mut text = String::new();
    zip::ZipArchive::new(Cursor::new(bytes)).unwrap().by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn read(data: &Data) -> String {
    match data {
        Data::Empty => String::new(),
        Data::String(text) => text.clone(),
        Data::Float(number) => number.to_string(),
        Data::DateTime(date) => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            Day::new(year, month, day).unwrap().to_string()
        }
        other => panic!("{other:?}"),
    }
}

/// Every cell of the tables stands in the workbook, as text where it is text, and nothing is a formula.
#[track_caller]
fn holds(bytes: &[u8], tables: &[Table], language: Language) {
    let mut book = opened(bytes);
    let names: Vec<&str> = tables.iter().map(|t| t.title).chain([words::of(language).choices]).collect();
    assert_eq!(book.sheet_names(), names);
    for table in tables {
        let sheet = book.worksheet_range(table.title).unwrap();
        let cell = |row: usize, at: usize| sheet.get((row, at)).unwrap_or(&Data::Empty);
        assert_eq!(sheet.height(), table.rows.len() + 1);
        for (at, head) in table.columns.iter().map(|c| c.head).chain([ID, ORIGIN]).enumerate() {
            assert_eq!(read(cell(0, at)), head);
        }
        for (number, row) in (1..).zip(&table.rows) {
            for (at, expected) in row.cells.iter().enumerate() {
                assert_eq!(read(cell(number, at)), expected.text(), "{} {}", row.id, table.columns[at].head);
                assert!(!matches!(expected, Cell::Day(_)) || matches!(cell(number, at), Data::DateTime(_)));
            }
            assert_eq!(read(cell(number, table.columns.len())), row.id);
            assert_eq!(read(cell(number, table.columns.len() + 1)), table.origin(row));
        }
        assert!(book.worksheet_formula(table.title).unwrap().is_empty(), "{}: a formula", table.title);
    }
}

#[test]
fn a_workbook_holds_every_cell_of_the_tables() {
    for language in Language::ALL {
        let assessment = factory(language);
        let begun = std::time::Instant::now();
        let Answer { bytes, text } = done(Job::Xlsx(how(language)), &assessment);
        println!("{} bytes in {:?}", bytes.len(), begun.elapsed());
        if let Some(folder) = std::env::var_os("TENKEN_SHOTS") {
            std::fs::write(std::path::Path::new(&folder).join(format!("{}.xlsx", language.tag())), &bytes).unwrap();
        }
        assert_eq!(text, "");
        holds(&bytes, &tables_of(&assessment, language), language);
        assert!(bytes == done(Job::Xlsx(how(language)), &assessment).bytes, "other bytes for the same");
    }
}

#[test]
fn each_table_is_written_as_csv() {
    let assessment = factory(Language::En);
    for table in tables_of(&assessment, Language::En) {
        assert_eq!(done(Job::Csv(table.id, how(Language::En)), &assessment).text, csv(&table));
    }
}

/// What only the file itself tells: lists to choose from, colours, what stays in sight, and how it is printed.
#[test]
fn sheets_offer_what_can_be_chosen_and_print_on_a4() {
    let assessment = factory(Language::Ja);
    let bytes = done(Job::Xlsx(how(Language::Ja)), &assessment).bytes;
    let tables = tables_of(&assessment, Language::Ja);
    let mut lists = 0;
    for (number, table) in (1..).zip(&tables) {
        let sheet = part(&bytes, &format!("xl/worksheets/sheet{number}.xml"));
        let chosen = table.columns.iter().filter(|c| c.field.is_some() && !c.states.is_empty()).count();
        assert_eq!(sheet.matches("<dataValidation type=\"list\"").count(), chosen, "{}", table.title);
        assert_eq!(sheet.contains("<conditionalFormatting"), table.columns.iter().any(|c| !c.states.is_empty()));
        for said in ["state=\"frozen\"", "<autoFilter ", "hidden=\"1\"", "paperSize=\"9\"", "orientation=\"landscape\""]
        {
            assert!(sheet.contains(said), "{}: {said}", table.title);
        }
        assert!(sheet.contains("<pageSetUpPr fitToPage=\"1\"/>") && sheet.contains("fitToHeight=\"0\""));
        lists += chosen;
    }
    assert_eq!(lists, 6);
    let choices = opened(&bytes).worksheet_range(words::of(Language::Ja).choices).unwrap();
    let first: Vec<String> = (0..5).map(|row| read(choices.get((row, 0)).unwrap())).collect();
    assert_eq!(first, ["実施", "一部実施", "未実施", "対象外", "わからない"]);
    let book = part(&bytes, "xl/workbook.xml");
    assert_eq!(book.matches("_xlnm.Print_Titles").count(), tables.len());
    assert_eq!(book.matches("state=\"hidden\"").count(), 1);
    assert!(part(&bytes, "docProps/core.xml").contains("2026-12-01T00:00:00Z"));
}

/// Whatever somebody entered is a text, and the same text.
#[test]
fn hostile_texts_come_through() {
    let hostile = [
        "=HYPERLINK(\"http://example.invalid\",\"x\")",
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-2",
        "@SUM(A1)",
        "{=1+1}",
        "http://example.invalid/?a=b&c",
        "<c t=\"str\"><f>1+1</f></c> & ]]> \"'",
        "a\nb\tc",
        "_x0041_ _x005F_",
        "\u{1}\u{8}\u{b}\u{1f}",
        "😀👨‍👩‍👧 𠮷野家 é ﷽",
        "  in front and behind  ",
        "1e5",
        "TRUE",
        "2026/12/1",
    ];
    let mut assessment = factory(Language::Ja);
    let edits: Vec<Edit> = CATALOG
        .controls
        .iter()
        .zip(hostile)
        .map(|(c, text)| Edit::text(paths::control(c.id, "remark"), text))
        .collect();
    assessment.apply(&edits, &mut Clock::new(Actor::new(4)), NOW, "=1+1");
    let tables = tables_of(&assessment, Language::Ja);
    let controls = tables.iter().find(|t| t.id == TableId::Controls).unwrap();
    let written: Vec<String> = controls.rows.iter().take(hostile.len()).map(|row| row.cells[8].text()).collect();
    assert_eq!(written, hostile);
    holds(&done(Job::Xlsx(how(Language::Ja)), &assessment).bytes, &tables, Language::Ja);
}

/// A cell takes so many letters, counted as Excel does, and says where more were cut off.
#[test]
fn what_is_too_long_is_cut_and_says_so() {
    let cut = words::of(Language::En).cut;
    let length = |text: &str| text.encode_utf16().count();
    for letter in ["a", "あ", "😀"] {
        let most = letter.repeat(MAX_TEXT / length(letter));
        assert_eq!(fitting(&most, cut), most);
        let more = format!("{most}{letter}{letter}");
        let column = Column { head: "text", width: 20, field: None, states: Vec::new(), confidential: None };
        let row = Row { id: "1".to_owned(), cells: vec![Cell::Text(more)] };
        let (id, title, assessment) = (TableId::Summary, "one", AssessmentId::new(1));
        let table = Table { id, title, assessment, columns: vec![column], rows: vec![row] };
        let bytes = workbook(&[table], Day::new(2026, 12, 1).unwrap(), Language::En).unwrap();
        let text = read(opened(&bytes).worksheet_range("one").unwrap().get((1, 0)).unwrap());
        assert!(
            text.ends_with(cut)
                && text.starts_with(letter)
                && length(&text) > MAX_TEXT - 2
                && length(&text) <= MAX_TEXT
        );
    }
}
