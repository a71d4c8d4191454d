//! The texts of the annexes. Their entries are known by name or hang together, so none can be added.

use super::draft::{Draft, said};
use crate::core::catalog::{
    leak::{leak_list, leak_str},
    types::*,
};

impl Draft<'_, '_> {
    pub fn equipment(&mut self, was: Equipment) -> Equipment {
        let name = self.text("name", Some(was.name));
        Equipment { name, about: self.text("about", Some(was.about)), ..was }
    }

    pub fn axis(&mut self, was: AxisEntry) -> AxisEntry {
        let mut levels = was.levels.to_vec();
        for level in &mut levels {
            let field = |rest: &str| format!("level.{}.{rest}", level.id.keyword());
            let (name, meaning) = (field("name"), field("meaning"));
            level.name = self.text(&name, Some(level.name));
            level.meaning = self.text(&meaning, Some(level.meaning));
        }
        AxisEntry {
            name: self.text("name", Some(was.name)),
            question: self.text("question", Some(was.question)),
            levels: leak_list(levels),
            ..was
        }
    }

    /// A pattern's texts. Examples that are given replace all of ours.
    pub fn pattern(&mut self, was: Pattern) -> Pattern {
        let given = self.take_family("example.").into_iter().zip(0..);
        let examples: Vec<Text> =
            given.map(|((_, fact), i)| said(fact, was.examples.get::<usize>(i).copied())).collect();
        Pattern {
            name: self.text("name", Some(was.name)),
            examples: if examples.is_empty() { was.examples } else { leak_list(examples) },
            ..was
        }
    }

    pub fn point(&mut self, was: Point) -> Point {
        Point {
            title: self.text("title", Some(was.title)),
            about: self.some_text("about", was.about),
            missing: self.some_text("missing", was.missing),
            ..was
        }
    }

    pub fn iso_chapter(&mut self, was: IsoChapter) -> IsoChapter {
        IsoChapter { title: self.text("title", Some(was.title)), ..was }
    }

    pub fn iso_item(&mut self, was: IsoItem) -> IsoItem {
        let (annex5, annex6) = (self.take("annex5"), self.take("annex6"));
        let given = annex5.is_some() || annex6.is_some();
        IsoItem {
            title: self.text("title", Some(was.title)),
            annex5: annex5.map(|f| leak_str(&f.ja)).or(was.annex5),
            annex6: annex6.map(|f| leak_str(&f.ja)).or(was.annex6),
            annex_from: if given { Provenance::Supplied } else { was.annex_from },
            note: self.some_text("note", was.note),
            ..was
        }
    }

    pub fn case(&mut self, was: Case) -> Case {
        Case {
            name: self.text("name", Some(was.name)),
            about: self.text("about", Some(was.about)),
            story: self.text("story", Some(was.story)),
            shows: self.text("shows", Some(was.shows)),
            arrangement: self.arrangement(was.arrangement),
            ..was
        }
    }
}
