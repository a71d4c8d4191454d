//! How reference values, players and conditions are written in packs and exports, and values read back.
//!
//! Compiled into the build script as well, hence it names nothing of the crate.

use serde::{Serialize, Serializer, ser::SerializeMap};

use super::{fault::Fault, keyword::Keyword, leak::leak_str, types::*};

/// The units in which a metric is measured.
fn units_of(metric: Metric) -> Vec<&'static str> {
    let fits = |unit: &Unit| match metric {
        Metric::Choice => false,
        Metric::Share => *unit == Unit::Percent,
        Metric::Count => *unit == Unit::Generations,
        _ => !matches!(unit, Unit::Percent | Unit::Generations),
    };
    Unit::ALL.into_iter().filter(fits).map(Unit::keyword).collect()
}

/// A level as written, without the mark for especially necessary.
#[must_use]
pub fn parse_level(text: &str) -> Option<ReferenceLevel> {
    match text {
        "-" => return Some(ReferenceLevel::NoValue),
        "?" => return Some(ReferenceLevel::Unknown),
        _ => {}
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let level: fn(Quantity) -> ReferenceLevel = match words.as_slice() {
        ["<=", ..] => ReferenceLevel::AtMost,
        [">=", ..] => ReferenceLevel::AtLeast,
        [word] if word.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') => {
            return Some(ReferenceLevel::Chosen(leak_str(word)));
        }
        _ => return None,
    };
    let [_, number, unit] = words.as_slice() else { return None };
    let unit = Unit::from_keyword(unit)?;
    Some(level(Quantity { milli: parse_milli(number)?, unit }))
}

/// A reference value as written, `<= 5 min *`, and whether it is especially necessary.
///
/// # Errors
/// If it is none, or does not fit what is measured.
pub fn parse_value(text: &str, metric: Metric, options: &[&str]) -> Result<(ReferenceLevel, bool), Fault> {
    let (bare, must) = match text.strip_suffix('*') {
        Some(v) => (v.trim_end(), true),
        None => (text, false),
    };
    let level = parse_level(bare).ok_or_else(|| match metric {
        Metric::Choice => no_option(text, options),
        _ => Fault::NoValue(text.to_owned()),
    })?;
    fits(level, metric, options).map(|()| (level, must))
}

/// Whether a level fits what is measured.
///
/// # Errors
/// Says why it does not.
pub fn fits(level: ReferenceLevel, metric: Metric, options: &[&str]) -> Result<(), Fault> {
    let choice = metric == Metric::Choice;
    let written = || write_value(&ReferenceValue { level, must: false, from: Provenance::Original });
    match level {
        ReferenceLevel::NoValue | ReferenceLevel::Unknown => Ok(()),
        ReferenceLevel::Chosen(o) if choice && options.contains(&o) => Ok(()),
        ReferenceLevel::Chosen(o) if choice => Err(no_option(o, options)),
        ReferenceLevel::Chosen(o) => Err(Fault::NoValue(o.to_owned())),
        ReferenceLevel::AtMost(_) | ReferenceLevel::AtLeast(_) if choice => Err(no_option(&written(), options)),
        ReferenceLevel::AtMost(q) | ReferenceLevel::AtLeast(q) => {
            let expected = units_of(metric);
            if expected.contains(&q.unit.keyword()) { Ok(()) } else { Err(Fault::Unit { value: written(), expected }) }
        }
    }
}

fn no_option(value: &str, options: &[&str]) -> Fault {
    Fault::NoOption { value: value.to_owned(), options: options.join(", ") }
}

/// A decimal number with at most three decimals, in thousandths.
fn parse_milli(text: &str) -> Option<u64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |s: &str| !s.is_empty() && s.chars().all(|c| c.is_ascii_digit());
    if whole.len() > 12 || fraction.len() > 3 || !digits(whole) || !digits(fraction) {
        return None;
    }
    let fraction: u64 = format!("{fraction:0<3}").parse().ok()?;
    whole.parse::<u64>().ok()?.checked_mul(1000)?.checked_add(fraction)
}

/// A reference value as it is written, with its mark for especially necessary.
#[must_use]
pub fn write_value(value: &ReferenceValue) -> String {
    let quantity = |q: Quantity| format!("{} {}", write_milli(q.milli), q.unit.keyword());
    let mut text = match value.level {
        ReferenceLevel::NoValue => "-".to_owned(),
        ReferenceLevel::Unknown => "?".to_owned(),
        ReferenceLevel::Chosen(option) => option.to_owned(),
        ReferenceLevel::AtMost(q) => format!("<= {}", quantity(q)),
        ReferenceLevel::AtLeast(q) => format!(">= {}", quantity(q)),
    };
    if value.must {
        text.push_str(" *");
    }
    text
}

/// Thousandths as a decimal number without needless zeros.
#[must_use]
pub fn write_milli(milli: u64) -> String {
    let whole = (milli / 1000).to_string();
    match milli % 1000 {
        0 => whole,
        part => format!("{whole}.{part:03}").trim_end_matches('0').to_owned(),
    }
}

/// Players by their keywords, `own partner`.
#[must_use]
pub fn write_players(players: &[Player]) -> String {
    keywords_of(players).join(" ")
}

fn keywords_of<T: Keyword>(values: &[T]) -> Vec<&'static str> {
    values.iter().map(|value| value.keyword()).collect()
}

/// A condition as JSON of the same shape that the files use.
#[must_use]
pub fn write_condition(condition: &Condition) -> String {
    serde_json::to_string(&Written(condition)).unwrap_or_default()
}

/// A condition that is being written. The order of its keys stays the same for ever: fingerprints are taken of the text.
struct Written<'a>(&'a Condition);

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        let parts = |parts: &'static [Condition]| parts.iter().map(Written).collect::<Vec<_>>();
        match self.0 {
            Condition::All(all) => map.serialize_entry("all", &parts(all.0))?,
            Condition::Any(any) => map.serialize_entry("any", &parts(any.0))?,
            Condition::Not(one) => map.serialize_entry("not", &one.first().map(Written))?,
            Condition::Occurs(data) => map.serialize_entry("data", data.0)?,
            Condition::Played { role, by, shared } => {
                map.serialize_entry("role", role.0)?;
                asked(&mut map, "by", by)?;
                if *shared {
                    map.serialize_entry("shared", &true)?;
                }
            }
            Condition::Has { which, procured, operated, maintained, place, carries } => {
                let which = match which {
                    Which::This => "this",
                    Which::Kind(kind) => kind.0,
                };
                map.serialize_entry("component", which)?;
                asked(&mut map, "procured", procured)?;
                asked(&mut map, "operated", operated)?;
                asked(&mut map, "maintained", maintained)?;
                asked(&mut map, "place", place)?;
                if let Some(role) = carries {
                    map.serialize_entry("carries", role.0)?;
                }
            }
        }
        map.end()
    }
}

/// Writes for whom, or for which places, a condition asks; left out where any will do.
fn asked<M: SerializeMap, T: Keyword>(map: &mut M, key: &str, any: &[T]) -> Result<(), M::Error> {
    if any.is_empty() { Ok(()) } else { map.serialize_entry(key, &keywords_of(any)) }
}
