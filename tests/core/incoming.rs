//! Tables that come back: which cells would change, which were changed on both sides, what is not understood.

use proptest::prelude::*;
use tenken::core::{
    assessment::{Assessment, AssessmentId, Edit, MAX_CHARS, paths},
    catalog::CATALOG,
    day::Day,
    exchange::tables::{
        Expected, Found, ID, Incoming, Line, NoTable, ORIGIN, Preview, Sheet, Table, TableId, Why, csv, incoming, line,
        words, written_from,
    },
    language::Language,
};

use crate::{
    paper::filled,
    support::{
        assessments::{NOW, clock, with},
        cases,
    },
    tables::all,
};

fn compared(sheets: &[Sheet], assessment: &Assessment) -> Result<Incoming, NoTable> {
    let languages = Language::ALL.map(|language| all(&CATALOG, assessment, language));
    incoming(sheets, assessment, &languages, Day::new(2026, 12, 1).unwrap())
}

#[track_caller]
fn came_back(text: &str, assessment: &Assessment) -> Incoming {
    compared(&[Sheet::of_csv(text).unwrap()], assessment).unwrap()
}

fn controls(assessment: &Assessment) -> Table {
    all(&CATALOG, assessment, Language::Ja).into_iter().find(|table| table.id == TableId::Controls).unwrap()
}

/// The controls as a table of these columns, with where each row was written from.
fn sheet_of(assessment: &Assessment, heads: &str, rows: &[&str]) -> String {
    let table = controls(assessment);
    let mut text = format!("{heads},{ID},{ORIGIN}\r\n");
    for (row, cells) in table.rows.iter().zip(rows) {
        text.push_str(&format!("{cells},{},{}\r\n", row.id, table.origin(row)));
    }
    text
}

fn edits(found: &Incoming) -> Vec<Edit> {
    found.changes.iter().map(|change| change.edit.clone()).collect()
}

proptest! {
    #![proptest_config(cases(8))]

    /// A table that comes back as it went says nothing new, in either language, with its rows in another order too.
    #[test]
    fn a_table_that_nobody_changed_changes_nothing(seed: u64, english: bool) {
        let assessment = filled(&CATALOG, seed);
        for table in all(&CATALOG, &assessment, if english { Language::En } else { Language::Ja }) {
            let entered = table.columns.iter().filter(|column| column.field.is_some()).count();
            let mut turned = table.clone();
            turned.rows.reverse();
            let unchanged = entered * table.rows.len();
            prop_assert_eq!(came_back(&csv(&turned), &assessment), Incoming { unchanged, ..Incoming::default() });
        }
    }

    /// What is entered in one assessment comes into another as its table says, and then there is nothing left to change.
    #[test]
    fn what_is_taken_in_is_what_the_table_says(seed: u64) {
        let mut mine = with(&[]);
        let theirs = filled(&CATALOG, seed);
        let text = csv(&controls(&theirs)).replace(theirs.id().as_str(), mine.id().as_str());
        let found = came_back(&text, &mine);
        prop_assert!(found.odd.is_empty() && found.strangers.is_empty());
        mine.apply(&edits(&found), &mut clock(2), NOW, "");
        let again = came_back(&text, &mine);
        prop_assert!(again.changes.is_empty() && again.odd.is_empty(), "{again:?}");
    }
}

/// One cell in every way in which it can have been changed here and there since the table was written.
#[test]
fn a_change_on_both_sides_is_never_taken_for_one_on_one_side() {
    let control = CATALOG.controls[0].id;
    let remark = |text: &str| Edit::text(paths::control(control, "remark"), text);
    let texts = ["", "前", "=後", "ほか"];
    for before in texts {
        let written = with(&[remark(before)]);
        for here in texts {
            let mut now = written.clone();
            now.apply(&[remark(here)], &mut clock(2), NOW + 1, "");
            for there in texts {
                let found = came_back(&sheet_of(&written, "備考", &[there]), &now);
                let case = format!("{before:?}, here {here:?}, there {there:?}");
                let told: Vec<bool> = found.changes.iter().map(|change| change.both).collect();
                if there == here {
                    assert_eq!((told, found.unchanged, found.newer), (vec![], 1, 0), "{case}");
                } else if there == before {
                    assert_eq!((told, found.unchanged, found.newer), (vec![], 0, 1), "{case}");
                } else {
                    assert_eq!((told, found.unchanged, found.newer), (vec![here != before], 0, 0), "{case}");
                    assert_eq!(edits(&found), [remark(there)], "{case}");
                }
            }
        }
    }
}

/// Without where a row was written from nobody knows what stood there, so it is left to a person.
#[test]
fn a_row_without_its_origin_is_left_to_a_person() {
    let control = CATALOG.controls[0].id;
    let assessment = with(&[Edit::text(paths::control(control, "remark"), "前")]);
    let row = &sheet_of(&assessment, "備考", &["後", "x"]);
    let (head, rest) = row.split_once("\r\n").unwrap();
    let (first, second) = rest.split_once("\r\n").unwrap();
    let first = first.rsplit_once(',').unwrap().0;
    let found = came_back(&format!("{head}\r\n{first},\r\n{second}"), &assessment);
    assert_eq!(found.changes.iter().map(|change| change.both).collect::<Vec<_>>(), [true, false]);
}

/// States in either language and any width, days as people and spreadsheets write them, texts as they are.
#[test]
fn what_somebody_changed_comes_back_as_edits() {
    let of = |at: usize, what: &str| paths::control(CATALOG.controls[at].id, what);
    let due = "2026-01-12";
    let assessment = with(&[
        Edit::text(of(0, "owner"), "鈴木"),
        Edit::text(of(0, "status"), "partial"),
        Edit::text(of(2, "due"), due),
        Edit::text(of(3, "due"), due),
        Edit::text(of(4, "due"), due),
    ]);
    let text = sheet_of(
        &assessment,
        "状態,Remark,担当,期限,Unknown column",
        &[
            "ＩＭＰＬＥＭＥＮＴＥＤ\u{3000},\"'=1+1, \"\"x\"\"\",,２０２６／１２／２４,?",
            "できた,,,someday,",
            ",,,01/12/2026,",
            ",,,12/24/2026,",
            ",,,02/03/2026,",
        ],
    );
    let found = came_back(&text, &assessment);
    let expected = [
        Edit::text(of(0, "status"), "implemented"),
        Edit::text(of(0, "remark"), "=1+1, \"x\""),
        Edit::text(of(0, "owner"), ""),
        Edit::text(of(0, "due"), "2026-12-24"),
        Edit::text(of(3, "due"), "2026-12-24"),
    ];
    assert_eq!(edits(&found), expected);
    assert_eq!((found.changes[0].before.as_str(), found.changes[0].after.as_str()), ("一部実施", "実施"));
    assert!(found.changes.iter().all(|change| !change.both));
    let odd: Vec<(usize, &str, &str)> = found.odd.iter().map(|o| (o.place.line, o.head, o.says.as_str())).collect();
    assert_eq!(odd, [(3, "状態", "できた"), (3, "期限", "someday"), (6, "期限", "02/03/2026")]);
    assert!(matches!(&found.odd[0].expected, Expected::OneOf(words) if words.contains(&"実施")));
    assert!(found.missing.iter().eq(&["対象外の理由", "規程"]), "{:?}", found.missing);
}

/// Titles above, notes below and beside, another sheet, rows twice: nothing of it comes in, and nothing is passed over.
#[test]
fn rows_that_are_not_understood_are_listed() {
    let assessment = with(&[]);
    let table = controls(&assessment);
    let [first, second] = [&table.rows[0], &table.rows[1]];
    let other = table.origin(second).replace(assessment.id().as_str(), AssessmentId::new(7).as_str());
    let text = format!(
        "社外秘,,,\r\n\r\n備考,{ID},{ORIGIN},メモ\r\n\
         一,{},{},\r\n一,{0},{1},\r\n二,{0},{1},\r\n,{0},{1},\r\n\
         よそ,{},{other},\r\n昔,controls/IX.9.9.9,,\r\n合計,,,\r\n,,,ここまで\r\n",
        first.id,
        table.origin(first),
        second.id,
    );
    let notes = Sheet { name: "メモ".to_owned(), lines: vec![Line::default()] };
    let found = compared(&[notes, Sheet::of_csv(&text).unwrap()], &assessment).unwrap();
    assert_eq!(edits(&found), [Edit::text(format!("{}/remark", first.id).parse().unwrap(), "一")]);
    let strangers: Vec<(usize, Why, &str)> =
        found.strangers.iter().map(|row| (row.place.line, row.why, row.says[0].as_str())).collect();
    let expected = [
        (5, Why::Twice, "一"),
        (6, Why::Twice, "二"),
        (8, Why::Elsewhere, "よそ"),
        (9, Why::Gone, "昔"),
        (10, Why::NoId, "合計"),
    ];
    assert_eq!(strangers, expected);
}

/// Texts that no cell holds, errors and formulas without a value.
#[test]
fn what_a_spreadsheet_could_not_hold_is_not_entered() {
    let control = CATALOG.controls[0].id;
    let whole = "長".repeat(300);
    let assessment = with(&[Edit::text(paths::control(control, "remark"), &whole)]);
    let cut = words::of(Language::Ja).cut;
    let [as_cut, changed, long] = [format!("{}{cut}", &whole[..300]), format!("短{cut}"), "あ".repeat(MAX_CHARS + 1)];
    let expected = |text: &str| {
        let found = came_back(&sheet_of(&assessment, "備考", &[text]), &assessment);
        assert!(found.changes.is_empty(), "{text}");
        found.odd.into_iter().map(|odd| odd.expected).next()
    };
    assert_eq!(expected(&as_cut), None);
    assert_eq!(expected(&changed), Some(Expected::Whole));
    assert_eq!(expected(&long), Some(Expected::Letters(MAX_CHARS)));
    let mut sheet = Sheet::of_csv(&sheet_of(&assessment, "備考", &["x"])).unwrap();
    sheet.lines[1].cells.insert(0, Found::NoValue("#N/A".to_owned()));
    let found = compared(&[sheet], &assessment).unwrap();
    assert_eq!(found.odd.into_iter().map(|odd| odd.expected).collect::<Vec<_>>(), [Expected::Value]);
}

#[test]
fn other_files_are_none_of_these_tables() {
    let assessment = with(&[]);
    for text in ["", "a,b\r\n1,2\r\n", "ID,状態\r\ncontrols/II.1.1.1,実施\r\n"] {
        let sheets = [Sheet::of_csv(text).unwrap()];
        assert_eq!(compared(&sheets, &assessment), Err(NoTable::Columns), "{text}");
        assert_eq!(written_from(&sheets), None);
    }
    assert_eq!(Sheet::of_csv("ID,状態\r\n\"controls"), None);
    assert_eq!(written_from(&[Sheet::of_csv(&csv(&controls(&assessment))).unwrap()]).as_ref(), Some(assessment.id()));
}

/// All that was found is shown, with what each cell would enter; what was changed on both sides waits for a person.
#[test]
fn everything_that_was_found_is_shown() {
    let [one, two] = [0, 1].map(|at| paths::control(CATALOG.controls[at].id, "remark"));
    let written = with(&[Edit::text(one.clone(), "長".repeat(400))]);
    let text = sheet_of(&written, "備考,状態", &[&format!("{}後,できた", "長".repeat(400)), "後,", "x,"]);
    let text = text.replacen(&controls(&written).rows[2].id, "controls/IX.9.9.9", 1);
    let mut now = written.clone();
    now.apply(&[Edit::text(two.clone(), "ここ")], &mut clock(2), NOW + 1, "");
    let found = came_back(&text, &now);
    for language in Language::ALL {
        let shown = Preview::of(&found, "点検", language);
        let kinds: Vec<&str> = shown.0.iter().map(|line| line[0].as_str()).collect();
        let (said, list) = kinds.split_at(kinds.iter().position(|kind| *kind != line::SAID).unwrap());
        assert!(!said.is_empty());
        let [change, both, listed] = [line::CHANGE, line::BOTH, line::LISTED];
        let expected = [change, both, listed, listed].map(|row| [line::TITLE, line::HEADS, row]);
        assert_eq!(list, expected.concat());
        let row = |kind: &str| shown.0.iter().find(|line| line[0] == kind).unwrap();
        assert_eq!(row(both)[3..], ["ここ", "後", &two.to_string(), "後"]);
        assert_eq!(row(change)[5], one.to_string());
        assert!(row(change)[4].ends_with('後') && row(change)[4].chars().count() < 40, "{}", row(change)[4]);
    }
    for why in
        [NoTable::Unreadable, NoTable::Broken, NoTable::Password, NoTable::Old, NoTable::TooMuch, NoTable::Columns]
    {
        assert_eq!(Preview::refused(why, Language::Ja).0.len(), 2);
    }
}
