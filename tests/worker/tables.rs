//! Tables on their way back in: workbooks and text as programs save them, and files that mean harm.

use std::{
    fs,
    io::{Cursor, Write},
    path::PathBuf,
};

use encoding_rs::SHIFT_JIS;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use tenken::{
    core::{
        assessment::{Actor, Assessment, AssessmentId, Clock, Edit, paths},
        catalog::CATALOG,
        document,
        exchange::tables::{Found, NoTable, Preview, TableId, line, written_from},
        jobs::Job,
        language::Language,
    },
    worker::{
        tables::{MAX_CELLS, sheets},
        xlsx::{MAX_COLUMNS, MAX_UNPACKED},
    },
};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use crate::xlsx::{NOW, done, factory, how, part};

fn compared(file: &[u8], assessment: &Assessment) -> Preview {
    let job = Job::Incoming { document: document::write(assessment), how: how(Language::Ja) };
    answered(job, file)
}

/// The assessment that the table asks for.
fn needed(file: &[u8]) -> Option<AssessmentId> {
    let job = Job::Incoming { document: String::new(), how: how(Language::En) };
    answered(job, file).needs()
}

fn answered(job: Job, file: &[u8]) -> Preview {
    let order = tenken::core::jobs::Order { pack: None, job }.write();
    tenken::worker::answer(&order, file, &|_| {}, &|| [0; 32]).value().unwrap()
}

fn changed(assessment: &Assessment, edits: &[Edit]) -> Assessment {
    let mut changed = assessment.clone();
    changed.apply(edits, &mut Clock::new(Actor::new(9)), NOW + 1, "");
    changed
}

/// What would be entered, and whether it is unless somebody says no.
fn edits(preview: &Preview) -> Vec<(&str, &str, bool)> {
    let choice = |line: &'_ &Vec<String>| line.len() == 7;
    preview.0.iter().filter(choice).map(|line| (&*line[5], &*line[6], line[0] == line::CHANGE)).collect()
}

/// The rows of its lists in which there is nothing to choose.
fn listed(preview: &Preview) -> Vec<&[String]> {
    preview
        .0
        .iter()
        .filter_map(|line| line.split_first())
        .filter(|(kind, _)| *kind == line::LISTED)
        .map(|(_, cells)| cells)
        .collect()
}

fn changes_nothing(preview: &Preview) -> bool {
    !preview.0.is_empty() && preview.0.iter().all(|line| line[0] == line::SAID)
}

/// What was written says nothing new, whatever it is. What somebody then changed in it comes back as that change, out of
/// either format and language, and what changed here meanwhile stays.
#[test]
fn what_was_written_is_read_again() {
    let texts = ["=1+1", "'=x", "a\nb, \"c\"\t;", "_x0041_ <&>", "😀 𠮷", "表の前"];
    let fact = |at: usize, what: &str| paths::control(CATALOG.controls[at].id, what);
    let remarks: Vec<Edit> = (0..).zip(texts).map(|(at, text)| Edit::text(fact(at, "remark"), text)).collect();
    for language in Language::ALL {
        let assessment = changed(&factory(language), &remarks);
        let now = changed(&assessment, &[Edit::text(fact(0, "due"), "2027-01-31")]);
        let workbook = done(Job::Xlsx(how(language)), &assessment).bytes;
        let table = done(Job::Csv(TableId::Controls, how(language)), &assessment).text;
        let strings = "xl/sharedStrings.xml";
        let edited = replaced(&workbook, strings, part(&workbook, strings).replace("表の前", "表の後").as_bytes());
        for (file, edited) in
            [(workbook, edited), (table.clone().into_bytes(), table.replace("表の前", "表の後").into_bytes())]
        {
            assert_eq!(needed(&file).as_ref(), Some(assessment.id()));
            assert!(changes_nothing(&compared(&file, &assessment)));
            assert!(changes_nothing(&compared(&file, &now)));
            let (preview, path) = (compared(&edited, &now), fact(5, "remark").to_string());
            assert_eq!(edits(&preview), [(path.as_str(), "表の後", true)]);
            let both = changed(&now, &[Edit::text(fact(5, "remark"), "ここ")]);
            assert_eq!(edits(&compared(&edited, &both)), [(path.as_str(), "表の後", false)]);
        }
    }
}

/// Dates, numbers, errors and formulas as spreadsheets keep them, in a sheet that somebody built anew.
#[test]
fn cells_of_every_kind_are_read() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let day = ExcelDateTime::parse_from_str("2026-12-24").unwrap();
    sheet.write_datetime_with_format(2, 1, &day, &Format::new().set_num_format("yyyy/mm/dd")).unwrap();
    sheet.write_number(2, 2, 0.1 + 0.2).unwrap();
    sheet.write_boolean(2, 3, true).unwrap();
    sheet.write_formula(2, 4, Formula::new("=A1").set_result("済み")).unwrap();
    sheet.write_formula(2, 5, Formula::new("=A1")).unwrap();
    sheet.write_formula(2, 6, Formula::new("='[x.xlsx]S'!A1").set_result("#REF!")).unwrap();
    sheet.write_string(2, 7, "　").unwrap();
    let book = book.save_to_buffer().unwrap();
    // As programs write it that work nothing out.
    let name = "xl/worksheets/sheet1.xml";
    let without = part(&book, name).replacen("<f>A1</f><v>0</v>", "<f>A1</f>", 1);
    let read = sheets(&replaced(&book, name, without.as_bytes())).unwrap();
    let [line] = read[0].lines.as_slice() else { panic!("{read:?}") };
    let text = |text: &str| Found::Text(text.to_owned());
    let no_value = |text: &str| Found::NoValue(text.to_owned());
    let expected = [
        (1, text("2026-12-24")),
        (2, text("0.3")),
        (3, text("TRUE")),
        (4, text("済み")),
        (5, no_value("=")),
        (6, no_value("#REF!")),
    ];
    assert_eq!((line.number, line.cells.clone()), (3, expected.into_iter().collect()));
}

/// The encodings in which Excel saves text, and what stands between cells.
#[test]
fn text_is_read_however_it_was_saved() {
    let assessment = factory(Language::Ja);
    let text = done(Job::Csv(TableId::Risks, how(Language::Ja)), &assessment).text;
    let plain = text.trim_start_matches('\u{feff}');
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let tabs: Vec<Vec<String>> = tenken::core::exchange::read_csv(plain).unwrap();
    let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
    let tabs: String = tabs.iter().map(|row| row.iter().map(quoted).collect::<Vec<_>>().join("\t") + "\r\n").collect();
    let as_shift_jis = SHIFT_JIS.encode(plain).0.into_owned();
    for file in [text.clone().into_bytes(), plain.as_bytes().to_vec(), as_shift_jis, wide(&format!("\u{feff}{tabs}"))] {
        assert_eq!(needed(&file).as_ref(), Some(assessment.id()));
        assert!(changes_nothing(&compared(&file, &assessment)));
    }
}

/// Each ends in one sentence, soon.
#[test]
fn hostile_files_are_refused() {
    let assessment = factory(Language::Ja);
    let workbook = done(Job::Xlsx(how(Language::Ja)), &assessment).bytes;
    let sheet = |with: &str| {
        let xml = part(&workbook, "xl/worksheets/sheet2.xml");
        replaced(&workbook, "xl/worksheets/sheet2.xml", with.replace("…", &xml).as_bytes())
    };
    let compound = |name: &str| {
        let mut file = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
        file.extend(name.encode_utf16().flat_map(u16::to_le_bytes));
        file
    };
    let strings = part(&workbook, "xl/sharedStrings.xml");
    let many = strings.replacen("uniqueCount=\"", "uniqueCount=\"99999999999", 1);
    let laughs = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>…";
    let rows: String = (1..=MAX_CELLS + 1).map(|n| format!("<row r=\"{n}\"><c><v>1</v></c></row>")).collect();
    let rows = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let column = "<worksheet><sheetData><row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row></sheetData></worksheet>";
    let long = format!("<sst><si><t>{}</t></si></sst>", "長".repeat(30_000));
    let same: String = (1..=2_000).map(|n| format!("<row r=\"{n}\"><c t=\"s\"><v>0</v></c></row>")).collect();
    let same = format!("<worksheet><sheetData>{same}</sheetData></worksheet>");
    let amplified = replaced(&workbook, "xl/sharedStrings.xml", long.as_bytes());
    let amplified = replaced(&amplified, "xl/worksheets/sheet1.xml", same.as_bytes());
    let mut flipped = workbook.clone();
    let middle = flipped.len() / 2;
    flipped[middle..middle + 64].fill(0x55);
    let cases: Vec<(&str, Vec<u8>, NoTable)> = vec![
        ("nothing", Vec::new(), NoTable::Columns),
        ("an image", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), NoTable::Unreadable),
        ("half a workbook", workbook[..workbook.len() / 2].to_vec(), NoTable::Unreadable),
        ("harmed", flipped, NoTable::Unreadable),
        ("no workbook", zipped(&[("content.xml", b"<x/>")]), NoTable::Unreadable),
        ("a bomb", replaced(&workbook, "xl/media/bomb", &vec![0; MAX_UNPACKED + 1]), NoTable::TooMuch),
        ("entities", sheet(laughs), NoTable::Unreadable),
        ("room for billions", replaced(&workbook, "xl/sharedStrings.xml", many.as_bytes()), NoTable::Unreadable),
        ("more rows than are read", replaced(&workbook, "xl/worksheets/sheet2.xml", rows.as_bytes()), NoTable::TooMuch),
        ("the last column", replaced(&workbook, "xl/worksheets/sheet2.xml", column.as_bytes()), NoTable::TooMuch),
        ("one text a thousand times", amplified, NoTable::TooMuch),
        ("no sheet in a sheet", replaced(&workbook, "xl/worksheets/sheet2.xml", b"<a>"), NoTable::Unreadable),
        ("a password", compound("EncryptedPackage"), NoTable::Password),
        ("old", compound("Workbook"), NoTable::Old),
        ("a quotation mark", b"ID,tenken\r\n\"x".to_vec(), NoTable::Broken),
        ("commas", vec![b','; 1_000_000], NoTable::TooMuch),
        ("bytes", vec![b'a'; 17 * 1024 * 1024], NoTable::TooMuch),
    ];
    for (name, file, why) in cases {
        let begun = std::time::Instant::now();
        let found = sheets(&file).and_then(|sheets| written_from(&sheets).ok_or(NoTable::Columns));
        println!("{name}: {} bytes, {:?}", file.len(), begun.elapsed());
        assert_eq!(found.map(drop), Err(why), "{name}");
        assert_eq!(compared(&file, &assessment), Preview::refused(why, Language::Ja), "{name}");
        assert_eq!(needed(&file), None, "{name}");
    }
    const { assert!(MAX_COLUMNS < 16_384) };
}

/// A workbook of the worked factory in which LibreOffice was used: rows sorted and filtered, a column moved and another
/// hidden, one added, a sheet added, days typed.
#[test]
fn a_workbook_that_libreoffice_saved_is_read() {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/tables/libreoffice.xlsx");
    let assessment = factory(Language::Ja);
    if std::env::var_os("TENKEN_KEEP").is_some() {
        fs::write("target/factory.xlsx", done(Job::Xlsx(how(Language::Ja)), &assessment).bytes).unwrap();
    }
    let preview = compared(&fs::read(file).unwrap(), &assessment);
    let of = |what: &str| paths::control(CATALOG.controls[0].id, what).to_string();
    let (status, remark, due) = (of("status"), of("remark"), of("due"));
    let expected =
        [(status.as_str(), "not", true), (remark.as_str(), "=1+1 と書いた", true), (due.as_str(), "2027-02-28", true)];
    assert_eq!(edits(&preview), expected);
    let [odd] = listed(&preview)[..] else { panic!("{preview:#?}") };
    assert_eq!(odd[1..3], ["状態", "できました"]);
}

fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, content) in parts {
        zip.start_file(*name, options).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A workbook with another part in the place of one.
fn replaced(workbook: &[u8], name: &str, content: &[u8]) -> Vec<u8> {
    let archive = zip::ZipArchive::new(Cursor::new(workbook)).unwrap();
    let names: Vec<String> =
        archive.file_names().map(|other| other.unwrap().into_owned()).filter(|other| other != name).collect();
    let others: Vec<String> = names.iter().map(|name| part(workbook, name)).collect();
    let mut parts: Vec<(&str, &[u8])> =
        names.iter().map(String::as_str).zip(others.iter().map(String::as_bytes)).collect();
    parts.push((name, content));
    zipped(&parts)
}
