//! Annexes 1 and 2: the controls of Parts II and III with what was entered for each, and their measured values.

use super::{
    Cell, Column, Columns, Row, Writer,
    columns::{control_standings, text, verdicts},
};
use crate::core::{
    assessment::paths,
    evaluate::{GuidelinePart, Verdict, write_reference},
    report::{Confidential, labels, paper::words as paper, section_of},
};

impl Writer<'_> {
    pub(super) fn controls(&self) -> (Vec<Column>, Vec<Row>) {
        let (of, language) = (self.of, self.language);
        let standings = control_standings();
        let columns = Columns::of(self.t.control_heads, language)
            .shown(&[11, 24, 8, 24, 48])
            .chosen("status", labels::control_status, &standings)
            .standing(&standings)
            .entered(&[(24, "reason"), (32, "remark")])
            .chosen("written", labels::in_writing, &[])
            .shown(&[14])
            .entered(&[(16, "owner"), (12, "due")])
            .shown(&[36])
            .confidential(Confidential::Evidence)
            .shown(&[18]);
        let mut rows = Vec::new();
        for row in &of.controls.rows {
            let control = row.control;
            if !of.controls.extent.has_part(GuidelinePart::of(control)) {
                continue;
            }
            let fact = |what: &str| paths::control(control.id, what);
            let section = section_of(control);
            let title = of.catalog.section(section).map(|s| self.say(&s.title)).unwrap_or_default();
            let t = self.t;
            let cells = vec![
                text(control.id.0),
                Cell::Text(format!("{section} {title}")),
                text(labels::class(control.class).pick(language)),
                text(self.say(&control.title)),
                text(self.say(&control.statement)),
                self.chosen(&fact("status"), labels::control_status),
                text(labels::control_standing(row.standing).pick(language)),
                self.entered(&fact("reason")),
                self.entered(&fact("remark")),
                self.chosen(&fact("written"), labels::in_writing),
                Cell::Text(of.practices(control, language)),
                self.entered(&fact("owner")),
                self.day(&fact("due")),
                Cell::Text(of.evidence(control, language)),
                self.sources(&[
                    (t.class, control.class_from),
                    (t.title, control.title.from),
                    (t.statement, control.statement.from),
                ]),
            ];
            rows.push(Row { id: format!("controls/{}", control.id), cells });
        }
        (columns.all(), rows)
    }

    pub(super) fn values(&self) -> (Vec<Column>, Vec<Row>) {
        let (of, language, t) = (self.of, self.language, paper::of(self.language));
        let columns = Columns::of(self.t.value_heads, language)
            .shown(&[11, 24, 40, 24])
            .entered(&[(20, "")])
            .shown(&[20])
            .standing(&verdicts())
            .shown(&[24, 18]);
        let mut rows = Vec::new();
        for row in &of.controls.values {
            let (control, item, compared) = (row.control, row.item, &row.comparison);
            let path = paths::measured(control.id, item.id);
            let (mut reference, mut notes) = (String::new(), Vec::new());
            let mut from = vec![(self.t.item, item.name.from)];
            if compared.verdict == (Verdict::FallsShort { calendar: true }) {
                notes.push(t.calendar);
            }
            if let Some(value) = compared.reference {
                reference = write_reference(item, value, language);
                from.push((self.t.reference, value.from));
                if value.must {
                    notes.push(t.must);
                }
            }
            let cells = vec![
                text(control.id.0),
                text(self.say(&control.title)),
                text(self.say(&item.name)),
                Cell::Text(reference),
                self.entered(&path),
                Cell::Text(compared.measured.map(|m| m.write(item, language)).unwrap_or_default()),
                text(labels::verdict(&compared.verdict).pick(language)),
                Cell::Text(notes.join("\n")),
                self.sources(&from),
            ];
            rows.push(Row { id: path.to_string(), cells });
        }
        (columns.all(), rows)
    }
}
