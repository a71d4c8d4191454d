//! Reference values as people read them.

use crate::{
    core::catalog::{EvaluationItem, Metric, Quantity, ReferenceLevel, ReferenceValue, Unit, notation::write_milli},
    ui::i18n::{catalog as words, fill, pick},
};

/// A reference value of an item.
#[must_use]
pub fn reference(item: &EvaluationItem, value: &ReferenceValue) -> String {
    let t = words::words();
    let text = match value.level {
        ReferenceLevel::NoValue => t.no_value.to_owned(),
        ReferenceLevel::Unknown => t.unknown_value.to_owned(),
        ReferenceLevel::Chosen(id) => {
            item.options.iter().find(|o| o.id == id).map(|o| pick(&o.name)).unwrap_or(id).to_owned()
        }
        ReferenceLevel::AtMost(q) if item.measure == Metric::Interval => fill(t.interval, &[&quantity(q)]),
        ReferenceLevel::AtMost(q) => fill(t.at_most, &[&amount(item, q)]),
        ReferenceLevel::AtLeast(q) => fill(t.at_least, &[&amount(item, q)]),
    };
    if value.must { format!("{text} *") } else { text }
}

fn amount(item: &EvaluationItem, q: Quantity) -> String {
    if item.measure == Metric::AfterService { fill(words::words().after_service, &[&quantity(q)]) } else { quantity(q) }
}

/// A number with its unit.
#[must_use]
pub fn quantity(q: Quantity) -> String {
    let t = words::words();
    let template = match q.unit {
        Unit::Seconds => t.seconds,
        Unit::Minutes => t.min,
        Unit::Hours => t.hours,
        Unit::Days => t.days,
        Unit::Weeks => t.weeks,
        Unit::Months => t.months,
        Unit::Years => t.years,
        Unit::Percent => t.percent,
        Unit::Generations => t.generations,
    };
    fill(template, &[&write_milli(q.milli)])
}
