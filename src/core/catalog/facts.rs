//! Every fact that the catalogue states, down to the single reference value, each with where it comes from.
//!
//! One walk serves whatever looks at all of it: search, the sheet of fidelity, the export, packs, and the marks by
//! which a changed entry is known. Compiled into the build script as well, hence it names nothing of the crate.

use super::{
    entries::Entry,
    kind::EntryKind,
    types::*,
    words::{self, word_of, write_condition, write_players, write_value},
};

/// What a fact says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// A text in both languages.
    Text(Text),
    /// A number, a class, a value, a condition or ids, as the files write it; ids stand apart by blanks.
    Word(String),
}

/// One fact about an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Its field within the entry, `statement`, `item.a.value.3` or `action.A-1.1`.
    pub field: String,
    /// What it says.
    pub content: Content,
    /// Where it comes from.
    pub from: Provenance,
}

/// A short mark of what facts say, in both languages: other words, another mark (FNV-1a). Where they come from does not
/// count, and neither does where the texts are kept. It stands in files, so it must never come out otherwise.
#[must_use]
pub fn mark(facts: &[Fact]) -> u32 {
    let mut hash = 0x811c_9dc5_u32;
    let mut add = |text: &str| {
        for byte in text.bytes().chain([0]) {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    };
    for fact in facts {
        add(&fact.field);
        match &fact.content {
            Content::Text(text) => {
                add(text.ja());
                add(text.en());
            }
            Content::Word(word) => add(word),
        }
    }
    hash
}

/// Gathers the facts of one entry.
struct Facts {
    found: Vec<Fact>,
    /// Where words come from that a pack gave, or left where it gave the text beside them.
    words: List<(&'static str, Provenance)>,
}

impl Facts {
    fn text(&mut self, field: &str, text: Text) {
        self.found.push(Fact { field: field.to_owned(), content: Content::Text(text), from: text.from });
    }

    fn some(&mut self, field: &str, text: Option<Text>) {
        if let Some(text) = text {
            self.text(field, text);
        }
    }

    fn word(&mut self, field: &str, word: String, from: Provenance) {
        if !word.is_empty() {
            let from = self.words.iter().find(|(f, _)| *f == field).map_or(from, |(_, from)| *from);
            self.found.push(Fact { field: field.to_owned(), content: Content::Word(word), from });
        }
    }
}

impl Catalog {
    /// All facts about an entry, in the order in which they are shown. Empty if there is no such entry.
    #[must_use]
    pub fn facts(&self, entry: &Entry) -> Vec<Fact> {
        let words = self.supplied(entry.kind, entry.id).map_or(List(&[]), |e| e.words);
        let mut facts = Facts { found: Vec::new(), words };
        self.gather(entry, &mut facts);
        facts.found
    }

    fn gather(&self, entry: &Entry, to: &mut Facts) -> Option<()> {
        let id = entry.id;
        let title = match entry.kind {
            EntryKind::Section | EntryKind::Control | EntryKind::Risk | EntryKind::Measure => "title",
            EntryKind::Point | EntryKind::IsoChapter | EntryKind::IsoItem => "title",
            _ => "name",
        };
        if entry.kind != EntryKind::Control {
            to.text(title, entry.title);
        }
        match entry.kind {
            EntryKind::Section => to.some("about", self.section(id)?.about),
            EntryKind::Control => control(self.control(id)?, to),
            EntryKind::Viewpoint => to.text("about", self.viewpoints.iter().find(|v| v.id.word() == id)?.about),
            EntryKind::Role => {
                let e = self.role(id)?;
                to.text("about", e.about);
                // The kinds are named where roles are listed under them; they are as sure as the role's name.
                to.word("kind", word_of(words::ROLE_KINDS, &e.kind).to_owned(), e.name.from);
            }
            EntryKind::Component => {
                let e = self.component(id)?;
                to.text("about", e.about);
                to.word("layer", word_of(words::LAYERS, &e.layer).to_owned(), Provenance::Original);
                to.word("roles", join(e.roles.iter().map(|r| r.0)), Provenance::Original);
            }
            EntryKind::Data => {
                let e = self.data_form(id)?;
                to.text("about", e.about);
                to.text("question", e.question);
            }
            EntryKind::Type => {
                let e = self.service_type(id)?;
                to.text("about", e.about);
                arrangement(&e.arrangement, to);
            }
            EntryKind::Risk => risk(self.risk(id)?, to),
            EntryKind::Measure => measure(self.countermeasure(id)?, to),
            EntryKind::Equipment => {
                let e = self.equipment(id)?;
                to.text("about", e.about);
                to.word("row", e.row.to_string(), Provenance::Original);
            }
            EntryKind::Axis => {
                let e = self.axes.iter().find(|a| a.id.word() == id)?;
                to.text("question", e.question);
                for level in e.levels {
                    let field = |rest: &str| ["level.", word_of(words::GRADES, &level.id), ".", rest].concat();
                    to.text(&field("name"), level.name);
                    to.text(&field("meaning"), level.meaning);
                }
            }
            EntryKind::Pattern => pattern(self.patterns.iter().find(|p| word_of(words::PATTERNS, &p.id) == id)?, to),
            EntryKind::Point => {
                let e = self.point(id)?;
                to.word("annex", e.annex.to_string(), e.title.from);
                to.word("group", word_of(words::POINT_GROUPS, &e.group).to_owned(), e.title.from);
                to.some("about", e.about);
                to.some("missing", e.missing);
            }
            EntryKind::IsoChapter => {}
            EntryKind::IsoItem => iso_item(self.iso_item(id)?, to),
            EntryKind::Case => {
                let e = self.case(id)?;
                to.text("about", e.about);
                to.text("story", e.story);
                to.text("shows", e.shows);
                arrangement(&e.arrangement, to);
            }
        }
        Some(())
    }
}

fn control(e: &Control, to: &mut Facts) {
    let original = Provenance::Original;
    to.word("id", e.id.0.to_owned(), e.id_from);
    to.text("title", e.title);
    to.word("class", word_of(words::CLASSES, &e.class).to_owned(), e.class_from);
    to.text("statement", e.statement);
    to.some("why", e.why);
    to.word("components", join(e.components.iter().map(|c| c.0)), original);
    to.word("related", join(e.related.iter().map(|c| c.0)), original);
    to.word("iso27002", join(e.iso.numbers.iter().copied()), e.iso.from);
    to.word("annex5", e.iso.annex5.unwrap_or_default().to_owned(), e.iso.annex_from);
    to.word("annex6", e.iso.annex6.unwrap_or_default().to_owned(), e.iso.annex_from);
    for practice in e.best_practices {
        to.text(&["practice.", practice.mark].concat(), practice.text);
    }
    for (i, evidence) in e.evidence.iter().enumerate() {
        to.text(&format!("evidence.{}", i + 1), *evidence);
    }
    for item in e.items {
        let field = |rest: &str| ["item.", item.id, ".", rest].concat();
        to.text(&field("name"), item.name);
        to.word(&field("measure"), word_of(words::MEASURES, &item.measure).to_owned(), item.name.from);
        for option in item.options {
            to.text(&field(&["option.", option.id].concat()), option.name);
        }
        for (i, value) in item.values.iter().enumerate() {
            to.word(&field(&format!("value.{}", i + 1)), write_value(value), value.from);
        }
        to.some(&field("note"), item.note);
    }
    to.some("items_note", e.items_note);
}

fn pattern(e: &Pattern, to: &mut Facts) {
    for (field, grade) in
        [("confidentiality", e.confidentiality), ("integrity", e.integrity), ("availability", e.availability)]
    {
        to.word(field, word_of(words::GRADES, &grade).to_owned(), e.levels_from);
    }
    for (i, example) in e.examples.iter().enumerate() {
        to.text(&format!("example.{}", i + 1), *example);
    }
}

fn iso_item(e: &IsoItem, to: &mut Facts) {
    let yes = |is: bool| if is { "yes" } else { "" }.to_owned();
    let from = e.in_2014.unwrap_or(Provenance::Original);
    to.word("in_2014", yes(e.in_2014.is_some()), from);
    to.word("added", yes(e.added), from);
    to.word("annex5", e.annex5.unwrap_or_default().to_owned(), e.annex_from);
    to.word("annex6", e.annex6.unwrap_or_default().to_owned(), e.annex_from);
    to.some("note", e.note);
}

fn arrangement(e: &Arrangement, to: &mut Facts) {
    let original = Provenance::Original;
    for (role, players) in e.roles {
        to.word(&["role.", role.0].concat(), or_nobody(players), original);
    }
    for (i, c) in e.components.iter().enumerate() {
        let field = |rest: &str| format!("component.{}.{rest}", i + 1);
        to.text(&field("name"), c.name);
        to.word(&field("kind"), c.kind.0.to_owned(), original);
        to.word(&field("roles"), join(c.roles.iter().map(|r| r.0)), original);
        for (rest, players) in [("procured", c.procured), ("operated", c.operated), ("maintained", c.maintained)] {
            if let Some(players) = players {
                to.word(&field(rest), or_nobody(&players), original);
            }
        }
    }
    to.word("absent", join(e.absent.iter().map(|c| c.0)), original);
    for (data, yes) in e.data {
        to.word(&["data.", data.0].concat(), if *yes { "yes" } else { "no" }.to_owned(), original);
    }
}

fn risk(e: &Risk, to: &mut Facts) {
    to.some("why", e.why);
    to.word("role", e.role.0.to_owned(), e.title.from);
    to.word("viewpoint", e.viewpoint.word().to_owned(), e.title.from);
    to.word("countermeasures", join(e.countermeasures.iter().map(|c| c.0)), e.assignment);
    // Conditions and what they are asked for are ours, even where the title is quoted.
    to.word("when", write_condition(&e.when), Provenance::Original);
    to.word("each", join(e.each.iter().map(|c| c.0)), Provenance::Original);
}

fn measure(e: &Countermeasure, to: &mut Facts) {
    to.some("statement", e.statement);
    to.word("viewpoint", e.viewpoint.word().to_owned(), e.title.from);
    for action in e.actions {
        to.text(&["action.", action.id.0].concat(), action.text);
    }
    to.word("controls", join(e.controls.iter().map(|c| c.0)), Provenance::Original);
    to.word("references", join(e.references.iter().copied()), Provenance::Original);
}

fn or_nobody(players: &[Player]) -> String {
    if players.is_empty() { "nobody".to_owned() } else { write_players(players) }
}

fn join<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.collect::<Vec<_>>().join(" ")
}
