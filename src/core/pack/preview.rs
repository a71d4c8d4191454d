//! What a pack would replace and add, before it is put in force.

use super::{Mistakes, Pack, apply};
use crate::core::catalog::{Catalog, Content, Entry, Fact, Provenance};

/// What a fact says: a text, or a value that is the same in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// In Japanese.
    pub ja: String,
    /// In English.
    pub en: String,
}

/// One field that a pack changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldPreview {
    /// The field, as `Catalog::facts` names it.
    pub field: String,
    /// What it says now; `None` where it is added.
    pub before: Option<Said>,
    /// What it would say; `None` where it goes, as our best practices do when official ones come.
    pub after: Option<Said>,
}

/// One entry that a pack changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryPreview {
    /// The entry as it would be.
    pub entry: Entry,
    /// Whether the catalogue has it not yet.
    pub new: bool,
    /// Its fields that change, in the order in which they are shown.
    pub fields: Vec<FieldPreview>,
}

/// What a pack would do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Preview {
    /// The entries that change, in the catalogue's order.
    pub entries: Vec<EntryPreview>,
    /// How many facts change.
    pub replaced: usize,
    /// How many facts are added.
    pub added: usize,
    /// How many facts go.
    pub removed: usize,
    /// How many facts of the pack say what the catalogue says already.
    pub same: usize,
}

/// What a pack would do to a catalogue. Nothing is put in force.
///
/// # Errors
/// If the pack cannot be applied: its mistakes.
pub fn preview(base: &'static Catalog, pack: &Pack) -> Result<Preview, Mistakes> {
    let applied = apply(base, pack)?;
    let mut preview = Preview::default();
    let mut different = 0;
    for entry in applied.entries() {
        if !applied.is_supplied(entry.kind, entry.id) {
            continue;
        }
        let old = base.entry(entry.kind, entry.id);
        let before = old.as_ref().map(|e| base.facts(e)).unwrap_or_default();
        let after = applied.facts(&entry);
        let mut fields = Vec::new();
        for fact in &after {
            let was = before.iter().find(|b| b.field == fact.field).map(said);
            let is = said(fact);
            match &was {
                Some(was) if *was == is => {}
                Some(_) => preview.replaced += 1,
                None => preview.added += 1,
            }
            if was.as_ref() != Some(&is) {
                fields.push(FieldPreview { field: fact.field.clone(), before: was, after: Some(is) });
            }
        }
        for gone in before.iter().filter(|b| !after.iter().any(|a| a.field == b.field)) {
            preview.removed += 1;
            fields.push(FieldPreview { field: gone.field.clone(), before: Some(said(gone)), after: None });
        }
        // What changes and is supplied is what the pack gave.
        let given = |field: &FieldPreview| match &field.after {
            Some(_) => after.iter().any(|a| a.field == field.field && a.from == Provenance::Supplied),
            None => pack.facts.iter().any(|f| f.id == entry.id && f.field == field.field),
        };
        different += fields.iter().filter(|f| given(f)).count();
        if !fields.is_empty() {
            preview.entries.push(EntryPreview { entry, new: old.is_none(), fields });
        }
    }
    preview.same = pack.facts.len().saturating_sub(different);
    Ok(preview)
}

/// What a fact says.
#[must_use]
pub fn said(fact: &Fact) -> Said {
    match &fact.content {
        Content::Text(text) => Said { ja: text.ja().to_owned(), en: text.en().to_owned() },
        Content::Value(value) => Said { ja: value.clone(), en: value.clone() },
    }
}
