//! Reference values as the guideline writes them, `1回以上/5分*`, as packs write them: `<= 5 min *`.

use super::text::{bare, plain, trimmed};
use crate::core::{
    catalog::{EvaluationItem, Metric, Provenance, Quantity, ReferenceLevel, ReferenceValue, notation},
    evaluate::Measured,
};

/// The value as a pack takes it; `None` where it cannot be read as one of this item.
#[must_use]
pub fn value(item: &EvaluationItem, text: &str) -> Option<String> {
    let options: Vec<&str> = item.options.iter().map(|o| o.id).collect();
    let text = trimmed(text);
    if notation::parse_value(text, item.measure, &options).is_ok() && !text.contains('?') {
        return Some(text.to_owned());
    }
    let bare = text.trim_end_matches(['*', '＊', '∗', ' ', '\u{3000}']).trim_start_matches(['*', '＊', '∗']);
    let must = bare.len() < text.trim_end().len();
    let level = level(item, bare)?;
    notation::fits(level, item.measure, &options).ok()?;
    Some(notation::write_value(&ReferenceValue { level, must, from: Provenance::Supplied }))
}

fn level(item: &EvaluationItem, text: &str) -> Option<ReferenceLevel> {
    let bare = bare(text);
    if matches!(&*bare, "-" | "－" | "ー" | "―" | "–" | "—" | "‐" | "−") {
        return Some(ReferenceLevel::NoValue);
    }
    let plain: String = text.chars().map(plain).collect();
    let read = Measured::read(&plain, item).or_else(|_| Measured::read(&bare, item)).ok()?;
    let quantity = |q: Quantity| match item.measure {
        Metric::Interval | Metric::Limit => ReferenceLevel::AtMost(q),
        _ => ReferenceLevel::AtLeast(q),
    };
    match read {
        Measured::Amount(a, b) if a == b => Some(quantity(a)),
        Measured::Times(a, b, q) if a == b && q.milli.is_multiple_of(u64::from(a)) => {
            Some(quantity(Quantity { milli: q.milli / u64::from(a), unit: q.unit }))
        }
        Measured::Chosen(id) => Some(ReferenceLevel::Chosen(id)),
        _ => None,
    }
}
