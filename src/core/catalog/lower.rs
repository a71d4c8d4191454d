//! From the files as written to static data, with every mistake collected.
//!
//! Compiled into the build script as well, hence it names nothing of the crate. Strings and lists are leaked: a
//! catalogue lives as long as the program that reads it.

// Given in full, since the build script includes this file from elsewhere.
#[path = "lower/annexes.rs"]
mod annexes;
#[path = "lower/controls.rs"]
mod controls;
#[path = "lower/part4.rs"]
mod part4;
#[path = "lower/text.rs"]
mod text;

use std::{collections::BTreeMap, fmt};

use super::{
    fault::Fault,
    file_fault::FileFault,
    keyword::Keyword,
    leak::{leak_list, leak_str},
    schema,
    types::*,
};

/// A mistake in a catalogue file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file.
    pub file: String,
    /// The entry, such as `risk X-install-B1`.
    pub entry: String,
    /// The field, such as `when.all[1].role`; empty for the entry as a whole.
    pub field: String,
    /// What is wrong.
    pub fault: Fault,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.file, self.entry)?;
        if !self.field.is_empty() {
            write!(f, ": {}", self.field)?;
        }
        write!(f, ": {}", self.fault)
    }
}

/// Turns parsed files into a catalogue.
#[derive(Debug)]
pub struct Lowering {
    /// The summary's lines without marks.
    summary: Vec<String>,
    file: String,
    entry: String,
    citations: Vec<Citation>,
    /// What was wrong so far.
    pub problems: Vec<Problem>,
    /// The file in which each entry stands.
    pub origin: BTreeMap<String, String>,
}

/// A line of the summary without marks of emphasis and of footnotes, which are no words of it.
fn words_of(line: &str) -> String {
    (1..=9).fold(line.replace("**", ""), |line, note| {
        line.replace(&format!("(※{note})"), "").replace(&format!("（※{note}）"), "")
    })
}

/// A source that something names.
#[derive(Debug)]
struct Citation {
    /// File, entry and field.
    place: (String, String, String),
    source: SourceId,
}

impl Lowering {
    /// Starts with the summary against which quoted texts are checked.
    #[must_use]
    pub fn new(summary: &str) -> Self {
        Self {
            summary: summary.lines().map(words_of).collect(),
            file: String::new(),
            entry: String::new(),
            citations: Vec::new(),
            problems: Vec::new(),
            origin: BTreeMap::new(),
        }
    }

    /// Lowers all files to one catalogue. Look at `problems` before using it.
    pub fn catalog(&mut self, files: Vec<(String, schema::File)>) -> Catalog {
        // Each entry together with its file.
        macro_rules! gather {
            ($($field:ident)*) => {
                $(let mut $field = Vec::new();)*
                for (name, file) in files {
                    $($field.extend(file.$field.into_iter().map(|e| (name.clone(), e)));)*
                }
            };
        }
        macro_rules! lower {
            ($field:ident, $word:literal, $method:ident) => {{
                let mut out = Vec::with_capacity($field.len());
                for (file, e) in $field {
                    self.at(file, format!("{} {}", $word, e.id));
                    out.push(self.$method(e));
                }
                leak_list(out)
            }};
        }
        gather!(edition source passage section viewpoint player role_kind role component data service_type risk
            countermeasure control equipment axis pattern point iso_chapter iso_item case);
        macro_rules! each_once {
            ($field:ident, $word:literal, $type:ty) => {{
                let ids: Vec<_> = $field.iter().map(|(file, e)| (file.as_str(), e.id.as_str())).collect();
                self.each_once::<$type>($word, &ids);
            }};
        }
        each_once!(viewpoint, "viewpoint", Viewpoint);
        each_once!(player, "player", Player);
        each_once!(role_kind, "role_kind", RoleKind);
        each_once!(axis, "axis", Axis);
        each_once!(pattern, "pattern", PatternId);
        let (extensions, countermeasure): (Vec<_>, Vec<_>) = countermeasure.into_iter().partition(|(_, c)| c.extends);
        let mut catalog = Catalog {
            edition: self.edition(edition),
            sources: lower!(source, "source", source),
            passages: self.passages(passage),
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
            equipment: lower!(equipment, "equipment", equipment),
            axes: lower!(axis, "axis", axis),
            patterns: lower!(pattern, "pattern", pattern),
            points: lower!(point, "point", point),
            iso_chapters: lower!(iso_chapter, "iso_chapter", iso_chapter),
            iso_items: lower!(iso_item, "iso_item", iso_item),
            cases: lower!(case, "case", case),
            supplied: List(&[]),
        };
        let mut countermeasures = catalog.countermeasures.to_vec();
        for (file, e) in extensions {
            (self.file, self.entry) = (file, format!("countermeasure {}", e.id));
            self.extend(&mut countermeasures, &e);
        }
        catalog.countermeasures = leak_list(countermeasures);
        self.sources_exist(&catalog);
        catalog
    }

    /// Begins with an entry.
    fn at(&mut self, file: String, entry: String) {
        self.origin.insert(entry.clone(), file.clone());
        (self.file, self.entry) = (file, entry);
    }

    fn problem(&mut self, field: impl Into<String>, fault: impl Into<Fault>) {
        self.problems.push(Problem {
            file: self.file.clone(),
            entry: self.entry.clone(),
            field: field.into(),
            fault: fault.into(),
        });
    }

    /// What the program knows by name is described exactly once.
    fn each_once<T: Keyword>(&mut self, word: &str, entries: &[(&str, &str)]) {
        for name in T::VALUES.iter().map(|value| value.keyword()) {
            self.entry = format!("{word} {name}");
            let mut files = entries.iter().filter(|(_, id)| *id == name).map(|(file, _)| *file);
            self.file = files.next().unwrap_or_default().to_owned();
            if self.file.is_empty() {
                self.problem("", Fault::Missing);
            }
            for file in files {
                file.clone_into(&mut self.file);
                self.problem("id", Fault::Twice);
            }
        }
    }

    fn sources_exist(&mut self, catalog: &Catalog) {
        for Citation { place, source } in std::mem::take(&mut self.citations) {
            if !catalog.sources.iter().any(|s| s.id == source) {
                let (file, entry, field) = place;
                (self.file, self.entry) = (file, entry);
                self.problem(field, FileFault::UnknownSource(source.to_string()));
            }
        }
    }

    fn edition(&mut self, mut editions: Vec<(String, schema::Edition)>) -> Edition {
        (self.file, self.entry) = (String::new(), "edition".into());
        for (file, _) in editions.iter().skip(1) {
            self.file.clone_from(file);
            self.problem("", Fault::Twice);
        }
        if editions.is_empty() {
            self.problem("", FileFault::NoEdition);
            let name = Text { at: 0, from: Provenance::Original };
            return Edition { id: "", name, published: "" };
        }
        let (file, e) = editions.swap_remove(0);
        self.file = file;
        Edition {
            id: leak_str(&e.id),
            name: self.text(&e.name, "name", e.from.as_deref()),
            published: leak_str(&e.published),
        }
    }

    fn source(&mut self, e: schema::Source) -> Source {
        if !e.url.starts_with("https://") && !e.url.starts_with("http://") {
            self.problem("url", FileFault::NoWebAddress(e.url.clone()));
        }
        let id = SourceId::from_text(&e.id).unwrap_or_else(|| {
            self.problem("id", FileFault::NoNumber(e.id.clone()));
            SourceId(0)
        });
        Source { id, title: self.text(&e.title, "title", e.from.as_deref()), url: leak_str(&e.url) }
    }

    fn passages(&mut self, passages: Vec<(String, schema::Passage)>) -> List<Passage> {
        let mut out = Vec::new();
        for (file, p) in passages {
            self.at(file, format!("passage `{}`", p.starts));
            let Some(line) = self.line_of(&p.starts) else {
                self.problem("starts", FileFault::NotInSummary);
                continue;
            };
            out.push(Passage { line, title: self.text(&p.title, "title", None) });
        }
        out.sort_by_key(|p| p.line);
        leak_list(out)
    }

    fn section(&mut self, e: schema::Section) -> Section {
        Section {
            id: leak_str(&e.id),
            title: self.text(&e.title, "title", e.from.as_deref()),
            about: e.about.map(|t| self.text(&t, "about", None)),
        }
    }
}
