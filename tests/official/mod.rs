//! What a document set from the catalogue's own texts holds, and how much of it a reading found.

use std::collections::BTreeMap;

use tenken::core::{
    catalog::{CATALOG, EvaluationItem, Metric, ReferenceLevel, ReferenceValue, Unit, notation::write_value},
    official::Reading,
};

/// Fields by kind, entry and name, with what a pack says of each.
pub type Truth = BTreeMap<(String, String, String), String>;

/// What a reading got right, missed and got wrong.
#[derive(Debug, Default)]
pub struct Score {
    pub all: usize,
    pub found: usize,
    pub doubtful: usize,
    pub missed: Vec<String>,
    pub wrong: Vec<String>,
}

impl Score {
    /// Of all that the document holds, the share that was found without a doubt.
    pub fn recall(&self) -> f64 {
        self.found as f64 / self.all.max(1) as f64
    }

    /// Prints the figures and fails where they are worse than they may be.
    #[track_caller]
    pub fn at_least(&self, name: &str, recall: f64) {
        println!(
            "{name}: {} fields, recall {:.4}, doubtful {}, missed {}, wrong {}",
            self.all,
            self.recall(),
            self.doubtful,
            self.missed.len(),
            self.wrong.len()
        );
        assert!(self.wrong.is_empty(), "{name}: {:#?}", &self.wrong[..self.wrong.len().min(20)]);
        assert!(self.recall() >= recall, "{name}: {:#?}", &self.missed[..self.missed.len().min(20)]);
    }
}

/// Without white space, widths alike.
pub fn bare(text: &str) -> String {
    let plain = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap(),
        '〜' => '~',
        _ => c,
    };
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{3000}').map(plain).collect()
}

/// How much of the truth a reading found, and what it says that is not so.
pub fn score(reading: &Reading, truth: &Truth) -> Score {
    let mut score = Score { all: truth.len(), ..Score::default() };
    let mut left = truth.clone();
    for entry in &reading.entries {
        for field in &entry.fields {
            let key = (entry.kind.clone(), entry.id.clone(), field.field.clone());
            let said = format!("{} {} {}: {:?} {:?}", key.0, key.1, key.2, field.value, field.doubt);
            match left.remove(&key) {
                Some(value) if bare(&value) == bare(&field.value) && field.doubt.is_none() => score.found += 1,
                Some(value) if field.doubt.is_some() => {
                    score.doubtful += 1;
                    score.missed.push(format!("{said} for {value:?}"));
                }
                Some(value) => score.wrong.push(format!("{said} for {value:?}")),
                None if field.doubt.is_some() => {}
                None => score.wrong.push(format!("{said} for nothing")),
            }
        }
    }
    score.missed.extend(left.into_keys().map(|key| format!("{key:?} not found")));
    score
}

/// What a document with all controls, the boxes and the table of Part IV holds.
pub fn truth() -> Truth {
    let mut truth = Truth::new();
    let mut put = |kind: &str, id: &str, field: &str, value: &str| {
        truth.insert((kind.into(), id.into(), field.into()), value.into());
    };
    for control in CATALOG.controls {
        let id = control.id.0;
        put("control", id, "id", id);
        put("control", id, "class", control.class.keyword());
        put("control", id, "statement", control.statement.ja());
        for practice in control.best_practices {
            put("control", id, &format!("practice.{}", practice.mark), practice.text.ja());
        }
        for item in control.items {
            put("control", id, &format!("item.{}.name", item.id), item.name.ja());
            for (i, value) in item.values.iter().enumerate() {
                put("control", id, &format!("item.{}.value.{}", item.id, i + 1), &write_value(value));
            }
        }
    }
    for section in CATALOG.sections.into_iter().filter(|s| in_document(s.id)) {
        put("section", section.id, "title", section.title.ja());
    }
    for measure in CATALOG.countermeasures.into_iter().filter(|c| c.id.0 == "A-1") {
        put("countermeasure", measure.id.0, "title", measure.title.ja());
        put("countermeasure", measure.id.0, "statement", measure.statement.unwrap().ja());
        for action in measure.actions {
            put("countermeasure", measure.id.0, &format!("action.{}", action.id), action.text.ja());
        }
    }
    for risk in CATALOG.risks.into_iter().filter(|r| !r.id.0.contains('X')) {
        put("risk", risk.id.0, "title", risk.title.ja());
        put("risk", risk.id.0, "role", risk.role.0);
        let measures: Vec<&str> = risk.countermeasures.iter().map(|c| c.0).collect();
        put("risk", risk.id.0, "countermeasures", &measures.join(" "));
    }
    put("role", "contract", "name", "利用者契約");
    truth
}

/// The sections whose headings the documents have.
pub fn in_document(id: &str) -> bool {
    (id.starts_with("II.") || id.starts_with("III.")) || id == "IV.5"
}

/// A reference value as the guideline writes it.
#[allow(dead_code)] // The PDFs are written by a script of their own.
pub fn written(item: &EvaluationItem, value: &ReferenceValue) -> String {
    let unit = |unit: Unit| match unit {
        Unit::Seconds => "秒",
        Unit::Minutes => "分",
        Unit::Hours => "時間",
        Unit::Days => "日",
        Unit::Weeks => "週間",
        Unit::Months => "ヶ月",
        Unit::Years => "年",
        Unit::Percent => "%",
        Unit::Generations => "世代",
    };
    let amount = |q: tenken::core::catalog::Quantity| {
        let number = tenken::core::catalog::notation::write_milli(q.milli);
        format!("{number}{}", unit(q.unit))
    };
    let text = match value.level {
        ReferenceLevel::NoValue | ReferenceLevel::Unknown => "-".to_owned(),
        ReferenceLevel::Chosen(id) => item.options.iter().find(|o| o.id == id).unwrap().name.ja().to_owned(),
        ReferenceLevel::AtMost(q) if item.measure == Metric::Interval => format!("1回以上/{}", amount(q)),
        ReferenceLevel::AtMost(q) => format!("{}以内", amount(q)),
        ReferenceLevel::AtLeast(q) if item.measure == Metric::AfterService => format!("サービス提供期間+{}", amount(q)),
        ReferenceLevel::AtLeast(q) => format!("{}以上", amount(q)),
    };
    if value.must { format!("{text}*") } else { text }
}
