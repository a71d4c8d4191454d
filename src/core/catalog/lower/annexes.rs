//! The annexes: components and patterns, points, ISO/IEC 27002:2013, worked cases.

use super::{
    super::{
        leak::{leak_list, leak_str},
        schema,
        types::*,
    },
    Lowering,
};

impl Lowering {
    pub(super) fn equipment(&mut self, e: schema::Equipment) -> Equipment {
        Equipment {
            id: EquipmentId(leak_str(&e.id)),
            name: self.text(&e.name, "name", e.from.as_deref()),
            about: self.text(&e.about, "about", None),
            row: e.row,
        }
    }

    pub(super) fn axis(&mut self, e: schema::Axis) -> AxisEntry {
        AxisEntry {
            id: self.choose("id", &e.id),
            name: self.text(&e.name, "name", e.from.as_deref()),
            question: self.text(&e.question, "question", None),
            levels: leak_list(e.level.iter().map(|l| self.grade(l)).collect()),
        }
    }

    fn grade(&mut self, e: &schema::Grade) -> GradeEntry {
        let field = format!("level {}", e.id);
        let from = e.from.as_deref();
        GradeEntry {
            id: self.choose(&field, &e.id),
            name: self.text(&e.name, &format!("{field}.name"), from),
            meaning: self.text(&e.meaning, &format!("{field}.meaning"), from),
        }
    }

    pub(super) fn pattern(&mut self, e: schema::Pattern) -> Pattern {
        let mut examples = Vec::new();
        for (i, x) in e.example.iter().enumerate() {
            let from = x.from.as_deref().or(e.from.as_deref());
            examples.push(self.text(&x.text, &format!("example[{i}]"), from));
        }
        let printed = format!("パターン{}", e.id);
        Pattern {
            id: self.choose("id", &e.id),
            name: self.text(&e.name, "name", e.from.as_deref()),
            confidentiality: self.choose("confidentiality", &e.confidentiality),
            integrity: self.choose("integrity", &e.integrity),
            availability: self.choose("availability", &e.availability),
            levels_from: self.provenance("levels_from", e.levels_from.as_deref(), &printed),
            examples: leak_list(examples),
        }
    }

    pub(super) fn point(&mut self, e: schema::Point) -> Point {
        let from = e.from.as_deref();
        Point {
            id: PointId(leak_str(&e.id)),
            annex: e.annex,
            group: self.choose("group", &e.group),
            title: self.text(&e.title, "title", from),
            about: e.about.as_ref().map(|t| self.text(t, "about", from)),
            missing: e.missing.as_ref().map(|t| self.text(t, "missing", None)),
        }
    }

    pub(super) fn iso_chapter(&mut self, e: schema::IsoChapter) -> IsoChapter {
        IsoChapter { id: IsoChapterId(leak_str(&e.id)), title: self.text(&e.title, "title", e.from.as_deref()) }
    }

    pub(super) fn iso_item(&mut self, e: schema::IsoItem) -> IsoItem {
        // The pages as the summary prints them. Of two, the one that does not stand there is told.
        let printed: Vec<String> =
            [&e.annex5, &e.annex6].into_iter().flatten().map(|p| format!("{}ページ", p.replace('–', "～"))).collect();
        let absent = printed.iter().find(|p| self.line_of(p).is_none()).or(printed.first()).cloned();
        IsoItem {
            id: IsoId(leak_str(&e.id)),
            title: self.text(&e.title, "title", e.from.as_deref()),
            added: e.added,
            in_2014: e.in_2014.as_deref().map(|f| self.provenance("in_2014", Some(f), &e.id)),
            annex5: e.annex5.as_deref().map(leak_str),
            annex6: e.annex6.as_deref().map(leak_str),
            annex_from: self.provenance("annex_from", e.annex_from.as_deref(), &absent.unwrap_or_default()),
            in_2022: leak_str(&e.iso2022.join(" ")),
            in_2022_from: self.provenance_of_number("iso2022_from", e.iso2022_from.as_deref()),
            note: e.note.as_ref().map(|t| self.text(t, "note", None)),
        }
    }

    pub(super) fn case(&mut self, e: schema::Case) -> Case {
        let from = e.from.as_deref();
        Case {
            id: CaseId(leak_str(&e.id)),
            name: self.text(&e.name, "name", from),
            about: self.text(&e.about, "about", from),
            story: self.text(&e.story, "story", from),
            shows: self.text(&e.shows, "shows", from),
            arrangement: self.arrangement(&e.roles, &e.component, &e.absent, &e.data),
        }
    }
}
