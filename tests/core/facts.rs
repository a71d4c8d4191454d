//! The walk over all entries and facts leaves nothing out and invents nothing.

use std::collections::BTreeSet;

use tenken::core::catalog::{CATALOG, Content, EntryKind, notation, schema, texts};

#[test]
fn every_entry_is_listed_once_and_found_again() {
    let entries = CATALOG.entries();
    let keys: BTreeSet<_> = entries.iter().map(|e| (e.kind, e.id)).collect();
    assert_eq!(keys.len(), entries.len());
    for entry in &entries {
        assert_eq!(CATALOG.entry(entry.kind, entry.id).as_ref(), Some(entry));
    }
    for kind in EntryKind::ALL {
        assert_eq!(EntryKind::from_keyword(kind.keyword()), Some(kind));
        assert!(keys.iter().any(|(k, _)| *k == kind), "{kind:?} has entries");
    }
}

#[test]
fn fields_are_unique_within_an_entry() {
    for entry in CATALOG.entries() {
        let facts = CATALOG.facts(&entry);
        let fields: BTreeSet<_> = facts.iter().map(|f| &f.field).collect();
        assert_eq!(fields.len(), facts.len(), "{entry:?}");
    }
}

/// Texts that belong to no entry: names of the edition, of sources and passages, of players and kinds of role.
fn beside_the_entries() -> impl Iterator<Item = u32> {
    let c = &CATALOG;
    [c.edition.name.at]
        .into_iter()
        .chain(c.sources.iter().map(|s| s.title.at))
        .chain(c.passages.iter().map(|p| p.title.at))
        .chain(c.players.iter().flat_map(|p| [p.name.at, p.about.at]))
        .chain(c.role_kinds.iter().map(|k| k.name.at))
}

#[test]
fn every_text_of_the_catalogue_is_a_fact() {
    let mut seen: BTreeSet<u32> = beside_the_entries().collect();
    for fact in CATALOG.entries().iter().flat_map(|e| CATALOG.facts(e)) {
        if let Content::Text(text) = fact.content {
            assert_eq!(text.from, fact.from);
            seen.insert(text.at);
        }
    }
    let missing: Vec<_> = (0..texts::shipped_count()).filter(|at| !seen.contains(at)).map(|at| texts::ja(at)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn values_are_written_as_they_are_read() {
    for value in CATALOG.controls.iter().flat_map(|c| c.items).flat_map(|i| i.values) {
        let text = notation::write_value(value);
        let bare = text.strip_suffix(" *").unwrap_or(&text);
        assert_eq!(notation::parse_level(bare), Some(value.level), "{text}");
    }
    for (milli, text) in [(99_500, "99.5"), (1000, "1"), (1, "0.001"), (1_010, "1.01"), (0, "0")] {
        assert_eq!(notation::write_milli(milli), text);
    }
}

#[test]
fn conditions_are_written_in_the_shape_of_the_files() {
    for risk in CATALOG.risks {
        let json = notation::write_condition(&risk.when);
        let read: Result<schema::Condition, _> = serde_json::from_str(&json);
        assert!(read.is_ok(), "{}: {json}", risk.id);
    }
}
