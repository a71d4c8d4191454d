//! The sheet of fidelity: it counts every fact once, and the documents are what is made from it.

use std::{collections::BTreeSet, fs};

use tenken::core::{
    catalog::{CATALOG, EntryKind},
    exchange::fidelity::{DOCUMENTS, markdown},
    report::{FidelityPart, ProvenanceKind, fidelity},
};

#[test]
fn every_fact_is_counted_once() {
    let sheet = fidelity(&CATALOG);
    let facts: Vec<_> = CATALOG.entries().iter().flat_map(|e| CATALOG.facts(e)).collect();
    let beside = sheet.rows.iter().find(|row| row.part == FidelityPart::Beside).unwrap();
    assert_eq!(sheet.entries, CATALOG.entries().len());
    assert_eq!(sheet.total.facts(), facts.len() + beside.tally.facts());
    for kind in ProvenanceKind::ALL {
        let of_kind = facts.iter().filter(|f| ProvenanceKind::of(f.from) == kind).count();
        assert_eq!(sheet.total.of(kind), of_kind + beside.tally.of(kind), "{kind:?}");
        assert_eq!(sheet.total.of(kind), sheet.rows.iter().map(|row| row.tally.of(kind)).sum::<usize>(), "{kind:?}");
    }
    assert_eq!(sheet.entries, sheet.rows.iter().map(|row| row.entries).sum::<usize>());
}

#[test]
fn rows_stand_in_the_order_of_the_guideline_and_none_is_empty_or_twice() {
    let rows = fidelity(&CATALOG).rows;
    let parts: Vec<FidelityPart> = rows.iter().map(|row| row.part).collect();
    assert_eq!(parts.iter().collect::<BTreeSet<_>>().len(), parts.len());
    assert!(rows.iter().all(|row| row.tally.facts() > 0));
    let sections: Vec<&str> =
        parts.iter().filter_map(|part| if let FidelityPart::Section(id) = part { Some(*id) } else { None }).collect();
    let expected = "I II III III.1 III.2 III.3 III.4 III.5 IV V \
                    Annex1 Annex2 Annex3 Annex4 Annex5 Annex6 Annex7 Annex8";
    assert_eq!(sections, expected.split_whitespace().collect::<Vec<_>>());
    let at = |part| parts.iter().position(|p| *p == part).unwrap();
    let risks = at(FidelityPart::Kind(EntryKind::Risk));
    assert!(at(FidelityPart::Section("IV")) < risks && risks < at(FidelityPart::Section("V")));
    assert_eq!(parts.last(), Some(&FidelityPart::Beside));
    // Controls stand with the section that their number begins with.
    let controls = CATALOG.controls.iter().filter(|c| c.id.0.starts_with("III.1.")).count();
    let sections = CATALOG.sections.iter().filter(|s| s.id == "III.1" || s.id.starts_with("III.1.")).count();
    assert_eq!(rows[at(FidelityPart::Section("III.1"))].entries, controls + sections);
}

#[test]
fn sureness_is_told_where_something_is_unverified() {
    for row in fidelity(&CATALOG).rows {
        let unverified = row.tally.of(ProvenanceKind::Unverified) > 0;
        assert_eq!((row.tally.mean_percent().is_some(), row.tally.percent_range().is_some()), (unverified, unverified));
        if let (Some((least, most)), Some(mean)) = (row.tally.percent_range(), row.tally.mean_percent()) {
            assert!(usize::from(least) <= mean && mean <= usize::from(most), "{:?}", row.part);
        }
    }
}

#[test]
fn the_documents_are_what_is_made_from_the_catalogue() {
    for (language, name) in DOCUMENTS {
        let kept = fs::read_to_string(format!("{}/docs/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap_or_default();
        assert!(
            kept == markdown(&CATALOG, language),
            "docs/{name} is not of this catalogue any more; run ./dev docs and look at what changed"
        );
    }
}
