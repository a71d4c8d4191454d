//! Every fact that the catalogue states, down to the single reference value, each with where it comes from.
//!
//! One walk serves whatever looks at all of it: search, the sheet of fidelity, the export, packs, and the
//! fingerprints by which a changed entry is known. Compiled into the build script as well, hence it names nothing of the crate.

use super::{
    entries::{Entry, EntryData},
    notation::{write_condition, write_players, write_value},
    types::*,
};

/// What a fact says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// A text in both languages.
    Text(Text),
    /// A number, a class, a value, a condition or ids, as the files write it; ids stand apart by blanks.
    Value(String),
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

/// Where people begin to judge a risk. Nothing that they decided rests on it.
const FIRST_VIEWS: [&str; 3] = ["impact", "likelihood", "because"];

/// A short hash of what facts say, in both languages (FNV-1a). Where they come from does not count, and neither does where
/// the texts are kept, nor what people only begin with. It stands in files, so it must never come out otherwise.
#[must_use]
pub fn fingerprint(facts: &[Fact]) -> u32 {
    let mut hash = 0x811c_9dc5_u32;
    let mut add = |text: &str| {
        for byte in text.bytes().chain([0]) {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    };
    for fact in facts.iter().filter(|fact| !FIRST_VIEWS.contains(&&*fact.field)) {
        add(&fact.field);
        match &fact.content {
            Content::Text(text) => {
                add(text.ja());
                add(text.en());
            }
            Content::Value(value) => add(value),
        }
    }
    hash
}

/// Gathers the facts of one entry.
struct Facts {
    found: Vec<Fact>,
    /// Where values come from that a pack gave, or left where it gave the text beside them.
    supplied: List<(&'static str, Provenance)>,
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

    fn value(&mut self, field: &str, value: String, from: Provenance) {
        if !value.is_empty() {
            let from = self.supplied.iter().find(|(f, _)| *f == field).map_or(from, |(_, from)| *from);
            self.found.push(Fact { field: field.to_owned(), content: Content::Value(value), from });
        }
    }
}

impl Catalog {
    /// All facts about an entry of this catalogue, in the order in which they are shown.
    #[must_use]
    pub fn facts(&self, entry: &Entry) -> Vec<Fact> {
        let supplied = self.supplied(entry.kind, entry.id).map_or(List(&[]), |e| e.values);
        let mut facts = Facts { found: Vec::new(), supplied };
        gather(entry, &mut facts);
        facts.found
    }
}

/// Gathers what an entry says. Its title comes first, but that of a control, which comes after its number.
fn gather(entry: &Entry, to: &mut Facts) {
    let title = match entry.data {
        EntryData::Control(e) => return control(e, to),
        EntryData::Section(_) | EntryData::Risk(_) | EntryData::Countermeasure(_) => "title",
        EntryData::Point(_) | EntryData::IsoChapter(_) | EntryData::IsoItem(_) => "title",
        _ => "name",
    };
    to.text(title, entry.title);
    match entry.data {
        EntryData::Control(_) | EntryData::IsoChapter(_) => {}
        EntryData::Section(e) => to.some("about", e.about),
        EntryData::Viewpoint(e) => to.text("about", e.about),
        EntryData::Role(e) => {
            to.text("about", e.about);
            // The kinds are named where roles are listed under them; they are as sure as the role's name.
            to.value("kind", e.kind.keyword().to_owned(), e.name.from);
        }
        EntryData::Component(e) => {
            to.text("about", e.about);
            to.value("layer", e.layer.keyword().to_owned(), Provenance::Original);
            to.value("roles", join(e.roles.iter().map(|r| r.0)), Provenance::Original);
        }
        EntryData::Data(e) => {
            to.text("about", e.about);
            to.text("question", e.question);
        }
        EntryData::Type(e) => {
            to.text("about", e.about);
            arrangement(&e.arrangement, to);
        }
        EntryData::Risk(e) => risk(e, to),
        EntryData::Countermeasure(e) => countermeasure(e, to),
        EntryData::Equipment(e) => {
            to.text("about", e.about);
            to.value("row", e.row.to_string(), Provenance::Original);
        }
        EntryData::Axis(e) => {
            to.text("question", e.question);
            for level in e.levels {
                let field = |rest: &str| format!("level.{}.{rest}", level.id.keyword());
                to.text(&field("name"), level.name);
                to.text(&field("meaning"), level.meaning);
            }
        }
        EntryData::Pattern(e) => pattern(e, to),
        EntryData::Point(e) => {
            to.value("annex", e.annex.to_string(), e.title.from);
            to.value("group", e.group.keyword().to_owned(), e.title.from);
            to.some("about", e.about);
            to.some("missing", e.missing);
        }
        EntryData::IsoItem(e) => iso_item(e, to),
        EntryData::Case(e) => {
            to.text("about", e.about);
            to.text("story", e.story);
            to.text("shows", e.shows);
            arrangement(&e.arrangement, to);
        }
    }
}

fn control(e: &Control, to: &mut Facts) {
    let original = Provenance::Original;
    to.value("id", e.id.0.to_owned(), e.id_from);
    to.text("title", e.title);
    to.value("class", e.class.keyword().to_owned(), e.class_from);
    to.text("statement", e.statement);
    to.some("why", e.why);
    to.value("components", join(e.components.iter().map(|c| c.0)), original);
    to.value("related", join(e.related.iter().map(|c| c.0)), original);
    to.value("iso27002", join(e.iso.numbers.iter().copied()), e.iso.from);
    to.value("annex5", e.iso.annex5.unwrap_or_default().to_owned(), e.iso.annex_from);
    to.value("annex6", e.iso.annex6.unwrap_or_default().to_owned(), e.iso.annex_from);
    for practice in e.best_practices {
        to.text(&format!("practice.{}", practice.mark), practice.text);
    }
    for (i, evidence) in e.evidence.iter().enumerate() {
        to.text(&format!("evidence.{}", i + 1), *evidence);
    }
    for item in e.items {
        let field = |rest: &str| format!("item.{}.{rest}", item.id);
        to.text(&field("name"), item.name);
        to.value(&field("measure"), item.measure.keyword().to_owned(), item.name.from);
        for option in item.options {
            to.text(&field(&format!("option.{}", option.id)), option.name);
        }
        for (i, value) in item.values.iter().enumerate() {
            to.value(&field(&format!("value.{}", i + 1)), write_value(value), value.from);
        }
        to.some(&field("note"), item.note);
    }
    to.some("items_note", e.items_note);
}

fn pattern(e: &Pattern, to: &mut Facts) {
    for (field, grade) in
        [("confidentiality", e.confidentiality), ("integrity", e.integrity), ("availability", e.availability)]
    {
        to.value(field, grade.keyword().to_owned(), e.levels_from);
    }
    for (i, example) in e.examples.iter().enumerate() {
        to.text(&format!("example.{}", i + 1), *example);
    }
}

fn iso_item(e: &IsoItem, to: &mut Facts) {
    let yes = |is: bool| if is { "yes" } else { "" }.to_owned();
    let from = e.in_2014.unwrap_or(Provenance::Original);
    to.value("in_2014", yes(e.in_2014.is_some()), from);
    to.value("added", yes(e.added), from);
    to.value("annex5", e.annex5.unwrap_or_default().to_owned(), e.annex_from);
    to.value("annex6", e.annex6.unwrap_or_default().to_owned(), e.annex_from);
    to.value("iso2022", e.in_2022.to_owned(), e.in_2022_from);
    to.some("note", e.note);
}

fn arrangement(e: &Arrangement, to: &mut Facts) {
    let original = Provenance::Original;
    for (role, players) in e.roles {
        to.value(&format!("role.{role}"), or_nobody(players), original);
    }
    for (i, c) in e.components.iter().enumerate() {
        let field = |rest: &str| format!("component.{}.{rest}", i + 1);
        to.text(&field("name"), c.name);
        to.value(&field("kind"), c.kind.0.to_owned(), original);
        to.value(&field("roles"), join(c.roles.iter().map(|r| r.0)), original);
        for (rest, players) in [("procured", c.procured), ("operated", c.operated), ("maintained", c.maintained)] {
            if let Some(players) = players {
                to.value(&field(rest), or_nobody(&players), original);
            }
        }
        if let Some(place) = c.place {
            to.value(&field("place"), join(place.iter().map(|place| place.keyword())), original);
        }
    }
    to.value("absent", join(e.absent.iter().map(|c| c.0)), original);
    for (data, yes) in e.data {
        to.value(&format!("data.{data}"), if *yes { "yes" } else { "no" }.to_owned(), original);
    }
}

fn risk(e: &Risk, to: &mut Facts) {
    to.some("why", e.why);
    to.value("role", e.role.0.to_owned(), e.title.from);
    to.value("viewpoint", e.viewpoint.keyword().to_owned(), e.title.from);
    to.value("countermeasures", join(e.countermeasures.iter().map(|c| c.0)), e.assignment);
    // Conditions and what they are asked for are ours, even where the title is quoted.
    to.value("when", write_condition(&e.when), Provenance::Original);
    to.value("each", join(e.each.iter().map(|c| c.0)), Provenance::Original);
    to.value("impact", e.impact.keyword().to_owned(), Provenance::Original);
    to.value("likelihood", e.likelihood.keyword().to_owned(), Provenance::Original);
    to.some("because", e.because);
}

fn countermeasure(e: &Countermeasure, to: &mut Facts) {
    to.some("statement", e.statement);
    to.value("viewpoint", e.viewpoint.keyword().to_owned(), e.title.from);
    for action in e.actions {
        to.text(&format!("action.{}", action.id), action.text);
    }
    to.value("controls", join(e.controls.iter().map(|c| c.0)), Provenance::Original);
    to.value("references", join(e.references.iter().copied()), Provenance::Original);
}

fn or_nobody(players: &[Player]) -> String {
    if players.is_empty() { "nobody".to_owned() } else { write_players(players) }
}

fn join<'a>(ids: impl Iterator<Item = &'a str>) -> String {
    ids.collect::<Vec<_>>().join(" ")
}
