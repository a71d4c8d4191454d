//! The assessment as tables: kept files of a worked case, and what holds for the tables of any assessment.

use std::{collections::BTreeSet, env, fs, path::PathBuf};

use proptest::prelude::*;
use tenken::core::{
    assessment::{Actor, Assessment, AssessmentId, Edit, paths},
    catalog::{CATALOG, Catalog},
    day::Day,
    evaluate::GuidelinePart,
    exchange::{
        read_csv,
        tables::{Cell, Table, TableId, csv, table, tables, words},
    },
    language::Language,
    report::{Scope, paper::Basis},
    worked::{Opening, worked},
};

use crate::{
    paper::{filled, small},
    support::{
        assessments::{NOW, with},
        cases,
    },
};

pub fn with_basis<T>(catalog: &'static Catalog, of: &Assessment, scope: Scope, then: impl FnOnce(&Basis) -> T) -> T {
    Basis::with((catalog, "digest"), of, scope, Day::new(2026, 12, 1).unwrap(), then)
}

pub fn all(catalog: &'static Catalog, of: &Assessment, language: Language) -> Vec<Table> {
    with_basis(catalog, of, Scope::ALL, |basis| tables(basis, language))
}

fn factory(catalog: &'static Catalog, language: Language) -> Assessment {
    let [id, snapshot] = [1, 2].map(AssessmentId::new);
    let opening = Opening { id, snapshot, actor: Actor::new(3), now_ms: NOW, language };
    worked("X-case-factory").unwrap().assessment(catalog, "digest", &opening).unwrap().0
}

/// `TENKEN_KEEP=1` writes the kept files anew; read what changed in them before they are committed. A small catalogue, so
/// that they are short and stay as they are when the catalogue grows.
#[test]
fn the_tables_of_a_worked_case_are_as_they_were_kept() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/tables");
    let catalog = small();
    for language in Language::ALL {
        for table in all(catalog, &factory(catalog, language), language) {
            let file = folder.join(format!("{}.{}.csv", table.id.keyword(), language.tag()));
            let text = csv(&table);
            if env::var_os("TENKEN_KEEP").is_some() {
                fs::create_dir_all(&folder).unwrap();
                fs::write(&file, &text).unwrap();
            }
            let kept = fs::read_to_string(&file).unwrap_or_default();
            assert!(text == kept, "{} differs; TENKEN_KEEP=1 writes it anew", file.display());
        }
    }
}

/// Every table with all of its rows, of a case that has something of everything.
#[test]
fn a_worked_case_fills_every_table() {
    let tables = all(&CATALOG, &factory(&CATALOG, Language::Ja), Language::Ja);
    assert!(tables.iter().map(|t| t.id).eq(TableId::ALL));
    for table in &tables {
        println!("{}: {} rows, {} bytes as CSV", table.title, table.rows.len(), csv(table).len());
    }
    assert_eq!(tables[1].rows.len(), CATALOG.controls.len());
}

#[track_caller]
fn holds(table: &Table, assessment: &Assessment) {
    let ids: BTreeSet<&str> = table.rows.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(ids.len(), table.rows.len(), "{}: an id twice", table.title);
    assert!(table.columns.iter().all(|column| !column.head.is_empty()), "{}: a head is missing", table.title);
    for row in &table.rows {
        assert_eq!(row.cells.len(), table.columns.len(), "{}", row.id);
        for (column, cell) in table.columns.iter().zip(&row.cells) {
            let word = cell.text();
            if !column.states.is_empty() {
                let known = column.states.iter().any(|state| state.word == word);
                assert!(known || word.is_empty(), "{}: {word}", row.id);
            }
            let Some(field) = column.field else { continue };
            let path = if field.is_empty() { row.id.clone() } else { format!("{}/{field}", row.id) };
            let entered = assessment.text(&path.parse().unwrap());
            match cell {
                // What nobody judged is as the catalogue has it.
                Cell::State { .. } if entered.is_empty() => {
                    assert!(["impact", "likelihood"].contains(&field), "{path}")
                }
                Cell::State { keyword, .. } => assert_eq!(*keyword, entered, "{path}"),
                other => assert_eq!(other.text(), entered, "{path}"),
            }
        }
    }
}

proptest! {
    #![proptest_config(cases(12))]

    /// What was entered stands in the cell whose id and column make its path, and a table reads back as it was written.
    #[test]
    fn what_was_entered_stands_in_its_cell(seed: u64, english: bool) {
        let language = if english { Language::En } else { Language::Ja };
        let assessment = filled(&CATALOG, seed);
        for table in all(&CATALOG, &assessment, language) {
            holds(&table, &assessment);
            let rows = read_csv(csv(&table).trim_start_matches('\u{feff}')).unwrap();
            prop_assert_eq!(rows.len(), table.rows.len() + 1);
            for (row, read) in table.rows.iter().zip(&rows[1..]) {
                let cells: Vec<String> =
                    row.cells.iter().map(Cell::text).chain([row.id.clone(), table.origin(row)]).collect();
                prop_assert_eq!(&cells, read);
            }
        }
    }
}

/// A cell that a spreadsheet would take for a formula is none, and comes back as it was.
#[test]
fn what_begins_like_a_formula_is_made_harmless() {
    let control = CATALOG.controls[0].id;
    for text in ["=1+1", "+81", "-", "@SUM(A1)", "'=1", "a,b\n\"c\"; \u{1F600}"] {
        let assessment = with(&[Edit::text(paths::control(control, "remark"), text)]);
        let written =
            with_basis(&CATALOG, &assessment, Scope::ALL, |of| csv(&table(of, TableId::Controls, Language::Ja)));
        assert!(written.starts_with('\u{feff}'));
        assert!(!written.contains(&format!(",{text},")) && !written.contains(&format!("\"{text}\"")), "{text}");
        assert_eq!(read_csv(written.trim_start_matches('\u{feff}')).unwrap()[1][8], text);
    }
}

#[test]
fn own_entries_are_left_out_where_they_are_hidden() {
    let assessment = factory(&CATALOG, Language::Ja);
    let hidden = with_basis(&CATALOG, &assessment, Scope { original: false }, |of| tables(of, Language::Ja));
    for shown in all(&CATALOG, &assessment, Language::Ja) {
        let left = hidden.iter().find(|t| t.id == shown.id).map_or(0, |t| t.rows.len());
        match shown.id {
            TableId::Risks | TableId::Actions => assert!(left < shown.rows.len(), "{}", shown.title),
            TableId::Model => assert_eq!(left, shown.rows.len()),
            _ => assert!(left <= shown.rows.len()),
        }
    }
    let risks = hidden.iter().filter(|t| matches!(t.id, TableId::Risks | TableId::Actions));
    assert!(risks.flat_map(|t| &t.rows).all(|row| !row.id.contains("/X-")));
}

/// A part that is not assessed has no rows, and a table by itself still has its heads.
#[test]
fn parts_that_are_left_out_have_no_tables() {
    let out: Vec<Edit> = GuidelinePart::ALL.map(|p| Edit::text(paths::part_scope(p.keyword()), "out")).into();
    let assessment = with(&out);
    let only: Vec<TableId> = all(&CATALOG, &assessment, Language::En).iter().map(|t| t.id).collect();
    assert_eq!(only, [TableId::Summary]);
    let risks = with_basis(&CATALOG, &assessment, Scope::ALL, |of| csv(&table(of, TableId::Risks, Language::En)));
    assert!(risks.starts_with("\u{feff}Role,Concerns,Risk") && risks.lines().count() == 1, "{risks}");
}

#[test]
fn the_wording_is_whole_in_both_languages() {
    for (name, ja, en) in words::pairs() {
        assert!(!ja.is_empty() && !en.is_empty(), "{name}");
        assert_eq!(ja.split('|').count(), en.split('|').count(), "{name}");
    }
    for id in TableId::ALL {
        for language in Language::ALL {
            assert!(id.title(language).chars().count() <= 31);
        }
    }
}
