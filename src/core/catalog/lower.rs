//! From the files as written to static data, with every mistake collected.
//!
//! Compiled into the build script as well, hence it names nothing of the crate. Strings and lists are leaked: a
//! catalogue lives as long as the program that reads it.

use std::collections::BTreeMap;
use std::fmt;

use super::{schema, types::*};

/// A mistake in a catalogue file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file.
    pub file: String,
    /// The entry, such as `risk X-install-B1`.
    pub entry: String,
    /// The field, such as `when.all[1].role`; empty for the entry as a whole.
    pub field: String,
    /// What is wrong, and what was expected.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.file, self.entry)?;
        if !self.field.is_empty() {
            write!(f, ": {}", self.field)?;
        }
        write!(f, ": {}", self.message)
    }
}

/// Turns parsed files into a catalogue.
#[derive(Debug)]
pub struct Lowering {
    /// The summary's lines without marks of emphasis.
    summary: Vec<String>,
    file: String,
    entry: String,
    /// What was wrong so far.
    pub problems: Vec<Problem>,
    /// The file in which each entry stands.
    pub origin: BTreeMap<String, String>,
}

/// The mark for an entry whose provenance is not given.
const DEFAULT: &str = "original";

impl Lowering {
    /// Starts with the summary against which quoted texts are checked.
    #[must_use]
    pub fn new(summary: &str) -> Self {
        Self {
            summary: summary.lines().map(|l| l.replace("**", "")).collect(),
            file: String::new(),
            entry: String::new(),
            problems: Vec::new(),
            origin: BTreeMap::new(),
        }
    }

    /// Lowers all files to one catalogue. Look at `problems` before using it.
    pub fn catalog(&mut self, files: Vec<(String, schema::File)>) -> Catalog {
        let mut edition = None;
        let mut all = schema::File::default();
        let mut file_of = BTreeMap::new();
        for (name, file) in files {
            macro_rules! gather {
                ($($field:ident)*) => {$({
                    for e in &file.$field {
                        file_of.insert((stringify!($field), e.id.clone()), name.clone());
                    }
                    all.$field.extend(file.$field);
                })*};
            }
            gather!(source section viewpoint player role_kind role component data service_type risk countermeasure control);
            all.passage.extend(file.passage);
            if file.edition.is_some() {
                edition = file.edition;
                self.file = name;
            }
        }
        let edition = self.edition(edition);
        macro_rules! lower {
            ($field:ident, $word:literal, $method:ident) => {{
                let entries = std::mem::take(&mut all.$field);
                let mut out = Vec::with_capacity(entries.len());
                for e in entries {
                    self.entry = format!("{} {}", $word, e.id);
                    self.file = file_of.get(&(stringify!($field), e.id.clone())).cloned().unwrap_or_default();
                    self.origin.insert(self.entry.clone(), self.file.clone());
                    out.push(self.$method(e));
                }
                list(out)
            }};
        }
        let extensions = split_off(&mut all.countermeasure, |c| c.extends);
        let sources = lower!(source, "source", source);
        let passages = self.passages(std::mem::take(&mut all.passage));
        let mut catalog = Catalog {
            edition,
            sources,
            passages,
            sections: lower!(section, "section", section),
            viewpoints: lower!(viewpoint, "viewpoint", viewpoint),
            players: lower!(player, "player", player),
            role_kinds: lower!(role_kind, "role_kind", role_kind),
            roles: lower!(role, "role", role),
            components: lower!(component, "component", component),
            data_forms: lower!(data, "data", data),
            types: lower!(service_type, "type", service_type),
            risks: lower!(risk, "risk", risk),
            countermeasures: lower!(countermeasure, "countermeasure", countermeasure),
            controls: lower!(control, "control", control),
        };
        catalog.countermeasures = self.extend(catalog.countermeasures, extensions);
        catalog
    }

    fn extend(&mut self, base: List<Countermeasure>, extensions: Vec<schema::Countermeasure>) -> List<Countermeasure> {
        let mut out = base.to_vec();
        for e in extensions {
            self.entry = format!("countermeasure {}", e.id);
            self.file = self.origin.get(&self.entry).cloned().unwrap_or_default();
            let actions = self.actions(&e);
            match out.iter_mut().find(|c| c.id.0 == e.id) {
                Some(c) => {
                    c.actions = list(c.actions.iter().copied().chain(actions).collect());
                    if c.controls.is_empty() {
                        c.controls = ids(&e.controls, ControlId);
                    }
                    if c.references.is_empty() {
                        c.references = list(e.references.iter().map(|r| leak(r)).collect());
                    }
                }
                None => self.problem("extends", "there is no countermeasure of this id to extend"),
            }
        }
        list(out)
    }

    fn problem(&mut self, field: impl Into<String>, message: impl Into<String>) {
        self.problems.push(Problem {
            file: self.file.clone(),
            entry: self.entry.clone(),
            field: field.into(),
            message: message.into(),
        });
    }

    fn edition(&mut self, e: Option<schema::Edition>) -> Edition {
        self.entry = "edition".into();
        let Some(e) = e else {
            self.problem("", "missing; exactly one file says which edition the catalogue is of");
            let name = Text { ja: "", en: "", from: Provenance::Original };
            return Edition { id: "", name, published: "" };
        };
        Edition { id: leak(&e.id), name: self.text(&e.name, "name", e.from.as_deref()), published: leak(&e.published) }
    }

    fn source(&mut self, e: schema::Source) -> Source {
        if !e.url.starts_with("https://") && !e.url.starts_with("http://") {
            self.problem("url", format!("`{}` is no web address", e.url));
        }
        Source { id: SourceId(leak(&e.id)), title: self.text(&e.title, "title", e.from.as_deref()), url: leak(&e.url) }
    }

    fn passages(&mut self, passages: Vec<schema::Passage>) -> List<Passage> {
        let mut out = Vec::new();
        for p in passages {
            self.entry = format!("passage `{}`", p.starts);
            let Some(line) = self.line_of(&p.starts) else {
                self.problem("starts", "does not stand in the summary");
                continue;
            };
            out.push(Passage { line, title: self.text(&p.title, "title", None) });
        }
        out.sort_by_key(|p| p.line);
        list(out)
    }

    fn section(&mut self, e: schema::Section) -> Section {
        let from = e.from.as_deref();
        Section {
            id: leak(&e.id),
            title: self.text(&e.title, "title", from),
            about: e.about.map(|t| self.text(&t, "about", None)),
        }
    }

    fn about(&mut self, e: &schema::Named) -> Text {
        self.text(&e.about.clone().unwrap_or_default(), "about", None)
    }

    fn viewpoint(&mut self, e: schema::Named) -> ViewpointEntry {
        let about = self.about(&e);
        ViewpointEntry {
            id: self.choose("id", &e.id, VIEWPOINTS),
            name: self.text(&e.name, "name", e.from.as_deref()),
            about,
        }
    }

    fn player(&mut self, e: schema::Named) -> PlayerEntry {
        let about = self.about(&e);
        PlayerEntry {
            id: self.choose("id", &e.id, PLAYERS),
            name: self.text(&e.name, "name", e.from.as_deref()),
            about,
        }
    }

    fn role_kind(&mut self, e: schema::Named) -> RoleKindEntry {
        RoleKindEntry {
            id: self.choose("id", &e.id, ROLE_KINDS),
            name: self.text(&e.name, "name", e.from.as_deref()),
        }
    }

    fn role(&mut self, e: schema::Role) -> Role {
        let from = e.from.as_deref();
        Role {
            id: RoleId(leak(&e.id)),
            kind: self.choose("kind", &e.kind, ROLE_KINDS),
            name: self.text(&e.name, "name", from),
            about: self.text(&e.about, "about", None),
        }
    }

    fn component(&mut self, e: schema::Component) -> Component {
        Component {
            id: ComponentId(leak(&e.id)),
            layer: self.choose("layer", &e.layer, LAYERS),
            name: self.text(&e.name, "name", e.from.as_deref()),
            about: self.text(&e.about, "about", None),
            roles: ids(&e.roles, RoleId),
        }
    }

    fn data(&mut self, e: schema::Data) -> DataForm {
        DataForm {
            id: DataId(leak(&e.id)),
            name: self.text(&e.name, "name", e.from.as_deref()),
            about: self.text(&e.about, "about", None),
            question: self.text(&e.question, "question", None),
        }
    }

    fn service_type(&mut self, e: schema::ServiceType) -> ServiceType {
        let from = e.from.as_deref();
        let roles = e
            .roles
            .iter()
            .map(|(r, p)| (RoleId(leak(r)), self.players(&format!("roles.{r}"), p)))
            .collect();
        let components = e.component.iter().enumerate().map(|(i, c)| self.preset(i, c)).collect();
        ServiceType {
            id: TypeId(leak(&e.id)),
            name: self.text(&e.name, "name", from),
            about: self.text(&e.about, "about", from),
            roles: list(roles),
            components: list(components),
            absent: ids(&e.absent, ComponentId),
            data: list(e.data.iter().map(|(d, yes)| (DataId(leak(d)), *yes)).collect()),
        }
    }

    fn preset(&mut self, i: usize, c: &schema::Preset) -> Preset {
        let mut players = |field: &str, p: &Option<Vec<String>>| {
            p.as_ref().map(|p| self.players(&format!("component[{i}].{field}"), p))
        };
        let (procured, operated, maintained) = (
            players("procured", &c.procured),
            players("operated", &c.operated),
            players("maintained", &c.maintained),
        );
        Preset {
            kind: ComponentId(leak(&c.kind)),
            name: self.text(&c.name, &format!("component[{i}].name"), None),
            roles: ids(&c.roles, RoleId),
            procured,
            operated,
            maintained,
        }
    }

    fn risk(&mut self, e: schema::Risk) -> Risk {
        let from = e.from.as_deref();
        Risk {
            id: RiskId(leak(&e.id)),
            role: RoleId(leak(&e.role)),
            viewpoint: self.choose("viewpoint", &e.viewpoint, VIEWPOINTS),
            title: self.text(&e.title, "title", from),
            why: e.why.map(|t| self.text(&t, "why", None)),
            when: self.condition(&e.when, "when"),
            each: ids(&e.each, ComponentId),
            countermeasures: ids(&e.countermeasures, CountermeasureId),
            assignment: self.provenance(
                "assignment_from",
                e.assignment_from.as_deref().unwrap_or(DEFAULT),
                e.countermeasures.first().map_or("", |c| c),
            ),
        }
    }

    fn condition(&mut self, c: &schema::Condition, field: &str) -> Condition {
        let many = |this: &mut Self, cs: &[schema::Condition], word: &str| {
            list(cs.iter().enumerate().map(|(i, c)| this.condition(c, &format!("{field}.{word}[{i}]"))).collect())
        };
        let composite = [c.all.is_some(), c.any.is_some(), c.not.is_some()];
        let attributes = [c.procured.is_some(), c.operated.is_some(), c.maintained.is_some(), c.carries.is_some()];
        let subjects = [c.role.is_some(), c.component.is_some(), c.data.is_some()];
        let shapes = composite.iter().chain(&subjects).filter(|x| **x).count();
        if shapes != 1
            || (attributes.contains(&true) && c.component.is_none())
            || ((c.by.is_some() || c.shared.is_some()) && c.role.is_none())
        {
            self.problem(
                field,
                "a condition is one of `all`, `any`, `not`, `role` (with `by`, `shared`), \
                 `component` (with `procured`, `operated`, `maintained`, `carries`) or `data`",
            );
        }
        if let Some(all) = &c.all {
            if all.is_empty() {
                self.problem(field, "`all` is empty");
            }
            return Condition::All(many(self, all, "all"));
        }
        if let Some(any) = &c.any {
            if any.is_empty() {
                self.problem(field, "`any` is empty");
            }
            return Condition::Any(many(self, any, "any"));
        }
        if let Some(not) = &c.not {
            return Condition::Not(list(vec![self.condition(not, &format!("{field}.not"))]));
        }
        if let Some(role) = &c.role {
            return Condition::Played {
                role: RoleId(leak(role)),
                by: self.players(field, c.by.as_deref().unwrap_or_default()),
                shared: c.shared.unwrap_or_default(),
            };
        }
        if let Some(component) = &c.component {
            let mut players = |p: &Option<Vec<String>>| self.players(field, p.as_deref().unwrap_or_default());
            return Condition::Has {
                procured: players(&c.procured),
                operated: players(&c.operated),
                maintained: players(&c.maintained),
                carries: c.carries.as_deref().map(|r| RoleId(leak(r))),
                which: match component.as_str() {
                    "this" => Which::This,
                    kind => Which::Kind(ComponentId(leak(kind))),
                },
            };
        }
        Condition::Occurs(DataId(leak(c.data.as_deref().unwrap_or_default())))
    }

    fn countermeasure(&mut self, e: schema::Countermeasure) -> Countermeasure {
        let from = e.from.as_deref();
        if e.title.is_none() {
            self.problem("title", "missing");
        }
        Countermeasure {
            id: CountermeasureId(leak(&e.id)),
            viewpoint: self.choose("viewpoint", e.viewpoint.as_deref().unwrap_or_default(), VIEWPOINTS),
            title: self.text(&e.title.clone().unwrap_or_default(), "title", from),
            statement: e.statement.as_ref().map(|t| self.text(t, "statement", from)),
            actions: list(self.actions(&e)),
            controls: ids(&e.controls, ControlId),
            references: list(e.references.iter().map(|r| leak(r)).collect()),
        }
    }

    fn actions(&mut self, e: &schema::Countermeasure) -> Vec<Action> {
        e.action
            .iter()
            .map(|a| Action {
                id: ActionId(leak(&a.id)),
                text: self.text(&a.text, &format!("action {}", a.id), a.from.as_deref().or(e.from.as_deref())),
            })
            .collect()
    }

    fn control(&mut self, e: schema::Control) -> Control {
        let from = e.from.as_deref();
        Control {
            id: ControlId(leak(&e.id)),
            id_from: self.provenance("id_from", e.id_from.as_deref().unwrap_or(DEFAULT), ""),
            class: self.choose("class", &e.class, CLASSES),
            class_from: self.provenance("class_from", e.class_from.as_deref().unwrap_or(DEFAULT), ""),
            title: self.text(&e.title, "title", from),
            statement: self.text(&e.statement, "statement", from),
            why: self.text(&e.why, "why", None),
            components: list(e.components.iter().map(|c| leak(c)).collect()),
            related: ids(&e.related, ControlId),
            iso: IsoLinks {
                numbers: list(e.iso27002.iter().map(|n| leak(n)).collect()),
                from: self.provenance("iso27002_from", e.iso27002_from.as_deref().unwrap_or(DEFAULT), ""),
                annex5: e.annex5.as_deref().map(leak),
                annex6: e.annex6.as_deref().map(leak),
                annex_from: self.provenance("annex_from", e.annex_from.as_deref().unwrap_or(DEFAULT), ""),
            },
            best_practices: list(
                e.best_practice
                    .iter()
                    .map(|b| BestPractice {
                        mark: leak(&b.mark),
                        text: self.text(&b.text, &format!("best_practice {}", b.mark), None),
                    })
                    .collect(),
            ),
            evidence: list(
                e.evidence.iter().enumerate().map(|(i, x)| self.text(&x.text, &format!("evidence[{i}]"), None)).collect(),
            ),
            items: list(e.item.iter().map(|i| self.item(i)).collect()),
            items_note: e.items_note.map(|t| self.text(&t, "items_note", None)),
        }
    }

    fn item(&mut self, e: &schema::Item) -> EvaluationItem {
        let field = format!("item {}", e.id);
        let measure = self.choose(&format!("{field}.measure"), &e.measure, MEASURES);
        if e.values.len() != 6 {
            self.problem(format!("{field}.values"), "a value for each of the six patterns is needed, or `-`");
        }
        let from = match &e.values_from {
            schema::OneOrMany::One(f) => vec![f.clone(); e.values.len()],
            schema::OneOrMany::Many(f) => f.clone(),
        };
        if from.len() != e.values.len() {
            self.problem(format!("{field}.values_from"), "one provenance for all values, or one for each");
        }
        let values = e
            .values
            .iter()
            .zip(&from)
            .enumerate()
            .map(|(i, (v, f))| self.value(&format!("{field}.values[{i}]"), v, f, measure, &e.options))
            .collect();
        EvaluationItem {
            id: leak(&e.id),
            name: self.text(&e.name, &format!("{field}.name"), e.from.as_deref()),
            measure,
            options: list(
                e.options
                    .iter()
                    .map(|o| {
                        let text = schema::Text { ja: o.ja.clone(), en: o.en.clone(), from: o.from.clone() };
                        let name = self.text(&text, &format!("{field}.options {}", o.id), e.from.as_deref());
                        ChoiceOption { id: leak(&o.id), name }
                    })
                    .collect(),
            ),
            values: list(values),
            note: e.note.as_ref().map(|t| self.text(t, &format!("{field}.note"), None)),
        }
    }

    fn value(
        &mut self,
        field: &str,
        value: &str,
        from: &str,
        measure: Measure,
        options: &[schema::Choice],
    ) -> ReferenceValue {
        let (bare, must) = match value.strip_suffix('*') {
            Some(v) => (v.trim_end(), true),
            None => (value, false),
        };
        let level = match parse_level(bare) {
            Some(Level::Chosen(o)) if measure != Measure::Choice || !options.iter().any(|x| x.id == o) => {
                self.problem(field, format!("`{o}` is none of the item's options"));
                Level::Unknown
            }
            Some(Level::AtMost(_) | Level::AtLeast(_)) if measure == Measure::Choice => {
                self.problem(field, format!("`{value}` is no option, and the item is a choice"));
                Level::Unknown
            }
            Some(level) => level,
            None => {
                self.problem(
                    field,
                    format!("`{value}` is no value; expected `<=` or `>=`, a number and one of {}", UNIT_WORDS.join(" ")),
                );
                Level::Unknown
            }
        };
        ReferenceValue { level, must, from: self.provenance(&format!("{field}.from"), from, "") }
    }

    fn players(&mut self, field: &str, players: &[String]) -> List<Player> {
        list(players.iter().map(|p| self.choose(field, p, PLAYERS)).collect())
    }

    fn choose<T: Copy>(&mut self, field: &str, word: &str, choices: &[(&str, T)]) -> T {
        match choices.iter().find(|(w, _)| *w == word) {
            Some((_, t)) => *t,
            None => {
                let expected: Vec<_> = choices.iter().map(|(w, _)| *w).collect();
                self.problem(field, format!("`{word}` is none of {}", expected.join(", ")));
                choices[0].1
            }
        }
    }

    fn text(&mut self, t: &schema::Text, field: &str, inherited: Option<&str>) -> Text {
        for (lang, text) in [("ja", &t.ja), ("en", &t.en)] {
            if text.trim().is_empty() {
                self.problem(format!("{field}.{lang}"), "missing");
            } else if text.trim() != text {
                self.problem(format!("{field}.{lang}"), "has white space at its start or end");
            }
        }
        let from = t.from.as_deref().or(inherited).unwrap_or(DEFAULT);
        let from = self.provenance(field, from, &t.ja);
        if !matches!(from, Provenance::Quoted(_)) && is_sentence(&t.ja) && self.line_of(&t.ja).is_some() {
            self.problem(format!("{field}.ja"), "stands word for word in the summary, yet is not `quoted`");
        }
        Text { ja: leak(&t.ja), en: leak(&t.en), from }
    }

    fn provenance(&mut self, field: &str, from: &str, text: &str) -> Provenance {
        match from.split_once(':') {
            None if from == "original" => return Provenance::Original,
            None if from == "quoted" => {
                return match self.line_of(text) {
                    Some(line) => Provenance::Quoted(line),
                    None if text.is_empty() => {
                        let id = self.entry.rsplit(' ').next().unwrap_or_default().to_owned();
                        Provenance::Quoted(self.line_of(&spaced(&id)).unwrap_or_default())
                    }
                    None => {
                        self.problem(field, format!("`{text}` is marked as quoted and does not stand in the summary"));
                        Provenance::Original
                    }
                };
            }
            Some(("cited", id)) if !id.is_empty() => return Provenance::Cited(SourceId(leak(id))),
            Some(("unverified", p)) => {
                if let Ok(p @ 1..=99) = p.parse() {
                    return Provenance::Unverified(p);
                }
            }
            _ => {}
        }
        self.problem(
            field,
            format!("`{from}` is no provenance; expected quoted, cited:SOURCE, unverified:PER-CENT or original"),
        );
        Provenance::Original
    }

    fn line_of(&self, text: &str) -> Option<u16> {
        if text.is_empty() {
            return None;
        }
        let at = self.summary.iter().position(|line| line.contains(text))?;
        u16::try_from(at + 1).ok()
    }
}

/// `II.2.1.1` as the summary prints it: `II. 2. 1. 1.`
fn spaced(id: &str) -> String {
    format!("{}.", id.replace('.', ". "))
}

/// Short names may well be the same as words of the summary; whole statements may not.
fn is_sentence(text: &str) -> bool {
    text.chars().count() >= 20
}

fn split_off<T>(from: &mut Vec<T>, take: impl Fn(&T) -> bool) -> Vec<T> {
    let (taken, kept) = std::mem::take(from).into_iter().partition(take);
    *from = kept;
    taken
}

fn leak(s: &str) -> &'static str {
    Box::leak(s.to_owned().into_boxed_str())
}

fn list<T>(v: Vec<T>) -> List<T> {
    List(Box::leak(v.into_boxed_slice()))
}

fn ids<T>(words: &[String], id: impl Fn(&'static str) -> T) -> List<T> {
    list(words.iter().map(|w| id(leak(w))).collect())
}

/// A level as written, without the mark for especially necessary.
fn parse_level(text: &str) -> Option<Level> {
    match text {
        "-" => return Some(Level::NoValue),
        "?" => return Some(Level::Unknown),
        _ => {}
    }
    let mut words = text.split_whitespace();
    let first = words.next()?;
    let level: fn(Quantity) -> Level = match first {
        "<=" => Level::AtMost,
        ">=" => Level::AtLeast,
        _ if words.next().is_none() && first.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') => {
            return Some(Level::Chosen(leak(first)));
        }
        _ => return None,
    };
    let milli = parse_milli(words.next()?)?;
    let word = words.next()?;
    let unit = UNITS.iter().find(|(w, _)| *w == word)?.1;
    words.next().is_none().then_some(level(Quantity { milli, unit }))
}

/// A decimal number with at most three decimals, in thousandths.
fn parse_milli(text: &str) -> Option<u64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = |s: &str| s.chars().all(|c| c.is_ascii_digit());
    if whole.is_empty() || whole.len() > 12 || fraction.len() > 3 || !digits(whole) || !digits(fraction) {
        return None;
    }
    let fraction: u64 = format!("{fraction:0<3}").parse().ok()?;
    whole.parse::<u64>().ok()?.checked_mul(1000)?.checked_add(fraction)
}

const VIEWPOINTS: &[(&str, Viewpoint)] = &[("A", Viewpoint::A), ("B", Viewpoint::B), ("C", Viewpoint::C)];
const PLAYERS: &[(&str, Player)] = &[("own", Player::Own), ("partner", Player::Partner), ("user", Player::User)];
const ROLE_KINDS: &[(&str, RoleKind)] = &[("environment", RoleKind::Environment), ("execution", RoleKind::Execution)];
const LAYERS: &[(&str, Layer)] = &[
    ("site", Layer::Site),
    ("network", Layer::Network),
    ("cloud", Layer::Cloud),
    ("client", Layer::Client),
    ("operation", Layer::Operation),
];
const CLASSES: &[(&str, ControlClass)] = &[("basic", ControlClass::Basic), ("recommended", ControlClass::Recommended)];
const MEASURES: &[(&str, Measure)] = &[
    ("interval", Measure::Interval),
    ("limit", Measure::Limit),
    ("duration", Measure::Duration),
    ("retention", Measure::Retention),
    ("after-service", Measure::AfterService),
    ("percent", Measure::Share),
    ("generations", Measure::Count),
    ("choice", Measure::Choice),
];
const UNIT_WORDS: &[&str] = &["min", "h", "d", "week", "mo", "y", "%", "gen"];
const UNITS: &[(&str, Unit)] = &[
    ("min", Unit::Minutes),
    ("h", Unit::Hours),
    ("d", Unit::Days),
    ("week", Unit::Weeks),
    ("mo", Unit::Months),
    ("y", Unit::Years),
    ("%", Unit::Percent),
    ("gen", Unit::Generations),
];
