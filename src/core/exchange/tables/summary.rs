//! How it stands: what the report's cover and summary say, line by line.

use super::{Cell, Column, Columns, Row, Writer, columns::text};
use crate::core::report::paper::{self, Block, Depth, Kind, report};

impl Writer<'_> {
    pub(super) fn summary(&self) -> (Vec<Column>, Vec<Row>) {
        let report = report(self.of, Depth::Management, self.language);
        // That kind of report is not what this is.
        let kind = paper::words::of(self.language).extent;
        let mut lines: Vec<[Cell; 3]> = Vec::new();
        let sections = report.sections.iter().map(|(title, blocks)| (title.as_str(), blocks));
        for (title, blocks) in [(report.title, &report.cover)].into_iter().chain(sections) {
            let mut heading = title;
            for block in blocks {
                match block {
                    Block::Text(Kind::Heading, title) => heading = title,
                    Block::Text(_, said) => lines.push([text(heading), text(said), text("")]),
                    Block::Bar(bar) => {
                        for (state, _, count) in &bar.parts {
                            let count = Cell::Number(u32::try_from(*count).unwrap_or(u32::MAX));
                            lines.push([text(bar.name), text(state), count]);
                        }
                    }
                    // Facts by their names. Lists are in sheets of their own.
                    Block::Table(table) if table.columns.is_empty() => {
                        for row in &table.rows {
                            if let paper::Row::Cells(cells) = row
                                && let [name, fact] = cells.as_slice()
                                && name != kind
                            {
                                lines.push([text(name), text(fact), text("")]);
                            }
                        }
                    }
                    Block::Table(_) | Block::Drawing(_) => {}
                }
            }
        }
        let row = |(number, cells): (usize, [Cell; 3])| Row { id: format!("summary/{number}"), cells: cells.into() };
        let columns = Columns::of(self.t.summary_heads, self.language).shown(&[26, 90, 10]).all();
        (columns, (1..).zip(lines).map(row).collect())
    }
}
