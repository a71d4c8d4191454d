//! What must hold between the catalogue's entries.
//!
//! Compiled into the build script as well, hence it names nothing of the crate.

// Given in full, since the build script includes this file from elsewhere.
#[path = "lint/annexes.rs"]
mod annexes;
#[path = "lint/reach.rs"]
mod reach;

use std::collections::{BTreeMap, BTreeSet};

use self::reach::{Reach, Steps, reachable};
use super::{fault::Fault, lower::Problem, types::*};

/// The longest id. Ids of three entries have to fit into the path of a field.
const MAX_ID: usize = 40;

/// A mistake of a catalogue as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The kind of entry as the files name it, `risk`; `action` for an action.
    pub kind: &'static str,
    /// The entry.
    pub id: String,
    /// The countermeasure of an action.
    pub parent: Option<&'static str>,
    /// The field as the files name it, `when`; empty for the entry as a whole.
    pub field: String,
    /// What is wrong.
    pub fault: Fault,
}

/// Checks a catalogue as a whole, for the build. `origin` says which file an entry stands in.
#[must_use]
pub fn lint(catalog: &Catalog, origin: &BTreeMap<String, String>) -> Vec<Problem> {
    let problem = |f: Finding| {
        let entry = format!("{} {}", f.kind, f.id);
        let file = origin.get(&entry).cloned().unwrap_or_default();
        Problem { file, entry, field: f.field, fault: f.fault }
    };
    let mut problems = Vec::new();
    let mut lint = Lint::of(catalog, |f| problems.push(problem(f)));
    lint.all();
    lint.annexes();
    problems
}

/// Checks a catalogue as a whole, but for what no pack can make wrong: the annexes. Tells one mistake after the other,
/// since of a pack that is made to be wrong there can be more than fit into memory.
pub fn findings(catalog: &Catalog, tell: impl FnMut(Finding)) {
    Lint::of(catalog, tell).all();
}

/// Ids by kind; all as plain texts, so that one set serves them all.
struct Known {
    roles: BTreeSet<&'static str>,
    components: BTreeSet<&'static str>,
    data: BTreeSet<&'static str>,
    countermeasures: BTreeSet<&'static str>,
    controls: BTreeSet<&'static str>,
    sections: BTreeSet<&'static str>,
    equipment: BTreeSet<&'static str>,
    iso: BTreeSet<&'static str>,
}

impl Known {
    fn of(c: &Catalog) -> Self {
        Self {
            roles: set(&c.roles, |e| e.id.0),
            components: set(&c.components, |e| e.id.0),
            data: set(&c.data_forms, |e| e.id.0),
            countermeasures: set(&c.countermeasures, |e| e.id.0),
            controls: set(&c.controls, |e| e.id.0),
            sections: set(&c.sections, |e| e.id),
            equipment: set(&c.equipment, |e| e.id.0),
            iso: set(&c.iso_items, |e| e.id.0),
        }
    }
}

struct Lint<'a, T> {
    catalog: &'a Catalog,
    kind: &'static str,
    id: String,
    parent: Option<&'static str>,
    tell: T,
    known: Known,
}

impl<'a, T: FnMut(Finding)> Lint<'a, T> {
    fn of(catalog: &'a Catalog, tell: T) -> Self {
        Self { catalog, kind: "", id: String::new(), parent: None, tell, known: Known::of(catalog) }
    }

    fn all(&mut self) {
        self.ids();
        self.types();
        self.risks();
        self.countermeasures();
        self.controls();
    }

    fn at(&mut self, kind: &'static str, id: &str) {
        (self.kind, self.id, self.parent) = (kind, id.to_owned(), None);
    }

    fn problem(&mut self, field: impl Into<String>, fault: impl Into<Fault>) {
        let (field, fault) = (field.into(), fault.into());
        (self.tell)(Finding { kind: self.kind, id: self.id.clone(), parent: self.parent, field, fault });
    }

    fn refer(&mut self, field: &str, id: &'static str, known: fn(&Known) -> &BTreeSet<&'static str>) {
        if !known(&self.known).contains(id) {
            self.problem(field, Fault::Unknown(id.to_owned()));
        }
    }

    /// Says so where a list names something twice or more.
    fn once(&mut self, field: &str, names: &[&'static str]) {
        let (mut seen, mut told) = (BTreeSet::new(), BTreeSet::new());
        for name in names {
            if !seen.insert(*name) && told.insert(*name) {
                self.problem(field, Fault::NamesTwice((*name).to_owned()));
            }
        }
    }

    /// Unique, well formed, and never passing for the guideline's own.
    fn ids(&mut self) {
        let c = self.catalog;
        for (i, e) in c.sources.iter().enumerate() {
            self.at("source", &e.id.to_string());
            if c.sources.iter().take(i).any(|s| s.id == e.id) {
                self.problem("id", Fault::Twice);
            }
        }
        let (mut of, mut seen, mut actions) = ("", BTreeSet::new(), BTreeSet::new());
        let mut check = |lint: &mut Self, word: &'static str, id: &'static str, named: Option<Provenance>| {
            (lint.kind, lint.id) = (word, id.to_owned());
            // Entries come kind by kind, but actions among their countermeasures.
            if word != "action" && word != of {
                of = word;
                seen.clear();
            }
            let seen = if word == "action" { &mut actions } else { &mut seen };
            if !seen.insert(id) {
                lint.problem("id", Fault::Twice);
            }
            let allowed = |ch: char| ch.is_ascii_alphanumeric() || "-.".contains(ch);
            if !id.starts_with(|ch: char| ch.is_ascii_alphanumeric()) || !id.chars().all(allowed) || id.len() > MAX_ID {
                lint.problem("id", Fault::IdForm);
            }
            match named {
                Some(Provenance::Original) if !id.contains('X') => {
                    lint.problem("id", Fault::OursWithoutX);
                }
                Some(Provenance::Quoted(_)) if id.contains('X') => {
                    lint.problem("id", Fault::QuotedWithX);
                }
                _ => {}
            }
        };
        for e in c.sections {
            check(self, "section", e.id, None);
        }
        for e in c.roles {
            check(self, "role", e.id.0, Some(e.name.from));
        }
        for e in c.components {
            check(self, "component", e.id.0, Some(e.name.from));
        }
        for e in c.data_forms {
            check(self, "data", e.id.0, Some(e.name.from));
        }
        for e in c.types {
            check(self, "type", e.id.0, Some(e.name.from));
        }
        for e in c.risks {
            check(self, "risk", e.id.0, Some(e.title.from));
        }
        for e in c.countermeasures {
            check(self, "countermeasure", e.id.0, Some(e.title.from));
            for a in e.actions {
                self.parent = Some(e.id.0);
                check(self, "action", a.id.0, Some(a.text.from));
                if a.id.0.rsplit_once('.').is_none_or(|(parent, _)| parent != e.id.0) {
                    self.problem("id", Fault::ActionOfAnother(e.id.0));
                }
            }
            self.parent = None;
        }
        for e in c.controls {
            check(self, "control", e.id.0, None);
        }
        for e in c.equipment {
            check(self, "equipment", e.id.0, None);
        }
        for e in c.points {
            // Where the official title is not known, ours stands in for it.
            check(self, "point", e.id.0, Some(e.title.from).filter(|_| e.missing.is_none()));
        }
        for e in c.iso_chapters {
            check(self, "iso_chapter", e.id.0, None);
        }
        for e in c.iso_items {
            check(self, "iso_item", e.id.0, None);
        }
        for e in c.cases {
            check(self, "case", e.id.0, Some(e.name.from));
        }
    }

    fn types(&mut self) {
        for t in self.catalog.types {
            self.at("type", t.id.0);
            self.arrangement(&t.arrangement);
        }
        for c in self.catalog.components {
            self.at("component", c.id.0);
            for role in c.roles {
                self.refer("roles", role.0, |k| &k.roles);
            }
        }
    }

    fn arrangement(&mut self, a: &Arrangement) {
        self.once("absent", &ids(&a.absent, |c| c.0));
        for (role, _) in a.roles {
            self.refer("roles", role.0, |k| &k.roles);
        }
        for c in a.components {
            self.refer("component.kind", c.kind.0, |k| &k.components);
            for role in c.roles {
                self.refer("component.roles", role.0, |k| &k.roles);
            }
            if a.absent.contains(&c.kind) {
                self.problem("absent", Fault::ThereAndAbsent(c.kind.0.to_owned()));
            }
        }
        for c in a.absent {
            self.refer("absent", c.0, |k| &k.components);
        }
        for (d, _) in a.data {
            self.refer("data", d.0, |k| &k.data);
        }
    }

    fn risks(&mut self) {
        let (mut titles, mut steps) = (BTreeMap::<&str, &'static str>::new(), Steps::default());
        for r in self.catalog.risks {
            self.at("risk", r.id.0);
            self.refer("role", r.role.0, |k| &k.roles);
            for c in r.each {
                self.refer("each", c.0, |k| &k.components);
            }
            self.once("each", &ids(&r.each, |c| c.0));
            if r.countermeasures.is_empty() {
                self.problem("countermeasures", Fault::NoneGiven);
            }
            for c in r.countermeasures {
                self.refer("countermeasures", c.0, |k| &k.countermeasures);
            }
            self.once("countermeasures", &ids(&r.countermeasures, |c| c.0));
            self.condition(&r.when, !r.each.is_empty(), "when");
            match reachable(&r.when, &mut steps) {
                Reach::Both => {}
                Reach::Never => self.problem("when", Fault::NeverTrue),
                Reach::Always => self.problem("when", Fault::NeverFalse),
                Reach::TooMany => self.problem("when", Fault::TooManyParts),
                Reach::TooLong => self.problem("when", Fault::TooComplicated),
            }
            match titles.get(r.title.ja()).copied() {
                Some(other) => self.problem("title.ja", Fault::SameTitle(other)),
                None => {
                    titles.insert(r.title.ja(), r.id.0);
                }
            }
        }
    }

    fn condition(&mut self, c: &Condition, each: bool, field: &str) {
        match c {
            Condition::All(cs) | Condition::Any(cs) | Condition::Not(cs) => {
                for c in *cs {
                    self.condition(c, each, field);
                }
            }
            Condition::Played { role, .. } => self.refer(field, role.0, |k| &k.roles),
            Condition::Has { which, carries, .. } => {
                match which {
                    Which::Kind(kind) => self.refer(field, kind.0, |k| &k.components),
                    Which::This if !each => {
                        self.problem(field, Fault::ThisOfNone);
                    }
                    Which::This => {}
                }
                if let Some(role) = carries {
                    self.refer(field, role.0, |k| &k.roles);
                }
            }
            Condition::Occurs(data) => self.refer(field, data.0, |k| &k.data),
        }
    }

    fn countermeasures(&mut self) {
        let mut used = BTreeSet::new();
        for c in self.catalog.risks.into_iter().flat_map(|r| r.countermeasures) {
            // What is not known was told, and there may be any number of it.
            if self.known.countermeasures.contains(c.0) {
                used.insert(c.0);
            }
        }
        for c in self.catalog.countermeasures {
            self.at("countermeasure", c.id.0);
            if !used.contains(c.id.0) {
                self.problem("", Fault::NoRiskLeadsHere);
            }
            if c.actions.is_empty() {
                self.problem("action", Fault::NoneGiven);
            }
            if c.statement.is_none() && !matches!(c.title.from, Provenance::Quoted(_) | Provenance::Supplied) {
                self.problem("statement", Fault::NoStatement);
            }
            for id in c.controls {
                self.refer("controls", id.0, |k| &k.controls);
            }
            for r in c.references {
                if !is_reference(r) {
                    self.problem("references", Fault::NoReference((*r).to_owned()));
                }
            }
        }
    }

    fn controls(&mut self) {
        for c in self.catalog.controls {
            self.at("control", c.id.0);
            for id in c.related {
                self.refer("related", id.0, |k| &k.controls);
                if *id == c.id {
                    self.problem("related", Fault::NamesItself);
                }
            }
            self.once("best_practice", &ids(&c.best_practices, |b| b.mark));
            self.once("item", &ids(&c.items, |i| i.id));
            for i in c.items {
                self.once(&format!("item {}.options", i.id), &ids(&i.options, |o| o.id));
            }
            for n in c.iso.numbers {
                self.refer("iso27002", n, |k| &k.iso);
            }
            self.once("iso27002", c.iso.numbers.0);
            for id in c.components {
                self.refer("components", id.0, |k| &k.equipment);
            }
            self.once("components", &ids(&c.components, |e| e.0));
            if !c.id.0.rsplit_once('.').is_some_and(|(section, _)| self.known.sections.contains(section)) {
                self.problem("id", Fault::NoSection);
            }
        }
    }
}

fn set<T>(list: &List<T>, id: fn(&T) -> &'static str) -> BTreeSet<&'static str> {
    // Not by `collect`, which sorts first: see `gather` in the core, which the build script has not.
    let mut set = BTreeSet::new();
    set.extend(ids(list, id));
    set
}

fn ids<T>(list: &List<T>, id: fn(&T) -> &'static str) -> Vec<&'static str> {
    list.0.iter().map(id).collect()
}

/// A number without sign and leading zeros.
fn plain_number(s: &str) -> Option<u8> {
    s.parse().ok().filter(|n: &u8| n.to_string() == s)
}

fn is_reference(r: &str) -> bool {
    let number = |s: &str, max: u8| plain_number(s).is_some_and(|n| (1..=max).contains(&n));
    match r.split_once(':') {
        Some(("EN303645", "6")) => true,
        Some(("EN303645", p)) => p.strip_prefix("5.").is_some_and(|p| number(p, 13)),
        Some(("IoTSG", p)) => number(p, 21),
        Some(("JC-STAR", p)) => number(p, 4),
        Some(("OWASP-IoT", p)) => p.strip_prefix('I').is_some_and(|p| number(p, 10)),
        Some(("8259A", p)) => [
            "device-identification",
            "device-configuration",
            "data-protection",
            "logical-access",
            "software-update",
            "state-awareness",
        ]
        .contains(&p),
        _ => false,
    }
}
