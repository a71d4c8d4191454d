//! The controls of Parts II and III.

use super::{
    super::{
        file_fault::FileFault,
        leak::{leak_ids, leak_list, leak_str},
        notation::parse_value,
        schema,
        types::*,
    },
    Lowering,
};

impl Lowering {
    pub(super) fn control(&mut self, e: schema::Control) -> Control {
        let from = e.from.as_deref();
        Control {
            id: ControlId(leak_str(&e.id)),
            id_from: self.provenance_of_number("id_from", e.id_from.as_deref()),
            class: self.choose("class", &e.class),
            class_from: self.provenance_of_number("class_from", e.class_from.as_deref()),
            title: self.text(&e.title, "title", from),
            statement: self.text(&e.statement, "statement", from),
            why: e.why.as_ref().map(|t| self.text(t, "why", None)),
            components: leak_ids(&e.components, EquipmentId),
            related: leak_ids(&e.related, ControlId),
            iso: IsoLinks {
                numbers: leak_list(e.iso27002.iter().map(|n| leak_str(n)).collect()),
                from: self.provenance_of_number("iso27002_from", e.iso27002_from.as_deref()),
                annex5: e.annex5.as_deref().map(leak_str),
                annex6: e.annex6.as_deref().map(leak_str),
                annex_from: self.provenance_of_number("annex_from", e.annex_from.as_deref()),
            },
            best_practices: leak_list(
                e.best_practice
                    .iter()
                    .map(|b| BestPractice {
                        mark: leak_str(&b.mark),
                        text: self.text(&b.text, &format!("best_practice {}", b.mark), None),
                    })
                    .collect(),
            ),
            evidence: leak_list(
                e.evidence
                    .iter()
                    .enumerate()
                    .map(|(i, x)| self.text(&x.text, &format!("evidence[{i}]"), None))
                    .collect(),
            ),
            items: leak_list(e.item.iter().map(|i| self.item(i)).collect()),
            items_note: e.items_note.map(|t| self.text(&t, "items_note", None)),
        }
    }

    fn item(&mut self, e: &schema::Item) -> EvaluationItem {
        let field = format!("item {}", e.id);
        let measure = self.choose(&format!("{field}.measure"), &e.measure);
        if e.values.len() != 6 {
            self.problem(format!("{field}.values"), FileFault::ValueForEachPattern);
        }
        let from = match &e.values_from {
            schema::OneOrMany::One(f) => vec![f.clone(); e.values.len()],
            schema::OneOrMany::Many(f) => f.clone(),
        };
        if from.len() != e.values.len() {
            self.problem(format!("{field}.values_from"), FileFault::ProvenanceForEachValue);
        }
        let values = e
            .values
            .iter()
            .zip(&from)
            .enumerate()
            .map(|(i, (v, f))| self.value(&format!("{field}.values[{i}]"), v, f, measure, &e.options))
            .collect();
        EvaluationItem {
            id: leak_str(&e.id),
            name: self.text(&e.name, &format!("{field}.name"), e.from.as_deref()),
            measure,
            options: leak_list(
                e.options
                    .iter()
                    .map(|o| {
                        let text = schema::Text { ja: o.ja.clone(), en: o.en.clone(), from: o.from.clone() };
                        let name = self.text(&text, &format!("{field}.options {}", o.id), e.from.as_deref());
                        ChoiceOption { id: leak_str(&o.id), name }
                    })
                    .collect(),
            ),
            values: leak_list(values),
            note: e.note.as_ref().map(|t| self.text(t, &format!("{field}.note"), None)),
        }
    }

    fn value(
        &mut self,
        field: &str,
        value: &str,
        from: &str,
        measure: Metric,
        options: &[schema::Choice],
    ) -> ReferenceValue {
        let options: Vec<&str> = options.iter().map(|o| o.id.as_str()).collect();
        let (level, must) = parse_value(value, measure, &options).unwrap_or_else(|fault| {
            self.problem(field, fault);
            (ReferenceLevel::Unknown, false)
        });
        ReferenceValue { level, must, from: self.provenance_of_number(&format!("{field}.from"), Some(from)) }
    }
}
