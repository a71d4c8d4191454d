//! A pack as a table that a person fills in: the empty template with all ids, and what comes back.

use super::{MAX_NAME, Pack, PackError, PackError::Columns, PackFact, fields, tidy};
use crate::core::{
    catalog::{Catalog, Content, Entry, EntryData, EntryKind, Provenance},
    document::FileError,
    exchange::{read_csv, write_csv},
    report::{ProvenanceKind, labels},
};

/// The columns: what a person reads, and the keyword by which the column is found again.
const COLUMNS: [(&str, &str); 8] = [
    ("種別", "kind"),
    ("番号・ID", "id"),
    ("項目", "field"),
    ("項目の意味", "label"),
    ("現在の内容", "current"),
    ("日本語(ここに記入)", "ja"),
    ("英語(任意)", "en"),
    ("現在の内容の出どころ", "from"),
];
/// The rows about the pack itself: what stands in the column of kinds.
const PACK: &str = "pack";
/// Marks of best practices for which there is always a row.
const MARKS: [&str; 5] = ["i", "ii", "iii", "iv", "v"];

/// The columns to be filled in, still empty.
const EMPTY: [&str; 2] = ["", ""];

/// The table to be filled in: a row for each fact that a pack can set, with what the catalogue says now and where that
/// comes from, and rows for what the official text usually has more of; of one part of the guideline, or of all.
/// UTF-8 with a byte order mark, for Excel.
#[must_use]
pub fn template(catalog: &Catalog, part: Option<&str>) -> String {
    let mut rows: Vec<Vec<String>> = vec![COLUMNS.iter().map(|(name, keyword)| format!("{name} {keyword}")).collect()];
    let mut push = |cells: [&str; 8]| rows.push(cells.iter().map(|c| (*c).to_owned()).collect());
    push([PACK, "", "name", "このパックの名前", "", "", "", ""]);
    push([PACK, "", "edition", "もとにした版", catalog.edition.name.ja(), "", "", &source(catalog.edition.name.from)]);
    for entry in catalog.entries().into_iter().filter(|e| part.is_none_or(|part| e.part() == part)) {
        let mut row = |field: &str, current: &str, from: Option<Provenance>, filled: [&str; 2]| {
            if fields::can_set(entry.kind, field) {
                let label = format!("{} {}", kind_name(entry.kind), fields::label(entry.kind, field).0);
                let from = from.map(source).unwrap_or_default();
                push([entry.kind.keyword(), entry.id, field, &label, current, filled[0], filled[1], &from]);
            }
        };
        let facts = catalog.facts(&entry);
        let mut extra = extra(&entry);
        for (i, fact) in facts.iter().enumerate() {
            // The order of an item's options stands before the first of them.
            if let Some((item, first)) = fact.field.split_once(".option.") {
                let options = facts.iter().filter_map(|f| f.field.strip_prefix(item)?.strip_prefix(".option."));
                let options: Vec<&str> = options.collect();
                if options.first() == Some(&first) {
                    row(&format!("{item}.options"), &options.join(" "), Some(Provenance::Original), EMPTY);
                }
            }
            let from = Some(fact.from);
            match &fact.content {
                // What a pack gave stands filled in, so that the table can be worked on.
                Content::Text(text) if fact.from == Provenance::Supplied => {
                    row(&fact.field, text.ja(), from, [text.ja(), if text.en() == text.ja() { "" } else { text.en() }]);
                }
                Content::Value(value) if fact.from == Provenance::Supplied => {
                    row(&fact.field, value, from, [value, ""])
                }
                Content::Text(text) => row(&fact.field, text.ja(), from, EMPTY),
                Content::Value(value) => row(&fact.field, value, from, EMPTY),
            }
            extra.retain(|field| *field != fact.field);
            // More of a family stands with the family.
            let family = |field: &str| field.split('.').next().unwrap_or_default().to_owned();
            let here = family(&fact.field);
            if facts.get(i + 1).is_none_or(|next| family(&next.field) != here) {
                let known: Vec<&str> = facts.iter().map(|f| f.field.as_str()).collect();
                for field in extra.iter().filter(|f| family(f) == here && !known.contains(&f.as_str())) {
                    row(field, "", None, EMPTY);
                }
                extra.retain(|f| family(f) != here);
            }
        }
        extra.iter().for_each(|field| row(field, "", None, EMPTY));
    }
    write_csv(&rows)
}

/// What a provenance is called, and how sure it is.
fn source(from: Provenance) -> String {
    let label = labels::provenance(ProvenanceKind::of(from)).ja;
    match from {
        Provenance::Unverified(percent) => format!("{label} {percent}%"),
        _ => label.to_owned(),
    }
}

/// Fields for which an entry gets a row although it says nothing there.
fn extra(entry: &Entry) -> Vec<String> {
    let mut extra = Vec::new();
    match entry.data {
        EntryData::Control(control) => {
            extra.extend(MARKS.iter().map(|mark| format!("practice.{mark}")));
            // Part III alone has evaluation items.
            if entry.id.starts_with("III.") && control.items.is_empty() {
                extra.extend(["item.a.name".to_owned(), "item.a.measure".to_owned()]);
                extra.extend((1..=6).map(|n| format!("item.a.value.{n}")));
            }
        }
        EntryData::Countermeasure(c) => {
            extra.push("statement".to_owned());
            // Ours are whole; the guideline's own may have more actions than are known.
            if !entry.id.contains('X') {
                let free = (1..).map(|n| format!("action.{}.{n}", c.id));
                let taken = |field: &String| c.actions.iter().any(|a| field.ends_with(a.id.0));
                extra.extend(free.filter(|f| !taken(f)).take(3));
            }
        }
        _ => {}
    }
    extra
}

const fn kind_name(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Section => "編・節",
        EntryKind::Control => "対策項目",
        EntryKind::Viewpoint => "観点",
        EntryKind::Role => "ロール",
        EntryKind::Component => "コンポーネント",
        EntryKind::Data => "データ取扱形態",
        EntryKind::Type => "類型",
        EntryKind::Risk => "リスク",
        EntryKind::Countermeasure => "リスク対応策",
        EntryKind::Equipment => "構成要素",
        EntryKind::Axis => "情報の性質",
        EntryKind::Pattern => "パターン",
        EntryKind::Point => "Annexの要点",
        EntryKind::IsoChapter => "ISO/IEC 27002 の章",
        EntryKind::IsoItem => "ISO/IEC 27002 の項目",
        EntryKind::Case => "事例",
    }
}

/// Reads a filled table. Columns may stand in any order, and those that only explain may be gone; rows in which
/// nothing is filled in say nothing.
pub(super) fn read(file: &str, text: &str) -> Result<Pack, PackError> {
    let mut rows = read_csv(text).ok_or(PackError::File(FileError::Truncated))?.into_iter().enumerate();
    let (_, head) = rows.next().unwrap_or_default();
    let column = |word: &str| head.iter().position(|c| c.split_whitespace().last() == Some(word));
    let (Some(kind), Some(id), Some(field), Some(ja)) = (column("kind"), column("id"), column("field"), column("ja"))
    else {
        let needed = ["kind", "id", "field", "ja"];
        return Err(Columns(needed.into_iter().filter(|word| column(word).is_none()).collect()));
    };
    let en = column("en").unwrap_or(usize::MAX);
    let mut pack = Pack { name: short(file), edition: String::new(), facts: Vec::new() };
    for (i, row) in rows {
        let cell = |at: usize| row.get(at).map(|c| tidy(c)).unwrap_or_default();
        let (ja, en) = (cell(ja), cell(en));
        if ja.is_empty() && en.is_empty() {
            continue;
        }
        let (kind, id, field) = (short(&cell(kind)), short(&cell(id)), short(&cell(field)));
        match (kind.as_str(), field.as_str()) {
            // A name in English alone is a name.
            (PACK, "name") => pack.name = short(if ja.is_empty() { &en } else { &ja }),
            (PACK, "edition") => pack.edition = short(&ja),
            _ => {
                let en = if en == ja { String::new() } else { en };
                pack.facts.push(PackFact { row: i + 1, kind, id, field, ja, en });
            }
        }
    }
    Ok(pack)
}

fn short(name: &str) -> String {
    name.chars().take(MAX_NAME).collect::<String>().trim().to_owned()
}
