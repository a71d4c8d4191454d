//! Words and numbers as they stand in the files.

use super::super::types::*;

pub(super) type Words<T> = &'static [(&'static str, T)];

pub(super) const VIEWPOINTS: Words<Viewpoint> = &[("A", Viewpoint::A), ("B", Viewpoint::B), ("C", Viewpoint::C)];
pub(super) const PLAYERS: Words<Player> = &[("own", Player::Own), ("partner", Player::Partner), ("user", Player::User)];
pub(super) const ROLE_KINDS: Words<RoleKind> =
    &[("environment", RoleKind::Environment), ("execution", RoleKind::Execution)];
pub(super) const LAYERS: Words<Layer> = &[
    ("site", Layer::Site),
    ("network", Layer::Network),
    ("cloud", Layer::Cloud),
    ("client", Layer::Client),
    ("operation", Layer::Operation),
];
pub(super) const CLASSES: Words<ControlClass> =
    &[("basic", ControlClass::Basic), ("recommended", ControlClass::Recommended)];
pub(super) const MEASURES: Words<Measure> = &[
    ("interval", Measure::Interval),
    ("limit", Measure::Limit),
    ("duration", Measure::Duration),
    ("retention", Measure::Retention),
    ("after-service", Measure::AfterService),
    ("percent", Measure::Share),
    ("generations", Measure::Count),
    ("choice", Measure::Choice),
];
const UNITS: Words<Unit> = &[
    ("min", Unit::Minutes),
    ("h", Unit::Hours),
    ("d", Unit::Days),
    ("week", Unit::Weeks),
    ("mo", Unit::Months),
    ("y", Unit::Years),
    ("%", Unit::Percent),
    ("gen", Unit::Generations),
];

/// The units that fit a measure.
pub(super) fn units_of(measure: Measure) -> Vec<&'static str> {
    let fits = |unit: &Unit| match measure {
        Measure::Choice => false,
        Measure::Share => *unit == Unit::Percent,
        Measure::Count => *unit == Unit::Generations,
        _ => !matches!(unit, Unit::Percent | Unit::Generations),
    };
    UNITS.iter().filter(|(_, u)| fits(u)).map(|(w, _)| *w).collect()
}

pub(super) fn leak(s: &str) -> &'static str {
    Box::leak(s.to_owned().into_boxed_str())
}

pub(super) fn list<T>(v: Vec<T>) -> List<T> {
    List(Box::leak(v.into_boxed_slice()))
}

pub(super) fn ids<T>(words: &[String], id: impl Fn(&'static str) -> T) -> List<T> {
    list(words.iter().map(|w| id(leak(w))).collect())
}

/// A level as written, without the mark for especially necessary.
pub(super) fn parse_level(text: &str) -> Option<Level> {
    match text {
        "-" => return Some(Level::NoValue),
        "?" => return Some(Level::Unknown),
        _ => {}
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let level: fn(Quantity) -> Level = match words.as_slice() {
        ["<=", ..] => Level::AtMost,
        [">=", ..] => Level::AtLeast,
        [word] if word.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') => {
            return Some(Level::Chosen(leak(word)));
        }
        _ => return None,
    };
    let [_, number, word] = words.as_slice() else { return None };
    let unit = UNITS.iter().find(|(w, _)| w == word)?.1;
    Some(level(Quantity { milli: parse_milli(number)?, unit }))
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
