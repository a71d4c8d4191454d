//! The lines that are drawn on a page: those of tables.

use hayro_syntax::content::ops::TypedInstruction as Op;

use super::matrix::Matrix;

/// Thinner than this, in points, an area is a line.
const THIN: f32 = 3.0;
/// Ends of lines so near to each other are the same place.
const NEAR: f32 = 2.0;
/// The most lines of a page.
const MOST: usize = 20_000;

/// The most lines of a page, pieces put together.
const MOST_JOINED: usize = 1_000;

/// A line: where it stands across its direction, and from where to where it goes.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Rule {
    at: f32,
    from: f32,
    to: f32,
}

/// The lines of a page.
#[derive(Debug, Default)]
pub(super) struct Rules {
    across: Vec<Rule>,
    down: Vec<Rule>,
}

/// The box between four lines, left, top, right, bottom, in tenths of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cell {
    pub top: i32,
    pub left: i32,
    pub right: i32,
    pub bottom: i32,
}

/// A path that is not painted yet, in points of the page.
#[derive(Default)]
pub(super) struct Path {
    parts: Vec<Vec<(f32, f32)>>,
}

impl Path {
    fn point(&mut self, matrix: Matrix, x: f64, y: f64, new: bool) {
        let (x, y) = matrix.apply(x, y);
        if new || self.parts.is_empty() {
            self.parts.push(Vec::new());
        }
        if let Some(part) = self.parts.last_mut().filter(|part| part.len() < MOST) {
            part.push((x as f32, y as f32));
        }
    }
}

impl Rules {
    /// Follows an instruction that builds a path or paints it.
    pub(super) fn draw(&mut self, op: &Op<'_, '_>, path: &mut Path, matrix: Matrix) {
        match op {
            Op::MoveTo(p) => path.point(matrix, p.0.as_f64(), p.1.as_f64(), true),
            Op::LineTo(p) => path.point(matrix, p.0.as_f64(), p.1.as_f64(), false),
            Op::RectPath(r) => {
                let [x, y, w, h] = [&r.0, &r.1, &r.2, &r.3].map(|n| n.as_f64());
                for (i, (x, y)) in [(x, y), (x + w, y), (x + w, y + h), (x, y + h), (x, y)].into_iter().enumerate() {
                    path.point(matrix, x, y, i == 0);
                }
            }
            Op::ClosePath(_) => close(path),
            Op::StrokePath(_) => self.stroke(path),
            Op::CloseAndStrokePath(_) => {
                close(path);
                self.stroke(path);
            }
            Op::FillPathNonZero(_) | Op::FillPathNonZeroCompatibility(_) | Op::FillPathEvenOdd(_) => self.fill(path),
            Op::FillAndStrokeNonZero(_) | Op::FillAndStrokeEvenOdd(_) => self.stroke(path),
            Op::CloseFillAndStrokeNonZero(_) | Op::CloseFillAndStrokeEvenOdd(_) => {
                close(path);
                self.stroke(path);
            }
            Op::EndPath(_) => path.parts.clear(),
            _ => {}
        }
        if path.parts.len() > MOST {
            path.parts.clear();
        }
    }

    fn stroke(&mut self, path: &mut Path) {
        for part in path.parts.drain(..) {
            for ends in part.windows(2) {
                if let [a, b] = ends {
                    self.add(a.0.min(b.0), a.1.min(b.1), a.0.max(b.0), a.1.max(b.1));
                }
            }
        }
    }

    fn fill(&mut self, path: &mut Path) {
        for part in path.parts.drain(..) {
            let edge = |pick: fn(f32, f32) -> f32, of: fn(&(f32, f32)) -> f32| {
                part.iter().map(of).reduce(pick).unwrap_or_default()
            };
            self.add(
                edge(f32::min, |p| p.0),
                edge(f32::min, |p| p.1),
                edge(f32::max, |p| p.0),
                edge(f32::max, |p| p.1),
            );
        }
    }

    /// Takes what is thin as a line.
    fn add(&mut self, x0: f32, y0: f32, x1: f32, y1: f32) {
        if self.across.len() + self.down.len() >= MOST || ![x0, y0, x1, y1].iter().all(|n| n.is_finite()) {
            return;
        }
        if y1 - y0 <= THIN && x1 - x0 > y1 - y0 {
            self.across.push(Rule { at: (y0 + y1) / 2.0, from: x0, to: x1 });
        } else if x1 - x0 <= THIN && y1 - y0 > x1 - x0 {
            self.down.push(Rule { at: (x0 + x1) / 2.0, from: y0, to: y1 });
        }
    }

    /// With the pieces of a line put together, and lines that are drawn twice.
    pub(super) fn joined(mut self) -> Self {
        for rules in [&mut self.across, &mut self.down] {
            rules.sort_by(|a, b| a.at.total_cmp(&b.at));
            // Of nearly the same place is the same place.
            let mut at = f32::NEG_INFINITY;
            for rule in rules.iter_mut() {
                if rule.at - at > NEAR {
                    at = rule.at;
                }
                rule.at = at;
            }
            rules.sort_by(|a, b| a.at.total_cmp(&b.at).then(a.from.total_cmp(&b.from)));
            let mut joined: Vec<Rule> = Vec::new();
            for rule in rules.drain(..) {
                match joined.last_mut() {
                    Some(last) if last.at == rule.at && rule.from <= last.to + NEAR => last.to = last.to.max(rule.to),
                    _ => joined.push(rule),
                }
            }
            // More than the tables of a page have.
            *rules = if joined.len() > MOST_JOINED { Vec::new() } else { joined };
        }
        self
    }

    /// The cell in which a place lies, if there are lines on all four sides.
    pub(super) fn cell(&self, x: f32, y: f32) -> Option<Cell> {
        let spans = |rule: &&Rule, at: f32| rule.from <= at + NEAR && rule.to >= at - NEAR;
        let left = self.down.iter().rev().find(|r| r.at <= x && spans(r, y))?;
        let right = self.down.iter().find(|r| r.at > x && spans(r, y))?;
        let top = self.across.iter().rev().find(|r| r.at <= y && spans(r, x))?;
        let bottom = self.across.iter().find(|r| r.at > y && spans(r, x))?;
        let tenths = |n: f32| (n * 10.0) as i32;
        Some(Cell { top: tenths(top.at), left: tenths(left.at), right: tenths(right.at), bottom: tenths(bottom.at) })
    }
}

fn close(path: &mut Path) {
    if let Some(part) = path.parts.last_mut()
        && let Some(first) = part.first().copied()
    {
        part.push(first);
    }
}
