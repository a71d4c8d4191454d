//! What must hold in the annexes.

use super::{
    super::{file_fault::FileFault, types::*},
    Finding, Lint, plain_number,
};

/// The most rows that the figure of components can have.
const MAX_ROW: u8 = 8;

impl<T: FnMut(Finding)> Lint<'_, T> {
    pub(super) fn annexes(&mut self) {
        self.figure();
        self.patterns();
        self.points();
        self.iso();
        self.cases();
    }

    fn figure(&mut self) {
        for e in self.catalog.equipment {
            self.at("equipment", e.id.0);
            if !(1..=MAX_ROW).contains(&e.row) {
                self.problem("row", FileFault::OutOfRange(1, MAX_ROW));
            }
        }
    }

    fn patterns(&mut self) {
        for axis in self.catalog.axes {
            self.at("axis", axis.id.keyword());
            if axis.levels.is_empty() || !axis.levels.is_sorted_by(|a, b| a.id < b.id) {
                self.problem("level", FileFault::LevelOrder);
            }
        }
        let mut seen: Vec<&Pattern> = Vec::new();
        for p in self.catalog.patterns {
            self.at("pattern", &p.id.to_string());
            for axis in self.catalog.axes {
                if axis.levels.iter().all(|l| l.id != p.grade(axis.id)) {
                    self.problem("", FileFault::NoSuchLevel(axis.id.keyword()));
                }
            }
            let same = |q: &&&Pattern| self.catalog.axes.iter().all(|a| q.grade(a.id) == p.grade(a.id));
            if let Some(other) = seen.iter().find(same).map(|q| q.id) {
                self.problem("", FileFault::SameLevels(other.to_string()));
            }
            if seen.last().is_some_and(|q| q.id > p.id) {
                self.problem("id", FileFault::PatternOrder);
            }
            seen.push(p);
        }
    }

    fn points(&mut self) {
        for p in self.catalog.points {
            self.at("point", p.id.0);
            if !(3..=8).contains(&p.annex) {
                self.problem("annex", FileFault::OutOfRange(3, 8));
            }
            if p.about.is_none() && p.missing.is_none() && p.group == PointGroup::Fact {
                self.problem("about", FileFault::SaysNothing);
            }
        }
    }

    fn iso(&mut self) {
        for c in self.catalog.iso_chapters {
            self.at("iso_chapter", c.id.0);
            if c.id.0 != EDITION_2022 && !plain_number(c.id.0).is_some_and(|n| (5..=18).contains(&n)) {
                self.problem("id", FileFault::NoIsoChapter);
            }
        }
        for i in self.catalog.iso_items {
            self.at("iso_item", i.id.0);
            if !is_iso_number(i.id.0) {
                self.problem("id", FileFault::NoIsoNumber);
            } else if self.catalog.iso_chapters.iter().all(|c| c.id.0 != i.chapter()) {
                self.problem("id", FileFault::ChapterMissing);
            }
            let in_2022: Vec<&str> = i.in_2022.split_whitespace().collect();
            for number in &in_2022 {
                if !is_2022_number(number) {
                    self.problem("iso2022", FileFault::No2022Number);
                }
            }
            self.once("iso2022", &in_2022);
            if i.added && i.in_2014.is_none() {
                self.problem("in_2014", FileFault::AddedHow);
            }
        }
    }

    /// A case leaves no question of its model open.
    fn cases(&mut self) {
        for case in self.catalog.cases {
            self.at("case", case.id.0);
            let a = &case.arrangement;
            self.arrangement(a);
            for role in self.catalog.roles {
                if a.roles.iter().all(|(id, _)| *id != role.id) {
                    self.problem("roles", FileFault::RoleOpen(role.id.0));
                }
            }
            for kind in self.catalog.components {
                if !a.absent.contains(&kind.id) && a.components.iter().all(|c| c.kind != kind.id) {
                    self.problem("absent", FileFault::ComponentOpen(kind.id.0));
                }
            }
            for (i, c) in a.components.iter().enumerate() {
                for (aspect, players) in
                    [("procured", c.procured), ("operated", c.operated), ("maintained", c.maintained)]
                {
                    if players.is_none() {
                        self.problem(format!("component[{i}].{aspect}"), FileFault::LeftOpen);
                    }
                }
                if c.place.is_none() {
                    self.problem(format!("component[{i}].place"), FileFault::LeftOpen);
                }
            }
            for data in self.catalog.data_forms {
                if a.data.iter().all(|(id, _)| *id != data.id) {
                    self.problem("data", FileFault::DataOpen(data.id.0));
                }
            }
        }
    }
}

/// The chapter of what only ISO/IEC 27002:2022 has.
const EDITION_2022: &str = "2022";

/// A control of ISO/IEC 27002:2022: `5.1` to `8.34`.
fn is_2022_number(n: &str) -> bool {
    let parts: Vec<Option<u8>> = n.split('.').map(plain_number).collect();
    matches!(
        parts.as_slice(),
        [Some(5), Some(1..=37)] | [Some(6), Some(1..=8)] | [Some(7), Some(1..=14)] | [Some(8), Some(1..=34)]
    )
}

/// A section's or a control's number: `6.1` or `6.1.1`, in chapters 5 to 18; or `2022.` and a number of 2022.
fn is_iso_number(n: &str) -> bool {
    if let Some((EDITION_2022, number)) = n.split_once('.') {
        return is_2022_number(number);
    }
    let parts: Vec<Option<u8>> = n.split('.').map(plain_number).collect();
    matches!(parts.as_slice(), [Some(5..=18), Some(1..)] | [Some(5..=18), Some(1..), Some(1..)])
}
