//! The canonical wording of a measured value, which is read as the same, and that of a reference value.

use super::Measured;
use crate::core::{
    catalog::{EvaluationItem, Metric, Quantity, ReferenceLevel, ReferenceValue, Unit, notation::write_milli},
    language::Language,
};

/// A reference value of an item, with its mark for especially necessary.
#[must_use]
pub fn write_reference(item: &EvaluationItem, value: &ReferenceValue, language: Language) -> String {
    let en = language.is_english();
    let amount = |q| {
        let after = if item.measure == Metric::AfterService {
            language.pick("サービス提供期間＋", "the service's duration + ")
        } else {
            ""
        };
        format!("{after}{}", quantity(q, language, false))
    };
    let text = match value.level {
        ReferenceLevel::NoValue => language.pick("－（定めなし）", "– (none set)").to_owned(),
        ReferenceLevel::Unknown => language.pick("不明", "unknown").to_owned(),
        ReferenceLevel::Chosen(id) => option(item, id, language).to_owned(),
        ReferenceLevel::AtMost(q) if item.measure == Metric::Interval && en => format!("at least once {}", every(q)),
        ReferenceLevel::AtMost(q) if item.measure == Metric::Interval => format!("{}に1回以上", amount(q)),
        ReferenceLevel::AtMost(q) if en => format!("at most {}", amount(q)),
        ReferenceLevel::AtMost(q) => format!("{}以内", amount(q)),
        ReferenceLevel::AtLeast(q) if en => format!("at least {}", amount(q)),
        ReferenceLevel::AtLeast(q) => format!("{}以上", amount(q)),
    };
    if value.must { format!("{text} *") } else { text }
}

/// An option of a choice.
fn option(item: &EvaluationItem, id: &'static str, language: Language) -> &'static str {
    item.options.iter().find(|o| o.id == id).map_or(id, |o| language.pick(o.name.ja(), o.name.en()))
}

impl Measured {
    /// The value in its canonical wording, for the item that it measures.
    #[must_use]
    pub fn write(&self, item: &EvaluationItem, language: Language) -> String {
        let en = language.is_english();
        match *self {
            Self::Always => language.pick("常時", "continuously").to_owned(),
            Self::Forever => language.pick("無期限", "indefinitely").to_owned(),
            Self::NotDone => language.pick("実施していない", "not done").to_owned(),
            Self::Chosen(id) => option(item, id, language).to_owned(),
            Self::Times(from, to, period) if en => {
                let range = if from == to { from.to_string() } else { format!("{from} to {to}") };
                format!("{range} times {}", every(period))
            }
            Self::Times(from, to, period) => {
                let range = if from == to { from.to_string() } else { format!("{from}〜{to}") };
                format!("{}に{range}回", quantity(period, language, false))
            }
            Self::Amount(from, to) => {
                let lasts = matches!(item.measure, Metric::Duration | Metric::Retention | Metric::AfterService);
                let mut text = quantity(from, language, lasts);
                if from != to {
                    text = format!("{text}{}{}", language.pick("〜", " to "), quantity(to, language, lasts));
                }
                match (item.measure, en) {
                    (Metric::Interval, true) if from == to => format!("once {}", every(from)),
                    (Metric::Interval, true) => format!("once every {text}"),
                    (Metric::Interval, false) => format!("{text}に1回"),
                    (Metric::Limit, true) => format!("within {text}"),
                    (Metric::Limit, false) => format!("{text}以内"),
                    (Metric::AfterService, true) => format!("{text} after the service ends"),
                    (Metric::AfterService, false) => format!("サービス終了後{text}"),
                    _ => text,
                }
            }
        }
    }
}

/// `a day`, `every 10 minutes`.
fn every(period: Quantity) -> String {
    match period {
        Quantity { milli: 1000, unit } => {
            let article = if unit == Unit::Hours { "an" } else { "a" };
            format!("{article} {}", names(unit).2)
        }
        _ => format!("every {}", quantity(period, Language::En, false)),
    }
}

/// A quantity; `lasts` where it is a time that something lasts, which Japanese tells apart.
fn quantity(quantity: Quantity, language: Language, lasts: bool) -> String {
    let number = write_milli(quantity.milli);
    let (ja, long, one, many) = names(quantity.unit);
    match (language, quantity.unit) {
        (_, Unit::Percent) => format!("{number}%"),
        (Language::Ja, _) => format!("{number}{}", if lasts { long } else { ja }),
        (Language::En, _) => format!("{number} {}", if quantity.milli == 1000 { one } else { many }),
    }
}

/// A unit in Japanese, there as a time that something lasts, and one and many of it in English.
const fn names(unit: Unit) -> (&'static str, &'static str, &'static str, &'static str) {
    match unit {
        Unit::Seconds => ("秒", "秒間", "second", "seconds"),
        Unit::Minutes => ("分", "分間", "minute", "minutes"),
        Unit::Hours => ("時間", "時間", "hour", "hours"),
        Unit::Days => ("日", "日間", "day", "days"),
        Unit::Weeks => ("週間", "週間", "week", "weeks"),
        Unit::Months => ("か月", "か月間", "month", "months"),
        Unit::Years => ("年", "年間", "year", "years"),
        Unit::Percent => ("%", "%", "%", "%"),
        Unit::Generations => ("世代", "世代", "generation", "generations"),
    }
}
