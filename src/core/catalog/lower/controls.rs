//! The controls of Parts II and III.

use super::{
    super::{
        schema,
        types::*,
        words::{CLASSES, MEASURES, ids, leak, list, parse_level, units_of},
    },
    Lowering,
};

impl Lowering {
    pub(super) fn control(&mut self, e: schema::Control) -> Control {
        let from = e.from.as_deref();
        Control {
            id: ControlId(leak(&e.id)),
            id_from: self.provenance_of_number("id_from", e.id_from.as_deref()),
            class: self.choose("class", &e.class, CLASSES),
            class_from: self.provenance_of_number("class_from", e.class_from.as_deref()),
            title: self.text(&e.title, "title", from),
            statement: self.text(&e.statement, "statement", from),
            why: e.why.as_ref().map(|t| self.text(t, "why", None)),
            components: ids(&e.components, EquipmentId),
            related: ids(&e.related, ControlId),
            iso: IsoLinks {
                numbers: list(e.iso27002.iter().map(|n| leak(n)).collect()),
                from: self.provenance_of_number("iso27002_from", e.iso27002_from.as_deref()),
                annex5: e.annex5.as_deref().map(leak),
                annex6: e.annex6.as_deref().map(leak),
                annex_from: self.provenance_of_number("annex_from", e.annex_from.as_deref()),
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
                e.evidence
                    .iter()
                    .enumerate()
                    .map(|(i, x)| self.text(&x.text, &format!("evidence[{i}]"), None))
                    .collect(),
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
        let fits = |unit: &str| units_of(measure).contains(&unit);
        let level = match parse_level(bare) {
            Some(Level::Chosen(o)) if measure != Measure::Choice || !options.iter().any(|x| x.id == o) => {
                self.problem(field, format!("`{o}` is none of the item's options"));
                Level::Unknown
            }
            Some(Level::AtMost(_) | Level::AtLeast(_)) if measure == Measure::Choice => {
                self.problem(field, format!("`{value}` is no option, and the item is a choice"));
                Level::Unknown
            }
            Some(Level::AtMost(_) | Level::AtLeast(_)) if !bare.rsplit(' ').next().is_some_and(fits) => {
                self.problem(
                    field,
                    format!("`{value}` does not fit; the unit is one of {}", units_of(measure).join(" ")),
                );
                Level::Unknown
            }
            Some(level) => level,
            None => {
                self.problem(
                    field,
                    format!(
                        "`{value}` is no value; expected `-`, `?`, an option, or `<=` or `>=`, a number and a unit"
                    ),
                );
                Level::Unknown
            }
        };
        ReferenceValue { level, must, from: self.provenance_of_number(&format!("{field}.from"), Some(from)) }
    }
}
