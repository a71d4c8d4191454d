//! The report that is handed over (報告書), as plain data: a cover, a summary on one page, lists, and an annex with
//! everything. What it looks like is said in `exchange::report`, for the screen, paper and files alike.

mod annex;
mod cover;
mod lists;
mod rows;
mod summary;
pub mod words;

use std::fmt::Display;

use self::{rows::Rows, words::Words};
use super::{
    Confidential, ControlResults, Progress, RiskRow, RiskStanding, Scope, Task, control_results, is_to_treat, labels,
    leaves_out, progress, risk_rows, tasks,
};
use crate::core::{
    assessment::{Assessment, Path, paths},
    catalog::{
        Catalog, Control, Text,
        keyword::{Keyword, keywords},
    },
    day::Day,
    evaluate::{Classification, GuidelinePart},
    extract::{Derived, Extraction, RowKey, derive, extract},
    language::{Language, fill},
    markup::Element,
    model::{Model, project},
};

keywords! {
    /// How deep a report goes; each has what stands in the one before it.
    pub enum Depth {
        /// 経営: the cover and the summary.
        Management = "management",
        /// 管理者: also the lists of what is to be done.
        Managers = "managers",
        /// 全部: also the annex with every control.
        Full = "full",
    }
}

/// What a report is made of.
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs)]
pub struct Basis<'a> {
    pub catalog: &'a Catalog,
    /// The digest of the catalogue.
    pub digest: &'a str,
    pub assessment: &'a Assessment,
    pub model: &'a Model,
    pub extraction: &'a Extraction,
    pub derived: &'a [Derived],
    pub progress: &'a Progress,
    pub classification: &'a Classification,
    pub controls: &'a ControlResults,
    pub tasks: &'a [Task],
    pub scope: Scope,
    pub today: Day,
}

impl Basis<'_> {
    /// Works out all that follows from an assessment, and does something with it.
    pub fn with<T>(
        (catalog, digest): (&'static Catalog, &str),
        assessment: &Assessment,
        scope: Scope,
        today: Day,
        then: impl FnOnce(&Basis) -> T,
    ) -> T {
        let scope = scope.within(assessment);
        let model = project(assessment, catalog);
        let extraction = extract(catalog, &model);
        let derived = derive(catalog, &extraction, |key| is_to_treat(catalog, assessment, scope, key));
        let classification = Classification::of(catalog, assessment);
        let controls = control_results(catalog, assessment, classification.pattern(), scope);
        then(&Basis {
            catalog,
            digest,
            assessment,
            model: &model,
            extraction: &extraction,
            derived: &derived,
            progress: &progress(catalog, assessment, &model, &extraction, &derived, scope),
            classification: &classification,
            controls: &controls,
            tasks: &tasks(catalog, assessment, &controls, &extraction, &derived, scope, today),
            scope,
            today,
        })
    }

    /// The evidence of a control that was seen or noted, a line each.
    #[must_use]
    pub fn evidence(&self, control: &Control, language: Language) -> String {
        let t = words::of(language);
        let mut lines = Vec::new();
        for (number, evidence) in (1..).zip(control.evidence) {
            let note = self.assessment.text(&paths::evidence_note(control.id, number)).trim();
            let seen = self.assessment.text(&paths::evidence(control.id, number)) == "yes";
            if seen || !note.is_empty() {
                let evidence = format!("{} {note}", language.pick(evidence.ja(), evidence.en()));
                lines.push(fill(t.marked, &[&evidence.trim(), if seen { &t.seen } else { &t.not_seen }]));
            }
        }
        lines.join("\n")
    }

    /// The marks of the best practices of a control that are followed.
    #[must_use]
    pub fn practices(&self, control: &Control, language: Language) -> String {
        let mut marks = Vec::new();
        for practice in control.best_practices {
            if self.assessment.text(&paths::practice(control.id, practice.mark)) == "yes" {
                marks.push(practice.mark);
            }
        }
        marks.join(labels::COMMA.pick(language))
    }

    /// What a risk is about: a component, nothing for the service as a whole; and the partners through whom it applies.
    #[must_use]
    pub fn concerned(&self, key: &RowKey, language: Language) -> String {
        let name = |id| labels::component(self.catalog, self.model, id, language);
        let component = key.instance.as_ref().map(name).unwrap_or_default();
        let partners = self.extraction.row(key).map(|row| self.model.partners_in(&row.finding.facts));
        let partners = partners.unwrap_or_default().join(labels::COMMA.pick(language));
        match (component.is_empty(), partners.is_empty()) {
            (_, true) => component,
            (true, false) => partners,
            (false, false) => fill(labels::NAMED.pick(language), &[&component, &partners]),
        }
    }
}

/// A report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Its language.
    pub language: Language,
    /// What it is.
    pub title: &'static str,
    /// What it is about, for the head of each page.
    pub subject: String,
    /// The page in front.
    pub cover: Vec<Block>,
    /// What follows it, with titles.
    pub sections: Vec<(String, Vec<Block>)>,
}

/// A piece of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A text.
    Text(Kind, String),
    /// How many stand where.
    Bar(Bar),
    /// A table.
    Table(Table),
    /// A drawing, of which its label tells the same in words.
    Drawing(Element),
}

/// What a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A line in large letters.
    Name,
    /// A title within the cover or a section.
    Heading,
    /// A paragraph.
    Paragraph,
}

/// How many of something stand where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// Of what.
    pub name: &'static str,
    /// What stands where, how it is drawn (a number from 0 to 7), and how many. None is nothing.
    pub parts: Vec<(&'static str, usize, usize)>,
}

/// A table without an empty column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The heads of its columns, with a letter for how wide each is; none where the rows are facts by their names.
    ///
    /// `s` is short, as a number or a state, `m` as a date or a name, `n` as notes; `w` takes what is left, and so does `b`,
    /// a box for a stamp.
    pub columns: Vec<(char, &'static str)>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// What the rows below have in common.
    Group(String),
    /// A cell for each column. The first one says what the row is about.
    Cells(Vec<String>),
}

/// Writes the report of an assessment.
#[must_use]
pub fn report(of: &Basis, depth: Depth, language: Language) -> Report {
    let t = words::of(language);
    let four = of.controls.extent.has_part(GuidelinePart::Four);
    let risks = if four { risk_rows(of.catalog, of.assessment, of.extraction, of.scope) } else { Vec::new() };
    let (blocks, sections, annexes) = (Vec::new(), Vec::new(), 0);
    let mut writer = Writer { of, t, language, four, risks, blocks, sections, annexes };
    let subject = writer.cover(depth).to_owned();
    let cover = std::mem::take(&mut writer.blocks);
    writer.summary();
    if depth != Depth::Management {
        writer.lists();
    }
    if depth == Depth::Full {
        writer.annex();
    }
    Report { language, title: t.title, subject, cover, sections: writer.sections }
}

/// The name of a depth.
#[must_use]
pub fn depth_name(depth: Depth, language: Language) -> &'static str {
    let t = words::of(language);
    match depth {
        Depth::Management => t.management,
        Depth::Managers => t.managers,
        Depth::Full => t.full,
    }
}

/// What all parts of a report are written with, and what is written so far.
///
/// Rows are added one by one, in loops: chains of iterators that are collected are compiled anew each time, and made the
/// report more than twice as much to load (20 kB, gzip).
struct Writer<'a> {
    of: &'a Basis<'a>,
    t: &'static Words,
    language: Language,
    /// Whether Part IV is assessed.
    four: bool,
    risks: Vec<RiskRow>,
    /// What the section that is being written has so far.
    blocks: Vec<Block>,
    sections: Vec<(String, Vec<Block>)>,
    annexes: u8,
}

impl<'a> Writer<'a> {
    /// Ends a numbered section.
    fn end_section(&mut self, title: &str) {
        let title = format!("{}. {title}", self.sections.len() + 1);
        self.end(title);
    }

    /// Ends an appendix, which has a letter.
    fn end_appendix(&mut self, title: &str) {
        let letter = char::from(b'A' + self.annexes);
        self.annexes += 1;
        self.end(fill(self.t.appendix, &[&letter, &title]));
    }

    fn end(&mut self, title: String) {
        self.sections.push((title, std::mem::take(&mut self.blocks)));
    }

    #[inline(never)]
    fn put(&mut self, kind: Kind, text: &str) {
        self.blocks.push(Block::Text(kind, text.to_owned()));
    }

    fn paragraph(&mut self, text: &str) {
        self.put(Kind::Paragraph, text);
    }

    /// A sentence with numbers.
    fn counted(&mut self, template: &str, counts: &[usize]) {
        let mut values: Vec<&dyn Display> = Vec::new();
        for count in counts {
            values.push(count);
        }
        self.paragraph(&fill(template, &values));
    }

    /// A list: where its texts come from, and a table, or a sentence where there is nothing to list.
    fn list(&mut self, rows: Rows, none: &str) {
        let (source, table) = rows.table(self.t, self.language);
        match table {
            None => self.paragraph(none),
            Some(table) => {
                if let Some(source) = source {
                    self.paragraph(&source);
                }
                self.blocks.push(Block::Table(table));
            }
        }
    }

    /// A text of the catalogue.
    #[inline(never)]
    fn say(&self, text: &Text) -> &'static str {
        self.language.pick(text.ja(), text.en())
    }

    #[inline(never)]
    fn text(&self, path: &Path) -> &'a str {
        self.of.assessment.text(path).trim()
    }

    /// A day as it is printed; what is left to do is late after it.
    fn day(&self, day: Option<Day>, left: bool) -> String {
        let Some(day) = day else { return String::new() };
        let written = day.write(self.language);
        if left && day < self.of.today { fill(self.t.overdue, &[&written]) } else { written }
    }

    /// Who sees to something, and until when, in two lines.
    #[inline(never)]
    fn who_and_when(&self, fact: &dyn Fn(&str) -> Path, left: bool) -> String {
        let mut said = self.text(&fact("owner")).to_owned();
        self.line(&mut said, "", &self.day(self.text(&fact("due")).parse().ok(), left));
        said
    }

    /// Adds a line to others, with what it is; nothing where it is empty.
    #[inline(never)]
    fn line(&self, to: &mut String, label: &str, text: &str) {
        if text.is_empty() {
            return;
        }
        if !to.is_empty() {
            to.push('\n');
        }
        if !label.is_empty() {
            to.push_str(label);
            to.push_str(": ");
        }
        to.push_str(text);
    }

    fn component(&self, key: &RowKey) -> String {
        self.of.concerned(key, self.language)
    }

    /// How many risks stand at one of some places.
    fn count_risks(&self, are: fn(RiskStanding) -> bool) -> usize {
        self.risks.iter().filter(|row| are(row.standing)).count()
    }

    /// Whether it is told who does what until when. Without either, a copy for others would read as if nobody had planned.
    fn has_plan(&self) -> bool {
        [Confidential::People, Confidential::Dates].iter().all(|what| !leaves_out(self.of.assessment, *what))
    }

    /// Whether Part II or III is assessed.
    fn has_controls(&self) -> bool {
        self.of.controls.extent.has_controls()
    }
}
