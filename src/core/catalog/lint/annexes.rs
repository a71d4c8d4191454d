//! What must hold in the annexes.

use super::{super::types::*, Finding, Lint, plain_number};

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
                self.problem("row", format!("from 1 to {MAX_ROW}"));
            }
        }
    }

    fn patterns(&mut self) {
        for axis in self.catalog.axes {
            self.at("axis", axis.id.keyword());
            if axis.levels.is_empty() || !axis.levels.is_sorted_by(|a, b| a.id < b.id) {
                self.problem("level", "at least one, from high to low, none twice");
            }
        }
        let mut seen: Vec<&Pattern> = Vec::new();
        for p in self.catalog.patterns {
            self.at("pattern", &p.id.to_string());
            for axis in self.catalog.axes {
                if axis.levels.iter().all(|l| l.id != p.grade(axis.id)) {
                    self.problem("", format!("axis {} has no such level", axis.id.keyword()));
                }
            }
            let same = |q: &&&Pattern| self.catalog.axes.iter().all(|a| q.grade(a.id) == p.grade(a.id));
            if let Some(other) = seen.iter().find(same).map(|q| q.id) {
                self.problem("", format!("has the same levels as {other}"));
            }
            if seen.last().is_some_and(|q| q.id > p.id) {
                self.problem("id", "the patterns stand in the order of their numbers");
            }
            seen.push(p);
        }
    }

    fn points(&mut self) {
        for p in self.catalog.points {
            self.at("point", p.id.0);
            if !(3..=8).contains(&p.annex) {
                self.problem("annex", "from 3 to 8");
            }
            if p.about.is_none() && p.missing.is_none() && p.group == PointGroup::Fact {
                self.problem("about", "missing; a fact says something, or what is not known");
            }
        }
    }

    fn iso(&mut self) {
        for c in self.catalog.iso_chapters {
            self.at("iso_chapter", c.id.0);
            if !plain_number(c.id.0).is_some_and(|n| (5..=18).contains(&n)) {
                self.problem("id", "a chapter of ISO/IEC 27002:2013 is a number from 5 to 18");
            }
        }
        for i in self.catalog.iso_items {
            self.at("iso_item", i.id.0);
            if !is_iso_number(i.id.0) {
                self.problem("id", "no number of ISO/IEC 27002:2013");
            } else if self.catalog.iso_chapters.iter().all(|c| c.id.0 != i.chapter()) {
                self.problem("id", "its chapter is not in the catalogue");
            }
            if i.added && i.in_2014.is_none() {
                self.problem("in_2014", "missing; it says how it is known that the guideline of 2014 added it");
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
                    self.problem("roles", format!("`{}` is left open", role.id));
                }
            }
            for kind in self.catalog.components {
                if !a.absent.contains(&kind.id) && a.components.iter().all(|c| c.kind != kind.id) {
                    self.problem("absent", format!("`{}` is neither there nor a component", kind.id));
                }
            }
            for (i, c) in a.components.iter().enumerate() {
                for (aspect, players) in
                    [("procured", c.procured), ("operated", c.operated), ("maintained", c.maintained)]
                {
                    if players.is_none() {
                        self.problem(format!("component[{i}].{aspect}"), "is left open");
                    }
                }
            }
            for data in self.catalog.data_forms {
                if a.data.iter().all(|(id, _)| *id != data.id) {
                    self.problem("data", format!("`{}` is not answered", data.id));
                }
            }
        }
    }
}

/// A section's or a control's number: `6.1` or `6.1.1`, in chapters 5 to 18.
fn is_iso_number(n: &str) -> bool {
    let parts: Vec<Option<u8>> = n.split('.').map(plain_number).collect();
    matches!(parts.as_slice(), [Some(5..=18), Some(1..)] | [Some(5..=18), Some(1..), Some(1..)])
}
