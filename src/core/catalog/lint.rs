//! What must hold between the catalogue's entries.
//!
//! Compiled into the build script as well, hence it names nothing of the crate.

// Given in full, since the build script includes this file from elsewhere.
#[path = "lint/annexes.rs"]
mod annexes;

use std::collections::{BTreeMap, BTreeSet};

use super::{lower::Problem, types::*};

/// The longest id. Ids of three entries have to fit into the path of a field.
const MAX_ID: usize = 40;

/// The most different atoms of a condition; every way to answer them is tried.
const MAX_ATOMS: usize = 16;

/// Checks a catalogue as a whole. `origin` says which file an entry stands in.
#[must_use]
pub fn lint(catalog: &Catalog, origin: &BTreeMap<String, String>) -> Vec<Problem> {
    let mut lint = Lint { catalog, origin, entry: String::new(), problems: Vec::new(), known: Known::of(catalog) };
    lint.ids();
    lint.types();
    lint.risks();
    lint.countermeasures();
    lint.controls();
    lint.annexes();
    lint.problems
}

struct Known {
    roles: BTreeSet<RoleId>,
    components: BTreeSet<ComponentId>,
    data: BTreeSet<DataId>,
    countermeasures: BTreeSet<CountermeasureId>,
    controls: BTreeSet<ControlId>,
    equipment: BTreeSet<EquipmentId>,
    iso: BTreeSet<&'static str>,
}

impl Known {
    fn of(c: &Catalog) -> Self {
        Self {
            roles: c.roles.iter().map(|e| e.id).collect(),
            components: c.components.iter().map(|e| e.id).collect(),
            data: c.data_forms.iter().map(|e| e.id).collect(),
            countermeasures: c.countermeasures.iter().map(|e| e.id).collect(),
            controls: c.controls.iter().map(|e| e.id).collect(),
            equipment: c.equipment.iter().map(|e| e.id).collect(),
            iso: c.iso_items.iter().map(|e| e.id.0).collect(),
        }
    }
}

struct Lint<'a> {
    catalog: &'a Catalog,
    origin: &'a BTreeMap<String, String>,
    entry: String,
    problems: Vec<Problem>,
    known: Known,
}

impl Lint<'_> {
    fn at(&mut self, word: &str, id: &str) {
        self.entry = format!("{word} {id}");
    }

    fn problem(&mut self, field: impl Into<String>, message: impl Into<String>) {
        self.problems.push(Problem {
            file: self.origin.get(&self.entry).cloned().unwrap_or_default(),
            entry: self.entry.clone(),
            field: field.into(),
            message: message.into(),
        });
    }

    fn refer<T: Ord + std::fmt::Display>(&mut self, field: &str, id: &T, known: impl Fn(&Known) -> &BTreeSet<T>) {
        if !known(&self.known).contains(id) {
            self.problem(field, format!("`{id}` is no known entry"));
        }
    }

    /// Says so where a list names something twice.
    fn once<T: Ord + std::fmt::Display>(&mut self, field: &str, names: impl IntoIterator<Item = T>) {
        let mut seen = BTreeSet::new();
        for name in names {
            let word = name.to_string();
            if !seen.insert(name) {
                self.problem(field, format!("names `{word}` twice"));
            }
        }
    }

    /// Unique, well formed, and never passing for the guideline's own.
    fn ids(&mut self) {
        let c = self.catalog;
        let mut seen = BTreeSet::new();
        let mut check = |lint: &mut Self, word: &str, id: &str, named: Option<Provenance>| {
            lint.at(word, id);
            if !seen.insert((word.to_owned(), id.to_owned())) {
                lint.problem("id", "stands twice");
            }
            let allowed = |ch: char| ch.is_ascii_alphanumeric() || "-.".contains(ch);
            if !id.starts_with(|ch: char| ch.is_ascii_alphanumeric()) || !id.chars().all(allowed) || id.len() > MAX_ID {
                lint.problem(
                    "id",
                    format!("letters, digits, `-` and `.` only, at most {MAX_ID}, a letter or digit first"),
                );
            }
            match named {
                Some(Provenance::Original) if !id.contains('X') => {
                    lint.problem("id", "our own content needs an id with X, which the guideline cannot have");
                }
                Some(Provenance::Quoted(_)) if id.contains('X') => {
                    lint.problem("id", "a quoted entry must not have an id of ours");
                }
                _ => {}
            }
        };
        for e in c.sources {
            check(self, "source", e.id.0, None);
        }
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
                check(self, "action", a.id.0, Some(a.text.from));
                if a.id.0.rsplit_once('.').is_none_or(|(parent, _)| parent != e.id.0) {
                    self.problem("id", format!("an action of {} is called {0}.…", e.id));
                }
            }
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
                self.refer("roles", role, |k| &k.roles);
            }
        }
    }

    fn arrangement(&mut self, a: &Arrangement) {
        self.once("absent", a.absent);
        for (role, _) in a.roles {
            self.refer("roles", role, |k| &k.roles);
        }
        for c in a.components {
            self.refer("component.kind", &c.kind, |k| &k.components);
            for role in c.roles {
                self.refer("component.roles", role, |k| &k.roles);
            }
            if a.absent.contains(&c.kind) {
                self.problem("absent", format!("`{}` is also among the components", c.kind));
            }
        }
        for c in a.absent {
            self.refer("absent", c, |k| &k.components);
        }
        for (d, _) in a.data {
            self.refer("data", d, |k| &k.data);
        }
    }

    fn risks(&mut self) {
        let mut titles = BTreeMap::new();
        for r in self.catalog.risks {
            self.at("risk", r.id.0);
            self.refer("role", &r.role, |k| &k.roles);
            for c in r.each {
                self.refer("each", c, |k| &k.components);
            }
            self.once("each", r.each);
            if r.countermeasures.is_empty() {
                self.problem("countermeasures", "at least one is needed");
            }
            for c in r.countermeasures {
                self.refer("countermeasures", c, |k| &k.countermeasures);
            }
            self.once("countermeasures", r.countermeasures);
            self.condition(&r.when, !r.each.is_empty(), "when");
            match reachable(&r.when) {
                Reach::Both => {}
                Reach::Never => self.problem("when", "no model can make it true"),
                Reach::Always => self.problem("when", "no model can make it false"),
                Reach::TooMany => {
                    self.problem("when", format!("more than {MAX_ATOMS} different parts; split the risk"))
                }
            }
            if let Some(other) = titles.insert(r.title.ja(), r.id) {
                self.problem("title.ja", format!("is the same as that of {other}"));
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
            Condition::Played { role, .. } => self.refer(field, role, |k| &k.roles),
            Condition::Has { which, carries, .. } => {
                match which {
                    Which::Kind(kind) => self.refer(field, kind, |k| &k.components),
                    Which::This if !each => {
                        self.problem(field, "`this` is only known where `each` lists kinds of component");
                    }
                    Which::This => {}
                }
                if let Some(role) = carries {
                    self.refer(field, role, |k| &k.roles);
                }
            }
            Condition::Occurs(data) => self.refer(field, data, |k| &k.data),
        }
    }

    fn countermeasures(&mut self) {
        let used: BTreeSet<_> = self.catalog.risks.iter().flat_map(|r| r.countermeasures).collect();
        for c in self.catalog.countermeasures {
            self.at("countermeasure", c.id.0);
            if !used.contains(&c.id) {
                self.problem("", "no risk leads to it");
            }
            if c.actions.is_empty() {
                self.problem("action", "at least one is needed");
            }
            if c.statement.is_none() && !matches!(c.title.from, Provenance::Quoted(_)) {
                self.problem("statement", "missing; only the guideline's own may be absent");
            }
            for id in c.controls {
                self.refer("controls", id, |k| &k.controls);
            }
            for r in c.references {
                if !is_reference(r) {
                    self.problem("references", format!("`{r}` is no known reference"));
                }
            }
        }
    }

    fn controls(&mut self) {
        for c in self.catalog.controls {
            self.at("control", c.id.0);
            for id in c.related {
                self.refer("related", id, |k| &k.controls);
                if *id == c.id {
                    self.problem("related", "names itself");
                }
            }
            self.once("best_practice", c.best_practices.iter().map(|b| b.mark));
            self.once("item", c.items.iter().map(|i| i.id));
            for i in c.items {
                self.once(&format!("item {}.options", i.id), i.options.iter().map(|o| o.id));
            }
            for n in c.iso.numbers {
                self.refer("iso27002", n, |k| &k.iso);
            }
            self.once("iso27002", c.iso.numbers);
            for id in c.components {
                self.refer("components", id, |k| &k.equipment);
            }
            self.once("components", c.components);
            if !self.catalog.sections.iter().any(|s| c.id.0.rsplit_once('.').is_some_and(|(p, _)| p == s.id)) {
                self.problem("id", "its section is not in the catalogue");
            }
        }
    }
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

enum Reach {
    Both,
    Never,
    Always,
    TooMany,
}

/// Whether a condition can be true and can be false, tried over all ways to answer its atoms.
fn reachable(c: &Condition) -> Reach {
    let mut atoms = Vec::new();
    collect(c, &mut atoms);
    if atoms.len() > MAX_ATOMS {
        return Reach::TooMany;
    }
    let (mut yes, mut no) = (false, false);
    for bits in 0_u32..(1 << atoms.len()) {
        let holds = |a: &Condition| atoms.iter().position(|x| x == a).is_some_and(|i| bits & (1 << i) != 0);
        let consistent = atoms.iter().all(|a| !holds(a) || atoms.iter().all(|b| !implies(a, b) || holds(b)));
        if consistent {
            match holds_in(c, &holds) {
                true => yes = true,
                false => no = true,
            }
        }
        if yes && no {
            return Reach::Both;
        }
    }
    if yes { Reach::Always } else { Reach::Never }
}

fn collect(c: &Condition, atoms: &mut Vec<Condition>) {
    match c {
        Condition::All(cs) | Condition::Any(cs) | Condition::Not(cs) => cs.iter().for_each(|c| collect(c, atoms)),
        atom if !atoms.contains(atom) => atoms.push(*atom),
        _ => {}
    }
}

fn holds_in(c: &Condition, atom: &impl Fn(&Condition) -> bool) -> bool {
    match c {
        Condition::All(cs) => cs.iter().all(|c| holds_in(c, atom)),
        Condition::Any(cs) => cs.iter().any(|c| holds_in(c, atom)),
        Condition::Not(cs) => !cs.iter().all(|c| holds_in(c, atom)),
        a => atom(a),
    }
}

/// Whether an atom cannot hold without the other.
fn implies(a: &Condition, b: &Condition) -> bool {
    let asks_no_more = |narrow: &List<Player>, wide: &List<Player>| {
        wide.is_empty() || (!narrow.is_empty() && narrow.iter().all(|p| wide.contains(p)))
    };
    match (a, b) {
        (Condition::Played { role, by, shared }, Condition::Played { role: r, by: b, shared: s }) => {
            role == r && asks_no_more(by, b) && (*shared || !s)
        }
        (
            Condition::Has { which, procured, operated, maintained, carries },
            Condition::Has { which: w, procured: p, operated: o, maintained: m, carries: k },
        ) => {
            which == w
                && asks_no_more(procured, p)
                && asks_no_more(operated, o)
                && asks_no_more(maintained, m)
                && (k.is_none() || carries == k)
        }
        _ => a == b,
    }
}
