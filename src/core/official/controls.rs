//! Controls of Parts II and III: number, class, statement, best practices, evaluation items.

use super::{
    clean::{Row, page_number},
    draft::Draft,
    found::{Doubt, Found, FoundField, Lines},
    items, risks, scan, split,
    text::{bare, ends, trimmed},
};
use crate::core::{
    catalog::{Catalog, EntryKind},
    pack::MAX_ENTRIES,
};

/// The longest statement or best practice, in characters; what is longer may hold something else as well.
const LONGEST: usize = 700;

/// Where in a control the reader is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Behind the number, where the class may still come.
    Number,
    Statement,
    Practices,
    Items,
    /// Something that no pack takes.
    Other,
}

/// A control that is being read.
#[derive(Debug)]
struct Control {
    id: String,
    class: Option<(&'static str, usize)>,
    at: usize,
    statement: Draft,
    practices: Vec<(String, Draft)>,
    items: Vec<Row>,
    doubt: Option<Doubt>,
}

/// Reads controls from rows, one after the other.
pub(super) struct Controls<'a> {
    catalog: &'a Catalog,
    pub found: Vec<Found>,
    now: Option<Control>,
    part: Part,
    annex: bool,
    last: Option<Vec<u32>>,
}

impl<'a> Controls<'a> {
    pub fn new(catalog: &'a Catalog) -> Self {
        Self { catalog, found: Vec::new(), now: None, part: Part::Other, annex: false, last: None }
    }

    /// Reads a row. `next` is the one behind it.
    pub fn row(&mut self, row: &Row, next: Option<&Row>) {
        if is_annex(&row.text) {
            self.end();
            self.annex = true;
        } else if risks::is_table_head(&row.text) {
            self.end();
        } else if let Some((number, rest)) = scan::number(&row.text) {
            self.numbered(row, number, rest, next);
        } else if scan::class(&row.text).is_some_and(|(_, rest)| trimmed(rest).is_empty()) && self.part != Part::Number
        {
            // A class without a number that could be read: whatever follows is of a control that is not known.
            self.end();
        } else if let Some((head, rest)) = scan::head(&row.text) {
            self.headed(row, &head, rest);
        } else {
            self.text(row);
        }
    }

    fn numbered(&mut self, row: &Row, number: String, rest: &str, next: Option<&Row>) {
        let class = scan::class(rest);
        let behind = class.map_or(rest, |(_, behind)| behind);
        let control = scan::is_control(&number);
        let alone = trimmed(behind).is_empty();
        let class_next = class.is_none() && alone && next.is_some_and(|n| scan::class(&n.text).is_some());
        if scan::goes_on(behind) {
            // Only named, as in a sentence that was wrapped before it.
            return self.text(row);
        }
        if control && (class.is_some() || class_next) {
            self.end();
            let doubt = if self.annex { Some(Doubt::InAnnex) } else { self.out_of_order(&number) };
            self.now = Some(Control {
                id: number,
                class: class.map(|(class, _)| (class, row.at)),
                at: row.at,
                statement: Draft::default(),
                practices: Vec::new(),
                items: Vec::new(),
                doubt,
            });
            self.part = if class.is_some() { Part::Statement } else { Part::Number };
            if !alone {
                self.text(&Row { text: behind.to_owned(), ..row.clone() });
            }
        } else if control && self.now.as_ref().is_some_and(|now| now.id == number) {
            // The same number once more, as a list of links has it.
            self.part = Part::Other;
        } else if self.is_within_sentence() {
            self.text(row);
        } else {
            self.end();
            // The overview in Part I names the annexes as well.
            self.annex &= control || number.starts_with("IV.") || number.starts_with("V.");
        }
    }

    /// Whether a statement or a best practice has begun and does not end as a sentence yet.
    fn is_within_sentence(&self) -> bool {
        let Some(now) = &self.now else { return false };
        let text = match self.part {
            Part::Statement => &now.statement.text,
            Part::Practices => now.practices.last().map_or("", |(_, p)| &p.text),
            _ => "",
        };
        !text.is_empty() && !ends(text) && !text.ends_with("こと")
    }

    /// A number that is not greater than the one before, in the guideline's body.
    fn out_of_order(&mut self, number: &str) -> Option<Doubt> {
        let key: Vec<u32> =
            number.split('.').map(|n| n.parse().unwrap_or(u32::try_from(n.len()).unwrap_or(0))).collect();
        let less = self.last.as_ref().is_some_and(|last| *last >= key);
        if !less {
            self.last = Some(key);
        }
        less.then_some(Doubt::OutOfOrder)
    }

    fn headed(&mut self, row: &Row, head: &str, rest: &str) {
        let within = self.is_within_sentence();
        let Some(now) = &mut self.now else { return };
        if let (Part::Number, Some((class, behind))) = (self.part, scan::class(&row.text)) {
            now.class = Some((class, row.at));
            self.part = Part::Statement;
            return self.text(&Row { text: behind.to_owned(), ..row.clone() });
        }
        match head {
            // Twice in one control: the number of the next one was not seen.
            "ベストプラクティス" if !now.practices.is_empty() || self.part == Part::Items => self.lost(),
            "ベストプラクティス" => self.part = Part::Practices,
            _ if head.starts_with("評価項目") => self.part = Part::Items,
            _ if head.starts_with("対策参照値") && self.part == Part::Items => {}
            _ if within && !trimmed(rest).is_empty() => return self.text(row),
            _ => self.part = Part::Other,
        }
        if !trimmed(rest).is_empty() && self.part != Part::Other && !split::is_part(&bare(rest)) {
            self.text(&Row { text: rest.to_owned(), ..row.clone() });
        }
    }

    /// What was read last may be of another control, whose number was not seen.
    fn lost(&mut self) {
        self.part = Part::Other;
        if let Some(now) = &mut self.now {
            match now.practices.last_mut() {
                Some((_, practice)) => practice.doubt(Doubt::Mixed),
                None => now.statement.doubt(Doubt::Mixed),
            }
        }
    }

    fn text(&mut self, row: &Row) {
        let text = trimmed(&row.text);
        let bare_number = self.part != Part::Items && page_number(text).is_some();
        if text.is_empty() || bare_number || is_left_out(text) {
            return;
        }
        if matches!(self.part, Part::Statement | Part::Practices) && !self.is_within_sentence() && is_links(text) {
            self.part = Part::Other;
        }
        let Some(now) = &mut self.now else { return };
        match self.part {
            Part::Number => {
                self.part = Part::Statement;
                now.statement.add(text, row.at);
            }
            Part::Statement => {
                // What follows a statement that is complete may be that of the next control, whose number was not seen.
                if now.statement.text.ends_with("こと。") {
                    now.statement.doubt(Doubt::Mixed);
                }
                now.statement.add(text, row.at);
            }
            Part::Practices => self.practice(text, row.at),
            Part::Items => now.items.push(row.clone()),
            Part::Other => {}
        }
    }

    fn practice(&mut self, text: &str, at: usize) {
        let Some(now) = &mut self.now else { return };
        let before = now.practices.last().map(|(mark, _)| scan::place_of(mark));
        let complete = now.practices.last().is_none_or(|(_, p)| ends(&p.text));
        match scan::roman_mark(text) {
            Some((mark, rest))
                if before.is_none_or(|b| scan::place_of(&mark) > b)
                    && (complete || before.is_some_and(|b| scan::place_of(&mark) == b + 1)) =>
            {
                let mut practice = Draft::new(rest, at);
                if scan::place_of(&mark) != before.unwrap_or(0) + 1 {
                    practice.doubt(Doubt::Gap);
                }
                now.practices.push((mark, practice));
            }
            // From the beginning again: of another control, whose number was not seen.
            Some((mark, _)) if mark == "i" && complete => self.lost(),
            // Text before the first mark is none: of a single practice the mark may be left out, but that is not known.
            _ => {
                if let Some((_, practice)) = now.practices.last_mut() {
                    practice.add(text, at);
                }
            }
        }
    }

    /// Ends the control that is being read.
    pub fn end(&mut self) {
        self.part = Part::Other;
        let Some(now) = self.now.take() else { return };
        let kind = EntryKind::Control.keyword();
        let known = self.catalog.control(&now.id);
        let mut found = Found { kind: kind.to_owned(), id: now.id.clone(), new: known.is_none(), ..Found::default() };
        let all = if known.is_none() { Some(Doubt::New) } else { now.doubt.clone() };
        let value = |field: &str, text: &str, value: &str, at: usize| FoundField {
            field: field.to_owned(),
            text: text.to_owned(),
            value: value.to_owned(),
            doubt: None,
            lines: Lines::at(at),
        };
        let mut fields = vec![value("id", &now.id, &now.id, now.at)];
        if let Some((class, at)) = now.class {
            fields.push(value("class", if class == "basic" { "基本" } else { "推奨" }, class, at));
        }
        let mut statement = now.statement;
        if !statement.text.is_empty() {
            statement.check(&["こと"], LONGEST);
            fields.push(statement.field("statement"));
        }
        for (mark, mut practice) in now.practices {
            practice.check(&[], LONGEST);
            if practice.text.contains("こと。") || scan::has_mark(&practice.text) {
                practice.doubt(Doubt::Mixed);
            }
            fields.push(practice.field(&format!("practice.{mark}")));
        }
        fields.extend(items::read(&now.items, known.map_or(&[], |c| c.items.0)));
        for mut field in fields {
            if let Some(doubt) = &all {
                field.doubt.get_or_insert(doubt.clone());
            }
            found.put(field);
        }
        self.merge(found);
    }

    /// A control that is found again adds what was missing, and makes doubtful what it says otherwise.
    fn merge(&mut self, found: Found) {
        let full = self.found.len() >= MAX_ENTRIES;
        match self.found.iter_mut().find(|f| f.id == found.id) {
            // What stands in an annex repeats the body, often shortened.
            Some(_) if self.annex => {}
            Some(known) => found.fields.into_iter().for_each(|field| known.put(field)),
            // A pack takes no more.
            None if full => {}
            None => self.found.push(found),
        }
    }
}

/// Whether a row begins the annexes or one of them.
pub(super) fn is_annex(text: &str) -> bool {
    let bare = bare(text);
    let annex = bare.strip_prefix("Annex").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let part = bare.trim_start_matches("第").starts_with("V.参考資料") || bare.starts_with("Ⅴ.参考資料");
    (annex || part) && bare.chars().count() < 60 && !ends(&bare) && !bare.contains("参照")
}

/// Whether a row begins the links to ISO/IEC 27002 that follow a control: its numbers and its words are no text of ours.
fn is_links(text: &str) -> bool {
    let iso = bare(text).starts_with("ISO/IEC27002");
    let numbered = scan::places(text).is_some_and(|(places, rest)| {
        places.len() > 1
            && trimmed(rest).chars().next().is_some_and(|c| c as u32 > 0x3000)
            && !trimmed(rest).starts_with('%')
    });
    iso || numbered
}

/// `(中略)` and the like.
fn is_left_out(text: &str) -> bool {
    matches!(&*bare(text), "(中略)" | "(略)" | "(以下略)" | "(以下、略)" | "…")
}
